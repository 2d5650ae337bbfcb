//! The words of a heading: parted, without what only asks or describes.

use crate::domain::fold;

/// The words of a heading, as they are looked up.
pub(super) struct Words {
    /// All of them.
    all: Vec<String>,
    /// Without what stands in brackets and the number before them.
    bare: Vec<String>,
}

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let parted = parted(text);
        let bare = unnumbered(split(&unbracketed(&parted)));
        Self { all: split(&parted), bare }
    }

    pub(super) fn all(&self) -> Vec<String> {
        let mut all = self.all.clone();
        drop_courtesy(&mut all);
        all
    }

    /// What is looked up as it is: as it stands, and without brackets.
    pub(super) fn spellings(&self) -> Vec<Vec<String>> {
        vec![self.all.clone(), self.bare.clone()]
    }

    /// The thing that a heading names: without what asks for it, and without the clause that describes it.
    pub(super) fn nouns(&self) -> Vec<String> {
        let mut words = self.bare.clone();
        drop_courtesy(&mut words);
        let asks = words.iter().take_while(|word| ASKING.contains(&word.as_str())).count();
        words.drain(..asks);
        if let Some(cut) = words.iter().skip(1).position(|word| CLAUSE.contains(&word.as_str())) {
            // "Terdaftar di DTSEN" is one thing; the table has it.
            if super::known(&words).is_none() && super::known(words.get(..=cut).unwrap_or_default()).is_some() {
                words.truncate(cut + 1);
            }
        }
        words
    }
}

/// Words that only ask.
const ASKING: [&str; 34] = [
    "apa",
    "apakah",
    "siapa",
    "siapakah",
    "berapa",
    "berapakah",
    "dimana",
    "kapan",
    "mohon",
    "silakan",
    "silahkan",
    "isi",
    "isikan",
    "tulis",
    "tuliskan",
    "sebutkan",
    "masukkan",
    "pilih",
    "di",
    "mana",
    "what",
    "is",
    "are",
    "your",
    "please",
    "enter",
    "the",
    "which",
    "when",
    "where",
    "who",
    "saat",
    "ini",
    "adakah",
];

/// Words with which a description begins.
const CLAUSE: [&str; 20] = [
    "yang",
    "sesuai",
    "dalam",
    "di",
    "pada",
    "untuk",
    "saat",
    "dari",
    "menurut",
    "berdasarkan",
    "contoh",
    "diisi",
    "harap",
    "tanpa",
    "in",
    "of",
    "at",
    "as",
    "from",
    "for",
];

/// Words that may follow any noun without making it another.
const NEUTRAL: [&str; 58] = [
    "anggota",
    "kube",
    "kelompok",
    "kpm",
    "pkh",
    "penerima",
    "manfaat",
    "peserta",
    "warga",
    "calon",
    "pm",
    "ktp",
    "e",
    "el",
    "sesuai",
    "lengkap",
    "sekarang",
    "ini",
    "saat",
    "terakhir",
    "aktif",
    "lama",
    "baru",
    "wajib",
    "diisi",
    "huruf",
    "kapital",
    "digit",
    "angka",
    "16",
    "dan",
    "atau",
    "anda",
    "responden",
    "bnba",
    "member",
    "members",
    "lain",
    "utama",
    "pribadi",
    "masing",
    "bansos",
    "orang",
    "usaha",
    "bersama",
    "rumah",
    "tinggal",
    "domisili",
    "dtks",
    "dtsen",
    "hp",
    "wa",
    "1",
    "rp",
    "wajibdiisi",
    "required",
    "siswa",
    "pengurus",
];

/// Words that make another thing of any noun.
const SPOILERS: [&str; 46] = [
    "email",
    "mail",
    "surel",
    "web",
    "website",
    "kks",
    "kps",
    "kip",
    "kis",
    "bpjs",
    "npwp",
    "rekening",
    "rek",
    "bank",
    "bantuan",
    "barang",
    "sekolah",
    "kantor",
    "unduh",
    "cetak",
    "input",
    "update",
    "bayar",
    "cair",
    "salur",
    "penyaluran",
    "transfer",
    "verifikasi",
    "survei",
    "ukuran",
    "baju",
    "kaos",
    "hadir",
    "absen",
    "paraf",
    "ttd",
    "tangan",
    "foto",
    "upload",
    "darurat",
    "dropping",
    "asal",
    "tujuan",
    "sebelumnya",
    "lembaga",
    "instansi",
];

