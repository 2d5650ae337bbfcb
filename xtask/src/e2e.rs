//! The Playwright tests' own folder: its packages and its list of tests.
//!
//! Deliberately absent: how a test opens the book (`e2e/harness.mjs` knows that).
use crate::paths;
use crate::process::{self, npm, step};
use std::fs;
use std::path::PathBuf;

/// The folder `e2e`.
pub fn folder() -> PathBuf {
    paths::root().join("e2e")
}

/// Whether the packages that the lock names are installed: npm copies the lock's entries beside them when it is done.
pub fn is_installed() -> bool {
    let when = |path: &str| fs::metadata(folder().join(path)).and_then(|it| it.modified()).ok();
    match (when("node_modules/.package-lock.json"), when("package-lock.json")) {
        (Some(installed), Some(locked)) => installed >= locked,
        _ => false,
    }
}

/// Installs the packages unless they are there.
pub fn install() -> Result<(), String> {
    if is_installed() {
        return Ok(());
    }
    step("Installing the packages of e2e/ (some seconds)…");
    process::run(
        npm().args(["ci", "--silent", "--no-audit", "--no-fund"]).current_dir(folder()),
        "run `npm ci` in e2e/ and read what it says; Node 20 or newer is needed.",
    )
}

/// Every test file, in the order of their names.
pub fn tests() -> Result<Vec<PathBuf>, String> {
    let list = fs::read_dir(folder().join("tests"));
    let list = list.map_err(|error| format!("e2e/tests cannot be read ({error}); is this the whole repository?"))?;
    let mut files: Vec<PathBuf> = list.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    Ok(files)
}
