//! The desk: long work on files, away from the page.
//!
//! It is handed the texts of the book and files, and answers what they are and what taking them in would do; it changes
//! nothing, since the book has one writer, which is the page. In the app it runs in a worker (`src/bin/desk.rs`), in tests here.
//! Deliberately absent: the browser, the clock, and any memory between two looks.

mod protocol;
mod twins;

use std::collections::BTreeMap;

use crate::domain::{About, Date, Id};
use crate::duplicates::{Suspect, find};
use crate::exchange::{File, From, Header, Kind, Plan, ReadError, Standing, is_sealed, read_telling, write};
use crate::history::Record;
use crate::registry::{Home, Registry};
use crate::sample::{Sample, sample};
use crate::store;

pub use protocol::{Answer, Ask, Contents, Looked, Outcome, Progress, Seen, Stage, Summary};

/// A place where files are looked at.
#[derive(Debug)]
pub struct Desk {
    registry: Registry,
    papers: Vec<Paper>,
    plan: Option<Plan>,
}

/// A file on the desk.
#[derive(Debug)]
struct Paper {
    name: String,
    content: Content,
}

#[derive(Debug)]
enum Content {
    Good(Header, Vec<(Home, Vec<Record>)>),
    Refused(ReadError),
    Left,
}

/// Tells how far the work is.
pub type Tell<'a> = &'a mut dyn FnMut(Progress);

/// How many are done between two words of it.
const EACH: usize = 128;

impl Default for Desk {
    fn default() -> Self {
        Self { registry: Registry::new(Date::from_unix_days(0)), papers: Vec::new(), plan: None }
    }
}

impl Desk {
    /// Looks at a small file of invented groups, half of which are in a book already, and keeps nothing of it. A browser makes
    /// machine code of a function when it is first called, and good code after some work with it: without practice the first
    /// real file takes twice as long.
    pub fn practise() {
        let records = sample(Sample { groups: 20, members: 160, seed: 1 });
        let (id, app) = (String::new(), String::new());
        let header =
            Header { kind: Kind::Full, id, created_ms: 0, app, from: From::default(), about: About::default() };
        let text = write(&header, records.iter());
        let half = records.into_iter().step_by(2).collect();
        let mut desk = Self { registry: Registry::of(Date::from_unix_days(0), half), ..Self::default() };
        desk.look(vec![(String::new(), Ok(text.into_bytes()))], &mut |_| {});
    }

    /// Reads the book, given by the texts of its homes, as of a day. One that is broken is none; the page has set it aside.
    pub fn take_book(&mut self, texts: &[String], today: Date, tell: Tell) {
        let mut records = Vec::new();
        for (done, text) in texts.iter().enumerate() {
            if done % EACH == 0 {
                tell(Progress { stage: Stage::Book, done, of: texts.len() });
            }
            records.extend(store::records_in(text).unwrap_or_default());
        }
        self.registry = Registry::of(today, records);
    }

