//! A sentence under a field.

/// How a remark sounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something is right, and this is what was understood.
    Fine,
    /// Look at it again.
    Warning,
    /// It cannot stay so.
    Error,
}

/// A sentence and its tone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// How it sounds.
    pub tone: Tone,
    /// The sentence.
    pub text: String,
}

impl Tone {
    /// The class of the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            Self::Fine => "remark fine",
            Self::Warning => "remark warning",
            Self::Error => "remark error",
        }
    }
}
