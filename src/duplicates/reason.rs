//! What is suspected, and why.

use crate::domain::{FieldValue, Id};

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

    fn code(self) -> &'static str {
        match self {
            Self::Nik => "nik",
            Self::NameAndBirthDate => "name-and-birth-date",
            Self::NameAndNearBirthDate => "name-and-near-birth-date",
            Self::Card => "card",
            Self::GroupNameAndVillage => "group-name-and-village",
        }
    }
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

impl Suspect {
    /// One line of text, in which a pair goes from one worker to another: ids and reasons, and nothing of a person.
    pub fn to_line(&self) -> String {
        let subject = |subject: Subject| match subject.member {
            Some(member) => format!("{}/{member}", subject.group),
            None => subject.group.to_string(),
        };
        let reasons: Vec<&str> = self.reasons.iter().map(|reason| reason.code()).collect();
        format!("{} {} {}", subject(self.older), subject(self.younger), reasons.join(","))
    }

    /// What such a line says.
    pub fn of_line(line: &str) -> Option<Self> {
        let subject = |text: &str| {
            let (group, member) = text.split_once('/').map_or((text, None), |(group, member)| (group, Some(member)));
            let member = match member {
                Some(member) => Some(Id::parse(member).ok()?),
                None => None,
            };
            Some(Subject { group: Id::parse(group).ok()?, member })
        };
        let mut parts = line.split(' ');
        let (older, younger) = (subject(parts.next()?)?, subject(parts.next()?)?);
        let reason = |code| Reason::ALL.into_iter().find(|reason| reason.code() == code);
        let reasons = parts.next()?.split(',').map(reason).collect::<Option<Vec<_>>>()?;
        Some(Self { older, younger, reasons })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_reads_back_from_its_line_and_another_line_is_refused() {
        let id = |byte| Id::v7(1, [byte; 10]);
        let member = |group, member| Subject { group: id(group), member: Some(id(member)) };
        let group = |group| Subject { group: id(group), member: None };
        for (older, younger) in [(member(1, 2), member(3, 4)), (group(1), group(2))] {
            let pair = Suspect { older, younger, reasons: Reason::ALL.to_vec() };
            assert_eq!(Suspect::of_line(&pair.to_line()), Some(pair));
        }
        let line = Suspect { older: group(1), younger: group(2), reasons: vec![Reason::Nik] }.to_line();
        for wrong in ["", &line[1..], &line.replace("nik", "shoe"), &line.replace(' ', "")] {
            assert_eq!(Suspect::of_line(wrong), None, "{wrong}");
        }
    }
}
