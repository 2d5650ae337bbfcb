//! What a person reads of a list in CSV or XLSX: why it is no table, what a column is, what is wrong with a cell, why a row is
//! left out.

use super::Label;
use super::Lang;
use crate::domain::Sex;
use crate::kinds::{KindId, Member};
use crate::lists::{CellProblem, Outcome, Outline, Problem, Reason, TableError, TableLimits, Target};

impl Lang {
    /// Why a file is no table.
    pub fn table_error(self, error: TableError) -> String {
        let plain = match error {
            TableError::Empty => self.pick(
                "Tabel ini kosong. Periksa berkasnya, lalu pilih lagi.",
                "This table is empty. Check the file, then choose again.",
            ),
            TableError::TooLarge => {
                let megabytes = TableLimits::BYTES / 1024 / 1024;
                return match self {
                    Self::Id => format!(
                        "Berkas ini lebih dari {megabytes} MB. Hapus gambar di dalamnya, atau simpan sebagai CSV."
                    ),
                    Self::En => {
                        format!("This file is over {megabytes} MB. Remove the pictures in it, or save it as CSV.")
                    }
                };
            }
            TableError::TooLargeUnzipped => self.pick(
                "Isi berkas ini terlalu besar bila dibuka. Simpan lembar yang diperlukan saja sebagai CSV.",
                "This file is too large when unpacked. Save only the sheet you need as CSV.",
            ),
            TableError::TooMany => {
                let rows = self.number(TableLimits::ROWS);
                return match self {
                    Self::Id => {
                        format!("Tabel ini terlalu besar: paling banyak {rows} baris. Bagi menjadi beberapa berkas.")
                    }
                    Self::En => format!("This table is too large: at most {rows} rows. Split it into several files."),
                };
            }
            TableError::Locked => self.pick(
                "Berkas ini dikunci kata sandi. Di Excel, hapus kata sandinya di File > Info > Lindungi Buku Kerja, simpan, lalu pilih lagi.",
                "This file is locked with a password. In Excel, take it off under File > Info > Protect Workbook, save, then choose it again.",
            ),
            TableError::WebPage => self.pick(
                "Berkas ini sebenarnya halaman web. Buka di Excel, simpan sebagai .xlsx, lalu pilih lagi.",
                "This file is really a web page. Open it in Excel, save it as .xlsx, then choose again.",
            ),
            TableError::OtherForm => self.pick(
                "Tabel bentuk ini tidak dapat dibaca di sini. Buka di Excel, simpan sebagai .xlsx, lalu pilih lagi.",
                "A table of this form cannot be read here. Open it in Excel, save it as .xlsx, then choose it again.",
            ),
            TableError::NotATable => self.pick(
                "Berkas ini bukan tabel. Pilih berkas CSV, XLSX, XLS, atau ODS.",
                "This file is not a table. Choose a CSV, XLSX, XLS or ODS file.",
            ),
            TableError::UnknownColumns => self.pick(
                "Judul kolom daftar ini tidak dikenal. Beri judul seperti Nama anggota, NIK, dan Nama KUBE di baris atas, lalu pilih lagi.",
                "The column headings of this list are not known. Give it headings such as Name, NIK and Name of the KUBE in the top row, then choose it again.",
            ),
            TableError::Damaged => self.pick(
                "Berkas tabel ini rusak atau terpotong. Minta pengirim mengirim ulang.",
                "This table file is damaged or cut. Ask the sender to send it again.",
            ),
            TableError::NoReader => self.pick(
                "Bagian aplikasi yang membaca tabel belum ada di perangkat ini. Sambungkan internet, muat ulang halaman ini, lalu pilih berkasnya lagi.",
                "The part of the app that reads tables is not on this device yet. Connect to the internet, reload this page, then choose the file again.",
            ),
        };
        plain.to_owned()
    }

