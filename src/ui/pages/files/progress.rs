//! How far the work on files is, in counts, with a way to stop it; and why the only file was refused.

use leptos::prelude::*;

use crate::desk::{Outcome, Seen};
use crate::ui::parts::block::{button, div, live, p};
use crate::ui::state::{Book, Intake, use_lang, use_texts};

/// While files are looked at or taken in; else nothing.
pub fn progress(book: Book) -> Vec<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    let words = move || match book.intake.get() {
        Intake::Looking(None) => Some(t.intake_begins.to_owned()),
        Intake::Looking(Some(progress)) => Some(lang.checking(progress)),
        Intake::Taking(done, of) => Some(lang.taking(done, of)),
        Intake::None
        | Intake::Locked(..)
        | Intake::Unopened(_)
        | Intake::NoTable(_)
        | Intake::Looked(_)
        | Intake::Unanswered => None,
    };
    let share = move || match book.intake.get() {
        Intake::Looking(Some(progress)) => (progress.done, progress.of),
        Intake::Taking(done, of) => (done, of),
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
            button("plain", t.intake_stop, move || book.stop_intake()),
        ],
    )]
}

/// Why nothing came of the only file, in one sentence; nothing where something did, or of several, which the preview names.
pub fn refusal(intake: &Intake) -> Option<String> {
    let (lang, t) = (use_lang(), use_texts());
    match intake {
        Intake::Unanswered => Some(t.intake_unanswered.to_owned()),
        Intake::Looked(looked) => match looked.files.as_slice() {
            [Seen { outcome: Outcome::Refused(error), .. }] => Some(lang.read_error(error)),
            _ => None,
        },
        Intake::Unopened(error) => Some(lang.seal_error(*error)),
        Intake::NoTable(error) => Some(lang.table_error(*error)),
        Intake::None | Intake::Locked(..) | Intake::Looking(_) | Intake::Taking(..) => None,
    }
}
