//! The words that stand above a column of somebody's list and mean a field: rows in the rooms of the kinds, by the source of the list.
//!
//! Deliberately absent: how a heading is found among them, and the headings that mean no single field (`lists`).

use serde::{Deserialize, Serialize};

use super::FieldRef;

/// Where lists come from, each with headings and codes of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ListSource {
    /// Made by somebody, in words that many use.
    #[default]
    Free,
    /// The sheets of this app.
    Book,
    /// `OpenSID`, the register of a village.
    OpenSid,
    /// SIAK, the register of persons, and the book of the master data of families (BIP) that is printed of it.
    Siak,
    /// BDT, the welfare data to 2017.
    Bdt,
    /// DTKS and DTSEN, by SIKS-NG.
    Dtks,
    /// The forms for KUBE of the Ministry of Social Affairs.
    Kemensos,
    /// Dapodik, the register of schools, and lists like it.
    Dapodik,
    /// Answers to a form, as of Google Forms.
    Form,
    /// Lists of recipients by name and address (KPM, BNBA).
    Kpm,
}

/// What is written above a column that means a field.
#[derive(Clone, Copy, Debug)]
pub struct Heading {
    /// In lists of which source.
    pub source: ListSource,
    /// The field.
    pub field: FieldRef,
    /// Whether it means the field only where no other column does.
    pub is_aside: bool,
    /// The spellings, folded, parted by `|`.
    pub spellings: &'static str,
}

impl Heading {
    /// A column of this heading is this field.
    pub(super) const fn own(source: ListSource, field: FieldRef, spellings: &'static str) -> Self {
        Self { source, field, is_aside: false, spellings }
    }

    /// A column of this heading is this field where no other is.
    pub(super) const fn aside(source: ListSource, field: FieldRef, spellings: &'static str) -> Self {
        Self { source, field, is_aside: true, spellings }
    }
}
