//! The suites in which Chromium opens the page: `e2e` over the release, `durability`, which kills it, and `dev` over the
//! development loop.
//!
//! Relies on Node. Deliberately absent: what is done in the browser; the folder `e2e` knows that.
use crate::process::{self, step};
use crate::{build, chrome, e2e, node};
use std::num::NonZero;
use std::path::Path;
use std::sync::Mutex;
use std::thread;

/// A hole is found much earlier; then the run ends.
const KILLS_WITH_A_HOLE: &str = "60";

/// Faults put in on purpose, for each kind of end at least one (`e2e/durability/holes.mjs`).
const HOLES: [(&str, &str); 5] =
    [("browser", "mirror"), ("browser", "mark"), ("renderer", "late"), ("worker", "late"), ("tab", "late")];

/// The release build, as people use it.
pub fn end_to_end(passed_on: &[String]) -> Result<(), String> {
    prepare()?;
    let browser = chrome::get_shell()?;
    step("Testing the release in a real browser (some 20 minutes on two cores)…");
    let names_files = passed_on.iter().any(|arg| Path::new(arg).extension().is_some_and(|ending| ending == "mjs"));
    let files = if names_files { Vec::new() } else { e2e::tests()? };
    process::run(
        node::command("node")?
            .args(["--test", "--test-concurrency=3"])
            .args(passed_on)
            .args(files)
            .current_dir(e2e::folder())
            .env("CHROME", browser),
        "mend the test or the code that it names above; pictures, if it took any, are in e2e/shots.",
    )
}

/// What `cargo xtask dev` serves, which is what `trunk serve` alone would.
pub fn development(passed_on: &[String]) -> Result<(), String> {
    e2e::install()?;
    let browser = chrome::get_browser()?;
    step("Trying the development loop in a real browser (some minutes at first)…");
    process::run(
        node::command("node")?
            .args(["--test", "dev/loop.mjs"])
            .args(passed_on)
            .current_dir(e2e::folder())
            .env("CHROME", browser),
        "mend the test or the code that it names above.",
    )
}

/// Whether what the page called saved survives that its browser, renderer, workers or tab are ended; and, with a hole put in on
/// purpose, does not.
pub fn durability(passed_on: &[String]) -> Result<(), String> {
    if !cfg!(target_os = "linux") {
        step("durability: skipped, since it finds a browser's processes in /proc, which only Linux has.");
        return Ok(());
    }
    prepare()?;
    let browser = chrome::get_browser()?;
    let kill = |flags: &[&str]| {
        process::run_beside(
            node::command("node")?
                .arg("durability/main.mjs")
                .args(flags)
                .current_dir(e2e::folder())
                .env("CHROME", &browser),
            "mend what loses the changes that it names above.",
        )
    };
    let passed_on: Vec<&str> = passed_on.iter().map(String::as_str).collect();
    if passed_on.iter().any(|flag| ["--kind", "--hole"].contains(flag)) {
        return kill(&passed_on);
    }
    let plain = ["browser", "renderer", "worker", "tab"].map(|kind| [&["--kind", kind][..], &passed_on].concat());
    let with_holes = HOLES.map(|(kind, hole)| vec!["--kind", kind, "--hole", hole, "--kills", KILLS_WITH_A_HOLE]);
    step(
        "Ending browsers, renderers, workers and tabs after the page said \"saved\" (1 to 3 seconds each); then with holes…",
    );
    side_by_side(plain.into_iter().chain(with_holes), |flags| {
        kill(&flags).map_err(|sentence| format!("{}: {sentence}", flags.join(" ")))
    })
}

/// Does all of it, as many at a time as there are cores, since each waits half of its time; more would change what is held. What
/// fails does not keep the others from being done.
fn side_by_side<T: Send>(
    all: impl Iterator<Item = T> + Send,
    one: impl Fn(T) -> Result<(), String> + Sync,
) -> Result<(), String> {
    let (waiting, failed) = (Mutex::new(all), Mutex::new(Vec::new()));
    let next = || waiting.lock().ok()?.next();
    let width = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        for _ in 0..width {
            scope.spawn(|| {
                while let Some(part) = next() {
                    if let Err(sentence) = one(part) {
                        failed.lock().into_iter().for_each(|mut failed| failed.push(sentence.clone()));
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().map_err(|_| "a part broke down.".to_owned())?;
    if failed.is_empty() { Ok(()) } else { Err(failed.join("\n")) }
}

fn prepare() -> Result<(), String> {
    build::make()?;
    e2e::install()
}

#[cfg(test)]
mod tests {
    use super::side_by_side;
    use std::sync::atomic::{AtomicU32, Ordering};

    #[test]
    fn each_is_done_once_and_each_failure_is_told() {
        let sum = AtomicU32::new(0);
        let done = side_by_side(0..20, |number| {
            sum.fetch_add(number, Ordering::Relaxed);
            if number == 7 { Err("seven".to_owned()) } else { Ok(()) }
        });
        assert_eq!((sum.into_inner(), done), (190, Err("seven".to_owned())));
    }
}
