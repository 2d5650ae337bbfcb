//! The suite `engines`: the storage's conformance suite in Chromium and Firefox, and the main job in these and WebKit.
//!
//! An engine that is not there and cannot be got is skipped, aloud. Relies on the built release and on Node. Deliberately
//! absent: the conformance suite in WebKit, since wasm-bindgen's runner knows no driver of WebKitGTK.
use super::wasm;
use crate::process::{self, step};
use crate::{build, e2e, node, webkit};
use std::path::Path;

/// The suite.
pub fn run(passed_on: &[String]) -> Result<(), String> {
    if let Some(stray) = passed_on.first() {
        return Err(format!("`engines` takes no `{stray}`."));
    }
    build::make()?;
    e2e::install()?;
    wasm::prepare()?;
    let mut sum = Sum::default();
    for (name, engine) in [("chromium", wasm::chromium()), ("firefox", wasm::firefox())] {
        match engine {
            Ok(engine) => {
                sum.note(name, "conformance", wasm::run(&engine, &[], None));
                sum.note(name, "main job", main_job(name, &engine.browser, &engine.driver));
            }
            Err(reason) => sum.skip(name, &reason),
        }
    }
    match webkit::get() {
        Ok((browser, driver)) => sum.note("webkit", "main job", main_job("webkit", &browser, &driver)),
        Err(reason) => sum.skip("webkit", &reason),
    }
    sum.told()
}

fn main_job(name: &str, browser: &Path, driver: &Path) -> Result<(), String> {
    step(&format!("Doing the main job in {name} (some seconds)…"));
    process::run(
        node::command("node")?
            .args(["engines/main.mjs", name, "--browser"])
            .arg(browser)
            .arg("--driver")
            .arg(driver)
            .current_dir(e2e::folder()),
        "mend the script or the code that it names above.",
    )
}

/// What came of each engine.
#[derive(Default)]
struct Sum {
    lines: Vec<String>,
    failed: Vec<String>,
}

impl Sum {
    fn note(&mut self, engine: &str, what: &str, done: Result<(), String>) {
        let word = if done.is_ok() { "passed" } else { "FAILED" };
        self.lines.push(format!("  {engine:<9} {what:<12} {word}"));
        if let Err(sentence) = done {
            self.failed.push(format!("{what} in {engine}: {sentence}"));
        }
    }

    fn skip(&mut self, engine: &str, reason: &str) {
        self.lines.push(format!("  {engine:<9} skipped: {reason}"));
    }

    fn told(self) -> Result<(), String> {
        println!("\nEngines:\n{}", self.lines.join("\n"));
        if self.failed.is_empty() { Ok(()) } else { Err(self.failed.join("\n")) }
    }
}

#[cfg(test)]
mod tests {
    use super::Sum;

    #[test]
    fn what_is_skipped_does_not_fail_and_what_fails_does() {
        let mut sum = Sum::default();
        sum.skip("webkit", "it is not there.");
        sum.note("chromium", "main job", Ok(()));
        assert_eq!(sum.lines, ["  webkit    skipped: it is not there.", "  chromium  main job     passed"]);
        sum.note("firefox", "main job", Err("no.".to_owned()));
        assert_eq!(sum.told(), Err("main job in firefox: no.".to_owned()));
    }
}
