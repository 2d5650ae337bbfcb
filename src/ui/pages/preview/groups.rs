//! The groups of the files, by how they stand. The desk has them; a page of them is fetched at a time.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::card::card;
use super::{Without, leave_out};
use crate::desk::Summary;
use crate::exchange::{GroupPlan, Standing};
use crate::ui::parts::block::{b, button, div, live, p, ul};
use crate::ui::state::{use_book, use_lang, use_texts};

const PAGE: usize = 30;

pub fn groups(summary: &Summary, without: Without) -> Vec<AnyView> {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let chosen = RwSignal::new(None::<Standing>);
    let cards = RwSignal::new(Vec::<GroupPlan>::new());
    let of = RwSignal::new(summary.groups());
    let fetch = move |from: usize| {
        let standing = chosen.get_untracked();
        spawn_local(async move {
            let (more, all) = book.cards(standing, from, PAGE).await;
            // Another choice may have been made meanwhile.
            if chosen.try_get_untracked() == Some(standing) {
                of.set(all);
                cards.update(|cards| {
                    cards.truncate(from);
                    cards.extend(more);
                });
            }
        });
    };
    fetch(0);
    let chip = |standing: Standing| {
        let pressed = move || if chosen.get() == Some(standing) { "true" } else { "false" };
        let choose = move |_| {
            chosen.update(|chosen| *chosen = if *chosen == Some(standing) { None } else { Some(standing) });
            fetch(0);
        };
        let count = lang.number(summary.count(standing));
        view! {
            <button type="button" class="chip" aria-pressed=pressed on:click=choose>
                {lang.standing(standing)} " " {b(count)}
            </button>
        }
        .into_any()
    };
    let chips = Standing::ALL.into_iter().filter(|standing| summary.count(*standing) > 0).map(chip).collect();
    let list = move || {
        let mut parts = vec![ul("cards", cards.with(|cards| cards.iter().map(|group| one(group, without)).collect()))];
        let (shown, all) = (cards.with(Vec::len), of.get());
        if all == 0 {
            parts.push(p("soft", t.preview_none_of_these));
        }
        if shown < all && shown > 0 {
            parts.push(button("plain wide", lang.and_more(all - shown), move || fetch(shown)));
        }
        parts
    };
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
