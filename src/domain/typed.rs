//! What people type and paste where a number or a day is meant, without what they do not see and do not mean.
//!
//! Chats, PDFs and spreadsheets put signs into a copied number that nobody sees, or write it in letters of another width.
//! Forms and lists read it by the same rules. Deliberately absent: names and notes, which `text.rs` cleans by its own.

use std::borrow::Cow;

/// What may stand before a number to say which it is.
const LABELS: [&str; 24] = [
    "nik",
    "no",
    "nomor",
    "nomer",
    "nmr",
    "kk",
    "ktp",
    "e",
    "kartu",
    "keluarga",
    "induk",
    "kependudukan",
    "hp",
    "wa",
    "whatsapp",
    "telp",
    "tlp",
    "tel",
    "telepon",
    "phone",
    "rek",
    "rekening",
    "norek",
    "nokk",
];

/// The text as it is seen: without signs that have no width, with plain digits and plain spaces.
pub fn as_seen(text: &str) -> Cow<'_, str> {
    let plain = |c: char| c.is_ascii() && !c.is_ascii_control();
    if text.chars().all(plain) {
        return Cow::Borrowed(text.trim());
    }
    let seen: String = text.chars().filter(|c| !is_unseen(*c)).map(of_one_width).collect();
    Cow::Owned(seen.trim().to_owned())
}

/// The number that is meant: what is seen, without `NIK:` before it, quotes around it, a comma behind it, commas between its
/// thousands, and the `.0` of a program that counts with fractions.
pub fn as_number(text: &str) -> Cow<'_, str> {
    let seen = as_seen(text);
    let inner = without_label(seen.trim_matches(['\'', '’', '‘', '`', '"', '“', '”', ' ']));
    let inner = inner.trim_end_matches([',', ';', '.', ' ']);
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((whole, fraction)) = inner.split_once(['.', ','])
        && is_digits(whole)
        && matches!(fraction, "0" | "00")
    {
        return Cow::Owned(whole.to_owned());
    }
    let mut groups = inner.split([',', '\'', '’']);
    let first = groups.next().is_some_and(|first| is_digits(first) && first.len() <= 4);
    if first && groups.clone().count() > 1 && groups.all(|group| is_digits(group) && (3..=4).contains(&group.len())) {
        return Cow::Owned(inner.chars().filter(char::is_ascii_digit).collect());
    }
    if inner.len() == text.len() { Cow::Borrowed(text) } else { Cow::Owned(inner.to_owned()) }
}

/// The text behind words that say what the number is, where all words before it do.
fn without_label(text: &str) -> &str {
    let start = text.find(|c: char| c.is_ascii_digit() || matches!(c, '+' | '(')).unwrap_or(0);
    let (label, number) = text.split_at(start);
    let mut words = label.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    let is_label = label.is_ascii() && words.all(|word| LABELS.iter().any(|own| own.eq_ignore_ascii_case(word)));
    // A sign by itself, such as a dash, is no label.
    if is_label && label.bytes().any(|byte| byte.is_ascii_alphabetic()) { number } else { text }
}

/// Whether it takes no room: it joins, parts or turns what stands beside it.
fn is_unseen(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        )
}

/// The sign of ordinary width: East Asian programs write numbers in wide ones, and any space may be one that does not break.
fn of_one_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Date, FamilyCard, FieldValue, Nik, Phone, Year};

    #[test]
    fn a_number_is_read_through_what_is_not_seen_or_not_meant() {
        for text in [
            "6472030506909001",
            "\u{200b}6472030506909001",
            "6472\u{202a}030506909001\u{202c}",
            "\u{feff}6472030506909001",
            "\u{2066}6472030506909001\u{2069}",
            "6472\u{ad}0305\u{ad}0690\u{ad}9001",
            "6472\u{2060}030506909001",
            "\u{1f}6472030506909001",
            "６４７２０３０５０６９０９００１",
            "6472030506909001.0",
            "6472030506909001,00",
            "6,472,030,506,909,001",
            "6'472'030'506'909'001",
            "6472,0305,0690,9001",
            "6472030506909001,",
            "6472030506909001;",
            "'6472030506909001",
            "’6472030506909001",
            "\"6472030506909001\"",
            "NIK: 6472030506909001",
            "NIK. 6472030506909001",
            "No. NIK = 6472 0305 0690 9001",
            "nik6472030506909001",
            "NIK：６４７２０３０５０６９０９００１",
            "KTP/NIK 6472030506909001",
            "6472\u{a0}0305\u{2003}0690 9001",
        ] {
            assert_eq!(Nik::parse(text).map(Nik::number), Ok(6_472_030_506_909_001), "{text:?}");
        }
        for text in ["No. KK: 6472030506099001", "Kartu Keluarga 6472030506099001", "6472030506099001.0\u{200b}"] {
            assert_eq!(FamilyCard::parse(text).map(FamilyCard::number), Ok(6_472_030_506_099_001), "{text:?}");
        }
        for text in [
            "HP. 0812-3456-7890",
            "WA 081234567890",
            "81234567890.0",
            "\u{202a}+62 812-3456-7890\u{202c}",
            "０８１２３４５６７８９０",
        ] {
            assert_eq!(Phone::parse(text).map(|phone| phone.text()).as_deref(), Ok("0812-3456-7890"), "{text:?}");
        }
        for text in ["2014", " 2014", "\u{200b}2014", "２０１４"] {
            assert_eq!(Year::parse(text).map(Year::get), Ok(2014), "{text:?}");
        }
        for text in ["05/06/1990\u{200b}", "\u{feff}1990-06-05", "０５/０６/１９９０", "5\u{a0}Juni\u{a0}1990"]
        {
            assert_eq!(Date::parse(text).ok(), Date::new(1990, 6, 5), "{text:?}");
        }
    }

    #[test]
    fn what_may_mean_something_stays() {
        for text in ["X6472030506909001", "RT 04", "A-12", "-1", "1,5", "0812,0813", "12.5", "6,47203E+15", "- . -", ""]
        {
            assert_eq!(as_number(text), text);
        }
        assert!(Nik::parse("lama 6472030506909001").is_err());
        assert!(Nik::parse("6472030506909001 / 6472030506909002").is_err());
    }
}
