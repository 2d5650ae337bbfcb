//! Plainly invented data, for practice mode and for measuring: names such as "Contoh Tiga Lima", NIK serials from 9001.
//!
//! Same numbers and seed, same records, byte for byte. Relies on `domain` and `history`. Deliberately absent: any real person's
//! name or number.

mod names;
mod practice;
mod rng;
#[cfg(not(target_arch = "wasm32"))]
mod years;

use std::collections::BTreeSet;

use crate::domain::{
    Area, Business, ConsentWay, Date, Decile, Dependants, FieldValue, Id, Kinship, Level, Programme, RegionCode, Role,
    Schooling, Sex, Stage, Status, WelfareData, Year, published_allocations, region,
};
use crate::history::{Change, Clock, Device, Fields, Record};
use crate::kinds::{FieldRef, GROUP_KEY, Group, Invent, KindId, Member};
use names::{group_name, person_name};
pub use practice::{Practice, PracticeFile, practice};
use rng::Rng;

#[cfg(not(target_arch = "wasm32"))]
pub use years::sample_of_five_years;

/// How much to invent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Groups; up to 9,490.
    pub groups: usize,
    /// Members of all groups together; up to 79,590.
    pub members: usize,
    /// Another seed, other data.
    pub seed: u64,
}

impl Sample {
    /// The allocation of the press release: 50 groups of 10 households, 20 in Samarinda, 15 in Balikpapan, 15 in Bontang.
    pub const ARTICLE: Self = Self { groups: 50, members: 500, seed: 2014 };
    /// The most groups: ten times the five-year programme.
    pub const MAX_GROUPS: usize = 9_490;
    /// The most members.
    pub const MAX_MEMBERS: usize = 79_590;
}

/// 5 June 2014, 8:00 in Samarinda: every record was "entered" from then on.
const START_MS: u64 = 1_401_926_400_000;

/// Records of other kinds were entered a year later.
const AFTER_MS: u64 = 365 * 24 * 60 * 60 * 1000;

/// So many of each other kind has a group at most.
const MOST_OF_A_KIND: u64 = 4;

/// Invents the records.
///
/// Groups fall to the three cities as the published allocations do, 20 : 15 : 15, and to the five years to 2014; members are
/// spread evenly, so that with 949 groups and 7,959 members most have 8 and some 9.
pub fn sample(wanted: Sample) -> Vec<Record> {
    made(wanted).1
}

/// The same, with the one who made them and can go on.
fn made(wanted: Sample) -> (Maker, Vec<Record>) {
    let mut maker = Maker::new(wanted.seed);
    let cities = share(wanted.groups);
    let mut records = Vec::with_capacity(wanted.groups + wanted.members);
    for (index, city) in cities.into_iter().enumerate() {
        let count = wanted.members * (index + 1) / wanted.groups - wanted.members * index / wanted.groups;
        maker.group(index, wanted.groups, city, count, &mut records);
    }
    (maker, records)
}

/// The same, and beside them records of every other kind that can be invented: a few of each in each group, and a few that belong to
/// none.
pub fn sample_of_all_kinds(wanted: Sample) -> Vec<Record> {
    with_other_kinds(sample(wanted), wanted.seed)
}

fn with_other_kinds(mut records: Vec<Record>, seed: u64) -> Vec<Record> {
    let groups: Vec<String> =
        records.iter().filter(|record| record.kind() == Group::KIND).map(|record| record.id().to_owned()).collect();
    // Another source of chance, so that the records above stay as they are, byte for byte.
    let mut maker = Maker::new(seed ^ u64::MAX);
    maker.now_ms += AFTER_MS;
    for group in &groups {
        for (kind, invent) in KindId::in_groups().filter_map(|kind| Some((kind, kind.invent()?))) {
            for _ in 0..=maker.rng.below(MOST_OF_A_KIND) {
                let fields = maker.of_kind(Some(group), invent);
                let id = maker.id();
                records.push(maker.record(kind.name(), id, fields));
            }
        }
    }
    for (kind, invent) in KindId::alone().filter_map(|kind| Some((kind, kind.invent()?))) {
        for _ in 0..MOST_OF_A_KIND {
            let fields = maker.of_kind(None, invent);
            let id = maker.id();
            records.push(maker.record(kind.name(), id, fields));
        }
    }
    records
}

