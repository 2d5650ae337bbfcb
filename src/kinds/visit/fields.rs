//! The fields of a visit.

use super::choices::{Condition, Place as VisitPlace, Purpose};
use crate::domain::{Date, Id, Line, Note, PersonName};
use crate::kinds::record::record;

record! {
    /// A visit as its record reads now. Every value may be missing.
    Visit = "visit",
    {
        /// The group's record.
        GROUP group: Id = "group", Open [Hidden];
        /// The day of the visit.
        DATE date: Date = "date", Open [Required, DateHelp];
        /// What it was for.
        PURPOSE purpose: Purpose = "purpose", Open;
        /// Where.
        PLACE place: VisitPlace = "place", Open;
        /// Whether the business runs.
        CONDITION condition: Condition = "condition", Open;
        /// The pendamping who went.
        FACILITATOR facilitator: PersonName = "facilitator", Open;
        /// Whom one met, by name.
        MET met: Line = "met", Personal [Wide];
        /// What was found: results and troubles.
        FINDINGS findings: Note = "findings", Remark [Wide];
        /// What is to be done.
        FOLLOW_UP follow_up: Line = "follow_up", Remark [Wide];
        /// By when.
        DUE due: Date = "due", Open;
        /// By whom.
        DUTY duty: PersonName = "duty", Personal;
        /// When it was done.
        DONE done: Date = "done", Open;
        /// When one means to come again.
        NEXT next: Date = "next", Open;
    }
}
