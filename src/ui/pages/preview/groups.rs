//! The groups of the files, by how they stand. The import worker has them; a page of them is fetched at a time.

use leptos::prelude::*;

use super::card::card;
use super::{Without, count_anew, leave_out};
use crate::exchange::{GroupPlan, ImportStatus};
use crate::import_worker::PlanCounts;
use crate::ui::parts::Paged;
use crate::ui::parts::block::{div, live};
use crate::ui::state::{Importing, use_app, use_lang, use_texts};

const PAGE: usize = 30;

pub fn groups(summary: RwSignal<PlanCounts>, without: Without) -> Vec<AnyView> {
    let (importing, lang, t) = (Importing::of(use_app()), use_lang(), use_texts());
    let groups = Paged::new(move |status, from| importing.cards(status, from, PAGE));
    Effect::new(move |_| {
        // Another tick, another outcome.
        summary.track();
        groups.fetch(0);
    });
    let chips = move || {
        let summary = summary.get();
        let chip = |status: ImportStatus| {
            let count = lang.number(summary.count(status));
            groups.chip(status, lang.status(status), move || count.clone())
        };
        div("chips", ImportStatus::ALL.into_iter().filter(|status| summary.count(*status) > 0).map(chip).collect())
    };
    let is_any = move || summary.with(|summary| summary.groups() > 0);
    let list = move || {
        let here = || groups.list(lang, t.preview_none_of_these, |group| one(group, without));
        if is_any() { here() } else { Vec::new() }
    };
    vec![chips.into_any(), live("status", "found", list)]
}

/// A group, and whether it is to be taken in.
fn one(group: &GroupPlan, without: Without) -> AnyView {
    let t = use_texts();
    let mut parts = card(group);
    if group.status.brings() {
        count_anew(without, group);
        let (id, plan) = (group.id, group.clone());
        let is_in = move || !without.with(|without| without.contains_key(&id));
        parts.push(
            view! {
                <div class="segments">
                    <label class="segment">
                        <input
                            type="checkbox"
                            prop:checked=is_in
                            on:change:target=move |event| leave_out(without, &plan, !event.target().checked())
                        />
                        <span>{t.preview_choose}</span>
                    </label>
                </div>
            }
            .into_any(),
        );
    }
    div(if group.status == ImportStatus::Conflict { "card conflict" } else { "card" }, parts)
}
