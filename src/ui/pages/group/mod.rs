//! A group's page: its conflicts and notes, then members, profile or history.

mod history;
mod members;
mod notes;
mod profile;
mod recap;

use leptos::prelude::*;

use crate::domain::Id;
use crate::duplicates::Suspect;
use crate::i18n::Label;
use crate::registry::Dossier;
use crate::route::{Route, Tab};
use crate::search::Filter;
use crate::ui::pages::disputes;
use crate::ui::pages::files::send_panel;
use crate::ui::parts::block::{a, button, div, h2, live, p, span, text};
use crate::ui::parts::icon::{Sign, icon};
use crate::ui::parts::{Tone, dialog_button, tag};
use crate::ui::state::{suspects, use_book, use_lang, use_texts};

#[component]
pub fn GroupPage(id: Id, tab: Tab) -> impl IntoView {
    let (book, t) = (use_book(), use_texts());
    book.watch_suspects(false);
    let found = move || book.registry.with(|registry| registry.dossier(id).cloned());
    let above = move || {
        found().map_or_else(
            || {
                let all = a("button", &Route::Groups(Filter::default()), vec![text(t.place_groups)]);
                div("box", vec![p("", t.group_missing), all])
            },
            |dossier| head(&dossier),
        )
    };
    let below = move || found().map(|dossier| page(&dossier, tab)).unwrap_or_default();
    // Between them and by itself, so that a value that is being written there is not drawn anew with the rest.
    vec![above.into_any(), disputes::of_group(id), suspected(id), below.into_any()]
}

fn page(dossier: &Dossier, tab: Tab) -> Vec<AnyView> {
    let recap = recap::recap(dossier);
    if dossier.is_recap_alone() {
        // There is nobody to show, nothing to edit, and nothing to send but what came.
        return recap.into_iter().collect();
    }
    let mut parts: Vec<AnyView> = recap.into_iter().chain([tabs(dossier, tab)]).collect();
    match tab {
        Tab::Members => {
            parts.extend(notes::notes(dossier));
            parts.push(members::members(dossier));
        }
        Tab::Profile => parts.extend(profile::profile(dossier)),
        Tab::History => parts.extend(history::history(dossier.id)),
    }
    parts.push(actions(dossier.id));
    parts
}

fn head(dossier: &Dossier) -> AnyView {
    let lang = use_lang();
    let group = &dossier.group.value;
    let status = [group.status.map(|it| it.label(lang)), group.stage.map(|it| it.label(lang))];
    let status = status.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let mut parts = vec![span("soft", group.business.map(|business| business.label(lang)).unwrap_or_default())];
    if !status.is_empty() {
        parts.push(tag(Some(Tone::Fine), status));
    }
    div("head", parts)
}

/// How many pairs of a group may be duplicates, once that is known.
fn suspected(id: Id) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    live("status", "", move || {
        let of = |pair: &Suspect| (pair.older.id(), pair.younger.id());
        let pairs: Vec<(Id, Id)> =
            suspects().with(|found| found.iter().flat_map(|it| it.in_group(id)).map(of).collect());
        let count = pairs.len();
        // The only pair is shown at once.
        let only = pairs.first().copied().filter(|_| count == 1);
        let all = || a("button", &Route::Duplicates(only), vec![text(t.duplicates_compare)]);
        (count > 0).then(|| div("box warning line", vec![p("", lang.suspects(count)), all()])).into_iter().collect()
    })
}

fn tabs(dossier: &Dossier, tab: Tab) -> AnyView {
    let t = use_texts();
    let one = |one: &Tab| {
        let word = match one {
            Tab::Members => format!("{} {}", t.tab_members, dossier.members.len()),
            Tab::Profile => t.tab_profile.to_owned(),
            Tab::History => t.tab_history.to_owned(),
        };
        let current = (*one == tab).then_some("page");
        view! { <a href=Route::Group(dossier.id, *one).to_string() aria-current=current>{word}</a> }.into_any()
    };
    view! { <nav class="tabs" aria-label=t.group_parts>{Tab::ALL.iter().map(one).collect::<Vec<_>>()}</nav> }.into_any()
}

fn actions(id: Id) -> AnyView {
    let t = use_texts();
    let title = Signal::stored(t.send_this_group.to_owned());
    let send = dialog_button("plain", t.send_this_group, title, move |close| {
        vec![h2("", t.send_this_group), send_panel(Some(id)), button("link", t.close, move || close.run(()))]
    });
    let add = a("button solid", &Route::NewMember(id), vec![icon(Sign::Add), text(t.add_member)]);
    div("thumb two", vec![send, add])
}
