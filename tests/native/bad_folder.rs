//! Every file of `tests/fixtures/bad`, bad or merely strange, goes the way of the app: what a person reads of it stands in
//! `sentences.tsv`, word for word, and a file that is not good leaves every byte of the book as it was.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::time::{Duration, Instant};

use buku_kube::exchange::{self, ReadError, Sealed, is_sealed};
use buku_kube::i18n::Lang;
use buku_kube::import_worker::{Answer, ImportWorker, Inspection, Outcome};
use buku_kube::lists::TableError;
use buku_kube::registry::{Registry, commands};
use buku_kube::storage::{MemoryStorage, Storage};
use buku_kube::store::{Repository, Space};

use crate::bad_files::assert_plain;
use crate::invented::*;

const FOLDER: &str = "tests/fixtures/bad";
const TABLE: &str = "sentences.tsv";
const BOOK: &str = include_str!("../fixtures/v1/full.json");

/// It is one of ours, and is shown before it is taken in.
const GOOD: &str = "good";
/// It is a list, whose columns are then chosen.
const LIST: &str = "list";
/// It is locked, and its passphrase is asked for. What comes of that is held in the browser, which has the cipher.
const ASKED: &str = "asked";

/// The table: of each file what is read of it, in Indonesian and in English.
fn table() -> BTreeMap<String, [String; 2]> {
    let text = fs::read_to_string(format!("{FOLDER}/{TABLE}")).unwrap();
    let mut table = BTreeMap::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let [name, id, en] = line.split('\t').collect::<Vec<_>>().try_into().expect(line);
        assert!(table.insert(name.to_owned(), [id, en].map(str::to_owned)).is_none(), "{name} stands there twice");
    }
    table
}

/// The bytes as `page/worker.js` hands them over: unzipped where that can be done, else as they are.
fn unzipped(bytes: Vec<u8>) -> Vec<u8> {
    let inner = || {
        let body = bytes.strip_prefix(b"\x1f\x8b\x08\0")?.get(6..)?;
        let (packed, end) = body.split_last_chunk::<8>()?;
        let plain = miniz_oxide::inflate::decompress_to_vec(packed).ok()?;
        let sum = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC).checksum(&plain);
        (end[..4] == sum.to_le_bytes()).then_some(plain)
    };
    inner().unwrap_or(bytes)
}

/// A book in its storage, as the app keeps it.
struct Kept {
    registry: Registry,
    store: Repository<MemoryStorage>,
}

impl Kept {
    fn filled() -> Self {
        let (registry, store) = (Registry::new(today()), Repository::new(MemoryStorage::default(), Space::Book));
        let mut kept = Self { registry, store };
        kept.take_in(exchange::read(BOOK.as_bytes()).unwrap().records);
        kept
    }

    fn take_in(&mut self, records: Vec<buku_kube::history::Record>) {
        let (mut touched, _) = commands::import(&mut self.registry, records).unwrap();
        self.store.save(&self.registry, &mut touched).unwrap();
    }

    /// Every key and text.
    fn texts(&self) -> BTreeMap<String, String> {
        let on = self.store.storage();
        let keys = on.keys("").unwrap();
        keys.into_iter().map(|key| (key.clone(), on.read(&key).unwrap().unwrap())).collect()
    }

    /// Does with a file what the app does when a person chooses it and agrees; answers what is read of it.
    fn open(&mut self, name: &str, bytes: Vec<u8>) -> Option<[String; 2]> {
        let both = |word: &str| Some([word.to_owned(), word.to_owned()]);
        if is_sealed(&bytes) {
            return match Sealed::parse(&bytes) {
                Ok(_) => both(ASKED),
                Err(error) => Some(Lang::ALL.map(|lang| lang.seal_error(error))),
            };
        }
        let bytes = unzipped(bytes);
        let mut worker = ImportWorker::default();
        worker.take_book(&self.store.texts(&self.registry, &BTreeMap::new()), today(), &mut |_| {});
        let inspection = worker.look(vec![(name.to_owned(), Ok(bytes.clone()))], &mut |_| {});
        let Answer::Batch { aggregates, next: None, .. } = worker.batch(0, 0, usize::MAX, &[], &[]) else {
            panic!("{name}")
        };
        let was_handed_out = !aggregates.is_empty();
        for records in aggregates {
            self.take_in(records);
        }
        match &inspection.files[0].outcome {
            Outcome::Good(_) => both(GOOD),
            Outcome::Left => panic!("{name}"),
            Outcome::Refused(error) => {
                assert!(inspection.plan.is_none() && !was_handed_out, "{name}");
                refusal(name, &bytes, &inspection, error)
            }
        }
    }
}

