//! A source file as tokens, and the paths of ours that it names.
//!
//! The lexer is `proc-macro2`, which `syn` reads with, too. Tokens and not its trees, because half of what is asked stands inside
//! macros (`view!`), whose insides `syn` leaves as tokens.

use std::collections::BTreeMap;
use std::path::Path;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// A source file: its path under `src` with `/`, and its text.
pub struct Source {
    pub path: String,
    pub text: String,
}

/// A path of ours that a file names.
#[derive(Debug, PartialEq, Eq)]
pub struct Named {
    /// From the root of the crate on, without `crate`.
    pub path: Vec<String>,
    /// The name by which a `use` makes it known.
    pub known_as: Option<String>,
    /// Whether others can name it by way of this module (`pub use`).
    pub is_passed_on: bool,
}

/// All of `src`, by path.
pub fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new("src").to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix("src").unwrap().to_str().unwrap().replace('\\', "/");
                found.push(Source { path: name, text: std::fs::read_to_string(&path).unwrap() });
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

impl Source {
    /// Its tokens, without what is compiled for tests only.
    pub fn tokens(&self) -> Vec<TokenTree> {
        let tokens: TokenStream = self.text.parse().unwrap_or_else(|error| panic!("src/{}: {error}", self.path));
        without_tests(tokens)
    }

    /// The module that it is: `[ui, parts]` of `ui/parts/mod.rs`, `[ui, parts, tag]` of `ui/parts/tag.rs`.
    pub fn module(&self) -> Vec<String> {
        let path = self.path.trim_end_matches(".rs");
        let path = path.strip_suffix("/mod").unwrap_or(path);
        if path == "lib" { Vec::new() } else { path.split('/').map(str::to_owned).collect() }
    }

    /// The paths of ours that it names outside tests.
    pub fn names(&self) -> Vec<Named> {
        let tokens = self.tokens();
        let mut reading = Reading { module: self.module(), known: BTreeMap::new(), found: Vec::new() };
        reading.declared(&tokens);
        reading.read(&tokens);
        reading.found
    }
}

/// The word that a token is.
pub fn word(tree: Option<&TokenTree>) -> Option<String> {
    match tree? {
        TokenTree::Ident(ident) => Some(ident.to_string()),
        _ => None,
    }
}