    /// What a column is taken for, as a label.
    pub fn target(self, target: Target) -> String {
        let plain = match target {
            Target::Ignore => self.pick("Tidak dipakai", "Not taken"),
            Target::Field(Member::NAME) => self.pick("Nama anggota", "Name of the member"),
            Target::Field(field) if field.kind() == KindId::Member => {
                let (label, of) = (field.label(self), self.pick("anggota", "member"));
                return format!("{label} ({of})");
            }
            Target::Field(field) => {
                let label = field.label(self);
                return if label.contains("KUBE") { label.to_owned() } else { format!("{label} (KUBE)") };
            }
            Target::Birth => self.pick("Tempat dan tanggal lahir", "Place and date of birth"),
            Target::RtRw => self.pick("RT dan RW", "RT and RW"),
            Target::Village => self.pick("Kelurahan/desa", "Village"),
            Target::District => self.pick("Kecamatan", "Subdistrict"),
            Target::Regency => self.pick("Kabupaten/kota", "Regency or city"),
            Target::GroupVillage => self.pick("Kelurahan/desa KUBE", "Village of the KUBE"),
            Target::GroupDistrict => self.pick("Kecamatan KUBE", "Subdistrict of the KUBE"),
            Target::GroupRegency => self.pick("Kabupaten/kota KUBE", "Regency or city of the KUBE"),
            Target::Latitude => self.pick("Lintang", "Latitude"),
            Target::Longitude => self.pick("Bujur", "Longitude"),
            Target::Tick(Sex::Male) => self.pick("Kolom tanda laki-laki", "Mark for male"),
            Target::Tick(Sex::Female) => self.pick("Kolom tanda perempuan", "Mark for female"),
            Target::Officer(role) => {
                let role = role.label(self);
                return match self {
                    Self::Id => format!("Nama {}", role.to_lowercase()),
                    Self::En => format!("Name of the {}", role.to_lowercase()),
                };
            }
        };
        plain.to_owned()
    }

    /// What is wrong with a cell, and what becomes of it.
    pub fn cell_problem(self, problem: Problem) -> String {
        let plain = match problem {
            Problem::Value(fault) => return self.fault(fault),
            Problem::Rounded => self.pick(
                "Angka ini dibulatkan Excel, jadi angka terakhirnya hilang. Salin lagi dari KTP atau KK.",
                "Excel rounded this number, so its last digits are lost. Copy it again from the card.",
            ),
            Problem::Formula => self.pick(
                "Rumus di sel ini gagal. Perbaiki di Excel, atau isi nanti di buku.",
                "The formula in this cell failed. Mend it in Excel, or fill it in later in the book.",
            ),
            Problem::NotComputed => self.pick(
                "Rumus di sel ini belum dihitung. Buka berkasnya di Excel, simpan, lalu pilih lagi.",
                "The formula in this cell is not computed. Open the file in Excel, save it, then choose it again.",
            ),
            Problem::Masked => self.pick(
                "Sebagian angkanya disamarkan, jadi tidak diimpor. Minta daftar yang utuh bila perlu.",
                "Some of its digits are hidden, so it is not taken. Ask for the whole list if you need it.",
            ),
            Problem::FirstOnly => self.pick(
                "Ada beberapa nomor. Yang diimpor hanya yang pertama.",
                "There are several numbers. Only the first is taken.",
            ),
            Problem::SaidTwice => self.pick(
                "Kolom lain di baris ini berkata lain. Yang dipakai kolom yang lebih kiri.",
                "Another column of this row says something else. The one further left counts.",
            ),
            Problem::MadeADate => self.pick(
                "Excel mengubah isi sel ini menjadi tanggal. Tulis ulang, misalnya 04/05 sebagai teks.",
                "Excel turned this cell into a date. Write it again, for example 04/05 as text.",
            ),
            Problem::Ahead => self.pick(
                "Tanggal ini belum tiba, jadi tidak diimpor. Periksa tahunnya.",
                "This date is still to come, so it is not taken. Check the year.",
            ),
            Problem::TooOld => self.pick(
                "Menurut tanggal ini umurnya lebih dari 120 tahun, jadi tidak diimpor. Periksa tahunnya.",
                "By this date the person is over 120 years old, so it is not taken. Check the year.",
            ),
            Problem::NikSays { day } => {
                let day = self.date(day);
                return match self {
                    Self::Id => format!("Menurut NIK di baris ini tanggalnya {day}. Itu yang dicatat; periksa di KTP."),
                    Self::En => format!("By the NIK of this row the date is {day}. That is recorded; check the card."),
                };
            }
            Problem::NikYear => self.pick(
                "Tahunnya berbeda dari NIK di baris ini. Yang dicatat tahun ini; periksa di KTP.",
                "The year differs from the NIK of this row. This year is recorded; check the card.",
            ),
            Problem::Turned { day } => {
                let day = self.date(day);
                return match self {
                    Self::Id => {
                        format!("Excel menukar hari dan bulan di kolom ini. Yang dicatat {day}; periksa di KTP.")
                    }
                    Self::En => {
                        format!("Excel turned day and month in this column. Recorded is {day}; check the card.")
                    }
                };
            }
            Problem::MaybeTurned => self.pick(
                "Mungkin Excel menukar hari dan bulan, jadi tanggal ini tidak diimpor. Isi menurut KTP.",
                "Excel may have turned day and month, so this date is not taken. Fill it in from the card.",
            ),
            Problem::Sex => self.pick(
                "Jenis kelamin tidak terbaca. Tulis L atau P.",
                "The sex cannot be read. Write L (male) or P (female).",
            ),
            Problem::Word => self.pick(
                "Isi sel ini tidak ada dalam daftar pilihan. Pilih nanti di buku.",
                "This word is not among the choices of the book. Choose one later in the book.",
            ),
            Problem::TwoTicks => self.pick(
                "Laki-laki dan perempuan sama-sama ditandai. Pilih sendiri nanti di buku.",
                "Both male and female are marked. Choose one later in the book.",
            ),
            Problem::VillageUnknown => self.pick(
                "Kelurahan/desa ini tidak ada di kecamatan tersebut. Yang dicatat hanya kecamatan, atau hanya kabupaten/kotanya.",
                "There is no such village there. Only the subdistrict or the city is recorded.",
            ),
            Problem::VillageAmbiguous => self.pick(
                "Ada beberapa kelurahan/desa bernama ini. Sebutkan kecamatannya.",
                "There are several villages of this name. Name the subdistrict.",
            ),
            Problem::DistrictUnknown => self.pick(
                "Kecamatan ini tidak dikenal atau ada beberapa. Sebutkan kabupaten/kotanya.",
                "This subdistrict is not known, or there are several. Name the regency or city.",
            ),
            Problem::RegencyUnknown => self.pick(
                "Kabupaten/kota ini tidak ada di Kalimantan Timur.",
                "There is no such regency or city in East Kalimantan.",
            ),
            Problem::GroupDiffers { row } => {
                let row = self.number(row);
                return match self {
                    Self::Id => format!("Berbeda dari baris {row} untuk KUBE yang sama. Yang dipakai baris {row}."),
                    Self::En => format!("Differs from row {row} for the same KUBE. Row {row} counts."),
                };
            }
        };
        plain.to_owned()
    }

