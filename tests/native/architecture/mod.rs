//! The shape of the source: who imports whom, what must not stand where. Each check is shown to fail on a bad piece.

mod circles;
mod tables;
mod tokens;
mod words;

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenTree};

use circles::circles;
use tables::{CIRCLES, LINES, LONG, MAY_IMPORT, OUTSIDE};
use tokens::{Source, inside, is_sign, sources, word};

fn bad(path: &str, text: &str) -> Source {
    Source { path: path.to_owned(), text: text.to_owned() }
}

/// The module of a path for [`MAY_IMPORT`]: its first part, or the first two where the table has them.
fn module(path: &[String]) -> String {
    let two = path.get(..2).map(|two| two.join("/"));
    let two = two.filter(|two| MAY_IMPORT.iter().any(|(name, _)| name == two));
    two.or_else(|| path.first().cloned()).unwrap_or_else(|| "lib".to_owned())
}

fn wrong_imports(source: &Source) -> Vec<String> {
    let own = module(&source.module());
    if own == "lib" {
        return Vec::new();
    }
    let Some((_, allowed)) = MAY_IMPORT.iter().find(|(name, _)| *name == own) else {
        return vec![format!("src/{}: the table has no module `{own}`", source.path)];
    };
    let names = source.names();
    let is_module = |path: &&Vec<String>| path.first().is_some_and(|first| first.starts_with(char::is_lowercase));
    let others: BTreeSet<String> =
        names.iter().map(|named| &named.path).filter(is_module).map(|path| module(path)).collect();
    let is_allowed = |name: &String, allowed: &str| match allowed {
        "*" => true,
        OUTSIDE => !name.starts_with("ui"),
        allowed => allowed == name,
    };
    let is_wrong = |name: &String| *name != own && !allowed.iter().any(|allowed| is_allowed(name, allowed));
    let wrong = others.into_iter().filter(is_wrong);
    wrong.map(|name| format!("src/{}: `{own}` must not import `{name}`", source.path)).collect()
}

/// Calls a check with each run of tokens of a file, from each token of it on to the end of its brackets.
fn for_each_place(trees: &[TokenTree], check: &mut impl FnMut(&[TokenTree])) {
    for (at, tree) in trees.iter().enumerate() {
        check(&trees[at..]);
        if let TokenTree::Group(group) = tree {
            for_each_place(&group.stream().into_iter().collect::<Vec<_>>(), check);
        }
    }
}

fn line(tree: &TokenTree) -> usize {
    tree.span().start().line
}

fn panics(source: &Source) -> Vec<String> {
    if source.path == "storage/conformance.rs" || is_test_only(&source.path) {
        return Vec::new();
    }
    let calls = ["unwrap", "expect", "unwrap_err", "expect_err"];
    let macros = [
        "panic",
        "todo",
        "unimplemented",
        "unreachable",
        "assert",
        "assert_eq",
        "assert_ne",
        "debug_assert",
        "debug_assert_eq",
        "debug_assert_ne",
    ];
    let mut found = Vec::new();
    for_each_place(&source.tokens(), &mut |trees| {
        let (first, second) = (word(trees.first()), word(trees.get(1)));
        let is_call = is_sign(trees.first(), '.') && second.as_ref().is_some_and(|name| calls.contains(&name.as_str()));
        let is_macro = first.is_some_and(|name| macros.contains(&name.as_str())) && is_sign(trees.get(1), '!');
        if is_call || is_macro {
            found.push(format!("src/{}:{}: {}{}", source.path, line(&trees[0]), trees[0], trees[1]));
        }
    });
    found
}

/// A file that its parent declares under `#[cfg(test)]`.
fn is_test_only(path: &str) -> bool {
    path == "domain/laws.rs"
}

/// Literal texts for people in a `view!`: children of a tag, and values of the attributes that are read out.
fn spoken_literals(source: &Source) -> Vec<String> {
    if !source.path.starts_with("ui/") {
        return Vec::new();
    }
    let mut found = Vec::new();
    for_each_place(&source.tokens(), &mut |trees| {
        let is_view = word(trees.first()).as_deref() == Some("view") && is_sign(trees.get(1), '!');
        let Some(body) = inside(trees.get(2), Delimiter::Brace).filter(|_| is_view) else { return };
        for (at, tree) in body.iter().enumerate() {
            let text = tree.to_string();
            if text.starts_with('"') && text.contains(char::is_alphabetic) && is_spoken(&body[..at]) {
                found.push(format!("src/{}:{}: {text}", source.path, line(tree)));
            }
        }
    });
    found
}

/// Whether a text that stands behind this in a `view!` is shown or read out.
fn is_spoken(before: &[TokenTree]) -> bool {
    let last = before.last();
    if is_sign(last, '=') {
        // The name of an attribute may have parts: `aria-label`.
        let mut start = before.len().saturating_sub(2);
        while start >= 2 && is_sign(before.get(start - 1), '-') {
            start -= 2;
        }
        let name: String = before[start..before.len() - 1].iter().map(ToString::to_string).collect();
        return ["aria-label", "title", "placeholder", "alt"].contains(&name.as_str());
    }
    // After a tag or another child; anywhere else it is an argument.
    is_sign(last, '>')
        || inside(last, Delimiter::Brace).is_some()
        || last.is_some_and(|last| last.to_string().starts_with('"'))
}

