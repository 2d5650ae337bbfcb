//! Three devices whose clocks are years apart, played against a plain model of what they must come to.
//!
//! The devices are the app's own parts: registry, commands, clock, and files written and read. The model knows no folds and
//! no unions: it keeps which changes each device holds, and what each change had been made in sight of.

use std::collections::{BTreeMap, BTreeSet};

use buku_kube::exchange::{self, Kind};
use buku_kube::history::{Clock, Record, Stamp};
use buku_kube::kinds::Member;
use buku_kube::registry::{Aggregate, Registry, commands};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::invented::*;

const YEAR: u64 = 365 * 86_400_000;

/// Walls of a device that was never set, of one that is right, and of one that is ten years ahead.
const WALLS: [u64; 3] = [86_400_000, NOON, NOON + 10 * YEAR];

const THINGS: [Thing; 5] = [
    Thing { id: 1, kind: "group" },
    Thing { id: 2, kind: "group" },
    Thing { id: 11, kind: "member" },
    Thing { id: 12, kind: "member" },
    Thing { id: 13, kind: "member" },
];

/// Places in [`Model::made`].
type Held = BTreeSet<usize>;

/// A change as the model knows it.
struct Made {
    place: usize,
    at: Stamp,
    /// The field and its value; none for an erase.
    set: Option<(&'static str, Value)>,
    /// The changes of the record that stood before whoever made this one.
    in_sight: Held,
}

/// What the changes that a device holds of one record come to: values with their stamps, and the fields in conflict.
type Sum = (BTreeMap<String, (Stamp, Value)>, BTreeMap<String, Vec<(Stamp, Value)>>);

#[derive(Default)]
struct Model {
    made: Vec<Made>,
}

impl Model {
    fn erases(&self, held: &Held) -> Held {
        held.iter().copied().filter(|one| self.made[*one].set.is_none()).collect()
    }

    /// The changes that have to be left of those held: all of them, or only the erases once there is one.
    fn left(&self, held: &Held) -> Held {
        let erases = self.erases(held);
        if erases.is_empty() { held.clone() } else { erases }
    }

    fn sum(&self, held: &Held) -> Sum {
        let mut by_field: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for &one in self.left(held).iter().filter(|one| self.made[**one].set.is_some()) {
            by_field.entry(self.made[one].set.as_ref().unwrap().0).or_default().push(one);
        }
        let (mut shown, mut disputed) = (BTreeMap::new(), BTreeMap::new());
        for (field, setters) in by_field {
            let unseen = |one: &&usize| !setters.iter().any(|other| self.made[*other].in_sight.contains(one));
            let mut last: Vec<&Made> = setters.iter().filter(unseen).map(|one| &self.made[*one]).collect();
            last.sort_by_key(|made| std::cmp::Reverse(made.at));
            let mut values: Vec<(Stamp, Value)> = Vec::new();
            for made in last {
                let value = &made.set.as_ref().unwrap().1;
                if values.iter().all(|(_, known)| known != value) {
                    values.push((made.at, value.clone()));
                }
            }
            shown.insert(field.to_owned(), values[0].clone());
            if values.len() > 1 {
                disputed.insert(field.to_owned(), values);
            }
        }
        (shown, disputed)
    }
}

/// A file on its way, and what the model says is in it.
#[derive(Clone)]
struct Sent {
    bytes: Vec<u8>,
    held: [Held; THINGS.len()],
}

/// A device: the app's parts, and what the model says it holds.
struct Phone {
    number: u32,
    /// How often its device was given up for a new one.
    renewed: u32,
    clock: Clock,
    wall: u64,
    registry: Registry,
    held: [Held; THINGS.len()],
    /// A form left open over each record: the heads it was opened on, and what stood there then.
    open: [Option<(Vec<Stamp>, Held)>; THINGS.len()],
}

fn key(place: usize) -> String {
    id(THINGS[place].id).to_string()
}

impl Phone {
    fn new(number: usize) -> Self {
        let own = u32::try_from(number).unwrap() + 1;
        Self {
            number: own,
            renewed: 0,
            clock: Clock::new(device(own)),
            wall: WALLS[number],
            registry: Registry::new(today()),
            held: Default::default(),
            open: Default::default(),
        }
    }

    fn record(&self, place: usize) -> Option<&Record> {
        self.registry.record(&key(place))
    }

    fn heads(&self, place: usize) -> Vec<Stamp> {
        self.record(place).map(|record| record.fold().heads).unwrap_or_default()
    }

    fn is_erased(&self, place: usize) -> bool {
        self.record(place).is_some_and(Record::is_erased)
    }

