//! What of a list is not in the book yet, as records.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::group_name::key;
use super::matching::{Index, Known, members};
use super::problem::Reason;
use super::rows::{Block, Reading, Row, is_alike, share};
use crate::domain::{AnyField, Business, Field, FieldValue, GroupField, Id, MemberField, PersonName, RegionCode};
use crate::history::{Change, Fields, Record, Stamp};
use crate::registry::{Dossier, Registry};

/// What taking a list in comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Planned {
    /// The records, which go in as those of a file do: new ones, and for known ones a change on top of what they are now.
    pub records: Vec<Record>,
    /// The list, with what the book has against some of its rows.
    pub reading: Reading,
    /// Groups that are new.
    pub new_groups: usize,
    /// People that are new.
    pub new_members: usize,
    /// Groups and people that are here and change.
    pub changed: usize,
}

/// Works out the records. Changes nothing, and leaves no group without a row that is taken.
///
/// A group is one of the book with the same name whose kecamatan and year do not say otherwise. Who is in another group
/// of the book is left out: whether that is a move is for a person to decide.
pub fn plan(
    registry: &Registry,
    reading: Reading,
    new_id: &mut dyn FnMut() -> Id,
    stamp: &mut dyn FnMut() -> Stamp,
) -> Planned {
    let known = members(registry);
    let named = groups(registry);
    let Reading { mut rows, blocks } = reading;
    let mut of_block: Vec<Vec<&mut Row>> = blocks.iter().map(|_| Vec::new()).collect();
    for row in rows.iter_mut().filter(|row| row.left_out.is_none()) {
        if let Some(own) = row.block.and_then(|at| of_block.get_mut(at)) {
            own.push(row);
        }
    }
    let mut planned = Planned::default();
    let mut met = BTreeSet::new();
    for (block, rows) in blocks.iter().zip(of_block) {
        let like: Vec<&Dossier> =
            named.get(&block.key).into_iter().flatten().copied().filter(|dossier| is_like(dossier, block)).collect();
        let here = match like[..] {
            [] => None,
            [one] => Some(one),
            _ => {
                for row in rows {
                    row.left_out = Some(Reason::GroupAmbiguous);
                }
                continue;
            }
        };
        let people = settle(registry, here, rows, &known, &mut met);
        if let Some(people) = people {
            planned.add(registry, here, block, people, new_id, stamp);
        }
    }
    planned.reading = Reading { rows, blocks };
    planned
}

/// What a person of the list is, and who it is in the book.
type Person = (Fields, Option<Id>);

/// Who of the rows is in the book, before anything is made: a row is taken whole or not at all. `None` if none is taken.
fn settle(
    registry: &Registry,
    here: Option<&Dossier>,
    rows: Vec<&mut Row>,
    known: &Index<Option<Id>, Id>,
    met: &mut BTreeSet<Id>,
) -> Option<Vec<Person>> {
    let id = here.map(|dossier| dossier.id);
    let mut people = None;
    for row in rows {
        let find = |fields: &Fields| known.find(&Known::of_fields(fields), id, |person| !met.contains(&person));
        let found: Vec<_> = row.people.iter().map(find).collect();
        let elsewhere = found.iter().flatten().find_map(|(_, group)| group.filter(|group| Some(*group) != id));
        if let Some(group) = elsewhere {
            row.left_out = Some(Reason::InOtherGroup { group: name_of(registry, group) });
            continue;
        }
        let people = people.get_or_insert_with(Vec::new);
        for (fields, found) in row.people.iter().zip(found) {
            let person = found.map(|(person, _)| person);
            met.extend(person);
            people.push((fields.clone(), person));
        }
    }
    people
}

impl Planned {
    /// Adds the records of a group and of its people.
    fn add(
        &mut self,
        registry: &Registry,
        here: Option<&Dossier>,
        block: &Block,
        people: Vec<Person>,
        new_id: &mut dyn FnMut() -> Id,
        stamp: &mut dyn FnMut() -> Stamp,
    ) {
        let id = here.map_or_else(&mut *new_id, |dossier| dossier.id);
        let record = registry.record(&id.to_string());
        let set = differing(record, GroupField::KIND, group_fields(block, record));
        self.note(GroupField::KIND, id, here.map(|dossier| &dossier.group.heads), set, stamp);
        self.new_groups += usize::from(here.is_none());
        for (mut fields, person) in people {
            if let Some(entry) = person.and_then(|person| here?.member(person)) {
                let set = differing(registry.record(&entry.id.to_string()), MemberField::KIND, fields);
                self.note(MemberField::KIND, entry.id, Some(&entry.heads), set, stamp);
            } else {
                self.new_members += 1;
                fields.insert(MemberField::Group.key(), id.to_json());
                self.note(MemberField::KIND, new_id(), None, fields, stamp);
            }
        }
    }

