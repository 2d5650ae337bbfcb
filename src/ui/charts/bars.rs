//! Bars, a point each, one below the other: the value filled, what it is compared with an outline, on one scale from zero. What goes
//! beyond the outline is lighter. Points of which there is nothing are told in one line below.
//!
//! Each is a link to the groups that it counts. Deliberately absent: colours, which are the style sheet's.

use leptos::prelude::*;

use crate::i18n::Lang;
use crate::route::Route;
use crate::stats::{Point, Scale, Series, Unit};
use crate::ui::parts::block::{b, details, div, p, span, text, ul};

/// The bars; `keys` is the id of what tells how to walk among them.
pub(super) fn bars(lang: Lang, series: &Series, keys: &str) -> AnyView {
    let (scale, unit) = (series.scale(), series.measure.unit());
    let mut keys = Some(keys.to_owned());
    let (empty, drawn): (Vec<&Point>, Vec<&Point>) = series.points.iter().partition(|point| point.amount.is_nothing());
    let bars = ul("bars", drawn.into_iter().map(|point| bar(lang, unit, scale, point, keys.take())).collect());
    let names: Vec<String> = empty.iter().map(|point| lang.chart_key(point.key)).collect();
    let folded = (!names.is_empty())
        .then(|| details("", false, lang.chart_nothing(series.by, names.len()), vec![p("soft", names.join(", "))]));
    [Some(bars), folded].into_iter().flatten().collect::<Vec<_>>().into_any()
}

/// The first bar has `keys`, and is where the key Tab leads.
fn bar(lang: Lang, unit: Unit, scale: Scale, point: &Point, keys: Option<String>) -> AnyView {
    let value = point.amount.value.unwrap_or_default();
    let within = point.amount.against.map_or(value, |against| value.min(against));
    let outline = point.amount.against.map(|against| rect("allocated", scale.length(0), scale.length(against)));
    let beyond = (value > within).then(|| rect("beyond", scale.length(within), scale.length(value - within)));
    view! {
        <a
            href=point.behind.map(|filter| Route::Groups(filter).to_string())
            tabindex=if keys.is_some() { "0" } else { "-1" }
            aria-describedby=keys
        >
            {span("name", lang.chart_key(point.key))}
            <span class="value">
                {b(lang.chart_number(unit, value))} " " {text(lang.chart_against(unit, point.amount.against))}
            </span>
            <svg class="track" width="100%" height="16" aria-hidden="true">
                {rect("registered", scale.length(0), scale.length(within))}
                {beyond}
                {outline}
            </svg>
        </a>
    }
    .into_any()
}

/// A bar of what was published: it is counted here by nobody, and leads nowhere.
pub fn published_bar(name: String, value: String, beside: String, width: String) -> AnyView {
    let track = view! {
        <svg class="track" width="100%" height="16" aria-hidden="true">
            {rect("registered", "0%".to_owned(), width)}
        </svg>
    };
    div("bar-of", vec![span("name", name), b(value), span("value", beside), track.into_any()])
}

fn rect(class: &'static str, from: String, width: String) -> AnyView {
    view! { <rect class=class x=from y="1" width=width height="14" /> }.into_any()
}
