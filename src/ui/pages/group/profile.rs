//! A group's own values.

use leptos::prelude::*;

use crate::history::Record;
use crate::i18n::{Label, Show};
use crate::kinds::{FieldRef, Flag, Group, KindId, ValueType};
use crate::registry::Dossier;
use crate::route::Route;
use crate::ui::pages::erasing::{erase_words, erasing};
use crate::ui::parts::block::{a, div, dl, span, text};
use crate::ui::parts::masked;
use crate::ui::state::{Intent, use_app, use_lang, use_texts};

pub fn profile(dossier: &Dossier) -> Vec<AnyView> {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let id = dossier.id;
    let values = app.with_record(id, |record| {
        let fold = record.map(Record::fold).unwrap_or_default();
        let line = |field: FieldRef| {
            let shown = match fold.value(field.key()) {
                None => span("soft", t.not_filled_in),
                Some(value) => {
                    let whole = lang.value(field, value, Show::Whole);
                    match field.value_type() {
                        _ if field.privacy().is_masked() => {
                            masked(lang.value(field, value, Show::Masked), whole, t.show_hidden, t.hide_shown)
                        }
                        ValueType::Note => span("lines", whole),
                        _ => text(whole),
                    }
                }
            };
            (field.label(lang).to_owned(), shown)
        };
        Group::fields().filter(|field| !field.is(Flag::Hidden)).map(line).collect()
    });
    let name = lang.group_name(Some(&dossier.group.value));
    let question = lang.erase_question(&name);
    let erase = move |points| app.dispatch(Intent::EraseGroup { id, points });
    let words = erase_words(KindId::Group);
    let edit = a("button", &Route::EditGroup(id), vec![text(t.edit_profile)]);
    vec![dl("values", values), div("actions", vec![edit, erasing(words, move || question.clone(), erase)])]
}
