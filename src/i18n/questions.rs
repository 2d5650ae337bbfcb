//! What charts ask, and the heads of their tables. The title of a chart is a question of at most ten words.

use super::Lang;
use crate::lang::{Label, Text};
use crate::stats::{Nature, Question, Sorted, Topic};

impl Lang {
    /// What a chart asks.
    pub fn question(self, question: Question) -> &'static str {
        let text = match question {
            Question::Groups => {
                Text::new("Berapa KUBE terdaftar di tiap wilayah?", "How many KUBE are registered in each area?")
            }
            Question::Households => {
                Text::new("Berapa KK terdaftar di tiap wilayah?", "How many households are registered in each area?")
            }
            Question::Areas => Text::new("Bagaimana keadaan tiap wilayah?", "How does each area stand?"),
            Question::Year => {
                Text::new("Berapa KUBE dari tiap tahun anggaran?", "How many KUBE are of each budget year?")
            }
            Question::GroupsInAll => {
                Text::new("Berapa KUBE terbentuk dari tahun ke tahun?", "How many KUBE have been formed in all?")
            }
            Question::HouseholdsInAll => {
                Text::new("Berapa KK dijangkau dari tahun ke tahun?", "How many households have been reached in all?")
            }
            Question::Programme => Text::new("Dari program mana KUBE berasal?", "Which programmes are the KUBE of?"),
            Question::Published => Text::new(
                "Angka apa yang pernah diumumkan tentang KUBE?",
                "Which figures about KUBE have been published?",
            ),
            Question::Status => Text::new("Apakah KUBE masih berjalan?", "Do the KUBE still run?"),
            Question::StatusByYear => {
                Text::new("KUBE dari tahun mana yang masih berjalan?", "KUBE of which years still run?")
            }
            Question::Stage => Text::new("Sampai tahap mana KUBE berkembang?", "What stage have the KUBE reached?"),
            Question::StageByArea => Text::new(
                "Sampai tahap mana KUBE berkembang di tiap wilayah?",
                "What stage have KUBE of each area reached?",
            ),
            Question::Business => Text::new("Usaha apa yang dijalankan KUBE?", "What businesses do the KUBE run?"),
            Question::Size => Text::new("Berapa KK dalam satu KUBE?", "How many households does a KUBE have?"),
            Question::KindOfArea => {
                Text::new("Apakah KUBE di kota, desa, atau pesisir?", "Are KUBE in towns, villages or on the coast?")
            }
            Question::Sex => {
                Text::new("Berapa perempuan dan laki-laki anggota KUBE?", "How many members are women and men?")
            }
            Question::SexByArea => {
                Text::new("Berapa perempuan dan laki-laki di tiap wilayah?", "How many women and men are in each area?")
            }
            Question::Age => Text::new("Berapa umur anggota KUBE?", "How old are the members?"),
            Question::Schooling => Text::new("Apa pendidikan anggota KUBE?", "What schooling do the members have?"),
            Question::Decile => {
                Text::new("Di desil berapa keluarga anggota?", "Which deciles are the families of members in?")
            }
            Question::Welfare => Text::new(
                "Apakah keluarga anggota ada di data kesejahteraan?",
                "Are families of members in the welfare data?",
            ),
            Question::Disability => {
                Text::new("Berapa anggota penyandang disabilitas?", "How many members live with a disability?")
            }
            Question::Income => Text::new(
                "Apakah penghasilan anggota naik sejak ikut KUBE?",
                "Has the income of members risen since they joined?",
            ),
            Question::Visits => {
                Text::new("Berapa kunjungan pendamping tiap bulan?", "How many visits are made each month?")
            }
            Question::Visited => Text::new("Kapan KUBE terakhir dikunjungi?", "When were the KUBE visited last?"),
            Question::Found => Text::new(
                "Apakah usaha berjalan saat kunjungan terakhir?",
                "Was the business running at the last visit?",
            ),
            Question::Events => {
                Text::new("Berapa orang hadir dalam kegiatan tiap tahun?", "How many came to events each year?")
            }
            Question::Poor => {
                Text::new("Berapa persen penduduk Kaltim miskin?", "What part of the people of Kaltim is poor?")
            }
            Question::PoorByPlace => Text::new(
                "Berapa persen penduduk kota dan desa di Kaltim miskin?",
                "How many in towns and villages of Kaltim are poor?",
            ),
            Question::PoorAreas => Text::new(
                "Bagaimana kemiskinan berubah di tiap kabupaten/kota?",
                "How has poverty changed in each city and regency?",
            ),
            Question::PoorMap => {
                Text::new("Di mana bagian penduduk miskin terbesar?", "Where is the part of poor people greatest?")
            }
            Question::PoorChange => {
                Text::new("Di mana kemiskinan turun sejak 2021?", "Where has poverty fallen since 2021?")
            }
            Question::PoorPeople => {
                Text::new("Berapa orang miskin di tiap kabupaten/kota?", "How many people are poor in each area?")
            }
            Question::GroupsPerPoor => Text::new(
                "Berapa KUBE untuk tiap 1.000 orang miskin?",
                "How many KUBE are there per 1,000 poor people?",
            ),
        };
        text.label(self)
    }

    /// What the rows of a chart are, as the head of their column, where they are no areas: "Umur".
    pub fn question_axis(self, question: Question) -> &'static str {
        let text = match question {
            Question::Year | Question::GroupsInAll | Question::HouseholdsInAll => {
                Text::new("Tahun anggaran", "Budget year")
            }
            Question::StatusByYear => Text::new("Tahun terbentuk", "Year formed"),
            Question::Events => Text::new("Tahun", "Year"),
            Question::Programme => Text::new("Program", "Programme"),
            Question::Published => Text::new("Diumumkan", "Published"),
            Question::Status => Text::new("Status", "Status"),
            Question::Stage => Text::new("Tahap perkembangan", "Stage"),
            Question::Business => Text::new("Jenis usaha", "Business"),
            Question::Size => Text::new("KK per KUBE", "Households per KUBE"),
            Question::KindOfArea => Text::new("Jenis wilayah", "Kind of area"),
            Question::Sex => Text::new("Jenis kelamin", "Sex"),
            Question::Age => Text::new("Umur", "Age"),
            Question::Schooling => Text::new("Pendidikan", "Schooling"),
            Question::Decile => Text::new("Desil", "Decile"),
            Question::Welfare => Text::new("Data kesejahteraan", "Welfare data"),
            Question::Disability => Text::new("Disabilitas", "Disability"),
            Question::Visits => Text::new("Bulan", "Month"),
            Question::Visited => Text::new("Kunjungan terakhir", "Last visit"),
            Question::Found => Text::new("Keadaan usaha", "The business"),
            Question::Poor | Question::PoorByPlace => Text::new("Waktu survei", "Time of the survey"),
            Question::Groups
            | Question::Households
            | Question::Areas
            | Question::StageByArea
            | Question::SexByArea
            | Question::Income
            | Question::PoorAreas
            | Question::PoorMap
            | Question::PoorChange
            | Question::PoorPeople
            | Question::GroupsPerPoor => Text::new("Wilayah", "Area"),
        };
        text.label(self)
    }

    /// What questions are about.
    pub fn topic(self, topic: Topic) -> &'static str {
        match topic {
            Topic::Programme => self.pick("Program", "Programme"),
            Topic::Groups => self.pick("KUBE", "The KUBE"),
            Topic::People => self.pick("Anggota", "Members"),
            Topic::Support => self.pick("Pendampingan", "Support"),
            Topic::Poverty => self.pick("Kemiskinan", "Poverty"),
        }
    }

    /// An order of rows.
    pub fn sorted(self, order: Sorted) -> &'static str {
        match order {
            Sorted::Usual => self.pick("Biasa", "Usual"),
            Sorted::Value => self.pick("Nilai", "Value"),
            Sorted::Name => self.pick("Nama", "Name"),
            Sorted::Code => self.pick("Kode", "Code"),
        }
    }

    /// What a published figure is.
    pub fn nature(self, nature: Nature) -> &'static str {
        match nature {
            Nature::Target => self.pick("sasaran", "target"),
            Nature::Allocation => self.pick("alokasi", "allocation"),
            Nature::Result => self.pick("hasil", "result"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_title_is_a_question_of_at_most_ten_words_and_like_no_other() {
        for lang in Lang::ALL {
            let titles: Vec<&str> = Question::ALL.iter().map(|question| lang.question(*question)).collect();
            for title in &titles {
                let words = title.split(' ').count();
                assert!(title.ends_with('?') && words <= 10, "{title}");
                assert_eq!(titles.iter().filter(|other| *other == title).count(), 1, "{title}");
            }
        }
    }
}
