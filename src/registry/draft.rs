//! A half-typed form: what stands in each field as text, and what the form was opened on top of.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::domain::{Fault, FieldValue, Id};
use crate::history::{Fields, Fold, Stamp};
use crate::kinds::FieldRef;

/// A form of one record while it is being typed. It outlives a reload: see [`to_json`](Self::to_json).
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    kind: &'static str,
    /// The record it becomes, also of one that is not there yet: saved twice, it is still one record.
    id: Id,
    seen: Vec<Stamp>,
    /// The stored values when the form was opened; what differs from these is what the person changed.
    opened: Fields,
    /// By the name of the field.
    texts: BTreeMap<String, String>,
}

impl Draft {
    /// A form for a new record of a kind.
    pub fn new(kind: &'static str, id: Id) -> Self {
        Self { kind, id, seen: Vec::new(), opened: Fields::new(), texts: BTreeMap::new() }
    }

    /// A form over a record as it is now.
    pub fn open(kind: &'static str, id: Id, fold: &Fold) -> Self {
        let mut draft = Self { seen: fold.heads.clone(), ..Self::new(kind, id) };
        for field in FieldRef::all_of(kind) {
            if let Some(value) = fold.value(field.key()) {
                draft.opened.insert(field.key(), value.clone());
                draft.put(field, field.typed(value));
            }
        }
        draft
    }

    /// The record it becomes.
    pub fn id(&self) -> Id {
        self.id
    }

    /// The heads of the record when the form was opened.
    pub fn seen(&self) -> &[Stamp] {
        &self.seen
    }

    /// What stands in a field.
    pub fn text(&self, field: FieldRef) -> &str {
        self.texts.get(field.key()).map_or("", String::as_str)
    }

    /// Puts text into a field, as typed.
    pub fn put(&mut self, field: FieldRef, text: impl Into<String>) {
        self.texts.insert(field.key().to_owned(), text.into());
    }

    /// A form for a new record with the same in its fields.
    #[must_use]
    pub fn anew(&self, id: Id) -> Self {
        Self { texts: self.texts.clone(), ..Self::new(self.kind, id) }
    }

    /// Whether anything differs from what the form was opened on.
    pub fn is_dirty(&self) -> bool {
        self.fields().into_iter().any(|field| self.is_touched(field))
    }

    /// The fields that were changed elsewhere since the form was opened, each with its value now; `null` when cleared.
    pub fn changed_elsewhere(&self, now: &Fold) -> Vec<(FieldRef, Value)> {
        let value = |field: FieldRef| now.value(field.key()).cloned().unwrap_or(Value::Null);
        let before = |field: FieldRef| self.opened.get(field.key()).cloned().unwrap_or(Value::Null);
        self.fields()
            .into_iter()
            .map(|field| (field, value(field)))
            .filter(|(field, now)| *now != before(*field))
            .collect()
    }

    /// What stands in a field as a stored value; `None` when empty or unreadable.
    pub fn value(&self, field: FieldRef) -> Option<Value> {
        field.parse(self.text(field)).ok().filter(|value| !value.is_null())
    }

    /// All readable values, for checking the form as a whole while it is typed.
    pub fn values(&self) -> Fields {
        let mut values = Fields::new();
        for field in self.fields() {
            if let Some(value) = self.value(field) {
                values.insert(field.key(), value);
            }
        }
        values
    }

    /// The fields that the person changed, in stored form; a field emptied is set to `null`.
    ///
    /// # Errors
    /// All unreadable fields at once.
    pub fn changes(&self) -> Result<Fields, Vec<(FieldRef, Fault)>> {
        let (mut changes, mut faults) = (Fields::new(), Vec::new());
        for field in self.fields().into_iter().filter(|field| self.is_touched(*field)) {
            match field.parse(self.text(field)) {
                Ok(value) => {
                    changes.insert(field.key(), value);
                }
                Err(fault) => faults.push((field, fault)),
            }
        }
        if faults.is_empty() { Ok(changes) } else { Err(faults) }
    }

    fn fields(&self) -> Vec<FieldRef> {
        FieldRef::all_of(self.kind)
    }

    /// A value that this version cannot read shows as empty text; left so, it is not touched and not cleared.
    fn is_touched(&self, field: FieldRef) -> bool {
        let text = self.text(field).trim();
        match self.opened.get(field.key()) {
            None => !text.is_empty(),
            Some(value) => field.typed(value) != text && field.parse(text).ok().as_ref() != Some(value),
        }
    }

