//! The message at the foot of the screen, with what it offers. It goes by itself after a while.

use std::time::Duration;

use leptos::prelude::*;

use crate::ui::lazy;
use crate::ui::parts::block::{a, button, div, live, p, text};
use crate::ui::state::{Intent, Offer, use_app, use_first_texts};

/// How long a message stays: long enough to be read twice.
const STAYS: Duration = Duration::from_secs(6);

/// How long the last act can be taken back from here: long enough to see a slip, and gone before it is in the way.
const UNDO_STAYS: Duration = Duration::from_secs(12);

/// How long an offer stays; afterwards undoing is found under "Berkas".
const OFFER_STAYS: Duration = Duration::from_secs(30);

/// A sentence of more bytes finds no room beside its buttons on a phone.
const LONG: usize = 60;

pub fn notices() -> AnyView {
    let (app, t) = (use_app(), use_first_texts());
    Effect::new(move || {
        // A form waits anyway; what can be undone can be undone for a while.
        let stays = app.notice.with(|notice| {
            let offer = notice.as_ref()?.offer.as_ref();
            Some(match offer {
                None | Some(Offer::GoOn(_)) => STAYS,
                Some(Offer::UndoLast) => UNDO_STAYS,
                Some(Offer::TakeBack(_)) => OFFER_STAYS,
            })
        });
        let timer = stays.and_then(|stays| set_timeout_with_handle(move || app.close_notice(), stays).ok());
        on_cleanup(move || {
            if let Some(timer) = timer {
                timer.clear();
            }
        });
    });
    live("status", "notices", move || {
        let Some(notice) = app.notice.get() else { return Vec::new() };
        let offer = notice.offer.map(|offer| {
            let undo = move |intent: Intent| button("link", t.undo, move || lazy::dispatch(app, intent.clone()));
            match offer {
                Offer::TakeBack(file) => undo(Intent::UndoImport { file }),
                Offer::UndoLast => undo(Intent::UndoLast),
                Offer::GoOn(form) => a("link", &form, vec![text(t.form_go_on)]),
            }
        });
        let close = button("link", t.close, move || app.close_notice());
        // A long sentence has lines of its own, above its buttons.
        let class = if notice.text.len() > LONG { "notice long" } else { "notice" };
        vec![div(class, [Some(p("", notice.text)), offer, Some(close)].into_iter().flatten().collect())]
    })
}
