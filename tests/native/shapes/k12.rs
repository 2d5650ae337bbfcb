//! K12: a formula without a value is told, and never taken for an empty cell.

use serde_json::json;

use super::grid::{Cell, cells, computed, formula, grid};
use super::people::{Person, people, rows};
use super::right::*;
use super::{Shape, shape};
use crate::offices::expect::Expect;

fn list(people: &[Person], nik: impl Fn(&Person) -> Cell, sex: impl Fn(&Person) -> Cell) -> super::grid::Grid {
    grid![["Nama KUBE", "Nama", "NIK", "L/P", "Tanggal Lahir"]]
        .with(rows(people, |p| cells!["KUBE Rumus", p.name.as_str(), nik(p), sex(p), p.dmy("-")]))
}

pub fn all() -> Vec<Shape> {
    let p = people(3);
    let all_told = |heading: &str| -> Vec<Expect> { p.iter().map(|p| told(&p.name, heading)).collect() };
    let nik = |p: &Person| Cell::from(p.nik.as_str());
    let sex = |p: &Person| Cell::from(p.lp());
    vec![
        shape(
            "K12-nik",
            "NIK put together by a formula, never computed",
            list(&p, |p| formula(&format!("\"{}\"&\"{}\"", &p.nik[..8], &p.nik[8..])), sex).xlsx("rumus.xlsx"),
            [vec![people_are(&p)], all_told("NIK")].concat(),
        ),
        shape(
            "K12-kelamin",
            "the sex from the NIK by a formula, never computed",
            list(&p, nik, |_| formula("IF(MID(C2,7,2)*1>40,\"P\",\"L\")")).xlsx("rumus.xlsx"),
            [vec![people_are(&p)], all_told("L/P"), as_they_are(&p, &["nik"])].concat(),
        ),
        shape(
            "K12-dihitung",
            "the same with values, which are taken",
            list(&p, |p| computed("A1&B1", &p.nik), |p| computed("IF(1=1,\"P\",\"L\")", p.lp())).xlsx("rumus.xlsx"),
            [vec![people_are(&p)], as_they_are(&p, &["nik", "sex"]), p.iter().map(|p| whole(&p.name)).collect()]
                .concat(),
        ),
        shape(
            "K12-nama-kube",
            "the KUBE looked up from another sheet, never computed: nobody is lost in silence",
            grid![["Nama KUBE", "Nama", "NIK"]]
                .with(rows(&p, |p| cells![formula("VLOOKUP(B2,Data!A:B,2,0)"), p.name.as_str(), p.nik.as_str()]))
                .xlsx("rumus.xlsx"),
            vec![either(&[&all_told(""), &[asks_nothing()]])],
        ),
        shape(
            "K12-nama",
            "the names themselves by a formula, never computed",
            grid![["Nama KUBE", "Nama", "NIK"]]
                .with(rows(&p, |p| cells!["KUBE Rumus", formula("PROPER(E2)"), p.nik.as_str()]))
                .xlsx("rumus.xlsx"),
            vec![members(&[]), groups(&[])],
        ),
        shape(
            "K12-gagal",
            "formulas that failed",
            list(
                &p,
                |p| if p.at == 2 { Cell::Error("#N/A") } else { nik(p) },
                |p| if p.at == 3 { Cell::Error("#REF!") } else { sex(p) },
            )
            .xlsx("rumus.xlsx"),
            vec![people_are(&p), told("Contoh Dua", "NIK"), told("Contoh Tiga", "L/P"), whole("Contoh Satu")],
        ),
        shape(
            "K12-kosong",
            "formulas that came to nothing, which is what they say",
            list(&p, nik, |_| computed("IF(1=1,\"\",\"L\")", "")).xlsx("rumus.xlsx"),
            [vec![people_are(&p), each(json!({"sex": null}))], as_they_are(&p, &["nik"])].concat(),
        ),
        shape(
            "K12-tanggal",
            "birth dates by DATE(), never computed",
            grid![["Nama KUBE", "Nama", "NIK", "Tanggal Lahir"]]
                .with(rows(&p, |p| cells!["KUBE Rumus", p.name.as_str(), p.nik.as_str(), formula("DATE(1985,6,5)")]))
                .xlsx("rumus.xlsx"),
            [vec![people_are(&p)], all_told("Tanggal Lahir")].concat(),
        ),
        shape(
            "K12-nomor",
            "row numbers by a formula: nothing of anybody is lost",
            grid![["No", "Nama KUBE", "Nama", "NIK"]]
                .with(rows(&p, |p| cells![formula("A1+1"), "KUBE Rumus", p.name.as_str(), p.nik.as_str()]))
                .xlsx("rumus.xlsx"),
            [vec![people_are(&p)], as_they_are(&p, &["nik"]), p.iter().map(|p| whole(&p.name)).collect()].concat(),
        ),
    ]
}

/// The rows are left out for want of a KUBE, and so named.
fn asks_nothing() -> Expect {
    Expect::Members(Vec::new())
}
