//! Buku KUBE: a registry of joint business groups that lives in the browser and travels as a file.
//!
//! The modules stand in reading order. Everything but `web` and `ui` is pure: it builds and is tested natively.

pub mod domain;
pub mod history;
pub mod kinds;
pub mod lang;
pub mod order;
pub mod registry;

pub mod duplicates;
pub mod exchange;
pub mod lists;
pub mod search;
pub mod stats;

pub mod storage;
pub mod store;

pub mod import_worker;

pub mod agent;

pub mod figures;
pub mod i18n;
pub mod sample;
pub mod scene;

pub mod sheets;

pub mod route;

#[cfg(feature = "web")]
pub mod ui;
#[cfg(feature = "web")]
pub mod web;
