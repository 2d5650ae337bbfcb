//! The message at the foot of the screen, with what it offers. It goes by itself after a while.

use std::time::Duration;

use leptos::prelude::*;

use crate::ui::later;
use crate::ui::parts::block::{button, div, live, p};
use crate::ui::state::{Intent, Offer, use_book, use_first_texts};

/// How long a message stays: long enough to be read twice.
const STAYS: Duration = Duration::from_secs(6);

/// How long an offer stays; afterwards undoing is found under "Berkas".
const OFFER_STAYS: Duration = Duration::from_secs(30);

pub fn notices() -> AnyView {
    let (book, t) = (use_book(), use_first_texts());
    Effect::new(move || {
        let stays = book.notice.with(|notice| Some(notice.as_ref()?.offer.as_ref().map_or(STAYS, |_| OFFER_STAYS)));
        let timer = stays.and_then(|stays| set_timeout_with_handle(move || book.notice.set(None), stays).ok());
        on_cleanup(move || {
            if let Some(timer) = timer {
                timer.clear();
            }
        });
    });
    live("status", "notices", move || {
        let Some(notice) = book.notice.get() else { return Vec::new() };
        let offer = notice.offer.map(|offer| {
            let undo = move || match &offer {
                Offer::TakeBack(file) => Intent::TakeBack { file: file.clone() },
                Offer::TakeBackChoice => Intent::TakeBackChoice,
            };
            button("link", t.undo, move || later::dispatch(book, undo()))
        });
        let close = button("link", t.close, move || book.notice.set(None));
        vec![div("notice", [Some(p("", notice.text)), offer, Some(close)].into_iter().flatten().collect())]
    })
}
