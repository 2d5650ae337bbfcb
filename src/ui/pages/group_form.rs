//! The form for a group: new, or its profile.

use leptos::prelude::*;

use crate::domain::{Field, Group, GroupField, Id, check_group};
use crate::i18n::{Label, Section};
use crate::registry::{Draft, Registry};
use crate::route::{Route, Tab};
use crate::store::FormKey;
use crate::ui::forms::{Finding, Form, changed_elsewhere, form_errors, like_groups, open_draft, restored_draft, rows};
use crate::ui::parts::block::{details, div, h2, p, submit};
use crate::ui::state::{use_book, use_lang, use_texts};
use crate::web;

/// What a new group is asked for at once; the rest can follow.
const BASICS: [GroupField; 6] = [
    GroupField::Name,
    GroupField::Business,
    GroupField::BusinessName,
    GroupField::Region,
    GroupField::Programme,
    GroupField::Year,
];

const MORE: [(Section, &[GroupField]); 3] = [
    (
        Section::Place,
        &[
            GroupField::Address,
            GroupField::Rt,
            GroupField::Rw,
            GroupField::Postcode,
            GroupField::Area,
            GroupField::Coordinates,
        ],
    ),
    (
        Section::Programme,
        &[
            GroupField::Formed,
            GroupField::Status,
            GroupField::Stage,
            GroupField::Facilitator,
            GroupField::Decree,
            GroupField::DecreeDate,
            GroupField::Note,
        ],
    ),
    (Section::Account, &[GroupField::Bank, GroupField::Account, GroupField::AccountHolder]),
];

#[component]
pub fn GroupFormPage(id: Option<Id>) -> impl IntoView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    if id.is_some_and(|id| book.registry.with_untracked(|registry| registry.dossier(id).is_none())) {
        return p("box", t.group_missing);
    }
    let key = id.map_or(FormKey::NewGroup, FormKey::Group);
    let record = id.unwrap_or_else(web::random_id);
    let fresh = book.fold_record(record, |found| open_draft(GroupField::KIND, record, found));
    let today = book.registry.with_untracked(Registry::today);
    let form = Form::open(GroupField::KIND, key, fresh, move |draft| {
        let values = draft.values();
        let group = Group::read(|key| values.get(key)).0;
        let problems = check_group(&group, today).into_iter();
        problems
            .filter_map(|problem| {
                Some(Finding {
                    field: problem.field()?.into(),
                    severity: problem.severity(),
                    text: lang.group_problem(problem),
                })
            })
            .collect()
    });
    let save = move || {
        if !form.save(|_| {}) {
            return;
        }
        let record = form.draft.with_untracked(Draft::id);
        book.say(t.group_saved);
        web::go(&if id.is_none() { Route::NewMember(record) } else { Route::Group(record, Tab::Profile) }.to_string());
    };
    let mut more = Vec::new();
    for (section, fields) in MORE {
        more.push(h2("", section.label(lang)));
        more.extend(rows(form, fields, None));
    }
    let word = if id.is_some() { t.save } else { t.save_group_and_members };
    let mut parts = vec![form_errors(form), restored_draft(form), changed_elsewhere(form)];
    parts.extend(rows(form, &BASICS, None));
    parts.push(like_groups(form, book, id.is_none()));
    parts.push(details("", id.is_some(), t.form_more, more));
    parts.push(div("thumb", vec![submit(word)]));
    view! {
        <form
            class="form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            {parts}
        </form>
    }
    .into_any()
}
