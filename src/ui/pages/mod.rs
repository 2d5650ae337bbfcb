//! The pages, one for each route.

mod area;
mod bin;
mod charts;
mod city;
mod conflicts;
mod coverage;
mod dashboard;
mod desk;
mod disputes;
mod duplicates;
mod erasing;
mod events;
mod files;
mod group;
mod group_form;
mod groups;
mod history;
mod install;
mod leaving;
mod list;
mod long_list;
mod member;
mod member_form;
mod missing;
mod more;
mod patterns;
mod practice;
mod preview;
mod programme;
mod rates;
mod record_form;
mod record_list;
mod storage;
mod whose;

use leptos::prelude::*;

use crate::kinds::KindId;
use crate::route::Route;
use crate::stats::{Asked, Question, area_of};

use area::AreaPage;
use bin::BinPage;
use charts::{COMPARE, ChartPage, ComparePage, charts_page};
use city::city_page;
use conflicts::ConflictsPage;
use coverage::CoveragePage;
pub use dashboard::DashboardPage;
pub use desk::set_up;
use duplicates::DuplicatesPage;
use events::EventsPage;
use files::FilesPage;
use group::GroupPage;
use group_form::GroupFormPage;
use groups::GroupsPage;
use list::ListPage;
use member::MemberPage;
use member_form::MemberFormPage;
use missing::MissingPage;
use more::MorePage;
use practice::PracticePage;
use preview::PreviewPage;
pub use programme::programme_page;
use record_form::RecordFormPage;
use record_list::records_page;
use storage::StoragePage;

/// The page of an address.
pub fn page(route: &Route) -> AnyView {
    match *route {
        Route::Dashboard(scope) => view! { <DashboardPage city=None scope /> }.into_any(),
        Route::City(city, scope) => view! { <DashboardPage city=Some(city) scope /> }.into_any(),
        Route::ChooseCity => city_page(),
        Route::Programme => programme_page(),
        Route::Chart("", query) => charts_page(&Asked::read(query)),
        Route::Chart(COMPARE, query) => view! { <ComparePage asked=Asked::read(query) /> }.into_any(),
        Route::Chart(word, query) => match Question::from_code(word) {
            Some(question) => view! { <ChartPage question asked=Asked::read(query) /> }.into_any(),
            None => view! { <MissingPage /> }.into_any(),
        },
        Route::Area(code, query) => match area_of(code) {
            Some(area) => view! { <AreaPage area asked=Asked::read(query) /> }.into_any(),
            None => view! { <MissingPage /> }.into_any(),
        },
        Route::Practice => view! { <PracticePage /> }.into_any(),
        Route::Groups(filter) => view! { <GroupsPage filter /> }.into_any(),
        Route::NewGroup => view! { <GroupFormPage id=None /> }.into_any(),
        Route::Group(id, tab) => view! { <GroupPage id tab /> }.into_any(),
        Route::EditGroup(id) => view! { <GroupFormPage id=Some(id) /> }.into_any(),
        Route::New(KindId::Member, Some(group)) => view! { <MemberFormPage group id=None /> }.into_any(),
        Route::Member(group, id) => view! { <MemberPage group id /> }.into_any(),
        Route::Edit(KindId::Member, Some(group), id) => view! { <MemberFormPage group id=Some(id) /> }.into_any(),
        Route::New(kind, group) => view! { <RecordFormPage kind group id=None /> }.into_any(),
        Route::Edit(kind, group, id) => view! { <RecordFormPage kind group id=Some(id) /> }.into_any(),
        Route::All(KindId::Event) => view! { <EventsPage /> }.into_any(),
        Route::All(kind) => records_page(kind),
        Route::Files => view! { <FilesPage /> }.into_any(),
        Route::List => view! { <ListPage /> }.into_any(),
        Route::Preview => view! { <PreviewPage /> }.into_any(),
        Route::Coverage => view! { <CoveragePage /> }.into_any(),
        Route::Conflicts => view! { <ConflictsPage /> }.into_any(),
        Route::Duplicates(pair) => view! { <DuplicatesPage pair /> }.into_any(),
        Route::Bin => view! { <BinPage /> }.into_any(),
        Route::More => view! { <MorePage /> }.into_any(),
        Route::Storage => view! { <StoragePage /> }.into_any(),
        Route::Missing => view! { <MissingPage /> }.into_any(),
    }
}
