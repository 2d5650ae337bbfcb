//! `cargo xtask VERB`: everything around the app that a person would otherwise have to know by heart.
//!
//! One verb a file; `paths`, `process`, `tools`, `chrome`, `firefox`, `webkit`, `office` and `http` are what they
//! share. Relies on cargo and, for the
//! release build, on Node. Deliberately absent: the app's rules (they are in `buku-kube`), and any download that does
//! not go through cargo, npm, rustup or the system's own package manager.
mod ahead;
mod bench;
mod build;
mod check;
mod chrome;
mod classes;
mod dev;
mod doctor;
mod duckdb;
mod e2e;
mod firefox;
mod fuzz;
mod http;
mod names;
mod node;
mod notices;
mod office;
mod page;
mod paths;
mod present;
mod process;
mod sample;
mod schema;
mod sections;
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
  dev [--port N]                   set up, build for development and serve it (port 8081), anew after each change
  build [--url ADDRESS | --dev]    set up and build the release into dist/, for that address if it is known, or quickly,
                                   for development
  test [SUITE] [-- …]              run native, laws, sheets, data, browser, timezones, fuzz, dev, e2e, durability or engines, or all;
                                   what follows -- goes on to the suite
  test durability [--kind browser|renderer|worker|tab] [--kills N] [--seed N] [--hole mirror|mark|late]
                                   kill the browser so many times (20) after the page said: saved
  check                            formatter and clippy, natively and for wasm
  fuzz [--seconds N] [--target file|store]
                                   a long run of the fuzzer (600 s each); a short one is the suite `fuzz`
  size [--json]                    what a first visit downloads, gzipped, against the budget
  bench [--json] [--only NAME] [--dataset 1x|4x|10x]
                                   how fast the release is in a real browser, against the bounds
  sample --groups N --members M --seed S [--five-years] [--out FILE]
                                   a file of invented data
  schema                           write the published schema of the file, as the kinds of record have it
  ahead                            get and build now, at leisure, what the suites will need
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
        "dev" => dev::run(rest),
        "test" => test::run(rest),
        "bench" => bench::run(rest),
        "check" => check::run(rest),
        "fuzz" => fuzz::run(rest),
        "size" => size::run(rest),
        "sample" => sample::run(rest),
        "schema" => schema::run(rest),
        "ahead" => ahead::run(rest),
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
