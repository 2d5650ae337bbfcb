//! iPhones and iPads, whose Safari clears what a page stored after seven days without a visit.

use super::object::{get, text};
use super::window;

/// Whether this is a tab of Safari on an iPhone or iPad, and not the book installed on its home screen.
pub fn is_safari_tab() -> bool {
    let Some(navigator) = window().map(|window| window.navigator()) else { return false };
    // Only there this member exists; it says whether the page was opened from the home screen.
    if get(&navigator, "standalone").as_bool() != Some(false) {
        return false;
    }
    let agent = text(&navigator, "userAgent").unwrap_or_default();
    let is_named = ["iPhone", "iPad", "iPod"].iter().any(|name| agent.contains(name));
    // An iPad calls itself a Mac; no Mac has a screen to touch.
    let touches = get(&navigator, "maxTouchPoints").as_f64().is_some_and(|points| points > 1.0);
    is_named || (touches && text(&navigator, "platform").as_deref() == Some("MacIntel"))
}

/// Whether this is the book installed on the home screen of an iPhone or iPad. A download there shows the file in place of
/// the book, and no way back.
pub fn is_on_home_screen() -> bool {
    window().is_some_and(|window| get(&window.navigator(), "standalone").as_bool() == Some(true))
}
