//! Keys by which a person walks and opens, one letter each: never while something is typed, never with Ctrl, Alt or Meta, and not at all
//! where they are switched off (WCAG 2.1.4).

use leptos::prelude::*;

use super::help::show_help;
use crate::domain::Id;
use crate::kinds::KindId;
use crate::registry::Dossier;
use crate::route::{Route, Tab};
use crate::search::Filter;
use crate::ui::pages::groups::{SEARCH, next_to};
use crate::ui::parts::open_dialog;
use crate::ui::state::{App, Desk, use_app, use_route};
use crate::web;

/// What finds the rows of a list, or the names of a table.
const ROWS: &str = "main .item, main tbody th a";

/// Hears them as long as what calls this is drawn.
pub fn listen() {
    let (app, route) = (use_app(), use_route());
    StoredValue::new_local(web::on_key(move |key| {
        let is_free = Desk::of(app).has_keys() && open_dialog().with_untracked(Option::is_none);
        is_free && untrack(|| act(app, &route.get(), key))
    }));
}

/// Does what a key stands for on a page; `false` where that is nothing.
fn act(app: App, route: &Route, key: &str) -> bool {
    match key {
        "/" => search(app),
        "j" | "k" => walk(app, route, key == "j"),
        "e" => go(edited(app, route).as_ref()),
        "n" => go(added(app, route).as_ref()),
        "?" => {
            show_help(app);
            true
        }
        _ => false,
    }
}

fn go(to: Option<&Route>) -> bool {
    to.map(|to| web::go(&to.to_string())).is_some()
}

/// Leads to the field that searches, here or on the list.
fn search(app: App) -> bool {
    if !web::focus_first(SEARCH) {
        Desk::of(app).ask_for_search();
        web::go(&Route::Groups(Filter::default()).to_string());
    }
    true
}

/// From a group to the next of the list, or from row to row.
fn walk(app: App, route: &Route, is_forward: bool) -> bool {
    let Route::Group(id, tab) = *route else { return web::focus_beside(ROWS, is_forward) };
    go(next_to(app, id, is_forward).map(|next| Route::Group(next, tab)).as_ref())
}

/// Whether there is a group that takes members and can be edited.
fn is_open(app: App, group: Id) -> bool {
    app.registry.with(|registry| registry.dossier(group).is_some_and(|dossier| !Dossier::is_recap_alone(dossier)))
}

/// The form for what is open.
fn edited(app: App, route: &Route) -> Option<Route> {
    match route {
        Route::Member(group, member) => Some(Route::Edit(KindId::Member, Some(*group), *member)),
        Route::Group(group, _) if is_open(app, *group) => Some(Route::EditGroup(*group)),
        _ => None,
    }
}

/// The form for another of what is listed.
fn added(app: App, route: &Route) -> Option<Route> {
    match route {
        Route::Group(group, tab) if is_open(app, *group) => {
            let kind = if let Tab::Of(kind) = tab { *kind } else { KindId::Member };
            Some(Route::New(kind, Some(*group)))
        }
        Route::All(kind) => Some(Route::New(*kind, None)),
        Route::Groups(_) | Route::Dashboard(_) => Some(Route::NewGroup),
        _ => None,
    }
}