    /// Saves a field as a form does, on top of what stands there now or of what stood there when the form was opened.
    fn save(&mut self, model: &mut Model, place: usize, (field, value): (&'static str, Value), form: bool) {
        let now = (self.heads(place), self.held[place].clone());
        let kept = self.open[place].take_if(|_| form);
        let on_top = kept.is_none();
        let (seen, in_sight) = kept.unwrap_or(now);
        let at = self.clock.tick(self.wall);
        let stamps = self.registry.records().flat_map(Record::changes).map(|change| change.at);
        let own = stamps.filter(|stamp| stamp.device() == at.device()).max();
        assert!(own < Some(at), "a device never stamps before what it stamped already, whatever its clock says");
        let set = fields(&[(field, value.clone())]);
        commands::save(&mut self.registry, THINGS[place].kind, id(THINGS[place].id), at, &seen, set);
        if self.is_erased(place) {
            return;
        }
        if on_top {
            let fold = self.record(place).unwrap().fold();
            let shown = fold.fields.iter().find(|shown| shown.field == field).map(|shown| (shown.at, shown.value));
            assert_eq!(shown, Some((at, &value)), "what was just typed is what is shown");
            assert!(fold.conflict(field).is_none(), "and a later edit ends what it had seen");
        }
        self.held[place].insert(model.made.len());
        model.made.push(Made { place, at, set: Some((field, value)), in_sight });
    }

    /// Deletes a member, or a group with all its members.
    fn erase(&mut self, model: &mut Model, place: usize) {
        let aggregate = Aggregate::Group(id(THINGS[place].id));
        let is_going = |other: &usize| {
            let there = |record: &&Record| record.kind() == "member" && Aggregate::of(record) == aggregate;
            *other == place || THINGS[place].kind == "group" && self.record(*other).is_some_and(|record| there(&record))
        };
        // Members first, as the command does it: the group comes last.
        let mut going: Vec<usize> = (0..THINGS.len()).filter(is_going).collect();
        going.sort_by_key(|other| *other == place);
        going.retain(|other| self.record(*other).is_some_and(|record| !record.is_erased()));
        let (clock, wall) = (&mut self.clock, self.wall);
        let mut stamps = Vec::new();
        let mut stamp = || {
            stamps.push(clock.tick(wall));
            stamps[stamps.len() - 1]
        };
        match THINGS[place].kind {
            "group" => commands::erase_group(&mut self.registry, id(THINGS[place].id), &mut stamp),
            _ => commands::erase_record(&mut self.registry, id(THINGS[place].id), stamp()),
        };
        for (other, at) in going.into_iter().zip(stamps) {
            let in_sight = self.held[other].clone();
            self.held[other].insert(model.made.len());
            model.made.push(Made { place: other, at, set: None, in_sight });
        }
    }

    /// A file with everything, or with one group and its members.
    fn send(&self, group: Option<u8>) -> Sent {
        let aggregate = group.map(|group| Aggregate::Group(id(group)));
        let goes = |record: &&Record| aggregate.is_none_or(|aggregate| Aggregate::of(record) == aggregate);
        let kind = if group.is_some() { Kind::Group } else { Kind::Full };
        let text = exchange::write(&header(kind), self.registry.records().filter(goes));
        let held = std::array::from_fn(|place| {
            if self.record(place).is_some_and(|record| goes(&record)) { self.held[place].clone() } else { Held::new() }
        });
        Sent { bytes: text.into_bytes(), held }
    }

    fn receive(&mut self, file: &Sent) {
        let read = exchange::read(&file.bytes).unwrap();
        for change in read.records.iter().flat_map(Record::changes) {
            self.clock.follow(change.at, self.wall);
        }
        commands::import(&mut self.registry, read.records).unwrap();
        for (own, theirs) in self.held.iter_mut().zip(&file.held) {
            own.extend(theirs);
        }
    }

    /// Closed and opened again, with the clock set to another time meanwhile.
    fn restart(&mut self, wall: u64) {
        self.wall = wall;
        let mut own = self.clock.device();
        if self.registry.is_past_its_time(own, None, wall) {
            // As the app does: its clock would have to go back to before what it has stamped.
            self.renewed += 1;
            own = device(self.number + 3 * self.renewed);
        }
        self.clock = self.registry.clock(own, None, wall);
        self.open = Default::default();
    }

    /// Fails unless the registry is what the model says.
    fn assert_is(&self, model: &Model) {
        for (place, held) in self.held.iter().enumerate() {
            let Some(record) = self.record(place) else {
                assert!(held.is_empty(), "a record is lost");
                continue;
            };
            let expected: BTreeSet<Stamp> = model.left(held).iter().map(|one| model.made[*one].at).collect();
            assert!(
                record.changes().iter().map(|change| change.at).eq(expected),
                "no change is missing, and none is new"
            );
            assert_eq!(record.is_erased(), !model.erases(held).is_empty());
            if !record.is_erased() {
                assert_eq!(sum_of(record), model.sum(held));
            }
        }
    }
}

fn sum_of(record: &Record) -> Sum {
    let fold = record.fold();
    let owned = |(at, value): &(Stamp, &Value)| (*at, (*value).clone());
    (
        fold.fields.iter().map(|shown| (shown.field.to_owned(), (shown.at, shown.value.clone()))).collect(),
        fold.conflicts.iter().map(|found| (found.field.to_owned(), found.values.iter().map(owned).collect())).collect(),
    )
}

/// What these numbers type into a record of this kind.
fn typed(place: usize, field: u8, value: u8) -> (&'static str, Value) {
    let number = usize::from(value % 4);
    match (THINGS[place].kind, field % 3) {
        (_, 0) => {
            ("name", [json!("Contoh Satu"), json!("Contoh Dua"), json!("Contoh Tiga"), Value::Null][number].clone())
        }
        ("member", 1) => {
            ("group", [json!(key(0)), json!(key(1)), json!(key(0)), json!(id(3).to_string())][number].clone())
        }
        _ => ("rt", [json!("01"), json!("02"), json!("03"), Value::Null][number].clone()),
    }
}

/// Plays the moves, checks each device, and then lets everybody send everything to everybody.
fn play(moves: &[Move], ends: [bool; 3]) {
    let mut model = Model::default();
    let mut phones = [0, 1, 2].map(Phone::new);
    let mut sent: Vec<Sent> = Vec::new();
    for [who, what, which, field, value, time] in moves.iter().copied() {
        let (who, place) = (usize::from(who % 3), usize::from(which) % THINGS.len());
        let phone = &mut phones[who];
        phone.wall += u64::from(time) * 1_000;
        match what % 16 {
            0..=5 => phone.save(&mut model, place, typed(place, field, value), false),
            6 => phone.open[place] = Some((phone.heads(place), phone.held[place].clone())),
            7 | 8 => phone.save(&mut model, place, typed(place, field, value), true),
            9 if value < 64 => phone.erase(&mut model, place),
            10 | 11 => {
                let file = phone.send((what % 16 == 10).then_some(1 + which % 2));
                phones[(who + 1 + usize::from(value % 2)) % 3].receive(&file);
                sent.push(file);
            }
            12..=14 => {
                if let Some(file) = sent.get(usize::from(value) % sent.len().max(1)) {
                    phone.receive(file);
                }
            }
            15 => phone.restart(WALLS[usize::from(value % 3)]),
            _ => {}
        }
    }
    for phone in &phones {
        phone.assert_is(&model);
    }

    for from in [0, 1, 2, 0, 1, 2] {
        let file = phones[from].send(None);
        let order = if ends[from] { [1, 2] } else { [2, 1] };
        order.map(|step| (from + step) % 3).into_iter().for_each(|to| phones[to].receive(&file));
    }
    let all: Vec<Held> = (0..THINGS.len())
        .map(|place| (0..model.made.len()).filter(|one| model.made[*one].place == place).collect())
        .collect();
    for phone in &phones {
        assert!(phone.held.iter().eq(&all), "everybody holds every change");
        phone.assert_is(&model);
        assert!(phone.registry.records().eq(phones[0].registry.records()));
        assert!(phone.registry.dossiers().eq(phones[0].registry.dossiers()));
    }
    // In another record one may come again: when an erase took it out of the book, and the clock was set back.
    let stamps: BTreeSet<(usize, Stamp)> = model.made.iter().map(|made| (made.place, made.at)).collect();
    assert_eq!(stamps.len(), model.made.len(), "no stamp is given twice in one record");
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn three_devices_with_clocks_years_apart_come_to_what_the_model_says(
        moves in prop::collection::vec(any::<Move>(), 0..40),
        ends: [bool; 3],
    ) {
        play(&moves, ends);
    }
}

#[test]
fn a_decision_by_the_slowest_clock_holds_everywhere() {
    let mut model = Model::default();
    let mut phones = [0, 1, 2].map(Phone::new);
    let (place, name) = (2, Member::NAME);
    phones[2].save(&mut model, place, ("name", json!("Contoh Satu")), false);
    phones[1].save(&mut model, place, ("name", json!("Contoh Dua")), false);
    let files = [phones[1].send(None), phones[2].send(None)];
    for file in &files {
        phones[0].receive(file);
    }
    phones[0].assert_is(&model);
    assert!(phones[0].record(place).unwrap().fold().conflict("name").is_some());
    let at = phones[0].clock.tick(phones[0].wall);
    commands::decide(&mut phones[0].registry, id(THINGS[place].id), at, name, json!("Contoh Dua"));
    let file = phones[0].send(None);
    phones[2].receive(&file);
    let fold = phones[2].record(place).unwrap().fold();
    assert_eq!((fold.value("name"), fold.conflicts.len()), (Some(&json!("Contoh Dua")), 0));
    assert!(fold.heads == [at] && at.ms() < NOON / 2, "though its stamp is the least of all");
}
