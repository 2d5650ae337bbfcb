//! Groups and people area by area, of any part of the book; and the middle of many numbers.

use super::asked::Asked;
use crate::domain::{Date, RegionCode, Sex, Status};
use crate::registry::Dossier;

/// The numbers of an area.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AreaRow {
    /// Which; `None` for the groups that lie in none of the areas.
    pub area: Option<RegionCode>,
    /// Groups (KUBE).
    pub groups: usize,
    /// Households (KK).
    pub households: usize,
    /// Members present.
    pub members: usize,
    /// Women among them, of those whose sex is known.
    pub women: usize,
    /// How many are known to be women or men.
    pub sexes: usize,
    /// Groups that are active, or of which nothing else is known.
    pub active: usize,
    /// The monthly income before and now of each member present who told both, in rupiah.
    pub incomes: Vec<[i64; 2]>,
}

impl AreaRow {
    fn add(&mut self, dossier: &Dossier, today: Date) {
        self.groups += 1;
        self.households += dossier.households;
        self.members += dossier.present;
        self.active += usize::from(dossier.group.value.status.is_none_or(|status| status == Status::Active));
        if let Some(told) = dossier.recap.as_ref().filter(|told| told.counts) {
            let [women, men] = [told.best.recap.women, told.best.recap.men];
            let [women, men] = [women, men].map(|count| count.map_or(0, |count| count.get() as usize));
            self.women += women;
            self.sexes += women + men;
        }
        for member in dossier.members.iter().map(|member| &member.value).filter(|member| member.is_present(today)) {
            self.women += usize::from(member.sex == Some(Sex::Female));
            self.sexes += usize::from(member.sex.is_some());
            if let (Some(before), Some(after)) = (member.income_before, member.income_after) {
                self.incomes.push([before.amount(), after.amount()]);
            }
        }
    }

    /// The part of women, in percent rounded half up; `None` where nobody's sex is known.
    pub fn percent_women(&self) -> Option<usize> {
        percent(self.women, self.sexes)
    }
}

/// A part in percent, rounded half up; `None` of nothing.
pub fn percent(part: usize, whole: usize) -> Option<usize> {
    (whole > 0).then(|| (part * 200 + whole) / (whole * 2))
}

/// The numbers of each area that is asked for, and of all of them.
pub fn by_area<'a>(dossiers: impl Iterator<Item = &'a Dossier>, asked: &Asked, today: Date) -> (Vec<AreaRow>, AreaRow) {
    let mut rows: Vec<AreaRow> =
        asked.rows().into_iter().map(|area| AreaRow { area: Some(area), ..AreaRow::default() }).collect();
    let (mut elsewhere, mut total) = (AreaRow::default(), AreaRow::default());
    for dossier in dossiers.filter(|dossier| asked.covers(dossier)) {
        let region = dossier.group.value.region;
        let is_in = |row: &&mut AreaRow| row.area.zip(region).is_some_and(|(area, region)| area.contains(region));
        rows.iter_mut().find(is_in).unwrap_or(&mut elsewhere).add(dossier, today);
        total.add(dossier, today);
    }
    if elsewhere != AreaRow::default() {
        rows.push(elsewhere);
    }
    (rows, total)
}

/// The first quarter, the half and the third quarter of some numbers, each a number that occurs; `None` of none.
///
/// The lower of two in the middle: of a few people it names what one of them said, and no number in between.
pub fn quarters<T: Copy + Ord>(numbers: &[T]) -> Option<[T; 3]> {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    let last = sorted.len().checked_sub(1)?;
    Some([1, 2, 3].map(|quarter| sorted[last * quarter / 4]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::{Registry, commands};
    use crate::sample::{Sample, sample};
    use crate::stats::{Scope, per_city};

    #[test]
    fn the_areas_of_the_province_are_those_of_the_first_screen_and_those_of_a_city_add_up_to_it() {
        let today = Date::new(2014, 6, 30).unwrap();
        let mut registry = Registry::new(today);
        commands::import(&mut registry, sample(Sample { groups: 200, members: 1_700, seed: 7 })).unwrap();
        let (rows, total) = by_area(registry.dossiers(), &Asked::default(), today);
        let first = per_city(registry.dossiers(), Scope::All);
        let counts = |row: &AreaRow| (row.area, row.groups, row.households, row.active);
        let cities: Vec<_> =
            first.rows.iter().map(|row| (row.region, row.groups, row.households, row.active)).collect();
        assert_eq!(rows.iter().map(counts).collect::<Vec<_>>(), cities);
        assert_eq!((total.groups, total.households), (first.total.groups, first.total.households));
        for row in rows.iter().filter(|row| row.area.is_some()) {
            let (parts, whole) = by_area(registry.dossiers(), &Asked::of(row.area, Scope::All), today);
            assert_eq!(parts.iter().map(|part| part.groups).sum::<usize>(), row.groups);
            assert_eq!((whole.members, whole.women, whole.sexes), (row.members, row.women, row.sexes));
        }
    }

    #[test]
    fn quarters_are_numbers_that_occur() {
        assert_eq!(quarters(&[8, 5, 9, 7, 10]), Some([7, 8, 9]));
        assert_eq!((quarters(&[4]), quarters(&[4, 6]), quarters::<i64>(&[])), (Some([4; 3]), Some([4; 3]), None));
        assert_eq!(percent(1, 3), Some(33));
        assert_eq!((percent(1, 2), percent(1, 8), percent(0, 0)), (Some(50), Some(13), None));
    }
}
