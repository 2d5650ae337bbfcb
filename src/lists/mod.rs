//! The office's own lists as records: which column is what, what each row says, and what of it is not here yet.
//!
//! A [`Sheet`] (read by `sheets::read`, or by whoever has a table) → [`guess()`]: a [`Mapping`] of its columns, which a person
//! mends → [`read`]: a [`Reading`] of rows and the groups they name, with the [`Problem`] of each cell that is not taken and
//! the [`Reason`] of each row that is left out → [`plan()`]: records, which go the ordinary way in (preview, take in, undo). The
//! same list twice changes nothing. Deliberately absent: the libraries for files, texts for people, the clock and chance.

mod columns;
mod dates;
mod group_name;
mod guess;
mod headings;
mod known;
mod layout;
mod line;
mod looks;
mod mapping;
mod matching;
mod place;
mod plan;
mod problem;
mod reader;
mod rows;
mod say;
mod settle;
mod sheet;
mod table;
mod target;
mod title;
mod value;
mod why;
mod words;

pub use guess::{Guess, guess, guess_under};
pub use headings::Never;
pub use known::speaks_for_itself;
pub use looks::samples;
pub use mapping::{Mapping, SameName, Whole};
pub use plan::{Planned, plan};
pub use problem::{CellProblem, Outcome, Problem, Reason};
pub use reader::read;
pub use rows::{Aside, Block, Reading, Row};
pub use sheet::{Cell, CellKind, Merge, Sheet, TableError, TableLimits};
pub use table::{Column, Cover, Guessed, Opened, Outline, RowSeen, Table};
pub use target::Target;
pub use why::{Question, Sureness, Why};
