//! `fuzz`: the readers of files and of stored texts under a fuzzer that follows what code its inputs reach (libFuzzer).
//!
//! What has to hold is in `fuzz/src`. Relies on a C++ compiler, for the fuzzer itself; the coverage comes with stable
//! rustc. Deliberately absent: cargo-fuzz, a nightly compiler, and a kept corpus. A finding is kept as a test.
use crate::paths;
use crate::process::{self, cargo, step};
use buku_kube::exchange;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const USAGE: &str = "`fuzz` takes `[--seconds N] [--target file|store]`.";

const TARGETS: [&str; 2] = ["file", "store"];

/// Seconds for each target: by the verb, and as a suite of `test`.
const LONG: u64 = 600;
const SHORT: u64 = 15;

/// What rustc adds to each branch and comparison of the crates that are fuzzed.
const COVERAGE: &str = "-Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";

/// The verb.
pub fn run(args: &[String]) -> Result<(), String> {
    let (seconds, targets) = parse(args)?;
    fuzz(seconds, targets)
}

/// A short run of both targets; what is passed on is what the verb takes.
pub fn suite(passed_on: &[String]) -> Result<(), String> {
    if passed_on.is_empty() { fuzz(SHORT, &TARGETS) } else { run(passed_on) }
}

/// Why there can be no fuzzing here; `None` if there can.
pub fn why_not() -> Option<String> {
    let compiler = process::find(&["c++", "g++", "clang++"]);
    if cfg!(unix) && compiler.is_some() {
        None
    } else {
        Some("the fuzzer needs Linux or macOS and a C++ compiler, such as g++".to_owned())
    }
}

fn parse(args: &[String]) -> Result<(u64, &'static [&'static str]), String> {
    let (mut seconds, mut targets) = (LONG, &TARGETS[..]);
    let mut rest = args.iter();
    while let Some(flag) = rest.next() {
        let value = rest.next().ok_or(USAGE)?;
        match flag.as_str() {
            "--seconds" => seconds = value.parse().ok().filter(|seconds| *seconds > 0).ok_or(USAGE)?,
            "--target" => {
                let place = TARGETS.iter().position(|target| target == value).ok_or(USAGE)?;
                targets = &TARGETS[place..=place];
            }
            _ => return Err(USAGE.to_owned()),
        }
    }
    Ok((seconds, targets))
}

fn fuzz(seconds: u64, targets: &[&str]) -> Result<(), String> {
    let programs = build()?;
    write_seeds()?;
    targets.iter().try_for_each(|target| one(target, seconds, &programs.join(target)))
}

/// Builds the targets, and answers with their folder.
pub fn build() -> Result<PathBuf, String> {
    if let Some(reason) = why_not() {
        return Err(format!("There is no fuzzing here: {reason}."));
    }
    let triple = process::first_line(Command::new("rustc").args(["--print", "host-tuple"]))
        .ok_or("`rustc` does not say for what machine it builds; `cargo xtask doctor` tells whether it fits.")?;
    let built = folder();
    step("Building the fuzzer's targets (about 2 minutes at first, then seconds)…");
    process::run(
        cargo()
            .args(["build", "--release", "--manifest-path", "fuzz/Cargo.toml", "--features", "link"])
            // With the target named, build scripts and macros are left without coverage, which could not be linked.
            .args(["--target", &triple, "--target-dir"])
            .arg(&built)
            .env("RUSTFLAGS", COVERAGE),
        "mend the code that it names above.",
    )?;
    Ok(built.join(triple).join("release"))
}

fn one(target: &str, seconds: u64, program: &Path) -> Result<(), String> {
    let [corpus, found] = ["corpus", "found"].map(|name| folder().join(name).join(target));
    let log = folder().join(format!("{target}.log"));
    [&corpus, &found].into_iter().try_for_each(|folder| fs::create_dir_all(folder).map_err(trouble(folder)))?;
    let file = fs::File::create(&log).map_err(trouble(&log))?;
    step(&format!("Fuzzing `{target}` for {seconds} s; what it says goes to {}…", log.display()));
    let mut command = Command::new(program);
    command.arg(&corpus).args(seeds(target));
    command.arg(format!("-dict={}", paths::root().join("fuzz/json.dict").display()));
    command.arg(format!("-artifact_prefix={}/", found.display()));
    command.arg(format!("-max_total_time={seconds}"));
    command.args(["-max_len=16384", "-timeout=10", "-rss_limit_mb=1024"]);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(file);
    let status =
        command.status().map_err(|error| format!("`{}` could not be started ({error}).", program.display()))?;
    let said = String::from_utf8_lossy(&fs::read(&log).map_err(trouble(&log))?).into_owned();
    if !status.success() {
        let tail: Vec<&str> = said.lines().rev().take(40).collect();
        tail.iter().rev().for_each(|line| eprintln!("{line}"));
        return Err(format!(
            "the fuzzer broke `{target}`; the input is in {}. Mend the code, and keep the input in tests/fixtures/bad.",
            found.display()
        ));
    }
    step(&format!("`{target}`: {}", result(&said).ok_or("the fuzzer does not say what it did; read its log.")?));
    Ok(())
}

