//! The words of lists and tables, of what stands beside the pages on a large screen, and of the keys that walk there.

use super::texts::texts;
use super::{Label, Lang};
use crate::domain::Moment;
use crate::kinds::{FieldRef, Group};
use crate::lang::labels;
use crate::search::{By, Order};

labels!(By {
    Name = "Nama" | "Name",
    Newest = "Terbaru dicatat" | "Newest entry",
    Needing = "Paling perlu diperiksa" | "Most to be checked",
    Business = "Usaha" | "Business",
    Place = "Wilayah" | "Place",
    Members = "Anggota" | "Members",
    Programme = "Program" | "Programme",
    Stage = "Tahap" | "Stage",
    Facilitator = "Pendamping" | "Facilitator",
});

impl Lang {
    /// The fixed texts of this file.
    pub fn desk(self) -> &'static DeskTexts {
        match self {
            Self::Id => &DESK_ID,
            Self::En => &DESK_EN,
        }
    }

    /// "Urut: Anggota": the order of a list that is not the usual one.
    pub fn ordered(self, order: Order) -> String {
        let by = order.by.label(self);
        match (self, order.is_turned) {
            (Self::Id, false) => format!("Urut: {by}"),
            (Self::Id, true) => format!("Urut terbalik: {by}"),
            (Self::En, false) => format!("Sorted: {by}"),
            (Self::En, true) => format!("Sorted backwards: {by}"),
        }
    }

    /// What the chip of an order does.
    pub fn without_order(self, ordered: &str) -> String {
        match self {
            Self::Id => format!("{ordered}: kembali ke urutan nama"),
            Self::En => format!("{ordered}: back to the order of names"),
        }
    }

    /// When a file left last, and when the folder was written last.
    pub fn sent_last(self, sent: Option<Moment>) -> String {
        match (self, sent) {
            (Self::Id, Some(at)) => format!("Terakhir dikirim: {}", self.date(at.date())),
            (Self::En, Some(at)) => format!("Last sent: {}", self.date(at.date())),
            (Self::Id, None) => "Belum pernah dikirim".to_owned(),
            (Self::En, None) => "Never sent yet".to_owned(),
        }
    }

    /// When a file was last put into the chosen folder.
    pub fn backed_up_last(self, written: Moment) -> String {
        let day = self.date(written.date());
        match self {
            Self::Id => format!("Cadangan di folder: {day}"),
            Self::En => format!("Backup in the folder: {day}"),
        }
    }

    /// How many groups still fit.
    pub fn room_left(self, groups: usize) -> String {
        let groups = self.number(groups);
        match self {
            Self::Id => format!("Ruang: sekitar {groups} KUBE lagi"),
            Self::En => format!("Room: about {groups} more KUBE"),
        }
    }

    /// The label of a field of a group as the name of a filter.
    pub fn filter_of(self, field: FieldRef) -> &'static str {
        if field == Group::STAGE { By::Stage.label(self) } else { field.label(self) }
    }
}

texts! {
    /// The fixed texts of lists, tables and keys in one language. Each field is named for what it says.
    DeskTexts DESK_ID DESK_EN DESK_ALL {}

    list = "Daftar KUBE" | "List of KUBE",
    search_inside = "Cari nama, desa, NIK…" | "Search name, village, NIK…",
    district = "Kecamatan" | "District",
    order = "Urutkan" | "Sort",
    columns = "Kolom" | "Columns",
    members_table = "Tabel anggota" | "Table of members",
    column_name = "Nama" | "Name",
    column_role = "Jabatan" | "Role",
    column_sex = "L/P" | "Sex",
    column_age = "Umur" | "Age",
    column_check = "Perlu diperiksa" | "To be checked",

    keys_title = "Pintasan papan ketik" | "Keyboard shortcuts",
    keys_text = "Satu huruf untuk berpindah dan membuka, di komputer. Tidak berlaku selagi Anda mengetik."
        | "One letter to move and to open, on a computer. They do nothing while you type.",
    keys_use = "Pakai pintasan papan ketik" | "Use keyboard shortcuts",
    keys_list = "Lihat daftar pintasan" | "See the list of shortcuts",
    keys_where_off = "Pintasan dapat dimatikan di Lainnya." | "They can be switched off under More.",
    key_search = "Cari KUBE" | "Search KUBE",
    key_next = "KUBE berikutnya" | "Next KUBE",
    key_before = "KUBE sebelumnya" | "KUBE before",
    key_edit = "Ubah KUBE yang sedang dibuka" | "Edit the KUBE that is open",
    key_new = "Tambah: KUBE di daftar, anggota di halaman KUBE" | "Add: a KUBE in the list, a member on the page of a KUBE",
    key_help = "Tampilkan daftar ini" | "Show this list",
    key_save = "Simpan formulir" | "Save the form",

    state = "Keadaan buku ini" | "State of this book",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_whole_in_both_languages() {
        for (name, id, en) in DESK_ALL {
            assert!(!id.is_empty() && !en.is_empty() && id.trim() == *id && en.trim() == *en, "{name}");
            assert_eq!(id.ends_with('.'), en.ends_with('.'), "{name}");
        }
    }

    #[test]
    fn an_order_says_by_what_and_which_way_round() {
        let by = Order::by(By::Members);
        assert_eq!(Lang::Id.ordered(by), "Urut: Anggota");
        assert_eq!(Lang::Id.ordered(by.tapped(By::Members)), "Urut terbalik: Anggota");
        assert_eq!(Lang::Id.without_order("Urut: Anggota"), "Urut: Anggota: kembali ke urutan nama");
    }
}
