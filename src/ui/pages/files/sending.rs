//! One file on its way out: what is wanted, what is ready, and the step from the one to the other.
//!
//! What is made is ready before it is handed on, since a share sheet opens only straight from a tap; whatever is chosen anew
//! afterwards takes the ready file away again. Deliberately absent: where the wishes come from (`send_panel`, `quick`).

use leptos::prelude::*;

use super::handing::{Handing, handing};
use super::seal_choice::{Chosen, SealChoice};
use crate::domain::Id;
use crate::exchange::Kind;
use crate::registry::Registry;
use crate::ui::parts::block::{button, div, live, p};
use crate::ui::state::outgoing::{Ready, SendError, Wish};
use crate::ui::state::{App, Intent, use_app, use_lang, use_texts};
use crate::web;

/// What is chosen so far. Made once for a page, so that it stays while the page is drawn anew with the book.
#[derive(Clone, Copy)]
pub struct Sending {
    /// Tells its parts from those of others on the page.
    pub name: &'static str,
    pub group: Option<Id>,
    pub kind: RwSignal<Kind>,
    pub to: RwSignal<String>,
    pub seal: SealChoice,
    pub ready: RwSignal<Option<Ready>>,
    preparing: RwSignal<bool>,
    trouble: RwSignal<Option<SendError>>,
    /// Whether the book changes because the file left, which the file itself does not have to hold.
    leaving: StoredValue<bool>,
}

impl Sending {
    /// One that is locked, where the browser can lock.
    pub fn new(name: &'static str, group: Option<Id>, kind: Kind) -> Self {
        let sending = Self {
            name,
            group,
            kind: RwSignal::new(kind),
            to: RwSignal::new(String::new()),
            seal: SealChoice::locked(),
            ready: RwSignal::new(None),
            preparing: RwSignal::new(false),
            trouble: RwSignal::new(None),
            leaving: StoredValue::new(false),
        };
        sending.watch();
        sending
    }

    /// Whatever is chosen anew, or changes in the book, what was made ready before is not it.
    fn watch(self) {
        let app = use_app();
        // An import that is undone on this page has to be out of it. A receipt of another file is no reason: the mark passes over
        // these.
        let mark = Memo::new(move |_| app.registry.with(Registry::mark));
        Effect::new(move |_| {
            mark.track();
            if !self.leaving.get_value() {
                self.ready.set(None);
            }
        });
        Effect::new(move |_| {
            self.kind.track();
            self.to.track();
            self.seal.chosen();
            self.ready.set(None);
            self.trouble.set(None);
        });
    }

    /// Why no file could be made.
    pub fn failed(self) -> AnyView {
        let (lang, t) = (use_lang(), use_texts());
        let sentence = move |trouble| match trouble {
            SendError::Weak => t.send_weak.to_owned(),
            SendError::Seal(error) => lang.seal_error(error),
            SendError::Unanswered => t.send_unanswered.to_owned(),
        };
        live("alert", "", move || {
            self.trouble.get().map(|trouble| p("box error", sentence(trouble))).into_iter().collect()
        })
    }

    /// The button that makes it ready, or the ways by which it leaves. The focus stays in this place, whichever of them it shows.
    /// `word` is on the button; none where there is nothing to be made. `is_at_once` is whether the file leaves within the same tap,
    /// as far as the browser lets it.
    pub fn ways(self, word: Signal<Option<String>>, is_at_once: bool) -> AnyView {
        let app = use_app();
        let parts = live("status", "handed", move || self.shown(app, word, is_at_once));
        view! {
            <div id=self.place() tabindex="-1" class="place">
                {parts}
            </div>
        }
        .into_any()
    }

    fn shown(self, app: App, word: Signal<Option<String>>, is_at_once: bool) -> Vec<AnyView> {
        let t = use_texts();
        if self.preparing.get() {
            return vec![p("", t.send_preparing)];
        }
        let Some(ready) = self.ready.get() else {
            let Some(word) = word.get() else { return Vec::new() };
            let class = if is_at_once { "solid wide" } else { "solid" };
            return vec![div("actions", vec![button(class, word, move || self.prepare(app))])];
        };
        let locked = ready.is_locked.then(|| p("box fine", t.seal_ready));
        let note = ready.note;
        let on_sent = Callback::new(move |()| {
            self.leaving.set_value(true);
            app.dispatch(Intent::Sent(Box::new(note.clone())));
            // After the effects of it.
            web::next_turn(move || {
                let _ = self.leaving.try_set_value(false);
            });
        });
        let handed = handing(Handing { prepared: ready.file, on_sent, is_at_once, place: self.place() });
        vec![locked.into_any(), handed]
    }

    /// Where the focus stays.
    fn place(self) -> String {
        format!("{}-ways", self.name)
    }

    fn prepare(self, app: App) {
        let kind = self.kind.get_untracked();
        let passphrase = match untrack(|| self.seal.chosen()) {
            _ if kind == Kind::Recap => None,
            Chosen::Open => None,
            Chosen::Locked(passphrase) => Some(passphrase),
            Chosen::Weak => return self.trouble.set(Some(SendError::Weak)),
        };
        self.trouble.set(None);
        // Before the button that has the focus goes.
        web::focus(&self.place());
        self.preparing.set(true);
        leptos::task::spawn_local(async move {
            let made = self.wish(kind).make(app, passphrase).await;
            // The page may be gone by now.
            self.preparing.try_set(false);
            match made {
                Ok(ready) => drop(self.ready.try_set(Some(ready))),
                Err(trouble) => drop(self.trouble.try_set(Some(trouble))),
            }
        });
    }

    /// What is wanted, of this kind.
    pub fn wish(self, kind: Kind) -> Wish {
        Wish { kind, group: self.group, to: self.to.get_untracked().trim().to_owned() }
    }
}
