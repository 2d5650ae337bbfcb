//! Where and when something was typed: on this device, or on whose, by the name that its files give.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::history::{Device, Stamp};
use crate::ui::state::{use_app, use_lang};
use crate::web;

/// Tells it of stamps; the name of a device is looked for once.
#[derive(Default)]
pub struct Whose(BTreeMap<Device, Option<String>>);

impl Whose {
    /// "di perangkat Bu Rina, TKSK, 5 Juni 2026 08.32"
    pub fn typed(&mut self, at: Stamp) -> String {
        let (app, lang) = (use_app(), use_lang());
        let device = at.device();
        let find =
            || app.registry.with_untracked(|registry| app.came.with_untracked(|came| registry.name_of(device, came)));
        let name = self.0.entry(device).or_insert_with(find);
        lang.typed_by(app.is_own(device), &device.to_string(), name.as_deref(), web::local(at.ms()))
    }
}
