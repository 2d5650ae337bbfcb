//! The closed lists of a visit. Sources: the monthly lists of pendamping in Kaltim (programme notes A3).

use serde_json::Value;

use crate::domain::{Choice, Fault, FieldValue, choice};

choice! {
    /// What a visit is for.
    Purpose {
        /// Kunjungan rutin.
        Routine = "routine",
        /// Monitoring.
        Monitoring = "monitoring",
        /// Evaluasi.
        Evaluation = "evaluation",
        /// Koordinasi.
        Coordination = "coordination",
        /// Serah terima.
        HandOver = "hand_over",
        /// Verifikasi.
        Verification = "verification",
        /// Pembinaan pembukuan.
        Bookkeeping = "bookkeeping",
    }
}

choice! {
    /// Where a group is visited.
    Place {
        /// Sekretariat.
        Secretariat = "secretariat",
        /// Tempat usaha.
        Business = "business",
        /// Rumah anggota.
        Home = "home",
        /// Kantor desa atau kelurahan.
        Office = "office",
    }
}

choice! {
    /// Whether the business was found running.
    Condition {
        /// Berjalan.
        Running = "running",
        /// Terhenti sementara.
        Paused = "paused",
        /// Berhenti.
        Stopped = "stopped",
    }
}
