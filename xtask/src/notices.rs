//! The page of licences in `dist/`: ours, and the notice of everything that is built into the page and its workers.
//!
//! Relies on `cargo metadata`, and on the licence files that crates bring; a crate that brings none gets the text of MIT with its
//! authors. The service worker keeps the page with the rest, so that every copy has its notices. Deliberately absent: what only
//! builds or tests, which is in no copy.
use crate::paths;
use crate::process::cargo;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The page's name.
pub const PAGE: &str = "notices.html";

/// What is built into the copies beside crates: what it is called, and where its notice stands.
const OWN: [(&str, &str); 3] = [
    ("Buku KUBE", "LICENSE"),
    ("Kode dan nama wilayah / Codes and names of places", "src/domain/data/regions.LICENSE.md"),
    ("Kata sandi / Words of passphrases", "src/exchange/data/words.LICENSE.md"),
];

const MARK: &str = "<!-- notices -->";
const STYLE: &str = "./style.css";

/// Writes it; `style` is the style sheet of the page.
pub fn make(dist: &Path, style: &str) -> Result<(), String> {
    let page = paths::root().join("page").join(PAGE);
    let trouble = |error: std::io::Error| format!("dist/{PAGE} cannot be made ({error}); build again.");
    let page = fs::read_to_string(page).map_err(trouble)?;
    if [MARK, STYLE].iter().any(|mark| page.matches(mark).count() != 1) {
        return Err(format!("page/{PAGE} must hold `{MARK}` and `{STYLE}` once."));
    }
    let mut text = String::new();
    for (name, file) in OWN {
        text += &section(name, &fs::read_to_string(paths::root().join(file)).map_err(trouble)?);
    }
    text += &section("Rust", &mit("The Rust Project Contributors"));
    let mut of: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for part in parts(&metadata()?) {
        for notice in part.notices().map_err(trouble)? {
            of.entry(notice).or_default().insert(format!("{} {}", part.name, part.version));
        }
    }
    let mut sections: Vec<_> = of
        .iter()
        .map(|(notice, names)| (names.iter().map(String::as_str).collect::<Vec<_>>().join(", "), notice))
        .collect();
    sections.sort();
    for (names, notice) in sections {
        text += &section(&names, notice);
    }
    fs::write(dist.join(PAGE), page.replace(MARK, &text).replace(STYLE, &format!("./{style}"))).map_err(trouble)
}

fn section(name: &str, notice: &str) -> String {
    format!("<h2>{}</h2>\n<pre class=\"lines\">{}</pre>\n", escaped(name), escaped(notice.trim()))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A crate.
struct Part {
    name: String,
    version: String,
    folder: PathBuf,
    authors: String,
}

impl Part {
    /// Its licence files: of a choice the MIT ones, which are the shortest; what it asks to be told beside it always.
    fn notices(&self) -> std::io::Result<Vec<String>> {
        let mut files = Vec::new();
        files_of(&self.folder, &mut files)?;
        files.sort();
        let name = |file: &Path| file.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        let begins = |file: &Path, words: &[&str]| words.iter().any(|word| name(file).starts_with(word));
        let has_mit = files.iter().any(|file| name(file).contains("mit"));
        files.retain(|file| !has_mit || name(file).contains("mit") || begins(file, &["notice", "copyright"]));
        if files.is_empty() {
            return Ok(vec![mit(&self.authors)]);
        }
        let texts = files
            .iter()
            .map(|file| Ok(String::from_utf8_lossy(&fs::read(file)?).replace("\r\n", "\n").trim().to_owned()));
        texts.collect()
    }
}

/// The licence files of a folder, or of the folder of licences in it.
fn files_of(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        if !["license", "licence", "copying", "notice", "copyright", "unlicense"].iter().any(|it| name.starts_with(it))
        {
            continue;
        }
        if path.is_dir() {
            files.extend(fs::read_dir(&path)?.filter_map(|entry| Some(entry.ok()?.path())));
        } else if path.extension().is_none_or(|ending| ending != "rs") {
            files.push(path);
        }
    }
    Ok(())
}

/// What cargo knows of all crates, as the page and the workers have them.
fn metadata() -> Result<Value, String> {
    let mut ask = cargo();
    ask.args(["metadata", "--format-version", "1", "--features", "web,import_worker,sheets"]);
    ask.args(["--filter-platform", crate::tools::TARGET]);
    let advice = "see whether the network reaches cargo's registry and try again.";
    let output = ask.output().map_err(|error| format!("`cargo metadata` could not be started ({error})."))?;
    serde_json::from_slice(&output.stdout).map_err(|_| format!("`cargo metadata` failed; {advice}"))
}

