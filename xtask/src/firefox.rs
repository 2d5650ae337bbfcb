//! Firefox and its driver: found, or got from the system's package manager and from cargo's registry.
//!
//! Deliberately absent: geckodriver's own downloads, which need the open internet.
use crate::process::{self, find, named, step};
use crate::tools;
use std::path::PathBuf;

const BROWSERS: [&str; 2] = ["firefox", "firefox-esr"];

/// The command that gets the browser on Debian.
pub const BY_HAND: &str = "apt-get install -y firefox-esr";

/// The browser that is there: the one `FIREFOX` names, or one on `PATH`.
pub fn browser() -> Option<PathBuf> {
    named("FIREFOX").or_else(|| find(&BROWSERS))
}

/// The browser, got if it was not there.
pub fn get_browser() -> Result<PathBuf, String> {
    if let Some(found) = browser() {
        return Ok(found);
    }
    if process::may_apt() {
        step("Installing Firefox from the system's packages (about a minute, once)…");
        process::apt(&["firefox-esr"])?;
    }
    browser().ok_or_else(|| "Firefox is not found; install it, or set FIREFOX to its program.".to_owned())
}

/// The driver that is there: the one `GECKODRIVER` names, one on `PATH`, or the pinned one.
pub fn driver() -> Option<PathBuf> {
    let pinned = || tools::GECKODRIVER.at("geckodriver").ok().filter(|program| program.is_file());
    named("GECKODRIVER").or_else(|| find(&["geckodriver"])).or_else(pinned)
}

/// The driver, built if it was not there.
pub fn get_driver() -> Result<PathBuf, String> {
    if let Some(found) = driver() {
        return Ok(found);
    }
    tools::GECKODRIVER.install()?;
    tools::GECKODRIVER.at("geckodriver")
}
