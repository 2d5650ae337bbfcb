//! K18: small numbers keep their sign and their comma, and an RT is not a day.

use serde_json::json;

use super::grid::{Cell, Grid, cells, day, grid, number};
use super::people::{people, rows};
use super::right::*;
use super::{Shape, shape};

const NAMES: [&str; 5] = ["Contoh Satu", "Contoh Dua", "Contoh Tiga", "Contoh Empat", "Contoh Lima"];

/// People with one value each under a heading.
fn of(heading: &str, values: Vec<Cell>) -> Grid {
    let rows = NAMES.iter().zip(values).map(|(name, value)| cells!["KUBE Angka", *name, value]);
    grid![["Nama KUBE", "Nama", heading]].with(rows)
}

pub fn all() -> Vec<Shape> {
    let p = people(3);
    vec![
        shape(
            "K18-tanggungan",
            "dependants below 0 and with a half",
            of("Jumlah Tanggungan", cells![number("-1"), number("2.5"), number("3"), "-2", "2,5"]).xlsx("t.xlsx"),
            vec![
                told("Contoh Satu", "Jumlah Tanggungan"),
                told("Contoh Dua", "Jumlah Tanggungan"),
                member("Contoh Tiga", json!({"dependants": 3})),
                told("Contoh Empat", "Jumlah Tanggungan"),
                told("Contoh Lima", "Jumlah Tanggungan"),
            ],
        ),
        shape(
            "K18-tanggungan-kata",
            "dependants with words",
            of("Tanggungan", cells!["3 orang", "0", "-", "dua", "4 (empat)"]).xlsx("t.xlsx"),
            vec![
                member("Contoh Satu", json!({"dependants": 3})),
                member("Contoh Dua", json!({"dependants": 0})),
                whole("Contoh Tiga"),
                taken_or_told("Contoh Empat", "Tanggungan", json!({"dependants": 2})),
                taken_or_told("Contoh Lima", "Tanggungan", json!({"dependants": 4})),
            ],
        ),
        shape(
            "K18-rt-rw-tanggal",
            "RT/RW 4/2 that Excel made 4 February",
            of(
                "RT/RW",
                vec![
                    day(2026, 2, 4),
                    day(2026, 12, 1),
                    Cell::from("004/002"),
                    Cell::from("4-Feb"),
                    Cell::from("RT 04 RW 02"),
                ],
            )
            .xlsx("rt.xlsx"),
            vec![
                taken_or_told("Contoh Satu", "RT/RW", json!({"rt": "4", "rw": "2"})),
                taken_or_told("Contoh Dua", "RT/RW", json!({"rt": "1", "rw": "12"})),
                member("Contoh Tiga", json!({"rt": "004", "rw": "002"})),
                told("Contoh Empat", "RT/RW"),
                member("Contoh Lima", json!({"rt": "04", "rw": "02"})),
            ],
        ),
        shape(
            "K18-rt-tanggal",
            "a column RT of days",
            of("RT", vec![day(2026, 4, 1), Cell::from("04"), number("4"), number("4.0"), Cell::from("RT 5")])
                .xlsx("rt.xlsx"),
            vec![
                told("Contoh Satu", "RT"),
                member("Contoh Dua", json!({"rt": "04"})),
                member("Contoh Tiga", json!({"rt": "4"})),
                member("Contoh Empat", json!({"rt": "4"})),
                member("Contoh Lima", json!({"rt": "5"})),
            ],
        ),
        shape(
            "K18-penghasilan",
            "incomes as they are written",
            of(
                "Penghasilan per bulan",
                vec![
                    Cell::from("Rp 1.500.000,-"),
                    Cell::from("1.500.000"),
                    number("1500000"),
                    number("-500000"),
                    Cell::from("Rp. 750.000,00"),
                ],
            )
            .xlsx("rp.xlsx"),
            vec![
                member("Contoh Satu", json!({"income_before": 1_500_000})),
                member("Contoh Dua", json!({"income_before": 1_500_000})),
                member("Contoh Tiga", json!({"income_before": 1_500_000})),
                told("Contoh Empat", "Penghasilan per bulan"),
                member("Contoh Lima", json!({"income_before": 750_000})),
            ],
        ),
        shape(
            "K18-penghasilan-rentang",
            "incomes that are a range or words",
            of("Penghasilan", cells!["500.000 - 1.000.000", "< 500.000", "1,5 juta", "tidak tentu", "1000000"])
                .xlsx("rp.xlsx"),
            vec![
                told("Contoh Satu", "Penghasilan"),
                told("Contoh Dua", "Penghasilan"),
                taken_or_told("Contoh Tiga", "Penghasilan", json!({"income_before": 1_500_000})),
                told("Contoh Empat", "Penghasilan"),
                member("Contoh Lima", json!({"income_before": 1_000_000})),
            ],
        ),
        shape(
            "K18-desil",
            "deciles outside 1 to 10",
            of("Desil", cells![number("0"), number("11"), number("3"), "Desil 2", number("-1")]).xlsx("desil.xlsx"),
            vec![
                told("Contoh Satu", "Desil"),
                told("Contoh Dua", "Desil"),
                member("Contoh Tiga", json!({"decile": 3})),
                member("Contoh Empat", json!({"decile": 2})),
                told("Contoh Lima", "Desil"),
            ],
        ),
        shape(
            "K18-tahun",
            "budget years with a word, and such that are none",
            grid![
                ["No", "Nama KUBE", "Tahun Anggaran"],
                [1, "KUBE Satu", "TA 2019"],
                [2, "KUBE Dua", 2024],
                [3, "KUBE Tiga", "2O14"],
                [4, "KUBE Empat", 24]
            ]
            .xlsx("tahun.xlsx"),
            vec![
                groups(&["Satu", "Dua", "Tiga", "Empat"]),
                group("Satu", json!({"year": 2019})),
                group("Dua", json!({"year": 2024})),
                told("KUBE Tiga", "Tahun Anggaran"),
                told("KUBE Empat", "Tahun Anggaran"),
            ],
        ),
        shape(
            "K18-rt-nol",
            "RT of zeros, as systems write for none, and RW beside it",
            grid![["Nama KUBE", "Nama", "NIK", "RT", "RW"]]
                .with(rows(&p, |p| {
                    cells!["KUBE Angka", p.name.as_str(), p.nik.as_str(), "004", ["000", "0", "-"][p.at - 1]]
                }))
                .csv("rt.csv", ";"),
            vec![people_are(&p), each(json!({"rt": "004"})), whole("Contoh Tiga")],
        ),
    ]
}
