//! One field in conflict: all its values, where and when each was typed, a button beside each, and a way to write another.

use leptos::prelude::*;
use serde_json::Value;

use super::Disputed;
use crate::domain::{FieldValue, Id};
use crate::history::Stamp;
use crate::i18n::{Label, Show, told_apart};
use crate::kinds::{FieldRef, Flag, GROUP_KEY};
use crate::ui::forms::lone;
use crate::ui::pages::whose::Whose;
use crate::ui::parts::block::{button, div, span, text, ul};
use crate::ui::parts::{Remark, Tone, masked};
use crate::ui::state::{Intent, use_app, use_lang, use_texts};
use crate::web;

/// The id of its heading.
pub(super) fn dom_id(one: &Disputed) -> String {
    format!("dispute-{}-{}", one.record, one.conflict.field.key())
}

/// Draws it; `settled` is called as soon as a value has been chosen, before the field is gone from the list.
pub(super) fn dispute(one: &Disputed, settled: Callback<()>) -> AnyView {
    let (app, lang) = (use_app(), use_lang());
    let (heading, group) = (dom_id(one), dom_id(one));
    let Disputed { record, whose, conflict, .. } = one;
    let (record, field) = (*record, conflict.field);
    let label = field.label(lang);
    let title = whose.as_ref().map_or_else(|| label.to_owned(), |name| format!("{name}: {label}"));
    let decide = Callback::new(move |value: Value| {
        settled.run(());
        app.dispatch(Intent::Decide { id: record, field, value });
    });
    let values: Vec<&Value> = conflict.values.iter().map(|(_, value)| value).collect();
    let shown = shown(field, &values);
    let choices =
        conflict.values.iter().zip(shown).map(|((at, value), shown)| choice(*at, value.clone(), shown, decide));
    let choices = ul("choices", choices.collect());
    // Nobody can type which group a record belongs to.
    let third = (!field.is(Flag::Hidden)).then(|| third(one, decide));
    view! {
        <div role="group" aria-labelledby=group>
            <h3 id=heading tabindex="-1">{title}</h3>
            {choices}
            {third}
        </div>
    }
    .into_any()
}

/// One of the values.
fn choice(at: Stamp, value: Value, shown: AnyView, decide: Callback<Value>) -> AnyView {
    let t = use_texts();
    let from = Whose::default().typed(at);
    let choose = move || decide.run(value.clone());
    div("choice", vec![shown, span("soft", from), button("plain", t.conflict_keep, choose)])
}

/// The values as they are read; numbers that are nobody else's business are masked, but so that they can be told apart.
fn shown(field: FieldRef, values: &[&Value]) -> Vec<AnyView> {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let read = |value: &&Value, show: Show| match (field, value) {
        (_, Value::Null) => t.conflict_empty.to_owned(),
        (field, value) if field.key() == GROUP_KEY => {
            let group = Id::from_json(value).ok();
            app.registry.with_untracked(|registry| {
                let dossier = group.and_then(|id| registry.dossier(id));
                lang.group_name(dossier.map(|dossier| &dossier.group.value))
            })
        }
        (_, value) => lang.value(field, value, show),
    };
    let whole: Vec<String> = values.iter().map(|value| read(value, Show::Whole)).collect();
    let hidden: Vec<String> = values.iter().map(|value| read(value, Show::Masked)).collect();
    let apart = told_apart(&whole, &hidden);
    let view = |(whole, (hidden, apart)): (String, (String, String))| {
        let inner = if whole == hidden { text(whole) } else { masked(apart, whole, t.show_hidden, t.hide_shown) };
        view! { <span class="value lines">{inner}</span> }.into_any()
    };
    whole.into_iter().zip(hidden.into_iter().zip(apart)).map(view).collect()
}

/// Writing a value that is none of these.
fn third(one: &Disputed, decide: Callback<Value>) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let (field, near) = (one.conflict.field, one.near);
    let id = format!("third-{}-{}", one.record, field.key());
    let is_open = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<String>);
    let put = Callback::new(move |text: String| {
        typed.set(text);
        fault.set(None);
    });
    let save = {
        let id = id.clone();
        move || match field.parse(&typed.get_untracked()) {
            Ok(Value::Null) => refuse(fault, &id, t.conflict_third_empty.to_owned()),
            Ok(value) => decide.run(value),
            Err(error) => refuse(fault, &id, lang.fault(error)),
        }
    };
    let remarks = Signal::derive(move || {
        fault.get().map(|text| Remark { tone: Tone::Error, text }).into_iter().collect::<Vec<_>>()
    });
    let open = {
        let id = id.clone();
        move || {
            is_open.set(true);
            let id = id.clone();
            request_animation_frame(move || web::focus(&id));
        }
    };
    let parts = move || {
        if !is_open.get() {
            return vec![button("link", t.conflict_third, open.clone())];
        }
        let control = lone(field, (id.clone(), t.conflict_third_label), typed.into(), remarks, near, put);
        let leave = move || {
            is_open.set(false);
            put.run(String::new());
        };
        let cancel = button("link", t.cancel, leave);
        let send = save.clone();
        // A form of its own, so that Enter saves.
        let form = view! {
            <form
                class="third-form"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    send();
                }
            >
                {control}
                <div class="actions">
                    <button type="submit" class="plain">
                        {t.conflict_third_use}
                    </button>
                    {cancel}
                </div>
            </form>
        };
        vec![form.into_any()]
    };
    view! { <div class="third">{parts}</div> }.into_any()
}

fn refuse(fault: RwSignal<Option<String>>, id: &str, sentence: String) {
    fault.set(Some(sentence));
    web::focus(id);
}
