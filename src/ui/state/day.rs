//! Today, for a page that is left open over midnight.

use std::time::Duration;

use leptos::prelude::*;

use super::app::App;
use crate::registry::Registry;
use crate::web;

/// How often it is looked at while the page lives. A timer to midnight would stand still with a device that sleeps.
const LOOK: Duration = Duration::from_mins(1);

/// Reads ages and rules anew whenever the day has changed: when the page comes to be seen, and while it is.
pub(super) fn start(app: App) {
    web::on_visible(move || look(app));
    set_interval(move || look(app), LOOK);
}

fn look(app: App) {
    let today = web::today();
    if app.registry.with_untracked(Registry::today) != today {
        app.write.registry.update(|registry| registry.turn_to(today));
    }
}
