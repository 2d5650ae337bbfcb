//! Writes the service worker into `dist/`: `page/sw.js` with the list of what belongs to the page.
//!
//! Runs last: the list holds the hash of every file, so that the worker keeps only what is whole and of this version.
//! Deliberately absent: what no page needs, which stays on the host (the schema, the pictures for the install dialogue).
use crate::page::hex;
use crate::{http, paths};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// The worker. Its name has no hash: browsers look for new versions where the old one was.
const WORKER: &str = "sw.js";

/// Folders and files that are not kept.
const LEFT_OUT: [&str; 3] = ["schema", "screenshots", WORKER];

/// What stands in the worker for the list and its version.
const MARKS: [&str; 2] = ["const VERSION = '';", "const FILES = [];"];

/// Does it.
pub fn finish(dist: &Path) -> Result<(), String> {
    let trouble =
        |error: std::io::Error| format!("the service worker cannot be put into dist/ ({error}); free space there.");
    let worker = fs::read_to_string(paths::root().join("page").join(WORKER)).map_err(trouble)?;
    let mut names = Vec::new();
    list(dist, "", &mut names).map_err(trouble)?;
    names.sort();
    let mut files = Vec::new();
    for name in names {
        let path = dist.join(&name);
        let sum = hex(&Sha256::digest(fs::read(&path).map_err(trouble)?));
        files.push([name, http::mime(&path).to_owned(), sum]);
    }
    fs::write(dist.join(WORKER), stamped(&worker, &files)?).map_err(trouble)
}

/// The worker with the list in it.
fn stamped(worker: &str, files: &[[String; 3]]) -> Result<String, String> {
    let list = json!(files).to_string().replace("],[", "],\n  [");
    // The worker itself counts, too: one that does something else is another version.
    let version = hex(&Sha256::digest(format!("{list}{worker}")));
    let texts = [format!("const VERSION = '{}';", &version[..16]), format!("const FILES = {list};")];
    let mut stamped = worker.to_owned();
    for (mark, text) in MARKS.iter().zip(texts) {
        if stamped.matches(mark).count() != 1 {
            return Err(format!("page/{WORKER} must hold `{mark}` once."));
        }
        stamped = stamped.replace(mark, &text);
    }
    Ok(stamped)
}

/// The files of a folder, with `/`.
fn list(folder: &Path, before: &str, names: &mut Vec<String>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{before}{}", entry.file_name().to_string_lossy());
        if LEFT_OUT.contains(&name.as_str()) {
            continue;
        }
        if entry.path().is_dir() {
            list(&entry.path(), &format!("{name}/"), names)?;
        } else {
            names.push(name);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, sum: &str) -> [String; 3] {
        [name.to_owned(), "text/html".to_owned(), sum.to_owned()]
    }

    fn version(stamped: &str) -> &str {
        stamped.split('\'').nth(1).unwrap()
    }

    #[test]
    fn a_version_is_its_files_and_its_worker() {
        let worker = MARKS.join("\n");
        let one = stamped(&worker, &[file("index.html", "1")]).unwrap();
        assert!(one.contains(r#"const FILES = [["index.html","text/html","1"]];"#), "{one}");
        let same = stamped(&worker, &[file("index.html", "1")]).unwrap();
        assert_eq!(one, same);
        let other_file = stamped(&worker, &[file("index.html", "2")]).unwrap();
        let other_worker = stamped(&format!("{worker}//"), &[file("index.html", "1")]).unwrap();
        assert_ne!(version(&one), version(&other_file));
        assert_ne!(version(&one), version(&other_worker));
        assert!(stamped("nothing", &[]).is_err());
    }

    #[test]
    fn the_worker_in_the_repository_can_be_stamped() {
        let worker = fs::read_to_string(paths::root().join("page").join(WORKER)).unwrap();
        assert!(stamped(&worker, &[]).is_ok());
    }
}
