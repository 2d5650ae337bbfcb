//! K16: quotes and separators as people really have them.

use serde_json::json;

use super::grid::{cells, file, grid};
use super::people::{people, rows};
use super::right::*;
use super::{Shape, shape};

pub fn all() -> Vec<Shape> {
    let p = people(4);
    let right = || [vec![groups(&["Koma"]), people_are(&p)], as_they_are(&p, &["nik"])].concat();
    let list = |address: &str| {
        grid![["Nama KUBE", "Nama", "NIK", "Alamat"]]
            .with(rows(&p, |p| cells!["KUBE Koma", p.name.as_str(), p.nik.as_str(), address]))
    };
    let at = |address: &str| [right(), vec![each(json!({"address": address}))]].concat();
    let plain = |address: &str, between: &str| list(address).lines(between, |_| false);
    vec![
        shape(
            "K16-koma-dalam-alamat",
            "semicolons between, six commas in each address",
            file("a.csv", plain("Jl. Contoh, Gg. 2, RT 04, RW 02, Kel. Sidodadi, Kec. Ulu, Samarinda", ";")),
            at("Jl. Contoh, Gg. 2, RT 04, RW 02, Kel. Sidodadi, Kec. Ulu, Samarinda"),
        ),
        shape(
            "K16-tab-dan-koma",
            "tabs between, commas and semicolons in the addresses",
            file("a.tsv", plain("Jl. Contoh, Gg. 2; RT 04, RW 02", "\t")),
            at("Jl. Contoh, Gg. 2; RT 04, RW 02"),
        ),
        shape(
            "K16-kutip-di-tengah",
            "a quote in the middle of a value",
            file("a.csv", plain("Jl. \"Mawar\" No. 2", ";")),
            at("Jl. \"Mawar\" No. 2"),
        ),
        shape(
            "K16-kutip-sendiri",
            "one quote that is never closed, in a title",
            file("a.csv", ["DAFTAR KUBE \"KOMA;;;\r\n", &plain("Jl. Contoh", ";")].concat()),
            at("Jl. Contoh"),
        ),
        shape(
            "K16-inci",
            "an inch mark at the end of a value",
            file("a.csv", plain("Gg. Pipa 2\"", ";")),
            at("Gg. Pipa 2\""),
        ),
        shape(
            "K16-kutip-miring",
            "quotes as Word makes them",
            file("a.csv", plain("Jl. “Mawar”", ",")),
            at("Jl. “Mawar”"),
        ),
        shape(
            "K16-kutip-tunggal",
            "values in single quotes",
            file(
                "a.csv",
                list("Jl. Contoh")
                    .lines(",", |_| false)
                    .lines()
                    .map(|line| line.split(',').map(|value| format!("'{value}'")).collect::<Vec<_>>().join(",") + "\n")
                    .collect::<String>(),
            ),
            right(),
        ),
        shape(
            "K16-pemisah-unit",
            "U+001F before each NIK, a trick of export plugins",
            file("a.csv", plain("Jl. Contoh", ";").replace(";6472", ";\u{1f}6472")),
            at("Jl. Contoh"),
        ),
        shape(
            "K16-baris-mac",
            "lines that end with a carriage return alone",
            file("a.csv", plain("Jl. Contoh", ";").replace("\r\n", "\r")),
            at("Jl. Contoh"),
        ),
        shape(
            "K16-baris-dalam-kutip",
            "an address of two lines in quotes",
            list("Jl. Contoh\nGg. 2").csv("a.csv", ","),
            right(),
        ),
        shape(
            "K16-garis-miring-kutip",
            "quotes escaped by a backslash, as programs write them",
            file("a.csv", list("Jl. @Mawar@").lines(",", |_| true).replace('@', "\\\"")),
            right(),
        ),
        shape(
            "K16-titik-koma-akhir",
            "a separator behind each line",
            file("a.csv", plain("Jl. Contoh", ";").replace("\r\n", ";;\r\n")),
            at("Jl. Contoh"),
        ),
    ]
}
