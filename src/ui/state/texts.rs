//! The language in use. It is plain, not a signal: the whole app is drawn anew when another is chosen.

use leptos::prelude::*;

use crate::i18n::{Lang, Texts};

/// The language that the component is drawn in.
pub fn use_lang() -> Lang {
    use_context().unwrap_or_default()
}

/// The fixed texts in that language.
pub fn use_texts() -> &'static Texts {
    use_lang().texts()
}
