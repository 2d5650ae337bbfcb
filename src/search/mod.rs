//! Finding groups: by words, by filters, in order.
//!
//! Words are matched without regard to case, accents or punctuation, over the group's name, its business, place and pendamping,
//! and over its members' names and NIK. Every word must be found. Deliberately absent: ranking by guesswork.

use crate::domain::{Programme, RegionCode, Status, Year, fold, region};
use crate::order::by_text;
use crate::registry::Dossier;

/// What a list of groups is narrowed to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// A city, kabupaten or kecamatan.
    pub region: Option<RegionCode>,
    /// Programme.
    pub programme: Option<Programme>,
    /// Budget year.
    pub year: Option<Year>,
    /// Status.
    pub status: Option<Status>,
    /// What is to be seen to.
    pub need: Option<Need>,
}

/// Something to be seen to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Something is not filled in, or the group breaks a rule.
    Incomplete,
    /// A field has two values.
    Conflict,
    /// No place of Kaltim, so that it counts for no city.
    NoPlace,
}

impl Need {
    /// All, in the order of the list.
    pub const ALL: [Self; 3] = [Self::Incomplete, Self::Conflict, Self::NoPlace];

    /// The word in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Incomplete => "incomplete",
            Self::Conflict => "conflict",
            Self::NoPlace => "no-place",
        }
    }

    /// The need of this word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|need| need.code() == code)
    }

    /// Whether a group needs this.
    pub fn is_of(self, dossier: &Dossier) -> bool {
        match self {
            Self::Incomplete => dossier.is_incomplete(),
            Self::Conflict => dossier.conflict_count() > 0,
            Self::NoPlace => !dossier.group.value.region.and_then(RegionCode::kabkota).is_some_and(region::is_known),
        }
    }
}

/// A group that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit<'a> {
    /// The group.
    pub dossier: &'a Dossier,
    /// The place in `dossier.members` of the member who matched, when the group's own line did not.
    pub member: Option<usize>,
}

/// The groups that pass the filter and have all words, by name.
pub fn find<'a>(dossiers: impl Iterator<Item = &'a Dossier>, words: &str, filter: &Filter) -> Vec<Hit<'a>> {
    let folded = fold(words);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let mut hits = Vec::new();
    for dossier in dossiers.filter(|dossier| passes(dossier, filter)) {
        if let Some(member) = matches(dossier.haystack(), &words) {
            hits.push(Hit { dossier, member });
        }
    }
    // Its line begins with its name, folded already.
    by_text(hits, |hit| hit.dossier.haystack().split('\t').next().unwrap_or_default().to_owned())
}

fn passes(dossier: &Dossier, filter: &Filter) -> bool {
    let group = &dossier.group.value;
    filter.region.is_none_or(|region| group.region.is_some_and(|code| region.contains(code)))
        && filter.programme.is_none_or(|programme| group.programme == Some(programme))
        && filter.year.is_none_or(|year| group.year == Some(year))
        && filter.status.is_none_or(|status| group.status.unwrap_or(Status::Active) == status)
        && filter.need.is_none_or(|need| need.is_of(dossier))
}

/// `Some(None)` when the group's line has all words, `Some(Some(place))` when it has them together with one member's line.
#[allow(clippy::option_option)] // the inner one is a place that may be none, the outer one whether it matches
fn matches(haystack: &str, words: &[&str]) -> Option<Option<usize>> {
    let mut lines = haystack.split('\n');
    let group = lines.next().unwrap_or_default();
    let missing: Vec<&&str> = words.iter().filter(|word| !group.contains(**word)).collect();
    if missing.is_empty() {
        return Some(None);
    }
    lines.position(|line| missing.iter().all(|word| line.contains(**word))).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HAYSTACK: &str = "mawar berduri\tsidodadi samarinda ulu\ncontoh satu 6472030506909001\ncontoh dua";

    #[test]
    fn every_word_must_be_found_in_the_group_or_with_one_member() {
        assert_eq!(matches(HAYSTACK, &["sido", "mawar"]), Some(None));
        assert_eq!(matches(HAYSTACK, &["dua", "ulu"]), Some(Some(1)));
        assert_eq!(matches(HAYSTACK, &["satu", "dua"]), None);
        assert_eq!(matches(HAYSTACK, &["64720305"]), Some(Some(0)));
        assert_eq!(matches(HAYSTACK, &[]), Some(None));
    }
}
