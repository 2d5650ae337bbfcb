//! The five places: at the foot of a phone, at the side of a wide screen.

use leptos::prelude::*;

use crate::kinds::KindId;
use crate::route::Route;
use crate::search::Filter;
use crate::stats::Scope;
use crate::ui::parts::block::span;
use crate::ui::parts::icon::{Sign, icon};
use crate::ui::state::{use_app, use_first_texts, use_route};

pub fn bar() -> AnyView {
    let (app, t) = (use_app(), use_first_texts());
    let route = use_route();
    let places = [
        (Route::Dashboard(Scope::All), Sign::Dashboard, t.place_summary),
        (Route::Groups(Filter::default()), Sign::Groups, t.place_groups),
        (Route::All(KindId::Event), Sign::Events, t.place_events),
        (Route::Files, Sign::Files, t.place_files),
        (Route::More, Sign::More, t.place_more),
    ];
    let place = |(place, sign, name): (Route, Sign, &'static str)| {
        let href = place.to_string();
        let current = move || is_in(&route.get(), &place).then_some("page");
        view! {
            // Who taps a place begins afresh there; "back" finds the words again.
            <a href=href aria-current=current on:click=move |_| app.search_for(String::new())>
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
        Route::Dashboard(_) => matches!(
            page,
            Route::Dashboard(_)
                | Route::City(..)
                | Route::ChooseCity
                | Route::Chart(..)
                | Route::Area(..)
                | Route::Practice
                | Route::Duplicates(_)
                | Route::Missing
        ),
        Route::Groups(_) => matches!(
            page,
            Route::Groups(_)
                | Route::NewGroup
                | Route::Group(..)
                | Route::EditGroup(_)
                | Route::Member(..)
                | Route::New(_, Some(_))
                | Route::Edit(_, Some(_), _)
                | Route::Conflicts
        ),
        Route::Files => matches!(page, Route::Files | Route::Preview | Route::List | Route::Coverage),
        Route::More => matches!(page, Route::More | Route::Storage | Route::Bin | Route::Programme),
        Route::All(of) => match page {
            Route::All(kind) | Route::New(kind, None) | Route::Edit(kind, None, _) => kind == of,
            _ => false,
        },
        _ => page == place,
    }
}
