//! From one time to another: a line a row between two axes, its first number at the left, its second with its name at the right.
//! What falls is drawn in dashes.

use super::figure::{Figure, NONE, Row};
use super::labels::spread;
use super::letters::wrap;
use super::sheet::{SMALL, Sheet, height, leading, widest};
use super::{Anchor, Area, At, Paint, Shape, Stroke};
use crate::i18n::Lang;

/// How high the plot is at least.
const HEIGHT: i32 = 2_400;

/// From the end of a line to what is written beside it.
const LEAD: i32 = 140;

/// Between a number and a name.
const BESIDE: i32 = 60;

/// How wide the plot is at least where names stand beside their numbers.
const NARROWEST: i32 = 600;

/// How wide the plot is at most.
const WIDEST: i32 = 4_800;

/// The plot: the box between the axes, and the numbers at its foot and its top.
struct Plot {
    area: Area,
    least: i64,
    most: i64,
}

impl Plot {
    fn y(&self, number: i64) -> i32 {
        let length = i128::from(self.area.height);
        let share = i128::from(number - self.least) * length / i128::from((self.most - self.least).max(1));
        // One number alone stands in the middle.
        let share = if self.most == self.least { self.area.height / 2 } else { i32::try_from(share).unwrap_or(0) };
        self.area.y + self.area.height - share
    }
}

/// A label at an end: the row, the height where its number stands, its lines.
struct Label<'a> {
    row: &'a Row,
    at: i32,
    lines: Vec<String>,
}

/// Lays the plot out below what is written.
pub(super) fn lay(sheet: &mut Sheet, _lang: Lang, figure: &Figure) {
    let is_any = |row: &&Row| row.number(0).or(row.number(1)).is_some();
    let (drawn, empty): (Vec<&Row>, Vec<&Row>) = figure.rows.iter().partition(is_any);
    if !drawn.is_empty() {
        plot(sheet, figure, &drawn);
    }
    for row in empty {
        let top = sheet.y;
        sheet.write(&format!("{}: {NONE}", row.name), SMALL, false, Paint::Soft);
        sheet.mark(row, Area { x: sheet.left, y: top, width: sheet.room, height: sheet.y - top });
    }
}

/// How wide the two columns of numbers and the names are, and what is left for the plot.
struct Widths {
    first: i32,
    second: i32,
    name: i32,
    across: i32,
    /// Whether a name stands below its number, where both have no room on a line.
    is_below: bool,
}

impl Widths {
    fn of(figure: &Figure, rows: &[&Row], room: i32) -> Self {
        let wide = |column: usize, is_bold: bool| {
            let texts: Vec<String> = rows.iter().map(|row| text(figure, row, column)).collect();
            widest(texts.iter().map(String::as_str), SMALL, is_bold)
        };
        let (first, second) = (wide(0, false), wide(1, true));
        let word = widest(rows.iter().flat_map(|row| row.name.split_whitespace()), SMALL, false);
        let longest = widest(rows.iter().map(|row| row.name.as_str()), SMALL, false);
        // The names have at most about half of what the numbers leave.
        let name = longest.min((room - first - second) * 45 / 100).max(word);
        let across = room - first - second - name - 2 * LEAD - BESIDE;
        if across >= NARROWEST {
            return Self { first, second, name, across: across.min(WIDEST), is_below: false };
        }
        let name = longest.min(room * 30 / 100).max(word);
        let across = (room - first - name.max(second) - 2 * LEAD).min(WIDEST);
        Self { first, second, name, across, is_below: true }
    }
}