    /// The text of a file of the book.
    pub fn make(&self, header: &Header, contents: &Contents) -> String {
        let registry = &self.registry;
        match contents {
            Contents::All => write(header, registry.records()),
            Contents::Recap => write(header, registry.recaps().iter()),
            Contents::Some { groups, rest: false } => write(header, registry.records_to_send(groups).into_iter()),
            Contents::Some { groups, rest: true } => {
                let homes = groups.iter().map(|id| Home::Group(*id)).chain([Home::Rest]);
                write(header, homes.flat_map(|home| registry.records_at(home)))
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
    pub fn look(&mut self, files: Vec<(String, Result<Vec<u8>, ReadError>)>, tell: Tell) -> Looked {
        self.papers = files
            .into_iter()
            .map(|(name, bytes)| {
                let read = bytes.and_then(|bytes| {
                    // The page has set aside what it can ask a passphrase for; to a reader this would be of a newer version.
                    if is_sealed(&bytes) {
                        return Err(ReadError::Sealed);
                    }
                    read_telling(&bytes, &mut |done, of| {
                        if done % EACH == 0 {
                            tell(Progress { stage: Stage::File, done, of });
                        }
                    })
                });
                Paper { name, content: read.map_or_else(Content::Refused, Content::of) }
            })
            .collect();
        self.looked(tell)
    }

    /// Looks at the others only.
    pub fn leave(&mut self, place: usize, tell: Tell) -> Looked {
        if let Some(paper) = self.papers.get_mut(place) {
            paper.content = Content::Left;
        }
        self.looked(tell)
    }

    /// Some of the groups that stand so, or of all.
    pub fn cards(&self, standing: Option<Standing>, from: usize, count: usize) -> Answer {
        let groups = self.plan.iter().flat_map(|plan| &plan.groups);
        let wanted = groups.filter(|group| standing.is_none_or(|standing| group.standing == standing));
        Answer::Cards { cards: wanted.clone().skip(from).take(count).cloned().collect(), of: wanted.count() }
    }

    /// The records of some homes of a file.
    pub fn batch(&self, place: usize, from: usize, count: usize, without: &[Id]) -> Answer {
        let homes: &[_] = match self.papers.get(place).map(|paper| &paper.content) {
            Some(Content::Good(_, homes)) => homes,
            _ => &[],
        };
        let is_wanted = |home: &Home| !matches!(home, Home::Group(id) if without.contains(id));
        let wanted = homes.iter().filter(|(home, _)| is_wanted(home));
        let of = wanted.clone().count();
        let homes: Vec<Vec<Record>> = wanted.skip(from).take(count).map(|(_, records)| records.clone()).collect();
        let next = Some(from + homes.len()).filter(|next| *next < of);
        Answer::Batch { homes, next, of }
    }

    /// The files that hold an id of another kind than it is of here, or in a file before: each alone is refused.
    fn clashing(&self) -> Vec<usize> {
        let mut kinds: BTreeMap<&str, &str> = BTreeMap::new();
        let mut clashing = Vec::new();
        for (place, paper) in self.papers.iter().enumerate() {
            let is_other = |record: &Record| {
                let known = self.registry.record(record.id()).map(Record::kind);
                known.or(kinds.get(record.id()).copied()).is_some_and(|kind| kind != record.kind())
            };
            if paper.content.records().any(is_other) {
                clashing.push(place);
            } else {
                kinds.extend(paper.content.records().map(|record| (record.id(), record.kind())));
            }
        }
        clashing
    }

    /// What is on the desk, and what it would do.
    fn looked(&mut self, tell: Tell) -> Looked {
        for place in self.clashing() {
            self.papers[place].content = Content::Refused(ReadError::KindClash);
        }
        let good = || self.papers.iter().flat_map(|paper| paper.content.records());
        let is_read = self.papers.iter().any(|paper| matches!(paper.content, Content::Good(..)));
        let plan = is_read.then(|| {
            Plan::telling(&self.registry, &mut good(), &mut |done, of| {
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
        Looked { files: self.papers.iter().map(Paper::seen).collect(), plan: self.plan.as_ref().map(summary) }
    }
}

impl Content {
    /// A file, its records by home: in this order they are taken in.
    fn of(file: File) -> Self {
        let mut homes: BTreeMap<Home, Vec<Record>> = BTreeMap::new();
        for record in file.records {
            homes.entry(Home::of(&record)).or_default().push(record);
        }
        Self::Good(file.header, homes.into_iter().collect())
    }

    fn records(&self) -> impl Iterator<Item = &Record> {
        let homes: &[_] = if let Self::Good(_, homes) = self { homes } else { &[] };
        homes.iter().flat_map(|(_, records)| records)
    }
}

impl Paper {
    fn seen(&self) -> Seen {
        let outcome = match &self.content {
            Content::Good(header, _) => Outcome::Good(header.clone()),
            Content::Refused(error) => Outcome::Refused(error.clone()),
            Content::Left => Outcome::Left,
        };
        Seen { name: self.name.clone(), outcome }
    }
}

fn summary(plan: &Plan) -> Summary {
    Summary {
        before: plan.before,
        after: plan.after,
        counts: Standing::ALL.map(|standing| plan.count(standing)),
        others: plan.others,
    }
}
