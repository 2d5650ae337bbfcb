//! The codes of regions: a form with levels, whether a list knows the region or not.
//!
//! Deliberately absent: names.

use std::fmt;

use serde_json::Value;

use crate::domain::fault::Fault;
use crate::domain::field::FieldValue;

/// The level of a region, from the whole province down to a village.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Provinsi, two digits.
    Province,
    /// Kabupaten, `64.01` to `64.69`.
    Regency,
    /// Kota, `64.70` to `64.99`.
    City,
    /// Kecamatan, six digits.
    District,
    /// Kelurahan, ten digits, the last four from 1001.
    UrbanVillage,
    /// Desa (in Berau, Kutai Barat and Mahakam Ulu called kampung), ten digits, the last four from 2001.
    RuralVillage,
}

impl Level {
    /// Kabupaten or kota.
    pub fn is_kabkota(self) -> bool {
        matches!(self, Self::Regency | Self::City)
    }

    /// Kecamatan.
    pub fn is_district(self) -> bool {
        self == Self::District
    }

    /// Kelurahan or desa.
    pub fn is_village(self) -> bool {
        matches!(self, Self::UrbanVillage | Self::RuralVillage)
    }

    /// How many of the ten digits a code of this level has.
    const fn digits(self) -> u32 {
        match self {
            Self::Province => 2,
            Self::Regency | Self::City => 4,
            Self::District => 6,
            Self::UrbanVillage | Self::RuralVillage => 10,
        }
    }
}

/// A Kemendagri code such as `64.72.03.1001`, whether the list knows it or not.
///
/// Codes sort as the list does: a region before its parts, and the parts of one region together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionCode {
    /// The digits, filled up with zeros on the right to ten.
    filled: u64,
    /// Says which of the digits count.
    level: Level,
}

impl RegionCode {
    /// Kalimantan Timur.
    pub const KALTIM: Self = Self { filled: 6_400_000_000, level: Level::Province };

    /// The code whose `count` digits (2, 4, 6 or 10) write `number`.
    pub(in crate::domain) const fn from_number(number: u64, count: u32) -> Option<Self> {
        let level = match count {
            2 => Level::Province,
            4 if number % 100 < 70 => Level::Regency,
            4 => Level::City,
            6 => Level::District,
            10 if number % 10_000 < 2_000 => Level::UrbanVillage,
            10 => Level::RuralVillage,
            _ => return None,
        };
        if number >= 10_u64.pow(count) {
            return None;
        }
        Some(Self { filled: number * 10_u64.pow(10 - count), level })
    }

    /// The kabupaten (1-69) or kota (70-99) of this number in Kalimantan Timur.
    pub const fn kaltim(kabkota: u8) -> Self {
        let level = if kabkota < 70 { Level::Regency } else { Level::City };
        Self { filled: 6_400_000_000 + (kabkota % 100) as u64 * 1_000_000, level }
    }

    /// The digits of the province.
    pub(in crate::domain) const fn province(self) -> u64 {
        self.filled / 100_000_000
    }

    /// The number that the last part of the code writes: of `64.72.03` that is 3.
    pub(in crate::domain) const fn last_digits(self) -> u64 {
        let count = self.level.digits();
        self.filled / 10_u64.pow(10 - count) % if count == 10 { 10_000 } else { 100 }
    }

    /// The level that the form of the code says.
    pub fn level(self) -> Level {
        self.level
    }

    /// The region around this one; `None` for a province.
    pub fn parent(self) -> Option<Self> {
        match self.level.digits() {
            10 => self.cut(6),
            6 => self.cut(4),
            4 => self.cut(2),
            _ => None,
        }
    }

    /// The kabupaten or kota that this region is or lies in; `None` for a province.
    pub fn kabkota(self) -> Option<Self> {
        self.cut(4)
    }

    /// Whether a desa here is called kampung: in Berau, Kutai Barat and Mahakam Ulu.
    pub fn has_kampung(self) -> bool {
        [3, 7, 11].into_iter().any(|kabkota| Self::kaltim(kabkota).contains(self))
    }

    /// The kecamatan that this region is or lies in; `None` above that level.
    pub fn district(self) -> Option<Self> {
        self.cut(6)
    }

    /// Whether `other` is this region or lies in it.
    pub fn contains(self, other: Self) -> bool {
        other.cut(self.level.digits()) == Some(self)
    }

