//! Free texts: one line, many lines, names, and the numbers of RT and RW.
//!
//! Each is cleaned when it is read, so that what is stored holds no control characters and nothing that turns the direction
//! of writing. Case stays as typed. Deliberately absent: a split of names (one word is a whole name here).

mod fold;

use std::fmt;

use serde_json::Value;

use super::fault::Fault;
use super::field::FieldValue;

pub use fold::fold;

macro_rules! text {
    ($(#[$doc:meta])* $Name:ident, $max:literal, $clean:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $Name(String);

        impl $Name {
            /// The most characters.
            pub const MAX: usize = $max;

            /// The text, cleaned and never empty.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FieldValue for $Name {
            fn parse(text: &str) -> Result<Self, Fault> {
                limited($clean(text), Self::MAX).map(Self)
            }

            fn text(&self) -> String {
                self.0.clone()
            }

            fn from_json(value: &Value) -> Result<Self, Fault> {
                Self::parse(value.as_str().ok_or(Fault::WrongType)?)
            }

            fn to_json(&self) -> Value {
                Value::String(self.0.clone())
            }
        }
    };
}

text! {
    /// One line of free text, at most 120 characters.
    Line, 120, one_line
}

text! {
    /// Free text of any number of lines, at most 2000 characters.
    Note, 2000, many_lines
}

text! {
    /// A number that is a name and no amount (of an account, a postcode), as it is typed, at most 120 characters.
    Digits, 120, one_line
}

text! {
    /// The name of a person as on the identity card, at most 80 characters.
    PersonName, 80, one_line
}

text! {
    /// The name of a group, at most 80 characters.
    GroupName, 80, one_line
}

impl PersonName {
    /// The name for comparing: blind to case, punctuation and titles, with "Muh.", "M." and "Abd." written out.
    ///
    /// Equal folded names are a hint, no proof: common names are shared by many.
    pub fn folded(&self) -> String {
        fold::fold_name(&self.0)
    }
}

/// The number of an RT or RW (the neighbourhoods of a village): one to three digits, kept with their leading zeros.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rt {
    number: u16,
    digits: usize,
}

impl fmt::Display for Rt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl FieldValue for Rt {
    /// Reads `04`, `4`, `RT 04`, `RT.04` and `rw 2`.
    fn parse(text: &str) -> Result<Self, Fault> {
        let word_ends = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
        let (word, rest) = text.split_at(word_ends);
        if word.is_empty() || word.eq_ignore_ascii_case("rt") || word.eq_ignore_ascii_case("rw") {
            let marks = if word.is_empty() { &[][..] } else { &['.', ':', ' '] };
            Self::from_digits(rest.trim_start_matches(marks))
        } else {
            Err(Self::FAULT)
        }
    }

    fn text(&self) -> String {
        let digits = self.number.to_string();
        let mut out = "0".repeat(self.digits.saturating_sub(digits.len()));
        out.push_str(&digits);
        out
    }

    fn from_json(value: &Value) -> Result<Self, Fault> {
        Self::from_digits(value.as_str().ok_or(Fault::WrongType)?)
    }

    fn to_json(&self) -> Value {
        Value::String(self.text())
    }
}

impl Rt {
    const FAULT: Fault = Fault::NotANumber { min: 0, max: 999 };

    fn from_digits(digits: &str) -> Result<Self, Fault> {
        if !(1..=3).contains(&digits.len()) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Self::FAULT);
        }
        digits.parse().map(|number| Self { number, digits: digits.len() }).map_err(|_| Self::FAULT)
    }
}

/// The cleaned text, if something is left of it and not too much.
fn limited(text: String, max: usize) -> Result<String, Fault> {
    if text.is_empty() {
        Err(Fault::Empty)
    } else if text.chars().count() > max {
        Err(Fault::TooLong { max })
    } else {
        Ok(text)
    }
}

/// A text of others as it may be shown: one line, without control characters and without what turns the direction of writing.
pub fn harmless(text: &str) -> String {
    one_line(text)
}

/// The text in one line: every run of spaces, line ends and control characters is one space.
fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_unseen(*c)) {
        if !(c.is_whitespace() || c.is_control()) {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The text with its lines, without control characters, spaces at the ends of lines and empty lines around it.
fn many_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        let cleaned: String =
            line.chars().filter(|c| !is_unseen(*c)).map(|c| if c.is_control() { ' ' } else { c }).collect();
        out.push_str(cleaned.trim_end());
        out.push('\n');
    }
    out.trim().to_owned()
}

