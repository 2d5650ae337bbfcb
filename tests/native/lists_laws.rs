//! What holds of every list, however it is laid out: each row is counted once, each value that stands in it is in the book or
//! named, nobody's relative becomes a member, and the same list twice is nothing.

use std::collections::BTreeSet;

use buku_kube::lists::{Mapping, Target};
use buku_kube::registry::commands;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value};

use crate::invented::{cases, registry};
use crate::offices::way::{List, open, plain};
use crate::shapes::grid::{Cell, File, Grid};
use crate::shapes::people::{Person, person};

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Number,
    Group,
    Name,
    Nik,
    Card,
    Sex,
    Place,
    Day,
    PlaceAndDay,
    Address,
    Rt,
    Village,
    District,
    Phone,
    Role,
    Kinship,
    /// The name of somebody else.
    Relative,
    /// Something that no book asks for.
    Other,
}

/// The headings that systems and offices put above each.
const HEADINGS: [(What, &[&str]); 18] = [
    (What::Number, &["No", "NO.", "No Urut", "id"]),
    (What::Group, &["Nama KUBE", "NAMA KUBE", "Nama Kelompok", "namaKube", "nama_kube"]),
    (
        What::Name,
        &[
            "Nama",
            "NAMA",
            "Nama Lengkap",
            "Nama Anggota",
            "NAMA_LGKP",
            "NAMA_PENERIMA",
            "Nama KPM",
            "namaLengkap",
            "Nama Lengkap (sesuai KTP)",
        ],
    ),
    (What::Nik, &["NIK", "No. KTP/NIK", "NOMOR NIK", "nik", "NIK (16 digit, tanpa spasi)"]),
    (What::Card, &["No KK", "NO_KK", "Nomor KK", "no_kk", "NoKK", "NOMOR KK"]),
    (What::Sex, &["L/P", "JK", "Jenis Kelamin", "JENIS_KLMIN", "sex", "jenisKelamin"]),
    (What::Place, &["Tempat Lahir", "TMPT_LHR", "tempatlahir", "Tmpt Lhr"]),
    (What::Day, &["Tanggal Lahir", "TGL_LHR", "tanggallahir", "Tgl Lahir", "TANGGAL LAHIR"]),
    (What::PlaceAndDay, &["Tempat/Tgl. Lahir", "TTL", "Tempat, Tanggal Lahir"]),
    (What::Address, &["Alamat", "ALAMAT", "Alamat Rumah", "alamat"]),
    (What::Rt, &["RT", "NO_RT", "rt"]),
    (What::Village, &["Kelurahan", "DESA/KELURAHAN", "NAMA_KEL", "Desa/Kel"]),
    (What::District, &["Kecamatan", "KECAMATAN", "NAMA_KEC"]),
    (What::Phone, &["No HP", "No. HP/WA", "noHp"]),
    (What::Role, &["Jabatan", "JABATAN", "Jabatan dalam KUBE"]),
    (What::Kinship, &["Hubungan Keluarga", "SHDK", "STAT_HBKEL"]),
    (
        What::Relative,
        &[
            "Nama Ayah",
            "NAMA_LGKP_IBU",
            "nama_ayah",
            "Nama Suami/Istri",
            "Nama Ibu Kandung",
            "Nama Wali",
            "Nama Ahli Waris",
            "Nama Pasangan",
        ],
    ),
    (
        What::Other,
        &[
            "Timestamp",
            "Ukuran Baju",
            "Agama",
            "No KKS",
            "ID DTKS",
            "Tanda Tangan",
            "Gol. Darah",
            "No Peserta PKH",
            "Hadir",
        ],
    ),
];

/// How the groups are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Naming {
    EachRow,
    /// Once for the rows of each, merged or not.
    Once {
        merged: bool,
    },
    /// In a line above the rows of each.
    Above,
    Never,
}