/// What libFuzzer says at the end: "Done N runs …", and before it a line with what was covered.
fn result(said: &str) -> Option<String> {
    let done = said.lines().rev().find_map(|line| line.strip_prefix("Done ")?.split(' ').next())?;
    let line = said.lines().rev().find(|line| line.starts_with('#') && line.contains(" cov: "))?;
    let number = |name: &str| line.split(name).nth(1)?.split_whitespace().next();
    Some(format!("{done} inputs, {} places of the code reached, nothing found.", number(" cov: ")?))
}

/// Where inputs are taken from, besides what earlier runs found worth keeping.
fn seeds(target: &str) -> Vec<PathBuf> {
    let fixtures = paths::root().join("tests/fixtures");
    if target == "file" { vec![fixtures.join("v1"), fixtures.join("bad")] } else { vec![folder().join("seeds")] }
}

/// Stored texts, made of the good files: the first byte of each names its key (see `fuzz/src/store.rs`).
fn write_seeds() -> Result<(), String> {
    let seeds = folder().join("seeds");
    fs::create_dir_all(&seeds).map_err(trouble(&seeds))?;
    let write = |name: &str, key: u8, text: &str| {
        let path = seeds.join(format!("{name}-{key}"));
        fs::write(&path, [&[key], text.as_bytes()].concat()).map_err(trouble(&path))
    };
    for name in ["group", "full"] {
        let path = paths::root().join(format!("tests/fixtures/v1/{name}.json"));
        let file = exchange::read(&fs::read(&path).map_err(trouble(&path))?);
        let records = file.map_err(|error| format!("{} is not read ({error:?}).", path.display()))?.records;
        let text = serde_json::to_string(&records).map_err(|error| format!("{error}."))?;
        (0..4).try_for_each(|key| write(name, key, &text))?;
    }
    let id = "01466953-ca43-7809-aa23-4cbafa33d742";
    let form = format!(r#"{{"id":"{id}","seen":["018smn7jj300ndwn04"],"opened":{{"name":"A"}},"texts":{{"rt":"1"}}}}"#);
    write("meta", 4, r#"{"device":"000007","sent":"018smn7jj300ndwn04"}"#)?;
    write("form", 5, &form)?;
    write("settings", 6, r#"{"language":"id","practice":false,"name":"Contoh"}"#)?;
    write("raw", 128, "kube 1 00000000 0\n")
}

/// What the fuzzer builds, keeps and finds; all of it can be made again.
fn folder() -> PathBuf {
    paths::root().join("target/fuzz")
}

fn trouble(path: &Path) -> impl Fn(std::io::Error) -> String {
    let path = path.display().to_string();
    move |error| format!("{path} cannot be read or written ({error}).")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn no_flag_is_a_long_run_of_both() {
        assert_eq!(parse(&[]), Ok((LONG, &TARGETS[..])));
        assert_eq!(parse(&words("--target store --seconds 7")), Ok((7, &["store"][..])));
        for wrong in ["--seconds", "--seconds 0", "--seconds x", "--target other", "file"] {
            assert!(parse(&words(wrong)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_the_fuzzer_did_is_read_from_what_it_says() {
        let said = "#2 INITED cov: 9 ft: 9\n#64 NEW    cov: 310 ft: 400 corp: 9/1b\n#70\tDONE   cov: 311 ft: 401 corp: 9/1b\nDone 70 runs in 1 second(s)\n";
        assert_eq!(result(said).as_deref(), Some("70 inputs, 311 places of the code reached, nothing found."));
        assert_eq!(result("killed"), None);
    }
}
