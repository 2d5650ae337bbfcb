//! The practice book: the groups of the press release, and in them what there is to practise on.
//!
//! Two pairs that look like one, a field that two devices changed, a group that is not complete, and the file of a colleague with
//! something new, something changed and something in conflict. All of it is made by changes as forms make them, so that it reads as
//! any book does. Deliberately absent: the text of the file, which `ui/state` writes as it writes every file.

use serde_json::Value;

use super::{AFTER_MS, Maker, Sample, made, put, with_other_kinds};
use crate::domain::{FieldValue, Id, RegionCode, Role, Stage};
use crate::history::{Change, Clock, Device, Fields, Record, Stamp};
use crate::kinds::{FieldRef, GROUP_KEY, Group, Member};

/// The practice book, and the file that goes with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Practice {
    /// The records of the book.
    pub book: Vec<Record>,
    /// The group that is not complete.
    pub incomplete: Id,
    /// What a colleague's file holds.
    pub file: PracticeFile,
}

/// The file of a colleague's.
#[derive(Clone, Debug, PartialEq)]
pub struct PracticeFile {
    /// Its own id.
    pub id: Id,
    /// When it was written, milliseconds since 1970.
    pub made_ms: u64,
    /// The device that wrote it.
    pub device: Device,
    /// The name of whoever sent it.
    pub sender: String,
    /// Its records.
    pub records: Vec<Record>,
    /// The group that is in it and not in the book.
    pub new_group: Id,
}

/// The cities whose groups there is something about.
const SAMARINDA: RegionCode = RegionCode::kaltim(72);
const BALIKPAPAN: RegionCode = RegionCode::kaltim(71);
const BONTANG: RegionCode = RegionCode::kaltim(74);

/// The number among its members of one who is typed twice, and the one as whom.
const TYPED: usize = 5;
const TYPED_AGAIN: usize = 7;

/// And of those in whose record something is missing.
const SECRETARY: usize = 2;
const WITHOUT_CONSENT: usize = 6;

/// The second device changed its field a day later.
const DAY_MS: u64 = 24 * 60 * 60 * 1000;

/// A number that is nobody's.
const PHONE: &str = "081200009001";

/// Makes the practice book: the same, byte for byte, each time.
pub fn practice() -> Practice {
    let wanted = Sample::ARTICLE;
    let (mut maker, records) = made(wanted);
    maker.now_ms += 2 * AFTER_MS;
    let mut book = Book(with_other_kinds(records, wanted.seed));
    book.plant_pairs();
    let incomplete = book.leave_incomplete();
    let file = book.file_of_a_colleague(&mut maker);
    book.disagree(&mut maker);
    Practice { book: book.0, incomplete, file }
}

/// The records on their way; a group stands before its members.
struct Book(Vec<Record>);

impl Book {
    /// The place of the group of this number among those of a city.
    fn group(&self, city: RegionCode, number: usize) -> usize {
        let lies_in = |record: &Record| {
            let code = record.value(Group::REGION.key()).and_then(Value::as_str);
            code.and_then(|code| RegionCode::parse(code).ok()).is_some_and(|code| city.contains(code))
        };
        let groups = self.0.iter().enumerate().filter(|(_, record)| record.kind() == Group::KIND && lies_in(record));
        groups.map(|(place, _)| place).nth(number).unwrap_or_default()
    }

