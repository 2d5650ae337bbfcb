//! Keeping a text in CSV a text, since CSV has no types and every spreadsheet guesses.
//!
//! What is guessed, and what is done about it:
//!
//! | text | Excel and Calc make of it | written as |
//! | --- | --- | --- |
//! | NIK, family card, long account | a number of 15 digits: `6,47E+15`, the last digit 0 | in fours, `6472 0305 0690 9001` |
//! | RT, RW | a number without its zeros | with its word, `RT 004` |
//! | begins with `=` `+` `-` `@`, tab or line end | a formula | behind `'` |
//! | all its words are numbers or months, as `17 Agustus`, `1/2014`, `007` | a date or a number | behind `'` |
//!
//! Why fours: `="6472…"` is a formula, which Calc does not compute when it opens CSV and every other reader takes for text; a
//! `'` before each NIK is seen in every row; a tab or an invisible sign makes every later comparison fail for no reason that
//! anybody can see; quoting says nothing about types. Digits in fours are no number in any of the locales here, are how cards and the
//! app itself show them, and every reader of NIK takes spaces out (ours too). The `'` stands only where somebody named a group
//! like a date: seen, and nothing is lost. XLSX, which has types, needs none of this and has none of it.

use super::table::Kind;

/// A text for a cell of CSV under this heading.
pub fn guarded(kind: Kind, heading: &str, text: &str) -> String {
    match kind {
        Kind::Digits if is_digits(text) && text.len() > 5 => in_fours(text),
        Kind::Neighbourhood if is_digits(text) => format!("{heading} {text}"),
        // Digits of a name, such as `00123`, and those that stay as they are.
        _ if is_formula(text) || is_value(text) => format!("'{text}"),
        _ => text.to_owned(),
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn in_fours(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() * 5 / 4);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && place % 4 == 0 {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

/// Spaces before it do not keep a spreadsheet from computing.
fn is_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(['=', '+', '-', '@'])
}

/// Whether a spreadsheet may see a number, a date or a truth in it that reads otherwise afterwards. A plain number without a zero
/// in front and short enough for a cell is left alone: it reads the same.
fn is_value(text: &str) -> bool {
    if is_digits(text) {
        return text.len() > 11 || (text.len() > 1 && text.starts_with('0'));
    }
    if is_dashed(text) {
        return false;
    }
    let lower = text.trim().to_lowercase();
    if ["true", "false", "benar", "salah"].contains(&lower.as_str()) {
        return true;
    }
    let mut digits = false;
    let mut words =
        lower.split(|sign: char| sign.is_ascii() && !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    let all = words.all(|word| {
        let is_number = is_digits(word) || is_power(word);
        digits |= is_number;
        is_number || MONTHS.contains(&word) || ["rp", "am", "pm"].contains(&word)
    });
    all && digits
}

/// A phone number or an account as people write it, `0812-3456-7890`: no date has two parts of more than two digits.
fn is_dashed(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    parts.iter().all(|part| is_digits(part)) && parts.iter().filter(|part| part.len() > 2).count() > 1
}

/// `6e15`, or what is before the sign of `6e+15`.
fn is_power(word: &str) -> bool {
    word.split_once('e').is_some_and(|(head, power)| is_digits(head) && (power.is_empty() || is_digits(power)))
}

/// The names of months, whole and short, in both languages.
const MONTHS: [&str; 38] = [
    "jan",
    "januari",
    "january",
    "feb",
    "februari",
    "february",
    "peb",
    "pebruari",
    "mar",
    "maret",
    "march",
    "apr",
    "april",
    "mei",
    "may",
    "jun",
    "juni",
    "june",
    "jul",
    "juli",
    "july",
    "agu",
    "agt",
    "agustus",
    "aug",
    "august",
    "ags",
    "sep",
    "sept",
    "september",
    "okt",
    "oktober",
    "oct",
    "october",
    "nov",
    "november",
    "des",
    "dec",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_that_are_a_name_stand_in_fours() {
        let of = |text: &str| guarded(Kind::Digits, "NIK", text);
        assert_eq!(of("6472030506909001"), "6472 0305 0690 9001");
        assert_eq!(of("6472••••••••••01"), "6472••••••••••01");
        assert_eq!([of("12345"), of("00123")], ["12345".to_owned(), "'00123".to_owned()]);
        assert_eq!(of("0012345"), "0012 345");
        assert_eq!(guarded(Kind::Neighbourhood, "RT", "004"), "RT 004");
    }

    #[test]
    fn what_would_be_computed_stands_behind_an_apostrophe() {
        for text in ["=1+1", "+62", "-A1", "@SUM(A1)", "\tx", "\rx", " =1", "=HYPERLINK(\"http://x\")", "-", "\n=1"] {
            assert_eq!(guarded(Kind::Text, "", text), format!("'{text}"));
        }
    }

    #[test]
    fn what_would_become_a_date_or_a_number_stands_behind_an_apostrophe() {
        let kept = |text: &str| guarded(Kind::Text, "", text) == text;
        for text in
            ["17 Agustus", "1/2014", "1-2", "007", "1,5", "6.47203E+15", "123456789012", "8:30", "Mei 2020", "true"]
        {
            assert!(!kept(text), "{text}");
        }
        for text in [
            "Mawar 2",
            "75123",
            "Agustus",
            "460/SK/2014",
            "SMP sederajat",
            "Jl. 17 Agustus",
            "18–29 tahun",
            "",
            "0812-3456-7890",
            "123-45-67890",
            "…",
        ] {
            assert!(kept(text), "{text}");
        }
    }
}
