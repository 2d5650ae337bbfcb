//! How values cross to a worker and back: in the form in which they stand in records.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use super::date::Date;
use super::field::FieldValue;
use super::id::Id;
use super::region::RegionCode;
use super::{Programme, Year};

macro_rules! as_in_records {
    ($($Type:ty),*) => { $(
        impl Serialize for $Type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.to_json().serialize(serializer)
            }
        }

        impl<'de> Deserialize<'de> for $Type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = Value::deserialize(deserializer)?;
                <$Type as FieldValue>::from_json(&value).map_err(|_| D::Error::custom("no such value"))
            }
        }
    )* };
}

as_in_records!(Id, Date, RegionCode, Programme, Year);

#[cfg(test)]
mod tests {
    use super::*;

    fn crosses<T: Serialize + for<'de> Deserialize<'de> + PartialEq + std::fmt::Debug>(value: &T) {
        let text = serde_json::to_string(value).unwrap();
        assert_eq!(serde_json::from_str::<T>(&text).unwrap(), *value, "{text}");
    }

    #[test]
    fn what_crosses_is_the_same_on_the_other_side() {
        crosses(&Id::v7(1, [2; 10]));
        crosses(&Date::new(2026, 6, 5).unwrap());
        crosses(&RegionCode::kaltim(72));
        crosses(&Year::parse("2014").unwrap());
        Programme::ALL.iter().for_each(crosses);
    }
}
