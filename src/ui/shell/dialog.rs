//! Where a dialog is drawn: beside the page, which may be drawn anew meanwhile. The native element keeps the focus inside and closes
//! on Escape; going to another page closes it, too.

use leptos::html;
use leptos::prelude::*;

use crate::ui::parts::block::div;
use crate::ui::parts::landmarks::HEADING;
use crate::ui::parts::open_dialog;
use crate::ui::state::use_route;
use crate::web;

pub fn dialog() -> AnyView {
    let element = NodeRef::<html::Dialog>::new();
    let (open, route) = (open_dialog(), use_route());
    let closing = open.clone();
    Effect::new(move |before: Option<()>| {
        route.track();
        if before.is_some() {
            closing.set(None);
        }
    });
    let shown = open.clone();
    Effect::new(move || {
        let is_wanted = shown.with(Option::is_some);
        let Some(element) = element.get() else { return };
        match (is_wanted, element.open()) {
            (true, false) => drop(element.show_modal()),
            (false, true) => element.close(),
            _ => {}
        }
    });
    let (named, closed) = (open.clone(), open.clone());
    let title = move || named.with(|dialog| dialog.as_ref().map(|dialog| dialog.title.clone()));
    let contents = move || {
        let (dialog, closing) = (open.get()?, open.clone());
        let close = Callback::new(move |()| closing.set(None));
        Some(div("contents", (dialog.contents)(close)))
    };
    let on_close = move |_| {
        closed.set(None);
        // The button that opened it may have been drawn anew.
        web::focus_if_lost(HEADING);
    };
    view! {
        <dialog node_ref=element aria-label=title on:close=on_close>
            {contents}
        </dialog>
    }
    .into_any()
}
