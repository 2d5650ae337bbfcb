//! A figure that is drawn as a scene: title, finding, the drawing, the table, the note. Its marks are one stop of the key Tab, and keys
//! walk among them ([`keys`]); the table can be gone to before them.
//!
//! Comes with the second wasm: the bars of the first screen are lines of text and need no scene (`bars`). Relies on `scene`.

mod keys;
mod table;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

use self::keys::Wish;
use super::frame::{Frame, figure_id};
use crate::i18n::Lang;
use crate::scene::{Figure, inline};
use crate::ui::parts::block::{button, div, h2, p};
use crate::web;

/// How wide a drawing is at least, in pixels at the usual size of letters.
const LEAST: i32 = 240;

/// And at most, on a page.
const MOST: i32 = 760;

/// The same where it has the whole screen.
const FULL: i32 = 1_280;

/// Draws a figure; `across` is how wide its place is, in pixels at the usual size of letters, and `id` names its title in the page.
pub fn drawn(lang: Lang, figure: &Figure, id: &'static str, across: Signal<i32>) -> AnyView {
    drawn_in(lang, figure, Frame::new(id), across)
}

/// Draws one that stands by itself, in a frame that buttons share.
pub fn drawn_in(lang: Lang, figure: &Figure, frame: Frame, across: Signal<i32>) -> AnyView {
    let (t, id) = (lang.texts(), frame.id);
    if let Some(told) = frame.told {
        told.hear(id, figure);
    }
    let (keys, whole, table) = (format!("{id}-keys"), figure_id(id), format!("{id}-table"));
    let laid_out = figure.clone();
    let marks = move || inline(lang, &laid_out, width(frame, across) * 10);
    let leave = move || {
        let leave = || button("plain", t.chart_full_leave, web::leave_full_screen);
        frame.is_full.get().then(|| div("actions", vec![leave()]))
    };
    let heard = figure.clone();
    let (to_table, out) = (table.clone(), whole.clone());
    let hear_key = move |event: KeyboardEvent| match keys::walk(&event) {
        Some(Wish::Out) if !frame.silence() => web::focus(&out),
        Some(Wish::Table) => web::open_to(&to_table),
        Some(Wish::Sound) => frame.listen(lang, &heard),
        Some(Wish::Out) | None => {}
    };
    let by_link = table.clone();
    let open = move |event: MouseEvent| {
        event.prevent_default();
        web::open_to(&by_link);
    };
    view! {
        <figure class="chart" class:patterned=move || frame.is_patterned() id=whole tabindex="-1" aria-labelledby=id on:keydown=hear_key>
            {leave}
            {h2(id, figure.title.clone())}
            {p("finding", figure.finding.clone())}
            <a class="skip to-table" aria-describedby=id href=web::address() on:click=open>{t.chart_to_table}</a>
            <div aria-describedby=keys.clone() inner_html=marks></div>
            <p class="soft keys" id=keys>{t.chart_walk}</p>
            <details id=table>
                <summary>{t.chart_table}</summary>
                <div class="inside">{table::table(figure, id)}</div>
            </details>
            <figcaption>{figure.note.clone()}</figcaption>
        </figure>
    }
    .into_any()
}

/// How wide the drawing is to be.
fn width(frame: Frame, across: Signal<i32>) -> i32 {
    // Heard in any case: it changes with the window.
    let across = across.get();
    if frame.is_full.get() { (web::window_across() - 64).clamp(LEAST, FULL) } else { across.clamp(LEAST, MOST) }
}
