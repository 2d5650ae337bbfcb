//! Gives the first wasm and its script short names for each other, and leaves out what neither asks for.
//!
//! wasm-bindgen names each import after what it calls, with sixteen digits that no packing makes smaller, twice: in the wasm
//! and in the script. Relies on these names being nowhere else, and each whole, in the script. Deliberately absent: the names
//! that the second part asks for; its script stays as it is.
use crate::sections::{self, EXPORTS, IMPORTS};
use std::collections::{BTreeMap, BTreeSet};

/// What both sides call the module of the script.
const MODULE: &str = "_";

/// The wasm and its script with short names for each other; `module` is what the wasm calls the script, and `other` is the
/// script of the second part. `None` if one of them is not what wasm-bindgen writes.
pub fn shortened(wasm: &[u8], script: &str, module: &str, other: &str) -> Option<(Vec<u8>, String)> {
    let named: BTreeSet<&str> = words(script).collect();
    let asked: BTreeSet<&str> = words(other).collect();
    let mut short = Short { taken: &named, given: BTreeMap::new(), next: 0 };
    let mut parts = Vec::new();
    for section in sections::of(wasm)? {
        let content = match section.id {
            IMPORTS => {
                let mut content = Vec::new();
                let all = sections::imports(section.content)?;
                sections::push_number(&mut content, all.len());
                for one in all {
                    let (from, name) = if one.module == module.as_bytes() {
                        (MODULE.as_bytes(), short.of(one.name)?.into_bytes())
                    } else {
                        (one.module, one.name.to_vec())
                    };
                    sections::push_text(&mut content, from);
                    sections::push_text(&mut content, &name);
                    content.extend(one.what);
                }
                content
            }
            EXPORTS => {
                let mut kept = Vec::new();
                for (name, what) in sections::exports(section.content)? {
                    let text = str::from_utf8(name).ok()?;
                    // A name without `__` may be a word of anybody's, as `memory` is.
                    if asked.contains(text) || named.contains(text) && !text.contains("__") {
                        kept.push((name.to_vec(), what));
                    } else if named.contains(text) {
                        kept.push((short.of(name)?.into_bytes(), what));
                    }
                }
                let kept: Vec<_> = kept.iter().map(|(name, what)| (&name[..], *what)).collect();
                sections::of_exports(&kept)
            }
            _ => section.content.to_vec(),
        };
        parts.push((section.id, content));
    }
    let wasm = sections::joined(parts.iter().map(|(id, content)| (*id, &content[..])));
    let quoted = format!("\"{module}\"");
    let is_known = script.matches(&quoted).count() == 1 && short.given.keys().all(|name| named.contains(&name[..]));
    is_known.then(|| (wasm, renamed(script, &short.given).replace(&quoted, &format!("\"{MODULE}\""))))
}

/// Short names, each given once.
struct Short<'script> {
    taken: &'script BTreeSet<&'script str>,
    given: BTreeMap<String, String>,
    next: usize,
}

impl Short<'_> {
    fn of(&mut self, name: &[u8]) -> Option<String> {
        let name = str::from_utf8(name).ok()?;
        if let Some(short) = self.given.get(name) {
            return Some(short.clone());
        }
        let short = loop {
            let short = nth(self.next)?;
            self.next += 1;
            if !self.taken.contains(&short[..]) {
                break short;
            }
        };
        self.given.insert(name.to_owned(), short.clone());
        Some(short)
    }
}

/// A letter, then a letter and digits: never a word of the language.
fn nth(at: usize) -> Option<String> {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    if let Some(&letter) = LETTERS.get(at) {
        return Some(char::from(letter).to_string());
    }
    let at = at - LETTERS.len();
    Some(format!("{}{}", char::from(*LETTERS.get(at / 10 % LETTERS.len())?), at % 10 + at / 520 * 10))
}

fn is_of_a_word(it: char) -> bool {
    it.is_ascii_alphanumeric() || it == '_' || it == '$'
}

fn words(script: &str) -> impl Iterator<Item = &str> {
    script.split(|it| !is_of_a_word(it)).filter(|word| !word.is_empty())
}

fn renamed(script: &str, names: &BTreeMap<String, String>) -> String {
    let mut new = String::with_capacity(script.len());
    let mut rest = script;
    while !rest.is_empty() {
        let word = &rest[..rest.find(|it| !is_of_a_word(it)).unwrap_or(rest.len())];
        let after = &rest[word.len()..];
        let between = &after[..after.find(is_of_a_word).unwrap_or(after.len())];
        new += names.get(word).map_or(word, |name| name);
        new += between;
        rest = &after[between.len()..];
    }
    new
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wasm(imports: &[(&str, &str)], exports: &[&str]) -> Vec<u8> {
        let mut content = Vec::new();
        sections::push_number(&mut content, imports.len());
        for (module, name) in imports {
            sections::push_text(&mut content, module.as_bytes());
            sections::push_text(&mut content, name.as_bytes());
            content.extend([0, 3]);
        }
        let exports: Vec<_> = exports.iter().map(|name| (name.as_bytes(), &[0, 1][..])).collect();
        sections::joined([(IMPORTS, &content[..]), (EXPORTS, &sections::of_exports(&exports))])
    }

    #[test]
    fn both_sides_get_the_same_names_and_what_the_second_part_asks_for_stays() {
        let before = wasm(
            &[("./app_bg.js", "__wbg_close_12"), ("./later.js", "load"), ("./app_bg.js", "__wbg_close_1")],
            &["main", "memory", "__wbindgen_malloc", "__table"],
        );
        let script = "const a = {\"./app_bg.js\": {__wbg_close_1: f, __wbg_close_12: g}};\nwasm.__wbindgen_malloc(wasm.memory, 'é');";
        let (after, new) = shortened(&before, script, "./app_bg.js", "const {__table, memory} = x").unwrap();
        assert_eq!(new, "const a = {\"_\": {c: f, b: g}};\nwasm.d(wasm.memory, 'é');");
        assert_eq!(after, wasm(&[("_", "b"), ("./later.js", "load"), ("_", "c")], &["memory", "d", "__table"]));
    }

    #[test]
    fn what_the_script_does_not_name_is_no_work_of_wasm_bindgen() {
        let before = wasm(&[("./app_bg.js", "__wbg_close_12")], &[]);
        assert!(shortened(&before, "({\"./app_bg.js\": {__wbg_close_1: f}})", "./app_bg.js", "").is_none());
        assert!(shortened(&before, "({__wbg_close_12: f})", "./app_bg.js", "").is_none());
    }

    #[test]
    fn no_short_name_is_given_twice() {
        let all: BTreeSet<_> = (0..2_000).filter_map(nth).collect();
        assert_eq!(all.len(), 2_000);
    }
}
