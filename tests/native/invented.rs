//! Invented histories, made as real devices make them: three of them, each with its own clock, sending each other files.

use buku_kube::domain::{Date, Id};
use buku_kube::exchange::{From, Header, Kind};
use buku_kube::history::{Change, Clock, Device, Fields, Record, Stamp};
use buku_kube::kinds::About;
use buku_kube::registry::{Registry, commands};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use serde_json::{Value, json};

/// 28 May 2026.
pub const NOON: u64 = 1_780_000_000_000;
const TEN_YEARS: i64 = 10 * 365 * 86_400_000;
const WALLS: [i64; 6] = [0, 3, TEN_YEARS, -TEN_YEARS, 3_600_000, -5_000];

/// How often a law is tried: at least `least` times, more with `BUKU_CASES`.
pub fn cases(least: u32) -> ProptestConfig {
    let wished = std::env::var("BUKU_CASES").ok().and_then(|text| text.parse().ok()).unwrap_or(0);
    ProptestConfig {
        cases: least.max(wished),
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct("tests/regressions/laws.txt"))),
        ..ProptestConfig::default()
    }
}

pub fn today() -> Date {
    Date::new(2026, 6, 5).unwrap()
}

pub fn id(number: u8) -> Id {
    Id::v7(NOON + u64::from(number), [number; 10])
}

pub fn device(number: u32) -> Device {
    Device::from_random(number)
}

/// A stamp of device `device`, `seconds` after noon.
pub fn at(seconds: u64, device: u32) -> Stamp {
    Stamp::new(NOON + seconds * 1000, 0, self::device(device))
}

pub fn fields(pairs: &[(&str, Value)]) -> Fields {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect()
}

pub fn header(kind: Kind) -> Header {
    Header {
        kind,
        id: id(200).to_string(),
        created_ms: NOON,
        app: "0.1.0".to_owned(),
        from: From { device: device(7).to_string(), name: "Contoh Pendamping".to_owned() },
        about: About::default(),
    }
}

pub fn registry(records: impl IntoIterator<Item = Record>) -> Registry {
    let mut registry = Registry::new(today());
    commands::import(&mut registry, records.into_iter().collect()).unwrap();
    registry
}

/// A sealed text as if a newer app had written it: its checksum holds.
pub fn of_version(text: &str, version: u32) -> String {
    let rest = text.splitn(4, ' ').nth(3).unwrap();
    let sum = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(format!("kube {version} {rest}").as_bytes());
    format!("kube {version} {sum:08x} {rest}")
}

/// The record with a member of its object that this version does not know.
pub fn with_more(record: &Record, key: &str, value: Value) -> Record {
    let mut json = serde_json::to_value(record).unwrap();
    json.as_object_mut().unwrap().insert(key.to_owned(), value);
    serde_json::from_value(json).unwrap()
}

/// A record that the devices share.
#[derive(Clone, Copy)]
pub struct Thing {
    pub id: u8,
    pub kind: &'static str,
}

/// One record with plain values, each of them text that begins with "value-".
pub const ONE: [Thing; 1] = [Thing { id: 1, kind: "thing" }];

/// Two groups, four members, and two records of a kind that this version does not know.
pub const BOOK: [Thing; 8] = [
    Thing { id: 1, kind: "group" },
    Thing { id: 2, kind: "group" },
    Thing { id: 11, kind: "member" },
    Thing { id: 12, kind: "member" },
    Thing { id: 13, kind: "member" },
    Thing { id: 14, kind: "member" },
    Thing { id: 21, kind: "audit" },
    Thing { id: 22, kind: "audit" },
];

/// The field and value that these two numbers stand for.
fn entry(kind: &str, field: u8, value: u8) -> (String, Value) {
    let number = usize::from(value % 4);
    let of = |key: &str, values: [Value; 4]| (key.to_owned(), values[number].clone());
    let group =
        || of("group", [json!(id(1).to_string()), json!(id(2).to_string()), json!(id(3).to_string()), json!("no id")]);
    let name = || of("name", [json!("Contoh Satu"), json!("Contoh Dua"), json!("Contoh <b>"), json!(5)]);
    match (kind, field % 5) {
        ("group", 0) | ("member", 2) => name(),
        ("group", 1) => of("region", [json!("64.72.03.1001"), json!("64.71.01.1001"), json!("64"), json!([])]),
        ("group", 2) => of("year", [json!(2014), json!(2013), json!(9), json!("2014")]),
        ("group", 3) => of("status", [json!("active"), json!("dissolved"), json!("of a newer version"), json!({})]),
        ("member", 0 | 1) | ("audit", 0) => group(),
        ("member", 3) => {
            let nik = [json!("6472030506909001"), json!("6472034506909002"), json!("12"), json!(6)];
            of("nik", nik)
        }
        ("member", 4) => of(
            "same_as",
            [json!(id(11).to_string()), json!(id(12).to_string()), json!(id(1).to_string()), json!("no id")],
        ),
        ("group" | "member" | "audit", _) => {
            of("shoe", [json!(41), json!({ "eu": [41, 42.5] }), json!(true), json!("é")])
        }
        (_, field) => {
            (["name", "rt", "note", "shoe", "name"][usize::from(field)].to_owned(), json!(format!("value-{value}")))
        }
    }
}

