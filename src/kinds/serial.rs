//! How a kind and the name of a field cross to a worker and back: `group`, `member birth_date`.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{FieldRef, KindId};

/// As its records name it.
impl Serialize for KindId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for KindId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::named(&String::deserialize(deserializer)?).ok_or_else(|| D::Error::custom("no such kind"))
    }
}

impl Serialize for FieldRef {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{} {}", self.kind().name(), self.key()))
    }
}

impl<'de> Deserialize<'de> for FieldRef {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let field = text.split_once(' ').and_then(|(kind, key)| Self::of(kind, key));
        field.ok_or_else(|| D::Error::custom("no such field"))
    }
}

#[cfg(test)]
mod tests {
    use crate::kinds::{FieldRef, KindId};

    #[test]
    fn the_name_of_every_field_reads_back() {
        for field in KindId::ALL.iter().flat_map(|kind| kind.row().fields()) {
            let text = serde_json::to_string(&field).unwrap();
            assert_eq!(serde_json::from_str::<FieldRef>(&text).unwrap(), field, "{text}");
        }
        assert!(serde_json::from_str::<FieldRef>("\"member shoe\"").is_err());
        assert_eq!(serde_json::to_string(&crate::kinds::Member::BIRTH_DATE).unwrap(), "\"member birth_date\"");
    }
}
