//! The charts of published rates on a page that the first wasm holds. The second draws them, and tells the page by this.

use std::cell::Cell;

use leptos::prelude::*;

type Draw = fn() -> AnyView;

thread_local! {
    // Static, as what stands beside the pages.
    static DRAW: Cell<Option<Draw>> = const { Cell::new(None) };
}

/// Says what draws them.
pub fn set_rates(draw: Draw) {
    DRAW.set(Some(draw));
}

/// Whether that is known.
pub fn has_rates() -> bool {
    DRAW.get().is_some()
}

/// Draws them, once it is.
pub fn rates() -> Option<AnyView> {
    DRAW.get().map(|draw| draw())
}
