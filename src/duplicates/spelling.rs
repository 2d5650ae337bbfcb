//! Names made equal where Indonesian lists spell one name in several ways.
//!
//! Old and new spelling (Soekarno, Djoko, Tjahjo), Arabic names written by ear (Achmad, Khairul, Syarifah, Taufiq), doubled letters,
//! y and i, f, v. What is left differs by typing errors, which [`near`](super::near) measures.

use crate::domain::{GroupName, PersonName, fold};
use crate::kinds::NameRef;

/// A name, ready for comparing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Key {
    /// Its words, spelled one way.
    pub words: Vec<String>,
    /// What stands behind "bin" or "binti": the father's name.
    pub father: Vec<String>,
    /// Its numbers, which are never a typing error: "Mawar 2" is not "Mawar 3".
    pub numbers: Vec<String>,
    /// The letters that occur, a bit each, for telling names apart at once.
    pub letters: u32,
    /// Whether a word is a single letter, which may stand for any that begins with it.
    pub has_initial: bool,
}

/// The words that tell the father.
const CHILD_OF: [&str; 5] = ["bin", "binti", "bt", "bte", "ibnu"];

/// What a group's name may begin with or not.
const GROUP_WORDS: [&str; 5] = ["kube", "kelompok", "usaha", "bersama", "pkp"];

/// Pairs of letters that sound as one, as they stand in names.
fn pair(first: u8, second: u8) -> Option<u8> {
    Some(match (first, second) {
        (b'o', b'e') => b'u',
        (b'd', b'j') => b'j',
        (b't', b'j') => b'c',
        (b's', b'j' | b'y' | b'h') => b's',
        (b'k' | b'c', b'h') => b'h',
        (b'd', b'h') => b'd',
        (b'd', b'z') => b'z',
        (b't', b'h') => b't',
        (b'p', b'h') => b'f',
        (b'c', b'k') => b'k',
        _ => return None,
    })
}

/// Single letters that stand for each other.
fn single(letter: u8) -> u8 {
    match letter {
        b'y' => b'i',
        b'q' => b'k',
        b'v' => b'f',
        other => other,
    }
}

impl Key {
    /// Of a name.
    pub fn of(name: NameRef) -> Self {
        match name {
            NameRef::Person(name) => Self::of_person(name),
            NameRef::Group(name) => Self::of_group(name),
        }
    }

    /// Of a person's name, without titles.
    pub fn of_person(name: &PersonName) -> Self {
        let folded = name.folded();
        let mut words: Vec<String> = folded.split(' ').map(spell).collect();
        let father = match words.iter().position(|word| CHILD_OF.contains(&word.as_str())) {
            Some(place) if place > 0 => words.split_off(place).split_off(1),
            _ => Vec::new(),
        };
        Self::new(words, father)
    }

    /// Of a group's name, without the words that say that it is one.
    pub fn of_group(name: &GroupName) -> Self {
        let folded = fold(name.as_str());
        let words: Vec<&str> = folded.split(' ').collect();
        let start = words.iter().position(|word| !GROUP_WORDS.contains(word)).unwrap_or(0);
        let (mut numbers, mut rest) = (Vec::new(), Vec::new());
        for word in &words[start..] {
            match number(word) {
                Some(number) => numbers.push(number),
                None => rest.push(spell(word)),
            }
        }
        Self { numbers, ..Self::new(rest, Vec::new()) }
    }

    fn new(words: Vec<String>, father: Vec<String>) -> Self {
        let letter = |byte: u8| if byte.is_ascii_lowercase() { 1 << (byte - b'a') } else { 1 << 26 };
        let letters = words.iter().flat_map(|word| word.bytes()).fold(0, |all, byte| all | letter(byte));
        let has_initial = words.iter().any(|word| word.len() == 1);
        Self { words, father, numbers: Vec::new(), letters, has_initial }
    }
}

/// Roman numerals as groups count with them.
const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// A word that counts or tells apart: digits, a Roman numeral, a letter by itself.
fn number(word: &str) -> Option<String> {
    if let Some(place) = ROMAN.iter().position(|roman| *roman == word) {
        return Some((place + 1).to_string());
    }
    (word.len() == 1 || word.bytes().any(|byte| byte.is_ascii_digit())).then(|| word.to_owned())
}

/// One word, spelled one way.
fn spell(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut last = None;
    let mut rest = word.chars();
    while let Some(first) = rest.next() {
        let sound = match u8::try_from(first) {
            Ok(first) if first.is_ascii() => {
                let second = rest.as_str().bytes().next();
                let sound = second.and_then(|second| pair(first, second));
                if sound.is_some() {
                    rest.next();
                }
                char::from(sound.unwrap_or_else(|| single(first)))
            }
            _ => first,
        };
        // Doubled letters are heard as one; digits are not letters.
        if last != Some(sound) || first.is_ascii_digit() {
            out.push(sound);
        }
        last = Some(sound);
    }
    out
}
