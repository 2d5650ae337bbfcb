//! The nouns and the rules of KUBE: pure values, no storage, no history, no text for people.
pub mod field;
pub mod fault;