fn without_introduction(source: &Source) -> Vec<String> {
    let opens = source.text.starts_with("//! ");
    if opens { Vec::new() } else { vec![format!("src/{}: does not begin with what it is (//!)", source.path)] }
}

fn too_long(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count();
    if lines <= LINES || LONG.iter().any(|(path, _)| *path == source.path) {
        return Vec::new();
    }
    vec![format!("src/{}: {lines} lines, over {LINES}", source.path)]
}

fn assert_none(check: fn(&Source) -> Vec<String>) {
    let sources = sources();
    assert!(sources.len() > 50, "the source is there");
    let found: Vec<String> = sources.iter().flat_map(check).collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn modules_import_only_what_the_table_allows() {
    assert_none(wrong_imports);
}

#[test]
fn an_import_against_the_table_is_found() {
    let table = [
        ("domain/nik.rs", "use crate::history::Stamp;", 1),
        ("domain/nik.rs", "//! See [`crate::history`].\nuse crate::domain::Date;", 0),
        ("registry/index.rs", "fn a() { crate::store::Store::new() }", 1),
        ("registry/commands/save.rs", "use crate::{domain::{Date, Nik}, i18n::Lang, exchange};", 2),
        ("sample/mod.rs", "#[cfg(test)]\nmod tests { use crate::registry::Registry; }", 0),
        ("sample/mod.rs", "#[cfg(test)]\nmod tests {}\nuse crate::registry::Registry;", 1),
        ("ui/pages/home.rs", "use crate::store::Store;", 0),
        ("ui/parts/button.rs", "use crate::registry::Registry;", 1),
        ("ui/parts/button.rs", "use crate::ui::parts::icon; use crate::i18n::Lang;", 0),
        ("ui/parts/button.rs", "use crate::ui::state::Book;", 1),
        ("ui/parts/button.rs", "use super::super::state::Book;", 1),
        ("ui/parts/button.rs", "fn a() { view! { <p>{crate::ui::state::use_lang()}</p> } }", 1),
        ("ui/charts/bars.rs", "use crate::ui::parts::block::p; use super::Form;", 0),
        ("ui/charts/bars.rs", "use crate::store::Store;", 1),
        ("web/clock.rs", "use crate::registry::Registry; use crate::web::tabs;", 1),
        ("route.rs", "use crate::ui::App; use crate::search::Filter;", 1),
        ("cache/mod.rs", "", 1),
        ("history/fold.rs", "pub(crate) use other_crate::x; use crate::Thing;", 0),
    ];
    for (path, text, count) in table {
        assert_eq!(wrong_imports(&bad(path, text)).len(), count, "{path}: {text}");
    }
}

#[test]
fn no_files_import_each_other_but_those_named() {
    let found = circles(&sources());
    let is_in = |circle: &BTreeSet<String>, files: &[&str]| circle.iter().all(|file| files.contains(&file.as_str()));
    for circle in &found {
        assert!(CIRCLES.iter().any(|(files, _)| is_in(circle, files)), "not named in CIRCLES: {circle:#?}");
    }
    for (files, _) in CIRCLES {
        assert!(
            found.iter().any(|circle| is_in(circle, files)),
            "no circle any more, to be taken out of CIRCLES: {files:#?}"
        );
    }
    assert!(CIRCLES.iter().all(|(_, reason)| !reason.is_empty()));
}

#[test]
fn a_circle_of_files_is_found_by_whatever_way_they_name_each_other() {
    let of = |files: &[(&str, &str)]| -> Vec<Vec<String>> {
        let sources: Vec<_> = files.iter().map(|(path, text)| bad(path, text)).collect();
        circles(&sources).into_iter().map(|circle| circle.into_iter().collect()).collect()
    };
    let lib = ("lib.rs", "pub mod a;");
    let both = vec![vec!["a/one.rs".to_owned(), "a/two.rs".to_owned()]];
    let passed_on = ("a/mod.rs", "mod one; mod two; pub use one::One; pub use two::two;");
    for (one, two) in [
        ("use super::two::two; pub struct One;", "use super::one::One; pub fn two() {}"),
        ("use crate::a::two; pub struct One;", "use super::One; pub fn two() {}"),
        ("pub struct One; fn a() { super::two::two() }", "pub fn two(_: crate::a::One) {}"),
        ("use super::two; pub struct One;", "pub fn two() { view! { <p>{crate::a::One}</p> } }"),
    ] {
        assert_eq!(of(&[lib, passed_on, ("a/one.rs", one), ("a/two.rs", two)]), both, "{one} / {two}");
    }
    let parent = ("a/mod.rs", "mod one; use one::One; pub struct Parent(One);");
    assert_eq!(of(&[lib, parent, ("a/one.rs", "use super::Parent; pub struct One;")]).len(), 1);
    for (one, two) in [
        ("use super::two::two; pub struct One;", "pub fn two() {}"),
        ("use super::two; pub struct One;", "#[cfg(test)] mod tests { use super::super::One; } pub fn two() {}"),
    ] {
        assert_eq!(of(&[lib, passed_on, ("a/one.rs", one), ("a/two.rs", two)]).len(), 0, "{one} / {two}");
    }
}

#[test]
fn nothing_panics_outside_tests() {
    assert_none(panics);
}

#[test]
fn a_panic_outside_tests_is_found() {
    let table = [
        ("fn a() { b().unwrap() }", 1),
        ("fn a() { b().expect(\"c\") }", 1),
        ("fn a() { panic!(\"c\") }\nfn b() { todo!() }", 2),
        ("/// Never call .unwrap() here.\nfn a() { b().unwrap_or(\".unwrap()\") }", 0),
        ("#[cfg(test)]\nmod tests { fn a() { b().unwrap() } }", 0),
        ("#[cfg(test)]\nmod laws;\nfn a() { b().unwrap() }", 1),
        ("fn a() -> char { '\"' }\nfn b() { c().unwrap() } // \"", 1),
        ("const A: &str = r#\"a \" .unwrap()\"#;\nfn b<'a>() { c().unwrap() }", 1),
    ];
    for (text, count) in table {
        assert_eq!(panics(&bad("store/book.rs", text)).len(), count, "{text}");
    }
    assert_eq!(panics(&bad("storage/conformance.rs", "fn a() { b().unwrap() }")).len(), 0);
}

#[test]
fn the_files_left_out_as_test_only_are_declared_so() {
    let parent = std::fs::read_to_string("src/domain/mod.rs").unwrap();
    assert!(is_test_only("domain/laws.rs") && parent.contains("#[cfg(test)]\nmod laws;"));
}

#[test]
fn components_hold_no_words() {
    assert_none(spoken_literals);
}

#[test]
fn a_word_in_a_component_is_found() {
    let table = [
        ("view! { <p>\"Simpan\"</p> }", 1),
        ("view! { <p>{t.save} \" dan lagi\"</p> }", 1),
        ("view! { <p class=\"note\">{move || t(\"key\")}\": \"</p> }", 0),
        ("view! { <button aria-label=\"Tutup\" title=t.close>\"×\"</button> }", 1),
        ("view! { <img alt=\"Peta\" src=\"a.png\" /><input placeholder = \"Nama\" type=\"text\" /> }", 2),
        ("view! { <svg viewBox=\"0 0 1 1\"><path d=\"M0 0\" /></svg> }", 0),
        ("view! { <a href={format!(\"#/group/{id}\")}>{name}</a> }", 0),
        ("view! { <p>\"{\" {name} \"}\"</p><b>\"Tebal\"</b> }", 1),
        ("let a = \"not in a view\";", 0),
        ("view! { <p>\"1.\" \"Satu\"</p> }", 1),
    ];
    for (text, count) in table {
        assert_eq!(spoken_literals(&bad("ui/pages/home.rs", text)).len(), count, "{text}");
    }
    assert_eq!(spoken_literals(&bad("web/page.rs", "view! { <p>\"Simpan\"</p> }")).len(), 0);
}

#[test]
fn every_file_says_first_what_it_is() {
    assert_none(without_introduction);
}

#[test]
fn a_file_without_its_introduction_is_found() {
    for text in ["use std::fmt;\n", "/// A thing.\n", "\n//! Late.\n", "//!\n"] {
        assert_eq!(without_introduction(&bad("domain/new.rs", text)).len(), 1, "{text}");
    }
    assert_eq!(without_introduction(&bad("domain/new.rs", "//! A thing.\n")).len(), 0);
}

#[test]
fn no_file_is_too_long() {
    assert_none(too_long);
    for (path, reason) in LONG {
        assert!(!reason.is_empty() && sources().iter().any(|source| source.path == path), "{path}");
    }
}

#[test]
fn a_file_that_is_too_long_is_found() {
    let of = |path: &str, lines: usize| too_long(&bad(path, &"a\n".repeat(lines))).len();
    assert_eq!((of("domain/new.rs", LINES + 1), of("domain/new.rs", LINES), of("i18n/texts.rs", 2 * LINES)), (1, 0, 0));
}

#[test]
fn numbers_are_read_to_the_last_bit_by_the_app_itself_and_not_only_in_tests() {
    let manifest = std::fs::read_to_string("Cargo.toml").unwrap();
    let ours = manifest.split("\n[").find(|part| part.starts_with("dependencies]")).unwrap();
    let line = ours.lines().find(|line| line.starts_with("serde_json")).unwrap();
    assert!(line.contains("arbitrary_precision"), "else the checksum of a newer version's file does not hold");
}
