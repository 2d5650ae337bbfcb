//! The pinned build tools, each installed once per user in a folder of its own.
//!
//! Relies on cargo, rustup and npm. What npm brings is named, with all that it needs, in the lock in `xtask/npm`. An install
//! goes to a temporary folder that is renamed when it is whole, under a file lock that the system lets go of when its holder
//! dies. Deliberately absent: Trunk's own downloads, which need the open internet, and tools of other versions that happen
//! to be on `PATH`.
use crate::page::short;
use crate::process::{self, npm, step};
use crate::{node, paths};
use std::env::consts::EXE_SUFFIX;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// One pinned tool.
pub struct Tool {
    /// The package's name, in its registry and in the cache.
    pub package: &'static str,
    /// The exact version.
    pub version: &'static str,
    /// The program that is asked for its version.
    pub program: &'static str,
    source: Source,
    takes: &'static str,
}

enum Source {
    /// With these features instead of its default ones, which are TLS for downloads that we do not use, and Trunk's search
    /// for updates.
    Cargo(&'static str, Made),
    /// As `xtask/npm` has it locked.
    Npm(Part),
}

/// How a tool is built.
#[derive(Clone, Copy, PartialEq)]
enum Made {
    /// As quickly as can be: it waits for others.
    Quickly,
    /// So that it does its work in seconds: it reads the whole wasm.
    ToRun,
}

/// What of the lock is installed: what the build needs, or all of it.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Build,
    All,
}

/// Bundles the page. 0.22 needs a newer Rust than 1.95.
pub const TRUNK: Tool = Tool {
    package: "trunk",
    version: "0.21.14",
    program: "trunk",
    source: Source::Cargo("", Made::Quickly),
    takes: "about 4 minutes, once per user",
};

/// Must equal the crate `wasm-bindgen` in Cargo.toml. Brings the test runner too.
pub const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    version: "0.2.126",
    program: "wasm-bindgen",
    source: Source::Cargo("", Made::ToRun),
    takes: "about 2 minutes, once per user",
};

/// Shrinks the wasm. Runs under Node; Debian's own is too old for what today's rustc emits.
pub const WASM_OPT: Tool = Tool {
    package: "binaryen",
    version: "132.0.0",
    program: "wasm-opt",
    source: Source::Npm(Part::Build),
    takes: "a few seconds, once per user",
};

/// Cuts the wasm in two. Must know the form that the crate `wasm_split_helpers` of Cargo.lock writes.
pub const WASM_SPLIT: Tool = Tool {
    package: "wasm_split_cli_support",
    version: "0.2.4",
    program: "wasm-split-cli",
    source: Source::Cargo("build-binary", Made::ToRun),
    takes: "about half a minute, once per user",
};

/// Shrinks the script that wasm-bindgen writes, which Trunk's own minifier cannot read.
pub const TERSER: Tool = Tool {
    package: "terser",
    version: "5.51.2",
    program: "terser",
    source: Source::Npm(Part::Build),
    takes: "a few seconds, once per user",
};

/// Drives Firefox, for the suite `engines` alone. The npm package of its name downloads it from elsewhere.
pub const GECKODRIVER: Tool = Tool {
    package: "geckodriver",
    version: "0.37.1",
    program: "geckodriver",
    source: Source::Cargo("", Made::Quickly),
    takes: "about 3 minutes, once per user",
};

/// Scores the page as a phone sees it, for `bench --only lighthouse` alone.
pub const LIGHTHOUSE: Tool = Tool {
    package: "lighthouse",
    version: "13.5.0",
    program: "lighthouse",
    source: Source::Npm(Part::All),
    takes: "about a minute, once per user",
};

/// Those that the release build needs, in the order in which they are installed.
pub const ALL: [&Tool; 5] = [&TRUNK, &WASM_BINDGEN, &WASM_OPT, &WASM_SPLIT, &TERSER];

/// Those that a development build needs.
pub const FOR_DEVELOPMENT: [&Tool; 2] = [&TRUNK, &WASM_BINDGEN];

/// The target of the release build.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The compiler's parts for wasm, Node and these tools; the result is the `PATH` to build with.
pub fn set_up(tools: &[&Tool]) -> Result<OsString, String> {
    target()?;
    for tool in tools {
        tool.install()?;
    }
    let folders = tools.iter().map(|tool| tool.folder()).collect::<Result<Vec<_>, _>>()?;
    let path = node::in_front_of(&std::env::var_os("PATH").unwrap_or_default())?;
    process::path_with(folders, &path)
}

