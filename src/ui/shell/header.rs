//! The top line: back, the page's title, the save state.

use leptos::prelude::*;

use super::frame::HEADING;
use super::save_state::SaveState;
use crate::i18n::Lang;
use crate::route::Route;
use crate::ui::parts::icon::{Icon, Sign};
use crate::ui::state::{Book, use_book, use_lang, use_texts};
use crate::web;

#[component]
pub fn Header() -> impl IntoView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let route: ReadSignal<Route> = expect_context();
    let title = Memo::new(move |_| title(&route.get(), book, lang));
    Effect::new(move |_| web::set_title(&lang.page_title(&title.get())));

    view! {
        <header class="top">
            {move || {
                route.get().parent().map(|parent| {
                    view! {
                        <a class="back" href=parent.to_string() aria-label=t.back>
                            <Icon sign=Sign::Back />
                        </a>
                    }.into_any()
                })
            }}
            <h1 id=HEADING tabindex="-1">{move || title.get()}</h1>
            <SaveState />
        </header>
    }
}

fn title(route: &Route, book: Book, lang: Lang) -> String {
    let t = lang.texts();
    let group = |id| {
        book.registry.with(|registry| {
            let name =
                registry.dossier(id).and_then(|dossier| dossier.group.value.name.as_ref()).map(ToString::to_string);
            name.unwrap_or_else(|| t.unnamed_group.to_owned())
        })
    };
    let fixed = match route {
        Route::Summary(_) => t.summary_title,
        Route::Groups(_) => t.groups_title,
        Route::NewGroup => t.group_new_title,
        Route::Group(id, _) => return group(*id),
        Route::EditGroup(_) => t.group_edit_title,
        Route::NewMember(_) => t.member_new_title,
        Route::EditMember(..) => t.member_edit_title,
        Route::Events => t.events_title,
        Route::Files => t.files_title,
        Route::Preview => t.preview_title,
        Route::More => t.more_title,
        Route::Missing => t.page_missing,
    };
    fixed.to_owned()
}
