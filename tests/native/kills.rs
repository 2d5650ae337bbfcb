//! Two copies, one of them written out late, and kills at any moment: what was called saved holds, what was taken away stays
//! away. The steps are those of `ui/state`, in their order; the model knows nothing of epochs.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use buku_kube::history::{Change, Clock, Record};
use buku_kube::registry::{Registry, Touched, commands};
use buku_kube::storage::{MemoryStorage, Storage, StorageError};
use buku_kube::store::{
    Cause, Epoch, Epochs, Offer, Own, PointTexts, RECORD_PLACES, Replaced, Repository, Settler, Side, Space, WriteMode,
    epochs_key, within,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use serde_json::json;

use crate::invented::*;

const PREFIX: &str = "buku-kube/book/";

type Texts = BTreeMap<String, String>;
type Marks = BTreeSet<String>;

#[derive(Clone, Debug)]
struct Note {
    key: String,
    text: Option<String>,
    mode: WriteMode,
    epoch: Epoch,
    all: bool,
}

/// The storage of a page: what it holds, what it was at each moment since it was last written out, and what is noted.
#[derive(Clone, Default)]
struct Page(Rc<RefCell<Inner>>, WriteMode);

#[derive(Default)]
struct Inner {
    storage: MemoryStorage,
    since: Vec<Texts>,
    notes: Vec<Note>,
    known: Epochs,
}

impl Page {
    fn texts(&self) -> Texts {
        let inner = self.0.borrow();
        let keys = inner.storage.keys("").unwrap();
        keys.into_iter().map(|key| (key.clone(), inner.storage.read(&key).unwrap().unwrap())).collect()
    }

    fn note(&self, key: &str, text: Option<String>, all: bool) {
        let mut inner = self.0.borrow_mut();
        let epoch = within(key).map(|(_, key)| inner.known.of(key)).unwrap_or_default();
        inner.notes.push(Note { key: key.to_owned(), text, mode: self.1, epoch, all });
    }

    /// Without a note.
    fn put(&self, key: &str, text: &str) {
        self.0.borrow().storage.write(key, text).unwrap();
        self.moved_on();
    }

    fn moved_on(&self) {
        let texts = self.texts();
        self.0.borrow_mut().since.push(texts);
    }

    fn in_mode(&self, mode: WriteMode) -> Self {
        Self(self.0.clone(), mode)
    }

    fn known(&self) -> Epochs {
        self.0.borrow().known.clone()
    }

    fn know(&self, epochs: Epochs) {
        self.0.borrow_mut().known = epochs;
    }
}

impl Storage for Page {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        self.0.borrow().storage.keys(prefix)
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.0.borrow().storage.read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.put(key, text);
        self.note(key, Some(text.to_owned()), false);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.borrow().storage.remove(key).unwrap();
        self.moved_on();
        self.note(key, None, false);
        Ok(())
    }
}

/// What a harness would have to notice.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Hole {
    #[default]
    None,
    /// Steps raise no epoch.
    NoMark,
    /// The second copy forgets.
    Forgets,
}

/// A browser with a book, and what a person has been told of it.
struct World {
    page: Page,
    store: Repository<Page>,
    registry: Registry,
    imports: commands::Imports<usize>,
    clock: Clock,
    mirror: Texts,
    works: bool,
    met: Met,
    /// Whether anything was kept since the second copy fails.
    has_kept: bool,
    /// What was entered and taken in since the start, before the two copies were made one.
    fresh: Marks,
    now: u64,
    count: usize,
    points: Vec<PointTexts>,
    hole: Hole,
    must: Marks,
    away: Marks,
    ever: Marks,
    /// What was taken away, and not yet called saved.
    going: Marks,
}

#[derive(Clone, Debug)]
enum Act {
    Type(u8),
    File(u8, u8),
    Undo(u8),
    Point,
    GoBack(u8),
    Clear,
    /// The second copy gets what was noted first.
    Write,
    /// And all that was noted: the page says "saved".
    Saved,
    /// The second copy fails from now on.
    Break,
    /// The browser writes the storage out.
    Flush,
    /// The end, and the next start: the storage is as at some moment since it was last written out.
    Kill(u8, Start),
    /// After a slow start the second copy has been read.
    Look,
}

/// Whether the two copies were made one since the start.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Met {
    NotYet,
    /// Nor yet, and it is noted that something was kept all the same.
    NotedAlone,
    Whole,
}

