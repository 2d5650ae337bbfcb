//! Sentences with numbers and names in them.

use super::{Label, Lang};
use crate::domain::{Moment, RegionCode, Year};
use crate::exchange::{Header, Totals};
use crate::kinds::{Group, KindId, Member};
use crate::search::Need;
use crate::store::{Cause, Point};

impl Lang {
    /// "12 belum dikirim": the word of the top line.
    pub fn unsent_word(self, changes: usize) -> String {
        let number = self.number(changes);
        match self {
            Self::Id => format!("{number} belum dikirim"),
            Self::En => format!("{number} not sent"),
        }
    }

    /// The same as a sentence.
    pub fn unsent(self, changes: usize) -> String {
        let number = self.number(changes);
        match (self, changes) {
            (Self::Id, _) => format!("Belum dikirim: {number} perubahan"),
            (Self::En, 1) => "Not sent yet: 1 change".to_owned(),
            (Self::En, _) => format!("Not sent yet: {number} changes"),
        }
    }

    /// The name of a group, or that it has none.
    pub fn group_name(self, group: Option<&Group>) -> String {
        let name = group.and_then(|group| group.name.as_ref());
        name.map_or_else(|| self.first_texts().unnamed_group.to_owned(), ToString::to_string)
    }

    /// The name of a member, or that there is none.
    pub fn member_name(self, member: &Member) -> String {
        member.name.as_ref().map_or_else(|| self.texts().unnamed_member.to_owned(), ToString::to_string)
    }

    /// "10 anggota".
    pub fn members(self, count: usize) -> String {
        match (self, count) {
            (Self::Id, _) => format!("{} anggota", self.number(count)),
            (Self::En, 1) => "1 member".to_owned(),
            (Self::En, _) => format!("{} members", self.number(count)),
        }
    }

    /// "36 th".
    pub fn age(self, years: i32) -> String {
        match self {
            Self::Id => format!("{years} th"),
            Self::En => format!("{years} y"),
        }
    }

    /// "2010 sampai 2014"; of one year that year, and without any nothing.
    pub fn years(self, years: Option<(Year, Year)>) -> String {
        match (self, years) {
            (_, None) => String::new(),
            (_, Some((first, last))) if first == last => first.to_string(),
            (Self::Id, Some((first, last))) => format!("{first} sampai {last}"),
            (Self::En, Some((first, last))) => format!("{first} to {last}"),
        }
    }

    /// "4 dari 38 KUBE".
    pub fn found(self, found: usize, all: usize) -> String {
        let (found, all) = (self.number(found), self.number(all));
        match self {
            Self::Id => format!("{found} dari {all} KUBE"),
            Self::En => format!("{found} of {all} KUBE"),
        }
    }

    /// "Samarinda: hapus saringan ini": what a chip does.
    pub fn without_filter(self, word: &str) -> String {
        match self {
            Self::Id => format!("{word}: hapus saringan ini"),
            Self::En => format!("{word}: remove this filter"),
        }
    }

    /// "4 dari 38 kegiatan".
    pub fn found_of(self, kind: KindId, found: usize, all: usize) -> String {
        let (found, all, many) = (self.number(found), self.number(all), self.many_within(kind));
        match self {
            Self::Id => format!("{found} dari {all} {many}"),
            Self::En => format!("{found} of {all} {many}"),
        }
    }

    /// "Cari kegiatan".
    pub fn search_for(self, kind: KindId) -> String {
        format!("{} {}", self.pick("Cari", "Search"), self.many_within(kind))
    }

    /// All records of a kind, within a sentence.
    fn many_within(self, kind: KindId) -> String {
        let many = kind.names().many.label(self);
        let first = many.chars().next().map(char::len_utf8).unwrap_or_default();
        many[..first].to_lowercase() + &many[first..]
    }

