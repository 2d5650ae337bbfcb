//! Figures of each form, made up: usual ones, and those at which a drawing breaks.

use buku_kube::domain::{Date, RegionCode};
use buku_kube::i18n::Lang;
use buku_kube::scene::{Figure, Form, Level, Row, Spread};

const AREAS: [(&str, u8); 10] = [
    ("Samarinda", 72),
    ("Balikpapan", 71),
    ("Bontang", 74),
    ("Paser", 1),
    ("Kutai Kartanegara", 2),
    ("Berau", 3),
    ("Kutai Barat", 7),
    ("Kutai Timur", 8),
    ("Penajam Paser Utara", 9),
    ("Mahakam Ulu", 11),
];

/// Makes a usual figure of a form.
type Make = fn(Lang) -> Figure;

/// Every form over each of the cases.
pub fn figures(lang: Lang) -> Vec<(String, Figure)> {
    let forms: [(&str, Make); 9] = [
        ("stacked", stacked),
        ("columns", columns),
        ("columns-two", two),
        ("distribution", distribution),
        ("multiples", multiples),
        ("tiles", tiles),
        ("strip", strip),
        ("slope", slope),
        ("cells", cells),
    ];
    let mut figures = Vec::new();
    for (name, form) in forms {
        let usual = form(lang);
        let with = |number: fn(usize, usize, Option<i64>) -> Option<i64>| numbered(lang, usual.clone(), number);
        let one = Figure {
            rows: usual.rows.iter().take(1).cloned().collect(),
            spread: None,
            breaks: Vec::new(),
            ..usual.clone()
        };
        let nothing = Figure { rows: Vec::new(), total: None, spread: None, ..usual.clone() };
        let cases = [
            ("nothing", nothing),
            ("one", one),
            ("ties", with(|_, _, _| Some(20))),
            ("zero", with(|_, _, _| Some(0))),
            ("unknown", with(|_, _, _| None)),
            ("gaps", with(|row, column, number| number.filter(|_| (row + column) % 3 > 0))),
            ("huge", with(|row, column, _| Some([7_959_000_000, 1, 412_500_000][(row + column) % 3]))),
            ("negative", with(|row, column, _| Some([-120, 35, -4, 90][(row * 3 + column) % 4]))),
            ("long", long(usual.clone())),
        ];
        figures.push((name.to_owned(), usual));
        figures.extend(cases.map(|(case, figure)| (format!("{name}-{case}"), figure)));
    }
    figures.push(("stacked-six".to_owned(), six(lang)));
    figures
}

/// The same with other numbers.
fn numbered(lang: Lang, figure: Figure, number: impl Fn(usize, usize, Option<i64>) -> Option<i64>) -> Figure {
    let columns = figure.columns.clone();
    let change = |(place, row): (usize, Row)| {
        let numbers = row.numbers.iter().enumerate().map(|(column, old)| number(place, column, *old)).collect();
        let new = counted(lang, &row.name, &columns, numbers);
        Row { texts: new.texts, numbers: new.numbers, says: new.says, ..row }
    };
    Figure { mark: "", rows: figure.rows.into_iter().enumerate().map(change).collect(), ..figure }
}

/// The same with names that are longer than anybody planned for.
fn long(figure: Figure) -> Figure {
    let change = |row: Row| {
        let name = format!("{} dan wilayah sekitarnya menurut Kepmendagri", row.name);
        Row { says: row.says.replacen(&row.name, &name, 1), name, ..row }
    };
    let columns = figure.columns.iter().map(|column| format!("{column} menurut data")).collect();
    Figure { rows: figure.rows.into_iter().map(change).collect(), columns, ..figure }
}

fn counted(lang: Lang, name: &str, columns: &[String], numbers: Vec<Option<i64>>) -> Row {
    Row::counted(lang, name.to_owned(), columns, numbers)
}

fn words(lang: Lang, id: &str, en: &str) -> String {
    if lang == Lang::Id { id.to_owned() } else { en.to_owned() }
}

fn named(lang: Lang, form: Form, id: &str, en: &str) -> Figure {
    Figure {
        title: words(lang, id, en),
        finding: words(lang, "Angka buatan untuk menguji gambar.", "Made-up numbers, to try the drawing."),
        note: words(lang, "Sumber: tidak ada; angka ini karangan.", "Source: none; the numbers are invented."),
        axis: words(lang, "Kabupaten/kota", "District"),
        ..Figure::new(form)
    }
}

