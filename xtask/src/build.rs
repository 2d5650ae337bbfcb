//! `build`: the release, in `dist/`.
//!
//! Relies on `index.html` and `Trunk.toml`, which say what goes in. Deliberately absent: a development build; `trunk`
//! itself serves those.
use crate::process::{self, cargo, step};
use crate::{page, paths, split, stamp, tools, workers};
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// The verb.
pub fn run(args: &[String]) -> Result<(), String> {
    if let Some(stray) = args.first() {
        return Err(format!("`build` takes no `{stray}`."));
    }
    make()?;
    report()
}

/// Sets up and builds.
pub fn make() -> Result<(), String> {
    let path = tools::set_up()?;
    step("Fetching the crates that the lock names (up to a minute at first)…");
    // Trunk hands its `--offline` on to cargo, which then cannot fetch.
    process::run(
        cargo().args(["fetch", "--quiet"]),
        "see whether the network reaches cargo's registry and try again.",
    )?;
    step("Building the release (about 2 minutes at first, then well under one)…");
    let trouble = |error| format!("target/ cannot be written ({error}); free space there.");
    let target = paths::root().join("target");
    fs::create_dir_all(&target).map_err(trouble)?;
    // Two builds at once would take each other's half-made dist/ away.
    let _lock = process::hold(&target.join("xtask-build.lock"), "building the release").map_err(trouble)?;
    let started = Instant::now();
    let stand_in = split::stand_in(&target)?;
    bundle(&process::path_with([stand_in], &path)?)?;
    split::finish(&target.join("wasm-bindgen/release"), &paths::dist())?;
    workers::make(&paths::dist())?;
    page::finish(&paths::dist())?;
    stamp::finish(&paths::dist())?;
    step(&format!("Built in {} s.", started.elapsed().as_secs()));
    Ok(())
}

fn bundle(path: &OsStr) -> Result<(), String> {
    let mut trunk = Command::new(tools::TRUNK.at("trunk")?);
    trunk
        .args(["build", "--release", "--offline"])
        .env("PATH", path)
        .env("CARGO_ENCODED_RUSTFLAGS", split::rustflags()?)
        .current_dir(paths::root());
    // Trunk takes NO_COLOR=1, which people set, for a flag that has to say true or false.
    trunk.env_remove("NO_COLOR").env_remove("RUST_BACKTRACE");
    process::run(&mut trunk, "mend what it says above and run `cargo xtask build` again.")
}

/// Lists what is in `dist/`, the largest first.
fn report() -> Result<(), String> {
    let dist = paths::dist();
    let mut files = Vec::new();
    list(&dist, &mut files).map_err(|error| format!("{} cannot be read ({error}).", dist.display()))?;
    files.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    println!("dist/ can be served as it is, in any folder of any static host:");
    for (name, bytes) in &files {
        println!("{bytes:>9}  {name}");
    }
    println!("{:>9}  bytes in {} files", files.iter().map(|file| file.1).sum::<u64>(), files.len());
    println!("`cargo xtask size` tells what a first visit downloads.");
    Ok(())
}

fn list(folder: &Path, files: &mut Vec<(String, u64)>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        if path.is_dir() {
            list(&path, files)?;
        } else {
            let name = path.strip_prefix(paths::dist()).unwrap_or(&path).display().to_string();
            files.push((name, entry.metadata()?.len()));
        }
    }
    Ok(())
}
