//! NIK, the number of a person, and No. KK, the number of a family card.
//!
//! Both have 16 digits: kecamatan of the first registration (6), date (6), serial from 0001 (4). The date of a NIK is the
//! birth, with 40 added to the day for women; that of a family card is the day it was recorded. Sources: PP 37/2007 Pasal
//! 37, PP 40/2019 Pasal 30(2). A number is never changed when a region is split or a birth date is corrected, so whatever
//! differs from the form is lawful, and what [`Nik::region_standing`] says is no fault. There is no check digit.
//!
//! Deliberately absent: `Display` (whoever shows a number says whether it is masked) and digits in `Debug`.

use std::fmt;

use serde_json::Value;

use super::choices::Sex;
use super::date::Date;
use super::fault::Fault;
use super::field::FieldValue;
use super::region::{self, RegionCode};
use super::typed::as_number;

/// Who was born less than so many years ago is taken for born a century earlier, unless the form says the date.
const YOUNGEST: i32 = 15;

/// The number of a person (Nomor Induk Kependudukan).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nik(Sixteen);

/// The number of a family card (Nomor Kartu Keluarga).
///
/// No lasting key of a family: a marriage, a move or a death brings a new card.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FamilyCard(Sixteen);

/// Sixteen digits: what both numbers have in common.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Sixteen(u64);

/// How the region in a number stands to today's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegionStanding {
    /// A kecamatan of Kalimantan Timur.
    Current,
    /// A kecamatan that was Kalimantan Timur or Kutai Barat once; the number stays valid.
    Old {
        /// What it belongs to today.
        now: &'static str,
    },
    /// A kecamatan that Kalimantan Timur neither has nor had.
    UnknownDistrict,
    /// No province of Indonesia has this number.
    UnknownProvince,
    /// Another province, whose kecamatan this app does not know.
    Elsewhere,
}

impl Nik {
    /// The sex of the person.
    pub fn sex(self) -> Sex {
        if self.0.day_digits() > 40 { Sex::Female } else { Sex::Male }
    }

    /// The date of birth; the number leaves the century open.
    ///
    /// That is `given`, the date of the form, if it is one of the two. Else it is the later of the two if that makes the
    /// person at least 15 years old `today`, else the earlier. `None` if neither can be.
    pub fn birth_date(self, today: Date, given: Option<Date>) -> Option<Date> {
        let [earlier, later] = self.birth_dates();
        if given.is_some() && (given == earlier || given == later) {
            return given;
        }
        let later = later.filter(|date| *date <= today);
        later.filter(|date| date.age_on(today) >= YOUNGEST).or(earlier).or(later)
    }

    /// The dates of birth that the number can mean: in 19YY, and in 20YY. One is missing for a 29 February.
    pub fn birth_dates(self) -> [Option<Date>; 2] {
        self.0.dates(self.0.day_digits() % 40)
    }
}

/// What both numbers tell, and how they are read and written; `$day` is the day of the month that the digits 7 and 8 mean.
macro_rules! of_sixteen {
    ($Name:ident, $day:expr) => {
        impl $Name {
            /// The sixteen digits as a number, for comparing.
            pub fn number(self) -> u64 {
                self.0.0
            }

            /// The kecamatan of the first recording, such as `64.72.03`.
            pub fn region_prefix(self) -> RegionCode {
                self.0.region_prefix()
            }

            /// How that region stands to today's list.
            pub fn region_standing(self) -> RegionStanding {
                standing(self.region_prefix())
            }

            /// `6472••••••••••01`: what a list may show.
            pub fn masked(self) -> String {
                self.0.masked()
            }
        }

        /// Masked: a panic or a log must not tell a number.
        impl fmt::Debug for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.masked())
            }
        }

        impl FieldValue for $Name {
            /// Reads 16 digits among which spaces, dots and dashes may stand, and what [`as_number`] passes over.
            fn parse(text: &str) -> Result<Self, Fault> {
                Sixteen::typed(text)?.checked($day).map(Self)
            }

            fn text(&self) -> String {
                self.0.digits()
            }

            fn from_json(value: &Value) -> Result<Self, Fault> {
                Self::parse(stored(value)?)
            }

            fn to_json(&self) -> Value {
                Value::String(self.text())
            }
        }
    };
}

// Of a woman 40 is added to the day, so that 32 to 40 and 72 on are no day of anybody.
of_sixteen!(Nik, |digits| if digits > 71 { 0 } else { digits % 40 });
of_sixteen!(FamilyCard, |digits| digits);