/// How the next start finds the second copy.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Start {
    /// It is read before anything is done.
    Whole,
    /// It is read once something was done.
    Slow,
    /// It fails.
    Alone,
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        5 => (0..3_u8).prop_map(Act::Type),
        4 => (0..3_u8, 0..3_u8).prop_map(|(one, other)| Act::File(one, other)),
        3 => any::<u8>().prop_map(Act::Undo),
        1 => Just(Act::Point),
        1 => any::<u8>().prop_map(Act::GoBack),
        1 => Just(Act::Clear),
        2 => Just(Act::Write),
        6 => Just(Act::Saved),
        1 => Just(Act::Break),
        2 => Just(Act::Flush),
        4 => (any::<u8>(), start()).prop_map(|(when, start)| Act::Kill(when, start)),
        1 => Just(Act::Look),
    ]
}

fn start() -> impl Strategy<Value = Start> {
    prop_oneof![4 => Just(Start::Whole), 2 => Just(Start::Slow), 1 => Just(Start::Alone)]
}

impl World {
    fn new(hole: Hole) -> Self {
        let page = Page::default();
        page.moved_on();
        Self {
            store: Repository::new(page.clone(), Space::Book),
            page,
            registry: Registry::new(today()),
            imports: commands::Imports::default(),
            clock: Clock::new(device(1)),
            mirror: Texts::new(),
            works: true,
            met: Met::Whole,
            has_kept: false,
            fresh: Marks::new(),
            now: NOON,
            count: 0,
            points: Vec::new(),
            hole,
            must: Marks::new(),
            away: Marks::new(),
            ever: Marks::new(),
            going: Marks::new(),
        }
    }

    fn marks(&self) -> Marks {
        let sets = self.registry.records().flat_map(Record::changes).filter_map(|change| change.fields().get("name"));
        sets.filter_map(|name| name.as_str().map(str::to_owned)).collect()
    }

    fn mark(&mut self) -> String {
        self.count += 1;
        self.now += 1_000;
        let mark = format!("Contoh {}", self.count);
        self.ever.insert(mark.clone());
        if self.met != Met::Whole {
            self.fresh.insert(mark.clone());
        }
        mark
    }

    fn keep(&mut self, mut touched: Touched) {
        self.has_kept |= !touched.is_empty();
        self.store.save(&self.registry, &mut touched).unwrap();
        let at = self.clock.tick(self.now);
        if self.met != Met::Whole {
            // What is back is gone on from.
            let there = self.marks();
            self.away.retain(|mark| !there.contains(mark));
        }
        if self.met == Met::NotYet {
            let apart = self.page.known().apart(at);
            self.page.put(&epochs_key(Space::Book), &apart.text());
            self.page.know(apart);
            self.met = Met::NotedAlone;
        }
    }

    fn instead(&mut self, replaced: &Replaced, act: impl FnOnce(&mut Self)) {
        let before = self.marks();
        let mut epochs = self.store.epochs();
        epochs.unite(&self.page.known());
        if self.hole != Hole::NoMark {
            let at = self.clock.tick(self.now);
            epochs.raise(replaced, at);
        }
        self.page.know(epochs.clone());
        let page = self.page.in_mode(WriteMode::Replace);
        match replaced {
            Replaced::All => page.note(PREFIX, None, true),
            Replaced::Records => {
                for place in RECORD_PLACES {
                    page.note(&format!("{PREFIX}{place}"), None, true);
                }
            }
            Replaced::Aggregates(_) | Replaced::Beside(_) => {}
        }
        let replacing = self.store.through(page.clone());
        let merging = std::mem::replace(&mut self.store, replacing);
        act(self);
        self.store = merging;
        page.note(&epochs_key(Space::Book), Some(epochs.clone().for_mirror().text()), false);
        page.put(&epochs_key(Space::Book), &epochs.text());
        let after = self.marks();
        if *replaced == Replaced::All || *replaced == Replaced::Records {
            self.must = self.must.intersection(&after).cloned().collect();
        }
        for mark in before.difference(&after) {
            self.must.remove(mark);
            self.fresh.remove(mark);
            self.going.insert(mark.clone());
        }
        for mark in &after {
            self.away.remove(mark);
            self.going.remove(mark);
        }
    }

    fn reopen(&mut self) {
        let loaded = self.store.load(today()).unwrap();
        self.page.know(loaded.epochs);
        self.registry = loaded.registry;
        self.imports = commands::Imports::default();
    }

