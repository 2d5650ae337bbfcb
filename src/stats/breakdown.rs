//! What groups and their members are: a count for each answer, and how many have none.
//!
//! Members are counted who are present; of a group of which only a recap is here, the recap's counts, of what it counts. Deliberately
//! absent: words, and the order of what is shown, which is that of the answers.

use super::asked::Asked;
use super::traits::{Answer, Trait};
use crate::domain::Date;
use crate::registry::Dossier;
use crate::search::Filter;

/// A count for each answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// What was asked.
    pub of: Trait,
    /// The answers, each with how many gave it and the groups behind it, where a list shows just these.
    pub counts: Vec<(Answer, usize, Option<Filter>)>,
    /// How many have none.
    pub unknown: usize,
    /// How many groups were looked at.
    pub groups: usize,
}

/// A count for each answer, row by row: an area, or a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cross<Key> {
    /// What was asked.
    pub of: Trait,
    /// The answers, in the order of the counts.
    pub answers: Vec<Answer>,
    /// The rows, each with its counts, and behind them how many have no answer.
    pub rows: Vec<(Key, Vec<usize>)>,
}

/// Adds the answers of a group, or of its members; tells how many have none.
fn tally(of: Trait, dossier: &Dossier, today: Date, mut add: impl FnMut(Answer, usize)) -> usize {
    if !of.is_of_members() {
        return match of.of_group(dossier, today) {
            Some(answer) => {
                add(answer, 1);
                0
            }
            None => 1,
        };
    }
    if let Some(told) = dossier.recap.as_ref().filter(|told| told.counts) {
        let mut known = 0;
        for answer in of.answers() {
            let count = answer.in_recap(&told.best.recap).map_or(0, |count| count.get() as usize);
            add(answer, count);
            known += count;
        }
        return dossier.present.saturating_sub(known);
    }
    let mut unknown = 0;
    for member in dossier.members.iter().map(|member| &member.value).filter(|it| it.is_present(today)) {
        match of.of_member(member, today) {
            Some(answer) => add(answer, 1),
            None => unknown += 1,
        }
    }
    unknown
}

impl Breakdown {
    /// Counts the groups that are asked for, as of a day.
    pub fn count<'a>(of: Trait, dossiers: impl Iterator<Item = &'a Dossier>, asked: &Asked, today: Date) -> Self {
        let mut counts: Vec<(Answer, usize)> = of.answers().into_iter().map(|answer| (answer, 0)).collect();
        let (mut unknown, mut groups) = (0, 0);
        for dossier in dossiers.filter(|dossier| asked.covers(dossier)) {
            groups += 1;
            unknown += tally(of, dossier, today, |answer, count| {
                if let Some((_, known)) = counts.iter_mut().find(|(known, _)| *known == answer) {
                    *known += count;
                }
            });
        }
        let within = asked.within();
        let behind = |answer: Answer| answer.behind(within?);
        let counts = counts.into_iter().map(|(answer, count)| (answer, count, behind(answer))).collect();
        Self { of, counts, unknown, groups }
    }

    /// How many there are, with an answer or without.
    pub fn total(&self) -> usize {
        self.counts.iter().map(|(_, count, _)| count).sum::<usize>() + self.unknown
    }

    /// The answers that most gave: one, more where as many gave each, none where nobody gave any.
    pub fn most(&self) -> Vec<Answer> {
        let most = self.counts.iter().map(|(_, count, _)| *count).max().filter(|most| *most > 0);
        self.counts.iter().filter(|(_, count, _)| Some(*count) == most).map(|(answer, ..)| *answer).collect()
    }
}

