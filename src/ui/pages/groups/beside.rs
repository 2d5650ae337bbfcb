//! The list of groups beside a group that is open, where there is room for both. It keeps its place while one walks through groups.

use leptos::prelude::*;

use super::chips::chips;
use super::items;
use super::listing::Listing;
use super::row::Row;
use crate::domain::Id;
use crate::route::{Route, Tab};
use crate::search::Filter;
use crate::ui::parts::block::div;
use crate::ui::state::{Desk, use_app, use_lang, use_route};
use crate::web;

/// What finds the group that is open in the list.
const CURRENT: &str = ".beside [aria-current]";

/// The list, while a group is open on a wide screen.
pub fn beside() -> AnyView {
    let (app, route) = (use_app(), use_route());
    let desk = Desk::of(app);
    let is_open = Memo::new(move |_| desk.is_wide.get() && route.with(|route| group_of(route).is_some()));
    (move || is_open.get().then(list)).into_any()
}

/// The group that a page is of.
fn group_of(route: &Route) -> Option<Id> {
    match route {
        Route::Group(group, _) | Route::EditGroup(group) | Route::Member(group, _) => Some(*group),
        Route::New(_, group) | Route::Edit(_, group, _) => *group,
        _ => None,
    }
}

fn list() -> AnyView {
    let (app, lang, route) = (use_app(), use_lang(), use_route());
    let desk = Desk::of(app);
    let listing = Listing::new(Callback::new(move |filter: Filter| desk.narrow(filter)));
    Effect::new(move || {
        if let Some(id) = route.with(group_of) {
            listing.reach(id);
        }
        request_animation_frame(|| web::show_first(CURRENT));
    });
    view! {
        <nav class="beside" aria-label=lang.desk().list>
            <search class="search">
                {listing.field()}
                {chips(listing)}
            </search>
            {listing.told(|_, _| String::new())}
            {items(listing, item)}
        </nav>
    }
    .into_any()
}

fn item(row: &Row) -> AnyView {
    let (id, route) = (row.dossier.id, use_route());
    let current = move || route.with(|route| group_of(route) == Some(id)).then_some("true");
    view! {
        <li>
            <a class="item" href=Route::Group(id, Tab::Members).to_string() aria-current=current>
                {div("row-lines", row.lines())}
            </a>
        </li>
    }
    .into_any()
}
