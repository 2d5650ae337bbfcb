//! The root: opens the book, follows the address, draws the frame in the language chosen.

use std::time::Duration;

use leptos::prelude::*;

use crate::i18n::Lang;
use crate::route::Route;
use crate::ui::later;
use crate::ui::shell::Frame;
use crate::ui::state::{Book, Reading};
use crate::web;

/// Puts the app on the page.
pub fn mount() {
    leptos::mount::mount_to_body(App);
    web::clear_start();
}

#[component]
fn App() -> impl IntoView {
    let book = Book::open();
    provide_context(book);
    if book.settings.with_untracked(|settings| settings.language.is_empty()) {
        // Indonesian first: English only for a browser that asks for it.
        if Lang::from_tag(&web::browser_language()) == Some(Lang::En) {
            book.speak(Lang::En);
        }
    }

    begin_once_painted(book);

    let route = RwSignal::new(Route::parse(&web::address()));
    web::on_address_change(move |hash| route.set(Route::parse(&hash)));
    provide_context(route.read_only());

    let lang = Memo::new(move |_| book.lang());
    move || {
        let lang = lang.get();
        web::set_language(lang.tag());
        provide_context(lang);
        view! { <Frame /> }.into_any()
    }
}

/// Fetches and begins the rest of the app, which reads the records: at once where the first screen waits for them, else when
/// it can be seen; in a tab that nobody looks at, which paints nothing, a little later.
fn begin_once_painted(book: Book) {
    if book.reading.with_untracked(|reading| *reading == Reading::Awaited) {
        return later::fetch_ahead(book);
    }
    let has_begun = StoredValue::new(false);
    let begin = move || {
        if has_begun.try_update_value(|has_begun| std::mem::replace(has_begun, true)) == Some(false) {
            later::fetch_ahead(book);
        }
    };
    request_animation_frame(move || web::next_turn(begin));
    set_timeout(begin, Duration::from_millis(500));
}
