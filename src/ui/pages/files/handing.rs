//! Handing a file on: the share sheet, else a download, else the clipboard; each for whatever kind of file is ready.
//!
//! Deliberately absent: making the file, and who it is for. What was ready before the tap is handed over within it.

use leptos::prelude::*;

use crate::ui::parts::block::{b, button, div, live, p};
use crate::ui::state::outgoing::Prepared;
use crate::ui::state::{use_app, use_lang, use_texts};
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

/// What is handed on, and how.
pub struct Handing {
    /// The file.
    pub prepared: Prepared,
    /// Run when it has left: at once when the sheet says so, and not when that was closed. A download or a copied text lies on this
    /// very device still: whether it was sent then, the person is asked.
    pub on_sent: Callback<()>,
    /// Whether it leaves by the best way without another tap, where the browser still takes the last one for it.
    pub is_at_once: bool,
    /// The id of what has the focus when a button goes that had it.
    pub place: String,
}

/// What was done with the file that does not tell whether it was sent, and the name it has then.
type Asked = (&'static str, Option<String>);

/// The buttons.
pub fn handing(Handing { prepared, on_sent, is_at_once, place }: Handing) -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    // The browser's objects stay on this page; closures that are drawn have to be free of them.
    let shareable = StoredValue::new_local(Shareable::new(&prepared.name_txt, &prepared.text));
    let content = StoredValue::new_local(web::blob(&prepared.text, "application/json"));
    let is_trapped = web::is_on_home_screen();
    let shares = shareable.with_value(Option::is_some);
    // By the name that it has on the first way.
    let name = if shares || is_trapped { &prepared.name_txt } else { &prepared.name_json };
    let told = p("", lang.file_ready(name, prepared.text.len()));
    let prepared = StoredValue::new(prepared);
    let place = StoredValue::new(place);
    let is_refused = RwSignal::new(false);
    let asked = RwSignal::new(None::<Asked>);
    // Buttons are drawn anew or go by what is done with them.
    let keep_focus = move || {
        let place = place.try_get_value();
        web::next_turn(move || {
            if let Some(place) = place {
                web::focus_if_lost(&place);
            }
        });
    };

    let share = move || {
        let Some(outcome) = shareable.with_value(|shareable| shareable.as_ref().map(Shareable::share)) else { return };
        leptos::task::spawn_local(async move {
            match outcome.await {
                // The page may be gone by then.
                Sharing::Done => {
                    is_refused.try_set(false);
                    asked.try_set(None);
                    on_sent.try_run(());
                    app.say(t.shared);
                }
                Sharing::Cancelled => {}
                Sharing::Refused | Sharing::Absent => {
                    is_refused.try_set(true);
                }
            }
            keep_focus();
        });
    };
    let download = move || {
        let name = prepared.with_value(|prepared| prepared.name_json.clone());
        let is_offered =
            content.with_value(|content| content.as_ref().is_some_and(|content| web::download(&name, content)));
        if is_offered {
            asked.set(Some((t.downloaded, Some(name))));
        } else {
            app.say(t.download_failed);
        }
    };
    let copy = move || {
        let text = prepared.with_value(|prepared| prepared.text.clone());
        leptos::task::spawn_local(async move {
            let failed = if is_trapped { t.copy_failed_here } else { t.copy_failed };
            if web::copy(&text).await {
                let _ = asked.try_set(Some((t.copied, None)));
            } else {
                app.say(failed);
            }
        });
    };
    if is_at_once && shares && web::is_in_tap() {
        share();
    } else if is_at_once && !shares && !is_trapped {
        download();
    }
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
    let answer = move |is_sent: bool| {
        asked.set(None);
        if is_sent {
            on_sent.run(());
        }
        app.say(if is_sent { t.sent_noted } else { t.sent_not_yet });
        keep_focus();
    };
    let question = move || {
        let ways = || {
            vec![button("solid", t.sent_yes, move || answer(true)), button("plain", t.sent_no, move || answer(false))]
        };
        let box_of = |(done, name): Asked| {
            let name = name.map(|name| p("address", name));
            let parts = [Some(p("", done)), name, Some(b(t.sent_question)), Some(p("soft", t.sent_question_text))];
            div("box", parts.into_iter().flatten().chain([div("actions", ways())]).collect())
        };
        asked.get().map(box_of).into_iter().collect()
    };
    let refusal = move || {
        let sentence = if is_trapped { t.share_refused_here } else { t.share_refused };
        is_refused.get().then(|| p("box error", sentence)).into_iter().collect()
    };
    let absence = (!shares).then(|| p("soft", if is_trapped { t.share_absent_here } else { t.share_absent }));
    // What is asked stands at the top of what was done at once.
    let (question, asked_first) = (live("status", "", question), is_at_once);
    let mut parts = vec![told, live("alert", "", refusal), absence.into_any(), buttons.into_any()];
    parts.insert(if asked_first { 0 } else { parts.len() }, question);
    div("handing", parts)
}