    /// Whose problem it is: the column, and what stands in the cell, masked where it has to be.
    pub fn cell_of(self, problem: &CellProblem) -> String {
        let target = self.target(problem.target);
        let text: String = problem.text.chars().take(40).collect();
        let text = if problem.target.is_masked() { super::masked(&text) } else { text };
        if text.is_empty() { target } else { format!("{target}, \"{text}\"") }
    }

    /// Why a row is left out.
    pub fn left_out(self, reason: &Reason) -> String {
        let plain = match reason {
            Reason::NoName => self.pick("Baris ini tidak memuat nama.", "This row has no name."),
            Reason::Name(fault) => {
                let why = self.fault(*fault);
                return match self {
                    Self::Id => format!("Namanya tidak dapat dipakai. {why}"),
                    Self::En => format!("The name cannot be used. {why}"),
                };
            }
            Reason::NoGroup => self.pick(
                "Nama KUBE tidak disebut. Pilih kolomnya, atau isi nama KUBE untuk seluruh lembar.",
                "No KUBE is named. Choose its column, or give one KUBE name for the whole sheet.",
            ),
            Reason::GroupName(fault) => {
                let why = self.fault(*fault);
                return match self {
                    Self::Id => format!("Nama KUBE tidak dapat dipakai. {why}"),
                    Self::En => format!("The name of the KUBE cannot be used. {why}"),
                };
            }
            Reason::GroupAmbiguous => self.pick(
                "Ada beberapa KUBE bernama ini di buku. Sebutkan kecamatan atau tahunnya.",
                "The book has several KUBE of this name. Name the subdistrict or the year.",
            ),
            Reason::Twice { row } => {
                let row = self.number(*row);
                return match self {
                    Self::Id => format!("Orang yang sama sudah ada di baris {row}."),
                    Self::En => format!("The same person is already in row {row}."),
                };
            }
            Reason::InOtherGroup { group } => {
                let group = if group.is_empty() { self.texts().unnamed_group } else { group };
                return match self {
                    Self::Id => format!(
                        "Orang ini sudah tercatat di KUBE lain di buku: {group}. Pindahkan sendiri bila memang pindah."
                    ),
                    Self::En => format!(
                        "The book has this person in another KUBE: {group}. Move the person yourself if that is right."
                    ),
                };
            }
            Reason::OtherTable => self.pick(
                "Baris ini bagian dari tabel lain di bawah daftar, misalnya rekap.",
                "This row is part of another table below the list, such as a summary.",
            ),
            Reason::SameName => self.pick(
                "KUBE bernama ini ada di dua kelurahan/desa. Jawab dulu di atas apakah itu satu KUBE.",
                "A KUBE of this name is in two villages. Say at the top first whether it is one KUBE.",
            ),
        };
        plain.to_owned()
    }

