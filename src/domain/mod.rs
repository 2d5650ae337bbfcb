//! The nouns and the rules of KUBE: pure values, no storage, no history, no text for people.
//!
//! Reading order: a [`FieldValue`] is what stands in one field and a [`Fault`] why a text cannot; then the values themselves;
//! then the kinds of record, [`Group`], [`Member`] and [`Ruling`]; then the rules over them, each broken rule a problem.

mod any_field;
mod choices;
mod counts;
mod date;
mod fault;
mod field;
mod group;
mod id;
mod kind;
#[cfg(test)]
mod laws;
mod member;
mod moment;
mod nik;
mod phone;
mod problem;
mod programme;
mod recap;
mod receipt;
pub mod region;
mod rules;
mod ruling;
mod rupiah;
mod serial;
mod text;

pub use any_field::AnyField;
pub use choices::{
    Area, Business, ConsentWay, Kinship, Marital, Programme, Role, Schooling, Sex, Stage, Status, Verdict, WelfareData,
};
pub use counts::{Count, Decile, Dependants, Year, YesNo};
pub use date::Date;
pub use fault::Fault;
pub use field::FieldValue;
pub use group::{Group, GroupField};
pub use id::Id;
pub use kind::Field;
pub use member::{Member, MemberField};
pub use moment::Moment;
pub use nik::{FamilyCard, Nik, RegionStanding};
pub use phone::Phone;
pub use problem::{GroupProblem, MemberProblem, Severity};
pub use programme::{Allocation, FIVE_YEARS, GROUP_SIZE, PRESS_RELEASE_YEAR, published_allocations};
pub use recap::{Recap, RecapField};
pub use receipt::{About, Receipt};
pub use region::{Level, Region, RegionCode};
pub use rules::{check_composition, check_group, check_member};
pub use ruling::{Ruling, RulingField};
pub use rupiah::Rupiah;
pub use text::{GroupName, Line, Note, PersonName, Rt, fold};
