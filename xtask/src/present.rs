//! Whether `dist/` is what the present sources make, so that no verb builds again what is there, and none measures what is old.
//!
//! A finished release leaves two hashes beside `target/`'s other things: of all that went in, taken before the build began, and
//! of all that came out. Deliberately absent: times of files, which a checkout or a copy changes.
use crate::page::hex;
use crate::{paths, process};
use sha2::{Digest, Sha256};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What of the repository's root goes into no release. What is not named here counts, so that nothing new is forgotten.
const LEFT_OUT: [&str; 11] =
    [".ci", ".git", ".github", ".vscode", "benches", "dist", "docs", "e2e", "fuzz", "target", "tests"];

/// A hash of the sources, of the compiler and of where crates are kept.
pub fn sources() -> Result<String, String> {
    let root = paths::root();
    let mut hasher = Sha256::new();
    let trouble = |error: io::Error| format!("the sources cannot be read ({error}).");
    add(&mut hasher, &root, &LEFT_OUT).map_err(trouble)?;
    hasher.update(process::first_line(Command::new("rustc").arg("--version")).unwrap_or_default());
    hasher.update(paths::cargo_home()?.as_os_str().as_encoded_bytes());
    Ok(hex(&hasher.finalize()))
}

/// Notes that `dist/` is made of these sources.
pub fn keep(sources: &str) -> Result<(), String> {
    let made = dist().and_then(|dist| fs::write(mark(), format!("{sources}\n{dist}\n")));
    made.map_err(|error| format!("{} cannot be written ({error}); free space there.", mark().display()))
}

/// Notes that nobody knows what `dist/` is made of.
pub fn forget() -> Result<(), String> {
    match fs::remove_file(mark()) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(format!("{} cannot be removed ({error}).", mark().display()))
        }
        _ => Ok(()),
    }
}

/// Whether `dist/` is whole, and made of these sources.
pub fn is_of(sources: &str) -> bool {
    let noted = fs::read_to_string(mark()).unwrap_or_default();
    dist().is_ok_and(|dist| noted == format!("{sources}\n{dist}\n"))
}

fn mark() -> PathBuf {
    paths::root().join("target/xtask-dist")
}

fn dist() -> io::Result<String> {
    let mut hasher = Sha256::new();
    add(&mut hasher, &paths::dist(), &[])?;
    Ok(hex(&hasher.finalize()))
}

/// Adds the names and contents of a folder's files, in the order of their names.
fn add(hasher: &mut Sha256, folder: &Path, left_out: &[&str]) -> io::Result<()> {
    let mut names = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name())).collect::<io::Result<Vec<_>>>()?;
    names.sort();
    for name in names {
        if left_out.iter().any(|it| name == *it) {
            continue;
        }
        let path = folder.join(&name);
        hasher.update(name.as_encoded_bytes());
        if path.is_dir() {
            hasher.update(b"/");
            add(hasher, &path, &[])?;
            hasher.update(b"/..");
        } else {
            // By its hash, so that no content can be taken for the next file's name.
            hasher.update(Sha256::digest(fs::read(&path)?));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(folder: &Path) -> String {
        let mut hasher = Sha256::new();
        add(&mut hasher, folder, &["out"]).unwrap();
        hex(&hasher.finalize())
    }

    #[test]
    fn any_file_counts_by_its_name_and_content_and_what_is_left_out_does_not() {
        let folder = std::env::temp_dir().join(format!("buku-kube-present-{}", std::process::id()));
        fs::create_dir_all(folder.join("src")).unwrap();
        fs::create_dir_all(folder.join("out")).unwrap();
        fs::write(folder.join("src/a"), "1").unwrap();
        let first = of(&folder);
        fs::write(folder.join("out/a"), "1").unwrap();
        assert_eq!(of(&folder), first);
        fs::write(folder.join("src/a"), "2").unwrap();
        assert_ne!(of(&folder), first);
        fs::write(folder.join("src/a"), "1").unwrap();
        assert_eq!(of(&folder), first);
        fs::rename(folder.join("src/a"), folder.join("src/b")).unwrap();
        assert_ne!(of(&folder), first);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn what_is_left_out_is_there_and_goes_into_no_release() {
        let trunk = fs::read_to_string(paths::root().join("index.html")).unwrap();
        for name in LEFT_OUT {
            assert!(!trunk.contains(&format!("href=\"{name}/")), "{name}");
        }
    }
}
