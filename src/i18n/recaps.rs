//! What is read of a group whose recap came, and what each of its counts is called.

use super::labels::Label;
use super::lang::Lang;
use crate::domain::{Count, Recap, Sex, WelfareData};

impl Lang {
    /// That a group's recap is all that is here.
    pub fn recap_alone(self, members: usize, households: usize) -> String {
        let (members, households) = (self.members(members), self.number(households));
        match self {
            Self::Id => format!(
                "Hanya rekap KUBE ini yang ada di buku ini: {members}, {households} KK. Nama dan data anggota ada di buku pengirimnya."
            ),
            Self::En => format!(
                "Only a recap of this KUBE is in this book: {members}, {households} households. The names and data of its members are in the sender's book."
            ),
        }
    }

    /// That a recap knows more than the members listed below it.
    pub fn recap_newer(self, members: usize, households: usize) -> String {
        let (members, households) = (self.members(members), self.number(households));
        match self {
            Self::Id => {
                format!(
                    "Menurut rekap yang lebih baru: {members}, {households} KK. Daftar anggota di bawah belum menyusul."
                )
            }
            Self::En => {
                format!("By a newer recap: {members}, {households} households. The members listed below are older.")
            }
        }
    }

    /// The counts of a recap that it has, each with its name.
    pub fn recap_counts(self, recap: &Recap) -> Vec<(String, usize)> {
        let age = |years: i32| {
            let (word, band) = (self.pick("Umur", "Age"), self.age_band(years));
            format!("{word}: {band}")
        };
        let counts = [
            (Sex::Female.label(self).to_owned(), recap.women),
            (Sex::Male.label(self).to_owned(), recap.men),
            (age(0), recap.age_under_18),
            (age(18), recap.age_18_29),
            (age(30), recap.age_30_39),
            (age(40), recap.age_40_49),
            (age(50), recap.age_50_59),
            (age(60), recap.age_60_up),
            (WelfareData::Dtsen.label(self).to_owned(), recap.dtsen),
            (WelfareData::Dtks.label(self).to_owned(), recap.dtks),
            (WelfareData::Bdt.label(self).to_owned(), recap.bdt),
            (WelfareData::Absent.label(self).to_owned(), recap.absent),
            (self.pick("Desil 1–4", "Deciles 1–4").to_owned(), recap.poorest_four),
        ];
        let known = |(name, count): (String, Option<Count>)| Some((name, count?.get() as usize));
        counts.into_iter().filter_map(known).collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_a_recap_does_not_tell_is_not_counted_as_none() {
        let (women, none) = (json!(3), json!(0));
        let (recap, faults) = Recap::read(|key| match key {
            "women" => Some(&women),
            "age_60_up" => Some(&none),
            _ => None,
        });
        assert!(faults.is_empty());
        assert_eq!(
            Lang::Id.recap_counts(&recap),
            [("Perempuan".to_owned(), 3), ("Umur: 60 tahun ke atas".to_owned(), 0)]
        );
    }
}
