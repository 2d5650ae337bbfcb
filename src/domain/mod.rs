//! The values of KUBE: pure, no storage, no history, no text for people.
//!
//! Reading order: a [`FieldValue`] is what stands in one field and a [`Fault`] why a text cannot; then the values themselves. Of what
//! fields a record consists is in `kinds`.

mod choices;
mod counts;
mod date;
mod fault;
mod field;
mod id;
#[cfg(test)]
mod laws;
mod moment;
mod nik;
mod phone;
mod programme;
pub mod region;
mod rupiah;
mod serial;
mod text;
mod typed;

pub(crate) use choices::choice;
pub use choices::{
    Area, Business, Choice, ConsentWay, Kinship, Marital, Programme, Role, Schooling, Sex, Stage, Status, Verdict,
    WelfareData,
};
pub use counts::{Count, Decile, Dependants, Year, YesNo};
pub use date::Date;
pub use fault::Fault;
pub use field::FieldValue;
pub use id::Id;
pub use moment::Moment;
pub use nik::{FamilyCard, Nik, RegionStanding};
pub use phone::Phone;
pub use programme::{Allocation, CROWD, FIVE_YEARS, GROUP_SIZE, PRESS_RELEASE_YEAR, published_allocations};
pub use region::{Level, Region, RegionCode};
pub use rupiah::Rupiah;
pub use text::{Digits, GroupName, Line, Note, PersonName, Rt, fold, harmless};
pub use typed::{as_number, as_seen};