    /// One transaction.
    fn write(&mut self) {
        let notes: Vec<Note> = {
            let notes = &mut self.page.0.borrow_mut().notes;
            let Some(mode) = notes.first().map(|note| note.mode) else { return };
            let alike = notes.iter().take_while(|note| note.mode == mode).count();
            notes.drain(..if mode == WriteMode::Merge { alike.min(2) } else { alike }).collect()
        };
        let mut settler = Settler::new(Own { devices: vec![device(1)], now_ms: self.now });
        settler.look(Space::Book, self.mirror.get(&epochs_key(Space::Book)).map(String::as_str));
        for Note { key, text, mode, epoch, all } in notes {
            if all {
                self.mirror.retain(|name, _| !name.starts_with(&key));
                continue;
            }
            let there = self.mirror.get(&key).cloned();
            let offer = Offer { text, unite: mode == WriteMode::Merge, epoch };
            match settler.settle(&key, there.as_deref(), offer) {
                Some(text) => drop(self.mirror.insert(key, text)),
                None => drop(self.mirror.remove(&key)),
            }
        }
        if self.hole == Hole::Forgets {
            self.mirror.clear();
        }
    }

    fn write_all(&mut self) {
        while !self.page.0.borrow().notes.is_empty() {
            self.write();
        }
    }

    /// The page says "saved".
    fn saved(&mut self) -> Result<(), TestCaseError> {
        if self.works {
            if self.met != Met::Whole {
                self.look()?;
            }
            self.write_all();
            self.must = self.marks();
            self.away = self.ever.difference(&self.must).cloned().collect();
            self.going.clear();
        }
        Ok(())
    }

    fn flush(&mut self) {
        let page = self.page.texts();
        self.page.0.borrow_mut().since = vec![page];
        if !self.works && (self.has_kept || self.met == Met::Whole) {
            // Without a second copy this is all there is. Nobody has gone on from what a start alone brought back.
            self.must.extend(self.marks());
            self.away.append(&mut self.going);
        }
    }

    /// The second copy is read: nothing of what was entered before that is lost by it.
    fn look(&mut self) -> Result<(), TestCaseError> {
        self.met = Met::Whole;
        self.write_all();
        let (known, texts) = (self.page.known(), self.mirror.clone().into_iter().collect::<Vec<_>>());
        let own = Own { devices: vec![device(1)], now_ms: self.now };
        let side = Side { epochs: &known, quarantine: &[], own: &own };
        let found = self.store.reunite(&mut self.registry, side, &texts).unwrap();
        if let Some(epochs) = &found.epochs {
            self.page.know(epochs.clone());
        }
        self.clock = self.registry.clock(device(1), None, self.now);
        self.store.take_over(&found).unwrap();
        self.keep(found.touched.clone());
        if let Some(epochs) = &found.epochs {
            self.page.put(&epochs_key(Space::Book), &epochs.text());
        }
        let page = self.page.in_mode(WriteMode::Repair);
        for key in &found.behind {
            page.note(key, self.store.text(&self.registry, key).unwrap(), false);
        }
        if let Some(epochs) = &found.epochs {
            page.note(&epochs_key(Space::Book), Some(epochs.text()), false);
        }
        self.write_all();
        let there = self.marks();
        let lost: Vec<String> = std::mem::take(&mut self.fresh).difference(&there).cloned().collect();
        prop_assert!(lost.is_empty(), "lost by the second copy: {lost:?}");
        Ok(())
    }

    fn kill(&mut self, when: u8, start: Start) -> Result<(), TestCaseError> {
        let works = start != Start::Alone;
        let texts = {
            let inner = self.page.0.borrow();
            let since = &inner.since;
            since[usize::from(when) * since.len() / 256].clone()
        };
        let fresh = MemoryStorage::default();
        for (name, written) in &texts {
            fresh.write(name, written).unwrap();
        }
        *self.page.0.borrow_mut() = Inner { storage: fresh, since: vec![texts], ..Inner::default() };
        self.store = Repository::new(self.page.clone(), Space::Book);
        self.now += 5_000;
        self.works = works;
        self.met = Met::NotYet;
        self.has_kept = false;
        self.going.clear();
        self.fresh.clear();
        self.reopen();
        self.clock = self.registry.clock(device(1), None, self.now);
        match start {
            // What is back is seen, and may be gone on from; nobody is told that it is whole.
            Start::Alone => {
                let there = self.marks();
                self.away.retain(|mark| !there.contains(mark));
                Ok(())
            }
            Start::Slow => Ok(()),
            Start::Whole => self.become_whole(),
        }
    }

    /// The second copy is read: now what was called saved has to be there.
    fn become_whole(&mut self) -> Result<(), TestCaseError> {
        self.look()?;
        let there = self.marks();
        let lost: Vec<&String> = self.must.difference(&there).collect();
        prop_assert!(lost.is_empty(), "lost: {lost:?}");
        let back: Vec<&String> = self.away.intersection(&there).collect();
        prop_assert!(back.is_empty(), "back: {back:?}");
        let again = self.store.load(today()).unwrap().registry;
        prop_assert!(again.records().eq(self.registry.records()), "the storage says the same");
        self.saved()
    }

