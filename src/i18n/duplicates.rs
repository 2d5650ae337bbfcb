//! What is said of suspected duplicates.

use super::Lang;
use crate::domain::Verdict;
use crate::duplicates::Reason;

impl Lang {
    /// Why two records may be one, short enough for a filter.
    pub fn reason(self, reason: Reason) -> &'static str {
        match reason {
            Reason::Nik => self.pick("NIK sama", "Same NIK"),
            Reason::Card => self.pick("No. KK sama di dua KUBE", "Same family card in two KUBE"),
            Reason::NameAndBirthDate => self.pick("Nama mirip, tanggal lahir sama", "Similar name, same date of birth"),
            Reason::NameAndNearBirthDate => {
                self.pick("Nama sama, tanggal lahir hampir sama", "Same name, nearly the same date of birth")
            }
            Reason::GroupNameAndVillage => {
                self.pick("Nama KUBE mirip, satu kelurahan", "Similar name of the KUBE, same village")
            }
        }
    }

    /// "3 pasang mungkin ganda".
    pub fn suspects(self, count: usize) -> String {
        let number = self.number(count);
        match (self, count) {
            (Self::Id, _) => format!("{number} pasang data mungkin ganda"),
            (Self::En, 1) => "1 pair of records may be duplicates".to_owned(),
            (Self::En, _) => format!("{number} pairs of records may be duplicates"),
        }
    }

    /// What it is about such pairs.
    pub fn suspects_reason(self) -> &'static str {
        self.pick("Mungkin tercatat dua kali", "They may be entered twice")
    }

    /// "2 dari 5 pasang".
    pub fn suspects_shown(self, shown: usize, all: usize) -> String {
        let (shown, all) = (self.number(shown), self.number(all));
        match self {
            Self::Id => format!("{shown} dari {all} pasang"),
            Self::En => format!("{shown} of {all} pairs"),
        }
    }

    /// Whom a record that is being typed is like, and why.
    pub fn like(self, name: &str, group: Option<&str>, reasons: &[Reason]) -> String {
        let why: Vec<&str> = reasons.iter().map(|reason| self.reason(*reason)).collect();
        let (why, place) = (why.join("; "), group.map(|group| format!(" ({group})")).unwrap_or_default());
        format!("{name}{place}: {why}.")
    }

    /// "12 isian sama".
    pub fn equal_fields(self, count: usize) -> String {
        let number = self.number(count);
        match (self, count) {
            (Self::Id, _) => format!("{number} isian sama"),
            (Self::En, 1) => "1 field is the same".to_owned(),
            (Self::En, _) => format!("{number} fields are the same"),
        }
    }

    /// "3 keputusan".
    pub fn rulings(self, count: usize) -> String {
        let number = self.number(count);
        match (self, count) {
            (Self::Id, _) => format!("{number} keputusan"),
            (Self::En, 1) => "1 decision".to_owned(),
            (Self::En, _) => format!("{number} decisions"),
        }
    }

    /// What was decided about two records; none where two decisions contradict each other.
    pub fn verdict(self, verdict: Option<Verdict>) -> &'static str {
        match verdict {
            Some(Verdict::Same) => self.pick("Diputuskan: sama.", "Decided: the same."),
            Some(Verdict::Different) => self.pick("Diputuskan: tidak sama.", "Decided: not the same."),
            None => self.pick(
                "Dua perangkat memutuskan berbeda. Putuskan lagi.",
                "Two devices decided differently. Decide again.",
            ),
        }
    }
}

/// A number masked so that it can be held against another: shown is what [`masked`](super::masked) shows, and each digit that differs.
pub fn masked_apart(text: &str, other: &str) -> String {
    let plain = super::masked(text);
    if text.chars().count() != other.chars().count() {
        return plain;
    }
    let both = text.chars().zip(other.chars()).zip(plain.chars());
    both.map(|((own, theirs), plain)| if own == theirs { plain } else { own }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digits_that_differ_are_shown_and_the_others_hidden() {
        assert_eq!(masked_apart("6472030506909001", "6472030506909001"), "6472••••••••••01");
        assert_eq!(masked_apart("6472030506909001", "6472030605909001"), "6472•••5•6••••01");
        assert_eq!(masked_apart("6472030506909001", "64"), "6472••••••••••01");
    }
}
