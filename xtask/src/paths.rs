//! Where things are: the repository, what the build leaves, and the per-user cache.
//!
//! Relies on `HOME` (or `USERPROFILE`) and `XDG_CACHE_HOME`. Deliberately absent: making any of these folders.
use std::env;
use std::path::{Path, PathBuf};

/// The repository's root. Cargo names this crate's folder at run time, so a moved clone is still found.
pub fn root() -> PathBuf {
    let here = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let here = PathBuf::from(here);
    here.parent().map_or_else(|| here.clone(), Path::to_path_buf)
}

/// What Trunk leaves: the whole app, ready for any static host.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The folder that keeps the pinned tools, one sub-folder `NAME-VERSION` each.
pub fn tools() -> Result<PathBuf, String> {
    let cache = match env::var_os("XDG_CACHE_HOME").filter(|dir| Path::new(dir).is_absolute()) {
        Some(dir) => PathBuf::from(dir),
        None => home()?.join(".cache"),
    };
    Ok(cache.join("buku-kube").join("tools"))
}

/// Where cargo keeps what it fetches.
pub fn cargo_home() -> Result<PathBuf, String> {
    match env::var_os("CARGO_HOME").filter(|dir| Path::new(dir).is_absolute()) {
        Some(dir) => Ok(PathBuf::from(dir)),
        None => Ok(home()?.join(".cargo")),
    }
}

fn home() -> Result<PathBuf, String> {
    env::var_os("HOME")
        .or_else(|| env::var_os("USERPROFILE"))
        .map(PathBuf::from)
        .ok_or_else(|| "HOME is not set; set XDG_CACHE_HOME to a folder that may keep the build tools.".to_owned())
}
