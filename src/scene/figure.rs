//! The numbers of a chart in words: what a table, a file, a picture and a sentence are made of.

use crate::domain::RegionCode;
use crate::i18n::Lang;

/// How a figure is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A bar a row: the first number filled, the second, which it is compared with, an outline.
    Bars,
    /// A line a column over time, not joined where the series breaks.
    Lines,
    /// A bar a row, of parts that come to its whole: a column a part.
    Stacked,
    /// A column a row, side by side, as of years; `levels` are lines across.
    Columns,
    /// A column a row without gaps: how many there are of each size. `spread` is the half in the middle.
    Distribution,
    /// A small chart of lines a row, all on one scale; the columns are times, and `breaks` are places among them.
    Multiples,
    /// A tile for each of the ten kabupaten and cities, where it lies.
    Tiles,
    /// A square a row, which is a month, a line of twelve for each year.
    Strip,
    /// A line a row from its first number to its second.
    Slope,
    /// A table whose numbers have bars, each column on a scale of its own.
    Cells,
}

/// What stands for a number that there is none of.
pub(super) const NONE: &str = "–";

/// A number that others are compared with: a line across.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// What it is, with its number: "Sasaran 2029: di bawah 5%".
    pub name: String,
    /// The number, on the scale of the figure.
    pub number: i64,
}

/// The middle of many numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The first quarter, the half, and the third quarter: places among the rows.
    pub rows: [usize; 3],
    /// The same in words: "Separuh di tengah: 7 sampai 9; median 8".
    pub says: String,
}

/// A chart in words and numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// How it is drawn.
    pub form: Form,
    /// What it asks.
    pub title: String,
    /// What it finds.
    pub finding: String,
    /// What it covers, and where its numbers come from.
    pub note: String,
    /// The head of the first column.
    pub axis: String,
    /// The heads of the numbers.
    pub columns: Vec<String>,
    /// What stands behind each number: "%", or nothing.
    pub mark: &'static str,
    /// The rows, in the order in which they are shown.
    pub rows: Vec<Row>,
    /// What the rows come to; `None` where they come to nothing together.
    pub total: Option<Row>,
    /// Before which times the series breaks, and why.
    pub breaks: Vec<(usize, String)>,
    /// Lines across that numbers are compared with.
    pub levels: Vec<Level>,
    /// The middle of a distribution.
    pub spread: Option<Spread>,
    /// Whether the last column counts what is not filled in.
    pub is_last_unknown: bool,
}

/// A row of a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// What the row is: "Samarinda", "Maret 2015".
    pub name: String,
    /// The same where there is little room: "2015".
    pub short: String,
    /// Its place on an axis of time, in months since the year 0; of other rows, 0.
    pub months: i64,
    /// Its numbers, a column each; `None` where nothing is known, which is not 0.
    pub numbers: Vec<Option<i64>>,
    /// The same in words.
    pub texts: Vec<String>,
    /// All of it in one sentence, for who hears it.
    pub says: String,
    /// The address of what it counts, where a list shows just that.
    pub to: Option<String>,
    /// The area that it is, if it is one.
    pub area: Option<RegionCode>,
    /// Whether it is outside what is usual.
    pub is_odd: bool,
    /// Whether rows like it have no order of their own, and may be put into another.
    pub is_free: bool,
}

impl Row {
    /// Its number in a column.
    pub(super) fn number(&self, column: usize) -> Option<i64> {
        self.numbers.get(column).copied().flatten()
    }

    /// The same in words, a dash where there is none.
    pub(super) fn text(&self, column: usize) -> &str {
        self.texts.get(column).map(String::as_str).filter(|text| !text.is_empty()).unwrap_or(NONE)
    }

    /// Whether it is an area of which there is nothing, and nothing is expected.
    pub fn is_nothing(&self) -> bool {
        self.area.is_some() && self.numbers.iter().all(|number| number.is_none_or(|number| number == 0))
    }

