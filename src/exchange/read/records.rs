//! The list of records in a file, read one by one, so that it can be told how far the reading is.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::history::Record;

/// The records of a file, in its order. `tell` hears how many are read, of how many.
pub(super) fn parse(text: &str, tell: &mut dyn FnMut(usize, usize)) -> Result<Vec<Record>, serde_json::Error> {
    // As many as there are in any file of ours; a guess is enough for telling.
    let of = text.matches("\"changes\"").count();
    tell(0, of);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let records = deserializer.deserialize_map(File { of, tell })?;
    deserializer.end()?;
    Ok(records)
}

struct File<'t> {
    of: usize,
    tell: &'t mut dyn FnMut(usize, usize),
}

impl<'de> Visitor<'de> for File<'_> {
    type Value = Vec<Record>;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("a file")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Vec<Record>, A::Error> {
        let Self { of, tell } = self;
        let mut records = None;
        while let Some(key) = map.next_key::<String>()? {
            if key != "records" {
                map.next_value::<IgnoredAny>()?;
            } else if records.is_some() {
                return Err(A::Error::duplicate_field("records"));
            } else {
                records = Some(map.next_value_seed(List { of, tell: &mut *tell })?);
            }
        }
        records.ok_or_else(|| A::Error::missing_field("records"))
    }
}

struct List<'t> {
    of: usize,
    tell: &'t mut dyn FnMut(usize, usize),
}

impl<'de> DeserializeSeed<'de> for List<'_> {
    type Value = Vec<Record>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<Record>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for List<'_> {
    type Value = Vec<Record>;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<Record>, A::Error> {
        let mut records = Vec::new();
        while let Some(record) = list.next_element()? {
            records.push(record);
            (self.tell)(records.len(), self.of.max(records.len()));
        }
        Ok(records)
    }
}
