//! What of a list is not in the book yet, as records.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::group_name::key;
use super::matching::{Index, Known, members};
use super::problem::Reason;
use super::rows::{Block, Reading, Row, is_alike, is_around, share};
use crate::domain::{Business, FieldValue, Id, PersonName, RegionCode};
use crate::history::{Change, Fields, Record, Stamp};
use crate::kinds::{FieldRef, Group, Member};
use crate::registry::{Aggregate, Dossier, Registry};

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
    /// People who were deleted for good from groups to which the list adds somebody. Of them is known that they were, and not
    /// who: somebody of the list may be one.
    pub erased: usize,
}

/// Works out the records. Changes nothing, and leaves no group without a row that is taken.
///
/// A group is one of the book with the same name whose place and year do not say otherwise. Who is in another group
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
    for row in rows.iter_mut().filter(|row| row.left_out.is_none() && row.aside.is_none()) {
        if let Some(own) = row.block.and_then(|at| of_block.get_mut(at)) {
            own.push(row);
        }
    }
    let mut planned = Planned::default();
    let mut met = BTreeSet::new();
    for (block, rows) in blocks.iter().zip(of_block) {
        let here = match here(named.get(&block.key).map_or(&[][..], Vec::as_slice), block) {
            Ok(here) => here,
            Err(reason) => {
                for row in rows {
                    row.left_out = Some(reason.clone());
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
        let set = differing(record, Group::KIND, group_fields(block, record));
        self.note(Group::KIND, id, here.map(|dossier| &dossier.group.heads), set, stamp);
        self.new_groups += usize::from(here.is_none());
        let before = self.new_members;
        for (mut fields, person) in people {
            if let Some(entry) = person.and_then(|person| here?.member(person)) {
                let set = differing(registry.record(&entry.id.to_string()), Member::KIND, fields);
                self.note(Member::KIND, entry.id, Some(&entry.heads), set, stamp);
            } else {
                self.new_members += 1;
                fields.insert(Member::GROUP.key(), id.to_json());
                self.note(Member::KIND, new_id(), None, fields, stamp);
            }
        }
        if let Some(here) = here.filter(|_| self.new_members > before) {
            self.erased += erased(registry, here.id);
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

/// The group of the book that a block is, of those of its name: neither place nor year says that they are two. One of another
/// village of the kecamatan is another where the list says where its groups are; else a person is asked.
fn here<'a>(named: &[&'a Dossier], block: &Block) -> Result<Option<&'a Dossier>, Reason> {
    let is_of_year = |dossier: &&&Dossier| {
        let year = dossier.group.value.year;
        year.is_none() || block.year().is_none() || year == block.year()
    };
    let of_year: Vec<&Dossier> = named.iter().filter(is_of_year).copied().collect();
    let is_there = |dossier: &&Dossier| is_around(dossier.group.value.region, block.region());
    let is_near = |dossier: &&Dossier| share(dossier.group.value.region, block.region());
    let there: Vec<&Dossier> = of_year.iter().copied().filter(is_there).collect();
    let near: Vec<&Dossier> = of_year.into_iter().filter(is_near).collect();
    let like = match (there.is_empty(), block.is_apart) {
        (false, _) => there,
        (true, Some(true)) => Vec::new(),
        (true, Some(false)) => near,
        (true, None) if near.is_empty() => Vec::new(),
        (true, None) => return Err(Reason::SameName),
    };
    match like[..] {
        [] => Ok(None),
        [one] => Ok(Some(one)),
        _ => Err(Reason::GroupAmbiguous),
    }
}

/// How many people were deleted for good from a group.
fn erased(registry: &Registry, group: Id) -> usize {
    let is_person = |record: &&Record| record.kind() == Member::KIND && record.is_erased();
    registry.records_at(Aggregate::Group(group)).filter(is_person).count()
}

fn name_of(registry: &Registry, group: Id) -> String {
    let name = registry.dossier(group).and_then(|dossier| dossier.group.value.name.as_ref());
    name.map(FieldValue::text).unwrap_or_default()
}

/// Its values. Where its members live, which is in one kecamatan (Permensos 2/2019 Pasal 3(1)), is told only if the book has
/// no region of it.
fn group_fields(block: &Block, record: Option<&Record>) -> Fields {
    let mut fields = block.fields.clone();
    let own = record.and_then(|record| record.value(Group::REGION.key())).filter(|value| !value.is_null());
    let is_told = block.is_own_region || own.is_none();
    if let Some(region) = block.region().filter(|region| is_told && region.parent().is_some()) {
        fields.insert(Group::REGION.key(), region.to_json());
    }
    fields
}

/// What of the values is missing in the record or differs there.
fn differing(record: Option<&Record>, kind: &str, fields: Fields) -> Fields {
    let mut set = Fields::new();
    for (name, value) in fields {
        let own = record.and_then(|record| record.value(&name)).filter(|value| !value.is_null());
        let field = FieldRef::of(kind, &name);
        let is_here = own.is_some_and(|own| field.is_some_and(|field| says_no_more(field, own, &value)));
        if !is_here {
            set.insert(name, value);
        }
    }
    set
}

/// Whether a value of the list tells the book nothing: it says the same, the same name, or a place around the one that is known.
fn says_no_more(field: FieldRef, own: &Value, listed: &Value) -> bool {
    let region = |value: &Value| RegionCode::from_json(value).ok();
    match field {
        Group::NAME => own.as_str().map(key) == listed.as_str().map(key),
        Member::NAME => {
            let folded = |value: &Value| PersonName::from_json(value).map(|name| name.folded()).ok();
            folded(own) == folded(listed)
        }
        Member::REGION | Group::REGION => {
            region(listed).zip(region(own)).is_some_and(|(listed, own)| listed.contains(own))
        }
        Member::RT | Member::RW | Group::RT | Group::RW => {
            let number = |value: &Value| value.as_str().and_then(|text| text.parse::<u32>().ok());
            number(own) == number(listed)
        }
        // "Another" is what a list is taken to say where its word is not known.
        Group::BUSINESS => own == listed || *listed == Business::Other.to_json(),
        _ => is_alike(field, own, listed),
    }
}