fn plot(sheet: &mut Sheet, figure: &Figure, rows: &[&Row]) {
    let widths = Widths::of(figure, rows, sheet.room);
    let lines = |row: &Row| {
        let number = widths.is_below.then(|| text(figure, row, 1));
        number.into_iter().chain(wrap(&row.name, SMALL, false, widths.name)).collect::<Vec<_>>()
    };
    let needed: i32 = rows.iter().map(|row| height(&lines(row), SMALL) + 30).sum();
    let x = sheet.left + widths.first + LEAD;
    heads(sheet, figure, x, x + widths.across);
    let known = rows.iter().flat_map(|row| row.numbers.iter().take(2).copied().flatten());
    let (lowest, highest) = (known.clone().min().unwrap_or(0), known.max().unwrap_or(0));
    let area = Area { x, y: sheet.y + SMALL, width: widths.across, height: HEIGHT.max(needed) };
    let plot = Plot { area, least: lowest, most: highest };
    for x in [x, x + widths.across] {
        sheet.rule((x, area.y - 40), (x, area.y + area.height + 40), Paint::Grid, Stroke::Thin);
    }
    for row in rows {
        line(sheet, &plot, row);
    }
    let starts = rows
        .iter()
        .filter_map(|row| Some(Label { row, at: plot.y(row.number(0)?), lines: vec![text(figure, row, 0)] }));
    let ends = rows
        .iter()
        .filter_map(|row| Some(Label { row, at: plot.y(row.number(1).or(row.number(0))?), lines: lines(row) }));
    beside(sheet, &plot, starts.collect(), |sheet, label, y| {
        lead(sheet, (area.x, label.at), (area.x - LEAD + 30, y));
        sheet.lines(&label.lines, (area.x - LEAD, y - leading(SMALL) / 2), Anchor::End, (SMALL, false), Paint::Ink);
    });
    let end = area.x + area.width;
    beside(sheet, &plot, ends.collect(), |sheet, label, y| {
        let high = height(&label.lines, SMALL);
        let (top, left) = (y - high / 2, end + LEAD);
        lead(sheet, (end, label.at), (left - 30, top + leading(SMALL) / 2));
        let number = text(figure, label.row, 1);
        let (names, at) = if widths.is_below {
            sheet.put(&number, (left, top + SMALL * 9 / 10), Anchor::Start, SMALL, true, Paint::Ink);
            (label.lines.get(1..).unwrap_or_default(), (left, top + leading(SMALL)))
        } else {
            let right = left + widths.second;
            sheet.put(&number, (right, top + SMALL * 9 / 10), Anchor::End, SMALL, true, Paint::Ink);
            (label.lines.as_slice(), (right + BESIDE, top))
        };
        sheet.lines(names, at, Anchor::Start, (SMALL, false), Paint::Ink);
        // Ends lie closer than thumbs are wide: what a row leads to stands in the table.
        let says = label.row.says.clone();
        sheet.mark_in(
            0,
            says,
            None,
            Area { x: end, y: top - 15, width: sheet.left + sheet.room - end, height: high + 30 },
        );
    });
    sheet.y = area.y + area.height + 2 * SMALL;
}

/// A number in words with its unit.
fn text(figure: &Figure, row: &Row, column: usize) -> String {
    format!("{}{}", row.text(column), if row.number(column).is_some() { figure.mark } else { "" })
}

/// What the two axes are, above them.
fn heads(sheet: &mut Sheet, figure: &Figure, from: i32, to: i32) {
    let head = |column: usize| figure.columns.get(column).map(String::as_str).unwrap_or_default();
    let (right, middle) = (sheet.left + sheet.room, i32::midpoint(from, to));
    let top = sheet.y;
    // Each stands over its axis where there is room, and goes on outwards.
    let first = wrap(head(0), SMALL, true, middle - sheet.left - BESIDE);
    let wide = widest(first.iter().map(String::as_str), SMALL, true);
    let x = (from - wide / 2).min(middle - BESIDE - wide).max(sheet.left);
    let one = sheet.lines(&first, (x, top), Anchor::Start, (SMALL, true), Paint::Ink);
    let second = wrap(head(1), SMALL, true, right - middle - BESIDE);
    let wide = widest(second.iter().map(String::as_str), SMALL, true);
    let x = (to - wide / 2).max(middle + BESIDE).min(right - wide);
    let other = sheet.lines(&second, (x, top), Anchor::Start, (SMALL, true), Paint::Ink);
    sheet.y = one.max(other);
}

/// The line of a row; a dot alone where one number is not known.
fn line(sheet: &mut Sheet, plot: &Plot, row: &Row) {
    let numbers = [row.number(0), row.number(1)];
    let rises = !matches!(numbers, [Some(first), Some(second)] if second < first);
    let paint = Paint::Series(usize::from(!rises));
    let xs = [plot.area.x, plot.area.x + plot.area.width];
    let dots: Vec<At> =
        numbers.iter().zip(xs).filter_map(|(number, x)| Some(At { x, y: plot.y((*number)?) })).collect();
    for dot in &dots {
        sheet.draw(Shape::Dot(*dot, paint));
    }
    if dots.len() == 2 {
        sheet.draw(Shape::Path(dots, paint, Stroke::Series { is_dashed: !rises }));
    }
}

/// Leads from the end of a line to its label.
fn lead(sheet: &mut Sheet, from: (i32, i32), to: (i32, i32)) {
    let away = if to.0 > from.0 { 50 } else { -50 };
    sheet.rule((from.0 + away, from.1), to, Paint::Grid, Stroke::Thin);
}

/// Writes labels down one side, pushed apart where they would meet.
fn beside(sheet: &mut Sheet, plot: &Plot, mut labels: Vec<Label>, write: impl Fn(&mut Sheet, &Label, i32)) {
    labels.sort_by_key(|label| label.at);
    let wanted: Vec<(i32, i32)> = labels.iter().map(|label| (label.at, height(&label.lines, SMALL) + 30)).collect();
    let (top, bottom) = (plot.area.y - SMALL / 2, plot.area.y + plot.area.height + SMALL / 2);
    for (label, y) in labels.iter().zip(spread(&wanted, top, bottom)) {
        write(sheet, label, y);
    }
}
