//! The files that were handed over: who they are from, and what is wrong with those that cannot be read.

use leptos::prelude::*;

use crate::desk::{Looked, Outcome, Sheet};
use crate::ui::parts::block::{b, button, div, p, section, ul};
use crate::ui::state::{use_book, use_lang, use_texts};
use crate::web;

pub fn files(looked: &Looked) -> Vec<AnyView> {
    let t = use_texts();
    let [only] = looked.files.as_slice() else {
        let all = looked.files.iter().enumerate().map(|(place, sheet)| file(place, sheet)).collect();
        return vec![section("files", t.preview_files, vec![ul("cards", all)])];
    };
    vec![p("from", about(only))]
}

/// One of several.
fn file(place: usize, sheet: &Sheet) -> AnyView {
    let (book, t) = (use_book(), use_texts());
    let mut parts = vec![div("line", vec![b(sheet.name.clone())])];
    if matches!(sheet.outcome, Outcome::Good(_)) {
        parts.push(p("soft", about(sheet)));
        parts.push(button("link", t.preview_leave_file, move || book.leave_out(place)));
    } else {
        parts.push(p("", about(sheet)));
    }
    let class = if matches!(sheet.outcome, Outcome::Refused(_)) { "card conflict" } else { "card" };
    div(class, parts)
}

fn about(sheet: &Sheet) -> String {
    let (lang, t) = (use_lang(), use_texts());
    match &sheet.outcome {
        Outcome::Good(header) => lang.file_from(header, web::local(header.created_ms)),
        Outcome::Left => t.preview_left_file.to_owned(),
        Outcome::Refused(error) => lang.read_error(error),
    }
}
