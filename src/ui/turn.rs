//! Drawing in turns.

use leptos::prelude::*;

use crate::web;

/// What is drawn in a turn of its own, after what stands before it: a page that is long to draw keeps nobody from tapping.
pub fn in_turn(children: impl Fn() -> Vec<AnyView> + Send + 'static) -> AnyView {
    let is_time = RwSignal::new(false);
    // The page may be gone by then.
    web::next_turn(move || {
        is_time.try_set(true);
    });
    (move || is_time.get().then(&children)).into_any()
}
