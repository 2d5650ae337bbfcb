//! A group's own values.

use leptos::prelude::*;

use crate::domain::{Field, GroupField};
use crate::i18n::{Label, Show as Mask};
use crate::registry::Dossier;
use crate::route::Route;
use crate::search::Filter;
use crate::ui::parts::{Confirm, Masked};
use crate::ui::state::{Intent, use_book, use_lang, use_texts};
use crate::web;

#[component]
pub fn ProfileTab(dossier: Dossier) -> impl IntoView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let id = dossier.id;
    let rows = book.fold_record(id, |record| {
        let fold = record.map(crate::history::Record::fold).unwrap_or_default();
        GroupField::all()
            .iter()
            .map(|field| {
                let value = fold.value(field.key());
                let text = |mask| value.map(|value| lang.group_value(*field, value, mask)).unwrap_or_default();
                let shown = match (value, *field) {
                    (None, _) => view! { <span class="soft">{t.not_filled_in}</span> }.into_any(),
                    (Some(_), GroupField::Account) => view! {
                        <Masked masked=text(Mask::Masked) whole=text(Mask::Whole) show=t.show_hidden hide=t.hide_shown />
                    }
                    .into_any(),
                    (Some(_), GroupField::Note) => view! { <span class="lines">{text(Mask::Whole)}</span> }.into_any(),
                    (Some(_), _) => text(Mask::Whole).into_any(),
                };
                view! {
                    <div>
                        <dt>{field.label(lang)}</dt>
                        <dd>{shown}</dd>
                    </div>
                }.into_any()
            })
            .collect_view()
    });
    let name = dossier.group.value.name.as_ref().map_or_else(|| t.unnamed_group.to_owned(), ToString::to_string);
    let question = lang.erase_question(&name);
    let erase = Callback::new(move |()| {
        book.dispatch(Intent::EraseGroup { id });
        book.say(lang.erased(&name));
        web::go(&Route::Groups(Filter::default()).to_string());
    });
    view! {
        <dl class="values">{rows}</dl>
        <div class="actions">
            <a class="button" href=Route::EditGroup(id).to_string()>{t.edit_profile}</a>
            <Confirm
                open=t.erase_group
                question=Signal::stored(question)
                explain=t.erase_group_explain
                confirm=t.erase_confirm
                cancel=t.cancel
                on_confirm=erase
            />
        </div>
    }
}
