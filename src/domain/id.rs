//! Ids of records.
//!
//! Relies on `uuid` for the layout. Deliberately absent: the clock and random numbers; both are arguments.

use std::fmt;

use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

use super::fault::Fault;
use super::field::FieldValue;

/// The id of a record: a UUID, which says nothing of the person it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Uuid);

impl Id {
    /// An id of version 7, made at `unix_ms` (milliseconds since 1970) from ten random `bytes`.
    ///
    /// Ids sort by the time they were made. Six bits of `bytes` give way to the version and the variant.
    pub fn v7(unix_ms: u64, bytes: [u8; 10]) -> Self {
        Self(Builder::from_unix_timestamp_millis(unix_ms, &bytes).into_uuid())
    }

    /// The id of what is said about two records: the same on every device, in whichever order they are named.
    pub fn of_pair(one: Self, other: Self) -> Self {
        Self::derived("pair", &[one.min(other), one.max(other)])
    }

    /// The id under which an erased record comes back: the same on every device, of the same moment and of the sort that records
    /// of people and groups have.
    #[must_use]
    pub fn brought_back(self) -> Self {
        let (own, sum) = (self.0.as_u128(), Self::derived("restored", &[self]).0.into_bytes());
        let mut bytes = [0; 10];
        bytes.copy_from_slice(&sum[6..]);
        // The first 48 bits are the time.
        Self::v7(u64::try_from(own >> 80).unwrap_or_default(), bytes)
    }

    /// The id of what is said about records (version 8, SHA-256 of a word and their ids): the same wherever it is said.
    pub fn derived(word: &str, about: &[Self]) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(word);
        for id in about {
            hasher.update(id.0.as_bytes());
        }
        let sum: [u8; 32] = hasher.finalize().into();
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&sum[..16]);
        Self(Builder::from_custom_bytes(bytes).into_uuid())
    }

    /// Whether it is such an id, and not one of time and chance.
    pub fn is_derived(self) -> bool {
        self.0.get_version_num() == 8
    }
}

/// `0197412c-5a00-7000-8000-000000000000`.
impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(f)
    }
}

impl FieldValue for Id {
    /// Reads the hyphenated form in either case; braces, URNs and bare digits are no ids here.
    fn parse(text: &str) -> Result<Self, Fault> {
        if text.len() != 36 {
            return Err(Fault::NotAnId);
        }
        Uuid::try_parse(text).map(Self).map_err(|_| Fault::NotAnId)
    }

    fn text(&self) -> String {
        self.to_string()
    }

    fn from_json(value: &Value) -> Result<Self, Fault> {
        Self::parse(value.as_str().ok_or(Fault::WrongType)?)
    }

    fn to_json(&self) -> Value {
        Value::String(self.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::laws;

    #[test]
    fn an_id_is_made_of_time_and_bytes_only() {
        let id = Id::v7(0x0197_412c_5a00, [0; 10]);
        assert_eq!(id.to_string(), "0197412c-5a00-7000-8000-000000000000");
        assert_eq!(id, Id::v7(0x0197_412c_5a00, [0; 10]));
        assert!(id < Id::v7(0x0197_412c_5a01, [0; 10]));
        assert_ne!(id, Id::v7(0x0197_412c_5a00, [1; 10]));
        laws::refuse_other_types(&id);
    }

    #[test]
    fn the_id_of_a_pair_is_the_same_in_either_order_and_that_of_no_other_pair() {
        let [one, other, third] = [1, 2, 3].map(|byte| Id::v7(9, [byte; 10]));
        let pair = Id::of_pair(one, other);
        assert_eq!(pair, Id::of_pair(other, one));
        assert_ne!(pair, Id::of_pair(one, third));
        // Made by Python's hashlib and uuid: it may never become another.
        assert_eq!(pair.to_string(), "b75a8336-d67a-809b-885f-8f2e8859ac64");
    }

    #[test]
    fn what_comes_back_is_of_the_same_moment_and_of_the_same_sort_under_an_id_of_its_own() {
        let id = Id::v7(0x0197_412c_5a00, [3; 10]);
        let again = id.brought_back();
        assert_eq!(again, id.brought_back());
        assert!(![id, again.brought_back()].contains(&again) && !again.is_derived());
        assert_eq!(again.to_string()[..15], id.to_string()[..15]);
    }

    #[test]
    fn only_the_hyphenated_form_is_read() {
        let id = Id::v7(0x0197_412c_5a00, [0xff; 10]);
        assert_eq!(Id::parse(&id.to_string().to_uppercase()), Ok(id));
        for text in [
            "",
            "0197412c5a0070008000000000000000",
            "{0197412c-5a00-7000-8000-000000000000}",
            "urn:uuid:0197412c-5a00-7000-8000-000000000000",
            "0197412c-5a00-7000-8000-00000000000g",
            "0197412c-5a00-7000-80000-00000000000",
            "é197412c-5a00-7000-8000-0000000000",
        ] {
            assert_eq!(Id::parse(text), Err(Fault::NotAnId), "{text}");
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn the_laws_hold_for_every_id(unix_ms in 0_u64..1 << 48, bytes: [u8; 10]) {
            laws::hold(&Id::v7(unix_ms, bytes));
        }
    }
}
