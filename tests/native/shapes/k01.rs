//! K01: the name of a relative, of a place or of an account is nobody's name in the book.

use serde_json::json;

use super::grid::{cells, day, grid};
use super::people::{people, rows};
use super::right::*;
use super::{Shape, shape};

pub fn all() -> Vec<Shape> {
    let p = people(4);
    let own = |of: &[&str]| as_they_are(&p, of);
    vec![
        shape(
            "K01-siak-table",
            "a table of SIAK: NAMA_LGKP beside NAMA_LGKP_IBU and NAMA_LGKP_AYAH, their NIK too",
            grid![["NIK", "NO_KK", "NAMA_LGKP", "JENIS_KLMIN", "TMPT_LHR", "TGL_LHR", "STAT_KWN", "STAT_HBKEL", "PDDK_AKH", "JENIS_PKRJN", "NIK_IBU", "NAMA_LGKP_IBU", "NIK_AYAH", "NAMA_LGKP_AYAH", "ALAMAT", "NO_RT", "NO_RW"]]
                .with(rows(&p, |p| cells![p.nik.as_str(), p.card.as_str(), p.name.as_str(), p.sex(), "SAMARINDA", p.dmy("-"), "KAWIN", "KEPALA KELUARGA", "SLTP/SEDERAJAT", "WIRASWASTA", format!("64720341{:02}60{:04}", p.at, 9000 + p.at), format!("IBU {}", p.at), format!("64720301{:02}60{:04}", p.at, 9100 + p.at), format!("AYAH {}", p.at), "JL. CONTOH", "4", "2"]))
                .xlsx("siak.xlsx"),
            [vec![asks(), people_are(&p), not_taken("NAMA_LGKP_IBU"), not_taken("NAMA_LGKP_AYAH"), not_taken("NIK_IBU"), not_taken("NIK_AYAH"), each(json!({"marital": "married", "kinship": "head", "schooling": "lower_secondary", "birth_place": "SAMARINDA"}))], own(&["nik", "card", "birth_date", "sex"])].concat(),
        ),
        shape(
            "K01-opensid-unduh",
            "OpenSID's download with worded headings: Nama Ayah, NIK Ayah, Nama Ibu, NIK Ibu behind the person",
            grid![["No", "No. KK", "Nama", "NIK", "Jenis Kelamin", "Alamat", "Dusun", "RW", "RT", "Tempat Lahir", "Tanggal Lahir", "Nama Ayah", "NIK Ayah", "Nama Ibu", "NIK Ibu", "Nama KUBE"]]
                .with(rows(&p, |p| cells![p.at, p.card.as_str(), p.name.as_str(), p.nik.as_str(), p.sex(), "Jl. Contoh", "Dusun Satu", "001", "004", "Samarinda", p.dmy("-"), format!("Ayah {}", p.at), "", format!("Ibu {}", p.at), "", "KUBE Melati"]))
                .xlsx("penduduk_opensid.xlsx"),
            [vec![groups(&["Melati"]), people_are(&p), not_taken("Nama Ayah"), not_taken("Nama Ibu"), not_taken("NIK Ibu")], own(&["nik", "card", "birth_date"])].concat(),
        ),
        shape(
            "K01-opensid-keluarga",
            "OpenSID's list of families: the head is the only person of a row, and is the one",
            grid![["No", "Nomor KK", "Kepala Keluarga", "NIK", "Jumlah Anggota", "Jenis Kelamin", "Alamat", "Dusun", "RW", "RT", "Tanggal Terdaftar", "Tanggal Cetak KK"]]
                .with(rows(&p, |p| cells![p.at, p.card.as_str(), p.name.as_str(), p.nik.as_str(), 3, p.sex(), "JL CONTOH", "DUSUN SATU", "1", "4", "19 Mei 2023", "-"]))
                .xlsx("keluarga.xlsx"),
            [vec![asks(), people_are(&p), each(json!({"birth_date": null, "dependants": null})), not_taken("Jumlah Anggota")], own(&["nik", "card", "sex"])].concat(),
        ),
        shape(
            "K01-pkh-pengurus",
            "a PKH list: Nama Pengurus is the person, Nama Suami and Nama Anak are of the family",
            grid![["No", "Nama KUBE", "No Peserta PKH", "Nama Pengurus", "NIK", "Nama Suami", "Nama Anak Sekolah", "Alamat"]]
                .with(rows(&p, |p| cells![p.at, "KUBE Sejahtera", format!("64720300{:06}", p.at), p.name.as_str(), p.nik.as_str(), format!("Suami {}", p.at), format!("Anak {}", p.at), "Jl. Contoh"]))
                .xlsx("pkh.xlsx"),
            vec![groups(&["Sejahtera"]), people_are(&p), column("Nama Pengurus", "member.name"), not_taken("Nama Suami"), not_taken("Nama Anak Sekolah"), not_taken("No Peserta PKH")],
        ),
        shape(
            "K01-ahli-waris",
            "Nama Ahli Waris and Hubungan Ahli Waris behind the member",
            grid![["No", "Nama Kelompok", "Nama Anggota", "NIK", "Nama Ahli Waris", "Hubungan Ahli Waris"]]
                .with(rows(&p, |p| cells![p.at, "KUBE Mawar", p.name.as_str(), p.nik.as_str(), format!("Waris {}", p.at), "Anak"]))
                .xlsx("ahli-waris.xlsx"),
            vec![groups(&["Mawar"]), people_are(&p), not_taken("Nama Ahli Waris"), not_taken("Hubungan Ahli Waris"), each(json!({"kinship": null}))],
        ),
        shape(
            "K01-wali-murid",
            "a school's list with Nama Wali and Nama Ayah before the pupil's own name",
            grid![["No", "Nama Wali", "Nama Ayah", "Nama Peserta", "NIK", "L/P"]]
                .with(rows(&p, |p| cells![p.at, format!("Wali {}", p.at), format!("Ayah {}", p.at), p.name.as_str(), p.nik.as_str(), p.lp()]))
                .xlsx("wali.xlsx"),
            vec![asks(), people_are(&p), not_taken("Nama Wali"), not_taken("Nama Ayah")],
        ),
        shape(
            "K01-blt-dd",
            "BNBA of BLT-DD: NAMA KEPALA KELUARGA is the only name and has the NIK",
            grid![["NO", "NIK", "NAMA KEPALA KELUARGA", "JENIS KELAMIN", "TANGGAL LAHIR", "JUMLAH ANGGOTA KELUARGA", "ALAMAT", "RT", "RW", "JENIS PEKERJAAN", "KODE_JP", "KRITERIA BLT", "KODE_KRIT", "METODE PEMBAYARAN", "KODE_BAYAR"], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]]
                .with(rows(&p, |p| cells![p.at, p.nik.as_str(), p.name.as_str(), p.sex(), p.dmy("/"), 4, "Rawa Makmur", "", "", "Buruh Tani", "P3", "Keluarga Miskin", "K7", "Tunai", "B1"]))
                .xlsx("BNBA-BLT.xlsx"),
            [vec![asks(), people_are(&p), each(json!({"dependants": null, "occupation": "Buruh Tani"}))], own(&["nik", "birth_date", "sex"])].concat(),
        ),
        shape(
            "K01-bdt-rumah-tangga",
            "BDT 2015 by household: Nama_KRT is the head, Nama_SLS is the neighbourhood",
            grid![["IDBDT", "KDPROP", "KDKAB", "KDKEC", "KDDESA", "Alamat", "NoPesertaPKH", "Nama_SLS", "Nama_KRT", "NIK", "Jumlah_ART"]]
                .with(rows(&p, |p| cells![format!("64720300100{:03}", p.at), "64", "72", "030", "005", "JL CONTOH", "", "RT 004", p.name.as_str(), p.nik.as_str(), 4]))
                .csv("bdt_rt.csv", ";"),
            vec![asks(), people_are(&p), not("Nama_SLS", "member.name"), not("Nama_SLS", "group.name"), not_taken("Jumlah_ART"), column("Nama_KRT", "member.name")],
        ),
        shape(
            "K01-nama-wilayah",
            "NAMA_PROP, NAMA_KAB, NAMA_KEC, NAMA_DESA are places, and NAMA the person",
            grid![["NO", "NAMA_PROP", "NAMA_KAB", "NAMA_KEC", "NAMA_DESA", "NAMA", "NIK", "TGL_LAHIR"]]
                .with(rows(&p, |p| cells![p.at, "KALIMANTAN TIMUR", "KOTA SAMARINDA", "SAMARINDA ULU", "SIDODADI", p.name.as_str(), p.nik.as_str(), day(p.born.year(), p.born.month(), p.born.day())]))
                .xlsx("usulan.xlsx"),
            [vec![asks(), people_are(&p), column("NAMA_DESA", "village"), column("NAMA_KEC", "district"), column("NAMA_KAB", "regency"), each(json!({"region": SIDODADI}))], own(&["nik", "birth_date"])].concat(),
        ),
        shape(
            "K01-bank",
            "a bank's list: Nama Penerima, and Nama di Rekening, Nama Bank, Nama Cabang which are none",
            grid![["No", "Nama Penerima", "NIK", "Nama di Rekening", "Nama Bank", "Nama Cabang", "No Rekening"]]
                .with(rows(&p, |p| cells![p.at, p.name.as_str(), p.nik.as_str(), format!("REK {}", p.at), "BRI", "SAMARINDA 1", format!("45670100{:07}", p.at)]))
                .xlsx("rekening.xlsx"),
            vec![asks(), people_are(&p), column("Nama Penerima", "member.name"), not("Nama di Rekening", "member.name"), not("Nama Cabang", "member.name"), nobody(&["REK 1", "BRI", "SAMARINDA 1"])],
        ),
        shape(
            "K01-istri-di-belakang",
            "hand-made: Nama Anggota and Nama Istri without any number",
            grid![["No", "Nama KUBE", "Nama Anggota", "Nama Istri", "Alamat"]]
                .with(rows(&p, |p| cells![p.at, "KUBE Nelayan", p.name.as_str(), format!("Istri {}", p.at), "Jl. Pantai"]))
                .xlsx("nelayan.xlsx"),
            vec![groups(&["Nelayan"]), people_are(&p), not_taken("Nama Istri")],
        ),
    ]
}
