//! `size`: what a first visit downloads, gzipped, and whether that is within the budget.
//!
//! Relies on `dist/`. Counts `index.html`, every file that its `href` and `src` name, and what those name in turn (a
//! script's imports, a style's `url()`), each gzipped by itself as a host would. Deliberately absent: headers, and what
//! the service worker will fetch. The second wasm is named, and does not count.
use crate::{build, paths};
use flate2::{Compression, write::GzEncoder};
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Component, Path, PathBuf};

/// The most that a first visit may download, in bytes: about 8 seconds at the 200 kbit/s of a weak signal.
const BUDGET: u64 = 200_000;

/// The verb.
pub fn run(args: &[String]) -> Result<(), String> {
    if let Some(stray) = args.iter().find(|arg| *arg != "--json") {
        return Err(format!("`size` takes no `{stray}`, only `--json`."));
    }
    let dist = paths::dist();
    // Not of something old: what is there counts only while it is of the present sources.
    build::make()?;
    let files = first_visit(&dist)?;
    let of = |ending: &str| files.iter().filter(|(path, _)| kind(path) == ending).map(|(_, size)| size).sum::<u64>();
    let total: u64 = files.values().sum();
    if args.iter().any(|arg| arg == "--json") {
        let figures = json!({
            "first_visit_gzip": total,
            "wasm_gzip": of("wasm"),
            "js_gzip": of("js"),
            "css_gzip": of("css"),
        });
        println!("{figures}");
    } else {
        println!("What a first visit downloads, in bytes, gzipped:");
        for (path, size) in &files {
            println!("{size:>9}  {}", path.display());
        }
        println!("{total:>9}  in all, {}", verdict(total));
        for (path, size) in fetched_later(&dist, &files)? {
            println!("{size:>9}  {}, fetched when the first screen stands", path.display());
        }
    }
    if total > BUDGET {
        return Err(format!(
            "the first visit is over the budget of {BUDGET} bytes; take out what was added last or load it later."
        ));
    }
    Ok(())
}

fn verdict(total: u64) -> String {
    match BUDGET.checked_sub(total) {
        Some(left) => format!("within the budget of {BUDGET} ({left} left)"),
        None => format!("over the budget of {BUDGET} by {}", total - BUDGET),
    }
}

/// The files that the first screen loads, each with its gzipped size.
fn first_visit(dist: &Path) -> Result<BTreeMap<PathBuf, u64>, String> {
    let mut found = BTreeMap::new();
    let mut waiting = vec![PathBuf::from("index.html")];
    while let Some(path) = waiting.pop() {
        if found.contains_key(&path) {
            continue;
        }
        let trouble = |error: std::io::Error| {
            format!("dist/{} cannot be read ({error}); run `cargo xtask build`.", path.display())
        };
        let bytes = fs::read(dist.join(&path)).map_err(trouble)?;
        let text = String::from_utf8_lossy(&bytes);
        let named = match kind(&path) {
            "html" => quoted_after(&text, &["href=", "src="]),
            "js" => quoted_after(&text, &["from ", "from", "import "]),
            "css" => quoted_after(&text, &["url(", "@import "]),
            _ => Vec::new(),
        };
        let here = path.parent().unwrap_or(Path::new("")).to_path_buf();
        waiting.extend(named.iter().filter_map(|name| inside(&here, name)).filter(|path| dist.join(path).is_file()));
        found.insert(path.clone(), gzipped(&bytes).map_err(trouble)?);
    }
    Ok(found)
}

/// Every other wasm.
fn fetched_later(dist: &Path, first: &BTreeMap<PathBuf, u64>) -> Result<Vec<(PathBuf, u64)>, String> {
    let trouble = |error: std::io::Error| format!("dist/ cannot be read ({error}); run `cargo xtask build`.");
    let mut found = Vec::new();
    for entry in fs::read_dir(dist).map_err(trouble)? {
        let path = PathBuf::from(entry.map_err(trouble)?.file_name());
        if kind(&path) == "wasm" && !first.contains_key(&path) {
            let bytes = fs::read(dist.join(&path)).map_err(trouble)?;
            found.push((path, gzipped(&bytes).map_err(trouble)?));
        }
    }
    Ok(found)
}

/// Every address that stands behind one of these marks, in quotes or, as minified pages have it, without.
fn quoted_after<'text>(text: &'text str, marks: &[&str]) -> Vec<&'text str> {
    let mut names = Vec::new();
    for mark in marks {
        for (at, _) in text.match_indices(mark) {
            let rest = &text[at + mark.len()..];
            let (rest, end): (_, &[char]) = match rest.chars().next() {
                Some('"') => (&rest[1..], &['"']),
                Some('\'') => (&rest[1..], &['\'']),
                _ => (rest, &[' ', '>', ')', '\n', ';']),
            };
            names.extend(rest.split(end).next());
        }
    }
    names
}

/// The file in `dist/` that an address means, if it is one of ours.
fn inside(here: &Path, address: &str) -> Option<PathBuf> {
    let plain = address.split(['?', '#']).next()?;
    if plain.is_empty() || plain.contains(':') || plain.starts_with('/') {
        return None;
    }
    let mut path = here.to_path_buf();
    for part in Path::new(plain).components() {
        match part {
            Component::Normal(name) => path.push(name),
            Component::CurDir => {}
            Component::ParentDir if path.pop() => {}
            _ => return None,
        }
    }
    Some(path)
}

fn gzipped(bytes: &[u8]) -> std::io::Result<u64> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(9));
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len() as u64)
}

fn kind(path: &Path) -> &str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("mjs") => "js",
        Some(ending) => ending,
        None => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_with_and_without_quotes() {
        let page = r#"<link rel=stylesheet href=./main-1.css><link href="./icon.svg" rel='icon'><script src='./a.js'></script>"#;
        assert_eq!(quoted_after(page, &["href=", "src="]), ["./main-1.css", "./icon.svg", "./a.js"]);
        let script = "import init from './snippets/b.js';\nimport\"./c.js\";";
        assert!(quoted_after(script, &["from ", "import "]).contains(&"./snippets/b.js"));
    }

    #[test]
    fn only_our_own_files_count() {
        let here = Path::new("snippets");
        assert_eq!(inside(here, "./b.js?v=1"), Some(PathBuf::from("snippets/b.js")));
        assert_eq!(inside(here, "../a.js"), Some(PathBuf::from("a.js")));
        for other in ["", "#/kube", "/a.js", "data:image/png;base64,x", "../../a.js"] {
            assert_eq!(inside(here, other), None, "{other}");
        }
    }

    #[test]
    fn a_visit_over_the_budget_is_said_to_be() {
        assert_eq!(verdict(BUDGET), "within the budget of 200000 (0 left)");
        assert_eq!(verdict(BUDGET + 1), "over the budget of 200000 by 1");
    }
}
