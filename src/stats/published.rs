//! What was printed of programmes in Kalimantan Timur: by year and place, as a target, an allocation or a result, each with its source.
//!
//! Never added to what a book holds, nor to each other: a target is no result.

use crate::domain::{FieldValue, RegionCode};

/// A line each, as it was printed.
const TABLE: &str = include_str!("data/published.tsv");

/// What a figure is: 600 KUBE was a target, 20, 15 and 15 are allocations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// What was meant to be reached.
    Target,
    /// What was allotted.
    Allocation,
    /// What was reached.
    Result,
}

/// One figure that was printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given {
    /// The year, or the years from one to another.
    pub period: &'static str,
    /// Where.
    pub area: RegionCode,
    /// The programme, as it was called.
    pub programme: &'static str,
    /// What it is.
    pub nature: Nature,
    /// Groups (KUBE).
    pub groups: Option<i64>,
    /// Households or persons.
    pub persons: Option<i64>,
    /// Rupiah.
    pub rupiah: Option<i64>,
    /// Where it was printed.
    pub source: &'static str,
}

/// All of them, the first first.
pub fn published() -> Vec<Given> {
    TABLE.lines().skip(1).filter_map(given).collect()
}

fn given(line: &'static str) -> Option<Given> {
    let cells: Vec<&'static str> = line.split('\t').collect();
    let [period, code, programme, _fund, nature, groups, persons, rupiah, source] = cells.as_slice() else {
        return None;
    };
    let nature = match *nature {
        "target" => Nature::Target,
        "allocation" => Nature::Allocation,
        "result" => Nature::Result,
        _ => return None,
    };
    let number = |text: &str| text.parse().ok();
    Some(Given {
        period,
        area: RegionCode::parse(code).ok()?,
        programme,
        nature,
        groups: number(groups),
        persons: number(persons),
        rupiah: number(rupiah),
        source,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::published_allocations;

    #[test]
    fn every_line_is_read_and_the_allocations_are_those_that_charts_compare_with() {
        let all = published();
        assert_eq!(all.len(), TABLE.lines().count() - 1);
        assert!(all.iter().all(|one| !one.source.is_empty() && one.groups.is_some()));
        let allotted: Vec<_> = all.iter().filter(|one| one.nature == Nature::Allocation).collect();
        let known = published_allocations();
        assert_eq!(allotted.len(), known.len());
        for (one, known) in allotted.iter().zip(known) {
            let told = (one.area, one.groups, one.persons);
            assert_eq!(told, (known.region, Some(known.groups.into()), Some(known.households.into())));
        }
    }
}
