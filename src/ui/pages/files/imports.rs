//! The files that were taken in since the app was opened, each with a way back.

use leptos::prelude::*;

use crate::ui::parts::block::{button, div, p, section, span, ul};
use crate::ui::state::{Importing, Intent, use_app, use_lang, use_texts};
use crate::web;

/// Nothing when there is none.
pub fn imports() -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let one = move |header: crate::exchange::Header| {
        let from = lang.file_from(&header, "", web::local(header.created_ms));
        let undo = move || app.dispatch(Intent::UndoImport { file: header.id.clone() });
        div("choice", vec![span("", from), button("plain", t.undo, undo)])
    };
    let importing = Importing::of(app);
    let list = move || {
        let imports = importing.imports();
        (!imports.is_empty()).then(|| {
            let all = imports.into_iter().rev().map(one).collect();
            section("imports", t.imports_title, vec![p("soft", t.imports_text), ul("choices", all)])
        })
    };
    list.into_any()
}