fn areas(lang: Lang, columns: &[String], number: impl Fn(usize, usize) -> Option<i64>) -> Vec<Row> {
    let row = |(place, (name, area)): (usize, &(&str, u8))| {
        let numbers = (0..columns.len()).map(|column| number(place, column)).collect();
        Row { area: Some(RegionCode::kaltim(*area)), ..counted(lang, name, columns, numbers) }
    };
    AREAS.iter().enumerate().map(row).collect()
}

fn at<const N: usize>(numbers: [i64; N]) -> impl Fn(usize, usize) -> Option<i64> {
    move |row, _| numbers.get(row).copied()
}

fn stacked(lang: Lang) -> Figure {
    let columns = [("Laki-laki", "Men"), ("Perempuan", "Women"), ("Belum diisi", "Not filled in")];
    let columns: Vec<String> = columns.iter().map(|(id, en)| words(lang, id, en)).collect();
    let whole = [1_240, 860, 310, 190, 640, 120, 75, 230, 98, 12];
    let rows = areas(lang, &columns, |row, column| Some(whole[row] * [47, 44, 9][column] / 100));
    let figure =
        named(lang, Form::Stacked, "Berapa anggota laki-laki dan perempuan?", "How many members are men and women?");
    Figure { rows, columns, is_last_unknown: true, ..figure }
}

/// As many parts as there are colours.
fn six(lang: Lang) -> Figure {
    let columns: Vec<String> = (2021..=2026).map(|year| year.to_string()).collect();
    let rows = areas(lang, &columns, |row, column| i64::try_from((10 - row) * (column + 2) * 3).ok());
    Figure { rows, columns, is_last_unknown: false, ..stacked(lang) }
}

fn years(lang: Lang, columns: Vec<String>, number: impl Fn(i64) -> Vec<Option<i64>>) -> Figure {
    let row = |year: i64| Row { months: year * 12 + 1, ..counted(lang, &year.to_string(), &columns, number(year)) };
    let rows = (2012..=2026).map(row).collect();
    let figure = named(lang, Form::Columns, "Berapa KUBE dibentuk tiap tahun?", "How many KUBE were formed each year?");
    Figure { rows, columns, axis: words(lang, "Tahun", "Year"), ..figure }
}

fn columns(lang: Lang) -> Figure {
    let columns = vec![words(lang, "KUBE", "Groups")];
    let figure = years(lang, columns, |year| vec![(year != 2018).then_some((year - 2005) * (year % 4 + 2) * 7)]);
    let level = |id: &str, en: &str, number: i64| Level {
        name: format!("{}: {}", words(lang, id, en), lang.whole(number)),
        number,
    };
    let levels = vec![level("Sasaran 2029", "Target of 2029", 640), level("Rata-rata", "Mean", 310)];
    Figure {
        levels,
        breaks: vec![(3, words(lang, "Sejak 2015 tanpa Kaltara.", "Since 2015 without Kaltara."))],
        ..figure
    }
}

fn two(lang: Lang) -> Figure {
    let columns = vec![words(lang, "Baru", "New"), words(lang, "Semua sampai tahun itu", "All until then")];
    years(lang, columns, |year| vec![Some((year - 2008) * 9), Some((year - 2011) * 45)])
}

fn distribution(lang: Lang) -> Figure {
    let columns = vec![words(lang, "KUBE", "Groups")];
    let counts = [0, 1, 4, 12, 40, 65, 88, 96, 240, 70, 52, 44, 31, 20, 12, 8, 5, 3, 2, 6, 0, 1, 0, 0, 2];
    let row = |(place, count): (usize, &i64)| {
        let size = place + 1;
        Row { is_odd: !(5..=20).contains(&size), ..counted(lang, &size.to_string(), &columns, vec![Some(*count)]) }
    };
    let says = words(
        lang,
        "Separuh di tengah: 7 sampai 11 anggota; median 9",
        "The half in the middle: 7 to 11 members; median 9",
    );
    let figure = named(lang, Form::Distribution, "Berapa anggota dalam satu KUBE?", "How many members has a group?");
    Figure {
        rows: counts.iter().enumerate().map(row).collect(),
        axis: words(lang, "Anggota", "Members"),
        columns,
        spread: Some(Spread { rows: [6, 8, 10], says }),
        ..figure
    }
}

