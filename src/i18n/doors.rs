//! The page Berkas: what its first button sends to whom, what went and came, and what files are called.

use super::{Label, Lang};
use crate::domain::{Date, RegionCode};
use crate::exchange::{Kind, file_name};
use crate::kinds::KindId;

/// What a file is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileOf {
    /// One group, by its name.
    Group(String),
    /// The groups of one city or kabupaten; `None` where they lie in several.
    Area(Option<RegionCode>),
}

/// What the first button sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Load {
    /// Counts, and nobody's data.
    Recap,
    /// The whole book.
    All,
    /// So many changes made here.
    Changes(usize),
    /// So many groups that changed, whoever changed them.
    Groups(usize),
    /// Other changes, such as decisions.
    Rest,
}

impl Lang {
    /// `KUBE Samarinda - perubahan - Bu Rina - 2026-11-28.json`
    pub fn file_name(self, kind: Kind, of: &FileOf, sender: &str, day: Date, extension: &str) -> String {
        let what = match kind {
            Kind::Recap => self.pick("rekap", "recap"),
            Kind::Full => self.pick("lengkap", "everything"),
            Kind::Delta => self.pick("perubahan", "changes"),
            Kind::Group => "",
        };
        let name = match of {
            FileOf::Group(name) => name.clone(),
            FileOf::Area(region) => self.area(*region),
        };
        file_name(&name, &[what, sender], day, extension)
    }

    /// `KUBE Samarinda - anggota - 2026-11-28.csv`: a table for spreadsheets; `kind` is what its rows are, `None` where it has all.
    pub fn table_name(
        self,
        region: Option<RegionCode>,
        kind: Option<KindId>,
        is_whole: bool,
        day: Date,
        extension: &str,
    ) -> String {
        let what = match kind {
            None => self.pick("tabel", "tables").to_owned(),
            Some(KindId::Group) => self.pick("daftar", "list").to_owned(),
            Some(KindId::Recap) => self.pick("rekap", "recap").to_owned(),
            Some(kind) => kind.names().many.label(self).to_lowercase(),
        };
        let whole = if is_whole { self.pick("data utuh", "whole data") } else { "" };
        file_name(&self.area(region), &[&what, whole], day, extension)
    }

    fn area(self, region: Option<RegionCode>) -> String {
        region.map_or_else(|| self.pick("Kaltim", "East Kalimantan").to_owned(), |code| self.city(Some(code)))
    }

    /// The first button: "Kirim 13 perubahan ke Dinsos Samarinda".
    pub fn send_to(self, load: Load, to: &str) -> String {
        let what = match (self, load) {
            (Self::Id, Load::Recap) => "rekap".to_owned(),
            (Self::En, Load::Recap) => "a recap".to_owned(),
            (Self::Id, Load::All) => "seluruh buku".to_owned(),
            (Self::En, Load::All) => "the whole book".to_owned(),
            (Self::Id, Load::Changes(count)) => format!("{} perubahan", self.number(count)),
            (Self::En, Load::Changes(1)) => "1 change".to_owned(),
            (Self::En, Load::Changes(count)) => format!("{} changes", self.number(count)),
            (Self::Id, Load::Groups(count)) => format!("{} KUBE yang berubah", self.number(count)),
            (Self::En, Load::Groups(1)) => "1 KUBE that changed".to_owned(),
            (Self::En, Load::Groups(count)) => format!("{} KUBE that changed", self.number(count)),
            (Self::Id, Load::Rest) => "perubahan".to_owned(),
            (Self::En, Load::Rest) => "changes".to_owned(),
        };
        match self {
            Self::Id => format!("Kirim {what} ke {to}"),
            Self::En => format!("Send {what} to {to}"),
        }
    }

    /// That nothing is left to be sent to the last receiver.
    pub fn nothing_for(self, to: &str) -> String {
        match self {
            Self::Id => format!("Semua perubahan sudah dikirim ke {to}."),
            Self::En => format!("All changes have been sent to {to}."),
        }
    }

    /// A file that left: "Ke Dinsos Samarinda".
    pub fn went_to(self, to: &str) -> String {
        match self {
            _ if to.is_empty() => self.pick("Penerima tidak dicatat", "Receiver not recorded").to_owned(),
            Self::Id => format!("Ke {to}"),
            Self::En => format!("To {to}"),
        }
    }

    /// A file that came: "Dari Bu Rina, TKSK"; by its device where no name is known.
    pub fn came_from(self, name: &str, device: &str) -> String {
        match self {
            Self::Id if name.is_empty() => format!("Dari perangkat {device}"),
            Self::En if name.is_empty() => format!("From device {device}"),
            Self::Id => format!("Dari {name}"),
            Self::En => format!("From {name}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> Date {
        Date::new(2026, 11, 28).unwrap()
    }

    #[test]
    fn a_file_is_called_what_a_person_would_call_it() {
        let samarinda = FileOf::Area(Some(RegionCode::kaltim(72)));
        let name = |lang: Lang, kind, of: &FileOf, sender| lang.file_name(kind, of, sender, day(), "json");
        assert_eq!(name(Lang::Id, Kind::Delta, &samarinda, ""), "KUBE Samarinda - perubahan - 2026-11-28.json");
        assert_eq!(
            name(Lang::Id, Kind::Full, &FileOf::Area(None), "Bu Rina, TKSK"),
            "KUBE Kaltim - lengkap - Bu Rina TKSK - 2026-11-28.json"
        );
        assert_eq!(name(Lang::En, Kind::Recap, &samarinda, ""), "KUBE Samarinda - recap - 2026-11-28.json");
        assert_eq!(
            name(Lang::En, Kind::Group, &FileOf::Group("Contoh Mawar".into()), ""),
            "KUBE Contoh Mawar - 2026-11-28.json"
        );
    }

    #[test]
    fn a_table_is_called_so_too() {
        let samarinda = Some(RegionCode::kaltim(72));
        assert_eq!(
            Lang::Id.table_name(samarinda, Some(KindId::Member), true, day(), "csv"),
            "KUBE Samarinda - anggota - data utuh - 2026-11-28.csv"
        );
        assert_eq!(
            Lang::En.table_name(None, None, false, day(), "xlsx"),
            "KUBE East Kalimantan - tables - 2026-11-28.xlsx"
        );
        assert_eq!(
            Lang::Id.table_name(samarinda, Some(KindId::Group), false, day(), "csv"),
            "KUBE Samarinda - daftar - 2026-11-28.csv"
        );
    }

    #[test]
    fn the_first_button_says_what_goes_to_whom() {
        let to = "Dinsos Samarinda";
        assert_eq!(Lang::Id.send_to(Load::Changes(13), to), "Kirim 13 perubahan ke Dinsos Samarinda");
        assert_eq!(Lang::En.send_to(Load::Changes(1), to), "Send 1 change to Dinsos Samarinda");
        assert_eq!(Lang::Id.send_to(Load::Groups(1200), to), "Kirim 1.200 KUBE yang berubah ke Dinsos Samarinda");
        assert_eq!(Lang::En.send_to(Load::Recap, to), "Send a recap to Dinsos Samarinda");
    }

    #[test]
    fn who_sent_is_told_by_name_and_only_else_by_device() {
        assert_eq!(Lang::Id.came_from("Bu Rina, TKSK", "000007"), "Dari Bu Rina, TKSK");
        assert_eq!(Lang::En.came_from("", "000007"), "From device 000007");
        assert_eq!(Lang::Id.went_to(""), "Penerima tidak dicatat");
    }
}