/// A list as it is drawn.
#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools)] // each is a thing that a list has or has not
struct Layout {
    columns: Vec<(What, &'static str)>,
    title: usize,
    blanks: bool,
    naming: Naming,
    sizes: Vec<usize>,
    /// A number for each cell of people: what is wrong with it, mostly nothing.
    noise: Vec<u8>,
    sums: bool,
    heading_again: bool,
    foot: bool,
    is_csv: bool,
}

/// A list as it is written, and where its people stand.
#[derive(Debug)]
struct Written {
    file: File,
    rows: Vec<(usize, Person, Vec<Cell>)>,
}

fn layouts() -> impl Strategy<Value = Layout> {
    let all: Vec<usize> = (0..HEADINGS.len()).collect();
    let columns = subsequence(all, 3..=12).prop_shuffle().prop_flat_map(|columns| {
        let one = |at: usize| select(HEADINGS[at].1).prop_map(move |heading| (HEADINGS[at].0, heading));
        columns.into_iter().map(one).collect::<Vec<_>>()
    });
    let naming = prop_oneof![
        4 => Just(Naming::EachRow),
        1 => Just(Naming::Once { merged: true }),
        1 => Just(Naming::Once { merged: false }),
        1 => Just(Naming::Above),
        1 => Just(Naming::Never),
    ];
    let sizes = prop::collection::vec(1_usize..4, 1..4);
    let noise = prop::collection::vec(any::<u8>(), 120);
    let more = (0_usize..4, any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    (columns, naming, sizes, noise, more).prop_map(
        |(columns, naming, sizes, noise, (title, blanks, sums, heading_again, foot, is_csv))| {
            let wants_column = matches!(naming, Naming::EachRow | Naming::Once { .. });
            let mut columns = columns;
            columns.retain(|(what, _)| *what != What::Group || wants_column);
            if wants_column && !columns.iter().any(|(what, _)| *what == What::Group) {
                columns.insert(0, (What::Group, "Nama KUBE"));
            }
            Layout { columns, title, blanks, naming, sizes, noise, sums, heading_again, foot, is_csv }
        },
    )
}

const GROUPS: [&str; 3] = ["KUBE Mawar", "KUBE Sumber Rejeki", "KUBE Total Jaya"];

impl Layout {
    fn written(&self) -> Written {
        let titles = [vec![Cell::from("DAFTAR ANGGOTA KUBE")], vec![Cell::from("Dicetak tanggal 20-11-2026")], vec![]];
        let heading: Vec<Cell> = self.columns.iter().map(|(_, heading)| Cell::from(*heading)).collect();
        let mut lines: Vec<Vec<Cell>> = titles.into_iter().take(self.title).collect();
        lines.push(heading.clone());
        let (mut rows, mut merged, mut at, mut noise) = (Vec::new(), Vec::new(), 0, self.noise.iter().cycle());
        for (group, size) in GROUPS.into_iter().zip(&self.sizes) {
            if self.naming == Naming::Above {
                lines.push(vec![Cell::from(format!("Nama KUBE : {group}"))]);
            }
            let first = lines.len();
            for place in 0..*size {
                at += 1;
                let who = person(at);
                let cells: Vec<Cell> = self
                    .columns
                    .iter()
                    .map(|(what, _)| match (what, self.naming) {
                        (What::Group, Naming::Once { .. }) if place > 0 => Cell::Empty,
                        (What::Group, _) => Cell::from(group),
                        (what, _) => value(*what, &who, *noise.next().unwrap()),
                    })
                    .collect();
                rows.push((lines.len() + 1, who, cells.clone()));
                lines.push(cells);
            }
            let named = self.columns.iter().position(|(what, _)| *what == What::Group);
            if let (Naming::Once { merged: true }, Some(column), 2..) = (self.naming, named, *size) {
                let letter = crate::shapes::grid::letters(column);
                merged.push(format!("{letter}{}:{letter}{}", first + 1, first + size));
            }
            if self.sums {
                lines.push(vec![Cell::Empty, Cell::from("Jumlah"), Cell::from(format!("{size} orang"))]);
            }
            if self.blanks {
                lines.push(Vec::new());
            }
            if self.heading_again && self.naming == Naming::EachRow {
                lines.push(heading.clone());
            }
        }
        if self.foot {
            for foot in [
                &[][..],
                &["", "Mengetahui,"],
                &["", "Kepala Dinas Sosial"],
                &[],
                &["", "Contoh Pejabat"],
                &["", "NIP. 197001011990031001"],
            ] {
                lines.push(foot.iter().map(|text| Cell::from(*text)).collect());
            }
        }
        let areas: Vec<&str> = merged.iter().map(String::as_str).collect();
        let grid = Grid::of(lines).merged(&areas);
        let file = if self.is_csv { grid.csv("daftar.csv", ";") } else { grid.xlsx("daftar.xlsx") };
        Written { file, rows }
    }
}

/// What stands in a cell of a person: mostly what is true, at times nothing, a dash, or what cannot be.
fn value(what: What, who: &Person, noise: u8) -> Cell {
    let wrong = match (what, noise) {
        (What::Name | What::Number, _) | (_, 40..) => None,
        (_, 0..14) => Some(""),
        (_, 14..20) => Some("-"),
        (What::Nik | What::Card, _) => Some("12345"),
        (What::Day | What::PlaceAndDay, _) => Some("31/02/1985"),
        (What::Sex | What::Role | What::Kinship, _) => Some("?x"),
        (What::Rt | What::Phone, _) => Some("belum jelas"),
        (What::Village | What::District, _) => Some("Antah Berantah"),
        _ => None,
    };
    if let Some(wrong) = wrong {
        return Cell::from(wrong);
    }
    match what {
        What::Number => Cell::from(who.at),
        What::Group => Cell::Empty,
        What::Name => Cell::from(who.name.as_str()),
        What::Nik => Cell::from(who.nik.as_str()),
        What::Card => Cell::from(who.card.as_str()),
        What::Sex => Cell::from(who.lp()),
        What::Place => Cell::from("Samarinda"),
        What::Day => Cell::from(who.dmy("-")),
        What::PlaceAndDay => Cell::from(format!("Samarinda, {}", who.dmy("-"))),
        What::Address => Cell::from(format!("Jl. Contoh {}", who.at)),
        What::Rt => Cell::from("004"),
        What::Village => Cell::from("Sidodadi"),
        What::District => Cell::from("Samarinda Ulu"),
        What::Phone => Cell::from(format!("08120000{:04}", who.at)),
        What::Role => Cell::from(if who.at == 1 { "Ketua" } else { "Anggota" }),
        What::Kinship => Cell::from("KEPALA KELUARGA"),
        What::Relative => Cell::from(format!("Kerabat {}", who.at)),
        What::Other => Cell::from(["L", "P", "Sidodadi", "20/11/2026 08:00"][who.at % 4]),
    }
}

fn text(cell: &Cell) -> &str {
    match cell {
        Cell::Text(text) | Cell::Number(text) => text,
        _ => "",
    }
}

/// The mapping that is guessed, with a KUBE given where the list names none.
fn mapping(list: &List) -> Mapping {
    let mut mapping = list.mapping();
    if mapping.whole.group.is_empty() {
        "KUBE Contoh".clone_into(&mut mapping.whole.group);
    }
    mapping
}

/// Whether what the list says here is in the book: in the member, or in the group.
fn is_here(target: Target, member: &Map<String, Value>, group: &Map<String, Value>) -> bool {
    let has = |key: &str| member.get(key).or(group.get(key)).is_some_and(|value| !value.is_null());
    match target {
        Target::Ignore | Target::Officer(_) => true,
        Target::Village | Target::District | Target::Regency => has("region"),
        Target::GroupVillage | Target::GroupDistrict | Target::GroupRegency => group.contains_key("region"),
        Target::Latitude | Target::Longitude => group.contains_key("coordinates"),
        Target::Birth => has("birth_date"),
        Target::RtRw => has("rt") || has("rw"),
        Target::Tick(_) => has("sex"),
        Target::Field(field) => has(field.key()),
    }
}

fn name_of(fields: &Map<String, Value>) -> String {
    plain(fields.get("name").and_then(Value::as_str).unwrap_or_default())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(100).cases.min(5_000), ..cases(100) })]

    #[test]
    fn whatever_the_layout_nothing_is_lost_unnamed_and_nobody_is_invented(layout in layouts()) {
        let Written { file, rows } = layout.written();
        let has_names = layout.columns.iter().any(|(what, _)| *what == What::Name);
        let opened = open(&file.name, &file.bytes);
        // A text of which two columns say little need not be known for a list.
        let is_known = |(what, _): &&(What, &str)| !matches!(what, What::Number | What::Relative | What::Other);
        let is_telling = has_names && layout.columns.iter().filter(is_known).count() > 2;
        prop_assume!(is_telling || opened.is_ok());
        let mut list = opened.map_err(TestCaseError::fail)?;
        let mapping = mapping(&list);
        let read = list.read(mapping.clone());

        // Each row is in one count, and they add up.
        let numbers: Vec<usize> = read.rows.iter().map(|row| row.number).collect();
        prop_assert_eq!(numbers, (1..=list.height()).collect::<Vec<_>>());
        prop_assert_eq!(read.outline.counts.iter().sum::<usize>(), list.height());

        // Nobody is a member or a group who is not written as one.
        let people: BTreeSet<String> = rows.iter().map(|(_, who, _)| plain(&who.name)).collect();
        for (member, _) in read.members() {
            let name = name_of(member);
            prop_assert!(people.contains(&name), "{name} became a member");
        }
        for group in &read.groups {
            let name = name_of(&group.fields);
            prop_assert!(GROUPS.iter().any(|own| plain(own) == name) || name == "kube contoh", "{name} became a group");
        }

        // Each row of a person is one of data, and each of its values in the book, named, or in a column that is not taken.
        for (number, who, cells) in &rows {
            let seen = &read.rows[number - 1];
            prop_assert!(seen.outcome.is_of_data() || !has_names, "row {number} is {:?}", seen.outcome);
            // Without a name a row may look as the title of a group or a note does, and is shown as such.
            if seen.left_out.is_some() || !seen.outcome.is_of_data() {
                continue;
            }
            let here = read.members().find(|(member, _)| name_of(member) == plain(&who.name));
            prop_assert!(here.is_some() || !has_names, "row {number} is taken, and {} is not here", who.name);
            let of_group = || read.groups.iter().find(|group| seen.group.as_deref().map(plain) == Some(name_of(&group.fields)));
            let none = Map::new();
            let member = here.map_or(&none, |(member, _)| member);
            let group = here.map(|(_, group)| group).or_else(of_group).map_or(&none, |group| &group.fields);
            for (column, cell) in cells.iter().enumerate() {
                let target = list.target(column);
                let is_told = seen.problems.iter().any(|problem| problem.column == column);
                let says_nothing = matches!(text(cell), "" | "-");
                prop_assert!(
                    says_nothing || is_told || is_here(target, member, group),
                    "row {number}: {:?} under {:?} is taken for {target:?}, and neither here nor told",
                    text(cell),
                    list.heading(column)
                );
            }
        }

        // Twice is nothing.
        let mut book = registry([]);
        commands::import(&mut book, read.records.clone()).unwrap();
        list.beside(&book);
        let again = list.read(mapping);
        prop_assert_eq!(again.outline.records, 0);
        prop_assert_eq!(again.outline.counts, read.outline.counts);
    }
}
