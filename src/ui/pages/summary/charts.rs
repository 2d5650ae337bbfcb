//! Registered against allocated, per city: groups and households.

use leptos::prelude::*;

use super::figures::NONE;
use crate::route::Route;
use crate::search::{Filter, Need};
use crate::stats::{CityRow, Covered, PerCity, Scope};
use crate::ui::charts::{Bar, Chart, allocation_bars};
use crate::ui::parts::block::div;
use crate::ui::state::{use_first_texts, use_lang};
use crate::web;

/// What a chart counts: the registered and the allocated number of a row.
type Count = fn(&CityRow) -> (usize, Option<usize>);

pub fn charts(numbers: &PerCity, scope: Scope, covered: Covered) -> AnyView {
    let (lang, t) = (use_lang(), use_first_texts());
    let last = covered.last_ms.map(|last| web::local(last).date());
    let covers = lang.covers(numbers.total.groups, covered.senders, last);
    let note = format!("{covers} {} {}", t.chart_counts_what, t.chart_source);
    let groups: Count = |row| (row.groups, row.groups_allocated);
    let households: Count = |row| (row.households, row.households_allocated);
    div(
        "charts",
        vec![
            chart("chart-groups", t.chart_groups_title, t.unit_groups, groups, numbers, scope, note.clone()),
            chart("chart-households", t.chart_households_title, t.unit_households, households, numbers, scope, note),
        ],
    )
}

fn chart(
    id: &'static str,
    title: &'static str,
    unit: &str,
    count: Count,
    numbers: &PerCity,
    scope: Scope,
    note: String,
) -> AnyView {
    let (lang, t) = (use_lang(), use_first_texts());
    let bar = |row: &CityRow| {
        let (registered, allocated) = count(row);
        Bar {
            name: lang.city(row.region),
            registered,
            allocated,
            registered_text: lang.number(registered),
            allocated_text: lang.of_allocated(allocated),
            href: behind(row, scope).to_string(),
        }
    };
    allocation_bars(Chart {
        id,
        title,
        finding: lang.finding(numbers, count, unit),
        bars: numbers.rows.iter().map(bar).collect(),
        note,
        table: (t.chart_table, table(count, numbers)),
    })
}

/// The groups behind a row.
fn behind(row: &CityRow, scope: Scope) -> Route {
    let (programme, year) = match scope {
        Scope::All => (None, None),
        Scope::Of(programme, year) => (Some(programme), Some(year)),
    };
    let need = row.region.is_none().then_some(Need::NoPlace);
    Route::Groups(Filter { region: row.region, programme, year, need, ..Filter::default() })
}

fn table(count: Count, numbers: &PerCity) -> AnyView {
    let (lang, t) = (use_lang(), use_first_texts());
    let line = |name: String, row: &CityRow| {
        let (registered, allocated) = count(row);
        let cells = [Some(registered), allocated]
            .map(|value| value.map_or_else(|| NONE.to_owned(), |value| lang.number(value)));
        let cells = cells.map(|text| view! { <td>{text}</td> }.into_any()).into_iter().collect::<Vec<_>>();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }.into_any()
    };
    let heads = [t.chart_region, t.chart_registered, t.chart_allocated];
    let heads = heads.map(|text| view! { <th scope="col">{text}</th> }.into_any()).into_iter().collect::<Vec<_>>();
    let rows: Vec<AnyView> = numbers.rows.iter().map(|row| line(lang.city(row.region), row)).collect();
    view! {
        <table>
            <thead><tr>{heads}</tr></thead>
            <tbody>{rows}</tbody>
            <tfoot>{line(t.chart_total.to_owned(), &numbers.total)}</tfoot>
        </table>
    }
    .into_any()
}
