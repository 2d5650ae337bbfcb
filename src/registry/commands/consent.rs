//! Notes the consent of members.

use crate::domain::{ConsentWay, Date, FieldValue, Id};
use crate::history::{Change, Fields, Stamp};
use crate::kinds::Member;
use crate::registry::{Registry, Touched};

/// These members consented to being registered, all on one day and in one way, as when a group is asked together (UU 27/2022 Pasal 20).
/// Whoever is not here is passed over. `stamp` gives a new stamp at each call.
pub fn consent(
    registry: &mut Registry,
    members: &[Id],
    on: Date,
    way: Option<ConsentWay>,
    stamp: &mut dyn FnMut() -> Stamp,
) -> Touched {
    let mut set: Fields = [(Member::CONSENT_DATE.key(), on.to_json())].into();
    if let Some(way) = way {
        set.insert(Member::CONSENT_WAY.key(), way.to_json());
    }
    let mut touched = Touched::default();
    for member in members {
        let id = member.to_string();
        let Some(record) = registry.record(&id).filter(|record| record.kind() == Member::KIND) else { continue };
        let heads = record.fold().heads;
        touched.extend(registry.change(Member::KIND, &id, Change::set(stamp(), heads, set.clone())));
    }
    touched
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::Device;
    use crate::registry::commands::import;
    use crate::sample::{Sample, sample};

    #[test]
    fn all_who_are_named_have_consented_and_nobody_else() {
        let mut registry = Registry::new(Date::new(2014, 6, 30).unwrap());
        import(&mut registry, sample(Sample { groups: 1, members: 5, seed: 1 })).unwrap();
        let dossier = registry.dossiers().next().unwrap();
        let (group, named) = (dossier.id, [dossier.members[0].id, dossier.members[3].id, Id::v7(9, [9; 10])]);
        let of = |registry: &Registry| {
            let members = &registry.dossier(group).unwrap().members;
            members.iter().map(|it| (it.id, it.value.consent_date, it.value.consent_way)).collect::<Vec<_>>()
        };
        let before = of(&registry);
        let (on, way) = (Date::new(2014, 6, 5).unwrap(), ConsentWay::Oral);
        let mut ms = 1_410_000_000_000;
        let touched = consent(&mut registry, &named, on, Some(way), &mut || {
            ms += 1;
            Stamp::new(ms, 0, Device::from_random(7))
        });
        assert_eq!(touched.len(), 1);
        let expected: Vec<_> = before
            .into_iter()
            .map(|(id, was, how)| if named.contains(&id) { (id, Some(on), Some(way)) } else { (id, was, how) })
            .collect();
        assert_eq!(of(&registry), expected);
    }
}
