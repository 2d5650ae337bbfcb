//! The words that are looked for: what has them, how well it fits, and where they stand in it.
//!
//! All texts but those to be marked are folded ([`fold`]). Deliberately absent: likeness by sound.

use std::fmt::Write as _;

use strsim::osa_distance;

use crate::domain::fold;

/// A number of so many digits may stand anywhere in a number; a shorter one is a number of its own, such as the 3 of a name.
const LONG_NUMBER: usize = 4;

/// A word of so many letters may stand anywhere in a word, a shorter one begins it.
const LONG_WORD: usize = 3;

/// In a word of so many letters one slip of the finger is forgiven.
const FORGIVEN: usize = 4;

/// What was typed, word by word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    whole: String,
    words: Vec<String>,
}

/// How a word may differ from what stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// Not at all.
    Exact,
    /// By one slip of the finger: a letter more, less, other, or swapped with its neighbour.
    Slip,
    /// By one slip of the finger, and the word has only been begun.
    SlipInBeginning,
}

/// Where a query was found, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// It is the name.
    IsName,
    /// Some words of the name, one after the other, are it.
    IsPartOfName,
    /// The name begins with it.
    BeginsName,
    /// Words of the name begin with its words.
    InName,
    /// It is the name of a member, or its number.
    IsMember,
    /// The name and what stands beside it have its words.
    Beside,
    /// It needs a member's line.
    WithMember,
}

/// A piece of a text, and whether it was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The piece.
    pub text: &'a str,
    /// Whether it was looked for.
    pub is_found: bool,
}

impl Query {
    /// That of what was typed.
    pub fn new(typed: &str) -> Self {
        let whole = fold(typed);
        let words = whole.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
        Self { whole, words }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Those words that do not stand in a text.
    #[must_use]
    pub fn without(&self, text: &str) -> Self {
        let words: Vec<String> = self.words.iter().filter(|word| !has(text, word)).cloned().collect();
        Self { whole: words.join(" "), words }
    }

    /// Whether each word stands in a text.
    pub fn is_in(&self, text: &str) -> bool {
        self.words.iter().all(|word| has(text, word))
    }

    /// How well the lines of a group fit, its own first, the name in it before a tab; and the place of the member whose line it
    /// took.
    pub fn rank(&self, lines: &str, care: Care) -> Option<(Rank, Option<usize>)> {
        let has = |line: &str, word: &str| has(line, word) || (care != Care::Exact && has_nearly(line, word, care));
        let (group, members) = lines.split_once('\n').unwrap_or((lines, ""));
        let missing: Vec<&String> = self.words.iter().filter(|word| !has(group, word)).collect();
        let in_group = missing.is_empty().then(|| self.rank_in_group(group));
        if let Some(rank) = in_group.filter(|rank| *rank < Rank::IsMember) {
            return Some((rank, None));
        }
        let mut members = members.split('\n').enumerate();
        if let Some((place, _)) = members.clone().find(|(_, line)| self.is_member(line)) {
            return Some((Rank::IsMember, Some(place)));
        }
        if let Some(rank) = in_group {
            return Some((rank, None));
        }
        let (place, _) = members.find(|(_, line)| missing.iter().all(|word| has(line, word)))?;
        Some((Rank::WithMember, Some(place)))
    }

    /// Whether the line of a member has it word for word: a name of several words, or a whole number.
    fn is_member(&self, line: &str) -> bool {
        let is_whole = self.words.len() > 1 || (is_number(&self.whole) && self.whole.len() > LONG_NUMBER);
        is_whole && has_phrase(line, &self.whole)
    }

    fn rank_in_group(&self, line: &str) -> Rank {
        let name = line.split('\t').next().unwrap_or_default();
        if self.is_empty() {
            Rank::Beside
        } else if name == self.whole {
            Rank::IsName
        } else if has_phrase(name, &self.whole) {
            Rank::IsPartOfName
        } else if name.starts_with(&self.whole) {
            Rank::BeginsName
        } else if self.words.iter().all(|word| name.split(' ').any(|token| token.starts_with(&**word))) {
            Rank::InName
        } else {
            Rank::Beside
        }
    }

    /// A text that a person sees, in pieces: the words that have what is looked for, and what is between them.
    pub fn marked<'a>(&self, text: &'a str) -> Vec<Piece<'a>> {
        if self.is_empty() {
            return vec![Piece { text, is_found: false }];
        }
        let mut pieces: Vec<Piece> = Vec::new();
        let mut add = |text: &'a str, is_found: bool| {
            if !text.is_empty() {
                pieces.push(Piece { text, is_found });
            }
        };
        let mut begin = 0;
        for (at, word) in words_of(text) {
            let folded = fold(word);
            if self.words.iter().any(|looked_for| has(&folded, looked_for)) {
                add(&text[begin..at], false);
                add(word, true);
                begin = at + word.len();
            }
        }
        add(&text[begin..], false);
        pieces
    }
}

/// A text by which names are sorted as people do: 2 before 10.
pub fn natural(name: &str) -> String {
    if !name.bytes().any(|letter| letter.is_ascii_digit()) {
        return name.to_owned();
    }
    let mut sorted = String::with_capacity(name.len());
    let mut digits = String::new();
    for letter in name.chars().chain([' ']) {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        if !digits.is_empty() {
            let _ = write!(sorted, "{digits:0>8}");
            digits.clear();
        }
        sorted.push(letter);
    }
    sorted
}

