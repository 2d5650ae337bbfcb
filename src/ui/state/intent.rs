//! Everything a person can want from the app.

use serde_json::Value;

use super::suspects::Outcome;
use crate::domain::{AnyField, Id};
use crate::history::{Fields, Stamp};
use crate::i18n::Lang;
use crate::store::{FormKey, Point};
use crate::ui::outgoing::Left;
use crate::web::Told;

/// What a person wants done. Carried out by [`Book::dispatch`](super::Book::dispatch), and by nothing else.
#[derive(Clone, Debug)]
pub enum Intent {
    /// Set fields of a record of this kind, on top of what its form had seen.
    Save { kind: &'static str, id: Id, form: FormKey, seen: Vec<Stamp>, set: Fields },
    /// Choose one of the values of a field.
    Decide { id: Id, field: AnyField, value: Value },
    /// Decide about two records that look like one.
    Settle { one: Id, other: Id, outcome: Outcome },
    /// Erase a group and its members.
    EraseGroup { id: Id },
    /// Erase a person.
    EraseMember { id: Id },
    /// Take in the files that were looked at, without these groups.
    TakeIn { without: Vec<Id> },
    /// Do what another tab of this browser tells.
    Hear(Told),
    /// Go on with the second copy alone: there is no room elsewhere.
    GoOnInCopy,
    /// Go back to a restore point.
    GoBack(Point),
    /// Delete all restore points.
    ForgetPoints,
    /// Take back what the file of this id brought.
    TakeBack { file: String },
    /// Take back the last choice between values.
    TakeBackChoice,
    /// A file left this device.
    Sent(Box<Left>),
    /// Try again to keep what could not be kept.
    SaveAgain,
    /// Use another language.
    Speak(Lang),
    /// The name that stands in files.
    CallMe(String),
    /// Open the practice book, or the real one.
    Practise(bool),
    /// Pass on to the new version of the app.
    Renew,
    /// Fill the practice book afresh.
    PractiseAfresh,
    /// Delete everything of the book that is open.
    ClearAll,
}
