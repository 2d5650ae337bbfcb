//! What a newcomer meets: the type names that occur most are words of the standard library or of a crate that everybody knows, or
//! stand in the glossary.

use std::collections::BTreeMap;
use std::fs;

use proc_macro2::TokenTree;

use super::tokens::{Source, is_sign, sources, word};

/// So many names are asked about: the figure of the newcomer's list.
const MOST: usize = 10;

/// Words of the standard library, of `serde_json` and of Leptos.
const KNOWN: [&str; 34] = [
    "AnyView",
    "BTreeMap",
    "BTreeSet",
    "Box",
    "Clone",
    "Copy",
    "Cow",
    "Debug",
    "Default",
    "Deserialize",
    "Display",
    "Err",
    "Fn",
    "FnMut",
    "From",
    "Hash",
    "Into",
    "Iterator",
    "Memo",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "RwSignal",
    "Self",
    "Serialize",
    "Some",
    "String",
    "Vec",
    "Value",
    "Eq",
];

/// How often each type is named; a variant behind the name of its enum is none.
fn named(trees: &[TokenTree], count: &mut BTreeMap<String, usize>) {
    for (at, tree) in trees.iter().enumerate() {
        if let TokenTree::Group(group) = tree {
            named(&group.stream().into_iter().collect::<Vec<_>>(), count);
        }
        let is_type = |name: &String| name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase);
        let before = |steps: usize| at.checked_sub(steps).and_then(|at| trees.get(at));
        let is_variant =
            is_sign(before(1), ':') && is_sign(before(2), ':') && word(before(3)).as_ref().is_some_and(is_type);
        if let Some(name) = word(Some(tree)).filter(|name| is_type(name) && !is_variant) {
            *count.entry(name).or_default() += 1;
        }
    }
}

/// Those of the most frequent names that neither everybody knows nor the glossary explains.
fn unexplained(sources: &[Source], glossary: &str) -> Vec<String> {
    let mut count = BTreeMap::new();
    for source in sources {
        named(&source.tokens(), &mut count);
    }
    count.retain(|name, _| !KNOWN.contains(&name.as_str()));
    let mut most: Vec<(String, usize)> = count.into_iter().collect();
    most.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), name.clone()));
    most.truncate(MOST);
    println!("named most: {most:?}");
    most.into_iter().map(|(name, _)| name).filter(|name| !glossary.contains(&format!("`{name}`"))).collect()
}

#[test]
fn the_types_that_are_named_most_stand_in_the_glossary() {
    let glossary = fs::read_to_string("docs/glossary.md").unwrap();
    assert_eq!(unexplained(&sources(), &glossary), Vec::<String>::new());
}

#[test]
fn a_name_that_nobody_explains_is_found_and_a_variant_is_no_type() {
    let text = "fn look(keeper: Keeper, way: Way) -> Option<Keeper> { match way { Way::Desk => Some(keeper) } }";
    let source = super::bad("keeper.rs", text);
    assert_eq!(unexplained(&[source], "| `Way` | way |"), ["Keeper"]);
}
