//! From bytes to cells: exact numbers, merged cells, formulas, CSV as people have it, each kind of wrong workbook by its name,
//! and files that unfold to more than there is room for.
//!
//! All files are made here. What columns mean is held by `lists.rs`.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use buku_kube::exchange::ReadError;
use buku_kube::i18n::Lang;
use buku_kube::import_worker::{ImportWorker, Outcome};
use buku_kube::lists::{Cell, CellKind, Merge, Sheet, TableError};
use buku_kube::sheets::read::table;
use buku_kube::sheets::{self, Ask, SheetsWorker};

use crate::invented::today;

const MAIN: &str = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#;
const HEADING: [&str; 3] = ["Nama KUBE", "Nama", "NIK"];
const NIK: &str = "6472034506859001";

fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook in the making.
#[derive(Default)]
struct Book<'a> {
    /// What stands in `sheetData`.
    rows: &'a str,
    /// What stands behind it.
    after: &'a str,
    /// The shared texts, as XML.
    texts: &'a str,
    /// The codes of formats of the styles from 1 on; style 0 has none.
    formats: &'a [&'a str],
    from_1904: bool,
    /// A part that stands before all others.
    first: Option<(&'a str, &'a str)>,
}

impl Book<'_> {
    fn bytes(&self) -> Vec<u8> {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let relations = |of: &[(&str, &str)]| {
            let mut out =
                String::from(r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#);
            for (kind, target) in of {
                write!(out, r#"<Relationship Id="r-{kind}" Type="{office}/{kind}" Target="{target}"/>"#).unwrap();
            }
            out + "</Relationships>"
        };
        let root = relations(&[("officeDocument", "xl/workbook.xml")]);
        let own = relations(&[
            ("worksheet", "worksheets/sheet1.xml"),
            ("sharedStrings", "sharedStrings.xml"),
            ("styles", "/xl/styles.xml"),
        ]);
        let epoch = if self.from_1904 { r#"<workbookPr date1904="1"/>"# } else { "" };
        let workbook = format!(
            r#"<?xml version="1.0"?><workbook {MAIN} xmlns:r="{office}">{epoch}<sheets><sheet name="Daftar" sheetId="1" r:id="r-worksheet"/></sheets></workbook>"#
        );
        let (mut formats, mut styles) = (String::new(), String::from(r#"<xf numFmtId="0"/>"#));
        for (at, code) in self.formats.iter().enumerate() {
            write!(formats, r#"<numFmt numFmtId="{}" formatCode="{code}"/>"#, 170 + at).unwrap();
            write!(styles, r#"<xf numFmtId="{}"/>"#, 170 + at).unwrap();
        }
        let styles = format!("<styleSheet {MAIN}><numFmts>{formats}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>");
        let texts = format!("<sst {MAIN}>{}</sst>", self.texts);
        let sheet = format!("<worksheet {MAIN}><sheetData>{}</sheetData>{}</worksheet>", self.rows, self.after);
        let mut parts: Vec<(&str, &str)> = self.first.into_iter().collect();
        parts.extend([
            ("_rels/.rels", root.as_str()),
            ("xl/_rels/workbook.xml.rels", &own),
            ("xl/workbook.xml", &workbook),
            ("xl/styles.xml", &styles),
            ("xl/sharedStrings.xml", &texts),
            ("xl/worksheets/sheet1.xml", &sheet),
        ]);
        zip(&parts)
    }

    fn sheet(&self) -> Sheet {
        table(&self.bytes(), "a.xlsx").unwrap().remove(0)
    }
}

/// The first cell of a workbook whose first cell is this.
fn cell(of: &str) -> Cell {
    Book { rows: &format!("<row r=\"1\">{of}</row>"), ..Book::default() }.sheet().cell(0, 0).clone()
}

/// A sheet of an ODS with these rows.
fn ods(rows: &str) -> Vec<u8> {
    let names = r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0""#;
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content {names}><office:body><office:spreadsheet><table:table table:name="S">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    zip(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

fn texts(sheet: &Sheet) -> Vec<Vec<&str>> {
    sheet.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect()
}

/// What a person reads who chooses a file: the first word of the sheet, or why there is none.
fn said(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, String> {
    let mut worker = ImportWorker::default();
    let inspection = worker.look(vec![(name.to_owned(), Ok(bytes.to_vec()))], &mut |_| {});
    let Outcome::Refused(refused) = &inspection.files[0].outcome else { panic!("{name}") };
    let sentence = |error: &ReadError| Lang::Id.read_error(error);
    let Some(is_text) = inspection.may_be_list() else { return Err(sentence(refused)) };
    let ask = Ask::Open { name: name.to_owned(), is_text };
    match SheetsWorker::default().answer(ask, &[], Some(bytes), &mut |_, _| {}).0 {
        sheets::Answer::Opened(Ok(_)) => Ok(table(bytes, name).unwrap()),
        sheets::Answer::Opened(Err(error)) if !is_text || error.is_of_a_table() => Err(Lang::Id.table_error(error)),
        _ => Err(sentence(refused)),
    }
}

#[test]
fn numbers_have_each_digit_that_the_file_has() {
    use CellKind::{Date, Moment, Number, Rounded, Text};
    for (of, text, kind) in [
        (r#"<c r="A1"><v>9171034506850003</v></c>"#, "9171034506850003", Number),
        (r#"<c r="A1" t="n"><v>9999999999999999</v></c>"#, "9999999999999999", Number),
        ("<c><v>9007199254740993</v></c>", "9007199254740993", Number),
        (r#"<c r="A1" s="0"><v>6472034506859001</v></c>"#, "6472034506859001", Number),
        (r#"<c r="A1"><v>6472034506859000</v></c>"#, "6472034506859000", Rounded),
        (r#"<c r="A1"><v>6.47203450685900E+15</v></c>"#, "6472034506859000", Rounded),
        (r#"<c r="A1"><f>B1*1</f><v>9171034506850003</v></c>"#, "9171034506850003", Number),
        (r#"<c r="A1" t="str"><v>0012</v></c>"#, "0012", Text),
        (r#"<c r="A1"><v>2.5</v></c>"#, "2.5", Number),
        (r#"<c r="A1" t="d"><v>1985-06-04T16:00:00.000Z</v></c>"#, "1985-06-04T16:00:00Z", Moment),
        (r#"<c r="A1" t="d"><v>1985-06-05</v></c>"#, "1985-06-05", Date),
        (r#"<c r="A1" t="b"><v>1</v></c>"#, "TRUE", Text),
    ] {
        assert_eq!(cell(of), Cell::new(text, kind), "{of}");
    }
    let row = |value: &str| {
        let rows = format!("<table:table-row><table:table-cell {value}/></table:table-row>");
        table(&ods(&rows), "a.ods").unwrap()[0].cell(0, 0).clone()
    };
    for (value, text, kind) in [
        (r#"office:value-type="float" office:value="9171034506850003""#, "9171034506850003", Number),
        (r#"office:value-type="float" office:value="6.47203450685900E+015""#, "6472034506859000", Rounded),
        (r#"office:value-type="date" office:date-value="1985-06-05""#, "1985-06-05", Date),
        (r#"office:value-type="date" office:date-value="1985-06-04T23:59:59.9""#, "1985-06-05", Date),
        (r#"office:value-type="string" office:string-value="0012""#, "0012", Text),
        (r#"office:value-type="currency" office:value="150000""#, "150000", Number),
    ] {
        assert_eq!(row(value), Cell::new(text, kind), "{value}");
    }
}

#[test]
fn days_are_days_by_their_format_and_by_the_year_from_which_they_count() {
    let formats = &["dd/mm/yyyy", "[$-421]dd mmmm yyyy;@", "0", "h:mm", "yyyy-mm-dd hh:mm"];
    let row = |from_1904, cells: &str| {
        Book { rows: &format!("<row>{cells}</row>"), formats, from_1904, ..Book::default() }.sheet()
    };
    let sheet = row(
        false,
        r#"<c s="1"><v>31203</v></c><c s="2"><v>31203</v></c><c s="3"><v>31203</v></c><c s="4"><v>31203.5</v></c><c s="5"><v>31202.6666666667</v></c><c s="1"><v>31202.9999999</v></c>"#,
    );
    assert_eq!(texts(&sheet)[0], ["1985-06-05", "1985-06-05", "31203", "31203.5", "1985-06-04T16:00:00", "1985-06-05"]);
    let old = row(true, r#"<c s="1"><v>29741</v></c><c><v>29741</v></c>"#);
    assert_eq!((texts(&old)[0].as_slice(), old.from_1904), (&["1985-06-05", "29741"][..], true));
    assert_eq!(old.cell(0, 1).kind, CellKind::Number, "what it means, its column says");
}

#[test]
fn a_formula_without_its_value_is_no_empty_cell() {
    use CellKind::{Empty, Error, Formula, Number, Text};
    for (of, text, kind) in [
        (r#"<c r="A1"><f>"64720345"&amp;"06859001"</f><v/></c>"#, r#"="64720345"&"06859001""#, Formula),
        (r#"<c r="A1"><f>IF(1=1,"P","L")</f></c>"#, r#"=IF(1=1,"P","L")"#, Formula),
        (r#"<c r="A1"><f t="shared" si="0"/><v></v></c>"#, "=", Formula),
        (r#"<c r="A1" t="str"><f>B1</f></c>"#, "=B1", Formula),
        (r#"<c r="A1" t="str"><f>IF(B1="","",B1)</f><v></v></c>"#, "", Empty),
        (r#"<c r="A1"><f>1+1</f><v>2</v></c>"#, "2", Number),
        (r#"<c r="A1" t="str"><f>B1</f><v>Contoh</v></c>"#, "Contoh", Text),
        (r#"<c r="A1" t="e"><f>VLOOKUP(B1,C:D,2,0)</f><v>#N/A</v></c>"#, "#N/A", Error),
        (r#"<c r="A1" t="e"><v>#REF!</v></c>"#, "#REF!", Error),
    ] {
        let bytes =
            Book { rows: &format!("<row r=\"1\">{of}<c r=\"B1\"><v>1</v></c></row>"), ..Book::default() }.bytes();
        assert_eq!(*table(&bytes, "a").unwrap()[0].cell(0, 0), Cell::new(text, kind), "{of}");
    }
    let formula = |cell: &str| {
        table(&ods(&format!("<table:table-row>{cell}</table:table-row>")), "a").unwrap()[0].cell(0, 0).kind
    };
    assert_eq!(formula(r#"<table:table-cell table:formula="of:=[.B1]"/>"#), Formula);
    assert_eq!(
        formula(
            r#"<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>"#
        ),
        Error
    );
    // It is told, and its row is not taken whole.
    let rows = format!(
        r#"<row>{}</row><row>{}<c><f>"6472"</f><v/></c></row>"#,
        HEADING.map(inline).concat(),
        ["KUBE Rumus", "Contoh Satu"].map(inline).concat()
    );
    let sheet = Book { rows: &rows, ..Book::default() }.sheet();
    let reading = buku_kube::lists::read(&sheet, &buku_kube::lists::guess(&sheet).mapping, today());
    assert_eq!(reading.rows[1].problems[0].problem, buku_kube::lists::Problem::NotComputed);
}

fn inline(text: &str) -> String {
    format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#)
}

#[test]
fn merged_cells_are_known_and_spread_below_the_heading() {
    let merge = |top, left, bottom, right| Merge { top, left, bottom, right };
    let rows = r#"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row><row r="3"><c r="B3"><v>5</v></c></row><row r="4"><c r="A4"><v>6</v></c><c r="C4"><v>7</v></c></row><row r="5"><c r="A5"><v>8</v></c></row>"#;
    let after = r#"<mergeCells count="5"><mergeCell ref="A2:A3"/><mergeCell ref="A1:C1"/><mergeCell ref="A4:B4"/><mergeCell ref="A5:C5"/><mergeCell ref="E9:F9"/></mergeCells>"#;
    let sheet = Book { rows, after, ..Book::default() }.sheet();
    assert_eq!(sheet.merges, [merge(1, 0, 2, 0), merge(0, 0, 0, 2), merge(3, 0, 3, 1), merge(4, 0, 4, 2)]);
    let spread = sheet.spread(1);
    // The heading, and a value that is all a row has, stay as they are.
    assert_eq!(texts(&spread), [vec!["1", "2"], vec!["3", "4"], vec!["3", "5"], vec!["6", "6", "7"], vec!["8"]]);
    let page = "<table><tr><td>a<td>b<tr><td rowspan=2>1<td>2<tr><td>3</table>";
    let list = "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell table:number-rows-spanned=\"2\"><text:p>1</text:p></table:table-cell></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell><text:p>3</text:p></table:table-cell></table:table-row>";
    let xml = r#"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table><Row><Cell><Data ss:Type="String">a</Data></Cell></Row><Row><Cell ss:MergeDown="1"><Data ss:Type="Number">1</Data></Cell></Row><Row><Cell ss:Index="2"><Data ss:Type="Number">3</Data></Cell></Row></Table></Worksheet></Workbook>"#;
    for bytes in [page.as_bytes().to_vec(), ods(list), xml.as_bytes().to_vec()] {
        let sheet = table(&bytes, "a").unwrap().remove(0);
        let spread = sheet.spread(1);
        assert_eq!(
            (spread.cell(1, 0).text.as_str(), spread.cell(2, 0).text.as_str(), spread.cell(2, 1).text.as_str()),
            ("1", "1", "3")
        );
    }
    // A card that stands once for two of a family is that of both.
    let list = format!(
        "<row>{}</row><row>{}</row><row>{}</row>",
        ["Nama KUBE", "Nama", "NIK", "No KK"].map(inline).concat(),
        ["KUBE Gabung", "Contoh Satu", "6472030506859001", "6472030101109001"].map(inline).concat(),
        ["KUBE Gabung", "Contoh Dua", "6472034506859002"].map(inline).concat()
    );
    let sheet =
        Book { rows: &list, after: r#"<mergeCells><mergeCell ref="D2:D3"/></mergeCells>"#, ..Book::default() }.sheet();
    let reading = buku_kube::lists::read(&sheet, &buku_kube::lists::guess(&sheet).mapping, today());
    let cards: Vec<_> = reading.rows[1..].iter().map(|row| row.people[0].get("card").cloned()).collect();
    assert_eq!(cards, [Some("6472030101109001".into()), Some("6472030101109001".into())]);
}

/// Each is three columns, and the first of the second row is the name of the group.
#[test]
fn csv_is_read_as_people_have_it() {
    let list = |separator: &str, quote: &str, end: &str, rows: &[[&str; 4]]| {
        let line = |row: &[&str; 4]| row.map(|value| format!("{quote}{value}{quote}")).join(separator);
        rows.iter().map(line).collect::<Vec<_>>().join(end)
    };
    let rows = [
        ["Nama KUBE", "Nama", "NIK", "Alamat"],
        ["KUBE Csv", "Contoh A", NIK, "Jl Satu"],
        ["KUBE Csv", "Contoh B", "6472034506859002", "Jl Dua"],
        ["KUBE Csv", "Contoh C", "6472034506859003", "Jl Tiga"],
    ];
    let commas = rows.map(|row| {
        row.map(|value| if value.starts_with("Jl") { "Jl A, Gg 1, RT 04, RW 02, Samarinda" } else { value })
    });
    let plain = list(";", "", "\n", &rows);
    let wide = |text: &str| -> Vec<u8> {
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
    };
    let title = |title: &str| format!("{title}\n{plain}").into_bytes();
    let mut shapes: Vec<(String, Vec<u8>)> = Vec::new();
    for separator in [";", ",", "\t", "|", "\u{1f}"] {
        for quote in ["", "\""] {
            for end in ["\n", "\r\n", "\r"] {
                shapes
                    .push((format!("{separator:?} {quote} {end:?}"), list(separator, quote, end, &rows).into_bytes()));
            }
        }
    }
    for separator in [";", "\t", "|"] {
        shapes.push((format!("commas within {separator:?}"), list(separator, "", "\n", &commas).into_bytes()));
    }
    shapes.extend([
        ("quoted commas".to_owned(), list(",", "\"", "\r\n", &commas).into_bytes()),
        ("sep=".to_owned(), format!("sep=;\r\n{plain}").into_bytes()),
        ("BOM".to_owned(), format!("\u{feff}{plain}").into_bytes()),
        ("UTF-16".to_owned(), wide(&plain)),
        ("UTF-16 within quotes".to_owned(), wide(&list("\t", "\"", "\r\n", &rows))),
        ("Windows-1252".to_owned(), [plain.as_bytes(), b"\nKUBE Csv;Contoh Ren\xe9;6472034506859004;Jl"].concat()),
        ("separators behind".to_owned(), plain.replace('\n', ";;;\n").into_bytes()),
        ("a stray quote in the title".to_owned(), title("DAFTAR KUBE \"MAWAR;;;")),
        ("a quote before the title".to_owned(), title("\"DAFTAR KUBE MAWAR;;;")),
        ("an apostrophe in the title".to_owned(), title("DAFTAR KUBE JUM'AT;;;")),
        ("a title in brackets".to_owned(), title("[DATA PENERIMA]")),
        ("braces around the title".to_owned(), title("{DATA PENERIMA};;;")),
        ("headings in brackets".to_owned(), plain.replacen("Nama KUBE", "[Nama KUBE]", 1).into_bytes()),
        ("a pipe before and behind".to_owned(), format!("|{}|", list("|", "", "|\n|", &rows)).into_bytes()),
        ("U+001F before each NIK".to_owned(), plain.replace("6472", "\u{1f}6472").into_bytes()),
        (
            "a quote that does not end".to_owned(),
            format!("{plain}\nKUBE Csv;\"Contoh D;6472034506859004;Jl").into_bytes(),
        ),
        (
            "quotes within quotes".to_owned(),
            list(";", "\"", "\n", &rows).replace("Jl Satu", "Jl. \"\"Satu\"\"").into_bytes(),
        ),
        ("a line within quotes".to_owned(), list(";", "\"", "\n", &rows).replace("Jl Satu", "Jl\nSatu").into_bytes()),
        ("each line within quotes".to_owned(), format!("\"{}\"", plain.replace('\n', "\"\n\"")).into_bytes()),
        ("the first value a number".to_owned(), format!("1;2;3;4\n{plain}").into_bytes()),
        ("DOS".to_owned(), format!("{plain}\r\n\u{1a}").into_bytes()),
    ]);
    assert!(shapes.len() > 50);
    for (what, bytes) in shapes {
        let sheets = said("daftar.csv", &bytes).unwrap_or_else(|said| panic!("{what}: {said}"));
        let rows = texts(&sheets[0]);
        let at = rows.iter().position(|row| row.contains(&"Contoh A")).unwrap_or_else(|| panic!("{what}: {rows:?}"));
        let row: Vec<&str> = rows[at].iter().copied().filter(|text| !text.is_empty()).collect();
        assert_eq!(row.get(..3), Some(&["KUBE Csv", "Contoh A", NIK][..]), "{what}: {rows:?}");
        assert!(rows.iter().any(|row| row.contains(&"Contoh C")), "{what}: {rows:?}");
    }
}

#[test]
fn json_of_something_else_is_no_list() {
    let other = "Berkas ini berisi data lain";
    for text in [
        r#"{"type":"FeatureCollection","features":[]}"#,
        r#"["Nama","NIK","Alamat"]"#,
        r#"[{"nama":"Contoh","nik":"6472034506859001"}]"#,
        r#""Nama;NIK""#,
        "123",
        "[[\"Nama KUBE\",\"Nama\",\"NIK\"],[\"a\",\"b\",\"c\"]]",
    ] {
        assert!(said("a.json", text.as_bytes()).unwrap_err().starts_with(other), "{text}");
    }
    assert!(said("a.json", br#"[{"nama":"Contoh","nik":"#).unwrap_err().contains("terpotong"));
}

const PAGE: &str = "<tr><th>Nama KUBE</th><th>Nama</th><th>NIK</th></tr><tr><td>KUBE Html</td><td>Contoh&nbsp;A</td><td>6472034506859001</td></tr><tr><td>KUBE Html</td><td>Contoh &amp; B</td><td>6472034506859002</td></tr>";

#[test]
fn a_table_of_another_form_is_read() {
    let in_one = |open: &str, close: &str| format!("{open}{PAGE}{close}").into_bytes();
    let cell = |text: &str| format!(r#"<Cell><Data ss:Type="String">{text}</Data></Cell>"#);
    let row = |values: [&str; 3]| format!("<Row>{}</Row>", values.map(cell).concat());
    let xml = |before: &str| {
        format!(
            r#"{before}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table>{}{}</Table></Worksheet></Workbook>"#,
            row(HEADING),
            row(["KUBE Xml", "Contoh A", NIK])
        )
        .into_bytes()
    };
    let rows = format!(
        "<row>{}</row><row>{}</row>",
        HEADING.map(inline).concat(),
        ["KUBE Zip", "Contoh A", NIK].map(inline).concat()
    );
    let picture = "x".repeat(9_000);
    let first = |name| Book { rows: &rows, first: Some((name, picture.as_str())), ..Book::default() }.bytes();
    for (what, bytes) in [
        ("a bare table", in_one("<table border=1>", "</table>")),
        ("a page", in_one("<html><head><meta charset=utf-8></head><body><table>", "</table></body></html>")),
        (
            "a page with a doctype",
            in_one("<!DOCTYPE html><html><body><div><table><tbody>", "</tbody></table></div></body></html>"),
        ),
        (
            "a page of Excel",
            in_one(
                "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><!--[if gte mso 9]><xml><x:ExcelWorkbook/></xml><![endif]--><table>",
                "</table>",
            ),
        ),
        ("XHTML", in_one("<?xml version=\"1.0\"?><!DOCTYPE html><html><body><TABLE>", "</TABLE></body></html>")),
        ("a style before it", in_one("<style>td{mso-number-format:'\\@'}</style><table>", "</table>")),
        ("a page with a mark", [b"\xef\xbb\xbf\r\n".to_vec(), in_one("<table>", "</table>")].concat()),
        ("XML of 2003", xml("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>")),
        ("XML of 2003 without its first line", xml("")),
        ("XML of 2003 with a mark", xml("\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")),
        ("a picture first", first("docProps/thumbnail.jpeg")),
        ("a text first", first("0.txt")),
        ("its folder in capitals", first("XL/media/image1.png")),
    ] {
        let sheets = said("daftar.xls", &bytes).unwrap_or_else(|said| panic!("{what}: {said}"));
        assert_eq!(sheets[0].cell(1, 2).text, NIK, "{what}");
        assert_eq!(sheets[0].cell(1, 1).text, "Contoh A", "{what}");
    }
}

#[test]
fn each_kind_of_wrong_workbook_is_told_what_it_is_and_what_to_do() {
    let old = |stream: &str| -> Vec<u8> {
        let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
        [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].into_iter().chain([0; 600]).chain(name).collect()
    };
    let page = |table: &str| format!("<html><body>{table}</body></html>").into_bytes();
    let password = "dikunci kata sandi. Di Excel, hapus";
    for (name, bytes, words) in [
        ("a.xlsx", old("EncryptedPackage"), password),
        ("a.xlsb", zip(&[("[Content_Types].xml", ""), ("xl/workbook.bin", "\0\u{1}")]), "simpan sebagai .xlsx"),
        ("a.numbers", zip(&[("preview.jpg", "x"), ("Index/Document.iwa", "x")]), "ekspor sebagai Excel atau CSV"),
        ("a.numbers", zip(&[("Index.zip", "x"), ("preview.jpg", "x")]), "ekspor sebagai Excel atau CSV"),
        ("a.xls", b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>".to_vec(), "simpan sebagai .xlsx"),
        ("a.wk1", b"\0\0\x02\0\x06\x04\x06\0\x08\0".to_vec(), "program lama"),
        ("a.wps", old("WksSSWorkBook"), "program lama"),
        ("a.slk", b"ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K\"Nama\"\r\n".to_vec(), "program lama"),
        (
            "a.gsheet",
            br#"{"url":"https://docs.google.com/spreadsheets/d/1","doc_id":"1","email":"contoh@example.id"}"#.to_vec(),
            "hanya tautan",
        ),
        ("a.url", b"[InternetShortcut]\r\nURL=https://docs.google.com/spreadsheets/d/1\r\n".to_vec(), "hanya tautan"),
        ("a.pdf", b"%PDF-1.7\n1 0 obj\n".to_vec(), "minta sebagai Excel atau CSV"),
        ("a.png", b"\x89PNG\r\n\x1a\n".to_vec(), "minta sebagai Excel atau CSV"),
        ("a.docx", zip(&[("docProps/app.xml", ""), ("word/document.xml", "")]), "dokumen Word"),
        ("a.html", page("<p>Halo"), "halaman web"),
        ("a.html", page("<table><tr><td>Selamat datang</td></tr></table>"), "halaman web"),
        ("a.zip", zip(&[("foto.jpg", "x")]), "arsip"),
        ("a.xls", old("Workbook"), "rusak atau terpotong"),
    ] {
        let told = said(name, &bytes).expect_err(name);
        assert!(told.contains(words), "{name}: {told}");
        assert!(told.ends_with('.') && told.len() < 180, "{told}");
    }
    assert_eq!(
        table(&zip(&[("mimetype", ""), ("content.xml", "<a><text/></a>")]), "a.odt"),
        Err(TableError::NotATable)
    );
    let locked = r#"<manifest:manifest xmlns:manifest="a"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"#;
    assert_eq!(
        table(&zip(&[("META-INF/manifest.xml", locked), ("content.xml", "x")]), "a.ods"),
        Err(TableError::Locked)
    );
}

/// What a file in a file does to the program that reads it: in a process of its own, whose memory is looked at.
#[cfg(target_os = "linux")]
mod bombs {
    use super::*;

    const FILE: &str = "BUKU_TABLE";
    /// Least of what an old phone has for one page.
    const MOST_KB: usize = 300 * 1024;
    /// Of the processor, in a build that is not optimized.
    const MOST_SECONDS: f64 = 60.0;

    #[test]
    fn a_file_is_read_in_a_process_of_its_own() {
        let Some(path) = std::env::var_os(FILE) else { return };
        let bytes = std::fs::read(path).unwrap();
        let read = table(&bytes, "a");
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
        let ticks: f64 = stat
            .rsplit(')')
            .next()
            .unwrap()
            .split_whitespace()
            .skip(11)
            .take(2)
            .map(|ticks| ticks.parse::<f64>().unwrap())
            .sum();
        let peak = peak.trim().trim_end_matches(" kB");
        println!("\nsaid {:?}|{peak}|{}", read.map(|sheets| sheets.len()), ticks / 100.0);
    }

    /// What came of it, the most memory in kB, and the seconds of the processor.
    fn read_apart(name: &str, bytes: &[u8]) -> (String, usize, f64) {
        let path = std::env::temp_dir().join(format!("buku-kube-{}-{name}", std::process::id()));
        std::fs::write(&path, bytes).unwrap();
        let output = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "tables::bombs::a_file_is_read_in_a_process_of_its_own", "--nocapture"])
            .env(FILE, &path)
            .output()
            .unwrap();
        std::fs::remove_file(path).unwrap();
        let out = String::from_utf8_lossy(&output.stdout);
        let said =
            out.lines().find_map(|line| line.strip_prefix("said ")).unwrap_or_else(|| panic!("{name}: {output:?}"));
        let mut parts = said.split('|');
        let mut next = || parts.next().unwrap();
        (next().to_owned(), next().parse().unwrap(), next().parse().unwrap())
    }

    /// An XLS of one sheet: its shared texts, each so many letters, and its records.
    fn xls(texts: &[usize], records: &[(u16, Vec<u8>)]) -> Vec<u8> {
        let record = |kind: u16, data: &[u8]| {
            [&kind.to_le_bytes()[..], &u16::try_from(data.len()).unwrap().to_le_bytes(), data].concat()
        };
        let start = |kind: u16| record(0x809, &[&[0, 6][..], &kind.to_le_bytes(), &[0; 12]].concat());
        let mut shared = vec![[0; 8].to_vec()];
        for letters in texts {
            let head = [&u16::try_from(*letters).unwrap().to_le_bytes()[..], &[0]].concat();
            shared.last_mut().unwrap().extend(head);
            let mut left = *letters;
            while left > 0 {
                let room = 8_000_usize.saturating_sub(shared.last().unwrap().len()).min(left);
                shared.last_mut().unwrap().extend(vec![b'A'; room]);
                left -= room;
                if left > 0 {
                    shared.push(vec![0]);
                }
            }
        }
        let first = record(0xfc, &shared[0]);
        let more: Vec<u8> = shared[1..].iter().flat_map(|part| record(0x3c, part)).collect();
        let end = record(0x0a, &[]);
        let before = start(5).len() + 4 + 8 + 2 + first.len() + more.len() + end.len();
        let sheet = record(0x85, &[&u32::try_from(before).unwrap().to_le_bytes()[..], &[0, 0, 1, 0, b'A', 0]].concat());
        let own: Vec<u8> = records.iter().flat_map(|(kind, data)| record(*kind, data)).collect();
        let mut stream = [start(5), sheet, first, more, end.clone(), start(0x10), own, end].concat();
        stream.resize(stream.len().next_multiple_of(512).max(4_096), 0);

        let sectors = stream.len() / 512;
        let tables = (sectors + 8).div_ceil(128) + 1;
        let number = |number: usize| u32::try_from(number).unwrap();
        let mut next: Vec<u32> = vec![0xffff_fffd; tables];
        next.push(0xffff_fffe);
        next.extend((1..sectors).map(|at| number(tables + 1 + at)));
        next.push(0xffff_fffe);
        next.resize(tables * 128, 0xffff_ffff);
        let mut header = vec![0_u8; 76];
        header[..8].copy_from_slice(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
        for (at, value) in [(26, 3_u16), (28, 0xfffe), (30, 9), (32, 6)] {
            header[at..at + 2].copy_from_slice(&value.to_le_bytes());
        }
        for (at, value) in
            [(44, number(tables)), (48, number(tables)), (56, 4_096), (60, 0xffff_fffe), (68, 0xffff_fffe)]
        {
            header[at..at + 4].copy_from_slice(&value.to_le_bytes());
        }
        header.extend((0..109).flat_map(|at| if at < tables { number(at) } else { u32::MAX }.to_le_bytes()));
        let entry = |name: &str, kind: u8, child: u32, start: u32, size: u32| {
            let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            entry.resize(64, 0);
            entry.extend(u16::try_from(name.len() * 2 + 2).unwrap().to_le_bytes());
            entry.extend([kind, 1]);
            entry.extend([u32::MAX, u32::MAX, child].map(u32::to_le_bytes).concat());
            entry.resize(116, 0);
            entry.extend([start, size, 0].map(u32::to_le_bytes).concat());
            entry
        };
        let root = entry("Root Entry", 5, 1, 0xffff_fffe, 0);
        let book = entry("Workbook", 2, u32::MAX, number(tables + 1), number(stream.len()));
        let directory = [root, book, vec![0; 256]].concat();
        let table: Vec<u8> = next.into_iter().flat_map(u32::to_le_bytes).collect();
        [header, table, directory, stream].concat()
    }

    fn used(row: u16, column: u16, text: u32) -> (u16, Vec<u8>) {
        (0xfd, [&row.to_le_bytes()[..], &column.to_le_bytes(), &[0, 0], &text.to_le_bytes()].concat())
    }

    #[test]
    fn an_old_workbook_is_counted_before_it_is_made() {
        let sheet =
            table(&xls(&[5, 20_000, 3], &[used(0, 0, 0), used(1, 1, 1), used(2, 0, 2)]), "a").unwrap().remove(0);
        let letters: Vec<usize> =
            [(0, 0), (1, 1), (2, 0)].map(|(row, column)| sheet.cell(row, column).text.len()).to_vec();
        assert_eq!(letters, [5, 20_000, 3]);
        let many: Vec<_> = (0..60_000).map(|row| used(row, 0, 1)).collect();
        let dimensions = |rows: u32, columns: u16| {
            (0x200, [&[0; 4][..], &rows.to_le_bytes(), &[0; 2], &columns.to_le_bytes(), &[0; 2]].concat())
        };
        for (name, bytes, error) in [
            ("xls-texts", xls(&[1, 60_000], &many), TableError::TooLargeUnzipped),
            ("xls-corner", xls(&[1], &[used(0, 0, 0), used(65_535, 255, 0)]), TableError::TooMany),
            ("xls-room", xls(&[1], &[dimensions(4_000_000_000, 256)]), TableError::TooMany),
            ("xls-locked", xls(&[1], &[(0x2f, vec![0; 6])]), TableError::Locked),
        ] {
            let (told, peak, seconds) = read_apart(name, &bytes);
            println!("{name}: {} kB of file, {told}, {} MB, {seconds} s", bytes.len() / 1024, peak / 1024);
            assert_eq!(told, format!("Err({error:?})"), "{name}");
            assert!(peak < MOST_KB && seconds < MOST_SECONDS, "{name}: {peak} kB, {seconds} s");
        }
    }

    #[test]
    fn what_unfolds_to_too_much_is_refused_in_little_memory() {
        let uses = |count: usize| "<row><c t=\"s\"><v>0</v></c></row>".repeat(count);
        let shared = |letters: usize, count: usize| {
            let texts = format!("<si><t>{}</t></si>", "A".repeat(letters));
            Book { rows: &uses(count), texts: &texts, ..Book::default() }.bytes()
        };
        let text = |letters: usize| {
            format!(
                "<table:table-cell table:number-columns-repeated=\"50\"><text:p>{}</text:p></table:table-cell>",
                "A".repeat(letters)
            )
        };
        let repeated = |rows: usize, letters: usize| {
            ods(&format!("<table:table-row table:number-rows-repeated=\"{rows}\">{}</table:table-row>", text(letters)))
        };
        let each = |of: fn(usize) -> String| (1..50_000).map(of).collect::<Vec<_>>().concat();
        let merges = each(|at| format!("<mergeCell ref=\"A{at}:Z50000\"/>"));
        let one_over_all = Book {
            rows: &each(|at| format!("<row r=\"{at}\"><c r=\"A{at}\"><v>1</v></c><c r=\"Z{at}\"><v>1</v></c></row>")),
            after: &format!("<mergeCells>{merges}</mergeCells>"),
            ..Book::default()
        };
        let page = |cell: &str, count: usize| format!("<table><tr>{}</table>", cell.repeat(count)).into_bytes();
        let numbers = |count: usize| format!("<row>{}</row>", "<c><v>1</v></c>".repeat(200)).repeat(count);
        let (large, many) = ("TooLargeUnzipped", "TooMany");
        for (name, bytes, said) in [
            ("repeat-long.ods", include_bytes!("../fixtures/harm/repeat-long.ods").to_vec(), large),
            (
                "shared-1mb-20000cells.xlsx",
                include_bytes!("../fixtures/harm/shared-1mb-20000cells.xlsx").to_vec(),
                large,
            ),
            ("shared 400 kB x 20,000", shared(400_000, 20_000), large),
            ("shared 30 kB x 100,000", shared(30_000, 100_000), large),
            ("one text of 8 MB", shared(8_000_000, 2), large),
            (
                "4,000 shared texts of 30 kB",
                Book {
                    rows: &uses(1),
                    texts: &format!("<si><t>{}</t></si>", "B".repeat(30_000)).repeat(4_000),
                    ..Book::default()
                }
                .bytes(),
                large,
            ),
            (
                "texts in pieces",
                Book {
                    rows: &format!(
                        "<row><c t=\"inlineStr\"><is>{}</is></c></row>",
                        format!("<r><t>{}</t></r>", "C".repeat(1_000)).repeat(100_000)
                    ),
                    ..Book::default()
                }
                .bytes(),
                large,
            ),
            (
                "a tag of 100 MB",
                Book { rows: &format!("<row a=\"{}\"/>", " ".repeat(100_000_000)), ..Book::default() }.bytes(),
                large,
            ),
            ("repeated 20,000 x 50 x 100 kB", repeated(20_000, 100_000), large),
            ("repeated 150,000 x 50 x 1", repeated(150_000, 1), many),
            ("repeated a thousand million times", repeated(1_000_000_000, 1), many),
            ("5,000,000 cells", Book { rows: &numbers(25_000), ..Book::default() }.bytes(), many),
            ("merges over merges", one_over_all.bytes(), many),
            ("a page of wide cells", page("<td colspan=1000000 rowspan=1000000>A", 300_000), "Ok(1)"),
            ("a page of open quotes", page("<td a='>'>", 2_000_000), "NotATable"),
            ("a page of ampersands", page("<td>&&&&&&&&&&", 1_000_000), "Ok(1)"),
            ("8 MB of separators", vec![b';'; 8 * 1024 * 1024], "Empty"),
            ("8 MB of quotes", vec![b'"'; 8 * 1024 * 1024], "Ok(1)"),
            ("4 MB of open quotes", b"\"a;\n".repeat(1024 * 1024), many),
            ("4 MB of brackets", vec![b'<'; 4 * 1024 * 1024], "Ok(1)"),
        ] {
            let (told, peak, seconds) = read_apart(&name.replace([' ', ','], "-"), &bytes);
            println!("{name}: {} kB of file, {told}, {} MB, {seconds} s", bytes.len() / 1024, peak / 1024);
            assert!(told.contains(said), "{name}: {told}");
            assert!(peak < MOST_KB, "{name}: {peak} kB");
            assert!(seconds < MOST_SECONDS, "{name}: {seconds} s");
        }
    }
}

#[test]
fn what_the_desk_calls_lists_are_workbooks_before_texts_and_none_beside_a_good_file() {
    let look = |files: Vec<(&str, Vec<u8>)>| {
        let files = files.into_iter().map(|(name, bytes)| (name.to_owned(), Ok(bytes))).collect();
        ImportWorker::default().look(files, &mut |_| {}).lists()
    };
    let (book, text) = (Book { rows: "<row><c><v>1</v></c></row>", ..Book::default() }.bytes(), b"Nama;NIK\n".to_vec());
    let good = std::fs::read("tests/fixtures/v1/full.json").unwrap();
    assert_eq!(look(vec![("a.csv", text.clone()), ("b.xlsx", book.clone())]), [(1, false), (0, true)]);
    assert_eq!(look(vec![("b.xlsx", book.clone()), ("c.xlsx", book.clone())]), [(0, false), (1, false)]);
    assert_eq!(look(vec![("a.png", b"\x89PNG".to_vec()), ("a.csv", text)]), [(1, true)]);
    assert_eq!(look(vec![("a.json", good), ("b.xlsx", book)]), []);
}
