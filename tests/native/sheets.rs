//! What goes out to spreadsheets, over the whole province: nothing that a masked file must not hold, and every number whole in
//! the file that may. The second half opens the files in `LibreOffice`; `cargo xtask test sheets` gets it and runs that half.

use std::collections::BTreeSet;
use std::io::Cursor;

use buku_kube::domain::{Date, FieldValue, Phone, RegionCode, Rupiah, region};
use buku_kube::history::{Change, Record};
use buku_kube::i18n::Lang;
use buku_kube::kinds::Group;
use buku_kube::registry::Registry;
use buku_kube::sample::{Sample, sample};
use buku_kube::sheets::out::{
    Cell, Column, ExportError, Extent, Form, Kind, Made, Part, Sheet, Wanted, csv, make, sheets, xlsx,
};
use buku_kube::sheets::{Answer, Ask, SheetsWorker};
use buku_kube::stats::{Scope, per_city};
use buku_kube::storage::MemoryStorage;
use buku_kube::store::{Repository, Space};
use calamine::{Data, Reader, Xlsx};
use serde_json::{Value, json};

use crate::invented::*;

const PROVINCE: Sample = Sample { groups: 949, members: 7_959, seed: 5 };

/// Names that a spreadsheet would rather compute or turn into a date. Each is somebody's in the books below.
const HARMFUL: [&str; 8] =
    ["=1+1", "+62 Jaya", "-2+3", "@SUM(1+1)", "=HYPERLINK(\"http://x\";\"y\")", "17 Agustus", "1/2014", "007"];

/// Invented data with what the sample leaves out: accounts, phones, addresses, incomes, accounts of 18 digits, and harmful names.
fn book(wanted: Sample) -> Registry {
    let mut records = sample(wanted);
    let mut members = 0;
    for (at_place, record) in records.iter_mut().enumerate() {
        let more = if record.kind() == Group::KIND {
            json!({
                "account": format!("00{:016}", 7_000_000_000 + at_place),
                "account_holder": format!("Pemegang {at_place}"),
                "address": format!("Jalan Sekretariat {at_place}"),
                "coordinates": "-0.502106, 117.153709",
                "postcode": "75123",
                "note": format!("Rahasia {at_place}"),
                "name": HARMFUL.get(at_place / 9 % 100).map_or(Value::Null, |name| json!(name)),
            })
        } else {
            members += 1;
            json!({
                "phone": Phone::parse(&format!("08{:010}", 1_200_000_000 + at_place)).unwrap().to_json(),
                "address": format!("Gang Rumah {at_place}"),
                "birth_place": format!("Kampung {at_place}"),
                "income_before": 500_000 + i64::try_from(members).unwrap(),
                "income_after": 1_500_000,
                "rw": "004",
                "name": HARMFUL.get(members % 1_000).map_or(Value::Null, |name| json!(name)),
            })
        };
        let set = more.as_object().unwrap().clone().into_iter().filter(|(_, value)| !value.is_null());
        let seen = vec![record.changes()[0].at];
        record.add(Change::set(at(60, 30), seen, set.collect()));
    }
    registry(records)
}

/// The sheets of members, of groups and of numbers: the first two and the last.
fn three(mut sheets: Vec<Sheet>) -> [Sheet; 3] {
    let recap = sheets.pop().unwrap();
    let mut first = sheets.into_iter();
    [first.next().unwrap(), first.next().unwrap(), recap]
}

fn wanted(extent: Extent, whole: bool, form: Form) -> Wanted {
    Wanted { lang: Lang::Id, extent, whole, form }
}

fn file(registry: &Registry, whole: bool, form: Form) -> Made {
    make(registry, &wanted(Extent::Book, whole, form)).unwrap()
}

/// The stored texts of a field of all records.
fn values(registry: &Registry, field: &str) -> BTreeSet<String> {
    let text =
        |record: &Record| record.value(field).map(|value| value.as_str().map_or(value.to_string(), str::to_owned));
    registry.records().filter_map(text).collect()
}

fn text_of(made: &Made) -> String {
    String::from_utf8(made.bytes.clone()).unwrap()
}

