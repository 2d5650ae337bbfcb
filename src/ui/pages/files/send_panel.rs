<<<<<<< HEAD
//! Making a file and handing it on: share, else download, else copy. One that is locked is made ready first, since that takes
//! seconds.

use std::sync::Arc;
=======
//! Making a file with what is in the book, to be handed on.
>>>>>>> 93190e4b545eee4f51fd0c2e4add43113b02db15

use leptos::prelude::*;

use super::seal_choice::{Chosen, SealChoice, seal_choice};
use crate::domain::Id;
use crate::exchange::{Kind, SealError, Totals, file_name};
use crate::history::Stamp;
use crate::registry::Registry;
use crate::ui::outgoing;
use crate::ui::parts::block::{button, div, live, p};
use crate::ui::parts::{Frame, Keyboard, Line, field, line};
use crate::ui::state::{Book, Intent, use_book, use_lang, use_texts};
use crate::web;

use super::handing::{Prepared, handing};

/// Offers a file of the whole book, or of one group.
pub fn send_panel(group: Option<Id>) -> AnyView {
    let t = use_texts();
    let book = use_book();
    // Outside of what is drawn anew with the book: the words may have been told by telephone already.
    let choice = if group.is_some() { SealChoice::open() } else { SealChoice::locked() };
    let panel = move || {
        let contents = book.registry.with(|registry| {
            Totals::of(registry.dossiers().filter(|dossier| group.is_none_or(|group| dossier.id == group)))
        });
        if contents.groups == 0 { vec![p("soft", t.send_nothing)] } else { panel(group, contents, choice) }
    };
    panel.into_any()
}

/// A file that was locked, and with what: as long as this is what is chosen, it may go.
#[derive(Clone)]
struct Prepared {
    passphrase: String,
    parcel: Parcel,
}

/// A text that is to leave, and the stamp up to which it holds everything.
#[derive(Clone)]
struct Parcel {
    at: Stamp,
    text: Arc<str>,
}

