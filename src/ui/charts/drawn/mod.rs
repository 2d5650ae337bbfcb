//! A figure that is drawn as a scene: title, finding, the drawing, the table, the note. Its marks are one stop of the key Tab, and keys
//! walk among them ([`keys`]); the table can be gone to before them.
//!
//! Comes with the second wasm: the bars of the first screen are lines of text and need no scene (`bars`). Relies on `scene`.

mod keys;
mod table;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

use self::keys::Wish;
use super::frame::Frame;
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
    drawn_in(lang, Signal::stored(figure.clone()), Frame::new(id), across)
}

/// Draws one that stands by itself, in a frame that buttons share. What changes is drawn anew in its place: whoever walks among its marks, or
/// has its table open, stays there.
pub fn drawn_in(lang: Lang, figure: Signal<Figure>, frame: Frame, across: Signal<i32>) -> AnyView {
    let (t, id) = (lang.texts(), frame.id);
    if let Some(told) = frame.told {
        Effect::new(move || figure.with(|figure| told.hear(id, figure)));
    }
    let [keys, whole, table, scene] = ["keys", "chart", "table", "scene"].map(|part| format!("{id}-{part}"));
    let laid_out = move || figure.with(|figure| inline(lang, figure, width(frame, across) * 10, id));
    let first = untrack(laid_out);
    let (place, mounted) = (scene.clone(), first.clone());
    // Beside what stands in the page: it may have changed since, before this first runs.
    Effect::new(move |before: Option<String>| {
        let now = laid_out();
        if before.as_ref().unwrap_or(&mounted) != &now {
            web::draw_again(&place, &now, ".mark");
        }
        now
    });
    // Of nothing there is no drawing, and no table.
    let is_blank = move || figure.with(|figure| figure.rows.is_empty());
    let leave = move || {
        let leave = || button("plain", t.chart_full_leave, web::leave_full_screen);
        frame.is_full.get().then(|| div("actions", vec![leave()]))
    };
    let is_walked = RwSignal::new(false);
    let (to_table, out) = (table.clone(), whole.clone());
    let hear_key = move |event: KeyboardEvent| match keys::walk(&event) {
        Some(Wish::Out) if !frame.silence() => web::focus(&out),
        Some(Wish::Table) => web::open_to(&to_table),
        Some(Wish::Sound) => figure.with_untracked(|figure| frame.listen(lang, figure)),
        Some(Wish::Out) | None => {}
    };
    // What tells the keys stays once it was needed: what is below it must not move under a pointer.
    let note_key = move |event: KeyboardEvent| {
        if keys::is_of_mark(&event) {
            is_walked.set(true);
        }
    };
    let by_link = table.clone();
    let open = move |event: MouseEvent| {
        event.prevent_default();
        web::open_to(&by_link);
    };
    let told = move |part: fn(&Figure) -> &String| figure.with(|figure| part(figure).clone());
    view! {
        <figure
            class="chart"
            class:patterned=move || frame.is_patterned()
            class:walked=is_walked
            id=whole
            tabindex="-1"
            aria-labelledby=id
            on:keydown=hear_key
            on:keyup=note_key
        >
            {leave}
            {move || h2(id, told(|figure| &figure.title))}
            {move || p("finding", told(|figure| &figure.finding))}
            <a class="skip to-table" hidden=is_blank aria-describedby=id href=web::address() on:click=open>{t.chart_to_table}</a>
            <div id=scene hidden=is_blank aria-describedby=keys.clone() inner_html=first></div>
            {move || p("unseen", figure.with(|figure| figure.beside(lang)))}
            <p class="soft keys" hidden=is_blank id=keys>{t.chart_walk}</p>
            <details id=table hidden=is_blank>
                <summary>{t.chart_table}</summary>
                <div class="inside">{move || figure.with(|figure| table::table(figure, id))}</div>
            </details>
            <figcaption>{move || told(|figure| &figure.note)}</figcaption>
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