/// Whether a token is this sign.
pub fn is_sign(tree: Option<&TokenTree>, sign: char) -> bool {
    matches!(tree, Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

/// What stands between these brackets.
pub fn inside(tree: Option<&TokenTree>, delimiter: Delimiter) -> Option<Vec<TokenTree>> {
    match tree? {
        TokenTree::Group(group) if group.delimiter() == delimiter => Some(group.stream().into_iter().collect()),
        _ => None,
    }
}

fn is_path_sign(trees: &[TokenTree]) -> bool {
    is_sign(trees.first(), ':') && is_sign(trees.get(1), ':')
}

fn without_tests(tokens: TokenStream) -> Vec<TokenTree> {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut kept = Vec::new();
    let mut at = 0;
    while at < trees.len() {
        if is_test_mark(&trees[at..]) {
            // An item ends with its block, or with a semicolon.
            let ends = |tree: &TokenTree| is_sign(Some(tree), ';') || inside(Some(tree), Delimiter::Brace).is_some();
            at += trees[at..].iter().position(ends).map_or(trees.len(), |end| end + 1);
            continue;
        }
        kept.push(match &trees[at] {
            TokenTree::Group(group) => {
                let mut rest = Group::new(group.delimiter(), without_tests(group.stream()).into_iter().collect());
                rest.set_span(group.span());
                rest.into()
            }
            other => other.clone(),
        });
        at += 1;
    }
    kept
}

/// Whether `#[cfg(test)]` stands here.
fn is_test_mark(trees: &[TokenTree]) -> bool {
    let mark = inside(trees.get(1), Delimiter::Bracket).filter(|_| is_sign(trees.first(), '#'));
    mark.is_some_and(|mark| mark.into_iter().collect::<TokenStream>().to_string().replace(' ', "") == "cfg(test)")
}

struct Reading {
    module: Vec<String>,
    /// What stands for another path here: the modules that are declared, and what was imported.
    known: BTreeMap<String, Vec<String>>,
    found: Vec<Named>,
}

impl Reading {
    /// Notes the modules in files of their own.
    fn declared(&mut self, trees: &[TokenTree]) {
        for three in trees.windows(3).filter(|three| is_sign(three.last(), ';')) {
            if let (Some("mod"), Some(name)) = (word(three.first()).as_deref(), word(three.get(1))) {
                let path = [self.module.as_slice(), std::slice::from_ref(&name)].concat();
                self.known.insert(name, path);
            }
        }
    }

    fn read(&mut self, trees: &[TokenTree]) {
        let mut at = 0;
        while at < trees.len() {
            let rest = &trees[at..];
            match word(rest.first()).as_deref() {
                Some("mod") if inside(rest.get(2), Delimiter::Brace).is_some() => {
                    self.module.push(word(rest.get(1)).unwrap_or_default());
                    self.read(&inside(rest.get(2), Delimiter::Brace).unwrap_or_default());
                    self.module.pop();
                    at += 3;
                }
                Some("use") => {
                    let end = rest.iter().position(|tree| is_sign(Some(tree), ';')).unwrap_or(rest.len());
                    let before = at.checked_sub(1).and_then(|before| trees.get(before));
                    let is_open = |tree: &TokenTree| {
                        matches!(tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis)
                            || word(Some(tree)).as_deref() == Some("pub")
                    };
                    self.import(None, &rest[1..end], before.is_some_and(is_open));
                    at += end;
                }
                Some(first) if is_path_sign(&rest[1..]) && !(at > 1 && is_path_sign(&trees[at - 2..])) => {
                    if let Some(start) = self.start(first) {
                        let path = path_on(start, &rest[1..]);
                        // A macro of ours is named from the root of the crate, wherever it stands.
                        let is_macro = path.len() == 1 && is_sign(rest.get(4), '!');
                        if !is_macro {
                            self.found.push(Named { path, known_as: None, is_passed_on: false });
                        }
                    }
                    at += 1;
                }
                _ => {
                    if let Some(TokenTree::Group(group)) = rest.first() {
                        self.read(&group.stream().into_iter().collect::<Vec<_>>());
                    }
                    at += 1;
                }
            }
        }
    }

    /// What a path that begins with this word is below.
    fn start(&self, first: &str) -> Option<Vec<String>> {
        match first {
            "crate" => Some(Vec::new()),
            "self" => Some(self.module.clone()),
            "super" => Some(self.module.split_last()?.1.to_vec()),
            known => self.known.get(known).cloned(),
        }
    }

    /// One tree of a `use`: `a::b`, `a::{b, c::d}`, `a::b as c`.
    fn import(&mut self, below: Option<Vec<String>>, trees: &[TokenTree], is_passed_on: bool) {
        let Some(first) = word(trees.first()) else { return };
        let mut path = match below {
            Some(path) if first == "self" => path,
            Some(path) => [path, vec![first]].concat(),
            None => match self.start(&first) {
                Some(path) => path,
                None => return,
            },
        };
        let mut rest = &trees[1..];
        while is_path_sign(rest) {
            rest = &rest[2..];
            if let Some(inner) = inside(rest.first(), Delimiter::Brace) {
                for tree in inner.split(|tree| is_sign(Some(tree), ',')) {
                    self.import(Some(path.clone()), tree, is_passed_on);
                }
                return;
            }
            match word(rest.first()).as_deref() {
                Some("super") => drop(path.pop()),
                Some(next) => path.push(next.to_owned()),
                None => {}
            }
            rest = rest.get(1..).unwrap_or_default();
        }
        let renamed = word(rest.get(1)).filter(|_| word(rest.first()).as_deref() == Some("as"));
        let known_as = renamed.or_else(|| path.last().cloned());
        if let Some(name) = &known_as {
            self.known.insert(name.clone(), path.clone());
        }
        self.found.push(Named { path, known_as, is_passed_on });
    }
}

/// A path of an expression or a type, from its first sign on.
fn path_on(mut path: Vec<String>, mut rest: &[TokenTree]) -> Vec<String> {
    while is_path_sign(rest) {
        match word(rest.get(2)).as_deref() {
            Some("super") => drop(path.pop()),
            Some(next) => path.push(next.to_owned()),
            None => break,
        }
        rest = &rest[3..];
    }
    path
}
