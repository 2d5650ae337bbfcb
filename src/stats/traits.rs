//! What is asked of each group or member, and the answers there are.
//!
//! To add one: a variant of [`Trait`], its answers, and where they stand in a record; its words are in `i18n`.

use crate::domain::{
    Area, Business, Count, Date, FieldValue, Programme, Schooling, Sex, Stage, Status, WelfareData, YesNo,
};
use crate::kinds::{Condition, KindId, Member, Recap, Visit};
use crate::registry::Dossier;
use crate::search::Filter;

/// What is asked of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trait {
    /// The kind of business of a group.
    Business,
    /// The stage of growth of a group.
    Stage,
    /// Whether a group still works.
    Status,
    /// The programme that a group was formed under.
    Programme,
    /// Whether a group lies in a town, a village or on the coast.
    Area,
    /// How long ago a group was visited last.
    Visited,
    /// Whether its business was found running at the last visit.
    Found,
    /// Women and men among the members.
    Sex,
    /// The ages of the members.
    Age,
    /// Their highest schooling.
    Schooling,
    /// Their welfare deciles.
    Decile,
    /// Where their families are found in the welfare data.
    Welfare,
    /// Whether they live with a disability.
    Disability,
}

/// An answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A kind of business.
    Business(Business),
    /// A stage.
    Stage(Stage),
    /// A status.
    Status(Status),
    /// A programme.
    Programme(Programme),
    /// A kind of area.
    Area(Area),
    /// A last visit so many days ago: from one on, to another, or without end.
    Visited(i64, Option<i64>),
    /// No visit at all.
    NeverVisited,
    /// What was found at the last visit.
    Found(Condition),
    /// A sex.
    Sex(Sex),
    /// Ages from one on, in whole years, to another, or without end.
    Age(i32, Option<i32>),
    /// A schooling.
    Schooling(Schooling),
    /// Welfare deciles, from one to another.
    Deciles(u8, u8),
    /// Welfare data.
    Welfare(WelfareData),
    /// With a disability, or without.
    Disability(YesNo),
}

/// The ages of a recap: from, and to.
const AGES: [(i32, Option<i32>); 6] =
    [(0, Some(17)), (18, Some(29)), (30, Some(39)), (40, Some(49)), (50, Some(59)), (60, None)];

/// How long ago a visit may be, in days: from, and to. A group is visited each quarter (programme notes A3).
const VISITED: [(i64, Option<i64>); 4] = [(0, Some(30)), (31, Some(90)), (91, Some(180)), (181, None)];

/// To the first four deciles most aid goes, and a recap counts them.
const DECILES: [(u8, u8); 2] = [(1, 4), (5, 10)];

impl Trait {
    /// All.
    pub const ALL: [Self; 13] = [
        Self::Business,
        Self::Stage,
        Self::Status,
        Self::Programme,
        Self::Area,
        Self::Visited,
        Self::Found,
        Self::Sex,
        Self::Age,
        Self::Schooling,
        Self::Decile,
        Self::Welfare,
        Self::Disability,
    ];

    /// Whether members are counted, and not groups.
    pub fn is_of_members(self) -> bool {
        matches!(self, Self::Sex | Self::Age | Self::Schooling | Self::Decile | Self::Welfare | Self::Disability)
    }

    /// Whether its answers have no order of their own: then those that are given stand by how many gave them.
    pub fn is_list(self) -> bool {
        matches!(self, Self::Business | Self::Programme)
    }

    /// All answers there are.
    pub fn answers(self) -> Vec<Answer> {
        fn each<T: Copy>(all: &[T], answer: impl Fn(T) -> Answer) -> Vec<Answer> {
            all.iter().copied().map(answer).collect()
        }
        match self {
            Self::Business => each(Business::ALL, Answer::Business),
            Self::Stage => each(Stage::ALL, Answer::Stage),
            Self::Status => each(Status::ALL, Answer::Status),
            Self::Programme => each(Programme::ALL, Answer::Programme),
            Self::Area => each(Area::ALL, Answer::Area),
            Self::Visited => {
                let mut all = each(&VISITED, |(from, to)| Answer::Visited(from, to));
                all.push(Answer::NeverVisited);
                all
            }
            Self::Found => each(Condition::ALL, Answer::Found),
            Self::Sex => each(&[Sex::Female, Sex::Male], Answer::Sex),
            Self::Age => each(&AGES, |(from, to)| Answer::Age(from, to)),
            Self::Schooling => each(Schooling::ALL, Answer::Schooling),
            Self::Decile => each(&DECILES, |(from, to)| Answer::Deciles(from, to)),
            Self::Welfare => each(WelfareData::ALL, Answer::Welfare),
            Self::Disability => each(&[YesNo(true), YesNo(false)], Answer::Disability),
        }
    }

