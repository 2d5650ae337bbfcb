//! What one group is known by that stands in a book twice.

use super::fields::Group;
use crate::kinds::{NameRef, Traits};

impl Group {
    /// What a group is compared by: its name, where the village is known too.
    pub fn traits(&self) -> Traits<'_> {
        Traits {
            name: self.name.as_ref().map(NameRef::Group),
            village: self.region.filter(|code| code.level().is_village()),
            ..Traits::default()
        }
    }
}
