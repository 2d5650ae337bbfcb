//! What is sent, of which kind and to whom, all of it chosen.
//!
//! Deliberately absent: making the file and handing it on (`sending`, `handing`).

use leptos::prelude::*;

use super::seal_choice::seal_choice;
use super::sending::Sending;
use crate::domain::Id;
use crate::exchange::Kind;
use crate::ui::parts::block::{button, div, live, p, ul};
use crate::ui::parts::{Choice, Frame, Keyboard, Line, field, line, segments};
use crate::ui::state::{App, Intent, use_app, use_lang, use_texts};

/// Offers a file of the book, or of one group.
pub fn send_panel(group: Option<Id>) -> AnyView {
    let (app, t) = (use_app(), use_texts());
    let (name, kind) = if group.is_some() { ("seal-group", Kind::Group) } else { ("seal", Kind::Recap) };
    let sending = Sending::new(name, group, kind);
    let is_nothing = Memo::new(move |_| {
        app.registry.with(|registry| match group {
            Some(id) => registry.dossier(id).is_none(),
            None => registry.group_count() == 0 && registry.heads_alone().next().is_none(),
        })
    });
    let panel = move || if is_nothing.get() { vec![p("soft", t.send_nothing)] } else { panel(sending) };
    panel.into_any()
}

fn panel(sending: Sending) -> Vec<AnyView> {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let about = move || {
        let kind = sending.kind.get();
        let mut lines: Vec<AnyView> = lang.kind_about(kind).into_iter().map(|line| p("", line)).collect();
        let contents = app.registry.with(|registry| sending.wish(kind).totals(app, registry));
        lines.push(p("", lang.send_contents(contents)));
        vec![ul("about", lines)]
    };
    let is_personal = Memo::new(move |_| sending.kind.get() != Kind::Recap);
    let personal = move || {
        let seal = || seal_choice(sending.name, sending.seal);
        is_personal.get().then(|| div("", vec![p("box warning", t.send_warning), seal()]))
    };
    let kinds = sending.group.is_none().then(|| kinds(app, sending));
    vec![
        receiver(app, sending),
        kinds.into_any(),
        live("status", "", about),
        personal.into_any(),
        sender(app, sending),
        sending.failed(),
        sending.ways(Signal::stored(Some(t.send_prepare.to_owned())), false),
    ]
}

/// Which kind of file; "changes only" once the receiver has had one.
fn kinds(app: App, sending: Sending) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let knows = Memo::new(move |_| app.receivers().of(&sending.to.get()).is_some());
    let choices = move || {
        let kinds = [Kind::Recap, Kind::Full, Kind::Delta].into_iter();
        let offered = kinds.filter(|kind| *kind != Kind::Delta || knows.get());
        let choices = offered.map(|kind| Choice::new(kind.code(), lang.kind(kind))).collect();
        let code = Signal::derive(move || sending.kind.get().code().to_owned());
        let choose = move |code: String| sending.kind.set(Kind::from_code(&code).unwrap_or(Kind::Recap));
        segments("kind", code, choices, Callback::new(choose))
    };
    Effect::new(move |_| {
        if !knows.get() && sending.kind.get_untracked() == Kind::Delta {
            sending.kind.set(Kind::Recap);
        }
    });
    let frame = Frame { grouped: true, ..Frame::plain("kind-choice", t.send_kind) };
    field(frame, choices.into_any())
}

/// For whom it is meant: written, or one of those who were sent a file before.
fn receiver(app: App, sending: Sending) -> AnyView {
    let t = use_texts();
    let id = if sending.group.is_some() { "receiver-group" } else { "receiver" };
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
            prop:value=sending.to
            on:input:target=move |event| sending.to.set(event.target().value())
        />
        <datalist id=list>{known}</datalist>
    };
    // As they are when it is drawn: none comes to be between the field and what one is about to tap.
    let chip = |name: &str| {
        let to = name.to_owned();
        button("chip", name, move || sending.to.set(to.clone()))
    };
    let chips: Vec<AnyView> = untrack(|| app.receivers()).names().map(chip).collect();
    let chips = (!chips.is_empty()).then(|| div("chips", chips));
    let frame = Frame { help: Some(t.receiver_help), ..Frame::plain(id, t.receiver_name) };
    div("receiver", vec![field(frame, input.into_any()), chips.into_any()])
}

/// From whom.
fn sender(app: App, sending: Sending) -> AnyView {
    let t = use_texts();
    let id = if sending.group.is_some() { "sender-group" } else { "sender" };
    let name = RwSignal::new(app.settings.with_untracked(|settings| settings.name.clone()));
    let sender = line(Line {
        id: id.to_owned(),
        value: name.into(),
        on_input: Callback::new(move |text| {
            name.set(text);
            // The name stands in the file.
            sending.ready.set(None);
        }),
        on_leave: Callback::new(move |()| app.dispatch(Intent::CallMe(name.get_untracked().trim().to_owned()))),
        keyboard: Keyboard::Text,
        invalid: Signal::stored(false),
        required: false,
    });
    field(Frame { help: Some(t.sender_help), ..Frame::plain(id, t.sender_name) }, sender)
}
