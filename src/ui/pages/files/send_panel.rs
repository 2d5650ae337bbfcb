//! Making a file and handing it on: share, else download, else copy.

use leptos::prelude::*;

use crate::domain::Id;
use crate::exchange::{Kind, Totals, file_name};
use crate::history::Stamp;
use crate::registry::Registry;
use crate::ui::outgoing;
use crate::ui::parts::block::{button, div, p};
use crate::ui::parts::{Frame, Keyboard, Line, field, line};
use crate::ui::state::{Book, Intent, use_book, use_lang, use_texts};
use crate::web::{self, Sharing};

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
    let sent = move |at: Stamp| {
        if group.is_none() {
            book.dispatch(Intent::Sent { at });
        }
    };
    let share = move || {
        // Built and handed over within the tap: browsers allow sharing only then.
        let at = book.stamp();
        let (file, text) = make(book, group, "txt");
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
        let at = book.stamp();
        let (file, text) = make(book, group, "json");
        if web::download(&file, &text) {
            sent(at);
            book.say(t.downloaded);
        }
    };
    let copy = move || {
        let (_, text) = make(book, group, "txt");
        leptos::task::spawn_local(async move {
            // On the clipboard is not yet sent.
            book.say(if web::copy(&text).await { t.copied } else { t.copy_failed });
        });
    };
    let id = if group.is_some() { "sender-group" } else { "sender" };
    let sender = line(Line {
        id: id.to_owned(),
        value: name.into(),
        on_input: Callback::new(move |text| name.set(text)),
        on_leave: Callback::new(move |()| book.dispatch(Intent::CallMe(name.get_untracked().trim().to_owned()))),
        keyboard: Keyboard::Text,
        invalid: Signal::stored(false),
        required: false,
    });
    vec![
        p("", lang.send_contents(contents)),
        p("box warning", t.send_warning),
        field(Frame { help: Some(t.sender_help), ..Frame::plain(id, t.sender_name) }, sender),
        div(
            "actions",
            vec![
                button("solid", t.send_share, share),
                button("plain", t.send_download, download),
                button("plain", t.send_copy, copy),
            ],
        ),
    ]
}

/// The name and the text of the file.
fn make(book: Book, group: Option<Id>, extension: &str) -> (String, String) {
    let kind = if group.is_some() { Kind::Group } else { Kind::Full };
    let region = book.registry.with_untracked(|registry| region_of(registry, group));
    (file_name(region, kind, web::today(), extension), outgoing::text(book, group))
}

/// The city or kabupaten that all groups of the file lie in, when they lie in one.
fn region_of(registry: &Registry, group: Option<Id>) -> Option<crate::domain::RegionCode> {
    let dossiers = registry.dossiers().filter(|dossier| group.is_none_or(|group| dossier.id == group));
    let mut regions = dossiers.map(|dossier| dossier.group.value.region.and_then(crate::domain::RegionCode::kabkota));
    let first = regions.next()??;
    regions.all(|other| other == Some(first)).then_some(first)
}
