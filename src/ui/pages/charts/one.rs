//! One chart by itself: to be read, sent as a picture, taken away as a picture or a table, and printed.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::answered;
use super::filters::filters;
use crate::exchange::file_name;
use crate::i18n::Lang;
use crate::scene::{Figure, csv, picture};
use crate::stats::{Asked, Question};
use crate::ui::charts::drawn;
use crate::ui::lazy;
use crate::ui::parts::block::{button, div, live, p};
use crate::ui::state::{use_app, use_lang, use_texts};
use crate::web::{self, Shareable};

/// How wide a picture is that leaves, in tenths of a pixel: read on a phone without turning it, and two columns wide on paper.
const WIDTH: i32 = 7_200;

#[component]
pub fn ChartPage(question: Question, asked: Asked) -> impl IntoView {
    let (app, lang) = (use_app(), use_lang());
    let across = super::across();
    let above = filters(&asked, Some(question));
    let figure = Memo::new(move |_| answered(app, lang, question, &asked));
    let chart = move || match figure.get() {
        Some(figure) => vec![drawn(lang, &figure, question.code(), across), ways(lang, &figure)],
        None => vec![lazy::unread(app)],
    };
    vec![above, chart.into_any()]
}

/// The ways in which a chart leaves.
fn ways(lang: Lang, figure: &Figure) -> AnyView {
    let t = use_texts();
    // What it asks, in the language of the person who finds it in a folder.
    let title = StoredValue::new(figure.title.clone());
    let name = move |extension: &str| title.with_value(|title| file_name(title, &[], web::today(), extension));
    let (svg, [width, height]) = picture(lang, figure, WIDTH);
    let table = csv(figure);
    // What is shared has to be ready before the tap.
    let png = RwSignal::new_local(None::<web_sys::Blob>);
    let share = RwSignal::new_local(None::<Shareable>);
    let has_failed = RwSignal::new(false);
    let drawing = svg.clone();
    spawn_local(async move {
        let made = web::png(&drawing, [width / 10, height / 10]).await;
        // The page may be gone by now.
        let _ = has_failed.try_set(made.is_none());
        let _ = share.try_set(made.as_ref().and_then(|made| Shareable::picture(&name("png"), made)));
        let _ = png.try_set(made);
    });
    let send = move || {
        if let Some(share) = share.get_untracked() {
            spawn_local(async move {
                share.share().await;
            });
        }
    };
    let shares = move || share.with(Option::is_some).then(|| button("solid", t.chart_share, send));
    let dots = move || {
        let take = move || {
            png.with_untracked(|png| png.as_ref().map(|png| web::download(&name("png"), png)));
        };
        png.with(Option::is_some).then(|| button("plain", t.chart_png, take))
    };
    let lines = button("plain", t.chart_svg, move || {
        web::download_bytes(&name("svg"), svg.as_bytes(), "image/svg+xml");
    });
    let numbers = button("plain", t.chart_csv, move || {
        web::download_bytes(&name("csv"), table.as_bytes(), "text/csv");
    });
    let failed = live("status", "", move || has_failed.get().then(|| p("box", t.chart_not_made)).into_iter().collect());
    let print = button("plain", t.print, web::print);
    vec![failed, div("actions", vec![shares.into_any(), dots.into_any(), lines, numbers, print])].into_any()
}
