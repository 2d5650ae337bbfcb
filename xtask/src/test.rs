//! `test`: the suites, from the quickest to the slowest, and a summary.
//!
//! A suite that fails does not keep the others from running; one that cannot run here says why. Deliberately absent:
//! retries.
mod engines;
mod release;
pub mod wasm;

use crate::ahead::Beside;
use crate::process::{self, cargo, step};
use crate::{duckdb, fuzz, office};
use std::time::Instant;

const USAGE: &str = "`test` takes the name of a suite (`native`, `laws`, `sheets`, `data`, `browser`, `timezones`, `fuzz`, `dev`, `e2e`, \
                     `durability` or `engines`), and after `--` what goes on to it; `durability` takes its flags without the `--` too.";

type Suite = (&'static str, fn(&[String]) -> Result<(), String>);

const SUITES: [Suite; 11] = [
    ("native", native),
    ("laws", laws),
    ("sheets", sheets),
    ("data", data),
    ("browser", browser),
    ("timezones", timezones),
    ("fuzz", fuzz::suite),
    ("dev", release::development),
    ("e2e", release::end_to_end),
    ("durability", release::durability),
    ("engines", engines::run),
];

/// The first suite that does; before it all is built.
const OPENS_A_BROWSER: &str = "browser";

/// How many invented histories each law is tried on by the suite `laws`; plain `cargo test` tries a tenth.
const HISTORIES: &str = "100000";

/// How the native tests are built: the same for all suites, features and packages, so that they are built once.
const NATIVE: [&str; 4] = ["test", "--workspace", "--features", "conformance,sheets"];

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
    let mut ahead = args.is_empty().then(Beside::start);
    for (name, suite) in suites {
        if OPENS_A_BROWSER == *name
            && let Some(ahead) = &mut ahead
        {
            ahead.wait();
        }
        if let Some(reason) = why_not(name) {
            lines.push(format!("  {name:<10} skipped: {reason}"));
            continue;
        }
        let started = Instant::now();
        let done = suite(passed_on);
        let seconds = started.elapsed().as_secs();
        let word = if done.is_ok() { "passed" } else { "FAILED" };
        lines.push(format!("  {name:<10} {word} {seconds:>5} s"));
        if let Err(sentence) = done {
            step(&format!("{name}: {sentence}"));
            failed.push(*name);
        }
    }
    println!("\nSuites:\n{}", lines.join("\n"));
    if failed.is_empty() { Ok(()) } else { Err(format!("{} failed; what failed is told above.", failed.join(" and "))) }
}

fn parse(args: &[String]) -> Result<(&'static [Suite], &[String]), String> {
    let Some((name, rest)) = args.split_first() else { return Ok((&SUITES, args)) };
    let at = SUITES.iter().position(|suite| suite.0 == name).ok_or(USAGE)?;
    let passed_on = match rest.split_first() {
        None => rest,
        Some((cut, passed_on)) if cut == "--" => passed_on,
        Some((flag, _)) if name == "durability" && flag.starts_with("--") => rest,
        Some(_) => return Err(USAGE.to_owned()),
    };
    Ok((&SUITES[at..=at], passed_on))
}

/// The pure part of the app, and xtask itself.
fn native(passed_on: &[String]) -> Result<(), String> {
    step("Testing natively (1 to 2 minutes at first, then seconds)…");
    process::run(cargo().args(NATIVE).args(passed_on), "mend the test or the code that it names above.")
}

/// The laws of histories and the simulation of three devices, over many more histories than `native` takes.
fn laws(passed_on: &[String]) -> Result<(), String> {
    step(&format!("Trying each law on {HISTORIES} histories (3 minutes on two busy cores)…"));
    process::run(
        cargo()
            .args(NATIVE)
            // The laws of lists have a count of their own, in `native`.
            .args(["--test", "native", "--", "laws::", "simulation::"])
            .args(passed_on)
            .env("BUKU_CASES", HISTORIES),
        "mend the code; the history is kept in tests/regressions, which goes with it.",
    )
}

/// The spreadsheets that go out, opened in `LibreOffice`.
fn sheets(passed_on: &[String]) -> Result<(), String> {
    let program = office::get()?;
    step("Opening spreadsheets in LibreOffice (half a minute, once the tests are built)…");
    process::run(
        cargo()
            .args(NATIVE)
            .args(["--test", "native", "--", "sheets::office", "--ignored"])
            .args(passed_on)
            .env("SOFFICE", program),
        "mend what goes out; the cell that Calc took for something else is told above.",
    )
}

/// What docs/data.md tells people to run, with `DuckDB` and jq too.
fn data(passed_on: &[String]) -> Result<(), String> {
    let (python, packages) = duckdb::get()?;
    step("Trying what docs/data.md says (seconds, once the tests are built)…");
    process::run(
        cargo()
            .args(NATIVE)
            .args(["--test", "native", "--", "data::"])
            .args(passed_on)
            .env("PYTHON", python)
            .env("PYTHONPATH", packages),
        "mend the page, or what it tells people to run.",
    )
}

/// What needs a browser but no page: storage, files, the hash.
fn browser(passed_on: &[String]) -> Result<(), String> {
    wasm::prepare()?;
    wasm::run(&wasm::chromium()?, passed_on, None)
}

/// All that has to do with dates, natively and in the browser, in each zone.
fn timezones(passed_on: &[String]) -> Result<(), String> {
    wasm::prepare()?;
    let chromium = wasm::chromium()?;
    for (zone, test) in ZONES {
        step(&format!("Testing dates in {zone} (seconds, once the tests are built)…"));
        // All of the crate's own tests, for they take no time, and those of the native suite that have to do with dates.
        for part in [&["--lib"][..], &["--test", "native", "--", "dates::", "problems::", "schema::"]] {
            let advice = format!("something reads the zone, which must not be: TZ was {zone}.");
            process::run(cargo().args(NATIVE).args(part).env("TZ", zone), &advice)?;
        }
        let others = ZONES.iter().map(|(_, other)| *other).filter(|other| *other != test);
        let mut args: Vec<&str> = ["--", "zones::", "--include-ignored"].into();
        others.for_each(|other| args.extend(["--skip", other]));
        for args in [&args[..], &["dates::"]] {
            let args: Vec<String> = args.iter().map(|arg| (*arg).to_owned()).chain(passed_on.iter().cloned()).collect();
            wasm::run(&chromium, &args, Some(zone))?;
        }
    }
    Ok(())
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
        assert_eq!(names("durability --kills 200"), Ok((vec!["durability"], vec!["--kills".into(), "200".into()])));
        assert_eq!(names("durability -- --kills 200"), names("durability --kills 200"));
        assert!(names("-- merge").is_err());
        assert!(names("native merge").is_err());
        assert!(names("native --test merge").is_err());
        assert!(names("durability 200").is_err());
        assert!(names("unit").is_err());
    }
}
