//! Fields with two values, until a person decides.

use leptos::prelude::*;
use serde_json::Value;

use crate::domain::Id;
use crate::history::Stamp;
use crate::i18n::{Label, Lang, Show};
use crate::registry::{Dossier, FieldConflict};
use crate::ui::state::{Book, Intent, use_book, use_lang, use_texts};
use crate::web;

/// One field in conflict, as text, with what each choice does.
struct Dispute {
    /// Whose: the member's name, or nothing for the group itself.
    whose: Option<String>,
    label: &'static str,
    choices: Vec<(String, String, Intent)>,
}

#[component]
pub fn Conflicts(dossier: Dossier) -> impl IntoView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let disputes = disputes(&dossier, book, lang);
    if disputes.is_empty() {
        return ().into_any();
    }
    let cards = disputes
        .into_iter()
        .map(|dispute| {
            let title = match dispute.whose {
                Some(name) => format!("{name}: {}", dispute.label),
                None => dispute.label.to_owned(),
            };
            let choices = dispute
                .choices
                .into_iter()
                .map(|(value, from, intent)| {
                    view! {
                        <li>
                            <span class="value">{value}</span>
                            <span class="soft">{from}</span>
                            <button type="button" class="plain" on:click=move |_| book.dispatch(intent.clone())>{t.conflict_keep}</button>
                        </li>
                    }.into_any()
                })
                .collect_view();
            view! {
                <li>
                    <h3>{title}</h3>
                    <ul class="choices">{choices}</ul>
                </li>
            }.into_any()
        })
        .collect_view();
    view! {
        <section class="box warning conflicts" aria-labelledby="conflicts">
            <h2 id="conflicts">{t.conflict_title}</h2>
            <p>{t.conflict_explain}</p>
            <ul>{cards}</ul>
        </section>
    }
    .into_any()
}

fn disputes(dossier: &Dossier, book: Book, lang: Lang) -> Vec<Dispute> {
    let t = lang.texts();
    let from = |at: Stamp| lang.typed_at(at.device() == book.device(), &at.device().to_string(), web::local(at.ms()));
    let tell = |id: Id, whose: Option<String>, conflict: &FieldConflict| {
        let field = conflict.field;
        let choice = |(at, value): &(Stamp, Value)| {
            let text = match value {
                Value::Null => t.conflict_empty.to_owned(),
                value => lang.value(field, value, Show::Whole),
            };
            (text, from(*at), Intent::Decide { id, field, value: value.clone() })
        };
        Dispute { whose, label: field.label(lang), choices: conflict.values.iter().map(choice).collect() }
    };
    let mut found: Vec<Dispute> =
        dossier.group.conflicts.iter().map(|conflict| tell(dossier.id, None, conflict)).collect();
    for member in &dossier.members {
        let name = member.value.name.as_ref().map_or_else(|| t.unnamed_member.to_owned(), ToString::to_string);
        found.extend(member.conflicts.iter().map(|conflict| tell(member.id, Some(name.clone()), conflict)));
    }
    found
}
