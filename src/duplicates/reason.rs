//! What is suspected, and why.

use serde::{Deserialize, Serialize};

use crate::domain::Id;

/// A member, or a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspect {
    /// The one with the lesser id, which is the older.
    pub older: Subject,
    /// The other.
    pub younger: Subject,
    /// Why, the weightiest first; never none.
    pub reasons: Vec<Reason>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_crosses_to_a_worker_and_back() {
        let id = |byte| Id::v7(1, [byte; 10]);
        let older = Subject { group: id(1), member: Some(id(2)) };
        let pair = Suspect { older, younger: Subject { group: id(3), member: None }, reasons: Reason::ALL.to_vec() };
        let text = serde_json::to_string(&pair).unwrap();
        assert_eq!(serde_json::from_str::<Suspect>(&text).unwrap(), pair);
    }
}
