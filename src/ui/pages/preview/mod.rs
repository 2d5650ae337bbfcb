//! What files would change, before anything is taken in.

mod card;
mod files;
mod groups;

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::desk::{Looked, Outcome, Summary};
use crate::domain::Id;
use crate::exchange::{GroupPlan, Standing, Totals, receipt};
use crate::route::Route;
use crate::ui::pages::files::progress;
use crate::ui::parts::block::{a, button, div, live, p, span, text};
use crate::ui::state::{Intake, Intent, use_book, use_lang, use_texts};
use crate::ui::turn::in_turn;
use crate::web;

/// The groups that are not to be taken in: their households now and afterwards.
type Without = RwSignal<BTreeMap<Id, (Option<usize>, Option<usize>)>>;

#[component]
pub fn PreviewPage() -> impl IntoView {
    let (book, t) = (use_book(), use_texts());
    move || match book.intake.get() {
        // To put the page before away is enough for one turn.
        Intake::Looked(looked) => vec![in_turn(move || preview(&looked))],
        Intake::Looking(_) | Intake::Taking(..) => progress::progress(book),
        Intake::None | Intake::Locked(..) | Intake::Unopened(_) | Intake::NoTable(_) | Intake::Unanswered => {
            let to_files = a("button", &Route::Files, vec![text(t.place_files)]);
            vec![div("box", vec![p("", t.preview_missing), to_files])]
        }
    }
}

/// The files, what they would do, and what can be done with them, each in a turn of its own.
fn preview(looked: &Arc<Looked>) -> Vec<AnyView> {
    let (book, t) = (use_book(), use_texts());
    let mut parts = files::files(looked);
    let leave = move || {
        web::go(&Route::Files.to_string());
        book.stop_intake();
    };
    let cancel = move || button("plain", t.cancel, leave);
    let Some(summary) = looked.plan else {
        parts.push(div("thumb stacked", vec![div("actions", vec![cancel()])]));
        return parts;
    };
    let without: Without = RwSignal::new(BTreeMap::new());
    let thumb = move |looked: &Looked| {
        let is_empty = summary.is_empty();
        let in_conflict = summary.count(Standing::Conflict) > 0;
        let button = if is_empty { is_news(looked).then(note_button) } else { Some(take_button(in_conflict, without)) };
        let actions = [Some(cancel()), button].into_iter().flatten().collect();
        vec![div("thumb stacked", vec![outcome(summary, without, !is_empty), div("actions", actions)])]
    };
    let looked = looked.clone();
    parts.push(in_turn(move || {
        let nothing_new = summary.is_empty().then(|| p("box fine", t.preview_nothing_new));
        let looked = looked.clone();
        let thumb = in_turn(move || thumb(&looked));
        nothing_new.into_iter().chain(groups::groups(&summary, without)).chain([thumb]).collect()
    }));
    parts
}

/// Whether it is not yet on record that these files came: that nothing has changed since is worth knowing, too.
fn is_news(looked: &Looked) -> bool {
    let book = use_book();
    let is_new = |header| {
        let receipt = receipt(header);
        receipt.is_some_and(|it| book.registry.with_untracked(|registry| registry.record(it.id()).is_none()))
    };
    looked.files.iter().any(|file| matches!(&file.outcome, Outcome::Good(header) if is_new(header)))
}

fn note_button() -> AnyView {
    let (book, t) = (use_book(), use_texts());
    button("plain", t.preview_note_received, move || book.dispatch(Intent::TakeIn { without: Vec::new() }))
}

/// Takes in all, or all that was not left out.
fn take_button(in_conflict: bool, without: Without) -> AnyView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let word = move || match without.with(BTreeMap::len) {
        0 if in_conflict => t.preview_take_in_conflicts.to_owned(),
        0 => t.preview_take_in.to_owned(),
        left => lang.take_in_but(left),
    };
    let take = move |_| {
        let without = without.with_untracked(|without| without.keys().copied().collect());
        book.dispatch(Intent::TakeIn { without });
    };
    view! { <button type="button" class="button solid" on:click=take>{word}</button> }.into_any()
}

/// The book before and after.
fn outcome(summary: Summary, without: Without, undoable: bool) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let totals = move || lang.before_and_after(summary.before, without.with(|without| after(summary.after, without)));
    live("status", "line", move || {
        let undo = undoable.then(|| span("soft", t.preview_undoable));
        [Some(span("", totals())), undo].into_iter().flatten().collect()
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
