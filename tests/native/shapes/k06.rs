//! K06: what stands once for several rows, merged or not, holds for all of them.

use serde_json::json;

use super::grid::{Cell, Grid, cells, grid};
use super::people::{people, rows};
use super::right::*;
use super::{Shape, shape};

/// The rows with some columns empty but in the first of each so many.
fn once(grid: Grid, columns: &[usize], every: usize) -> Grid {
    let mut grid = grid;
    for (at, row) in grid.rows.iter_mut().skip(1).enumerate() {
        for column in columns.iter().filter(|_| at % every > 0) {
            row[*column] = Cell::Empty;
        }
    }
    grid
}

pub fn all() -> Vec<Shape> {
    let p = people(6);
    let own = |of: &[&str]| as_they_are(&p, of);
    let name = |at: usize| if at <= 3 { "KUBE Mawar" } else { "KUBE Melati" };
    let kube = || {
        grid![["No", "Nama KUBE", "Jenis Usaha", "Nama", "NIK"]].with(rows(&p, |p| {
            cells![p.at, name(p.at), if p.at <= 3 { "Kue" } else { "Menjahit" }, p.name.as_str(), p.nik.as_str()]
        }))
    };
    let by_group = || {
        vec![
            groups(&["Mawar", "Melati"]),
            people_are(&p),
            size("Mawar", 3),
            size("Melati", 3),
            group("Mawar", json!({"business": "cakes"})),
            group("Melati", json!({"business": "sewing"})),
        ]
    };
    vec![
        shape("K06-kube-digabung", "the name of the KUBE and its business merged over its rows", once(kube(), &[1, 2], 3).merged(&["B2:B4", "C2:C4", "B5:B7", "C5:C7"]).xlsx("kube.xlsx"), by_group()),
        shape("K06-kube-sekali", "the same without merging, the rest left empty", once(kube(), &[1, 2], 3).xlsx("kube.xlsx"), by_group()),
        shape("K06-kube-sekali-csv", "the same as CSV", once(kube(), &[1, 2], 3).csv("kube.csv", ";"), by_group()),
        shape(
            "K06-keluarga",
            "No KK and the address merged over a family",
            once(grid![["No", "Nama KUBE", "Nama", "NIK", "No KK", "Alamat"]].with(rows(&p, |p| cells![p.at, "KUBE Anggrek", p.name.as_str(), p.nik.as_str(), format!("647203010110900{}", p.at.div_ceil(2)), format!("Jl. Contoh {}", p.at.div_ceil(2))])), &[4, 5], 2)
                .merged(&["E2:E3", "F2:F3", "E4:E5", "F4:F5", "E6:E7", "F6:F7"])
                .xlsx("keluarga.xlsx"),
            [vec![groups(&["Anggrek"]), people_are(&p)], [2, 4, 6].map(|at: usize| taken_or_told(&p[at - 1].name, "", json!({"card": format!("647203010110900{}", at / 2), "address": format!("Jl. Contoh {}", at / 2)}))).to_vec()].concat(),
        ),
        shape(
            "K06-wilayah-digabung",
            "kecamatan and kelurahan merged over several KUBE of a list of groups",
            grid![["Kecamatan", "Kelurahan", "Nama KUBE", "Jenis Usaha"], ["Samarinda Ulu", "Sidodadi", "KUBE Satu", "Kue"], ["", "", "KUBE Dua", "Kue"], ["", "Air Putih", "KUBE Tiga", "Kue"], ["Palaran", "Rawa Makmur", "KUBE Empat", "Kue"], ["", "", "KUBE Lima", "Kue"]]
                .merged(&["A2:A4", "B2:B3", "A5:A6", "B5:B6"])
                .xlsx("kube.xlsx"),
            vec![groups(&["Satu", "Dua", "Tiga", "Empat", "Lima"]), group("Dua", json!({"region": SIDODADI})), group("Tiga", json!({"region": AIR_PUTIH})), group("Lima", json!({"region": RAWA_MAKMUR}))],
        ),
        shape(
            "K06-nama-melintang",
            "each name in a cell merged over two columns",
            grid![["No", "Nama KUBE", "Nama", "", "NIK"]].with(rows(&p, |p| cells![p.at, "KUBE Lebar", p.name.as_str(), "", p.nik.as_str()])).merged(&["C1:D1", "C2:D2", "C3:D3", "C4:D4", "C5:D5", "C6:D6", "C7:D7"]).xlsx("lebar.xlsx"),
            [vec![groups(&["Lebar"]), people_are(&p)], own(&["nik"])].concat(),
        ),
        shape(
            "K06-pendamping",
            "one facilitator and one budget year merged over all groups",
            grid![["No", "Nama KUBE", "Tahun Anggaran", "Pendamping"], [1, "KUBE Satu", 2024, "Contoh Pendamping"], [2, "KUBE Dua", "", ""], [3, "KUBE Tiga", "", ""]].merged(&["C2:C4", "D2:D4"]).xlsx("kube.xlsx"),
            vec![groups(&["Satu", "Dua", "Tiga"]), group("Dua", json!({"year": 2024, "facilitator": "Contoh Pendamping"})), group("Tiga", json!({"year": 2024, "facilitator": "Contoh Pendamping"}))],
        ),
        shape(
            "K06-kelurahan-anggota",
            "the members' kelurahan merged over all of a KUBE",
            once(grid![["No", "Nama KUBE", "Nama", "NIK", "Kelurahan", "Kecamatan"]].with(rows(&p, |p| cells![p.at, name(p.at), p.name.as_str(), p.nik.as_str(), if p.at <= 3 { "Sidodadi" } else { "Air Putih" }, "Samarinda Ulu"])), &[4, 5], 3)
                .merged(&["E2:E4", "F2:F4", "E5:E7", "F5:F7"])
                .xlsx("kube.xlsx"),
            vec![people_are(&p), size("Mawar", 3), group("Mawar", json!({"region": SIDODADI})), group("Melati", json!({"region": AIR_PUTIH})), taken_or_told("Contoh Tiga", "", json!({"region": SIDODADI})), taken_or_told("Contoh Enam", "", json!({"region": AIR_PUTIH}))],
        ),
        shape(
            "K06-nomor-digabung",
            "the number of the group merged with its name, the members numbered themselves",
            once(grid![["No", "Nama KUBE", "No Anggota", "Nama", "NIK"]].with(rows(&p, |p| cells![p.at.div_ceil(3), name(p.at), (p.at - 1) % 3 + 1, p.name.as_str(), p.nik.as_str()])), &[0, 1], 3)
                .merged(&["A2:A4", "B2:B4", "A5:A7", "B5:B7"])
                .xlsx("kube.xlsx"),
            vec![groups(&["Mawar", "Melati"]), people_are(&p), size("Mawar", 3), size("Melati", 3)],
        ),
        shape(
            "K06-satu-kk-semua",
            "one card merged over rows of which one has a card of its own below",
            grid![["Nama KUBE", "Nama", "NIK", "No KK"], ["KUBE Satu", "Contoh Satu", p[0].nik.as_str(), p[0].card.as_str()], ["KUBE Satu", "Contoh Dua", p[1].nik.as_str(), ""], ["KUBE Satu", "Contoh Tiga", p[2].nik.as_str(), p[2].card.as_str()], ["KUBE Satu", "Contoh Empat", p[3].nik.as_str(), ""]].merged(&["D2:D3"]).xlsx("kk.xlsx"),
            vec![people_are(&p[..4]), taken_or_told("Contoh Dua", "", json!({"card": p[0].card})), member("Contoh Tiga", json!({"card": p[2].card})), member("Contoh Empat", json!({"card": null}))],
        ),
    ]
}
