//! The figures and charts of the province.

mod charts;
mod empty;
mod figures;
mod needs;

use leptos::prelude::*;

use crate::route::Route;
use crate::stats::Scope;
use crate::ui::lazy;
use crate::ui::parts::{Choice, Frame, field, select};
use crate::ui::state::{DashboardNumbers, Duplicates, use_app, use_first_texts, use_lang};
use crate::web;

#[component]
pub fn DashboardPage(scope: Scope) -> impl IntoView {
    let (app, lang, t) = (use_app(), use_lang(), use_first_texts());
    let value = if scope == Scope::All { String::new() } else { scope.code() };
    let choose = Callback::new(move |code: String| {
        web::go(&Route::Dashboard(Scope::from_code(&code).unwrap_or_default()).to_string());
    });
    let numbers = Memo::new(move |_| app.numbers(scope));
    // What is looked at is offered, too, whatever is in the book.
    let scopes = Memo::new(move |_| {
        let offered = numbers.with(|numbers| numbers.as_ref().map(|numbers| numbers.scopes.clone()));
        let offered = offered.unwrap_or_else(|| Scope::offered([]));
        let missing = Some(scope).filter(|scope| !offered.contains(scope));
        offered.into_iter().chain(missing).filter(|scope| *scope != Scope::All).collect::<Vec<_>>()
    });
    let chooser = move || {
        let choices = scopes.get().into_iter().map(|scope| Choice::new(scope.code(), lang.scope(scope))).collect();
        select("scope".to_owned(), Signal::stored(value.clone()), choices, t.scope_all, choose)
    };
    // What tells of needs changes by itself: then the charts stay, with the table that is open and the bar that has the keys.
    let counted = Memo::new(move |_| numbers.get().map(DashboardNumbers::counted));
    let figures = move || {
        let Some(DashboardNumbers { is_empty, per_city, .. }) = counted.get() else { return vec![lazy::unread(app)] };
        let mut parts = vec![figures::figures(&per_city)];
        if is_empty {
            parts.insert(0, empty::empty_book());
        }
        parts
    };
    // What needs doing stands before what is merely known.
    let needs = move || {
        let suspects = Duplicates::of(app).with(|suspects| suspects.map(|suspects| suspects.pairs.len()));
        let numbers = numbers.get().filter(|numbers| !numbers.is_empty);
        numbers.map(|numbers| needs::needs(numbers.needs, numbers.waiting, suspects))
    };
    let charts = move || counted.get().map(|numbers| charts::charts(&numbers.per_city, scope, numbers.covered));
    vec![
        field(Frame::plain("scope", t.scope_label), chooser.into_any()),
        figures.into_any(),
        needs.into_any(),
        charts.into_any(),
    ]
}
