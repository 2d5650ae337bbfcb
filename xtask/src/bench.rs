//! `bench`: how fast the release is in a real browser, beside what plain JavaScript needs for the same, and whether the bounds hold.
//!
//! `data` invents the books, `e2e/bench` measures, `bounds` judges. Relies on Node and Chromium. Deliberately absent:
//! a comparison with an earlier run; figures of two runs on a shared machine are not alike, the ratio to the floor is.
mod bounds;
mod data;
mod lighthouse;

use crate::process::step;
use crate::{build, chrome, e2e, node, paths};
use bounds::Figure;
use std::path::Path;
use std::process::Stdio;

const USAGE: &str = "`bench` takes `--json`, `--only NAME` (open, read, search, group, save, file, list, suspects, charts, memory, units or \
                     lighthouse) and `--dataset N` (1x, 4x or 10x).";

/// What can be measured by itself.
const NAMES: [&str; 12] = [
    "open",
    "read",
    "search",
    "group",
    "save",
    "file",
    "list",
    "suspects",
    "charts",
    "memory",
    "units",
    lighthouse::NAME,
];

/// What a person asks for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Wish {
    json: bool,
    only: Option<String>,
    dataset: Option<String>,
}

/// The verb.
pub fn run(args: &[String]) -> Result<(), String> {
    let wish = parse(args)?;
    build::make()?;
    let browser = chrome::get_browser()?;
    let mut figures = Vec::new();
    if wish.only.as_deref() != Some(lighthouse::NAME) {
        e2e::install()?;
        let folder = data::make(wish.dataset.as_deref())?;
        step("Measuring the release in a real browser (a quarter of an hour for all of it)…");
        figures = measure(&wish, &folder, &browser)?;
    }
    let is_whole = wish.only.is_none() && wish.dataset.is_none();
    if is_whole || wish.only.as_deref() == Some(lighthouse::NAME) {
        figures.extend(lighthouse::look(&browser)?);
    }
    if wish.json {
        println!("{}", bounds::json(&figures));
    } else {
        println!("{}", bounds::table(&figures));
    }
    let broken = bounds::broken(&figures);
    if broken.is_empty() { Ok(()) } else { Err(format!("{}.", broken.join("; "))) }
}

fn measure(wish: &Wish, data: &Path, browser: &Path) -> Result<Vec<Figure>, String> {
    let mut node = node::command("node")?;
    node.arg("bench/main.mjs").arg("--data").arg(data).current_dir(e2e::folder()).env("CHROME", browser);
    for (flag, value) in [("--only", &wish.only), ("--dataset", &wish.dataset)] {
        if let Some(value) = value {
            node.arg(flag).arg(value);
        }
    }
    let output = node.stderr(Stdio::inherit()).output();
    let output =
        output.map_err(|error| format!("`node` could not be started ({error}); Node 22.19 or newer is needed."))?;
    if !output.status.success() {
        return Err("the measuring failed; mend what it names above.".to_owned());
    }
    bounds::read(&String::from_utf8_lossy(&output.stdout))
}

/// Where the books that are measured stand.
fn folder() -> std::path::PathBuf {
    paths::root().join("target/bench")
}

fn parse(args: &[String]) -> Result<Wish, String> {
    let mut wish = Wish::default();
    let mut rest = args.iter();
    while let Some(flag) = rest.next() {
        match flag.as_str() {
            "--json" => wish.json = true,
            "--only" => wish.only = Some(one_of(&NAMES, rest.next())?),
            "--dataset" => wish.dataset = Some(one_of(&data::NAMES, rest.next())?),
            _ => return Err(USAGE.to_owned()),
        }
    }
    Ok(wish)
}

fn one_of(names: &[&str], value: Option<&String>) -> Result<String, String> {
    value.filter(|value| names.contains(&value.as_str())).cloned().ok_or_else(|| USAGE.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(text: &str) -> Result<Wish, String> {
        parse(&text.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn one_figure_or_one_book_can_be_asked_for() {
        let (only, dataset) = (Some("save".to_owned()), Some("10x".to_owned()));
        assert_eq!(wish("--only save --json --dataset 10x"), Ok(Wish { json: true, only, dataset }));
        for wrong in ["--only", "--only speed", "--dataset 2x", "save"] {
            assert!(wish(wrong).is_err(), "{wrong}");
        }
    }
}
