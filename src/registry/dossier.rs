//! A group with its members, read from their records once and kept until one of them changes.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use serde_json::Value;

use super::recap;
use crate::domain::{
    AnyField, Count, Date, Field, FieldValue, Group, GroupField, GroupProblem, Id, Member, MemberField, MemberProblem,
    Nik, Programme, Recap, RecapField, Role, check_composition, check_group, check_member, fold, region,
};
use crate::history::{Fold, Record, Stamp};
use crate::order::by_text;

/// A record read as a value of its kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry<T, P> {
    /// The record's id.
    pub id: Id,
    /// What it reads as now.
    pub value: T,
    /// What a form that opens now is made on top of.
    pub heads: Vec<Stamp>,
    /// Fields with more than one value, until a person decides.
    pub conflicts: Vec<FieldConflict>,
    /// What is wrong with it.
    pub problems: Vec<P>,
    /// The record's first change.
    pub first: Stamp,
    /// The record's last change.
    pub latest: Stamp,
}

/// A field with more than one value.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldConflict {
    /// The field.
    pub field: AnyField,
    /// The values with the stamps that set them, the one shown meanwhile first.
    pub values: Vec<(Stamp, Value)>,
}

/// A group and its members.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    /// The group's id.
    pub id: Id,
    /// The group; its record may not have arrived yet though its members have.
    pub group: Entry<Group, GroupProblem>,
    /// All members, officers first, then in the order of entry.
    pub members: Vec<Entry<Member, MemberProblem>>,
    /// Households (KK) of the members present: members with one family card count once.
    pub households: usize,
    /// How many members are present.
    pub present: usize,
    /// What is wrong with the group as its members make it.
    pub composition: Vec<GroupProblem>,
    /// A recap that knows more than the group's records here, or stands for them where there are none.
    pub recap: Option<Recap>,
    /// What the search goes through, made when it is first asked for.
    haystack: OnceLock<String>,
}

impl Dossier {
    /// Reads the records of one group's home; `None` when nothing of it is left but what was erased.
    pub(super) fn read(id: Id, records: &[&Record], today: Date) -> Option<Self> {
        let live: Vec<&Record> = records.iter().copied().filter(|record| !record.is_erased()).collect();
        let group = live.iter().find(|record| record.kind() == GroupField::KIND);
        let is_member = |record: &&&Record| record.kind() == MemberField::KIND;
        let is_erased = records.iter().any(|record| record.kind() == GroupField::KIND && record.is_erased());
        let newest = recap::newest(records.iter().copied());
        let come = recap::read(live.iter().copied()).filter(|(_, at)| !is_erased && newest.is_none_or(|own| own < *at));
        if group.is_none() && !live.iter().any(|record| is_member(&record)) {
            return come.and_then(|(recap, _)| Self::of_recap(id, recap, &live, today));
        }
        let group = group.map_or_else(|| absent_group(id, today), |record| read_group(id, record, today));
        let rank = |member: &Entry<Member, MemberProblem>| {
            let role = Role::ALL.iter().position(|role| Some(*role) == member.value.role);
            (role.unwrap_or(Role::ALL.len() - 1), member.first)
        };
        let mut members: Vec<Entry<Member, MemberProblem>> = Vec::with_capacity(live.len());
        for record in live.iter().filter(is_member) {
            if let Ok(id) = Id::parse(record.id()) {
                members.push(read_member(id, record, group.value.programme, today));
            }
        }
        // Mostly they were entered in this order.
        if !members.is_sorted_by_key(rank) {
            members = by_text(members, |member| {
                let (role, first) = rank(member);
                format!("{role}{first}")
            });
        }
        mark_twins(&mut members, today);

        let present: Vec<&Member> =
            members.iter().map(|member| &member.value).filter(|member| member.is_present(today)).collect();
        let recap = come.map(|(recap, _)| recap);
        let count = |count: fn(&Recap) -> Option<Count>| Some(recap.as_ref().and_then(count)?.get() as usize);
        Some(Self {
            id,
            households: count(|recap| recap.households).unwrap_or_else(|| households(&present)),
            present: count(|recap| recap.members).unwrap_or(present.len()),
            composition: check_composition(&group.value, &present),
            recap,
            haystack: OnceLock::new(),
            group,
            members,
        })
    }

    /// A group of which only a recap is here.
    fn of_recap(id: Id, recap: Recap, live: &[&Record], today: Date) -> Option<Self> {
        let record = live.iter().find(|record| record.kind() == RecapField::KIND)?;
        // A recap's fields are named as the group's are.
        let mut group = read_group(id, record, today);
        group.problems.clear();
        Some(Self {
            id,
            households: recap.households.map_or(0, |count| count.get() as usize),
            present: recap.members.map_or(0, |count| count.get() as usize),
            composition: Vec::new(),
            recap: Some(recap),
            haystack: OnceLock::new(),
            group,
            members: Vec::new(),
        })
    }

