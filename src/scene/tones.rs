//! A figure as tones: the greater a number, the higher its tone, one after the other in the order of the table. What is not known is a
//! click, which is no low tone.
//!
//! Whole numbers, as everything of a scene. Deliberately absent: whatever sounds.

use super::{Figure, Form, Row};

/// The tone of the least number and that of the greatest, C3 and C6, in tenths of a hertz.
const TONES: [i64; 2] = [1_308, 10_465];

/// How long all tones together last at least and at most, in milliseconds.
const LASTS: [usize; 2] = [3_000, 6_000];

/// How long one lasts where there is time for it.
const ONE: usize = 250;

/// Between one run of numbers and the next.
const BETWEEN: u32 = 700;

/// How long a click lasts.
const CLICK: u32 = 12;

/// One tone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tone {
    /// How high it is, in tenths of a hertz; 0 is a click.
    pub tenths: u32,
    /// When it begins, in milliseconds.
    pub start: u32,
    /// How long it lasts.
    pub length: u32,
}

/// Numbers that are heard one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// What they are of: "Kaltim".
    pub name: String,
    /// The numbers.
    pub numbers: Vec<Option<i64>>,
    /// The first and the last that is known, in words; none where nothing is.
    pub ends: Option<[String; 2]>,
}

/// What is heard of a figure: each line of one, else its first numbers.
pub fn runs(figure: &Figure) -> Vec<Run> {
    let all = match figure.form {
        Form::Multiples | Form::Slope => figure.rows.iter().map(|row| of_row(figure, row)).collect(),
        Form::Lines => (0..figure.columns.len()).map(|column| of_column(figure, column)).collect(),
        _ => vec![of_column(figure, 0)],
    };
    all.into_iter().filter(|run: &Run| run.ends.is_some()).collect()
}

fn of_column(figure: &Figure, column: usize) -> Run {
    let pair = |row: &Row| (row.numbers.get(column).copied().flatten(), row.texts.get(column).cloned());
    let name = figure.columns.get(column).cloned().unwrap_or_default();
    run(figure, name, figure.rows.iter().map(pair))
}

fn of_row(figure: &Figure, row: &Row) -> Run {
    run(figure, row.name.clone(), row.numbers.iter().copied().zip(row.texts.iter().cloned().map(Some)))
}

fn run(figure: &Figure, name: String, pairs: impl Iterator<Item = (Option<i64>, Option<String>)>) -> Run {
    let pairs: Vec<_> = pairs.collect();
    let texts: Vec<String> = pairs
        .iter()
        .filter(|(number, _)| number.is_some())
        .map(|(_, text)| format!("{}{}", text.as_deref().unwrap_or_default(), figure.mark))
        .collect();
    let ends = texts.first().cloned().zip(texts.last().cloned()).map(|(first, last)| [first, last]);
    Run { name, numbers: pairs.into_iter().map(|(number, _)| number).collect(), ends }
}

/// The tones of some runs, all on one scale.
pub fn tones(runs: &[Run]) -> Vec<Tone> {
    let known = || runs.iter().flat_map(|run| run.numbers.iter().flatten().copied());
    let (Some(least), Some(most)) = (known().min(), known().max()) else { return Vec::new() };
    let count = runs.iter().map(|run| run.numbers.len()).sum::<usize>().max(1);
    let [shortest, longest] = LASTS;
    let length = u32::try_from((count * ONE).clamp(shortest, longest) / count).unwrap_or(0);
    let (mut tones, mut start) = (Vec::new(), 0);
    for (place, run) in runs.iter().enumerate() {
        start += if place == 0 { 0 } else { BETWEEN };
        for number in &run.numbers {
            tones.push(match number {
                Some(number) => Tone { tenths: tenths(*number, least, most), start, length },
                None => Tone { tenths: 0, start, length: CLICK.min(length) },
            });
            start += length;
        }
    }
    tones
}

/// How high the tone of a number is; in the middle where all are the same.
fn tenths(number: i64, least: i64, most: i64) -> u32 {
    let [low, high] = TONES;
    let tenths = if most == least {
        i64::midpoint(low, high)
    } else {
        // So great is no number of a book that it finds no room here.
        low + number.saturating_sub(least).saturating_mul(high - low) / most.saturating_sub(least).max(1)
    };
    u32::try_from(tenths).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Tone, runs, tones};
    use crate::scene::{Figure, Form, Row};

    fn figure(form: Form, columns: &[&str], rows: &[(&str, &[Option<i64>])]) -> Figure {
        let row = |(name, numbers): &(&str, &[Option<i64>])| Row {
            name: (*name).to_owned(),
            numbers: numbers.to_vec(),
            texts: numbers.iter().map(|number| number.map(|it| it.to_string()).unwrap_or_default()).collect(),
            ..Row::default()
        };
        let columns = columns.iter().map(|it| (*it).to_owned()).collect();
        Figure { columns, rows: rows.iter().map(row).collect(), ..Figure::new(form) }
    }

    #[test]
    fn the_least_is_low_the_greatest_high_and_what_is_missing_a_click() {
        let bars = figure(Form::Bars, &["A", "B"], &[("x", &[Some(0), Some(9)]), ("y", &[None]), ("z", &[Some(50)])]);
        let heard = runs(&bars);
        assert_eq!(heard.len(), 1, "what it is compared with is not heard");
        assert_eq!(heard[0].ends, Some(["0".to_owned(), "50".to_owned()]));
        let tone = |tenths, start, length| Tone { tenths, start, length };
        assert_eq!(tones(&heard), [tone(1_308, 0, 1_000), tone(0, 1_000, 12), tone(10_465, 2_000, 1_000)]);
    }

    #[test]
    fn lines_are_heard_one_after_the_other_with_a_pause_and_on_one_scale() {
        let lines = figure(
            Form::Lines,
            &["A", "B"],
            &[("2024", &[Some(10), Some(20)]), ("2025", &[Some(15), None]), ("2026", &[Some(20), Some(10)])],
        );
        let heard = tones(&runs(&lines));
        let starts: Vec<u32> = heard.iter().map(|tone| tone.start).collect();
        assert_eq!(starts, [0, 500, 1_000, 2_200, 2_700, 3_200]);
        assert_eq!(heard[0].tenths, heard[5].tenths);
        assert_eq!((heard[1].tenths, heard[4].tenths), (1_308 + (10_465 - 1_308) / 2, 0));
    }

    #[test]
    fn small_charts_are_heard_a_row_each_and_never_longer_than_six_seconds_without_the_pauses() {
        let numbers: Vec<Option<i64>> = (0..60).map(Some).collect();
        let multiples = figure(Form::Multiples, &[], &[("x", &numbers), ("y", &numbers), ("z", &[None, None])]);
        let heard = runs(&multiples);
        assert_eq!(heard.iter().map(|run| run.name.as_str()).collect::<Vec<_>>(), ["x", "y"], "of z nothing is known");
        let tones = tones(&heard);
        let end = tones.last().map(|tone| tone.start + tone.length);
        assert_eq!(end, Some(120 * 50 + 700));
    }

    #[test]
    fn numbers_that_are_all_the_same_have_one_tone_and_none_have_none() {
        let same = figure(Form::Bars, &["A"], &[("x", &[Some(7)]), ("y", &[Some(7)])]);
        assert!(tones(&runs(&same)).iter().all(|tone| tone.tenths == 5_886));
        let none = figure(Form::Bars, &["A"], &[("x", &[None])]);
        assert!(runs(&none).is_empty() && tones(&[]).is_empty());
    }
}
