//! The import worker: long work on files, away from the page.
//!
//! It is handed the texts of the book and files, and answers what they are and what taking them in would do; it changes
//! nothing, since the book has one writer, which is the page. In the app it runs in a worker (`src/bin/import_worker.rs`), in tests here.
//! Deliberately absent: the browser, the clock, and any memory between two looks.

mod protocol;
mod twins;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Date, Id};
use crate::duplicates::{Suspect, find};
use crate::exchange::{
    File, From, Header, ImportStatus, Incoming, Kind, Plan, ReadError, Removals, Sifted, Way, is_sealed, read_telling,
    sift, write,
};
use crate::history::Record;
use crate::kinds::About;
use crate::registry::{Aggregate, Registry};
use crate::sample::{Sample, sample};
use crate::store;

pub use protocol::{Answer, Ask, Contents, InspectedFile, Inspection, Outcome, PlanCounts, Progress, Stage};

/// A place where files are looked at.
#[derive(Debug)]
pub struct ImportWorker {
    registry: Registry,
    /// Bytes of the book as JSON.
    bytes: usize,
    files: Vec<LoadedFile>,
    /// What of the files is not taken.
    sifted: Sifted,
    removals: Removals,
    /// What of it is granted.
    granted: BTreeSet<String>,
    plan: Option<Plan>,
}

/// A file in the import worker.
#[derive(Debug)]
struct LoadedFile {
    name: String,
    /// How many bytes it has.
    bytes: usize,
    content: Content,
}

#[derive(Debug)]
enum Content {
    Good(Header, Vec<(Aggregate, Vec<Record>)>),
    Refused(ReadError),
    Left,
}

/// Tells how far the work is.
pub type Tell<'a> = &'a mut dyn FnMut(Progress);

/// How many are done between two words of it.
const EACH: usize = 128;

impl Default for ImportWorker {
    fn default() -> Self {
        Self {
            registry: Registry::new(Date::from_unix_days(0)),
            bytes: 0,
            files: Vec::new(),
            sifted: Sifted::default(),
            removals: Removals::default(),
            granted: BTreeSet::new(),
            plan: None,
        }
    }
}

impl ImportWorker {
    /// Looks at a small file of invented groups, half of which are in a book already, and keeps nothing of it. A browser makes
    /// machine code of a function when it is first called, and good code after some work with it: without practice the first
    /// real file takes twice as long.
    pub fn warm_up() {
        let records = sample(Sample { groups: 20, members: 160, seed: 1 });
        let (id, app) = (String::new(), String::new());
        let header =
            Header { kind: Kind::Full, id, created_ms: 0, app, from: From::default(), about: About::default() };
        let text = write(&header, records.iter());
        let half = records.into_iter().step_by(2).collect();
        let mut worker = Self { registry: Registry::of(Date::from_unix_days(0), half), ..Self::default() };
        worker.look(vec![(String::new(), Ok(text.into_bytes()))], &mut |_| {});
    }

    /// Reads the book, given by the texts of its aggregates, as of a day. One that is broken is none; the page has set it in quarantine.
    pub fn take_book(&mut self, texts: &[String], today: Date, tell: Tell) {
        let mut records = Vec::new();
        self.bytes = 0;
        for (done, text) in texts.iter().enumerate() {
            if done % EACH == 0 {
                tell(Progress { stage: Stage::Book, done, of: texts.len() });
            }
            let (found, bytes) = store::records_and_bytes_in(text).unwrap_or_default();
            records.extend(found);
            self.bytes += bytes;
        }
        self.registry = Registry::of(today, records);
    }

    /// The text of a file of the book.
    pub fn make(&self, header: &Header, contents: &Contents) -> String {
        let registry = &self.registry;
        match contents {
            Contents::All => write(header, registry.records()),
            Contents::Recap => write(header, registry.recaps(header.made()).iter()),
            Contents::Some { groups, own, rest: false } => {
                let own = own.iter().flat_map(|id| registry.records_at(Aggregate::Own(*id)));
                write(header, registry.records_to_send(groups).into_iter().chain(own))
            }
            Contents::Some { groups, own, rest: true } => {
                let groups = groups.iter().map(|id| Aggregate::Group(*id));
                let aggregates = groups.chain(own.iter().map(|id| Aggregate::Own(*id))).chain([Aggregate::Shared]);
                write(header, aggregates.flat_map(|aggregate| registry.records_at(aggregate)))
            }
        }
    }

