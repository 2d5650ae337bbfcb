//! The words of counts by answer: the answers, and the sentence that says what most gave.

use super::{Label, Lang};
use crate::domain::YesNo;
use crate::stats::{Answer, Breakdown, Trait, percent};

/// From so many on a part is told in percent too: of fewer, a percent says more than is known.
const FOR_PERCENT: usize = 20;

impl Lang {
    /// What is counted: "KUBE", "anggota".
    pub fn breakdown_unit(self, of: Trait) -> &'static str {
        if of.is_of_members() { self.pick("anggota", "members") } else { "KUBE" }
    }

    /// An answer: "Jahit", "30–39 tahun".
    pub fn answer(self, answer: Answer) -> String {
        match answer {
            Answer::Business(business) => business.label(self).to_owned(),
            Answer::Stage(stage) => stage.label(self).to_owned(),
            Answer::Status(status) => status.label(self).to_owned(),
            Answer::Programme(programme) => programme.label(self).to_owned(),
            Answer::Area(area) => area.label(self).to_owned(),
            Answer::Schooling(schooling) => schooling.label(self).to_owned(),
            Answer::Welfare(data) => data.label(self).to_owned(),
            Answer::Found(condition) => condition.label(self).to_owned(),
            Answer::Deciles(from, to) => match self {
                Self::Id => format!("Desil {from} sampai {to}"),
                Self::En => format!("Deciles {from} to {to}"),
            },
            Answer::Disability(YesNo(true)) => self.pick("Penyandang disabilitas", "With a disability").to_owned(),
            Answer::Disability(YesNo(false)) => self.pick("Tanpa disabilitas", "Without").to_owned(),
            Answer::Visited(0, Some(to)) => match self {
                Self::Id => format!("Dalam {to} hari"),
                Self::En => format!("Within {to} days"),
            },
            Answer::Visited(from, Some(to)) => match self {
                Self::Id => format!("{from}–{to} hari lalu"),
                Self::En => format!("{from}–{to} days ago"),
            },
            Answer::Visited(from, None) => match self {
                Self::Id => format!("Lebih dari {} hari lalu", from - 1),
                Self::En => format!("More than {} days ago", from - 1),
            },
            Answer::NeverVisited => self.pick("Belum pernah", "Never").to_owned(),
            Answer::Sex(sex) => sex.label(self).to_owned(),
            Answer::Age(0, Some(to)) => match self {
                Self::Id => format!("Di bawah {} tahun", to + 1),
                Self::En => format!("Under {} years", to + 1),
            },
            Answer::Age(from, Some(to)) => format!("{from}–{to} {}", self.pick("tahun", "years")),
            Answer::Age(from, None) => match self {
                Self::Id => format!("{from} tahun ke atas"),
                Self::En => format!("{from} years and older"),
            },
        }
    }

    /// What a count by answers shows: how many there are, and which answer most gave.
    pub fn breakdown_finding(self, counted: &Breakdown) -> String {
        let (unit, total) = (self.breakdown_unit(counted.of), counted.total());
        if total == 0 {
            return match self {
                Self::Id => format!("Belum ada {unit} terdaftar."),
                Self::En => format!("No {unit} registered yet."),
            };
        }
        let all = format!("{} {unit}", self.number(total));
        let most = counted.most();
        let count = counted.counts.iter().map(|(_, count, _)| *count).max().unwrap_or(0);
        let part = self.part(count, total);
        let names: Vec<String> = most.iter().take(2).map(|answer| self.answer(*answer)).collect();
        let found = match (self, names.as_slice(), most.len()) {
            (Self::Id, [], _) => format!("Dari {all}, belum satu pun diisi."),
            (Self::En, [], _) => format!("Of {all}, none is filled in yet."),
            (Self::Id, [name], _) => format!("Dari {all}, terbanyak {name}: {part}."),
            (Self::En, [name], _) => format!("Of {all}, most are {name}: {part}."),
            (Self::Id, [one, other], 2) => format!("Dari {all}, terbanyak {one} dan {other}: masing-masing {part}."),
            (Self::En, [one, other], 2) => format!("Of {all}, most are {one} and {other}: {part} each."),
            (Self::Id, _, many) => format!("Dari {all}, {many} jawaban sama banyak: masing-masing {part}."),
            (Self::En, _, many) => format!("Of {all}, {many} answers are equally many: {part} each."),
        };
        match (self, counted.unknown) {
            (_, 0) => found,
            _ if most.is_empty() => found,
            (Self::Id, unknown) => format!("{found} {} belum diisi.", self.number(unknown)),
            (Self::En, unknown) => format!("{found} {} not filled in.", self.number(unknown)),
        }
    }

    /// "120 (13 persen)", without the percent where there are few.
    pub(super) fn part(self, count: usize, total: usize) -> String {
        let number = self.number(count);
        if total < FOR_PERCENT {
            return number;
        }
        let percent = percent(count, total).unwrap_or_default();
        format!("{number} ({percent} {})", self.pick("persen", "percent"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Sex, Stage};

    fn stages(counts: [usize; 3], unknown: usize) -> Breakdown {
        let counts = Stage::ALL.iter().zip(counts).map(|(stage, count)| (Answer::Stage(*stage), count, None)).collect();
        Breakdown { of: Trait::Stage, counts, unknown, groups: 0 }
    }

    #[test]
    fn the_sentence_is_right_for_none_one_many_and_equals() {
        let [first, second, third] = [0, 1, 2].map(|at| Stage::ALL[at].label(Lang::Id));
        for (counts, unknown, sentence) in [
            ([0, 0, 0], 0, "Belum ada KUBE terdaftar.".to_owned()),
            ([0, 0, 0], 4, "Dari 4 KUBE, belum satu pun diisi.".to_owned()),
            ([1, 0, 0], 0, format!("Dari 1 KUBE, terbanyak {first}: 1.")),
            ([5, 40, 5], 0, format!("Dari 50 KUBE, terbanyak {second}: 40 (80 persen).")),
            ([5, 0, 5], 2, format!("Dari 12 KUBE, terbanyak {first} dan {third}: masing-masing 5. 2 belum diisi.")),
            ([7, 7, 7], 0, "Dari 21 KUBE, 3 jawaban sama banyak: masing-masing 7 (33 persen).".to_owned()),
        ] {
            assert_eq!(Lang::Id.breakdown_finding(&stages(counts, unknown)), sentence);
        }
        let sexes = Breakdown {
            of: Trait::Sex,
            counts: vec![(Answer::Sex(Sex::Female), 60, None), (Answer::Sex(Sex::Male), 40, None)],
            unknown: 1,
            groups: 9,
        };
        assert_eq!(
            Lang::En.breakdown_finding(&sexes),
            "Of 101 members, most are Female: 60 (59 percent). 1 not filled in."
        );
    }

    #[test]
    fn ages_have_their_words_at_both_ends() {
        let of = |lang: Lang| {
            [(0, Some(17)), (18, Some(29)), (60, None)].map(|(from, to)| lang.answer(Answer::Age(from, to)))
        };
        assert_eq!(of(Lang::Id), ["Di bawah 18 tahun", "18–29 tahun", "60 tahun ke atas"]);
        assert_eq!(of(Lang::En), ["Under 18 years", "18–29 years", "60 years and older"]);
    }
}
