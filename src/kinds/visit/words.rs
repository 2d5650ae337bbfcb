//! The words of a visit.

use super::{Condition, Place, Purpose};
use crate::kinds::kind::field_names;
use crate::kinds::{Names, Words};
use crate::lang::{Text, labels};

/// What the kind is called.
pub(in crate::kinds) static NAMES: Names = Names {
    one: Text::new("Kunjungan", "Visit"),
    many: Text::new("Kunjungan", "Visits"),
    new: Text::new("Kunjungan baru", "New visit"),
    edit: Text::new("Ubah kunjungan", "Edit visit"),
};

/// The words of the kind.
pub(in crate::kinds) static WORDS: Words = Words {
    fields: field_names!(Visit {
        GROUP = "KUBE" | "KUBE",
        DATE = "Tanggal kunjungan" | "Date of the visit",
        PURPOSE = "Tujuan" | "Purpose",
        PLACE = "Tempat" | "Place",
        CONDITION = "Keadaan usaha" | "State of the business",
        FACILITATOR = "Pendamping" | "Facilitator",
        MET = "Anggota yang ditemui" | "Members met",
        FINDINGS = "Hasil atau temuan" | "Results or findings",
        FOLLOW_UP = "Tindak lanjut" | "Follow-up",
        DUE = "Tenggat" | "Due",
        DUTY = "Dikerjakan oleh" | "To be done by",
        DONE = "Selesai tanggal" | "Done on",
        NEXT = "Kunjungan berikutnya" | "Next visit",
    }),
    sections: &[Text::new("Tempat dan orang", "Place and people"), Text::new("Tindak lanjut", "Follow-up")],
    add: Text::new("Catat kunjungan", "Record a visit"),
    none: Text::new(
        "Belum ada kunjungan yang dicatat di KUBE ini. Ketuk Catat kunjungan setelah Anda datang.",
        "No visit to this KUBE has been recorded yet. Tap Record a visit once you have been there.",
    ),
    erase: Text::new("Hapus kunjungan ini", "Delete this visit"),
    erase_explain: Text::new(
        "Catatan kunjungan ini dihapus permanen, juga di perangkat lain yang membuka berkas Anda.",
        "This visit is deleted for good, also on other devices that open your file.",
    ),
};

labels!(Purpose {
    Routine = "Kunjungan rutin" | "Routine visit",
    Monitoring = "Monitoring" | "Monitoring",
    Evaluation = "Evaluasi" | "Evaluation",
    Coordination = "Koordinasi" | "Coordination",
    HandOver = "Serah terima" | "Hand-over",
    Verification = "Verifikasi" | "Verification",
    Bookkeeping = "Pembinaan pembukuan" | "Help with bookkeeping",
});

labels!(Place {
    Secretariat = "Sekretariat" | "Secretariat",
    Business = "Tempat usaha" | "Place of business",
    Home = "Rumah anggota" | "A member's home",
    Office = "Kantor desa atau kelurahan" | "Village office",
});

labels!(Condition {
    Running = "Berjalan" | "Running",
    Paused = "Terhenti sementara" | "Paused",
    Stopped = "Berhenti" | "Stopped",
});
