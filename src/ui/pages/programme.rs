//! The published figures of the programme, each with its source: for whoever came to read and not to enter.

use leptos::prelude::*;

use crate::domain::{FIVE_YEARS, RegionCode, published_allocations};
use crate::figures::of_trend;
use crate::kinds::KindId;
use crate::route::Route;
use crate::stats::{Poor, Question, Scope};
use crate::ui::charts::drawn;
use crate::ui::parts::block::{a, h2, p, text};
use crate::ui::state::{use_app, use_lang, use_texts};

use super::charts::{across, told_of};

pub fn programme_page() -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let across = across();
    let head = |word: &'static str| view! { <th scope="col">{word}</th> }.into_any();
    let heads = Vec::from([t.chart_region, t.unit_groups, t.unit_households].map(head));
    let row = |name: String, counts: [u32; 2]| {
        let cell = |count: u32| view! { <td>{lang.number(count as usize)}</td> }.into_any();
        view! { <tr><th scope="row">{name}</th>{Vec::from(counts.map(cell))}</tr> }.into_any()
    };
    let all = published_allocations();
    let city = |region: RegionCode| lang.city(Some(region));
    let rows: Vec<AnyView> = all.iter().map(|one| row(city(one.region), [one.groups, one.households])).collect();
    let total = all.iter().fold([0, 0], |[groups, households], one| [groups + one.groups, households + one.households]);
    vec![
        told_of(use_app()),
        p("", t.empty_kube),
        h2("allocated", t.programme_allocated),
        view! {
            <div class="scroll" tabindex="0" role="group" aria-labelledby="allocated">
                <table>
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                    <tfoot>{row(t.chart_total.to_owned(), total)}</tfoot>
                </table>
            </div>
        }
        .into_any(),
        p("note", t.chart_source),
        h2("", t.programme_five_years),
        p("", lang.five_years(FIVE_YEARS)),
        p("note", t.programme_five_years_source),
        poor("chart-poor", Question::Poor, &[Poor::Kaltim, Poor::Indonesia], across),
        poor("chart-places", Question::PoorByPlace, &[Poor::Urban, Poor::Rural], across),
        h2("", t.events_published),
        a("go", &Route::All(KindId::Event), vec![text(t.programme_events)]),
        h2("", t.programme_rules),
        p("", t.about_source_rules),
    ]
    .into_any()
}

/// How many are poor, and the way to the chart by itself.
fn poor(id: &'static str, question: Question, whose: &[Poor], across: Signal<i32>) -> AnyView {
    let lang = use_lang();
    let take = a("go", &Route::charts(question.code(), None, Scope::All), vec![text(lang.texts().chart_take)]);
    vec![drawn(lang, &of_trend(lang, whose), id, across), take].into_any()
}
