//! Passphrases: suggesting one, writing one in the form that locks, judging one that somebody made up.
//!
//! May rely on nothing; chance is an argument. Deliberately absent: the Unicode form NFKC, which the browser makes (`web`) before
//! anything here is asked, since its tables would weigh more than all of this.

/// One word a line; `data/words.LICENSE.md` says how they were chosen.
const LIST: &str = include_str!("data/words.txt");

/// Words in a suggested passphrase.
///
/// Each is one of 2,048, so that six are 66 bits. Whoever holds the file can try phrases without end. OWASP's figures for
/// PBKDF2 (see [`ROUNDS`](super::sealed::ROUNDS)) are set so that a graphics card of 2022 tries fewer than 10,000 a second, and ours ask
/// nearly three times as much. At 10,000 a second, half of all phrases take one card 28 years at four words, 57,000 years at
/// five and 117 million at six. A file in a chat stays there for ever, and cards get quicker: a thousand of them, twice as
/// quick every two years, would come to five words in nine years, and to six in thirty.
pub const WORDS: usize = 6;

/// A passphrase of [`WORDS`] words, in the form that locks. Eleven bits of each number are used.
pub fn suggest(random: [u16; WORDS]) -> String {
    let list: Vec<&str> = LIST.lines().collect();
    // There are 2^11 words, so that each is as likely as the other.
    random.map(|number| list.get(usize::from(number) % list.len().max(1)).copied().unwrap_or_default()).join(" ")
}

/// The form of a passphrase that locks and opens: what is shown, and what any other JOSE library has to be given.
///
/// `typed` is expected in the Unicode form NFKC. A phrase of two or more words in plain letters becomes small letters with single
/// spaces, whatever stood between the words (spaces, hyphens, commas, full stops) and whichever letters a keyboard made large.
/// Anything else keeps its letters; spaces around it go, and several in it become one.
pub fn canonical(typed: &str) -> String {
    let parts = |letter: char| letter.is_whitespace() || matches!(letter, '-' | '\u{2010}'..='\u{2015}' | ',' | '.');
    let is_plain = typed.chars().all(|letter| letter.is_ascii_alphabetic() || parts(letter));
    let words: Vec<&str> = typed.split(parts).filter(|word| !word.is_empty()).collect();
    if is_plain && words.len() > 1 {
        return words.join(" ").to_ascii_lowercase();
    }
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How hard a passphrase that somebody made up is to guess, as far as its length says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// Too short, or the same few letters over and over: not accepted.
    Weak,
    /// Accepted; more would be better.
    Fair,
    /// Long.
    Strong,
}

impl Strength {
    /// Letters that a passphrase has at least.
    pub const LEAST: usize = 12;
    /// Letters from which on it is long.
    pub const LONG: usize = 20;
    /// Different letters that it has at least.
    const DIFFERENT: usize = 6;

    /// Of a passphrase in the form that locks.
    pub fn of(canonical: &str) -> Self {
        let mut letters: Vec<char> = canonical.chars().filter(|letter| *letter != ' ').collect();
        let length = letters.len();
        letters.sort_unstable();
        letters.dedup();
        match length {
            _ if letters.len() < Self::DIFFERENT => Self::Weak,
            0..Self::LEAST => Self::Weak,
            Self::LEAST..Self::LONG => Self::Fair,
            _ => Self::Strong,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    fn words() -> Vec<&'static str> {
        LIST.lines().collect()
    }

    #[test]
    fn the_list_is_of_2048_short_words_in_order_each_once() {
        let words = words();
        assert_eq!(words.len(), 2048);
        assert!(words.windows(2).all(|pair| pair[0] < pair[1]));
        for word in words {
            assert!((4..=7).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase()), "{word}");
        }
    }

