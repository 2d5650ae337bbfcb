//! Spreadsheets: lists that go out to Excel and the like, and lists that offices have. Both are made and read in a worker, which
//! is fetched when somebody asks for one.
//!
//! The libraries behind the feature `sheets` are heavy: only the worker's wasm has them, and the page only what it asks
//! ([`Ask`]). Pure. Deliberately absent: a browser, and any way back into the book but a file.

pub mod out;
#[cfg(feature = "sheets")]
pub mod read;

use serde::{Deserialize, Serialize};

use crate::domain::Date;
use crate::lists::{Sheet, TableError};

/// What the page asks of the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // said of each as a whole
pub enum Ask {
    /// Make a file of the book as it reads on a day. Beside it: the texts of the book's homes.
    Make { today: Date, wanted: out::Wanted },
    /// Read the file that stands beside it, of this name.
    Read { name: String },
}

/// What it answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    /// The tables in it, or why there is none.
    Read(Result<Vec<Sheet>, TableError>),
}

/// Does what is asked: the answer, and the bytes beside it. A text that is broken is none; the page has set it aside.
#[cfg(feature = "sheets")]
pub fn answer(ask: &Ask, texts: &[String], file: Option<&[u8]>) -> (Answer, Option<Vec<u8>>) {
    let (today, wanted) = match ask {
        Ask::Make { today, wanted } => (today, wanted),
        Ask::Read { name } => {
            let read = file.ok_or(TableError::TooLarge).and_then(|bytes| read::table(bytes, name));
            return (Answer::Read(read), None);
        }
    };
    let records = texts.iter().flat_map(|text| crate::store::records_in(text).unwrap_or_default());
    let registry = crate::registry::Registry::of(*today, records.collect());
    match out::make(&registry, wanted) {
        Ok(made) => (Answer::Made { name: made.name, mime: made.mime }, Some(made.bytes)),
        Err(unmade) => (Answer::Unmade(unmade), None),
    }
}