    /// The answer of a group.
    pub(super) fn of_group(self, dossier: &Dossier, today: Date) -> Option<Answer> {
        let group = &dossier.group.value;
        match self {
            Self::Business => group.business.map(Answer::Business),
            Self::Stage => group.stage.map(Answer::Stage),
            Self::Status => group.status.map(Answer::Status),
            Self::Programme => group.programme.map(Answer::Programme),
            Self::Area => group.area.map(Answer::Area),
            // Of a group of which only a recap is here, nobody has sent the visits.
            Self::Visited | Self::Found if dossier.recap.as_ref().is_some_and(|told| told.counts) => None,
            Self::Visited => Some(last_visit(dossier, today).map_or(Answer::NeverVisited, |(date, _)| {
                let ago = date.days_until(today);
                let is_in = |(from, to): &&(i64, Option<i64>)| *from <= ago && to.is_none_or(|to| ago <= to);
                VISITED.iter().find(is_in).map_or(Answer::NeverVisited, |(from, to)| Answer::Visited(*from, *to))
            })),
            Self::Found => last_visit(dossier, today).and_then(|(_, found)| found).map(Answer::Found),
            _ => None,
        }
    }

    /// The answer of a member.
    pub(super) fn of_member(self, member: &Member, today: Date) -> Option<Answer> {
        match self {
            Self::Sex => member.sex.map(Answer::Sex),
            Self::Age => {
                let age = member.birth_date?.likely_age_on(today)?;
                let is_in = |(from, to): &&(i32, Option<i32>)| *from <= age && to.is_none_or(|to| age <= to);
                AGES.iter().find(is_in).map(|(from, to)| Answer::Age(*from, *to))
            }
            Self::Schooling => member.schooling.map(Answer::Schooling),
            Self::Decile => {
                let decile = member.decile?.get();
                let is_in = |(from, to): &&(u8, u8)| (*from..=*to).contains(&decile);
                DECILES.iter().find(is_in).map(|(from, to)| Answer::Deciles(*from, *to))
            }
            Self::Welfare => member.welfare_data.map(Answer::Welfare),
            Self::Disability => member.disability.map(Answer::Disability),
            _ => None,
        }
    }
}

/// The days of the visits to a group, none of a day that is still to come.
pub(super) fn visits(dossier: &Dossier, today: Date) -> impl Iterator<Item = (Date, Option<Condition>)> {
    let visits = dossier.others.iter().filter(|other| other.value.kind == KindId::Visit);
    visits.filter_map(move |visit| {
        let date = Date::from_json(visit.value.value(Visit::DATE.key())?).ok().filter(|date| *date <= today)?;
        let found = visit.value.value(Visit::CONDITION.key()).and_then(|found| Condition::from_json(found).ok());
        Some((date, found))
    })
}

/// The last of them, and what was found.
fn last_visit(dossier: &Dossier, today: Date) -> Option<(Date, Option<Condition>)> {
    visits(dossier, today).max_by_key(|(date, _)| *date)
}

impl Answer {
    /// How many a recap says gave it.
    pub(super) fn in_recap(self, recap: &Recap) -> Option<Count> {
        match self {
            Self::Sex(Sex::Female) => recap.women,
            Self::Sex(Sex::Male) => recap.men,
            Self::Age(0, _) => recap.age_under_18,
            Self::Age(18, _) => recap.age_18_29,
            Self::Age(30, _) => recap.age_30_39,
            Self::Age(40, _) => recap.age_40_49,
            Self::Age(50, _) => recap.age_50_59,
            Self::Age(60, _) => recap.age_60_up,
            Self::Deciles(1, 4) => recap.poorest_four,
            Self::Welfare(WelfareData::Dtsen) => recap.dtsen,
            Self::Welfare(WelfareData::Dtks) => recap.dtks,
            Self::Welfare(WelfareData::Bdt) => recap.bdt,
            Self::Welfare(WelfareData::Absent) => recap.absent,
            _ => None,
        }
    }

    /// The groups that gave it, as the list shows them.
    pub(super) fn behind(self, within: Filter) -> Option<Filter> {
        match self {
            Self::Status(status) => Some(Filter { status: Some(status), ..within }),
            Self::Programme(programme) => Some(Filter { programme: Some(programme), ..within }),
            Self::Stage(stage) => Some(within.with(|further| further.stage = Some(stage))),
            _ => None,
        }
    }
}
