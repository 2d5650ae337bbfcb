//! What comes of an intent: whether it is saved, what is to be said of it, where it leads.
//!
//! Called a reply since Leptos has an `Effect`. What an intent begins and ends later is said and gone to by then.

use super::notice::Notice;
use crate::route::Route;
use crate::storage::StorageError;

/// What comes of an intent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// Whether all that was entered is saved, and why not.
    pub saved: Result<(), Unsaved>,
    /// The message at the foot of the screen.
    pub say: Option<Notice>,
    /// The page that follows.
    pub go: Option<Go>,
}

/// A step to another page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Go {
    /// One that the browser's "back" takes back.
    To(Route),
    /// One in place of the page that is left: nobody goes back into a form that was saved, or to what was deleted.
    Instead(Route),
}

/// Why something is not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaved {
    /// A newer version of the app has been here: this one writes nothing any more.
    Outdated,
    /// The browser could not keep it; it is in memory and on the screen.
    Failed(StorageError),
    /// What it belongs to was deleted meanwhile.
    Gone,
}

impl Reply {
    /// Nothing is said, and the page stays.
    pub fn silent() -> Self {
        Self { saved: Ok(()), say: None, go: None }
    }

    /// A message.
    pub fn said(text: impl Into<String>) -> Self {
        Self { say: Some(Notice::plain(text)), ..Self::silent() }
    }

    /// Nothing is said but why it is not saved, which the top line does.
    pub fn unsaved(why: Unsaved) -> Self {
        Self { saved: Err(why), ..Self::silent() }
    }

    /// And then this page.
    #[must_use]
    pub fn going(self, route: Route) -> Self {
        Self { go: Some(Go::To(route)), ..self }
    }

    /// And then this page, in place of the present one.
    #[must_use]
    pub fn going_instead(self, route: Route) -> Self {
        Self { go: Some(Go::Instead(route)), ..self }
    }
}
