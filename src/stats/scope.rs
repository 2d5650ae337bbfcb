//! Which groups and which allocations a number covers.

use crate::domain::{FieldValue, Programme, Year, published_allocations};
use crate::order::by_text;

/// What a group is of: its programme and its budget year, where they are known.
pub type Slice = (Option<Programme>, Option<Year>);

/// What is looked at: everything, or one programme in one year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// All groups, against an allocation only where all are of the programme and the year that it is of.
    #[default]
    All,
    /// The groups of one programme and budget year, against what was allocated for it.
    Of(Programme, Year),
}

impl Scope {
    /// Everything, then each programme and year that groups are of, the latest first; without a group, what was published.
    pub fn offered(slices: &[Slice]) -> Vec<Self> {
        let published = published_allocations().map(|one| (Some(one.programme), Some(one.year)));
        let mut named: Vec<(Programme, Year)> = Vec::new();
        for slice in if slices.is_empty() { &published } else { slices } {
            if let (Some(programme), Some(year)) = *slice
                && !named.contains(&(programme, year))
            {
                named.push((programme, year));
            }
        }
        let named = by_text(named, |(programme, year)| format!("{}{}", 9999 - year.get(), programme.code()));
        std::iter::once(Self::All).chain(named.into_iter().map(|(programme, year)| Self::Of(programme, year))).collect()
    }

    /// What the groups of these slices may be compared with: a programme and year that all of them are of. Where there are no groups,
    /// what was published, if that is of one programme and year.
    pub fn compared(self, slices: &[Slice]) -> Option<(Programme, Year)> {
        let mut slices = slices.to_vec();
        match self {
            Self::Of(programme, year) => return Some((programme, year)),
            Self::All if slices.is_empty() => {
                slices = published_allocations().iter().map(|one| (Some(one.programme), Some(one.year))).collect();
            }
            Self::All => {}
        }
        let first = *slices.first()?;
        if slices.iter().all(|slice| *slice == first) { first.0.zip(first.1) } else { None }
    }

    /// The first and the last year of these.
    pub fn years(slices: &[Slice]) -> Option<(Year, Year)> {
        let years = || slices.iter().filter_map(|(_, year)| *year);
        years().min_by_key(|year| year.get()).zip(years().max_by_key(|year| year.get()))
    }

    /// Whether a group is covered.
    pub fn covers(self, slice: Slice) -> bool {
        match self {
            Self::All => true,
            Self::Of(programme, year) => slice == (Some(programme), Some(year)),
        }
    }

    /// A word for addresses: `all`, `pkp-2014`.
    pub fn code(self) -> String {
        match self {
            Self::All => "all".to_owned(),
            Self::Of(programme, year) => format!("{}-{}", programme.code(), year.text()),
        }
    }

    /// The scope of such a word.
    pub fn from_code(code: &str) -> Option<Self> {
        if code == "all" {
            return Some(Self::All);
        }
        let (programme, year) = code.rsplit_once('-')?;
        Some(Self::Of(Programme::from_code(programme)?, Year::parse(year).ok()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offered_scope_reads_back_from_its_code() {
        let ministry = (Some(Programme::Ministry), Some(Year::literal(2019)));
        for scope in Scope::offered(&[ministry, (None, None)]) {
            assert_eq!(Scope::from_code(&scope.code()), Some(scope));
        }
        assert_eq!(Scope::from_code("pkp-x"), None);
    }

    #[test]
    fn what_is_in_the_book_is_offered_once_each_the_latest_first_and_without_a_group_what_was_published() {
        let of = |programme, year| (Some(programme), Some(Year::literal(year)));
        let slices = [
            of(Programme::Pkp, 2014),
            of(Programme::Pkp, 2011),
            (None, Some(Year::literal(2020))),
            of(Programme::Ministry, 2019),
            of(Programme::Pkp, 2014),
        ];
        let offered = |slices: &[Slice]| Scope::offered(slices).into_iter().map(Scope::code).collect::<Vec<String>>();
        assert_eq!(offered(&slices), ["all", "ministry-2019", "pkp-2014", "pkp-2011"]);
        assert_eq!(offered(&slices[3..4]), ["all", "ministry-2019"], "what nobody here is of is not offered");
        assert_eq!(offered(&[]), ["all", "pkp-2014"]);
        assert_eq!(Scope::years(&slices), Some((Year::literal(2011), Year::literal(2020))));
        assert_eq!(Scope::years(&[(None, None)]), None);
    }

    #[test]
    fn a_total_is_compared_only_with_what_all_of_it_is_of() {
        let of = |programme, year| (Some(programme), Some(Year::literal(year)));
        let pkp = of(Programme::Pkp, 2014);
        let is_pkp = Some((Programme::Pkp, Year::literal(2014)));
        assert_eq!(Scope::All.compared(&[pkp]), is_pkp);
        assert_eq!(Scope::All.compared(&[]), is_pkp, "there is nothing that it could be unlike");
        for other in
            [of(Programme::Pkp, 2013), of(Programme::Ministry, 2014), (Some(Programme::Pkp), None), (None, None)]
        {
            assert_eq!(Scope::All.compared(&[pkp, other]), None);
        }
        assert_eq!(Scope::All.compared(&[(None, None)]), None);
        assert_eq!(Scope::Of(Programme::Pkp, Year::literal(2014)).compared(&[]), is_pkp);
    }
}
