//! A receipt: that a file left a device, what it was, and what it said it holds.
//!
//! Nobody types one: it is made of a file's header alone, so that the sender and every receiver have the very same. When and
//! where the file was made stands in the stamp of the receipt's only change. Deliberately absent: anything of a member, and a
//! form, for which reason this is no `record!`. What cannot be read is left out, since a receipt only tells.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Belongs, Kind, KindId, Names, Words};
use crate::domain::{FieldValue, Line, PersonName, RegionCode};
use crate::lang::Text;

/// Nobody invents one.
pub(super) const INVENT: Option<super::Invent> = None;

/// No list has it.
pub(super) const HEADINGS: &[super::Heading] = &[];

/// What its records belong to.
pub(super) const BELONGS: Belongs = Belongs::Shared;

/// The row of the kind. A receipt has no fields that a person sees one by one.
pub(super) static KIND: Kind = Kind {
    id: KindId::Receipt,
    name: Receipt::KIND,
    belongs: BELONGS,
    is_typed: false,
    is_derived: false,
    fields: &[],
    basics: &[],
    sections: &[],
    title: &[],
    dated: None,
    check: |_, _| Vec::new(),
};

/// What the kind is called.
pub(super) static NAMES: Names = Names {
    one: Text::new("Tanda terima berkas", "Receipt of a file"),
    many: Text::new("Tanda terima berkas", "Receipts of files"),
    new: Text::NONE,
    edit: Text::NONE,
};

/// The words of the kind.
pub(super) static WORDS: Words = Words {
    fields: &[],
    sections: &[],
    add: Text::NONE,
    none: Text::NONE,
    erase: Text::NONE,
    erase_explain: Text::NONE,
};

/// What a file says of itself beyond its records. All of it may be missing, as in files written before there was any.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// For whom it is meant, as typed; may be empty.
    pub to: String,
    /// How many groups (KUBE) it holds.
    pub groups: Option<u32>,
    /// How many households (KK) these are.
    pub households: Option<u32>,
    /// How many of the groups lie in each city or kabupaten, by code.
    pub regions: Vec<(RegionCode, u32)>,
}

/// What a receipt tells of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Receipt {
    /// What the file held: `full`, `group`, or a word of another version.
    pub kind: String,
    /// The name of the sender; may be empty.
    pub name: String,
    /// What the file said of itself.
    pub about: About,
}

impl About {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// As members of an object; what is not said is left out.
    pub fn members(&self) -> Vec<(&'static str, Value)> {
        let mut regions = Map::new();
        for (region, count) in &self.regions {
            regions.insert(region.to_string(), (*count).into());
        }
        let said = [
            ("groups", self.groups.map(Value::from)),
            ("households", self.households.map(Value::from)),
            ("regions", (!regions.is_empty()).then_some(Value::Object(regions))),
            ("to", (!self.to.is_empty()).then(|| self.to.as_str().into())),
        ];
        said.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
    }

    /// Reads such members.
    pub fn read<'a>(value: impl Fn(&str) -> Option<&'a Value>) -> Self {
        let regions = value("regions").and_then(Value::as_object).into_iter().flatten();
        let city = |(code, groups): (&String, &Value)| {
            let code = RegionCode::parse(code).ok().filter(|code| code.kabkota() == Some(*code))?;
            Some((code, count(groups)?))
        };
        let mut regions: Vec<(RegionCode, u32)> = regions.filter_map(city).collect();
        // As one code could be written in two ways.
        regions.sort_unstable();
        regions.dedup_by_key(|(code, _)| *code);
        Self {
            to: cleaned::<Line>(value("to")),
            groups: value("groups").and_then(count),
            households: value("households").and_then(count),
            regions,
        }
    }
}

impl Receipt {
    /// It has no fields that are said one by one.
    #[cfg(not(target_arch = "wasm32"))]
    pub(in crate::kinds) const DOCS: super::Docs = super::Docs { record: &[], fields: &[] };

    /// The kind of such a record.
    pub const KIND: &'static str = "receipt";

    /// Its fields; what is not known is left out.
    pub fn fields(&self) -> Vec<(&'static str, Value)> {
        let mut fields = self.about.members();
        for (key, text) in [("kind", &self.kind), ("name", &self.name)] {
            if !text.is_empty() {
                fields.push((key, text.as_str().into()));
            }
        }
        fields
    }

    /// Reads such fields.
    pub fn read<'a>(value: impl Fn(&str) -> Option<&'a Value>) -> Self {
        let (kind, name) = (cleaned::<Line>(value("kind")), cleaned::<PersonName>(value("name")));
        Self { kind, name, about: About::read(value) }
    }

    /// The same as it reads back: every device has to come to the same receipt, whatever was typed on the first.
    #[must_use]
    pub fn settled(&self) -> Self {
        let fields = self.fields();
        Self::read(|key| fields.iter().find(|(name, _)| *name == key).map(|(_, value)| value))
    }
}

fn count(value: &Value) -> Option<u32> {
    value.as_u64().and_then(|count| u32::try_from(count).ok())
}

fn cleaned<T: FieldValue>(value: Option<&Value>) -> String {
    value.and_then(|value| T::from_json(value).ok()).map(|text| text.text()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn receipt() -> Receipt {
        let about = About {
            to: "Dinas Sosial".into(),
            groups: Some(15),
            households: Some(146),
            regions: vec![(RegionCode::kaltim(71), 3), (RegionCode::kaltim(72), 12)],
        };
        Receipt { kind: "full".into(), name: "Contoh Pendamping".into(), about }
    }

    #[test]
    fn it_reads_back_from_its_fields_and_says_nothing_it_does_not_know() {
        assert_eq!(receipt().settled(), receipt());
        assert_eq!(Receipt::default().settled(), Receipt::default());
        assert_eq!(Receipt::default().fields(), []);
        assert!(About::default().is_empty() && !receipt().about.is_empty());
    }

    #[test]
    fn what_cannot_be_read_is_left_out_and_what_was_typed_is_cleaned() {
        let odd = json!({
            "kind": 5, "name": "  Contoh\u{202e}  Satu ", "to": ["x"], "groups": -1, "households": 4_294_967_296_u64,
            "regions": { "64.72": 2, "64.72.02": 1, "nowhere": 3, "64.74": "4" }
        });
        let read = Receipt::read(|key| odd.get(key));
        assert_eq!((read.kind.as_str(), read.name.as_str(), read.about.to.as_str()), ("", "Contoh Satu", ""));
        assert_eq!((read.about.groups, read.about.households), (None, None));
        assert_eq!(read.about.regions, [(RegionCode::kaltim(72), 2)]);
        assert_eq!(read.settled(), read);
    }
}
