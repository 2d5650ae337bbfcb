//! iPhones and iPads, whose Safari clears what a page stored after seven days without a visit.

use js_sys::Reflect;

use super::window;

/// Whether this is a tab of Safari on an iPhone or iPad, and not the book installed on its home screen.
pub fn is_safari_tab() -> bool {
    let Some(navigator) = window().map(|window| window.navigator()) else { return false };
    // Only there this member exists; it says whether the page was opened from the home screen.
    let standalone = Reflect::get(&navigator, &"standalone".into()).ok().and_then(|standalone| standalone.as_bool());
    if standalone != Some(false) {
        return false;
    }
    let agent = navigator.user_agent().unwrap_or_default();
    let is_named = ["iPhone", "iPad", "iPod"].iter().any(|name| agent.contains(name));
    // An iPad calls itself a Mac; no Mac has a screen to touch.
    is_named || (navigator.platform().is_ok_and(|platform| platform == "MacIntel") && navigator.max_touch_points() > 1)
}
