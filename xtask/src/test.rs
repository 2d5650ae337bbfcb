//! `test`: the three suites, from the quickest to the slowest, and a summary.
//!
//! A suite that fails does not keep the others from running. Deliberately absent: retries.
use crate::process::{cargo, step};
use crate::{build, chrome, e2e, paths, process, tools};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

const USAGE: &str = "`test` takes `native`, `browser` or `e2e`, and after `--` what goes on to that suite.";

type Suite = (&'static str, fn(&[String]) -> Result<(), String>);

const SUITES: [Suite; 3] = [("native", native), ("browser", browser), ("e2e", end_to_end)];

/// The verb.
pub fn run(args: &[String]) -> Result<(), String> {
    let (suites, passed_on) = parse(args)?;
    let mut lines = Vec::new();
    let mut failed = Vec::new();
    for (name, suite) in suites {
        let started = Instant::now();
        let done = suite(passed_on);
        let seconds = started.elapsed().as_secs();
        let word = if done.is_ok() { "passed" } else { "FAILED" };
        lines.push(format!("  {name:<8} {word} {seconds:>5} s"));
        if let Err(sentence) = done {
            step(&format!("{name}: {sentence}"));
            failed.push(*name);
        }
    }
    println!("\nSuites:\n{}", lines.join("\n"));
    if failed.is_empty() { Ok(()) } else { Err(format!("{} failed; what failed is told above.", failed.join(" and "))) }
}

fn parse(args: &[String]) -> Result<(&'static [Suite], &[String]), String> {
    let cut = args.iter().position(|arg| arg == "--");
    let (own, passed_on) = cut.map_or((args, &[][..]), |at| (&args[..at], &args[at + 1..]));
    match own {
        [] if passed_on.is_empty() => Ok((&SUITES, passed_on)),
        [name] => match SUITES.iter().position(|suite| suite.0 == name) {
            Some(at) => Ok((&SUITES[at..=at], passed_on)),
            None => Err(USAGE.to_owned()),
        },
        _ => Err(USAGE.to_owned()),
    }
}

/// The pure part of the app, and xtask itself.
fn native(passed_on: &[String]) -> Result<(), String> {
    step("Testing natively (1 to 2 minutes at first, then seconds)…");
    process::run(
        cargo().args(["test", "--workspace", "--features", "conformance"]).args(passed_on),
        "mend the test or the code that it names above.",
    )
}

/// What needs a browser but no page: storage, files, the hash.
fn browser(passed_on: &[String]) -> Result<(), String> {
    tools::target()?;
    tools::WASM_BINDGEN.install()?;
    let (browser, driver) = (chrome::get_browser()?, chrome::get_driver()?);
    let settings = webdriver_settings(&browser)?;
    step("Testing in a headless browser (about 2 minutes at first, then seconds)…");
    process::run(
        cargo()
            .args(["test", "--target", tools::TARGET, "--features", "web,conformance", "--test", "browser"])
            .args(passed_on)
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools::WASM_BINDGEN.at("wasm-bindgen-test-runner")?)
            .env("CHROMEDRIVER", driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings)
            // Seconds that the whole file of tests may take; the runner's own 20 are short on a busy machine.
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120"),
        "mend the test or the code that it names above; `cargo xtask doctor` tells whether browser and driver fit.",
    )
}

/// The release build, as people use it.
fn end_to_end(passed_on: &[String]) -> Result<(), String> {
    build::make()?;
    e2e::install()?;
    let browser = chrome::get_browser()?;
    step("Testing the release in a real browser (seconds)…");
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

/// Writes what the driver is to start, and answers where.
fn webdriver_settings(browser: &Path) -> Result<PathBuf, String> {
    let mut flags = vec![
        "--headless=new",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ];
    if process::is_root() {
        flags.push("--no-sandbox");
    }
    let settings = json!({ "goog:chromeOptions": { "binary": browser, "args": flags } });
    let folder = paths::root().join("target");
    let file = folder.join("webdriver.json");
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&file, settings.to_string()))
        .map_err(|error| format!("{} cannot be written ({error}).", file.display()))?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Result<(Vec<&'static str>, Vec<String>), String> {
        let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        let (suites, passed_on) = parse(&words)?;
        Ok((suites.iter().map(|suite| suite.0).collect(), passed_on.to_vec()))
    }

    #[test]
    fn no_name_means_every_suite() {
        assert_eq!(names(""), Ok((vec!["native", "browser", "e2e"], vec![])));
        assert_eq!(names("browser"), Ok((vec!["browser"], vec![])));
    }

    #[test]
    fn what_follows_goes_to_one_suite_only() {
        assert_eq!(names("native -- --test merge"), Ok((vec!["native"], vec!["--test".into(), "merge".into()])));
        assert!(names("-- merge").is_err());
        assert!(names("native merge").is_err());
        assert!(names("unit").is_err());
    }
}