/// What changes the direction of writing or cannot be seen, and so could make two texts look alike.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::laws;

    #[test]
    fn a_line_is_one_line() {
        for (text, cleaned) in [
            ("  Kue  dan\tminuman\r\n", "Kue dan minuman"),
            ("\u{0}Warung\u{1}\u{2}es", "Warung es"),
            ("a\u{202e}b\u{200f}c\u{2066}d\u{feff}", "abcd"),
            ("satu\u{a0}\u{2003}dua", "satu dua"),
            ("a \u{200e} b", "a b"),
        ] {
            assert_eq!(Line::parse(text).map(|line| line.to_string()).as_deref(), Ok(cleaned), "{text:?}");
        }
        assert_eq!(Line::parse("\u{200e}\n\t"), Err(Fault::Empty));
        assert_eq!(Line::from_json(&"".into()), Err(Fault::Empty));
    }

    #[test]
    fn the_name_of_a_file_cannot_turn_the_writing() {
        assert_eq!(harmless("lap\u{202e}nosj.txt\r\n\u{7}"), "lapnosj.txt");
        assert_eq!(harmless("\u{2067}\u{200f}"), "");
    }

    #[test]
    fn length_is_counted_in_characters_after_cleaning() {
        let just = "é".repeat(120);
        assert!(Line::parse(&format!("  {just}  ")).is_ok());
        assert_eq!(Line::parse(&format!("{just}x")), Err(Fault::TooLong { max: 120 }));
        assert_eq!(PersonName::parse(&"x".repeat(81)), Err(Fault::TooLong { max: 80 }));
        assert_eq!(GroupName::parse(&"x".repeat(81)), Err(Fault::TooLong { max: 80 }));
        assert_eq!(Note::parse(&"x".repeat(2_001)), Err(Fault::TooLong { max: 2_000 }));
    }

    #[test]
    fn a_note_keeps_its_lines() {
        let note = Note::parse("\n\nSatu \r\n\r\n  dua\u{7}\u{202e}tiga\t\n").unwrap();
        assert_eq!(note.as_str(), "Satu\n\n  dua tiga");
        assert_eq!(Note::parse(" \n \u{200b}"), Err(Fault::Empty));
    }

    #[test]
    fn a_name_keeps_its_case_and_its_single_word() {
        let name = PersonName::parse("SUHARTO").unwrap();
        assert_eq!(name.as_str(), "SUHARTO");
        assert_eq!(name.folded(), "suharto");
        laws::hold(&name);
        laws::refuse_other_types(&name);
    }

    #[test]
    fn an_rt_keeps_its_zeros() {
        for (text, number) in [
            ("04", "04"),
            ("4", "4"),
            ("004", "004"),
            ("RT 04", "04"),
            ("rt.04", "04"),
            ("RW. 2", "2"),
            ("RT04", "04"),
            ("RT: 000", "000"),
        ] {
            assert_eq!(Rt::parse(text).map(|rt| rt.to_string()).as_deref(), Ok(number), "{text}");
            laws::hold(&Rt::parse(text).unwrap());
        }
        for text in ["", "RT", "0004", "4a", "RX 4", "-4", ".4", " 4", "RT 4/2", "٤"] {
            assert_eq!(Rt::parse(text), Err(Rt::FAULT), "{text}");
        }
        assert_ne!(Rt::parse("4"), Rt::parse("04"));
        assert_eq!(Rt::from_json(&"RT 04".into()), Err(Rt::FAULT));
        laws::refuse_other_types(&Rt::parse("04").unwrap());
    }

    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn the_laws_hold_for_every_text(text: String) {
            if let Ok(line) = Line::parse(&text) { laws::hold(&line); }
            if let Ok(note) = Note::parse(&text) { laws::hold(&note); }
            if let Ok(name) = PersonName::parse(&text) { laws::hold(&name); name.folded(); }
            if let Ok(name) = GroupName::parse(&text) { laws::hold(&name); }
            if let Ok(rt) = Rt::parse(&text) { laws::hold(&rt); }
        }

        #[test]
        fn folding_twice_changes_nothing(text: String) {
            assert_eq!(fold(&fold(&text)), fold(&text));
        }

        #[test]
        fn notes_of_blanks_and_line_ends_hold_too(text in "[ \r\n\ta\u{85}\u{2028}\u{200b}]{0,12}") {
            if let Ok(note) = Note::parse(&text) { laws::hold(&note); }
            if let Ok(line) = Line::parse(&text) { laws::hold(&line); }
        }
    }
}
