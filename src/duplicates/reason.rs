//! What is suspected, and why.

use crate::domain::Id;

/// A member, or a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// The group, or the group of the member.
    pub group: Id,
    /// The member; `None` for the group itself.
    pub member: Option<Id>,
}

impl Subject {
    /// The id of its record.
    pub fn id(self) -> Id {
        self.member.unwrap_or(self.group)
    }
}

/// Why two records may be one, the weightiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The same NIK, which nobody shares.
    Nik,
    /// A like name and the same date of birth.
    NameAndBirthDate,
    /// The same name, and a date of birth with day and month changed about, or with one other digit.
    NameAndNearBirthDate,
    /// The same No. KK in two groups: one person a family is expected over all groups. Within a group the rules say it.
    Card,
    /// A like name of the group in the same village.
    GroupNameAndVillage,
}

impl Reason {
    /// All, in order.
    pub const ALL: [Self; 5] =
        [Self::Nik, Self::NameAndBirthDate, Self::NameAndNearBirthDate, Self::Card, Self::GroupNameAndVillage];
}

/// Two records that may be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suspect {
    /// The one with the lesser id, which is the older.
    pub older: Subject,
    /// The other.
    pub younger: Subject,
    /// Why, the weightiest first; never none.
    pub reasons: Vec<Reason>,
}
