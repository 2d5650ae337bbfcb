//! The form for a record of any kind that has no form of its own, in a group or in none.

use leptos::prelude::*;

use crate::domain::{Date, FieldValue, Id};
use crate::history::Fields;
use crate::i18n::{Label, Lang};
use crate::kinds::{GROUP_KEY, KindId};
use crate::registry::{Draft, Registry};
use crate::route::Route;
use crate::store::FormKey;
use crate::ui::forms::{
    Finding, Form, changed_elsewhere, form_errors, form_of, gone_elsewhere, open_draft, restored_draft, rows, sections,
};
use crate::ui::pages::erasing::{erase_words, erasing};
use crate::ui::pages::{disputes, history};
use crate::ui::parts::block::{details, div, p, submit};
use crate::ui::state::{App, Erase, Intent, Then, use_app, use_lang, use_texts};
use crate::web;

#[component]
pub fn RecordFormPage(kind: KindId, group: Option<Id>, id: Option<Id>) -> impl IntoView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let (is_here, near) = app.registry.with_untracked(|registry| {
        let near = group.and_then(|group| registry.dossier(group)?.group.value.region?.kabkota());
        (is_here(registry, kind, group, id), near)
    });
    if !is_here {
        return p("box", if group.is_some() { t.group_missing } else { t.record_missing });
    }
    let key = id.map_or(FormKey::New(kind, group, None), |id| FormKey::Of(kind, id));
    let fresh = match id {
        Some(id) => app.with_record(id, |record| open_draft(kind.name(), id, record)),
        None => first_draft(kind, app.registry.with_untracked(Registry::today)),
    };
    let form = Form::open(kind.name(), key, group, fresh, move |draft| findings(kind, draft, app, lang));
    let save = move || {
        let belongs = |set: &mut Fields| {
            if let Some(group) = group.filter(|_| id != Some(form.own())) {
                set.insert(GROUP_KEY, group.to_json());
            }
        };
        let say = lang.record_saved(kind);
        form.save(belongs, Then { say, go: Some(Route::list_of(kind, group)) });
    };
    let row = kind.row();
    let mut parts = vec![
        disputes::of_record(group, id),
        form_errors(form),
        gone_elsewhere(form),
        restored_draft(form),
        changed_elsewhere(form),
    ];
    parts.extend(rows(form, row.basics, near));
    if !row.sections.is_empty() {
        parts.push(details("", id.is_some(), t.form_more, sections(form, kind, near)));
    }
    if let Some(id) = id.filter(|_| group.is_none()) {
        // Of a record in a group it stands on the group's page.
        parts.push(details("", false, t.tab_history, history::of_record(id)));
    }
    parts.extend(id.map(|id| erase(kind, group, id, form)));
    parts.push(div("thumb", vec![submit(t.save)]));
    form_of(parts, save)
}

/// Whether the group is here, if it is to be in one, and the record, if it is one that is there.
fn is_here(registry: &Registry, kind: KindId, group: Option<Id>, id: Option<Id>) -> bool {
    let Some(group) = group else {
        return id.is_none_or(|id| registry.alone_of(id).is_some_and(|entry| entry.value.kind == kind));
    };
    registry.dossier(group).is_some_and(|dossier| id.is_none_or(|id| dossier.of_kind(kind).any(|other| other.id == id)))
}

/// A new record is most often of today.
fn first_draft(kind: KindId, today: Date) -> Draft {
    let mut draft = Draft::new(kind.name(), web::random_id());
    if let Some(dated) = kind.row().dated {
        draft.put(dated, today.text());
    }
    draft
}

/// What the rules of the kind find in the form.
fn findings(kind: KindId, draft: &Draft, app: App, lang: Lang) -> Vec<Finding> {
    let (row, values) = (kind.row(), draft.values());
    let broken = (row.check)(&|key| values.get(key), app.registry.with(Registry::today));
    let finding = |rule: &'static crate::kinds::Rule| {
        let field = rule.field.or_else(|| row.basics.first().copied())?;
        Some(Finding { field, severity: rule.severity, text: rule.says.label(lang).to_owned() })
    };
    broken.into_iter().filter_map(finding).collect()
}

fn erase(kind: KindId, group: Option<Id>, id: Id, form: Form) -> AnyView {
    let (app, lang) = (use_app(), use_lang());
    // The page may be gone by the time that the dialog is answered.
    let name = move || {
        let values = form.draft.try_with(Draft::values).unwrap_or_default();
        lang.record_title(kind, |field| values.get(field.key()).cloned())
    };
    let erase = move |points| {
        app.dispatch(Intent::Erase(Box::new(Erase { kind, group, id, name: untrack(name), points })));
    };
    erasing(erase_words(kind), move || lang.erase_question(&name()), erase)
}
