//! Opening files: by the picker, by dropping, by pasting. What they are is decided by their content.

use leptos::prelude::*;

use super::{progress, unseal};
use crate::ui::parts::block::{button, details, live, p, span};
use crate::ui::parts::{Frame, field, note};
use crate::ui::state::{ImportClient, ImportState, Importing, Inbox, Intent, Unsealing, use_app, use_texts};
use crate::web::{self, IncomingFile};

/// `over` is whether something is held over the page, to be dropped.
pub fn open_panel(over: RwSignal<bool>) -> Vec<AnyView> {
    let (app, t) = (use_app(), use_texts());
    ImportClient::of(app).prepare();
    let intake = Importing::of(app).state;
    let pasted = RwSignal::new(String::new());
    let check = move || {
        // An empty field is checked, too: that it is empty is said.
        let text = pasted.get_untracked();
        let arrived = web::blob(&text, "text/plain").map(|blob| IncomingFile::new("", blob));
        app.dispatch(Intent::Inspect(arrived.into_iter().collect()));
    };
    let paste =
        note("paste".to_owned(), pasted.into(), Callback::new(move |text| pasted.set(text)), Callback::new(|()| {}));
    let is_at_work = Memo::new(move |_| matches!(intake.get(), ImportState::Looking(_) | ImportState::Taking(..)));
    let known = Inbox::of(app).shown;
    let is_locked = Memo::new(move |_| match intake.get() {
        ImportState::Locked(name, _) => Some(name),
        _ => None,
    });
    let unsealing = Signal::derive(move || match intake.get() {
        ImportState::Locked(_, standing) => standing,
        _ => Unsealing::Asking,
    });
    let ask = move || {
        is_locked.get().map(|name| {
            web::next_turn(|| web::focus(unseal::FIELD));
            let on_try = Callback::new(move |typed| app.dispatch(Intent::Unlock(typed)));
            unseal::unseal(name, unsealing, on_try, Callback::new(move |()| app.dispatch(Intent::LeaveLocked)))
        })
    };
    let refusal = move || known.with(|known| known.refusal.clone()).or_else(|| progress::refusal(&intake.get()));
    vec![
        drop_zone(over),
        p("soft", t.open_text),
        live("alert", "", move || refusal().map(|sentence| p("box error", sentence)).into_iter().collect()),
        ask.into_any(),
        (move || is_at_work.get().then(|| progress::progress(app))).into_any(),
        details(
            "",
            false,
            t.open_paste,
            vec![field(Frame::plain("paste", t.open_paste_label), paste), button("plain", t.open_paste_go, check)],
        ),
    ]
}

/// Where files are chosen, and where the page says that they may be dropped.
fn drop_zone(over: RwSignal<bool>) -> AnyView {
    let (app, t) = (use_app(), use_texts());
    // Where nothing is dragged nothing is said of it: by the pointer, in the style.
    let hint = move || span("soft dropping", if over.get() { t.open_drop_now } else { t.open_drop });
    view! {
        <div class=move || if over.get() { "drop door-act over" } else { "drop door-act" }>
            // No `accept`: on Android it greys out files that are right.
            <label class="button solid" for="open-file">{t.open_choose}</label>
            <input
                type="file"
                id="open-file"
                class="unseen"
                multiple
                on:change:target=move |event| {
                    let arrived = web::picked(event.target().files());
                    app.dispatch(Intent::Inspect(arrived));
                    // so that the same file can be chosen again
                    event.target().set_value("");
                }
            />
            {hint}
        </div>
    }
    .into_any()
}