impl<Key: PartialEq> Cross<Key> {
    /// Counts the answers in the row of each group; a group whose row is `None` stands nowhere. What `rows` does not have comes behind.
    pub fn count<'a>(
        of: Trait,
        rows: Vec<Key>,
        dossiers: impl Iterator<Item = &'a Dossier>,
        row_of: impl Fn(&Dossier) -> Option<Key>,
        today: Date,
    ) -> Self {
        let answers = of.answers();
        let mut rows: Vec<(Key, Vec<usize>)> = rows.into_iter().map(|key| (key, vec![0; answers.len() + 1])).collect();
        for dossier in dossiers {
            let Some(key) = row_of(dossier) else { continue };
            let at = rows.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
                rows.push((key, vec![0; answers.len() + 1]));
                rows.len() - 1
            });
            let counts = &mut rows[at].1;
            let unknown = tally(of, dossier, today, |answer, count| {
                if let Some(place) = answers.iter().position(|known| *known == answer) {
                    counts[place] += count;
                }
            });
            counts[answers.len()] += unknown;
        }
        Self { of, answers, rows }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Sex;
    use crate::registry::{Registry, commands};
    use crate::sample::{Sample, sample};
    use crate::search::{Query, find};
    use crate::stats::Scope;

    const TODAY: &str = "2014-06-30";

    fn book() -> Registry {
        let mut registry = Registry::new(Date::from_iso(TODAY).unwrap());
        commands::import(&mut registry, sample(Sample { groups: 90, members: 700, seed: 7 })).unwrap();
        registry
    }

    /// What a recap counts, too.
    const TOLD: [Trait; 8] = [
        Trait::Business,
        Trait::Stage,
        Trait::Status,
        Trait::Programme,
        Trait::Area,
        Trait::Sex,
        Trait::Age,
        Trait::Welfare,
    ];

    #[test]
    fn every_group_and_every_member_present_is_counted_once() {
        let (book, today) = (book(), Date::from_iso(TODAY).unwrap());
        let members: usize = book.dossiers().map(|dossier| dossier.present).sum();
        for of in Trait::ALL {
            let counted = Breakdown::count(of, book.dossiers(), &Asked::default(), today);
            assert_eq!(counted.total(), if of.is_of_members() { members } else { 90 }, "{of:?}");
            let cities = crate::domain::region::kabupaten_kota();
            let parts = cities
                .map(|city| Breakdown::count(of, book.dossiers(), &Asked::of(Some(city.code), Scope::All), today));
            assert_eq!(parts.map(|part| part.total()).sum::<usize>(), counted.total(), "{of:?}, city by city");
        }
    }

    #[test]
    fn a_recap_gives_the_same_counts_as_the_records_it_was_counted_from() {
        let (own, today) = (book(), Date::from_iso(TODAY).unwrap());
        let at = crate::history::Stamp::new(1_404_100_000_000, 0, crate::history::Device::from_random(7));
        let mut other = Registry::new(today);
        commands::import(&mut other, own.recaps(at)).unwrap();
        for of in TOLD {
            let [own, told] =
                [&own, &other].map(|book| Breakdown::count(of, book.dossiers(), &Asked::default(), today));
            let plain =
                |it: &Breakdown| it.counts.iter().map(|(answer, count, _)| (*answer, *count)).collect::<Vec<_>>();
            assert_eq!((plain(&own), own.unknown), (plain(&told), told.unknown), "{of:?}");
        }
    }

    #[test]
    fn the_list_behind_a_count_has_as_many_groups() {
        let (book, today) = (book(), Date::from_iso(TODAY).unwrap());
        for of in [Trait::Stage, Trait::Status, Trait::Programme] {
            let counted = Breakdown::count(of, book.dossiers(), &Asked::default(), today);
            for (answer, count, behind) in counted.counts {
                let found = find(book.dossiers(), &Query::new(""), &behind.unwrap()).len();
                assert_eq!(found, count, "{answer:?}");
            }
        }
    }

    #[test]
    fn most_are_all_that_are_equal_and_nobody_where_nothing_is_known() {
        let with = |counts: [usize; 2]| Breakdown {
            of: Trait::Sex,
            counts: vec![(Answer::Sex(Sex::Female), counts[0], None), (Answer::Sex(Sex::Male), counts[1], None)],
            unknown: 3,
            groups: 1,
        };
        assert_eq!(with([2, 1]).most(), [Answer::Sex(Sex::Female)]);
        assert_eq!(with([2, 2]).most().len(), 2);
        assert_eq!((with([0, 0]).most().len(), with([0, 0]).total()), (0, 3));
    }

    #[test]
    fn the_rows_of_a_cross_add_up_to_the_answers_of_all() {
        let (book, today) = (book(), Date::from_iso(TODAY).unwrap());
        for of in [Trait::Status, Trait::Stage, Trait::Sex] {
            let all = Breakdown::count(of, book.dossiers(), &Asked::default(), today);
            let city =
                |dossier: &Dossier| Some(dossier.group.value.region.and_then(crate::domain::RegionCode::kabkota));
            let cross = Cross::count(of, Vec::new(), book.dossiers(), city, today);
            for (place, (_, count, _)) in all.counts.iter().enumerate() {
                assert_eq!(cross.rows.iter().map(|(_, counts)| counts[place]).sum::<usize>(), *count, "{of:?}");
            }
            let unknown: usize = cross.rows.iter().filter_map(|(_, counts)| counts.last()).sum();
            assert_eq!(unknown, all.unknown);
        }
    }
}