/// The compiler's parts for wasm.
pub fn target() -> Result<(), String> {
    if has_target() {
        return Ok(());
    }
    step("Adding Rust's wasm target (some seconds, once)…");
    process::run(
        Command::new("rustup").args(["target", "add", TARGET]),
        "get Rust by rustup, the way rust-lang.org describes, and try again.",
    )
}

/// Whether the compiler has its parts for wasm.
pub fn has_target() -> bool {
    let sysroot = process::first_line(Command::new("rustc").args(["--print", "sysroot"]));
    sysroot.is_some_and(|root| Path::new(&root).join("lib/rustlib").join(TARGET).is_dir())
}

/// Makes a folder of the cache, unless it is there: `fill` fills it under another name, so that it is there whole or not at all.
pub fn into_cache(name: &str, fill: impl FnOnce(&Path) -> Result<(), String>) -> Result<(), String> {
    let all = paths::tools()?;
    let home = all.join(name);
    let trouble = |error: std::io::Error| {
        format!(
            "{} cannot be written ({error}); free space there or set XDG_CACHE_HOME to another folder.",
            all.display()
        )
    };
    fs::create_dir_all(&all).map_err(trouble)?;
    let _lock = process::hold(&all.join(format!("{name}.lock")), &format!("installing {name}")).map_err(trouble)?;
    if home.is_dir() {
        return Ok(());
    }
    let fresh = all.join(format!("{name}.part"));
    if fresh.exists() {
        fs::remove_dir_all(&fresh).map_err(trouble)?;
    }
    fs::create_dir_all(&fresh).map_err(trouble)?;
    fill(&fresh)?;
    fs::rename(&fresh, &home).map_err(trouble)
}

impl Tool {
    /// The folder to put on `PATH`.
    pub fn folder(&self) -> Result<PathBuf, String> {
        let inside = match self.source {
            Source::Cargo(..) => "bin",
            Source::Npm(_) => "node_modules/.bin",
        };
        Ok(self.home()?.join(inside))
    }

    /// One of the tool's programs.
    pub fn at(&self, program: &str) -> Result<PathBuf, String> {
        let suffix = if matches!(self.source, Source::Cargo(..)) { EXE_SUFFIX } else { "" };
        Ok(self.folder()?.join(format!("{program}{suffix}")))
    }

    /// A call of its program; those of npm run under the right Node.
    pub fn call(&self) -> Result<Command, String> {
        let program = self.at(self.program)?;
        if matches!(self.source, Source::Npm(_)) { node::command(program) } else { Ok(Command::new(program)) }
    }

    /// What it says of its version, if it is there.
    pub fn found(&self) -> Option<String> {
        if matches!(self.source, Source::Npm(_)) {
            // Nothing is got for this question.
            node::version()?;
        }
        process::first_line(self.call().ok()?.arg("--version"))
    }

    /// The command that installs it by hand.
    pub fn by_hand(&self) -> Result<String, String> {
        let home = self.home()?.display().to_string();
        Ok(match self.source {
            Source::Cargo(features, _) => {
                format!(
                    "cargo install {}@{} --locked --no-default-features --features '{features}' --root {home}",
                    self.package, self.version,
                )
            }
            Source::Npm(part) => {
                let omit = if part == Part::Build { " --omit=dev" } else { "" };
                format!("npm ci --prefix {home}{omit}, with the two package*.json of xtask/npm in it")
            }
        })
    }

    /// Installs it unless it is there.
    pub fn install(&self) -> Result<(), String> {
        if self.at(self.program)?.exists() {
            return Ok(());
        }
        let home = self.home()?;
        // A folder without its program was left by somebody's hand.
        if home.exists() {
            fs::remove_dir_all(&home).map_err(|error| format!("{} cannot be removed ({error}).", home.display()))?;
        }
        let name = home.file_name().unwrap_or_default().to_string_lossy().into_owned();
        into_cache(&name, |fresh| {
            step(&format!("Installing {} {} ({})…", self.package, self.version, self.takes));
            process::run(&mut self.installer(fresh)?, &format!("try `{}`.", self.by_hand()?))
        })
    }