fn multiples(lang: Lang) -> Figure {
    let columns: Vec<String> = (2010..=2025).map(|year| year.to_string()).collect();
    let base = [455, 260, 480, 920, 780, 560, 930, 940, 740, 1_160];
    let number = |row: usize, column: usize| {
        let (year, wave) = (i64::try_from(column).unwrap(), i64::try_from((row * 5 + column * 3) % 7).unwrap());
        let is_known = !(row == 9 && column < 3) && (row, column) != (5, 9);
        is_known.then(|| base[row] - year * 14 + wave * 18)
    };
    let mut rows = areas(lang, &columns, number);
    for row in &mut rows {
        row.texts = row.numbers.iter().map(|it| it.map_or_else(String::new, |it| lang.rate(it))).collect();
        row.says = format!("{}: {}", row.name, row.texts.join(", "));
    }
    let breaks = vec![
        (5, words(lang, "Sejak 2015 tanpa Kalimantan Utara.", "Since 2015 without Kalimantan Utara.")),
        (11, words(lang, "Sejak 2021 memakai Sensus 2020.", "Since 2021 by the census of 2020.")),
    ];
    let figure = named(lang, Form::Multiples, "Berapa persen penduduk miskin?", "What part of the people is poor?");
    Figure { rows, columns, breaks, mark: "%", ..figure }
}

fn tiles(lang: Lang) -> Figure {
    let columns = vec![words(lang, "KUBE", "Groups")];
    let numbers = at([203, 148, 61, 38, 120, 24, 17, 55, 29]);
    let mut rows = areas(lang, &columns, numbers);
    rows.push(counted(lang, &words(lang, "Tanpa wilayah", "Without an area"), &columns, vec![Some(7)]));
    let figure = named(lang, Form::Tiles, "Di mana KUBE?", "Where are the groups?");
    Figure { rows, columns, ..figure }
}

fn strip(lang: Lang) -> Figure {
    let columns = vec![words(lang, "KUBE", "Groups")];
    let mut rows = Vec::new();
    for time in 0..47_usize {
        let (year, month) = (2023 + time / 12, time % 12);
        let day = Date::new(i32::try_from(year).unwrap(), u32::try_from(month).unwrap() + 1, 1).unwrap();
        let number = match time {
            9 | 30 => None,
            _ => Some(i64::try_from((time * time * 7) % 23).unwrap() - 3).map(|number| number.max(0)),
        };
        let row = counted(lang, &lang.month(day), &columns, vec![number]);
        rows.push(Row { months: i64::try_from(year * 12 + month + 1).unwrap(), ..row });
    }
    let figure = named(lang, Form::Strip, "Kapan KUBE didaftarkan?", "When were groups registered?");
    Figure { rows, columns, axis: words(lang, "Bulan", "Month"), ..figure }
}

fn slope(lang: Lang) -> Figure {
    let columns = vec![words(lang, "Maret 2015", "March 2015"), words(lang, "Maret 2025", "March 2025")];
    let pairs = [
        (456, 380),
        (291, 234),
        (516, 341),
        (943, 841),
        (799, 691),
        (554, 580),
        (833, 922),
        (931, 792),
        (808, 620),
        (0, 1_051),
    ];
    let number = |row: usize, column: usize| {
        let (first, second) = pairs[row];
        Some([first, second][column]).filter(|number| *number > 0)
    };
    let mut rows = areas(lang, &columns, number);
    for row in &mut rows {
        row.texts = row.numbers.iter().map(|it| it.map_or_else(String::new, |it| lang.rate(it))).collect();
        row.says = format!("{}: {}", row.name, row.texts.join(", "));
    }
    let figure = named(lang, Form::Slope, "Di mana kemiskinan turun?", "Where did poverty fall?");
    Figure { rows, columns, mark: "%", ..figure }
}

fn cells(lang: Lang) -> Figure {
    let columns = [
        ("KUBE terdaftar", "Groups registered"),
        ("Anggota", "Members"),
        ("Tanpa NIK", "Without NIK"),
        ("Diperiksa 30 hari terakhir", "Checked in the last 30 days"),
    ];
    let columns: Vec<String> = columns.iter().map(|(id, en)| words(lang, id, en)).collect();
    let base = [203, 148, 61, 38, 120, 24, 17, 55, 29, 2];
    let number = |row: usize, column: usize| {
        let number = base[row] * [10, 87, 3, 6][column] / 10;
        ((row, column) != (9, 3)).then_some(number)
    };
    let rows = areas(lang, &columns, number);
    let sum = |column: usize| rows.iter().filter_map(|row| row.numbers[column]).sum::<i64>();
    let sums = (0..columns.len()).map(|column| Some(sum(column))).collect();
    let total = Some(counted(lang, &words(lang, "Semua", "All"), &columns, sums));
    let figure = named(lang, Form::Cells, "Bagaimana keadaan tiap kabupaten/kota?", "How does each district stand?");
    Figure { rows, total, columns, ..figure }
}
