//! Events: those of one's own, and those of the programme that were published. The two are never mixed.

use leptos::prelude::*;

use super::record_list::{add_button, all_of};
use crate::kinds::KindId;
use crate::ui::parts::block::{div, h2, h3, p, ul};
use crate::ui::state::use_texts;

#[component]
pub fn EventsPage() -> impl IntoView {
    let t = use_texts();
    let event = |name, when, who| div("item", vec![h3(name), p("", when), p("soft", who)]);
    let published = vec![
        event(t.event_training, t.event_training_when, t.event_training_who),
        event(t.event_meeting, t.event_meeting_when, t.event_meeting_who),
    ];
    vec![
        h2("", t.events_own),
        all_of(KindId::Event),
        h2("", t.events_published),
        p("", t.events_text),
        ul("items", published),
        p("", t.event_purpose),
        p("note", t.events_source),
        add_button(KindId::Event),
    ]
}
