//! The programme as it will be after five years: each group has 60 months of figures, twelve visits and six aids beside its members,
//! each a record. For measuring: the kinds of months and aids are not known yet, and are carried all the same.

use serde_json::{Value, json};

use super::{AFTER_MS, Maker, Sample, sample};
use crate::history::{Fields, Record};
use crate::kinds::{GROUP_KEY, Group};

/// Of each group: months, visits, aids.
const EACH: [(&str, u64); 3] = [("report", 60), ("visit", 12), ("aid", 6)];

/// The first of the years.
const FIRST_YEAR: u64 = 2021;

/// Money is below this, in rupiah.
const MONEY: u64 = 9_000_000;

/// The records of [`sample`], and those of five years.
pub fn sample_of_five_years(wanted: Sample) -> Vec<Record> {
    let mut records = sample(wanted);
    let groups: Vec<String> =
        records.iter().filter(|record| record.kind() == Group::KIND).map(|record| record.id().to_owned()).collect();
    let mut maker = Maker::new(wanted.seed ^ u64::MAX);
    maker.now_ms += AFTER_MS;
    for group in &groups {
        for (kind, count) in EACH {
            for number in 0..count {
                let mut fields = Fields::new();
                fields.insert(GROUP_KEY, group.as_str().into());
                for (key, value) in told(kind, number, &mut maker) {
                    fields.insert(key, value);
                }
                let id = maker.id();
                records.push(maker.record(kind, id, fields));
            }
        }
    }
    records
}

/// What a record of these kinds says: a month after programme notes A2, a visit, an aid.
fn told(kind: &str, number: u64, maker: &mut Maker) -> Vec<(&'static str, Value)> {
    let mut money = || json!(maker.rng.below(MONEY / 1_000) * 1_000);
    match kind {
        "report" => vec![
            ("month", json!(format!("{}-{:02}", FIRST_YEAR + number / 12, number % 12 + 1))),
            ("turnover", money()),
            ("expenses", money()),
            ("cash", money()),
            ("bank", money()),
            ("assets", money()),
            ("iks_in", money()),
            ("iks_out", money()),
            ("meetings", json!(number % 4)),
            ("source", json!("books")),
            ("trouble", json!(format!("Harga bahan naik {} persen", number % 17))),
        ],
        "visit" => vec![
            ("date", json!(format!("2025-{:02}-15", number % 12 + 1))),
            ("purpose", json!("monitoring")),
            ("condition", json!("running")),
            ("findings", json!(format!("Buku kas diisi sampai minggu {number}, usaha berjalan"))),
        ],
        _ => vec![
            ("amount", money()),
            ("received", money()),
            ("decree", json!(format!("460/{number}/SK/2014"))),
            ("date", json!("2014-05-19")),
        ],
    }
}
