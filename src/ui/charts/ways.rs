//! The ways in which a chart by itself leaves, and what else a person does with it: share, download, copy, print, fill the screen, hear it,
//! and have patterns beside colours.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::frame::{Frame, figure_id, plays};
use crate::exchange::file_name;
use crate::i18n::Lang;
use crate::scene::{Figure, Look, csv, picture_in, plain};
use crate::ui::parts::block::{button, details, div, p, span};
use crate::web::{self, Shareable};

/// How wide a picture is that leaves, in tenths of a pixel: read on a phone without turning it, and two columns wide on paper.
const WIDTH: i32 = 7_200;

/// How long a button says that it is done.
const DONE: Duration = Duration::from_secs(3);

/// The buttons of a chart; `turn_patterns` has them, and no more.
pub fn ways(lang: Lang, figure: &Figure, frame: Frame, turn_patterns: impl Fn() + 'static) -> AnyView {
    let t = lang.texts();
    let (share, files) = files(lang, figure, frame);
    let mut all = vec![share, files, copy(lang, figure, frame), button("plain", t.print, web::print)];
    all.extend(full(lang, frame));
    let tones = plays(lang, figure).map(|plays| listen(lang, figure, frame, plays));
    let (button, hint) = tones.unzip();
    all.extend(button);
    all.push(patterns(lang, frame, turn_patterns));
    all.extend(hint);
    div("chart-ways", all)
}

/// The picture to share, and what is downloaded; with patterns where they are on.
fn files(lang: Lang, figure: &Figure, frame: Frame) -> (AnyView, AnyView) {
    let t = lang.texts();
    // What it asks, in the language of the person who finds it in a folder. Owned, since the page may be gone before a picture is made.
    let title: Arc<str> = figure.title.as_str().into();
    let named = move |extension: &'static str| {
        let title = title.clone();
        move || file_name(&title, &[], web::today(), extension)
    };
    let table = csv(figure);
    let figure = figure.clone();
    let drawing = Memo::new(move |_| picture_in(Look { is_patterned: frame.is_patterned() }, lang, &figure, WIDTH));
    // What is shared has to be ready before the tap.
    let png = RwSignal::new_local(None::<web_sys::Blob>);
    let share = RwSignal::new_local(None::<Shareable>);
    let has_failed = RwSignal::new(false);
    let name = named("png");
    Effect::new(move || {
        let ((svg, [width, height]), name) = (drawing.get(), name.clone());
        spawn_local(async move {
            let made = web::png(&svg, [width / 10, height / 10]).await;
            // The page may be gone by now.
            let _ = has_failed.try_set(made.is_none());
            let _ = share.try_set(made.as_ref().and_then(|made| Shareable::picture(&name(), made)));
            let _ = png.try_set(made);
        });
    });
    let send = move || {
        if let Some(share) = share.get_untracked() {
            spawn_local(async move {
                share.share().await;
            });
        }
    };
    let shares = move || share.with(Option::is_some).then(|| button("solid", t.chart_share, send));
    let name = named("png");
    let dots = move || {
        let name = name.clone();
        let take = move || {
            png.with_untracked(|png| png.as_ref().map(|png| web::download(&name(), png)));
        };
        png.with(Option::is_some).then(|| button("plain", t.chart_png, take))
    };
    let name = named("svg");
    let lines = button("plain", t.chart_svg, move || {
        drawing.with_untracked(|(svg, _)| web::download_bytes(&name(), svg.as_bytes(), "image/svg+xml"));
    });
    let name = named("csv");
    let numbers = button("plain", t.chart_csv, move || {
        web::download_bytes(&name(), table.as_bytes(), "text/csv");
    });
    let failed = move || has_failed.get().then(|| p("box", t.chart_not_made));
    let all = vec![failed.into_any(), div("actions", vec![dots.into_any(), lines, numbers])];
    (shares.into_any(), details("chart-files", false, t.chart_files, all))
}

fn copy(lang: Lang, figure: &Figure, frame: Frame) -> AnyView {
    let t = lang.texts();
    let text = plain(figure);
    let is_done = RwSignal::new(false);
    let act = move || {
        let text = text.clone();
        spawn_local(async move {
            let done = web::copy(&text).await;
            frame.say(if done { t.chart_copied } else { t.copy_failed }.to_owned());
            let _ = is_done.try_set(done);
            let back = move || {
                let _ = is_done.try_set(false);
            };
            set_timeout(back, DONE);
        });
    };
    view! {
        <button type="button" class="plain" on:click=move |_| act()>
            {move || if is_done.get() { t.chart_copied } else { t.copy }}
        </button>
    }
    .into_any()
}

/// The whole screen; nothing where the browser gives it to nobody.
fn full(lang: Lang, frame: Frame) -> Option<AnyView> {
    let whole = figure_id(frame.id);
    let act = move || web::fill_screen(&whole);
    web::has_full_screen().then(|| button("plain", lang.texts().chart_full, act))
}

/// The button that plays, and what it plays.
fn listen(lang: Lang, figure: &Figure, frame: Frame, plays: String) -> (AnyView, AnyView) {
    let (t, figure, hint) = (lang.texts(), figure.clone(), format!("{}-plays", frame.id));
    let button = view! {
        <button
            type="button"
            class="plain"
            aria-describedby=hint.clone()
            on:click=move |_| frame.listen(lang, &figure)
        >
            {move || if frame.says().is_some() { t.chart_silence } else { t.chart_listen }}
        </button>
    };
    let hint = view! {
        <p class="soft chart-plays" id=hint hidden=move || frame.says().is_none()>
            {plays}
            " "
            {move || span("", frame.says().unwrap_or_default())}
        </p>
    };
    (button.into_any(), hint.into_any())
}

fn patterns(lang: Lang, frame: Frame, turn: impl Fn() + 'static) -> AnyView {
    let is_on = move || if frame.is_patterned() { "true" } else { "false" };
    view! {
        <button type="button" class="plain" aria-pressed=is_on on:click=move |_| turn()>
            {lang.texts().chart_patterns}
        </button>
    }
    .into_any()
}
