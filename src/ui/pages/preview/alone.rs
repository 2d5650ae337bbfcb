//! The records of the files that belong to nothing but themselves, such as events: what would become of each.

use leptos::prelude::*;

use super::card::line;
use crate::exchange::{AlonePlan, ImportStatus};
use crate::import_worker::PlanCounts;
use crate::ui::parts::block::{b, div, dl, h2};
use crate::ui::parts::{Paged, Tone, tag};
use crate::ui::state::{Importing, use_app, use_lang, use_texts};

const PAGE: usize = 30;

/// Nothing where the files bring none.
pub fn alone(summary: RwSignal<PlanCounts>) -> AnyView {
    let (importing, lang, t) = (Importing::of(use_app()), use_lang(), use_texts());
    let records = Paged::<(), AlonePlan>::new(move |_, from| importing.alone(from, PAGE));
    Effect::new(move |_| {
        // Another tick, another outcome.
        if summary.with(PlanCounts::brought_alone) > 0 {
            records.fetch(0);
        }
    });
    let list = move || {
        (summary.with(PlanCounts::brought_alone) > 0).then(|| {
            let mut parts = vec![h2("", t.preview_alone)];
            parts.extend(records.list(lang, t.preview_none_of_these, card));
            parts
        })
    };
    list.into_any()
}

fn card(plan: &AlonePlan) -> AnyView {
    let lang = use_lang();
    let tone = match plan.status {
        ImportStatus::New => Some(Tone::Fine),
        ImportStatus::Conflict | ImportStatus::Erased => Some(Tone::Warning),
        _ => None,
    };
    let name = lang.named_record(&plan.record);
    let mut parts = vec![div("line", vec![b(name), tag(tone, lang.status(plan.status))])];
    let lines: Vec<_> = plan.fields.iter().map(|change| line(change, None, lang)).collect();
    if !lines.is_empty() {
        parts.push(dl("changes", lines));
    }
    div(if plan.status == ImportStatus::Conflict { "card conflict" } else { "card" }, parts)
}
