//! What a chart is asked of: where, of which programme and year, of which pendamping, which areas beside each other, in which order.
//!
//! It stands in the address of a chart, so that a chart can be sent. What is not understood there is left out. Deliberately absent:
//! the question itself ([`Question`](super::Question)), and words.

use super::scope::Scope;
use super::topic::Topic;
use crate::domain::{FieldValue, RegionCode, fold, region};
use crate::registry::Dossier;
use crate::search::{Filter, decoded, encoded};

/// So many areas stand beside each other at most.
pub const MOST_AREAS: usize = 10;

/// What a chart is asked of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// A kabupaten, city or kecamatan; `None` for the province.
    pub place: Option<RegionCode>,
    /// The areas that stand beside each other, in the order of choosing; none where nobody chose any.
    pub areas: Vec<RegionCode>,
    /// The programme and budget year.
    pub scope: Scope,
    /// The name of the pendamping.
    pub facilitator: Option<String>,
    /// The order of areas and answers.
    pub order: Sorted,
    /// What the charts of a page are about.
    pub topic: Option<Topic>,
}

/// The order of rows that have none of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sorted {
    /// As the chart has them: the three cities of the programme first, the commonest answer first.
    #[default]
    Usual,
    /// The greatest number first.
    Value,
    /// By name.
    Name,
    /// By the code of the area.
    Code,
}

impl Sorted {
    /// All.
    pub const ALL: [Self; 4] = [Self::Usual, Self::Value, Self::Name, Self::Code];

    /// The word in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Value => "value",
            Self::Name => "name",
            Self::Code => "code",
        }
    }
}

/// An area that a count can be of: a kabupaten, city or kecamatan of the list.
pub fn area_of(code: &str) -> Option<RegionCode> {
    let code = RegionCode::parse(code).ok()?;
    let is_area = code.level().is_kabkota() || code.level().is_district();
    (is_area && region::is_known(code)).then_some(code)
}

impl Asked {
    /// Of one place, and of all else.
    pub fn of(place: Option<RegionCode>, scope: Scope) -> Self {
        Self { place, scope, ..Self::default() }
    }

    /// What the query of an address says.
    pub fn read(query: &str) -> Self {
        let value = |name: &str| query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
        let mut areas: Vec<RegionCode> = Vec::new();
        for area in value("areas").unwrap_or("").split(',').filter_map(area_of) {
            if areas.len() < MOST_AREAS && !areas.contains(&area) {
                areas.push(area);
            }
        }
        let order = value("order").and_then(|word| Sorted::ALL.into_iter().find(|order| order.code() == word));
        Self {
            place: value("region").and_then(area_of),
            areas,
            scope: value("scope").and_then(Scope::from_code).unwrap_or_default(),
            facilitator: value("facilitator").and_then(decoded).filter(|name| !name.trim().is_empty()),
            order: order.unwrap_or_default(),
            topic: value("topic").and_then(|word| Topic::ALL.into_iter().find(|topic| topic.code() == word)),
        }
    }

    /// The query of an address that says it; empty where nothing is said.
    pub fn query(&self) -> String {
        let areas: Vec<String> = self.areas.iter().map(ToString::to_string).collect();
        let parts = [
            ("region", self.place.map(|place| place.to_string())),
            ("areas", Some(areas.join(",")).filter(|areas| !areas.is_empty())),
            ("scope", Some(self.scope.code()).filter(|_| self.scope != Scope::All)),
            ("facilitator", self.facilitator.as_deref().map(encoded)),
            ("order", Some(self.order.code().to_owned()).filter(|_| self.order != Sorted::Usual)),
            ("topic", self.topic.map(|topic| topic.code().to_owned())),
        ];
        let said = parts.into_iter().filter_map(|(name, value)| Some(format!("{name}={}", value?)));
        said.collect::<Vec<_>>().join("&")
    }

    /// The list of the groups that are counted, where a list can be narrowed to them: one of several areas cannot.
    pub fn within(&self) -> Option<Filter> {
        let (programme, year) = match self.scope {
            Scope::All => (None, None),
            Scope::Of(programme, year) => (Some(programme), Some(year)),
        };
        let within = Filter { region: self.place, programme, year, ..Filter::default() };
        let facilitator = self.facilitator.clone();
        let within =
            if facilitator.is_some() { within.with(|further| further.facilitator = facilitator) } else { within };
        self.areas.is_empty().then_some(within)
    }

    /// Whether a group is counted.
    pub fn covers(&self, dossier: &Dossier) -> bool {
        let group = &dossier.group.value;
        let is_in = |area: RegionCode| group.region.is_some_and(|region| area.contains(region));
        let is_theirs =
            |name: &String| group.facilitator.as_ref().is_some_and(|theirs| fold(theirs.as_str()) == fold(name));
        self.scope.covers((group.programme, group.year))
            && self.place.is_none_or(is_in)
            && (self.areas.is_empty() || self.areas.iter().copied().any(is_in))
            && self.facilitator.as_ref().is_none_or(is_theirs)
    }

    /// The areas that stand in rows: those that were chosen, or those of which the place consists.
    pub fn rows(&self) -> Vec<RegionCode> {
        match self.place {
            _ if !self.areas.is_empty() => self.areas.clone(),
            Some(place) => region::children(place).map(|region| region.code).collect(),
            None => region::kabupaten_kota().map(|region| region.code).collect(),
        }
    }

    /// Whether the figures of the whole province are asked for, and so those that were published of it may stand beside.
    pub fn is_of_province(&self) -> bool {
        self.place.is_none() && self.areas.is_empty() && self.facilitator.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_reads_back_from_its_query() {
        let (samarinda, ilir) = (RegionCode::kaltim(72), RegionCode::parse("64.72.03").unwrap());
        for asked in [
            Asked::default(),
            Asked::of(Some(samarinda), Scope::offered(&[])[1]),
            Asked { place: Some(ilir), facilitator: Some("Bu Rina & Éva".to_owned()), ..Asked::default() },
            Asked { areas: vec![ilir, samarinda], order: Sorted::Value, ..Asked::default() },
            Asked { topic: Some(Topic::Poverty), ..Asked::default() },
        ] {
            assert_eq!(Asked::read(&asked.query()), asked);
            assert!(asked.query().is_ascii() && !asked.query().contains([' ', '#', '?']));
        }
        assert_eq!(Asked::default().query(), "");
    }

    #[test]
    fn what_is_no_area_is_left_out_and_each_stands_once() {
        let asked = Asked::read("region=65.71&areas=64.72,x,64.72,64.72.99,64&order=best&scope=pkp-x");
        assert_eq!(asked, Asked { areas: vec![RegionCode::kaltim(72)], ..Asked::default() });
        let all: Vec<String> = region::children(RegionCode::kaltim(2)).map(|region| region.code.to_string()).collect();
        assert!(all.len() > MOST_AREAS);
        assert_eq!(Asked::read(&format!("areas={}", all.join(","))).areas.len(), MOST_AREAS);
    }

    #[test]
    fn the_rows_are_what_the_place_consists_of() {
        assert_eq!(Asked::default().rows().len(), 10);
        let samarinda = RegionCode::kaltim(72);
        let rows = Asked::of(Some(samarinda), Scope::All).rows();
        assert!(rows.len() == 10 && rows.iter().all(|row| row.district() == Some(*row)), "{rows:?}");
    }
}