    /// A record of one change, on top of the heads of a known one.
    fn note(&mut self, kind: &str, id: Id, heads: Option<&Vec<Stamp>>, set: Fields, stamp: &mut dyn FnMut() -> Stamp) {
        if !set.is_empty() {
            self.changed += usize::from(heads.is_some());
            let change = Change::set(stamp(), heads.cloned().unwrap_or_default(), set);
            self.records.push(Record::new(id.to_string(), kind, vec![change]));
        }
    }
}

/// The groups of the book by what their names are compared by.
fn groups(registry: &Registry) -> BTreeMap<String, Vec<&Dossier>> {
    let mut named: BTreeMap<String, Vec<&Dossier>> = BTreeMap::new();
    for dossier in registry.dossiers() {
        if let Some(name) = &dossier.group.value.name {
            named.entry(key(name.as_str())).or_default().push(dossier);
        }
    }
    named
}

/// Whether neither place nor year says that they are two.
fn is_like(dossier: &Dossier, block: &Block) -> bool {
    let group = &dossier.group.value;
    share(group.region, block.region())
        && (group.year.is_none() || block.year().is_none() || group.year == block.year())
}

fn name_of(registry: &Registry, group: Id) -> String {
    let name = registry.dossier(group).and_then(|dossier| dossier.group.value.name.as_ref());
    name.map(FieldValue::text).unwrap_or_default()
}

/// Its values. Where its members live, which is in one kecamatan (Permensos 2/2019 Pasal 3(1)), is told only if the book has
/// no region of it.
fn group_fields(block: &Block, record: Option<&Record>) -> Fields {
    let mut fields = block.fields.clone();
    let own = record.and_then(|record| record.value(GroupField::Region.key())).filter(|value| !value.is_null());
    let is_told = block.is_own_region || own.is_none();
    if let Some(region) = block.region().filter(|region| is_told && region.parent().is_some()) {
        fields.insert(GroupField::Region.key(), region.to_json());
    }
    fields
}

/// What of the values is missing in the record or differs there.
fn differing(record: Option<&Record>, kind: &str, fields: Fields) -> Fields {
    let mut set = Fields::new();
    for (name, value) in fields {
        let own = record.and_then(|record| record.value(&name)).filter(|value| !value.is_null());
        let field = AnyField::of(kind, &name);
        let is_here = own.is_some_and(|own| field.is_some_and(|field| says_no_more(field, own, &value)));
        if !is_here {
            set.insert(name, value);
        }
    }
    set
}

/// Whether a value of the list tells the book nothing: it says the same, the same name, or a place around the one that is known.
fn says_no_more(field: AnyField, own: &Value, listed: &Value) -> bool {
    let region = |value: &Value| RegionCode::from_json(value).ok();
    match field {
        AnyField::Group(GroupField::Name) => own.as_str().map(key) == listed.as_str().map(key),
        AnyField::Member(MemberField::Name) => {
            let folded = |value: &Value| PersonName::from_json(value).map(|name| name.folded()).ok();
            folded(own) == folded(listed)
        }
        AnyField::Member(MemberField::Region) | AnyField::Group(GroupField::Region) => {
            region(listed).zip(region(own)).is_some_and(|(listed, own)| listed.contains(own))
        }
        AnyField::Member(MemberField::Rt | MemberField::Rw) | AnyField::Group(GroupField::Rt | GroupField::Rw) => {
            let number = |value: &Value| value.as_str().and_then(|text| text.parse::<u32>().ok());
            number(own) == number(listed)
        }
        // "Another" is what a list is taken to say where its word is not known.
        AnyField::Group(GroupField::Business) => own == listed || *listed == Business::Other.to_json(),
        _ => is_alike(field, own, listed),
    }
}
