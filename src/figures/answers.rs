//! Counts by answer: what groups and members are.

use crate::i18n::Lang;
use crate::route::Route;
use crate::scene::{Figure, Form, Row};
use crate::search::Filter;
use crate::stats::{Breakdown, Covers, Trait};

/// A count by answers; what is not filled in is a row of its own, which no bar of an answer hides.
pub fn of_breakdown(lang: Lang, counted: &Breakdown, covers: Covers) -> Figure {
    let t = lang.texts();
    let columns = vec![lang.breakdown_unit(counted.of).to_owned()];
    let row = |name: String, count: usize, behind: Option<Filter>| {
        let to = behind.map(|filter| Route::Groups(filter).to_string());
        Row { to, ..Row::counted(lang, name, &columns, vec![i64::try_from(count).ok()]) }
    };
    let mut counts: Vec<_> = counted.counts.iter().collect();
    if counted.of == Trait::Business {
        // There are many kinds, which have no order of their own: those that are run, the commonest first.
        counts.retain(|(_, count, _)| *count > 0);
        counts.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
    }
    let answers = counts.into_iter().map(|(answer, count, behind)| row(lang.answer(*answer), *count, *behind));
    let unknown = (counted.unknown > 0).then(|| row(t.chart_unknown.to_owned(), counted.unknown, None));
    Figure {
        title: lang.breakdown_title(counted.of).to_owned(),
        finding: lang.breakdown_finding(counted),
        note: lang.covers(covers),
        axis: lang.breakdown_axis(counted.of).to_owned(),
        rows: answers.chain(unknown).collect(),
        total: Some(row(lang.first_texts().chart_total.to_owned(), counted.total(), None)),
        columns,
        ..Figure::new(Form::Bars)
    }
}
