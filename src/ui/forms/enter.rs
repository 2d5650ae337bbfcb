//! The frame of a form, and what the key Enter does in it.
//!
//! On a phone it leads to the next field, as its keyboard says; only in the last one does it save. Where there is a mouse, it leads on
//! from the first field, in which nobody is done yet, and saves in the others, as in any form of a page. With Ctrl it saves
//! wherever it is pressed.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::web;

/// A form of these parts, which saves when it is sent.
pub fn form_of(parts: Vec<AnyView>, save: impl Fn() + 'static) -> AnyView {
    view! {
        <form
            class="form"
            novalidate
            on:keydown=move |event| on_enter(&event)
            on:focusin=move |event| web::name_enter(&event)
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            {parts}
        </form>
    }
    .into_any()
}

fn on_enter(event: &KeyboardEvent) {
    // A list that is open takes it for itself.
    if event.key() != "Enter" || event.default_prevented() || event.is_composing() {
        return;
    }
    let is_done = if event.ctrl_key() || event.meta_key() {
        web::send_form(event)
    } else {
        (web::is_touched() || web::is_first_field(event)) && web::focus_next(event)
    };
    if is_done {
        event.prevent_default();
    }
}
