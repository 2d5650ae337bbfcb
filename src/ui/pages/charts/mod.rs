//! Charts: one by itself, all of a subject, and areas side by side. The address holds what is asked, so each can be sent.

mod all;
mod compare;
mod filters;
mod one;

use leptos::prelude::*;

use super::patterns::told_of;
use crate::figures::{Book, figure};
use crate::i18n::Lang;
use crate::route::Route;
use crate::scene::{Figure, Form};
use crate::search::kept;
use crate::stats::{Asked, Covers, Question};
use crate::ui::charts::{Frame, across, drawn_in};
use crate::ui::parts::block::{a, div, text};
use crate::ui::state::{App, Reading, use_app, use_lang};
use crate::web;

pub use all::charts_page;
pub use compare::{COMPARE, ComparePage};
pub use one::ChartPage;

/// The address of a chart that is asked so; of all charts where there is no question.
pub fn chart_route(question: Option<Question>, asked: &Asked) -> Route {
    Route::Chart(question.map_or("", Question::code), kept(&asked.query()))
}

/// What a question comes to; `None` until the book has been read, where it is asked of the book.
pub fn answered(app: App, lang: Lang, question: Question, asked: &Asked) -> Option<Figure> {
    let is_read = app.reading.with(|reading| matches!(reading, Reading::Done));
    (question.is_published() || is_read).then(|| {
        app.registry.with(|registry| {
            let covered = app.covered(registry);
            let last = covered.last_ms.map(|last| web::local(last).date());
            let covers = Covers { groups: 0, senders: covered.senders, last };
            figure(lang, question, Book { registry, covers }, asked)
        })
    })
}

/// Whether a figure is there, and what it is now: it changes in its place, under whoever walks in it.
fn present(figure: Memo<Option<Figure>>) -> (Memo<bool>, Signal<Figure>) {
    // It is asked for only where there is one.
    let now = move || figure.get().unwrap_or_else(|| Figure::new(Form::Bars));
    (Memo::new(move |_| figure.with(Option::is_some)), Signal::derive(now))
}

/// Charts one below the other, each with the way to itself. Each is counted and drawn in a turn of its own, so that the page stays
/// usable meanwhile; what did not change is not drawn again.
pub fn column(questions: Vec<Question>, asked: &Asked) -> AnyView {
    let (app, lang) = (use_app(), use_lang());
    let (across, count) = (across(), questions.len());
    // The page itself has the first.
    let turn = RwSignal::new(0_usize);
    Effect::new(move || {
        if turn.get() < count {
            // The page may be gone by then.
            web::next_turn(move || {
                let _ = turn.try_update(|turn| *turn += 1);
            });
        }
    });
    let told = told_of(app);
    let one = |(place, question): (usize, Question)| {
        let is_due = Memo::new(move |_| turn.get() > place);
        let own = asked.clone();
        let figure = Memo::new(move |_| if is_due.get() { answered(app, lang, question, &own) } else { None });
        let (is_there, now) = present(figure);
        let chart = move || is_there.get().then(|| drawn_in(lang, now, Frame::new(question.code()), across));
        let alone = chart_route(Some(question), &Asked { topic: None, ..asked.clone() });
        div("column-part", vec![chart.into_any(), a("go", &alone, vec![text(lang.texts().chart_take)])])
    };
    let charts = questions.into_iter().enumerate().map(one);
    div("column-part", std::iter::once(told).chain(charts).collect())
}
