//! What a large screen has beside its pages: the list of groups, the state of the book at the foot of the bar, keys that walk.
//!
//! It comes with the second wasm, and so does its style sheet: a first visit on a phone carries none of it.

mod foot;
mod help;
mod keys;

use std::sync::Once;

use leptos::prelude::*;

use super::{groups, rates};
use crate::ui::charts::set_rates;
use crate::ui::parts::set_beside;
use crate::web;

pub use help::keys_choice;

/// What lists, tables and large screens look like.
const STYLE: &str = include_str!("../../../../style/desk.css");

/// Has the page wear its style sheet, the frame draw what stands beside the pages, and the public page its rates; once.
pub fn set_up() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        set_rates(rates::rates);
        // Without its style a list beside a page would stand in its way.
        if web::wear(STYLE) {
            set_beside(draw);
        }
    });
}

fn draw() -> AnyView {
    keys::listen();
    vec![groups::beside(), foot::foot()].into_any()
}
