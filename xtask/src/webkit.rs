//! WebKitGTK's small browser, its driver, and a screen for it: found, or got from the system's package manager.
//!
//! Deliberately absent: Safari. It is WebKit too, but only a Mac has it.
use crate::process::{self, find, named, step};
use std::fs;
use std::path::{Path, PathBuf};

/// Debian puts the browser beside the library, in a folder of the machine's kind and the library's version.
const LIBRARIES: &str = "/usr/lib";

/// The command that gets all of it on Debian.
pub const BY_HAND: &str = "apt-get install -y webkit2gtk-driver xvfb";

/// The driver that is there.
pub fn driver() -> Option<PathBuf> {
    named("WEBKITWEBDRIVER").or_else(|| find(&["WebKitWebDriver"]))
}

/// The browser that is there: the one `MINIBROWSER` names, or the library's.
pub fn browser() -> Option<PathBuf> {
    named("MINIBROWSER").or_else(|| inside(Path::new(LIBRARIES)))
}

/// The screen without a monitor that is there; the browser cannot do without one.
pub fn screen() -> Option<PathBuf> {
    find(&["Xvfb"])
}

/// Browser and driver, got if they were not there.
pub fn get() -> Result<(PathBuf, PathBuf), String> {
    let found = || Some((browser()?, driver()?, screen()?));
    if found().is_none() && process::may_apt() {
        step("Installing WebKit's driver and Xvfb from the system's packages (about a minute, once)…");
        process::apt(&["webkit2gtk-driver", "xvfb"])?;
    }
    let (browser, driver, _) = found().ok_or_else(|| format!("WebKit's parts are not all there; `{BY_HAND}`."))?;
    Ok((browser, driver))
}

fn inside(libraries: &Path) -> Option<PathBuf> {
    let folders = |folder: &Path| {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
        paths.sort();
        paths
    };
    let of_machine = folders(libraries).into_iter().flat_map(|machine| folders(&machine));
    let of_webkit =
        of_machine.filter(|path| path.file_name().is_some_and(|it| it.to_string_lossy().starts_with("webkit2gtk-")));
    of_webkit.map(|folder| folder.join("MiniBrowser")).find(|program| program.is_file())
}
