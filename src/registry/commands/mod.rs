//! What can be done to the registry, one verb a file. There is no other way to change it.

mod decide;
mod erase_group;
mod erase_member;
mod leave;
mod merge;
mod rule_different;
mod save;
mod take_back;
mod take_in;

pub use decide::decide;
pub use erase_group::erase_group;
pub use erase_member::erase_member;
pub use leave::leave;
pub use merge::merge;
pub use rule_different::rule_different;
pub use save::save;
pub use take_back::{Imports, TakenBack, take_back};
pub use take_in::{Undo, take_in};
