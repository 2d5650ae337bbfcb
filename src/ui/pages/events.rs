//! The events of the programme that were published.

use leptos::prelude::*;

use crate::ui::state::use_texts;

#[component]
pub fn EventsPage() -> impl IntoView {
    let t = use_texts();
    let event = |name, when, who| {
        view! {
            <li class="item">
                <h2>{name}</h2>
                <p>{when}</p>
                <p class="soft">{who}</p>
            </li>
        }
        .into_any()
    };
    view! {
        <p>{t.events_text}</p>
        <ul class="items">
            {event(t.event_training, t.event_training_when, t.event_training_who)}
            {event(t.event_meeting, t.event_meeting_when, t.event_meeting_who)}
        </ul>
        <p>{t.event_purpose}</p>
        <p class="note">{t.events_source}</p>
        <p class="note">{t.events_own}</p>
    }
}
