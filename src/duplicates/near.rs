//! How near two names, or two dates, are.

use strsim::osa_distance;

use super::spelling::Key;
use crate::domain::Date;

/// Words shorter than this must be equal: one letter makes "Adi" another name than "Edi" (`OpenCRVS` compares names by
/// Elasticsearch's AUTO:4,7).
const ONE_TYPO_FROM: usize = 4;

/// Words from this length on may differ by two letters (the same).
const TWO_TYPOS_FROM: usize = 7;

/// So many typing errors a name may have in all: more than that, and it is another name rather than a slip.
const TYPOS_IN_A_NAME: usize = 2;

/// A name written in one word more or less must be equal but for this: it has one error already.
const TYPOS_WITHOUT_SPACES: usize = 1;

/// A whole word of so many letters must agree where another is only an initial: "A. R." is anybody.
const WORD_BESIDE_INITIAL: usize = 3;

/// How a name stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nearness {
    /// The same, spelled one way.
    Same,
    /// The same but for typing errors, a missing space, an initial.
    Like,
    /// Another.
    Other,
}

/// How near two names are; the same in either order.
pub(super) fn names(one: &Key, other: &Key) -> Nearness {
    // Two errors change at most four of the letters that occur.
    let apart = (one.letters ^ other.letters).count_ones() as usize > 2 * TYPOS_IN_A_NAME;
    if one.words.is_empty()
        || other.words.is_empty()
        || one.numbers != other.numbers
        || (apart && !one.has_initial && !other.has_initial)
    {
        return Nearness::Other;
    }
    let own = words(&one.words, &other.words);
    // A father that only one of the names tells says nothing.
    let fathers = if one.father.is_empty() || other.father.is_empty() {
        Nearness::Same
    } else {
        words(&one.father, &other.father)
    };
    match (own, fathers) {
        (Nearness::Other, _) | (_, Nearness::Other) => Nearness::Other,
        (Nearness::Same, Nearness::Same) => Nearness::Same,
        _ => Nearness::Like,
    }
}

fn words(one: &[String], other: &[String]) -> Nearness {
    if one == other {
        return Nearness::Same;
    }
    let (joined, theirs) = (one.concat(), other.concat());
    if joined == theirs {
        return Nearness::Like;
    }
    if one.len() != other.len() {
        let is_long = joined.len().min(theirs.len()) >= TWO_TYPOS_FROM;
        return if is_long && within(&joined, &theirs, TYPOS_WITHOUT_SPACES).is_some() {
            Nearness::Like
        } else {
            Nearness::Other
        };
    }
    let (mut typos, mut whole, mut initials) = (0, false, false);
    for (one, other) in one.iter().zip(other) {
        if is_initial_of(one, other) || is_initial_of(other, one) {
            initials = true;
            continue;
        }
        let allowed = typos_in(one.chars().count().min(other.chars().count()));
        let Some(found) = within(one, other, allowed) else { return Nearness::Other };
        typos += found;
        whole |= one.len() >= WORD_BESIDE_INITIAL;
    }
    if typos <= TYPOS_IN_A_NAME && (whole || !initials) { Nearness::Like } else { Nearness::Other }
}

/// How many errors a word of this length may have.
fn typos_in(letters: usize) -> usize {
    usize::from(letters >= ONE_TYPO_FROM) + usize::from(letters >= TWO_TYPOS_FROM)
}

fn is_initial_of(short: &str, long: &str) -> bool {
    short.len() == 1 && long.len() > 1 && long.starts_with(short)
}

/// How many letters were left out, added, put for another or changed about, if not more than `most` (optimal string alignment).
fn within(one: &str, other: &str, most: usize) -> Option<usize> {
    // As many letters as one has more, as many errors there are at least.
    let is_near = one.chars().count().abs_diff(other.chars().count()) <= most;
    is_near.then(|| osa_distance(one, other)).filter(|errors| *errors <= most)
}

