//! A kind that is spoilt on purpose, for showing that the conformance suite over kinds notices. Only tests have this.

use std::cell::Cell;

use super::{Invent, Kind, KindId, Names, Words};

/// What stands in place of a kind's own.
#[derive(Clone, Copy, Debug)]
pub struct Spoilt {
    /// Whose.
    pub kind: KindId,
    /// Its row.
    pub row: &'static Kind,
    /// What it is called.
    pub names: &'static Names,
    /// Its words.
    pub words: &'static Words,
    /// How records of it are invented.
    pub invent: Option<Invent>,
}

thread_local! {
    static SPOILT: Cell<Option<Spoilt>> = const { Cell::new(None) };
}

/// What stands in place of a kind's own on this thread now.
pub(super) fn of(kind: KindId) -> Option<Spoilt> {
    SPOILT.get().filter(|spoilt| spoilt.kind == kind)
}

impl Spoilt {
    /// A kind as it is.
    pub fn of(kind: KindId) -> Self {
        Self { kind, row: kind.row(), names: kind.names(), words: kind.words(), invent: kind.invent() }
    }

    /// Does something while this stands, on this thread.
    pub fn during<T>(self, act: impl FnOnce() -> T) -> T {
        struct Guard;
        impl Drop for Guard {
            fn drop(&mut self) {
                SPOILT.set(None);
            }
        }
        SPOILT.set(Some(self));
        let _guard = Guard;
        act()
    }
}
