//! What files would take away, and what they took away.

use super::Lang;
use crate::domain::Date;
use crate::exchange::{Removal, Removed, Way};

impl Lang {
    /// A name of a group, or that it has none.
    pub fn or_unnamed(self, name: &str) -> String {
        if name.is_empty() { self.first_texts().unnamed_group } else { name }.to_owned()
    }

    /// A name of a member, or that there is none.
    pub fn or_unnamed_member(self, name: &str) -> String {
        if name.is_empty() { self.texts().unnamed_member } else { name }.to_owned()
    }

    /// What files ask for: so many records erased, so many that count no more.
    pub fn asks_to_remove(self, erased: usize, hidden: usize, files: usize) -> String {
        let (to_erase, to_hide) = (self.number(erased), self.number(hidden));
        let records = |count: usize| if count == 1 { "record" } else { "records" };
        let (who, asks) = match (self, files) {
            (Self::Id, 1) => ("Berkas ini", "minta"),
            (Self::Id, _) => ("Berkas-berkas ini", "minta"),
            (Self::En, 1) => ("This file", "asks"),
            (Self::En, _) => ("These files", "ask"),
        };
        match (self, erased, hidden) {
            (Self::Id, _, 0) => format!("{who} {asks} menghapus {to_erase} catatan"),
            (Self::Id, 0, _) => format!("{who} {asks} agar {to_hide} catatan tidak lagi dihitung"),
            (Self::Id, ..) => {
                format!("{who} {asks} menghapus {to_erase} catatan, dan agar {to_hide} catatan tidak lagi dihitung")
            }
            (Self::En, _, 0) => format!("{who} {asks} to erase {to_erase} {}", records(erased)),
            (Self::En, 0, _) => format!("{who} {asks} that {to_hide} {} count no more", records(hidden)),
            (Self::En, ..) => format!(
                "{who} {asks} to erase {to_erase} {}, and that {to_hide} {} count no more",
                records(erased),
                records(hidden)
            ),
        }
    }

    /// Who asks, and when it was done there.
    pub fn asked_by(self, who: &str, on: Date) -> String {
        let on = self.date(on);
        match self {
            Self::Id => format!("Diminta oleh {who}, {on}"),
            Self::En => format!("Asked for by {who}, {on}"),
        }
    }

    /// What is to go.
    pub fn removed_name(self, removal: &Removal) -> String {
        match removal.what {
            Removed::Group => self.or_unnamed(&removal.name),
            Removed::Member => self.or_unnamed_member(&removal.name),
            Removed::Other if removal.name.is_empty() => {
                self.pick("Catatan jenis lain", "A record of another kind").to_owned()
            }
            Removed::Other => removal.name.clone(),
        }
    }

    /// How it would go.
    pub fn removed_way(self, removal: &Removal) -> String {
        let name = self.removed_name(removal);
        let other = |kept: &String| match removal.what {
            Removed::Member => self.or_unnamed_member(kept),
            Removed::Group | Removed::Other => self.or_unnamed(kept),
        };
        match (self, &removal.way) {
            (Self::Id, Way::Erased) => match removal.what {
                Removed::Group => "Data KUBE ini dihapus.".to_owned(),
                Removed::Member => "Data orang ini dihapus.".to_owned(),
                Removed::Other => "Catatan ini dihapus.".to_owned(),
            },
            (Self::En, Way::Erased) => match removal.what {
                Removed::Group => "The data of this KUBE is erased.".to_owned(),
                Removed::Member => "The data of this person is erased.".to_owned(),
                Removed::Other => "This record is erased.".to_owned(),
            },
            (Self::Id, Way::Same(kept)) => {
                format!("{name} digabung ke {}; {name} tidak lagi dihitung.", other(kept))
            }
            (Self::En, Way::Same(kept)) => {
                format!("{name} is put together with {}; {name} counts no more.", other(kept))
            }
            (Self::Id, Way::Adrift) => "Dikeluarkan tanpa KUBE baru, jadi tidak lagi dihitung.".to_owned(),
            (Self::En, Way::Adrift) => "Taken out of the KUBE and put into none, so counts no more.".to_owned(),
        }
    }

