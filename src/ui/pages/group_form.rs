//! The form for a group: new, or its profile.

use leptos::prelude::*;

use crate::domain::Id;
use crate::kinds::{Group, KindId, check_group};
use crate::registry::Registry;
use crate::route::{Route, Tab};
use crate::store::FormKey;
use crate::ui::forms::{
    Finding, Form, changed_elsewhere, form_errors, form_of, gone_elsewhere, like_groups, open_draft, restored_draft,
    rows, sections,
};
use crate::ui::parts::block::{details, div, p, submit};
use crate::ui::state::{Then, use_app, use_lang, use_texts};
use crate::web;

#[component]
pub fn GroupFormPage(id: Option<Id>) -> impl IntoView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    if id.is_some_and(|id| app.registry.with_untracked(|registry| registry.dossier(id).is_none())) {
        return p("box", t.group_missing);
    }
    let key = id.map_or(FormKey::New(KindId::Group, None, None), |id| FormKey::Of(KindId::Group, id));
    let record = id.unwrap_or_else(web::random_id);
    let fresh = app.with_record(record, |found| open_draft(Group::KIND, record, found));
    let form = Form::open(Group::KIND, key, None, fresh, move |draft| {
        let values = draft.values();
        let group = Group::read(|key| values.get(key)).0;
        let problems = check_group(&group, app.registry.with(Registry::today)).into_iter();
        problems
            .filter_map(|problem| {
                Some(Finding {
                    field: problem.field()?,
                    severity: problem.severity(),
                    text: lang.group_problem(problem),
                })
            })
            .collect()
    });
    let save = move || {
        let record = form.own();
        let is_new = id != Some(record);
        let go = if is_new { Route::New(KindId::Member, Some(record)) } else { Route::Group(record, Tab::Profile) };
        form.save(|_| {}, Then { say: t.group_saved.to_owned(), go: Some(go) });
    };
    let word = if id.is_some() { t.save } else { t.save_group_and_members };
    let mut parts = vec![form_errors(form), gone_elsewhere(form), restored_draft(form), changed_elsewhere(form)];
    parts.extend(rows(form, KindId::Group.row().basics, None));
    parts.push(like_groups(form, app, id.is_none()));
    parts.push(details("", id.is_some(), t.form_more, sections(form, KindId::Group, None)));
    parts.push(div("thumb", vec![submit(word)]));
    form_of(parts, save)
}