impl Sixteen {
    /// The number that a person typed or pasted.
    fn typed(text: &str) -> Result<Self, Fault> {
        let text = &*as_number(text);
        let mut number: u64 = 0;
        let mut found = 0;
        for c in text.chars() {
            if let Some(digit) = c.to_digit(10) {
                found += 1;
                number = number.wrapping_mul(10).wrapping_add(u64::from(digit));
            } else if !(c.is_whitespace() || matches!(c, '.' | '-' | '\u{2010}'..='\u{2015}')) {
                return Err(if is_scientific(text) { Fault::Spreadsheet } else { Fault::NotDigits });
            }
        }
        if found == 16 { Ok(Self(number)) } else { Err(Fault::NotSixteenDigits { found }) }
    }

    /// The number, if its parts can be; `day` is the day of the month that its day digits mean.
    fn checked(self, day: fn(u32) -> u32) -> Result<Self, Fault> {
        let (number, day) = (self.0, day(self.day_digits()));
        let month = number / 1_000_000 % 100;
        let (regency, district) = (number / 1_000_000_000_000 % 100, number / 10_000_000_000 % 100);
        if number.is_multiple_of(1_111_111_111_111_111) {
            Err(Fault::AllEqual)
        } else if number.is_multiple_of(10_000) {
            // A serial begins at 0001; a spreadsheet keeps 15 digits and leaves 0 for the last.
            Err(Fault::Spreadsheet)
        } else if regency == 0 || district == 0 {
            Err(Fault::NumberRegion)
        } else if !(1..=31).contains(&day) {
            Err(Fault::NumberDay)
        } else if !(1..=12).contains(&month) {
            Err(Fault::NumberMonth)
        } else if self.dates(day) == [None, None] {
            Err(Fault::NumberNoSuchDay)
        } else {
            Ok(self)
        }
    }

    /// The digits 7 and 8.
    fn day_digits(self) -> u32 {
        u32::try_from(self.0 / 100_000_000 % 100).unwrap_or(0)
    }

    /// The dates in 19YY and 20YY of a number that means this day of the month.
    fn dates(self, day: u32) -> [Option<Date>; 2] {
        let month = u32::try_from(self.0 / 1_000_000 % 100).unwrap_or(0);
        let year = i32::try_from(self.0 / 10_000 % 100).unwrap_or(0);
        [Date::new(1900 + year, month, day), Date::new(2000 + year, month, day)]
    }

    /// The kecamatan of the first six digits.
    fn region_prefix(self) -> RegionCode {
        // Six digits always make a code; Kaltim is the answer of no case.
        RegionCode::from_number(self.0 / 10_000_000_000, 6).unwrap_or(RegionCode::KALTIM)
    }

    /// The sixteen digits.
    fn digits(self) -> String {
        let mut out = String::with_capacity(16);
        let mut unit = 1_000_000_000_000_000;
        while unit > 0 {
            out.push(char::from(b'0' + u8::try_from(self.0 / unit % 10).unwrap_or(0)));
            unit /= 10;
        }
        out
    }

    fn masked(self) -> String {
        let digits = self.digits();
        [&digits[..4], "••••••••••", &digits[14..]].concat()
    }
}

/// The stored form: a string (a JSON number would lose digits in other programs) of digits only.
fn stored(value: &Value) -> Result<&str, Fault> {
    let text = value.as_str().ok_or(Fault::WrongType)?;
    if text.bytes().all(|byte| byte.is_ascii_digit()) { Ok(text) } else { Err(Fault::NotDigits) }
}

/// Whether a spreadsheet shortened the number to the likes of `6.47203E+15` or `6,47203E+15`.
fn is_scientific(text: &str) -> bool {
    let all = |part: &str, marks: &str| {
        part.bytes().any(|byte| byte.is_ascii_digit()) && part.chars().all(|c| c.is_ascii_digit() || marks.contains(c))
    };
    text.split_once(['e', 'E']).is_some_and(|(head, power)| all(head, ".,") && all(power, "+"))
}

fn standing(district: RegionCode) -> RegionStanding {
    if let Some(now) = todays_name(district) {
        return RegionStanding::Old { now };
    }
    match district.province() {
        64 if region::is_known(district) => RegionStanding::Current,
        64 => RegionStanding::UnknownDistrict,
        11..=21 | 31..=36 | 51..=53 | 61..=65 | 71..=76 | 81..=82 | 91..=96 => RegionStanding::Elsewhere,
        _ => RegionStanding::UnknownProvince,
    }
}

