//! Buku KUBE: a registry of joint business groups that lives in the browser and travels as a file.
//!
//! The modules stand in reading order. Everything but `web` and `ui` is pure: it builds and is tested natively.
pub mod domain;
