//! A list on its way through the app, asked as the page asks: the import worker says what the file is, the worker opens it, the first
//! guess is taken as it stands, and what comes of it is read out of the file that the preview would get.

use std::collections::BTreeMap;

use buku_kube::domain::Id;
use buku_kube::exchange::{self, Kind};
use buku_kube::history::{Clock, Record};
use buku_kube::i18n::Lang;
use buku_kube::import_worker::{ImportWorker, Outcome as Seen};
use buku_kube::lists::{CellProblem, Mapping, Opened, Outcome, Outline, Reason, RowSeen, Target};
use buku_kube::registry::Registry;
use buku_kube::sheets::{Answer, Ask, SheetsWorker};
use buku_kube::storage::MemoryStorage;
use buku_kube::store::{Repository, Space};
use serde_json::{Map, Value};

use crate::invented::{device, header, today};

/// A list that the page shows.
pub struct List {
    worker: SheetsWorker,
    pub opened: Opened,
}

/// What a mapping of it comes to.
pub struct Read {
    pub outline: Outline,
    pub rows: Vec<RowSeen>,
    pub groups: Vec<Group>,
    pub records: Vec<Record>,
}

/// A group that taking the list in would make, with its members.
#[derive(Debug, Default)]
pub struct Group {
    pub fields: Map<String, Value>,
    pub members: Vec<Map<String, Value>>,
}

/// Opens a file in an empty book, or says what the page would say of it.
pub fn open(name: &str, bytes: &[u8]) -> Result<List, String> {
    let mut worker = ImportWorker::default();
    worker.take_book(&[], today(), &mut |_| {});
    let inspection = worker.look(vec![(name.to_owned(), Ok(bytes.to_vec()))], &mut |_| {});
    let refused = || match &inspection.files[0].outcome {
        Seen::Refused(error) => Lang::Id.read_error(error),
        other => panic!("{name}: {other:?}"),
    };
    let Some(is_text) = inspection.may_be_list() else { return Err(refused()) };
    let mut worker = SheetsWorker::default();
    match ask(&mut worker, Ask::Open { name: name.to_owned(), is_text }, Some(bytes)).0 {
        Answer::Opened(Ok(opened)) => Ok(List { worker, opened }),
        Answer::Opened(Err(error)) if is_text && !error.is_of_a_table() => Err(refused()),
        Answer::Opened(Err(error)) => Err(Lang::Id.table_error(error)),
        other => panic!("{name}: {other:?}"),
    }
}

fn ask(worker: &mut SheetsWorker, ask: Ask, file: Option<&[u8]>) -> (Answer, Option<Vec<u8>>) {
    worker.answer(ask, &[], file, &mut |_, _| {})
}

impl List {
    /// The sheet that is shown.
    pub fn sheet(&self) -> &str {
        &self.opened.covers[self.opened.first].name
    }

    /// How many rows it has.
    pub fn height(&self) -> usize {
        self.opened.covers[self.opened.first].rows
    }

    /// Hands over a book, beside which the list is read from then on.
    pub fn beside(&mut self, book: &Registry) {
        let texts = Repository::new(MemoryStorage::default(), Space::Book).texts(book, &BTreeMap::new());
        self.worker.answer(Ask::Book { today: today() }, &texts, None, &mut |_, _| {});
    }

    /// The mapping that is guessed.
    pub fn mapping(&self) -> Mapping {
        self.opened.guessed.guess.mapping.clone()
    }

    /// The columns that have this heading, or begin with it: their places.
    pub fn columns(&self, heading: &str) -> Vec<usize> {
        let folded = plain(heading);
        let columns = self.opened.guessed.columns.iter().map(|column| plain(&column.heading));
        let exact: Vec<usize> =
            columns.clone().enumerate().filter(|(_, own)| *own == folded).map(|(place, _)| place).collect();
        if exact.is_empty() {
            columns.enumerate().filter(|(_, own)| own.starts_with(&folded)).map(|(place, _)| place).collect()
        } else {
            exact
        }
    }

    pub fn heading(&self, column: usize) -> &str {
        self.opened.guessed.columns.get(column).map_or("", |column| &column.heading)
    }

    /// What a column is taken for.
    pub fn target(&self, column: usize) -> Target {
        self.opened.guessed.guess.mapping.columns[column]
    }

    /// Reads the list by this mapping, and makes the file of it.
    pub fn read(&mut self, mapping: Mapping) -> Read {
        let sheet = self.opened.first;
        let Answer::Planned(outline) = ask(&mut self.worker, Ask::Plan { today: today(), sheet, mapping }, None).0
        else {
            panic!()
        };
        let all = Ask::Rows { outcome: None, from: 0, count: usize::MAX };
        let Answer::Rows { rows, .. } = ask(&mut self.worker, all, None).0 else { panic!() };
        let count = (outline.new_groups + outline.new_members) as u64;
        let ids = (1..=count).map(|number| Id::v7(1_000_000 + number, [7; 10])).collect();
        let mut clock = Clock::new(device(7));
        let stamps = (0..outline.records).map(|_| clock.tick(1_000_000)).collect();
        let (_, bytes) = ask(&mut self.worker, Ask::File { header: header(Kind::Delta), ids, stamps }, None);
        let file = exchange::read(&bytes.unwrap()).unwrap();
        let mut groups: BTreeMap<String, Group> = BTreeMap::new();
        for record in &file.records {
            let fields = serde_json::to_value(record.changes()[0].fields()).unwrap();
            let Value::Object(fields) = fields else { panic!() };
            if record.kind() == "group" {
                groups.entry(record.id().to_owned()).or_default().fields = fields;
            } else {
                let group = fields["group"].as_str().unwrap().to_owned();
                groups.entry(group).or_default().members.push(fields);
            }
        }
        Read { outline, rows, groups: groups.into_values().collect(), records: file.records }
    }
}

impl Read {
    /// All members, with the group of each.
    pub fn members(&self) -> impl Iterator<Item = (&Map<String, Value>, &Group)> {
        self.groups.iter().flat_map(|group| group.members.iter().map(move |member| (member, group)))
    }

    /// The row that shows this name; it may be one that is left out.
    pub fn row(&self, name: &str) -> Option<&RowSeen> {
        self.rows.iter().find(|row| plain(&row.name) == plain(name))
    }
}

/// Whether the page says something of a row, and not that it is taken whole: all of it, or one of its columns.
pub fn tells(list: &List, row: &RowSeen, heading: &str) -> bool {
    let is_of = |problem: &CellProblem| list.columns(heading).contains(&problem.column);
    match &row.left_out {
        Some(reason) => *reason != Reason::NoGroup,
        None if heading.is_empty() => matches!(row.outcome, Outcome::Partly | Outcome::LeftOut),
        None => row.problems.iter().any(is_of),
    }
}

/// A text for comparing: one space between words, blind to case.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// The name of a group for comparing, without "KUBE" before it.
pub fn plain_group(text: &str) -> String {
    let text = plain(text);
    text.strip_prefix("kube ").map_or(text.clone(), str::to_owned)
}
