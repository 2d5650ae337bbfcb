//! What is said of files that are locked with a passphrase.

use super::Lang;
use crate::exchange::passphrase::Strength;
use crate::exchange::{ReadError, SealError};

impl Lang {
    /// Why a locked file is not opened, or a file not locked.
    pub fn seal_error(self, error: SealError) -> String {
        let plain = match error {
            SealError::TooLarge => return self.read_error(&ReadError::TooLarge),
            SealError::Truncated => return self.read_error(&ReadError::Truncated),
            SealError::Damaged => self.pick(
                "Berkas terkunci ini rusak atau berubah sejak dikirim. Minta pengirim mengirim ulang.",
                "This locked file is damaged or has changed since it was sent. Ask the sender to send it again.",
            ),
            SealError::OtherWay => self.pick(
                "Berkas ini dikunci dengan cara yang belum dikenal versi ini. Muat ulang halaman ini saat ada jaringan, atau minta berkas yang dikunci dengan Buku KUBE.",
                "This file was locked in a way that this version does not know. Reload this page when there is a network, or ask for a file locked with Buku KUBE.",
            ),
            SealError::Rounds => self.pick(
                "Kunci berkas ini tidak wajar: terlalu lemah, atau perlu waktu terlalu lama untuk dibuka. Minta berkas baru dari pengirim.",
                "The lock of this file is abnormal: too weak, or it would take too long to open. Ask the sender for a new file.",
            ),
            SealError::WrongPassphrase => self.pick(
                "Kata sandi tidak cocok; tidak ada yang diubah. Periksa tiap kata dan urutannya, lalu coba lagi.",
                "The passphrase does not fit; nothing was changed. Check each word and their order, and try again.",
            ),
            SealError::Unsupported => self.pick(
                "Peramban ini tidak dapat mengunci atau membuka berkas di alamat ini. Buka Buku KUBE lewat alamat https:// di Chrome, Firefox, atau Safari yang baru.",
                "This browser cannot lock or open files at this address. Open Buku KUBE by its https:// address in a recent Chrome, Firefox or Safari.",
            ),
        };
        plain.to_owned()
    }

    /// The form in which a passphrase locks, where it is not what was typed.
    pub fn locks_as(self, canonical: &str) -> String {
        match self {
            Self::Id => format!("Yang dipakai dan perlu Anda sampaikan: {canonical}"),
            Self::En => format!("What is used, and what you tell: {canonical}"),
        }
    }

    /// How good a passphrase is that somebody made up.
    pub fn strength(self, strength: Strength) -> String {
        let (least, long) = (Strength::LEAST, Strength::LONG);
        match (self, strength) {
            (Self::Id, Strength::Weak) => {
                format!(
                    "Terlalu mudah ditebak. Pakai paling sedikit {least} huruf atau angka yang beragam, tanpa nama dan tanggal lahir."
                )
            }
            (Self::En, Strength::Weak) => {
                format!(
                    "Too easy to guess. Use at least {least} letters or digits of many kinds, without names and dates of birth."
                )
            }
            (Self::Id, Strength::Fair) => format!("Cukup. Lebih aman dengan {long} huruf atau lebih."),
            (Self::En, Strength::Fair) => format!("Fair. {long} letters or more are safer."),
            (Self::Id, Strength::Strong) => "Panjangnya baik, asalkan bukan kutipan yang dikenal orang.".to_owned(),
            (Self::En, Strength::Strong) => "A good length, as long as it is no well-known quotation.".to_owned(),
        }
    }
}
