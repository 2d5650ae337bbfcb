//! Stored values, places and scopes as a person reads them.

use serde_json::Value;

use super::{Label, Lang};
use crate::domain::{Date, FieldValue, Level, Phone, Programme, Region, Rupiah, Year, region};
use crate::exchange::NamedRecord;
use crate::kinds::{FieldRef, KindId, ValueType};
use crate::lang::labels;
use crate::registry::Other;
use crate::search::Need;
use crate::stats::Scope;

labels!(Need {
    Incomplete = "Belum lengkap atau perlu diperiksa" | "Incomplete or to be checked",
    Conflict = "Isian berbeda" | "In conflict",
    NoPlace = "Wilayah belum diisi" | "Place not filled in",
});

/// Whether numbers that are nobody else's business are shown whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// First four and last two characters.
    Masked,
    /// Whole: only where a person has to decide between two values, or asked to see it.
    Whole,
}

impl Lang {
    /// A scope, short enough for a heading: "PKP 2014".
    pub fn scope(self, scope: Scope, years: Option<(Year, Year)>) -> String {
        match scope {
            // Short, for it stands in a pill.
            Scope::All => match years {
                Some((first, last)) if first != last => format!("{} ({first}–{last})", self.first_texts().scope_all),
                Some((year, _)) => format!("{} ({year})", self.first_texts().scope_all),
                None => self.first_texts().scope_all.to_owned(),
            },
            Scope::Of(Programme::Pkp, year) => format!("PKP {year}"),
            Scope::Of(programme, year) => format!("{} {year}", programme.label(self)),
        }
    }

    /// A region with what it lies in: "Kel. Sidodadi, Kec. Samarinda Ulu, Kota Samarinda".
    pub fn place(self, region: Region) -> String {
        let mut parts = vec![self.region_name(region)];
        let mut around = region.parent();
        while let Some(here) = around.filter(|here| here.level != Level::Province) {
            parts.push(self.region_name(here));
            around = here.parent();
        }
        parts.join(", ")
    }

    /// A region with what it lies in, short enough for a field of a phone: "Sidodadi, Samarinda Ulu, Samarinda".
    pub fn short_place(self, region: Region) -> String {
        let mut parts = vec![region.short_name()];
        let mut around = region.parent();
        while let Some(here) = around.filter(|here| here.level != Level::Province) {
            parts.push(here.short_name());
            around = here.parent();
        }
        parts.join(", ")
    }

    /// A region by the usual short form of its level.
    pub fn region_name(self, region: Region) -> String {
        let word = match region.level {
            Level::UrbanVillage => "Kel. ",
            Level::RuralVillage if region.code.has_kampung() => "Kampung ",
            Level::RuralVillage => "Desa ",
            Level::District => "Kec. ",
            Level::Regency => "Kab. ",
            Level::City => "Kota ",
            Level::Province => "",
        };
        format!("{word}{}", region.short_name())
    }

    /// A stored value as a person reads it. What is nobody else's business is masked, as the field's [`Privacy`](crate::kinds::Privacy) has it.
    pub fn value(self, field: FieldRef, value: &Value, show: Show) -> String {
        let is_masked = show == Show::Masked && field.privacy().is_masked();
        match field.value_type() {
            ValueType::Choice(choice) => choice.word(value, self),
            ValueType::RegionCode => self.region_value(value),
            ValueType::Date => Date::from_json(value).map(|date| self.date(date)).unwrap_or_default(),
            ValueType::Rupiah => Rupiah::from_json(value).map(|amount| self.rupiah(amount)).unwrap_or_default(),
            ValueType::YesNo => value.as_bool().map(|yes| self.yes_no(yes).to_owned()).unwrap_or_default(),
            ValueType::Phone if is_masked => Phone::from_json(value).map(Phone::masked).unwrap_or_default(),
            kind if is_masked => masked(&kind.text(value)),
            kind => kind.text(value),
        }
    }

    /// A record by what tells it from others of its kind: "Kunjungan 5 Juni 2026".
    pub fn record_title(self, kind: KindId, value: impl Fn(FieldRef) -> Option<Value>) -> String {
        let told = |field: &FieldRef| value(*field).map(|value| self.value(*field, &value, Show::Masked));
        let told: Vec<String> = kind.row().title.iter().filter_map(told).filter(|text| !text.is_empty()).collect();
        format!("{} {}", kind.names().one.label(self), told.join(" · ")).trim_end().to_owned()
    }

