//! A group's page: its conflicts and notes, then members, profile or history.

mod conflicts;
mod history;
mod members;
mod notes;
mod profile;
mod send_dialog;

use leptos::prelude::*;

use conflicts::Conflicts;
use history::HistoryTab;
use members::MembersTab;
use notes::Notes;
use profile::ProfileTab;
use send_dialog::SendDialog;

use crate::domain::Id;
use crate::i18n::Label;
use crate::registry::Dossier;
use crate::route::{Route, Tab};
use crate::search::Filter;
use crate::ui::parts::icon::{Icon, Sign};
use crate::ui::parts::{Tag, Tone};
use crate::ui::state::{use_book, use_lang, use_texts};

#[component]
pub fn GroupPage(id: Id, tab: Tab) -> impl IntoView {
    let (book, t) = (use_book(), use_texts());
    let dossier = Memo::new(move |_| book.registry.with(|registry| registry.dossier(id).cloned()));
    view! {
        {move || match dossier.get() {
            None => view! {
                <div class="box">
                    <p>{t.group_missing}</p>
                    <a class="button" href=Route::Groups(Filter::default()).to_string()>{t.place_groups}</a>
                </div>
            }
            .into_any(),
            Some(dossier) => view! {
                <Head dossier=dossier.clone() />
                <Conflicts dossier=dossier.clone() />
                <Tabs id tab count=dossier.members.len() />
                {match tab {
                    Tab::Members => view! { <Notes dossier=dossier.clone() /><MembersTab dossier /> }.into_any(),
                    Tab::Profile => view! { <ProfileTab dossier /> }.into_any(),
                    Tab::History => view! { <HistoryTab id /> }.into_any(),
                }}
                <div class="thumb two">
                    <SendDialog id />
                    <a class="button solid" href=Route::NewMember(id).to_string()>
                        <Icon sign=Sign::Add />
                        {t.add_member}
                    </a>
                </div>
            }
            .into_any(),
        }}
    }
}

#[component]
fn Head(dossier: Dossier) -> impl IntoView {
    let lang = use_lang();
    let group = &dossier.group.value;
    let status = [group.status.map(|it| it.label(lang)), group.stage.map(|it| it.label(lang))]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>();
    let business = group.business.map(|business| business.label(lang)).unwrap_or_default();
    view! {
        <p class="head">
            <span class="soft">{business}</span>
            {(!status.is_empty()).then(|| view! { <Tag tone=Some(Tone::Fine) text=status.join(" · ") /> }.into_any())}
        </p>
    }
}

#[component]
fn Tabs(id: Id, tab: Tab, count: usize) -> impl IntoView {
    let t = use_texts();
    let tabs = Tab::ALL.into_iter().map(|one| {
        let word = match one {
            Tab::Members => format!("{} {count}", t.tab_members),
            Tab::Profile => t.tab_profile.to_owned(),
            Tab::History => t.tab_history.to_owned(),
        };
        view! {
            <a href=Route::Group(id, one).to_string() aria-current=(one == tab).then_some("true")>{word}</a>
        }
        .into_any()
    });
    view! { <nav class="tabs" aria-label=t.place_groups>{tabs.collect_view()}</nav> }
}
