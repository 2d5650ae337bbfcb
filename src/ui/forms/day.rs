//! A day that is typed by itself, in a dialog: today unless another is typed, and never one to come.

use leptos::prelude::*;

use crate::domain::{Date, FieldValue};
use crate::i18n::Lang;
use crate::registry::Registry;
use crate::ui::parts::{Frame, Keyboard, Line, Remark, Tone, field, line};
use crate::ui::state::{use_app, use_lang};
use crate::web;

/// A day, as far as it is typed. Copied freely.
#[derive(Clone, Copy)]
pub struct DayField {
    id: &'static str,
    typed: RwSignal<String>,
    tried: RwSignal<bool>,
    today: Date,
    lang: Lang,
}

impl DayField {
    /// Begins with today; `id` is that of its control.
    pub fn new(id: &'static str) -> Self {
        let today = use_app().registry.with_untracked(Registry::today);
        Self { id, typed: RwSignal::new(today.text()), tried: RwSignal::new(false), today, lang: use_lang() }
    }

    /// Draws it, with what is wrong below once it was left.
    pub fn view(self, label: &'static str) -> AnyView {
        let remarks = Signal::derive(move || {
            let fault = self.read().err().filter(|_| self.tried.get());
            fault.into_iter().map(|text| Remark { tone: Tone::Error, text }).collect::<Vec<_>>()
        });
        let control = line(Line {
            id: self.id.to_owned(),
            value: self.typed.into(),
            on_input: Callback::new(move |text| self.typed.set(text)),
            on_leave: Callback::new(move |()| self.tried.set(true)),
            keyboard: Keyboard::Digits,
            invalid: Signal::derive(move || !remarks.get().is_empty()),
            required: true,
        });
        field(Frame { remarks, ..Frame::plain(self.id, label) }, control)
    }

    /// The day that was typed; without one, says why not and leads to it.
    pub fn taken(self) -> Option<Date> {
        self.tried.set(true);
        let day = untrack(|| self.read()).ok();
        if day.is_none() {
            web::focus(self.id);
        }
        day
    }

    fn read(self) -> Result<Date, String> {
        match Date::parse(self.typed.get().trim()) {
            Ok(date) if date > self.today => Err(self.lang.texts().duplicates_leave_future.to_owned()),
            Ok(date) => Ok(date),
            Err(fault) => Err(self.lang.fault(fault)),
        }
    }
}
