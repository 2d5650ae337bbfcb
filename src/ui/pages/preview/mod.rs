//! What files would change, before anything is taken in.

mod alone;
mod card;
mod files;
mod groups;
mod removals;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::Id;
use crate::exchange::{GroupPlan, Totals, receipt};
use crate::import_worker::{Inspection, Outcome, PlanCounts};
use crate::route::Route;
use crate::ui::pages::files::progress;
use crate::ui::parts::block::{a, button, div, live, p, span, text};
use crate::ui::state::{ImportState, Importing, Intent, use_app, use_lang, use_texts};
use crate::ui::turn::in_turn;
use crate::web;
use removals::Granted;

/// The groups that are not to be taken in: their households now and afterwards.
type Without = RwSignal<BTreeMap<Id, (Option<usize>, Option<usize>)>>;

#[component]
pub fn PreviewPage() -> impl IntoView {
    let (app, t) = (use_app(), use_texts());
    let intake = Importing::of(app).state;
    move || match intake.get() {
        // To put the page before away is enough for one turn.
        ImportState::Inspection(inspection) => vec![in_turn(move || preview(&inspection))],
        ImportState::Looking(_) | ImportState::Taking(..) => progress::progress(app),
        ImportState::None
        | ImportState::Locked(..)
        | ImportState::Unopened(_)
        | ImportState::NoTable(_)
        | ImportState::Unanswered => {
            let to_files = a("button", &Route::Files, vec![text(t.place_files)]);
            vec![div("box", vec![p("", t.preview_missing), to_files])]
        }
    }
}

/// The files, what they would do, and what can be done with them, each in a turn of its own.
fn preview(inspection: &Arc<Inspection>) -> Vec<AnyView> {
    let (app, t) = (use_app(), use_texts());
    let lang = use_lang();
    let mut parts = files::files(inspection);
    let said = inspection.remarks.iter().map(|remark| p("", lang.remark(remark))).collect::<Vec<_>>();
    parts.extend((!said.is_empty()).then(|| div("box warning", said)));
    let leave = move || {
        web::go(&Route::Files.to_string());
        app.dispatch(Intent::StopImport);
    };
    let cancel = move || button("plain", t.cancel, leave);
    let Some(summary) = inspection.plan else {
        parts.push(div("thumb stacked", vec![div("actions", vec![cancel()])]));
        return parts;
    };
    let without: Without = RwSignal::new(BTreeMap::new());
    let granted: Granted = RwSignal::new(inspection.granted.iter().cloned().collect());
    let is_empty = summary.is_empty() && inspection.removals() == 0;
    let summary = RwSignal::new(summary);
    let thumb = move |inspection: &Inspection| {
        let in_conflict = summary.with_untracked(PlanCounts::has_conflict);
        let button =
            if is_empty { is_news(inspection).then(note_button) } else { Some(take_button(in_conflict, without)) };
        let actions = [Some(cancel()), button].into_iter().flatten().collect();
        let of = inspection.removals();
        let stays = move || of - granted.with(BTreeSet::len);
        vec![div("thumb stacked", vec![outcome(summary, without, stays, !is_empty), div("actions", actions)])]
    };
    let inspection = inspection.clone();
    parts.push(in_turn(move || {
        let nothing_new = is_empty.then(|| p("box fine", t.preview_nothing_new));
        let asked = removals::removals(&inspection, granted, summary);
        let groups = groups::groups(summary, without);
        let inspection = inspection.clone();
        let thumb = in_turn(move || thumb(&inspection));
        let alone = alone::alone(summary);
        nothing_new.into_iter().chain(asked).chain(groups).chain([alone, thumb]).collect()
    }));
    parts
}

/// Whether it is not yet on record that these files came: that nothing has changed since is worth knowing, too.
fn is_news(inspection: &Inspection) -> bool {
    let app = use_app();
    let is_new = |header| {
        let receipt = receipt(header);
        receipt.is_some_and(|it| app.registry.with_untracked(|registry| registry.record(it.id()).is_none()))
    };
    inspection.files.iter().any(|file| matches!(&file.outcome, Outcome::Good(header) if is_new(header)))
}

fn note_button() -> AnyView {
    let (app, t) = (use_app(), use_texts());
    button("plain", t.preview_note_received, move || app.dispatch(Intent::Import { without: Vec::new() }))
}

/// Takes in all, or all that was not left out.
fn take_button(in_conflict: bool, without: Without) -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let word = move || match without.with(BTreeMap::len) {
        0 if in_conflict => t.preview_take_in_conflicts.to_owned(),
        0 => t.preview_take_in.to_owned(),
        left => lang.take_in_but(left),
    };
    let take = move |_| {
        let without = without.with_untracked(|without| without.keys().copied().collect());
        app.dispatch(Intent::Import { without });
    };
    view! { <button type="button" class="button solid" on:click=take>{word}</button> }.into_any()
}

/// The book before and after, and how much of what the files would take away stays.
fn outcome(
    summary: RwSignal<PlanCounts>,
    without: Without,
    stays: impl Fn() -> usize + Send + 'static,
    undoable: bool,
) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let totals = move || {
        let PlanCounts { before, after: all, .. } = summary.get();
        lang.before_and_after(before, without.with(|without| after(all, without)))
    };
    live("status", "line", move || {
        let stays = Some(stays()).filter(|stays| *stays > 0).map(|stays| span("", lang.stays(stays)));
        let undo = undoable.then(|| span("soft", t.preview_undoable));
        [Some(span("", totals())), stays, undo].into_iter().flatten().collect()
    })
}

/// The book afterwards, without some groups.
fn after(all: Totals, without: &BTreeMap<Id, (Option<usize>, Option<usize>)>) -> Totals {
    without.values().fold(all, |sum, (was, will)| Totals {
        groups: sum.groups + was.iter().count() - will.iter().count(),
        households: sum.households + was.unwrap_or(0) - will.unwrap_or(0),
    })
}

fn leave_out(without: Without, group: &GroupPlan, is_out: bool) {
    let (id, numbers) = (group.id, (group.was, group.will));
    without.update(|without| {
        if is_out {
            without.insert(id, numbers);
        } else {
            without.remove(&id);
        }
    });
}

/// What is ticked elsewhere may have changed what a group that is left out would come to.
fn count_anew(without: Without, group: &GroupPlan) {
    let numbers = (group.was, group.will);
    if without.with_untracked(|without| without.get(&group.id).is_some_and(|known| *known != numbers)) {
        without.update(|without| {
            without.insert(group.id, numbers);
        });
    }
}
