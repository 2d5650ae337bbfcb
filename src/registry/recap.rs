//! The recap of a group: counted from its records, or come in a file.
//!
//! A recap is a function of the group's records alone: its stamp is the newest of theirs, and ages are counted as of that day. So
//! whoever counts the same group makes the same record, and the fresher of two recaps is the one that knows more.

use serde_json::Value;

use super::dossier::Dossier;
use super::home::Home;
use super::index::Registry;
use crate::domain::{Date, Field, FieldValue, GroupField, Id, Member, Recap, RecapField, Sex, WelfareData};
use crate::history::{Change, Fields, Record, Stamp};

/// Samarinda's clock, eight hours ahead of UTC: by which day a stamp falls on.
const WITA_MS: u64 = 8 * 3_600_000;
const DAY_MS: u64 = 86_400_000;

impl Registry {
    /// What a recap of the whole book holds: of each group its summary, or the erase of one that was erased.
    pub fn recaps(&self) -> Vec<Record> {
        self.homes().filter_map(|home| if let Home::Group(id) = home { self.recap(id) } else { None }).collect()
    }

    fn recap(&self, id: Id) -> Option<Record> {
        let own = self.record(&id.to_string());
        if let Some(erased) = own.filter(|record| record.is_erased()) {
            return Some(erased.clone());
        }
        let dossier = self.dossier(id)?;
        // One that came in a file and knows more than what is here is passed on.
        let come = dossier.recap.as_ref().and_then(|_| self.record(&summary_id(id).to_string()));
        come.cloned().or_else(|| Some(summary(dossier, newest(self.records_at(Home::Group(id)))?, self)))
    }
}

/// The id of the summary of a group: another than the group's, and the same wherever it is made.
pub(super) fn summary_id(group: Id) -> Id {
    Id::derived("summary", &[group])
}

/// The newest stamp of a group's own records; `None` when it has none.
pub(super) fn newest<'a>(records: impl Iterator<Item = &'a Record>) -> Option<Stamp> {
    let own = records.filter(|record| record.kind() != RecapField::KIND);
    own.flat_map(Record::changes).map(|change| change.at).max()
}

/// What a summary record says, if it is one that says something.
pub(super) fn read<'a>(records: impl Iterator<Item = &'a Record>) -> Option<(Recap, Stamp)> {
    let record = records.filter(|record| record.kind() == RecapField::KIND).find(|record| !record.is_erased())?;
    let fold = record.fold();
    let (recap, _) = Recap::read(|key| fold.value(key));
    recap.members?;
    Some((recap, record.changes().last()?.at))
}

fn summary(dossier: &Dossier, at: Stamp, registry: &Registry) -> Record {
    let as_of = day_of(at);
    let present: Vec<&Member> = dossier.members.iter().map(|member| &member.value).collect();
    let present: Vec<&Member> = present.into_iter().filter(|member| member.is_present(as_of)).collect();
    let households = dossier.households_on(as_of);
    let ages: Vec<i32> = present.iter().filter_map(|member| Some(member.birth_date?.age_on(as_of))).collect();
    let between = |from: i32, to: i32| ages.iter().filter(|age| (from..=to).contains(age)).count();
    let of_sex = |sex| present.iter().filter(|member| member.sex == Some(sex)).count();
    let found = |data| present.iter().filter(|member| member.welfare_data == Some(data)).count();
    let poorest = present.iter().filter(|member| member.decile.is_some_and(|decile| decile.get() <= 4)).count();
    let counts = [
        (RecapField::Members, present.len()),
        (RecapField::Households, households),
        (RecapField::Women, of_sex(Sex::Female)),
        (RecapField::Men, of_sex(Sex::Male)),
        (RecapField::AgeUnder18, between(i32::MIN, 17)),
        (RecapField::Age18To29, between(18, 29)),
        (RecapField::Age30To39, between(30, 39)),
        (RecapField::Age40To49, between(40, 49)),
        (RecapField::Age50To59, between(50, 59)),
        (RecapField::Age60Up, between(60, i32::MAX)),
        (RecapField::Dtsen, found(WelfareData::Dtsen)),
        (RecapField::Dtks, found(WelfareData::Dtks)),
        (RecapField::Bdt, found(WelfareData::Bdt)),
        (RecapField::Absent, found(WelfareData::Absent)),
        (RecapField::PoorestFour, poorest),
    ];
    let mut set = Fields::new();
    set.insert(RecapField::Group.key(), dossier.id.to_json());
    set.insert(RecapField::AsOf.key(), as_of.to_json());
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
    Record::new(summary_id(dossier.id).to_string(), RecapField::KIND, vec![Change::whole(at, set)])
}

