//! Handing a file on: the share sheet, else a download, else the clipboard; each for whatever kind of file is ready.
//!
//! Deliberately absent: making the file, and who it is for. What was ready before the tap is handed over within it.

use leptos::prelude::*;

use crate::ui::outgoing::Prepared;
use crate::ui::parts::block::{button, div, live, p};
use crate::ui::state::{use_book, use_texts};
use crate::web::{self, Shareable, Sharing};

/// One way to hand it on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Share,
    Download,
    Copy,
}

/// The ways that are offered, the best first. `shares` is whether the browser can, `is_refused` whether it then did not, `is_trapped`
/// whether a download would lead out of the book without a way back.
fn ways(shares: bool, is_refused: bool, is_trapped: bool) -> Vec<Way> {
    let mut ways = Vec::new();
    if shares && !is_refused {
        ways.push(Way::Share);
    }
    if !is_trapped {
        ways.push(Way::Download);
    }
    ways.push(Way::Copy);
    if shares && is_refused {
        // What was refused once may be allowed at another attempt.
        ways.push(Way::Share);
    }
    ways
}

/// The buttons. `on_sent` is run when the file has really left: not when the sheet was closed, nor for the clipboard.
pub fn handing(prepared: Prepared, on_sent: Callback<()>) -> AnyView {
    let (book, t) = (use_book(), use_texts());
    // The browser's objects stay on this page; closures that are drawn have to be free of them.
    let shareable = StoredValue::new_local(Shareable::new(&prepared.name_txt, &prepared.text));
    let content = StoredValue::new_local(web::blob(&prepared.text, "application/json"));
    let prepared = StoredValue::new(prepared);
    let is_refused = RwSignal::new(false);
    let is_trapped = web::is_on_home_screen();
    let shares = shareable.with_value(Option::is_some);

    let share = move || {
        let Some(outcome) = shareable.with_value(|shareable| shareable.as_ref().map(Shareable::share)) else { return };
        leptos::task::spawn_local(async move {
            match outcome.await {
                Sharing::Done => {
                    is_refused.set(false);
                    on_sent.run(());
                    book.say(t.shared);
                }
                Sharing::Cancelled => {}
                Sharing::Refused | Sharing::Absent => is_refused.set(true),
            }
        });
    };
    let download = move || {
        let name = prepared.with_value(|prepared| prepared.name_json.clone());
        let is_offered =
            content.with_value(|content| content.as_ref().is_some_and(|content| web::download(&name, content)));
        if is_offered {
            on_sent.run(());
        }
        book.say(if is_offered { t.downloaded } else { t.download_failed });
    };
    let copy = move || {
        leptos::task::spawn_local(async move {
            let text = prepared.with_value(|prepared| prepared.text.clone());
            // On the clipboard is not yet sent.
            let failed = if is_trapped { t.copy_failed_here } else { t.copy_failed };
            book.say(if web::copy(&text).await { t.copied } else { failed });
        });
    };
    let buttons = move || {
        let ways = ways(shares, is_refused.get(), is_trapped);
        let class = |place: usize| if place == 0 { "solid" } else { "plain" };
        let drawn = ways.into_iter().enumerate().map(|(place, way)| match way {
            Way::Share => button(class(place), t.send_share, share),
            Way::Download => button(class(place), t.send_download, download),
            Way::Copy => button(class(place), t.send_copy, copy),
        });
        div("actions", drawn.collect())
    };
    let refusal = move || {
        let sentence = if is_trapped { t.share_refused_here } else { t.share_refused };
        is_refused.get().then(|| p("box error", sentence)).into_iter().collect()
    };
    let absence = (!shares).then(|| p("soft", if is_trapped { t.share_absent_here } else { t.share_absent }));
    div("handing", vec![live("alert", "", refusal), absence.into_any(), buttons.into_any()])
}
