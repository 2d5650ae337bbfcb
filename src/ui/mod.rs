//! What is on the screen: Leptos components over the registry.
//!
//! State goes down by signals and memos, intent goes up by one [`dispatch`](state::Book::dispatch). `parts` and `charts` take
//! plain values and know nothing of the state. No component holds a word: they all come from `i18n`.

mod app;
mod backup;
mod charts;
mod forms;
mod intake;
mod later;
mod outgoing;
mod pages;
mod parts;
mod sheets;
mod shell;
mod state;
mod turn;

pub use app::mount;
