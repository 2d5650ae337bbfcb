//! What an address says of a list of groups that no number of the first screen leads to: stage, pendamping, order.
//!
//! The first wasm passes it on unread ([`More`]); the list reads it ([`Further`]). In addresses a name is percent-encoded.

use std::fmt::Write as _;
use std::sync::{Mutex, PoisonError};

use crate::domain::{Stage, fold};
use crate::kinds::Group;

/// The names of its parts, as they stand in addresses.
const NAMES: [&str; 3] = ["stage=", "facilitator=", "order="];

/// Its parts as they stand in an address. Copied freely: each text is kept once, as long as the page lives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct More(&'static str);

impl More {
    /// Those parts of the query of an address that belong to it.
    pub fn of_query(query: &str) -> Self {
        let mut own = String::new();
        for part in query.split('&').filter(|part| NAMES.iter().any(|name| part.starts_with(name))) {
            if !own.is_empty() {
                own.push('&');
            }
            own.push_str(part);
        }
        Self::kept(&own)
    }

    /// As it stands in an address; empty where nothing is said.
    pub fn as_str(self) -> &'static str {
        self.0
    }

    fn kept(text: &str) -> Self {
        Self(kept(text))
    }
}

/// A text of an address, kept once, as long as the page lives.
pub fn kept(text: &str) -> &'static str {
    static KEPT: Mutex<Vec<&'static str>> = Mutex::new(Vec::new());
    if text.is_empty() {
        return "";
    }
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = kept.iter().find(|known| **known == text) {
        return known;
    }
    let text: &'static str = Box::leak(text.into());
    kept.push(text);
    text
}

/// The same, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Further {
    /// Stage.
    pub stage: Option<Stage>,
    /// The name of the pendamping.
    pub facilitator: Option<String>,
    /// The order of the list.
    pub order: Order,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// By what.
    pub by: By,
    /// Whether it is the other way round.
    pub is_turned: bool,
}

/// By what a list is ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// The name; what fits the words best comes first.
    #[default]
    Name,
    /// When it was entered, the newest first.
    Newest,
    /// How much is to be seen to, the most first.
    Needing,
    /// The kind of business.
    Business,
    /// The place.
    Place,
    /// How many members are present.
    Members,
    /// Programme and budget year.
    Programme,
    /// Stage, or what is to be known of it first.
    Stage,
    /// The pendamping.
    Facilitator,
}

impl By {
    /// All.
    pub const ALL: [Self; 9] = [
        Self::Name,
        Self::Newest,
        Self::Needing,
        Self::Business,
        Self::Place,
        Self::Members,
        Self::Programme,
        Self::Stage,
        Self::Facilitator,
    ];

    /// The word in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Newest => "newest",
            Self::Needing => "needing",
            Self::Business => "business",
            Self::Place => "place",
            Self::Members => "members",
            Self::Programme => "programme",
            Self::Stage => "stage",
            Self::Facilitator => "facilitator",
        }
    }

    /// What this word means.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.code() == code)
    }
}

impl Order {
    /// By this, its usual way round.
    pub fn by(by: By) -> Self {
        Self { by, is_turned: false }
    }

    /// What another tap on the head of a column makes of it: its order, the other way round, and the usual order again.
    #[must_use]
    pub fn tapped(self, by: By) -> Self {
        match self {
            Self { by: now, is_turned: false } if now == by => Self { by, is_turned: true },
            Self { by: now, .. } if now == by => Self::default(),
            _ => Self::by(by),
        }
    }

    fn code(self) -> String {
        format!("{}{}", if self.is_turned { "-" } else { "" }, self.by.code())
    }

    fn from_code(code: &str) -> Option<Self> {
        let by = By::from_code(code.strip_prefix('-').unwrap_or(code))?;
        Some(Self { by, is_turned: code.starts_with('-') })
    }
}

impl Further {
    /// What stands in an address. What is not understood is left out.
    pub fn read(more: More) -> Self {
        let value = |name: &str| more.0.split('&').find_map(|part| part.strip_prefix(name));
        let [stage, facilitator, order] = NAMES.map(value);
        Self {
            stage: stage.and_then(Stage::from_code),
            facilitator: facilitator.and_then(decoded).filter(|name| !name.trim().is_empty()),
            order: order.and_then(Order::from_code).unwrap_or_default(),
        }
    }

    /// What stands in an address for it.
    pub fn kept(&self) -> More {
        let order = Some(self.order).filter(|order| *order != Order::default());
        let values = [
            self.stage.map(|it| it.code().to_owned()),
            self.facilitator.as_deref().map(encoded),
            order.map(Order::code),
        ];
        let parts = NAMES.iter().zip(values).filter_map(|(name, value)| Some(format!("{name}{}", value?)));
        More::kept(&parts.collect::<Vec<_>>().join("&"))
    }

    /// Whether a group passes.
    pub(super) fn passes(&self, group: &Group) -> bool {
        let is_named = |name: &String| {
            let theirs = group.facilitator.as_ref().map(|theirs| fold(theirs.as_str()));
            theirs.is_some_and(|theirs| theirs == fold(name))
        };
        self.stage.is_none_or(|stage| group.stage == Some(stage)) && self.facilitator.as_ref().is_none_or(is_named)
    }
}

/// A text as it may stand in an address.
pub fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => drop(write!(out, "%{byte:02X}")),
        }
    }
    out
}

/// What an address means by such a text; `None` where it is none.
pub fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if first == '%' { 3 } else { first.len_utf8() };
        let (piece, behind) = rest.split_at_checked(length)?;
        match piece.strip_prefix('%') {
            Some(digits) if digits.bytes().all(|digit| digit.is_ascii_hexdigit()) => {
                bytes.push(u8::from_str_radix(digits, 16).ok()?);
            }
            Some(_) => return None,
            None => bytes.extend(piece.bytes()),
        }
        rest = behind;
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_again_whatever_the_name() {
        for name in ["Bu Rina", "Éva & Ko = 50% #1?", "Nur'aini", "李"] {
            for by in By::ALL {
                for is_turned in [false, true] {
                    let further = Further {
                        stage: Some(Stage::Growing),
                        facilitator: Some(name.to_owned()),
                        order: Order { by, is_turned },
                    };
                    let kept = further.kept();
                    assert_eq!(Further::read(kept), further);
                    assert!(kept.as_str().is_ascii() && !kept.as_str().contains([' ', '#', '?']));
                    assert_eq!(More::of_query(&format!("region=64.72&{}&year=2014", kept.as_str())), kept);
                }
            }
        }
        assert_eq!(Further::default().kept(), More::default());
    }

    #[test]
    fn what_is_not_understood_is_left_out() {
        for query in
            ["stage=none", "facilitator=%zz", "facilitator=%e9", "facilitator=%C", "facilitator=%20", "order=-x"]
        {
            assert_eq!(Further::read(More::of_query(query)), Further::default(), "{query}");
        }
    }

    #[test]
    fn a_head_that_is_tapped_orders_turns_and_lets_go() {
        let first = Order::default().tapped(By::Members);
        assert_eq!(first, Order::by(By::Members));
        assert_eq!(first.tapped(By::Members), Order { by: By::Members, is_turned: true });
        assert_eq!(first.tapped(By::Members).tapped(By::Members), Order::default());
        assert_eq!(first.tapped(By::Place), Order::by(By::Place));
        assert_eq!(Order::default().tapped(By::Name), Order { by: By::Name, is_turned: true });
    }
}
