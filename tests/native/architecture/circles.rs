//! Which files import each other in a circle. A file imports another when it names something that the other defines, by
//! whatever way the name is passed on; that a module names its own parts to pass them on is no import.

use std::collections::{BTreeMap, BTreeSet};

use super::tokens::Source;

/// The files that reach each other, each set by path; a file alone is no circle.
pub fn circles(sources: &[Source]) -> Vec<BTreeSet<String>> {
    let imports = imports(sources);
    let reached: BTreeMap<&str, BTreeSet<&str>> = imports.keys().map(|from| (*from, reach(&imports, from))).collect();
    let mut found: Vec<BTreeSet<String>> = Vec::new();
    for (from, to) in &reached {
        if to.contains(from) && !found.iter().any(|circle| circle.contains(*from)) {
            let round = to.iter().filter(|other| reached.get(**other).is_some_and(|back| back.contains(from)));
            found.push(round.map(|path| (*path).to_owned()).collect());
        }
    }
    found
}

fn reach<'a>(imports: &BTreeMap<&'a str, BTreeSet<&'a str>>, from: &str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut ahead: Vec<&str> = imports.get(from).into_iter().flatten().copied().collect();
    while let Some(next) = ahead.pop() {
        if reached.insert(next) {
            ahead.extend(imports.get(next).into_iter().flatten());
        }
    }
    reached
}

/// For each file those that it imports.
fn imports(sources: &[Source]) -> BTreeMap<&str, BTreeSet<&str>> {
    let files: BTreeMap<Vec<String>, &str> =
        sources.iter().map(|source| (source.module(), source.path.as_str())).collect();
    let names: Vec<_> = sources.iter().map(|source| (source, source.names())).collect();
    let known: BTreeMap<(Vec<String>, &str), &[String]> = names
        .iter()
        .flat_map(|(source, names)| {
            names
                .iter()
                .filter_map(|named| Some(((source.module(), named.known_as.as_deref()?), named.path.as_slice())))
        })
        .collect();
    let defines = |path: &[String]| {
        let mut path = path.to_vec();
        // A name may be passed on several times.
        for _ in 0..10 {
            let mut depth = (0..=path.len()).rev().find(|depth| files.contains_key(&path[..*depth]))?;
            let further = |depth: usize| known.get(&(path[..depth].to_vec(), path.get(depth)?.as_str()));
            // A module by itself is no import, unless what it passes on has the same name.
            if depth == path.len() {
                depth = depth.checked_sub(1).filter(|depth| further(*depth).is_some())?;
            }
            match further(depth) {
                Some(further) if **further != path[..=depth] => path = [further, &path[depth + 1..]].concat(),
                _ => return files.get(&path[..depth]).copied(),
            }
        }
        None
    };
    let mut imports: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (source, names) in &names {
        let others = names.iter().filter(|named| !named.is_passed_on).filter_map(|named| defines(&named.path));
        imports.entry(source.path.as_str()).or_default().extend(others.filter(|other| *other != source.path));
    }
    imports
}
