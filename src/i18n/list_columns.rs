//! What a person reads of the columns of a list: why each is taken for what it is, and what is asked.

use super::Lang;
use crate::kinds::ListSource;
use crate::lists::{Never, Target, Why};

/// So many names are listed.
const SAME_NAMES: usize = 3;

impl Lang {
    /// Why a column is taken for what it is, or not taken.
    pub fn why(self, why: Why) -> String {
        match why {
            Why::Nothing => self.pick("Judulnya tidak dikenal", "Its heading is not known").to_owned(),
            Why::Chosen => self.pick("Dipilih sendiri", "Chosen by you").to_owned(),
            Why::Values => self.pick("Menurut isinya, periksa", "By its values, check it").to_owned(),
            Why::Asked => self.pick("Perlu dijawab", "To be answered").to_owned(),
            Why::Heading(source) => self.by_heading(source, self.pick("Judul yang dikenal", "A known heading")),
            Why::Word(source) => self
                .by_heading(source, self.pick("Menurut kata di judul, periksa", "By a word of its heading, check it")),
            Why::Never(never) => {
                let what = self.never(never);
                match self {
                    Self::Id => format!("Tidak dibaca: {what}"),
                    Self::En => format!("Not read: {what}"),
                }
            }
        }
    }

    fn by_heading(self, source: ListSource, words: &str) -> String {
        match self.source(source) {
            Some(source) => format!("{words} ({source})"),
            None => words.to_owned(),
        }
    }

    /// Where a list is from; none where it is made by hand.
    fn source(self, source: ListSource) -> Option<&'static str> {
        Some(match source {
            ListSource::Free => return None,
            ListSource::Book => "Buku KUBE",
            ListSource::OpenSid => "OpenSID",
            ListSource::Siak => "SIAK, BIP",
            ListSource::Bdt => "BDT",
            ListSource::Dtks => "DTKS, SIKS",
            ListSource::Kemensos => self.pick("formulir Kemensos", "forms of Kemensos"),
            ListSource::Dapodik => "Dapodik",
            ListSource::Form => self.pick("formulir daring", "online forms"),
            ListSource::Kpm => self.pick("daftar KPM, BNBA", "lists of KPM, BNBA"),
        })
    }

    /// What a column holds that is never read.
    fn never(self, never: Never) -> &'static str {
        match never {
            Never::RowNumber => self.pick("nomor baris", "the number of the row"),
            Never::Relative => self.pick("keluarga atau orang lain", "a relative or somebody else"),
            Never::Head => self.pick("kepala keluarga", "the head of the family"),
            Never::Private => self.pick("data pribadi yang tidak diperlukan", "personal data that is not needed"),
            Never::Number => self.pick("nomor kartu atau daftar lain", "a number of another card or register"),
            Never::Moment => self.pick("tanggal kegiatan lain", "the date of something else"),
            Never::Age => self.pick("umur berubah tiap tahun", "an age changes every year"),
            Never::Contact => self.pick("alamat internet", "an address on the internet"),
            Never::Size => self.pick("ukuran", "a size"),
            Never::Sign => self.pick("tanda tangan, kehadiran, atau foto", "a signature, a presence or a picture"),
            Never::Count => self.pick("jumlah", "a count"),
            Never::Money => self.pick("uang yang bukan penghasilan", "money that is no income"),
            Never::Other => self.pick("buku tidak punya isian untuk ini", "the book has no field for this"),
        }
    }

    /// What else a column may be.
    pub fn might(self, targets: &[Target]) -> String {
        let names = targets.iter().map(|target| self.target(*target)).collect::<Vec<_>>().join(", ");
        match self {
            Self::Id => format!("Dapat juga: {names}"),
            Self::En => format!("It may also be: {names}"),
        }
    }

    /// The question which of some columns is this.
    pub fn which_column(self, target: Target, columns: usize) -> String {
        let target = self.target(target);
        match (self, columns) {
            (Self::Id, 1) => format!("Apakah kolom ini berisi {target}?"),
            (Self::Id, _) => format!("Kolom mana yang berisi {target}?"),
            (Self::En, 1) => format!("Is this the column of: {target}?"),
            (Self::En, _) => format!("Which column is: {target}?"),
        }
    }

    /// That groups of one name are in two villages, and what to say of it.
    pub fn same_names(self, names: &[String]) -> String {
        let listed = names.iter().take(SAME_NAMES).map(String::as_str).collect::<Vec<_>>().join(", ");
        let more = names.len().saturating_sub(SAME_NAMES);
        let more = match (self, more) {
            (_, 0) => String::new(),
            (Self::Id, more) => format!(" dan {} lagi", self.number(more)),
            (Self::En, more) => format!(" and {} more", self.number(more)),
        };
        match self {
            Self::Id => format!("{listed}{more}: namanya sama, kelurahan/desanya berbeda. Apakah satu KUBE?"),
            Self::En => format!("{listed}{more}: the same name in different villages. Is it one KUBE?"),
        }
    }
}