/// What is the group's own and nobody's: it goes into the summary as it is.
const CARRIED: [(GroupField, RecapField); 9] = [
    (GroupField::Name, RecapField::Name),
    (GroupField::Business, RecapField::Business),
    (GroupField::Region, RecapField::Region),
    (GroupField::Area, RecapField::Area),
    (GroupField::Programme, RecapField::Programme),
    (GroupField::Year, RecapField::Year),
    (GroupField::Formed, RecapField::Formed),
    (GroupField::Status, RecapField::Status),
    (GroupField::Stage, RecapField::Stage),
];

fn day_of(at: Stamp) -> Date {
    Date::from_unix_days(i64::try_from((at.ms() + WITA_MS) / DAY_MS).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::commands;
    use crate::sample::{Sample, sample};

    fn book() -> Registry {
        let mut registry = Registry::new(Date::new(2014, 6, 30).unwrap());
        commands::take_in(&mut registry, sample(Sample { groups: 6, members: 50, seed: 8 })).unwrap();
        registry
    }

    fn office(records: Vec<Record>) -> Registry {
        let mut registry = Registry::new(Date::new(2014, 6, 30).unwrap());
        commands::take_in(&mut registry, records).unwrap();
        registry
    }

    fn numbers(registry: &Registry) -> Vec<(Id, usize, usize)> {
        registry.dossiers().map(|dossier| (dossier.id, dossier.present, dossier.households)).collect()
    }

    #[test]
    fn an_office_with_the_recap_alone_counts_as_the_sender_does() {
        let book = book();
        let office = office(book.recaps());
        assert_eq!(numbers(&office), numbers(&book));
        let (there, here) = (office.dossiers().next().unwrap(), book.dossiers().next().unwrap());
        assert_eq!(
            (&there.group.value.name, there.group.value.region),
            (&here.group.value.name, here.group.value.region)
        );
        assert!(there.is_recap_alone() && there.members.is_empty() && there.group.value.facilitator.is_none());
        assert_eq!(office.recaps(), book.recaps(), "it is passed on as it came");
    }

    #[test]
    fn the_fresher_of_records_and_recap_counts_whatever_came_first() {
        let mut book = book();
        let old = book.recaps();
        let full: Vec<Record> = book.records().cloned().collect();
        let member = book.dossiers().next().unwrap().members[1].id;
        let at = Stamp::new(1_500_000_000_000, 0, crate::history::Device::from_random(5));
        commands::erase_member(&mut book, member, at);
        let new = book.recaps();
        for order in [[&full, &old, &new], [&new, &full, &old], [&old, &new, &full]] {
            let office = office(order.into_iter().flatten().cloned().collect());
            assert_eq!(numbers(&office), numbers(&book));
            assert!(!office.dossiers().next().unwrap().is_recap_alone(), "its members are here, too");
        }
        assert_eq!(numbers(&office([old, full.clone()].concat())), numbers(&office(full)));
    }

    #[test]
    fn a_group_that_was_erased_is_erased_in_a_recap_too() {
        let mut book = book();
        let mut office = office(book.recaps());
        let gone = book.dossiers().next().unwrap().id;
        let mut counter = 0;
        commands::erase_group(&mut book, gone, &mut || {
            counter += 1;
            Stamp::new(1_500_000_000_000, counter, crate::history::Device::from_random(5))
        });
        commands::take_in(&mut office, book.recaps()).unwrap();
        assert!(office.dossier(gone).is_none());
        assert_eq!(office.group_count(), 5);
        assert!(office.recaps().iter().any(|record| record.id() == gone.to_string()), "and is passed on");
    }
}
