//! What needs doing: three lines at most, each with its reason, and each leads to what it counts.

use leptos::prelude::*;

use crate::route::Route;
use crate::search::{Filter, Need};
use crate::stats::Waiting;
use crate::ui::parts::block::{a, div, p, section, span, text, ul};
use crate::ui::state::{NEEDS, use_first_texts, use_lang};

/// So many lines are read; more are a list that is not.
const MOST: usize = 3;

pub fn needs(counts: [usize; 3], waiting: Waiting, suspects: Option<usize>) -> AnyView {
    let (lang, t) = (use_lang(), use_first_texts());
    let line = |to: &Route, word: String, reason| div("need", vec![a("", to, vec![text(word)]), span("soft", reason)]);
    let mut lines = Vec::new();
    for (need, count) in NEEDS.into_iter().zip(counts) {
        if count > 0 {
            let filter = Filter { need: Some(need), ..Filter::default() };
            let to = if need == Need::Conflict { Route::Conflicts } else { Route::Groups(filter) };
            lines.push(line(&to, lang.needing(need, count), lang.need_reason(need)));
        }
    }
    if let Some(count) = suspects.filter(|count| *count > 0) {
        // Behind what is in conflict: two records are one more often than a value is missed.
        let place = usize::from(counts[0] > 0);
        lines.insert(place, line(&Route::Duplicates(None), lang.suspects(count), lang.suspects_reason()));
    }
    // A group without a place is not complete, either, and stands in that line, too.
    lines.truncate(MOST);
    let mut parts = vec![if lines.is_empty() { p("soft", t.needs_nothing) } else { ul("needs", lines) }];
    // What is still to be done, but wrong nowhere.
    if suspects.is_none() {
        parts.push(a("go", &Route::Duplicates(None), vec![text(t.duplicates_look)]));
    }
    if waiting.is_due() {
        parts.push(a("go", &Route::Files, vec![text(lang.reminder(waiting))]));
    }
    section("needs", t.needs_title, parts)
}