    fn act(&mut self, act: &Act) -> Result<(), TestCaseError> {
        let replaces = matches!(act, Act::File(..) | Act::Undo(_) | Act::GoBack(_) | Act::Clear);
        if replaces && self.works && self.met != Met::Whole {
            // The page puts it off until the second copy has been read.
            self.become_whole()?;
        }
        match *act {
            Act::Type(group) => {
                let mark = self.mark();
                let stamp = self.clock.tick(self.now);
                let seen = self.registry.record(&id(group).to_string()).map(|it| it.fold().heads).unwrap_or_default();
                let touched = commands::save(
                    &mut self.registry,
                    "group",
                    id(group),
                    stamp,
                    &seen,
                    fields(&[("name", json!(mark))]),
                );
                self.keep(touched);
            }
            Act::File(one, other) => {
                let (mark, more) = (self.mark(), self.mark());
                let seconds = u64::try_from(self.count).unwrap() * 3;
                let record = |number: u8, kind, lane, set: &[_]| {
                    let change = Change::set(at(seconds + lane, 9), vec![], fields(set));
                    Record::new(id(number).to_string(), kind, vec![change])
                };
                let member = 100 + u8::try_from(self.count % 100).unwrap();
                let group = json!(id(other).to_string());
                let records = vec![
                    record(one, "group", 0, &[("name", json!(mark))]),
                    record(member, "member", 1, &[("name", json!(more)), ("group", group)]),
                ];
                self.imports.begin(self.count);
                let (touched, undo) = commands::import(&mut self.registry, records).unwrap();
                self.imports.note(undo);
                self.keep(touched);
            }
            Act::Undo(which) if !self.imports.is_empty() => {
                let mut imports = std::mem::take(&mut self.imports);
                let place = usize::from(which) % imports.len();
                let before = self.registry.clone();
                let taken = commands::undo_import(&mut self.registry, &mut imports, place);
                let after = std::mem::replace(&mut self.registry, before);
                let aggregates = [taken.touched.gained(), taken.touched.lost()].concat();
                self.instead(&Replaced::Aggregates(aggregates), |world| {
                    world.registry = after;
                    world.keep(taken.touched);
                });
                self.imports = imports;
            }
            Act::Point => self.points.push(self.store.point(&self.registry, Cause::Import, self.now).unwrap().1),
            Act::GoBack(which) if !self.points.is_empty() => {
                let texts = self.points[usize::from(which) % self.points.len()].clone();
                self.instead(&Replaced::Records, |world| {
                    world.store.go_back(&texts).unwrap();
                    world.registry = world.store.load(today()).unwrap().registry;
                });
                self.imports = commands::Imports::default();
            }
            Act::Clear => {
                self.instead(&Replaced::All, |world| {
                    world.store.clear().unwrap();
                    world.registry = Registry::new(today());
                });
                self.imports = commands::Imports::default();
            }
            Act::Write if self.works => self.write(),
            Act::Saved => self.saved()?,
            Act::Break => self.works = false,
            Act::Flush => self.flush(),
            Act::Kill(when, start) => self.kill(when, start)?,
            Act::Look if self.works && self.met != Met::Whole => self.become_whole()?,
            Act::Undo(_) | Act::GoBack(_) | Act::Write | Act::Look => {}
        }
        Ok(())
    }
}

fn live(hole: Hole, acts: &[Act]) -> Result<(), TestCaseError> {
    let mut world = World::new(hole);
    for act in acts {
        world.act(act)?;
    }
    world.kill(0, Start::Whole)?;
    world.kill(255, Start::Whole)
}

proptest! {
    #![proptest_config(cases(300))]
    #[test]
    fn what_was_called_saved_holds_and_what_was_taken_away_stays_away(acts in prop::collection::vec(act(), 1..40)) {
        live(Hole::None, &acts)?;
    }
}

/// The model is worth something only if it notices.
#[test]
fn steps_without_a_mark_and_a_mirror_that_forgets_are_noticed() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for hole in [Hole::NoMark, Hole::Forgets] {
        let acts = prop::collection::vec(act(), 20..40);
        let is_noticed = (0..200).any(|_| {
            let acts = acts.new_tree(&mut runner).unwrap().current();
            live(hole, &acts).is_err()
        });
        assert!(is_noticed, "{hole:?}");
    }
}
