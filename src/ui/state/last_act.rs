//! What a person did last, and how it is taken back.

use crate::i18n::Texts;
use crate::registry::commands;

/// An act that can be taken back.
#[derive(Default)]
pub(super) struct LastAct {
    /// Takes it back.
    pub(super) undo: commands::Undo,
    /// What is said then; nothing of no act.
    pub(super) said: Option<Said>,
}

/// What is said of an act that is taken back, and of one that somebody has gone on from.
#[derive(Clone, Copy)]
pub(super) struct Said {
    pub(super) taken_back: fn(&'static Texts) -> &'static str,
    pub(super) stays: fn(&'static Texts) -> &'static str,
}
