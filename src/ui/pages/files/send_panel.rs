//! Making a file with what is in the book, to be handed on.

use leptos::prelude::*;

use crate::domain::Id;
use crate::exchange::{Kind, Totals, file_name};
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
    let panel = move || {
        let contents = book.registry.with(|registry| {
            Totals::of(registry.dossiers().filter(|dossier| group.is_none_or(|group| dossier.id == group)))
        });
        if contents.groups == 0 { vec![p("soft", t.send_nothing)] } else { panel(group, contents) }
    };
    panel.into_any()
}

fn panel(group: Option<Id>, contents: Totals) -> Vec<AnyView> {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let name = RwSignal::new(book.settings.with_untracked(|settings| settings.name.clone()));
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
    };
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
}

/// The city or kabupaten that all groups of the file lie in, when they lie in one.
fn region_of(registry: &Registry, group: Option<Id>) -> Option<crate::domain::RegionCode> {
    let dossiers = registry.dossiers().filter(|dossier| group.is_none_or(|group| dossier.id == group));
    let mut regions = dossiers.map(|dossier| dossier.group.value.region.and_then(crate::domain::RegionCode::kabkota));
    let first = regions.next()??;
    regions.all(|other| other == Some(first)).then_some(first)
}
