//! The three outcomes of a pair.

use leptos::prelude::*;

use crate::domain::{FieldValue, Id, Line as Text};
use crate::duplicates::Comparison;
use crate::history::Fields;
use crate::i18n::Label;
use crate::kinds::{FieldRef, Member};
use crate::ui::forms::{DayField, lone};
use crate::ui::parts::block::{button, details, div, h3, p, section};
use crate::ui::parts::{Choice, Frame, field, segments};
use crate::ui::state::{App, Intent, Outcome, use_lang, use_texts};

/// What was chosen for each field that differs: whether the younger record's value.
pub type Choices = RwSignal<Vec<(FieldRef, bool)>>;

pub fn decide(app: App, comparison: &Comparison, choices: Choices) -> AnyView {
    let t = use_texts();
    let (one, other) = (comparison.older, comparison.younger);
    let settle = move |outcome| {
        app.dispatch(Intent::Settle { one, other, outcome });
    };
    let rows = StoredValue::new(comparison.rows.clone());
    let same = move || {
        let chosen = choices.get_untracked();
        let mut set = Fields::new();
        rows.with_value(|rows| {
            for row in rows.iter().filter(|row| chosen.contains(&(row.field, true))) {
                set.insert(row.field.key(), row.younger.clone().unwrap_or_default());
            }
        });
        settle(Outcome::Same(set));
    };
    let is_group = comparison.groups.is_none();
    let (same_word, same_help, not_word) = if is_group {
        (t.duplicates_same_group, t.duplicates_same_group_help, t.duplicates_not_group)
    } else {
        (t.duplicates_same_person, t.duplicates_same_person_help, t.duplicates_not_person)
    };
    let outcome = |word, help, view| div("outcome", vec![h3(word), p("soft", help), view]);
    let mut parts = vec![outcome(same_word, same_help, button("solid", same_word, same))];
    if let Some(groups) = comparison.groups.filter(|[first, second]| first != second) {
        parts.push(leave(app, comparison, groups));
    }
    let different = move || settle(Outcome::Different);
    parts.push(outcome(not_word, t.duplicates_not_help, button("plain", not_word, different)));
    section("decide", t.duplicates_decide, parts)
}

/// The same person in two groups, who has left one of them: which, when, why.
fn leave(app: App, comparison: &Comparison, groups: [Id; 2]) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let (one, other) = (comparison.older, comparison.younger);
    let members = [one, other];
    // Most often it is the older membership that ended.
    let which = RwSignal::new("0".to_owned());
    let (day, reason) = (DayField::new("leave-date"), RwSignal::new(String::new()));
    let names = app.registry.with_untracked(|registry| {
        groups.map(|id| lang.group_name(registry.dossier(id).map(|dossier| &dossier.group.value)))
    });
    let options = ["0", "1"].into_iter().zip(names).map(|(code, name)| Choice::new(code, name)).collect();
    let save = move || {
        let Some(on) = day.taken() else { return };
        let reason = Text::parse(&reason.get_untracked()).ok();
        let member = members[usize::from(which.get_untracked() == "1")];
        app.dispatch(Intent::Settle { one, other, outcome: Outcome::Left { member, on, reason } });
    };
    let chooser = segments("leave-which", which.into(), options, Callback::new(move |code| which.set(code)));
    let inside = vec![
        field(Frame { grouped: true, ..Frame::plain("leave-which", t.duplicates_leave_which) }, chooser),
        day.view(Member::LEFT.label(lang)),
        lone(
            Member::LEAVE_REASON,
            ("leave-reason".to_owned(), Member::LEAVE_REASON.label(lang)),
            reason.into(),
            Signal::stored(Vec::new()),
            None,
            Callback::new(move |text| reason.set(text)),
        ),
        button("plain", t.duplicates_leave_go, save),
    ];
    div(
        "outcome",
        vec![
            h3(t.duplicates_leave),
            p("soft", t.duplicates_leave_help),
            details("", false, t.duplicates_leave_open, inside),
        ],
    )
}
