//! An event of the programme (kegiatan): a training, an information meeting, a hand-over; when and where it was, who held it, how many
//! came, what it came to.
//!
//! It belongs to no group: the people who come are of many. Deliberately absent: who came by name, and the events that were published,
//! which are built in and never mixed with these.

mod choices;
mod fields;
mod rules;
mod sample;
mod words;

use super::{Belongs, Kind, KindId};

pub use choices::EventType;
pub use fields::Event;
pub(super) use words::{NAMES, WORDS};

/// How events are invented.
pub(super) const INVENT: Option<super::Invent> = Some(sample::invent);

/// No list has it.
pub(super) const HEADINGS: &[super::Heading] = &[];

/// What its records belong to.
pub(super) const BELONGS: Belongs = Belongs::Own;

/// The row of the kind.
pub(super) static KIND: Kind = Kind {
    id: KindId::Event,
    name: Event::KIND,
    belongs: BELONGS,
    is_typed: true,
    is_derived: false,
    fields: Event::FIELDS,
    basics: &[Event::NAME, Event::TYPE, Event::STARTS, Event::ENDS, Event::REGION, Event::VENUE],
    sections: &[
        &[Event::ORGANISER, Event::SPEAKERS, Event::INVITED, Event::PRESENT, Event::WOMEN, Event::MEN],
        &[Event::RESULT],
    ],
    title: &[Event::NAME],
    dated: Some(Event::STARTS),
    check: rules::check,
};
