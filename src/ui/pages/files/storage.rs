//! Where the data is, how full that is, and what could not be read.

use leptos::prelude::*;

use crate::registry::Registry;
use crate::ui::parts::block::{button, div, h3, p, section, span, ul};
use crate::ui::state::{use_book, use_lang, use_texts};
use crate::web::{self, LocalShelf};

/// What a group of ten takes, in UTF-16 units, before there are enough groups to measure it by.
const USUAL_GROUP: usize = 510;

pub fn storage() -> AnyView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let storage = move || {
        let groups = book.registry.with(Registry::group_count);
        let used = book.units();
        let each = if groups < 10 { USUAL_GROUP } else { used / groups };
        let left = LocalShelf::UNITS.saturating_sub(used) / each.max(1);
        let room = lang.room((used * 100).div_ceil(LocalShelf::UNITS), left);
        let mut parts =
            vec![section("where", t.where_title, vec![p("", t.where_text), h3(t.storage_title), p("", room)])];
        let aside = book.aside.get();
        if !aside.is_empty() {
            let texts = aside.into_iter().map(|one| {
                let (file, name) = (format!("{}.txt", one.key.replace('/', "-")), one.key.clone());
                let save = move || {
                    web::download(&file, &one.text);
                };
                div("line", vec![span("", name), button("link", t.send_download, save)])
            });
            let list = ul("items", texts.collect());
            parts.push(section("aside", t.aside_title, vec![p("box warning", t.aside_text), list]));
        }
        parts
    };
    storage.into_any()
}