/// The shown texts of a workbook's sheet, by calamine.
fn read_back(made: &Made, name: &str) -> Vec<Vec<Data>> {
    let mut workbook: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(made.bytes.clone())).unwrap();
    assert!(workbook.worksheet_formula(name).unwrap().used_cells().next().is_none(), "no cell computes");
    workbook.worksheet_range(name).unwrap().rows().map(<[_]>::to_vec).collect()
}

fn column(rows: &[Vec<Data>], heading: &str) -> Vec<Data> {
    let place = rows[0].iter().position(|cell| *cell == Data::String(heading.to_owned())).expect(heading);
    rows[1..].iter().map(|row| row[place].clone()).collect()
}

#[test]
fn no_masked_file_holds_what_is_nobody_elses_business() {
    let registry = book(PROVINCE);
    let mut texts: Vec<String> = Part::all().map(|part| text_of(&file(&registry, false, Form::Csv(part)))).collect();
    let workbook = file(&registry, false, Form::Xlsx);
    texts.extend(["Anggota", "KUBE", "Rekap"].map(|name| format!("{:?}", read_back(&workbook, name))));
    for (field, sign) in [
        ("account_holder", "Pemegang"),
        ("address", "Gang Rumah"),
        ("address", "Jalan Sekretariat"),
        ("birth_place", "Kampung"),
        ("note", "Rahasia"),
        ("coordinates", "117.15"),
        ("coordinates", "117,15"),
        ("phone", "0812-"),
    ] {
        assert!(!values(&registry, field).is_empty(), "{field} is there to be found");
        assert!(!texts.iter().any(|text| text.contains(sign)), "{field}");
    }
    // NIK, family card, phone and account have ten digits and more, an income six.
    let hidden: BTreeSet<String> =
        ["nik", "card", "account", "income_before"].iter().flat_map(|field| values(&registry, field)).collect();
    assert!(hidden.len() > 3 * 7_959);
    for text in &texts {
        let text = text.replace(' ', "");
        let runs = text.split(|sign: char| !sign.is_ascii_digit());
        let told: Vec<&str> = runs.filter(|run| run.len() > 9 || hidden.contains(*run)).collect();
        assert_eq!(told, Vec::<&str>::new());
    }
    // Days of birth, as the sheets would write them.
    let born = values(&registry, "birth_date");
    let other = values(&registry, "joined");
    for day in born.iter().filter(|day| !other.contains(*day)) {
        let day = Date::from_iso(day).unwrap();
        assert!(!texts[0].contains(&format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())));
    }
    assert!(texts[0].contains("30–39 tahun") && texts[0].contains("6472••••••••••"));
}

