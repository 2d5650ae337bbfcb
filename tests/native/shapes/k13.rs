//! K13: codes, short words and short headings of Dukcapil, SIAK, `OpenSID`, BDT and the Ministry.

use serde_json::{Value, json};

use super::grid::{cells, grid};
use super::people::{people, rows};
use super::right::*;
use super::{Shape, shape};

const NAMES: [&str; 11] = [
    "Contoh Satu",
    "Contoh Dua",
    "Contoh Tiga",
    "Contoh Empat",
    "Contoh Lima",
    "Contoh Enam",
    "Contoh Tujuh",
    "Contoh Delapan",
    "Contoh Sembilan",
    "Contoh Sepuluh",
    "Contoh Sebelas",
];

/// A column of words and the codes of the book that they mean.
fn words(id: &'static str, what: &'static str, heading: &str, key: &str, words: &[(&str, Value)]) -> Shape {
    let grid = grid![["Nama KUBE", "Nama", heading]]
        .with(NAMES.iter().zip(words).map(|(name, (word, _))| cells!["KUBE Kata", *name, *word]));
    let right = NAMES.iter().zip(words).map(|(name, (_, code))| member(name, json!({ key: code })));
    shape(id, what, grid.xlsx("kata.xlsx"), right.collect())
}

pub fn all() -> Vec<Shape> {
    let p = people(4);
    let own = |of: &[&str]| as_they_are(&p, of);
    let code = |code: &'static str| json!(code);
    vec![
        shape(
            "K13-opensid-kode",
            "OpenSID's import: sex, status_kawin, kk_level and pendidikan_kk_id by number",
            grid![["alamat", "dusun", "rw", "rt", "nama", "no_kk", "nik", "sex", "tempatlahir", "tanggallahir", "agama_id", "pendidikan_kk_id", "pekerjaan_id", "status_kawin", "kk_level", "nama_ayah", "nama_ibu"]]
                .with(rows(&p, |p| cells!["Jl. Contoh", "DUSUN I", "1", "4", p.name.as_str(), p.card.as_str(), p.nik.as_str(), p.sex_code(), "Samarinda", p.born.iso(), 1, [1, 3, 5, 8][p.at - 1], 9, [1, 2, 3, 4][p.at - 1], [1, 3, 4, 9][p.at - 1], "AYAH", "IBU"]))
                .xlsx("opensid.xlsx"),
            [vec![asks(), people_are(&p), member("Contoh Satu", json!({"marital": "single", "kinship": "head", "schooling": "none", "occupation": null})), member("Contoh Dua", json!({"marital": "married", "kinship": "spouse", "schooling": "primary"})), member("Contoh Tiga", json!({"marital": "divorced", "kinship": "child", "schooling": "upper_secondary"})), member("Contoh Empat", json!({"marital": "widowed", "kinship": "other", "schooling": "bachelor"}))], own(&["sex", "nik", "card"])].concat(),
        ),
        shape(
            "K13-bip-singkat",
            "BIP's short headings: Tmpt Lhr, Tgl Lhr, Jns Klmn, Stat Kwn, SHDK, Pddk Akhir, Jns Pkrjn",
            grid![["No", "No KK", "NIK", "Nama Lgkp", "Jns Klmn", "Tmpt Lhr", "Tgl Lhr", "Stat Kwn", "SHDK", "Pddk Akhir", "Jns Pkrjn", "Nama KUBE"]]
                .with(rows(&p, |p| cells![p.at, p.card.as_str(), p.nik.as_str(), p.name.as_str(), if p.is_male { "LK" } else { "PR" }, "SAMARINDA", p.dmy("/"), "KAWIN", "ISTRI", "SLTA/SEDERAJAT", "PEDAGANG", "KUBE Singkat"]))
                .xlsx("bip.xlsx"),
            [vec![groups(&["Singkat"]), people_are(&p), each(json!({"birth_place": "SAMARINDA", "marital": "married", "kinship": "spouse", "schooling": "upper_secondary", "occupation": "PEDAGANG"}))], own(&["nik", "card", "sex", "birth_date"])].concat(),
        ),
        shape(
            "K13-bdt-kode",
            "BDT by person: JnsKel, Hub_KRT, Sta_kawin by number",
            grid![["IDBDT", "Nama", "JnsKel", "TmpLahir", "TglLahir", "Hub_KRT", "NIK", "NoKK", "Umur", "Sta_kawin"]]
                .with(rows(&p, |p| cells!["6472030010", p.name.as_str(), p.sex_code(), "SAMARINDA", p.dmy("/"), [1, 2, 3, 8][p.at - 1], p.nik.as_str(), p.card.as_str(), 40, [1, 2, 3, 4][p.at - 1]]))
                .csv("bdt_art.csv", ";"),
            [vec![asks(), people_are(&p), member("Contoh Satu", json!({"kinship": "head", "marital": "single"})), member("Contoh Dua", json!({"kinship": "spouse", "marital": "married"})), member("Contoh Tiga", json!({"kinship": "child", "marital": "divorced"})), member("Contoh Empat", json!({"kinship": "other", "marital": "widowed"}))], own(&["sex", "nik", "card", "birth_date"])].concat(),
        ),
        shape(
            "K13-dtks-unduh",
            "SIKS-NG's download: PROVINSI to DESA/KELURAHAN, NOMOR KK, NOMOR NIK, JENIS KELAMIN and HUBUNGAN KELUARGA by number",
            grid![["IDDTKS", "PROVINSI", "KABUPATEN/KOTA", "KECAMATAN", "DESA/KELURAHAN", "ALAMAT", "DUSUN", "RT", "RW", "NOMOR KK", "NOMOR NIK", "NAMA", "TANGGAL LAHIR", "TEMPAT LAHIR", "JENIS KELAMIN", "NAMA IBU KANDUNG", "HUBUNGAN KELUARGA"]]
                .with(rows(&p, |p| cells![format!("6472-{}", p.at), "KALIMANTAN TIMUR", "KOTA SAMARINDA", "SAMARINDA ULU", "SIDODADI", "JL CONTOH", "-", "004", "000", p.card.as_str(), p.nik.as_str(), p.name.as_str(), p.born.iso(), "SAMARINDA", p.sex_code(), "IBU", 1]))
                .xlsx("dtks.xlsx"),
            [vec![asks(), people_are(&p), not_taken("NAMA IBU KANDUNG"), each(json!({"region": SIDODADI, "kinship": "head"}))], own(&["sex", "nik", "card", "birth_date"])].concat(),
        ),
        words("K13-peran", "roles in short and in full", "Jabatan", "role", &[("K", code("chair")), ("S", code("secretary")), ("B", code("treasurer")), ("A", code("member")), ("Ketua Kelompok", code("chair")), ("Sekr.", code("secretary")), ("Bend.", code("treasurer")), ("Agt", code("member")), ("ANGGOTA", code("member")), ("SEKRETARIS", code("secretary"))]),
        words("K13-kawin", "marital status in the words of cards and in letters", "Status Perkawinan", "marital", &[("BK", code("single")), ("K", code("married")), ("CH", code("divorced")), ("CM", code("widowed")), ("Kawin Tercatat", code("married")), ("CERAI HIDUP BELUM TERCATAT", code("divorced")), ("Cerai Mati Tercatat", code("widowed")), ("BELUM KAWIN", code("single"))]),
        words("K13-pendidikan", "schooling in the words of cards, offices and schools", "Pendidikan Terakhir", "schooling", &[("TIDAK/BELUM SEKOLAH", code("none")), ("BELUM TAMAT SD/SEDERAJAT", code("primary_unfinished")), ("TAMAT SD/SEDERAJAT", code("primary")), ("SLTP/SEDERAJAT", code("lower_secondary")), ("SLTA/SEDERAJAT", code("upper_secondary")), ("DIPLOMA I/II", code("diploma_1_2")), ("AKADEMI/DIPLOMA III/S. MUDA", code("diploma_3")), ("DIPLOMA IV/STRATA I", code("bachelor")), ("STRATA II", code("master")), ("STRATA III", code("doctor")), ("SMP/MTs", code("lower_secondary"))]),
        words("K13-hubungan", "kinship as cards have it", "SHDK", "kinship", &[("KEPALA KELUARGA", code("head")), ("SUAMI", code("spouse")), ("ISTRI", code("spouse")), ("ANAK", code("child")), ("MENANTU", code("other")), ("CUCU", code("other")), ("ORANG TUA", code("other")), ("MERTUA", code("other")), ("FAMILI LAIN", code("other")), ("PEMBANTU", code("other")), ("LAINNYA", code("other"))]),
        words("K13-kelamin", "the sexes in all their spellings", "Jenis Kelamin", "sex", &[("1", code("male")), ("2", code("female")), ("LAKI - LAKI", code("male")), ("Lk.", code("male")), ("Pr", code("female")), ("PEREMPUAN", code("female")), ("Wanita", code("female")), ("pria", code("male")), ("L ", code("male")), ("p", code("female"))]),
        shape(
            "K13-kode-asing",
            "codes that a system does not have are told, and not guessed",
            grid![["Nama KUBE", "Nama", "Jenis Kelamin", "Jabatan"], ["KUBE Kode", "Contoh Satu", "3", "Ketua"], ["KUBE Kode", "Contoh Dua", "2", "Z"], ["KUBE Kode", "Contoh Tiga", "1", "Anggota"]].xlsx("kode.xlsx"),
            vec![told("Contoh Satu", "Jenis Kelamin"), told("Contoh Dua", "Jabatan"), member("Contoh Satu", json!({"sex": null, "role": "chair"})), whole("Contoh Tiga")],
        ),
        shape(
            "K13-ksba",
            "the Ministry's proposal: KECAMATAN, DESA/KEL, JENIS USAHA, NAMA KUBE once for each, JABATAN K S B A, ID DTKS, No KKS",
            grid![["DAFTAR CALON PENERIMA BANTUAN KUBE"], ["NO", "KECAMATAN", "DESA/KEL", "JENIS USAHA", "NAMA KUBE", "JABATAN", "NAMA", "TGL LAHIR", "NIK", "NO KK", "ID DTKS", "NO KKS", "KET"]]
                .with(rows(&p, |p| if p.at == 1 { cells![1, "Palaran", "Rawa Makmur", "Kue", "KUBE Usul", "K", p.name.as_str(), p.dmy("-"), p.nik.as_str(), p.card.as_str(), "DTKS1", "6013000123456701", "-"] } else { cells!["", "", "", "", "", ["S", "B", "A"][p.at - 2], p.name.as_str(), p.dmy("-"), p.nik.as_str(), p.card.as_str(), "DTKS2", "6013000123456702", "-"] }))
                .xlsx("usulan-kube.xlsx"),
            [vec![groups(&["Usul"]), people_are(&p), group("Usul", json!({"region": RAWA_MAKMUR, "business": "cakes"})), member("Contoh Satu", json!({"role": "chair"})), member("Contoh Empat", json!({"role": "member"})), not_taken("NO KKS"), not_taken("ID DTKS")], own(&["nik", "card", "birth_date"])].concat(),
        ),
    ]
}