    /// The same of a record in a preview.
    pub fn named_record(self, record: &NamedRecord) -> String {
        let value = |field| record.title.iter().find(|(of, _)| *of == field).map(|(_, value)| value.clone());
        self.record_title(record.kind, value)
    }

    /// The same of a record in the book.
    pub fn other_title(self, other: &Other) -> String {
        self.record_title(other.kind, |field| other.value(field.key()).cloned())
    }

    /// "Kunjungan disimpan."
    pub fn record_saved(self, kind: KindId) -> String {
        let one = kind.names().one.label(self);
        match self {
            Self::Id => format!("{one} disimpan."),
            Self::En => format!("{one} saved."),
        }
    }

    /// "+3 Kunjungan".
    pub fn more_records(self, kind: KindId, count: usize) -> String {
        format!("+{}", self.records(kind, count))
    }

    /// "3 Kunjungan dihapus".
    pub fn erased_records(self, kind: KindId, count: usize) -> String {
        match self {
            Self::Id => format!("{} dihapus", self.records(kind, count)),
            Self::En => format!("{} deleted", self.records(kind, count)),
        }
    }

    /// "Unduh CSV Anggota": of a sheet of this name.
    pub fn csv_of(self, sheet: &str) -> String {
        match self {
            Self::Id => format!("Unduh CSV {sheet}"),
            Self::En => format!("Download CSV {sheet}"),
        }
    }

    fn records(self, kind: KindId, count: usize) -> String {
        let names = kind.names();
        let name = if count == 1 { names.one } else { names.many };
        format!("{} {}", self.number(count), name.label(self))
    }

    /// Yes or no.
    pub fn yes_no(self, yes: bool) -> &'static str {
        if yes { self.pick("Ya", "Yes") } else { self.pick("Tidak", "No") }
    }

    fn region_value(self, value: &Value) -> String {
        let code = crate::domain::RegionCode::from_json(value).ok();
        match code.and_then(region::find) {
            Some(region) => self.place(region),
            None => code.map(|code| code.to_string()).unwrap_or_default(),
        }
    }
}

/// The first four and the last two characters of a number that is nobody else's business.
pub fn masked(text: &str) -> String {
    let count = text.chars().count();
    let visible = |index: usize| count > 6 && (index < 4 || index + 2 >= count);
    text.chars().enumerate().map(|(index, character)| if visible(index) { character } else { '•' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::{Group, Member};
    use serde_json::json;

    #[test]
    fn a_place_names_what_it_lies_in() {
        let sidodadi = region::search("sidodadi", Level::is_village, Some(crate::domain::RegionCode::kaltim(72)), 1)[0];
        assert_eq!(Lang::Id.place(sidodadi), "Kel. Sidodadi, Kec. Samarinda Ulu, Kota Samarinda");
        // Whose head is a petinggi or kepala kampung (Perda Kutai Barat 20/2001), and a desa elsewhere.
        let village = |words: &str| Lang::Id.place(region::search(words, Level::is_village, None, 1)[0]);
        assert!(village("tering baru").starts_with("Kampung Tering Baru, Kec. Tering, Kab. Kutai Barat"));
        assert!(village("loa janan ulu").starts_with("Desa Loa Janan Ulu, Kec. Loa Janan, Kab. Kutai Kartanegara"));
    }

    #[test]
    fn numbers_of_persons_and_accounts_are_masked() {
        let nik = json!("6472030506909001");
        assert_eq!(Lang::Id.value(Member::NIK, &nik, Show::Masked), "6472••••••••••01");
        assert_eq!(Lang::Id.value(Group::ACCOUNT, &json!("12345"), Show::Masked), "•••••");
    }

    #[test]
    fn a_choice_of_a_newer_version_shows_its_code() {
        assert_eq!(Lang::En.value(Member::ROLE, &json!("adviser"), Show::Masked), "adviser");
        assert_eq!(Lang::En.value(Group::STATUS, &json!("a\u{202e}b\u{2069}"), Show::Masked), "ab");
    }
}
