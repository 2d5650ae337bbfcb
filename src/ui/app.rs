//! The root: opens the book, follows the address, draws the frame in the language chosen.

use leptos::prelude::*;

use crate::i18n::Lang;
use crate::registry::Registry;
use crate::route::Route;
use crate::ui::later;
use crate::ui::shell::Frame;
use crate::ui::state::{Book, Intent};
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

    later::fetch_ahead(book);
    if book.is_practice() && book.registry.with_untracked(Registry::is_empty) {
        later::dispatch(book, Intent::PractiseAfresh);
    }

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
