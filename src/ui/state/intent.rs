//! Everything that a person can want of the book.
//!
//! Deliberately absent: what is wanted of a feature alone and changes no record, which its struct does: the columns of a table that is
//! open ([`TableImport`](super::TableImport)), the file that is being made (`outgoing`), the folder for a file a day
//! ([`Backup`](super::Backup)), half-typed forms (`drafts.rs`), the words of the search.

use serde_json::Value;

use super::duplicates::Outcome;
use super::outgoing::SentNote;
use crate::domain::{ConsentWay, Date, Id, Line, RegionCode};
use crate::history::{Fields, Stamp};
use crate::i18n::Lang;
use crate::kinds::{FieldRef, KindId};
use crate::route::Route;
use crate::store::{FormKey, Point};
use crate::web::{IncomingFile, Told};

/// What a person wants done. Carried out by [`App::dispatch`](super::App::dispatch), and by nothing else.
#[derive(Clone, Debug)]
pub enum Intent {
    /// Save what was typed in a form.
    Save(Box<Save>),
    /// Choose one of the values of a field.
    Decide { id: Id, field: FieldRef, value: Value },
    /// Give a field a value again that it had before.
    Restore { id: Id, field: FieldRef, value: Value },
    /// Note the consent of these members: the day, and how it was given.
    Consent { members: Vec<Id>, on: Date, way: Option<ConsentWay> },
    /// Note that a member has left the group.
    Leave { member: Id, on: Date, reason: Option<Line> },
    /// Decide about two records that look like one.
    Settle { one: Id, other: Id, outcome: Outcome },
    /// Erase a group and its members; the restore points too, which hold them as they were.
    EraseGroup { id: Id, points: bool },
    /// Erase a person, or another record of a group, in the same way.
    Erase(Box<Erase>),
    /// Look at files that came, whatever they are.
    Inspect(Vec<IncomingFile>),
    /// Look at the one of this number that waits, or at all that wait.
    InspectWaiting(Option<u32>),
    /// Throw the one of this number away that waits.
    ThrowAway(u32),
    /// Try a passphrase on the locked file that is asked for.
    Unlock(String),
    /// Leave the locked file that is asked for alone.
    LeaveLocked,
    /// Leave one of the files out that were looked at.
    LeaveOut { place: usize },
    /// Stop looking, or taking in; what was taken in already is taken back.
    StopImport,
    /// Take in the files that were looked at, without these groups.
    Import { without: Vec<Id> },
    /// Do what another tab of this browser tells.
    Hear(Told),
    /// Go on with the second copy alone: there is no room elsewhere.
    GoOnInCopy,
    /// Go back to a restore point.
    GoBack(Point),
    /// Leave an import as it is that was cut, by when it began.
    LeaveCut(u64),
    /// Delete all restore points.
    ForgetPoints,
    /// Take back what the file of this id brought.
    UndoImport { file: String },
    /// Take back the last edit, addition, deletion or choice.
    UndoLast,
    /// Bring back what a file erased, by the ids of the records.
    BringBack { erased: Vec<String> },
    /// Forget what a file erased, for good.
    ForgetErased { erased: Vec<String> },
    /// A file left this device.
    Sent(Box<SentNote>),
    /// Try again to keep what could not be kept.
    SaveAgain,
    /// Use another language.
    Speak(Lang),
    /// Work in this city or kabupaten.
    WorkIn(RegionCode),
    /// Look at the file that goes with the practice book.
    InspectPractice,
    /// The name that stands in files.
    CallMe(String),
    /// Arrange tables and keys of this device otherwise, by a word of its arrangement.
    Arrange(String),
    /// Open the practice book, or the real one.
    Practise(bool),
    /// Pass on to the new version of the app.
    Renew,
    /// Fill the practice book afresh.
    PractiseAfresh,
    /// Delete everything of the book that is open.
    ClearAll,
}

impl Intent {
    /// Whether this puts something in place of what is there, or may be stopped and taken back. It then has to know all that is there.
    pub(super) fn replaces(&self) -> bool {
        matches!(
            self,
            Self::Import { .. } | Self::UndoImport { .. } | Self::UndoLast | Self::GoBack(_) | Self::ClearAll
        )
    }
}

/// A record of a group that is to be erased.
#[derive(Clone, Debug)]
pub struct Erase {
    /// Its kind.
    pub kind: KindId,
    /// The group that it is in, if it is in one.
    pub group: Option<Id>,
    /// Its id.
    pub id: Id,
    /// What it is called, for the message.
    pub name: String,
    /// Whether the restore points go too, which hold it as it was.
    pub points: bool,
}

/// What was typed in a form.
#[derive(Clone, Debug)]
pub struct Save {
    /// The kind of the record.
    pub kind: &'static str,
    /// Its id.
    pub id: Id,
    /// The group that it belongs to, where it is of one.
    pub within: Option<Id>,
    /// Under which key the form is kept.
    pub form: FormKey,
    /// What the form had seen of the record.
    pub seen: Vec<Stamp>,
    /// The fields that the person changed.
    pub set: Fields,
    /// What follows once it is saved.
    pub then: Then,
}

/// What follows once a record is saved.
#[derive(Clone, Debug)]
pub struct Then {
    /// The message.
    pub say: String,
    /// The page.
    pub go: Option<Route>,
}
