//! Noting that a member has left the group: when, and why if somebody says so.

use leptos::prelude::*;

use crate::domain::{FieldValue, Id, Line};
use crate::i18n::Label;
use crate::kinds::Member;
use crate::ui::forms::{DayField, lone};
use crate::ui::parts::block::{button, div, h2, p};
use crate::ui::parts::dialog_button;
use crate::ui::state::{Intent, use_app, use_lang, use_texts};

/// The button that asks for it.
pub fn leaving(member: Id) -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    dialog_button(
        "plain",
        t.mark_left,
        || t.mark_left.to_owned(),
        move |close| {
            let (day, reason) = (DayField::new("left-on"), RwSignal::new(String::new()));
            let save = move || {
                let Some(on) = day.taken() else { return };
                let reason = Line::parse(&reason.get_untracked()).ok();
                close.run(());
                app.dispatch(Intent::Leave { member, on, reason });
            };
            let label = Member::LEAVE_REASON.label(lang);
            let put = Callback::new(move |text| reason.set(text));
            let reason_field = lone(
                Member::LEAVE_REASON,
                ("left-why".to_owned(), label),
                reason.into(),
                Signal::stored(Vec::new()),
                None,
                put,
            );
            let buttons = vec![button("plain", t.cancel, move || close.run(())), button("solid", t.mark_left, save)];
            vec![
                h2("", t.mark_left),
                p("", t.mark_left_text),
                day.view(Member::LEFT.label(lang)),
                reason_field,
                div("actions", buttons),
            ]
        },
    )
}
