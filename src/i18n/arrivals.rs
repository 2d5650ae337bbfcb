//! What is said of files that came, of wrong ones, and of windows inside other apps.

use super::Lang;
use crate::agent::{Host, InApp};
use crate::exchange::Content;

impl Lang {
    /// Why a file that holds no book is refused, by what it is instead.
    pub fn not_a_book(self, content: Content) -> &'static str {
        match content {
            Content::Nothing => self.pick(
                "Berkas ini kosong. Minta pengirim mengirim ulang.",
                "This file is empty. Ask the sender to send it again.",
            ),
            Content::Picture => self.pick(
                "Ini gambar, bukan berkas Buku KUBE. Pilih berkas KUBE; bila isinya daftar, minta sebagai Excel atau CSV.",
                "This is a picture, not a Buku KUBE file. Choose a KUBE file; if it shows a list, ask for it as Excel or CSV.",
            ),
            Content::Recording => self.pick(
                "Ini rekaman suara atau video, bukan berkas Buku KUBE. Pilih berkas yang namanya dimulai dengan KUBE.",
                "This is a sound or a film, not a Buku KUBE file. Choose one whose name begins with KUBE.",
            ),
            Content::Pdf => self.pick(
                "Ini PDF, bukan berkas Buku KUBE. Pilih berkas KUBE; bila isinya daftar, minta sebagai Excel atau CSV.",
                "This is a PDF, not a Buku KUBE file. Choose a KUBE file; if it holds a list, ask for it as Excel or CSV.",
            ),
            Content::Words => self.pick(
                "Ini dokumen Word atau sejenisnya, bukan berkas Buku KUBE. Pilih berkas yang namanya dimulai dengan KUBE.",
                "This is a document of Word or the like, not a Buku KUBE file. Choose one whose name begins with KUBE.",
            ),
            Content::Slides => self.pick(
                "Ini salindia (PowerPoint), bukan berkas Buku KUBE. Pilih berkas yang namanya dimulai dengan KUBE.",
                "These are slides (PowerPoint), not a Buku KUBE file. Choose one whose name begins with KUBE.",
            ),
            Content::Sheet | Content::OldSheet => self.pick(
                "Ini lembar kerja (Excel). Pilih lagi sendiri, tanpa berkas lain, agar isinya dapat diimpor.",
                "This is a spreadsheet (Excel). Choose it again by itself, without other files, so that it can be taken in.",
            ),
            Content::OldOffice => self.pick(
                "Ini berkas Office lama, bukan berkas Buku KUBE. Pilih berkas yang namanya dimulai dengan KUBE.",
                "This is an old Office file, not a Buku KUBE file. Choose one whose name begins with KUBE.",
            ),
            Content::OldTable => self.pick(
                "Ini tabel dari program lama. Buka di Excel atau LibreOffice, simpan sebagai .xlsx, lalu pilih lagi.",
                "This is a table of an old program. Open it in Excel or LibreOffice, save it as .xlsx, then choose it again.",
            ),
            Content::Apple => self.pick(
                "Ini berkas Numbers atau sejenisnya dari Apple. Di Numbers, ekspor sebagai Excel atau CSV, lalu pilih hasilnya.",
                "This is a file of Apple's Numbers or the like. In Numbers, export it as Excel or CSV, then choose the result.",
            ),
            Content::Link => self.pick(
                "Ini hanya tautan, isinya ada di internet. Buka tautannya, unduh sebagai Excel (.xlsx), lalu pilih hasilnya.",
                "This is only a link; what it leads to is on the internet. Open it, download it as Excel (.xlsx), then choose that.",
            ),
            Content::Archive => self.pick(
                "Ini arsip (zip atau sejenisnya). Buka arsipnya dulu, lalu pilih berkas KUBE yang ada di dalamnya.",
                "This is an archive (zip or the like). Unpack it first, then choose the KUBE file that is in it.",
            ),
            Content::Gzip => self.pick(
                "Ini berkas terkompresi (gzip), rusak atau tidak dapat dibuka di sini. Minta pengirim mengirim ulang berkas KUBE yang tidak terkompresi.",
                "This is a compressed file (gzip) that is damaged or cannot be unpacked here. Ask the sender for the KUBE file that is not compressed.",
            ),
            Content::Page => self.pick(
                "Ini halaman web, bukan berkas Buku KUBE. Mungkin unduhannya gagal; minta pengirim mengirim ulang berkasnya.",
                "This is a web page, not a Buku KUBE file. The download may have failed; ask the sender to send the file again.",
            ),
            Content::Text => self.pick(
                "Ini teks biasa, bukan berkas Buku KUBE. Pilih berkas yang namanya dimulai dengan KUBE.",
                "This is plain text, not a Buku KUBE file. Choose one whose name begins with KUBE.",
            ),
            Content::Json | Content::Unknown => self.pick(
                "Ini bukan berkas Buku KUBE. Pilih berkas yang namanya dimulai dengan KUBE.",
                "This is not a Buku KUBE file. Choose one whose name begins with KUBE.",
            ),
        }
    }

    /// That these wait while the first of several lists is open.
    pub fn lists_wait(self, names: &[&str]) -> String {
        let names = names.join(", ");
        match self {
            Self::Id => format!("Daftar dibuka satu per satu. Menunggu di halaman Berkas: {names}."),
            Self::En => format!("Lists are opened one by one. Waiting on the page Files: {names}."),
        }
    }

    /// How many files came and are not opened yet.
    pub fn files_waiting(self, number: usize) -> String {
        let counted = self.number(number);
        match self {
            Self::Id => format!("{counted} berkas sudah sampai dan belum dibuka."),
            Self::En if number == 1 => "1 file has come and is not opened yet.".to_owned(),
            Self::En => format!("{counted} files have come and are not opened yet."),
        }
    }

    /// That a file is ready, what it is called and how large it is; `bytes` of its text.
    pub fn file_ready(self, name: &str, bytes: usize) -> String {
        let size = if bytes < 1_000_000 {
            format!("{} kB", self.number(bytes.div_ceil(1000)))
        } else {
            let tenths = bytes.div_ceil(100_000);
            format!("{}{}{} MB", self.number(tenths / 10), self.pick(",", "."), tenths % 10)
        };
        match self {
            Self::Id => format!("Berkas siap: {name} ({size})."),
            Self::En => format!("The file is ready: {name} ({size})."),
        }
    }

    /// What a button of one of several files does, for those who hear it and do not see the row.
    pub fn about_file(self, word: &str, name: &str) -> String {
        format!("{word}: {name}")
    }

    /// In which app this window is.
    pub fn inside_of(self, at: InApp) -> String {
        let name = host_name(at.host);
        match (self, name) {
            (Self::Id, Some(name)) => format!("Halaman ini sedang dibuka di dalam {name}, bukan di peramban."),
            (Self::Id, None) => "Halaman ini sedang dibuka di dalam aplikasi lain, bukan di peramban.".to_owned(),
            (Self::En, Some(name)) => format!("This page is open inside {name}, not in a browser."),
            (Self::En, None) => "This page is open inside another app, not in a browser.".to_owned(),
        }
    }

    /// How to get from there to a real browser.
    pub fn way_out(self, at: InApp) -> &'static str {
        if at.is_apple {
            return match at.host {
                Host::WhatsApp | Host::Telegram => self.pick(
                    "Ketuk gambar kompas di bawah, lalu lanjutkan di Safari.",
                    "Tap the compass at the bottom, then go on in Safari.",
                ),
                _ => self.pick(
                    "Ketuk ⋯ atau gambar Bagikan, lalu Buka di Safari atau Buka di browser eksternal.",
                    "Tap ⋯ or the Share icon, then Open in Safari or Open in external browser.",
                ),
            };
        }
        match at.host {
            Host::WhatsApp | Host::Telegram | Host::Other => self
                .pick("Ketuk ⋮ di pojok atas, lalu Buka di Chrome.", "Tap ⋮ in the upper corner, then Open in Chrome."),
            Host::Facebook | Host::Messenger | Host::Instagram => self.pick(
                "Ketuk ⋮ atau ⋯ di pojok atas, lalu Buka di browser eksternal atau Buka di Chrome.",
                "Tap ⋮ or ⋯ in the upper corner, then Open in external browser or Open in Chrome.",
            ),
            Host::Line => self.pick(
                "Ketuk ⋮ di pojok atas, lalu Buka di browser lain.",
                "Tap ⋮ in the upper corner, then Open in other browser.",
            ),
            Host::TikTok => self.pick(
                "Ketuk ⋯ di pojok atas, lalu Buka di browser.",
                "Tap ⋯ in the upper corner, then Open in browser.",
            ),
        }
    }
}

