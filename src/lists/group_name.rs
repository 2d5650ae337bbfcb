//! Names of groups as lists write them.

use crate::domain::fold;

/// What a name is compared by: lists write the same group "KUBE Mawar", "Kelompok Mawar" and "MAWAR".
pub(super) fn key(name: &str) -> String {
    let folded = fold(name);
    let words = ["nama", "kelompok", "usaha", "bersama", "kube"];
    let mut rest = folded.as_str();
    while let Some((_, behind)) = rest.split_once(' ').filter(|(word, _)| words.contains(word)) {
        rest = behind;
    }
    rest.to_owned()
}

/// The group that a line by itself names, such as `1. KUBE Mawar` or `Nama KUBE : Mawar`.
pub(super) fn named_in(line: &str) -> Option<String> {
    let line = without_number(line.trim());
    let folded = fold(line);
    let starts = |word: &str| folded.starts_with(word);
    if !(starts("kube ") || starts("kelompok ") || starts("nama kube ") || starts("nama kelompok ")) {
        return None;
    }
    let name = match line.split_once(':') {
        Some((_, behind)) => behind,
        None if starts("nama ") => line.split_once(' ').map_or(line, |(_, behind)| behind),
        None => line,
    };
    let name = name.trim();
    // A heading of columns names none: "Nama KUBE", "Kelompok".
    (!name.is_empty() && !key(name).is_empty() && name.chars().count() <= 80).then(|| name.to_owned())
}

/// A line without `1.`, `A.` or `IV)` before it.
pub(super) fn without_number(line: &str) -> &str {
    match line.split_once(['.', ')']) {
        Some((number, rest)) if number.len() <= 4 && !rest.trim().is_empty() && is_number(number) => rest.trim_start(),
        _ => line,
    }
}

/// Whether this is a number of a row: digits, a letter, a Roman number.
pub(super) fn is_number(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['.', ')']);
    let is_roman = || text.chars().all(|c| matches!(c.to_ascii_lowercase(), 'i' | 'v' | 'x'));
    let is_letter = || text.len() == 1 && text.chars().all(|c| c.is_ascii_alphabetic());
    !text.is_empty() && text.len() <= 5 && (text.bytes().all(|byte| byte.is_ascii_digit()) || is_roman() || is_letter())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_the_same_with_or_without_the_word_before_its_name() {
        for name in ["KUBE Mawar", "Mawar", "Kelompok MAWAR", "Kelompok Usaha Bersama Mawar", "KUBE \"Mawar\""] {
            assert_eq!(key(name), "mawar", "{name}");
        }
        assert_eq!(key("KUBE"), "kube");
        assert_eq!(key("Usaha Bersama"), "bersama");
    }

    #[test]
    fn a_line_names_a_group_or_does_not() {
        for (line, name) in [
            ("1. KUBE Mawar", Some("KUBE Mawar")),
            ("NAMA KUBE : MAWAR", Some("MAWAR")),
            ("IV) Kelompok Melati 2", Some("Kelompok Melati 2")),
            ("Kelompok", None),
            ("Contoh Mawar", None),
            ("Nama KUBE :", None),
        ] {
            assert_eq!(named_in(line).as_deref(), name, "{line}");
        }
    }
}
