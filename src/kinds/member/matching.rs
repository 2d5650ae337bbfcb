//! What one person is known by who stands in a book twice.

use super::fields::Member;
use crate::domain::{FamilyCard, Nik};
use crate::kinds::{NameRef, Traits};

impl Member {
    /// What a member is compared by: nobody shares a NIK; one family card is expected in one group only.
    pub fn traits(&self) -> Traits<'_> {
        Traits {
            number: self.nik.map(Nik::number),
            household: self.card.map(FamilyCard::number),
            name: self.name.as_ref().map(NameRef::Person),
            day: self.birth_date,
            village: None,
        }
    }
}
