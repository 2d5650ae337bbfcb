//! What duplicates are found by: what a kind says of a record that is compared with others of its kind.
//!
//! Deliberately absent: how near two names or two days are, and what is named to a person (`duplicates`).

use crate::domain::{Date, GroupName, PersonName, RegionCode};

/// What a record is compared by; what it does not have says nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Traits<'a> {
    /// A number that nobody shares.
    pub number: Option<u64>,
    /// A number that is shared within a group, and with no other group.
    pub household: Option<u64>,
    /// Its name, which says something together with one of the next two.
    pub name: Option<NameRef<'a>>,
    /// The day that goes with the name.
    pub day: Option<Date>,
    /// The village that goes with the name.
    pub village: Option<RegionCode>,
}

/// A name, by what it is of: the two are spelled in ways of their own.
#[derive(Clone, Copy, Debug)]
pub enum NameRef<'a> {
    /// Of a person.
    Person(&'a PersonName),
    /// Of a group.
    Group(&'a GroupName),
}
