//! What is said of single records of files, before anything is taken in.

use super::Lang;
use crate::exchange::{Remark, Why};

impl Lang {
    /// How many records the same is to be said of, which, and what to do: "2 catatan tidak diambil karena …: A, B."
    pub fn remark(self, remark: &Remark) -> String {
        let count = self.number(remark.count);
        let what = match (self, remark.why) {
            (Self::Id, Why::OtherKind) => {
                format!("{count} catatan tidak digabungkan, karena nomornya sudah dipakai catatan jenis lain")
            }
            (Self::Id, Why::TooLarge) => {
                format!("{count} catatan tidak digabungkan, karena perubahannya akan terlalu banyak untuk dikirim lagi")
            }
            (Self::Id, Why::Unknown) => format!(
                "{count} catatan tidak digabungkan, karena isinya terlalu banyak yang tidak dikenal versi ini; perbarui aplikasi, lalu buka lagi"
            ),
            (Self::Id, Why::Twins) => format!(
                "{count} catatan punya dua isi dengan satu tanda waktu: berkasnya rusak atau dipalsukan, atau profil peramban disalin; kedua isi disimpan"
            ),
            (Self::Id, Why::Recaps) => {
                format!("Rekap {count} KUBE saling bertentangan; kedua angka ada di halaman KUBE")
            }
            (Self::En, Why::OtherKind) => format!(
                "{} left out, because the id is in use for a record of another kind",
                self.records_are(remark.count)
            ),
            (Self::En, Why::TooLarge) => format!(
                "{} left out, because there would be too many changes to send on",
                self.records_are(remark.count)
            ),
            (Self::En, Why::Unknown) => format!(
                "{} left out, because this version does not know too much of it; update the app and open the file again",
                self.records_are(remark.count)
            ),
            (Self::En, Why::Twins) => format!(
                "{count} {} two contents under one time mark: the file is damaged or forged, or a browser profile was copied; both are kept",
                if remark.count == 1 { "record has" } else { "records have" }
            ),
            (Self::En, Why::Recaps) => {
                format!("Recaps of {count} KUBE contradict each other; both numbers are on the page of the KUBE")
            }
        };
        let more = remark.names.len() < remark.count && !remark.names.is_empty();
        let names = if remark.names.is_empty() { String::new() } else { format!(": {}", remark.names.join(", ")) };
        format!("{what}{names}{}", if more { ", …" } else { "." })
    }

    fn records_are(self, count: usize) -> String {
        format!("{} {}", self.number(count), if count == 1 { "record is" } else { "records are" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_named_as_far_as_they_are_known() {
        let remark = |why, count, names: &[&str]| Remark {
            why,
            count,
            names: names.iter().map(|&name| name.to_owned()).collect(),
        };
        assert_eq!(
            Lang::Id.remark(&remark(Why::OtherKind, 3, &["Contoh Satu"])),
            "3 catatan tidak digabungkan, karena nomornya sudah dipakai catatan jenis lain: Contoh Satu, …"
        );
        assert_eq!(
            Lang::En.remark(&remark(Why::Recaps, 1, &["Contoh Satu"])),
            "Recaps of 1 KUBE contradict each other; both numbers are on the page of the KUBE: Contoh Satu."
        );
        for (lang, why) in Lang::ALL.into_iter().flat_map(|lang| Why::ALL.map(|why| (lang, why))) {
            let said = lang.remark(&remark(why, 1, &[]));
            assert!(said.ends_with('.') && !said.contains(':') | matches!(why, Why::Twins), "{said}");
        }
    }
}
