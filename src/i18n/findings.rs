//! The sentences that say what a chart shows, made from its numbers: the ends of a ranking, the middle of many, how much moved.
//!
//! None, one, two, many and equals have words of their own. A percent is told from twenty on. Relies on `stats` for what a sentence
//! is about; titles and heads are in `questions`, answers in `breakdowns`.

use super::Lang;

/// The ends of a ranking in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// Of counts: most, fewest.
    Most,
    /// Of rates: highest, lowest.
    Highest,
}

/// A name, its number, and the number in words.
pub type Named = (String, i64, String);

/// So many names are told; more are counted.
const NAMED: usize = 2;

impl Lang {
    /// The ends of a ranking: "Terbanyak Samarinda: 20. Paling sedikit Berau dan Paser: masing-masing 1."; nothing of nothing.
    pub fn ends(self, of: Ends, rows: &[Named]) -> String {
        let (Some(most), Some(least)) = (rows.iter().map(|row| row.1).max(), rows.iter().map(|row| row.1).min()) else {
            return String::new();
        };
        let with = |number: i64| rows.iter().filter(|row| row.1 == number).collect::<Vec<_>>();
        match rows {
            [(name, _, text)] => format!("{name}: {text}."),
            _ if most == least => {
                let text = &rows[0].2;
                match self {
                    Self::Id => format!("Semua {} sama: {text}.", rows.len()),
                    Self::En => format!("All {} are equal: {text}.", rows.len()),
                }
            }
            _ => {
                let [top, bottom] = match of {
                    Ends::Most => [self.pick("Terbanyak", "Most"), self.pick("Paling sedikit", "Fewest")],
                    Ends::Highest => [self.pick("Tertinggi", "Highest"), self.pick("Terendah", "Lowest")],
                };
                format!("{} {}", self.end(top, &with(most)), self.end(bottom, &with(least)))
            }
        }
    }

    /// "Terbanyak: Samarinda, 20."
    fn end(self, word: &str, rows: &[&Named]) -> String {
        let Some((_, _, text)) = rows.first() else { return String::new() };
        let names: Vec<&str> = rows.iter().map(|row| row.0.as_str()).collect();
        match (self, names.as_slice()) {
            (_, [name]) => format!("{word}: {name}, {text}."),
            (Self::Id, names) => format!("{word}: {}, masing-masing {text}.", self.several(names)),
            (Self::En, names) => format!("{word}: {}, {text} each.", self.several(names)),
        }
    }

    /// "Berau, Paser dan 3 lainnya"
    pub fn several(self, names: &[&str]) -> String {
        let and = self.pick("dan", "and");
        match names {
            [] => String::new(),
            [name] => (*name).to_owned(),
            [one, other] => format!("{one} {and} {other}"),
            [one, other, third] => format!("{one}, {other} {and} {third}"),
            many => {
                let told = many[..NAMED].join(", ");
                format!("{told} {and} {} {}", many.len() - NAMED, self.pick("lainnya", "others"))
            }
        }
    }

    /// That there is nothing of this yet: "Belum ada KUBE terdaftar."
    pub fn none_yet(self, of: &str) -> String {
        match self {
            Self::Id => format!("Belum ada {of} terdaftar."),
            Self::En => format!("No {of} registered yet."),
        }
    }

    /// What an area comes to: "20 KUBE, 200 KK, 210 anggota; 61 persen perempuan."
    pub fn areas_finding(self, groups: usize, households: usize, members: usize, women: Option<usize>) -> String {
        let counts =
            [self.groups_word(groups), self.households_word(households), self.members_word(members)].join(", ");
        match (self, women.filter(|_| members >= 20)) {
            (_, None) => format!("{counts}."),
            (Self::Id, Some(women)) => format!("{counts}; {women} persen perempuan."),
            (Self::En, Some(women)) => format!("{counts}; {women} percent women."),
        }
    }

    /// "20 KUBE"
    pub fn groups_word(self, count: usize) -> String {
        format!("{} KUBE", self.number(count))
    }

    /// "200 KK"
    pub fn households_word(self, count: usize) -> String {
        let word = match (self, count) {
            (Self::Id, _) => "KK",
            (Self::En, 1) => "household",
            (Self::En, _) => "households",
        };
        format!("{} {word}", self.number(count))
    }

