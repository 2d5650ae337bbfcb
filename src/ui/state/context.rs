//! What every page can ask for: the language and the address.
//!
//! The language is plain, not a signal: the whole app is drawn anew when another is chosen.

use leptos::prelude::*;

use crate::i18n::{FirstTexts, Lang, Texts};
use crate::route::Route;

/// The language that the component is drawn in.
pub fn use_lang() -> Lang {
    use_context().unwrap_or_default()
}

/// The fixed texts of the first screen in that language.
pub fn use_first_texts() -> &'static FirstTexts {
    use_lang().first_texts()
}

/// All fixed texts in that language; for what comes with the second wasm.
pub fn use_texts() -> &'static Texts {
    use_lang().texts()
}

/// The present address, as a route.
pub fn use_route() -> ReadSignal<Route> {
    expect_context()
}
