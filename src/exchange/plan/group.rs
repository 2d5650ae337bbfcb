//! What happens to one group of the files.

use serde::{Deserialize, Serialize};

use super::{FieldChange, ImportStatus, MemberPlan, NamedRecord, RecordPlan};
use crate::domain::{Id, RegionCode};

/// What happens to one group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupPlan {
    /// Its id.
    pub id: Id,
    /// Its name afterwards; empty without one.
    pub name: String,
    /// How it stands.
    pub status: ImportStatus,
    /// Where it lies afterwards.
    pub region: Option<RegionCode>,
    /// Its members present afterwards; `None` when the file erases the group.
    pub present: Option<usize>,
    /// Its households now; `None` when it is not here.
    pub was: Option<usize>,
    /// Its households afterwards; `None` when the file erases it.
    pub will: Option<usize>,
    /// The group's own fields that change.
    pub fields: Vec<FieldChange>,
    /// Members that change or are new.
    pub members: Vec<MemberPlan>,
    /// The names of the members who are erased.
    pub erased: Vec<String>,
    /// Other records that change or are new.
    pub others: Vec<RecordPlan>,
    /// Other records that are erased.
    pub erased_others: Vec<NamedRecord>,
    /// The members who go to another group.
    pub moved: Vec<Moved>,
    /// Whether the group's own record is erased afterwards.
    pub is_erased: bool,
    /// Who of it may be here already.
    pub twins: Vec<Twin>,
}

/// A member who goes to another group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// The name.
    pub name: String,
    /// The name of the other group; empty without one.
    pub to: String,
}

/// Two that may be one: a member or the group itself, and another in the book or in the files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Twin {
    /// The name here.
    pub name: String,
    /// The name of the other.
    pub other: String,
    /// The name of the other's group; `None` when the two are groups themselves.
    pub group: Option<String>,
}
