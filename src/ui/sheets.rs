//! Making a spreadsheet of the book: the one place that the pages ask. The worker is started for one file and ended after it,
//! since its memory never shrinks.
//!
//! Deliberately absent: words, and how the file leaves.

use crate::sheets::out::{Made, Unmade, Wanted};
use crate::sheets::{Answer, Ask};
use crate::ui::state::Book;
use crate::web::{self, Background, Beside};

/// Makes the file of the book as it is now.
///
/// # Errors
/// [`Unmade`]; that the worker is not there or broke down is [`Unmade::Failed`], too.
pub async fn make(book: Book, wanted: Wanted) -> Result<Made, Unmade> {
    let failed = |reason: &dyn std::fmt::Debug| Unmade::Failed(format!("{reason:?}"));
    let worker = Background::start("sheets").ok_or_else(|| failed(&"no worker"))?;
    let texts = book.texts_of_homes().iter().map(wasm_bindgen::JsValue::from).collect();
    let beside = Beside { texts, ..Beside::default() };
    let ask = serde_json::to_string(&Ask::Make { today: web::today(), wanted }).map_err(|error| failed(&error))?;
    let answered = worker.ask(&ask, &beside, |_, _, _| ()).await.map_err(|error| failed(&error))?;
    match serde_json::from_str(&answered.text).map_err(|error| failed(&error))? {
        Answer::Made { name, mime } => {
            let bytes = answered.bytes.ok_or_else(|| failed(&"no bytes"))?.to_vec();
            Ok(Made { name, bytes, mime })
        }
        Answer::Unmade(unmade) => Err(unmade),
        Answer::Read(_) => Err(failed(&"another answer")),
    }
}
