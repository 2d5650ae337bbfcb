//! The files that were handed over: who they are from, and what is wrong with those that cannot be read.

use leptos::prelude::*;

use crate::desk::{Looked, Outcome, Seen};
use crate::ui::parts::block::{b, button, div, p, section, ul};
use crate::ui::state::{use_book, use_lang, use_texts};
use crate::web;

pub fn files(looked: &Looked) -> Vec<AnyView> {
    let t = use_texts();
    let [only] = looked.files.as_slice() else {
        let all = looked.files.iter().enumerate().map(|(place, seen)| file(place, seen)).collect();
        return vec![section("files", t.preview_files, vec![ul("cards", all)])];
    };
    vec![p("from", about(only))]
}

/// One of several.
fn file(place: usize, seen: &Seen) -> AnyView {
    let (book, t) = (use_book(), use_texts());
    let mut parts = vec![div("line", vec![b(seen.name.clone())])];
    if matches!(seen.outcome, Outcome::Good(_)) {
        parts.push(p("soft", about(seen)));
        parts.push(button("link", t.preview_leave_file, move || book.leave_out(place)));
    } else {
        parts.push(p("", about(seen)));
    }
    let class = if matches!(seen.outcome, Outcome::Refused(_)) { "card conflict" } else { "card" };
    div(class, parts)
}

fn about(seen: &Seen) -> String {
    let (lang, t) = (use_lang(), use_texts());
    match &seen.outcome {
        Outcome::Good(header) => lang.file_from(header, web::local(header.created_ms)),
        Outcome::Left => t.preview_left_file.to_owned(),
        Outcome::Refused(error) => lang.read_error(error),
    }
}
