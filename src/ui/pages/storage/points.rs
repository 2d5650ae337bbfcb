//! The restore points, and going back to one.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::store::Point;
use crate::ui::parts::block::{button, div, p, section, span, ul};
use crate::ui::parts::{Words, confirm};
use crate::ui::state::{Intent, points, use_app, use_lang, use_texts};
use crate::web;

pub fn points_panel() -> AnyView {
    let (app, t) = (use_app(), use_texts());
    let found = RwSignal::new(Vec::new());
    Effect::new(move |_| {
        // Each step that makes a point changes the book.
        app.registry.track();
        spawn_local(async move {
            let all = points::all(app).await.unwrap_or_default();
            // The page may be gone by now.
            found.try_set(all);
        });
    });
    let list = move || {
        let found = found.get();
        if found.is_empty() {
            return vec![p("soft", t.points_none)];
        }
        let words = Words {
            open: t.points_forget.to_owned(),
            explain: t.points_forget_text,
            confirm: t.points_forget,
            cancel: t.cancel,
        };
        let forget = move || app.dispatch(Intent::ForgetPoints);
        vec![
            ul("items", found.into_iter().map(line).collect()),
            confirm(words, || t.points_forget_question.to_owned(), forget),
        ]
    };
    section("points", t.points_title, vec![p("", t.points_text), list.into_any()])
}

fn line(point: Point) -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let text = lang.point(&point, web::local(point.at_ms));
    let go_back = move || app.dispatch(Intent::GoBack(point.clone()));
    div("line", vec![span("", text), button("link", t.point_go_back, go_back)])
}
