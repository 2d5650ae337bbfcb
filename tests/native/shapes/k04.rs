//! K04: a row is a sum, a place, a source or a signature only where it is one, and not by the first word of a name.

use serde_json::json;

use super::grid::{cells, grid};
use super::people::{people, rows};
use super::right::*;
use super::{Shape, shape};

pub fn all() -> Vec<Shape> {
    let p = people(4);
    vec![
        shape(
            "K04-kelompok-bernama",
            "groups called Total, Desa, Kota, Kelurahan and Catatan something",
            grid![
                ["No", "Nama KUBE", "Jenis Usaha", "Kelurahan"],
                [1, "Total Persada", "Kue", "Sidodadi"],
                [2, "Desa Mandiri", "Menjahit", "Sidodadi"],
                [3, "Kota Baru Jaya", "Katering", "Sidodadi"],
                [4, "Kelurahan Bersatu", "Kue", "Sidodadi"],
                [5, "Catatan Sejahtera", "Kue", "Sidodadi"]
            ]
            .xlsx("kube.xlsx"),
            vec![
                groups(&["Total Persada", "Desa Mandiri", "Kota Baru Jaya", "Kelurahan Bersatu", "Catatan Sejahtera"]),
                members(&[]),
            ],
        ),
        shape(
            "K04-orang-bernama",
            "people whose names begin like a sum, a source or a place, and no number of anybody",
            grid![
                ["No", "Nama KUBE", "Nama", "Alamat"],
                [1, "KUBE Aster", "Jumlah Contoh", "Jl. Satu"],
                [2, "KUBE Aster", "Sumber Contoh", "Jl. Dua"],
                [3, "KUBE Aster", "Total Contoh", "Jl. Tiga"],
                [4, "KUBE Aster", "Desa Contoh", "Jl. Empat"]
            ]
            .xlsx("anggota.xlsx"),
            vec![groups(&["Aster"]), members(&["Jumlah Contoh", "Sumber Contoh", "Total Contoh", "Desa Contoh"])],
        ),
        shape(
            "K04-jumlahwati",
            "a name in which \"jumlah\" is but a part of a word",
            grid![
                ["No", "Nama", "Jabatan"],
                [1, "Jumlahwati Contoh", "Ketua"],
                [2, "Totalina Contoh", "Sekretaris"],
                [3, "Sumberejo Contoh", "Bendahara"]
            ]
            .xlsx("anggota.xlsx"),
            vec![
                asks(),
                members(&["Jumlahwati Contoh", "Totalina Contoh", "Sumberejo Contoh"]),
                member("Totalina Contoh", json!({"role": "secretary"})),
            ],
        ),
        shape(
            "K04-tanggal-terbentuk",
            "the day a group was formed as \"Samarinda, 5 Juni 2014\"",
            grid![
                ["No", "Nama KUBE", "Tanggal Terbentuk"],
                [1, "KUBE Mawar", "Samarinda, 5 Juni 2014"],
                [2, "KUBE Melati", "Samarinda, 6 Juni 2014"],
                [3, "KUBE Anggrek", "Samarinda, 9 Juni 2014"]
            ]
            .xlsx("kube.xlsx"),
            vec![groups(&["Mawar", "Melati", "Anggrek"])],
        ),
        shape(
            "K04-tanda-tangan",
            "a list for signatures with the office's own below: these are nobody",
            grid![["DAFTAR HADIR ANGGOTA KUBE"], [], ["No", "Nama", "NIK", "Tanda Tangan"]]
                .with(rows(&p, |p| cells![p.at, p.name.as_str(), p.nik.as_str(), ""]))
                .below(grid![
                    [],
                    ["", "", "", "Samarinda, 20 November 2026"],
                    ["", "Mengetahui,", "", "Pendamping"],
                    ["", "Lurah Sidodadi", "", ""],
                    [],
                    [],
                    ["", "Contoh Lurah, S.Sos", "", "Contoh Pendamping"],
                    ["", "NIP. 197001011990031001", "", ""]
                ])
                .xlsx("hadir.xlsx"),
            vec![
                asks(),
                people_are(&p),
                nobody(&["Contoh Lurah, S.Sos", "Contoh Pendamping", "Lurah Sidodadi", "Mengetahui,"]),
            ],
        ),
        shape(
            "K04-tahu",
            "people without any number above an office's signature in the columns of names",
            grid![
                ["No", "Nama KUBE", "Nama Anggota", "Jabatan"],
                [1, "KUBE Lili", "Contoh Satu", "Ketua"],
                [2, "KUBE Lili", "Contoh Dua", "Anggota"],
                [],
                ["", "", "Mengetahui", ""],
                ["", "", "Kepala Dinas Sosial", ""],
                [],
                ["", "", "Contoh Kepala", ""],
                ["", "", "NIP 197001011990031001", ""]
            ]
            .xlsx("kube.xlsx"),
            vec![groups(&["Lili"]), members(&["Contoh Satu", "Contoh Dua"])],
        ),
        shape(
            "K04-keterangan-sumber",
            "a note in each row that begins with \"Sumber dana\"",
            grid![
                ["No", "Nama KUBE", "Keterangan"],
                [1, "KUBE Mawar", "Sumber dana APBD"],
                [2, "KUBE Melati", "Sumber dana APBN"],
                [3, "KUBE Anggrek", "Total Rp 20.000.000"]
            ]
            .xlsx("kube.xlsx"),
            vec![groups(&["Mawar", "Melati", "Anggrek"])],
        ),
        shape(
            "K04-jumlah-benar",
            "real sums between and below are no people and no groups",
            grid![["No", "Nama KUBE", "Nama", "NIK"]]
                .with(rows(&p[..2], |p| cells![p.at, "KUBE Mawar", p.name.as_str(), p.nik.as_str()]))
                .below(grid![["", "Jumlah", "2 orang", ""]])
                .with(rows(&p[2..], |p| cells![p.at, "KUBE Melati", p.name.as_str(), p.nik.as_str()]))
                .below(grid![["", "Jumlah", "2 orang", ""], ["", "TOTAL KESELURUHAN", "4 orang", ""]])
                .xlsx("kube.xlsx"),
            vec![groups(&["Mawar", "Melati"]), people_are(&p), size("Mawar", 2)],
        ),
        shape(
            "K04-daftar-tamu",
            "two columns only: number and name",
            grid![
                ["No", "Nama Anggota"],
                [1, "Kota Contoh"],
                [2, "Sumber Contoh"],
                [3, "Kel Contoh"],
                [4, "Note Contoh"]
            ]
            .xlsx("anggota.xlsx"),
            vec![asks(), members(&["Kota Contoh", "Sumber Contoh", "Kel Contoh", "Note Contoh"])],
        ),
        shape(
            "K04-ttl-berbeda",
            "place and date of birth in a list of three columns, each another day",
            grid![
                ["No", "Nama KUBE", "Nama", "TTL"],
                [1, "KUBE Dahlia", "Contoh Satu", "Samarinda, 17 Agustus 1980"],
                [2, "KUBE Dahlia", "Contoh Dua", "Bontang, 20 Mei 1981"],
                [3, "KUBE Dahlia", "Contoh Tiga", "Balikpapan, 30 Juni 1979"]
            ]
            .xlsx("anggota.xlsx"),
            vec![
                groups(&["Dahlia"]),
                members(&["Contoh Satu", "Contoh Dua", "Contoh Tiga"]),
                member("Contoh Dua", json!({"birth_place": "Bontang", "birth_date": "1981-05-20"})),
            ],
        ),
    ]
}
