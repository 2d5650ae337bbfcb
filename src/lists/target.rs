//! What a column can be.

use serde::{Deserialize, Serialize};

use crate::domain::{Role, Sex};
use crate::kinds::{FieldRef, Group, KindId, Member};

/// What the cells of a column are taken for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Target {
    /// Nothing: it is not read.
    #[default]
    Ignore,
    /// A value of the member or of the group.
    Field(FieldRef),
    /// Place and date of birth in one cell: `Samarinda, 05-06-1990`.
    Birth,
    /// RT and RW in one cell: `04/02`.
    RtRw,
    /// The name of a kelurahan or desa.
    Village,
    /// The name of a kecamatan.
    District,
    /// The name of a kabupaten or kota.
    Regency,
    /// The name of a kelurahan or desa that is the group's own, beside one of its members.
    GroupVillage,
    /// Its kecamatan.
    GroupDistrict,
    /// Its kabupaten or kota.
    GroupRegency,
    /// Where the group is, in degrees north.
    Latitude,
    /// In degrees east.
    Longitude,
    /// A mark for one sex, beside a column with a mark for the other.
    Tick(Sex),
    /// The name of a person who has this part in the group, where a row is a group.
    Officer(Role),
}

impl Target {
    /// Those that a person can choose: first the common ones, in the order of a form.
    pub fn offered() -> Vec<Self> {
        let mut all = vec![Self::Ignore, Self::Birth, Self::Village, Self::District, Self::Regency, Self::RtRw];
        let is_offered = |field: &FieldRef| !matches!(*field, Member::GROUP | Member::REGION | Group::REGION);
        all.extend(Member::fields().chain(Group::fields()).filter(is_offered).map(Self::Field));
        all.extend([Self::GroupVillage, Self::GroupDistrict, Self::GroupRegency, Self::Latitude, Self::Longitude]);
        all.extend(Role::ALL.iter().copied().filter(|role| *role != Role::Member).map(Self::Officer));
        all.extend(Sex::ALL.iter().copied().map(Self::Tick));
        all
    }

    /// A name for it that can be read back.
    pub fn code(self) -> String {
        match self {
            Self::Ignore => String::new(),
            Self::Field(field) => format!("{}.{}", field.kind().row().name, field.key()),
            Self::Birth => "birth".to_owned(),
            Self::RtRw => "rt_rw".to_owned(),
            Self::Village => "village".to_owned(),
            Self::District => "district".to_owned(),
            Self::Regency => "regency".to_owned(),
            Self::GroupVillage => "group.village".to_owned(),
            Self::GroupDistrict => "group.district".to_owned(),
            Self::GroupRegency => "group.regency".to_owned(),
            Self::Latitude => "latitude".to_owned(),
            Self::Longitude => "longitude".to_owned(),
            Self::Tick(sex) => format!("tick.{}", sex.code()),
            Self::Officer(role) => format!("officer.{}", role.code()),
        }
    }

    /// The one of this name; an unknown name is nothing.
    pub fn from_code(code: &str) -> Self {
        Self::offered().into_iter().find(|target| target.code() == code).unwrap_or_default()
    }

    /// The field that takes the cell as it stands.
    pub fn field(self) -> Option<FieldRef> {
        match self {
            Self::Field(field) => Some(field),
            _ => None,
        }
    }

    /// Whether it says something of a person and not of a group.
    pub fn is_personal(self) -> bool {
        match self {
            Self::Field(field) => field.kind() == KindId::Member,
            Self::Birth | Self::Tick(_) | Self::Officer(_) => true,
            _ => false,
        }
    }

    /// Whether only a person has it. An address or a phone is a group's as well, and officers are named where a row is a group.
    pub fn is_of_people(self) -> bool {
        let of_both = |field| {
            matches!(field, Member::ADDRESS | Member::RT | Member::RW | Member::PHONE | Member::WELFARE_CHECKED)
        };
        match self {
            Self::Field(field) => field.kind() == KindId::Member && !of_both(field),
            Self::Birth | Self::Tick(_) => true,
            _ => false,
        }
    }

    /// Whether a value of it must not stand on a screen in full.
    pub fn is_masked(self) -> bool {
        self.field().is_some_and(|field| field.privacy().is_masked())
    }
}

impl From<Target> for String {
    fn from(target: Target) -> Self {
        target.code()
    }
}

impl From<String> for Target {
    fn from(code: String) -> Self {
        Self::from_code(&code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_target_reads_back_from_its_code_and_is_offered_once() {
        let all = Target::offered();
        for target in &all {
            assert_eq!(Target::from_code(&target.code()), *target);
            assert_eq!(all.iter().filter(|other| *other == target).count(), 1, "{target:?}");
        }
        assert_eq!(Target::from_code("member.group"), Target::Ignore);
    }
}
