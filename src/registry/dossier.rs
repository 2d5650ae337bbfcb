//! A group with its members, read from their records once and kept until one of them changes.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::domain::{
    Date, Field, FieldValue, Group, GroupField, GroupProblem, Id, Member, MemberField, MemberProblem, Nik, Role,
    check_composition, check_group, check_member, region,
};
use crate::history::{Fold, Record, Stamp};

/// A record read as a value of its kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<T, F, P> {
    /// The record's id.
    pub id: Id,
    /// What it reads as now.
    pub value: T,
    /// What a form that opens now is made on top of.
    pub heads: Vec<Stamp>,
    /// Fields with more than one value, until a person decides.
    pub conflicts: Vec<FieldConflict<F>>,
    /// What is wrong with it.
    pub problems: Vec<P>,
    /// The record's first change.
    pub first: Stamp,
    /// The record's last change.
    pub latest: Stamp,
}

/// A field with more than one value.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldConflict<F> {
    /// The field.
    pub field: F,
    /// The values with the stamps that set them, the one shown meanwhile first.
    pub values: Vec<(Stamp, Value)>,
}

/// A group and its members.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    /// The group's id.
    pub id: Id,
    /// The group; its record may not have arrived yet though its members have.
    pub group: Entry<Group, GroupField, GroupProblem>,
    /// All members, officers first, then in the order of entry.
    pub members: Vec<Entry<Member, MemberField, MemberProblem>>,
    /// Households (KK) of the members present: members with one family card count once.
    pub households: usize,
    /// How many members are present.
    pub present: usize,
    /// What is wrong with the group as its members make it.
    pub composition: Vec<GroupProblem>,
    /// Names, places and the like for searching, folded, one piece a line: the group's line first, then one per member.
    pub haystack: String,
}

impl Dossier {
    /// Reads the records of one group's home; `None` when nothing of it is left but what was erased.
    pub(super) fn read<'a>(id: Id, records: impl Iterator<Item = &'a Record>, today: Date) -> Option<Self> {
        let mut group = None;
        let mut members = Vec::new();
        for record in records.filter(|record| !record.is_erased()) {
            if record.kind() == GroupField::KIND {
                group = Some(read_group(id, record, today));
            } else if record.kind() == MemberField::KIND {
                members.push(record);
            }
        }
        if group.is_none() && members.is_empty() {
            return None;
        }
        let group = group.unwrap_or_else(|| absent_group(id, today));
        let programme = group.value.programme;
        let mut members: Vec<_> = members
            .into_iter()
            .filter_map(|record| {
                Some(read_member(Id::parse(record.id()).ok()?, record, |member| check_member(member, programme, today)))
            })
            .collect();
        members.sort_by_key(|member| (member.value.role.unwrap_or(Role::Member), member.first));
        mark_twins(&mut members);

        let present: Vec<&Member> =
            members.iter().map(|member| &member.value).filter(|member| member.is_present(today)).collect();
        Some(Self {
            id,
            households: households(&present),
            present: present.len(),
            composition: check_composition(&group.value, &present),
            haystack: haystack(&group.value, &members),
            group,
            members,
        })
    }

    /// The member of this id.
    pub fn member(&self, id: Id) -> Option<&Entry<Member, MemberField, MemberProblem>> {
        self.members.iter().find(|member| member.id == id)
    }

    /// Fields in conflict, in the group and in its members.
    pub fn conflict_count(&self) -> usize {
        self.group.conflicts.len() + self.members.iter().map(|member| member.conflicts.len()).sum::<usize>()
    }

    /// Whether something that belongs in a whole record is not filled in.
    pub fn is_incomplete(&self) -> bool {
        !self.group.problems.is_empty()
            || !self.composition.is_empty()
            || self.members.iter().any(|member| member.problems.iter().any(|problem| problem.is_gap()))
    }

    /// The niks of its members, with the member.
    pub fn niks(&self) -> impl Iterator<Item = (Nik, Id)> {
        self.members.iter().filter_map(|member| Some((member.value.nik?, member.id)))
    }
}