/// The crates that are built into the page and its workers, ours left out.
fn parts(metadata: &Value) -> Vec<Part> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let packages: BTreeMap<String, Value> =
        list(&metadata["packages"]).into_iter().map(|package| (text(&package["id"]), package)).collect();
    let nodes: BTreeMap<String, Value> =
        list(&metadata["resolve"]["nodes"]).into_iter().map(|node| (text(&node["id"]), node)).collect();
    let is_ours = |id: &str| packages[id]["source"].is_null();
    // What runs inside the compiler is in no copy.
    let is_macro = |id: &str| list(&packages[id]["targets"]).iter().any(|target| target["kind"][0] == "proc-macro");
    let root = packages.iter().find(|(_, package)| package["name"] == "buku-kube").map(|(id, _)| id.clone());
    let (mut waiting, mut found) = (Vec::from_iter(root), BTreeSet::new());
    while let Some(id) = waiting.pop() {
        if !found.insert(id.clone()) {
            continue;
        }
        for dep in list(&nodes[&id]["deps"]) {
            let id = text(&dep["pkg"]);
            if list(&dep["dep_kinds"]).iter().any(|kind| kind["kind"].is_null()) && !is_macro(&id) {
                waiting.push(id);
            }
        }
    }
    let part = |id: &String| {
        let package = &packages[id];
        let authors: Vec<String> = list(&package["authors"]).iter().map(text).collect();
        Part {
            name: text(&package["name"]),
            version: text(&package["version"]),
            folder: Path::new(&text(&package["manifest_path"])).parent().map(Path::to_path_buf).unwrap_or_default(),
            authors: if authors.is_empty() {
                format!("the authors of {}", text(&package["name"]))
            } else {
                authors.join(", ")
            },
        }
    };
    found.iter().filter(|id| !is_ours(id)).map(part).collect()
}

/// The licence that is called MIT.
fn mit(holder: &str) -> String {
    let own = include_str!("../../LICENSE");
    let terms = own.split_once("\n\nPermission").map_or(own, |(_, terms)| terms);
    format!("MIT License\n\nCopyright (c) {holder}\n\nPermission{terms}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a licence is allowed: of each part one of its choices.
    fn is_allowed(licence: &str, allowed: &[&str]) -> bool {
        let plain = licence.replace('/', " OR ").replace(['(', ')'], "");
        plain.split(" AND ").all(|part| part.split(" OR ").any(|choice| allowed.contains(&choice.trim())))
    }

    #[test]
    fn every_crate_has_a_licence_that_is_allowed() {
        let deny = fs::read_to_string(paths::root().join("deny.toml")).unwrap();
        let list = deny.split_once("allow = [").unwrap().1.split_once(']').unwrap().0;
        let allowed: Vec<&str> = list.split('"').skip(1).step_by(2).collect();
        assert!(allowed.contains(&"MIT") && is_allowed("GPL-3.0 OR MIT", &allowed) && !is_allowed("GPL-3.0", &allowed));
        assert!(!is_allowed("(MIT OR Apache-2.0) AND GPL-3.0", &allowed));
        let metadata = metadata().unwrap();
        let packages = metadata["packages"].as_array().unwrap();
        assert!(packages.len() > 100);
        for package in packages {
            let licence = package["license"].as_str().unwrap_or("none");
            assert!(is_allowed(licence, &allowed), "{}: {licence}", package["name"]);
        }
    }

    #[test]
    fn every_crate_in_the_page_has_its_notice_and_what_only_builds_has_none() {
        let parts = parts(&metadata().unwrap());
        let has = |name: &str| parts.iter().any(|part| part.name == name);
        assert!(has("leptos") && has("calamine") && has("wasm-bindgen"));
        assert!(!has("buku-kube") && !has("xtask") && !has("serde_derive") && !has("proptest"));
        for part in &parts {
            let notices = part.notices().unwrap();
            assert!(notices.iter().any(|notice| notice.len() > 300), "{}", part.name);
        }
    }

    #[test]
    fn a_notice_is_text_and_nothing_else() {
        assert_eq!(section("a & b", " <script> \n"), "<h2>a &amp; b</h2>\n<pre class=\"lines\">&lt;script&gt;</pre>\n");
        assert!(mit("Somebody").starts_with("MIT License\n\nCopyright (c) Somebody\n\nPermission is hereby granted"));
    }
}
