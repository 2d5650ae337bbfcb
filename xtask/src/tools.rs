//! The pinned build tools, each installed once per user in a folder of its own.
//!
//! Relies on cargo, rustup and npm. An install goes to a temporary folder that is renamed when it is whole, under a
//! file lock that the system lets go of when its holder dies. Deliberately absent: Trunk's own downloads, which need the
//! open internet, and tools of other versions that happen to be on `PATH`.
use crate::paths;
use crate::process::{self, npm, step};
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
    Cargo(&'static str),
    Npm,
}

/// Bundles the page. 0.22 needs a newer Rust than 1.95.
pub const TRUNK: Tool = Tool {
    package: "trunk",
    version: "0.21.14",
    program: "trunk",
    source: Source::Cargo(""),
    takes: "about 4 minutes, once per user",
};

/// Must equal the crate `wasm-bindgen` in Cargo.toml. Brings the test runner too.
pub const WASM_BINDGEN: Tool = Tool {
    package: "wasm-bindgen-cli",
    version: "0.2.126",
    program: "wasm-bindgen",
    source: Source::Cargo(""),
    takes: "about 2 minutes, once per user",
};

/// Shrinks the wasm. Runs under Node; Debian's own is too old for what today's rustc emits.
pub const WASM_OPT: Tool = Tool {
    package: "binaryen",
    version: "132.0.0",
    program: "wasm-opt",
    source: Source::Npm,
    takes: "a few seconds, once per user",
};

/// Cuts the wasm in two. Must know the form that the crate `wasm_split_helpers` of Cargo.lock writes.
pub const WASM_SPLIT: Tool = Tool {
    package: "wasm_split_cli_support",
    version: "0.2.4",
    program: "wasm-split-cli",
    source: Source::Cargo("build-binary"),
    takes: "about half a minute, once per user",
};

/// Shrinks the script that wasm-bindgen writes, which Trunk's own minifier cannot read.
pub const TERSER: Tool = Tool {
    package: "terser",
    version: "5.51.2",
    program: "terser",
    source: Source::Npm,
    takes: "a few seconds, once per user",
};

/// Drives Firefox, for the suite `engines` alone. The npm package of its name downloads it from elsewhere.
pub const GECKODRIVER: Tool = Tool {
    package: "geckodriver",
    version: "0.37.1",
    program: "geckodriver",
    source: Source::Cargo(""),
    takes: "about 3 minutes, once per user",
};

/// Scores the page as a phone sees it, for `bench --only lighthouse` alone.
pub const LIGHTHOUSE: Tool = Tool {
    package: "lighthouse",
    version: "13.5.0",
    program: "lighthouse",
    source: Source::Npm,
    takes: "about a minute, once per user",
};

/// Those that the release build needs, in the order in which they are installed.
pub const ALL: [&Tool; 5] = [&TRUNK, &WASM_BINDGEN, &WASM_OPT, &WASM_SPLIT, &TERSER];

/// The target of the release build.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Everything that the release build needs; the result is the `PATH` to build with.
pub fn set_up() -> Result<OsString, String> {
    target()?;
    for tool in ALL {
        tool.install()?;
    }
    let folders = ALL.iter().map(|tool| tool.folder()).collect::<Result<Vec<_>, _>>()?;
    process::path_with(folders, &std::env::var_os("PATH").unwrap_or_default())
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

impl Tool {
    /// The folder to put on `PATH`.
    pub fn folder(&self) -> Result<PathBuf, String> {
        Ok(self.home()?.join(self.inside()))
    }

    /// One of the tool's programs.
    pub fn at(&self, program: &str) -> Result<PathBuf, String> {
        let suffix = if matches!(self.source, Source::Cargo(_)) { EXE_SUFFIX } else { "" };
        Ok(self.folder()?.join(format!("{program}{suffix}")))
    }

    /// The command that installs it by hand.
    pub fn by_hand(&self) -> Result<String, String> {
        let home = self.home()?;
        Ok(match self.source {
            Source::Cargo(features) => {
                format!(
                    "cargo install {}@{} --locked --no-default-features --features '{features}' --root {}",
                    self.package,
                    self.version,
                    home.display()
                )
            }
            Source::Npm => format!("npm install --prefix {} {}@{}", home.display(), self.package, self.version),
        })
    }

    /// Installs it unless it is there.
    pub fn install(&self) -> Result<(), String> {
        if self.at(self.program)?.exists() {
            return Ok(());
        }
        let (home, all) = (self.home()?, paths::tools()?);
        let name = format!("{}-{}", self.package, self.version);
        let trouble = |error: std::io::Error| {
            format!(
                "{} cannot be written ({error}); free space there or set XDG_CACHE_HOME to another folder.",
                all.display()
            )
        };
        fs::create_dir_all(&all).map_err(trouble)?;
        let _lock = process::hold(&all.join(format!("{name}.lock")), &format!("installing {name}")).map_err(trouble)?;
        if self.at(self.program)?.exists() {
            return Ok(());
        }
        step(&format!("Installing {} {} ({})…", self.package, self.version, self.takes));
        let fresh = all.join(format!("{name}.part"));
        for leftover in [&fresh, &home] {
            if leftover.exists() {
                fs::remove_dir_all(leftover).map_err(trouble)?;
            }
        }
        fs::create_dir_all(&fresh).map_err(trouble)?;
        // Not in the repository: neither its aliases nor its .npmrc are meant for the tools.
        let mut installer = self.installer(&fresh);
        process::run(installer.current_dir(&all), &format!("try `{}`.", self.by_hand()?))?;
        fs::rename(&fresh, &home).map_err(trouble)
    }

    fn installer(&self, into: &Path) -> Command {
        let mut command = match self.source {
            Source::Cargo(features) => {
                let mut cargo = Command::new("cargo");
                cargo.args(["install", "--locked", "--no-default-features", "--features", features, "--root"]);
                cargo
            }
            Source::Npm => {
                let mut npm = npm();
                npm.args(["install", "--silent", "--prefix"]);
                npm
            }
        };
        // These tools spend their time in cargo and Node, not in themselves: a quick build of them is as good.
        command.envs([
            ("CARGO_PROFILE_RELEASE_LTO", "off"),
            ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
            ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
        ]);
        command.arg(into).arg(format!("{}@{}", self.package, self.version));
        command
    }

    fn home(&self) -> Result<PathBuf, String> {
        Ok(paths::tools()?.join(format!("{}-{}", self.package, self.version)))
    }

    fn inside(&self) -> &'static str {
        match self.source {
            Source::Cargo(_) => "bin",
            Source::Npm => "node_modules/.bin",
        }
    }
}
