//! Builds the workers: each a wasm of its own, with one script around it.
//!
//! Trunk builds what the page itself runs; a worker is built beside it, with cargo and wasm-bindgen, from a binary of the same
//! crate. `page/worker.js` is the shell of each. The page finds a worker by a `meta` element of its name (`page.rs` writes it).
//! Deliberately absent: what a worker does.
use crate::process::{self, cargo, step};
use crate::tools::{self, TERSER, WASM_BINDGEN, WASM_OPT};
use crate::{page, paths};
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The binaries, which are also the names of the features they need.
pub const ALL: [&str; 2] = ["desk", "sheets"];

/// The profile of Cargo.toml.
const PROFILE: &str = "worker";

/// The mark in `page/worker.js` where the wasm's name goes.
const MARK: &str = "./worker_bg.wasm";

/// Builds them all into `dist/`: `NAME-HASH.js` and `NAME-HASH.wasm`.
pub fn make(dist: &Path) -> Result<(), String> {
    for name in ALL {
        step(&format!("Building the worker `{name}` (about a minute at first)…"));
        let mut build = cargo();
        build.args(["build", "--offline", "--profile", PROFILE, "--target", tools::TARGET]);
        build.args(["--bin", name, "--features", name]).env("CARGO_ENCODED_RUSTFLAGS", rustflags()?);
        process::run(&mut build, "mend what it says above and run `cargo xtask build` again.")?;
        bundle(name, dist)?;
    }
    Ok(())
}

/// The paths of this machine are left out, as in the page's own wasm.
fn rustflags() -> Result<OsString, String> {
    let mut flags = OsString::from("--remap-path-prefix=");
    flags.push(paths::cargo_home()?.join("registry/src"));
    flags.push("=");
    Ok(flags)
}

fn bundle(name: &str, dist: &Path) -> Result<(), String> {
    let target = paths::root().join("target");
    let folder = target.join("xtask-workers");
    let trouble = |error: std::io::Error| format!("the worker `{name}` cannot be put into dist/ ({error}).");
    fs::create_dir_all(&folder).map_err(trouble)?;
    let wasm = target.join(tools::TARGET).join(PROFILE).join(format!("{name}.wasm"));
    let mut bindgen = Command::new(WASM_BINDGEN.at("wasm-bindgen")?);
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-name", name]);
    process::run(bindgen.arg("--out-dir").arg(&folder).arg(&wasm), "try `cargo xtask build` again.")?;
    let small = folder.join(format!("{name}.wasm"));
    let mut shrink = Command::new(WASM_OPT.at("wasm-opt")?);
    shrink.arg("-O3").arg(folder.join(format!("{name}_bg.wasm"))).arg("-o").arg(&small);
    process::run(&mut shrink, "try `cargo xtask build` again.")?;

    let bytes = fs::read(&small).map_err(trouble)?;
    let wasm = format!("{name}-{}.wasm", page::short(&bytes));
    fs::write(dist.join(&wasm), &bytes).map_err(trouble)?;
    let glue = fs::read_to_string(folder.join(format!("{name}.js"))).map_err(trouble)?;
    let shell = fs::read_to_string(paths::root().join("page/worker.js")).map_err(trouble)?;
    if shell.matches(MARK).count() != 1 {
        return Err(format!("page/worker.js must hold `{MARK}` once."));
    }
    let script = folder.join(format!("{name}-whole.js"));
    fs::write(&script, format!("{glue}\n{}", shell.replace(MARK, &format!("./{wasm}")))).map_err(trouble)?;
    let mut shrink = Command::new(TERSER.at("terser")?);
    shrink.args(["--compress", "--mangle", "--output"]).args([&script, &script]);
    process::run(&mut shrink, "try `cargo xtask build` again.")?;
    let bytes = fs::read(&script).map_err(trouble)?;
    fs::write(dist.join(format!("{name}-{}.js", page::short(&bytes))), &bytes).map_err(trouble)
}