    /// Whether nothing but a recap is here: no member, and nothing to edit.
    pub fn is_recap_alone(&self) -> bool {
        self.recap.is_some() && self.members.is_empty()
    }

    /// Households of the members who are present on a day.
    pub(super) fn households_on(&self, day: Date) -> usize {
        let all = self.members.iter().map(|member| &member.value);
        households(&all.filter(|member| member.is_present(day)).collect::<Vec<_>>())
    }

    /// The member of this id.
    pub fn member(&self, id: Id) -> Option<&Entry<Member, MemberProblem>> {
        self.members.iter().find(|member| member.id == id)
    }

    /// Names, places and the like for searching, folded, one piece a line: the group's line first, its name before a tab, then
    /// one per member.
    pub fn haystack(&self) -> &str {
        self.haystack.get_or_init(|| haystack(&self.group.value, &self.members))
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

    /// The niks of its members who are present on a day, with the member: who left may come back.
    pub fn niks(&self, today: Date) -> impl Iterator<Item = (Nik, Id)> {
        let present = self.members.iter().filter(move |member| member.value.is_present(today));
        present.filter_map(|member| Some((member.value.nik?, member.id)))
    }
}

fn read_group(id: Id, record: &Record, today: Date) -> Entry<Group, GroupProblem> {
    let fold = record.fold();
    let (value, unfit) = Group::read(|key| fold.value(key));
    let mut problems = check_group(&value, today);
    problems.extend(unfit.into_iter().map(|(field, fault)| GroupProblem::Unfit(field, fault)));
    entry(id, record, &fold, value, problems)
}

fn absent_group(id: Id, today: Date) -> Entry<Group, GroupProblem> {
    read_group(id, &Record::new(id.to_string(), GroupField::KIND, Vec::new()), today)
}

fn read_member(id: Id, record: &Record, programme: Option<Programme>, today: Date) -> Entry<Member, MemberProblem> {
    let fold = record.fold();
    let (value, unfit) = Member::read(|key| fold.value(key));
    let mut problems = check_member(&value, programme, today);
    problems.extend(unfit.into_iter().map(|(field, fault)| MemberProblem::Unfit(field, fault)));
    entry(id, record, &fold, value, problems)
}

fn entry<T, P>(id: Id, record: &Record, fold: &Fold, value: T, problems: Vec<P>) -> Entry<T, P> {
    let mut conflicts = Vec::new();
    for conflict in &fold.conflicts {
        if let Some(field) = AnyField::of(record.kind(), conflict.field) {
            let values = conflict.values.iter().map(|(at, value)| (*at, (*value).clone())).collect();
            conflicts.push(FieldConflict { field, values });
        }
    }
    let stamps = || record.changes().iter().map(|change| change.at);
    let none = Stamp::none();
    Entry {
        id,
        value,
        heads: fold.heads.clone(),
        conflicts,
        problems,
        first: stamps().next().unwrap_or(none),
        latest: stamps().next_back().unwrap_or(none),
    }
}

/// Marks a NIK or a family card that two members of the group share.
fn mark_twins(members: &mut [Entry<Member, MemberProblem>], today: Date) {
    let present = || members.iter().map(|member| &member.value).filter(|member| member.is_present(today));
    let (niks, _) = repeated(present().filter_map(|member| Some(member.nik?.number())).collect());
    let (cards, _) = repeated(present().filter_map(|member| Some(member.card?.number())).collect());
    for member in members.iter_mut().filter(|member| member.value.is_present(today)) {
        if member.value.nik.is_some_and(|nik| niks.contains(&nik.number())) {
            member.problems.push(MemberProblem::NikTwice);
        }
        if member.value.card.is_some_and(|card| cards.contains(&card.number())) {
            member.problems.push(MemberProblem::CardTwice);
        }
    }
}

/// Those numbers that occur more than once, and how many different ones there are.
fn repeated(numbers: Vec<u64>) -> (BTreeSet<u64>, usize) {
    let (mut once, mut more) = (BTreeSet::new(), BTreeSet::new());
    for number in numbers {
        if !once.insert(number) {
            more.insert(number);
        }
    }
    (more, once.len())
}

/// Members with one family card are one household, each without a card is one.
fn households(present: &[&Member]) -> usize {
    let cards: Vec<u64> = present.iter().filter_map(|member| Some(member.card?.number())).collect();
    let without = present.len() - cards.len();
    without + repeated(cards).1
}

fn haystack(group: &Group, members: &[Entry<Member, MemberProblem>]) -> String {
    let mut text = String::new();
    if let Some(name) = &group.name {
        text.push_str(&fold(name.as_str()));
    }
    text.push('\t');
    let mut piece = |part: &str| {
        text.push_str(&fold(part));
        text.push(' ');
    };
    if let Some(facilitator) = &group.facilitator {
        piece(facilitator.as_str());
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
            text.push_str(&fold(&name.text()));
        }
        if let Some(nik) = member.value.nik {
            text.push(' ');
            text.push_str(&nik.text());
        }
    }
    text
}
