//! K11: a day is the one that the office meant; where the row itself says otherwise, that is told.

use serde_json::json;

use super::grid::{Book, Cell, Grid, cells, grid, number};
use super::people::{Person, people, rows};
use super::right::*;
use super::{Shape, shape};

const BORN: &str = "Tanggal Lahir";

/// People with their NIK and a day each.
fn born(people: &[Person], day: impl Fn(&Person) -> Cell) -> Grid {
    grid![["Nama KUBE", "Nama", "NIK", BORN]]
        .with(rows(people, |p| cells!["KUBE Hari", p.name.as_str(), p.nik.as_str(), day(p)]))
}

/// The same without NIK.
fn alone(days: &[&str]) -> Grid {
    let names = ["Contoh Satu", "Contoh Dua", "Contoh Tiga", "Contoh Empat"];
    grid![["Nama KUBE", "Nama", BORN]].with(names.iter().zip(days).map(|(name, day)| cells!["KUBE Hari", *name, *day]))
}

fn serial(p: &Person) -> i64 {
    p.born.unix_days() + 25_569
}

pub fn all() -> Vec<Shape> {
    let p = people(4);
    let right = || [vec![people_are(&p)], as_they_are(&p, &["birth_date", "nik"])].concat();
    let swapped = |at: usize, told_of: &str| {
        grid![
            ["Nama KUBE", "Nama", "NIK", BORN],
            ["KUBE Hari", "Contoh Satu", "6472034506859001", told_of],
            ["KUBE Hari", p[at].name.as_str(), p[at].nik.as_str(), p[at].born.iso()]
        ]
    };
    vec![
        shape(
            "K11-bulan-dulu-nik",
            "an English Excel turned 05/06/1985 into 6 May; the NIK says 5 June",
            swapped(1, "1985-05-06").xlsx("tukar.xlsx"),
            vec![told("Contoh Satu", BORN), whole(&p[1].name)],
        ),
        shape(
            "K11-bulan-dulu-semua",
            "a column with the month first, of which the NIK know the order",
            born(&p, |p| format!("{}/{}/{}", p.born.month(), p.born.day(), p.born.year()).into()).csv("us.csv", ","),
            right(),
        ),
        shape(
            "K11-utc",
            "days in UTC, which are the next day in Kalimantan",
            born(&p, |p| format!("{}T16:00:00.000Z", p.born.plus_days(-1).iso()).into()).csv("api.csv", ","),
            [
                vec![people_are(&p)],
                p.iter().map(|p| taken_or_told(&p.name, BORN, json!({"birth_date": p.born.iso()}))).collect(),
            ]
            .concat(),
        ),
        shape(
            "K11-1904",
            "a workbook of the Mac, whose days count from 1904",
            Book::of(vec![born(&p, |p| Cell::Day((serial(p) - 1462).to_string()))]).of_1904().xlsx("mac.xlsx"),
            right(),
        ),
        shape(
            "K11-detik",
            "days that are a second before midnight",
            born(&p, |p| Cell::Day(format!("{}.999988", serial(p) - 1))).xlsx("detik.xlsx"),
            [
                vec![people_are(&p)],
                p.iter().map(|p| taken_or_told(&p.name, BORN, json!({"birth_date": p.born.iso()}))).collect(),
            ]
            .concat(),
        ),
        shape(
            "K11-serial",
            "serials that lost their format",
            born(&p, |p| number(&serial(p).to_string())).xlsx("serial.xlsx"),
            right(),
        ),
        shape(
            "K11-depan",
            "birth dates in the future, and of one who would be 130",
            alone(&["17/08/2035", "20/12/2026", "20/05/1890", "20/05/1980"]).csv("depan.csv", ";"),
            vec![
                told("Contoh Satu", BORN),
                told("Contoh Dua", BORN),
                told("Contoh Tiga", BORN),
                member("Contoh Empat", json!({"birth_date": "1980-05-20"})),
            ],
        ),
        shape(
            "K11-ejaan",
            "months in words, short and long, and a year of two digits",
            alone(&["20 Mei 1980", "20 Agt 1981", "20-Okt-82", "Rabu, 20 Juli 1983"]).xlsx("ejaan.xlsx"),
            vec![
                member("Contoh Satu", json!({"birth_date": "1980-05-20"})),
                taken_or_told("Contoh Dua", BORN, json!({"birth_date": "1981-08-20"})),
                member("Contoh Tiga", json!({"birth_date": "1982-10-20"})),
                member("Contoh Empat", json!({"birth_date": "1983-07-20"})),
            ],
        ),
        shape(
            "K11-tidak-ada",
            "days that are none",
            alone(&["31/02/1985", "00/00/0000", "1980", "30-13-1980"]).csv("tak-ada.csv", ";"),
            vec![
                told("Contoh Satu", BORN),
                told("Contoh Dua", BORN),
                told("Contoh Tiga", BORN),
                told("Contoh Empat", BORN),
            ],
        ),
        shape(
            "K11-tahun-beda",
            "a year that differs from the NIK's",
            grid![
                ["Nama KUBE", "Nama", "NIK", BORN],
                ["KUBE Hari", "Contoh Satu", "6472034506859001", "05-06-1958"],
                ["KUBE Hari", "Contoh Dua", p[1].nik.as_str(), p[1].dmy("-")]
            ]
            .xlsx("tahun.xlsx"),
            vec![told("Contoh Satu", BORN), whole("Contoh Dua")],
        ),
        shape(
            "K11-jam",
            "a time of day behind the day, as exports of databases have it",
            born(&p, |p| format!("{} 00:00:00", p.born.iso()).into()).csv("db.csv", ","),
            right(),
        ),
        shape(
            "K11-delapan-angka",
            "eight digits without anything between them",
            born(&p, |p| p.dmy("").into()).csv("padat.csv", ";"),
            right(),
        ),
    ]
}
