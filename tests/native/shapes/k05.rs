//! K05: the first row is a heading only if it is one; headings of programmers are headings.

use serde_json::json;

use super::grid::{cells, grid};
use super::people::{people, rows};
use super::right::*;
use super::{Shape, shape};

pub fn all() -> Vec<Shape> {
    let p = people(4);
    let own = |of: &[&str]| as_they_are(&p, of);
    vec![
        shape(
            "K05-csv-tanpa-judul",
            "a CSV without headings",
            grid![]
                .with(rows(&p, |p| cells![p.at, p.name.as_str(), p.nik.as_str(), p.lp(), "Sidodadi"]))
                .csv("data.csv", ";"),
            [vec![asks(), people_are(&p)], own(&["nik", "sex"])].concat(),
        ),
        shape(
            "K05-judul-lalu-data",
            "a title, and the people at once below it",
            grid![["DAFTAR NAMA PENERIMA"], []]
                .with(rows(&p, |p| cells![p.at, p.name.as_str(), p.nik.as_str(), p.lp()]))
                .xlsx("data.xlsx"),
            [vec![asks(), people_are(&p)], own(&["nik", "sex"])].concat(),
        ),
        shape(
            "K05-camel-pendek",
            "namaLengkap, noHp, alamatRumah, namaKelompok",
            grid![["namaLengkap", "nik", "noHp", "alamatRumah", "namaKelompok"]]
                .with(rows(&p, |p| {
                    cells![p.name.as_str(), p.nik.as_str(), format!("08120000000{}", p.at), "Jl. Contoh", "KUBE Camel"]
                }))
                .csv("export.csv", ","),
            [
                vec![
                    groups(&["Camel"]),
                    people_are(&p),
                    each(json!({"address": "Jl. Contoh"})),
                    member("Contoh Dua", json!({"phone": "+6281200000002"})),
                ],
                own(&["nik"]),
            ]
            .concat(),
        ),
        shape(
            "K05-snake",
            "nama_lengkap, no_kk, tgl_lahir, jenis_kelamin, nama_kube",
            grid![[
                "id",
                "nama_lengkap",
                "nik",
                "no_kk",
                "tmp_lahir",
                "tgl_lahir",
                "jenis_kelamin",
                "status_perkawinan",
                "nama_kube",
                "created_at"
            ]]
            .with(rows(&p, |p| {
                cells![
                    p.at,
                    p.name.as_str(),
                    p.nik.as_str(),
                    p.card.as_str(),
                    "Samarinda",
                    p.born.iso(),
                    p.sex(),
                    "Kawin",
                    "KUBE Ular",
                    "2026-11-20 08:00:00"
                ]
            }))
            .csv("members.csv", ","),
            [
                vec![
                    groups(&["Ular"]),
                    people_are(&p),
                    not_taken("created_at"),
                    each(json!({"marital": "married", "birth_place": "Samarinda"})),
                ],
                own(&["nik", "card", "birth_date", "sex"]),
            ]
            .concat(),
        ),
        shape(
            "K05-pascal-bdt",
            "BDT 2015 by person: Nama, JnsKel, TmpLahir, TglLahir, NIK, NoKK",
            grid![[
                "IDBDT",
                "IDARTBDT",
                "Nama",
                "JnsKel",
                "TmpLahir",
                "TglLahir",
                "HubKRT",
                "NIK",
                "NoKK",
                "Umur",
                "Sta_kawin"
            ]]
            .with(rows(&p, |p| {
                cells![
                    format!("64720300100{:03}", p.at),
                    format!("6472030010000{:03}", p.at),
                    p.name.as_str(),
                    p.sex_code(),
                    "SAMARINDA",
                    p.born.iso(),
                    "1",
                    p.nik.as_str(),
                    p.card.as_str(),
                    40,
                    2
                ]
            }))
            .csv("art.csv", ";"),
            [
                vec![
                    asks(),
                    people_are(&p),
                    not_taken("IDARTBDT"),
                    not_taken("Umur"),
                    each(json!({"birth_place": "SAMARINDA", "marital": "married", "kinship": "head"})),
                ],
                own(&["nik", "card", "birth_date", "sex"]),
            ]
            .concat(),
        ),
        shape(
            "K05-english-camel",
            "fullName, nationalId, birthDate, gender, groupName",
            grid![["fullName", "nationalId", "birthDate", "gender", "groupName"]]
                .with(rows(&p, |p| {
                    cells![
                        p.name.as_str(),
                        p.nik.as_str(),
                        p.born.iso(),
                        if p.is_male { "Male" } else { "Female" },
                        "KUBE Rose"
                    ]
                }))
                .csv("members.csv", ","),
            [vec![groups(&["Rose"]), people_are(&p)], own(&["nik", "birth_date", "sex"])].concat(),
        ),
        shape(
            "K05-judul-tak-dikenal",
            "headings that nobody knows: none of them becomes a person, and the first person stays",
            grid![["KOL1", "KOL2", "KOL3", "KOL4"]]
                .with(rows(&p, |p| cells![p.at, p.name.as_str(), p.nik.as_str(), p.dmy("-")]))
                .xlsx("kolom.xlsx"),
            [vec![asks(), people_are(&p), nobody(&["KOL2"])], own(&["nik", "birth_date"])].concat(),
        ),
        shape(
            "K05-bintang",
            "headings with a star, a colon and a hint in brackets",
            grid![["Nama KUBE *:", "Nama Lengkap *", "NIK (16 angka) *", "L/P *"]]
                .with(rows(&p, |p| cells!["KUBE Bintang", p.name.as_str(), p.nik.as_str(), p.lp()]))
                .xlsx("isian.xlsx"),
            [vec![groups(&["Bintang"]), people_are(&p)], own(&["nik", "sex"])].concat(),
        ),
        shape(
            "K05-titik-garis",
            "headings with dots and underscores: NAMA.LENGKAP, NO__KK, TGL.LAHIR",
            grid![["NAMA.KUBE", "NAMA.LENGKAP", "NIK", "NO__KK", "TGL.LAHIR"]]
                .with(rows(&p, |p| cells!["KUBE Titik", p.name.as_str(), p.nik.as_str(), p.card.as_str(), p.dmy("/")]))
                .csv("data.csv", ";"),
            [vec![groups(&["Titik"]), people_are(&p)], own(&["nik", "card", "birth_date"])].concat(),
        ),
    ]
}
