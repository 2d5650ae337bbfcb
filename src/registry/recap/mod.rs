//! The recap of a group: counted from its records, or come in a file.
//!
//! A recap is stamped by its maker at its making, and names what it was counted from, so that any order of files comes to the
//! same one (`told`). Ages are counted as of the day of making.

mod told;

use serde_json::Value;

pub(super) use told::told;
pub use told::{Counted, Told};

use super::aggregate::Aggregate;
use super::claims::reduced;
use super::dossier::Dossier;
use super::index::Registry;
use crate::domain::{Date, FieldValue, Id, Sex, WelfareData};
use crate::history::{Change, Fields, Record, Stamp};
use crate::kinds::{FieldRef, Group, Member, Recap};
use told::known;

/// Samarinda's clock, eight hours ahead of UTC: by which day a stamp falls on.
const WITA_MS: u64 = 8 * 3_600_000;
const DAY_MS: u64 = 86_400_000;

impl Registry {
    /// What a recap of the whole book holds, made now: of each group its summary, or the erase of one that was erased.
    pub fn recaps(&self, at: Stamp) -> Vec<Record> {
        self.aggregates()
            .filter_map(|aggregate| if let Aggregate::Group(id) = aggregate { self.recap(id, at) } else { None })
            .collect()
    }

    fn recap(&self, id: Id, at: Stamp) -> Option<Record> {
        let own = self.record(&id.to_string());
        if let Some(erased) = own.filter(|record| record.is_erased()) {
            return Some(reduced(erased.clone()));
        }
        let dossier = self.dossier(id)?;
        let told = dossier.recap.as_ref();
        // What came in a file and knows more than what is here is passed on, and what contradicts it, too.
        let come = told.into_iter().filter(|told| told.knows_more).flat_map(|told| {
            told.against.iter().chain([&told.best]).flat_map(|one| one.record.changes().iter().cloned())
        });
        let own = (!told.is_some_and(|told| told.counts)).then(|| summary(dossier, at, self));
        Some(Record::new(summary_id(id).to_string(), Recap::KIND, come.chain(own).collect()))
    }
}

/// The id of the summary of a group: another than the group's, and the same wherever it is made.
pub(super) fn summary_id(group: Id) -> Id {
    Id::derived("summary", &[group])
}

fn summary(dossier: &Dossier, at: Stamp, registry: &Registry) -> Change {
    let as_of = registry.today();
    let present: Vec<&Member> = dossier.members.iter().map(|member| &member.value).collect();
    let present: Vec<&Member> = present.into_iter().filter(|member| member.is_present(as_of)).collect();
    let households = dossier.households_on(as_of);
    let ages: Vec<i32> = present.iter().filter_map(|member| member.birth_date?.likely_age_on(as_of)).collect();
    let between = |from: i32, to: i32| ages.iter().filter(|age| (from..=to).contains(age)).count();
    let of_sex = |sex| present.iter().filter(|member| member.sex == Some(sex)).count();
    let found = |data| present.iter().filter(|member| member.welfare_data == Some(data)).count();
    let poorest = present.iter().filter(|member| member.decile.is_some_and(|decile| decile.get() <= 4)).count();
    let counts = [
        (Recap::MEMBERS, present.len()),
        (Recap::HOUSEHOLDS, households),
        (Recap::WOMEN, of_sex(Sex::Female)),
        (Recap::MEN, of_sex(Sex::Male)),
        (Recap::AGE_UNDER_18, between(i32::MIN, 17)),
        (Recap::AGE_18_TO_29, between(18, 29)),
        (Recap::AGE_30_TO_39, between(30, 39)),
        (Recap::AGE_40_TO_49, between(40, 49)),
        (Recap::AGE_50_TO_59, between(50, 59)),
        (Recap::AGE_60_UP, between(60, i32::MAX)),
        (Recap::DTSEN, found(WelfareData::Dtsen)),
        (Recap::DTKS, found(WelfareData::Dtks)),
        (Recap::BDT, found(WelfareData::Bdt)),
        (Recap::ABSENT, found(WelfareData::Absent)),
        (Recap::POOREST_FOUR, poorest),
    ];
    let mut set = Fields::new();
    set.insert(Recap::GROUP.key(), dossier.id.to_json());
    set.insert(Recap::AS_OF.key(), as_of.to_json());
    let own = registry.record(&dossier.id.to_string()).map(Record::fold);
    for (from, to) in CARRIED {
        let value = own.as_ref().and_then(|fold| fold.value(from.key()));
        if let Some(value) = value.filter(|value| from.check(value).is_ok()) {
            set.insert(to.key(), value.clone());
        }
    }
    for (field, count) in counts {
        set.insert(field.key(), Value::from(count));
    }
    let seen = known(registry.records_at(Aggregate::Group(dossier.id))).into_values().collect();
    Change::whole(at, seen, set)
}