    /// "3 KUBE belum lengkap atau perlu diperiksa".
    pub fn needing(self, need: Need, count: usize) -> String {
        let count = self.number(count);
        match (self, need) {
            (Self::Id, Need::Incomplete) => format!("{count} KUBE belum lengkap atau perlu diperiksa"),
            (Self::En, Need::Incomplete) => format!("{count} KUBE incomplete or to be checked"),
            (Self::Id, Need::Conflict) => format!("{count} KUBE dengan isian yang berbeda"),
            (Self::En, Need::Conflict) => format!("{count} KUBE with conflicting values"),
            (Self::Id, Need::NoPlace) => format!("{count} KUBE tanpa wilayah"),
            (Self::En, Need::NoPlace) => format!("{count} KUBE without a place"),
        }
    }

    /// What it is about such groups.
    pub fn need_reason(self, need: Need) -> &'static str {
        match need {
            Need::Incomplete => {
                self.pick("Ada yang belum diisi atau belum sesuai aturan", "Not filled in, or not by the rules yet")
            }
            Need::Conflict => {
                self.pick("Diubah di dua perangkat: pilih yang benar", "Changed on two devices: choose the right one")
            }
            Need::NoPlace => self.pick("Tidak terhitung di kota mana pun", "They count for no city"),
        }
    }

    /// "Ringkasan Samarinda".
    pub fn summary_of(self, city: RegionCode) -> String {
        let city = self.city(Some(city));
        match self {
            Self::Id => format!("Ringkasan {city}"),
            Self::En => format!("{city} summary"),
        }
    }

    /// "50 KUBE dengan 500 KK di 3 kota."
    pub fn allocated(self, [groups, households]: [u32; 2], cities: usize) -> String {
        let [groups, households] = [groups, households].map(|count| self.number(count as usize));
        match self {
            Self::Id => format!("{groups} KUBE dengan {households} KK di {cities} kota."),
            Self::En => format!("{groups} KUBE with {households} households in {cities} cities."),
        }
    }

    /// "KUBE dengan 7.959 KK dalam lima tahun": what stands below their number.
    pub fn in_five_years(self, households: u32) -> String {
        let households = self.households(households);
        match self {
            Self::Id => format!("KUBE dengan {households} dalam lima tahun"),
            Self::En => format!("KUBE with {households} in five years"),
        }
    }

    /// "KUBE dengan 500 KK, alokasi PKP 2014": the same of an allocation.
    pub fn in_allocation(self, households: u32) -> String {
        let households = self.households(households);
        match self {
            Self::Id => format!("KUBE dengan {households}, alokasi PKP 2014"),
            Self::En => format!("KUBE with {households}, allocated by PKP in 2014"),
        }
    }

    /// "7.959 KK"
    pub fn households(self, count: u32) -> String {
        format!("{} {}", self.number(count as usize), self.first_texts().unit_households)
    }

    /// "2 tersisa": how much of an exercise is left.
    pub fn exercise_left(self, left: usize) -> String {
        match self {
            Self::Id => format!("{} tersisa", self.number(left)),
            Self::En => format!("{} left", self.number(left)),
        }
    }

    /// "7 dari 10": how far a group is.
    pub fn counter(self, count: usize, target: usize) -> String {
        match self {
            Self::Id => format!("{count} dari {target} anggota"),
            Self::En => format!("{count} of {target} members"),
        }
    }

    /// What a NIK tells: "Perempuan, lahir 5 Juni 1990, Kec. Samarinda Ulu".
    pub fn nik_tells(self, sex: &str, born: Option<String>, place: Option<String>) -> String {
        let born = born.map(|date| match self {
            Self::Id => format!("lahir {date}"),
            Self::En => format!("born {date}"),
        });
        [Some(sex.to_owned()), born, place].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// A member was saved: "Contoh Satu disimpan."
    pub fn member_saved(self, name: &str) -> String {
        match self {
            Self::Id => format!("{name} disimpan."),
            Self::En => format!("{name} saved."),
        }
    }

    /// "Hapus Contoh Satu?"
    pub fn erase_question(self, name: &str) -> String {
        match self {
            Self::Id => format!("Hapus {name}?"),
            Self::En => format!("Delete {name}?"),
        }
    }

    /// "Contoh Satu dihapus."
    pub fn erased(self, name: &str) -> String {
        match self {
            Self::Id => format!("{name} dihapus."),
            Self::En => format!("{name} deleted."),
        }
    }

    /// Who a file is from: by the name that it gives, else by what it is called itself (`called`), else by its device.
    pub fn file_from(self, header: &Header, called: &str, at: Moment) -> String {
        let known = [header.from.name.as_str(), called, header.from.device.as_str()];
        let who = known.into_iter().find(|who| !who.is_empty()).unwrap_or(self.texts().sender_unknown);
        let when = self.moment(at);
        match self {
            Self::Id => format!("Dari {who}, dibuat {when}"),
            Self::En => format!("From {who}, made {when}"),
        }
    }

    /// "15 KUBE, 146 KK": what a plan ends in.
    pub fn totals(self, totals: Totals) -> String {
        let (groups, households) = (self.number(totals.groups), self.number(totals.households));
        match self {
            Self::Id => format!("{groups} KUBE, {households} KK"),
            Self::En => format!("{groups} KUBE, {households} households"),
        }
    }

    /// "Sekarang 40 KUBE, 388 KK; setelah digabungkan 41 KUBE, 398 KK".
    pub fn before_and_after(self, before: Totals, after: Totals) -> String {
        let (before, after) = (self.totals(before), self.totals(after));
        match self {
            Self::Id => format!("Sekarang {before}; setelah digabungkan {after}."),
            Self::En => format!("Now {before}; afterwards {after}."),
        }
    }

    /// A file was taken in.
    pub fn taken_in(self, now: Totals) -> String {
        let after = self.totals(now);
        match self {
            Self::Id => format!("Berkas digabungkan. Sekarang {after}."),
            Self::En => format!("File taken in. Now {after}."),
        }
    }

    /// "+2 anggota".
    pub fn more_members(self, count: usize) -> String {
        format!("+{}", self.members(count))
    }

    /// "1 anggota dihapus".
    pub fn erased_members(self, count: usize) -> String {
        match self {
            Self::Id => format!("{} dihapus", self.members(count)),
            Self::En => format!("{} deleted", self.members(count)),
        }
    }

    /// How many more are in a list that was cut: "dan 12 lagi".
    pub fn and_more(self, count: usize) -> String {
        let count = self.number(count);
        match self {
            Self::Id => format!("dan {count} lagi"),
            Self::En => format!("and {count} more"),
        }
    }

    /// How much of the browser's room is used, in groups that still fit.
    pub fn room(self, used_percent: usize, groups_left: usize) -> String {
        let groups = self.number(groups_left);
        match self {
            Self::Id => format!("Terpakai {used_percent}%. Masih cukup untuk sekitar {groups} KUBE lagi."),
            Self::En => format!("{used_percent}% used. Room for about {groups} more KUBE."),
        }
    }

    /// A restore point: when, before what, how much was in the book, how large it is.
    pub fn point(self, point: &Point, at: Moment) -> String {
        let cause = match point.cause {
            Cause::Import => self.pick("sebelum menggabungkan berkas", "before taking in a file"),
            Cause::EraseAll => self.pick("sebelum menghapus semua", "before deleting everything"),
            Cause::Restore => self.pick("sebelum kembali ke titik lain", "before going back to another point"),
            Cause::Migration => self.pick("sebelum pembaruan aplikasi", "before a newer app"),
        };
        let (moment, groups) = (self.moment(at), self.number(point.groups));
        // Two bytes a unit.
        let size = self.number((point.units * 2).div_ceil(1000));
        format!("{moment}, {cause} · {groups} KUBE · {size} kB")
    }

    /// How many groups and households a file to be sent holds.
    pub fn send_contents(self, totals: Totals) -> String {
        let totals = self.totals(totals);
        match self {
            Self::Id => format!("Isi berkas: {totals}."),
            Self::En => format!("The file holds {totals}."),
        }
    }

    /// The title of the browser tab.
    pub fn page_title(self, title: &str) -> String {
        format!("{title} · {}", self.first_texts().app_name)
    }

    /// The version of the app.
    pub fn version(self, version: &str) -> String {
        match self {
            Self::Id => format!("Versi {version}"),
            Self::En => format!("Version {version}"),
        }
    }
}
