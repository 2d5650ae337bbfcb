//! `ahead`: gets and builds what the suites will need. `test` without a name starts it beside the first suites, which leave a core
//! idle, and waits for it before the first that opens a browser: no build disturbs what is held there.
//!
//! Everything is got and built as the suites themselves do it, behind the same locks: a suite that comes to it meanwhile waits,
//! and then finds it. So nothing depends on this verb, and what fails here fails again, and is told, where it is needed.
//! Deliberately absent: native tests, which are the first that `.ci/run` builds itself.
use crate::process::step;
use crate::test::wasm;
use crate::{build, chrome, dev, duckdb, e2e, firefox, fuzz, office, paths, webkit};
use std::fs::{self, File};
use std::process::{Child, Command, Stdio};
use std::{env, io};

/// Gets or builds one thing, unless it is there.
type Get = fn() -> Result<(), String>;

/// The verb.
pub fn run(args: &[String]) -> Result<(), String> {
    if let Some(stray) = args.first() {
        return Err(format!("`ahead` takes no `{stray}`."));
    }
    // First what one core is long busy with. The tests of the browser come late: cargo builds them in the folder of the native ones.
    let all: [(&str, Get); 11] = [
        ("packages of e2e", e2e::install),
        ("the release", build::make),
        ("the development loop", dev::build),
        ("the fuzzer", || fuzz::build().map(|_| ())),
        ("LibreOffice", || office::get().map(|_| ())),
        ("DuckDB", || duckdb::get().map(|_| ())),
        ("Chromium", || chrome::get_browser().and(chrome::get_shell()).and(chrome::get_driver()).map(|_| ())),
        ("the tests of the browser", || wasm::prepare().and_then(|()| wasm::build())),
        ("geckodriver", || firefox::get_driver().map(|_| ())),
        ("Firefox", || firefox::get_browser().map(|_| ())),
        ("WebKit", || webkit::get().map(|_| ())),
    ];
    for (what, get) in all {
        if let Err(sentence) = get() {
            step(&format!("{what} could not be got ahead: {sentence}"));
        }
    }
    Ok(())
}

/// The verb in a process of its own, which says what it has to say in a file: between the words of tests nobody would find it.
pub struct Beside(Option<Child>);

impl Beside {
    /// Starts it. Where that fails the suites do it all themselves.
    pub fn start() -> Self {
        Self(spawn().ok())
    }

    /// Waits until it is done.
    pub fn wait(&mut self) {
        if let Some(mut child) = self.0.take()
            && !matches!(child.try_wait(), Ok(Some(_)))
        {
            step(&format!("Waiting for what is built beside the tests; {LOG} tells how far it is…"));
            drop(child.wait());
        }
    }
}

/// Where it says what it does, from the repository's root.
const LOG: &str = "target/xtask-ahead.log";

fn spawn() -> io::Result<Child> {
    let file = paths::root().join(LOG);
    fs::create_dir_all(paths::root().join("target"))?;
    let log = File::create(file)?;
    Command::new(env::current_exe()?).arg("ahead").stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log).spawn()
}
