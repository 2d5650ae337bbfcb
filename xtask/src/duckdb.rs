//! A Python with `DuckDB`, and jq, for the suite `data`.
//!
//! Relies on Python with pip. Where `DuckDB` cannot be got the suite goes without it, and says so. Deliberately absent: what is asked.
use crate::process::{self, find, step};
use crate::{paths, tools};
use std::path::PathBuf;
use std::process::Command;

const VERSION: &str = "2.0.1";

/// The Python to ask with, and where it finds `DuckDB`.
pub fn get() -> Result<(PathBuf, PathBuf), String> {
    if find(&["jq"]).is_none() && process::may_apt() {
        step("Installing jq from the system's packages (some seconds, once)…");
        process::apt(&["jq"])?;
    }
    let plain = find(&["python3", "python"]).ok_or("Python is not found; install Python 3 and put it on PATH.")?;
    let name = format!("duckdb-{VERSION}");
    let home = paths::tools()?.join(&name);
    let got = tools::into_cache(&name, |fresh| {
        step(&format!("Getting DuckDB {VERSION} (some seconds, once per user)…"));
        let mut pip = Command::new(&plain);
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target"]).arg(fresh);
        process::run(pip.arg(format!("duckdb=={VERSION}")), "see whether the network reaches Python's registry.")
    });
    if let Err(reason) = got {
        step(&format!("Without DuckDB, which could not be got: {reason}"));
    }
    Ok((plain, home))
}
