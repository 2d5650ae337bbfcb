//! A group's own values.

use leptos::prelude::*;

use crate::domain::{Field, GroupField};
use crate::history::Record;
use crate::i18n::{Label, Show};
use crate::registry::Dossier;
use crate::route::Route;
use crate::search::Filter;
use crate::ui::parts::block::{a, div, dl, span, text};
use crate::ui::parts::{Words, confirm, masked};
use crate::ui::state::{Intent, use_book, use_lang, use_texts};
use crate::web;

pub fn profile(dossier: &Dossier) -> Vec<AnyView> {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let id = dossier.id;
    let values = book.fold_record(id, |record| {
        let fold = record.map(Record::fold).unwrap_or_default();
        let line = |field: &GroupField| {
            let shown = match fold.value(field.key()) {
                None => span("soft", t.not_filled_in),
                Some(value) => {
                    let whole = lang.group_value(*field, value, Show::Whole);
                    match field {
                        GroupField::Account => {
                            masked(lang.group_value(*field, value, Show::Masked), whole, t.show_hidden, t.hide_shown)
                        }
                        GroupField::Note => span("lines", whole),
                        _ => text(whole),
                    }
                }
            };
            (field.label(lang).to_owned(), shown)
        };
        GroupField::all().iter().filter(|field| **field != GroupField::SameAs).map(line).collect()
    });
    let name = lang.group_name(Some(&dossier.group.value));
    let question = Signal::stored(lang.erase_question(&name));
    let erase = Callback::new(move |()| {
        web::go(&Route::Groups(Filter::default()).to_string());
        book.dispatch(Intent::EraseGroup { id });
        book.say(lang.erased(&name));
    });
    let words =
        Words { open: t.erase_group, explain: t.erase_group_explain, confirm: t.erase_confirm, cancel: t.cancel };
    let edit = a("button", &Route::EditGroup(id), vec![text(t.edit_profile)]);
    vec![dl("values", values), div("actions", vec![edit, confirm(words, question, erase)])]
}
