//! The closed list of an event. Source: programme notes A6, after the monthly reports and decrees of the offices.

use serde_json::Value;

use crate::domain::{Choice, Fault, FieldValue, choice};

choice! {
    /// What sort of event it is.
    EventType {
        /// Bimbingan teknis.
        Training = "training",
        /// Sosialisasi.
        Information = "information",
        /// Rapat koordinasi.
        Coordination = "coordination",
        /// Musyawarah.
        Deliberation = "deliberation",
        /// Monitoring dan evaluasi.
        Evaluation = "evaluation",
        /// Penyaluran bantuan.
        HandOver = "hand_over",
        /// Pameran atau bazar.
        Fair = "fair",
        /// Lainnya.
        Other = "other",
    }
}
