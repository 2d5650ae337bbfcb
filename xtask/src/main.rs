//! `cargo xtask VERB`: everything around the app that a person would otherwise have to know by heart.
//!
//! One verb a file; `paths`, `process`, `tools`, `chrome`, `firefox`, `webkit`, `office` and `http` are what they
//! share. Relies on cargo and, for the
//! release build, on Node. Deliberately absent: the app's rules (they are in `buku-kube`), and any download that does
//! not go through cargo, npm, rustup or the system's own package manager.
mod bench;
mod build;
mod check;
mod chrome;
mod doctor;
mod e2e;
mod firefox;
mod fuzz;
mod http;
mod office;
mod page;
mod paths;
mod process;
mod sample;
mod serve;
mod size;
mod split;
mod stamp;
mod test;
mod tools;
mod webkit;
mod workers;

use std::path::Path;
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask VERB

  serve [--port N]                 set up, build the release and serve it on this machine (port 8080 or a free one)
  build                            set up and build the release into dist/
  test [SUITE] [-- …]              run native, laws, sheets, browser, timezones, fuzz, e2e, durability or engines, or all;
                                   what follows -- goes on to the suite
  test durability [--kills N] [--seed N] [--mirror on|off]
                                   kill the browser so many times (20) after the page said: saved
  check                            formatter and clippy, natively and for wasm
  fuzz [--seconds N] [--target file|store]
                                   a long run of the fuzzer (600 s each); a short one is the suite `fuzz`
  size [--json] [--build]          what a first visit downloads, gzipped, against the budget
  bench [--json] [--only NAME] [--dataset 1x|4x|10x]
                                   how fast the release is in a real browser, against the bounds
  sample --groups N --members M --seed S [--out FILE]
                                   a file of invented data
  doctor                           what is needed, what was found, and the command that gets what is missing
  help                             this list

The first build installs its tools in ~/.cache/buku-kube (or $XDG_CACHE_HOME/buku-kube), once per user.";

fn main() -> ExitCode {
    if is_called(split::NAME) {
        let args: Vec<_> = std::env::args_os().skip(1).collect();
        return end(split::run(&args));
    }
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (verb, rest) = match args.split_first() {
        Some((verb, rest)) => (verb.as_str(), rest),
        None => ("help", &[][..]),
    };
    let done = match verb {
        "serve" => serve::run(rest),
        "build" => build::run(rest),
        "test" => test::run(rest),
        "bench" => bench::run(rest),
        "check" => check::run(rest),
        "fuzz" => fuzz::run(rest),
        "size" => size::run(rest),
        "sample" => sample::run(rest),
        "doctor" => doctor::run(rest),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(format!("there is no verb `{other}`; `cargo xtask help` lists them.")),
    };
    end(done)
}

/// Whether this program was started under another name.
fn is_called(name: &str) -> bool {
    std::env::args_os().next().is_some_and(|program| Path::new(&program).file_stem() == Some(name.as_ref()))
}

fn end(done: Result<(), String>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("xtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}
