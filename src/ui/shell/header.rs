//! The top line: back, the page's title, the save state.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::save_state::save_state;
use crate::domain::{FieldValue, RegionCode, region};
use crate::i18n::{Label, Lang};
use crate::kinds::KindId;
use crate::route::Route;
use crate::ui::parts::icon::{Sign, icon};
use crate::ui::parts::landmarks::HEADING;
use crate::ui::state::{App, use_app, use_first_texts, use_lang, use_route};
use crate::web;

pub fn header() -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_first_texts());
    let route = use_route();
    let title = Memo::new(move |_| title(&route.get(), app, lang));
    Effect::new(move || web::set_title(&lang.page_title(&title.get())));
    let back = move || {
        let parent = route.get().parent();
        parent.map(|parent| {
            let href = parent.to_string();
            // Where it is the page before, it is come back to as it was left.
            let go = move |event: MouseEvent| {
                let is_before = web::came_from().is_some_and(|from| Route::parse(&from).is_like(&parent));
                if is_before && !event.ctrl_key() && !event.meta_key() {
                    event.prevent_default();
                    web::back();
                }
            };
            view! {
                <a class="back" href=href aria-label=t.back on:click=go>
                    {icon(Sign::Back)}
                </a>
            }
            .into_any()
        })
    };
    view! {
        <header class="top">
            {back}
            <h1 id=HEADING tabindex="-1" translate="no">{move || title.get()}</h1>
            {save_state()}
        </header>
    }
    .into_any()
}

fn title(route: &Route, app: App, lang: Lang) -> String {
    let t = lang.first_texts();
    let fixed = match route {
        Route::Dashboard(_) => t.summary_title,
        Route::City(city, _) => return lang.summary_of(*city),
        Route::ChooseCity => t.city_mine,
        Route::Programme => t.programme_figures,
        Route::Chart(..) => t.chart_one,
        Route::Area(area, _) => match RegionCode::parse(area) {
            Ok(area) if region::is_known(area) => return lang.city(area.kabkota()),
            _ => t.page_missing_title,
        },
        Route::Practice => t.practice_exercises,
        Route::Groups(_) => t.groups_title,
        Route::NewGroup => KindId::Group.names().new.label(lang),
        Route::Group(id, _) => {
            return app.registry.with(|registry| lang.group_name(registry.dossier(*id).map(|it| &it.group.value)));
        }
        Route::EditGroup(_) => KindId::Group.names().edit.label(lang),
        Route::New(kind, _) => kind.names().new.label(lang),
        Route::Member(..) => KindId::Member.names().one.label(lang),
        Route::Edit(kind, ..) => kind.names().edit.label(lang),
        Route::All(kind) => kind.names().many.label(lang),
        Route::Files => t.files_title,
        Route::Preview => t.preview_title,
        Route::List => t.list_title,
        Route::Bin => t.bin_title,
        Route::Coverage => t.coverage_title,
        Route::Conflicts => t.conflicts_title,
        Route::Duplicates(None) => t.duplicates_title,
        Route::Duplicates(Some(_)) => t.duplicates_pair_title,
        Route::More => t.more_title,
        Route::Storage => t.storage_title,
        Route::Missing => t.page_missing_title,
    };
    fixed.to_owned()
}
