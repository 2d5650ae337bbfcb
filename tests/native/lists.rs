//! The office's lists: each fixture reads as is written beside it, twice is nothing, and no bytes make the readers panic.
//!
//! `NAME.expected` has the mapping that is guessed, then each row. `BUKU_BLESS=1` writes it anew, to be read before it is kept.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use buku_kube::domain::{FieldValue, Id, Year};
use buku_kube::exchange::{self, Kind, write};
use buku_kube::history::{Clock, Fields, Record, Stamp};
use buku_kube::lists::{
    Block, Mapping, Opened, Outcome, Outline, Planned, Reading, Sheet, TableError, guess, plan, read,
};
use buku_kube::registry::{Registry, commands};
use buku_kube::sheets::read::table;
use buku_kube::sheets::{Answer, Ask, SheetsWorker};
use buku_kube::storage::MemoryStorage;
use buku_kube::store::{Repository, Space};

use crate::invented::{device, header, registry, today};

const FIXTURES: [&str; 8] =
    ["dki.xlsx", "kaltara.xlsx", "ruined.xlsx", "dates.csv", "excel-id.csv", "utf16.csv", "groups.xls", "english.ods"];

fn path(name: &str) -> PathBuf {
    Path::new("tests/fixtures/lists").join(name)
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(path(name)).unwrap()
}

fn sheet(name: &str) -> Sheet {
    let mut sheets = table(&bytes(name), name).unwrap();
    assert_eq!(sheets.len(), 1, "{name}: a hidden sheet is not read");
    sheets.remove(0)
}

fn reading(sheet: &Sheet) -> Reading {
    read(sheet, &guess(sheet).mapping, today())
}

/// Plans with ids and stamps that no two plans of a test have in common.
fn planned(registry: &Registry, reading: Reading, round: u64) -> Planned {
    let (mut count, mut clock) = (0, Clock::new(device(7)));
    let mut id = || {
        count += 1;
        Id::v7(round * 1_000_000 + count, [7; 10])
    };
    let mut stamp = || clock.tick(round * 1_000_000);
    plan(registry, reading, &mut id, &mut stamp)
}

fn told(sheet: &Sheet) -> String {
    let guess = guess(sheet);
    let mapping = &guess.mapping;
    let mut out = format!("first row {}, heading of {}\n", mapping.first_row + 1, mapping.heading_rows);
    for (column, (target, sure)) in mapping.columns.iter().zip(&guess.sure).enumerate() {
        writeln!(out, "  {}: {} ({sure:?})", mapping.heading(sheet, column), target.code()).unwrap();
    }
    let whole = &mapping.whole;
    let region = whole.region.map(|region| region.text());
    writeln!(out, "whole {region:?} {:?} {:?} {:?}", whole.programme, whole.year.map(Year::get), whole.group).unwrap();
    writeln!(out, "month first {}", mapping.month_first).unwrap();
    let planned = planned(&registry([]), read(sheet, mapping, today()), 1);
    for row in &planned.reading.rows {
        let group = row.block.and_then(|at| planned.reading.blocks.get(at)).map(Block::name);
        writeln!(out, "\n{} {:?} {:?} in {group:?}", row.number, row.outcome(), row.name).unwrap();
        if let Some(reason) = &row.left_out {
            writeln!(out, "  {reason:?}").unwrap();
        }
        for problem in &row.problems {
            writeln!(out, "  ! {} {:?} {:?}", problem.target.code(), problem.text, problem.problem).unwrap();
        }
        for person in &row.people {
            writeln!(out, "  {}", serde_json::to_string(person).unwrap()).unwrap();
        }
    }
    out.push('\n');
    for record in planned.records.iter().filter(|record| record.kind() == "group") {
        writeln!(out, "group {}", serde_json::to_string(record.changes()[0].fields()).unwrap()).unwrap();
    }
    out
}