    fn installer(&self, into: &Path) -> Result<Command, String> {
        let mut command = match self.source {
            Source::Cargo(features, made) => {
                let mut cargo = Command::new("cargo");
                cargo.args(["install", "--locked", "--no-default-features", "--features", features, "--root"]);
                cargo.arg(into).arg(format!("{}@{}", self.package, self.version));
                // These tools spend their time in cargo and Node, not in themselves: a quick build of them is as good. Trunk takes
                // 4.5 minutes to build at 0 and 7.2 at 1.
                let level = if made == Made::Quickly { "0" } else { "1" };
                cargo.envs([
                    ("CARGO_PROFILE_RELEASE_LTO", "off"),
                    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
                    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", level),
                ]);
                cargo
            }
            Source::Npm(part) => {
                for file in LOCKED {
                    fs::copy(locked(file), into.join(file)).map_err(|error| {
                        format!("xtask/npm/{file} cannot be copied to {} ({error}).", into.display())
                    })?;
                }
                let mut npm = node::command(npm().get_program())?;
                npm.args(["ci", "--silent", "--no-audit", "--no-fund"]);
                if part == Part::Build {
                    npm.arg("--omit=dev");
                }
                npm
            }
        };
        // Not in the repository: neither its aliases nor its .npmrc are meant for the tools.
        command.current_dir(into);
        Ok(command)
    }

    fn home(&self) -> Result<PathBuf, String> {
        let all = paths::tools()?;
        Ok(match self.source {
            Source::Cargo(..) => all.join(format!("{}-{}", self.package, self.version)),
            Source::Npm(part) => {
                let lock = fs::read(locked(LOCKED[1])).map_err(|error| {
                    format!("xtask/npm/{} cannot be read ({error}); is this the whole repository?", LOCKED[1])
                })?;
                let name = if part == Part::Build { "npm" } else { "npm-all" };
                all.join(format!("{name}-{}", short(&lock)))
            }
        })
    }
}

/// What npm needs to install what is locked, and nothing else.
const LOCKED: [&str; 2] = ["package.json", "package-lock.json"];

fn locked(file: &str) -> PathBuf {
    paths::root().join("xtask/npm").join(file)
}

/// Whether the first dotted number in what a program says is at least this one.
pub fn at_least(said: &str, least: &[u32]) -> bool {
    let version = said.split_whitespace().find(|word| word.starts_with(|it: char| it.is_ascii_digit()));
    let parts: Vec<u32> = version.unwrap_or_default().split('.').map_while(|part| part.parse().ok()).collect();
    parts.as_slice() >= least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_as_numbers() {
        assert!(at_least("rustc 1.95.0 (59807616e 2026-04-14)", &[1, 95]));
        assert!(at_least("rustc 1.100.0", &[1, 95]));
        assert!(!at_least("rustc 1.94.1", &[1, 95]));
        assert!(at_least("22.19.0", &node::LEAST) && at_least("24.1.0", &node::LEAST));
        assert!(!at_least("20.20.2", &node::LEAST) && !at_least("22.4.1", &node::LEAST));
        assert!(!at_least("nothing", &[20]));
    }

    #[test]
    fn what_npm_brings_is_locked_in_the_version_that_is_named_here() {
        let lock: serde_json::Value = serde_json::from_str(&fs::read_to_string(locked(LOCKED[1])).unwrap()).unwrap();
        for tool in [WASM_OPT, TERSER, LIGHTHOUSE] {
            let entry = &lock["packages"][format!("node_modules/{}", tool.package)];
            assert_eq!(entry["version"], tool.version, "{}", tool.package);
        }
    }

    #[test]
    fn the_least_node_is_the_same_everywhere() {
        let least = format!(">={}.{}", node::LEAST[0], node::LEAST[1]);
        for folder in ["e2e", "xtask/npm"] {
            let text = fs::read_to_string(paths::root().join(folder).join("package.json")).unwrap();
            let package: serde_json::Value = serde_json::from_str(&text).unwrap();
            assert_eq!(package["engines"]["node"], least, "{folder}");
        }
        let nvmrc = fs::read_to_string(paths::root().join(".nvmrc")).unwrap();
        assert_eq!(nvmrc.trim(), node::LEAST[0].to_string());
    }
}
