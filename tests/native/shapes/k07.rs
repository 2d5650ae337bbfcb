//! K07: a CSV is one whatever its first sign is.

use super::grid::{Grid, cells, file, grid};
use super::people::{people, rows};
use super::right::*;
use super::{Shape, shape};
use crate::offices::expect::Expect;

pub fn all() -> Vec<Shape> {
    let p = people(4);
    let list = || {
        grid![["Nama KUBE", "Nama", "NIK", "L/P"]]
            .with(rows(&p, |p| cells!["KUBE Koma", p.name.as_str(), p.nik.as_str(), p.lp()]))
    };
    let right = || [vec![groups(&["Koma"]), people_are(&p)], as_they_are(&p, &["nik", "sex"])].concat();
    let of = |id, what, name: &str, bytes: Vec<u8>| shape(id, what, file(name, bytes), right());
    let bracketed = |grid: Grid| {
        let mut grid = grid;
        for cell in &mut grid.rows[0] {
            if let super::grid::Cell::Text(text) = cell {
                *text = format!("[{text}]");
            }
        }
        grid
    };
    let wide = |text: String| {
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect::<Vec<u8>>()
    };
    let mut shapes = vec![
        shape("K07-kutip-titik-koma", "all in quotes, with semicolons", list().quoted("a.csv", ";"), right()),
        shape("K07-kutip-tab", "all in quotes, with tabs", list().quoted("a.txt", "\t"), right()),
        shape("K07-kutip-pipa", "all in quotes, with pipes", list().quoted("a.txt", "|"), right()),
        of(
            "K07-bom-kutip",
            "a byte order mark before the first quote",
            "a.csv",
            [&[0xef, 0xbb, 0xbf][..], list().lines(",", |_| true).as_bytes()].concat(),
        ),
        of(
            "K07-sep-kutip",
            "a line \"sep=;\" before quotes",
            "a.csv",
            ["\"sep=;\"\r\n", &list().lines(";", |_| true)].concat().into_bytes(),
        ),
        shape(
            "K07-kurung-siku",
            "headings in brackets, as SQL Server copies them",
            bracketed(list()).csv("hasil.csv", ","),
            right(),
        ),
        of(
            "K07-pipa-di-depan",
            "a pipe before the first and behind the last value",
            "a.txt",
            list().lines("|", |_| false).lines().map(|line| format!("|{line}|\n")).collect::<String>().into_bytes(),
        ),
        of(
            "K07-utf16-kutip",
            "UTF-16 with quotes and tabs, which Excel calls Unicode text",
            "a.txt",
            wide(list().lines("\t", |_| true)),
        ),
        of(
            "K07-baris-kosong",
            "empty lines before the first quote",
            "a.csv",
            ["\r\n\r\n", &list().lines(";", |_| true)].concat().into_bytes(),
        ),
        of(
            "K07-satu-kutip-kosong",
            "an empty value in quotes as the first",
            "a.csv",
            list()
                .lines(",", |_| true)
                .lines()
                .enumerate()
                .map(|(at, line)| if at == 0 { format!("\"\",{line}\n") } else { format!("\"{at}\",{line}\n") })
                .collect::<String>()
                .into_bytes(),
        ),
    ];
    let title = grid![["[DATA] Anggota KUBE", "", "", ""]].below(list());
    shapes.push(shape("K07-judul-kurung", "a title that begins with a bracket", title.csv("a.csv", ";"), right()));
    let json: Vec<Expect> = vec![refused(&["Buku KUBE|tabel|CSV|Excel"])];
    shapes.push(shape(
        "K07-memang-json",
        "what is JSON indeed is still refused, in a sentence",
        file("data.json", r#"[{"nama":"Contoh Satu","nik":"6472034506859001"}]"#),
        json,
    ));
    shapes
}
