//! Settles a conflict.

use serde_json::Value;

use crate::domain::Id;
use crate::history::{Change, Record, Stamp};
use crate::kinds::FieldRef;
use crate::registry::{Registry, Touched};

use super::import::{Undo, import};

/// Sets a field in conflict to the value a person chose, on top of every value there is, so that the choice holds on every
/// device it reaches.
///
/// What it answers besides takes the decision back, as a file is taken back: the record as it was, with the field in conflict
/// again. There is no other way to ask anew, since a further change would only be a further decision. Where the decision has
/// gone on to others already, it comes back from them.
pub fn decide(registry: &mut Registry, id: Id, at: Stamp, field: FieldRef, value: Value) -> (Touched, Undo) {
    let Some(record) = registry.record(&id.to_string()) else { return Default::default() };
    let heads = record.fold().heads;
    let set = [(field.key().to_owned(), value)].into();
    let decision = Record::new(record.id(), record.kind(), vec![Change::set(at, heads, set)]);
    // A copy of a record that is here has its kind, so that this is never refused.
    import(registry, vec![decision]).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Date;
    use crate::history::Device;
    use crate::kinds::Group;
    use crate::registry::commands::{Imports, save, undo_import};

    fn stamp(ms: u64, device: u32) -> Stamp {
        Stamp::new(ms, 0, Device::from_random(device))
    }

    /// A registry with a group of two names.
    fn in_conflict(id: Id) -> Registry {
        let mut registry = Registry::new(Date::new(2026, 6, 5).unwrap());
        for device in [1, 2] {
            let set = [("name".to_owned(), format!("Contoh {device}").into())].into();
            save(&mut registry, Group::KIND, id, stamp(9, device), &[], set);
        }
        registry
    }

    fn conflicts(registry: &Registry, id: Id) -> usize {
        registry.dossier(id).unwrap().conflict_count()
    }

    #[test]
    fn a_decision_for_a_third_value_settles_it_and_can_be_taken_back() {
        let id = Id::v7(1, [1; 10]);
        let mut registry = in_conflict(id);
        let before = registry.record(&id.to_string()).cloned();
        let (_, undo) = decide(&mut registry, id, stamp(10, 1), Group::NAME, "Contoh 3".into());
        assert_eq!(conflicts(&registry, id), 0);
        assert_eq!(registry.record(&id.to_string()).unwrap().value("name"), Some(&"Contoh 3".into()));
        assert_eq!(undo_import(&mut registry, &mut Imports::of((), undo), 0).kept, 0);
        assert_eq!((conflicts(&registry, id), registry.record(&id.to_string()).cloned()), (1, before));
    }

    #[test]
    fn a_decision_that_somebody_went_on_from_stays() {
        let id = Id::v7(1, [1; 10]);
        let mut registry = in_conflict(id);
        let (_, undo) = decide(&mut registry, id, stamp(10, 1), Group::NAME, "Contoh 1".into());
        let set = [("note".to_owned(), "kemudian".into())].into();
        save(&mut registry, Group::KIND, id, stamp(11, 1), &[stamp(10, 1)], set);
        assert_eq!(undo_import(&mut registry, &mut Imports::of((), undo), 0).kept, 1);
        assert_eq!(conflicts(&registry, id), 0);
    }
}
