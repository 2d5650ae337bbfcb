//! What has come from whom, and what was sent to whom.

use super::Lang;
use crate::kinds::Receipt;
use crate::stats::{Coming, Coverage, Covers, Sender};

impl Lang {
    /// What a chart covers: "Mencakup 40 KUBE; berkas dari 3 pengirim, terakhir 5 Juni 2026."
    pub fn covers(self, Covers { groups, senders, last }: Covers) -> String {
        let (groups, count) = (self.number(groups), self.number(senders));
        match (self, senders, last.map(|last| self.date(last))) {
            (Self::Id, 1.., Some(last)) => {
                format!("Mencakup {groups} KUBE; berkas dari {count} pengirim, terakhir {last}.")
            }
            (Self::En, 1, Some(last)) => format!("Covers {groups} KUBE; files from 1 sender, the last of {last}."),
            (Self::En, 2.., Some(last)) => {
                format!("Covers {groups} KUBE; files from {count} senders, the last of {last}.")
            }
            (Self::Id, ..) => format!("Mencakup {groups} KUBE; belum tercatat berkas dari pengirim lain."),
            (Self::En, ..) => format!("Covers {groups} KUBE; no file from another sender is on record."),
        }
    }

    /// The kind of a file, by its word; of a newer version that word itself.
    pub fn file_kind(self, code: &str) -> String {
        let known = match code {
            "full" => self.pick("Seluruh buku", "The whole book"),
            "group" => self.pick("Satu KUBE", "One KUBE"),
            "delta" => self.pick("Perubahan saja", "Changes only"),
            "recap" => self.pick("Rekap", "Recap"),
            "" => self.pick("Berkas", "File"),
            other => other,
        };
        known.to_owned()
    }

    /// What a file held: "Seluruh buku · 20 KUBE, 188 KK".
    pub fn file_held(self, receipt: &Receipt) -> String {
        let number = |count: u32| self.number(count as usize);
        let counts = [
            receipt.about.groups.map(|groups| format!("{} KUBE", number(groups))),
            receipt.about.households.map(|count| match (self, count) {
                (Self::Id, _) => format!("{} KK", number(count)),
                (Self::En, 1) => "1 household".to_owned(),
                (Self::En, _) => format!("{} households", number(count)),
            }),
        ];
        let counts = counts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        [self.file_kind(&receipt.kind), counts]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    }

    /// Who sent: the name with the device, or the device alone.
    pub fn sender(self, sender: &Sender) -> String {
        let Sender { device, name } = sender;
        match self {
            _ if !name.is_empty() => format!("{name} ({device})"),
            Self::Id => format!("Perangkat {device}"),
            Self::En => format!("Device {device}"),
        }
    }

    /// How a city or a person stands.
    pub fn coming(self, coming: Coming) -> String {
        let days = Coverage::OLD_DAYS;
        match (self, coming) {
            (_, Coming::Missing) => self.pick("Belum ada berkas", "No file yet").to_owned(),
            (Self::Id, Coming::Old) => format!("Lebih dari {days} hari"),
            (Self::En, Coming::Old) => format!("Over {days} days old"),
            (Self::Id, Coming::Fresh) => format!("Dalam {days} hari terakhir"),
            (Self::En, Coming::Fresh) => format!("Within {days} days"),
            (_, Coming::Own) => self.pick("Pemilik buku ini", "Keeper of this book").to_owned(),
        }
    }