    /// "210 anggota"
    pub fn members_word(self, count: usize) -> String {
        let word = match (self, count) {
            (Self::Id, _) => "anggota",
            (Self::En, 1) => "member",
            (Self::En, _) => "members",
        };
        format!("{} {word}", self.number(count))
    }

    /// What has come together to the last year, beside what was published: "Sampai 2014: 949 KUBE. Siaran pers …"
    pub fn in_all_finding(self, last: Option<(String, String)>, published: &str, unknown: usize) -> String {
        let Some((year, all)) = last else {
            return match self {
                Self::Id => {
                    format!("Belum ada KUBE dengan tahun anggaran. Siaran pers menyebut {published} dalam lima tahun.")
                }
                Self::En => {
                    format!("No KUBE has a budget year yet. The press release tells of {published} in five years.")
                }
            };
        };
        let left = match (self, unknown) {
            (_, 0) => String::new(),
            (Self::Id, unknown) => format!(" Tanpa tahun: {}.", self.groups_word(unknown)),
            (Self::En, unknown) => format!(" Without a year: {}.", self.groups_word(unknown)),
        };
        match self {
            Self::Id => {
                format!("Sampai {year} tercatat {all}. Siaran pers menyebut {published} dalam lima tahun.{left}")
            }
            Self::En => {
                format!("To {year} there are {all}. The press release tells of {published} in five years.{left}")
            }
        }
    }

    /// The middle of the sizes: "Separuh KUBE punya 7 sampai 9 KK, nilai tengah 8. 12 dari 949 KUBE di luar 5 sampai 20 KK."
    pub fn size_finding(self, middle: Option<[usize; 3]>, odd: usize, of: usize) -> String {
        let Some([first, half, third]) = middle else { return self.none_yet("KK") };
        let odd = match (self, odd) {
            (Self::Id, 0) => "Tidak ada yang di luar 5 sampai 20 KK.".to_owned(),
            (Self::En, 0) => "None is outside 5 to 20 households.".to_owned(),
            (Self::Id, odd) => format!("Di luar 5 sampai 20 KK: {} dari {} KUBE.", self.number(odd), self.number(of)),
            (Self::En, odd) => format!("Outside 5 to 20 households: {} of {} KUBE.", self.number(odd), self.number(of)),
        };
        match self {
            Self::Id if of == 1 => format!("Satu KUBE, {half} KK. {odd}"),
            Self::En if of == 1 => format!("One KUBE of {}. {odd}", self.households_word(half)),
            Self::Id if first == third => format!("KUBE di tengah punya {half} KK. {odd}"),
            Self::En if first == third => format!("The KUBE in the middle have {}. {odd}", self.households_word(half)),
            Self::Id => format!("Separuh KUBE punya {first} sampai {third} KK, nilai tengah {half}. {odd}"),
            Self::En => format!("Half of the KUBE have {first} to {third} households, the median is {half}. {odd}"),
        }
    }

    /// The bracket of the same.
    pub fn middle(self, [first, half, third]: [usize; 3]) -> String {
        match self {
            Self::Id if first == third => format!("Nilai tengah {half}"),
            Self::En if first == third => format!("Median {half}"),
            Self::Id => format!("Separuh di tengah: {first}–{third}; nilai tengah {half}"),
            Self::En => format!("Middle half: {first}–{third}; median {half}"),
        }
    }

