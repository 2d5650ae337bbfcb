//! The words that stand above a column of a list and mean a field of the member.

use super::fields::Member;
use crate::kinds::Heading;
use crate::kinds::ListSource::{Bdt, Book, Dapodik, Dtks, Form, Free, Kemensos, Kpm, OpenSid, Siak};

pub(super) const ROWS: &[Heading] = &[
    // Who it is.
    Heading::own(
        Free,
        Member::NAME,
        "nama|nama lengkap|nama anggota|nama anggota kube|nama anggota kelompok|nama peserta|nama pengurus|nama pengurus kube|nama pengurus anggota|nama pengurus dan anggota|nama sesuai ktp|nama warga|nama orang|nama anggota keluarga|nama lengkap anggota|nama lengkap sesuai ktp|name|full name|member|member name|nama calon anggota|nama pemohon",
    ),
    Heading::own(Book, Member::NAME, "name of the member|name of member"),
    Heading::own(
        Kpm,
        Member::NAME,
        "nama kpm|nama penerima|nama penerima manfaat|nama penerima bantuan|nama penerima kube|nama calon penerima|nama kpm pkh|nama kpm bpnt|nama rtm|nama krt penerima|penerima manfaat",
    ),
    Heading::own(Dtks, Member::NAME, "nama art|nama penerima bansos|nama pm"),
    Heading::own(Siak, Member::NAME, "nama lgkp|nm lgkp|nama lengkap penduduk|nama penduduk"),
    Heading::own(Dapodik, Member::NAME, "nama siswa|nama peserta didik|nama pd|nama warga belajar"),
    Heading::own(
        Free,
        Member::NIK,
        "nik|no nik|nomor nik|no ktp|nomor ktp|no nik ktp|nik ktp|nomor induk kependudukan|no induk kependudukan|national id|national id nik|national id number nik|id number|no identitas|nomor identitas|no ktp nik|nik no ktp|nik anggota|nomor induk kependudukan nik|no e ktp|nik kpm|nik penerima|nik penerima manfaat|nik pm|nik siswa|nik pengurus|nik art",
    ),
    Heading::own(
        Free,
        Member::CARD,
        "no kk|nomor kk|kartu keluarga|kk|nkk|family card|family card number|family card number no kk|nomor kartu keluarga|no kartu keluarga|nomor kartu keluarga kk|no kk kartu keluarga|no induk keluarga|nomor induk keluarga",
    ),
    // Sex.
    Heading::own(
        Free,
        Member::SEX,
        "l p|p l|l p jk|jk|jenis kelamin|jns kelamin|jenis kel|jns kel|kelamin|gender|sex|jenis kelamin l p|jk l p|lk pr|laki laki perempuan",
    ),
    Heading::own(Siak, Member::SEX, "jenis klmin|jns klmin|jenis klm|jns klmn|jenis klmn|jns klm"),
    // Birth.
    Heading::own(
        Free,
        Member::BIRTH_PLACE,
        "tempat lahir|tmp lahir|tempat kelahiran|tpt lahir|birth place|birthplace|place of birth|kota lahir|tmpt lahir|kelahiran tempat|tempat tanggal lahir tempat|ttl tempat|lahir tempat|tempat tgl lahir tempat",
    ),
    Heading::own(Siak, Member::BIRTH_PLACE, "tmpt lhr|tmp lhr|tempat lhr"),
    Heading::own(
        Free,
        Member::BIRTH_DATE,
        "tanggal lahir|tgl lahir|tgl kelahiran|tanggal kelahiran|lahir|birth date|birthdate|date of birth|dob|tanggal bulan tahun lahir|tgl bln thn lahir|kelahiran tanggal|kelahiran tgl|tempat tanggal lahir tanggal|tempat tgl lahir tanggal|ttl tanggal|lahir tanggal|lahir tgl|tgl lahir anggota",
    ),
    Heading::own(Siak, Member::BIRTH_DATE, "tgl lhr|tanggal lhr"),
    // Part in the group.
    Heading::own(
        Free,
        Member::ROLE,
        "jabatan|jabatan dalam kube|jabatan dalam kelompok|peran|kedudukan|kedudukan dalam kelompok|kedudukan dalam kube|posisi|role|position|jabatan kelompok|jabatan kube|jabatan di kube|jabatan di kelompok|peran dalam kube|jabatan pengurus|ket jabatan|jab",
    ),
    Heading::own(Kemensos, Member::ROLE, "jabatan ksba|jabatan k s b a|jabatan k s b|kedudukan ksba"),
    // Home.
    Heading::own(
        Free,
        Member::ADDRESS,
        "alamat|alamat rumah|alamat lengkap|alamat tinggal|alamat domisili|alamat sesuai ktp|alamat ktp|domisili|jalan|address|home address|street|alamat tempat tinggal|alamat jalan|alamat anggota|alamat kpm|alamat penerima|alamat rumah lengkap|alamat sesuai kk|alamat sekarang",
    ),
    Heading::aside(Free, Member::ADDRESS, "dusun|jalan dusun|nama dusun|lingkungan|blok|gang"),
    Heading::own(Free, Member::RT, "rt|no rt|nomor rt|neighbourhood|neighborhood"),
    Heading::own(Free, Member::RW, "rw|no rw|nomor rw|ward"),
    Heading::own(
        Free,
        Member::PHONE,
        "no hp|nomor hp|hp|no telp|no telepon|nomor telepon|no wa|nomor wa|whatsapp|no whatsapp|nomor whatsapp|no hp wa|nomor hp wa|nomor hp whatsapp|no hp whatsapp|no telp hp|no hp telp|no telepon hp|no kontak|nomor kontak|phone|mobile|phone number|mobile number|handphone|no handphone|nomor handphone|no hp anggota|no tlp|no tlp hp|no hp kpm|no hp aktif|nomor telp|no telpon|nomor telpon",
    ),
    Heading::aside(Free, Member::PHONE, "telepon|telp|telpon|kontak|telepon rumah|contact number|tlp"),
    // Family, schooling, work.
    Heading::own(
        Free,
        Member::KINSHIP,
        "hubungan keluarga|hubungan dalam keluarga|status dalam keluarga|status hubungan dalam keluarga|hub keluarga|hubungan dengan kepala keluarga|hubungan dgn kepala keluarga|hub dalam keluarga|status keluarga|status hubungan keluarga|hub kel|kedudukan dalam keluarga|hubungan dengan kk|hubungan dlm keluarga|hubungan dengan krt",
    ),
    Heading::own(Book, Member::KINSHIP, "place in the family|kinship|relationship"),
    Heading::own(Siak, Member::KINSHIP, "shdk|stat hbkel|shdrt|stat hub kel"),
    Heading::own(OpenSid, Member::KINSHIP, "kk level"),
    Heading::own(
        Bdt,
        Member::KINSHIP,
        "hub krt|hubkrt|hub kepala keluarga|hubungan dengan kepala rumah tangga|hub krt art",
    ),
    Heading::own(
        Free,
        Member::MARITAL,
        "status kawin|status perkawinan|status pernikahan|perkawinan|kawin|marital status|status nikah|sts kawin|status menikah|kawin tidak kawin",
    ),
    Heading::own(Siak, Member::MARITAL, "stat kwn|status kwn|sts kwn|stat kawin"),
    Heading::own(Bdt, Member::MARITAL, "sta kawin|stakawin"),
    Heading::own(
        Free,
        Member::SCHOOLING,
        "pendidikan|pendidikan terakhir|pend terakhir|pend|schooling|education|highest schooling|pendidikan akhir|jenjang pendidikan|ijazah terakhir|pddk|pendidikan tertinggi|tingkat pendidikan",
    ),
    Heading::own(Siak, Member::SCHOOLING, "pddk akh|pddk akhir|pendidikan dlm kk|pendidikan dalam kk"),
    Heading::own(OpenSid, Member::SCHOOLING, "pendidikan kk id|pendidikan kk"),
    Heading::own(
        Free,
        Member::OCCUPATION,
        "pekerjaan|pekerjaan utama|mata pencaharian|occupation|job|work|pekerjaan anggota|pekerjaan pokok|jenis pekerjaan",
    ),
    Heading::own(Siak, Member::OCCUPATION, "jenis pkrjn|jns pkrjn|pkrjn"),
    Heading::own(
        Free,
        Member::DEPENDANTS,
        "jumlah tanggungan|jml tanggungan|tanggungan|jumlah tanggungan keluarga|dependants|dependents|jml tanggungan keluarga|banyak tanggungan|jumlah tanggungan orang",
    ),
    Heading::own(
        Free,
        Member::INCOME_BEFORE,
        "penghasilan|pendapatan|penghasilan sebelum|pendapatan sebelum|penghasilan per bulan|pendapatan per bulan|penghasilan sebelum kube|income|income before|penghasilan bulan|penghasilan rata rata|penghasilan perbulan|pendapatan perbulan|penghasilan sebulan",
    ),
    Heading::own(Book, Member::INCOME_BEFORE, "penghasilan sebulan sebelum kube|monthly income before the kube"),
    Heading::own(
        Free,
        Member::INCOME_AFTER,
        "penghasilan sesudah|pendapatan sesudah|penghasilan sekarang|pendapatan sekarang|penghasilan sesudah kube|income now|income after",
    ),
    Heading::own(Book, Member::INCOME_AFTER, "penghasilan sebulan sekarang|monthly income now"),
    Heading::own(
        Free,
        Member::DISABILITY,
        "disabilitas|penyandang disabilitas|difabel|disability|status disabilitas|penyandang cacat|lives with a disability",
    ),
    Heading::own(
        Free,
        Member::WELFARE_DATA,
        "status dtks|dtks|status dtsen|dtsen|status bdt|bdt|data terpadu|status data terpadu|ket dtks|terdaftar dtks|terdaftar dtsen|welfare data|terdaftar di dtks|terdaftar di dtsen|keluarga terdaftar di dtsen|keluarga terdaftar di dtks|keterangan dtks|ada di dtsen|masuk dtsen",
    ),
    Heading::own(Free, Member::DECILE, "desil|decile|desil dtsen|peringkat desil|desil dtks"),
    Heading::own(Book, Member::WELFARE_CHECKED, "tanggal data terpadu diperiksa|date the welfare data was checked"),
    Heading::own(Book, Member::CONSENT_DATE, "tanggal persetujuan|date of consent"),
    Heading::own(Book, Member::CONSENT_WAY, "cara persetujuan|way of consent"),
    Heading::own(
        Free,
        Member::JOINED,
        "tanggal masuk|tgl masuk|tanggal bergabung|tgl bergabung|joined|date joined|date of joining|tanggal masuk kube",
    ),
    Heading::own(Free, Member::LEFT, "tanggal keluar|tgl keluar|left|date left|date of leaving"),
    Heading::own(Free, Member::LEAVE_REASON, "alasan keluar|reason for leaving"),
    // Officers, where a row is a group.
    Heading::own(
        Form,
        Member::NAME,
        "nama lengkap anda|nama anda|nama lengkap responden|nama responden|your name|your full name",
    ),
];
