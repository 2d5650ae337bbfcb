//! The words that stand above columns, in lists of DKI, Kaltara and Kaltim style, and in English.
//!
//! Folded, as `domain::fold` does. A heading is the longest of these that occurs in it as whole words.

use super::target::Target;
use crate::domain::{GroupField as G, MemberField as M, Role, Sex, fold};

/// The words for each target, parted by `|`. What must never be taken, or is a number of the row, is `Ignore`.
const WORDS: &[(Target, &str)] = &[
    (
        Target::Ignore,
        "no|nomor|no urut|nomor urut|number|umur|usia|age|agama|religion|nama ibu|nama ibu kandung|ibu kandung|mother s name|\
         jumlah anggota|jml anggota|jumlah kk|jumlah|jml|tanda tangan|ttd|paraf|foto|email|id dtks|id dtsen|idbdt|id bdt|\
         nominal|jumlah bantuan|besar bantuan|provinsi|province|negara|batch",
    ),
    (
        Target::Member(M::Name),
        "nama|nama lengkap|nama anggota|nama anggota kube|nama anggota kelompok|nama penerima|nama penerima manfaat|nama kpm|\
         nama peserta|nama pengurus|nama pengurus kube|nama pengurus anggota|nama kepala keluarga|nama sesuai ktp|nama warga|\
         nama penerima bantuan|nama anggota keluarga|name|full name|member|member name|nama orang",
    ),
    (
        Target::Member(M::Nik),
        "nik|no nik|nomor nik|n i k|no ktp|nomor ktp|no nik ktp|nik ktp|nomor induk kependudukan|no induk kependudukan|national id|id number|no identitas|nomor identitas|no ktp nik",
    ),
    (
        Target::Member(M::Card),
        "no kk|nomor kk|nokk|no kartu keluarga|nomor kartu keluarga|kartu keluarga|kk|nkk|no k k|family card|family card number|nomor kartu keluarga kk|no kk kartu keluarga",
    ),
    (Target::Member(M::Sex), "l p|lp|p l|l p jk|jk|j k|jenis kelamin|jns kelamin|jenis kel|kelamin|gender|sex"),
    (Target::Tick(Sex::Male), "l|laki|laki laki|lk|pria|male"),
    (Target::Tick(Sex::Female), "p|pr|perempuan|wanita|female"),
    (
        Target::Member(M::BirthPlace),
        "tempat lahir|tmp lahir|tempat kelahiran|tpt lahir|birth place|place of birth|kota lahir",
    ),
    (
        Target::Member(M::BirthDate),
        "tanggal lahir|tgl lahir|tgl kelahiran|tanggal kelahiran|lahir|birth date|date of birth|dob|tgl lhr|tanggal bulan tahun lahir",
    ),
    (
        Target::Birth,
        "tempat tanggal lahir|tempat tgl lahir|ttl|tempat dan tanggal lahir|tempat dan tgl lahir|tmp tgl lahir|t t l|tempat tgl lhr|tempat tgl bln thn lahir|place and date of birth|place date of birth|kelahiran",
    ),
    (
        Target::Member(M::Role),
        "jabatan|jabatan dalam kube|jabatan dalam kelompok|peran|kedudukan|kedudukan dalam kelompok|kedudukan dalam kube|posisi|role|position|jabatan kelompok|jabatan kube",
    ),
    (
        Target::Member(M::Address),
        "alamat|alamat rumah|alamat lengkap|alamat tinggal|alamat domisili|alamat sesuai ktp|alamat ktp|domisili|jalan|jalan dusun|dusun|address|home address|street",
    ),
    (Target::RtRw, "rt rw|rt dan rw|rtrw|rw rt"),
    (Target::Member(M::Rt), "rt|no rt|neighbourhood"),
    (Target::Member(M::Rw), "rw|no rw|ward"),
    (
        Target::Village,
        "kelurahan|desa|kel|desa kelurahan|kelurahan desa|kel desa|desa kel|kampung|nama kelurahan|nama desa|village|urban village",
    ),
    (Target::District, "kecamatan|kec|nama kecamatan|subdistrict|district"),
    (
        Target::Regency,
        "kabupaten|kota|kab|kab kota|kabupaten kota|kota kabupaten|kota kab|nama kabupaten|city|regency|kabkota",
    ),
    (
        Target::Member(M::Phone),
        "no hp|nomor hp|hp|no telp|no telepon|nomor telepon|telepon|telp|no wa|whatsapp|no whatsapp|no hp wa|no telp hp|no hp telp|kontak|no kontak|phone|mobile|phone number|mobile number|handphone|no handphone",
    ),
    (
        Target::Member(M::Kinship),
        "hubungan keluarga|hubungan dalam keluarga|status dalam keluarga|status hubungan dalam keluarga|shdk|hub keluarga|kinship|relationship",
    ),
    (Target::Member(M::Marital), "status kawin|status perkawinan|status pernikahan|perkawinan|kawin|marital status"),
    (
        Target::Member(M::Schooling),
        "pendidikan|pendidikan terakhir|pend terakhir|pend|schooling|education|highest schooling",
    ),
    (Target::Member(M::Occupation), "pekerjaan|pekerjaan utama|mata pencaharian|occupation|job|work"),
    (
        Target::Member(M::Dependants),
        "jumlah tanggungan|jml tanggungan|tanggungan|jumlah tanggungan keluarga|dependants|dependents",
    ),
    (
        Target::Member(M::IncomeBefore),
        "penghasilan|pendapatan|penghasilan sebelum|pendapatan sebelum|penghasilan per bulan|pendapatan per bulan|penghasilan sebelum kube|income|income before",
    ),
    (
        Target::Member(M::IncomeAfter),
        "penghasilan sesudah|pendapatan sesudah|penghasilan sekarang|pendapatan sekarang|penghasilan sesudah kube|income now|income after",
    ),
    (Target::Member(M::Disability), "disabilitas|penyandang disabilitas|difabel|disability"),
    (
        Target::Member(M::WelfareData),
        "status dtks|dtks|status dtsen|dtsen|status bdt|bdt|data terpadu|status data terpadu|ket dtks|terdaftar dtks|welfare data",
    ),
    (Target::Member(M::Decile), "desil|decile|desil dtsen"),
    (Target::Member(M::Joined), "tanggal masuk|tgl masuk|tanggal bergabung|joined|date joined"),
    (Target::Member(M::Left), "tanggal keluar|tgl keluar|left|date left"),
    (Target::Member(M::LeaveReason), "alasan keluar|reason for leaving"),
    (
        Target::Group(G::Name),
        "nama kube|nama kelompok|kube|kelompok|nama kelompok usaha|nama kelompok usaha bersama|nama kube kelompok|kelompok kube|nama kelompok kube|group|group name|name of group",
    ),
    (
        Target::Group(G::Business),
        "jenis usaha|jenis usaha kube|bidang usaha|usaha|jenis kegiatan usaha|jenis usaha kelompok|jenis uep|uep|kind of business|business",
    ),
    (Target::Group(G::BusinessName), "nama usaha|rincian usaha|business name|name of business"),
    (
        Target::Group(G::Address),
        "alamat kube|alamat kelompok|alamat sekretariat|sekretariat|alamat usaha|lokasi usaha|group address",
    ),
    (Target::Group(G::Postcode), "kode pos|kodepos|postcode|postal code"),
    (Target::Group(G::Area), "jenis wilayah|tipe wilayah|kategori wilayah|kind of area"),
    (Target::Group(G::Coordinates), "koordinat|titik koordinat|coordinates"),
    (Target::Group(G::Programme), "program|sumber dana|sumber anggaran|programme|source of funds"),
    (
        Target::Group(G::Year),
        "tahun anggaran|ta|tahun|thn anggaran|thn|tahun bantuan|tahun penerimaan|budget year|year",
    ),
    (
        Target::Group(G::Formed),
        "tanggal terbentuk|tgl terbentuk|tanggal pembentukan|tanggal berdiri|date formed|formed",
    ),
    (Target::Group(G::Status), "status kube|status kelompok|keaktifan|status|group status"),
    (Target::Group(G::Stage), "tahap|tahap perkembangan|klasifikasi|stage"),
    (
        Target::Group(G::Facilitator),
        "pendamping|nama pendamping|pendamping kube|nama pendamping kube|pendamping sosial|facilitator",
    ),
    (Target::Group(G::Decree), "no sk|nomor sk|sk|nomor sk penetapan|decree"),
    (Target::Group(G::DecreeDate), "tanggal sk|tgl sk|decree date"),
    (Target::Group(G::Bank), "bank|nama bank"),
    (Target::Group(G::Account), "no rekening|nomor rekening|no rek|rekening|norek|account|account number"),
    (Target::Group(G::AccountHolder), "atas nama|a n|nama rekening|nama pemilik rekening|account holder"),
    (Target::Group(G::Note), "keterangan|ket|catatan|note|notes|remarks"),
    (
        Target::Officer(Role::Chair),
        "nama ketua|ketua|ketua kube|ketua kelompok|nama ketua kube|nama ketua kelompok|chair",
    ),
    (Target::Officer(Role::Secretary), "nama sekretaris|sekretaris|sekertaris|nama sekertaris|secretary"),
    (Target::Officer(Role::Treasurer), "nama bendahara|bendahara|treasurer"),
];

