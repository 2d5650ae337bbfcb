//! What was changed in a group, when and on which device, the latest first.

use leptos::prelude::*;

use crate::domain::{Field, GroupField, Id, MemberField};
use crate::history::{Change, Record, Stamp};
use crate::i18n::{Label, Lang};
use crate::registry::Home;
use crate::ui::state::{use_book, use_lang, use_texts};
use crate::web;

const SHOWN: usize = 100;

#[component]
pub fn HistoryTab(id: Id) -> impl IntoView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let mut lines: Vec<(Stamp, String)> = book.registry.with(|registry| {
        let records = registry.records_at(Home::Group(id));
        records
            .flat_map(|record| record.changes().iter().map(move |change| (change.at, tell(record, change, lang))))
            .collect()
    });
    lines.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    if lines.is_empty() {
        return view! { <p class="box">{t.history_none}</p> }.into_any();
    }
    let hidden = lines.len().saturating_sub(SHOWN);
    let items = lines
        .into_iter()
        .take(SHOWN)
        .map(|(at, text)| {
            let device = at.device();
            view! {
                <li class="item">
                    <span>{text}</span>
                    <span class="soft">{lang.typed_at(device == book.device(), &device.to_string(), web::local(at.ms()))}</span>
                </li>
            }.into_any()
        })
        .collect_view();
    view! {
        <ul class="items">{items}</ul>
        {(hidden > 0).then(|| view! { <p class="note">{lang.and_more(hidden)}</p> }.into_any())}
    }
    .into_any()
}

/// "Contoh Satu: Nama, No. HP".
fn tell(record: &Record, change: &Change, lang: Lang) -> String {
    if change.is_erase() {
        return lang.texts().history_erased.to_owned();
    }
    let fold = record.fold();
    let name = fold.value("name").and_then(|name| name.as_str()).unwrap_or_default();
    let label = |key: &String| match record.kind() {
        GroupField::KIND => GroupField::from_key(key).map(|field| field.label(lang)),
        MemberField::KIND => {
            MemberField::from_key(key).filter(|field| *field != MemberField::Group).map(|field| field.label(lang))
        }
        _ => None,
    };
    let labels: Vec<&str> = change.fields().keys().filter_map(label).collect();
    format!("{name}: {}", labels.join(", "))
}
