//! The top line: back, the page's title, the save state.

use leptos::prelude::*;

use super::frame::HEADING;
use super::save_state::save_state;
use crate::i18n::Lang;
use crate::route::Route;
use crate::ui::parts::icon::{Sign, icon};
use crate::ui::state::{Book, use_book, use_first_texts, use_lang, use_route};
use crate::web;

pub fn header() -> AnyView {
    let (book, lang, t) = (use_book(), use_lang(), use_first_texts());
    let route = use_route();
    let title = Memo::new(move |_| title(&route.get(), book, lang));
    Effect::new(move || web::set_title(&lang.page_title(&title.get())));
    let back = move || {
        let parent = route.get().parent();
        parent.map(|parent| {
            view! { <a class="back" href=parent.to_string() aria-label=t.back>{icon(Sign::Back)}</a> }.into_any()
        })
    };
    view! {
        <header class="top">
            {back}
            <h1 id=HEADING tabindex="-1">{move || title.get()}</h1>
            {save_state()}
        </header>
    }
    .into_any()
}

fn title(route: &Route, book: Book, lang: Lang) -> String {
    let t = lang.first_texts();
    let fixed = match route {
        Route::Summary(_) => t.summary_title,
        Route::Groups(_) => t.groups_title,
        Route::NewGroup => t.group_new_title,
        Route::Group(id, _) => {
            return book.registry.with(|registry| lang.group_name(registry.dossier(*id).map(|it| &it.group.value)));
        }
        Route::EditGroup(_) => t.group_edit_title,
        Route::NewMember(_) => t.member_new_title,
        Route::EditMember(..) => t.member_edit_title,
        Route::Events => t.events_title,
        Route::Files => t.files_title,
        Route::Preview => t.preview_title,
        Route::List => t.list_title,
        Route::Coverage => t.coverage_title,
        Route::Conflicts => t.conflicts_title,
        Route::Duplicates(None) => t.duplicates_title,
        Route::Duplicates(Some(_)) => t.duplicates_pair_title,
        Route::More => t.more_title,
        Route::Missing => t.page_missing_title,
    };
    fixed.to_owned()
}
