//! `check`: the formatter's and clippy's word on all of it, natively and for wasm, and rustdoc's on what is pure.
use crate::process::{self, cargo, step};
use crate::{tools, workers};

/// The targets of the fuzzer are a workspace of their own.
const FUZZ: &str = "fuzz/Cargo.toml";

/// The verb.
pub fn run(args: &[String]) -> Result<(), String> {
    if let Some(stray) = args.first() {
        return Err(format!("`check` takes no `{stray}`."));
    }
    step("Checking the format…");
    run_cargo(&["fmt", "--all", "--check"], "run `cargo fmt --all`.")?;
    run_cargo(&["fmt", "--check", "--manifest-path", FUZZ], &format!("run `cargo fmt --manifest-path {FUZZ}`."))?;
    let advice = "mend what clippy says above; an exception needs its reason beside it.";
    step("Running clippy natively (about a minute at first)…");
    run_cargo(
        &["clippy", "--workspace", "--all-targets", "--features", "conformance,sheets", "--", "-D", "warnings"],
        advice,
    )?;
    // Without the fuzzer itself, which needs a C++ compiler.
    run_cargo(
        &["clippy", "--manifest-path", FUZZ, "--target-dir", "target/fuzz", "--all-targets", "--", "-D", "warnings"],
        advice,
    )?;
    tools::target()?;
    step("Running clippy for wasm (about a minute at first)…");
    run_cargo(&["clippy", "--target", tools::TARGET, "--features", "web", "--", "-D", "warnings"], advice)?;
    // The tests in the browser, which nothing else compiles before their suite.
    let tests = ["clippy", "--target", tools::TARGET, "--features", "web,conformance", "--test", "browser"];
    run_cargo(&[&tests[..], &["--", "-D", "warnings"]].concat(), advice)?;
    for worker in workers::ALL {
        run_cargo(
            &["clippy", "--target", tools::TARGET, "--features", worker, "--bin", worker, "--", "-D", "warnings"],
            advice,
        )?;
    }
    step("Reading the documentation (about a minute at first)…");
    let mut doc = cargo();
    doc.args([
        "doc",
        "--quiet",
        "--no-deps",
        "--document-private-items",
        "--lib",
        "--features",
        "sheets,import_worker",
    ]);
    process::run(doc.env("RUSTDOCFLAGS", "-D warnings"), "mend the link or the sign that rustdoc names above.")
}

fn run_cargo(args: &[&str], advice: &str) -> Result<(), String> {
    process::run(cargo().args(args), advice)
}
