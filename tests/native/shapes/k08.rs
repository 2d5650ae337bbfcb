//! K08: each kind of wrong workbook is called what it is, with what to do; a good one opens whatever its zip looks like.

use super::grid::{Book, Grid, cells, file, grid, zipped};
use super::people::{people, rows};
use super::right::*;
use super::{Shape, shape};

fn part(name: &str, text: &str) -> (String, Vec<u8>) {
    (name.to_owned(), text.as_bytes().to_vec())
}

/// A file of the older kind of container, with these streams.
fn compound(streams: &[&str]) -> Vec<u8> {
    let names = streams.iter().flat_map(|name| name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes));
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
        .into_iter()
        .chain([0; 4000])
        .chain(names)
        .chain([0; 4000])
        .collect()
}

pub fn all() -> Vec<Shape> {
    let p = people(4);
    let list = || {
        grid![["Nama KUBE", "Nama", "NIK", "L/P"]]
            .with(rows(&p, |p| cells!["KUBE Zip", p.name.as_str(), p.nik.as_str(), p.lp()]))
    };
    let right = || [vec![groups(&["Zip"]), people_are(&p)], as_they_are(&p, &["nik", "sex"])].concat();
    let page = |before: &str, behind: &str| format!("{before}{}{behind}", list().table());
    let or_saved = || vec![either(&[&right(), &[refused(&[".xlsx", "Excel"])]])];
    let xml = |grid: &Grid| {
        let cell = |cell: &super::grid::Cell| {
            format!(
                "<Cell><Data ss:Type=\"String\">{}</Data></Cell>",
                match cell {
                    super::grid::Cell::Text(text) => text.as_str(),
                    _ => "",
                }
            )
        };
        let rows: String =
            grid.rows.iter().map(|row| format!("<Row>{}</Row>", row.iter().map(cell).collect::<String>())).collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"A\"><Table>{rows}</Table></Worksheet></Workbook>"
        )
    };
    let xlsx = list().xlsx("a.xlsx").bytes;
    vec![
        shape(
            "K08-opensid-cetak",
            "a page that OpenSID prints, saved as .xls",
            file(
                "penduduk.xls",
                page(
                    "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"x\">\n<html><head><title>Data</title></head><body>",
                    "</body></html>",
                ),
            ),
            or_saved(),
        ),
        shape(
            "K08-html-bom",
            "the same with a byte order mark and the words of Excel",
            file(
                "data.xls",
                [
                    &[0xef, 0xbb, 0xbf][..],
                    page("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><body>", "</body></html>")
                        .as_bytes(),
                ]
                .concat(),
            ),
            or_saved(),
        ),
        shape(
            "K08-style-dulu",
            "a style before the table",
            file("data.xls", page("<style>td{mso-number-format:\"\\@\"}</style>", "")),
            or_saved(),
        ),
        shape(
            "K08-meta-dulu",
            "a meta element before the table, as PHP pages write it",
            file("data.xls", page("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">", "")),
            or_saved(),
        ),
        shape(
            "K08-xml-bom",
            "SpreadsheetML with a byte order mark",
            file("data.xls", [&[0xef, 0xbb, 0xbf][..], xml(&list()).as_bytes()].concat()),
            vec![either(&[&right(), &[refused(&[".xlsx"])]])],
        ),
        shape(
            "K08-gambar-dulu",
            "a workbook whose zip begins with a picture of 40 kB",
            Book::of(vec![list()])
                .after(
                    "docProps/thumbnail.jpeg",
                    (0..40_000_u32).map(|at| at.wrapping_mul(2_654_435_761).to_le_bytes()[3]).collect(),
                )
                .xlsx("gambar.xlsx"),
            right(),
        ),
        shape(
            "K08-custom-dulu",
            "one that begins with an XML of its own",
            Book::of(vec![list()])
                .after("customXml/item1.xml", format!("<a>{}</a>", "x y z ".repeat(9_000)).into_bytes())
                .xlsx("custom.xlsx"),
            right(),
        ),
        shape(
            "K08-xlsb",
            "a binary workbook",
            file(
                "data.xlsb",
                zipped(&[
                    part(
                        "[Content_Types].xml",
                        "<Types><Override PartName=\"/xl/workbook.bin\" ContentType=\"application/vnd.ms-excel.sheet.binary.macroEnabled.main\"/></Types>",
                    ),
                    part("_rels/.rels", "<Relationships/>"),
                    part("xl/workbook.bin", "\u{83}\u{1}"),
                    part("xl/worksheets/sheet1.bin", "\u{81}\u{1}"),
                ]),
            ),
            vec![refused(&[".xlsx", "Excel"])],
        ),
        shape(
            "K08-numbers",
            "a table of Apple Numbers",
            file(
                "daftar.numbers",
                zipped(&[
                    part("Index/Document.iwa", "\0\u{1}"),
                    part("Index/CalculationEngine.iwa", "\0"),
                    part("Metadata/Properties.plist", "bplist00"),
                ]),
            ),
            vec![refused(&["Numbers", "Excel|CSV"])],
        ),
        shape(
            "K08-kata-sandi",
            "a workbook with a password, which is wrapped in an older container",
            file("rahasia.xlsx", compound(&["EncryptedPackage", "EncryptionInfo"])),
            vec![refused(&["kata sandi", "Excel"])],
        ),
        shape(
            "K08-word",
            "a document of Word that is called .xlsx",
            file(
                "daftar.xlsx",
                zipped(&[part("[Content_Types].xml", "<Types/>"), part("word/document.xml", "<w:document/>")]),
            ),
            vec![refused(&["Word"])],
        ),
        shape(
            "K08-pdf",
            "a PDF that is called .xlsx",
            file("daftar.xlsx", "%PDF-1.7\n1 0 obj\n"),
            vec![refused(&["PDF"])],
        ),
        shape(
            "K08-terpotong",
            "a workbook that was cut in the middle",
            file("daftar.xlsx", &xlsx[..xlsx.len() / 2]),
            vec![refused(&["rusak|terpotong", "ulang"])],
        ),
    ]
}
