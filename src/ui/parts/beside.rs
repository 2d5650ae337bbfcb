//! What stands beside the pages on a large screen. The second wasm draws it, and tells the frame by this.

use std::cell::Cell;

use leptos::prelude::*;

type Draw = fn() -> AnyView;

thread_local! {
    // Static, as the dialog that is open.
    static DRAW: Cell<Option<Draw>> = const { Cell::new(None) };
}

/// Says what draws it.
pub fn set_beside(draw: Draw) {
    DRAW.set(Some(draw));
}

/// Draws it, once that is known.
pub fn beside() -> Option<AnyView> {
    DRAW.get().map(|draw| draw())
}
