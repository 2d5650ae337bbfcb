//! Which sheet, and which row has the headings.

use leptos::prelude::*;

use super::work::Work;
use crate::lists::Cover;
use crate::ui::parts::{Choice, Frame, field, select};
use crate::ui::state::{use_lang, use_texts};

pub fn sheet(work: Work) -> Vec<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    let mut parts = Vec::new();
    let sheets: Vec<Choice> = work.covers.with_value(|covers| {
        let choice = |(at, cover): (usize, &Cover)| Choice::new(at.to_string(), lang.sheet(&cover.name, cover.rows));
        covers.iter().enumerate().map(choice).collect()
    });
    if sheets.len() > 1 {
        let value = Signal::derive(move || work.chosen.get().to_string());
        let choose = Callback::new(move |code: String| {
            work.chosen.set(code.parse().unwrap_or_default());
            work.guess(None);
        });
        let control = select("list-sheet".to_owned(), value, sheets, t.list_sheet_first, choose);
        parts.push(field(Frame::plain("list-sheet", t.list_sheet), control));
    }
    let heading = move || {
        let chosen = work.chosen.get();
        let choices = work.covers.with_value(|covers| {
            let head = covers.get(chosen).into_iter().flat_map(|cover| &cover.head);
            head.map(|(row, text)| Choice::new(row.to_string(), lang.heading_row(*row, text))).collect()
        });
        let value = Signal::derive(move || {
            let (first, rows) = work.mapping.with(|mapping| (mapping.first_row, mapping.heading_rows));
            if rows == 0 { String::new() } else { first.to_string() }
        });
        let choose = Callback::new(move |code: String| work.guess(Some(code.parse().unwrap_or_default())));
        let control = select("list-heading".to_owned(), value, choices, t.list_no_heading, choose);
        field(Frame::plain("list-heading", t.list_heading), control)
    };
    parts.push(heading.into_any());
    parts
}
