//! Imports that a reload, a crash or a kill has cut: noted while they last, told at the next start, settled by the person or by the
//! same files.
//!
//! Whether the page that began one still lives is told by a lock of the browser. Comes with the second wasm; the first only says
//! the sentence above the page.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use super::importing::{Importing, Turn};
use super::points;
use crate::import_worker::{Inspection, Outcome, PlanCounts};
use crate::store::{Begun, Cause, Point, Space};
use crate::web;

/// An import that was cut.
#[derive(Clone, Debug, PartialEq)]
pub struct Cut {
    /// Of which book it was.
    pub space: Space,
    /// What was noted of it.
    pub begun: Begun,
    /// The restore point before it; none where nothing was in the book.
    pub point: Option<Point>,
}

/// Those of both books.
#[derive(Clone, Copy)]
struct Known(RwSignal<Vec<Cut>>);

/// Those of the book that is open.
pub fn cut(app: App) -> Vec<Cut> {
    let space = app.space();
    all(app).get().into_iter().filter(|cut| cut.space == space).collect()
}

fn all(app: App) -> RwSignal<Vec<Cut>> {
    let Known(all) = app.feature(|_| Known(RwSignal::new(Vec::new())));
    all
}

/// Notes that files are about to be taken in. A note that finds no room keeps nobody from taking them in.
pub(super) async fn begin(app: App, turn: Turn, inspection: &Inspection, asked_ms: u64) {
    let files = inspection.files.iter().filter_map(|file| match &file.outcome {
        Outcome::Good(header) => Some((header.id.clone(), file.name.clone())),
        _ => None,
    });
    let groups = inspection.plan.as_ref().map_or(0, PlanCounts::groups);
    let begun = Begun { asked_ms, at_ms: web::now_ms(), files: files.collect(), groups, is_over: false };
    web::hold(&lock(&begun)).await;
    if !Importing::of(app).goes_on(turn) {
        return;
    }
    app.session.update_value(|session| {
        let _ = session.store.note_begun(&begun);
        session.begun = Some(begun);
    });
}

/// Notes that they are in, or out again. What is in whole completes what was cut of the same files.
pub(super) fn end(app: App, is_in: bool) {
    let Some(begun) = app.session.try_update_value(|session| session.begun.take()).flatten() else { return };
    app.session.with_value(|session| {
        let _ = session.store.note_begun(&Begun { is_over: true, ..begun.clone() });
    });
    if is_in {
        let is_same = |one: &(String, String), other: &(String, String)| {
            one.0 == other.0 || (is_list(one) && is_list(other) && one.1 == other.1)
        };
        let is_in = |file: &(String, String)| begun.files.iter().any(|other| is_same(file, other));
        settle(app, |cut| cut.begun.files.iter().all(is_in));
    }
}

/// Settles what was begun after a point that was gone back to.
pub(super) fn gone_back(app: App, point: &Point) {
    settle(app, |cut| cut.begun.at_ms >= point.at_ms);
}

/// The person leaves it as it is.
pub(super) fn leave(app: App, at_ms: u64) {
    settle(app, |cut| cut.begun.at_ms == at_ms);
}

fn settle(app: App, is_settled: impl Fn(&Cut) -> bool) {
    let space = app.space();
    let goes = |cut: &Cut| cut.space == space && is_settled(cut);
    app.session.with_value(|session| {
        for cut in all(app).get_untracked().iter().filter(|cut| goes(cut)) {
            let _ = session.store.note_begun(&Begun { is_over: true, ..cut.begun.clone() });
        }
    });
    all(app).update(|known| known.retain(|cut| !goes(cut)));
    tell(app);
}

/// Looks for such notes in the book that is open, once the two copies of it are one.
pub(super) fn look(app: App) {
    let sitting = app.sitting();
    spawn_local(async move {
        let mut found = Vec::new();
        for begun in app.session.with_value(|session| session.store.begun()) {
            if begun.is_over {
                // One that stays is taken away at another start.
                let _ = app.session.with_value(|session| session.store.drop_begun(begun.at_ms));
            } else if !web::is_held(&lock(&begun)).await {
                found.push(begun);
            }
            if !app.sits(sitting) {
                return;
            }
        }
        let points = if found.is_empty() { Vec::new() } else { points::all(app).await.unwrap_or_default() };
        if !app.sits(sitting) {
            return;
        }
        let with_point = |begun: Begun| {
            let is_before =
                |point: &&Point| point.cause == Cause::Import && (begun.asked_ms..=begun.at_ms).contains(&point.at_ms);
            Cut { space: sitting.space(), point: points.iter().find(is_before).cloned(), begun }
        };
        // What was found before has its lock held by this very page.
        all(app).update(|known| known.extend(found.into_iter().map(with_point)));
        tell(app);
    });
}

/// Forgets what is known of a book that was emptied.
pub(super) fn forget(app: App, space: Space) {
    all(app).update(|known| known.retain(|cut| cut.space != space));
}

/// Says above the page what was cut last, in the language at hand.
pub(super) fn tell(app: App) {
    let last = untrack(|| cut(app)).pop();
    app.write.warning.set(last.map(|cut| app.lang().cut(&cut.begun, cut.point.is_some())));
}

/// A list of an office has another id each time it is made a file.
fn is_list((id, _): &(String, String)) -> bool {
    id.starts_with("list ")
}

fn lock(begun: &Begun) -> String {
    format!("begun/{}", begun.at_ms)
}
