//! Finding groups: by words, by filters, in order; and records that belong to no group, by words.
//!
//! Words are matched without regard to case, accents or punctuation, over the group's name, its business, place and pendamping,
//! and over its members' names and NIK. Every word must be found; where nothing is, one slip of the finger in each is forgiven. What
//! is found in the name comes first. Deliberately absent: ranking by what others look for.

mod arrange;
mod further;
mod query;

use serde_json::Value;

use crate::domain::{Programme, RegionCode, Status, Year, fold, region};
use crate::kinds::FieldRef;
use crate::order::by_text;
use crate::registry::{Dossier, Entry, Other};

pub use arrange::arrange;
pub use further::{By, Further, More, Order, decoded, encoded, kept};
use query::natural;
pub use query::{Care, Piece, Query, Rank};

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
    /// What else the address says: stage, pendamping, order.
    pub more: More,
}

impl Filter {
    /// What else the address says, read.
    pub fn further(&self) -> Further {
        Further::read(self.more)
    }

    /// The same with another stage, pendamping or order.
    #[must_use]
    pub fn with(self, change: impl FnOnce(&mut Further)) -> Self {
        let mut further = self.further();
        change(&mut further);
        Self { more: further.kept(), ..self }
    }
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
    /// Where it was found.
    pub rank: Rank,
}

/// The groups that pass the filter and have all words: the best first, and those that are as good by name.
pub fn find<'a>(dossiers: impl Iterator<Item = &'a Dossier>, query: &Query, filter: &Filter) -> Vec<Hit<'a>> {
    let further = filter.further();
    let passing: Vec<&Dossier> =
        dossiers.filter(|dossier| passes(dossier, filter) && further.passes(&dossier.group.value)).collect();
    let hits = |care: Care| {
        let hit = |dossier: &&'a Dossier| {
            let (rank, member) = query.rank(dossier.haystack(), care)?;
            Some(Hit { dossier, member, rank })
        };
        passing.iter().filter_map(hit).collect::<Vec<_>>()
    };
    let mut found = hits(Care::Exact);
    for care in [Care::Slip, Care::SlipInBeginning] {
        if found.is_empty() && !query.is_empty() {
            found = hits(care);
        }
    }
    by_text(found, |hit| format!("{}{}", hit.rank as u8, name_of(hit)))
}

/// The name of a group for sorting. Its line begins with it, folded already.
fn name_of(hit: &Hit) -> String {
    natural(hit.dossier.haystack().split('\t').next().unwrap_or_default())
}

/// Those of some records of any kind in which every word is found: in what a person sees of their fields, by `shown`. They stay in their order.
pub fn find_records<'a, P>(
    entries: Vec<&'a Entry<Other, P>>,
    query: &Query,
    shown: impl Fn(FieldRef, &Value) -> String,
) -> Vec<&'a Entry<Other, P>> {
    let has_all = |entry: &Entry<Other, P>| {
        let value = |field: FieldRef| Some(shown(field, entry.value.value(field.key())?));
        let text =
            entry.value.kind.row().fields().filter_map(value).fold(String::new(), |text, part| text + &part + "\n");
        query.is_in(&fold(&text))
    };
    entries.into_iter().filter(|entry| query.is_empty() || has_all(entry)).collect()
}

fn passes(dossier: &Dossier, filter: &Filter) -> bool {
    let group = &dossier.group.value;
    filter.region.is_none_or(|region| group.region.is_some_and(|code| region.contains(code)))
        && filter.programme.is_none_or(|programme| group.programme == Some(programme))
        && filter.year.is_none_or(|year| group.year == Some(year))
        && filter.status.is_none_or(|status| group.status.unwrap_or(Status::Active) == status)
        && filter.need.is_none_or(|need| need.is_of(dossier))
}