/// The words of a text that was not folded, each with its place in bytes.
fn words_of(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_apart = |letter: char| !letter.is_alphanumeric() && letter != '\'' && letter != '’';
    text.split(is_apart)
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

fn is_number(word: &str) -> bool {
    word.bytes().all(|letter| letter.is_ascii_digit())
}

/// Whether whole words of a text, one after the other, are the phrase.
fn has_phrase(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase)
        .any(|(at, _)| is_apart(text[..at].chars().next_back()) && is_apart(text[at + phrase.len()..].chars().next()))
}

/// Whether a word begins or ends beside this letter.
fn is_apart(letter: Option<char>) -> bool {
    letter.is_none_or(|letter| !letter.is_alphanumeric())
}

fn tokens(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '\t', '\n'])
}

fn has(text: &str, word: &str) -> bool {
    if is_number(word) && word.len() < LONG_NUMBER {
        has_phrase(text, word)
    } else if word.len() < LONG_WORD {
        text.match_indices(word).any(|(at, _)| is_apart(text[..at].chars().next_back()))
    } else {
        text.contains(word)
    }
}

/// Whether a word of the text is the word, or begins with it, but for one slip.
fn has_nearly(text: &str, word: &str, care: Care) -> bool {
    let length = word.chars().count();
    if length < FORGIVEN || is_number(word) {
        return false;
    }
    tokens(text).any(|token| {
        // Who slips on both of the first two letters has typed another word.
        let is_near = [0, 1].into_iter().any(|at| token.as_bytes().get(at) == word.as_bytes().get(at));
        is_near
            && (length - 1..=length + 1).any(|count| {
                let end = token.char_indices().nth(count).map_or(token.len(), |(end, _)| end);
                let is_all = end == token.len();
                (is_all || care == Care::SlipInBeginning) && osa_distance(&token[..end], word) <= 1
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &str = "mawar berduri 3\tbu rina menjahit konveksi sewing sidodadi samarinda ulu samarinda\n\
                         contoh satu 6472030506909001\ncontoh dua 6472034506909013";

    fn rank(typed: &str) -> Option<(Rank, Option<usize>)> {
        Query::new(typed).rank(LINES, Care::Exact)
    }

    #[test]
    fn every_word_is_found_in_the_group_or_with_one_member() {
        assert_eq!(rank("mawar sido"), Some((Rank::Beside, None)));
        assert_eq!(rank("dua ulu"), Some((Rank::WithMember, Some(1))));
        assert_eq!(rank("satu dua"), None);
        assert_eq!(rank("64720305"), Some((Rank::WithMember, Some(0))));
        assert_eq!(rank(""), Some((Rank::Beside, None)));
    }

    #[test]
    fn the_name_itself_comes_first_then_what_begins_with_it() {
        assert_eq!(rank("Mawar Berduri 3").unwrap().0, Rank::IsName);
        assert_eq!(rank("berduri 3").unwrap().0, Rank::IsPartOfName);
        assert_eq!(rank("mawar ber").unwrap().0, Rank::BeginsName);
        assert_eq!(rank("berd").unwrap().0, Rank::InName);
        assert_eq!(rank("samarinda ulu menjahit").unwrap().0, Rank::Beside);
        assert_eq!(rank("contoh dua").unwrap().0, Rank::IsMember);
        assert_eq!(rank("6472034506909013").unwrap().0, Rank::IsMember);
    }

    #[test]
    fn a_short_number_is_a_number_of_its_own_and_no_part_of_a_nik() {
        assert!(rank("mawar 3").is_some());
        assert!(rank("mawar 5").is_none(), "the NIK have a 5");
        assert!(rank("6909").is_some());
    }

    #[test]
    fn one_slip_of_the_finger_is_forgiven_and_not_two() {
        let nearly = |typed: &str| Query::new(typed).rank(LINES, Care::SlipInBeginning).is_some();
        for typed in ["sidodai", "sidoddadi", "mawra", "nawar", "berdurri", "sammarinda"] {
            assert!(rank(typed).is_none() && nearly(typed), "{typed}");
        }
        let whole = |typed: &str| Query::new(typed).rank(LINES, Care::Slip).is_some();
        assert!(
            whole("sidodai") && nearly("sidaod") && !whole("sidaod"),
            "a word that has only been begun comes after whole ones"
        );
        for typed in ["sidoai", "wmra", "melati", "maw4r5", "6472030506909002"] {
            assert!(!nearly(typed), "{typed}");
        }
    }

    #[test]
    fn names_are_in_the_order_of_their_numbers() {
        let mut names = ["mawar 10", "mawar 2", "mawar", "mawar 1 b"].to_vec();
        names.sort_by_cached_key(|name| natural(name));
        assert_eq!(names, ["mawar", "mawar 1 b", "mawar 2", "mawar 10"]);
    }

    #[test]
    fn what_was_looked_for_is_marked_where_it_stands() {
        let marked = |typed: &str, text: &str| {
            let of = |piece: &Piece| if piece.is_found { format!("[{}]", piece.text) } else { piece.text.to_owned() };
            Query::new(typed).marked(text).iter().map(of).collect::<String>()
        };
        assert_eq!(marked("sido ulu", "Kel. Sidodadi, Kec. Samarinda Ulu"), "Kel. [Sidodadi], Kec. Samarinda [Ulu]");
        assert_eq!(marked("3", "Mawar 3, RT 13"), "Mawar [3], RT 13");
        assert_eq!(marked("nuraini", "Nur'aini Éva"), "[Nur'aini] Éva");
        assert_eq!(marked("eva", "Nur'aini Éva"), "Nur'aini [Éva]");
        assert_eq!(marked("", "Mawar"), "Mawar");
        let rest = Query::new("rina mawar 3").without("mawar 3");
        assert_eq!(rest, Query::new("rina"));
    }
}
