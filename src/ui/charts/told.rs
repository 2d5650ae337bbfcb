//! What is said of the charts of a page to who hears it: that one has changed, and what came of a button. One place for all of them,
//! made with the page and never made anew, since a screen reader hears only of a place that it knew before.
//!
//! Polite, and seldom: what changes while something is being said waits, and of two changes of one chart the last is said.
//! Deliberately absent: walking among marks, which the focus says.

use std::time::Duration;

use leptos::prelude::*;

use crate::i18n::Lang;
use crate::scene::Figure;
use crate::web;

/// Between one change that is said and the next.
const REST: Duration = Duration::from_secs(5);

/// How long it stands to be read.
const STANDS: Duration = Duration::from_secs(4);

/// A sentence of the chart of this title's id.
type Said = (&'static str, String);

/// What all charts of a page have in common. Copied freely.
#[derive(Clone, Copy)]
pub struct Told {
    /// Whether areas have patterns beside their colours.
    pub is_patterned: Signal<bool>,
    says: RwSignal<String>,
    known: StoredValue<Vec<Said>>,
    waiting: StoredValue<Vec<Said>>,
    rests: StoredValue<bool>,
}

/// Has the charts of a page know of each other; what stands on the page for it, to be drawn once.
pub fn told(is_patterned: Signal<bool>) -> AnyView {
    let told = Told {
        is_patterned,
        says: RwSignal::new(String::new()),
        known: StoredValue::new(Vec::new()),
        waiting: StoredValue::new(Vec::new()),
        rests: StoredValue::new(false),
    };
    provide_context(told);
    // On paper there is nothing to open a table with.
    StoredValue::new_local(web::open_on_paper(".chart > details"));
    view! {
        <div class="unseen" role="status" aria-live="polite" aria-atomic="true">
            {move || told.says.get()}
        </div>
    }
    .into_any()
}

impl Told {
    /// That of the page that is drawn; none where it has no place for it.
    pub(super) fn here() -> Option<Self> {
        use_context()
    }

    /// Hears what a chart says, and says it if it said something else before.
    pub(super) fn hear(self, id: &'static str, figure: &Figure) {
        let now = Lang::chart_told(&figure.title, &figure.finding);
        let before = self.known.try_update_value(|known| replace(known, id, now.clone())).flatten();
        if before.is_some_and(|before| before != now) {
            self.waiting.try_update_value(|waiting| replace(waiting, id, now));
            self.go_on();
        }
    }

    /// Says something at once: what a person has just asked for.
    pub(super) fn say(self, text: String) {
        let _ = self.says.try_set(text.clone());
        // Whoever looks the page over later finds nothing old there.
        let clear = move || {
            let _ = self.says.try_update(|says| {
                if *says == text {
                    says.clear();
                }
            });
        };
        set_timeout(clear, STANDS);
    }

    /// Says what waits, unless something was said just now.
    fn go_on(self) {
        let rests = self.rests.try_get_value().unwrap_or(true);
        let waiting = if rests { None } else { self.waiting.try_update_value(std::mem::take) };
        let Some(waiting) = waiting.filter(|waiting| !waiting.is_empty()) else { return };
        let texts: Vec<String> = waiting.into_iter().map(|(_, text)| text).collect();
        self.say(texts.join(" "));
        let _ = self.rests.try_set_value(true);
        let rested = move || {
            let _ = self.rests.try_set_value(false);
            self.go_on();
        };
        set_timeout(rested, REST);
    }
}

/// Puts a sentence in place of the one of the same chart, which it answers.
fn replace(all: &mut Vec<Said>, id: &'static str, text: String) -> Option<String> {
    if let Some((_, before)) = all.iter_mut().find(|(of, _)| *of == id) {
        return Some(std::mem::replace(before, text));
    }
    all.push((id, text));
    None
}
