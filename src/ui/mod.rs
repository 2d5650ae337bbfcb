//! What is on the screen: Leptos components over the registry.
//!
//! State goes down by signals and memos, intent goes up by one [`dispatch`](state::App::dispatch). `parts` and `charts` take
//! plain values and know nothing of the state. No component holds a word: they all come from `i18n`.

mod app;
mod charts;
mod forms;
mod lazy;
mod pages;
mod parts;
mod sheets;
mod shell;
mod state;
mod turn;

pub use app::mount;
