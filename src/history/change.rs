//! One change of a record, and its JSON.

use std::cmp::Ordering;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::fields::{Fields, Name};
use super::stamp::{Device, Stamp};

/// What a change does.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// Sets some fields, leaves the others.
    Set(Fields),
    /// Sets all there is, by one device: what that device set before it, within some 400 days, is dropped (`Change::drops`).
    /// For records that are counted anew each time and typed by nobody, so that of each counter the last count is kept.
    Whole(Fields),
    /// Removes the record and all that was ever set on it, for good, wherever this change arrives.
    ///
    /// The fields are what must still be known of the record, such as the group it belonged to; never personal data.
    Erase(Fields),
}

/// One change: what was done, when and where, and on top of what.
///
/// JSON: `{ "at": stamp, "seen": [stamp…], "set": {…} }`, with `"erase": true` for a removal and `"whole": true` for all there is. Members of the object that
/// this version does not know are kept in `more` and passed on untouched.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Its stamp. Two contents under one can only come from a damaged or forged file, or a copied browser profile; both are kept.
    pub at: Stamp,
    /// The heads of the record when the form was opened, sorted, each once.
    pub seen: Vec<Stamp>,
    /// What it does.
    pub body: Body,
    /// What a newer version wrote beside.
    pub more: Fields,
}

impl Change {
    /// A change that sets fields.
    pub fn set(at: Stamp, seen: Vec<Stamp>, fields: Fields) -> Self {
        Self::new(at, seen, Body::Set(fields))
    }

    /// A change that sets all there is, counted from what has these stamps.
    pub fn whole(at: Stamp, seen: Vec<Stamp>, fields: Fields) -> Self {
        Self::new(at, seen, Body::Whole(fields))
    }

    /// A change that removes the record; `keep` is what must still be known of it.
    pub fn erase(at: Stamp, seen: Vec<Stamp>, keep: Fields) -> Self {
        Self::new(at, seen, Body::Erase(keep))
    }

    /// `seen` is kept sorted, as it is read from a file: else a file would not read as what was written.
    fn new(at: Stamp, mut seen: Vec<Stamp>, body: Body) -> Self {
        seen.sort_unstable();
        seen.dedup();
        Self { at, seen, body, more: Fields::new() }
    }

    /// Whether it removes the record.
    pub fn is_erase(&self) -> bool {
        matches!(self.body, Body::Erase(_))
    }

    /// Whether it sets all there is.
    pub fn is_whole(&self) -> bool {
        matches!(self.body, Body::Whole(_))
    }

    /// The fields it sets.
    pub fn fields(&self) -> &Fields {
        match &self.body {
            Body::Set(fields) | Body::Whole(fields) | Body::Erase(fields) => fields,
        }
    }

    /// Its place among the changes of a record: by stamp, and of several contents under one stamp by their text, so that the
    /// order is the same on every device.
    pub fn order(&self, other: &Self) -> Ordering {
        self.at
            .cmp(&other.at)
            .then_with(|| if self == other { Ordering::Equal } else { self.to_text().cmp(&other.to_text()) })
    }

    /// What a change that sets all there is leaves no place for: whatever has its device and its season, and is earlier.
    ///
    /// Only of its season, lest one stamp from a wrong clock, or a forged one, drops all that the device will ever count.
    pub(super) fn drops(&self) -> (Device, u64) {
        (self.at.device(), self.at.ms() >> Self::SEASON_BITS)
    }

    /// 2^35 milliseconds are some 398 days.
    const SEASON_BITS: u32 = 35;

    fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

const KNOWN: [&str; 5] = ["at", "seen", "set", "erase", "whole"];

impl Serialize for Change {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("at", &self.at)?;
        map.serialize_entry("seen", &self.seen)?;
        if self.is_erase() {
            map.serialize_entry("erase", &true)?;
        }
        if self.is_whole() {
            map.serialize_entry("whole", &true)?;
        }
        if !(self.is_erase() && self.fields().is_empty()) {
            map.serialize_entry("set", self.fields())?;
        }
        for (key, value) in self.more.iter().filter(|(key, _)| !KNOWN.contains(key)) {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Change {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ChangeVisitor;

        impl<'de> Visitor<'de> for ChangeVisitor {
            type Value = Change;

            fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
                out.write_str("a change")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Change, A::Error> {
                let (mut at, mut seen, mut set, mut erase, mut whole) = (None, None, None, false, false);
                let mut more = Fields::new();
                while let Some(key) = map.next_key::<Name>()? {
                    match &*key {
                        "at" => at = Some(map.next_value()?),
                        "seen" => seen = Some(map.next_value::<Vec<Stamp>>()?),
                        "set" => set = Some(map.next_value::<Fields>()?),
                        "erase" => erase = map.next_value()?,
                        "whole" => whole = map.next_value()?,
                        _ => {
                            more.insert(key, map.next_value()?);
                        }
                    }
                }
                let mut seen = seen.ok_or_else(|| A::Error::missing_field("seen"))?;
                seen.sort_unstable();
                seen.dedup();
                seen.shrink_to_fit();
                Ok(Change {
                    at: at.ok_or_else(|| A::Error::missing_field("at"))?,
                    seen,
                    body: match (erase, set) {
                        (true, set) => Body::Erase(set.unwrap_or_default()),
                        (false, Some(set)) if whole => Body::Whole(set),
                        (false, Some(set)) => Body::Set(set),
                        (false, None) => return Err(A::Error::missing_field("set")),
                    },
                    more,
                })
            }
        }

        deserializer.deserialize_map(ChangeVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Change, serde_json::Error> {
        serde_json::from_str(text)
    }

    #[test]
    fn what_a_newer_version_wrote_is_kept() {
        let text = r#"{"at":"000000000100000002","seen":[],"set":{"name":"A","shoe":[1,2]},"why":"moved"}"#;
        assert_eq!(read(text).unwrap().to_text(), text);
    }

    #[test]
    fn a_change_reads_as_it_was_made_whatever_the_order_of_what_it_saw() {
        let stamps: Vec<Stamp> =
            ["000000000200000000", "000000000100000000"].map(|text| Stamp::parse(text).unwrap()).into();
        let change = Change::set(stamps[0], [stamps.clone(), stamps.clone()].concat(), Fields::new());
        assert_eq!(read(&change.to_text()).unwrap(), change);
    }

    #[test]
    fn an_erase_keeps_what_must_be_known() {
        let text = r#"{"at":"000000000100000002","seen":["000000000000000001"],"erase":true,"set":{"group":"g"}}"#;
        let change = read(text).unwrap();
        assert!(change.is_erase());
        assert_eq!(change.to_text(), text);
    }

    #[test]
    fn a_change_without_stamp_seen_or_content_is_refused() {
        for text in [r"{}", r#"{"at":"000000000100000002","seen":[]}"#, r#"{"at":"x","seen":[],"set":{}}"#, "[]", "3"] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
