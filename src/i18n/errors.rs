//! One plain sentence for each file that is refused and each save that fails: what is wrong, and what to do.

use super::Label;
use super::Lang;
use crate::domain::Fault;
use crate::exchange::{Limits, ReadError, Whose};
use crate::storage::StorageError;

impl Lang {
    /// Why a file is refused.
    pub fn read_error(self, error: &ReadError) -> String {
        let plain = match error {
            ReadError::Empty => self.pick("Berkas ini kosong. Minta pengirim mengirim ulang.", "This file is empty. Ask the sender to send it again."),
            ReadError::TooLarge => {
                let megabytes = Limits::BYTES / 1024 / 1024;
                return match self {
                    Self::Id => format!("Berkas ini terlalu besar (lebih dari {megabytes} MB) untuk berkas Buku KUBE. Pilih berkas lain."),
                    Self::En => format!("This file is too large (over {megabytes} MB) for a Buku KUBE file. Choose another file."),
                };
            }
            ReadError::TooLargeHere => {
                let megabytes = Limits::SMALL_DEVICE_BYTES / 1024 / 1024;
                return match self {
                    Self::Id => format!("Berkas ini terlalu besar (lebih dari {megabytes} MB) untuk memori perangkat ini. Buka di komputer."),
                    Self::En => format!("This file is too large (over {megabytes} MB) for this device's memory. Open it on a computer."),
                };
            }
            ReadError::NotText => self.pick(
                "Huruf di berkas ini rusak, mungkin karena disimpan ulang di program lain. Minta pengirim mengirim ulang berkas aslinya.",
                "The letters in this file are damaged, perhaps because another program saved it anew. Ask the sender for the original file.",
            ),
            ReadError::NotJson => self.pick(
                "Isi berkas ini rusak dan tidak dapat dibaca. Minta pengirim mengirim ulang, atau pilih berkas yang namanya dimulai dengan KUBE.",
                "This file's contents are damaged and cannot be read. Ask the sender to send it again, or choose one whose name begins with KUBE.",
            ),
            ReadError::Mixed => self.pick(
                "Ada isi lain di depan atau di belakang isi berkas ini; mungkin dua berkas tergabung menjadi satu. Minta pengirim mengirim ulang satu per satu.",
                "Something else stands before or behind what this file holds; perhaps two files were joined into one. Ask the sender to send them again one by one.",
            ),
            ReadError::Sealed => self.pick(
                "Berkas ini terkunci kata sandi dan tidak dapat dibuka dengan cara ini. Pilih berkas terkunci itu sendiri, atau minta langsung dari pengirim.",
                "This file is locked with a passphrase and cannot be opened this way. Choose the locked file by itself, or ask the sender for it.",
            ),
            ReadError::Unreadable => self.pick(
                "Peramban tidak dapat membaca berkas ini. Periksa apakah berkasnya masih ada dan sudah selesai diunduh, lalu pilih lagi.",
                "The browser cannot read this file. Check that it is still there and has been downloaded, then choose it again.",
            ),
            ReadError::Other(content) => self.not_a_book(*content),
            ReadError::Truncated => self.pick(
                "Berkas ini terpotong di tengah. Minta pengirim mengirim ulang seluruhnya.",
                "This file stops in the middle. Ask the sender to send all of it again.",
            ),
            ReadError::TooDeep => self.pick(
                "Susunan berkas ini tidak wajar dan tidak dibaca. Minta berkas baru dari pengirim.",
                "This file is built in an abnormal way and is not read. Ask the sender for a new one.",
            ),
            ReadError::NotOurs => self.pick(
                "Berkas ini berisi data lain, bukan Buku KUBE. Pilih berkas yang namanya dimulai dengan KUBE.",
                "This file holds other data, not a Buku KUBE. Choose one whose name begins with KUBE.",
            ),
            ReadError::Newer => self.pick(
                "Berkas ini dibuat Buku KUBE versi lebih baru. Muat ulang halaman ini saat ada jaringan, lalu buka lagi.",
                "This file was made by a newer Buku KUBE. Reload this page when there is a network, then open it again.",
            ),
            ReadError::Header => self.pick(
                "Bagian awal berkas ini rusak. Minta pengirim mengirim ulang.",
                "The first part of this file is damaged. Ask the sender to send it again.",
            ),
            ReadError::Checksum => self.pick(
                "Isi berkas ini berubah sejak dikirim. Minta pengirim mengirim ulang.",
                "This file's contents have changed since it was sent. Ask the sender to send it again.",
            ),
            ReadError::TooMany => self.pick(
                "Berkas ini berisi terlalu banyak catatan. Minta pengirim mengirim per KUBE.",
                "This file holds too many records. Ask the sender to send one KUBE at a time.",
            ),
            ReadError::Shape(whose) => {
                let whose = self.whose(whose);
                return match self {
                    Self::Id => format!("{whose} rusak. Minta pengirim mengirim ulang."),
                    Self::En => format!("{whose} is misshapen. Ask the sender to send the file again."),
                };
            }
            ReadError::Value(whose, field, fault) => return self.bad_value(whose, field.label(self), *fault),
            ReadError::Full => self.pick(
                "Dengan berkas ini buku menjadi terlalu besar untuk dikirim. Gabungkan berkas per KUBE, yang perlu saja.",
                "With this file the book would be too large to send. Take in single KUBE, only those needed.",
            ),
        };
        plain.to_owned()
    }

    /// Why the storage did not keep something.
    pub fn storage_error(self, error: StorageError) -> &'static str {
        match error {
            StorageError::Denied => self.first_texts().storage_denied,
            StorageError::Full => self.pick(
                "Ruang penyimpanan peramban ini penuh. Kirim berkas sekarang agar tidak hilang, lalu kosongkan ruang.",
                "The storage of this browser is full. Send a file now so that nothing is lost, then free some space.",
            ),
            StorageError::NotKept => self.pick(
                "Peramban tidak menyimpan dengan benar. Kirim berkas sekarang agar tidak hilang.",
                "The browser did not save correctly. Send a file now so that nothing is lost.",
            ),
        }
    }

    fn bad_value(self, whose: &Whose, label: &str, fault: Fault) -> String {
        let (whose, why) = (self.whose(whose), self.fault(fault));
        match self {
            Self::Id => {
                format!("{whose}, isian {label}: {why} Berkas tidak digabungkan; minta pengirim memperbaikinya.")
            }
            Self::En => format!("{whose}, {label}: {why} The file was not taken in; ask the sender to correct it."),
        }
    }

    fn whose(self, whose: &Whose) -> String {
        let number = self.number(whose.number);
        match (&whose.name, self) {
            (Some(name), Self::Id) => format!("Catatan ke-{number} (\"{name}\")"),
            (Some(name), Self::En) => format!("Record {number} (\"{name}\")"),
            (None, Self::Id) => format!("Catatan ke-{number}"),
            (None, Self::En) => format!("Record {number}"),
        }
    }
}
