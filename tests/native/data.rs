//! The page for those who read a file with other programs, `docs/data.md`: what it tells them to run comes to what the app has.
//!
//! Relies on Python; on `DuckDB` and jq where they are there, which `cargo xtask test data` sees to.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use buku_kube::exchange;
use buku_kube::sample::{Sample, sample};
use serde_json::{Map, Value};

use crate::invented::*;

const PAGE: &str = include_str!("../../docs/data.md");
const FULL: &str = include_str!("../fixtures/v1/full.json");

/// The pieces of the page in a language, in their order.
fn pieces(language: &str) -> Vec<&'static str> {
    let fence = format!("```{language}\n");
    PAGE.split(fence.as_str()).skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

fn python() -> String {
    std::env::var("PYTHON").unwrap_or_else(|_| "python3".to_owned())
}

/// Whether a program is there; why a part of the test is left out, if not.
fn is_there(program: &str, args: &[&str]) -> bool {
    let there = Command::new(program).args(args).output().is_ok_and(|output| output.status.success());
    if !there {
        println!("left out: `{program} {}` does not work here", args.join(" "));
    }
    there
}

/// A folder with `fold.py`, a file, and the rows that come of it.
fn folded(name: &str, file: &str) -> (PathBuf, Vec<Map<String, Value>>) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("data-{name}"));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("fold.py"), pieces("python")[0]).unwrap();
    fs::write(folder.join("kube.json"), file).unwrap();
    let rows = said(Command::new(python()).args(["fold.py", "kube.json"]).current_dir(&folder));
    fs::write(folder.join("rows.jsonl"), &rows).unwrap();
    let rows = rows.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (folder, rows)
}

fn said(command: &mut Command) -> String {
    let output = command.env("PYTHONIOENCODING", "utf-8").output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_lines_of_python_fold_as_the_app_does() {
    if !is_there(&python(), &["--version"]) {
        return;
    }
    let province =
        exchange::write(&header(exchange::Kind::Full), sample(Sample { groups: 40, members: 300, seed: 1 }).iter());
    let (mut fields, mut conflicts) = (0, 0);
    for (name, file) in [("full", FULL), ("sample", &province)] {
        let (_, rows) = folded(name, file);
        let records = exchange::read(file.as_bytes()).unwrap().records;
        assert_eq!(rows.len(), records.len());
        let rows: BTreeMap<&str, &Map<String, Value>> =
            rows.iter().map(|row| (row["id"].as_str().unwrap(), row)).collect();
        for record in &records {
            let (row, fold) = (rows[record.id()], record.fold());
            assert_eq!(row["kind"], record.kind());
            assert_eq!(row["erased"], record.is_erased());
            let disputed: Vec<&str> = fold.conflicts.iter().map(|conflict| conflict.field).collect();
            assert_eq!(row["conflicts"], Value::from(disputed.clone()), "{}", record.id());
            assert_eq!(row.len(), fold.fields.len() + 4, "{}", record.id());
            for shown in &fold.fields {
                assert_eq!(row[shown.field].to_string(), shown.value.to_string(), "{} {}", record.id(), shown.field);
            }
            fields += fold.fields.len();
            conflicts += disputed.len();
        }
    }
    assert!(fields > 3_000 && conflicts >= 2, "{fields} {conflicts}");
}

#[test]
fn what_the_page_asks_duckdb_and_jq_is_answered() {
    if !is_there(&python(), &["--version"]) {
        return;
    }
    let (folder, _) = folded("asked", FULL);
    if is_there(&python(), &["-c", "import duckdb"]) {
        let ask = "import duckdb, sys\nprint(duckdb.sql(sys.argv[1]).fetchall())";
        let answers = pieces("sql");
        let answers: Vec<String> = answers
            .iter()
            .map(|piece| said(Command::new(python()).args(["-c", ask, piece]).current_dir(&folder)))
            .collect();
        assert_eq!(answers[0].trim(), "[('64.71', 1, 6), ('64.72', 1, 3), ('64.74', 1, 6)]");
        assert!(answers[1].contains("'name')") && answers[1].contains("'income_after')"), "{}", answers[1]);
        assert!(answers[2].contains("('group', 3, 6), ('member', 16, 23)"), "{}", answers[2]);
    }
    if is_there("jq", &["--version"]) {
        for piece in pieces("sh") {
            let names = said(Command::new("sh").args(["-c", piece]).current_dir(&folder));
            assert_eq!(names, "Contoh Mawar Putih\nContoh Melati\nContoh Anggrek\n");
        }
    }
}
