//! The files that were handed over: who they are from, and what is wrong with those that cannot be read.

use leptos::prelude::*;

use crate::import_worker::{InspectedFile, Inspection, Outcome};
use crate::ui::parts::block::{b, button, details, div, p, section, ul};
use crate::ui::state::{Intent, use_app, use_lang, use_texts};
use crate::web;

/// More than these are shown when asked for: what they would do stands below them, and is what people come for.
const FEW: usize = 3;

pub fn files(inspection: &Inspection) -> Vec<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    if let [only] = inspection.files.as_slice() {
        return vec![p("from", about(only))];
    }
    let numbered = || inspection.files.iter().enumerate();
    let is_good = |seen: &InspectedFile| matches!(seen.outcome, Outcome::Good(_));
    let (good, others): (Vec<_>, Vec<_>) = numbered().partition(|(_, seen)| is_good(seen));
    let cards = |files: Vec<(usize, &InspectedFile)>| -> AnyView {
        ul("cards", files.into_iter().map(|(place, seen)| file(place, seen)).collect())
    };
    if good.len() <= FEW {
        return vec![section("files", t.preview_files, vec![cards(numbered().collect())])];
    }
    // Whoever has begun to leave files out goes on with it.
    let is_open = others.iter().any(|(_, seen)| seen.outcome == Outcome::Left);
    let summary = lang.readable_files(good.len());
    let shown = (!others.is_empty()).then(|| cards(others));
    let hidden = details("", is_open, summary, vec![cards(good)]);
    vec![section("files", t.preview_files, shown.into_iter().chain([hidden]).collect())]
}

/// One of several.
fn file(place: usize, seen: &InspectedFile) -> AnyView {
    let (app, t) = (use_app(), use_texts());
    let mut parts = vec![div("line", vec![b(seen.name.clone())])];
    if matches!(seen.outcome, Outcome::Good(_)) {
        parts.push(p("soft", about(seen)));
        parts.push(button("link", t.preview_leave_file, move || app.dispatch(Intent::LeaveOut { place })));
    } else {
        parts.push(p("", about(seen)));
    }
    let class = if matches!(seen.outcome, Outcome::Refused(_)) { "card conflict" } else { "card" };
    div(class, parts)
}

fn about(seen: &InspectedFile) -> String {
    let (lang, t) = (use_lang(), use_texts());
    match &seen.outcome {
        Outcome::Good(header) => lang.file_from(header, &seen.name, web::local(header.created_ms)),
        Outcome::Left => t.preview_left_file.to_owned(),
        Outcome::Refused(error) => lang.read_error(error),
    }
}
