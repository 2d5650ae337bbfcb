//! The nouns and the rules of KUBE: pure values, no storage, no history, no text for people.
pub mod choices;
pub mod counts;
pub mod date;
pub mod fault;
pub mod field;
pub mod id;
#[cfg(test)]
mod laws;
pub mod nik;
pub mod phone;
pub mod region;
pub mod rupiah;
pub mod text;