    /// The code of the first `count` digits, if there are as many.
    fn cut(self, count: u32) -> Option<Self> {
        if count > self.level.digits() {
            return None;
        }
        Self::from_number(self.filled / 10_u64.pow(10 - count), count)
    }

    /// The digits, filled up with zeros on the right to ten.
    pub(super) const fn filled(self) -> u64 {
        self.filled
    }

    /// The first code after this region and all its parts, as filled digits.
    pub(super) const fn end(self) -> u64 {
        self.filled + 10_u64.pow(10 - self.level.digits())
    }
}

/// The dotted form, `64.72.03.1001`.
impl fmt::Display for RegionCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl FieldValue for RegionCode {
    fn parse(text: &str) -> Result<Self, Fault> {
        let mut number = 0;
        let mut count = 0;
        for (at, part) in text.split('.').enumerate() {
            let length = if at < 3 { 2 } else { 4 };
            if at > 3 || part.len() != length || !part.bytes().all(|byte| byte.is_ascii_digit()) {
                return Err(Fault::NotARegion);
            }
            for byte in part.bytes() {
                number = number * 10 + u64::from(byte - b'0');
                count += 1;
            }
        }
        Self::from_number(number, count).ok_or(Fault::NotARegion)
    }

    fn text(&self) -> String {
        let mut out = String::with_capacity(13);
        let mut unit = 1_000_000_000;
        for at in 0..self.level.digits() {
            if matches!(at, 2 | 4 | 6) {
                out.push('.');
            }
            out.push(char::from(b'0' + u8::try_from(self.filled / unit % 10).unwrap_or(0)));
            unit /= 10;
        }
        out
    }

    fn from_json(value: &Value) -> Result<Self, Fault> {
        Self::parse(value.as_str().ok_or(Fault::WrongType)?)
    }

    fn to_json(&self) -> Value {
        Value::String(self.text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::laws;

    fn code(text: &str) -> RegionCode {
        RegionCode::parse(text).unwrap()
    }

    #[test]
    fn a_code_knows_what_is_around_it() {
        let village = code("64.72.03.1001");
        assert_eq!(village.parent(), Some(code("64.72.03")));
        assert_eq!((village.district(), village.kabkota()), (Some(code("64.72.03")), Some(code("64.72"))));
        assert_eq!((code("64.72").district(), code("64").kabkota(), code("64").parent()), (None, None, None));
        for around in ["64", "64.72", "64.72.03", "64.72.03.1001"] {
            assert!(code(around).contains(village), "{around}");
        }
        for elsewhere in ["65", "64.71", "64.72.04", "64.72.03.1002"] {
            assert!(!code(elsewhere).contains(village), "{elsewhere}");
        }
        assert!(!village.contains(code("64.72.03")));
        assert_ne!(code("64"), code("64.00"));
        assert_eq!([RegionCode::kaltim(72), RegionCode::kaltim(1)], [code("64.72"), code("64.01")]);
    }

    #[test]
    fn the_form_of_a_code_is_checked_and_nothing_else() {
        for (text, level) in [
            ("64", Level::Province),
            ("64.12", Level::Regency),
            ("64.73", Level::City),
            ("99.99.99", Level::District),
            ("00.00.00.1999", Level::UrbanVillage),
            ("64.01.01.2999", Level::RuralVillage),
        ] {
            assert_eq!(code(text).level(), level);
            assert_eq!(code(text).to_string(), text);
            laws::hold(&code(text));
        }
        for text in [
            "",
            "6",
            "6472",
            "64.7",
            "64.72.",
            "64.72.3",
            "64.72.03.101",
            "64.72.03.10010",
            "64.72.03.1001.01",
            "64,72",
            "6a",
            "٦٤",
        ] {
            assert_eq!(RegionCode::parse(text), Err(Fault::NotARegion), "{text}");
        }
        laws::refuse_other_types(&code("64"));
    }

    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn the_laws_hold_for_every_code(number in 0_u64..10_000_000_000, count in proptest::sample::select(vec![2_u32, 4, 6, 10])) {
            let code = RegionCode::from_number(number / 10_u64.pow(10 - count), count).unwrap();
            laws::hold(&code);
            assert!(code.parent().is_none_or(|parent| parent.contains(code) && parent < code));
        }
    }
}
