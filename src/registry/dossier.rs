//! A group with all that belongs to it, read from its records once and kept until one of them changes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde_json::Value;

use super::recap::{self, Told};
use crate::domain::{Count, Date, FieldValue, Id, Nik, Programme, Role, fold, region};
use crate::history::{Fold, Record, Stamp};
use crate::kinds::{
    Belongs, FieldRef, Group, GroupProblem, KindId, Member, MemberProblem, Recap, Rule, ValueType, check_composition,
    check_group, check_member, kind_of,
};
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
    pub field: FieldRef,
    /// The values with the stamps that set them, the one shown meanwhile first.
    pub values: Vec<(Stamp, Value)>,
}

/// The values of a record of any kind, read one by one when they are asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Other {
    /// Its kind.
    pub kind: KindId,
    values: BTreeMap<String, Value>,
}

impl Other {
    /// The value of a field.
    pub fn value(&self, key: &str) -> Option<&Value> {
        self.values.get(key)
    }
}

/// What every record of a group has, whatever its kind.
#[derive(Clone, Copy, Debug)]
pub struct Head<'a> {
    /// Its kind.
    pub kind: KindId,
    /// Its id.
    pub id: Id,
    /// Fields with more than one value, until a person decides.
    pub conflicts: &'a [FieldConflict],
}

/// A group with its members and all other records that belong to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Dossier {
    /// The group's id.
    pub id: Id,
    /// The group; its record may not have arrived yet though its members have.
    pub group: Entry<Group, GroupProblem>,
    /// All members, officers first, then in the order of entry.
    pub members: Vec<Entry<Member, MemberProblem>>,
    /// The records of all other kinds that people type: kind by kind, each in the order of entry.
    pub others: Vec<Entry<Other, &'static Rule>>,
    /// Households (KK) of the members present: members with one family card count once.
    pub households: usize,
    /// How many members are present.
    pub present: usize,
    /// What is wrong with the group as its members make it.
    pub composition: Vec<GroupProblem>,
    /// What recaps of it that came in files say; it counts where no member is here.
    pub recap: Option<Told>,
    /// What the search goes through, made when it is first asked for.
    haystack: OnceLock<String>,
}

impl Dossier {
    /// Reads the records of one group's aggregate; `None` when nothing of it is left but what was erased.
    pub(super) fn read(id: Id, records: &[&Record], today: Date) -> Option<Self> {
        let live: Vec<&Record> = records.iter().copied().filter(|record| !record.is_erased()).collect();
        let group = live.iter().find(|record| record.kind() == Group::KIND);
        let is_member = |record: &&&Record| record.kind() == Member::KIND;
        let is_erased = records.iter().any(|record| record.kind() == Group::KIND && record.is_erased());
        let has_member = live.iter().any(|record| is_member(&record));
        let told = if is_erased { None } else { recap::told(id, records, today) };
        let told = told.map(|told| Told { counts: told.knows_more && !has_member, ..told });
        let others = read_others(&live, today);
        if group.is_none() && !has_member {
            if let Some(told) = told.clone().filter(|told| told.counts) {
                return Some(Self::of_recap(id, told, others, today));
            }
            if others.is_empty() {
                return None;
            }
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
        let counting = told.as_ref().filter(|told| told.counts).map(|told| &told.best.recap);
        let count = |count: fn(&Recap) -> Option<Count>| Some(counting.and_then(count)?.get() as usize);
        Some(Self {
            id,
            households: count(|recap| recap.households).unwrap_or_else(|| households(&present)),
            present: count(|recap| recap.members).unwrap_or(present.len()),
            composition: if counting.is_some() { Vec::new() } else { check_composition(&group.value, &present) },
            recap: told,
            haystack: OnceLock::new(),
            group,
            members,
            others,
        })
    }

    /// A group of which only a recap is here.
    fn of_recap(id: Id, told: Told, others: Vec<Entry<Other, &'static Rule>>, today: Date) -> Self {
        // A recap's fields are named as the group's are.
        let mut group = read_group(id, &told.best.record, today);
        group.problems.clear();
        group.conflicts.clear();
        let count = |count: Option<Count>| count.map_or(0, |count| count.get() as usize);
        Self {
            id,
            households: count(told.best.recap.households),
            present: count(told.best.recap.members),
            composition: Vec::new(),
            recap: Some(Told { is_alone: true, ..told }),
            haystack: OnceLock::new(),
            group,
            members: Vec::new(),
            others,
        }
    }

    /// Whether nothing but a recap is here: no member, and nothing to edit.
    pub fn is_recap_alone(&self) -> bool {
        self.recap.as_ref().is_some_and(|told| told.is_alone)
    }

    /// What recaps say that the records here do not: they count in place of them, or know more and have other numbers.
    pub fn news_of_recaps(&self) -> Option<&Told> {
        let households = |told: &Told| told.best.recap.households.map(|count| count.get() as usize);
        let differs = |told: &&Told| told.knows_more && households(told) != Some(self.households);
        self.recap.as_ref().filter(|told| told.counts || differs(told))
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

    /// All records of it, the group first and then its members: what works over any kind goes through these.
    pub fn heads(&self) -> impl Iterator<Item = Head<'_>> {
        let group = [Head { kind: KindId::Group, id: self.group.id, conflicts: &self.group.conflicts }];
        let members = self.members.iter().map(|it| Head { kind: KindId::Member, id: it.id, conflicts: &it.conflicts });
        let others = self.others.iter().map(|it| Head { kind: it.value.kind, id: it.id, conflicts: &it.conflicts });
        group.into_iter().chain(members).chain(others)
    }

    /// The record of this id that is neither the group nor a member.
    pub fn other(&self, id: Id) -> Option<&Entry<Other, &'static Rule>> {
        self.others.iter().find(|other| other.id == id)
    }

