//! Values by the name of their field.
//!
//! A book has some hundred thousand values and forty names, so that each name stands in memory once, and the fields of a
//! change in one piece. Deliberately absent: which names there are.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use serde_json::Value;

/// The name of a field, or of a kind of record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name(Arc<str>);

/// So many names are remembered. A file made to hold more gives each a memory of its own.
const MOST_NAMES: usize = 256;

thread_local! {
    static NAMES: RefCell<BTreeSet<Arc<str>>> = const { RefCell::new(BTreeSet::new()) };
}

impl From<&str> for Name {
    fn from(name: &str) -> Self {
        NAMES.with_borrow_mut(|names| {
            if let Some(known) = names.get(name) {
                return Self(Arc::clone(known));
            }
            let new: Arc<str> = name.into();
            if names.len() < MOST_NAMES {
                names.insert(Arc::clone(&new));
            }
            Self(new)
        })
    }
}

impl From<String> for Name {
    fn from(name: String) -> Self {
        name.as_str().into()
    }
}

impl Deref for Name {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameVisitor;

        impl Visitor<'_> for NameVisitor {
            type Value = Name;

            fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
                out.write_str("a name")
            }

            fn visit_str<E>(self, name: &str) -> Result<Name, E> {
                Ok(name.into())
            }
        }

        deserializer.deserialize_str(NameVisitor)
    }
}

/// Values by the name of their field, sorted by it. A field set to `null` is cleared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fields(Vec<(Name, Value)>);

impl Fields {
    /// None.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The value of a field.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.place(name).ok().map(|place| &self.0[place].1)
    }

    /// Sets a field.
    pub fn insert(&mut self, name: impl Into<Name>, value: Value) {
        let name = name.into();
        // Written by us they come sorted.
        if self.0.last().is_none_or(|(last, _)| *last < name) {
            self.0.push((name, value));
            return;
        }
        match self.place(&name) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (name, value)),
        }
    }

    /// Takes all away.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| &**name)
    }

    /// Names and values, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (&**name, value))
    }

    /// Sorts; of a name that stands twice the last value counts. Not by inserting, which takes minutes for a file made to be slow.
    fn settle(mut all: Vec<(Name, Value)>) -> Self {
        if !all.is_sorted_by(|one, next| one.0 < next.0) {
            all.sort_by(|one, other| one.0.cmp(&other.0));
            all.dedup_by(|later, kept| {
                let is_twin = later.0 == kept.0;
                if is_twin {
                    std::mem::swap(later, kept);
                }
                is_twin
            });
        }
        all.shrink_to_fit();
        Self(all)
    }

    fn place(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(own, _)| (**own).cmp(name))
    }
}

impl IntoIterator for Fields {
    type Item = (Name, Value);
    type IntoIter = std::vec::IntoIter<(Name, Value)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<N: Into<Name>> FromIterator<(N, Value)> for Fields {
    fn from_iter<I: IntoIterator<Item = (N, Value)>>(all: I) -> Self {
        Self::settle(all.into_iter().map(|(name, value)| (name.into(), value)).collect())
    }
}

impl<N: Into<Name>, const COUNT: usize> From<[(N, Value); COUNT]> for Fields {
    fn from(all: [(N, Value); COUNT]) -> Self {
        all.into_iter().collect()
    }
}

impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FieldsVisitor;

        impl<'de> Visitor<'de> for FieldsVisitor {
            type Value = Fields;

            fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
                out.write_str("values by the names of their fields")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut all = Vec::with_capacity(16);
                while let Some(entry) = map.next_entry()? {
                    all.push(entry);
                }
                Ok(Fields::settle(all))
            }
        }

        deserializer.deserialize_map(FieldsVisitor)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn read(text: &str) -> Fields {
        serde_json::from_str(text).unwrap()
    }

    proptest! {
        #[test]
        fn they_are_what_a_sorted_map_is(all in prop::collection::vec(("[a-d]{0,2}", 0_u32..9), 0..20)) {
            let all = all.into_iter().map(|(name, value)| (name, json!(value)));
            let (fields, map): (Fields, BTreeMap<String, Value>) = (all.clone().collect(), all.collect());
            prop_assert_eq!(fields.len(), map.len());
            prop_assert!(map.iter().all(|(name, value)| fields.get(name) == Some(value)));
            let text = serde_json::to_string(&map).unwrap();
            prop_assert_eq!(serde_json::to_string(&fields).unwrap(), &*text);
            prop_assert_eq!(read(&text), fields);
        }
    }

    #[test]
    fn of_a_name_that_stands_twice_the_last_value_counts() {
        assert_eq!(read(r#"{"b":1,"a":2,"b":3}"#), Fields::from([("a", json!(2)), ("b", json!(3))]));
    }

    #[test]
    fn a_name_is_the_same_whether_it_is_remembered_or_not() {
        let names: Vec<String> = (0..2 * MOST_NAMES).map(|number| format!("name {number}")).collect();
        let fields: Fields = names.iter().map(|name| (name.as_str(), json!(1))).collect();
        assert!(names.iter().all(|name| fields.get(name) == Some(&json!(1))));
        assert!(NAMES.with_borrow(|names| names.len() <= MOST_NAMES));
    }
}
