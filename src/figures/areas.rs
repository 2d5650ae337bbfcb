//! Counts of this book, area by area.

use crate::domain::RegionCode;
use crate::i18n::Lang;
use crate::route::Route;
use crate::scene::{Figure, Form, Row};
use crate::search::Filter;
use crate::stats::{Amount, Key, Series};

/// A count by cities, against what was allocated.
pub fn of_series(lang: Lang, series: &Series) -> Figure {
    let (t, unit) = (lang.first_texts(), series.measure.unit());
    let row = |name: String, Amount { value, against }: Amount, area: Option<RegionCode>, behind: Option<Filter>| {
        let numbers = vec![value, against];
        let text = |number: &Option<i64>| number.map_or_else(String::new, |number| lang.chart_number(unit, number));
        let texts: Vec<String> = numbers.iter().map(text).collect();
        let compared = lang.chart_against(unit, against);
        let says = [texts[0].clone(), compared].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ");
        let to = behind.map(|filter| Route::Groups(filter).to_string());
        let says = format!("{name}: {says}");
        Row { says, short: name.clone(), name, numbers, texts, to, area, ..Row::default() }
    };
    let point = |key: Key, amount: Amount, behind: Option<Filter>| {
        let Key::City(area) = key;
        row(lang.chart_key(key), amount, area, behind)
    };
    Figure {
        title: lang.chart_title(series).to_owned(),
        finding: lang.finding(series),
        note: lang.chart_note(series),
        axis: lang.chart_axis(series.by).to_owned(),
        columns: vec![t.chart_registered.to_owned(), t.chart_allocated.to_owned()],
        rows: series.points.iter().map(|it| point(it.key, it.amount, it.behind)).collect(),
        total: Some(row(t.chart_total.to_owned(), series.total, None, None)),
        ..Figure::new(Form::Bars)
    }
}
