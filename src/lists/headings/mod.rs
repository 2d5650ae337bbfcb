//! The words that stand above columns, as a table by source, and how a heading is found in it.
//!
//! A heading is known when it says just that, in whatever spelling (`NAMA_PENERIMA`, `namaPenerima`, `Nama Penerima *`), or
//! when it begins with it: in Indonesian the noun comes first, and what follows only describes it. A word somewhere inside
//! decides nothing, but a word for a relative does: the name, the number or the work of another is never the member's.

mod composed;
mod never;
mod words;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::target::Target;
use crate::kinds::{KindId, ListSource};
use words::{Words, is_neutral, is_of_a_relative, is_spoiler};

/// Why a column is never read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Never {
    /// The number of the row.
    RowNumber,
    /// Somebody else: a relative, somebody of a bank or an office.
    Relative,
    /// The head of the family. A list of families that names nobody else is one of their heads.
    Head,
    /// What is nobody's business: the mother's name, religion, health.
    Private,
    /// A number of another card or register.
    Number,
    /// The moment of something else than a birth.
    Moment,
    /// An age, which passes.
    Age,
    /// An address on the internet.
    Contact,
    /// A size.
    Size,
    /// A signature, a presence, a picture.
    Sign,
    /// A count.
    Count,
    /// Money that is no income.
    Money,
    /// Something that the book has no field for.
    Other,
}

/// What a heading says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Is {
    /// Its column is this.
    Own(Target),
    /// Its column is this where no other is.
    Aside(Target),
    /// Its column is never read.
    Never(Never),
}

/// A row of the table: where it is from, what it says, and its spellings, folded, parted by `|`.
#[derive(Clone, Copy)]
struct Row(ListSource, Is, &'static str);

/// A heading that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) is: Is,
    pub(super) source: ListSource,
    /// Whether it says just that, and no more.
    pub(super) exact: bool,
}

impl Found {
    /// What its column is; nothing if it is never read.
    pub(super) fn target(self) -> Target {
        match self.is {
            Is::Own(target) | Is::Aside(target) => target,
            Is::Never(_) => Target::Ignore,
        }
    }
}

/// Longer texts are no headings.
const LONGEST: usize = 200;
/// The most words that a row of the table has.
const MOST_WORDS: usize = 8;

/// What a heading says its column is.
pub(super) fn heading_of(text: &str) -> Option<Found> {
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    let words = Words::of(text);
    if let Some(found) = words.spellings().into_iter().find_map(|spelling| known(&spelling)) {
        return Some(Found { exact: true, ..found });
    }
    let nouns = words.nouns();
    let head = head_of(&nouns);
    let is_kinship = head.is_some_and(|(found, _)| {
        found.target() == Target::Field(crate::kinds::Member::KINSHIP)
            || found.target() == Target::Field(crate::kinds::Group::FACILITATOR)
    });
    if !is_kinship && is_of_a_relative(&words.all()) {
        return Some(Found { is: Is::Never(Never::Relative), source: ListSource::Free, exact: false });
    }
    let (found, length) = head?;
    let rest = nouns.get(length..).unwrap_or_default();
    let is_same = || known(rest).is_some_and(|other| other.target() == found.target());
    let is_other = || known(rest).is_some_and(|other| other.target() != found.target());
    let describes = match found.is {
        Is::Never(_) => true,
        _ if length == 1 => rest.iter().all(|word| is_neutral(word)) || is_same(),
        _ => !rest.iter().any(|word| is_spoiler(word)) && !is_other(),
    };
    describes.then_some(Found { exact: false, ..found })
}

/// What the joined rows of a heading say, the lowest last: the most rows that say just that, else the lowest.
pub(super) fn heading_of_rows(parts: &[&str]) -> Option<Found> {
    let joined = |from: usize| heading_of(&parts.get(from..).unwrap_or_default().join(" "));
    let exact = || (0..parts.len()).filter_map(joined).find(|found| found.exact);
    let found = exact().or_else(|| joined(parts.len().saturating_sub(1))).or_else(|| joined(0))?;
    let above = parts.split_last().map(|(_, above)| above.join(" ")).unwrap_or_default();
    let is_of_another = found.target() != Target::Ignore && is_of_a_relative(&Words::of(&above).all());
    Some(if is_of_another {
        Found { is: Is::Never(Never::Relative), source: found.source, exact: false }
    } else {
        found
    })
}

/// The longest row of the table with which the words begin, and how many words that is.
fn head_of(words: &[String]) -> Option<(Found, usize)> {
    (1..=words.len().min(MOST_WORDS)).rev().find_map(|length| Some((known(words.get(..length)?)?, length)))
}

/// The row of the table that is just these words.
fn known(words: &[String]) -> Option<Found> {
    static ALL: OnceLock<BTreeMap<String, (ListSource, Is)>> = OnceLock::new();
    let all = ALL.get_or_init(|| {
        let mut all = BTreeMap::new();
        for Row(source, is, spellings) in rows() {
            for spelling in spellings.split('|') {
                // Of a heading in two sources the first is the one: what must never be read stands before.
                all.entry(squeezed(spelling)).or_insert((source, is));
            }
        }
        all
    });
    let joined: String = words.concat();
    all.get(&joined).map(|(source, is)| Found { is: *is, source: *source, exact: true })
}

/// The whole table: what must never be read, what means no single field, and what the kinds say of their own.
fn rows() -> impl Iterator<Item = Row> {
    let own = KindId::ALL.iter().flat_map(|kind| kind.headings()).map(|heading| {
        let target = Target::Field(heading.field);
        Row(heading.source, if heading.is_aside { Is::Aside(target) } else { Is::Own(target) }, heading.spellings)
    });
    [never::ROWS, composed::ROWS].into_iter().flatten().copied().chain(own)
}

