//! What goes out to Excel: which area, masked or whole, as what.
//!
//! Whole personal data is asked for twice: by the choice, and in the dialog that says what is in the file. Such a download does
//! not count as sent, since nothing of it can be taken in again.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::domain::{FieldValue, RegionCode, region};
use crate::i18n::Label;
use crate::kinds::KindId;
use crate::lang::Text;
use crate::registry::Registry;
use crate::sheets::out::{ExportError, Extent, Form, Part, Wanted};
use crate::ui::parts::block::{button, details, div, live, p, section};
use crate::ui::parts::{Choice, Frame, Words, confirm, field, segments, select};
use crate::ui::sheets;
use crate::ui::state::{use_app, use_lang, use_texts};
use crate::web;

const MASKED: &str = "masked";
const WHOLE: &str = "whole";

pub fn sheets_panel() -> AnyView {
    let (app, t) = (use_app(), use_texts());
    // What is chosen stays while the book changes.
    let is_empty = Memo::new(move |_| app.registry.with(Registry::is_empty));
    let contents = move || if is_empty.get() { vec![p("soft", t.send_nothing)] } else { panel() };
    section("sheets", t.sheets_title, vec![contents.into_any()])
}

fn panel() -> Vec<AnyView> {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let area = RwSignal::new(String::new());
    let persons = RwSignal::new(MASKED.to_owned());
    let making = RwSignal::new(false);
    let failure = RwSignal::new(None::<&'static str>);
    let is_whole = Memo::new(move |_| persons.with(|persons| persons == WHOLE));

    let download = move |form: Form| {
        // The dialog may outlive the panel that opened it.
        let Some(extent) = area.try_with_untracked(|area| extent(area)) else { return };
        let wanted = Wanted { lang, extent, whole: is_whole.get_untracked(), form };
        failure.set(None);
        making.set(true);
        leptos::task::spawn_local(async move {
            match sheets::make(app, wanted).await {
                Ok(made) if web::download_bytes(&made.name, &made.bytes, &made.mime) => app.say(t.downloaded),
                Err(ExportError::Nothing) => drop(failure.try_set(Some(t.sheets_nothing))),
                Ok(_) | Err(ExportError::Failed(_)) => drop(failure.try_set(Some(t.sheets_failed))),
            }
            // The page may be gone by now.
            making.try_set(false);
        });
    };
    let asked = move |class: &'static str, word: String, form: Form| {
        if is_whole.get() && form != Form::Csv(Part::Totals) {
            let words = Words { open: word, explain: t.sheets_whole_text, confirm: t.sheets_sure_yes, cancel: t.close };
            confirm(words, || t.sheets_sure.to_owned(), move || download(form))
        } else {
            button(class, word, move || download(form))
        }
    };
    let workbook = move || asked("plain", t.sheets_xlsx.to_owned(), Form::Xlsx);
    let texts = move || {
        let of_part = |part: Part| asked("plain", lang.csv_of(name_of(part).label(lang)), Form::Csv(part));
        div("actions", Part::all().map(of_part).collect())
    };
    let masked = move || (!is_whole.get()).then(|| p("soft", t.sheets_masked_text));
    // What is chosen behind the line is said before it where it matters.
    let whole = move || is_whole.get().then(|| p("box warning", t.sheets_whole_text)).into_iter().collect();

    let areas = app.registry.with_untracked(areas);
    let area_control =
        select("sheets-area".to_owned(), area.into(), areas, t.sheets_all, Callback::new(move |code| area.set(code)));
    let choices = vec![Choice::new(MASKED, t.sheets_masked), Choice::new(WHOLE, t.sheets_whole)];
    let persons_control =
        segments("sheets-persons", persons.into(), choices, Callback::new(move |choice| persons.set(choice)));
    let choices = vec![
        p("soft", t.sheets_text),
        field(Frame::plain("sheets-area", t.sheets_region), area_control),
        field(Frame { grouped: true, ..Frame::plain("sheets-persons", t.sheets_persons) }, persons_control),
        masked.into_any(),
        texts.into_any(),
    ];
    vec![
        div("door-act", vec![workbook.into_any()]),
        live("status", "", whole),
        details("", false, t.sheets_choices, choices),
        live("status", "", move || making.get().then(|| p("", t.sheets_making)).into_iter().collect()),
        live("alert", "", move || failure.get().map(|sentence| p("box error", sentence)).into_iter().collect()),
    ]
}

/// What a sheet is called.
fn name_of(part: Part) -> Text {
    match part {
        Part::Groups => KindId::Group.names().many,
        Part::Of(kind) => kind.names().many,
        Part::Totals => KindId::Recap.names().one,
    }
}

/// The kabupaten and kota that have groups in the book.
fn areas(registry: &Registry) -> Vec<Choice> {
    let place = |code: Option<RegionCode>| code.and_then(RegionCode::kabkota);
    let known: BTreeSet<_> = registry.dossiers().filter_map(|dossier| place(dossier.group.value.region)).collect();
    let places = region::kabupaten_kota().filter(|place| known.contains(&place.code));
    places.map(|place| Choice::new(place.code.to_string(), place.name)).collect()
}

fn extent(area: &str) -> Extent {
    RegionCode::parse(area).ok().and_then(region::find).map_or(Extent::Book, Extent::Region)
}