    /// What becomes of a row, as a label.
    pub fn outcome(self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Whole => self.pick("Diimpor seluruhnya", "Taken whole"),
            Outcome::Partly => self.pick("Diimpor sebagian", "Taken without some values"),
            Outcome::LeftOut => self.pick("Tidak diimpor", "Left out"),
            Outcome::Heading => self.pick("Judul", "Titles and headings"),
            Outcome::Foot => self.pick("Jumlah, tanda tangan, catatan", "Sums, signatures, notes"),
            Outcome::Empty => self.pick("Kosong", "Empty"),
        }
    }

    /// That the counts of a sheet are all its rows.
    pub fn rows_in_all(self, outline: &Outline) -> String {
        let counts = Outcome::ALL.map(|outcome| self.number(outline.count(outcome))).join(" + ");
        let all = self.number(outline.counts.iter().sum());
        match self {
            Self::Id => format!("{counts} = {all} baris di lembar ini."),
            Self::En => format!("{counts} = {all} rows in this sheet."),
        }
    }

    /// That people were deleted for good from groups to which a list adds somebody.
    pub fn list_erased(self, count: usize) -> String {
        let count = self.number(count);
        match self {
            Self::Id => format!(
                "Dari KUBE di daftar ini pernah dihapus permanen {count} orang. Buku tidak menyimpan siapa. \
                 Periksa apakah orang itu ada di daftar."
            ),
            Self::En => format!(
                "From the KUBE in this list {count} people were once deleted for good. The book does not keep who. \
                 Check whether one of them is in the list."
            ),
        }
    }

    /// What taking the list in comes to.
    pub fn outline(self, outline: &Outline) -> String {
        let [groups, members, changed] =
            [outline.new_groups, outline.new_members, outline.changed].map(|count| self.number(count));
        match self {
            Self::Id => {
                format!("{groups} KUBE baru, {members} anggota baru, {changed} catatan bertambah atau berubah.")
            }
            Self::En => format!("{groups} new KUBE, {members} new members, {changed} records added to or changed."),
        }
    }

    /// How many rows of a table are read.
    pub fn reading_rows(self, done: usize, of: usize) -> String {
        let (done, of) = (self.number(done), self.number(of));
        match self {
            Self::Id => format!("Membaca baris: {done} dari {of}"),
            Self::En => format!("Reading rows: {done} of {of}"),
        }
    }

    /// A row of a table.
    pub fn row(self, number: usize) -> String {
        let number = self.number(number);
        match self {
            Self::Id => format!("Baris {number}"),
            Self::En => format!("Row {number}"),
        }
    }

    /// A row of a table and what stands in it, to be chosen as the heading.
    pub fn heading_row(self, number: usize, text: &str) -> String {
        let row = self.row(number);
        if text.is_empty() { row } else { format!("{row}: {text}") }
    }

    /// A column without a heading.
    pub fn column(self, number: usize) -> String {
        match self {
            Self::Id => format!("Kolom {number}"),
            Self::En => format!("Column {number}"),
        }
    }

    /// The rows of a sheet, for choosing it.
    pub fn sheet(self, name: &str, rows: usize) -> String {
        let rows = self.number(rows);
        match self {
            Self::Id => format!("{name} ({rows} baris)"),
            Self::En => format!("{name} ({rows} rows)"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Role;

    #[test]
    fn every_target_has_a_name_of_its_own_in_both_languages() {
        for lang in Lang::ALL {
            let names: Vec<String> = Target::offered().into_iter().map(|target| lang.target(target)).collect();
            for name in &names {
                assert_eq!(names.iter().filter(|other| *other == name).count(), 1, "{name}");
            }
        }
        assert_eq!(Lang::Id.target(Target::Officer(Role::Chair)), "Nama ketua");
    }
}