    /// The suspected duplicates of the book.
    pub fn suspects(&self, tell: Tell) -> Vec<Suspect> {
        let mut told = 0;
        find(&self.registry, &mut |done, of| {
            // It is heard at each group and at each day of birth, and a word to the page costs more than either.
            if done == of || done >= told + 8 * EACH {
                told = done;
                tell(Progress { stage: Stage::People, done, of });
            }
        })
    }

    /// Looks at files, each with its name, and with its bytes or why there are none.
    pub fn look(&mut self, files: Vec<(String, Result<Vec<u8>, ReadError>)>, tell: Tell) -> Inspection {
        self.files = files
            .into_iter()
            .map(|(name, bytes)| {
                let length = bytes.as_ref().map_or(0, Vec::len);
                let read = bytes.and_then(|bytes| {
                    // The page has put in quarantine what it can ask a passphrase for; to a reader this would be of a newer version.
                    if is_sealed(&bytes) {
                        return Err(ReadError::Sealed);
                    }
                    read_telling(&bytes, &mut |done, of| {
                        if done % EACH == 0 {
                            tell(Progress { stage: Stage::File, done, of });
                        }
                    })
                });
                LoadedFile { name, bytes: length, content: read.map_or_else(Content::Refused, Content::of) }
            })
            .collect();
        self.granted.clear();
        self.looked(tell)
    }

    /// Looks at the others only.
    pub fn leave(&mut self, place: usize, tell: Tell) -> Inspection {
        if let Some(file) = self.files.get_mut(place) {
            file.content = Content::Left;
        }
        self.looked(tell)
    }

    /// Looks anew, with leave to take these records away and no others.
    pub fn grant(&mut self, granted: Vec<String>, tell: Tell) -> Inspection {
        self.granted = granted.into_iter().collect();
        self.looked(tell)
    }

    /// Some of what the files would take away.
    pub fn removals(&self, from: usize, count: usize) -> Answer {
        let all = self.removals.all();
        Answer::Removals { removals: all.iter().skip(from).take(count).cloned().collect(), of: all.len() }
    }

    /// Some of the groups that stand so, or of all.
    pub fn cards(&self, status: Option<ImportStatus>, from: usize, count: usize) -> Answer {
        let groups = self.plan.iter().flat_map(|plan| &plan.groups);
        let wanted = groups.filter(|group| status.is_none_or(|status| group.status == status));
        Answer::Cards { cards: wanted.clone().skip(from).take(count).cloned().collect(), of: wanted.count() }
    }

    /// Some of the records that belong to nothing but themselves and are brought.
    pub fn alone(&self, from: usize, count: usize) -> Answer {
        let wanted = self.plan.iter().flat_map(|plan| &plan.alone).filter(|one| one.status.brings());
        Answer::Alone { cards: wanted.clone().skip(from).take(count).cloned().collect(), of: wanted.count() }
    }

    /// The records of some aggregates of a file, without what would take away a record that is not granted.
    pub fn batch(&self, place: usize, from: usize, count: usize, without: &[Id], granted: &[String]) -> Answer {
        let aggregates: &[_] = match self.files.get(place).map(|file| &file.content) {
            Some(Content::Good(_, aggregates)) => aggregates,
            _ => &[],
        };
        let is_wanted = |aggregate: &Aggregate| !matches!(aggregate, Aggregate::Group(id) if without.contains(id));
        let wanted = aggregates.iter().filter(|(aggregate, _)| is_wanted(aggregate));
        let of = wanted.clone().count();
        let granted = granted.iter().cloned().collect();
        let withheld = self.removals.granting(&granted);
        let rest = |records: &Vec<Record>| -> Vec<Record> {
            let taken = records.iter().filter(|record| self.sifted.takes(place, record));
            taken.filter_map(|record| withheld.rest(record)).map(Cow::into_owned).collect()
        };
        let aggregates: Vec<Vec<Record>> = wanted.skip(from).take(count).map(|(_, records)| rest(records)).collect();
        let next = Some(from + aggregates.len()).filter(|next| *next < of);
        Answer::Batch { aggregates, next, of }
    }

