//! Making a file, of a kind and for somebody, and handing it on.
//!
//! What is made is ready before it is handed on, since a share sheet opens only straight from a tap; whatever is chosen anew
//! afterwards takes the ready file away again.

use leptos::prelude::*;

use super::handing::handing;
use super::seal_choice::{Chosen, SealChoice, seal_choice};
use crate::domain::Id;
use crate::exchange::Kind;
use crate::registry::Registry;
use crate::ui::parts::block::{button, div, live, p, ul};
use crate::ui::parts::{Choice, Frame, Keyboard, Line, field, line, segments};
use crate::ui::state::outgoing::{Ready, SendError, Wish};
use crate::ui::state::{App, Intent, use_app, use_lang, use_texts};
use crate::web;

/// What is chosen so far. Made once for a page, so that it stays while the page is drawn anew with the book.
#[derive(Clone, Copy)]
struct Sending {
    group: Option<Id>,
    kind: RwSignal<Kind>,
    to: RwSignal<String>,
    seal: SealChoice,
    ready: RwSignal<Option<Ready>>,
    preparing: RwSignal<bool>,
    trouble: RwSignal<Option<SendError>>,
    /// Whether the book changes because the file left, which the file itself does not have to hold.
    leaving: StoredValue<bool>,
}

/// Offers a file of the book, or of one group.
pub fn send_panel(group: Option<Id>) -> AnyView {
    let (app, t) = (use_app(), use_texts());
    let sending = Sending {
        group,
        kind: RwSignal::new(if group.is_some() { Kind::Group } else { Kind::Recap }),
        to: RwSignal::new(String::new()),
        seal: if group.is_some() { SealChoice::open() } else { SealChoice::locked() },
        ready: RwSignal::new(None),
        preparing: RwSignal::new(false),
        trouble: RwSignal::new(None),
        leaving: StoredValue::new(false),
    };
    // What is ready is of the book as it was: an import that is undone on this page has to be out of it.
    // A receipt of another file is no reason: the mark passes over these.
    let mark = Memo::new(move |_| app.registry.with(Registry::mark));
    Effect::new(move |_| {
        mark.track();
        if !sending.leaving.get_value() {
            sending.ready.set(None);
        }
    });
    let is_nothing = Memo::new(move |_| {
        app.registry.with(|registry| match group {
            Some(id) => registry.dossier(id).is_none(),
            None => registry.group_count() == 0 && registry.heads_alone().next().is_none(),
        })
    });
    let panel = move || if is_nothing.get() { vec![p("soft", t.send_nothing)] } else { sending.panel() };
    panel.into_any()
}

impl Sending {
    fn panel(self) -> Vec<AnyView> {
        let (app, lang, t) = (use_app(), use_lang(), use_texts());
        // Whatever is chosen anew, what was made ready before is not it.
        Effect::new(move |_| {
            self.kind.track();
            self.to.track();
            self.seal.chosen();
            self.ready.set(None);
            self.trouble.set(None);
        });
        let about = move || {
            let kind = self.kind.get();
            let mut lines: Vec<AnyView> = lang.kind_about(kind).into_iter().map(|line| p("", line)).collect();
            let contents = app.registry.with(|registry| self.wish(kind).totals(app, registry));
            lines.push(p("", lang.send_contents(contents)));
            vec![ul("about", lines)]
        };
        let is_personal = Memo::new(move |_| self.kind.get() != Kind::Recap);
        let personal = move || {
            let seal = || match self.group {
                Some(_) => seal_choice("seal-group", self.seal),
                None => seal_choice("seal", self.seal),
            };
            is_personal.get().then(|| div("", vec![p("box warning", t.send_warning), seal()]))
        };
        let kinds = self.group.is_none().then(|| self.kinds(app));
        let failed = move || {
            let sentence = |trouble| match trouble {
                SendError::Weak => t.send_weak.to_owned(),
                SendError::Seal(error) => lang.seal_error(error),
                SendError::Unanswered => t.send_unanswered.to_owned(),
            };
            self.trouble.get().map(|trouble| p("box error", sentence(trouble)))
        };
        vec![
            self.receiver(app),
            kinds.into_any(),
            live("status", "", about),
            personal.into_any(),
            self.sender(app),
            live("alert", "", move || failed().into_iter().collect()),
            live("status", "", move || self.ways(app)),
        ]
    }