/// What is the group's own and nobody's: it goes into the summary as it is.
const CARRIED: [(FieldRef, FieldRef); 9] = [
    (Group::NAME, Recap::NAME),
    (Group::BUSINESS, Recap::BUSINESS),
    (Group::REGION, Recap::REGION),
    (Group::AREA, Recap::AREA),
    (Group::PROGRAMME, Recap::PROGRAMME),
    (Group::YEAR, Recap::YEAR),
    (Group::FORMED, Recap::FORMED),
    (Group::STATUS, Recap::STATUS),
    (Group::STAGE, Recap::STAGE),
];

/// The day of a stamp.
pub(super) fn day_of(at: Stamp) -> Date {
    Date::from_unix_days(i64::try_from((at.ms() + WITA_MS) / DAY_MS).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::commands;
    use crate::sample::{Sample, sample};

    /// Some days into July 2014, by a device.
    fn made(day: u64, device: u32) -> Stamp {
        Stamp::new(1_404_100_000_000 + day * 1_000, 0, crate::history::Device::from_random(device))
    }

    fn book() -> Registry {
        let mut registry = Registry::new(Date::new(2014, 6, 30).unwrap());
        commands::import(&mut registry, sample(Sample { groups: 6, members: 50, seed: 8 })).unwrap();
        registry
    }

    fn office(records: Vec<Record>) -> Registry {
        let mut registry = Registry::new(Date::new(2014, 6, 30).unwrap());
        commands::import(&mut registry, records).unwrap();
        registry
    }

    fn numbers(registry: &Registry) -> Vec<(Id, usize, usize)> {
        registry.dossiers().map(|dossier| (dossier.id, dossier.present, dossier.households)).collect()
    }

    #[test]
    fn an_office_with_the_recap_alone_counts_as_the_sender_does() {
        let book = book();
        let office = office(book.recaps(made(1, 5)));
        assert_eq!(numbers(&office), numbers(&book));
        let (there, here) = (office.dossiers().next().unwrap(), book.dossiers().next().unwrap());
        assert_eq!(
            (&there.group.value.name, there.group.value.region),
            (&here.group.value.name, here.group.value.region)
        );
        assert!(there.is_recap_alone() && there.members.is_empty() && there.group.value.facilitator.is_none());
        assert_eq!(office.recaps(made(9, 6)), book.recaps(made(1, 5)), "it is passed on as it came");
    }

    #[test]
    fn where_members_are_here_they_count_whatever_a_recap_says_and_it_is_told_beside_them() {
        let mut book = book();
        let old = book.recaps(made(1, 5));
        let full: Vec<Record> = book.records().cloned().collect();
        let member = book.dossiers().next().unwrap().members[1].id;
        commands::erase_record(&mut book, member, made(2, 5));
        let new = book.recaps(made(3, 5));
        for order in [[&full, &old, &new], [&new, &full, &old], [&old, &new, &full]] {
            let office = office(order.into_iter().flatten().cloned().collect());
            assert_eq!(numbers(&office), numbers(&self::book()));
            let told = office.dossiers().next().unwrap().recap.clone().unwrap();
            assert!(told.knows_more && !told.counts && !told.is_alone);
            assert_eq!(
                told.best.recap.members.map(|count| count.get() as usize),
                Some(book.dossiers().next().unwrap().present)
            );
        }
        let office = office([old, full].concat());
        assert!(office.dossiers().all(|dossier| !dossier.recap.as_ref().unwrap().knows_more));
    }

    #[test]
    fn a_group_that_was_erased_is_erased_in_a_recap_too() {
        let mut book = book();
        let mut office = office(book.recaps(made(1, 5)));
        let gone = book.dossiers().next().unwrap().id;
        let mut counter = 0;
        commands::erase_group(&mut book, gone, &mut || {
            counter += 1;
            Stamp::new(1_500_000_000_000, counter, crate::history::Device::from_random(5))
        });
        commands::import(&mut office, book.recaps(made(9, 5))).unwrap();
        assert!(office.dossier(gone).is_none());
        assert_eq!(office.group_count(), 5);
        assert!(office.recaps(made(9, 6)).iter().any(|record| record.id() == gone.to_string()), "and is passed on");
    }
}
