//! How wide a drawing may be.

use leptos::prelude::*;

use crate::web;

/// How wide the page is, in pixels at the usual size of letters, as the window is turned and drawn wider and as the letters grow.
pub fn across() -> Signal<i32> {
    let (across, set) = signal(web::across());
    StoredValue::new_local(web::on_resize(move || set.set(web::across())));
    // What stands at the edges of the page.
    Signal::derive(move || across.get() - 32)
}