/// What is read of a file that is refused; nothing where it may be a list, and this build cannot read any.
fn refusal(name: &str, bytes: &[u8], inspection: &Inspection, error: &ReadError) -> Option<[String; 2]> {
    let refused = Lang::ALL.map(|lang| lang.read_error(error));
    let Some(is_text) = inspection.may_be_list() else { return Some(refused) };
    match list(name, bytes, is_text)? {
        Ok(()) => Some([LIST.to_owned(), LIST.to_owned()]),
        Err(error) if is_text && !error.is_of_a_table() => Some(refused),
        Err(error) => Some(Lang::ALL.map(|lang| lang.table_error(error))),
    }
}

#[cfg(feature = "sheets")]
#[allow(clippy::unnecessary_wraps)] // a build without the feature answers nothing
fn list(name: &str, bytes: &[u8], is_text: bool) -> Option<Result<(), TableError>> {
    use buku_kube::lists::speaks_for_itself;
    use buku_kube::sheets::read::table;

    // The reader may break down over a damaged workbook; the page takes the silence of its worker for damage, too.
    let read = std::panic::catch_unwind(|| table(bytes, name)).unwrap_or(Err(TableError::Damaged));
    Some(read.and_then(|sheets| if is_text { speaks_for_itself(&sheets) } else { Ok(()) }))
}

#[cfg(not(feature = "sheets"))]
fn list(_: &str, _: &[u8], _: bool) -> Option<Result<(), TableError>> {
    None
}

#[test]
fn every_file_of_the_folder_is_told_as_the_table_says_and_a_bad_one_leaves_the_books_bytes_as_they_are() {
    let table = table();
    let names = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let there: BTreeSet<String> = names.filter(|name| name != TABLE).collect();
    assert_eq!(there, table.keys().cloned().collect(), "no file without its sentence, no sentence without its file");
    let refused = table.values().filter(|said| said[0].ends_with('.')).count();

    let full = Kept::filled().texts();
    assert!(full.len() > 3, "there is something to lose");
    let (mut kept, mut slowest) = (Kept::filled(), (Duration::ZERO, String::new()));
    let mut wrong = Vec::new();
    for (name, expected) in &table {
        let bytes = fs::read(format!("{FOLDER}/{name}")).unwrap();
        #[allow(clippy::disallowed_methods)] // how long it takes is measured
        let began = Instant::now();
        let said = kept.open(name, bytes);
        slowest = slowest.max((began.elapsed(), name.clone()));
        let is_good = said.as_ref().is_some_and(|said| said[0] == GOOD);
        if said.as_ref().is_some_and(|said| said != expected) {
            wrong.push(format!("{name}\t{}", said.unwrap_or_default().join("\t")));
        }
        if is_good {
            let loaded = kept.store.load(today()).unwrap();
            assert!(loaded.registry.records().eq(kept.registry.records()), "{name} is kept as it was taken in");
            kept = Kept::filled();
        } else {
            assert_eq!(kept.texts(), full, "{name}");
        }
    }
    assert!(wrong.is_empty(), "other words than in the table:\n{}", wrong.join("\n"));
    assert!(refused >= 60, "{refused} are refused");
    println!("{} files, {refused} refused; the slowest is {} with {:?}", table.len(), slowest.1, slowest.0);
    assert!(slowest.0 < Duration::from_secs(1), "{slowest:?}");
}

#[test]
fn every_sentence_is_plain() {
    for sentence in table().into_values().flatten().filter(|said| said.contains(' ')) {
        assert_plain(&sentence);
    }
}

#[test]
fn a_locked_file_that_comes_out_of_another_is_called_locked_and_not_newer() {
    for name in ["own.json", "jose-general.json"] {
        let bytes = fs::read(format!("tests/fixtures/sealed/{name}")).unwrap();
        let inspection = ImportWorker::default().look(vec![(name.to_owned(), Ok(bytes))], &mut |_| {});
        assert_eq!(inspection.files[0].outcome, Outcome::Refused(ReadError::Sealed), "{name}");
    }
}