    #[test]
    fn no_word_becomes_another_by_one_letter() {
        let words = words();
        // Two words that differ by one letter changed, left out or put in have a text in common when a letter is taken out of
        // one or both; so have two that differ by an exchange of neighbours.
        let shorter = |word: &str| {
            (0..word.len()).map(|at| format!("{}{}", &word[..at], &word[at + 1..])).collect::<BTreeSet<_>>()
        };
        let mut seen: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for word in &words {
            for text in shorter(word).into_iter().chain([(*word).to_owned()]) {
                seen.entry(text).or_default().push(word);
            }
        }
        let alike = |group: &[&str]| {
            group.iter().enumerate().any(|(at, one)| group[at + 1..].iter().any(|other| distance(one, other) < 2))
        };
        for group in seen.values() {
            assert!(!alike(group), "{group:?}");
        }
        assert_eq!(distance("batu", "baku"), 1, "the test would see one");
        assert_eq!(distance("batu", "baut"), 1);
        assert_eq!(distance("batu", "batur"), 1);
        assert_eq!(distance("batu", "kayu"), 2);
    }

    /// How many letters have to be changed, left out, put in or exchanged with their neighbour.
    fn distance(one: &str, other: &str) -> usize {
        let (one, other) = (one.as_bytes(), other.as_bytes());
        let mut rows = vec![(0..=other.len()).collect::<Vec<_>>()];
        for i in 1..=one.len() {
            let mut row = vec![i];
            for j in 1..=other.len() {
                let same = usize::from(one[i - 1] != other[j - 1]);
                let mut least = (rows[i - 1][j] + 1).min(row[j - 1] + 1).min(rows[i - 1][j - 1] + same);
                if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                    least = least.min(rows[i - 2][j - 2] + 1);
                }
                row.push(least);
            }
            rows.push(row);
        }
        rows[one.len()][other.len()]
    }

    #[test]
    fn a_suggestion_is_six_words_of_66_bits_in_the_form_that_locks() {
        assert_eq!(words().len().ilog2() as usize * WORDS, 66);
        let suggested = suggest([0, 1, 2047, 2048, 4095, 700]);
        let list = words();
        assert_eq!(suggested, [list[0], list[1], list[2047], list[0], list[2047], list[700]].join(" "));
        assert_eq!(canonical(&suggested), suggested);
        assert_eq!(Strength::of(&suggested), Strength::Strong);
    }

    #[test]
    fn the_shortest_suggestion_is_strong_by_its_length() {
        let mut words = words();
        words.sort_by_key(|word| word.len());
        assert_eq!(Strength::of(&words[..WORDS].join(" ")), Strength::Strong);
    }

    #[test]
    fn words_are_the_same_however_they_are_typed() {
        for typed in [
            "kopi pagi hangat",
            " Kopi  PAGI hangat ",
            "kopi-pagi-hangat",
            "Kopi, pagi, hangat.",
            "kopi\u{2013}pagi\u{2010}hangat",
            "kopi\npagi\thangat",
        ] {
            assert_eq!(canonical(typed), "kopi pagi hangat", "{typed}");
        }
    }

    #[test]
    fn what_is_not_of_plain_words_keeps_its_letters() {
        for (typed, expected) in [
            (" Rahasia-2026 ", "Rahasia-2026"),
            ("Kopi  Pagi 7", "Kopi Pagi 7"),
            ("SatuKataSaja", "SatuKataSaja"),
            ("éclair Manis", "éclair Manis"),
            ("  ", ""),
            ("-", "-"),
        ] {
            assert_eq!(canonical(typed), expected);
            assert_eq!(canonical(&canonical(typed)), expected);
        }
    }

    #[test]
    fn strength_goes_by_length_and_by_different_letters() {
        for (phrase, expected) in [
            ("", Strength::Weak),
            ("rahasia2026", Strength::Weak),
            ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength::Weak),
            ("1111 2222 3333 4444 5555", Strength::Weak),
            ("rahasia 20267", Strength::Fair),
            ("kopi pagi hangat sekali", Strength::Strong),
        ] {
            assert_eq!(Strength::of(phrase), expected, "{phrase}");
        }
    }
}
