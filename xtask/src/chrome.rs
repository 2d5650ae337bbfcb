//! Chromium and its driver: found, or got from the system's package manager, or from Playwright's own download.
//!
//! Deliberately absent: other browsers; `firefox` and `webkit` are beside it.
use crate::process::{self, find, first_line, named, step};
use crate::{e2e, node, paths};
use std::path::PathBuf;

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const SHELLS: [&str; 1] = ["chromium-headless-shell"];
const DRIVERS: [&str; 2] = ["chromedriver", "chromium-chromedriver"];

/// The command that gets both on Debian.
pub const BY_HAND: &str = "apt-get install -y chromium chromium-driver";

/// The browser that is there: the one `CHROME` names, one on `PATH`, or Playwright's own.
pub fn browser() -> Option<PathBuf> {
    named("CHROME").or_else(|| find(&BROWSERS)).or_else(of_playwright)
}

/// The driver that is there: the one `CHROMEDRIVER` names, or one on `PATH`.
pub fn driver() -> Option<PathBuf> {
    named("CHROMEDRIVER").or_else(|| find(&DRIVERS))
}

/// The browser, got if it was not there.
pub fn get_browser() -> Result<PathBuf, String> {
    if let Some(found) = browser() {
        return Ok(found);
    }
    if process::may_apt() {
        step("Installing Chromium from the system's packages (about a minute, once)…");
        process::apt(&["chromium", "chromium-driver"])?;
    } else {
        step("Downloading Playwright's Chromium (some minutes, once per user)…");
        e2e::install()?;
        let advice = "install Chromium, or set CHROME to the program of one that you have.";
        process::run(
            node::command("node")?
                .args(["node_modules/playwright-core/cli.js", "install", "chromium"])
                .current_dir(e2e::folder()),
            advice,
        )?;
    }
    browser().ok_or_else(|| "Chromium is still not found; set CHROME to its program.".to_owned())
}

/// The same engine without a window's furniture, which starts in a third of the time: what the many tests of `e2e` open. The
/// whole browser where there is none.
pub fn get_shell() -> Result<PathBuf, String> {
    let there = || named("CHROME").or_else(|| find(&SHELLS));
    if let Some(found) = there() {
        return Ok(found);
    }
    if process::may_apt() {
        step("Installing Chromium's headless shell from the system's packages (half a minute, once)…");
        // An older Debian has none.
        let _ = process::apt(&SHELLS);
    }
    there().map_or_else(get_browser, Ok)
}

/// The driver, got if it was not there.
pub fn get_driver() -> Result<PathBuf, String> {
    if let Some(found) = driver() {
        return Ok(found);
    }
    if process::may_apt() {
        step("Installing ChromeDriver from the system's packages (about a minute, once)…");
        process::apt(&["chromium-driver"])?;
    }
    driver().ok_or_else(|| {
        "ChromeDriver is not found; install the one of your Chromium's version and put it on PATH or in CHROMEDRIVER."
            .to_owned()
    })
}

/// The number before the first dot of what a browser or driver says of its version.
pub fn major(version: &str) -> Option<u32> {
    version.split_whitespace().find_map(|word| word.split_once('.')?.0.parse().ok())
}

fn of_playwright() -> Option<PathBuf> {
    node::version()?;
    let say = "import('playwright-core').then((it) => console.log(it.chromium.executablePath()))";
    let folder = paths::root().join("e2e");
    let path = PathBuf::from(first_line(node::command("node").ok()?.args(["-e", say]).current_dir(folder))?);
    path.is_file().then_some(path)
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn browser_and_driver_say_their_versions_alike() {
        assert_eq!(major("Chromium 156.0.8078.73 built on Debian GNU/Linux 12"), Some(156));
        assert_eq!(major("ChromeDriver 156.0.8078.73 (abc-refs/branch-heads/8078@{#1})"), Some(156));
        assert_eq!(major("no version"), None);
    }
}
