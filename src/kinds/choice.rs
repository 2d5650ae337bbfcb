//! The closed lists, without the enum of each: what forms, files and sheets need of a list is its codes and its words.

use serde_json::Value;

use crate::domain::{Choice, Fault, FieldValue, Line};
use crate::lang::{Label, Lang};

/// A closed list.
#[derive(Debug)]
pub struct ChoiceType {
    /// The codes in the file, in the order of a form.
    pub codes: &'static [&'static str],
    word: fn(usize, Lang) -> &'static str,
}

impl ChoiceType {
    pub(super) const fn of<T: Choice + Label>() -> Self {
        Self { codes: T::CODES, word: |at, lang| T::ALL[at].label(lang) }
    }

    /// The code and the word of each, in the order of a form.
    pub fn words(&self, lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
        let word = self.word;
        self.codes.iter().enumerate().map(move |(at, code)| (*code, word(at, lang)))
    }

    /// The word of a code in each language, for searching.
    pub fn spoken(&self, code: &str) -> Vec<&'static str> {
        let place = self.codes.iter().position(|own| *own == code);
        place.map(|at| Lang::ALL.map(|lang| (self.word)(at, lang)).to_vec()).unwrap_or_default()
    }

    /// The word of a stored value. A choice of a newer version has none here: its code is better than nothing, cleaned as any
    /// text is.
    pub fn word(&self, value: &Value, lang: Lang) -> String {
        match self.place(value) {
            Some(at) => (self.word)(at, lang).to_owned(),
            None => Line::from_json(value).map(|code| code.to_string()).unwrap_or_default(),
        }
    }

    pub(super) fn parse(&self, text: &str) -> Result<Value, Fault> {
        if self.codes.contains(&text) { Ok(text.into()) } else { Err(Fault::NotAChoice) }
    }

    pub(super) fn text(&self, value: &Value) -> &'static str {
        self.place(value).map_or("", |at| self.codes[at])
    }

    fn place(&self, value: &Value) -> Option<usize> {
        let code = value.as_str()?;
        self.codes.iter().position(|own| *own == code)
    }
}