    /// Which kind of file; "changes only" once the receiver has had one.
    fn kinds(self, app: App) -> AnyView {
        let (lang, t) = (use_lang(), use_texts());
        let knows = Memo::new(move |_| app.receivers().of(&self.to.get()).is_some());
        let choices = move || {
            let kinds = [Kind::Recap, Kind::Full, Kind::Delta].into_iter();
            let offered = kinds.filter(|kind| *kind != Kind::Delta || knows.get());
            let choices = offered.map(|kind| Choice::new(kind.code(), lang.kind(kind))).collect();
            let code = Signal::derive(move || self.kind.get().code().to_owned());
            let choose = move |code: String| self.kind.set(Kind::from_code(&code).unwrap_or(Kind::Recap));
            segments("kind", code, choices, Callback::new(choose))
        };
        Effect::new(move |_| {
            if !knows.get() && self.kind.get_untracked() == Kind::Delta {
                self.kind.set(Kind::Recap);
            }
        });
        let frame = Frame { grouped: true, ..Frame::plain("kind-choice", t.send_kind) };
        field(frame, choices.into_any())
    }

    /// For whom it is meant.
    fn receiver(self, app: App) -> AnyView {
        let t = use_texts();
        let id = if self.group.is_some() { "receiver-group" } else { "receiver" };
        // By itself: once a file has left, the panel and the ways it offers stay as they are.
        let known = move || {
            let name = |name: &str| view! { <option value=name.to_owned()></option> };
            app.receivers().names().map(name).collect_view()
        };
        let list = format!("{id}-known");
        let input = view! {
            <input
                type="text"
                id=id
                aria-describedby=format!("{id}-below")
                list=list.clone()
                autocomplete="off"
                autocapitalize="words"
                spellcheck="false"
                prop:value=self.to
                on:input:target=move |event| self.to.set(event.target().value())
            />
            <datalist id=list>{known}</datalist>
        };
        field(Frame { help: Some(t.receiver_help), ..Frame::plain(id, t.receiver_name) }, input.into_any())
    }

    /// From whom.
    fn sender(self, app: App) -> AnyView {
        let t = use_texts();
        let id = if self.group.is_some() { "sender-group" } else { "sender" };
        let name = RwSignal::new(app.settings.with_untracked(|settings| settings.name.clone()));
        let sender = line(Line {
            id: id.to_owned(),
            value: name.into(),
            on_input: Callback::new(move |text| {
                name.set(text);
                // The name stands in the file.
                self.ready.set(None);
            }),
            on_leave: Callback::new(move |()| app.dispatch(Intent::CallMe(name.get_untracked().trim().to_owned()))),
            keyboard: Keyboard::Text,
            invalid: Signal::stored(false),
            required: false,
        });
        field(Frame { help: Some(t.sender_help), ..Frame::plain(id, t.sender_name) }, sender)
    }

    /// The button that makes it ready, or the ways by which it leaves.
    fn ways(self, app: App) -> Vec<AnyView> {
        let (lang, t) = (use_lang(), use_texts());
        if self.preparing.get() {
            return vec![p("", t.send_preparing)];
        }
        let Some(ready) = self.ready.get() else {
            return vec![div("actions", vec![button("solid", t.send_prepare, move || self.prepare(app))])];
        };
        let told = lang.file_ready(&ready.file.name_txt, ready.file.text.len());
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
        vec![p("", told), locked.into_any(), handing(ready.file, on_sent)]
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

    fn wish(self, kind: Kind) -> Wish {
        Wish { kind, group: self.group, to: self.to.get_untracked().trim().to_owned() }
    }
}