/// What an app is called everywhere.
fn host_name(host: Host) -> Option<&'static str> {
    Some(match host {
        Host::WhatsApp => "WhatsApp",
        Host::Facebook => "Facebook",
        Host::Messenger => "Messenger",
        Host::Instagram => "Instagram",
        Host::Line => "LINE",
        Host::Telegram => "Telegram",
        Host::TikTok => "TikTok",
        Host::Other => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTS: [Host; 8] = [
        Host::WhatsApp,
        Host::Facebook,
        Host::Messenger,
        Host::Instagram,
        Host::Line,
        Host::Telegram,
        Host::TikTok,
        Host::Other,
    ];

    #[test]
    fn every_window_inside_an_app_has_its_sentence_in_both_languages() {
        for (host, is_apple) in HOSTS.iter().flat_map(|host| [(*host, false), (*host, true)]) {
            let at = InApp { host, is_apple };
            let sentences = |lang: Lang| [lang.inside_of(at), lang.way_out(at).to_owned()];
            for (id, en) in sentences(Lang::Id).iter().zip(sentences(Lang::En)) {
                assert!(id.ends_with('.') && en.ends_with('.') && *id != en, "{id} {en}");
            }
        }
        let at = InApp { host: Host::WhatsApp, is_apple: false };
        assert_eq!(Lang::Id.inside_of(at), "Halaman ini sedang dibuka di dalam WhatsApp, bukan di peramban.");
        assert_eq!(Lang::Id.way_out(at), "Ketuk ⋮ di pojok atas, lalu Buka di Chrome.");
    }

    #[test]
    fn a_wrong_file_is_called_by_what_it_is() {
        use Content::*;
        let all = [
            Nothing, Json, Page, Text, Gzip, Sheet, Words, Slides, OldSheet, OldTable, OldOffice, Apple, Link, Archive,
            Pdf, Picture, Recording, Unknown,
        ];
        for content in all {
            let (id, en) = (Lang::Id.not_a_book(content), Lang::En.not_a_book(content));
            assert!(id.ends_with('.') && en.ends_with('.') && id != en, "{content:?}");
        }
        assert!(Lang::En.not_a_book(Picture).contains("picture") && Lang::Id.not_a_book(Pdf).contains("PDF"));
    }

    #[test]
    fn a_file_that_is_ready_says_its_size() {
        let said = |lang: Lang, bytes| lang.file_ready("KUBE Kaltim - lengkap - 2026-06-05.txt", bytes);
        assert_eq!(said(Lang::Id, 1), "Berkas siap: KUBE Kaltim - lengkap - 2026-06-05.txt (1 kB).");
        assert_eq!(said(Lang::Id, 4_449_000), "Berkas siap: KUBE Kaltim - lengkap - 2026-06-05.txt (4,5 MB).");
        assert_eq!(said(Lang::En, 999_001), "The file is ready: KUBE Kaltim - lengkap - 2026-06-05.txt (1,000 kB).");
        assert_eq!(said(Lang::En, 1_000_000), "The file is ready: KUBE Kaltim - lengkap - 2026-06-05.txt (1.0 MB).");
    }

    #[test]
    fn waiting_files_are_counted() {
        assert_eq!(Lang::En.files_waiting(1), "1 file has come and is not opened yet.");
        assert_eq!(Lang::En.files_waiting(1200), "1,200 files have come and are not opened yet.");
        assert_eq!(Lang::Id.files_waiting(3), "3 berkas sudah sampai dan belum dibuka.");
    }
}
