//! What the first screen does without: every other page, and everything that changes the book.
//!
//! The release keeps it in a wasm of its own, which is fetched as soon as the first screen stands; without `--cfg split`
//! it is all one. `across`, here and in `page.rs`, holds the only ways over, so that whatever only they reach is in the second wasm:
//! the shell and the summary call [`page`] and [`dispatch`], and never what is behind them.

mod page;

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use across::{act, begin};

pub use page::page;

use super::parts::block::{button, div, live, p};
use super::state::{App, Intent, SecondCopy, use_first_texts};

/// How long to wait before fetching again what could not be fetched ahead.
const BREATH: Duration = Duration::from_secs(15);

/// Fetches it as soon as the first screen stands, so that it is there before a person asks for it, and begins to keep the
/// second copy, the files in a folder, and the page for when there is no network.
pub fn fetch_ahead(app: App) {
    spawn_local(async move {
        if begin(app).await.is_err() {
            app.note_fetching(false);
            set_timeout(move || fetch_ahead(app), BREATH);
        }
    });
}

/// What stands in place of numbers that are known only once the records have been read.
pub fn unread(app: App) -> AnyView {
    let t = use_first_texts();
    if app.copy.get() != SecondCopy::None {
        return live("status", "", move || vec![p("soft", t.page_coming)]);
    }
    let try_to = move || {
        app.note_fetching(true);
        fetch_ahead(app);
    };
    let again = move || button("plain", t.page_again, try_to);
    live("alert", "", move || vec![div("box error", vec![p("", t.page_not_fetched), again()])])
}

/// Does what a person wants, from a place that the first screen holds.
pub fn dispatch(app: App, intent: Intent) {
    // Once its code is there, it is done within this call.
    spawn_local(async move {
        if act(app, intent).await.is_err() {
            app.say(app.lang().first_texts().page_not_fetched);
        }
    });
}

#[cfg(split)]
#[allow(unsafe_code)] // what the macro writes: an import that the split resolves
mod across {
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    use crate::ui::pages::set_up;
    use crate::ui::state::{App, Intent};

    #[wasm_split(later, fallible, wasm_split_path = leptos::wasm_split)]
    pub fn begin(app: App) -> Result<(), SplitLoaderError> {
        set_up();
        app.begin();
        Ok(())
    }

    #[wasm_split(later, fallible, wasm_split_path = leptos::wasm_split)]
    pub fn act(app: App, intent: Intent) -> Result<(), SplitLoaderError> {
        app.read_in();
        app.dispatch(intent);
        Ok(())
    }
}

/// The same, all in one wasm.
#[cfg(not(split))]
#[allow(clippy::unused_async)] // as the split has it
mod across {
    use leptos::wasm_split::SplitLoaderError;

    use crate::ui::pages::set_up;
    use crate::ui::state::{App, Intent};

    pub async fn begin(app: App) -> Result<(), SplitLoaderError> {
        set_up();
        app.begin();
        Ok(())
    }

    pub async fn act(app: App, intent: Intent) -> Result<(), SplitLoaderError> {
        app.read_in();
        app.dispatch(intent);
        Ok(())
    }
}
