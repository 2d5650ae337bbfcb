//! Headings whose columns are no single field: places in words, a birth in one cell, marks for a sex, officers by name.

use super::Is::{Aside, Own};
use super::Row;
use crate::domain::{Role, Sex};
use crate::kinds::ListSource::{Bdt, Book, Dtks, Free, Siak};
use crate::lists::target::Target as T;

pub(super) const ROWS: &[Row] = &[
    // Sex.
    Row(Free, Own(T::Tick(Sex::Male)), "l|laki|laki laki|lk|pria|male"),
    Row(Free, Own(T::Tick(Sex::Female)), "p|pr|perempuan|wanita|female"),
    Row(Free, Own(T::Tick(Sex::Male)), "jenis kelamin l|jenis kelamin laki laki|jk l|l p l|kelamin l|jenis kelamin lk"),
    Row(
        Free,
        Own(T::Tick(Sex::Female)),
        "jenis kelamin p|jenis kelamin perempuan|jk p|l p p|kelamin p|jenis kelamin pr",
    ),
    // Birth.
    Row(
        Free,
        Own(T::Birth),
        "tempat tanggal lahir|tempat tgl lahir|ttl|tempat dan tanggal lahir|tempat dan tgl lahir|tmp tgl lahir|tempat tgl lhr|tempat tgl bln thn lahir|place and date of birth|place date of birth|kelahiran|tempat tanggal bulan tahun lahir|tempat lahir tanggal lahir|tpt tgl lahir|tmpt tgl lahir|tempat tgl kelahiran",
    ),
    // Home.
    Row(Free, Own(T::RtRw), "rt rw|rt dan rw|rw rt|alamat rt rw|no rt rw"),
    // Officers, where a row is a group.
    Row(
        Free,
        Own(T::Officer(Role::Chair)),
        "nama ketua|ketua|ketua kube|ketua kelompok|nama ketua kube|nama ketua kelompok|chair|name of the chair",
    ),
    Row(
        Free,
        Own(T::Officer(Role::Secretary)),
        "nama sekretaris|sekretaris|sekertaris|nama sekertaris|secretary|sekretaris kube|nama sekretaris kube|name of the secretary",
    ),
    Row(
        Free,
        Own(T::Officer(Role::Treasurer)),
        "nama bendahara|bendahara|treasurer|bendahara kube|nama bendahara kube|name of the treasurer",
    ),
    Row(Book, Own(T::Latitude), "lintang|latitude"),
    Row(Book, Own(T::Longitude), "bujur|longitude"),
    // Places. What is said of the KUBE's is the KUBE's, all else is of the row.
    Row(
        Free,
        Own(T::Village),
        "kelurahan|desa|kel|desa kelurahan|kelurahan desa|kel desa|desa kel|nama kelurahan|nama desa|nama kelurahan desa|nama desa kelurahan|village|urban village|nama kel|kelurahan atau desa|alamat kelurahan|alamat desa|domisili kelurahan|nama desa kel|kel ds|ds kel",
    ),
    Row(Free, Aside(T::Village), "kampung"),
    Row(
        Free,
        Own(T::District),
        "kecamatan|kec|nama kecamatan|subdistrict|sub district|district|nama kec|district kecamatan|alamat kecamatan|domisili kecamatan",
    ),
    Row(
        Free,
        Own(T::Regency),
        "kabupaten|kota|kab|kab kota|kabupaten kota|kota kabupaten|kota kab|nama kabupaten|city|regency|nama kab|nama kab kota|nama kabupaten kota|kabupaten atau kota|regency or city|nama kota",
    ),
    Row(Siak, Own(T::Village), "kel name|nama kel desa|nm kel"),
    Row(Siak, Own(T::District), "kec name|nm kec"),
    Row(Siak, Own(T::Regency), "kab name|nm kab"),
    Row(Dtks, Own(T::Village), "kelurahan nama|desa kelurahan nama|nmkel|nm desa"),
    Row(Bdt, Own(T::Village), "nmdesa"),
    Row(Bdt, Own(T::District), "nmkec"),
    Row(Bdt, Own(T::Regency), "nmkab"),
    Row(
        Book,
        Own(T::GroupVillage),
        "kelurahan atau desa kube|village of the kube|kelurahan kube|desa kube|kelurahan kelompok|desa kelompok|kube kelurahan|kube desa",
    ),
    Row(Book, Own(T::GroupDistrict), "kecamatan kube|district of the kube|kecamatan kelompok|kube kecamatan"),
    Row(
        Book,
        Own(T::GroupRegency),
        "kabupaten atau kota kube|regency or city of the kube|kabupaten kube|kota kube|kabupaten kota kube",
    ),
];
