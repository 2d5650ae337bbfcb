//! All groups: search as one types, chips that narrow and order, the list; on a wide screen a table, or beside a group that is open.

mod beside;
mod chips;
mod listing;
mod row;
mod table;

use leptos::prelude::*;

use crate::domain::RegionCode;
use crate::i18n::Lang;
use crate::route::{Route, Tab};
use crate::search::Filter;
use crate::stats::Scope;
use crate::ui::parts::block::{a, div, text};
use crate::ui::parts::icon::{Sign, icon};
use crate::ui::state::{Desk, Duplicates, use_app, use_texts};
use crate::web;

pub use beside::beside;
use chips::{chips, parts_of};
use listing::Listing;
pub use listing::next_to;
use row::Row;
use table::table;

/// What finds the field that searches.
pub const SEARCH: &str = "input[type=search]";

#[component]
pub fn GroupsPage(filter: Filter) -> impl IntoView {
    let (app, t) = (use_app(), use_texts());
    Duplicates::of(app).watch(false);
    let desk = Desk::of(app);
    desk.narrow(filter);
    let listing = Listing::new(Callback::new(move |narrowed: Filter| {
        // The address follows, so that "back" and a copied link find the same list.
        web::replace_address(&Route::Groups(narrowed).to_string());
        desk.narrow(narrowed);
    }));
    if desk.takes_search() {
        request_animation_frame(|| {
            web::focus_first(SEARCH);
        });
    }
    // Of a list that is narrowed to a place one asks next what else is known of it.
    let place = move || listing.filter().region.filter(|region| !region.level().is_village());
    let area = move || place().map(|place| a("go", &Route::area(place, Scope::All), vec![text(t.area_page)]));
    let list = move || if desk.is_wide.get() { table(listing) } else { items(listing, item) };
    view! {
        <search class="search">
            {listing.field()}
            {chips(listing)}
        </search>
        {listing.told(on_paper)}
        {area}
        {list}
        {div("thumb fab", vec![a("button solid", &Route::NewGroup, vec![icon(Sign::Add), text(t.add_group)])])}
    }
}

/// The list as a phone has it.
fn items(listing: Listing, draw: fn(&Row) -> AnyView) -> AnyView {
    listing.rows(|rows| view! { <ul class="items">{rows}</ul> }.into_any(), draw)
}

fn item(row: &Row) -> AnyView {
    let item = a("item", &Route::Group(row.dossier.id, Tab::Members), row.lines());
    view! { <li>{item}</li> }.into_any()
}

/// What a printed list is of, and of which day.
fn on_paper(filter: &Filter, words: &str) -> String {
    let lang: Lang = use_app().lang();
    let region = filter.region.and_then(RegionCode::kabkota);
    let place = region.map_or_else(|| lang.texts().paper_province.to_owned(), |region| lang.city(Some(region)));
    // A kecamatan is told with what else narrows the list.
    let rest = Filter { region: filter.region.filter(|own| Some(*own) != region), ..*filter };
    let parts = parts_of(&rest, lang).into_iter().filter(|part| part.name != chips::CITY).map(|part| part.word);
    let typed = Some(words.trim().to_owned()).filter(|words| !words.is_empty());
    [place].into_iter().chain(parts).chain(typed).chain([lang.date(web::today())]).collect::<Vec<_>>().join(" · ")
}
