//! K17: numbers of people in all the ways that they are written; what cannot be one is told.

use serde_json::json;

use super::grid::{cells, file, grid};
use super::people::{Person, people, rows};
use super::right::*;
use super::{Shape, shape};

/// NIK in one spelling, as XLSX.
fn spelled(id: &'static str, what: &'static str, of: impl Fn(&Person) -> String) -> Shape {
    let p = people(4);
    let grid = grid![["Nama KUBE", "Nama", "NIK"]].with(rows(&p, |p| cells!["KUBE Nomor", p.name.as_str(), of(p)]));
    let all_whole = p.iter().map(|p| whole(&p.name)).collect();
    shape(id, what, grid.xlsx("nik.xlsx"), [vec![people_are(&p)], as_they_are(&p, &["nik"]), all_whole].concat())
}

fn parted(nik: &str, between: &str) -> String {
    [&nik[..4], &nik[4..8], &nik[8..12], &nik[12..]].join(between)
}

fn in_script(nik: &str, zero: char) -> String {
    nik.bytes().map(|digit| char::from_u32(u32::from(zero) + u32::from(digit - b'0')).unwrap()).collect()
}

pub fn all() -> Vec<Shape> {
    let p = people(4);
    vec![
        spelled("K17-spasi", "in fours", |p| parted(&p.nik, " ")),
        spelled("K17-titik", "with dots", |p| parted(&p.nik, ".")),
        spelled("K17-strip", "with dashes", |p| parted(&p.nik, "-")),
        spelled("K17-titik-nol", "with .0 behind, as pandas writes it", |p| format!("{}.0", p.nik)),
        spelled("K17-lebar", "in full-width digits", |p| in_script(&p.nik, '０')),
        spelled("K17-tak-tampak", "with soft hyphens, zero-width spaces and marks of direction", |p| {
            format!("\u{202a}{}\u{ad}{}\u{200b}{}\u{202c}", &p.nik[..6], &p.nik[6..12], &p.nik[12..])
        }),
        spelled("K17-berlabel", "with \"NIK:\" or \"NIK.\" before it", |p| {
            if p.at % 2 == 0 { format!("NIK: {}", p.nik) } else { format!("NIK. {}", p.nik) }
        }),
        spelled("K17-petik", "with an apostrophe of each kind before it", |p| {
            format!("{}{}", ["'", "’", "`", "‘"][p.at - 1], p.nik)
        }),
        spelled("K17-koma-akhir", "with a comma or a dot behind it", |p| {
            format!("{}{}", p.nik, if p.at % 2 == 0 { "," } else { "." })
        }),
        shape(
            "K17-rumus-csv",
            "=\"…\" in a CSV, which keeps digits in Excel",
            file(
                "a.csv",
                grid![["Nama KUBE", "Nama", "NIK"]]
                    .with(rows(&p, |p| cells!["KUBE Nomor", p.name.as_str(), format!("=\"{}\"", p.nik)]))
                    .lines(";", |_| false),
            ),
            [vec![people_are(&p)], as_they_are(&p, &["nik"])].concat(),
        ),
        shape(
            "K17-kk-dan-hp",
            "family cards with .0, and phones in all their forms",
            grid![["Nama KUBE", "Nama", "NIK", "No KK", "No HP"]]
                .with(rows(&p, |p| {
                    cells![
                        "KUBE Nomor",
                        p.name.as_str(),
                        p.nik.as_str(),
                        format!("{}.0", p.card),
                        ["+62 812-0000-0001", "62 812 0000 0002", "0812.0000.0003", "(0812) 0000 0004"][p.at - 1]
                    ]
                }))
                .csv("a.csv", ","),
            [
                vec![
                    people_are(&p),
                    member("Contoh Satu", json!({"phone": "+6281200000001"})),
                    member("Contoh Dua", json!({"phone": "+6281200000002"})),
                    member("Contoh Tiga", json!({"phone": "+6281200000003"})),
                    member("Contoh Empat", json!({"phone": "+6281200000004"})),
                ],
                as_they_are(&p, &["nik", "card"]),
            ]
            .concat(),
        ),
        shape(
            "K17-bukan-nik",
            "letters for digits, 15 digits, 17, stars, two at once: told and not taken",
            grid![
                ["Nama KUBE", "Nama", "NIK"],
                ["KUBE Nomor", "Contoh Satu", "6472O345O685900l"],
                ["KUBE Nomor", "Contoh Dua", "647203450685900"],
                ["KUBE Nomor", "Contoh Tiga", "64720345068590011"],
                ["KUBE Nomor", "Contoh Empat", "647203******9001"],
                ["KUBE Nomor", "Contoh Lima", "6472034506859001 / 6472034506859002"]
            ]
            .xlsx("salah.xlsx"),
            vec![
                members(&["Contoh Satu", "Contoh Dua", "Contoh Tiga", "Contoh Empat", "Contoh Lima"]),
                each(json!({"nik": null})),
                told("Contoh Satu", "NIK"),
                told("Contoh Dua", "NIK"),
                told("Contoh Tiga", "NIK"),
                told("Contoh Empat", "NIK"),
                told("Contoh Lima", "NIK"),
            ],
        ),
        shape(
            "K17-belum-punya",
            "words that say there is none: nothing is lost, nothing invented",
            grid![
                ["Nama KUBE", "Nama", "NIK"],
                ["KUBE Nomor", "Contoh Satu", "-"],
                ["KUBE Nomor", "Contoh Dua", "tidak ada"],
                ["KUBE Nomor", "Contoh Tiga", "0"],
                ["KUBE Nomor", "Contoh Empat", "0000000000000000"]
            ]
            .xlsx("belum.xlsx"),
            vec![
                members(&["Contoh Satu", "Contoh Dua", "Contoh Tiga", "Contoh Empat"]),
                each(json!({"nik": null})),
                whole("Contoh Satu"),
                whole("Contoh Dua"),
            ],
        ),
    ]
}
