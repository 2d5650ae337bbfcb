//! A figure that is drawn as a scene: title, finding, the drawing, the table, the note. Its marks are one stop of the key Tab, and the
//! arrows walk among them.
//!
//! Comes with the second wasm: the bars of the first screen are lines of text and need no scene (`bars`). Relies on `scene`.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

use crate::i18n::Lang;
use crate::scene::{Figure, Row, inline};
use crate::ui::parts::block::{details, h2, p};

/// What stands for a number that there is none of.
const NONE: &str = "–";

/// Draws a figure; `across` is how wide its place is, in pixels at the usual size of letters, and `id` names its title in the page.
pub fn drawn(lang: Lang, figure: &Figure, id: &'static str, across: Signal<i32>) -> AnyView {
    let (t, keys) = (lang.texts(), format!("{id}-keys"));
    let (title, finding, note) = (figure.title.clone(), figure.finding.clone(), figure.note.clone());
    let table = table(figure, id);
    let figure = figure.clone();
    let marks = move || inline(lang, &figure, across.get().clamp(240, 760) * 10, id);
    view! {
        <figure class="chart" aria-labelledby=id on:keydown=move |event| walk(&event)>
            {h2(id, title)}
            {p("finding", finding)}
            <div aria-describedby=keys.clone() inner_html=marks></div>
            <p class="soft keys" id=keys>{t.chart_walk}</p>
            {details("", false, lang.first_texts().chart_table, vec![table])}
            <figcaption>{note}</figcaption>
        </figure>
    }
    .into_any()
}

/// Leads from mark to mark; there is no way round, as in a list of bars ([`super::walk`]).
fn walk(event: &KeyboardEvent) {
    // With one of these, a key is the browser's: Alt and the left arrow lead back.
    if event.alt_key() || event.ctrl_key() || event.meta_key() {
        return;
    }
    let mark: Element = event_target(event);
    if !mark.class_list().contains("mark") {
        return;
    }
    let all = mark.parent_element();
    let next = match event.key().as_str() {
        "ArrowDown" | "ArrowRight" => mark.next_element_sibling(),
        "ArrowUp" | "ArrowLeft" => mark.previous_element_sibling(),
        "Home" => all.and_then(|all| all.first_element_child()),
        "End" => all.and_then(|all| all.last_element_child()),
        _ => return,
    };
    event.prevent_default();
    if let Some(next) = next {
        // What is drawn takes the focus as what is written does, though it is of another class.
        let [mark, next] = [mark, next].map(JsCast::unchecked_into::<HtmlElement>);
        mark.set_tab_index(-1);
        next.set_tab_index(0);
        let _ = next.focus();
    }
}

/// The same numbers, a row each, named by the chart's title.
fn table(figure: &Figure, title: &'static str) -> AnyView {
    let head = |text: String| view! { <th scope="col">{text}</th> }.into_any();
    let heads: Vec<AnyView> = std::iter::once(figure.axis.clone()).chain(figure.heads()).map(head).collect();
    let rows: Vec<AnyView> = figure.rows.iter().map(row).collect();
    let total = figure.total.as_ref().map(|total| view! { <tfoot>{row(total)}</tfoot> }.into_any());
    view! {
        <div class="scroll" tabindex="0" role="group" aria-labelledby=title>
            <table>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
                {total}
            </table>
        </div>
    }
    .into_any()
}

fn row(row: &Row) -> AnyView {
    let cell = |text: &String| {
        let text = if text.is_empty() { NONE.to_owned() } else { text.clone() };
        view! { <td>{text}</td> }.into_any()
    };
    let cells: Vec<AnyView> = row.texts.iter().map(cell).collect();
    view! { <tr><th scope="row">{row.name.clone()}</th>{cells}</tr> }.into_any()
}
