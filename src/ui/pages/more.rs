//! Language, practice mode, about, deleting everything.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::i18n::Lang;
use crate::ui::parts::{FieldFrame, TextInput};
use crate::ui::state::{Intent, use_book, use_lang, use_texts};

#[component]
pub fn MorePage() -> impl IntoView {
    view! {
        <div class="columns">
            <div>
                <Language />
                <Practice />
            </div>
            <About />
        </div>
        <ClearAll />
    }
}

#[component]
fn Language() -> impl IntoView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let choices = Lang::ALL
        .into_iter()
        .map(|one| {
            view! {
                <label class="segment" lang=one.tag()>
                    <input type="radio" name="language" prop:checked=one == lang on:change=move |_| book.dispatch(Intent::Speak(one)) />
                    <span>{one.own_name()}</span>
                </label>
            }.into_any()
        })
        .collect_view();
    view! {
        <fieldset class="panel field">
            <legend>{t.language_title}</legend>
            <div class="segments">{choices}</div>
        </fieldset>
    }
}

#[component]
fn Practice() -> impl IntoView {
    let (book, t) = (use_book(), use_texts());
    let practise = move |practice| book.dispatch(Intent::Practise(practice));
    view! {
        <section class="panel" aria-labelledby="practice">
            <h2 id="practice">{t.practice_title}</h2>
            <p>{t.practice_text}</p>
            {move || if book.is_practice() {
                view! {
                    <div class="actions">
                        <button type="button" class="plain" on:click=move |_| practise(false)>{t.practice_leave}</button>
                        <button type="button" class="link" on:click=move |_| book.dispatch(Intent::PractiseAfresh)>{t.practice_reset}</button>
                    </div>
                }
                .into_any()
            } else {
                view! {
                    <button type="button" class="plain" on:click=move |_| practise(true)>{t.practice_enter}</button>
                }
                .into_any()
            }}
        </section>
    }
}

#[component]
fn About() -> impl IntoView {
    let (lang, t) = (use_lang(), use_texts());
    let sources = [t.about_source_release, t.about_source_rules, t.about_source_regions, t.about_source_nik];
    view! {
        <section class="panel" aria-labelledby="about">
            <h2 id="about">{t.about_title}</h2>
            <p>{t.about_text}</p>
            <h3>{t.about_privacy}</h3>
            <p>{t.about_privacy_text}</p>
            <h3>{t.about_sources}</h3>
            <ul class="plain-list">{sources.into_iter().map(|source| view! { <li>{source}</li> }.into_any()).collect_view()}</ul>
            <p class="note">{lang.version(env!("CARGO_PKG_VERSION"))}</p>
        </section>
    }
}

#[component]
fn ClearAll() -> impl IntoView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let dialog = NodeRef::<Dialog>::new();
    let typed = RwSignal::new(String::new());
    let is_sure = move || typed.with(|typed| typed.trim() == t.clear_word);
    let close = move || {
        typed.set(String::new());
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    view! {
        <section class="panel" aria-labelledby="clear">
            <h2 id="clear">{t.clear_title}</h2>
            <p>{t.clear_text}</p>
            <button
                type="button"
                class="danger"
                on:click=move |_| {
                    if let Some(dialog) = dialog.get_untracked() {
                        let _ = dialog.show_modal();
                    }
                }
            >
                {t.clear_open}
            </button>
            <dialog node_ref=dialog aria-label=t.clear_title>
                <h2>{t.clear_title}</h2>
                <p>{t.clear_text}</p>
                <FieldFrame id="clear-word".to_owned() label=t.clear_title help=None remarks=Vec::new()>
                    <p>{lang.clear_instruction()}</p>
                    <TextInput
                        id="clear-word".to_owned()
                        value=typed
                        on_input=Callback::new(move |text| typed.set(text))
                        on_leave=Callback::new(|()| {})
                        invalid=false
                    />
                </FieldFrame>
                <div class="actions">
                    <button type="button" class="plain" on:click=move |_| close()>{t.cancel}</button>
                    <button
                        type="button"
                        class="danger solid"
                        disabled=move || !is_sure()
                        on:click=move |_| {
                            close();
                            book.dispatch(Intent::ClearAll);
                        }
                    >
                        {t.erase_confirm}
                    </button>
                </div>
            </dialog>
        </section>
    }
}