/// Whether two dates are one with day and month changed about, or with one other digit; equal dates are not.
pub(super) fn dates(one: Date, other: Date) -> bool {
    let digits = |date: Date| {
        let year = date.year().unsigned_abs();
        [date.day() / 10, date.day(), date.month() / 10, date.month(), year / 1000, year / 100, year / 10, year]
            .map(|digits| digits % 10)
    };
    let is_turned = one.year() == other.year() && one.day() == other.month() && one.month() == other.day();
    let differing = digits(one).into_iter().zip(digits(other)).filter(|(one, other)| one != other).count();
    one != other && (is_turned || differing == 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{FieldValue, GroupName, PersonName};

    fn persons(one: &str, other: &str) -> Nearness {
        let [one, other] = [one, other].map(|name| Key::of_person(&PersonName::parse(name).unwrap()));
        assert_eq!(names(&one, &other), names(&other, &one), "the same in either order");
        names(&one, &other)
    }

    fn groups(one: &str, other: &str) -> Nearness {
        let [one, other] = [one, other].map(|name| Key::of_group(&GroupName::parse(name).unwrap()));
        assert_eq!(names(&one, &other), names(&other, &one), "the same in either order");
        names(&one, &other)
    }

    #[test]
    fn titles_case_and_spelling_make_no_other_name() {
        for (one, other) in [
            ("Hj. Siti Aminah, S.Sos.", "SITI AMINAH"),
            ("Ibu Siti Aminah A.Md", "Drs. Siti Aminah"),
            ("Muh. Yusuf", "Muhammad Yusuf"),
            ("Mohamad Yusuf", "M. Yusuf"),
            ("Abd. Rahman", "Abdul Rahman"),
            ("Soekarno", "Sukarno"),
            ("Djoko Tjahjono", "Joko Cahjono"),
            ("Syarifah", "Sarifah"),
            ("Achmad Khairul", "Ahmad Hairul"),
            ("Yati", "Iati"),
            ("Nurhayati", "Nurhaiati"),
            ("Ruddy Hartonno", "Rudy Hartono"),
            ("Taufiq", "Taufik"),
            ("Noviyanti", "Nofiyanti"),
            ("Ahmad bin Yusuf", "Ahmad"),
            ("Siti binti H. Umar", "Siti"),
        ] {
            assert_eq!(persons(one, other), Nearness::Same, "{one} / {other}");
        }
    }

    #[test]
    fn a_slip_a_space_and_an_initial_make_a_like_name() {
        for (one, other) in [
            ("Siti Aminah", "Siti Amina"),
            ("Siti Aminah", "Siri Aminah"),
            ("Nur Aini", "Nuraini"),
            ("Rahmat Hidayat", "Rahmad Hidayat"),
            ("Sulistyowati", "Sulistiwatio"),
            ("Siti Aminah", "S. Aminah"),
            ("Suharto", "Suhatro"),
            ("Ahmad bin Yusuf", "Ahmad bin Yusup"),
            ("Dewi Nur Laila", "Dewi Nurlailla"),
        ] {
            assert_eq!(persons(one, other), Nearness::Like, "{one} / {other}");
        }
    }

    #[test]
    fn other_names_stay_others() {
        for (one, other) in [
            ("Adi", "Edi"),
            ("Ani", "Ana"),
            ("Hasan", "Husin"),
            ("Siti Aminah", "Siti Rohani"),
            ("Siti Aminah", "Aminah"),
            ("Siti Aminah", "Siti Aminah Rahmawati"),
            ("Ahmad bin Yusuf", "Ahmad bin Hasan"),
            ("A. R.", "Abdul Rahman"),
            ("Sri Wahyuni", "Tri Wahyudi"),
            ("Budi Santoso", "Budi Susanto"),
            ("Contoh Satu Dua", "Contoh Satu Tiga"),
            ("Rina", "Rani"),
            ("Yuli", "Yuni Sara"),
            ("Sumiati", "Supriati Ani"),
        ] {
            assert_eq!(persons(one, other), Nearness::Other, "{one} / {other}");
        }
    }

    #[test]
    fn groups_are_told_apart_by_their_numbers() {
        for (one, other) in [
            ("KUBE Mawar", "Mawar"),
            ("Kelompok Usaha Bersama Mawar 2", "kube mawar 2"),
            ("Maju Djaya", "Maju Jaya"),
            ("Sedjahtera II", "Sejahtera 2"),
        ] {
            assert_eq!(groups(one, other), Nearness::Same, "{one} / {other}");
        }
        for (one, other) in
            [("Maju Bersama", "Majubersama"), ("Sejahtera", "Sejahtra"), ("Sumber Rejeki", "Sumber Rezeki")]
        {
            assert_eq!(groups(one, other), Nearness::Like, "{one} / {other}");
        }
        for (one, other) in [
            ("Mawar 2", "Mawar 3"),
            ("Mawar", "Mawar 2"),
            ("Mawar I", "Mawar II"),
            ("Anggrek A", "Anggrek B"),
            ("Mawar", "Melati"),
            ("Mawar Merah", "Mawar Putih"),
            ("Contoh Dahlia 11", "Contoh Dahlia 1"),
        ] {
            assert_eq!(groups(one, other), Nearness::Other, "{one} / {other}");
        }
    }

    #[test]
    fn dates_are_near_when_turned_or_with_one_other_digit() {
        let date = |text| Date::parse(text).unwrap();
        for (one, other) in [("05/06/1990", "06/05/1990"), ("05/06/1990", "05/06/1991"), ("05/06/1990", "15/06/1990")] {
            assert!(dates(date(one), date(other)) && dates(date(other), date(one)), "{one} {other}");
        }
        for (one, other) in [("05/06/1990", "05/06/1990"), ("05/06/1990", "16/06/1990"), ("05/06/1990", "06/05/1991")] {
            assert!(!dates(date(one), date(other)), "{one} {other}");
        }
    }
}
