//! What a change did, as one line of a history.

use super::Label;
use super::Lang;
use crate::domain::Id;
use crate::history::{Change, Record};
use crate::kinds::{FieldRef, Group, KindId, Member, Recap, Ruling};
use crate::registry::Registry;

/// So many fields of a change are named; of more, how many there are. What they were set to is a tap away.
const MOST: usize = 3;

impl Lang {
    /// "Contoh Satu: Nama, No. HP"; never empty, whatever the kind of the record.
    pub fn told_change(self, registry: &Registry, record: &Record, change: &Change) -> String {
        if change.is_erase() {
            return self.texts().history_erased.to_owned();
        }
        match record.kind() {
            Ruling::KIND => self.told_ruling(registry, change),
            Recap::KIND => self.texts().history_recap.to_owned(),
            kind if FieldRef::all_of(kind).is_empty() => self.texts().history_other.to_owned(),
            kind => self.told_fields(kind, record, change),
        }
    }

    /// What a record is called in a history: "Contoh Satu".
    pub fn told_name(self, record: &Record) -> String {
        let value = |field: FieldRef| record.value(field.key()).map(|value| field.text(value)).unwrap_or_default();
        match KindId::named(record.kind()) {
            Some(KindId::Member) => self.or_unnamed_member(&value(Member::NAME)),
            Some(KindId::Group) | None => self.or_unnamed(&value(Group::NAME)),
            Some(kind) => self.record_title(kind, |field| record.value(field.key()).cloned()),
        }
    }

    fn told_fields(self, kind: &str, record: &Record, change: &Change) -> String {
        let name = self.told_name(record);
        let is_told = |field: &FieldRef| *field != Member::GROUP;
        let mut known: Vec<Option<FieldRef>> = change.fields().names().map(|key| FieldRef::of(kind, key)).collect();
        // In the order of the form, and not in that of their keys.
        known.sort();
        let mut labels: Vec<&str> =
            known.iter().copied().flatten().filter(is_told).map(|field| field.label(self)).collect();
        if known.contains(&None) {
            labels.push(self.texts().history_newer);
        }
        // Nobody is told of one more.
        let more = if labels.len() > MOST + 1 { labels.len() - MOST } else { 0 };
        labels.truncate(labels.len() - more);
        let labels = labels.join(", ");
        match (self, more) {
            (_, 0) if labels.is_empty() => name,
            (_, 0) => format!("{name}: {labels}"),
            (Self::Id, _) => format!("{name}: {labels}, dan {more} isian lain"),
            (Self::En, _) => format!("{name}: {labels}, and {more} more entries"),
        }
    }

    /// "Contoh Satu – Contoh Dua: Tidak sama".
    fn told_ruling(self, registry: &Registry, change: &Change) -> String {
        let ruling = Ruling::read(|key| change.fields().get(key)).0;
        let name = |id: Option<Id>| {
            let record = id.and_then(|id| registry.record(&id.to_string()));
            let name = record.and_then(|record| record.value(Member::NAME.key())).and_then(|name| name.as_str());
            self.or_unnamed(name.unwrap_or_default())
        };
        let verdict = ruling.verdict.map(|verdict| verdict.label(self)).unwrap_or_default();
        format!("{} – {}: {verdict}", name(ruling.one), name(ruling.other))
    }
}
