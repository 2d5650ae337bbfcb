//! The two languages.

use super::texts::{EN, FIRST_EN, FIRST_ID, FirstTexts, ID, Texts};

/// A language of the app. Indonesian comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Bahasa Indonesia.
    #[default]
    Id,
    /// English.
    En,
}

impl Lang {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Id, Self::En];

    /// The tag for `<html lang>`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }

    /// The language of a tag such as `id` or `en-GB`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let tag = tag.to_ascii_lowercase();
        Self::ALL.into_iter().find(|lang| tag.split('-').next() == Some(lang.tag()))
    }

    /// Its own name, which is not translated.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Id => "Bahasa Indonesia",
            Self::En => "English",
        }
    }

    /// The fixed texts of the first screen.
    pub fn first_texts(self) -> &'static FirstTexts {
        match self {
            Self::Id => &FIRST_ID,
            Self::En => &FIRST_EN,
        }
    }

    /// All fixed texts. They come with the second wasm: the first must not ask for them.
    pub fn texts(self) -> &'static Texts {
        match self {
            Self::Id => &ID,
            Self::En => &EN,
        }
    }

    /// One of two texts.
    pub(super) fn pick(self, id: &'static str, en: &'static str) -> &'static str {
        match self {
            Self::Id => id,
            Self::En => en,
        }
    }
}