/// The city of each group: the press release's groups first, in its own proportion all along.
fn share(groups: usize) -> Vec<RegionCode> {
    let allocated = published_allocations();
    let all: i64 = allocated.iter().map(|one| i64::from(one.groups)).sum();
    let mut given = vec![0_i64; allocated.len()];
    let mut cities = Vec::with_capacity(groups);
    for index in 1..=i64::try_from(groups).unwrap_or(0) {
        // Whoever is furthest behind its share is next.
        let behind = |place: &usize| i64::from(allocated[*place].groups) * index - given[*place] * all;
        let next = (0..allocated.len()).max_by_key(behind).unwrap_or(0);
        given[next] += 1;
        cities.push(allocated[next].region);
    }
    cities
}

struct Maker {
    rng: Rng,
    clock: Clock,
    now_ms: u64,
    numbers: BTreeSet<u64>,
    people: usize,
}

impl Maker {
    fn new(seed: u64) -> Self {
        let mut rng = Rng::new(seed);
        let device = Device::from_random(u32::try_from(rng.below(1 << 30)).unwrap_or(0));
        Self { rng, clock: Clock::new(device), now_ms: START_MS, numbers: BTreeSet::new(), people: 0 }
    }

    fn group(&mut self, index: usize, groups: usize, city: RegionCode, members: usize, records: &mut Vec<Record>) {
        let villages: Vec<_> = region::search("", Level::is_village, Some(city), usize::MAX);
        let village = *self.rng.pick(&villages);
        let id = self.id();
        let year = 2010 + i64::try_from(index * 5 / groups.max(1)).unwrap_or(0);
        let year = if groups <= Sample::ARTICLE.groups {
            Year::literal(2014)
        } else {
            Year::new(year).unwrap_or(Year::literal(2014))
        };
        let business = *self.rng.pick(Business::ALL);
        let facilitator = person_name(usize::try_from(self.rng.below(32)).unwrap_or(0) + 1);
        let mut fields = Fields::new();
        put(&mut fields, Group::NAME, group_name(index));
        put(&mut fields, Group::BUSINESS, business.code());
        put(&mut fields, Group::BUSINESS_NAME, group_name(index));
        put(&mut fields, Group::REGION, village.code.to_string());
        put(&mut fields, Group::RT, self.rt());
        put(&mut fields, Group::AREA, Area::Urban.code());
        put(&mut fields, Group::PROGRAMME, Programme::Pkp.code());
        put(&mut fields, Group::YEAR, year.text());
        put(&mut fields, Group::FORMED, format!("{:02}/{:02}/{year}", self.rng.below(28) + 1, self.rng.below(5) + 1));
        put(&mut fields, Group::STATUS, Status::Active.code());
        put(&mut fields, Group::STAGE, self.rng.pick(Stage::ALL).code());
        put(&mut fields, Group::FACILITATOR, facilitator);
        records.push(self.record(Group::KIND, id, fields));

        let joined = format!("{:02}/05/{year}", self.rng.below(28) + 1);
        for number in 0..members {
            let fields = self.member(id, number, village.code, &joined);
            let id = self.id();
            records.push(self.record(Member::KIND, id, fields));
        }
    }

    fn member(&mut self, group: Id, number: usize, village: RegionCode, joined: &str) -> Fields {
        self.people += 1;
        let sex = if self.rng.below(10) < 6 { Sex::Female } else { Sex::Male };
        let born = Date::from_unix_days(i64::try_from(self.rng.below(35 * 365)).unwrap_or(0) - 10 * 365);
        let carded = Date::from_unix_days(11_000 + i64::try_from(self.rng.below(5000)).unwrap_or(0));
        let role = match number {
            0 => Role::Chair,
            1 => Role::Secretary,
            2 => Role::Treasurer,
            _ => Role::Member,
        };
        let mut fields = Fields::new();
        put(&mut fields, Member::GROUP, group.to_string());
        put(&mut fields, Member::NAME, person_name(self.people));
        put(&mut fields, Member::NIK, self.number(village, born, if sex == Sex::Female { 40 } else { 0 }));
        put(&mut fields, Member::SEX, sex.code());
        put(&mut fields, Member::BIRTH_DATE, born.text());
        put(&mut fields, Member::ROLE, role.code());
        put(&mut fields, Member::REGION, village.to_string());
        put(&mut fields, Member::RT, self.rt());
        put(&mut fields, Member::CARD, self.number(village, carded, 0));
        put(
            &mut fields,
            Member::KINSHIP,
            if number.is_multiple_of(3) { Kinship::Head.code() } else { Kinship::Spouse.code() },
        );
        put(&mut fields, Member::SCHOOLING, self.rng.pick(&Schooling::ALL[1..7]).code());
        put(&mut fields, Member::DEPENDANTS, Dependants::literal(u8::try_from(self.rng.below(6)).unwrap_or(0)).text());
        put(&mut fields, Member::WELFARE_DATA, WelfareData::Bdt.code());
        put(&mut fields, Member::DECILE, Decile::literal(u8::try_from(self.rng.below(4)).unwrap_or(0) + 1).text());
        put(&mut fields, Member::JOINED, joined);
        put(&mut fields, Member::CONSENT_DATE, joined);
        put(&mut fields, Member::CONSENT_WAY, ConsentWay::Written.code());
        fields
    }

