//! Opening files: by the picker, by dropping, by pasting. What they are is decided by their content.

use leptos::prelude::*;

use super::progress;
use crate::desk::Outcome;
use crate::ui::parts::block::{button, details, live, p, span};
use crate::ui::parts::{Frame, field, note};
use crate::ui::state::{Intake, desk, use_book, use_lang, use_texts};
use crate::web::Arrived;

pub fn open_panel() -> Vec<AnyView> {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    desk::prepare();
    let pasted = RwSignal::new(String::new());
    let check = move || book.look_at(Arrived::text(&pasted.get_untracked()).into_iter().collect());
    let paste =
        note("paste".to_owned(), pasted.into(), Callback::new(move |text| pasted.set(text)), Callback::new(|()| {}));
    let is_at_work = Memo::new(move |_| matches!(book.intake.get(), Intake::Looking(_) | Intake::Taking(..)));
    let refusal = move || match book.intake.get() {
        Intake::Unanswered => Some(t.intake_unanswered.to_owned()),
        Intake::Looked(looked) => match looked.files.as_slice() {
            [only] if looked.plan.is_none() => match &only.outcome {
                Outcome::Refused(error) => Some(lang.read_error(error)),
                Outcome::Good(_) | Outcome::Left => None,
            },
            _ => None,
        },
        Intake::None | Intake::Looking(_) | Intake::Taking(..) => None,
    };
    vec![
        p("", t.open_text),
        drop_zone(Callback::new(move |arrived| book.look_at(arrived))),
        live("alert", "", move || refusal().map(|sentence| p("box error", sentence)).into_iter().collect()),
        (move || is_at_work.get().then(|| progress::progress(book))).into_any(),
        details(
            "",
            false,
            t.open_paste,
            vec![field(Frame::plain("paste", t.open_paste_label), paste), button("plain", t.open_paste_go, check)],
        ),
    ]
}

/// Where files are chosen or dropped.
fn drop_zone(take: Callback<Vec<Arrived>>) -> AnyView {
    let t = use_texts();
    let over = RwSignal::new(false);
    view! {
        <div
            class=move || if over.get() { "drop over" } else { "drop" }
            on:dragover=move |event| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=move |event| {
                event.prevent_default();
                over.set(false);
                take.run(Arrived::all(event.data_transfer().and_then(|data| data.files())));
            }
        >
            // No `accept`: on Android it greys out files that are right.
            <label class="button solid" for="open-file">{t.open_choose}</label>
            <input
                type="file"
                id="open-file"
                class="unseen"
                multiple
                on:change:target=move |event| {
                    take.run(Arrived::all(event.target().files()));
                    // so that the same file can be chosen again
                    event.target().set_value("");
                }
            />
            {span("soft", t.open_drop)}
        </div>
    }
    .into_any()
}