/// What a heading says its column is, and whether it says just that and no more.
pub(super) fn target_of(heading: &str) -> Option<(Target, bool)> {
    let folded = fold(heading);
    if folded.is_empty() || folded.len() > 80 {
        return None;
    }
    let mut best: Option<(usize, Target)> = None;
    for (target, words) in WORDS {
        for word in words.split('|').map(str::trim) {
            if word == folded {
                return Some((*target, true));
            }
            // A single letter within a longer heading says nothing.
            if word.len() > 2 && has_words(&folded, word) && best.is_none_or(|(length, _)| word.len() > length) {
                best = Some((word.len(), *target));
            }
        }
    }
    // "Nama RT …", "Jumlah …": a word of any kind within a sentence is no heading.
    best.filter(|_| folded.split(' ').count() <= 7).map(|(_, target)| (target, false))
}

/// Whether a heading has this word, for headings that say more than one thing.
pub(super) fn has_words(folded: &str, words: &str) -> bool {
    folded.match_indices(words).any(|(at, _)| {
        let before = folded.get(..at).is_some_and(|before| before.is_empty() || before.ends_with(' '));
        let after = folded.get(at + words.len()..).is_some_and(|after| after.is_empty() || after.starts_with(' '));
        before && after
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_folded_and_stands_once() {
        let all: Vec<&str> = WORDS.iter().flat_map(|(_, words)| words.split('|').map(str::trim)).collect();
        for word in &all {
            assert_eq!(fold(word), *word);
            assert_eq!(all.iter().filter(|other| other == &word).count(), 1, "{word}");
        }
    }

    #[test]
    fn headings_are_known_in_the_ways_that_offices_write_them() {
        for (heading, target) in [
            ("NIK", Target::Member(M::Nik)),
            ("No. KTP / NIK", Target::Member(M::Nik)),
            ("NO.KK", Target::Member(M::Card)),
            ("L/P", Target::Member(M::Sex)),
            ("Tempat/Tgl. Lahir", Target::Birth),
            ("Tempat, Tanggal Lahir", Target::Birth),
            ("Tgl. Lahir (hh/bb/tttt)", Target::Member(M::BirthDate)),
            ("Nama Lengkap (sesuai KTP)", Target::Member(M::Name)),
            ("NAMA KUBE", Target::Group(G::Name)),
            ("Nama Ibu Kandung", Target::Ignore),
            ("Kelurahan / Desa", Target::Village),
            ("Kab./Kota", Target::Regency),
            ("No. HP/WA", Target::Member(M::Phone)),
            ("Jabatan dalam KUBE", Target::Member(M::Role)),
            ("Jenis Usaha (UEP)", Target::Group(G::Business)),
            ("T.A.", Target::Ignore),
            ("TA", Target::Group(G::Year)),
            ("No.", Target::Ignore),
            ("Nama Ketua", Target::Officer(Role::Chair)),
        ] {
            let found = target_of(heading).map(|(target, _)| target);
            assert_eq!(found.unwrap_or_default(), target, "{heading}");
        }
        assert_eq!(target_of("Contoh Mawar"), None);
    }
}
