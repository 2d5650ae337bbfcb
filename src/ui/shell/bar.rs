//! The five places: at the foot of a phone, at the side of a wide screen.

use leptos::prelude::*;

use crate::route::Route;
use crate::search::Filter;
use crate::stats::Scope;
use crate::ui::parts::block::span;
use crate::ui::parts::icon::{Sign, icon};
use crate::ui::state::{use_book, use_first_texts, use_route};

pub fn bar() -> AnyView {
    let (book, t) = (use_book(), use_first_texts());
    let route = use_route();
    let places = [
        (Route::Summary(Scope::All), Sign::Summary, t.place_summary),
        (Route::Groups(Filter::default()), Sign::Groups, t.place_groups),
        (Route::Events, Sign::Events, t.place_events),
        (Route::Files, Sign::Files, t.place_files),
        (Route::More, Sign::More, t.place_more),
    ];
    let place = |(place, sign, name): (Route, Sign, &'static str)| {
        let href = place.to_string();
        let current = move || is_in(&route.get(), &place).then_some("page");
        view! {
            // Who taps a place begins afresh there; "back" finds the words again.
            <a href=href aria-current=current on:click=move |_| book.words.set(String::new())>
                {icon(sign)}
                {span("", name)}
            </a>
        }
        .into_any()
    };
    view! {
        <nav class="bar" aria-label=t.main_places>
            <p class="brand" aria-hidden="true">{t.app_name}</p>
            {places.map(place).into_iter().collect::<Vec<_>>()}
        </nav>
    }
    .into_any()
}

/// Whether a page belongs to one of the five places.
fn is_in(page: &Route, place: &Route) -> bool {
    match place {
        Route::Summary(_) => matches!(page, Route::Summary(_)),
        Route::Groups(_) => matches!(
            page,
            Route::Groups(_)
                | Route::NewGroup
                | Route::Group(..)
                | Route::EditGroup(_)
                | Route::NewMember(_)
                | Route::EditMember(..)
                | Route::Conflicts
        ),
        Route::Files => matches!(page, Route::Files | Route::Preview | Route::Coverage),
        _ => page == place,
    }
}
