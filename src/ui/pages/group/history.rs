//! What was changed in a group, when and on which device, the latest first.

use leptos::prelude::*;

use crate::domain::{AnyField, Field, FieldValue, Id, MemberField, Ruling, RulingField};
use crate::history::{Change, Record, Stamp};
use crate::i18n::{Label, Lang};
use crate::order::by_text;
use crate::registry::{Home, Registry};
use crate::ui::parts::block::{div, p, span, ul};
use crate::ui::state::{use_book, use_lang, use_texts};
use crate::web;

const SHOWN: usize = 100;

pub fn history(id: Id) -> Vec<AnyView> {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let mut lines: Vec<(Stamp, String)> = Vec::new();
    book.registry.with(|registry| {
        let own = registry.records_to_send(&[id]);
        // What was made one with a record of this group has its history here, too.
        let merged =
            own.iter().filter_map(|record| Id::parse(record.id()).ok()).flat_map(|id| registry.merged_into(id));
        let mut elsewhere: Vec<&Record> = Vec::new();
        for record in merged.filter(|record| Home::of(record) != Home::Group(id)) {
            if !elsewhere.iter().any(|other| other.id() == record.id()) {
                elsewhere.push(record);
            }
        }
        for record in own.iter().copied().chain(elsewhere) {
            lines.extend(record.changes().iter().map(|change| (change.at, tell(registry, record, change, lang))));
        }
    });
    if lines.is_empty() {
        return vec![p("box", t.history_none)];
    }
    let rest = lines.len().saturating_sub(SHOWN);
    let line = |(at, text): (Stamp, String)| {
        let device = at.device();
        let from = lang.typed_at(device == book.device(), &device.to_string(), web::local(at.ms()));
        div("item", vec![span("", text), span("soft", from)])
    };
    let latest = by_text(lines, |(at, _)| at.to_string()).into_iter().rev().take(SHOWN);
    let mut parts = vec![ul("items", latest.map(line).collect())];
    if rest > 0 {
        parts.push(p("note", lang.and_more(rest)));
    }
    parts
}

/// "Contoh Satu: Nama, No. HP".
fn tell(registry: &Registry, record: &Record, change: &Change, lang: Lang) -> String {
    if change.is_erase() {
        return lang.texts().history_erased.to_owned();
    }
    if record.kind() == RulingField::KIND {
        return tell_ruling(registry, change, lang);
    }
    let fold = record.fold();
    let of_kind = |key| AnyField::of(record.kind(), key);
    let name = of_kind("name").zip(fold.value("name")).map(|(field, name)| field.text(name)).unwrap_or_default();
    let fields = change.fields().names().filter_map(of_kind);
    let told = fields.filter(|field| *field != AnyField::Member(MemberField::Group));
    let labels: Vec<&str> = told.map(|field| field.label(lang)).collect();
    format!("{name}: {}", labels.join(", "))
}

/// "Contoh Satu – Contoh Dua: Tidak sama".
fn tell_ruling(registry: &Registry, change: &Change, lang: Lang) -> String {
    let ruling = Ruling::read(|key| change.fields().get(key)).0;
    let name = |id: Option<Id>| {
        let record = id.and_then(|id| registry.record(&id.to_string()));
        record.and_then(|record| record.value("name")).and_then(|name| name.as_str()).unwrap_or_default().to_owned()
    };
    let verdict = ruling.verdict.map(|verdict| verdict.label(lang)).unwrap_or_default();
    format!("{} – {}: {verdict}", name(ruling.one), name(ruling.other))
}
