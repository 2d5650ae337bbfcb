//! `test`: the suites, from the quickest to the slowest, and a summary.
//!
//! A suite that fails does not keep the others from running. Deliberately absent: retries.
mod engines;
mod release;
mod wasm;

use crate::process::{self, cargo, step};
use std::time::Instant;

const USAGE: &str = "`test` takes `native`, `browser`, `e2e`, `durability` or `engines`, and after `--` what goes on to that \
                     suite; `durability` takes its flags without the `--` too.";

type Suite = (&'static str, fn(&[String]) -> Result<(), String>);

const SUITES: [Suite; 5] = [
    ("native", native),
    ("browser", browser),
    ("e2e", release::end_to_end),
    ("durability", release::durability),
    ("engines", engines::run),
];

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
    process::run(
        cargo().args(["test", "--workspace", "--features", "conformance"]).args(passed_on),
        "mend the test or the code that it names above.",
    )
}

/// What needs a browser but no page: storage, files, the hash.
fn browser(passed_on: &[String]) -> Result<(), String> {
    wasm::prepare()?;
    wasm::run(&wasm::chromium()?, passed_on)
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
        assert_eq!(names(""), Ok((vec!["native", "browser", "e2e", "durability", "engines"], vec![])));
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