    fn text(&self, place: usize, field: FieldRef) -> String {
        self.0[place].value(field.key()).and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// Writes other values into what was typed first; one that is not there is left out.
    fn retype(&mut self, place: usize, fields: &[(FieldRef, Option<Value>)]) {
        let retyped = self.0[place].clone().with_each(|change| {
            let mut set = Fields::new();
            for (name, value) in change.fields().iter() {
                if !fields.iter().any(|(field, _)| field.key() == name) {
                    set.insert(name, value.clone());
                }
            }
            for (field, value) in fields {
                if let Some(value) = value {
                    set.insert(field.key(), value.clone());
                }
            }
            Change::set(change.at, change.seen, set)
        });
        self.0[place] = retyped;
    }

    /// One person in two groups, and two groups of one village whose names are like.
    fn plant_pairs(&mut self) {
        let typed = self.group(SAMARINDA, 1) + TYPED;
        let again = self.group(SAMARINDA, 2) + TYPED_AGAIN;
        let same = [Member::NIK, Member::SEX, Member::BIRTH_DATE];
        let mut fields: Vec<_> = same.map(|field| (field, self.0[typed].value(field.key()).cloned())).into();
        // A letter was left out.
        let name = self.text(typed, Member::NAME).replacen("Contoh", "Conto", 1);
        fields.push((Member::NAME, Some(name.into())));
        self.retype(again, &fields);

        let (one, other) = (self.group(SAMARINDA, 3), self.group(SAMARINDA, 4));
        let name = format!("KUBE {}", self.text(one, Group::NAME));
        let village = self.0[one].value(Group::REGION.key()).cloned();
        self.retype(other, &[(Group::NAME, Some(name.into())), (Group::REGION, village)]);
    }

    /// A group without a secretary, and with a member whose consent is not recorded.
    fn leave_incomplete(&mut self) -> Id {
        let group = self.group(BALIKPAPAN, 1);
        self.retype(group + SECRETARY, &[(Member::ROLE, Some(Role::Member.code().into()))]);
        self.retype(group + WITHOUT_CONSENT, &[(Member::CONSENT_DATE, None), (Member::CONSENT_WAY, None)]);
        id_of(&self.0[group])
    }

    /// A group that nobody here knows, a member whose telephone number is new, and a stage of growth that is another here.
    fn file_of_a_colleague(&self, maker: &mut Maker) -> PracticeFile {
        let device = device(maker);
        let mut clock = Clock::new(device);
        let (changed, disputed) = (self.group(BONTANG, 0), self.group(BONTANG, 1));
        let sender = self.text(changed, Group::FACILITATOR);
        let mut records: Vec<Record> =
            [changed, disputed].into_iter().flat_map(|group| self.whole(group)).cloned().collect();
        let mut edit = |place: usize, field, text: &str| {
            let at = clock.tick(maker.now_ms);
            let record = records.iter_mut().find(|record| record.id() == self.0[place].id());
            if let Some(record) = record {
                change(record, at, field, text);
            }
        };
        edit(changed + 1, Member::PHONE, PHONE);
        edit(disputed, Group::STAGE, self.other_stage(disputed, 0).code());

        let of_this_device = std::mem::replace(&mut maker.clock, clock);
        let mut new = Vec::new();
        let Sample { groups, members, .. } = Sample::ARTICLE;
        maker.group(groups, groups, BONTANG, members / groups, &mut new);
        let new_group = new.first().map_or_else(|| maker.id(), id_of);
        records.append(&mut new);
        maker.clock = of_this_device;
        PracticeFile { id: maker.id(), made_ms: maker.now_ms, device, sender, records, new_group }
    }

    /// A business name that two devices changed, and the other half of what the file disagrees with.
    fn disagree(&mut self, maker: &mut Maker) {
        let (named, staged) = (self.group(BALIKPAPAN, 0), self.group(BONTANG, 1));
        let stage = self.other_stage(staged, 1);
        let mut elsewhere = Clock::new(device(maker));
        let mut both = self.0[named].clone();
        change(&mut self.0[named], maker.clock.tick(maker.now_ms), Group::BUSINESS_NAME, "Contoh Keripik Pisang");
        change(&mut both, elsewhere.tick(maker.now_ms + DAY_MS), Group::BUSINESS_NAME, "Contoh Keripik Singkong");
        // The same record with both: neither saw the other.
        let _ = self.0[named].unite(both);
        change(&mut self.0[staged], maker.clock.tick(maker.now_ms), Group::STAGE, stage.code());
    }

    /// One of the stages that a group is not at.
    fn other_stage(&self, group: usize, number: usize) -> Stage {
        let now = self.text(group, Group::STAGE);
        Stage::ALL.iter().copied().filter(|stage| stage.code() != now).nth(number).unwrap_or(Stage::Growing)
    }

    /// A group with all that is in it.
    fn whole(&self, group: usize) -> impl Iterator<Item = &Record> {
        let id = self.0[group].id();
        self.0.iter().filter(move |record| {
            record.id() == id || record.value(GROUP_KEY).and_then(Value::as_str).is_some_and(|group| group == id)
        })
    }
}

/// Changes a field, on top of all that the record says so far.
fn change(record: &mut Record, at: Stamp, field: FieldRef, text: &str) {
    let mut set = Fields::new();
    put(&mut set, field, text);
    let seen = record.changes().iter().map(|change| change.at).collect();
    record.add(Change::set(at, seen, set));
}

fn device(maker: &mut Maker) -> Device {
    Device::from_random(u32::try_from(maker.rng.below(1 << 30)).unwrap_or(0))
}

fn id_of(record: &Record) -> Id {
    // Every record here was given one.
    Id::parse(record.id()).unwrap_or_else(|_| Id::v7(0, [0; 10]))
}