    /// A row of whole numbers, which says each behind the name of its column, or behind the row's own where there is one.
    pub fn counted(lang: Lang, name: String, columns: &[String], numbers: Vec<Option<i64>>) -> Self {
        let text = |number: &Option<i64>| number.map_or_else(String::new, |number| lang.whole(number));
        let texts: Vec<String> = numbers.iter().map(text).collect();
        Self { numbers, ..Self::told(name, columns, texts) }
    }

    /// A row of texts; numbers, and where it leads, are the caller's.
    pub fn told(name: String, columns: &[String], texts: Vec<String>) -> Self {
        let known = columns.iter().zip(&texts).filter(|(_, text)| !text.is_empty());
        let parts: Vec<String> = match texts.as_slice() {
            [text] => vec![text.clone()],
            _ => known.map(|(column, text)| format!("{column} {text}")).collect(),
        };
        let parts = if parts.iter().all(String::is_empty) { "–".to_owned() } else { parts.join(", ") };
        Self { says: format!("{name}: {parts}"), short: name.clone(), name, texts, ..Self::default() }
    }
}

impl Figure {
    /// A figure of a form, without anything in it yet.
    pub fn new(form: Form) -> Self {
        Self {
            form,
            title: String::new(),
            finding: String::new(),
            note: String::new(),
            axis: String::new(),
            columns: Vec::new(),
            mark: "",
            rows: Vec::new(),
            total: None,
            breaks: Vec::new(),
            levels: Vec::new(),
            spread: None,
            is_last_unknown: false,
        }
    }

    /// Of one place, which the title names.
    #[must_use]
    pub fn in_place(self, place: &str) -> Self {
        Self { title: format!("{place}: {}", self.title), ..self }
    }

    /// The heads of the numbers in a table, which says there what they are of.
    pub fn heads(&self) -> impl Iterator<Item = String> {
        self.columns
            .iter()
            .map(|column| if self.mark.is_empty() { column.clone() } else { format!("{column} ({})", self.mark) })
    }

    /// What stands beside a line across, on the scale of the figure.
    pub(super) fn tick(&self, lang: Lang, number: i64) -> String {
        match (self.mark, number < 0) {
            ("%", true) => format!("−{}", lang.percent_mark(number.saturating_abs())),
            ("%", false) => lang.percent_mark(number),
            _ => lang.whole(number),
        }
    }

    /// All numbers there are.
    pub(super) fn known(&self) -> impl Iterator<Item = i64> + Clone {
        self.rows.iter().flat_map(|row| row.numbers.iter().copied().flatten())
    }

    /// What the drawing tells in words beside its marks, for who hears it: why it breaks, what it is compared with, the middle, and which
    /// areas have nothing.
    pub fn beside(&self, lang: Lang) -> String {
        let breaks = self.breaks.iter().map(|(_, why)| why.clone());
        let levels = self.levels.iter().map(|level| format!("{}.", level.name));
        let spread = self.spread.iter().map(|spread| format!("{}.", spread.says));
        let (_, empty) = self.parted();
        let without = (!empty.is_empty()).then(|| without(lang, &empty));
        breaks.chain(levels).chain(spread).chain(without).collect::<Vec<_>>().join(" ")
    }

    /// The rows that are drawn, and the names of the areas of which there is nothing.
    pub(super) fn parted(&self) -> (Vec<Row>, Vec<&str>) {
        let is_folded = matches!(self.form, Form::Bars | Form::Stacked | Form::Cells);
        let (empty, drawn): (Vec<&Row>, Vec<&Row>) = self.rows.iter().partition(|row| is_folded && row.is_nothing());
        (drawn.into_iter().cloned().collect(), empty.into_iter().map(|row| row.name.as_str()).collect())
    }
}

/// The areas of which there is nothing: "2 wilayah tanpa KUBE: Paser, Berau."
pub(super) fn without(lang: Lang, names: &[&str]) -> String {
    format!("{}: {}.", lang.chart_without(names.len()), names.join(", "))
}
