//! What needs doing: each line leads to the groups it counts.

use leptos::prelude::*;

use crate::route::Route;
use crate::search::{Filter, Need};
use crate::stats::Waiting;
use crate::ui::parts::block::{a, p, section, text, ul};
use crate::ui::state::{NEEDS, use_first_texts, use_lang};

pub fn needs(counts: [usize; 3], waiting: Waiting, suspects: Option<usize>) -> AnyView {
    let (lang, t) = (use_lang(), use_first_texts());
    let mut lines = Vec::new();
    for (need, count) in NEEDS.into_iter().zip(counts) {
        if count > 0 {
            let filter = Filter { need: Some(need), ..Filter::default() };
            let to = if need == Need::Conflict { Route::Conflicts } else { Route::Groups(filter) };
            lines.push(a("", &to, vec![text(lang.needing(need, count))]));
        }
    }
    if waiting.changes > 0 {
        let line = if waiting.is_due() { lang.reminder(waiting) } else { lang.unsent(waiting.changes) };
        lines.push(a("", &Route::Files, vec![text(line)]));
    }
    match suspects {
        Some(0) => {}
        Some(count) => lines.push(a("", &Route::Duplicates(None), vec![text(lang.suspects(count))])),
        None => lines.push(a("", &Route::Duplicates(None), vec![text(t.duplicates_look)])),
    }
    let lines = if lines.is_empty() { p("soft", t.needs_nothing) } else { ul("needs", lines) };
    section("needs", t.needs_title, vec![lines])
}
