//! What somebody wants: which groups, which sheets, in which form. It is what crosses to the worker, as JSON.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::{FieldValue, Id, Region, RegionCode, region};
use crate::i18n::Lang;
use crate::kinds::KindId;

/// A wish.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wanted {
    /// The language of headings, choices and notes.
    #[serde(serialize_with = "tag", deserialize_with = "of_tag")]
    pub lang: Lang,
    /// Which groups.
    pub extent: Extent,
    /// Personal data whole; otherwise masked.
    pub whole: bool,
    /// As what.
    pub form: Form,
}

/// Which groups are covered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Extent {
    /// All of the book.
    Book,
    /// Those of one kabupaten or kota.
    Region(Region),
    /// One.
    Group(Id),
}

/// The file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// All sheets in one file.
    Xlsx,
    /// One sheet, as text.
    Csv(Part),
}

/// A sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Part {
    /// Groups, one a row.
    Groups,
    /// Records of one kind, one a row: what belongs to groups, such as members, or to nothing but itself.
    Of(KindId),
    /// Numbers per kabupaten and kota.
    Totals,
}

impl Part {
    /// The members.
    pub const MEMBERS: Self = Self::Of(KindId::Member);

    /// All, in the order of the tabs.
    pub fn all() -> impl Iterator<Item = Self> {
        let others = KindId::in_groups().chain(KindId::alone()).map(Self::Of);
        [Self::MEMBERS, Self::Groups].into_iter().chain(others).chain([Self::Totals])
    }

    /// A word for file names, in English as those of files are.
    pub fn code(self) -> &'static str {
        match self {
            Self::MEMBERS => "members",
            Self::Groups => "groups",
            Self::Of(kind) => kind.name(),
            Self::Totals => "recap",
        }
    }
}

impl From<Part> for String {
    fn from(part: Part) -> Self {
        part.code().to_owned()
    }
}

impl TryFrom<String> for Part {
    type Error = &'static str;

    fn try_from(code: String) -> Result<Self, Self::Error> {
        Self::all().find(|part| part.code() == code).ok_or("no such sheet")
    }
}

/// An extent as it is written: `{}`, `{"region": "64.72"}`, `{"group": "UUID"}`.
#[derive(Serialize, Deserialize)]
struct Written {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    region: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    group: Option<String>,
}

impl Serialize for Extent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (region, group) = match self {
            Self::Book => (None, None),
            Self::Region(region) => (Some(region.code.to_string()), None),
            Self::Group(id) => (None, Some(id.to_string())),
        };
        Written { region, group }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Extent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let unknown = || D::Error::custom("no such extent");
        match Written::deserialize(deserializer)? {
            Written { region: None, group: None } => Ok(Self::Book),
            Written { region: Some(code), group: None } => {
                let code = RegionCode::parse(&code).ok().filter(|code| code.level().is_kabkota());
                code.and_then(region::find).map(Self::Region).ok_or_else(unknown)
            }
            Written { region: None, group: Some(id) } => Id::parse(&id).map(Self::Group).map_err(|_| unknown()),
            Written { .. } => Err(unknown()),
        }
    }
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde's signature
fn tag<S: Serializer>(lang: &Lang, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(lang.tag())
}

fn of_tag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Lang, D::Error> {
    let tag = String::deserialize(deserializer)?;
    Lang::from_tag(&tag).ok_or_else(|| D::Error::custom("no such language"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_reads_back_from_its_json() {
        let samarinda = region::kabupaten_kota().next().unwrap();
        for extent in [Extent::Book, Extent::Region(samarinda), Extent::Group(Id::v7(1, [7; 10]))] {
            for part in Part::all() {
                let wanted = Wanted { lang: Lang::En, extent, whole: true, form: Form::Csv(part) };
                let text = serde_json::to_string(&wanted).unwrap();
                assert_eq!(serde_json::from_str::<Wanted>(&text).unwrap(), wanted, "{text}");
            }
        }
    }

    #[test]
    fn a_wish_of_no_extent_is_refused() {
        let of = |extent: &str| serde_json::from_str::<Extent>(extent).is_ok();
        assert_eq!([of("{}"), of(r#"{"region":"64.72"}"#)], [true; 2]);
        assert_eq!([of(r#"{"region":"64.72.03"}"#), of(r#"{"region":"64.99"}"#), of(r#"{"group":"x"}"#)], [false; 3]);
    }
}
