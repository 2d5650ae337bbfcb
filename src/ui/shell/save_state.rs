//! A sign and one short word: is what I typed kept, and has it been sent? The whole sentence is for who hears the page, or points at it.

use leptos::prelude::*;

use crate::route::Route;
use crate::ui::parts::block::span;
use crate::ui::parts::icon::{Sign, icon};
use crate::ui::state::{Saving, SecondCopy, use_app, use_first_texts, use_lang};

pub fn save_state() -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_first_texts());
    let state = move || {
        let (class, sign, word, sentence) = match (app.saving.get(), app.copy.get()) {
            (Saving::Failed(_), _) => ("failed", Sign::Failed, t.save_failed.to_owned(), t.save_failed.to_owned()),
            (Saving::Outdated, _) => ("failed", Sign::Failed, t.outdated.to_owned(), t.outdated.to_owned()),
            (_, SecondCopy::Checking) => {
                ("", Sign::Waiting, t.storage_checking_word.to_owned(), t.storage_checking.to_owned())
            }
            (_, SecondCopy::Writing) => ("", Sign::Waiting, t.saving_now.to_owned(), t.saving_now.to_owned()),
            (Saving::InCopy, _) => {
                ("failed", Sign::Failed, t.saved_in_copy_word.to_owned(), t.saved_in_copy.to_owned())
            }
            (Saving::Kept, SecondCopy::None) => {
                ("unsent", Sign::Failed, t.saved_without_copy_word.to_owned(), t.saved_without_copy.to_owned())
            }
            (Saving::Kept, SecondCopy::Kept) => match app.unsent() {
                unsent if unsent > 0 && !app.is_practice() => {
                    ("unsent", Sign::Unsent, lang.unsent_word(unsent), lang.unsent(unsent))
                }
                _ => ("kept", Sign::Kept, t.saved_word.to_owned(), t.saved_here.to_owned()),
            },
        };
        view! {
            <a class=format!("state {class}") href=Route::Files.to_string() title=sentence.clone()>
                {icon(sign)}
                <span class="word" aria-hidden="true">{word}</span>
                {span("unseen", &*sentence)}
            </a>
        }
        .into_any()
    };
    view! { <div class="save" role="status" translate="no">{state}</div> }.into_any()
}
