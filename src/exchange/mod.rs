//! The file: what leaves this device and what is taken in from others.
//!
//! JSON with a published schema (`public/schema/kube-1.schema.json`), readable without the app. Writing gives a text; reading
//! checks limits first, then form, then every value, and yields a [`File`] or one [`ReadError`]; a [`Plan`] says what taking it in would
//! change, and [`Removals`] what it would take away, for which it has to ask. [`sealed`] is the form of a file that is locked with a passphrase. Deliberately absent: the taking in (a command of the registry), downloads and pickers (`web`), sentences (`i18n`).

mod checksum;
mod content;
mod file;
mod limits;
mod name;
pub mod passphrase;
mod plan;
mod read;
mod receipt;
mod remark;
pub mod sealed;
mod sift;
mod steps;
mod time;
mod unknown;
mod write;

pub use content::Content;
pub use file::{File, From, Header, Kind, VERSION};
pub use limits::Limits;
pub use name::{day_file_name, file_name};
pub use plan::{
    AlonePlan, FieldChange, GroupPlan, ImportStatus, MemberPlan, Moved, NamedRecord, Plan, RecordPlan, Removal,
    Removals, Removed, Totals, Twin, Way, Withheld,
};
pub use read::{ReadError, Whose, read, read_telling};
pub use receipt::{about, receipt, with_receipt};
pub use remark::{Remark, Why};
pub use sealed::{SealError, Sealed, is_sealed};
pub use sift::{Incoming, Sifted, sift};
pub use time::{parse_rfc3339, rfc3339};
pub use write::write;
