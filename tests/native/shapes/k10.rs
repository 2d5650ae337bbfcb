//! K10: whole numbers are exact to the last digit of the file, or said to be rounded.

use serde_json::json;

use super::grid::{cells, grid, number};
use super::people::{people, rows};
use super::right::*;
use super::{Shape, shape};

pub fn all() -> Vec<Shape> {
    let p = people(4);
    let own = |of: &[&str]| as_they_are(&p, of);
    let one = |heading: &str, digits: &str| {
        grid![
            ["Nama KUBE", "Nama", heading],
            ["KUBE Angka", "Contoh Satu", number(digits)],
            ["KUBE Angka", "Contoh Dua", ""]
        ]
    };
    vec![
        shape(
            "K10-nik-angka",
            "NIK as numbers below 2^53, which are exact",
            grid![["Nama KUBE", "Nama", "NIK"]]
                .with(rows(&p, |p| cells!["KUBE Angka", p.name.as_str(), number(&p.nik)]))
                .xlsx("angka.xlsx"),
            [vec![people_are(&p)], own(&["nik"]), p.iter().map(|p| whole(&p.name)).collect()].concat(),
        ),
        shape(
            "K10-papua-ganjil",
            "a NIK of Papua as a number that is odd in the file, which no reader of floating point keeps",
            one("NIK", "9171034506859003").xlsx("papua.xlsx"),
            vec![
                members(&["Contoh Satu", "Contoh Dua"]),
                taken_or_told("Contoh Satu", "NIK", json!({"nik": "9171034506859003"})),
            ],
        ),
        shape(
            "K10-eksponen",
            "a number with an exponent in the file, all of its digits there",
            one("NIK", "6.472034506859001E15").xlsx("e15.xlsx"),
            vec![taken_or_told("Contoh Satu", "NIK", json!({"nik": "6472034506859001"}))],
        ),
        shape(
            "K10-dibulatkan",
            "what Excel made of a typed NIK: the last digit is 0",
            one("NIK", "6472034506859000").xlsx("nol.xlsx"),
            vec![told("Contoh Satu", "NIK"), member("Contoh Satu", json!({"nik": null}))],
        ),
        shape(
            "K10-sains-csv",
            "what Excel writes into a CSV of it",
            grid![
                ["Nama KUBE", "Nama", "NIK"],
                ["KUBE Angka", "Contoh Satu", "6,47203E+15"],
                ["KUBE Angka", "Contoh Dua", "6.47203E+15"]
            ]
            .csv("e.csv", ";"),
            vec![told("Contoh Satu", "NIK"), told("Contoh Dua", "NIK"), members(&["Contoh Satu", "Contoh Dua"])],
        ),
        shape(
            "K10-kk-angka",
            "family cards as numbers",
            grid![["Nama KUBE", "Nama", "NIK", "No KK"]]
                .with(rows(&p, |p| cells!["KUBE Angka", p.name.as_str(), p.nik.as_str(), number(&p.card)]))
                .xlsx("kk.xlsx"),
            [vec![people_are(&p)], own(&["nik", "card"])].concat(),
        ),
        shape(
            "K10-nik-titik-nol",
            "a number that is written with .0 in the file",
            one("NIK", "6472034506859001.0").xlsx("titik.xlsx"),
            vec![member("Contoh Satu", json!({"nik": "6472034506859001"}))],
        ),
        shape(
            "K10-hp-angka",
            "phones as numbers, which have lost their 0",
            grid![
                ["Nama KUBE", "Nama", "No HP"],
                ["KUBE Angka", "Contoh Satu", number("81200000001")],
                ["KUBE Angka", "Contoh Dua", number("6281200000002")],
                ["KUBE Angka", "Contoh Tiga", number("8.12E+10")]
            ]
            .xlsx("hp.xlsx"),
            vec![
                member("Contoh Satu", json!({"phone": "+6281200000001"})),
                member("Contoh Dua", json!({"phone": "+6281200000002"})),
                members(&["Contoh Satu", "Contoh Dua", "Contoh Tiga"]),
            ],
        ),
        shape(
            "K10-rekening",
            "the account of a group: 15 digits are exact, 18 are not",
            grid![
                ["No", "Nama KUBE", "Jenis Usaha", "No Rekening"],
                [1, "KUBE Satu", "Kue", number("456701001234567")],
                [2, "KUBE Dua", "Kue", number("456701001234567890")]
            ]
            .xlsx("rek.xlsx"),
            vec![
                groups(&["Satu", "Dua"]),
                group("Satu", json!({"account": "456701001234567"})),
                told("KUBE Dua", "No Rekening"),
            ],
        ),
    ]
}
