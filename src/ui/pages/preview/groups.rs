//! The groups of the files, by how they stand. The desk has them; a page of them is fetched at a time.

use leptos::prelude::*;

use super::card::card;
use super::{Without, leave_out};
use crate::desk::Summary;
use crate::exchange::{GroupPlan, Standing};
use crate::ui::parts::Paged;
use crate::ui::parts::block::{div, live};
use crate::ui::state::{use_book, use_lang, use_texts};

const PAGE: usize = 30;

pub fn groups(summary: &Summary, without: Without) -> Vec<AnyView> {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let groups = Paged::new(move |standing, from| book.cards(standing, from, PAGE));
    groups.fetch(0);
    let chip = |standing: Standing| {
        let count = lang.number(summary.count(standing));
        groups.chip(standing, lang.standing(standing), move || count.clone())
    };
    let chips = Standing::ALL.into_iter().filter(|standing| summary.count(*standing) > 0).map(chip).collect();
    let list = move || groups.list(lang, t.preview_none_of_these, |group| one(group, without));
    vec![div("chips", chips), live("status", "found", list)]
}

/// A group, and whether it is to be taken in.
fn one(group: &GroupPlan, without: Without) -> AnyView {
    let t = use_texts();
    let mut parts = card(group);
    if group.standing.brings() {
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
    div(if group.standing == Standing::Conflict { "card conflict" } else { "card" }, parts)
}
