//! What can be done to the registry, one verb a file. There is no other way to change it.

mod bring_back;
mod consent;
mod decide;
mod erase_group;
mod erase_record;
mod import;
mod leave;
mod merge;
mod noted;
mod rule_different;
mod save;
mod undo_import;

pub use bring_back::bring_back;
pub use consent::consent;
pub use decide::decide;
pub use erase_group::erase_group;
pub use erase_record::erase_record;
pub use import::{Undo, import};
pub use leave::leave;
pub use merge::merge;
pub use noted::{erased_with, noted};
pub use rule_different::rule_different;
pub use save::save;
pub use undo_import::{Imports, Undone, undo_import};
