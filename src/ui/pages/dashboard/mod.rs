//! The figures and charts of the province, or of one city.

mod charts;
mod choices;
mod figures;
mod needs;

use leptos::prelude::*;

use super::programme::public;
use crate::domain::RegionCode;
use crate::stats::Scope;
use crate::ui::lazy;
use crate::ui::state::{DashboardNumbers, Duplicates, use_app};

#[component]
pub fn DashboardPage(city: Option<RegionCode>, scope: Scope) -> impl IntoView {
    let app = use_app();
    let numbers = Memo::new(move |_| app.numbers(city, scope));
    // What tells of needs changes by itself: then the charts stay, with the table that is open and the bar that has the keys.
    let counted = Memo::new(move |_| numbers.get().map(DashboardNumbers::counted));
    let is_empty = Memo::new(move |_| counted.with(|numbers| numbers.as_ref().is_some_and(|numbers| numbers.is_empty)));
    let offered = Memo::new(move |_| counted.with(|numbers| numbers.as_ref().map(|it| (it.scopes.clone(), it.years))));
    // Whoever has no book yet comes to see what this is.
    let top = move || if is_empty.get() { public(true) } else { choices::choices(city, scope, offered) };
    let own = move || counted.get().filter(|numbers| !numbers.is_empty);
    let figures = move || match counted.get() {
        Some(numbers) => (!numbers.is_empty).then(|| figures::figures(&numbers.per_city)),
        None => Some(lazy::unread(app)),
    };
    // What needs doing stands before what is merely known.
    let needs = move || {
        let suspects = Duplicates::of(app).with(|suspects| suspects.map(|suspects| suspects.pairs.len()));
        let numbers = numbers.get().filter(|numbers| !numbers.is_empty);
        numbers.map(|numbers| needs::needs(numbers.needs, numbers.waiting, suspects))
    };
    let charts = move || own().map(|numbers| charts::charts(&numbers.per_city, city, scope, numbers.covered));
    vec![top.into_any(), figures.into_any(), needs.into_any(), charts.into_any()]
}
