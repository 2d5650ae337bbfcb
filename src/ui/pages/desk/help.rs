//! Which keys there are, and the way to switch them off.

use std::sync::Arc;

use leptos::prelude::*;

use crate::i18n::Lang;
use crate::ui::parts::block::{button, div, dl, h2, p, section, text};
use crate::ui::parts::{Dialog, dialog_button, open_dialog};
use crate::ui::state::{App, Desk, Intent, KEYS_OFF, use_app, use_lang, use_texts};
use crate::web;

/// Opens the list of keys.
pub fn show_help(app: App) {
    let title = app.lang().desk().keys_title.to_owned();
    open_dialog().set(Some(Dialog { title, contents: Arc::new(help) }));
}

fn help(close: Callback<()>) -> Vec<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    let d = lang.desk();
    vec![
        h2("", d.keys_title),
        dl("values keys-list", keys(lang).into_iter().map(|(key, said)| (key.to_owned(), text(said))).collect()),
        p("soft", d.keys_text),
        p("soft", d.keys_where_off),
        button("plain", t.close, move || close.run(())),
    ]
}

fn keys(lang: Lang) -> [(&'static str, &'static str); 7] {
    let d = lang.desk();
    [
        ("/", d.key_search),
        ("j", d.key_next),
        ("k", d.key_before),
        ("e", d.key_edit),
        ("n", d.key_new),
        ("?", d.key_help),
        ("Ctrl + Enter", d.key_save),
    ]
}

/// Whether keys walk, in Lainnya; nothing where there are only fingers.
pub fn keys_choice() -> AnyView {
    let (app, lang) = (use_app(), use_lang());
    let (desk, d) = (Desk::of(app), lang.desk());
    let choice = move || {
        (desk.is_wide.get() || !web::is_touched()).then(|| {
            let turn = move |_| app.dispatch(Intent::Arrange(KEYS_OFF.to_owned()));
            let is_on = move || if desk.differs(KEYS_OFF) { "false" } else { "true" };
            let switch = view! {
                <button type="button" class="chip" aria-pressed=is_on on:click=turn>
                    {d.keys_use}
                </button>
            };
            let list = dialog_button("plain", d.keys_list, move || d.keys_title.to_owned(), help);
            section("keys", d.keys_title, vec![p("", d.keys_text), div("actions", vec![switch.into_any(), list])])
        })
    };
    choice.into_any()
}