/// One move of one device; its bytes are read by [`World::play`]. Zeros are the plainest move, so that failures shrink to it.
pub type Move = [u8; 6];

/// Three clocks and a list of moves.
pub type Play = ([usize; 3], Vec<Move>);

pub fn plays(most: usize) -> impl Strategy<Value = Play> {
    (prop::array::uniform3(0..WALLS.len()), prop::collection::vec(any::<Move>(), 0..most))
}

struct Computer {
    clock: Clock,
    wall: i64,
    records: Vec<Record>,
    /// The heads of each record when its form was opened; typing goes on over them.
    open: Vec<Option<Vec<Stamp>>>,
}

/// What came of a play.
pub struct World {
    /// The copies of each device.
    pub copies: [Vec<Record>; 3],
    /// Every change that was ever made, in the order of making, with the place of its record.
    pub made: Vec<(usize, Change)>,
}

impl World {
    /// Plays with no more nonsense than clocks wrong by ten years.
    pub fn tame(play: &Play, things: &[Thing]) -> Self {
        Self::play(play, things, false)
    }

    /// Plays with stamps seen that nobody has, rings, and two contents under one stamp.
    pub fn wild(play: &Play, things: &[Thing]) -> Self {
        Self::play(play, things, true)
    }

    fn play((walls, moves): &Play, things: &[Thing], wild: bool) -> Self {
        let blank = || things.iter().map(|thing| Record::new(id(thing.id).to_string(), thing.kind, vec![])).collect();
        let mut computers: Vec<Computer> = (0..3)
            .map(|number| Computer {
                clock: Clock::new(device(number)),
                wall: WALLS[walls[number as usize]],
                records: blank(),
                open: vec![None; things.len()],
            })
            .collect();
        let mut made: Vec<(usize, Change)> = Vec::new();
        let mut now = NOON;
        for [who, what, which, field, value, time] in moves.iter().copied() {
            now += u64::from(time) * u64::from(time);
            let (who, place) = (usize::from(who % 3), usize::from(which) % things.len());
            let kind = things[place].kind;
            if let 18..=24 = what % 32 {
                let theirs = computers[(who + 1 + usize::from(field % 2)) % 3].records.clone();
                let computer = &mut computers[who];
                for (own, theirs) in computer.records.iter_mut().zip(theirs) {
                    for change in theirs.changes() {
                        computer.clock.follow(change.at, now.saturating_add_signed(computer.wall));
                    }
                    own.unite(theirs).unwrap();
                }
                continue;
            }
            let computer = &mut computers[who];
            let heads = computer.records[place].fold().heads;
            if let 14..=17 = what % 32 {
                computer.open[place] = Some(heads);
                continue;
            }
            let stamp = computer.clock.tick(now.saturating_add_signed(computer.wall));
            let (key, content) = entry(kind, field, value);
            let change = match what % 32 {
                12 | 13 => Change::set(stamp, heads, [(key, Value::Null)].into()),
                25 | 26 => Change::set(stamp, heads, [(key, content)].into()),
                27 if value % 4 == 0 => {
                    Change::erase(stamp, heads, [("group".to_owned(), json!(id(1).to_string()))].into())
                }
                28 => {
                    let mut change = Change::set(stamp, heads, [(key, content)].into());
                    change.more = fields(&[("why", json!(format!("value-{value}")))]);
                    computer.records[place] = with_more(&computer.records[place], "colour", json!(value));
                    change
                }
                29 | 30 if wild => {
                    let known = made.get(usize::from(time) % made.len().max(1)).map(|(_, change)| change.at);
                    let later = Stamp::new(NOON + u64::from(time), 0, device(u32::from(field % 3)));
                    Change::set(
                        stamp,
                        known.into_iter().chain([later, stamp]).take(1 + usize::from(field % 3)).collect(),
                        [(key, content)].into(),
                    )
                }
                31 if wild => {
                    let twin = made.iter().rev().find(|(at, _)| *at == place).map_or(stamp, |(_, change)| change.at);
                    Change::set(twin, heads, [(key, content)].into())
                }
                _ => Change::set(stamp, computer.open[place].take().unwrap_or(heads), [(key, content)].into()),
            };
            computer.records[place].add(change.clone());
            made.push((place, change));
        }
        let mut copies = computers.into_iter().map(|computer| computer.records);
        Self { copies: std::array::from_fn(|_| copies.next().unwrap()), made }
    }

    /// The copies that hold anything, as a device would send them.
    pub fn files(&self) -> [Vec<Record>; 3] {
        self.copies.clone().map(|records| records.into_iter().filter(|record| !record.changes().is_empty()).collect())
    }
}

/// Any JSON, up to four deep.
pub fn any_json() -> impl Strategy<Value = Value> {
    let number = prop::num::f64::NORMAL | prop::num::f64::ZERO;
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        number.prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}
