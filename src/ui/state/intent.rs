//! Everything a person can want from the app.

use serde_json::Value;

use crate::domain::{GroupField, Id, MemberField};
use crate::history::{Fields, Record, Stamp};
use crate::i18n::Lang;
use crate::store::FormKey;

/// What a person wants done. Carried out by [`Book::dispatch`](super::Book::dispatch), and by nothing else.
#[derive(Clone, Debug)]
pub enum Intent {
    /// Set fields of a group, on top of what its form had seen.
    SaveGroup { id: Id, form: FormKey, seen: Vec<Stamp>, set: Fields },
    /// Set fields of a member.
    SaveMember { id: Id, form: FormKey, seen: Vec<Stamp>, set: Fields },
    /// Choose one of the values of a group's field.
    DecideGroup { id: Id, field: GroupField, value: Value },
    /// Choose one of the values of a member's field.
    DecideMember { id: Id, field: MemberField, value: Value },
    /// Erase a group and its members.
    EraseGroup { id: Id },
    /// Erase a person.
    EraseMember { id: Id },
    /// Take in the records of a file.
    TakeIn { records: Vec<Record> },
    /// Take that back.
    TakeBack,
    /// A file with everything left this device.
    Sent,
    /// Try again to keep what could not be kept.
    SaveAgain,
    /// Use another language.
    Speak(Lang),
    /// The name that stands in files.
    CallMe(String),
    /// Open the practice book, or the real one.
    Practise(bool),
    /// Fill the practice book afresh.
    PractiseAfresh,
    /// Delete everything of the book that is open.
    ClearAll,
}