    fn of_kind(&mut self, group: Option<&str>, invent: Invent) -> Fields {
        let today = Date::from_unix_days(i64::try_from(self.now_ms / (24 * 60 * 60 * 1000)).unwrap_or(0));
        let mut fields = Fields::new();
        if let Some(group) = group {
            fields.insert(GROUP_KEY, group.into());
        }
        for (field, text) in invent(&mut |bound| self.rng.below(bound), today) {
            put(&mut fields, field, text);
        }
        fields
    }

    /// A sixteen-digit number with an invented serial that nobody else here has.
    fn number(&mut self, village: RegionCode, date: Date, add_to_day: u32) -> String {
        let district = village.district().unwrap_or(village).to_string().replace('.', "");
        for serial in 9001.. {
            let year = date.year() % 100;
            let text = format!("{district}{:02}{:02}{year:02}{serial:04}", date.day() + add_to_day, date.month());
            if text.parse().is_ok_and(|number| self.numbers.insert(number)) {
                return text;
            }
        }
        String::new()
    }

    fn rt(&mut self) -> String {
        format!("{:02}", self.rng.below(40) + 1)
    }

    fn id(&mut self) -> Id {
        self.now_ms += 1000 + self.rng.below(60_000);
        let mut bytes = [0; 10];
        for byte in &mut bytes {
            *byte = u8::try_from(self.rng.below(256)).unwrap_or(0);
        }
        Id::v7(self.now_ms, bytes)
    }

    fn record(&mut self, kind: &str, id: Id, fields: Fields) -> Record {
        let at = self.clock.tick(self.now_ms);
        Record::new(id.to_string(), kind, vec![Change::set(at, Vec::new(), fields)])
    }
}

/// Puts a value in by the same way as a form does.
fn put(fields: &mut Fields, field: FieldRef, text: impl AsRef<str>) {
    if let Ok(value) = field.parse(text.as_ref()) {
        fields.insert(field.key(), value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::{Registry, commands};
    use crate::stats::{Scope, per_city};

    fn registry(wanted: Sample) -> Registry {
        let mut registry = Registry::new(Date::new(2014, 6, 30).unwrap());
        commands::import(&mut registry, sample(wanted)).unwrap();
        registry
    }

    #[test]
    fn the_practice_book_is_the_press_release() {
        let numbers = per_city(registry(Sample::ARTICLE).dossiers(), Scope::All);
        let rows: Vec<_> = numbers.rows.iter().take(3).map(|row| (row.groups, row.households)).collect();
        assert_eq!(rows, [(20, 200), (15, 150), (15, 150)]);
        assert_eq!((numbers.total.groups, numbers.total.households), (50, 500));
        assert_eq!((numbers.total.groups_allocated, numbers.total.households_allocated), (Some(50), Some(500)));
    }

    #[test]
    fn five_years_have_949_groups_and_an_average_of_8_39() {
        let numbers = per_city(registry(Sample { groups: 949, members: 7959, seed: 1 }).dossiers(), Scope::All);
        assert_eq!((numbers.total.groups, numbers.total.households), (949, 7959));
        assert_eq!(numbers.tenths_per_group(), Some(84));
    }

    #[test]
    fn invented_members_break_no_rule_that_a_form_would_show() {
        let registry = registry(Sample::ARTICLE);
        for dossier in registry.dossiers() {
            assert_eq!(dossier.group.problems, []);
            for member in &dossier.members {
                assert_eq!(member.problems, [], "{:?}", member.value);
                assert!(registry.clashes(dossier.id, Some(member.id), &member.value).is_empty());
            }
        }
    }

    #[test]
    fn the_same_seed_makes_the_same_records_and_another_makes_others() {
        let of = |seed| sample(Sample { groups: 5, members: 40, seed });
        assert_eq!(of(1), of(1));
        assert_ne!(of(1), of(2));
    }
}
