//! How a person arranged tables and keys: what differs from what is usual, a word each.
//!
//! Words of a newer version are kept. Deliberately absent: what the words mean.

use std::collections::BTreeSet;

/// What differs from what is usual on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrangement(BTreeSet<String>);

impl Arrangement {
    /// That of a text of the settings.
    pub fn read(text: &str) -> Self {
        let mut words = BTreeSet::new();
        for word in text.split_whitespace() {
            words.insert(word.to_owned());
        }
        Self(words)
    }

    /// The text under which it is kept.
    pub fn text(&self) -> String {
        self.0.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    /// Whether something differs from what is usual.
    pub fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    /// The same with this other than it is now.
    #[must_use]
    pub fn turned(mut self, word: &str) -> Self {
        if !self.0.remove(word) {
            self.0.insert(word.to_owned());
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::Arrangement;

    #[test]
    fn what_is_turned_twice_is_as_usual_and_what_is_unknown_stays() {
        let newer = Arrangement::read(" groups.stage  from-2030 ");
        let turned = newer.clone().turned("keys-off");
        assert!(turned.has("keys-off") && turned.has("groups.stage") && !turned.has("groups.place"));
        assert_eq!(turned.text(), "from-2030 groups.stage keys-off");
        assert_eq!(Arrangement::read(&turned.text()), turned);
        assert_eq!(turned.turned("keys-off"), newer);
        assert_eq!(Arrangement::read("").text(), "");
    }
}
