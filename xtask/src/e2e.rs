//! The Playwright tests' own folder: its packages and its list of tests.
//!
//! Deliberately absent: how a test opens the book (`e2e/harness.mjs` knows that).
use crate::process::{self, npm, step};
use crate::{node, paths};
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
    // npm begins by taking away what is there, which another xtask may be at.
    let target = paths::root().join("target");
    let trouble = |error| format!("target/ cannot be written ({error}); free space there.");
    fs::create_dir_all(&target).map_err(trouble)?;
    let _lock = process::hold(&target.join("xtask-e2e.lock"), "installing the packages of e2e/").map_err(trouble)?;
    if is_installed() {
        return Ok(());
    }
    step("Installing the packages of e2e/ (some seconds)…");
    process::run(
        node::command(npm().get_program())?.args(["ci", "--silent", "--no-audit", "--no-fund"]).current_dir(folder()),
        "run `npm ci` in e2e/ and read what it says; Node 22.19 or newer is needed.",
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
