//! The table of a chart: the same numbers, a row a point, and what they come to.

use leptos::prelude::*;

use crate::i18n::Lang;
use crate::stats::{Amount, Series, Unit};

/// What stands for a number that there is none of.
const NONE: &str = "–";

/// The table, named by the chart's title, whose id this is.
pub(super) fn table(lang: Lang, series: &Series, title: &'static str) -> AnyView {
    let (t, unit) = (lang.first_texts(), series.measure.unit());
    let heads = [lang.chart_axis(series.by), t.chart_registered, t.chart_allocated];
    let heads: Vec<AnyView> = heads.map(|text| view! { <th scope="col">{text}</th> }.into_any()).into();
    let rows: Vec<AnyView> =
        series.points.iter().map(|point| row(lang, unit, lang.chart_key(point.key), point.amount)).collect();
    view! {
        <div class="scroll" tabindex="0" role="group" aria-labelledby=title>
            <table>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
                <tfoot>{row(lang, unit, t.chart_total.to_owned(), series.total)}</tfoot>
            </table>
        </div>
    }
    .into_any()
}

fn row(lang: Lang, unit: Unit, name: String, Amount { value, against }: Amount) -> AnyView {
    let cell = |value: Option<i64>| {
        let text = value.map_or_else(|| NONE.to_owned(), |value| lang.chart_number(unit, value));
        view! { <td>{text}</td> }.into_any()
    };
    view! { <tr><th scope="row">{name}</th>{vec![cell(value), cell(against)]}</tr> }.into_any()
}
