//! Choosing whether a file is locked, and with which passphrase.
//!
//! Deliberately absent: locking it, and keeping the passphrase anywhere: it is in memory as long as the page stands.

use leptos::prelude::*;

use crate::exchange::SealError;
use crate::exchange::passphrase::Strength;
use crate::ui::parts::block::{button, div, live, p};
use crate::ui::parts::{Choice, Frame, Remark, Tone, field, segments};
use crate::ui::state::{use_lang, use_texts};
use crate::web;

const LOCKED: &str = "locked";
const OPEN: &str = "open";

/// What was chosen so far. Made once for a page, so that the suggested words stay while the page is drawn anew.
#[derive(Clone, Copy)]
pub struct SealChoice {
    is_locked: RwSignal<bool>,
    is_own: RwSignal<bool>,
    suggested: RwSignal<String>,
    typed: RwSignal<String>,
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// Anybody can read the file.
    Open,
    /// Locked with this passphrase, in the form that locks.
    Locked(String),
    /// Locked, but with something that is too easy to guess: the file is not made.
    Weak,
}

impl SealChoice {
    /// Locked with a suggestion, where the browser can.
    pub fn locked() -> Self {
        let choice = Self {
            is_locked: RwSignal::new(false),
            is_own: RwSignal::new(false),
            suggested: RwSignal::new(String::new()),
            typed: RwSignal::new(String::new()),
        };
        if let Ok(suggested) = web::suggest_passphrase()
            && web::has_cipher()
        {
            choice.is_locked.set(true);
            choice.suggested.set(suggested);
        }
        choice
    }

    /// What is chosen now; heeds changes where it is read in a view.
    pub fn chosen(self) -> Chosen {
        if !self.is_locked.get() {
            return Chosen::Open;
        }
        if !self.is_own.get() {
            return Chosen::Locked(self.suggested.get());
        }
        let passphrase = web::passphrase(&self.typed.get());
        match Strength::of(&passphrase) {
            Strength::Weak => Chosen::Weak,
            Strength::Fair | Strength::Strong => Chosen::Locked(passphrase),
        }
    }

    fn suggest(self) {
        if let Ok(suggested) = web::suggest_passphrase() {
            self.suggested.set(suggested);
        }
    }

    fn choose(self, locked: bool) {
        if locked && self.suggested.with_untracked(String::is_empty) {
            self.suggest();
        }
        self.is_locked.set(locked);
    }
}

/// Draws the choice. `name` tells it from others on the page.
pub fn seal_choice(name: &'static str, choice: SealChoice) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    if !web::has_cipher() {
        return p("box warning", lang.seal_error(SealError::Unsupported));
    }
    let code = Signal::derive(move || if choice.is_locked.get() { LOCKED } else { OPEN }.to_owned());
    let choices = vec![Choice::new(LOCKED, t.seal_locked), Choice::new(OPEN, t.seal_open)];
    let locked_or_not = segments(name, code, choices, Callback::new(move |code: String| choice.choose(code == LOCKED)));
    let phrase = move || match (choice.is_locked.get(), choice.is_own.get()) {
        (false, _) => p("box warning", t.seal_open_text),
        (true, false) => div("seal", vec![suggestion(choice, t.seal_phrase, "plain"), p("box warning", t.seal_tell)]),
        (true, true) => div("seal", vec![own(name, choice), p("box warning", t.seal_tell)]),
    };
    let frame = Frame { grouped: true, ..Frame::plain(format!("{name}-choice"), t.seal_title) };
    div("", vec![field(frame, locked_or_not), phrase.into_any()])
}

/// Draws the passphrase of a file that is locked in any case, and how to have another. `name` tells it from others on the page.
pub fn brief(name: &'static str, choice: SealChoice) -> AnyView {
    let t = use_texts();
    let phrase = move || if choice.is_own.get() { own(name, choice) } else { suggestion(choice, t.seal_brief, "link") };
    phrase.into_any()
}

fn suggestion(choice: SealChoice, said: &'static str, class: &'static str) -> AnyView {
    let t = use_texts();
    div(
        "seal",
        vec![
            p("soft", said),
            live("status", "phrase", move || vec![p("", choice.suggested.get())]),
            div(
                "actions",
                vec![
                    button(class, t.seal_other, move || choice.suggest()),
                    button(class, t.seal_own, move || choice.is_own.set(true)),
                ],
            ),
        ],
    )
}

fn own(name: &'static str, choice: SealChoice) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let remarks = move || {
        let typed = choice.typed.get();
        let passphrase = web::passphrase(&typed);
        if passphrase.is_empty() {
            return Vec::new();
        }
        let strength = Strength::of(&passphrase);
        let tone = match strength {
            Strength::Weak => Tone::Error,
            Strength::Fair => Tone::Warning,
            Strength::Strong => Tone::Fine,
        };
        let judged = Remark { tone, text: lang.strength(strength) };
        let differs = passphrase != typed && strength != Strength::Weak;
        let written = differs.then(|| Remark { tone: Tone::Fine, text: lang.locks_as(&passphrase) });
        [Some(judged), written].into_iter().flatten().collect()
    };
    let id = format!("{name}-own");
    let input = view! {
        <input
            type="text"
            id=id.clone()
            aria-describedby=format!("{id}-below")
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            prop:value=choice.typed
            on:input:target=move |event| choice.typed.set(event.target().value())
        />
    }
    .into_inner()
    // for Safari, which would put words of another language in place of these; Leptos does not know it
    .attr("autocorrect", "off");
    let frame = Frame { remarks: Signal::derive(remarks), ..Frame::plain(id, t.seal_own_label) };
    let back = button("plain", t.seal_suggested, move || choice.is_own.set(false));
    div("seal", vec![field(frame, input.into_any()), div("actions", vec![back])])
}
