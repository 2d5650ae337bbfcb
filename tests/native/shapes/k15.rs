//! K15: groups of one name are two where place or year say so, and one where only the spelling differs.

use serde_json::json;

use super::grid::{cells, grid};
use super::people::{people, rows};
use super::right::*;
use super::{Shape, shape};
use crate::offices::expect::Expect;

pub fn all() -> Vec<Shape> {
    let p = people(6);
    let village = |at: usize| if at <= 3 { "Sidodadi" } else { "Air Putih" };
    let list = |district: &dyn Fn(usize) -> &'static str, village: &dyn Fn(usize) -> &'static str| {
        grid![["No", "Nama KUBE", "Kelurahan", "Kecamatan", "Nama", "NIK"]].with(rows(&p, |p| {
            cells![p.at, "KUBE Mawar", village(p.at), district(p.at), p.name.as_str(), p.nik.as_str()]
        }))
    };
    // Two, or asked whether they are: then nobody is taken, and each row says so.
    let two = || {
        let asked: Vec<Expect> = [groups(&[])].into_iter().chain(p.iter().map(|p| told(&p.name, ""))).collect();
        vec![either(&[&[groups(&["Mawar", "Mawar"]), people_are(&p), size("Mawar", 3)], &asked])]
    };
    let ulu = |_: usize| "Samarinda Ulu";
    vec![
        shape(
            "K15-dua-kelurahan",
            "one name in two kelurahan of one kecamatan, block by block",
            list(&ulu, &village).xlsx("mawar.xlsx"),
            two(),
        ),
        shape(
            "K15-berselang",
            "the same with the rows mixed",
            list(&ulu, &|at| if at % 2 == 0 { "Sidodadi" } else { "Air Putih" }).xlsx("mawar.xlsx"),
            two(),
        ),
        shape(
            "K15-dua-kecamatan",
            "one name in two kecamatan",
            list(&|at| if at <= 3 { "Samarinda Ulu" } else { "Palaran" }, &|at| {
                if at <= 3 { "Sidodadi" } else { "Rawa Makmur" }
            })
            .xlsx("mawar.xlsx"),
            two(),
        ),
        shape(
            "K15-daftar-kelompok",
            "a list of groups with one name in three kelurahan",
            grid![
                ["No", "Nama KUBE", "Kelurahan", "Kecamatan", "Jenis Usaha"],
                [1, "KUBE Mawar", "Sidodadi", "Samarinda Ulu", "Kue"],
                [2, "KUBE Mawar", "Air Putih", "Samarinda Ulu", "Menjahit"],
                [3, "KUBE Mawar", "Rawa Makmur", "Palaran", "Kue"]
            ]
            .xlsx("kube.xlsx"),
            vec![groups(&["Mawar", "Mawar", "Mawar"])],
        ),
        shape(
            "K15-dua-tahun",
            "one name in two budget years",
            grid![["No", "Nama KUBE", "Tahun Anggaran", "Nama", "NIK"]]
                .with(rows(&p, |p| {
                    cells![p.at, "KUBE Mawar", if p.at <= 3 { 2019 } else { 2024 }, p.name.as_str(), p.nik.as_str()]
                }))
                .xlsx("tahun.xlsx"),
            two(),
        ),
        shape(
            "K15-blok",
            "two blocks of one name, the kelurahan in the titles",
            grid![
                ["Nama KUBE : Mawar"],
                ["Kelurahan : Sidodadi"],
                ["Kecamatan : Samarinda Ulu"],
                ["No", "Nama", "NIK"]
            ]
            .with(rows(&p[..3], |p| cells![p.at, p.name.as_str(), p.nik.as_str()]))
            .below(grid![
                [],
                ["Nama KUBE : Mawar"],
                ["Kelurahan : Air Putih"],
                ["Kecamatan : Samarinda Ulu"],
                ["No", "Nama", "NIK"]
            ])
            .with(rows(&p[3..], |p| cells![p.at, p.name.as_str(), p.nik.as_str()]))
            .xlsx("blok.xlsx"),
            two(),
        ),
        shape(
            "K15-ejaan",
            "KUBE MAWAR, Mawar and Kelompok Mawar in one kelurahan are one",
            grid![["No", "Nama KUBE", "Kelurahan", "Kecamatan", "Nama", "NIK"]]
                .with(rows(&p, |p| {
                    cells![
                        p.at,
                        ["KUBE MAWAR", "Mawar", "Kelompok Mawar"][(p.at - 1) / 2],
                        "Sidodadi",
                        "Samarinda Ulu",
                        p.name.as_str(),
                        p.nik.as_str()
                    ]
                }))
                .xlsx("ejaan.xlsx"),
            vec![groups(&["Mawar"]), people_are(&p), group("Mawar", json!({"region": SIDODADI}))],
        ),
        shape(
            "K15-nomor",
            "Mawar 1 and Mawar 2 in one kelurahan are two",
            grid![["No", "Nama KUBE", "Kelurahan", "Kecamatan", "Nama", "NIK"]]
                .with(rows(&p, |p| {
                    cells![
                        p.at,
                        if p.at <= 3 { "KUBE Mawar 1" } else { "KUBE Mawar 2" },
                        "Sidodadi",
                        "Samarinda Ulu",
                        p.name.as_str(),
                        p.nik.as_str()
                    ]
                }))
                .xlsx("nomor.xlsx"),
            vec![groups(&["Mawar 1", "Mawar 2"]), people_are(&p), size("Mawar 1", 3)],
        ),
        shape(
            "K15-dua-kota",
            "one name in two cities",
            grid![["No", "Nama KUBE", "Kab/Kota", "Nama", "NIK"]]
                .with(rows(&p, |p| {
                    cells![
                        p.at,
                        "KUBE Mawar",
                        if p.at <= 3 { "Kota Samarinda" } else { "Kota Bontang" },
                        p.name.as_str(),
                        p.nik.as_str()
                    ]
                }))
                .xlsx("kota.xlsx"),
            two(),
        ),
    ]
}
