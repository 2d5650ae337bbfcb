//! What the charts of a page have in common: the place where changes are told, and whether this device has patterns beside colours.

use leptos::prelude::*;

use crate::ui::charts::told;
use crate::ui::state::{App, Desk};

/// The word of the arrangement for patterns.
pub const PATTERNS: &str = "patterns";

/// To be drawn once on a page, before its charts.
pub fn told_of(app: App) -> AnyView {
    let desk = Desk::of(app);
    told(Signal::derive(move || desk.differs(PATTERNS)))
}
