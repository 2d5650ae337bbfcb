//! What needs doing: each line leads to the groups it counts.

use leptos::prelude::*;

use crate::route::Route;
use crate::search::{Filter, Need};
use crate::ui::parts::block::{a, p, section, text, ul};
use crate::ui::state::{use_book, use_first_texts, use_lang};

pub fn needs() -> AnyView {
    let (book, lang, t) = (use_book(), use_lang(), use_first_texts());
    let mut lines = Vec::new();
    for need in [Need::Conflict, Need::Incomplete, Need::NoPlace] {
        let count = book.registry.with(|registry| registry.dossiers().filter(|dossier| need.is_of(dossier)).count());
        if count > 0 {
            let filter = Filter { need: Some(need), ..Filter::default() };
            lines.push(a("", &Route::Groups(filter), vec![text(lang.needing(need, count))]));
        }
    }
    let waiting = book.waiting();
    if waiting.changes > 0 {
        let line = if waiting.is_due() { lang.reminder(waiting) } else { lang.unsent(waiting.changes) };
        lines.push(a("", &Route::Files, vec![text(line)]));
    }
    let lines = if lines.is_empty() { p("soft", t.needs_nothing) } else { ul("needs", lines) };
    section("needs", t.needs_title, vec![lines])
}
