//! One chart by itself: to be read, sent, taken away, heard and printed.

use leptos::prelude::*;

use super::super::patterns::{PATTERNS, told_of};
use super::filters::filters;
use super::{answered, present};
use crate::stats::{Asked, Question};
use crate::ui::charts::{Frame, across, drawn_in, ways};
use crate::ui::lazy;
use crate::ui::state::{Intent, use_app, use_lang};

#[component]
pub fn ChartPage(question: Question, asked: Asked) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let above = filters(&asked, question.code());
    let figure = Memo::new(move |_| answered(app, lang, question, &asked));
    let across = across();
    let (told, frame) = (told_of(app), Frame::new(question.code()));
    let turn = move || app.dispatch(Intent::Arrange(PATTERNS.to_owned()));
    let (is_there, now) = present(figure);
    let ways = move || now.with(|figure| ways(lang, figure, frame, turn));
    let chart = move || {
        if is_there.get() { vec![drawn_in(lang, now, frame, across), ways.into_any()] } else { vec![lazy::unread(app)] }
    };
    vec![above, told, chart.into_any()]
}
