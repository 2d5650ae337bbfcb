//! The parts of pages and forms. They take plain values, and know nothing of the state or the browser's storage: of `ui` they
//! import each other alone.

mod beside;
pub mod block;
mod choice;
mod confirm;
mod dialog;
mod field;
pub mod icon;
pub mod landmarks;
mod masked;
mod menu;
mod open_dialog;
mod paged;
mod region_picker;
mod remark;
mod table;
mod tag;
mod text_input;

pub use beside::{beside, set_beside};
pub use choice::{Choice, segments, select};
pub use confirm::{Words, confirm};
pub use dialog::dialog_button;
pub use field::{Frame, field};
pub use masked::masked;
pub use menu::menu;
pub use open_dialog::{Dialog, open_dialog};
pub use paged::Paged;
pub use region_picker::region_picker;
pub use remark::{Remark, Tone};
pub use table::{Column, column_choice, heads};
pub use tag::tag;
pub use text_input::{Keyboard, Line, line, note};
