//! K02: what a column is says its heading, and not what its values look like.

use serde_json::json;

use super::grid::{Cell, cells, day, grid};
use super::people::{Person, people, rows};
use super::right::*;
use super::{Shape, shape};
use crate::offices::expect::Expect;

/// A list with one more column, which is not taken.
fn beside(
    id: &'static str,
    what: &'static str,
    heading: &str,
    value: impl Fn(&Person) -> Cell,
    more: Vec<Expect>,
) -> Shape {
    let p = people(6);
    let grid = grid![["No", "Nama KUBE", "Nama", "NIK", heading]]
        .with(rows(&p, |p| cells![p.at, "KUBE Kenanga", p.name.as_str(), p.nik.as_str(), value(p)]));
    let right = vec![groups(&["Kenanga"]), people_are(&p), not_taken(heading)];
    shape(id, what, grid.xlsx("daftar.xlsx"), [right, as_they_are(&p, &["nik"]), more].concat())
}

pub fn all() -> Vec<Shape> {
    let p = people(6);
    vec![
        beside(
            "K02-tanggal-dropping",
            "the day the goods came is no birth date",
            "Tanggal Dropping",
            |_| day(2024, 11, 20),
            vec![each(json!({"birth_date": null}))],
        ),
        beside(
            "K02-tanggal-verifikasi",
            "the day of a check, of another day in each row",
            "Tgl Verifikasi",
            |p| day(2025, 3, u32::try_from(p.at).unwrap()),
            vec![each(json!({"birth_date": null}))],
        ),
        beside(
            "K02-ukuran-kaos",
            "sizes of shirts, L and P among them",
            "Ukuran Kaos",
            |p| ["L", "P", "L", "L", "P", "L"][p.at - 1].into(),
            vec![each(json!({"sex": null}))],
        ),
        beside(
            "K02-kehadiran",
            "attendance: P for present",
            "Kehadiran",
            |p| if p.at == 4 { "L".into() } else { "P".into() },
            vec![each(json!({"sex": null}))],
        ),
        beside(
            "K02-golongan-darah",
            "blood groups, of which A and B are codes for roles elsewhere",
            "Gol. Darah",
            |p| ["A", "B", "B", "A", "B", "A"][p.at - 1].into(),
            vec![each(json!({"role": null}))],
        ),
        beside(
            "K02-kartu-debit",
            "the number of a bank card of 16 digits",
            "No Kartu Debit",
            |p| format!("6013000123{:06}", p.at).into(),
            vec![each(json!({"card": null}))],
        ),
        beside(
            "K02-id-dtks",
            "a number of DTKS of 16 digits",
            "ID DTKS",
            |p| format!("6472030010{:06}", p.at).into(),
            vec![each(json!({"card": null}))],
        ),
        beside(
            "K02-tempat-tugas",
            "the village where somebody works",
            "Tempat Tugas",
            |_| "Sidodadi".into(),
            vec![each(json!({"region": null}))],
        ),
        beside(
            "K02-hp-pendamping",
            "the number of the facilitator",
            "No HP Pendamping",
            |p| format!("0812000000{:02}", p.at).into(),
            vec![each(json!({"phone": null}))],
        ),
        beside(
            "K02-kategori",
            "a category of letters K, S, B, A",
            "Kategori Usaha",
            |p| ["K", "S", "B", "A", "A", "A"][p.at - 1].into(),
            vec![each(json!({"role": null}))],
        ),
        shape(
            "K02-rekening-16",
            "accounts of 16 digits, and no NIK at all",
            grid![["No", "Nama KUBE", "Nama", "No Rekening"]]
                .with(rows(&p, |p| cells![p.at, "KUBE Kenanga", p.name.as_str(), format!("4567010012{:06}", p.at)]))
                .xlsx("rekening.xlsx"),
            vec![
                groups(&["Kenanga"]),
                people_are(&p),
                not("No Rekening", "member.nik"),
                not("No Rekening", "member.card"),
                each(json!({"nik": null, "card": null})),
            ],
        ),
        shape(
            "K02-time-of-form",
            "\"Stempel waktu\", as Google writes it in Indonesian",
            grid![["Stempel waktu", "Nama Lengkap", "NIK", "Nama KUBE"]]
                .with(rows(&p, |p| {
                    cells![format!("{:02}/11/2026 8:11:22", p.at), p.name.as_str(), p.nik.as_str(), "KUBE Kenanga"]
                }))
                .quoted("Formulir.csv", ","),
            vec![groups(&["Kenanga"]), people_are(&p), not_taken("Stempel waktu"), each(json!({"birth_date": null}))],
        ),
    ]
}
