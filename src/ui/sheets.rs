//! Making a spreadsheet of the book: the one place that the pages ask. The worker is started for one file and ended after it,
//! since its memory never shrinks.
//!
//! Deliberately absent: words, and how the file leaves.

use crate::sheets::out::{Made, Unmade, Wanted};
use crate::sheets::{Answer, Ask};
use crate::ui::state::Book;
use crate::ui::state::asking::ask;
use crate::web::{self, Background};

/// Makes the file of the book as it is now.
///
/// # Errors
/// [`Unmade`]; that the worker is not there or broke down is [`Unmade::Failed`], too.
pub async fn make(book: Book, wanted: Wanted) -> Result<Made, Unmade> {
    let failed = |reason: &dyn std::fmt::Debug| Unmade::Failed(format!("{reason:?}"));
    let worker = Background::start("sheets").ok_or_else(|| failed(&"no worker"))?;
    let wanted = Ask::Make { today: web::today(), wanted };
    match ask(&worker, &wanted, &book.beside(), |_, _, _| ()).await.map_err(|error| failed(&error))? {
        (Answer::Made { name, mime }, Some(bytes)) => Ok(Made { name, bytes: bytes.to_vec(), mime }),
        (Answer::Unmade(unmade), _) => Err(unmade),
        _ => Err(failed(&"another answer")),
    }
}
