//! The words that stand above a column of a list and mean a field of the group.

use super::fields::Group;
use crate::kinds::Heading;
use crate::kinds::ListSource::{Book, Free, Kemensos};

pub(super) const ROWS: &[Heading] = &[
    Heading::own(
        Free,
        Group::NAME,
        "nama kube|nama kelompok|kube|kelompok|nama kelompok usaha|nama kelompok usaha bersama|nama kube kelompok|kelompok kube|nama kelompok kube|group|group name|name of group|kube nama|kelompok nama|nama group|nama kelompok usaha bersama kube|kelompok usaha bersama|asal kube|kelompok usaha",
    ),
    Heading::own(Book, Group::NAME, "name of the kube|name of the group"),
    Heading::own(
        Free,
        Group::BUSINESS,
        "jenis usaha|jenis usaha kube|bidang usaha|usaha|jenis kegiatan usaha|jenis usaha kelompok|jenis uep|uep|kind of business|business|jenis usaha uep|jenis usaha ekonomi produktif|bentuk usaha|usaha kube",
    ),
    Heading::own(
        Free,
        Group::BUSINESS_NAME,
        "nama usaha|rincian usaha|business name|name of business|keterangan usaha|nama produk usaha",
    ),
    Heading::own(Book, Group::BUSINESS_NAME, "nama atau rincian usaha|name or particulars of the business"),
    Heading::own(
        Free,
        Group::ADDRESS,
        "alamat kube|alamat kelompok|alamat sekretariat|sekretariat|alamat usaha|lokasi usaha|group address|kube alamat|kelompok alamat|alamat sekretariat kube|address of the group|address of the kube|tempat usaha",
    ),
    Heading::own(Free, Group::POSTCODE, "kode pos|kodepos|postcode|postal code|kd pos"),
    Heading::own(Free, Group::AREA, "jenis wilayah|tipe wilayah|kategori wilayah|kind of area|klasifikasi wilayah"),
    Heading::own(Free, Group::COORDINATES, "koordinat|titik koordinat|coordinates|koordinat lokasi"),
    Heading::own(
        Free,
        Group::PROGRAMME,
        "program|sumber dana|sumber anggaran|programme|source of funds|program bantuan|asal dana",
    ),
    Heading::own(
        Free,
        Group::YEAR,
        "tahun anggaran|ta|tahun|thn anggaran|thn|tahun bantuan|tahun penerimaan|budget year|year|thn bantuan|tahun terima|tahun perolehan",
    ),
    Heading::own(
        Free,
        Group::FORMED,
        "tanggal terbentuk|tgl terbentuk|tanggal pembentukan|tgl pembentukan|tanggal berdiri|date formed|formed|tgl berdiri",
    ),
    Heading::own(Free, Group::STATUS, "status kube|status kelompok|keaktifan|status|group status|status keaktifan"),
    Heading::own(
        Free,
        Group::STAGE,
        "tahap|tahap perkembangan|klasifikasi|stage|tahap kube|klasifikasi kube|perkembangan kube",
    ),
    Heading::own(
        Free,
        Group::FACILITATOR,
        "pendamping|nama pendamping|pendamping kube|nama pendamping kube|pendamping sosial|facilitator|pendamping kelompok",
    ),
    Heading::own(
        Free,
        Group::DECREE,
        "no sk|nomor sk|sk|nomor sk penetapan|decree|sk nomor|no sk penetapan|decree number|number of the decree",
    ),
    Heading::own(Free, Group::DECREE_DATE, "tanggal sk|tgl sk|decree date|sk tanggal|date of the decree"),
    Heading::own(Free, Group::BANK, "bank|nama bank|rekening bank"),
    Heading::own(
        Free,
        Group::ACCOUNT,
        "no rekening kube|nomor rekening kube|rekening kube|no rekening kelompok|nomor rekening kelompok|rekening kelompok|account number|group account|kube no rekening|kelompok no rekening",
    ),
    Heading::aside(
        Free,
        Group::ACCOUNT,
        "no rekening|nomor rekening|no rek|rekening|norek|account|rekening nomor|rekening no",
    ),
    Heading::own(
        Free,
        Group::ACCOUNT_HOLDER,
        "nama rekening kube|rekening atas nama kube|account holder|nama rekening kelompok",
    ),
    Heading::aside(
        Free,
        Group::ACCOUNT_HOLDER,
        "atas nama|a n|nama rekening|nama pemilik rekening|rekening atas nama|nama di rekening",
    ),
    Heading::own(Free, Group::NOTE, "keterangan|ket|catatan|note|notes|remarks|catatan kube|keterangan kube"),
    // Places. What is said of the KUBE's is the KUBE's, all else is of the row.
    Heading::own(Kemensos, Group::BUSINESS, "jenis usaha kube yang diusulkan|jenis usaha yang diusulkan|rencana usaha"),
];
