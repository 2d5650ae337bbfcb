//! How saving, the second copy and reading stand: the states that the top line and the banners are drawn from.

use crate::stats::DashboardSnapshot;
use crate::storage::StorageError;

/// How keeping goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// All that was entered is kept.
    Kept,
    /// It is kept in the second copy alone, as the person chose when there was no room elsewhere.
    InCopy,
    /// A newer version of the app has been here: this one writes nothing any more.
    Outdated,
    /// Something could not be kept; it is in memory and on the screen.
    Failed(StorageError),
}

/// How the second copy, in IndexedDB, stands to what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondCopy {
    /// It is being looked for.
    Checking,
    /// It is being written.
    Writing,
    /// It holds all that was entered.
    Kept,
    /// The browser has none, or it could not be written.
    None,
}

/// How far reading the records is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// They are not read, and the first screen waits for them.
    Awaited,
    /// They are not read, and what the first screen says is known all the same.
    Known(DashboardSnapshot),
    /// They are read.
    Done,
}
