//! `build`: the release, in `dist/`; or the same unfinished, for those who develop it.
//!
//! Relies on `index.html` and `Trunk.toml`, which say what goes in. A development build is Trunk's own, with the page, the
//! policy and the service worker of the release; what makes the release small and quick it leaves out, and so takes seconds
//! where that takes minutes. Deliberately absent: watching the source; `dev` does that.
use crate::page::{self, Wish};
use crate::process::{self, cargo, step};
use crate::{paths, present, split, stamp, tools, workers};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

/// The verb.
pub fn run(args: &[String]) -> Result<(), String> {
    match parse(args)? {
        Wish { small: false, .. } => develop(),
        wish => {
            let target = locked()?;
            release(&wish, &target, &present::sources()?)?;
            report()
        }
    }
}

fn parse(args: &[String]) -> Result<Wish, String> {
    match args {
        [] => Ok(Wish { small: true, url: None }),
        [flag] if flag == "--dev" => Ok(Wish::default()),
        [flag, url] if flag == "--url" => {
            let is_plain = url.chars().all(|it| it.is_ascii_graphic() && !"\"'<>`&#?".contains(it));
            if !url.starts_with("https://") || !is_plain {
                return Err(format!(
                    "`{url}` is no address of a page; it begins with `https://` and has no `?` or `#`."
                ));
            }
            Ok(Wish { small: true, url: Some(format!("{}/", url.trim_end_matches('/'))) })
        }
        _ => Err("`build` takes `--dev`, or `--url` and the address where the folder will stand.".to_owned()),
    }
}

/// Sets up and builds the release, for any address, unless it is there.
pub fn make() -> Result<(), String> {
    let target = locked()?;
    let sources = present::sources()?;
    if present::is_of(&sources) {
        return Ok(());
    }
    release(&Wish { small: true, url: None }, &target, &sources)
}

fn release(wish: &Wish, target: &Target, sources: &str) -> Result<(), String> {
    let path = tools::set_up(&tools::ALL)?;
    fetch()?;
    step("Building the release (about 2 minutes at first, then well under one)…");
    let started = Instant::now();
    let stand_in = split::stand_in(&target.folder)?;
    let mut trunk = trunk(&process::path_with([stand_in], &path)?)?;
    trunk.args(["build", "--release", "--offline"]).env("CARGO_ENCODED_RUSTFLAGS", split::rustflags()?);
    present::forget()?;
    process::run(&mut trunk, ADVICE)?;
    let (bindgen, dist) = (target.folder.join("wasm-bindgen/release"), paths::dist());
    split::finish(&bindgen, &dist)?;
    finish(&bindgen, &dist, wish, started)?;
    // One for a single address is another.
    if wish.url.is_none() { present::keep(sources) } else { Ok(()) }
}

/// Sets up and builds for those who develop it.
fn develop() -> Result<(), String> {
    let path = tools::set_up(&tools::FOR_DEVELOPMENT)?;
    fetch()?;
    step("Building for development (about 2 minutes at first, then seconds)…");
    let target = locked()?;
    let started = Instant::now();
    present::forget()?;
    // As compact as the release's, since `page` knows it in that form.
    process::run(trunk(&path)?.args(["build", "--offline", "--minify"]), ADVICE)?;
    finish(&target.folder.join("wasm-bindgen/debug"), &paths::dist(), &Wish::default(), started)
}

/// What Trunk does not do.
fn finish(bindgen: &Path, dist: &Path, wish: &Wish, started: Instant) -> Result<(), String> {
    workers::finish(bindgen, dist, wish.small)?;
    page::finish(dist, wish)?;
    stamp::finish(dist)?;
    step(&format!("Built in {} s.", started.elapsed().as_secs()));
    Ok(())
}

/// Gets the crates.
pub fn fetch() -> Result<(), String> {
    step("Fetching the crates that the lock names (up to a minute at first)…");
    // Trunk hands its `--offline` on to cargo, which then cannot fetch.
    process::run(cargo().args(["fetch", "--quiet"]), "see whether the network reaches cargo's registry and try again.")
}

/// `target/`, for this build alone: two at once would take each other's half-made dist/ away.
struct Target {
    folder: PathBuf,
    _lock: File,
}

fn locked() -> Result<Target, String> {
    let trouble = |error| format!("target/ cannot be written ({error}); free space there.");
    let folder = paths::root().join("target");
    fs::create_dir_all(&folder).map_err(trouble)?;
    let lock = process::hold(&folder.join("xtask-build.lock"), "building").map_err(trouble)?;
    Ok(Target { folder, _lock: lock })
}

const ADVICE: &str = "mend what it says above and run it again.";

/// Trunk, with this `PATH`.
pub fn trunk(path: &OsStr) -> Result<Command, String> {
    let mut trunk = Command::new(tools::TRUNK.at("trunk")?);
    trunk.env("PATH", path).current_dir(paths::root());
    // Trunk takes NO_COLOR=1, which people set, for a flag that has to say true or false.
    trunk.env_remove("NO_COLOR").env_remove("RUST_BACKTRACE");
    Ok(trunk)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_of_a_page_and_ends_as_a_folder() {
        let url = |text: &str| parse(&["--url".to_owned(), text.to_owned()]).map(|wish| wish.url);
        assert_eq!(url("https://kube.example/buku"), Ok(Some("https://kube.example/buku/".to_owned())));
        assert_eq!(url("https://kube.example/"), Ok(Some("https://kube.example/".to_owned())));
        for wrong in ["kube.example", "http://kube.example/", "https://a/\"><script>", "https://a/?b", "https://a/ b"] {
            assert!(url(wrong).is_err(), "{wrong}");
        }
    }
}
