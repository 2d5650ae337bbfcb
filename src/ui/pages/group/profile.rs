//! A group's own values: what is filled in, under the headings of the form; what is not, in one line; deleting apart.

use leptos::prelude::*;

use crate::history::{Fold, Record};
use crate::i18n::{Label, Show};
use crate::kinds::{FieldRef, Flag, Group, KindId, ValueType};
use crate::lang::Text;
use crate::registry::Dossier;
use crate::route::Route;
use crate::ui::pages::erasing::{erase_words, erasing};
use crate::ui::parts::block::{a, div, dl, p, section, span, text};
use crate::ui::parts::masked;
use crate::ui::state::{Intent, use_app, use_lang, use_texts};

/// The ids of the headings: the basics, and each section of the form.
const CARDS: [&str; 4] = ["card-group", "card-place", "card-programme", "card-account"];

pub fn profile(dossier: &Dossier) -> Vec<AnyView> {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let id = dossier.id;
    let edit = |word| a("button", &Route::EditGroup(id), vec![text(word)]);
    let mut parts = vec![div("actions", vec![edit(t.edit_profile)])];
    parts.extend(app.with_record(id, |record| {
        let fold = record.map(Record::fold).unwrap_or_default();
        cards(&fold).into_iter().chain(gaps(&fold)).collect::<Vec<_>>()
    }));
    let name = lang.group_name(Some(&dossier.group.value));
    let question = lang.erase_question(&name);
    let erase = move |points| app.dispatch(Intent::EraseGroup { id, points });
    let erase = erasing(erase_words(KindId::Group), move || question.clone(), erase);
    parts.push(div("actions rare", vec![erase]));
    parts
}

fn cards(fold: &Fold) -> Vec<AnyView> {
    let (lang, row) = (use_lang(), KindId::Group.row());
    let pair = |field: &FieldRef| Some((field.label(lang).to_owned(), shown(*field, fold)?));
    let card = |(id, (heading, fields)): (&'static str, (&'static str, &[FieldRef]))| {
        let pairs: Vec<_> = fields.iter().filter_map(pair).collect();
        (!pairs.is_empty()).then(|| section(id, heading, vec![dl("values", pairs)]))
    };
    let headings = KindId::Group.words().sections.iter().map(|heading: &Text| heading.label(lang));
    let rest = headings.zip(row.sections.iter().copied());
    let first = [(KindId::Group.names().one.label(lang), row.basics)];
    CARDS.into_iter().zip(first.into_iter().chain(rest)).filter_map(card).collect()
}

/// A value as it is read; nothing where there is none.
fn shown(field: FieldRef, fold: &Fold) -> Option<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    let value = fold.value(field.key())?;
    let whole = lang.value(field, value, Show::Whole);
    Some(match field.value_type() {
        _ if field.privacy().is_masked() => {
            masked(lang.value(field, value, Show::Masked), whole, t.show_hidden, t.hide_shown)
        }
        _ if field == Group::COORDINATES => on_map(&whole),
        ValueType::Note => span("lines", whole),
        _ => text(whole),
    })
}

/// A place by its degrees, and the way to see it in whatever shows maps on this device.
fn on_map(degrees: &str) -> AnyView {
    let t = use_texts();
    // Typed freely: only what reads as two numbers leads anywhere.
    let is_number = |text: &str| text.trim().parse::<f64>().is_ok_and(f64::is_finite);
    let place = degrees.split_once(',').filter(|(north, east)| is_number(north) && is_number(east));
    let way = place.map(|(north, east)| {
        let href = format!("geo:{},{}", north.trim(), east.trim());
        view! { <a class="link" href=href>{t.show_on_map}</a> }
    });
    view! {
        <span class="reach">
            <span>{degrees.to_owned()}</span>
            {way}
        </span>
    }
    .into_any()
}

/// One line of what is not filled in.
fn gaps(fold: &Fold) -> Option<AnyView> {
    let lang = use_lang();
    let is_empty = |field: &FieldRef| !field.is(Flag::Hidden) && fold.value(field.key()).is_none();
    let empty: Vec<FieldRef> = KindId::Group.row().fields().filter(is_empty).collect();
    (!empty.is_empty()).then(|| p("note", lang.gaps(&empty)))
}
