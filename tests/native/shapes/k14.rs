//! K14: headings of several rows, titles, blocks, second tables, workbooks of several sheets.

use serde_json::json;

use super::grid::{Book, Grid, cells, grid};
use super::people::{Person, people, rows};
use super::right::*;
use super::{Shape, shape};

fn listed(people: &[Person]) -> Vec<Vec<super::grid::Cell>> {
    rows(people, |p| cells![p.at, p.name.as_str(), p.nik.as_str(), p.lp()])
}

fn list(people: &[Person]) -> Grid {
    grid![["No", "Nama", "NIK", "L/P"]].with(listed(people))
}

pub fn all() -> Vec<Shape> {
    let p = people(6);
    let own = |of: &[&str]| as_they_are(&p, of);
    let with_kube = |name: &str, people: &[Person]| {
        grid![["No", "Nama KUBE", "Nama", "NIK"]]
            .with(rows(people, |p| cells![p.at, name, p.name.as_str(), p.nik.as_str()]))
    };
    vec![
        shape(
            "K14-dua-baris",
            "a heading of two rows with areas merged above, and a row that numbers the columns",
            grid![
                ["NO", "NAMA KUBE", "IDENTITAS ANGGOTA", "", "", "TEMPAT TINGGAL", ""],
                ["", "", "NAMA", "NIK", "L/P", "KELURAHAN", "KECAMATAN"],
                [1, 2, 3, 4, 5, 6, 7]
            ]
            .with(rows(&p, |p| {
                cells![p.at, "KUBE Baris", p.name.as_str(), p.nik.as_str(), p.lp(), "Sidodadi", "Samarinda Ulu"]
            }))
            .merged(&["A1:A2", "B1:B2", "C1:E1", "F1:G1"])
            .xlsx("baris.xlsx"),
            [vec![groups(&["Baris"]), people_are(&p), each(json!({"region": SIDODADI}))], own(&["nik", "sex"])]
                .concat(),
        ),
        shape(
            "K14-tiga-baris",
            "a heading of three rows: TEMPAT and TANGGAL two rows below LAHIR",
            grid![
                ["NO", "NAMA KUBE", "DATA ANGGOTA", "", "", "", ""],
                ["", "", "NAMA LENGKAP", "NIK", "LAHIR", "", "JENIS KELAMIN"],
                ["", "", "", "", "TEMPAT", "TANGGAL", ""]
            ]
            .with(rows(&p, |p| {
                cells![p.at, "KUBE Baris", p.name.as_str(), p.nik.as_str(), "Samarinda", p.dmy("-"), p.lp()]
            }))
            .merged(&["A1:A3", "B1:B3", "C1:G1", "C2:C3", "D2:D3", "E2:F2", "G2:G3"])
            .xlsx("baris.xlsx"),
            [
                vec![groups(&["Baris"]), people_are(&p), each(json!({"birth_place": "Samarinda"}))],
                own(&["nik", "sex", "birth_date"]),
            ]
            .concat(),
        ),
        shape(
            "K14-blok",
            "blocks of one KUBE each with its title and the heading again",
            grid![["Nama KUBE : Mawar"], ["Kelurahan : Sidodadi"], ["Kecamatan : Samarinda Ulu"]]
                .below(list(&p[..3]))
                .below(grid![[], ["Nama KUBE : Melati"], ["Kelurahan : Air Putih"], ["Kecamatan : Samarinda Ulu"]])
                .below(list(&p[3..]))
                .xlsx("blok.xlsx"),
            [
                vec![
                    groups(&["Mawar", "Melati"]),
                    people_are(&p),
                    size("Mawar", 3),
                    group("Mawar", json!({"region": SIDODADI})),
                    group("Melati", json!({"region": AIR_PUTIH})),
                ],
                own(&["nik"]),
            ]
            .concat(),
        ),
        shape(
            "K14-judul-tiga-sel",
            "a title in three cells: name, colon, value",
            grid![
                ["DAFTAR ANGGOTA KUBE"],
                ["Nama KUBE", ":", "Melati"],
                ["Kelurahan", ":", "Sidodadi"],
                ["Kecamatan", ":", "Samarinda Ulu"],
                ["Jenis Usaha", ":", "Kue kering"],
                []
            ]
            .below(list(&p))
            .xlsx("judul.xlsx"),
            [
                vec![
                    groups(&["Melati"]),
                    people_are(&p),
                    group("Melati", json!({"region": SIDODADI})),
                    nobody(&[":", "Kelurahan"]),
                ],
                own(&["nik"]),
            ]
            .concat(),
        ),
        shape(
            "K14-judul-satu-sel",
            "a title of pairs in one cell, parted by a slash and by spaces",
            grid![["NAMA KUBE : MELATI     KEL. : SIDODADI     KEC. : SAMARINDA ULU     TAHUN : 2023"]]
                .below(list(&p))
                .xlsx("judul.xlsx"),
            vec![groups(&["Melati"]), people_are(&p), group("Melati", json!({"region": SIDODADI, "year": 2023}))],
        ),
        shape(
            "K14-rekap-bawah",
            "a table of sums by business below the list",
            with_kube("KUBE Rekap", &p)
                .below(grid![
                    [],
                    ["REKAPITULASI PER JENIS USAHA"],
                    ["No", "Jenis Usaha", "Jumlah KUBE", "Jumlah Anggota"],
                    [1, "Kue", 10, 100],
                    [2, "Menjahit", 5, 50],
                    ["", "Jumlah", 15, 150]
                ])
                .xlsx("rekap.xlsx"),
            vec![groups(&["Rekap"]), people_are(&p), nobody(&["10", "5", "Kue", "Menjahit", "Jumlah KUBE", "Jumlah"])],
        ),
        shape(
            "K14-rekap-kecamatan",
            "a table of sums by kecamatan below the list, its heading in other columns",
            with_kube("KUBE Rekap", &p)
                .below(grid![
                    [],
                    ["", "Kecamatan", "Jumlah", "Keterangan"],
                    ["", "Samarinda Ulu", "6", "orang"],
                    ["", "Palaran", "0", "orang"]
                ])
                .xlsx("rekap.xlsx"),
            vec![groups(&["Rekap"]), people_are(&p), nobody(&["6", "0", "Samarinda Ulu", "Jumlah", "Kecamatan"])],
        ),
        shape(
            "K14-lembar-kode",
            "a workbook of OpenSID: instructions and long lists of codes beside the data",
            Book::of(vec![
                Grid::of((1..=30).map(|at| cells![format!("{at}. Petunjuk pengisian kolom.")]).collect())
                    .named("Petunjuk"),
                grid![["Kode", "Pekerjaan"]]
                    .with((1..=89).map(|at| cells![at, format!("PEKERJAAN {at}")]))
                    .named("Kode Data"),
                with_kube("KUBE Templat", &p).named("Data Penduduk"),
            ])
            .xlsx("templat.xlsx"),
            vec![sheet("Data Penduduk"), groups(&["Templat"]), people_are(&p)],
        ),
        shape(
            "K14-lembar-rekap",
            "a workbook whose larger sheet is a table of sums by kelurahan",
            Book::of(vec![
                grid![["No", "Kelurahan", "Jumlah KUBE", "Jumlah KK", "Keterangan"]]
                    .with((1..=60).map(|at| cells![at, format!("Kelurahan {at}"), at, at * 10, ""]))
                    .named("Rekap"),
                with_kube("KUBE Isi", &p).named("Anggota"),
            ])
            .xlsx("rekap.xlsx"),
            vec![sheet("Anggota"), groups(&["Isi"]), people_are(&p)],
        ),
        shape(
            "K14-tanggal-judul",
            "a title with the day of printing is no budget year, \"Kabupaten/Kota\" no programme",
            grid![["DAFTAR ANGGOTA KUBE"], ["Kabupaten/Kota : Kota Samarinda"], ["Dicetak: 20-11-2026 09.15"], []]
                .below(with_kube("KUBE Cetak", &p))
                .xlsx("cetak.xlsx"),
            vec![
                title(json!({"year": null, "programme": null, "region": "64.72"})),
                groups(&["Cetak"]),
                people_are(&p),
            ],
        ),
        shape(
            "K14-judul-anggaran",
            "a title that does say programme, year and city",
            grid![["DAFTAR PENERIMA BANTUAN KUBE APBD PROVINSI"], ["KOTA BONTANG TAHUN ANGGARAN 2024"], []]
                .below(with_kube("KUBE Anggaran", &p))
                .xlsx("anggaran.xlsx"),
            vec![
                title(json!({"year": 2024, "programme": "province", "region": "64.74"})),
                groups(&["Anggaran"]),
                people_are(&p),
                group("Anggaran", json!({"year": 2024, "programme": "province"})),
            ],
        ),
        shape(
            "K14-kolom-c",
            "a table that begins at column C in row 6",
            grid![[], [], ["", "", "DAFTAR KUBE"], [], [], ["", "", "No", "Nama KUBE", "Nama", "NIK"]]
                .with(rows(&p, |p| cells!["", "", p.at, "KUBE Kolom", p.name.as_str(), p.nik.as_str()]))
                .xlsx("kolom.xlsx"),
            [vec![groups(&["Kolom"]), people_are(&p)], own(&["nik"])].concat(),
        ),
        shape(
            "K14-subjudul",
            "kecamatan and kelurahan in lines by themselves between the rows",
            grid![["No", "Nama KUBE", "Nama", "NIK"], ["A. KECAMATAN SAMARINDA ULU"], ["1. Kelurahan Sidodadi"]]
                .with(rows(&p[..3], |p| cells![p.at, "KUBE Satu", p.name.as_str(), p.nik.as_str()]))
                .below(grid![["B. KECAMATAN PALARAN"], ["1. Kelurahan Rawa Makmur"]])
                .with(rows(&p[3..], |p| cells![p.at, "KUBE Dua", p.name.as_str(), p.nik.as_str()]))
                .xlsx("subjudul.xlsx"),
            vec![
                groups(&["Satu", "Dua"]),
                people_are(&p),
                group("Satu", json!({"region": SIDODADI})),
                group("Dua", json!({"region": RAWA_MAKMUR})),
            ],
        ),
        shape(
            "K14-judul-ulang",
            "the heading said again at the top of each page",
            with_kube("KUBE Halaman", &p[..3])
                .below(grid![["No", "Nama KUBE", "Nama", "NIK"]])
                .with(rows(&p[3..], |p| cells![p.at, "KUBE Halaman", p.name.as_str(), p.nik.as_str()]))
                .xlsx("halaman.xlsx"),
            vec![groups(&["Halaman"]), people_are(&p)],
        ),
    ]
}
