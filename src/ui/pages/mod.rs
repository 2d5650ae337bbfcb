//! The pages, one for each route.

mod events;
mod files;
mod group;
mod group_form;
mod groups;
mod member_form;
mod missing;
mod more;
mod preview;
mod summary;

pub use events::EventsPage;
pub use files::FilesPage;
pub use group::GroupPage;
pub use group_form::GroupFormPage;
pub use groups::GroupsPage;
pub use member_form::MemberFormPage;
pub use missing::MissingPage;
pub use more::MorePage;
pub use preview::PreviewPage;
pub use summary::SummaryPage;