fn squeezed(spelling: &str) -> String {
    spelling.chars().filter(|c| *c != ' ').collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Role, fold};
    use crate::kinds::{Group as G, Member as M};

    fn spellings() -> impl Iterator<Item = (&'static str, Is)> {
        super::rows().flat_map(|Row(_, is, spellings)| spellings.split('|').map(move |spelling| (spelling, is)))
    }

    #[test]
    fn every_spelling_is_folded_and_means_one_thing() {
        let mut seen: BTreeMap<String, Is> = BTreeMap::new();
        for (spelling, is) in spellings() {
            assert_eq!(fold(spelling), spelling);
            assert!(spelling.split(' ').count() <= MOST_WORDS, "{spelling}");
            let first = *seen.entry(squeezed(spelling)).or_insert(is);
            let is_never = |is| matches!(is, Is::Never(_));
            assert!(first == is || is_never(first) && is_never(is), "{spelling}: {first:?} and {is:?}");
            assert_eq!(heading_of(spelling).map(|found| found.is), Some(first), "{spelling}");
        }
    }

    #[test]
    fn headings_are_known_in_the_ways_that_offices_write_them() {
        for (heading, target) in [
            ("NIK", Target::Field(M::NIK)),
            ("No. KTP / NIK", Target::Field(M::NIK)),
            ("NO.KK", Target::Field(M::CARD)),
            ("L/P", Target::Field(M::SEX)),
            ("Tempat/Tgl. Lahir", Target::Birth),
            ("Tempat, Tanggal Lahir", Target::Birth),
            ("Tgl. Lahir (hh/bb/tttt)", Target::Field(M::BIRTH_DATE)),
            ("Nama Lengkap (sesuai KTP)", Target::Field(M::NAME)),
            ("NAMA KUBE", Target::Field(G::NAME)),
            ("Nama Ibu Kandung", Target::Ignore),
            ("Kelurahan / Desa", Target::Village),
            ("Kab./Kota", Target::Regency),
            ("No. HP/WA", Target::Field(M::PHONE)),
            ("Jabatan dalam KUBE", Target::Field(M::ROLE)),
            ("Jenis Usaha (UEP)", Target::Field(G::BUSINESS)),
            ("T.A.", Target::Field(G::YEAR)),
            ("TA", Target::Field(G::YEAR)),
            ("No.", Target::Ignore),
            ("Nama Ketua", Target::Officer(Role::Chair)),
            ("NAMA_PENERIMA", Target::Field(M::NAME)),
            ("NAMA_KEL", Target::Village),
            ("namaLengkap", Target::Field(M::NAME)),
            ("noKK", Target::Field(M::CARD)),
            ("tanggallahir", Target::Field(M::BIRTH_DATE)),
            ("Apa jabatan Bapak/Ibu dalam kelompok?", Target::Field(M::ROLE)),
            ("Siapa nama lengkap Bapak/Ibu?", Target::Field(M::NAME)),
            ("Nama kelompok KUBE yang Bapak/Ibu ikuti sekarang", Target::Field(G::NAME)),
            ("Nomor HP/WhatsApp yang aktif dan bisa dihubungi kapan saja", Target::Field(M::PHONE)),
            ("Email Address", Target::Ignore),
            ("Nama Bank", Target::Field(G::BANK)),
            ("Nama Bantuan", Target::Ignore),
            ("Tanggal Penyaluran", Target::Ignore),
            ("Hubungan dengan Kepala Keluarga", Target::Field(M::KINSHIP)),
        ] {
            let found = heading_of(heading).map(Found::target);
            assert_eq!(found.unwrap_or_default(), target, "{heading}");
        }
        assert_eq!(heading_of("Contoh Mawar"), None);
    }

    /// Whatever is asked of a relative, in whatever spelling, is never the member's.
    #[test]
    fn nothing_of_a_relative_is_ever_taken() {
        let relatives =
            ["ayah", "ibu", "suami", "istri", "pasangan", "wali", "ahli waris", "kepala keluarga", "orang tua"];
        let of_table =
            spellings().filter(|(_, is)| matches!(is, Is::Never(Never::Relative | Never::Head | Never::Private)));
        let made = ["nama", "nama lengkap", "nik", "no hp", "pekerjaan", "tanggal lahir", "alamat", "pendidikan"]
            .into_iter()
            .flat_map(|what| relatives.map(|relative| format!("{what} {relative}")));
        for heading in of_table.map(|(spelling, _)| spelling.to_owned()).chain(made) {
            let titled: String = heading.split(' ').map(|word| word[..1].to_uppercase() + &word[1..]).collect();
            let camel = titled[..1].to_lowercase() + &titled[1..];
            for spelling in [
                heading.clone(),
                heading.to_uppercase().replace(' ', "_"),
                camel,
                format!("{heading} (sesuai KTP)"),
                format!("3. {heading} *"),
            ] {
                let target = heading_of(&spelling).map(Found::target).unwrap_or_default();
                assert_eq!(target, Target::Ignore, "{spelling}");
            }
        }
        for above in ["Data Ayah", "DATA SUAMI/ISTRI", "Kepala Keluarga", "Ahli Waris"] {
            for own in ["Nama", "NIK", "Pekerjaan", "Tanggal Lahir", "Nama Lengkap"] {
                let target = heading_of_rows(&[above, own]).map(Found::target).unwrap_or_default();
                assert_eq!(target, Target::Ignore, "{above} {own}");
            }
        }
    }
}