    /// The records of a kind that is neither the group nor its members, in the order of entry.
    pub fn of_kind(&self, kind: KindId) -> impl DoubleEndedIterator<Item = &Entry<Other, &'static Rule>> {
        self.others.iter().filter(move |other| other.value.kind == kind)
    }

    /// Fields in conflict, in the group and in all that belongs to it.
    pub fn conflict_count(&self) -> usize {
        self.heads().map(|head| head.conflicts.len()).sum()
    }

    /// Whether something that belongs in a whole record is not filled in.
    pub fn is_incomplete(&self) -> bool {
        !self.group.problems.is_empty()
            || !self.composition.is_empty()
            || self.members.iter().any(|member| member.problems.iter().any(|problem| problem.is_gap()))
            || self.others.iter().any(|other| other.problems.iter().any(|rule| rule.is_gap))
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
    read_group(id, &Record::new(id.to_string(), Group::KIND, Vec::new()), today)
}

fn read_member(id: Id, record: &Record, programme: Option<Programme>, today: Date) -> Entry<Member, MemberProblem> {
    let fold = record.fold();
    let (value, unfit) = Member::read(|key| fold.value(key));
    let mut problems = check_member(&value, programme, today);
    problems.extend(unfit.into_iter().map(|(field, fault)| MemberProblem::Unfit(field, fault)));
    entry(id, record, &fold, value, problems)
}

/// The records of all kinds that people type and that have no reading of their own.
fn read_others(live: &[&Record], today: Date) -> Vec<Entry<Other, &'static Rule>> {
    let is_of_group = |record: &&&Record| {
        let kind = kind_of(record.kind());
        kind.is_some_and(|kind| kind.belongs == Belongs::Group && kind.id != KindId::Member)
    };
    let mut others: Vec<_> = live.iter().filter(is_of_group).filter_map(|record| read_other(record, today)).collect();
    if !others.is_sorted_by_key(|other| (other.value.kind, other.first)) {
        others.sort_by_key(|other| (other.value.kind, other.first));
    }
    others
}

/// A record of a kind that people type and that has no reading of its own.
pub(super) fn read_other(record: &Record, today: Date) -> Option<Entry<Other, &'static Rule>> {
    let kind = kind_of(record.kind()).filter(|kind| kind.is_typed)?;
    let id = Id::parse(record.id()).ok()?;
    let fold = record.fold();
    let mut values = BTreeMap::new();
    for field in kind.fields() {
        values.extend(fold.value(field.key()).map(|value| (field.key().to_owned(), value.clone())));
    }
    let problems = (kind.check)(&|key| fold.value(key), today);
    Some(entry(id, record, &fold, Other { kind: kind.id, values }, problems))
}

fn entry<T, P>(id: Id, record: &Record, fold: &Fold, value: T, problems: Vec<P>) -> Entry<T, P> {
    let mut conflicts = Vec::new();
    for conflict in &fold.conflicts {
        if let Some(field) = FieldRef::of(record.kind(), conflict.field) {
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
    if let (Some(business), ValueType::Choice(choice)) = (group.business, Group::BUSINESS.value_type()) {
        choice.spoken(business.code()).into_iter().for_each(&mut piece);
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
