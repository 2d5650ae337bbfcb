//! Where the data is and where it is not yet, how full that is, and what could not be read.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::registry::Registry;
use crate::store::Meta;
use crate::ui::parts::block::{button, div, dl, live, p, section, span, ul};
use crate::ui::state::{Backup, SecondCopy, use_app, use_lang, use_texts};
use crate::web::{self, BrowserStorage, Persistence};

/// What a group of ten takes, in UTF-16 units, before there are enough groups to measure it by.
const USUAL_GROUP: usize = 510;

/// Each place where the data is, a line each; and what to do about changes that are only here.
pub fn whereabouts() -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    // In practice nothing is worth a file.
    let elsewhere = move || if app.is_practice() { Vec::new() } else { [in_file(), in_folder()].concat() };
    let lines = move || {
        let places = [vec![(t.where_here, here())], second_copy(), elsewhere()].concat();
        let lines = places.into_iter().map(|(place, texts)| {
            let texts = texts.into_iter().map(|text| p("", text)).collect();
            (place.to_owned(), div("choice", texts))
        });
        dl("values", lines.collect())
    };
    let to_send = move || {
        let waiting = app.waiting();
        let class = if waiting.is_due() { "box warning" } else { "soft" };
        (waiting.changes > 0).then(|| p(class, lang.to_send(waiting)))
    };
    let text = p("", t.where_text);
    section("where", t.where_title, vec![text, lines.into_any(), to_send.into_any(), keeping()])
}

/// A place, and what is said of it.
type Place = (&'static str, Vec<String>);

fn here() -> Vec<String> {
    let (app, lang) = (use_app(), use_lang());
    let groups = app.registry.with(Registry::group_count);
    let used = app.units();
    let each = if groups < 10 { USUAL_GROUP } else { used / groups };
    let room = BrowserStorage::room();
    vec![lang.room((used * 100).div_ceil(room), room.saturating_sub(used) / each.max(1))]
}

fn second_copy() -> Vec<Place> {
    let (app, t) = (use_app(), use_texts());
    let state = match app.copy.get() {
        SecondCopy::Checking => t.storage_checking,
        SecondCopy::Writing => t.saving_now,
        SecondCopy::Kept => t.copy_kept,
        SecondCopy::None => t.copy_none,
    };
    vec![(t.where_copy, vec![state.to_owned()])]
}

fn in_file() -> Vec<Place> {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let last = app.meta.with(Meta::last_sent).map(|sent| web::local(sent.ms()));
    vec![(t.where_file, vec![lang.in_file(last, app.unsent())])]
}

fn in_folder() -> Vec<Place> {
    let (backup, lang, t) = (Backup::of(use_app()), use_lang(), use_texts());
    let line = backup.chosen.get().map(|folder| {
        let last = folder.written_ms().map(web::local);
        (t.where_folder, vec![lang.in_folder(&folder.name, last)])
    });
    line.into_iter().collect()
}

/// Whether the browser clears it by itself, and the button that asks it not to.
fn keeping() -> AnyView {
    let t = use_texts();
    if web::is_safari_tab() {
        // There the advice to install stands at the top of the page, and asking does not help.
        return ().into_any();
    }
    let answer = RwSignal::new(None);
    // The page may be gone before the answer comes.
    let hear = move |said: Persistence| {
        let _ = answer.try_set(Some(said));
    };
    spawn_local(async move { hear(web::persisted().await) });
    let ask = move || spawn_local(async move { hear(web::persist().await) });
    let keeping = move || match answer.get() {
        None => Vec::new(),
        Some(Persistence::Kept) => vec![p("", t.keeps)],
        Some(Persistence::NotKept) => vec![p("", t.keeps_not), button("plain", t.keeps_ask, ask)],
        Some(Persistence::Unknown) => vec![p("", t.keeps_unknown)],
    };
    live("status", "panel", keeping)
}

/// Texts that could not be read, for download.
pub fn quarantine() -> AnyView {
    let (app, t) = (use_app(), use_texts());
    let quarantine = move || {
        let quarantine = app.quarantine.get();
        (!quarantine.is_empty()).then(|| {
            let texts = quarantine.into_iter().map(|one| {
                let (file, name) = (format!("{}.txt", one.key.replace('/', "-")), one.key.clone());
                let save = move || {
                    if let Some(content) = web::blob(&one.text, "text/plain") {
                        web::download(&file, &content);
                    }
                };
                div("line", vec![span("", name), button("link", t.send_download, save)])
            });
            section("aside", t.aside_title, vec![p("box warning", t.aside_text), ul("items", texts.collect())])
        })
    };
    quarantine.into_any()
}