pub(super) fn is_neutral(word: &str) -> bool {
    NEUTRAL.contains(&word)
}

pub(super) fn is_spoiler(word: &str) -> bool {
    SPOILERS.contains(&word)
}

/// Words for somebody else than the member; of two the second follows the first.
const RELATIVES: [&str; 54] = [
    "ayah",
    "ibu",
    "bapak",
    "suami",
    "istri",
    "isteri",
    "pasangan",
    "wali",
    "ortu",
    "orang tua",
    "orangtua",
    "kandung",
    "ahli waris",
    "waris",
    "kepala keluarga",
    "kep keluarga",
    "kepala kk",
    "kepala rumah",
    "krt",
    "mertua",
    "anak",
    "saudara",
    "kakak",
    "adik",
    "tetangga",
    "father",
    "mother",
    "husband",
    "wife",
    "spouse",
    "guardian",
    "parent",
    "parents",
    "heir",
    "head of",
    "pendamping",
    "petugas",
    "enumerator",
    "pencacah",
    "surveyor",
    "operator",
    "pendata",
    "saksi",
    "kuasa",
    "penanggung jawab",
    "lurah",
    "camat",
    "kades",
    "kepala desa",
    "kepala dinas",
    "ketua rt",
    "ketua rw",
    "agen",
    "pengurus bank",
];

/// Whether the words speak of somebody else.
pub(super) fn is_of_a_relative(words: &[String]) -> bool {
    let joined = format!(" {} ", words.join(" "));
    RELATIVES.iter().any(|relative| joined.contains(&format!(" {relative} ")))
}

/// "Bapak/Ibu", "Ibu/Bapak", "Bpk/Ibu" and "Saudara/i" are how one speaks to the member.
fn drop_courtesy(words: &mut Vec<String>) {
    const PAIRS: [[&str; 2]; 8] = [
        ["bapak", "ibu"],
        ["ibu", "bapak"],
        ["bpk", "ibu"],
        ["ibu", "bpk"],
        ["saudara", "i"],
        ["saudara", "saudari"],
        ["bapak", "saudara"],
        ["sdr", "i"],
    ];
    while let Some(at) =
        words.windows(2).position(|pair| PAIRS.iter().any(|[one, other]| pair[0] == *one && pair[1] == *other))
    {
        words.drain(at..at + 2);
    }
}

fn split(text: &str) -> Vec<String> {
    fold(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// `namaLengkap` and `noKK` are two words each; so are `nama_lengkap` and `NAMA_KEL`, which `fold` parts.
fn parted(text: &str) -> String {
    if text.contains([' ', '_', '-', '/', '.']) {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len() + 4);
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| letters.get(at));
        let after = letters.get(at + 1);
        let begins = letter.is_uppercase()
            && before.is_some_and(|c| {
                c.is_lowercase() || c.is_ascii_digit() || c.is_uppercase() && after.is_some_and(|c| c.is_lowercase())
            });
        if begins {
            out.push(' ');
        }
        out.push(*letter);
    }
    out
}

/// Without what stands in round or square brackets; "(L/P)" alone stays.
fn unbracketed(text: &str) -> String {
    let (mut out, mut depth) = (String::with_capacity(text.len()), 0_usize);
    for letter in text.chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(letter),
            _ => {}
        }
    }
    if fold(&out).is_empty() { text.to_owned() } else { out }
}

/// Without the number of a question before it: `1. Nama`, `b) NIK`.
fn unnumbered(mut words: Vec<String>) -> Vec<String> {
    let is_number = |word: &String| word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    if words.len() > 1 && words.first().is_some_and(is_number) {
        words.remove(0);
    }
    words
}