    /// The form for keeping until it is saved or thrown away.
    pub fn to_json(&self) -> Value {
        let (mut opened, mut texts, mut json) = (Map::new(), Map::new(), Map::new());
        for (key, value) in self.opened.iter() {
            opened.insert(key.to_owned(), value.clone());
        }
        for (key, text) in &self.texts {
            texts.insert(key.clone(), text.as_str().into());
        }
        json.insert("id".to_owned(), self.id.to_json());
        json.insert("seen".to_owned(), self.seen.iter().map(Stamp::to_string).collect::<Vec<_>>().into());
        json.insert("opened".to_owned(), opened.into());
        json.insert("texts".to_owned(), texts.into());
        json.into()
    }

    /// Reads a kept form; fields that this version does not know are left out.
    pub fn from_json(kind: &'static str, value: &Value) -> Option<Self> {
        let mut draft = Self::new(kind, Id::from_json(value.get("id")?).ok()?);
        for stamp in value.get("seen")?.as_array()? {
            draft.seen.push(Stamp::parse(stamp.as_str()?).ok()?);
        }
        for (key, value) in value.get("opened")?.as_object()? {
            if let Some(field) = FieldRef::of(kind, key) {
                draft.opened.insert(field.key(), value.clone());
            }
        }
        for (key, text) in value.get("texts")?.as_object()? {
            if let Some(field) = FieldRef::of(kind, key) {
                draft.put(field, text.as_str()?);
            }
        }
        Some(draft)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::history::{Change, Device, Record};
    use crate::kinds::Member;

    fn opened() -> Draft {
        let fields: Fields =
            [("name".to_owned(), json!("Contoh Satu")), ("role".to_owned(), json!("from_a_newer_version"))].into();
        let at = Stamp::new(1, 0, Device::from_random(1));
        Draft::open(
            Member::KIND,
            Id::v7(1, [1; 10]),
            &Record::new("r", "member", vec![Change::set(at, vec![], fields)]).fold(),
        )
    }

    #[test]
    fn only_what_the_person_changed_is_set() {
        let mut draft = opened();
        draft.put(Member::NAME, " Contoh  Satu ");
        draft.put(Member::RT, "4");
        assert_eq!(draft.changes().unwrap().names().collect::<Vec<_>>(), ["rt"]);
    }

    #[test]
    fn what_was_changed_elsewhere_since_is_named_with_its_value_and_nothing_else() {
        let (mut draft, device) = (opened(), Device::from_random(2));
        draft.put(Member::RT, "4");
        let set = |ms, fields: [(&str, Value); 2]| {
            let fields = fields.map(|(key, value)| (key.to_owned(), value)).into();
            Change::set(Stamp::new(ms, 0, device), draft.seen().to_vec(), fields)
        };
        let before = [("name", json!("Contoh Satu")), ("role", json!("from_a_newer_version"))];
        let first = Change::set(draft.seen()[0], vec![], before.map(|(key, value)| (key.to_owned(), value)).into());
        let now = |second| Record::new("r", "member", vec![first.clone(), second]);
        let changed = now(set(9, [("name", json!("Contoh Satu")), ("phone", json!("081200000000"))]));
        let phone = (Member::PHONE, json!("081200000000"));
        assert_eq!(draft.changed_elsewhere(&changed.fold()), [phone]);
        let cleared = now(set(9, [("name", Value::Null), ("role", json!("from_a_newer_version"))]));
        assert_eq!(draft.changed_elsewhere(&cleared.fold()), [(Member::NAME, Value::Null)]);
    }

    #[test]
    fn a_value_this_version_cannot_read_is_neither_shown_nor_cleared() {
        let draft = opened();
        assert_eq!(draft.text(Member::ROLE), "");
        assert!(!draft.is_dirty());
        assert!(draft.changes().unwrap().is_empty());
    }

    #[test]
    fn an_emptied_field_is_cleared() {
        let mut draft = opened();
        draft.put(Member::NAME, "");
        assert_eq!(draft.changes().unwrap().get("name"), Some(&Value::Null));
    }

    #[test]
    fn all_unreadable_fields_are_named_at_once() {
        let mut draft = opened();
        draft.put(Member::NIK, "12");
        draft.put(Member::BIRTH_DATE, "31/02/2000");
        assert_eq!(draft.changes().unwrap_err().len(), 2);
    }

    #[test]
    fn a_kept_form_reads_back() {
        let mut draft = opened();
        draft.put(Member::NIK, "6472");
        assert_eq!(Draft::from_json(Member::KIND, &draft.to_json()), Some(draft));
    }
}
