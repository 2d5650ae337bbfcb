//! The suites that need the built release and Chromium: `e2e`, and `durability`, which kills it.
//!
//! Relies on Node. Deliberately absent: what is done in the browser; the folder `e2e` knows that.
use crate::process::{self, step};
use crate::{build, chrome, e2e};
use std::path::{Path, PathBuf};
use std::process::Command;

/// How many kills show that the harness finds what is lost.
const KILLS_WITHOUT_MIRROR: &str = "3";

/// The release build, as people use it.
pub fn end_to_end(passed_on: &[String]) -> Result<(), String> {
    let browser = prepare()?;
    step("Testing the release in a real browser (some minutes)…");
    let names_files = passed_on.iter().any(|arg| Path::new(arg).extension().is_some_and(|ending| ending == "mjs"));
    let files = if names_files { Vec::new() } else { e2e::tests()? };
    process::run(
        Command::new("node")
            .args(["--test", "--test-concurrency=2"])
            .args(passed_on)
            .args(files)
            .current_dir(e2e::folder())
            .env("CHROME", browser),
        "mend the test or the code that it names above; pictures, if it took any, are in e2e/shots.",
    )
}

/// Whether what the page called saved survives that its browser is killed; and, without a mirror, does not.
pub fn durability(passed_on: &[String]) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        step("durability: skipped, since it finds a browser's processes in /proc, which only Linux has.");
        return Ok(());
    }
    let browser = prepare()?;
    let kill = |flags: &[String]| {
        process::run(
            Command::new("node")
                .arg("durability/main.mjs")
                .args(flags)
                .current_dir(e2e::folder())
                .env("CHROME", &browser),
            "mend what loses the changes that it names above.",
        )
    };
    step("Killing the browser after it said \"saved\" (2 to 3 seconds a kill)…");
    let kept = kill(passed_on);
    if passed_on.iter().any(|flag| flag == "--mirror") {
        return kept;
    }
    step("The same with a mirror that forgets, which has to lose…");
    let lost = kill(&["--mirror", "off", "--kills", KILLS_WITHOUT_MIRROR].map(str::to_owned));
    kept.and(lost)
}

fn prepare() -> Result<PathBuf, String> {
    build::make()?;
    e2e::install()?;
    chrome::get_browser()
}
