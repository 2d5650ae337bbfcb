//! The few signs of the app, drawn as lines. Always beside a word or a label.

use leptos::prelude::*;

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Dashboard,
    Groups,
    Events,
    Files,
    More,
    Back,
    Add,
    /// Kept: all is well.
    Kept,
    /// Something is on its way.
    Waiting,
    /// Something is to be sent.
    Unsent,
    /// Something came.
    Came,
    /// Something went wrong.
    Failed,
}

impl Sign {
    fn path(self) -> &'static str {
        match self {
            Self::Dashboard => "M4 20V10M10 20V4M16 20v-7M22 20H2",
            Self::Groups => {
                "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M17 12a3 3 0 1 0 0-5M2 20c0-4 3-6 6-6s6 2 6 6M15 14c4-1 7 1 7 5"
            }
            Self::Events => {
                "M5 5h14a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2M3 10h18M8 3v4M16 3v4"
            }
            Self::Files => "M4 14v6h16v-6M12 3v12M7 8l5-5 5 5",
            Self::More => "M5 12h.01M12 12h.01M19 12h.01",
            Self::Back => "M15 5l-7 7 7 7",
            Self::Add => "M12 5v14M5 12h14",
            Self::Kept => "M5 12l5 5 9-10",
            Self::Waiting => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M12 8v4l3 2",
            Self::Unsent => "M12 19V5M6 11l6-6 6 6",
            Self::Came => "M12 5v14M6 13l6 6 6-6",
            Self::Failed => "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M12 8v5M12 16h.01",
        }
    }
}

/// Draws a sign.
pub fn icon(sign: Sign) -> AnyView {
    let class = if sign == Sign::More { "icon dots" } else { "icon" };
    view! {
        <svg class=class viewBox="0 0 24 24" aria-hidden="true">
            <path d=sign.path() />
        </svg>
    }
    .into_any()
}
