//! Running other programs: aloud, or quietly for their answer, and finding them on `PATH`.
//!
//! Deliberately absent: a shell. Every command is a program and its arguments.
use std::env;
use std::ffi::OsStr;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Says what begins, before it begins.
pub fn step(line: &str) {
    eprintln!("xtask: {line}");
}

/// Runs a program with its output on the terminal; `advice` is the sentence for when it fails.
pub fn run(command: &mut Command, advice: &str) -> Result<(), String> {
    let name = Path::new(command.get_program()).file_name().unwrap_or_default().display().to_string();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(format!("`{name}` failed; {advice}")),
        Err(error) => Err(format!("`{name}` could not be started ({error}); {advice}")),
    }
}

/// The same for a program that runs beside others: what it says comes when it is done, and whole.
pub fn run_beside(command: &mut Command, advice: &str) -> Result<(), String> {
    let name = Path::new(command.get_program()).file_name().unwrap_or_default().display().to_string();
    let done = command.stdin(Stdio::null()).output();
    let done = done.map_err(|error| format!("`{name}` could not be started ({error}); {advice}"))?;
    print!("{}", String::from_utf8_lossy(&done.stdout));
    eprint!("{}", String::from_utf8_lossy(&done.stderr));
    if done.status.success() { Ok(()) } else { Err(format!("`{name}` failed; {advice}")) }
}

/// Waits for other processes that hold this file, then holds it until the answer is dropped.
pub fn hold(file: &Path, to: &str) -> io::Result<File> {
    let lock = File::create(file)?;
    if lock.try_lock().is_err() {
        step(&format!("Waiting for another xtask that is {to}…"));
        lock.lock()?;
    }
    Ok(lock)
}

/// The first line that a program prints, or nothing if it is not there or fails.
pub fn first_line(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let line = text.lines().next()?.trim();
    (output.status.success() && !line.is_empty()).then(|| line.to_owned())
}

/// The first of these programs that is on `PATH`.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names.iter().find_map(|name| {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        folders.iter().map(|folder| folder.join(&file)).find(|program| program.is_file())
    })
}

/// The program that this variable of the environment names, if it is there.
pub fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|program| program.is_file())
}

/// The cargo that runs xtask, in the repository's root.
pub fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(crate::paths::root());
    command
}

/// npm, which is a script with its own name on Windows.
pub fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Whether this is root, where Chromium has to go without its sandbox.
pub fn is_root() -> bool {
    cfg!(unix) && first_line(Command::new("id").arg("-u")).as_deref() == Some("0")
}

/// Whether the system's package manager may be used: Debian's, as root.
pub fn may_apt() -> bool {
    find(&["apt-get"]).is_some() && is_root()
}

/// Installs packages of the system, one xtask at a time: apt does not wait for another.
pub fn apt(packages: &[&str]) -> Result<(), String> {
    let folder = crate::paths::tools()?;
    let trouble = |error| format!("{} cannot be written ({error}); free space there.", folder.display());
    std::fs::create_dir_all(&folder).map_err(trouble)?;
    let _lock = hold(&folder.join("apt.lock"), "installing packages").map_err(trouble)?;
    let advice = "read what it says above, install the packages by hand and try again.";
    let apt_get = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
        command
    };
    run(apt_get().args(["update", "-qq"]), advice)?;
    run(apt_get().args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages), advice)
}

/// A `PATH` with these folders in front.
pub fn path_with<I, P>(folders: I, path: &OsStr) -> Result<std::ffi::OsString, String>
where
    I: IntoIterator<Item = P>,
    P: AsRef<OsStr>,
{
    let all = folders.into_iter().map(|folder| PathBuf::from(folder.as_ref())).chain(env::split_paths(path));
    env::join_paths(all).map_err(|error| format!("PATH cannot be extended ({error}); keep `:` out of folder names."))
}
