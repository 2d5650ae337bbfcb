//! A group's page: what it is in one line, its conflicts, then members, profile or history.

mod members;
mod members_table;
mod profile;
mod recap;
mod to_check;

use leptos::prelude::*;

use crate::domain::{Id, Programme, region};
use crate::duplicates::Suspect;
use crate::i18n::Label;
use crate::kinds::KindId;
use crate::registry::Dossier;
use crate::route::{Route, Tab};
use crate::search::Filter;
use crate::stats::Scope;
use crate::ui::pages::disputes;
use crate::ui::pages::files::send_panel;
use crate::ui::pages::groups::next_to;
use crate::ui::pages::history;
use crate::ui::pages::record_list::records_of;
use crate::ui::parts::block::{a, button, div, h2, live, p, span, text};
use crate::ui::parts::icon::{Sign, icon};
use crate::ui::parts::{Tone, dialog_button, menu, tag};
use crate::ui::state::{Desk, Duplicates, use_app, use_lang, use_texts};
use crate::web;

/// So many letters of a name find room in the top line of a phone; a longer one stands whole below it.
const TITLE: usize = 14;

#[component]
pub fn GroupPage(id: Id, tab: Tab) -> impl IntoView {
    let (app, t) = (use_app(), use_texts());
    Duplicates::of(app).watch(false);
    let found = move || app.registry.with(|registry| registry.dossier(id).cloned());
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
    let mut parts = vec![above.into_any(), disputes::of_group(id), below.into_any()];
    // What is found out only while the page is read stands at its foot: nothing moves under a finger.
    let is_known = untrack(|| Duplicates::of(app).with(|found| found.is_some()));
    parts.insert(if is_known { 2 } else { 3 }, suspected(id));
    parts
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
            parts.extend(to_check::to_check(dossier));
            parts.push(members_table::or(dossier, members::members));
        }
        Tab::Of(kind) => parts.push(records_of(dossier, kind)),
        Tab::Profile => parts.extend(profile::profile(dossier)),
        Tab::History => parts.extend(history::of_group(dossier.id)),
    }
    parts.push(next(dossier.id, tab));
    parts.push(actions(dossier.id, tab));
    parts
}

/// The way to the next group of a list that was narrowed; on a wide screen the list itself stands beside.
fn next(id: Id, tab: Tab) -> AnyView {
    let (app, lang) = (use_app(), use_lang());
    let desk = Desk::of(app);
    let is_narrowed = move || desk.filter.get() != Filter::default() || app.words.with(|words| !words.is_empty());
    let next = move || {
        let next = next_to(app, id, true).filter(|_| !desk.is_wide.get() && is_narrowed())?;
        let name = app
            .registry
            .with(|registry| registry.dossier(next).map(|next| lang.group_name(Some(&next.group.value))))?;
        (next != id).then(|| a("go", &Route::Group(next, tab), vec![text(lang.next_in_list(&name))]))
    };
    next.into_any()
}

/// What the group is: its name where that finds no room above, its business, its place, its programme, how it stands.
fn head(dossier: &Dossier) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let group = &dossier.group.value;
    let place = group.region.and_then(region::find).map(|region| lang.short_place(region));
    let programme = group.year.map_or_else(
        || group.programme.map(|programme| programme.label(lang).to_owned()),
        |year| Some(lang.scope(Scope::Of(group.programme.unwrap_or(Programme::Other), year), None)),
    );
    let about = [group.business.map(|business| business.label(lang).to_owned()), place, programme];
    let about: Vec<String> = about.into_iter().flatten().collect();
    let status = [group.status.map(|it| it.label(lang)), group.stage.map(|it| it.label(lang))];
    let status = status.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let mut parts = vec![span("soft", about.join(" · "))];
    if !status.is_empty() {
        parts.push(tag(Some(Tone::Fine), status));
    }
    if !dossier.is_recap_alone() {
        let edit = a("", &Route::EditGroup(dossier.id), vec![text(t.edit_profile)]);
        parts.push(menu(t.group_actions, vec![edit, button("", t.print, web::print)]));
    }
    let name = group.name.as_ref().map(ToString::to_string).filter(|name| name.chars().count() > TITLE);
    let name = name.map(|name| p("name", name));
    name.into_iter().chain([div("head", parts)]).collect::<Vec<_>>().into_any()
}

/// How many pairs of a group may be duplicates, once that is known.
fn suspected(id: Id) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let duplicates = Duplicates::of(use_app());
    live("status", "", move || {
        let of = |pair: &Suspect| (pair.older.id(), pair.younger.id());
        let pairs: Vec<(Id, Id)> =
            duplicates.with(|found| found.iter().flat_map(|it| it.in_group(id)).map(of).collect());
        let count = pairs.len();
        // The only pair is shown at once.
        let only = pairs.first().copied().filter(|_| count == 1);
        let all = || a("button", &Route::Duplicates(only), vec![text(t.duplicates_compare)]);
        (count > 0).then(|| div("box warning line", vec![p("", lang.suspects(count)), all()])).into_iter().collect()
    })
}

fn tabs(dossier: &Dossier, tab: Tab) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let one = |one: &Tab| {
        let word = match one {
            Tab::Members => format!("{} {}", t.tab_members, dossier.members.len()),
            Tab::Of(kind) => format!("{} {}", kind.names().many.label(lang), dossier.of_kind(*kind).count()),
            Tab::Profile => t.tab_profile.to_owned(),
            Tab::History => t.tab_history.to_owned(),
        };
        let current = (*one == tab).then_some("page");
        view! { <a href=Route::Group(dossier.id, *one).to_string() aria-current=current>{word}</a> }.into_any()
    };
    let of_kinds = KindId::in_groups().map(Tab::Of);
    let all: Vec<Tab> = [Tab::Members].into_iter().chain(of_kinds).chain([Tab::Profile, Tab::History]).collect();
    view! { <nav class="tabs" aria-label=t.group_parts>{all.iter().map(one).collect::<Vec<_>>()}</nav> }.into_any()
}

fn actions(id: Id, tab: Tab) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let kind = if let Tab::Of(kind) = tab { kind } else { KindId::Member };
    let title = || t.send_this_group.to_owned();
    let send = dialog_button("plain", t.send_this_group, title, move |close| {
        vec![h2("", t.send_this_group), send_panel(Some(id)), button("link", t.close, move || close.run(()))]
    });
    let add = a("button solid", &Route::New(kind, Some(id)), vec![icon(Sign::Add), text(kind.words().add.label(lang))]);
    div("thumb two", vec![send, add])
}