    /// How many rose, stayed and fell: "Naik di 3, tetap di 1, turun di 6 wilayah."
    pub fn moved_finding(self, [rose, same, fell]: [usize; 3]) -> String {
        let of = |word: &str, count: usize| (count > 0).then(|| format!("{word} {count}"));
        let (up, level, down) = match self {
            Self::Id => (of("naik di", rose), of("tetap di", same), of("turun di", fell)),
            Self::En => (of("rose in", rose), of("the same in", same), of("fell in", fell)),
        };
        let told: Vec<String> = [up, level, down].into_iter().flatten().collect();
        let text = format!("{} {}.", told.join(", "), self.pick("wilayah", "areas"));
        let mut letters = text.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// Visits of a year: "120 kunjungan dalam 12 bulan terakhir. Terbanyak: Maret 2026, 14. Tanpa kunjungan: 2 bulan."
    pub fn visits_finding(self, year: Option<usize>, ends: &str, without: usize) -> String {
        let Some(year) = year else {
            return self.pick("Belum ada kunjungan tercatat.", "No visit is on record yet.").to_owned();
        };
        let count = self.number(year);
        let made = match (self, year) {
            (Self::Id, _) => format!("{count} kunjungan dalam 12 bulan terakhir."),
            (Self::En, 1) => "1 visit in the last 12 months.".to_owned(),
            (Self::En, _) => format!("{count} visits in the last 12 months."),
        };
        let without = match (self, without) {
            (_, 0) => String::new(),
            (Self::Id, without) => format!(" Tanpa kunjungan: {without} bulan."),
            (Self::En, 1) => " Without a visit: 1 month.".to_owned(),
            (Self::En, without) => format!(" Without a visit: {without} months."),
        };
        let ends = if ends.is_empty() { String::new() } else { format!(" {ends}") };
        format!("{made}{ends}{without}")
    }

    /// The greatest alone: "Terbanyak: Maret 2026, 14."
    pub fn greatest(self, rows: &[Named]) -> String {
        let Some(most) = rows.iter().map(|row| row.1).max().filter(|most| *most > 0) else { return String::new() };
        let with: Vec<&Named> = rows.iter().filter(|row| row.1 == most).collect();
        self.end(self.pick("Terbanyak", "Most"), &with)
    }

    /// Who came to events.
    pub fn events_finding(self, all: usize, ends: &str, untold: usize) -> String {
        let untold = match (self, untold) {
            (_, 0) => String::new(),
            (Self::Id, untold) => format!(" {untold} kegiatan tanpa jumlah peserta."),
            (Self::En, 1) => " 1 event without a number.".to_owned(),
            (Self::En, untold) => format!(" {untold} events without a number."),
        };
        if all == 0 {
            let none = self.pick("Belum ada peserta kegiatan tercatat.", "Nobody at an event is on record yet.");
            return format!("{none}{untold}");
        }
        let all = self.number(all);
        match self {
            Self::Id => format!("{all} orang hadir dalam kegiatan yang tercatat. {ends}{untold}"),
            Self::En => format!("{all} people came to events on record. {ends}{untold}"),
        }
    }

    /// What was printed: how many figures of each nature.
    pub fn published_finding(self, [targets, allocations, results]: [usize; 3]) -> String {
        match self {
            Self::Id => format!(
                "{allocations} alokasi, {results} hasil, {targets} sasaran. Sasaran bukan hasil; angka-angka ini tidak dijumlahkan."
            ),
            Self::En => format!(
                "{allocations} allocations, {results} results, {targets} targets. A target is no result; these figures are not added up."
            ),
        }
    }

    /// The part that still runs in the year that is worst: "Dari 2010 masih aktif 5 dari 20."
    pub fn still_run(self, year: &str, active: usize, of: usize) -> String {
        let (active, of) = (self.number(active), self.number(of));
        match self {
            Self::Id => format!("Bagian aktif terkecil: {year}, {active} dari {of}."),
            Self::En => format!("Smallest part active: {year}, {active} of {of}."),
        }
    }

    /// People, of whom the table tells tens: "199.710 orang".
    pub fn poor_people(self, tens: i64) -> String {
        format!("{} {}", self.whole(tens * 10), self.pick("orang", "people"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(numbers: &[i64]) -> Vec<Named> {
        let names = ["Samarinda", "Berau", "Paser", "Bontang"];
        numbers.iter().zip(names).map(|(number, name)| (name.to_owned(), *number, Lang::Id.whole(*number))).collect()
    }

    #[test]
    fn a_ranking_has_words_for_none_one_two_many_and_equals() {
        for (numbers, id, en) in [
            (&[][..], "", ""),
            (&[3], "Samarinda: 3.", "Samarinda: 3."),
            (&[3, 3], "Semua 2 sama: 3.", "All 2 are equal: 3."),
            (&[0, 0, 0], "Semua 3 sama: 0.", "All 3 are equal: 0."),
            (&[9, 1], "Terbanyak: Samarinda, 9. Paling sedikit: Berau, 1.", "Most: Samarinda, 9. Fewest: Berau, 1."),
            (
                &[9, 1, 1],
                "Terbanyak: Samarinda, 9. Paling sedikit: Berau dan Paser, masing-masing 1.",
                "Most: Samarinda, 9. Fewest: Berau and Paser, 1 each.",
            ),
            (
                &[2, 9, 9, 9],
                "Terbanyak: Berau, Paser dan Bontang, masing-masing 9. Paling sedikit: Samarinda, 2.",
                "Most: Berau, Paser and Bontang, 9 each. Fewest: Samarinda, 2.",
            ),
        ] {
            assert_eq!(Lang::Id.ends(Ends::Most, &rows(numbers)), id);
            assert_eq!(Lang::En.ends(Ends::Most, &rows(numbers)), en);
        }
    }

    #[test]
    fn sizes_have_words_for_none_one_and_many() {
        let told = |middle, odd, of| (Lang::Id.size_finding(middle, odd, of), Lang::En.size_finding(middle, odd, of));
        assert_eq!(told(None, 0, 0).0, "Belum ada KK terdaftar.");
        assert_eq!(told(Some([1; 3]), 1, 1).1, "One KUBE of 1 household. Outside 5 to 20 households: 1 of 1 KUBE.");
        assert_eq!(told(Some([10; 3]), 0, 50).0, "KUBE di tengah punya 10 KK. Tidak ada yang di luar 5 sampai 20 KK.");
        assert_eq!(
            told(Some([7, 8, 9]), 12, 949).0,
            "Separuh KUBE punya 7 sampai 9 KK, nilai tengah 8. Di luar 5 sampai 20 KK: 12 dari 949 KUBE."
        );
    }

    #[test]
    fn a_middle_of_one_number_is_that_number() {
        assert_eq!(
            [[7, 8, 9], [8; 3]].map(|middle| Lang::Id.middle(middle)),
            ["Separuh di tengah: 7–9; nilai tengah 8", "Nilai tengah 8"]
        );
        assert_eq!(Lang::En.middle([8; 3]), "Median 8");
    }

    #[test]
    fn what_moved_names_only_what_there_is() {
        assert_eq!(Lang::Id.moved_finding([3, 1, 6]), "Naik di 3, tetap di 1, turun di 6 wilayah.");
        assert_eq!(Lang::En.moved_finding([0, 0, 10]), "Fell in 10 areas.");
    }

    #[test]
    fn visits_have_words_for_none_one_and_many() {
        assert_eq!(Lang::Id.visits_finding(None, "", 0), "Belum ada kunjungan tercatat.");
        assert_eq!(Lang::En.visits_finding(Some(1), "", 1), "1 visit in the last 12 months. Without a visit: 1 month.");
        assert_eq!(
            Lang::Id.visits_finding(Some(20), "Terbanyak: Maret 2026, 14.", 0),
            "20 kunjungan dalam 12 bulan terakhir. Terbanyak: Maret 2026, 14."
        );
    }

    #[test]
    fn areas_years_and_events_have_words_for_none_one_and_many() {
        assert_eq!(Lang::Id.areas_finding(1, 5, 5, Some(60)), "1 KUBE, 5 KK, 5 anggota.", "too few for a percent");
        assert_eq!(Lang::En.areas_finding(1, 1, 1, None), "1 KUBE, 1 household, 1 member.");
        assert_eq!(
            Lang::En.areas_finding(949, 7_959, 8_000, Some(61)),
            "949 KUBE, 7,959 households, 8,000 members; 61 percent women."
        );
        let published = Lang::Id.groups_word(949);
        assert_eq!(
            Lang::Id.in_all_finding(None, &published, 3),
            "Belum ada KUBE dengan tahun anggaran. Siaran pers menyebut 949 KUBE dalam lima tahun."
        );
        assert_eq!(
            Lang::En.in_all_finding(Some(("2014".into(), "50 KUBE".into())), &published, 1),
            "To 2014 there are 50 KUBE. The press release tells of 949 KUBE in five years. Without a year: 1 KUBE."
        );
        assert_eq!(Lang::Id.events_finding(0, "", 0), "Belum ada peserta kegiatan tercatat.");
        assert_eq!(
            Lang::En.events_finding(32, "Most: 2014, 32.", 1),
            "32 people came to events on record. Most: 2014, 32. 1 event without a number."
        );
        assert_eq!(Lang::Id.still_run("2010", 5, 20), "Bagian aktif terkecil: 2010, 5 dari 20.");
        assert_eq!(Lang::En.greatest(&rows(&[0, 0])), "", "nothing is greatest where there is nothing");
        assert_eq!(Lang::Id.several(&["A", "B", "C", "D"]), "A, B dan 2 lainnya");
    }
}
