//! Forms: key press → draft (texts) → rules → what a command will set.
//!
//! A [`Form`] is one open form of one kind of record; a [`row`] draws one of its fields by its control.

mod control;
mod day;
mod enter;
mod form;
mod gone;
mod like;
mod notices;
mod row;

pub use day::DayField;
pub use enter::form_of;
pub use form::{Finding, Form, open_draft};
pub use gone::gone_elsewhere;
pub use like::{like_groups, like_members};
pub use notices::{changed_elsewhere, form_errors, restored_draft};
pub use row::{lone, row, rows, sections};
