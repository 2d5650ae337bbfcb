//! The figures and charts of the province.

mod charts;
mod empty;
mod figures;
mod needs;

use leptos::prelude::*;

use charts::Charts;
use empty::EmptyBook;
use figures::Figures;
use needs::Needs;

use crate::route::Route;
use crate::stats::{Scope, per_city};
use crate::ui::parts::{Choice, FieldFrame, Select};
use crate::ui::state::{use_book, use_lang, use_texts};
use crate::web;

#[component]
pub fn SummaryPage(scope: Scope) -> impl IntoView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let numbers = Memo::new(move |_| book.registry.with(|registry| per_city(registry.dossiers(), scope)));
    let is_empty = Memo::new(move |_| book.registry.with(|registry| registry.group_count() == 0));
    let choices: Vec<Choice> = Scope::offered()
        .into_iter()
        .filter(|scope| *scope != Scope::All)
        .map(|scope| Choice::new(scope.code(), lang.scope(scope)))
        .collect();
    let value = if scope == Scope::All { String::new() } else { scope.code() };
    let choose = Callback::new(move |code: String| {
        web::go(&Route::Summary(Scope::from_code(&code).unwrap_or_default()).to_string());
    });
    view! {
            {move || (is_empty.get()).then(|| view! {
                <EmptyBook />
    }.into_any())}
            <FieldFrame id="scope".to_owned() label=t.scope_label remarks=Vec::new()>
                <Select id="scope".to_owned() value=Signal::stored(value) choices empty=t.scope_all on_choose=choose />
            </FieldFrame>
            <Figures numbers />
            <Charts numbers scope />
            {move || (!is_empty.get()).then(|| view! {
                <Needs />
    }.into_any())}
        }
}