    /// Who is missing and whose file is old, in one sentence.
    pub fn coverage(self, coverage: &Coverage) -> String {
        let (missing, old) = (coverage.count(Coming::Missing), coverage.count(Coming::Old));
        let days = Coverage::OLD_DAYS;
        let places = |[cities, persons]: [usize; 2]| {
            let (cities_text, persons_text) = (self.number(cities), self.number(persons));
            let cities = (cities > 0).then(|| match (self, cities) {
                (Self::Id, _) => format!("{cities_text} kabupaten/kota"),
                (Self::En, 1) => "1 city or regency".to_owned(),
                (Self::En, _) => format!("{cities_text} cities or regencies"),
            });
            let persons = (persons > 0).then(|| match (self, persons) {
                (Self::Id, _) => format!("{persons_text} pendamping"),
                (Self::En, 1) => "1 facilitator".to_owned(),
                (Self::En, _) => format!("{persons_text} facilitators"),
            });
            let named: Vec<String> = cities.into_iter().chain(persons).collect();
            (!named.is_empty()).then(|| named.join(", "))
        };
        let none = places(missing).map(|none| match self {
            Self::Id => format!("Belum ada berkas: {none}."),
            Self::En => format!("No file yet: {none}."),
        });
        let late = places(old).map(|late| match self {
            Self::Id => format!("Berkas terakhir lebih dari {days} hari: {late}."),
            Self::En => format!("Last file over {days} days old: {late}."),
        });
        let said: Vec<String> = none.into_iter().chain(late).collect();
        if said.is_empty() {
            let all = self.pick("Semua sudah mengirim dalam 30 hari terakhir.", "All have sent a file within 30 days.");
            return all.replace("30", &days.to_string());
        }
        said.join(" ")
    }

    /// "3 berkas".
    pub fn files(self, count: usize) -> String {
        match (self, count) {
            (Self::Id, _) => format!("{} berkas", self.number(count)),
            (Self::En, 1) => "1 file".to_owned(),
            (Self::En, _) => format!("{} files", self.number(count)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Date;
    use crate::kinds::About;
    use crate::stats::CoverageRow;

    #[test]
    fn a_chart_says_what_it_covers() {
        let covers = |lang: Lang, groups, senders| {
            let last = Date::new(2026, 6, 5).filter(|_| senders > 0);
            lang.covers(Covers { groups, senders, last })
        };
        assert_eq!(covers(Lang::Id, 1040, 3), "Mencakup 1.040 KUBE; berkas dari 3 pengirim, terakhir 5 Juni 2026.");
        assert_eq!(covers(Lang::En, 40, 1), "Covers 40 KUBE; files from 1 sender, the last of 5 June 2026.");
        assert_eq!(covers(Lang::En, 40, 2), "Covers 40 KUBE; files from 2 senders, the last of 5 June 2026.");
        assert_eq!(covers(Lang::Id, 0, 0), "Mencakup 0 KUBE; belum tercatat berkas dari pengirim lain.");
    }

    #[test]
    fn a_file_is_told_by_its_kind_and_what_it_said_it_holds() {
        let about = About { groups: Some(1200), households: Some(1), ..About::default() };
        let mut receipt = Receipt { kind: "full".into(), name: String::new(), about };
        assert_eq!(Lang::Id.file_held(&receipt), "Seluruh buku · 1.200 KUBE, 1 KK");
        assert_eq!(Lang::En.file_held(&receipt), "The whole book · 1,200 KUBE, 1 household");
        receipt.kind = "digest".into();
        receipt.about = About::default();
        assert_eq!(Lang::En.file_held(&receipt), "digest", "of a newer version");
    }

    #[test]
    fn who_is_missing_is_told_without_a_nought() {
        let row = |coming| CoverageRow { who: String::new(), files: 0, last_ms: None, sent: None, here: 0, coming };
        let of = |all: &[Coming]| Coverage {
            cities: vec![],
            senders: vec![],
            facilitators: all.iter().map(|coming| row(*coming)).collect(),
        };
        assert_eq!(Lang::Id.coverage(&of(&[Coming::Missing; 3])), "Belum ada berkas: 3 pendamping.");
        assert_eq!(Lang::En.coverage(&of(&[Coming::Old])), "Last file over 30 days old: 1 facilitator.");
        assert_eq!(Lang::En.coverage(&of(&[Coming::Fresh])), "All have sent a file within 30 days.");
    }

    #[test]
    fn a_sender_without_a_name_is_told_by_the_device() {
        let of = |name: &str| Sender { device: "000007".into(), name: name.into() };
        assert_eq!(Lang::Id.sender(&of("Contoh Satu")), "Contoh Satu (000007)");
        assert_eq!(Lang::Id.sender(&of("")), "Perangkat 000007");
    }
}
