//! Spreadsheets: lists that go out to Excel and the like, made in a worker that is fetched when somebody asks for one.
//!
//! The libraries behind the feature `sheets` are heavy: only the worker's wasm has them, and the page only what it asks
//! ([`Ask`]). Pure. Deliberately absent: a browser, and any way back into the book but a file.

pub mod out;

use serde::{Deserialize, Serialize};

use crate::domain::Date;

/// What the page asks of the worker. Beside it: the texts of the book's homes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // said of each as a whole
pub enum Ask {
    /// Make a file of the book as it reads on a day.
    Make { today: Date, wanted: out::Wanted },
}

/// What it answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// The file; its bytes cross beside it.
    Made {
        /// Its name.
        name: String,
        /// Its type.
        mime: String,
    },
    /// There is none.
    Unmade(out::Unmade),
}

/// Does what is asked: the answer, and the bytes beside it. A text that is broken is none; the page has set it aside.
#[cfg(feature = "sheets")]
pub fn answer(ask: &Ask, texts: &[String]) -> (Answer, Option<Vec<u8>>) {
    let Ask::Make { today, wanted } = ask;
    let records = texts.iter().flat_map(|text| crate::store::records_in(text).unwrap_or_default());
    let registry = crate::registry::Registry::of(*today, records.collect());
    match out::make(&registry, wanted) {
        Ok(made) => (Answer::Made { name: made.name, mime: made.mime }, Some(made.bytes)),
        Err(unmade) => (Answer::Unmade(unmade), None),
    }
}
