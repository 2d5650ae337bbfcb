//! The pages, one for each route.

mod conflicts;
mod coverage;
mod disputes;
mod duplicates;
mod events;
mod files;
mod group;
mod group_form;
mod groups;
mod install;
mod list;
mod member_form;
mod missing;
mod more;
mod preview;
mod summary;

use leptos::prelude::*;

use crate::route::Route;

use conflicts::ConflictsPage;
use coverage::CoveragePage;
use duplicates::DuplicatesPage;
use events::EventsPage;
use files::FilesPage;
use group::GroupPage;
use group_form::GroupFormPage;
use groups::GroupsPage;
use list::ListPage;
use member_form::MemberFormPage;
use missing::MissingPage;
use more::MorePage;
use preview::PreviewPage;
pub use summary::SummaryPage;

/// The page of an address.
pub fn page(route: &Route) -> AnyView {
    match *route {
        Route::Summary(scope) => view! { <SummaryPage scope /> }.into_any(),
        Route::Groups(filter) => view! { <GroupsPage filter /> }.into_any(),
        Route::NewGroup => view! { <GroupFormPage id=None /> }.into_any(),
        Route::Group(id, tab) => view! { <GroupPage id tab /> }.into_any(),
        Route::EditGroup(id) => view! { <GroupFormPage id=Some(id) /> }.into_any(),
        Route::NewMember(group) => view! { <MemberFormPage group id=None /> }.into_any(),
        Route::EditMember(group, id) => view! { <MemberFormPage group id=Some(id) /> }.into_any(),
        Route::Events => view! { <EventsPage /> }.into_any(),
        Route::Files => view! { <FilesPage /> }.into_any(),
        Route::List => view! { <ListPage /> }.into_any(),
        Route::Preview => view! { <PreviewPage /> }.into_any(),
        Route::Coverage => view! { <CoveragePage /> }.into_any(),
        Route::Conflicts => view! { <ConflictsPage /> }.into_any(),
        Route::Duplicates(pair) => view! { <DuplicatesPage pair /> }.into_any(),
        Route::More => view! { <MorePage /> }.into_any(),
        Route::Missing => view! { <MissingPage /> }.into_any(),
    }
}