fn panel(group: Option<Id>, contents: Totals, choice: SealChoice) -> Vec<AnyView> {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let name = RwSignal::new(book.settings.with_untracked(|settings| settings.name.clone()));
<<<<<<< HEAD
    let prepared = RwSignal::new(None::<Prepared>);
    let preparing = RwSignal::new(false);
    let failure = RwSignal::new(None::<SealError>);
    let open_parcel = move || Parcel { at: book.stamp(), text: outgoing::text(book, group).into() };
    // What may leave now: made within the tap, or before it, since browsers allow sharing only straight from a tap.
    let parcel = move || match choice.chosen() {
        Chosen::Open => Some(open_parcel()),
        Chosen::Locked(passphrase) => {
            prepared.get().filter(|prepared| prepared.passphrase == passphrase).map(|prepared| prepared.parcel)
        }
        Chosen::Weak => None,
    };
    let is_ready = Memo::new(move |_| match choice.chosen() {
        Chosen::Open => true,
        Chosen::Locked(passphrase) => {
            prepared.with(|prepared| prepared.as_ref().is_some_and(|prepared| prepared.passphrase == passphrase))
        }
        Chosen::Weak => false,
    });
    let prepare = move || {
        let Chosen::Locked(passphrase) = untrack(|| choice.chosen()) else { return };
        if preparing.get_untracked() {
            return;
        }
        failure.set(None);
        preparing.set(true);
        leptos::task::spawn_local(async move {
            let Parcel { at, text } = open_parcel();
            let sealed = web::seal(&text, &passphrase).await;
            // The page may be gone by now.
            preparing.try_set(false);
            match sealed {
                Ok(text) => {
                    prepared.try_set(Some(Prepared { passphrase, parcel: Parcel { at, text: text.into() } }));
                }
                Err(error) => {
                    failure.try_set(Some(error));
                }
            }
        });
    };
    let sent = move |at: Stamp| {
        if group.is_none() {
            book.dispatch(Intent::Sent { at });
        }
    };
    let share = move || {
        let Some(Parcel { at, text }) = untrack(parcel) else { return };
        let file = named(book, group, "txt");
        leptos::task::spawn_local(async move {
            match web::share(&file, &text).await {
                Sharing::Done => {
                    sent(at);
                    book.say(t.shared);
                }
                Sharing::Cancelled => {}
                Sharing::Unable => book.say(t.share_failed),
            }
        });
    };
    let download = move || {
        let Some(Parcel { at, text }) = untrack(parcel) else { return };
        if web::download(&named(book, group, "json"), &text) {
            sent(at);
            book.say(t.downloaded);
        }
    };
    let copy = move || {
        let Some(Parcel { text, .. }) = untrack(parcel) else { return };
        leptos::task::spawn_local(async move {
            // On the clipboard is not yet sent.
            book.say(if web::copy(&text).await { t.copied } else { t.copy_failed });
        });
=======
    // Made by a tap of its own, so that the next tap hands over what is there already.
    let prepared = RwSignal::new(None::<Ready>);
    let prepare = move || prepared.set(Some(Ready { at: book.stamp(), file: make(book, group) }));
    let ready = move || {
        let Some(Ready { at, file }) = prepared.get() else {
            return vec![div("actions", vec![button("solid", t.send_prepare, prepare)])];
        };
        let on_sent = Callback::new(move |()| {
            if group.is_none() {
                book.dispatch(Intent::Sent { at });
            }
        });
        vec![p("", lang.file_ready(&file.name_txt, file.text.len())), handing(file, on_sent)]
>>>>>>> 93190e4b545eee4f51fd0c2e4add43113b02db15
    };
    let ways = move || {
        if !is_ready.get() {
            return div("actions", vec![button("solid", t.seal_prepare, prepare)]);
        }
        div(
            "actions",
            vec![
                button("solid", t.send_share, share),
                button("plain", t.send_download, download),
                button("plain", t.send_copy, copy),
            ],
        )
    };
    let standing = move || {
        let is_locked = choice.chosen() != Chosen::Open;
        match (preparing.get(), is_ready.get() && is_locked) {
            (true, _) => vec![p("", t.seal_preparing)],
            (false, true) => vec![p("box fine", t.seal_ready)],
            (false, false) => Vec::new(),
        }
    };
    let failed =
        move || failure.get().map(|error| p("box error", lang.seal_error(error))).into_iter().collect::<Vec<_>>();
    let id = if group.is_some() { "sender-group" } else { "sender" };
    let sender = line(Line {
        id: id.to_owned(),
        value: name.into(),
        on_input: Callback::new(move |text| {
            name.set(text);
            // The name stands in the file.
            prepared.set(None);
        }),
        on_leave: Callback::new(move |()| book.dispatch(Intent::CallMe(name.get_untracked().trim().to_owned()))),
        keyboard: Keyboard::Text,
        invalid: Signal::stored(false),
        required: false,
    });
    vec![
        p("", lang.send_contents(contents)),
        p("box warning", t.send_warning),
        field(Frame { help: Some(t.sender_help), ..Frame::plain(id, t.sender_name) }, sender),
<<<<<<< HEAD
        group.is_none().then(|| seal_choice("seal", choice)).into_any(),
        live("alert", "", failed),
        live("status", "", standing),
        ways.into_any(),
    ]
}

/// The name of the file.
fn named(book: Book, group: Option<Id>, extension: &str) -> String {
    let kind = if group.is_some() { Kind::Group } else { Kind::Full };
    let region = book.registry.with_untracked(|registry| region_of(registry, group));
    file_name(region, kind, web::today(), extension)
=======
        live("status", "", ready),
    ]
}

/// A file with all that was in the book at this stamp.
#[derive(Clone)]
struct Ready {
    at: Stamp,
    file: Prepared,
}

fn make(book: Book, group: Option<Id>) -> Prepared {
    let kind = if group.is_some() { Kind::Group } else { Kind::Full };
    let region = book.registry.with_untracked(|registry| region_of(registry, group));
    let name = |extension| file_name(region, kind, web::today(), extension);
    Prepared { name_txt: name("txt"), name_json: name("json"), text: outgoing::text(book, group) }
>>>>>>> 93190e4b545eee4f51fd0c2e4add43113b02db15
}

/// The city or kabupaten that all groups of the file lie in, when they lie in one.
fn region_of(registry: &Registry, group: Option<Id>) -> Option<crate::domain::RegionCode> {
    let dossiers = registry.dossiers().filter(|dossier| group.is_none_or(|group| dossier.id == group));
    let mut regions = dossiers.map(|dossier| dossier.group.value.region.and_then(crate::domain::RegionCode::kabkota));
    let first = regions.next()??;
    regions.all(|other| other == Some(first)).then_some(first)
}
