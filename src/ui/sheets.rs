//! Making a spreadsheet of the book: the one place that the pages ask. The worker is started for one file and ended after it,
//! since its memory never shrinks.
//!
//! Deliberately absent: words, and how the file leaves.

use crate::sheets::out::{ExportError, Made, Wanted};
use crate::sheets::{Answer, Ask};
use crate::ui::state::{App, ask};
use crate::web::{self, WebWorker};

/// Makes the file of the book as it is now.
///
/// # Errors
/// [`ExportError`]; that the worker is not there or broke down is [`ExportError::Failed`], too.
pub async fn make(app: App, wanted: Wanted) -> Result<Made, ExportError> {
    let failed = |reason: &dyn std::fmt::Debug| ExportError::Failed(format!("{reason:?}"));
    let worker = WebWorker::start("sheets").ok_or_else(|| failed(&"no worker"))?;
    let wanted = Ask::Make { today: web::today(), wanted };
    match ask(&worker, &wanted, &app.beside(), |_, _, _| ()).await.map_err(|error| failed(&error))? {
        (Answer::Made { name, mime }, Some(bytes)) => Ok(Made { name, bytes: bytes.to_vec(), mime }),
        (Answer::ExportError(unmade), _) => Err(unmade),
        _ => Err(failed(&"another answer")),
    }
}
