//! Which sheet, and which row has the headings.

use leptos::prelude::*;

use super::Work;
use crate::lists::{Cell, Sheet, guess, guess_under};
use crate::ui::parts::{Choice, Frame, field, select};
use crate::ui::state::{use_lang, use_texts};

/// Rows that can be chosen as the heading.
const OFFERED: usize = 25;

/// Letters of a row that are shown to know it by.
const SHOWN: usize = 60;

pub fn sheet(work: Work) -> Vec<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    let mut parts = Vec::new();
    let sheets: Vec<Choice> = work.sheets.with_value(|sheets| {
        let choice =
            |(at, sheet): (usize, &Sheet)| Choice::new(at.to_string(), lang.sheet(&sheet.name, sheet.rows.len()));
        sheets.iter().enumerate().map(choice).collect()
    });
    if sheets.len() > 1 {
        let value = Signal::derive(move || work.chosen.get().to_string());
        let choose = Callback::new(move |code: String| {
            work.chosen.set(code.parse().unwrap_or_default());
            work.begin(untrack(|| work.sheet(guess)));
        });
        let control = select("list-sheet".to_owned(), value, sheets, t.list_sheet_first, choose);
        parts.push(field(Frame::plain("list-sheet", t.list_sheet), control));
    }
    let heading = move || {
        let choices = work.sheet(|sheet| {
            let rows = sheet.rows.iter().take(OFFERED).enumerate().filter(|(_, row)| !row.is_empty());
            let choice = |(at, row): (usize, &Vec<Cell>)| {
                let texts = row.iter().filter(|cell| !cell.is_empty()).map(|cell| cell.text.as_str());
                let text: String = texts.collect::<Vec<_>>().join(" · ").chars().take(SHOWN).collect();
                Choice::new((at + 1).to_string(), lang.heading_row(at + 1, &text))
            };
            rows.map(choice).collect::<Vec<_>>()
        });
        let value = Signal::derive(move || {
            let (first, rows) = work.mapping.with(|mapping| (mapping.first_row, mapping.heading_rows));
            if rows == 0 { String::new() } else { first.to_string() }
        });
        let choose = Callback::new(move |code: String| {
            let row = code.parse().unwrap_or_default();
            work.begin(untrack(|| work.sheet(|sheet| guess_under(sheet, row, usize::from(row > 0)))));
        });
        let control = select("list-heading".to_owned(), value, choices, t.list_no_heading, choose);
        field(Frame::plain("list-heading", t.list_heading), control)
    };
    parts.push(heading.into_any());
    parts
}
