//! The fixed texts of the screens, both languages side by side: those of the first screen, and the rest.

use std::ops::Deref;

use super::Lang;

macro_rules! texts {
    ($(#[$struct_doc:meta])* $Texts:ident $ID:ident $EN:ident $ALL:ident
        { $($first:ident: $First:ident = $first_id:ident | $first_en:ident)? }
        $( $(#[$doc:meta])* $name:ident = $id:literal | $en:literal, )*) => {
        $(#[$struct_doc])*
        #[derive(Debug)]
        #[allow(missing_docs)]
        pub struct $Texts { $($first: &'static $First,)? $( $(#[$doc])* pub $name: &'static str, )* }

        pub(super) static $ID: $Texts = $Texts { $($first: &$first_id,)? $( $name: $id, )* };
        pub(super) static $EN: $Texts = $Texts { $($first: &$first_en,)? $( $name: $en, )* };

        #[cfg(test)]
        pub(super) const $ALL: &[(&str, &str, &str)] = &[ $( (stringify!($name), $id, $en), )* ];
    };
}
pub(super) use texts;

/// The texts of the first screen are texts, too.
impl Lang {
    /// The fixed texts of the first screen.
    pub fn first_texts(self) -> &'static FirstTexts {
        match self {
            Self::Id => &FIRST_ID,
            Self::En => &FIRST_EN,
        }
    }

    /// All fixed texts. They come with the second wasm: the first must not ask for them.
    pub fn texts(self) -> &'static Texts {
        match self {
            Self::Id => &ID,
            Self::En => &EN,
        }
    }
}

impl Deref for Texts {
    type Target = FirstTexts;

    fn deref(&self) -> &FirstTexts {
        self.first
    }
}

texts! {
    /// The fixed texts of the shell and of Ringkasan in one language: all that the first wasm has. Each field is named for what
    /// it says.
    FirstTexts FIRST_ID FIRST_EN FIRST_ALL {}

    app_name = "Buku KUBE" | "Buku KUBE",
    skip_to_content = "Langsung ke isi" | "Skip to content",
    main_places = "Menu utama" | "Main menu",
    back = "Kembali" | "Back",
    close = "Tutup" | "Close",
    form_go_on = "Lanjutkan mengisi" | "Go on with it",
    unnamed_group = "KUBE tanpa nama" | "KUBE without a name",

    // The five places.
    place_summary = "Ringkasan" | "Summary",
    place_groups = "KUBE" | "KUBE",
    place_events = "Kegiatan" | "Events",
    place_files = "Berkas" | "Files",
    place_more = "Lainnya" | "More",

    // While the second part of the app is on its way.
    page_coming = "Halaman ini sedang dimuat…" | "This page is on its way…",
    page_not_fetched = "Bagian aplikasi ini belum termuat. Periksa sinyal, lalu coba lagi. Data Anda tetap aman."
        | "This part of the app has not been fetched. Check the signal and try again; your data is still here.",
    page_again = "Coba lagi" | "Try again",

    // Save state.
    saved_here = "Tersimpan di perangkat ini" | "Saved on this device",
    saved_word = "Tersimpan" | "Saved",
    saving_now = "Menyimpan…" | "Saving…",
    storage_checking = "Memeriksa penyimpanan…" | "Checking storage…",
    storage_checking_word = "Memeriksa…" | "Checking…",
    saved_without_copy = "Tersimpan, tanpa salinan cadangan" | "Saved, without a second copy",
    saved_without_copy_word = "Tanpa salinan" | "No copy",
    saved_in_copy = "Tersimpan hanya di salinan cadangan" | "Saved in the second copy only",
    saved_in_copy_word = "Salinan saja" | "Copy only",
    outdated = "Versi lama" | "Old version",
    outdated_text = "Buku ini sudah dibuka dengan versi aplikasi yang lebih baru. Halaman versi lama ini tidak lagi menyimpan perubahan. Muat ulang halaman; isian yang belum disimpan akan muncul kembali."
        | "This book has been opened with a newer version of the app. This old page saves nothing any more; reload the page. What you were typing will come back.",
    reload = "Muat ulang" | "Reload",
    new_version_use = "Pakai sekarang" | "Use it now",
    go_on_in_copy = "Lanjutkan dengan salinan cadangan saja" | "Go on with the second copy only",
    in_copy_text = "Penyimpanan utama penuh; isian hanya disimpan di salinan cadangan. Kirim berkas, lalu kosongkan ruang penyimpanan."
        | "The main place is full: entries are kept in the second copy only. Send a file, then free some space.",
    save_failed = "Gagal menyimpan" | "Saving failed",
    practice_banner = "Latihan: data contoh" | "Practice: invented data",
    practice_leave = "Keluar dari latihan" | "Leave practice",
    storage_denied = "Peramban ini tidak mengizinkan penyimpanan data. Buka halaman ini di jendela biasa (bukan jendela samaran/pribadi), atau izinkan penyimpanan situs. Isian Anda akan hilang bila halaman ditutup."
        | "This browser gives no place to save. Open this page in an ordinary window (not a private one) or allow site storage; what you enter now is lost when the page is closed.",
    try_again = "Coba simpan lagi" | "Try saving again",

    // Summary.
    summary_title = "Ringkasan Kaltim" | "Kaltim summary",
    scope_label = "Program dan tahun" | "Programme and year",
    scope_all = "Semua" | "All",
    city_switch = "Wilayah yang dilihat" | "Area looked at",
    city_province = "Provinsi" | "Province",
    city_mine = "Kota saya" | "My city",
    city_other = "Ganti kota" | "Another city",
    figure_groups = "KUBE terdaftar" | "KUBE registered",
    figure_households = "KK terdaftar" | "Households (KK) registered",
    figure_per_group = "KK per KUBE" | "Households per KUBE",
    figure_active = "KUBE aktif" | "active KUBE",
    chart_groups_title = "KUBE per kabupaten/kota" | "KUBE per city and regency",
    chart_households_title = "KK per kabupaten/kota" | "Households (KK) per city and regency",
    chart_registered = "Terdaftar" | "Registered",
    chart_allocated = "Alokasi" | "Allocated",
    chart_keys = "Panah atas dan bawah: batang lain. Enter: KUBE di baliknya." | "Up and down arrows: other bars. Enter: the KUBE behind one.",
    chart_table = "Tabel" | "Table",
    chart_one = "Diagram" | "Chart",
    chart_more = "Diagram lain dan unduh" | "More charts and downloads",
    chart_region = "Kabupaten/kota" | "City or regency",
    unit_groups = "KUBE" | "KUBE",
    unit_households = "KK" | "households",
    chart_total = "Jumlah" | "Total",
    chart_unplaced = "Wilayah belum diisi" | "Place not filled in",
    chart_source = "Alokasi: siaran pers Pemprov Kaltim, Juni 2014 (PKP): 50 KUBE, 500 KK. Siaran pers tidak menyebut tahun."
        | "Allocations: press release of the Government of East Kalimantan, 2014 (PKP): 50 KUBE, 500 KK.",
    chart_not_compared = "Tidak dibandingkan dengan alokasi: KUBE ini tidak semua dari satu program dan tahun. Pilih satu program dan tahun di atas."
        | "Not compared with allocations: these KUBE are not all of one programme and year. Choose one programme and year above.",
    chart_counts_what = "KK dihitung dari anggota yang belum keluar. Anggota satu KUBE dengan No. KK yang sama dihitung satu KK; setiap anggota tanpa No. KK juga dihitung satu KK."
        | "Households are counted from members who have not left; members of one KUBE with one family card number count once, a member without one counts as a household.",
    needs_title = "Perlu diperiksa" | "To be seen to",
    needs_nothing = "Tidak ada yang perlu diperiksa." | "Nothing needs seeing to.",
    empty_kube = "KUBE (Kelompok Usaha Bersama): 5–20 keluarga yang menjalankan satu usaha bersama."
        | "KUBE (Kelompok Usaha Bersama): 5–20 families who run one business together.",
    empty_here = "Semua isian tinggal di perangkat ini, sampai Anda sendiri mengirim berkas."
        | "All entries stay on this device, until you yourself send a file.",
    public_aid = "Anggotanya keluarga miskin; pemerintah memberi bantuan awal berupa uang atau barang."
        | "Its members are poor families; the government gives start-up aid in money or goods.",
    public_help = "Pendamping membantu kelompok sampai usahanya mandiri." | "A facilitator helps the group until its business stands by itself.",
    public_figures = "Program dalam angka" | "The programme in figures",
    public_trained = "Pendamping dari 5 kabupaten dilatih" | "Facilitators of 5 regencies trained",
    public_informed = "Penanggung jawab dari 3 kota mengikuti sosialisasi" | "Persons in charge of 3 cities informed",
    public_source = "Sumber: siaran pers Pemprov Kaltim, Juni 2014. Siaran pers tidak menyebut tahun-tahunnya."
        | "Source: press release of the Government of East Kalimantan, June 2014. It does not name the years.",
    public_events = "Lihat kegiatan yang diumumkan" | "See the events that were published",
    public_allocated = "Alokasi PKP 2014" | "Allocated by PKP in 2014",
    public_part = "Cara ikut" | "How to take part",
    public_part_group = "Bentuk kelompok 5–20 keluarga yang tinggal di kecamatan yang sama."
        | "Form a group of 5–20 families who live in one subdistrict.",
    public_part_welfare = "Tanyakan di kelurahan/desa apakah keluarga terdaftar di DTSEN (Data Tunggal Sosial dan Ekonomi Nasional)."
        | "Ask at the village office whether the families are in DTSEN, the national social and economic data.",
    public_part_proposal = "Ajukan usulan ke Dinas Sosial kabupaten/kota lewat TKSK atau pendamping."
        | "Hand a proposal to the social affairs office of the city or regency, through its TKSK or a facilitator.",
    public_part_decision = "Dinas Sosial memverifikasi usulan dan menetapkan penerima." | "The office verifies proposals and decides who receives aid.",
    public_part_not_here = "Buku KUBE tidak menerima pendaftaran. Syarat dapat berbeda tiap tahun; tanyakan di Dinas Sosial."
        | "Buku KUBE takes no applications. The conditions differ from year to year; ask at the social affairs office.",
    public_begin = "Mulai" | "Begin",
    make_book = "Buat buku" | "Keep a book",
    about_source_rules = "Ketentuan 5 sampai 20 KK, pengurus, dan satu kecamatan: Permensos 2/2019 Pasal 3."
        | "The rules of 5 to 20 households, officers and one subdistrict: Regulation of the Minister of Social Affairs 2/2019, article 3.",
    empty_title = "Buku ini masih kosong" | "This book is still empty",
    empty_facilitator = "Pendamping" | "Facilitator",
    empty_practice = "Coba dengan data latihan" | "Try it with practice data",
    empty_office = "Dinas Sosial" | "Social affairs office",
    empty_open_file = "Buka berkas atau daftar Excel" | "Open a file or an Excel list",
    empty_visitor = "Pengunjung" | "Visitor",
    programme_figures = "Angka program" | "Programme figures",

    // Groups.
    groups_title = "KUBE" | "KUBE",
    add_group = "Tambah KUBE" | "Add KUBE",

    // Forms.

    // Files.
    files_title = "Berkas" | "Files",

    // Preview of a file.
    duplicates_title = "Data ganda" | "Duplicates",
    duplicates_pair_title = "Bandingkan" | "Compare",
    duplicates_look = "Periksa data ganda" | "Check for duplicates",
    preview_title = "Periksa berkas" | "Check the file",
    list_title = "Impor dari tabel" | "Take in a table",
    undo = "Urungkan" | "Undo",

    // Conflicts, and what has come from whom.
    conflicts_title = "Isian yang berbeda" | "Values in conflict",
    bin_title = "Terhapus" | "Deleted",
    coverage_title = "Kelengkapan berkas" | "What has come in",

    // Events.

    // More.
    more_title = "Lainnya" | "More",
    storage_title = "Penyimpanan" | "Storage",
    practice_title = "Mode latihan" | "Practice mode",
    practice_exercises = "Latihan" | "Exercises",
    page_missing_title = "Halaman tidak ada" | "No such page",
}

texts! {
    /// The fixed texts in one language. Each field is named for what it says.
    Texts ID EN ALL { first: FirstTexts = FIRST_ID | FIRST_EN }

    cancel = "Batal" | "Cancel",
    save = "Simpan" | "Save",
    optional = "boleh menyusul" | "can follow later",
    required = "wajib diisi" | "required",
    not_filled_in = "belum diisi" | "not filled in",
    not_chosen = "Belum dipilih" | "Not chosen yet",
    unnamed_member = "Anggota tanpa nama" | "Member without a name",
    healed = "Sebagian data di peramban ini rusak dan sudah dipulihkan dari salinan cadangan." | "Part of the book in this browser was damaged and has been restored from the second copy.",
    groups_search = "Cari KUBE, anggota, desa, pendamping, NIK" | "Search KUBE, member, village, facilitator, NIK",
    groups_filters = "Saring" | "Filter",
    filter_region = "Kabupaten/kota" | "City or regency",
    filter_all_regions = "Semua wilayah" | "All places",
    filter_programme = "Program" | "Programme",
    filter_year = "Tahun anggaran" | "Budget year",
    filter_status = "Status" | "Status",
    filter_need = "Yang perlu diperiksa" | "To be seen to",
    filter_clear = "Hapus saringan" | "Clear filters",
    groups_empty = "Di sini tampil KUBE yang Anda catat atau terima lewat berkas. Ketuk Tambah KUBE untuk yang pertama."
        | "The KUBE that you enter, or receive in files, are listed here. Tap Add KUBE for the first one.",
    groups_none_found = "Tidak ada KUBE yang cocok. Coba kata lain atau hapus saringan." | "No KUBE matches. Try other words or clear the filters.",
    paper_province = "Kalimantan Timur" | "East Kalimantan",
    groups_crowded = "Terlalu banyak anggota" | "Too many members",
    list_more = "Tampilkan lebih banyak" | "Show more",

    // A group's page.
    group_missing = "KUBE ini tidak ada di buku ini. Mungkin sudah dihapus, atau berkasnya belum dibuka di perangkat ini."
        | "This KUBE is not in this book. It may have been deleted, or its file has not been opened on this device.",
    group_parts = "Bagian KUBE ini" | "Parts of this KUBE",
    tab_members = "Anggota" | "Members",
    tab_profile = "Profil" | "Profile",
    tab_history = "Riwayat" | "History",
    clock_new_device = "Jam perangkat ini pernah jauh di depan, jadi buku ini sekarang memakai tanda perangkat baru. Tidak ada data yang hilang."
        | "The clock of this device was far ahead, so this book now uses a new device mark. No data is lost.",
    copy_new_device = "Berkas ini berisi isian bertanda perangkat ini yang tidak ada di buku ini: mungkin profil peramban disalin. Buku ini sekarang memakai tanda perangkat baru."
        | "The file holds entries with this device's mark that this book does not have: the browser profile may have been copied. This book now uses a new device mark.",
    recap_mark = "Rekap" | "Recap",
    recap_alone = "Di perangkat ini hanya ada rekap KUBE ini, tanpa data anggota. Data lengkapnya ada pada pengirim."
        | "Only a recap of this KUBE is on this device, without its members. The sender has all of it.",
    recap_newer = "Data anggota KUBE ini belum ada di perangkat ini. Angka berikut berasal dari rekap."
        | "The members of this KUBE are not on this device yet. These numbers are from a recap.",
    recaps_contradict = "Rekap lain menyebut angka lain:" | "Another recap says otherwise:",
    recap_members = "Anggota" | "Members",
    recap_households = "KK" | "Households",
    recap_women = "Perempuan" | "Women",
    recap_men = "Laki-laki" | "Men",
    recap_under_18 = "Umur di bawah 18" | "Under 18",
    recap_18_29 = "Umur 18–29" | "Aged 18–29",
    recap_30_39 = "Umur 30–39" | "Aged 30–39",
    recap_40_49 = "Umur 40–49" | "Aged 40–49",
    recap_50_59 = "Umur 50–59" | "Aged 50–59",
    recap_60_up = "Umur 60 ke atas" | "Aged 60 and over",
    recap_dtsen = "Ada di DTSEN" | "In DTSEN",
    recap_dtks = "Ada di DTKS" | "In DTKS",
    recap_bdt = "Ada di BDT" | "In BDT",
    recap_absent = "Belum terdaftar di data terpadu" | "In no welfare data",
    recap_poorest_four = "Desil 1–4" | "Deciles 1–4",
    send_this_group = "Kirim KUBE ini" | "Send this KUBE",
    member_left = "sudah keluar" | "has left",
    edit_profile = "Ubah profil" | "Edit profile",
    erase_confirm = "Ya, hapus" | "Yes, delete",
    conflict_title = "Dua isian berbeda" | "Two different values",
    conflict_explain = "Isian ini diubah di lebih dari satu perangkat. Semuanya disimpan sampai Anda memilih yang benar atau menulis isian lain."
        | "This was changed in more than one place. All values are kept until you choose the right one, or write another.",
    conflict_this_device = "di perangkat ini" | "on this device",
    conflict_keep = "Pakai yang ini" | "Use this one",
    conflict_empty = "(dikosongkan)" | "(emptied)",
    history_none = "Belum ada perubahan." | "No changes yet.",
    history_erased = "Satu data dihapus" | "One record deleted",
    history_recap = "Rekap dibuat" | "Recap made",
    history_other = "Catatan jenis lain, dari versi lebih baru" | "A record of another kind, of a newer version",
    history_newer = "isian dari versi lebih baru" | "a field of a newer version",
    show_hidden = "Tampilkan" | "Show",
    hide_shown = "Sembunyikan" | "Hide",
    form_summary_title = "Ada yang perlu diperbaiki" | "Something needs correcting",
    form_more = "Isian lain" | "More fields",
    form_changed_elsewhere = "Saat Anda mengisi, data ini diubah di perangkat atau tab lain. Isian Anda tetap ada; bila isian yang sama diubah, keduanya ditampilkan setelah disimpan."
        | "While you were typing, this was changed elsewhere. What you typed stays; if both changed the same field, both are shown after saving.",
    form_gone = "Catatan ini sudah dihapus di jendela lain atau oleh berkas, jadi tidak disimpan. Yang Anda ketik masih ada di sini."
        | "This record has been deleted in another window or by a file, so nothing was saved. What you typed is still here.",
    form_group_gone = "KUBE ini sudah dihapus di jendela lain atau oleh berkas, jadi tidak ada tempat untuk menyimpan. Yang Anda ketik masih ada di sini; salin bila perlu."
        | "This KUBE has been deleted in another window or by a file, so there is nowhere to save to. What you typed is still here; copy it if you need it.",
    form_begin_anew = "Jadikan catatan baru" | "Make it a new record",
    form_waits = "Isian Anda belum disimpan dan menunggu di formulirnya." | "Your entries are not saved yet and wait in their form.",
    form_draft_restored = "Isian yang belum disimpan dikembalikan." | "Your unsaved entries have been brought back.",
    form_draft_drop = "Hapus isian ini" | "Discard these entries",
    save_and_add = "Simpan & tambah lagi" | "Save & add another",
    save_and_finish = "Simpan & selesai" | "Save & finish",
    save_group_and_members = "Simpan & isi anggota" | "Save & enter members",
    region_help = "Ketik nama kelurahan, desa, atau kecamatan" | "Type the name of the village or subdistrict",
    region_none = "Tidak ditemukan. Periksa ejaan, atau ketik nama kecamatannya." | "Not found. Check the spelling, or type the subdistrict.",
    date_help = "Contoh: 05/06/1990" | "Example: 05/06/1990 (day first)",
    nik_help = "16 digit sesuai KTP" | "16 digits on the identity card",
    choose = "Pilih" | "Choose",
    send_title = "Kirim" | "Send",
    send_text = "Isi buku ini menjadi satu berkas, misalnya untuk WhatsApp. Penerima membukanya di Buku KUBE; tidak ada yang ditimpa."
        | "The contents of this book become one file, for instance for WhatsApp. The receiver opens it in Buku KUBE; nothing is overwritten.",
    send_warning = "Berkas ini memuat nama, NIK, dan data pribadi lain. Kirim hanya kepada satu orang yang memerlukannya, bukan ke grup."
        | "This file holds names, NIK and other personal data. Send it only to the one person who needs it, not to a chat group.",
    send_share = "Bagikan" | "Share",
    send_download = "Unduh" | "Download",
    send_copy = "Salin teks" | "Copy text",
    send_nothing = "Belum ada yang dapat dikirim. Catat KUBE dulu." | "There is nothing to send yet. Enter a KUBE first.",
    sender_name = "Nama Anda di berkas" | "Your name in the file",
    sender_unknown = "pengirim tidak dikenal" | "an unknown sender",
    sender_help = "Supaya penerima tahu berkas ini dari siapa." | "So that the receiver knows who the file is from.",
    open_title = "Buka" | "Open",
    open_text = "Berkas dari rekan, atau daftar Excel atau CSV milik kantor. Isinya ditampilkan dulu; tidak ada yang berubah sebelum Anda setuju."
        | "A colleague's file, or an Excel or CSV list of the office. You see what is in it first; nothing changes before you agree.",
    open_choose = "Pilih berkas" | "Choose a file",
    open_failed = "Berkas tidak dapat dibaca peramban. Pilih lagi, atau simpan dulu ke HP lalu pilih dari sana."
        | "The browser could not read the file. Choose it again, or save it to the phone first and choose it there.",
    open_drop = "atau seret berkas ke halaman ini" | "or drop files on this page",
    open_paste = "Tempel teks berkas" | "Paste the file's text",
    open_paste_label = "Teks berkas" | "Text of the file",
    open_paste_go = "Periksa teks" | "Check the text",
    open_drop_now = "Lepaskan di sini untuk membuka" | "Let go here to open",
    arrived_title = "Berkas yang belum dibuka" | "Files that wait",
    arrived_unnamed = "teks tanpa nama" | "a text without a name",
    arrived_open = "Buka" | "Open",
    arrived_open_all = "Buka semua" | "Open all",
    arrived_drop = "Hapus" | "Throw away",
    arrived_waiting = "Ada berkas yang sudah dibagikan ke sini dan belum dibuka. Lihat halaman Berkas."
        | "A file that was shared here is not opened yet. See the page Files.",
    shared_nothing = "Yang dibagikan ke sini tidak memuat berkas ataupun teks. Bagikan berkasnya, bukan tautannya."
        | "What was shared here held neither a file nor a text. Share the file itself, not a link.",
    shared_full = "Terlalu banyak berkas yang belum dibuka, sehingga berkas yang baru dibagikan tidak disimpan. Buka atau hapus berkas itu, lalu bagikan sekali lagi."
        | "Too many files are waiting, so what was just shared is not kept. Open or throw away those that wait, then share it once more.",
    shared_failed = "Yang dibagikan ke sini tidak dapat disimpan; mungkin penyimpanan perangkat penuh. Simpan dulu berkasnya ke perangkat, lalu pilih di sini."
        | "What was shared here could not be kept; the device may be full. Save the file to the device first, then choose it here.",
    shared_missed = "Yang dibagikan belum diterima, karena aplikasi ini belum tersimpan lengkap di perangkat. Sekarang bagikan sekali lagi."
        | "What was shared has not been received, because this app was not yet kept whole on the device. Share it once more now.",
    in_app_title = "Buka di peramban biasa" | "Open in a real browser",
    in_app_why = "Di sini isian mudah hilang, dan berkas sering tidak dapat dikirim atau diunduh."
        | "What you enter here is easily lost, and files often cannot be sent or downloaded.",
    in_app_or_copy = "Bila pilihan itu tidak ada: salin alamat ini, lalu tempelkan di Chrome atau Safari."
        | "If there is no such choice: copy this address, then paste it in Chrome or Safari.",
    in_app_copy = "Salin alamat" | "Copy the address",
    in_app_copied = "Alamat disalin. Tempelkan di peramban." | "Address copied. Paste it in your browser.",
    in_app_not_copied = "Menyalin tidak diizinkan di sini. Tekan lama alamat itu, lalu Salin."
        | "Copying is not allowed here. Press the address and hold, then Copy.",
    in_app_carry = "Yang sudah diisi di sini tidak ikut berpindah: kirim dulu berkasnya dari bagian Kirim."
        | "What was entered here does not move along: first send a file from the part Send.",
    in_app_notice = "Halaman ini dibuka di dalam aplikasi lain, bukan di peramban. Cara pindah ada di halaman Berkas."
        | "This page is open inside another app, not in a browser. The page Files says how to move.",
    send_prepare = "Siapkan berkas" | "Prepare the file",
    send_preparing = "Menyiapkan berkas… Ini dapat memakan beberapa detik." | "Preparing the file… This can take a few seconds.",
    send_kind = "Jenis berkas" | "Kind of file",
    send_weak = "Kata sandi terlalu mudah ditebak. Pakai saran, atau tulis yang lebih panjang."
        | "The passphrase is too easy to guess. Use the suggestion, or write a longer one.",
    send_unanswered = "Berkas tidak dapat disiapkan sekarang. Muat ulang halaman, lalu coba lagi."
        | "The file cannot be prepared now. Reload the page, then try again.",
    receiver_name = "Untuk" | "For",
    receiver_help = "Kantor atau orang yang menerima. Setelah satu kali, Anda dapat mengirim perubahan saja."
        | "The office or person who receives it. After the first time you can send changes only.",
    share_absent = "Peramban ini tidak dapat membagikan berkas. Ketuk Unduh, lalu lampirkan berkas itu di WhatsApp."
        | "This browser cannot share files. Tap Download, then attach that file in WhatsApp.",
    share_absent_here = "Perangkat ini tidak dapat membagikan berkas. Ketuk Salin teks, lalu tempelkan di WhatsApp."
        | "This device cannot share files. Tap Copy text, then paste it in WhatsApp.",
    share_refused = "Peramban menolak membagikan berkas; belum ada yang terkirim. Ketuk Unduh, lalu lampirkan berkas itu di WhatsApp."
        | "The browser refused to share the file; nothing has been sent. Tap Download, then attach that file in WhatsApp.",
    share_refused_here = "Berkas tidak boleh dibagikan; belum ada yang terkirim. Ketuk Salin teks lalu tempelkan di WhatsApp, atau coba Bagikan sekali lagi."
        | "The file may not be shared; nothing has been sent. Tap Copy text and paste it in WhatsApp, or try Share once more.",
    download_failed = "Peramban tidak dapat membuat unduhan. Pakai Salin teks." | "The browser cannot make a download. Use Copy text.",
    copy_failed_here = "Menyalin tidak diizinkan di sini. Coba Bagikan sekali lagi." | "Copying is not allowed here. Try Share once more.",
    aside_title = "Data yang tidak terbaca" | "Data that cannot be read",
    aside_text = "Bagian ini rusak atau ditulis versi yang lebih baru. Teks aslinya disimpan apa adanya. Unduh dan kirimkan kepada pengelola."
        | "This part is damaged or was written by a newer version. Its original text is kept as it is. Download it and send it to your administrator.",
    where_title = "Tempat data Anda disimpan" | "Where your data is",
    where_text = "Tidak ada server. Bila perangkat ini hilang atau data situs dihapus, yang tersisa hanya berkas yang sudah keluar dari sini. Sisa data yang dihapus dapat tertinggal di penyimpanan peramban sampai dibersihkannya sendiri."
        | "There is no server. If this device is lost or site data is cleared, only the files that have left it remain. Traces of deleted data may stay in the browser's storage until it cleans up.",
    where_here = "Di perangkat ini" | "On this device",
    where_file = "Di berkas" | "In a file",
    where_folder = "Di folder" | "In a folder",
    keeps = "Peramban ini tidak akan menghapus data Anda tanpa diminta." | "This browser will not clear your data by itself.",
    keeps_not = "Peramban ini dapat menghapus data Anda bila ruang penyimpanan menipis. Pasang halaman ini di layar utama atau simpan sebagai markah (bookmark), lalu minta lagi."
        | "This browser may clear your data when space is short. Install this page on the home screen or bookmark it, then ask again.",
    keeps_unknown = "Peramban ini tidak memberi tahu apakah data Anda dapat dihapus tanpa diminta. Kirim berkas secara teratur."
        | "This browser does not say whether it may clear your data by itself. Send a file regularly.",
    keeps_ask = "Minta agar tidak dihapus" | "Ask it not to clear",

    // A folder on a computer.
    folder_title = "Folder cadangan" | "Backup folder",
    folder_text = "Setiap kali halaman ini ditinggalkan, isi buku ditulis ke folder pilihan Anda di perangkat ini: satu berkas untuk setiap hari pemakaian. Berkasnya memuat NIK; pilih folder yang hanya Anda buka."
        | "Whenever you leave this page, the book is written to a folder of your choice on this device: one file for each day of work. The file holds NIK; choose a folder that only you open.",
    folder_choose = "Pilih folder" | "Choose a folder",
    folder_other = "Ganti folder" | "Choose another folder",
    folder_stop = "Berhenti menulis" | "Stop writing",
    folder_allow = "Izinkan lagi" | "Allow again",
    folder_lapsed = "Peramban meminta izin lagi untuk menulis ke folder ini. Sampai diizinkan, tidak ada yang ditulis."
        | "The browser asks for permission again to write to this folder. Until you allow it, nothing is written.",
    folder_refused = "Izin menulis ke folder ini ditolak. Izinkan lagi, atau pilih folder lain."
        | "Permission to write to this folder was refused. Allow it again, or choose another folder.",
    folder_gone = "Folder ini tidak ditemukan; mungkin dipindahkan atau dihapus. Pilih folder lain."
        | "This folder was not found; it may have been moved or deleted. Choose another folder.",
    folder_full = "Ruang di folder ini habis. Kosongkan ruang, atau pilih folder lain." | "This folder has no room left. Free space, or choose another folder.",
    folder_failed = "Berkas tidak dapat ditulis ke folder ini. Pilih folder lain, atau unduh berkas."
        | "The file could not be written to this folder. Choose another folder, or download a file.",
    folder_not_kept = "Peramban ini tidak mengingat folder itu. Pilih lagi pada kunjungan berikutnya."
        | "This browser does not remember the folder. Choose it again at your next visit.",

    // Spreadsheets.
    sheets_title = "Untuk Excel" | "For Excel",
    sheets_text = "Daftar anggota, daftar KUBE, dan rekap per kabupaten/kota. Perubahan di Excel tidak masuk kembali ke buku ini."
        | "Lists of members and of KUBE, and the summary per regency and city. What is changed in Excel does not come back into this book.",
    sheets_region = "Wilayah" | "Area",
    sheets_all = "Seluruh buku" | "The whole book",
    sheets_persons = "Data pribadi" | "Personal data",
    sheets_masked = "Disamarkan" | "Masked",
    sheets_whole = "Utuh" | "Whole",
    sheets_masked_text = "NIK, No. KK, dan rekening disamarkan. Tanggal lahir diganti kelompok umur; alamat, nomor HP, penghasilan, disabilitas, dan catatan tidak disertakan. Nama tetap ada."
        | "NIK, family card and account numbers are masked. An age group stands in place of the date of birth; addresses, phone numbers, incomes, disability and notes are left out. Names remain.",
    sheets_whole_text = "Berkas akan memuat NIK, No. KK, tanggal lahir, alamat, dan penghasilan setiap orang tanpa kata sandi. Kirim hanya kepada satu orang yang memerlukannya, bukan ke grup, dan hapus setelah dipakai."
        | "The file will hold NIK, family card, date of birth, address and income of each person, without a password. Send it only to one person who needs it, not to a group, and delete it after use.",
    sheets_xlsx = "Unduh XLSX" | "Download XLSX",
    sheets_sure = "Unduh data pribadi utuh?" | "Download whole personal data?",
    sheets_sure_yes = "Unduh utuh" | "Download whole",
    sheets_making = "Membuat berkas…" | "Making the file…",
    sheets_nothing = "Tidak ada KUBE di wilayah itu." | "There is no KUBE in that area.",
    sheets_failed = "Berkas tidak dapat dibuat. Tutup halaman lain, lalu coba lagi." | "The file could not be made. Close other pages and try again.",

    // A tab of Safari on an iPhone.
    apple_title = "iPhone dan iPad: pasang dulu" | "iPhone and iPad: install first",
    apple_text = "Safari menghapus data halaman yang tidak dibuka selama tujuh hari. Buku yang dipasang di layar utama tidak ikut dihapus."
        | "Safari clears the data of a page that is not opened for seven days. The book installed on the home screen is not cleared with it.",
    apple_install = "Ketuk Bagikan, lalu Tambah ke Layar Utama. Mulailah mencatat di sana."
        | "Tap Share, then Add to Home Screen. Start entering data there.",
    apple_carry = "Buku yang dipasang mulai kosong. Bawa isi buku ini ke sana:" | "The installed book starts empty. To carry over what is here:",
    apple_carry_send = "Bagikan berkas dari halaman ini, lalu Simpan ke File." | "Share a file from this page, then Save to Files.",
    apple_carry_install = "Ketuk Bagikan di Safari, lalu Tambah ke Layar Utama." | "Tap Share in Safari, then Add to Home Screen.",
    apple_carry_open = "Buka buku dari layar utama, lalu pilih berkas itu di sini, di Berkas." | "Open the book from the home screen, and choose that file here, under Files.",

    // Clocks.
    clocks_title = "Jam perangkat tidak tepat" | "Wrong clocks",
    clocks_text = "Tidak ada isian yang hilang; hanya tanggal di riwayat yang tidak dapat dipercaya."
        | "No entry is lost; only the dates in the history cannot be trusted.",

    // The rest of Preview.
    preview_take_in = "Gabungkan semua" | "Take everything in",
    preview_take_in_conflicts = "Gabungkan semua; isian berbeda dipilih nanti" | "Take all in; conflicts later",
    preview_nothing_new = "Tidak ada yang baru di berkas ini. Semua isinya sudah ada di buku ini."
        | "Nothing new in this file. All it holds is already in this book.",
    preview_undoable = "Dapat diurungkan" | "Can be undone",
    preview_choose = "Gabungkan" | "Take in",
    preview_leave_file = "Jangan sertakan" | "Leave out",
    preview_left_file = "Tidak disertakan." | "Left out.",
    preview_files = "Berkas" | "Files",
    intake_stop = "Hentikan" | "Stop",
    intake_begins = "Menyiapkan pemeriksaan…" | "Getting ready to check…",
    intake_stopped = "Dihentikan. Buku ini tetap seperti sebelumnya." | "Stopped. This book is as it was before.",
    intake_ended = "Pengambilan berkas dihentikan, dan yang sudah masuk dikeluarkan lagi."
        | "Taking in the file was stopped, and what had come in was taken out again.",
    cut_go_back = "Kembali ke titik sebelum berkas itu" | "Go back to the point before that file",
    cut_leave = "Biarkan begini" | "Leave it as it is",
    look_again = "Buku ini diubah di jendela lain. Buka berkas itu lagi."
        | "This book was changed in another window. Open that file again.",
    step_overtaken = "Tidak jadi: buku diganti lebih dulu. Lakukan lagi dari buku yang benar."
        | "Not done: another book was opened first. Do it again in the right book.",
    intake_failed = "Berkas tidak jadi digabungkan, dan buku ini tetap seperti sebelumnya. Muat ulang halaman, lalu buka berkas itu lagi."
        | "The file was not taken in, and this book is as it was before. Reload the page, then open the file again.",
    intake_looked = "Berkas selesai diperiksa. Hasilnya ada di halaman Berkas." | "The file has been checked. See the page Files.",
    intake_waits = "Berkas sudah diperiksa, tetapi belum digabungkan." | "A file has been checked and is not taken in yet.",
    intake_go_on = "Lanjutkan" | "Go on",
    intake_unanswered = "Berkas tidak dapat diperiksa sekarang. Muat ulang halaman, lalu buka berkas itu lagi."
        | "The file cannot be checked now. Reload the page, then open the file again.",
    imports_title = "Berkas yang sudah digabungkan" | "Files that were taken in",
    imports_text = "Setiap berkas dapat diurungkan satu per satu; data dari berkas lain tetap ada."
        | "Each file can be undone by itself; what other files brought stays.",
    preview_names = "Nama anggota" | "Names of the members",
    preview_group_erased = "Catatan KUBE-nya sendiri sudah dihapus." | "The record of the KUBE itself is erased.",
    removals_text = "Yang tidak dicentang tetap ada di buku ini. Centang hanya yang memang harus hilang. Data yang dihapus lewat berkas masih dapat dikembalikan dari halaman Terhapus."
        | "What is not ticked stays in this book. Tick only what is to go. Data that a file erases can still be brought back from the page Deleted.",
    removals_all = "Centang semua" | "Tick all",
    removals_none = "Kosongkan centang" | "Untick all",
    record_missing = "Catatan ini tidak ada di buku ini." | "This record is not in this book.",
    preview_alone = "Catatan lain di berkas ini" | "Other records of this file",
    preview_none_of_these = "Tidak ada." | "None.",
    preview_no_value = "(kosong)" | "(empty)",
    preview_missing = "Tidak ada berkas yang sedang diperiksa. Buka berkas dulu." | "No file is being checked. Open a file first.",
    events_text = "Kegiatan yang diumumkan Pemprov Kaltim untuk program ini." | "Events that the Government of East Kalimantan announced for this programme.",
    event_training = "Bimbingan teknis pendamping" | "Technical training of facilitators",
    event_training_when = "5–7 Juni 2014" | "5–7 June 2014",
    event_training_who = "32 pendamping dari lima kabupaten: Paser, Penajam Paser Utara, Kutai Barat, Kutai Timur, Berau"
        | "32 facilitators from five regencies: Paser, Penajam Paser Utara, Kutai Barat, Kutai Timur, Berau",
    event_meeting = "Sosialisasi" | "Information meeting",
    event_meeting_when = "Juni 2014" | "June 2014",
    event_meeting_who = "25 penanggung jawab kegiatan dari tiga kota: Samarinda, Balikpapan, Bontang"
        | "25 persons in charge from three cities: Samarinda, Balikpapan, Bontang",
    event_purpose = "Tujuan: semua pihak memahami program, dan pendamping makin terampil mendampingi anggota."
        | "Purpose: that all who take part understand the programme, and that facilitators grow more skilled in helping members.",
    events_source = "Sumber: siaran pers Pemprov Kaltim. Tahunnya tidak disebut; dari angka yang dikutip, Juni 2014."
        | "Source: press release of the Government of East Kalimantan. It names no year; by the figures it quotes, June 2014.",
    events_own = "Kegiatan yang Anda catat" | "Events that you recorded",
    events_published = "Kegiatan yang diumumkan" | "Events that were published",
    language_title = "Bahasa" | "Language",
    new_version = "Versi baru siap. Isian Anda tidak hilang." | "A new version is ready. What you typed is not lost.",
    install_title = "Pasang di layar utama" | "Put it on the home screen",
    install_text = "Setelah dipasang, buku dibuka seperti aplikasi lain, juga tanpa jaringan."
        | "Installed, the book opens like any other app, also without a network.",
    install_ask = "Pasang" | "Install",
    install_iphone_share = "Di Safari, ketuk Bagikan." | "In Safari, tap Share.",
    install_iphone_add = "Ketuk Tambah ke Layar Utama." | "Tap Add to Home Screen.",
    install_iphone_done = "Ketuk Tambah, lalu buka buku dari layar utama." | "Tap Add, then open the book from the home screen.",
    install_iphone_data = "Sudah ada isinya? Kirim dulu berkas dari sini." | "Data in it already? First send a file from here.",

    list_missing = "Tidak ada tabel yang sedang dibaca. Pilih berkas CSV atau Excel dulu."
        | "No table is being read. Choose a CSV or Excel file first.",
    list_sheet_title = "1. Lembar dan judul kolom" | "1. Sheet and heading",
    list_sheet = "Lembar" | "Sheet",
    list_sheet_first = "Lembar pertama" | "The first sheet",
    list_heading = "Baris judul kolom" | "Row of the headings",
    list_no_heading = "Tidak ada judul kolom" | "There is no heading",
    list_columns_title = "2. Isi tiap kolom" | "2. What each column is",
    list_columns_text = "Buku menebak isi tiap kolom. Perbaiki yang keliru; untuk kolom yang tidak diperlukan, pilih \"Tidak dipakai\"."
        | "The book guesses what each column is. Mend what is wrong; for what is not needed choose \"Not taken\".",
    list_not_taken = "Tidak dipakai" | "Not taken",
    list_questions_title = "Perlu dijawab" | "To be answered",
    list_no_column = "Tidak satu pun" | "None of them",
    list_answer_first = "Belum ada yang dapat diimpor. Jawab dulu yang ditanyakan di atas."
        | "Nothing can be taken yet. Answer first what is asked at the top.",
    list_one_group = "Satu KUBE" | "One KUBE",
    list_two_groups = "KUBE yang berbeda" | "Different KUBE",
    list_again = "Halaman dimuat ulang, jadi berkasnya tertutup. Pilih lagi berkas yang sama: pilihan kolomnya masih ada."
        | "The page was loaded again, so the file is closed. Choose the same file again: the choices for its columns are kept.",
    list_no_samples = "Kolom ini kosong." | "This column is empty.",
    list_whole_title = "3. Berlaku untuk seluruh lembar" | "3. For the whole sheet",
    list_region = "Wilayah" | "Region",
    list_group = "Nama KUBE, bila seluruh lembar satu KUBE" | "Name of the KUBE, if the sheet is one KUBE",
    list_dates = "Urutan tanggal seperti 05/06/1990" | "Order in dates such as 05/06/1990",
    list_day_first = "Tanggal–bulan–tahun" | "Day first",
    list_month_first = "Bulan–tanggal–tahun" | "Month first",
    list_rows_title = "4. Baris yang akan diimpor" | "4. Rows that will be taken",
    list_no_rows = "Tidak ada baris seperti ini." | "There are no such rows.",
    list_go = "Periksa sebelum diimpor" | "Check before taking in",
    list_nothing = "Tidak ada yang baru di daftar ini. Semua yang dapat diimpor sudah ada di buku."
        | "There is nothing new in this list. All that can be taken is in the book already.",
    list_at_most = "Belum ada yang berubah di buku." | "Nothing in the book has changed yet.",

    practice_text = "Buku terpisah dengan 50 KUBE dan 500 KK contoh untuk belajar. Tidak pernah tercampur dengan data sebenarnya."
        | "A separate book with 50 invented KUBE and 500 households for learning. It never mixes with real data.",
    practice_enter = "Masuk mode latihan" | "Enter practice mode",
    practice_reset = "Mulai latihan dari awal" | "Start practice afresh",
    about_title = "Tentang buku ini" | "About this book",
    about_text = "Buku KUBE mencatat Kelompok Usaha Bersama di Kalimantan Timur: kelompoknya, anggotanya, dan alokasi per kabupaten/kota. Tanpa server, tanpa akun; data hanya berpindah melalui berkas yang Anda kirim sendiri."
        | "Buku KUBE records the joint business groups of East Kalimantan: the groups, their members, and the allocations per city. No server, no account; data moves only in files that you send yourself.",
    about_sources = "Sumber" | "Sources",
    about_source_release = "Alokasi 50 KUBE dan 500 KK (Samarinda 20/200, Balikpapan 15/150, Bontang 15/150), serta 949 KUBE dan 7.959 KK dalam lima tahun: siaran pers Pemprov Kaltim, Juni 2014."
        | "The allocation of 50 KUBE and 500 households (Samarinda 20/200, Balikpapan 15/150, Bontang 15/150), and 949 KUBE and 7,959 households in five years: press release of the Government of East Kalimantan, June 2014.",
    about_source_regions = "Kode dan nama wilayah: Kepmendagri 300.2.2-2430 Tahun 2025, lewat cahyadsn/wilayah (lisensi MIT, hak cipta 2017–2025 Cahya DSN)."
        | "Codes and names of places: Ministry of Home Affairs decree 300.2.2-2430 of 2025, by way of cahyadsn/wilayah (MIT licence, copyright 2017–2025 Cahya DSN).",
    about_source_nik = "Susunan NIK dan No. KK: PP 37/2007 dan PP 40/2019. Nomor yang benar susunannya belum tentu terdaftar di Dukcapil."
        | "Form of the NIK and family card number: Government Regulations 37/2007 and 40/2019. A number of the right form is not necessarily registered.",
    about_licences = "Lisensi, dan karya orang lain di aplikasi ini" | "Licences, and the work of others in this app",
    about_privacy = "Data pribadi" | "Personal data",
    about_privacy_text = "Catat hanya yang diperlukan dan dengan persetujuan orangnya (UU 27/2022). NIK, No. KK, dan rekening disamarkan di layar. Bila seseorang meminta datanya dihapus, hapus di halaman orang itu; penghapusan ikut terkirim dalam berkas berikutnya."
        | "Record only what is needed and with the person's consent (Law 27/2022). NIK, family card and account numbers are masked on screen. If a person asks for deletion, delete on their page; the deletion travels with your next file.",
    where_copy = "Salinan cadangan di peramban ini" | "Second copy in this browser",
    copy_kept = "Lengkap. Bila peramban tertutup mendadak, tidak ada yang hilang." | "Complete. If the browser is killed, nothing is lost.",
    copy_none = "Tidak ada: peramban tidak menyediakan tempat. Isian menit terakhir dapat hilang bila peramban mati mendadak; kirim berkas lebih sering."
        | "None: the browser gives it no place. The last minute of entries can be lost if the browser is killed; send a file more often.",
    // Files that are locked with a passphrase; sentences about them are in sealed.rs.
    seal_title = "Kunci berkas" | "Lock the file",
    seal_locked = "Dengan kata sandi" | "With a passphrase",
    seal_open = "Tanpa kata sandi" | "Without one",
    seal_open_text = "Siapa pun yang memegang berkas ini dapat membaca semua data pribadi di dalamnya."
        | "Whoever holds this file can read all the personal data in it.",
    seal_phrase = "Kata sandi berkas ini" | "The passphrase of this file",
    seal_other = "Ganti" | "Another",
    seal_own = "Buat kata sandi sendiri" | "Use my own",
    seal_suggested = "Pakai saran" | "Use the suggestion",
    seal_own_label = "Kata sandi buatan Anda" | "Your own passphrase",
    seal_tell = "Catat kata sandi ini sekarang. Sampaikan lewat telepon, jangan di obrolan yang sama. Tanpa kata sandi, berkas tidak dapat dibuka siapa pun, juga oleh Anda."
        | "Note this passphrase now. Tell it by telephone, never in the same chat. Without it nobody can open the file, not even you.",
    seal_ready = "Berkas terkunci dan siap dikirim." | "The file is locked and ready to be sent.",
    unseal_title = "Berkas ini terkunci" | "This file is locked",
    unseal_text = "Masukkan kata sandi dari pengirim. Huruf besar, spasi, dan tanda hubung di antara kata tidak berpengaruh."
        | "Enter the passphrase from the sender. Capitals, and spaces or hyphens between words, make no difference.",
    unseal_label = "Kata sandi" | "Passphrase",
    unseal_hide = "Sembunyikan" | "Hide",
    unseal_show = "Tampilkan" | "Show",
    unseal_go = "Buka kunci" | "Unlock",
    unseal_cancel = "Batal" | "Cancel",
    unseal_working = "Membuka kunci… Ini dapat memakan beberapa detik." | "Unlocking… This can take a few seconds.",
    unseal_empty = "Isi kata sandi dulu." | "Enter the passphrase first.",

    chart_take = "Unduh dan bagikan" | "Download and share",
    chart_unknown = "Belum diisi" | "Not filled in",
    chart_share = "Bagikan gambar" | "Share the picture",
    chart_png = "Unduh PNG" | "Download PNG",
    chart_svg = "Unduh SVG" | "Download SVG",
    chart_csv = "Unduh CSV" | "Download CSV",
    chart_walk = "Panah: titik lain, atau bagian lain. Home dan End: ujung. T: tabel. S: suara. Esc: keluar dari gambar."
        | "Arrows: other points, or other parts. Home and End: the ends. T: table. S: sound. Esc: out of the drawing.",
    chart_to_table = "Ke tabel" | "To the table",
    chart_files = "Unduh" | "Download",
    chart_copied = "Tersalin" | "Copied",
    chart_full = "Layar penuh" | "Full screen",
    chart_full_leave = "Tutup layar penuh" | "Leave full screen",
    chart_listen = "Dengarkan" | "Listen",
    chart_silence = "Berhenti" | "Stop",
    chart_no_sound = "Peramban ini tidak dapat memutar nada." | "This browser cannot play tones.",
    chart_patterns = "Pola" | "Patterns",
    chart_not_made = "Gambar tidak dapat dibuat di peramban ini. Unduh SVG atau CSV." | "This browser could not make the picture. Download the SVG or the CSV.",
    chart_households_head = "KK" | "Households",
    chart_per_group = "KK per KUBE" | "Households per KUBE",
    chart_active = "Aktif" | "Active",
    chart_women = "Perempuan" | "Women",
    chart_before = "Sebelum" | "Before",
    chart_now = "Sekarang" | "Now",
    chart_income_none = "Belum ada wilayah dengan lima anggota yang penghasilan sebelum dan sekarangnya tercatat."
        | "No area has five members whose income before and now is on record.",
    chart_income_note = "Nilai tengah penghasilan sebulan, dari anggota yang keduanya tercatat. Wilayah dengan kurang dari lima orang tidak ditampilkan."
        | "Median income of a month, of members with both on record. Areas of fewer than five people are not shown.",
    chart_odd_note = "Permensos 2/2019: satu KUBE terdiri dari 5 sampai 20 KK. KUBE tanpa anggota tidak dihitung."
        | "Permensos 2/2019: a KUBE has 5 to 20 households. KUBE without members are not counted.",
    chart_born_note = "Tahun terbentuk, atau tahun anggaran bila tanggal terbentuk belum diisi. KUBE tanpa keduanya tidak digambar."
        | "The year formed, or the budget year where that is not filled in. KUBE with neither are not drawn.",
    chart_visits_note = "Bulan sebelum kunjungan pertama yang tercatat tidak diketahui, dan bukan nol."
        | "Months before the first visit on record are not known, and are not nought.",
    chart_recaps_note = "KUBE yang hanya ada sebagai rekap dihitung sejauh rekapnya menyebutkan."
        | "Of KUBE that are here as a recap alone, what the recap tells is counted.",
    chart_events_note = "Hanya kegiatan yang dicatat di buku ini; kegiatan yang diumumkan tidak dihitung."
        | "Only events entered in this book; those that were published are not counted.",
    chart_published_note = "Tiap angka sebagaimana tercetak, dengan sumbernya. Tidak dicampur dengan isi buku ini."
        | "Each figure as it was printed, with its source. Never mixed with what this book holds.",
    chart_persons = "KK/orang" | "Households/persons",
    chart_rupiah = "Rupiah" | "Rupiah",
    chart_poor_people = "Orang miskin" | "Poor people",
    chart_groups_per_poor = "KUBE per 1.000 orang" | "KUBE per 1,000 people",
    chart_areas_source = "Sumber: BPS, penduduk miskin menurut kabupaten/kota 2004 sampai 2025; Kaltim menurut wilayah sekarang."
        | "Source: Statistics Indonesia (BPS), poor people by city and regency 2004 to 2025; Kaltim on its territory of today.",
    chart_poor_caution = "Hati-hati: KUBE menghimpun KK, sedangkan BPS menghitung orang; keduanya tidak dapat dibagi begitu saja. Siaran pers 2014 menyebut 284,4 ribu orang miskin (2008), tabel BPS 286,4 ribu."
        | "With caution: a KUBE gathers households, BPS counts persons; one cannot simply be divided by the other. The press release of 2014 tells of 284.4 thousand poor (2008), BPS's table of 286.4 thousand.",
    chart_target = "Sasaran nasional 2029: di bawah 5%" | "National target for 2029: below 5%",
    chart_target_note = "Sasaran: Inpres 8/2025; sasaran 2026, kemiskinan ekstrem 0 persen, adalah ukuran lain."
        | "Target: Inpres 8/2025; that of 2026, no extreme poverty, is another measure.",
    chart_press_release = "Siaran pers 2014" | "Press release of 2014",
    chart_kaltim = "Kaltim" | "Kaltim",
    chart_topics = "Pokok diagram" | "Subjects of charts",
    chart_place = "Wilayah" | "Area",
    chart_all_places = "Seluruh Kaltim" | "All of Kaltim",
    chart_district = "Kecamatan" | "Kecamatan",
    chart_all_districts = "Semua kecamatan" | "All kecamatan",
    chart_facilitator = "Pendamping" | "Pendamping",
    chart_all_facilitators = "Semua pendamping" | "All pendamping",
    chart_order = "Urutan" | "Order",
    area_page = "Halaman wilayah ini" | "Page of this area",
    area_charts = "Semua diagram wilayah ini" | "All charts of this area",
    area_groups = "Daftar KUBE di sini" | "KUBE here",
    area_parts = "Kecamatan" | "Kecamatan",
    area_people = "Pendamping di sini" | "Pendamping here",
    area_people_none = "Belum ada pendamping tercatat pada KUBE di sini." | "No KUBE here has a pendamping yet.",
    area_events = "Kegiatan di sini" | "Events here",
    area_events_none = "Belum ada kegiatan tercatat di sini." | "No event here is on record yet.",
    area_missing = "Yang kurang" | "What is missing",
    area_missing_none = "Tidak ada yang kurang." | "Nothing is missing.",
    area_members = "Anggota" | "Members",
    compare_areas = "Bandingkan wilayah" | "Compare areas",
    compare_explain = "Pilih dua sampai sepuluh kabupaten, kota, atau kecamatan." | "Choose two to ten cities, regencies or kecamatan.",
    compare_search = "Cari wilayah" | "Find an area",
    compare_two = "Pilih sedikitnya dua wilayah." | "Choose at least two areas.",
    compare_full = "Sepuluh wilayah sudah dipilih; hapus satu untuk memilih yang lain." | "Ten areas are chosen; take one away to choose another.",
    chart_five_years = "Lima tahun" | "Five years",
    chart_five_years_source = "Sumber: siaran pers Pemprov Kaltim, Juni 2014. Siaran pers tidak menyebut tahun-tahunnya."
        | "Source: press release of the Government of East Kalimantan, 2014. It does not name the years.",
    chart_in_year = "Tahun itu" | "That year",
    chart_in_all = "Seluruhnya" | "In all",
    chart_visits = "Kunjungan" | "Visits",
    chart_men = "Laki-laki" | "Men",
    chart_source_head = "Sumber" | "Source",
    trend_source = "Sumber: BPS, persentase penduduk miskin per Maret dan September 2007 sampai 2026; September 2023 tidak ada di tabel BPS."
        | "Source: Statistics Indonesia (BPS), poor people in percent, March and September 2007 to 2026; September 2023 is not in its table.",

    points_title = "Titik pemulihan" | "Restore points",
    points_text = "Sebelum berkas digabungkan, sebelum semua data dihapus, dan sebelum kembali ke titik lain, keadaan buku dicatat di sini, paling banyak sepuluh, lebih sedikit untuk buku yang besar. Titik memuat data seperti saat itu, juga yang kemudian dihapus."
        | "Before a file is taken in, before everything is deleted and before going back, the state of the book is noted here, at most ten times, fewer for a large book. A point holds the data as it was then, even what was deleted later.",
    points_none = "Belum ada titik pemulihan." | "No restore point yet.",
    points_forget = "Hapus semua titik" | "Delete all points",
    points_forget_question = "Hapus semua titik pemulihan?" | "Delete all restore points?",
    points_forget_text = "Sesudah itu buku tidak dapat dikembalikan ke keadaan sebelumnya. Isi buku sekarang tetap ada."
        | "After that the book cannot be taken back to an earlier state. What is in the book now stays.",
    points_forgotten = "Semua titik pemulihan dihapus." | "All restore points are deleted.",
    points_not_forgotten = "Titik pemulihan tidak dapat dihapus sekarang. Muat ulang halaman, lalu hapus di Lainnya, bagian Penyimpanan."
        | "The restore points cannot be deleted now. Reload the page, then delete them under More, in Storage.",
    point_go_back = "Kembali ke sini" | "Go back to this",
    point_gone_back = "Buku kembali ke titik itu. Keadaan sebelumnya ada di daftar titik pemulihan." | "The book is back at that point. The state before is in the list of restore points.",
    point_failed = "Titik pemulihan tidak dapat dibuat, jadi tidak ada yang diubah. Kosongkan ruang di perangkat, atau buka halaman ini di jendela biasa, lalu coba lagi."
        | "No restore point could be made, so nothing was changed. Free some space on the device, or open this page in an ordinary window, and try again.",
    point_unreadable = "Titik pemulihan itu tidak terbaca; tidak ada yang diubah." | "That restore point cannot be read; nothing was changed.",

    bin_text = "Data yang dihapus lewat berkas orang lain disimpan di perangkat ini paling sedikit 30 hari. Yang Anda hapus sendiri tidak ada di sini, karena terhapus permanen."
        | "What the files of others erase is kept on this device for at least 30 days. What you delete yourself is not here, since that is gone for good.",
    bin_none = "Tidak ada data yang dihapus lewat berkas." | "Nothing has been erased by a file.",
    bin_open = "Buka daftar terhapus" | "Open the list",
    bin_bring_back = "Kembalikan" | "Bring back",
    bin_forget = "Hapus selamanya" | "Delete for good",
    bin_forget_question = "Hapus data ini selamanya dari perangkat ini?" | "Delete this for good from this device?",
    bin_forget_text = "Sesudah itu data ini tidak dapat dikembalikan lagi di perangkat ini." | "After that it cannot be brought back on this device.",

    clear_title = "Hapus semua" | "Delete everything",
    clear_text = "Semua KUBE, anggota, isian, data latihan, dan nama Anda dihapus dari perangkat ini. Berkas yang sudah dikirim tidak ikut terhapus. Peramban dapat menyimpan sisa data di penyimpanannya sampai dibersihkannya sendiri."
        | "All KUBE, members, entries, practice data and your name are deleted from this device. Files already sent are not affected. The browser may keep traces in its storage until it cleans up.",
    clear_open = "Hapus semua data di perangkat ini" | "Delete all data on this device",
    clear_word_label = "Kata untuk melanjutkan" | "Word to go on",
    clear_instruction = "Ketik HAPUS dengan huruf besar." | "Type DELETE in capital letters.",
    clear_word = "HAPUS" | "DELETE",
    clear_done = "Buku ini sudah kosong." | "This book is now empty.",
    page_missing = "Halaman ini tidak ada." | "There is no such page.",
    to_summary = "Ke Ringkasan" | "To the summary",
    copied = "Teks disalin. Tempelkan di pesan Anda." | "Text copied. Paste it into your message.",
    copy_failed = "Menyalin tidak diizinkan peramban ini. Pakai Unduh." | "This browser does not allow copying. Use Download.",
    downloaded = "Berkas diunduh. Kirimkan dari folder Unduhan." | "File downloaded. Send it from your Downloads folder.",
    sent_question = "Sudah terkirim?" | "Has it been sent?",
    sent_question_text = "Berkas ini baru ada di perangkat ini. Jawab ya bila sudah Anda kirim, supaya dicatat sebagai terkirim."
        | "So far the file is only on this device. Say yes once you have sent it, so that it is noted as sent.",
    sent_yes = "Ya, sudah" | "Yes, sent",
    sent_no = "Belum" | "Not yet",
    sent_noted = "Dicatat sebagai terkirim." | "Noted as sent.",
    sent_not_yet = "Tetap dihitung belum dikirim." | "It still counts as not sent.",
    shared = "Berkas dibagikan." | "File shared.",
    duplicates_none = "Tidak ada data yang diduga ganda." | "No records are suspected to be duplicates.",
    duplicates_none_of_these = "Tidak ada dengan alasan ini." | "None for this reason.",
    duplicates_explain = "Ini perkiraan saja, belum tentu ganda. Buka satu pasang, bandingkan, lalu putuskan. Keputusan ikut terkirim dalam berkas dan tidak ditanyakan lagi."
        | "These are suspicions only. Open a pair, compare, then decide. The decision travels with the file and is not asked again.",
    duplicates_searching = "Mencari data ganda…" | "Searching for duplicates…",
    duplicates_decided = "Sudah diputuskan" | "Already decided",
    duplicates_gone = "Salah satu data ini sudah tidak ada." | "One of these records is gone.",
    duplicates_all = "Semua data yang mungkin ganda" | "All possible duplicates",
    duplicates_mark = "Mungkin ganda" | "Possible duplicate",
    duplicates_compare = "Bandingkan" | "Compare",
    duplicates_open = "Buka" | "Open",
    duplicates_like = "Mungkin sudah terdaftar" | "May be registered already",
    duplicates_like_help = "Anda tetap dapat menyimpan." | "You can save all the same.",
    duplicates_choose = "Isian yang berbeda" | "Fields that differ",
    duplicates_choose_help = "Isian yang dipilih dipakai bila keduanya memang sama." | "What is chosen is used if both are the same.",
    duplicates_reveal = "Tampilkan nomor lengkap" | "Show whole numbers",
    duplicates_hide = "Sembunyikan nomor" | "Hide numbers",
    duplicates_decide = "Putuskan" | "Decide",
    duplicates_same_person = "Orang yang sama" | "The same person",
    duplicates_same_group = "KUBE yang sama" | "The same KUBE",
    duplicates_same_person_help = "Dihitung satu kali, dengan isian yang dipilih di atas. Riwayat keduanya tetap ada."
        | "Counted once, with the values chosen above. Both histories are kept.",
    duplicates_same_group_help = "Dihitung satu kali, dengan isian yang dipilih di atas. Anggota keduanya digabungkan. Riwayat keduanya tetap ada."
        | "Counted once, with the values chosen above. The members of both are put together. Both histories are kept.",
    duplicates_leave = "Sudah keluar dari KUBE lain" | "Has left the other KUBE",
    duplicates_leave_help = "Orang yang sama, tetapi sudah keluar dari salah satu KUBE."
        | "The same person, who has left one of the KUBE.",
    duplicates_leave_open = "Isi tanggal keluar" | "Enter the date of leaving",
    duplicates_leave_which = "Keluar dari" | "Left",
    duplicates_leave_go = "Simpan tanggal keluar" | "Save the date of leaving",
    duplicates_leave_future = "Tanggal keluar tidak boleh sesudah hari ini." | "The date of leaving cannot be after today.",
    duplicates_not_person = "Bukan orang yang sama" | "Not the same person",
    duplicates_not_group = "Bukan KUBE yang sama" | "Not the same KUBE",
    duplicates_not_help = "Keduanya tetap dihitung, dan pasangan ini tidak ditanyakan lagi."
        | "Both still count, and this pair is not asked again.",
    duplicates_merged = "Digabungkan. Sekarang dihitung satu kali." | "Put together. It now counts once.",
    duplicates_ruled = "Keputusan disimpan. Pasangan ini tidak ditanyakan lagi." | "Decision saved. This pair is not asked again.",
    duplicates_left = "Tanggal keluar disimpan." | "Date of leaving saved.",
    conflict_third = "Tulis isian lain" | "Write another value",
    conflict_third_label = "Isian yang benar" | "The right value",
    conflict_third_use = "Simpan isian ini" | "Save this value",
    conflict_third_empty = "Isi dulu, atau pilih salah satu isian di atas." | "Fill this in, or choose one of the values above.",
    conflict_all = "Lihat semua isian yang berbeda" | "See all conflicts",
    conflict_none = "Tidak ada isian yang berbeda." | "No values are in conflict.",
    conflict_none_text = "Bila satu isian diubah di dua perangkat secara terpisah, semuanya disimpan dan ditampilkan di sini sampai Anda memilih."
        | "When a field is changed on two devices that do not know of each other, all values are kept and shown here until you choose.",
    conflict_none_here = "Tidak ada lagi isian yang berbeda di wilayah ini." | "Nothing is in conflict in this place any more.",
    conflict_everywhere = "Lihat semua wilayah" | "See all places",
    conflict_of_member = "Isian anggota ini yang berbeda:" | "Of this member, in conflict:",
    conflict_of_record = "Isian catatan ini yang berbeda:" | "Of this record, in conflict:",
    conflict_taken_back = "Pilihan dibatalkan; isian itu perlu dipilih lagi." | "Choice taken back; that field is in conflict again.",
    conflict_not_taken_back = "Pilihan tidak dapat dibatalkan: isian itu sudah diubah lagi sesudahnya." | "The choice stands: that record has been changed again since.",
    preview_note_received = "Catat sebagai diterima" | "Note that it was received",
    passages_title = "Terkirim dan diterima" | "Sent and received",
    passages_told = "Belum diterima, hanya disebut berkas lain" | "Not received, only told of by other files",
    passages_told_text = "Berkas ini tidak pernah digabungkan di sini, jadi tidak dihitung. Isinya mungkin sudah ikut dalam berkas rekan."
        | "These files were never taken in here, so they do not count. What is in them may have come with a colleague's file.",
    coverage_open = "Siapa yang sudah mengirim" | "Who has sent",
    coverage_text = "Dihitung dari berkas orang lain yang digabungkan di perangkat ini. Berkas yang hanya disebut oleh berkas lain tidak dihitung."
        | "Counted over the files of others that were taken in on this device. Files that other files only tell of do not count.",
    coverage_cities = "Per kabupaten/kota" | "By city and regency",
    coverage_senders = "Per pengirim" | "By sender",
    coverage_facilitators = "Per pendamping" | "By facilitator",
    coverage_facilitators_text = "Nama pendamping di profil KUBE dicocokkan dengan nama pengirim; huruf besar dan tanda baca tidak berpengaruh."
        | "The facilitator named in a KUBE's profile is matched with the sender's name; capitals and punctuation do not matter.",
    coverage_no_senders = "Belum ada berkas dari orang lain." | "No file from anybody else yet.",
    coverage_no_facilitators = "Belum ada KUBE dengan nama pendamping." | "No KUBE names its facilitator yet.",
    coverage_last = "Berkas terakhir" | "Last file",
    coverage_sent = "KUBE di berkas" | "KUBE in the file",
    coverage_here = "KUBE di buku ini" | "KUBE in this book",
    coverage_facilitator = "Pendamping" | "Facilitator",
    coverage_sender = "Pengirim" | "Sender",
    decided = "Pilihan disimpan." | "Choice saved.",
    undone = "Diurungkan." | "Undone.",
    not_undone = "Tidak diurungkan: data itu sudah diubah lagi sesudahnya." | "Not undone: it has been changed again since.",
    consent_all = "Catat untuk semua" | "Record for all",
    consent_all_title = "Catat persetujuan untuk semua" | "Record consent for all",
    consent_all_text = "Isi hari anggota menyetujui pendataan ini. Yang sudah tercatat tidak diubah."
        | "Enter the day on which the members agreed to be registered. What is on record already stays.",
    consent_all_go = "Catat" | "Record",
    member_call = "Telepon" | "Call",
    member_whatsapp = "WhatsApp" | "WhatsApp",
    copy = "Salin" | "Copy",
    number_copied = "Disalin." | "Copied.",
    not_copied = "Peramban tidak mengizinkan menyalin. Tekan lama nomornya, lalu salin." | "The browser does not allow copying. Hold the number, then copy it.",
    show_on_map = "Lihat di peta" | "Show on a map",
    mark_left = "Tandai keluar" | "Mark as left",
    mark_left_text = "Orangnya tetap tercatat, tetapi tidak dihitung lagi sebagai anggota." | "The person stays on record, but is not counted as a member any more.",
    fill_in = "Lengkapi" | "Fill in",
    group_actions = "Tindakan" | "Actions",
    print = "Cetak" | "Print",
    history_use = "Pakai lagi" | "Use again",
    group_saved = "KUBE disimpan." | "KUBE saved.",
    // First visit: the city, the published figures, what there is to practise on.
    city_explain = "Kabupaten/kota tempat Anda bekerja. Pilihan ini disimpan di perangkat ini saja dan dapat diganti kapan pun."
        | "The city or regency that you work in. The choice is kept on this device only, and can be changed at any time.",
    practice_file = "latihan dari rekan" | "exercise from a colleague",
    exercises_text = "Empat latihan dengan data contoh. Tidak ada yang masuk ke buku Anda yang sebenarnya."
        | "Four exercises with invented data. Nothing of this gets into your real book.",
    exercise_done = "Selesai" | "Done",
    exercise_pairs = "Satu orang tercatat di dua KUBE, dan dua KUBE bernama mirip. Bandingkan tiap pasang, lalu putuskan."
        | "One person is entered in two KUBE, and two KUBE have similar names. Compare each pair, then decide.",
    exercise_pairs_go = "Periksa pasangan" | "See the pairs",
    exercise_conflict = "Nama usaha satu KUBE diubah di dua perangkat. Pilih yang benar." | "The business name of a KUBE was changed on two devices. Choose the right one.",
    exercise_conflict_go = "Pilih isian" | "Choose the value",
    exercise_file_title = "Berkas dari rekan" | "A file of a colleague",
    exercise_file = "Rekan mengirim berkas: satu KUBE baru, satu nomor HP baru, dan satu isian yang berbeda. Periksa dulu, lalu gabungkan."
        | "A colleague sends a file: a new KUBE, a new phone number and a value that differs. Check it first, then take it in.",
    exercise_file_go = "Buka berkas latihan" | "Open the exercise file",
    exercise_gap_title = "KUBE yang belum lengkap" | "A KUBE that is not complete",
    exercise_gap = "Satu KUBE belum punya sekretaris, dan persetujuan satu anggotanya belum dicatat. Lengkapi keduanya."
        | "One KUBE has no secretary, and the consent of a member is not recorded. Complete both.",
    exercise_gap_go = "Buka KUBE" | "Open the KUBE",
    taken_back = "Dikembalikan seperti sebelum berkas digabungkan." | "Put back as it was before the file was taken in.",
    taken_back_in_part = "Dikembalikan, kecuali yang sudah diubah sesudahnya." | "Put back, except for what has been changed since.",

    // The doors of Berkas; sentences about them are in doors.rs.
    send_other = "Kirim yang lain" | "Send something else",
    seal_brief = "Dikunci dengan kata sandi ini. Catat, lalu sampaikan lewat telepon:"
        | "Locked with this passphrase. Note it, then tell it by telephone:",
    sheets_choices = "Wilayah, data pribadi, CSV" | "Area, personal data, CSV",
    passages_none = "Belum ada berkas yang terkirim atau diterima." | "No file has been sent or received yet.",
    preview_here = "Di buku ini" | "In this book",
    preview_there = "Di berkas" | "In the file",
    storage_text = "Tempat data Anda, folder cadangan, titik pemulihan, data terhapus, dan data ganda."
        | "Where your data is, the backup folder, restore points, deleted data and duplicates.",
    storage_open = "Buka penyimpanan" | "Open storage",
    programme_text = "Apa itu KUBE, angka program dengan sumbernya, dan cara ikut." | "What KUBE is, the figures of the programme with their sources, and how to take part.",
    programme_open = "Lihat angka program" | "See the programme",
}

#[cfg(test)]
mod tests {
    use super::{ALL, FIRST_ALL};

    #[test]
    fn no_text_is_empty_or_untrimmed_in_either_language() {
        for (name, id, en) in FIRST_ALL.iter().chain(ALL) {
            for text in [id, en] {
                assert!(!text.is_empty() && text.trim() == *text, "{name}");
            }
        }
    }

    #[test]
    fn a_sentence_in_one_language_is_a_sentence_in_the_other() {
        for (name, id, en) in FIRST_ALL.iter().chain(ALL) {
            assert_eq!(id.ends_with('.'), en.ends_with('.'), "{name}");
        }
    }
}