#[test]
fn a_whole_workbook_reads_back_with_every_number_of_every_person() {
    let registry = book(PROVINCE);
    let made = file(&registry, true, Form::Xlsx);
    let rows = read_back(&made, "Anggota");
    assert_eq!(rows.len(), 1 + 7_959);
    let texts = |heading: &str| {
        let text = |cell: Data| match cell {
            Data::String(text) => text,
            other => panic!("{heading}: {other:?}"),
        };
        column(&rows, heading).into_iter().map(text).collect::<Vec<_>>()
    };
    assert_eq!(texts("NIK").into_iter().collect::<BTreeSet<_>>(), values(&registry, "nik"));
    assert_eq!(texts("No. KK").into_iter().collect::<BTreeSet<_>>(), values(&registry, "card"));
    assert!(texts("RW").iter().all(|rw| rw == "004"));
    let names = texts("Nama sesuai KTP");
    assert!(HARMFUL.iter().all(|name| names.iter().any(|other| other == name)));
    let sum: f64 = column(&rows, "Penghasilan sebulan sebelum KUBE")
        .iter()
        .map(|cell| calamine::DataType::as_f64(cell).unwrap())
        .sum();
    let all = (1..=7_959).map(|member| f64::from(500_000 + member)).sum::<f64>();
    assert!((sum - all).abs() < 0.5, "{sum} {all}");
    let born: BTreeSet<String> = column(&rows, "Tanggal lahir")
        .into_iter()
        .map(|cell| match cell {
            Data::DateTime(day) => {
                let (year, month, day, ..) = day.to_ymd_hms_milli();
                format!("{year:04}-{month:02}-{day:02}")
            }
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(born, values(&registry, "birth_date"));

    let groups = read_back(&made, "KUBE");
    assert_eq!(groups.len(), 1 + 949);
    let accounts: BTreeSet<String> =
        column(&groups, "Nomor rekening kelompok").iter().map(ToString::to_string).collect();
    assert_eq!(accounts, values(&registry, "account"));
    assert_eq!(column(&groups, "Lintang")[0], Data::Float(-0.502_106));
}

#[test]
fn the_numbers_are_those_of_the_first_screen() {
    let registry = book(PROVINCE);
    let numbers = per_city(registry.dossiers(), Scope::All);
    let [_, _, recap] = three(sheets(&registry, &wanted(Extent::Book, false, Form::Xlsx)));
    assert_eq!(recap.rows.len(), numbers.rows.len());
    for (row, numbers) in recap.rows.iter().chain(&recap.total).zip(numbers.rows.iter().chain([&numbers.total])) {
        assert_eq!(
            row[1..4],
            [Cell::count(numbers.groups), Cell::known(numbers.groups_allocated), Cell::count(numbers.active)]
        );
        assert_eq!(row[4..6], [Cell::count(numbers.households), Cell::known(numbers.households_allocated)]);
    }
    assert_eq!(recap.total.as_ref().unwrap()[6], Cell::Number(8.39));
    assert_eq!(recap.notes[0], "Isi buku pada 5 Juni 2026: seluruh buku di perangkat ini, 949 KUBE.");
    assert_eq!(recap.notes.len(), 4, "the last says how persons are shown");
}

#[test]
fn a_region_or_a_group_is_all_there_is_of_it() {
    let registry = book(Sample { groups: 50, members: 500, seed: 5 });
    let bontang = region::find(RegionCode::kaltim(74)).unwrap();
    let [members, groups, recap] = three(sheets(&registry, &wanted(Extent::Region(bontang), false, Form::Xlsx)));
    assert_eq!([members.rows.len(), groups.rows.len(), recap.rows.len()], [150, 15, 1]);
    assert!(members.rows.iter().all(|row| row[2] == Cell::text("Kota Bontang")));
    let total = |recap: &Sheet| recap.total.clone().unwrap()[1..6].to_vec();
    assert_eq!(total(&recap), [15, 15, 15, 150, 150].map(Cell::count));
    assert_eq!(recap.notes[0], "Isi buku pada 5 Juni 2026: hanya Kota Bontang, 15 KUBE.");

    let id = registry.dossiers().next().unwrap().id;
    let [members, groups, recap] = three(sheets(&registry, &wanted(Extent::Group(id), false, Form::Xlsx)));
    assert_eq!([members.rows.len(), groups.rows.len(), recap.rows.len()], [10, 1, 1]);
    assert_eq!(total(&recap), [Cell::count(1), Cell::Empty, Cell::count(1), Cell::count(10), Cell::Empty]);

    let paser = region::find(RegionCode::kaltim(1)).unwrap();
    let nothing = make(&registry, &wanted(Extent::Region(paser), false, Form::Csv(Part::Totals)));
    assert_eq!(nothing, Err(ExportError::Nothing));
}

#[test]
fn who_left_is_still_listed_with_the_day() {
    let mut records = sample(Sample { groups: 1, members: 3, seed: 5 });
    let seen = vec![records[3].changes()[0].at];
    records[3].add(Change::set(at(60, 30), seen, fields(&[("left", json!("2025-01-31"))])));
    let [members, groups, _] = three(sheets(&registry(records), &wanted(Extent::Book, false, Form::Xlsx)));
    let place = members.columns.iter().position(|column| column.heading == "Tanggal keluar").unwrap();
    let left: Vec<&Cell> = members.rows.iter().map(|row| &row[place]).collect();
    assert_eq!(left.len(), 3);
    assert!(left.contains(&&Cell::Date(Date::new(2025, 1, 31).unwrap())));
    assert_eq!(groups.rows[0][groups.columns.len() - 2], Cell::count(2), "and not among the members now");
}

#[test]
fn a_group_of_which_only_a_recap_is_here_is_a_row_of_what_that_says() {
    let set = fields(&[
        ("group", json!(id(7).to_string())),
        ("name", json!("Contoh Rekap")),
        ("region", json!("64.74")),
        ("year", json!(2014)),
        ("members", json!(9)),
        ("households", json!(8)),
    ]);
    let record = Record::new(id(8).to_string(), "summary", vec![Change::whole(at(1, 1), Vec::new(), set)]);
    let [members, groups, recap] = three(sheets(&registry([record]), &wanted(Extent::Book, false, Form::Xlsx)));
    assert_eq!((members.rows.len(), groups.rows.len()), (0, 1));
    let row = &groups.rows[0];
    assert_eq!(row[1], Cell::text("Contoh Rekap"));
    assert!(row.contains(&Cell::Number(2014.0)));
    assert_eq!(row[row.len() - 2..], [Cell::count(9), Cell::count(8)]);
    // Of no programme that is known, it is compared with no allocation.
    assert_eq!(recap.total.unwrap()[1..5], [Cell::count(1), Cell::Empty, Cell::count(1), Cell::count(8)]);
}

#[test]
fn rows_fit_their_columns_in_both_languages_and_both_ways() {
    let registry = book(Sample { groups: 4, members: 30, seed: 5 });
    for lang in Lang::ALL {
        for whole in [false, true] {
            for sheet in sheets(&registry, &Wanted { lang, ..wanted(Extent::Book, whole, Form::Xlsx) }) {
                assert!(
                    sheet.rows.iter().chain(&sheet.total).all(|row| row.len() == sheet.columns.len()),
                    "{}",
                    sheet.name
                );
                let headings: BTreeSet<&str> = sheet.columns.iter().map(|column| column.heading).collect();
                assert_eq!(headings.len(), sheet.columns.len(), "each heading once: {}", sheet.name);
            }
        }
    }
}

#[test]
fn a_name_says_region_content_and_day_and_whether_it_is_whole() {
    let registry = book(Sample { groups: 50, members: 500, seed: 5 });
    let name = |extent, whole, form| make(&registry, &wanted(extent, whole, form)).unwrap().name;
    let samarinda = Extent::Region(region::find(RegionCode::kaltim(72)).unwrap());
    assert_eq!(name(Extent::Book, false, Form::Xlsx), "KUBE Kaltim - tabel - 2026-06-05.xlsx");
    assert_eq!(
        name(samarinda, true, Form::Csv(Part::MEMBERS)),
        "KUBE Samarinda - anggota - data utuh - 2026-06-05.csv"
    );
    assert_eq!(name(samarinda, true, Form::Csv(Part::Totals)), "KUBE Samarinda - rekap - 2026-06-05.csv");
}

#[test]
fn the_same_book_on_the_same_day_is_the_same_file_and_names_nobody_in_its_properties() {
    let registry = book(Sample { groups: 5, members: 40, seed: 5 });
    assert_eq!(file(&registry, true, Form::Xlsx), file(&registry, true, Form::Xlsx));
    let wish = wanted(Extent::Book, true, Form::Xlsx);
    assert_eq!(
        serde_json::to_value(wish).unwrap(),
        json!({ "lang": "id", "extent": {}, "whole": true, "form": "xlsx" })
    );
}

#[test]
fn the_worker_makes_of_the_books_texts_what_the_book_itself_makes() {
    let answer = |wanted, texts: &[String]| {
        SheetsWorker::default().answer(Ask::Make { today: today(), wanted }, texts, None, &mut |_, _| {})
    };
    let registry = book(Sample { groups: 9, members: 70, seed: 5 });
    let store = Repository::new(MemoryStorage::default(), Space::Book);
    let mut texts = store.texts(&registry, &std::collections::BTreeMap::new());
    texts.push("broken".to_owned());
    for form in [Form::Xlsx, Form::Csv(Part::Totals)] {
        let wanted = wanted(Extent::Book, false, form);
        let (answer, bytes) = answer(wanted, &texts);
        let made = make(&registry, &wanted).unwrap();
        assert_eq!(answer, Answer::Made { name: made.name, mime: made.mime });
        assert_eq!(bytes, Some(made.bytes));
    }
    let wanted = wanted(Extent::Book, false, Form::Xlsx);
    assert_eq!(answer(wanted, &[]), (Answer::ExportError(ExportError::Nothing), None));
}

/// In `LibreOffice`: `cargo xtask test sheets` names the program in `SOFFICE`.
mod office {
    use super::*;
    use std::path::PathBuf;
    use std::process::Command;

    /// A cell as Calc has it: its type (`string`, `float`, `date`…; nothing when it is empty), what it says, and its formula.
    #[derive(Clone, Debug, Default, PartialEq)]
    struct Seen {
        kind: String,
        text: String,
        formula: Option<String>,
    }

    impl Seen {
        fn number(text: &str) -> Self {
            Self { kind: "float".to_owned(), text: text.to_owned(), formula: None }
        }
    }

    type Table = Vec<Vec<Seen>>;

    /// How Calc opens CSV by a double click on an Indonesian computer, but keener: `;`, UTF-8, Bahasa Indonesia (1057), special
    /// numbers (dates, powers) recognised and formulas computed, which is what Excel does.
    const INDONESIAN: &str = "CSV:59,34,76,1,,1057,false,true,false,false,false,-1,true";
    /// The same, as an American computer would.
    const AMERICAN: &str = "CSV:59,34,76,1,,1033,false,true,false,false,false,-1,true";

    /// Opens a file in Calc and saves it as flat XML, which says of each cell what Calc took it for.
    fn opened(name: &str, bytes: &[u8], filter: Option<&str>) -> Vec<(String, Table)> {
        let folder: PathBuf = std::env::temp_dir().join(format!("kube-sheets-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join(name);
        std::fs::write(&file, bytes).unwrap();
        let program = std::env::var_os("SOFFICE").unwrap_or_else(|| "soffice".into());
        let mut command = Command::new(program);
        command.arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()));
        command.args(["--headless", "--norestore", "--convert-to", "fods"]);
        if let Some(filter) = filter {
            command.arg(format!("--infilter={filter}"));
        }
        let output = command.arg("--outdir").arg(&folder).arg(&file).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let xml =
            std::fs::read_to_string(file.with_extension("fods")).unwrap_or_else(|_| panic!("nothing came: {said}"));
        let _ = std::fs::remove_dir_all(&folder);
        let tables = xml.split("<table:table ").skip(1);
        tables.map(|table| (attribute(table, "table:name").unwrap(), rows(table))).collect()
    }

    /// The rows of a table in flat XML; empty ones at its end are left out.
    fn rows(table: &str) -> Table {
        let table = table.split("</table:table>").next().unwrap();
        let row = |row: &str| {
            let mut cells = Vec::new();
            for cell in row.split("<table:table-cell").skip(1) {
                let seen = seen_in(cell);
                let times = attribute(cell, "table:number-columns-repeated").map_or(1, |it| it.parse().unwrap());
                // Up to the last of 16,384 columns there is nothing.
                cells.extend(std::iter::repeat_n(seen, if times > 1_000 { 0 } else { times }));
            }
            cells
        };
        let mut rows: Table = table.split("<table:table-row").skip(1).map(row).collect();
        while rows.last().is_some_and(|row| row.iter().all(|cell| *cell == Seen::default())) {
            rows.pop();
        }
        rows
    }

    fn seen_in(cell: &str) -> Seen {
        let kind = attribute(cell, "office:value-type").unwrap_or_default();
        let text = match kind.as_str() {
            "float" | "currency" | "percentage" => attribute(cell, "office:value").unwrap(),
            "date" => attribute(cell, "office:date-value").unwrap(),
            "boolean" => attribute(cell, "office:boolean-value").unwrap(),
            _ => cell.split("<text:p>").skip(1).map(|line| plain(line.split("</text:p>").next().unwrap())).collect(),
        };
        Seen { kind, text, formula: attribute(cell, "table:formula") }
    }

    /// An attribute of the tag that the text begins in.
    fn attribute(text: &str, name: &str) -> Option<String> {
        let tag = text.split('>').next()?;
        let (_, rest) = tag.split_once(&format!("{name}=\""))?;
        Some(plain(rest.split('"').next()?))
    }

    fn plain(xml: &str) -> String {
        let text: String = xml
            .split('<')
            .enumerate()
            .map(|(at, part)| if at == 0 { part } else { &part[part.find('>').unwrap() + 1..] })
            .collect();
        text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&apos;", "'")
            .replace("&amp;", "&")
    }

    fn sheet<'a>(sheets: &'a [(String, Table)], name: &str) -> &'a Table {
        let names: Vec<&String> = sheets.iter().map(|(name, _)| name).collect();
        &sheets.iter().find(|(other, _)| other == name).unwrap_or_else(|| panic!("{name} is not among {names:?}")).1
    }

    fn seen(rows: &Table, heading: &str) -> Vec<Seen> {
        let place = rows[0].iter().position(|cell| cell.text == heading).expect(heading);
        rows[1..].iter().filter_map(|row| row.get(place).cloned()).collect()
    }

    fn texts(rows: &Table, heading: &str) -> Vec<String> {
        let text = |cell: Seen| {
            assert!(cell.kind == "string" && cell.formula.is_none(), "{heading}: {cell:?}");
            cell.text
        };
        seen(rows, heading).into_iter().map(text).collect()
    }

    fn closed(texts: Vec<String>) -> BTreeSet<String> {
        texts.into_iter().map(|text| text.replace(' ', "")).collect()
    }

    /// Texts as they were, whether a guard stands before them or not.
    fn without_guard(texts: Vec<String>) -> Vec<String> {
        texts.into_iter().map(|text| text.strip_prefix('\'').map_or(text.clone(), str::to_owned)).collect()
    }

    fn day(cell: Seen) -> String {
        assert_eq!(cell.kind, "date", "{cell:?}");
        cell.text
    }

    fn no_formula(table: &Table) {
        assert_eq!(table.iter().flatten().find(|cell| cell.formula.is_some()), None);
    }

    #[test]
    #[ignore = "needs LibreOffice: cargo xtask test sheets"]
    fn the_workbook_of_the_province_opens_whole() {
        let registry = book(PROVINCE);
        let sheets = opened("whole.xlsx", &file(&registry, true, Form::Xlsx).bytes, None);
        assert_eq!(sheets.len(), Part::all().count());
        for (_, table) in &sheets {
            no_formula(table);
        }
        let members = sheet(&sheets, "Anggota");
        assert_eq!(members.len(), 1 + 7_959);
        let niks = texts(members, "NIK");
        assert!(niks.iter().all(|nik| nik.len() == 16));
        assert_eq!(niks.into_iter().collect::<BTreeSet<_>>(), values(&registry, "nik"));
        assert_eq!(texts(members, "No. KK").into_iter().collect::<BTreeSet<_>>(), values(&registry, "card"));
        let names = texts(members, "Nama sesuai KTP");
        assert!(HARMFUL.iter().all(|name| names.iter().any(|other| other == name)));
        assert!(seen(members, "Penghasilan sebulan sekarang").iter().all(|it| *it == Seen::number("1500000")));
        let born: BTreeSet<String> = seen(members, "Tanggal lahir").into_iter().map(day).collect();
        assert_eq!(born, values(&registry, "birth_date"));
        let accounts = texts(sheet(&sheets, "KUBE"), "Nomor rekening kelompok");
        assert_eq!(accounts.into_iter().collect::<BTreeSet<_>>(), values(&registry, "account"));

        let [_, _, recap] = three(super::sheets(&registry, &wanted(Extent::Book, true, Form::Xlsx)));
        let table = sheet(&sheets, "Rekap");
        for (row, seen) in recap.rows.iter().chain(&recap.total).zip(&table[1..]) {
            for (place, cell) in row.iter().enumerate() {
                let expected = match cell {
                    Cell::Empty => Seen::default(),
                    Cell::Text(text) => Seen { kind: "string".to_owned(), text: text.clone(), formula: None },
                    Cell::Number(number) => Seen::number(&number.to_string()),
                    Cell::Date(_) => panic!("no day is among the numbers"),
                };
                assert_eq!(seen.get(place).cloned().unwrap_or_default(), expected);
            }
        }
    }

    #[test]
    #[ignore = "needs LibreOffice: cargo xtask test sheets"]
    fn csv_of_the_province_opens_whole_with_indonesian_settings_and_with_american() {
        let registry = book(PROVINCE);
        let members = file(&registry, true, Form::Csv(Part::MEMBERS));
        let groups = file(&registry, true, Form::Csv(Part::Groups));
        for (filter, is_day) in [(INDONESIAN, true), (AMERICAN, false)] {
            let table = opened("members.csv", &members.bytes, Some(filter)).remove(0).1;
            no_formula(&table);
            assert_eq!(table.len(), 1 + 7_959);
            assert_eq!(closed(texts(&table, "NIK")), values(&registry, "nik"));
            assert_eq!(closed(texts(&table, "No. KK")), values(&registry, "card"));
            let phones: BTreeSet<String> = texts(&table, "No. HP/WA")
                .iter()
                .map(|phone| Phone::parse(phone).unwrap().to_json().to_string())
                .collect();
            assert_eq!(phones, values(&registry, "phone").iter().map(|phone| format!("\"{phone}\"")).collect());
            assert!(texts(&table, "RW").iter().all(|rw| rw == "RW 004"));
            let names = without_guard(texts(&table, "Nama sesuai KTP"));
            assert!(HARMFUL.iter().all(|name| names.iter().any(|other| other == name)));
            assert!(seen(&table, "Penghasilan sebulan sekarang").iter().all(|it| *it == Seen::number("1500000")));
            // American settings turn days around, or take a 13th month for a text: these files are for Indonesian ones.
            let days: BTreeSet<String> = seen(&table, "Tanggal lahir").into_iter().map(|cell| cell.text).collect();
            assert_eq!(days == values(&registry, "birth_date"), is_day);

            let table = opened("groups.csv", &groups.bytes, Some(filter)).remove(0).1;
            no_formula(&table);
            assert_eq!(closed(texts(&table, "Nomor rekening kelompok")), values(&registry, "account"));
        }
        let recap =
            opened("recap.csv", &file(&registry, false, Form::Csv(Part::Totals)).bytes, Some(INDONESIAN)).remove(0).1;
        let total = recap.iter().find(|row| row[0].text == "Jumlah").unwrap();
        assert_eq!([&total[1], &total[6]], [&Seen::number("949"), &Seen::number("8.39")]);
    }

    /// What the checks above would say of files that are made as they often are.
    #[test]
    #[ignore = "needs LibreOffice: cargo xtask test sheets"]
    fn the_same_checks_fail_on_files_without_care() {
        let careless = "Nama;NIK\r\n=1+1;6472030506909001\r\n17 Agustus;6472030506909002\r\n";
        let table = opened("careless.csv", careless.as_bytes(), Some(INDONESIAN)).remove(0).1;
        assert!(std::panic::catch_unwind(|| no_formula(&table)).is_err(), "{table:?}");
        assert!(std::panic::catch_unwind(|| texts(&table, "NIK")).is_err(), "{table:?}");
        assert!(std::panic::catch_unwind(|| texts(&table, "Nama")).is_err(), "{table:?}");

        let columns = vec![Column::new("NIK", Kind::Number)];
        let number = Cell::rupiah(Rupiah::new(647_203_050_690_900).unwrap());
        let sheet = Sheet { name: "A", columns, rows: vec![vec![number]], total: None, notes: Vec::new() };
        let numbers = xlsx(std::slice::from_ref(&sheet), Lang::Id, today()).unwrap();
        let table = opened("careless.xlsx", &numbers, None).remove(0).1;
        assert!(std::panic::catch_unwind(|| texts(&table, "NIK")).is_err(), "{table:?}");
        assert!(csv(&sheet).is_ok());
    }
}
