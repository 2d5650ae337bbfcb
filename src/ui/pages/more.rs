//! Language, the home screen, practice mode, about, deleting everything.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::keys_choice;
use super::install::install;
use crate::i18n::Lang;
use crate::route::Route;
use crate::ui::parts::block::{a, button, div, h2, h3, p, parted, section, text, ul};
use crate::ui::parts::{Choice, Frame, Keyboard, Line, dialog_button, field, line, segments};
use crate::ui::state::{self, Backup, Intent, use_app, use_lang, use_texts};

#[component]
pub fn MorePage() -> impl IntoView {
    let app = use_app();
    // Practice has its own way to begin afresh.
    let clear = move || (!app.is_practice()).then(clear_all);
    let left = div("column-part", vec![language(), programme(), storage(), install(), practice(), keys_choice()]);
    vec![div("columns", vec![left, about()]), clear.into_any()]
}

fn language() -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let choices = Lang::ALL.iter().map(|lang| Choice::new(lang.tag(), lang.own_name())).collect();
    let speak = Callback::new(move |tag: String| app.dispatch(Intent::Speak(Lang::from_tag(&tag).unwrap_or_default())));
    let control = segments("language", Signal::stored(lang.tag().to_owned()), choices, speak);
    field(Frame { grouped: true, ..Frame::plain("language", t.language_title) }, control)
}

/// The way to where the data is.
fn storage() -> AnyView {
    let t = use_texts();
    let way = a("button", &Route::Storage, vec![text(t.storage_open)]);
    section("storage", t.storage_title, vec![p("soft", t.storage_text), way])
}

/// The way to the page for the public.
fn programme() -> AnyView {
    let t = use_texts();
    let way = a("button", &Route::Programme, vec![text(t.programme_open)]);
    section("programme", t.programme_figures, vec![p("soft", t.programme_text), way])
}

fn practice() -> AnyView {
    let (app, t) = (use_app(), use_texts());
    let practise = move |practice| app.dispatch(Intent::Practise(practice));
    let actions = move || {
        if app.is_practice() {
            let afresh = move || app.dispatch(Intent::PractiseAfresh);
            div(
                "actions",
                vec![
                    button("plain", t.practice_leave, move || practise(false)),
                    button("link", t.practice_reset, afresh),
                ],
            )
        } else {
            div("actions", vec![button("plain", t.practice_enter, move || practise(true))])
        }
    };
    section("practice", t.practice_title, vec![p("", t.practice_text), actions.into_any()])
}

fn about() -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let sources = [t.about_source_release, t.about_source_rules, t.about_source_regions, t.about_source_nik];
    section(
        "about",
        t.about_title,
        vec![
            p("", t.about_text),
            h3(t.about_privacy),
            p("", t.about_privacy_text),
            h3(t.about_sources),
            ul("plain-list", sources.map(|source| parted(source).into_any()).into_iter().collect()),
            // A page of its own, which the build makes.
            view! { <p><a href="./notices.html">{t.about_licences}</a></p> }.into_any(),
            p("note", lang.version(env!("CARGO_PKG_VERSION"))),
        ],
    )
}

fn clear_all() -> AnyView {
    let t = use_texts();
    let ask = dialog_button("danger", t.clear_open, || t.clear_title.to_owned(), clear_question);
    section("clear", t.clear_title, vec![p("", t.clear_text), ask])
}

/// Nothing is deleted before a word has been typed: this cannot be undone.
fn clear_question(close: Callback<()>) -> Vec<AnyView> {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let typed = RwSignal::new(String::new());
    let word = line(Line {
        id: "clear-word".to_owned(),
        value: typed.into(),
        on_input: Callback::new(move |text| typed.set(text)),
        on_leave: Callback::new(|()| {}),
        keyboard: Keyboard::Text,
        invalid: Signal::stored(false),
        required: true,
    });
    let is_sure = move || typed.with(|typed| typed.trim() == t.clear_word);
    let clear = move |_| {
        close.run(());
        app.dispatch(Intent::ClearAll);
        spawn_local(Backup::of(app).forget());
    };
    let clear = view! {
        <button type="button" class="danger solid" disabled=move || !is_sure() on:click=clear>
            {t.erase_confirm}
        </button>
    };
    // How many there are is said once it is known.
    let points = RwSignal::new(None);
    spawn_local(async move {
        // The dialog may be gone before the answer comes.
        let _ = points.try_set(state::points::all(app).await.ok().map(|points| points.len()));
    });
    vec![
        h2("", t.clear_title),
        p("", t.clear_text),
        view! { <p>{move || points.get().map(|points| lang.clearing_leaves(points))}</p> }.into_any(),
        field(Frame { help: Some(t.clear_instruction), ..Frame::plain("clear-word", t.clear_word_label) }, word),
        div("actions", vec![button("plain", t.cancel, move || close.run(())), clear.into_any()]),
    ]
}
