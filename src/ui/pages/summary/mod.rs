//! The figures and charts of the province.

mod charts;
mod empty;
mod figures;
mod needs;

use leptos::prelude::*;

use crate::route::Route;
use crate::stats::Scope;
use crate::ui::later;
use crate::ui::parts::{Choice, Frame, field, select};
use crate::ui::state::{Numbers, suspects, use_book, use_first_texts, use_lang};
use crate::web;

#[component]
pub fn SummaryPage(scope: Scope) -> impl IntoView {
    let (book, lang, t) = (use_book(), use_lang(), use_first_texts());
    let named = Scope::offered().into_iter().filter(|scope| *scope != Scope::All);
    let choices: Vec<Choice> = named.map(|scope| Choice::new(scope.code(), lang.scope(scope))).collect();
    let value = if scope == Scope::All { String::new() } else { scope.code() };
    let choose = Callback::new(move |code: String| {
        web::go(&Route::Summary(Scope::from_code(&code).unwrap_or_default()).to_string());
    });
    let chooser = select("scope".to_owned(), Signal::stored(value), choices, t.scope_all, choose);
    let numbers = Memo::new(move |_| book.numbers(scope));
    let parts = move || {
        let suspects = suspects().with(|suspects| suspects.as_ref().map(|suspects| suspects.pairs.len()));
        let Some(Numbers { is_empty, per_city, needs, waiting, covered }) = numbers.get() else {
            return vec![later::unread(book)];
        };
        let mut parts = vec![figures::figures(&per_city), charts::charts(&per_city, scope, covered)];
        if is_empty {
            parts.insert(0, empty::empty_book());
        } else {
            parts.push(needs::needs(needs, waiting, suspects));
        }
        parts
    };
    vec![field(Frame::plain("scope", t.scope_label), chooser), parts.into_any()]
}
