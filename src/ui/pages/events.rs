//! The events of the programme that were published.

use leptos::prelude::*;

use crate::ui::parts::block::{div, h2, p, ul};
use crate::ui::state::use_texts;

#[component]
pub fn EventsPage() -> impl IntoView {
    let t = use_texts();
    let event = |name, when, who| div("item", vec![h2("", name), p("", when), p("soft", who)]);
    let events = vec![
        event(t.event_training, t.event_training_when, t.event_training_who),
        event(t.event_meeting, t.event_meeting_when, t.event_meeting_who),
    ];
    vec![
        p("", t.events_text),
        ul("items", events),
        p("", t.event_purpose),
        p("note", t.events_source),
        p("note", t.events_own),
    ]
}
