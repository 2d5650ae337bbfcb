//! K03: a question of a form is what is asked, and not what one word in it means.

use serde_json::json;

use super::grid::{cells, grid};
use super::people::{Person, people, rows};
use super::right::*;
use super::{Shape, shape};
use crate::offices::expect::Expect;

/// A form with one more question.
fn form(
    id: &'static str,
    what: &'static str,
    question: &str,
    answer: impl Fn(&Person) -> String,
    more: Vec<Expect>,
) -> Shape {
    let p = people(5);
    let grid = grid![["Timestamp", "Nama Lengkap (sesuai KTP)", "NIK", "Nama KUBE", question]]
        .with(rows(&p, |p| cells!["26/11/2026 8:11:22", p.name.as_str(), p.nik.as_str(), "KUBE Anyelir", answer(p)]));
    let right = vec![groups(&["Anyelir"]), people_are(&p)];
    shape(id, what, grid.csv("Tanggapan Formulir 1.csv", ","), [right, as_they_are(&p, &["nik"]), more].concat())
}

pub fn all() -> Vec<Shape> {
    let is_nothing = |question: &str| vec![not_taken(question)];
    vec![
        form(
            "K03-bersedia",
            "whether one wants to be a member of the KUBE",
            "Apakah Bapak/Ibu bersedia menjadi anggota KUBE?",
            |_| "Ya".to_owned(),
            is_nothing("Apakah Bapak/Ibu bersedia menjadi anggota KUBE?"),
        ),
        form(
            "K03-pendamping",
            "who the facilitator is",
            "Siapa nama pendamping KUBE Bapak/Ibu?",
            |_| "Contoh Pendamping".to_owned(),
            vec![nobody(&["Contoh Pendamping"])],
        ),
        form(
            "K03-usaha",
            "what the group does",
            "Usaha apa yang dijalankan kelompok Bapak/Ibu saat ini?",
            |_| "Kue kering".to_owned(),
            vec![nobody(&["Kue kering"]), not("Usaha apa yang dijalankan kelompok Bapak/Ibu saat ini?", "group.name")],
        ),
        form(
            "K03-akun-media",
            "the name of an account on the net",
            "Nama akun media sosial (Facebook/Instagram)",
            |p| format!("contoh_{}", p.at),
            is_nothing("Nama akun media sosial"),
        ),
        form(
            "K03-unggah-ktp",
            "a picture of the card",
            "Unggah foto KTP",
            |p| format!("https://drive.google.com/open?id=contoh{}", p.at),
            is_nothing("Unggah foto KTP"),
        ),
        form(
            "K03-unggah-kk",
            "a picture of the family card",
            "Unggah foto Kartu Keluarga (KK)",
            |p| format!("https://drive.google.com/open?id=kk{}", p.at),
            is_nothing("Unggah foto Kartu Keluarga (KK)"),
        ),
        form(
            "K03-hp-suami",
            "a relative's number",
            "Nomor HP suami/istri yang bisa dihubungi",
            |p| format!("08120000000{}", p.at),
            is_nothing("Nomor HP suami/istri yang bisa dihubungi"),
        ),
        form(
            "K03-nik-padan",
            "whether the NIK was checked",
            "Apakah NIK sudah padan dengan Dukcapil?",
            |_| "Sudah".to_owned(),
            is_nothing("Apakah NIK sudah padan dengan Dukcapil?"),
        ),
        form(
            "K03-jumlah-kk",
            "how many are on the family card",
            "Jumlah anggota keluarga dalam satu KK",
            |p| p.at.to_string(),
            vec![not_taken("Jumlah anggota keluarga dalam satu KK"), each(json!({"card": null}))],
        ),
        form(
            "K03-ibu-kandung",
            "the mother's name, which is a secret of banks",
            "Nama gadis ibu kandung",
            |p| format!("Ibu {}", p.at),
            is_nothing("Nama gadis ibu kandung"),
        ),
        form(
            "K03-mengapa",
            "why one wants to join, with the words for a role",
            "Apa alasan Bapak/Ibu memilih ketua tersebut?",
            |_| "Rajin".to_owned(),
            vec![not("Apa alasan Bapak/Ibu memilih ketua tersebut?", "member.role"), nobody(&["Rajin"])],
        ),
    ]
}
