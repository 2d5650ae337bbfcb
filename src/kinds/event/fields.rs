//! The fields of an event.

use super::choices::EventType;
use crate::domain::{Count, Date, Line, Note, RegionCode};
use crate::kinds::record::record;

record! {
    /// An event of the programme as its record reads now. Every value may be missing.
    Event = "event",
    {
        /// What it is called. The one value without which the record would be useless.
        NAME name: Line = "name", Open [Required, Wide];
        /// What sort of event it is.
        TYPE event_type: EventType = "type", Open;
        /// The first day.
        STARTS starts: Date = "starts", Open [DateHelp];
        /// The last day; of one day it may be missing.
        ENDS ends: Date = "ends", Open;
        /// The village, kecamatan or city in which it was held.
        REGION region: RegionCode = "region", Open;
        /// The hall, office or house.
        VENUE venue: Line = "venue", Open [Wide];
        /// Which office or body held it.
        ORGANISER organiser: Line = "organiser", Open;
        /// Who spoke: name, office, subject.
        SPEAKERS speakers: Note = "speakers", Personal [Wide];
        /// How many were invited.
        INVITED invited: Count = "invited", Open;
        /// How many came.
        PRESENT present: Count = "present", Open;
        /// Women among them.
        WOMEN women: Count = "women", Open;
        /// Men among them.
        MEN men: Count = "men", Open;
        /// What it came to.
        RESULT result: Note = "result", Remark [Wide];
    }
}
