//! The file: what leaves this device and what is taken in from others.
//!
//! JSON with a published schema (`public/schema/kube-1.schema.json`), readable without the app. Writing gives a text; reading
//! checks limits first, then form, then every value, and yields a [`File`] or one [`ReadError`]; a [`Plan`] says what taking it in would
//! change. [`sealed`] is the form of a file that is locked with a passphrase. Deliberately absent: the taking in (a command of the registry), downloads and pickers (`web`), sentences (`i18n`).

mod checksum;
mod content;
mod file;
mod limits;
mod name;
pub mod passphrase;
mod plan;
mod read;
mod receipt;
pub mod sealed;
mod steps;
mod time;
mod write;

pub use content::Content;
pub use file::{File, From, Header, Kind, VERSION};
pub use limits::Limits;
pub use name::{day_file_name, file_name};
pub use plan::{FieldChange, GroupPlan, MemberPlan, Plan, Standing, Totals, Twin};
pub use read::{ReadError, Whose, read, read_telling};
pub use receipt::{about, receipt, with_receipt};
pub use sealed::{SealError, Sealed, is_sealed};
pub use time::{parse_rfc3339, rfc3339};
pub use write::write;
