//! How far the work on files is, in counts, with a way to stop it; and why the only file was refused.

use leptos::prelude::*;

use crate::import_worker::{InspectedFile, Outcome};
use crate::ui::parts::block::{button, div, live, p};
use crate::ui::state::{App, ImportState, Importing, Intent, use_lang, use_texts};

/// While files are looked at or taken in; else nothing.
pub fn progress(app: App) -> Vec<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    let intake = Importing::of(app).state;
    let words = move || match intake.get() {
        ImportState::Looking(None) => Some(t.intake_begins.to_owned()),
        ImportState::Looking(Some(progress)) => Some(lang.checking(progress)),
        ImportState::Taking(done, of) => Some(lang.taking(done, of)),
        ImportState::None
        | ImportState::Locked(..)
        | ImportState::Unopened(_)
        | ImportState::NoTable(_)
        | ImportState::Inspection(_)
        | ImportState::Unanswered => None,
    };
    let share = move || match intake.get() {
        ImportState::Looking(Some(progress)) => (progress.done, progress.of),
        ImportState::Taking(done, of) => (done, of),
        _ => (0, 1),
    };
    let bar = move || {
        let done = move || share().0;
        let of = move || share().1.max(1);
        view! { <progress prop:value=done prop:max=of aria-hidden="true"></progress> }.into_any()
    };
    vec![div(
        "box progress",
        vec![
            live("status", "", move || words().map(|words| p("", words)).into_iter().collect()),
            bar(),
            button("plain", t.intake_stop, move || app.dispatch(Intent::StopImport)),
        ],
    )]
}

/// Why nothing came of the only file, in one sentence; nothing where something did, or of several, which the preview names.
pub fn refusal(intake: &ImportState) -> Option<String> {
    let (lang, t) = (use_lang(), use_texts());
    match intake {
        ImportState::Unanswered => Some(t.intake_unanswered.to_owned()),
        ImportState::Inspection(inspection) => match inspection.files.as_slice() {
            [InspectedFile { outcome: Outcome::Refused(error), .. }] => Some(lang.read_error(error)),
            _ => None,
        },
        ImportState::Unopened(error) => Some(lang.seal_error(*error)),
        ImportState::NoTable(error) => Some(lang.table_error(*error)),
        ImportState::None | ImportState::Locked(..) | ImportState::Looking(_) | ImportState::Taking(..) => None,
    }
}
