//! Lists in the layouts of the systems that offices use, each with what is right for it: made here, and not from lists that came.
//!
//! Each kind of fault (K01 to K18; there is no K09) has a file. `tests/fixtures/lists_real/shapes.tsv` lists them all;
//! `BUKU_BLESS=1` writes it anew. All people, numbers and groups are invented; headings and layouts are those in use.

#![allow(clippy::format_collect)] // the texts are short

pub mod grid;
mod k01;
mod k02;
mod k03;
mod k04;
mod k05;
mod k06;
mod k07;
mod k08;
mod k10;
mod k11;
mod k12;
mod k13;
mod k14;
mod k15;
mod k16;
mod k17;
mod k18;
pub mod people;
mod right;

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::offices::expect::{Expect, check};
use crate::offices::hold;
use grid::File;

/// Shapes that are not right yet, with the reason; empty but while one is being mended.
const NOT_YET: &[(&str, &str)] = &[];

const TABLE: &str = "tests/fixtures/lists_real/shapes.tsv";

/// A list, and what is right for it.
struct Shape {
    /// The kind and a name.
    id: &'static str,
    what: &'static str,
    file: File,
    right: Vec<Expect>,
}

fn shape(id: &'static str, what: &'static str, file: File, right: Vec<Expect>) -> Shape {
    Shape { id, what, file, right }
}

fn all() -> Vec<Shape> {
    let kinds = [
        k01::all,
        k02::all,
        k03::all,
        k04::all,
        k05::all,
        k06::all,
        k07::all,
        k08::all,
        k10::all,
        k11::all,
        k12::all,
        k13::all,
        k14::all,
        k15::all,
        k16::all,
        k17::all,
        k18::all,
    ];
    kinds.iter().flat_map(|kind| kind()).collect()
}

#[test]
fn each_shape_comes_to_what_is_right() {
    let all = all();
    let checks = all.iter().map(|shape| {
        let check: Box<dyn Fn() -> Vec<String>> = Box::new(|| check(&shape.file.name, &shape.file.bytes, &shape.right));
        (shape.id, check)
    });
    hold(checks, NOT_YET);
}

#[test]
fn each_kind_has_six_shapes_and_all_have_150() {
    let all = all();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for shape in &all {
        *counts.entry(&shape.id[..3]).or_default() += 1;
        assert!(!shape.right.is_empty(), "{}", shape.id);
        assert_eq!(all.iter().filter(|other| other.id == shape.id).count(), 1, "{}", shape.id);
    }
    println!("{} shapes: {counts:?}", all.len());
    assert!(counts.len() == 17 && counts.values().all(|count| *count >= 6), "{counts:?}");
    assert!(all.len() >= 150, "{}", all.len());
}

#[test]
fn the_table_lists_them_all() {
    let mut table = "id\tfile\twhat\n".to_owned();
    for shape in all() {
        writeln!(table, "{}\t{}\t{}", shape.id, shape.file.name, shape.what).unwrap();
    }
    if std::env::var_os("BUKU_BLESS").is_some() {
        std::fs::write(TABLE, &table).unwrap();
    }
    assert!(std::fs::read_to_string(TABLE).unwrap_or_default() == table, "write {TABLE} anew with BUKU_BLESS=1");
}
