//! Headings that are known, and whose columns are never read: each with what its values must not be taken for.
//!
//! The cells of these columns look like what they are not: a bank card has 16 digits as a NIK has, a size is an L, the moment
//! of an answer is a day. The mother's name and religion are left alone by design.

use super::Is::Never as No;
use super::Never::{Age, Contact, Count, Head, Moment, Money, Number, Other, Private, Relative, RowNumber, Sign, Size};
use super::Row;
use crate::kinds::ListSource::{Bdt, Book, Dapodik, Dtks, Form, Free, Kemensos, Kpm, OpenSid, Siak};

pub(super) const ROWS: &[Row] = &[
    Row(
        Free,
        No(RowNumber),
        "no|nomor|no urut|nomor urut|number|nr|id|nourut|urut|row|no anggota|nomor anggota|no kpm|no urut kube|kode",
    ),
    // Names of others. Never the member, never the KUBE.
    Row(
        Free,
        No(Relative),
        "nama ayah|nama bapak|ayah|bapak|nama ayah kandung|father|father s name|nama suami|suami|nama istri|istri|nama isteri|nama suami istri|nama istri suami|suami istri|nama pasangan|pasangan|spouse|spouse name|nama wali|wali|nama orang tua|orang tua|nama orang tua wali|nama ortu|nama ahli waris|ahli waris|nama anak|nama bapak ibu|nama saudara|kontak darurat|nama kontak darurat|nama mertua|husband|wife|parent|guardian|heir",
    ),
    Row(
        Free,
        No(Head),
        "nama kepala keluarga|kepala keluarga|nama kk|nama kep keluarga|kep keluarga|nama krt|nama kepala rumah tangga|head of family|head of the family|head of household|nama kepala kk",
    ),
    Row(OpenSid, No(Relative), "nama ayah|ayah nik|ibu nik|nik ayah|nik ibu"),
    Row(Siak, No(Relative), "nama lgkp ayah|nik ayah|nama kep"),
    Row(Dapodik, No(Relative), "data ayah|data wali|data ibu|data ayah nama|data wali nama|nama wali murid"),
    Row(
        Kpm,
        No(Relative),
        "nama pengurus bank|pengurus bank|petugas bank|nama petugas|petugas|agen|nama agen|nama e warong|e warong|ewarong|petugas penyalur|kuasa|penerima kuasa|nama penerima kuasa|saksi|diterima oleh|yang menerima",
    ),
    Row(
        Free,
        No(Relative),
        "penanggung jawab|nama penanggung jawab|contact person|pic|nama petugas survei|surveyor|enumerator|pencacah|ketua rt|nama ketua rt|ketua rw|lurah|kepala desa|camat|operator|nama operator|pendata|nama pendata|petugas pendata|pengusul|korkab|koordinator",
    ),
    // What is left alone by design.
    Row(
        Free,
        No(Private),
        "nama ibu|nama ibu kandung|ibu kandung|ibu|mother|mother s name|mother name|nama gadis ibu kandung|nama gadis ibu|agama|religion|kepercayaan|agama kepercayaan|golongan darah|gol darah|gol drh|blood type|suku|suku bangsa|etnis|hamil|status hamil|status kehamilan|penyakit|penyakit kronis|riwayat penyakit",
    ),
    Row(
        OpenSid,
        No(Private),
        "agama id|nama ibu|golongan darah id|suku id|hamil|cara kb id|sakit menahun id|cacat id|cacat",
    ),
    Row(Siak, No(Private), "nama lgkp ibu|nama ibu|gol drh|pnyndng cct"),
    // Numbers of something else.
    Row(
        Kpm,
        No(Number),
        "no kks|nomor kks|kks|no kartu|no kartu kks|nomor kartu|nomor kartu kks|no kartu atm|no pkh|id pkh|nomor peserta pkh|no peserta pkh|no peserta|nomor peserta|id kpm|id peserta|no kpj|no kip|nomor kip|kip|no kis|no bpjs|no bpjs kesehatan|bpjs|no jkn|no kartu indonesia sehat|no pkh kks|no rekening kks|no rekening kpm|no rekening pkh|no kartu merah putih|no kps|nomor kps|kps|no kps kks|no kks kps|no pbi",
    ),
    Row(
        Dtks,
        No(Number),
        "iddtks|id dtks|id dtsen|no dtks|nomor dtks|id dtks keluarga|id keluarga|id semesta|idsemesta|id art|idart|id keluarga dtsen|nomor urut rumah tangga|no id dtks|id pengurus|id bansos|id kelurahan|id penerima",
    ),
    Row(
        Bdt,
        No(Number),
        "id bdt|idbdt|no bdt|id bdt art|id rt bdt|nopesertapkh|nopbdt|nopbdtkemsos|kdprop|kdkab|kdkec|kddesa|kdgabungan|kdgabungan4|no art bdt",
    ),
    Row(
        Free,
        No(Number),
        "kode desa|kode kelurahan|kode kecamatan|kode kabupaten|kode kab|kode kec|kode kel|kode wilayah|kd kel|kd kec|kd kab|kode kube|no kube|nomor kube|id kube|no registrasi|nomor registrasi|no register|no reg|npwp|no npwp|no sim|no paspor|no akta lahir|akta lahir|no akta kelahiran|no akta|nip|no nip|nuptk|nib|no nib|no halal|no proposal|no bast|no sertifikat|no seri",
    ),
    Row(
        OpenSid,
        No(Number),
        "id asuransi|no asuransi|ktp el|tag id card|dokumen pasport|dokumen kitas|akta perkawinan|akta perceraian|id cluster|id kk|id rtm|desa id|no kk sebelumnya|telepon penduduk|nomor akta perkawinan|nomor akta perceraian|nomor dokumen pasport|nomor dokumen kitas|lat|lng|id pend desa",
    ),
    Row(
        Siak,
        No(Number),
        "no akta lahir|no kec|no kab|no kel|no prop|no akta kwn|no akta crai|ktp e l|ktpel|wjb ktp|stat rkm|status rekam|status ktp|wajib ktp|no paspor",
    ),
    Row(
        Dapodik,
        No(Number),
        "nipd|nisn|nis|npsn|skhun|no seri ijazah|no peserta ujian nasional|nomor kks|no registrasi akta lahir|nomor rekening bank|rekening atas nama siswa|nomor kip|nama di kip|anak ke berapa|anak ke|no peserta ujian|layak pip",
    ),
    // Days that are no one's birth.
    Row(
        Form,
        No(Moment),
        "timestamp|time stamp|cap waktu|stempel waktu|waktu pengisian|waktu kirim|submission time|submitted at|start time|completion time|waktu mulai|waktu selesai|last modified time|start|end|submission date|created at|updated at|tanggal input|tgl input|waktu input|waktu",
    ),
    Row(
        Free,
        No(Moment),
        "tanggal|tgl|date|tanggal survei|tgl survei|tanggal survey|tanggal verifikasi|tgl verifikasi|tanggal penyaluran|tgl penyaluran|tanggal terima|tgl terima|tanggal pencairan|tgl pencairan|tanggal cair|tgl cair|tanggal penyerahan|tanggal dropping|tgl dropping|tanggal bast|tanggal pendataan|tgl pendataan|tanggal update|last update|tgl update|tanggal unduh|tanggal cetak|tanggal lapor|tgl peristiwa|tgl perkawinan|tanggal perkawinan|tanggal perceraian|tgl kwn|tgl crai|tanggal akhir pasport|tanggal entri|tanggal kunjungan|tanggal kadaluarsa|masa berlaku|berlaku hingga|tgl musdes|tanggal musdes|tanggal ambil|tanggal transaksi",
    ),
    Row(
        Free,
        No(Age),
        "umur|usia|age|umur tahun|usia tahun|usia saat ini|age group|tahun lahir|thn lahir|bulan lahir|birth year|year of birth|umur thn|umur saat ini",
    ),
    Row(Book, No(Age), "kelompok umur"),
    // How to reach somebody, who is not written to.
    Row(
        Form,
        No(Contact),
        "email|e mail|email address|alamat email|alamat e mail|surel|alamat surel|username|email aktif|alamat surel aktif|nama pengguna|user name|response id|email pribadi|e mail pribadi",
    ),
    Row(
        Free,
        No(Contact),
        "facebook|instagram|website|alamat web|alamat website|media sosial|akun media sosial|tiktok|link|link google maps|google maps|url|link foto|maps",
    ),
    // Sizes, presence, marks of a hand: letters and ticks of which L, P, K and √ are some.
    Row(
        Free,
        No(Size),
        "ukuran|ukuran baju|ukuran kaos|ukuran kaus|size|ukuran sepatu|ukuran celana|no sepatu|ukuran seragam|tinggi badan|berat badan|lingkar kepala|tb|bb|size baju|ukuran jaket|ukuran rompi|ukuran topi",
    ),
    Row(
        Free,
        No(Sign),
        "tanda tangan|ttd|paraf|cap jempol|tanda terima|hadir|kehadiran|absen|absensi|daftar hadir|foto|pas foto|signature|hadir tidak|hadir tidak hadir|ket hadir|check|cek|checklist|ceklis|verifikasi|hasil verifikasi|valid|validasi|status verifikasi|foto ktp|foto kk|upload ktp|upload kk|unggah ktp|unggah foto ktp|scan ktp|foto usaha|kelengkapan berkas|fc ktp|fc kk|fotokopi ktp|fotocopy ktp|fotokopi kk|fotocopy kk|layak|kelayakan|layak tidak layak",
    ),
    // Sums and money that is no income.
    Row(
        Free,
        No(Count),
        "jumlah anggota|jml anggota|jumlah kk|jumlah|jml|jumlah jiwa|jumlah anggota keluarga|jml anggota keluarga|jumlah art|jml art|jumlah keluarga|jml kk|jumlah anak|jml anak|jumlah kube|jml kube|total|jumlah penerima|jumlah kpm|banyaknya|volume|vol|satuan|qty|unit|no of members|jumlah anggota orang|jumlah l|jumlah p|jml l|jml p|jml saudara kandung|jumlah saudara kandung",
    ),
    Row(
        Book,
        No(Count),
        "anggota sekarang|members now|kk sekarang|households kk now|kube terdaftar|alokasi kube|kk terdaftar|alokasi kk|kube terdata|jatah kube|kk terdata|jatah kk|kube aktif|kk per kube",
    ),
    Row(
        Free,
        No(Money),
        "nominal|jumlah bantuan|besar bantuan|nilai bantuan|jumlah bantuan rp|bantuan|bantuan rp|modal|modal awal|omzet|omset|laba|keuntungan|simpanan|saldo|harga|harga satuan|nilai|besaran|besar bantuan rp|total bantuan|jumlah rp|jumlah dana|dana|pengeluaran|pengeluaran per bulan|jumlah modal|nilai rp|stimulan|jenis bantuan|bantuan yang diterima|anggaran",
    ),
    // What else there is.
    Row(
        Free,
        No(Other),
        "provinsi|province|prov|negara|batch|nama provinsi|kewarganegaraan|warganegara|lokasi dropping|lokasi penyaluran|titik penyaluran|lokasi bagi|tempat penyaluran|lokasi|lokasi kegiatan|lokasi penyerahan|kantor pos|nama kantor pos|kprk|kcp|wilayah kerja|wilayah|hobi|cita cita|kondisi rumah|status rumah|kepemilikan rumah|jenis lantai|sumber air|daya listrik|gelombang|periode|termin|kode gelombang|nama barang|jenis barang|merk|merek|nama sekolah|sekolah|asal sekolah|kelas|nama program bansos|jenis bansos|program bansos|bansos|bansos diterima|nama program|dapur|kategori|jenis ppks|jenis pmks|pmks|ppks|nama kegiatan|nama pelatihan|pelatihan|minat|orang yang sama|the same person|kriteria|kriteria blt|metode pembayaran|status bayar",
    ),
    Row(
        OpenSid,
        No(Other),
        "warganegara id|pendidikan sedang id|pendidikan sdg ditempuh|pendidikan sedang ditempuh|pekerjaan id|status dasar|status rekam|alamat sebelumnya|tempat dilahirkan|jenis kelahiran|kelahiran anak ke|penolong kelahiran|berat lahir|panjang lahir|bahasa id|status asuransi|ket status|hubung warga|id telegram|adat|marga",
    ),
    Row(Siak, No(Other), "prop name|nama prop|flag status|stat dasar|status penduduk|pendidikan sedang"),
    Row(
        Dapodik,
        No(Other),
        "rombel saat ini|rombel|jenis tinggal|alat transportasi|moda transportasi|penerima kps|penerima kip|alasan layak pip|kebutuhan khusus|berkebutuhan khusus|jarak rumah ke sekolah km|jarak rumah ke sekolah|tempat tinggal|sekolah asal|layak pip usulan dari sekolah|jenis pendaftaran|penerima kps pkh|usulan dari sekolah",
    ),
    Row(
        Dtks,
        No(Other),
        "status bansos|status pkh|status bpnt|status pbi|pkh|bpnt|pbi jk|status kpm|status usulan|keterangan meninggal|keterangan disabilitas|bulan|tahun data|nama prop|nama propinsi|propinsi|program sembako|status aktif|status padan|status dukcapil|padan dukcapil|peringkat|status rekening",
    ),
    Row(
        Kemensos,
        No(Other),
        "ket hasil verifikasi|bantuan yang pernah diterima|sektor usaha|produk|pemasaran|kebutuhan modal|kebutuhan peralatan",
    ),
];
