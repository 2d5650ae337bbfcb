//! The kinds of file, what is in each, for whom it is, and why one could not be made.

use super::Lang;
use crate::exchange::Kind;

impl Lang {
    /// The name of a kind of file.
    pub fn kind(self, kind: Kind) -> &'static str {
        match (self, kind) {
            (Self::Id, Kind::Recap) => "Rekap",
            (Self::Id, Kind::Full) => "Lengkap",
            (Self::Id, Kind::Group) => "Satu KUBE",
            (Self::Id, Kind::Delta) => "Perubahan saja",
            (Self::En, Kind::Recap) => "Recap",
            (Self::En, Kind::Full) => "Everything",
            (Self::En, Kind::Group) => "One KUBE",
            (Self::En, Kind::Delta) => "Changes only",
        }
    }

    /// What is in it, for whom it is meant, and whether it holds personal data: three lines.
    pub fn kind_about(self, kind: Kind) -> [&'static str; 3] {
        match (self, kind) {
            (Self::Id, Kind::Recap) => [
                "Isinya: jumlah per KUBE, yaitu anggota, KK, perempuan dan laki-laki, umur, dan data terpadu.",
                "Untuk: Dinas Sosial kabupaten/kota dan provinsi. Cukup untuk semua grafik.",
                "Data pribadi: tidak ada, kecuali nama Anda sebagai pengirim.",
            ],
            (Self::Id, Kind::Full) => [
                "Isinya: semua KUBE dengan semua anggota dan riwayatnya.",
                "Untuk: petugas yang menggabungkan dan memeriksa data, atau HP Anda yang lain.",
                "Data pribadi: ya. Sebaiknya dikunci.",
            ],
            (Self::Id, Kind::Group) => [
                "Isinya: KUBE ini dengan semua anggota dan riwayatnya.",
                "Untuk: rekan yang ikut mendampingi KUBE ini.",
                "Data pribadi: ya. Sebaiknya dikunci.",
            ],
            (Self::Id, Kind::Delta) => [
                "Isinya: KUBE yang berubah sejak berkas terakhir untuk penerima ini, seluruhnya.",
                "Untuk: penerima yang sudah menggabungkan berkas sebelumnya.",
                "Data pribadi: ya. Sebaiknya dikunci.",
            ],
            (Self::En, Kind::Recap) => [
                "In it: counts for each KUBE, namely members, households, women and men, ages, and welfare data.",
                "For: the city, the kabupaten and the province. Enough for every chart.",
                "Personal data: none but your name as the sender.",
            ],
            (Self::En, Kind::Full) => [
                "In it: all KUBE with all members and their history.",
                "For: whoever puts data together and checks it, or another phone of yours.",
                "Personal data: yes. Better locked.",
            ],
            (Self::En, Kind::Group) => [
                "In it: this KUBE with all its members and their history.",
                "For: a colleague who looks after this KUBE, too.",
                "Personal data: yes. Better locked.",
            ],
            (Self::En, Kind::Delta) => [
                "In it: the KUBE that changed since the last file for this receiver, whole.",
                "For: a receiver who has taken in the file before.",
                "Personal data: yes. Better locked.",
            ],
        }
    }
}