#[test]
fn each_list_reads_as_is_written_beside_it() {
    let mut wrong = Vec::new();
    for name in FIXTURES {
        let (told, expected) = (told(&sheet(name)), path(&format!("{name}.expected")));
        if std::env::var_os("BUKU_BLESS").is_some() {
            std::fs::write(&expected, &told).unwrap();
        }
        if std::fs::read_to_string(&expected).unwrap_or_default() != told {
            wrong.push(format!("{name}:\n{told}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_same_list_twice_changes_nothing() {
    for name in FIXTURES {
        let sheet = sheet(name);
        let mut book = registry([]);
        let first = planned(&book, reading(&sheet), 1);
        assert!(first.new_groups > 0 && !first.records.is_empty(), "{name}");
        // On their way in they are a file's text.
        let file = exchange::read(write(&header(Kind::Delta), first.records.iter()).as_bytes()).unwrap();
        let by_id =
            |records: &[Record]| records.iter().map(|it| (it.id().to_owned(), it.clone())).collect::<BTreeMap<_, _>>();
        assert_eq!(by_id(&file.records), by_id(&first.records), "{name}");
        commands::import(&mut book, file.records).unwrap();
        let second = planned(&book, reading(&sheet), 2);
        assert_eq!((second.new_groups, second.new_members, second.changed), (0, 0, 0), "{name}");
        assert_eq!(second.records, [], "{name}");
        assert_eq!(second.reading, first.reading, "{name}: what is left out is the same");
    }
}

#[test]
fn all_lists_in_one_book_in_any_order_come_to_as_many_groups_and_people() {
    let count = |names: &mut dyn Iterator<Item = &&str>| {
        let mut book = registry([]);
        for (round, name) in names.enumerate() {
            let planned = planned(&book, reading(&sheet(name)), round as u64 + 1);
            commands::import(&mut book, planned.records).unwrap();
        }
        let members: usize = book.dossiers().map(|dossier| dossier.members.len()).sum();
        (book.group_count(), members)
    };
    assert_eq!(count(&mut FIXTURES.iter()), count(&mut FIXTURES.iter().rev()));
}

#[test]
fn a_list_that_says_more_adds_to_what_is_here_and_keeps_what_it_does_not_say() {
    let list = |text: &str| table(text.as_bytes(), "list.csv").unwrap().remove(0);
    let mut book = registry([]);
    let take = |book: &mut Registry, text: &str, round| {
        let planned = planned(book, reading(&list(text)), round);
        let counts = (planned.new_groups, planned.new_members, planned.changed);
        let records: Vec<_> =
            planned.records.iter().flat_map(Record::changes).map(|change| change.fields().clone()).collect();
        let left: Vec<_> = planned.reading.rows.iter().filter_map(|row| row.left_out.clone()).collect();
        commands::import(book, planned.records).unwrap();
        (counts, records, left)
    };
    take(&mut book, "Nama KUBE,Nama,NIK,Alamat\nMawar,Contoh Satu,6472030506909001,Jl. Contoh\n", 1);
    // Another spelling of the group and the person, the same address in capitals, and a phone.
    let (counts, set, left) = take(
        &mut book,
        "Nama KUBE,Nama,NIK,Alamat,No HP\nKUBE MAWAR,\"CONTOH SATU, S.Sos\",6472030506909001,JL CONTOH,081200000001\n",
        2,
    );
    assert_eq!((counts, left), ((0, 0, 1), vec![]));
    assert_eq!(set.iter().flat_map(Fields::names).collect::<Vec<_>>(), ["phone"]);
    // The same NIK under another group is no second person, and no move; the new group is not made for nobody.
    let (counts, _, left) = take(&mut book, "Nama KUBE,Nama,NIK\nMelati,Contoh Satu,6472030506909001\n", 3);
    assert_eq!((counts, left.len()), ((0, 0, 0), 1));
    // The same name with another NIK is another person.
    let (counts, ..) = take(&mut book, "Nama KUBE,Nama,NIK\nMawar,Contoh Satu,6472030506909011\n", 4);
    assert_eq!(counts, (0, 1, 0));
    let conflicts: usize = book.dossiers().map(buku_kube::registry::Dossier::conflict_count).sum();
    assert_eq!((book.group_count(), conflicts), (1, 0));
}

/// A workbook of one sheet, with the parts that every reader asks for.
fn xlsx(cells: &str) -> Vec<u8> {
    let relation = |id: &str, kind: &str, target: &str| {
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/></Relationships>"#
        )
    };
    let main = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#;
    let parts = [
        ("_rels/.rels", relation("r1", "officeDocument", "xl/workbook.xml")),
        ("xl/_rels/workbook.xml.rels", relation("r1", "worksheet", "worksheets/sheet1.xml")),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook {main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#
            ),
        ),
        ("xl/worksheets/sheet1.xml", format!("<worksheet {main}><sheetData>{cells}</sheetData></worksheet>")),
    ];
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_that_asks_for_too_much_is_refused_before_it_gets_it() {
    let cell = |place: &str| format!(r#"<row><c r="{place}"><v>1</v></c></row>"#);
    assert_eq!(table(&xlsx(&cell("B2")), "a").unwrap()[0].rows.len(), 2);
    // Cells in the last row, and in the last corner, before which lie seventeen thousand million.
    assert_eq!(table(&xlsx(&cell("B1048576")), "a"), Err(TableError::TooMany));
    assert_eq!(table(&xlsx(&cell("XFD1048576")), "a"), Err(TableError::Empty));
    // Some 300 kB that come to more than 256 MB.
    let spaces = " ".repeat(257 * 1024 * 1024);
    let bomb = xlsx(&spaces);
    assert!(bomb.len() < 1_000_000);
    assert_eq!(table(&bomb, "a"), Err(TableError::TooLargeUnzipped));
}

#[test]
fn numbers_that_all_end_in_0_were_rounded_before_they_became_text() {
    let list = |digit: u8| {
        let mut text = "Nama KUBE,Nama,NIK\n".to_owned();
        for at in 1..=5 {
            writeln!(text, "KUBE A,Contoh {at},64720305069090{at}{digit}").unwrap();
        }
        reading(&table(text.as_bytes(), "a").unwrap()[0])
    };
    let rounded = |reading: Reading| reading.rows.iter().filter(|row| !row.problems.is_empty()).count();
    assert_eq!((rounded(list(0)), rounded(list(1))), (5, 0));
}

/// The times are printed; the bound is one that only something gone quadratic would miss.
#[test]
#[allow(clippy::disallowed_methods)] // the test's own clock
fn a_list_of_the_whole_programme_is_read_and_planned_in_seconds() {
    let mut text =
        "Nama KUBE,Kelurahan,Kecamatan,Nama,NIK,L/P,Tempat/Tgl Lahir,Alamat,RT/RW,No HP,Jabatan\n".to_owned();
    for number in 0..7_959 {
        let group = number / 9;
        writeln!(
            text,
            "KUBE Contoh {group},Sidodadi,Samarinda Ulu,Contoh Orang {number},647203050690{number:04},L,\"Samarinda, 05/06/1990\",Jl. Contoh {number},04/02,0812{number:08},anggota"
        )
        .unwrap();
    }
    let sheet = table(text.as_bytes(), "all.csv").unwrap().remove(0);
    let start = Instant::now();
    let mapping = guess(&sheet).mapping;
    let (guessed, start) = (start.elapsed(), Instant::now());
    let reading = read(&sheet, &mapping, today());
    let (read, start) = (start.elapsed(), Instant::now());
    let first = planned(&registry([]), reading.clone(), 1);
    let plan = start.elapsed();
    println!("guess {guessed:?}, read {read:?}, plan {plan:?}");
    assert_eq!(first.new_groups, 885);
    let mut book = registry([]);
    commands::import(&mut book, first.records).unwrap();
    assert_eq!(planned(&book, reading, 2).records, []);
    assert!((guessed + read + plan).as_secs() < 30, "{guessed:?} {read:?} {plan:?}");
}

#[test]
fn what_is_no_table_has_its_reason() {
    let reason = |bytes: &[u8]| table(bytes, "list").unwrap_err();
    assert_eq!(reason(b""), TableError::Empty);
    assert_eq!(reason(b" ;; \r\n;\r\n"), TableError::Empty);
    assert_eq!(reason(b"\xef\xbb\xbf<html><p>NIK"), TableError::NotATable);
    assert_eq!(reason(b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>"), TableError::WebPage);
    assert_eq!(reason(b"%PDF-1.7 \n"), TableError::NotATable);
    assert_eq!(reason(b"{\"format\":\"buku-kube\"}"), TableError::NotATable);
    assert_eq!(reason(&std::fs::read("tests/fixtures/bad/picture.png").unwrap()), TableError::NotATable);
    assert_eq!(reason(b"PK\x03\x04 cut"), TableError::Damaged);
    let xlsx = bytes("dki.xlsx");
    assert_eq!(reason(&xlsx[..xlsx.len() / 2]), TableError::Damaged);
    let locked: Vec<u8> = [0xd0, 0xcf, 0x11, 0xe0]
        .into_iter()
        .chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    assert_eq!(reason(&locked), TableError::Locked);
    assert_eq!(reason(&b"a;b\n".repeat(200_001)), TableError::TooMany);
    assert_eq!(reason(&vec![b'a'; 64 * 1024 * 1024 + 1]), TableError::TooLarge);
}

/// Of a damaged XLS calamine may panic by itself, which ends the worker that reads; all that is ours must not.
#[test]
fn no_bytes_make_the_readers_panic() {
    for name in FIXTURES {
        let whole = bytes(name);
        let step = (whole.len() / 150).max(1);
        for at in (0..whole.len()).step_by(step) {
            let mut flipped = whole.clone();
            flipped[at] ^= 1 << (at % 8);
            for bytes in [&whole[..at], &flipped[..]] {
                let read = std::panic::catch_unwind(|| table(bytes, name));
                assert!(read.is_ok() || name == "groups.xls", "{name}, byte {at}");
                for sheet in read.into_iter().flatten().flatten() {
                    planned(&registry([]), reading(&sheet), 1);
                }
            }
        }
    }
}

/// Asks as the page does: question and answer cross as JSON.
fn ask(worker: &mut SheetsWorker, ask: &Ask, texts: &[String], file: Option<&[u8]>) -> (Answer, Option<Vec<u8>>) {
    let ask = serde_json::from_str(&serde_json::to_string(ask).unwrap()).unwrap();
    let (answer, bytes) = worker.answer(ask, texts, file, &mut |_, _| {});
    (serde_json::from_str(&serde_json::to_string(&answer).unwrap()).unwrap(), bytes)
}

fn opened(worker: &mut SheetsWorker, name: &str) -> Opened {
    let wanted = Ask::Open { name: name.to_owned(), is_text: false };
    match ask(worker, &wanted, &[], Some(&bytes(name))) {
        (Answer::Opened(Ok(opened)), None) => opened,
        other => panic!("{other:?}"),
    }
}

fn outlined(worker: &mut SheetsWorker, mapping: Mapping) -> Outline {
    match ask(worker, &Ask::Plan { today: today(), sheet: 0, mapping }, &[], None) {
        (Answer::Planned(outline), None) => outline,
        other => panic!("{other:?}"),
    }
}

#[test]
fn by_question_and_answer_a_list_comes_to_what_it_comes_to_in_one_go() {
    for name in FIXTURES {
        let (sheet, mut worker) = (sheet(name), SheetsWorker::default());
        let Opened { covers, first, guessed } = opened(&mut worker, name);
        assert_eq!((covers.len(), first, covers[0].rows), (1, 0, sheet.rows.len()), "{name}");
        assert_eq!(guessed.guess, guess(&sheet), "{name}");
        let headings: Vec<String> = guessed.columns.iter().map(|column| column.heading.clone()).collect();
        let expected: Vec<String> =
            (0..sheet.width()).map(|column| guessed.guess.mapping.heading(&sheet, column)).collect();
        assert_eq!(headings, expected, "{name}");

        // In a book that has the list already, and in an empty one.
        let whole = planned(&registry([]), reading(&sheet), 1);
        let mut full = registry([]);
        commands::import(&mut full, whole.records.clone()).unwrap();
        let store = Repository::new(MemoryStorage::default(), Space::Book);
        let texts = store.texts(&full, &BTreeMap::new());
        assert_eq!(ask(&mut worker, &Ask::Book { today: today() }, &texts, None).0, Answer::Taken);
        assert_eq!(outlined(&mut worker, guessed.guess.mapping.clone()).records, 0, "{name}");
        ask(&mut worker, &Ask::Book { today: today() }, &[], None);
        let outline = outlined(&mut worker, guessed.guess.mapping);
        let counts = (outline.new_groups, outline.new_members, outline.changed, outline.records);
        assert_eq!(counts, (whole.new_groups, whole.new_members, whole.changed, whole.records.len()), "{name}");

        let mut rows = Vec::new();
        while let Answer::Rows { rows: more, of } =
            ask(&mut worker, &Ask::Rows { outcome: None, from: rows.len(), count: 3 }, &[], None).0
        {
            assert_eq!(of, whole.reading.rows.len(), "{name}");
            rows.extend(more);
            if rows.len() == of {
                break;
            }
        }
        for (seen, row) in rows.iter().zip(&whole.reading.rows) {
            assert_eq!((seen.number, &seen.name, seen.outcome), (row.number, &row.name, row.outcome()), "{name}");
            assert_eq!((&seen.problems, &seen.left_out), (&row.problems, &row.left_out), "{name}");
        }
        for outcome in Outcome::ALL {
            let wanted = Ask::Rows { outcome: Some(outcome), from: 0, count: usize::MAX };
            let Answer::Rows { rows, of } = ask(&mut worker, &wanted, &[], None).0 else { panic!("{name}") };
            assert!(rows.iter().all(|row| row.outcome == outcome), "{name}");
            assert_eq!((rows.len(), of), (outline.count(outcome), outline.count(outcome)), "{name}");
        }

        // The file has the records that are made in one go, and is not made with too few ids or stamps.
        let ids: Vec<Id> = (1..=outline.new_groups + outline.new_members)
            .map(|count| Id::v7(1_000_000 + count as u64, [7; 10]))
            .collect();
        let mut clock = Clock::new(device(7));
        let stamps: Vec<_> = (0..outline.records).map(|_| clock.tick(1_000_000)).collect();
        let file = |ids: &[Id], stamps: &[Stamp]| Ask::File {
            header: header(Kind::Delta),
            ids: ids.to_vec(),
            stamps: stamps.to_vec(),
        };
        for short in [file(&ids[1..], &stamps), file(&ids, &stamps[1..])] {
            assert_eq!(ask(&mut worker, &short, &[], None), (Answer::File(false), None), "{name}");
        }
        let (answer, bytes) = ask(&mut worker, &file(&ids, &stamps), &[], None);
        assert_eq!(answer, Answer::File(true), "{name}");
        assert_eq!(bytes.unwrap(), write(&header(Kind::Delta), whole.records.iter()).into_bytes(), "{name}");
    }
}

#[test]
fn a_file_that_is_no_table_leaves_the_one_before_open() {
    let mut worker = SheetsWorker::default();
    let mapping = opened(&mut worker, "dki.xlsx").guessed.guess.mapping;
    let before = outlined(&mut worker, mapping.clone());
    let wanted = Ask::Open { name: "a.txt".to_owned(), is_text: true };
    let (answer, _) = ask(&mut worker, &wanted, &[], Some(b"Bu, ini berkasnya, ya"));
    assert_eq!(answer, Answer::Opened(Err(TableError::NotATable)));
    assert_eq!(outlined(&mut worker, mapping), before);
}

#[test]
fn a_heading_that_a_person_chooses_is_guessed_under_and_how_far_reading_is_is_told() {
    let (mut worker, mut told) = (SheetsWorker::default(), Vec::new());
    let mut text = "Nama KUBE,Nama,NIK\n".to_owned();
    for at in 0..300 {
        writeln!(text, "Contoh Mawar,Contoh Orang {at},").unwrap();
    }
    let wanted = Ask::Open { name: "a.csv".to_owned(), is_text: false };
    let Answer::Opened(Ok(opened)) = ask(&mut worker, &wanted, &[], Some(text.as_bytes())).0 else { panic!() };
    assert_eq!(opened.covers[0].head.len(), 25);
    assert_eq!(opened.covers[0].head[0], (1, "Nama KUBE · Nama · NIK".to_owned()));
    let Answer::Guessed(none) = ask(&mut worker, &Ask::Guess { sheet: 0, heading: Some(0) }, &[], None).0 else {
        panic!()
    };
    assert_eq!((none.guess.mapping.first_row, none.guess.mapping.heading_rows), (0, 0));
    let Answer::Guessed(second) = ask(&mut worker, &Ask::Guess { sheet: 0, heading: Some(2) }, &[], None).0 else {
        panic!()
    };
    assert_eq!(second.columns[1].heading, "Contoh Orang 0");
    let plan = Ask::Plan { today: today(), sheet: 0, mapping: opened.guessed.guess.mapping };
    worker.answer(plan, &[], None, &mut |done, of| told.push((done, of)));
    assert_eq!(told, [(128, 301), (256, 301)]);
}