    /// How many are ticked.
    pub fn granted(self, granted: usize, of: usize) -> String {
        let (granted, of) = (self.number(granted), self.number(of));
        match self {
            Self::Id => format!("{granted} dari {of} dicentang"),
            Self::En => format!("{granted} of {of} ticked"),
        }
    }

    /// How many stay, since they are not ticked.
    pub fn stays(self, count: usize) -> String {
        let number = self.number(count);
        match (self, count) {
            (Self::Id, _) => format!("{number} catatan yang tidak dicentang tetap ada"),
            (Self::En, 1) => "1 record that is not ticked stays".to_owned(),
            (Self::En, _) => format!("{number} records that are not ticked stay"),
        }
    }

    /// When and by whose file something was erased.
    pub fn erased_by(self, who: &str, on: Date) -> String {
        let on = self.date(on);
        match self {
            Self::Id => format!("Dihapus {on} lewat berkas dari {who}"),
            Self::En => format!("Erased on {on} by the file from {who}"),
        }
    }

    /// The button that brings all of a group back: the group itself, too, or members only.
    pub fn bring_all_back(self, group: bool, members: usize) -> String {
        let of = self.members(members);
        match (self, group, members) {
            (Self::Id, true, 0) => "Kembalikan KUBE ini".to_owned(),
            (Self::En, true, 0) => "Bring this KUBE back".to_owned(),
            (Self::Id, true, _) => format!("Kembalikan KUBE dan {of}"),
            (Self::En, true, _) => format!("Bring the KUBE and {of} back"),
            (Self::Id, false, _) => format!("Kembalikan {of}"),
            (Self::En, false, _) => format!("Bring {of} back"),
        }
    }

    /// What was brought back.
    pub fn brought_back(self, count: usize) -> String {
        let number = self.number(count);
        match (self, count) {
            (Self::Id, _) => format!("{number} catatan dikembalikan."),
            (Self::En, 1) => "1 record brought back.".to_owned(),
            (Self::En, _) => format!("{number} records brought back."),
        }
    }

    /// How much can be brought back.
    pub fn in_bin(self, count: usize) -> String {
        let number = self.number(count);
        match (self, count) {
            (Self::Id, 0) => "Tidak ada data yang dihapus lewat berkas.".to_owned(),
            (Self::En, 0) => "Nothing has been erased by a file.".to_owned(),
            (Self::Id, _) => format!("{number} catatan yang dihapus lewat berkas masih dapat dikembalikan."),
            (Self::En, 1) => "1 record that a file erased can still be brought back.".to_owned(),
            (Self::En, _) => format!("{number} records that files erased can still be brought back."),
        }
    }

    /// Who told of a file that never came here.
    pub fn told_by(self, who: &str, teller: Option<&str>) -> String {
        match (self, teller) {
            (Self::Id, Some(teller)) => format!("{who}, menurut berkas {teller}"),
            (Self::En, Some(teller)) => format!("{who}, as told by the file of {teller}"),
            (Self::Id, None) => format!("{who}, menurut berkas lain"),
            (Self::En, None) => format!("{who}, as told by another file"),
        }
    }

    /// From which group to which.
    pub fn moved(self, from: &str, to: &str) -> String {
        match self {
            Self::Id => format!("pindah dari {from} ke {to}"),
            Self::En => format!("moves from {from} to {to}"),
        }
    }

    /// A member who goes to another group.
    pub fn moved_away(self, name: &str, to: &str) -> String {
        match self {
            Self::Id => format!("{name} pindah ke {to}"),
            Self::En => format!("{name} moves to {to}"),
        }
    }
}
