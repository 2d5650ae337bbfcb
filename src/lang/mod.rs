//! The two languages, and how numbers, money, dates and times look in them.
//!
//! A thing with a name in both languages is a [`Label`]; a text in both is a [`Text`]. One that is missing in one language does not
//! compile. Deliberately absent: the sentences of the screens (`i18n`) and the words of a kind of record (`kinds`).

mod format;

/// A language of the app. Indonesian comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Bahasa Indonesia.
    #[default]
    Id,
    /// English.
    En,
}

/// A text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// In Indonesian.
    pub id: &'static str,
    /// In English.
    pub en: &'static str,
}

/// A thing with a name in both languages.
pub trait Label {
    /// Its name.
    fn label(&self, lang: Lang) -> &'static str;
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

    /// One of two texts.
    pub(crate) fn pick(self, id: &'static str, en: &'static str) -> &'static str {
        match self {
            Self::Id => id,
            Self::En => en,
        }
    }
}

impl Text {
    /// No text in either language.
    pub const NONE: Self = Self { id: "", en: "" };

    /// A text in both languages.
    pub const fn new(id: &'static str, en: &'static str) -> Self {
        Self { id, en }
    }

    /// Whether it is missing in a language.
    pub const fn is_missing(self) -> bool {
        self.id.is_empty() || self.en.is_empty()
    }
}

impl Label for Text {
    fn label(&self, lang: Lang) -> &'static str {
        lang.pick(self.id, self.en)
    }
}

/// Names each variant of an enum in both languages.
macro_rules! labels {
    ($Type:ty { $( $Variant:ident = $id:literal | $en:literal, )* }) => {
        impl $crate::lang::Label for $Type {
            fn label(&self, lang: $crate::lang::Lang) -> &'static str {
                match self { $( Self::$Variant => lang.pick($id, $en), )* }
            }
        }
    };
}
pub(crate) use labels;
