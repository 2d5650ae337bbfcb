//! Whose files have come, whose are old, and who has sent none: by city, by sender, by pendamping.

use leptos::prelude::*;

use super::files::told;
use crate::stats::{Coming, Coverage, CoverageRow, Owner};
use crate::ui::parts::block::{div, p, section, span, text};
use crate::ui::parts::{Tone, tag};
use crate::ui::state::{use_app, use_lang, use_texts};
use crate::web;

#[component]
pub fn CoveragePage() -> impl IntoView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    move || {
        let devices = app.own_devices();
        let name = app.settings.with(|settings| settings.name.clone());
        let found = app.came.with(|came| {
            let keeper = Owner { devices: &devices, name: &name, came };
            app.registry.with(|registry| Coverage::of(registry, &keeper, web::now_ms()))
        });
        let (sum, is_due) =
            (lang.coverage(&found), found.count(Coming::Missing) != [0, 0] || found.count(Coming::Old) != [0, 0]);
        let Coverage { cities, senders, facilitators } = found;
        let cities = rows(cities, |region| lang.city(Some(*region)));
        let senders = rows(senders, |sender| lang.sender(sender));
        let facilitators = rows(facilitators, Clone::clone);
        let or = |none: &'static str, table: Option<AnyView>| table.unwrap_or_else(|| p("soft", none));
        vec![
            p(if is_due { "box warning" } else { "box fine" }, sum),
            p("soft", t.coverage_text),
            div(
                "columns",
                vec![
                    section(
                        CITIES,
                        t.coverage_cities,
                        table(CITIES, t.chart_region, cities, true).into_iter().collect(),
                    ),
                    section(
                        PERSONS,
                        t.coverage_facilitators,
                        vec![
                            p("soft", t.coverage_facilitators_text),
                            or(t.coverage_no_facilitators, table(PERSONS, t.coverage_facilitator, facilitators, true)),
                        ],
                    ),
                    section(
                        SENDERS,
                        t.coverage_senders,
                        vec![or(t.coverage_no_senders, table(SENDERS, t.coverage_sender, senders, false)), told()],
                    ),
                ],
            ),
        ]
    }
}

const CITIES: &str = "cities";
const PERSONS: &str = "persons";
const SENDERS: &str = "senders";

/// The same rows with their names as they are read.
fn rows<Who>(rows: Vec<CoverageRow<Who>>, name: impl Fn(&Who) -> String) -> Vec<CoverageRow<String>> {
    let named = |row: CoverageRow<Who>| {
        let who = name(&row.who);
        let CoverageRow { files, last_ms, sent, here, coming, .. } = row;
        CoverageRow { who, files, last_ms, sent, here, coming }
    };
    rows.into_iter().map(named).collect()
}

/// The table, where there is a row; `counts_here` adds how many groups are in this book.
fn table(id: &'static str, who: &'static str, rows: Vec<CoverageRow<String>>, counts_here: bool) -> Option<AnyView> {
    let t = use_texts();
    if rows.is_empty() {
        return None;
    }
    let heads = [Some(who), Some(t.coverage_last), Some(t.coverage_sent), counts_here.then_some(t.coverage_here)];
    let head = |word| view! { <th scope="col">{word}</th> }.into_any();
    let heads: Vec<AnyView> = heads.into_iter().flatten().map(head).collect();
    let lines: Vec<AnyView> = rows.into_iter().map(|row| line(row, counts_here)).collect();
    let table = view! {
        <div class="scroll" tabindex="0" role="group" aria-labelledby=id>
            <table class="coverage">
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    };
    Some(table.into_any())
}

/// One row.
fn line(row: CoverageRow<String>, counts_here: bool) -> AnyView {
    let lang = use_lang();
    let tone = match row.coming {
        Coming::Missing | Coming::Old => Some(Tone::Warning),
        Coming::Fresh => Some(Tone::Fine),
        Coming::Own => None,
    };
    let none = || NONE.to_owned();
    let last = row.last_ms.map_or_else(none, |last| lang.date(web::local(last).date()));
    let files = (row.files > 0).then(|| span("soft", lang.files(row.files)));
    let sent = row.sent.map_or_else(none, |sent| lang.number(sent as usize));
    let cell = |inner: Vec<AnyView>| view! { <td>{inner}</td> }.into_any();
    let here = counts_here.then(|| cell(vec![text(lang.number(row.here))]));
    view! {
        <tr>
            <th scope="row">{span("name", row.who)} {tag(tone, lang.coming(row.coming))}</th>
            {cell([Some(span("", last)), files].into_iter().flatten().collect())}
            {cell(vec![text(sent)])}
            {here}
        </tr>
    }
    .into_any()
}

/// What stands for a number or a day there is none of.
const NONE: &str = "–";
