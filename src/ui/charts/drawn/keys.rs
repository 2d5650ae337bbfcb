//! The keys of a drawing: from mark to mark, from part to part, to the table, and out.
//!
//! Its marks are one stop of the key Tab. Those of one small chart or line stand in one `<g>`: left and right lead within it, up and down
//! to the same place of the part beside, or, where there is one part alone, within it as well. There is no way round, since an end that
//! is felt tells where one is. Relies on the event alone. Deliberately absent: Enter, which a link knows by itself.

use leptos::ev::KeyboardEvent;
use leptos::prelude::event_target;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

/// What a key wants that is no other mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// To be out of the marks.
    Out,
    /// The table.
    Table,
    /// To hear it.
    Sound,
}

/// To be called for each key that is pressed in a drawing. Leads to the mark that it stands for, or answers what else it wants.
pub(super) fn walk(event: &KeyboardEvent) -> Option<Wish> {
    // With one of these, a key is the browser's: Alt and the left arrow lead back.
    if event.alt_key() || event.ctrl_key() || event.meta_key() || event.default_prevented() {
        return None;
    }
    let mark: Element = event_target(event);
    let part = mark.parent_element().filter(|_| is_mark(&mark))?;
    let key = event.key();
    let wish = match key.as_str() {
        "Escape" => Some(Wish::Out),
        "t" | "T" => Some(Wish::Table),
        "s" | "S" => Some(Wish::Sound),
        _ => None,
    };
    if wish.is_some() {
        event.prevent_default();
        return wish;
    }
    let has_parts = part_beside(&part, true).or_else(|| part_beside(&part, false)).is_some();
    let next = match key.as_str() {
        "ArrowDown" | "PageDown" if has_parts => in_part_beside(&part, &mark, true),
        "ArrowUp" | "PageUp" if has_parts => in_part_beside(&part, &mark, false),
        "ArrowRight" | "ArrowDown" => mark.next_element_sibling(),
        "ArrowLeft" | "ArrowUp" => mark.previous_element_sibling(),
        "Home" => part.first_element_child(),
        "End" => part.last_element_child(),
        _ => return None,
    };
    event.prevent_default();
    if let Some(next) = next {
        // What is drawn takes the focus as what is written does, though it is of another class.
        let [mark, next] = [mark, next].map(JsCast::unchecked_into::<HtmlElement>);
        mark.set_tab_index(-1);
        next.set_tab_index(0);
        let _ = next.focus();
    }
    None
}

/// Whether a key was pressed on a mark.
pub(super) fn is_of_mark(event: &KeyboardEvent) -> bool {
    is_mark(&event_target(event))
}

fn is_mark(element: &Element) -> bool {
    element.class_list().contains("mark")
}

/// The part after or before one.
fn part_beside(part: &Element, is_forward: bool) -> Option<Element> {
    let beside = if is_forward { part.next_element_sibling() } else { part.previous_element_sibling() }?;
    beside.first_element_child().is_some_and(|first| is_mark(&first)).then_some(beside)
}

/// The mark at the same place of the part beside, or its last.
fn in_part_beside(part: &Element, mark: &Element, is_forward: bool) -> Option<Element> {
    let mut before = mark.previous_element_sibling();
    let mut there = part_beside(part, is_forward)?.first_element_child()?;
    while let Some(passed) = before {
        before = passed.previous_element_sibling();
        let Some(next) = there.next_element_sibling() else { break };
        there = next;
    }
    Some(there)
}