    /// What is in the import worker, and what it would do.
    fn looked(&mut self, tell: Tell) -> Inspection {
        let files = self.files.iter().enumerate().filter(|(_, file)| matches!(file.content, Content::Good(..)));
        let files = files.map(|(place, file)| Incoming { place, bytes: file.bytes, records: file.content.records() });
        self.sifted = sift(&self.registry, self.bytes, files);
        for place in &self.sifted.too_large {
            self.files[*place].content = Content::Refused(ReadError::Full);
        }
        let mut files: Vec<Vec<&Record>> = Vec::new();
        for (place, file) in self.files.iter().enumerate() {
            files.push(file.content.records().filter(|record| self.sifted.takes(place, record)).collect());
        }
        self.removals = Removals::of(&self.registry, &files);
        let granted = |id: &&String| self.removals.all().iter().any(|removal| removal.id == **id);
        let granted: Vec<String> = self.granted.iter().filter(granted).cloned().collect();
        let withheld = self.removals.granting(&self.granted);
        let mut incoming = files.iter().flatten().filter_map(|record| withheld.rest(record));
        let is_read = self.files.iter().any(|file| matches!(file.content, Content::Good(..)));
        let plan = is_read.then(|| {
            Plan::telling(&self.registry, &mut incoming, &mut |done, of| {
                if done % EACH == 0 {
                    tell(Progress { stage: Stage::Groups, done, of });
                }
            })
        });
        self.plan = plan.and_then(Result::ok).map(|(mut plan, scratch)| {
            let twins = twins::twins(&self.registry, &scratch);
            plan.suspect(|group| twins.get(&group).cloned().unwrap_or_default());
            plan
        });
        let remarks = self.plan.iter().flat_map(|plan| &plan.remarks);
        let erasing = self.removals.all().iter().filter(|removal| removal.way == Way::Erased).count();
        Inspection {
            files: self.files.iter().map(LoadedFile::seen).collect(),
            plan: self.plan.as_ref().map(summary),
            remarks: self.sifted.remarks.iter().chain(remarks).cloned().collect(),
            erasing,
            hiding: self.removals.all().len() - erasing,
            granted,
        }
    }
}

impl Content {
    /// A file, its records by aggregate: in this order they are taken in.
    fn of(file: File) -> Self {
        let mut aggregates: BTreeMap<Aggregate, Vec<Record>> = BTreeMap::new();
        for record in file.records {
            aggregates.entry(Aggregate::of(&record)).or_default().push(record);
        }
        Self::Good(file.header, aggregates.into_iter().collect())
    }

    fn records(&self) -> impl Iterator<Item = &Record> {
        let aggregates: &[_] = if let Self::Good(_, aggregates) = self { aggregates } else { &[] };
        aggregates.iter().flat_map(|(_, records)| records)
    }
}

impl LoadedFile {
    fn seen(&self) -> InspectedFile {
        let outcome = match &self.content {
            Content::Good(header, _) => Outcome::Good(header.clone()),
            Content::Refused(error) => Outcome::Refused(error.clone()),
            Content::Left => Outcome::Left,
        };
        InspectedFile { name: self.name.clone(), outcome }
    }
}

fn summary(plan: &Plan) -> PlanCounts {
    PlanCounts {
        before: plan.before,
        after: plan.after,
        counts: ImportStatus::ALL.map(|status| plan.count(status)),
        alone: ImportStatus::ALL.map(|status| plan.count_alone(status)),
        others: plan.others,
    }
}
