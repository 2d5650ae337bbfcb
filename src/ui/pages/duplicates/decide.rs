//! The three outcomes of a pair.

use leptos::prelude::*;

use crate::domain::{Date, FieldValue, Id, Line as Text};
use crate::duplicates::Comparison;
use crate::history::Fields;
use crate::i18n::{Label, Lang};
use crate::kinds::{FieldRef, Member};
use crate::registry::Registry;
use crate::ui::parts::block::{button, details, div, h3, p, section};
use crate::ui::parts::{Choice, Frame, Keyboard, Line, Remark, Tone, field, line, segments};
use crate::ui::state::{App, Intent, Outcome, use_lang, use_texts};
use crate::web;

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
    let today = app.registry.with_untracked(Registry::today);
    // Most often it is the older membership that ended.
    let which = RwSignal::new("0".to_owned());
    let date = RwSignal::new(today.text());
    let reason = RwSignal::new(String::new());
    let tried = RwSignal::new(false);
    let names = app.registry.with_untracked(|registry| {
        groups.map(|id| lang.group_name(registry.dossier(id).map(|dossier| &dossier.group.value)))
    });
    let options = ["0", "1"].into_iter().zip(names).map(|(code, name)| Choice::new(code, name)).collect();
    let save = move || {
        tried.set(true);
        let (Ok(on), reason) =
            (read_date(&date.get_untracked(), today, lang), Text::parse(&reason.get_untracked()).ok())
        else {
            web::focus("leave-date");
            return;
        };
        let member = members[usize::from(which.get_untracked() == "1")];
        app.dispatch(Intent::Settle { one, other, outcome: Outcome::Left { member, on, reason } });
    };
    let remarks = Signal::derive(move || {
        let fault = read_date(&date.get(), today, lang).err().filter(|_| tried.get());
        fault.into_iter().map(|text| Remark { tone: Tone::Error, text }).collect::<Vec<_>>()
    });
    let input = |id: &str, value: RwSignal<String>, keyboard, invalid| {
        line(Line {
            id: id.to_owned(),
            value: value.into(),
            on_input: Callback::new(move |text| value.set(text)),
            on_leave: Callback::new(move |()| tried.set(true)),
            keyboard,
            invalid,
            required: false,
        })
    };
    let chooser = segments("leave-which", which.into(), options, Callback::new(move |code| which.set(code)));
    let invalid = Signal::derive(move || !remarks.get().is_empty());
    let inside = vec![
        field(Frame { grouped: true, ..Frame::plain("leave-which", t.duplicates_leave_which) }, chooser),
        field(
            Frame { remarks, ..Frame::plain("leave-date", Member::LEFT.label(lang)) },
            input("leave-date", date, Keyboard::Digits, invalid),
        ),
        field(
            Frame::plain("leave-reason", Member::LEAVE_REASON.label(lang)),
            input("leave-reason", reason, Keyboard::Text, Signal::stored(false)),
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

/// The day that was typed; else what is wrong with it.
fn read_date(typed: &str, today: Date, lang: Lang) -> Result<Date, String> {
    match Date::parse(typed.trim()) {
        Ok(date) if date > today => Err(lang.texts().duplicates_leave_future.to_owned()),
        Ok(date) => Ok(date),
        Err(fault) => Err(lang.fault(fault)),
    }
}
