//! `test`: the suites, and a summary.
//!
//! A suite that fails does not keep the others from running; one that cannot run here says why. Deliberately absent:
//! retries.
use crate::process::{cargo, step};
use crate::{build, chrome, e2e, fuzz, paths, process, tools};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

const USAGE: &str = "`test` takes the name of a suite (`native`, `laws`, `timezones`, `browser`, `fuzz` or `e2e`), and \
    after `--` what goes on to it.";

type Suite = (&'static str, fn(&[String]) -> Result<(), String>);

const SUITES: [Suite; 6] = [
    ("native", native),
    ("laws", laws),
    ("browser", browser),
    ("timezones", timezones),
    ("fuzz", fuzz::suite),
    ("e2e", end_to_end),
];

/// How many invented histories each law is tried on by the suite `laws`; plain `cargo test` tries a tenth.
const HISTORIES: &str = "100000";

/// Where the app is at home, and places on the other side of the day whose clocks change in spring and in autumn.
const ZONES: [(&str, &str); 3] = [
    ("Asia/Makassar", "asia_makassar"),
    ("America/Los_Angeles", "america_los_angeles"),
    ("Pacific/Auckland", "pacific_auckland"),
];

/// Why a suite cannot run here; `None` if it can.
fn why_not(suite: &str) -> Option<String> {
    match suite {
        "fuzz" => fuzz::why_not(),
        "timezones" if cfg!(windows) => Some("a browser on Windows takes no zone from the environment".to_owned()),
        _ => None,
    }
}

/// The verb.
pub fn run(args: &[String]) -> Result<(), String> {
    let (suites, passed_on) = parse(args)?;
    let mut lines = Vec::new();
    let mut failed = Vec::new();
    for (name, suite) in suites {
        if let Some(reason) = why_not(name) {
            lines.push(format!("  {name:<9} skipped: {reason}"));
            continue;
        }
        let started = Instant::now();
        let done = suite(passed_on);
        let seconds = started.elapsed().as_secs();
        let word = if done.is_ok() { "passed" } else { "FAILED" };
        lines.push(format!("  {name:<9} {word} {seconds:>5} s"));
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

/// The laws of histories and the simulation of three devices, over many more histories than `native` takes.
fn laws(passed_on: &[String]) -> Result<(), String> {
    step(&format!("Trying each law on {HISTORIES} histories (3 minutes on two busy cores)…"));
    process::run(
        cargo()
            .args(["test", "--features", "conformance", "--test", "native", "--", "laws::", "simulation::"])
            .args(passed_on)
            .env("BUKU_CASES", HISTORIES),
        "mend the code; the history is kept in tests/regressions, which goes with it.",
    )
}

/// All that has to do with dates, natively and in the browser, in each zone.
fn timezones(passed_on: &[String]) -> Result<(), String> {
    for (zone, test) in ZONES {
        step(&format!("Testing dates in {zone} (seconds, once the tests are built)…"));
        // All of the crate's own tests, for they take no time, and those of the native suite that have to do with dates.
        for part in [&["--lib"][..], &["--test", "native", "--", "dates::", "problems::", "schema::"]] {
            let advice = format!("something reads the zone, which must not be: TZ was {zone}.");
            process::run(cargo().args(["test", "--features", "conformance"]).args(part).env("TZ", zone), &advice)?;
        }
        let others = ZONES.iter().map(|(_, other)| *other).filter(|other| *other != test);
        let mut args: Vec<&str> = ["--", "zones::", "--include-ignored"].into();
        others.for_each(|other| args.extend(["--skip", other]));
        for args in [&args[..], &["dates::"]] {
            in_browser(args.iter().map(|arg| (*arg).to_owned()).chain(passed_on.iter().cloned()), Some(zone))?;
        }
    }
    Ok(())
}

/// What needs a browser but no page: storage, files, the hash.
fn browser(passed_on: &[String]) -> Result<(), String> {
    step("Testing in a headless browser (about 2 minutes at first, then seconds)…");
    in_browser(passed_on.iter().cloned(), None)
}

/// Runs `tests/browser`, in a zone if one is named.
fn in_browser(args: impl Iterator<Item = String>, zone: Option<&str>) -> Result<(), String> {
    tools::target()?;
    tools::WASM_BINDGEN.install()?;
    let (browser, driver) = (chrome::get_browser()?, chrome::get_driver()?);
    let settings = webdriver_settings(&browser)?;
    process::run(
        cargo()
            .args(["test", "--target", tools::TARGET, "--features", "web,conformance", "--test", "browser"])
            .args(args)
            .envs(zone.map(|zone| ("TZ", zone)))
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
        assert_eq!(names(""), Ok((SUITES.map(|suite| suite.0).to_vec(), vec![])));
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