fn read_group(id: Id, record: &Record, today: Date) -> Entry<Group, GroupField, GroupProblem> {
    let fold = record.fold();
    let (value, unfit) = Group::read(|key| fold.value(key));
    let mut problems = check_group(&value, today);
    problems.extend(unfit.into_iter().map(|(field, fault)| GroupProblem::Unfit(field, fault)));
    entry(id, record, &fold, value, problems)
}

fn absent_group(id: Id, today: Date) -> Entry<Group, GroupField, GroupProblem> {
    read_group(id, &Record::new(id.to_string(), GroupField::KIND, Vec::new()), today)
}

fn read_member(
    id: Id,
    record: &Record,
    check: impl Fn(&Member) -> Vec<MemberProblem>,
) -> Entry<Member, MemberField, MemberProblem> {
    let fold = record.fold();
    let (value, unfit) = Member::read(|key| fold.value(key));
    let mut problems = check(&value);
    problems.extend(unfit.into_iter().map(|(field, fault)| MemberProblem::Unfit(field, fault)));
    entry(id, record, &fold, value, problems)
}

fn entry<T, F: Field, P>(id: Id, record: &Record, fold: &Fold, value: T, problems: Vec<P>) -> Entry<T, F, P> {
    let owned = |(at, value): &(Stamp, &Value)| (*at, (*value).clone());
    let conflicts = fold.conflicts.iter().filter_map(|(key, conflict)| {
        Some(FieldConflict { field: F::from_key(key)?, values: conflict.values.iter().map(owned).collect() })
    });
    let stamps = || record.changes().iter().map(|change| change.at);
    let none = Stamp::none();
    Entry {
        id,
        value,
        heads: fold.heads.clone(),
        conflicts: conflicts.collect(),
        problems,
        first: stamps().next().unwrap_or(none),
        latest: stamps().next_back().unwrap_or(none),
    }
}

/// Marks a NIK or a family card that two members of the group share.
fn mark_twins(members: &mut [Entry<Member, MemberField, MemberProblem>]) {
    let niks = repeated(members.iter().filter_map(|member| member.value.nik));
    let cards = repeated(members.iter().filter_map(|member| member.value.card));
    for member in members {
        if member.value.nik.is_some_and(|nik| niks.contains(&nik)) {
            member.problems.push(MemberProblem::NikTwice);
        }
        if member.value.card.is_some_and(|card| cards.contains(&card)) {
            member.problems.push(MemberProblem::CardTwice);
        }
    }
}

fn repeated<T: Ord + Copy>(values: impl Iterator<Item = T>) -> BTreeSet<T> {
    let mut seen = BTreeSet::new();
    values.filter(|value| !seen.insert(*value)).collect()
}

fn households(present: &[&Member]) -> usize {
    let mut cards: Vec<_> = present.iter().filter_map(|member| member.card).collect();
    let without = present.len() - cards.len();
    cards.sort_unstable();
    cards.dedup();
    without + cards.len()
}

fn haystack(group: &Group, members: &[Entry<Member, MemberField, MemberProblem>]) -> String {
    let mut text = String::new();
    let mut piece = |part: &str| {
        text.push_str(&crate::domain::fold(part));
        text.push(' ');
    };
    for part in [&group.name.as_ref().map(ToString::to_string), &group.facilitator.as_ref().map(ToString::to_string)]
        .into_iter()
        .flatten()
    {
        piece(part);
    }
    for part in group.business_name.iter().chain(&group.address) {
        piece(&part.text());
    }
    let mut place = group.region.and_then(region::find);
    while let Some(here) = place.filter(|here| here.code.parent().is_some()) {
        piece(here.name);
        place = here.parent();
    }
    for member in members {
        text.push('\n');
        if let Some(name) = &member.value.name {
            text.push_str(&crate::domain::fold(&name.text()));
        }
        if let Some(nik) = member.value.nik {
            text.push(' ');
            text.push_str(&nik.text());
        }
    }
    text
}
