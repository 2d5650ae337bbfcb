//! A half-typed form: what stands in each field as text, and what the form was opened on top of.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::domain::{Fault, Field};
use crate::history::{Fields, Fold, Stamp};

/// A form of one record while it is being typed. It outlives a reload: see [`to_json`](Self::to_json).
#[derive(Clone, Debug, PartialEq)]
pub struct Draft<F: Field> {
    seen: Vec<Stamp>,
    /// The stored values when the form was opened; what differs from these is what the person changed.
    opened: BTreeMap<F, Value>,
    texts: BTreeMap<F, String>,
}

impl<F: Field> Default for Draft<F> {
    fn default() -> Self {
        Self { seen: Vec::new(), opened: BTreeMap::new(), texts: BTreeMap::new() }
    }
}

impl<F: Field> Draft<F> {
    /// A form over a record as it is now.
    pub fn open(fold: &Fold) -> Self {
        let opened: BTreeMap<F, Value> =
            F::all().iter().filter_map(|field| Some((*field, fold.value(field.key())?.clone()))).collect();
        let texts = opened.iter().map(|(field, value)| (*field, field.text(value))).collect();
        Self { seen: fold.heads.clone(), opened, texts }
    }

    /// The heads of the record when the form was opened.
    pub fn seen(&self) -> &[Stamp] {
        &self.seen
    }

    /// What stands in a field.
    pub fn text(&self, field: F) -> &str {
        self.texts.get(&field).map_or("", String::as_str)
    }

    /// Puts text into a field, as typed.
    pub fn put(&mut self, field: F, text: impl Into<String>) {
        self.texts.insert(field, text.into());
    }

    /// Whether anything differs from what the form was opened on.
    pub fn is_dirty(&self) -> bool {
        F::all().iter().any(|field| {
            self.text(*field).trim() != self.opened.get(field).map_or(String::new(), |value| field.text(value))
        })
    }

    /// The fields whose text cannot be read, with the reason.
    pub fn faults(&self) -> Vec<(F, Fault)> {
        F::all().iter().filter_map(|field| field.parse(self.text(*field)).err().map(|fault| (*field, fault))).collect()
    }

    /// What stands in a field as a stored value; `None` when empty or unreadable.
    pub fn value(&self, field: F) -> Option<Value> {
        field.parse(self.text(field)).ok().filter(|value| !value.is_null())
    }

    /// All readable values, for checking the form as a whole while it is typed.
    pub fn values(&self) -> BTreeMap<&'static str, Value> {
        F::all().iter().filter_map(|field| Some((field.key(), self.value(*field)?))).collect()
    }

    /// The fields that the person changed, in stored form; a field emptied is set to `null`.
    ///
    /// # Errors
    /// All unreadable fields at once.
    pub fn changes(&self) -> Result<Fields, Vec<(F, Fault)>> {
        let faults: Vec<_> = self.faults().into_iter().filter(|(field, _)| self.is_touched(*field)).collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        let touched = F::all().iter().filter(|field| self.is_touched(**field));
        Ok(touched.filter_map(|field| Some((field.key().to_owned(), field.parse(self.text(*field)).ok()?))).collect())
    }

    /// A value that this version cannot read shows as empty text; left so, it is not touched and not cleared.
    fn is_touched(&self, field: F) -> bool {
        match self.opened.get(&field) {
            None => !self.text(field).trim().is_empty(),
            Some(value) => {
                field.text(value) != self.text(field).trim()
                    && field.parse(self.text(field)).ok().as_ref() != Some(value)
            }
        }
    }

    /// The form for keeping until it is saved or thrown away.
    pub fn to_json(&self) -> Value {
        let opened: Map<String, Value> =
            self.opened.iter().map(|(field, value)| (field.key().to_owned(), value.clone())).collect();
        let texts: Map<String, Value> =
            self.texts.iter().map(|(field, text)| (field.key().to_owned(), json!(text))).collect();
        json!({ "seen": self.seen, "opened": opened, "texts": texts })
    }

    /// Reads a kept form; fields that this version does not know are left out.
    pub fn from_json(value: &Value) -> Option<Self> {
        let seen = value
            .get("seen")?
            .as_array()?
            .iter()
            .map(|stamp| Stamp::parse(stamp.as_str()?).ok())
            .collect::<Option<_>>()?;
        let part = |name: &str| value.get(name)?.as_object();
        let opened =
            part("opened")?.iter().filter_map(|(key, value)| Some((F::from_key(key)?, value.clone()))).collect();
        let texts = part("texts")?
            .iter()
            .filter_map(|(key, text)| Some((F::from_key(key)?, text.as_str()?.to_owned())))
            .collect();
        Some(Self { seen, opened, texts })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::MemberField;
    use crate::history::{Change, Device, Record};

    fn opened() -> Draft<MemberField> {
        let fields: Fields =
            [("name".to_owned(), json!("Contoh Satu")), ("role".to_owned(), json!("from_a_newer_version"))].into();
        let at = Stamp::new(1, 0, Device::from_random(1));
        Draft::open(&Record::new("r", "member", vec![Change::set(at, vec![], fields)]).fold())
    }

    #[test]
    fn only_what_the_person_changed_is_set() {
        let mut draft = opened();
        draft.put(MemberField::Name, " Contoh  Satu ");
        draft.put(MemberField::Rt, "4");
        assert_eq!(draft.changes().unwrap().keys().collect::<Vec<_>>(), ["rt"]);
    }

    #[test]
    fn a_value_this_version_cannot_read_is_neither_shown_nor_cleared() {
        let draft = opened();
        assert_eq!(draft.text(MemberField::Role), "");
        assert!(!draft.is_dirty());
        assert!(draft.changes().unwrap().is_empty());
    }

    #[test]
    fn an_emptied_field_is_cleared() {
        let mut draft = opened();
        draft.put(MemberField::Name, "");
        assert_eq!(draft.changes().unwrap()["name"], Value::Null);
    }

    #[test]
    fn all_unreadable_fields_are_named_at_once() {
        let mut draft = opened();
        draft.put(MemberField::Nik, "12");
        draft.put(MemberField::BirthDate, "31/02/2000");
        assert_eq!(draft.changes().unwrap_err().len(), 2);
    }

    #[test]
    fn a_kept_form_reads_back() {
        let mut draft = opened();
        draft.put(MemberField::Nik, "6472");
        assert_eq!(Draft::from_json(&draft.to_json()), Some(draft));
    }
}
