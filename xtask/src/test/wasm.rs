//! The tests of `tests/browser`, run by wasm-bindgen's runner in one engine.
//!
//! Relies on the engine's driver. Deliberately absent: getting an engine; `chrome` and `firefox` do that.
use crate::process::{self, cargo, step};
use crate::{chrome, firefox, paths, tools};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

/// The variables that the runner finds its driver by; it takes the first that is set.
const DRIVERS: [&str; 4] = ["GECKODRIVER", "SAFARIDRIVER", "CHROMEDRIVER", "MSEDGEDRIVER"];

/// What cargo is asked for.
const ARGS: [&str; 7] = ["test", "--target", tools::TARGET, "--features", "web,conformance", "--test", "browser"];

/// An engine with its driver.
pub struct Engine {
    /// Its name, for people.
    pub name: &'static str,
    /// Its program.
    pub browser: PathBuf,
    /// Its driver's program.
    pub driver: PathBuf,
    variable: &'static str,
    capabilities: fn(&Engine) -> Value,
}

/// Chromium, got if it was not there.
pub fn chromium() -> Result<Engine, String> {
    let (browser, driver) = (chrome::get_browser()?, chrome::get_driver()?);
    Ok(Engine { name: "chromium", browser, driver, variable: "CHROMEDRIVER", capabilities: of_chromium })
}

/// Firefox, got if it was not there.
pub fn firefox() -> Result<Engine, String> {
    let (browser, driver) = (firefox::get_browser()?, firefox::get_driver()?);
    Ok(Engine { name: "firefox", browser, driver, variable: "GECKODRIVER", capabilities: of_firefox })
}

/// What the runner needs.
pub fn prepare() -> Result<(), String> {
    tools::target()?;
    tools::WASM_BINDGEN.install()
}

/// Builds them.
pub fn build() -> Result<(), String> {
    process::run(cargo().args(ARGS).arg("--no-run"), "mend the code that it names above.")
}

/// Runs them in an engine, in a time zone if one is named.
pub fn run(engine: &Engine, passed_on: &[String], zone: Option<&str>) -> Result<(), String> {
    let settings = settings(engine)?;
    step(&format!("Testing in a headless {} (about 2 minutes at first, then seconds)…", engine.name));
    let mut command = cargo();
    for variable in DRIVERS {
        command.env_remove(variable);
    }
    process::run(
        command
            .args(ARGS)
            .args(passed_on)
            .envs(zone.map(|zone| ("TZ", zone)))
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools::WASM_BINDGEN.at("wasm-bindgen-test-runner")?)
            .env(engine.variable, &engine.driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings)
            // Seconds that the whole file of tests may take; the runner's own 20 are short on a busy machine.
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120"),
        "mend the test or the code that it names above; `cargo xtask doctor` tells whether browser and driver fit.",
    )
}

/// Writes what the driver is to start, and answers where.
fn settings(engine: &Engine) -> Result<PathBuf, String> {
    let folder = paths::root().join("target");
    let file = folder.join(format!("webdriver-{}.json", engine.name));
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&file, (engine.capabilities)(engine).to_string()))
        .map_err(|error| format!("{} cannot be written ({error}).", file.display()))?;
    Ok(file)
}

fn of_chromium(engine: &Engine) -> Value {
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
    json!({ "goog:chromeOptions": { "binary": engine.browser, "args": flags } })
}

fn of_firefox(engine: &Engine) -> Value {
    json!({ "moz:firefoxOptions": { "binary": engine.browser, "args": ["-headless"] } })
}
