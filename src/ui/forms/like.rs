//! Who is registered already and like the record that is being typed. It warns, and keeps nobody from saving.

use leptos::prelude::*;

use crate::domain::Id;
use crate::duplicates::{Likeness, like_group, like_member};
use crate::kinds::{FieldRef, Group, Member};
use crate::registry::Draft;
use crate::route::{Route, Tab};
use crate::ui::parts::block::{a, div, h3, live, p, span, text, ul};
use crate::ui::state::{App, use_lang, use_texts};

use super::form::Form;

/// So many are named; more are a sign of a number put in for want of one.
const NAMED: usize = 5;

/// Warns of members who are like the one in the form; `is_new` when it has no record yet.
pub fn like_members(form: Form, app: App, group: Id, is_new: bool) -> AnyView {
    // Only what is compared: the rest of the form can be typed without a search.
    let typed = Memo::new(move |_| {
        form.draft.with(|draft| {
            let value = |field: FieldRef| draft.value(field);
            [Member::NAME, Member::NIK, Member::CARD, Member::BIRTH_DATE].map(|field| (field, value(field)))
        })
    });
    let like = Memo::new(move |_| {
        typed.with(|typed| {
            let value = |key: &str| {
                let found = typed.iter().find(|(field, _)| field.key() == key);
                found.and_then(|(_, value)| value.as_ref())
            };
            let member = Member::read(value).0;
            // Not with each change of the book, which a save is: the next key asks again.
            app.registry.with_untracked(|registry| like_member(registry, group, Some(form.own()), &member))
        })
    });
    warning(form, app, is_new, like)
}

/// Warns of groups that are like the one in the form; `is_new` when it has no record yet.
pub fn like_groups(form: Form, app: App, is_new: bool) -> AnyView {
    let like = Memo::new(move |_| {
        let values = form.draft.with(Draft::values);
        let group = Group::read(|key| values.get(key)).0;
        app.registry.with_untracked(|registry| like_group(registry, Some(form.own()), &group))
    });
    warning(form, app, is_new, like)
}

fn warning(form: Form, app: App, is_new: bool, found: Memo<Vec<Likeness>>) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    live("status", "", move || {
        let found = found.get();
        if found.is_empty() {
            return Vec::new();
        }
        let line = |like: &Likeness| {
            let subject = like.subject;
            let said = app.registry.with_untracked(|registry| {
                let dossier = registry.dossier(subject.group);
                let group = lang.group_name(dossier.map(|dossier| &dossier.group.value));
                let member = subject.member.and_then(|id| dossier?.member(id));
                match member {
                    Some(member) => lang.like(&lang.member_name(&member.value), Some(&group), &like.reasons),
                    None => lang.like(&group, None, &like.reasons),
                }
            });
            let (route, word) = match (is_new, subject.member) {
                (false, _) => (Route::Duplicates(Some((form.own(), subject.id()))), t.duplicates_compare),
                (true, Some(member)) => (Route::Member(subject.group, member), t.duplicates_open),
                (true, None) => (Route::Group(subject.group, Tab::Members), t.duplicates_open),
            };
            div("line", vec![span("", said), a("button", &route, vec![text(word)])])
        };
        let lines = found.iter().take(NAMED).map(line).collect();
        vec![div("box warning", vec![h3(t.duplicates_like), ul("", lines), p("soft", t.duplicates_like_help)])]
    })
}
