//! Registered against allocated, per city: groups and households.

use leptos::prelude::*;

use crate::route::Route;
use crate::search::{Filter, Need};
use crate::stats::{CityRow, PerCity, Scope};
use crate::ui::charts::{AllocationBars, Bar};
use crate::ui::state::{use_lang, use_texts};

/// What a chart counts: the registered and the allocated number of a row.
type Count = fn(&CityRow) -> (usize, Option<usize>);

#[component]
pub fn Charts(numbers: Memo<PerCity>, scope: Scope) -> impl IntoView {
    let t = use_texts();
    let groups: Count = |row| (row.groups, row.groups_allocated);
    let households: Count = |row| (row.households, row.households_allocated);
    view! {
        <div class="charts">
            {move || chart("chart-groups", t.chart_groups_title, "KUBE", groups, &numbers.get(), scope)}
            {move || chart("chart-households", t.chart_households_title, "KK", households, &numbers.get(), scope)}
        </div>
    }
}

fn chart(
    id: &'static str,
    title: &'static str,
    unit: &'static str,
    count: Count,
    numbers: &PerCity,
    scope: Scope,
) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let bars = numbers
        .rows
        .iter()
        .map(|row| {
            let (registered, allocated) = count(row);
            Bar {
                name: lang.city(row.region),
                registered,
                allocated,
                registered_text: lang.number(registered),
                allocated_text: lang.of_allocated(allocated),
                href: behind(row, scope).to_string(),
            }
        })
        .collect();
    let note = format!("{} {}", t.chart_counts_what, t.chart_source);
    view! {
        <AllocationBars
            id
            title
            finding=lang.finding(numbers, count, unit)
            bars
            note
            table=table(count, numbers)
            table_word=t.chart_table
        />
    }
    .into_any()
}

/// The groups behind a row.
fn behind(row: &CityRow, scope: Scope) -> Route {
    let year = match scope {
        Scope::All => None,
        Scope::Of(_, year) => Some(year),
    };
    let need = row.region.is_none().then_some(Need::NoPlace);
    Route::Groups(Filter { region: row.region, year, need, ..Filter::default() })
}

fn table(count: Count, numbers: &PerCity) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let cells = move |row: &CityRow| {
        let (registered, allocated) = count(row);
        let allocated = allocated.map_or_else(|| "–".to_owned(), |allocated| lang.number(allocated));
        view! {
            <td>{lang.number(registered)}</td>
            <td>{allocated}</td>
        }
        .into_any()
    };
    let rows = numbers
        .rows
        .iter()
        .map(|row| {
            view! {
                <tr>
                    <th scope="row">{lang.city(row.region)}</th>
                    {cells(row)}
                </tr>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{t.chart_region}</th>
                    <th scope="col">{t.chart_registered}</th>
                    <th scope="col">{t.chart_allocated}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{t.chart_total}</th>
                    {cells(&numbers.total)}
                </tr>
            </tfoot>
        </table>
    }
    .into_any()
}
