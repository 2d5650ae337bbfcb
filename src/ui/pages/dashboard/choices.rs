//! What is looked at: the province or one's own city, and of which programme and year. Both stand in the address.

use leptos::prelude::*;

use crate::domain::{RegionCode, Year};
use crate::route::Route;
use crate::stats::Scope;
use crate::ui::parts::block::{a, div, text};
use crate::ui::state::{use_app, use_first_texts, use_lang};
use crate::web;

/// What is in the book, and the years of all of it.
type Offered = Memo<Option<(Vec<Scope>, Option<(Year, Year)>)>>;

pub fn choices(city: Option<RegionCode>, scope: Scope, offered: Offered) -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_first_texts());
    let place = |to: &Route, word: &'static str, is_current: bool| {
        view! { <a href=to.to_string() aria-current=is_current.then_some("true")>{word}</a> }.into_any()
    };
    let switch = move || {
        let own = app.own_city().or(city);
        let mine = own.map_or(Route::ChooseCity, |own| Route::City(own, scope));
        vec![
            place(&Route::Dashboard(scope), t.city_province, city.is_none()),
            place(&mine, t.city_mine, city.is_some()),
        ]
    };
    let choose = move |code: String| {
        web::go(&Route::summary(city, Scope::from_code(&code).unwrap_or_default()).to_string());
    };
    let pill = move || {
        let (mut scopes, years) = offered.get().unwrap_or_default();
        // What is looked at is offered, too, whatever is in the book.
        if !scopes.contains(&scope) {
            scopes.push(scope);
        }
        let option = |one: Scope| {
            let is_chosen = one == scope;
            view! { <option value=one.code() prop:selected=is_chosen>{lang.scope(one, years)}</option> }.into_any()
        };
        let options: Vec<AnyView> = scopes.into_iter().map(option).collect();
        view! {
            <select class="pill" aria-label=t.scope_label on:change:target=move |event| choose(event.target().value())>
                {options}
            </select>
        }
        .into_any()
    };
    let other = city.map(|_| a("go", &Route::ChooseCity, vec![text(t.city_other)]));
    let switch = view! { <nav class="switch" aria-label=t.city_switch>{switch}</nav> }.into_any();
    div("looked-at", [Some(switch), Some(pill.into_any()), other].into_iter().flatten().collect())
}