/// What an old region of Kalimantan Timur belongs to today.
///
/// Five kabupaten and kota became Kalimantan Utara in 2012 (the codes are the gaps of the list; which is which is common
/// knowledge, no table of the time was found), and five kecamatan of Kutai Barat became Mahakam Ulu.
fn todays_name(district: RegionCode) -> Option<&'static str> {
    let old = |regency| district.kabkota() == Some(RegionCode::kaltim(regency));
    if old(4) {
        Some("Kabupaten Bulungan, Kalimantan Utara")
    } else if old(5) {
        Some("Kabupaten Nunukan, Kalimantan Utara")
    } else if old(6) {
        Some("Kabupaten Malinau, Kalimantan Utara")
    } else if old(10) {
        Some("Kabupaten Tana Tidung, Kalimantan Utara")
    } else if old(73) {
        Some("Kota Tarakan, Kalimantan Utara")
    } else if old(7) && matches!(district.last_digits(), 1..=4 | 21) {
        Some("Kabupaten Mahakam Ulu")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::laws;

    fn nik(text: &str) -> Nik {
        Nik::parse(text).unwrap()
    }

    fn date(iso: &str) -> Date {
        Date::from_iso(iso).unwrap()
    }

    #[test]
    fn every_vector_is_judged_as_written() {
        let mut count = 0;
        for line in include_str!("data/nik_vectors.tsv").lines().skip(1) {
            let columns: Vec<&str> = line.split('\t').collect();
            let [input, verdict, sex, birth, ..] = columns[..] else { panic!("{line}") };
            count += 1;
            let Ok(nik) = Nik::parse(input) else {
                assert_eq!(verdict, "error", "{line}");
                continue;
            };
            let fits = matches!(nik.region_standing(), RegionStanding::Current);
            assert_eq!(verdict, if fits { "ok" } else { "warning" }, "{line}");
            assert_eq!(sex, if nik.sex() == Sex::Male { "L" } else { "P" }, "{line}");
            assert_eq!(nik.birth_date(date("2026-06-05"), None), Some(date(birth)), "{line}");
            laws::hold(&nik);
        }
        assert_eq!(count, 16);
    }

    #[test]
    fn each_fault_has_its_name() {
        for (text, fault) in [
            ("647203050690900", Fault::NotSixteenDigits { found: 15 }),
            ("6472031111111111111", Fault::NotSixteenDigits { found: 19 }),
            ("- . -", Fault::NotSixteenDigits { found: 0 }),
            ("647203O506909001", Fault::NotDigits),
            ("6472030506909001 (lama)", Fault::NotDigits),
            ("6.47203E+15", Fault::Spreadsheet),
            ("6,47203e15", Fault::Spreadsheet),
            ("6472030506900000", Fault::Spreadsheet),
            ("1111111111111111", Fault::AllEqual),
            ("0000000000000000", Fault::AllEqual),
            ("6400030506909001", Fault::NumberRegion),
            ("6472000506909001", Fault::NumberRegion),
            ("6472030006909001", Fault::NumberDay),
            ("6472033206909001", Fault::NumberDay),
            ("6472034006909001", Fault::NumberDay),
            ("6472037206909001", Fault::NumberDay),
            ("6472038506909001", Fault::NumberDay),
            ("6472030500909001", Fault::NumberMonth),
            ("6472030513909001", Fault::NumberMonth),
            ("6472032902019005", Fault::NumberNoSuchDay),
            ("6472037104909005", Fault::NumberNoSuchDay),
        ] {
            assert_eq!(Nik::parse(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn the_century_is_the_forms_or_the_one_that_makes_a_grown_person() {
        let today = date("2026-06-05");
        let born = |text: &str, given: Option<&str>| nik(text).birth_date(today, given.map(date)).map(Date::iso);
        assert_eq!(born("6472030506119001", None).as_deref(), Some("2011-06-05"), "15 today");
        assert_eq!(born("6472030606119001", None).as_deref(), Some("1911-06-06"), "15 tomorrow");
        assert_eq!(born("6472030606119001", Some("2011-06-06")).as_deref(), Some("2011-06-06"));
        assert_eq!(
            born("6472030506909001", Some("1991-06-05")).as_deref(),
            Some("1990-06-05"),
            "another date decides nothing"
        );
        assert_eq!(born("6472030506269001", None).as_deref(), Some("1926-06-05"));
        assert_eq!(born("6472030506279001", Some("2027-06-05")).as_deref(), Some("2027-06-05"));
        assert_eq!(nik("6472032902009004").birth_dates(), [None, Some(date("2000-02-29"))]);
        assert_eq!(nik("6472032902009004").birth_date(date("2010-01-01"), None), Some(date("2000-02-29")));
        assert_eq!(nik("6472032902009004").birth_date(date("1999-01-01"), None), None);
    }

    #[test]
    fn old_regions_are_known_by_todays_name() {
        let of = |prefix: &str| nik(&format!("{prefix}0101759007")).region_standing();
        assert_eq!(of("647203"), RegionStanding::Current);
        assert_eq!(of("647301"), RegionStanding::Old { now: "Kota Tarakan, Kalimantan Utara" });
        for regency in ["6404", "6405", "6406", "6410", "6473"] {
            assert!(matches!(of(&[regency, "99"].concat()), RegionStanding::Old { .. }), "{regency}");
        }
        for district in ["640701", "640704", "640721"] {
            assert_eq!(of(district), RegionStanding::Old { now: "Kabupaten Mahakam Ulu" });
        }
        assert_eq!(of("640705"), RegionStanding::Current);
        assert_eq!([of("641201"), of("647299"), of("640722")], [RegionStanding::UnknownDistrict; 3]);
        assert_eq!([of("650101"), of("350101"), of("967199")], [RegionStanding::Elsewhere; 3]);
        assert_eq!([of("000101"), of("220101"), of("970101")], [RegionStanding::UnknownProvince; 3]);
    }

    #[test]
    fn a_number_is_shown_masked() {
        let nik = nik("64 7203-050690.9001");
        assert_eq!(nik.masked(), "6472••••••••••01");
        assert_eq!(format!("{nik:?}"), "6472••••••••••01");
        assert_eq!(nik.text(), "6472030506909001");
        assert_eq!(nik.region_prefix().to_string(), "64.72.03");
    }

    #[test]
    fn the_stored_form_is_a_string_of_digits_only() {
        assert_eq!(nik("6472030506909001").to_json(), Value::from("6472030506909001"));
        assert_eq!(Nik::from_json(&6_472_030_506_909_001_u64.into()), Err(Fault::WrongType));
        assert_eq!(Nik::from_json(&"6472 0305 0690 9001".into()), Err(Fault::NotDigits));
        assert_eq!(Nik::from_json(&"6472030506900000".into()), Err(Fault::Spreadsheet));
        laws::refuse_other_types(&nik("6472030506909001"));
    }

    #[test]
    fn a_family_card_has_no_40_on_its_days() {
        let card = FamilyCard::parse("6472 0331 0112 9001").unwrap();
        assert_eq!((card.masked().as_str(), card.text().as_str()), ("6472••••••••••01", "6472033101129001"));
        assert_eq!(
            (card.region_prefix().to_string().as_str(), card.region_standing()),
            ("64.72.03", RegionStanding::Current)
        );
        laws::hold(&card);
        laws::refuse_other_types(&card);
        for (text, fault) in [
            ("6472037101129001", Fault::NumberDay),
            ("6472034101129001", Fault::NumberDay),
            ("6472033102129001", Fault::NumberNoSuchDay),
            ("6472033101120000", Fault::Spreadsheet),
        ] {
            assert_eq!(FamilyCard::parse(text), Err(fault), "{text}");
        }
    }

    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn the_laws_hold_for_every_number(place in 11_0101_u64..97_0000, days in 0_i64..36_524, woman: bool, serial in 1_u64..10_000) {
            let born = date("2000-01-01").plus_days(days);
            let day = u64::from(born.day()) + if woman { 40 } else { 0 };
            let number = ((place * 100 + day) * 100 + u64::from(born.month())) * 100 + u64::try_from(born.year() % 100).unwrap();
            match Nik::parse(&Sixteen(number * 10_000 + serial).digits()) {
                Ok(nik) => {
                    laws::hold(&nik);
                    assert_eq!(nik.birth_dates()[1], Some(born));
                    assert_eq!(nik.sex() == Sex::Female, woman);
                }
                Err(fault) => assert!(matches!(fault, Fault::NumberRegion | Fault::AllEqual), "{fault:?}"),
            }
        }

        #[test]
        fn no_text_breaks_the_reading(text in "([0-9]{4}[ .-]?){3,5}|\\PC{0,20}") {
            if let Ok(nik) = Nik::parse(&text) { laws::hold(&nik); }
            if let Ok(card) = FamilyCard::parse(&text) { laws::hold(&card); }
        }
    }
}
