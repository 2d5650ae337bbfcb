//! The root: opens the book, follows the address, draws the frame in the language chosen.

use std::time::Duration;

use leptos::prelude::*;

use crate::i18n::Lang;
use crate::route::Route;
use crate::ui::lazy;
use crate::ui::pages::{DashboardPage, programme_page};
use crate::ui::shell::Frame;
use crate::ui::state::{App, Reading};
use crate::web;

/// Puts the app on the page.
pub fn mount() {
    leptos::mount::mount_to_body(Root);
    web::clear_start();
}

#[component]
fn Root() -> impl IntoView {
    let app = App::open();
    provide_context(app);
    if app.settings.with_untracked(|settings| settings.language.is_empty()) {
        // Indonesian first: English only for a browser that asks for it.
        if Lang::from_tag(&web::browser_language()) == Some(Lang::En) {
            app.speak(Lang::En);
        }
    }

    begin_once_painted(app);

    let route = RwSignal::new(Route::parse(&web::address()));
    web::on_address_change(move |hash| route.set(Route::parse(&hash)));
    provide_context(route.read_only());

    let lang = Memo::new(move |_| app.lang());
    move || {
        let lang = lang.get();
        web::set_language(lang.tag());
        provide_context(lang);
        view! { <Frame first=first_page /> }.into_any()
    }
}

/// The pages that the first wasm holds.
fn first_page(route: &Route) -> Option<AnyView> {
    match *route {
        Route::Dashboard(scope) => Some(view! { <DashboardPage city=None scope /> }.into_any()),
        Route::City(city, scope) => Some(view! { <DashboardPage city=Some(city) scope /> }.into_any()),
        Route::Programme => Some(programme_page()),
        _ => None,
    }
}

/// Fetches and begins the rest of the app, which reads the records: at once where the first screen waits for them, else when
/// it can be seen; in a tab that nobody looks at, which paints nothing, a little later.
fn begin_once_painted(app: App) {
    if app.reading.with_untracked(|reading| *reading == Reading::Awaited) {
        return lazy::fetch_ahead(app);
    }
    let has_begun = StoredValue::new(false);
    let begin = move || {
        if has_begun.try_update_value(|has_begun| std::mem::replace(has_begun, true)) == Some(false) {
            lazy::fetch_ahead(app);
        }
    };
    request_animation_frame(move || web::next_turn(begin));
    set_timeout(begin, Duration::from_millis(500));
}
