//! `LibreOffice` Calc without a screen: found, or got from the system's package manager.
//!
//! Deliberately absent: Excel, which runs on no machine of ours.
use crate::process::{self, find, named, step};
use std::path::PathBuf;

const PROGRAMS: [&str; 2] = ["soffice", "libreoffice"];

/// The command that gets it on Debian.
pub const BY_HAND: &str = "apt-get install -y --no-install-recommends libreoffice-calc-nogui";

/// The program that is there: the one `SOFFICE` names, or one on `PATH`.
pub fn program() -> Option<PathBuf> {
    named("SOFFICE").or_else(|| find(&PROGRAMS))
}

/// The program, got if it was not there.
pub fn get() -> Result<PathBuf, String> {
    if let Some(found) = program() {
        return Ok(found);
    }
    if process::may_apt() {
        step("Installing LibreOffice Calc from the system's packages (one to two minutes, once)…");
        process::apt(&["libreoffice-calc-nogui"])?;
    }
    program().ok_or_else(|| format!("LibreOffice is not found; `{BY_HAND}`, or set SOFFICE to its program."))
}
