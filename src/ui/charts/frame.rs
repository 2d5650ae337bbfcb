//! What a person does with one chart beside reading it: hears it, and has it fill the screen. Its drawing and its buttons share this.

use std::time::Duration;

use leptos::prelude::*;

use super::told::Told;
use crate::i18n::Lang;
use crate::scene::{Figure, Run, Tone, runs, tones};
use crate::web::{self, Listening, Sound};

/// What sounds, what it says, and the key that ends it.
struct Heard {
    says: String,
    _sound: Sound,
    _key: Listening,
}

/// The frame of a chart. Copied freely.
#[derive(Clone, Copy)]
pub struct Frame {
    /// The id of its title.
    pub(super) id: &'static str,
    /// Whether it has the whole screen.
    pub(super) is_full: RwSignal<bool>,
    /// What its page says to who hears it.
    pub(super) told: Option<Told>,
    heard: RwSignal<Option<Heard>, LocalStorage>,
    times: StoredValue<u32>,
}

impl Frame {
    /// That of the chart whose title has this id. It is made where the chart is drawn, below what its page tells.
    pub fn new(id: &'static str) -> Self {
        let is_full = RwSignal::new(false);
        StoredValue::new_local(web::on_full_screen(figure_id(id), move |now| {
            let _ = is_full.try_set(now);
        }));
        Self { id, is_full, told: Told::here(), heard: RwSignal::new_local(None), times: StoredValue::new(0) }
    }

    /// What is said of what sounds now.
    pub(super) fn says(self) -> Option<String> {
        self.heard.with(|heard| heard.as_ref().map(|heard| heard.says.clone()))
    }

    /// Ends what sounds; `false` where nothing did.
    pub(super) fn silence(self) -> bool {
        self.heard.try_update(|heard| heard.take().is_some()).unwrap_or_default()
    }

    /// Says something to who hears it.
    pub(super) fn say(self, text: String) {
        if let Some(told) = self.told {
            told.say(text);
        }
    }

    /// Whether areas have patterns beside their colours.
    pub(super) fn is_patterned(self) -> bool {
        self.told.is_some_and(|told| told.is_patterned.get())
    }

    /// Plays the numbers of a figure, or ends them. To be called straight from a tap or a key.
    pub(super) fn listen(self, lang: Lang, figure: &Figure) {
        if self.silence() {
            return;
        }
        let runs = runs(figure);
        let tones = tones(&runs);
        let Some(last) = tones.last() else { return };
        let ends = Duration::from_millis(u64::from(last.start + last.length) + 300);
        let Some(sound) = web::play(tones.iter().map(|Tone { tenths, start, length }| [*tenths, *start, *length]))
        else {
            self.say(lang.texts().chart_no_sound.to_owned());
            return;
        };
        let says = runs.iter().filter_map(|run| Some(lang.chart_heard(&run.name, run.ends.as_ref()?)));
        // More of them nobody keeps in mind.
        let says = says.take(4).collect::<Vec<_>>().join(" ");
        let key = web::on_key(move |key| key == "Escape" && self.silence());
        self.heard.set(Some(Heard { says: says.clone(), _sound: sound, _key: key }));
        self.say(says);
        let time = self.times.try_update_value(|times| {
            *times += 1;
            *times
        });
        let over = move || {
            if self.times.try_get_value() == time {
                self.silence();
            }
        };
        set_timeout(over, ends);
    }
}

/// What the tones of a figure are of, in words; `None` where there is nothing to be heard.
pub(super) fn plays(lang: Lang, figure: &Figure) -> Option<String> {
    let runs = runs(figure);
    let names: Vec<&str> = runs.iter().map(|run: &Run| run.name.as_str()).collect();
    (!names.is_empty()).then(|| lang.chart_plays(&names))
}

/// The id of the whole of a chart, of that of its title.
pub(super) fn figure_id(id: &str) -> String {
    format!("{id}-chart")
}
