//! The file: what leaves this device and what is taken in from others.
//!
//! JSON with a published schema (`public/schema/kube-1.schema.json`), readable without the app. Writing gives a text; reading
//! checks limits first, then form, then every value, and yields a [`File`] or one [`ReadError`]; a [`Plan`] says what taking it in would
//! change. Deliberately absent: the taking in (a command of the registry), downloads and pickers (`web`), sentences (`i18n`).

mod checksum;
mod file;
mod limits;
mod name;
mod plan;
mod read;
mod steps;
mod time;
mod write;

pub use file::{File, From, Header, Kind, VERSION};
pub use limits::Limits;
pub use name::{day_file_name, file_name};
pub use plan::{FieldChange, GroupPlan, MemberPlan, Plan, Standing, Totals};
pub use read::{ReadError, Whose, read, read_telling};
pub use time::{parse_rfc3339, rfc3339};
pub use write::write;
