//! Forms: key press → draft (texts) → rules → what a command will set.
//!
//! A [`Form`] is one open form of one kind of record; a [`row`] draws one of its fields by its control.

mod control;
mod form;
mod like;
mod row;
mod summary;

pub use form::{Finding, Form, open_draft};
pub use like::{like_groups, like_members};
pub use row::{lone, row, rows};
pub use summary::{changed_elsewhere, form_errors, restored_draft};
