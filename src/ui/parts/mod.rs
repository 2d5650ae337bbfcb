//! The parts of pages and forms. They take plain values, and know nothing of the state or the browser's storage.

mod choice;
mod confirm;
mod field;
pub mod icon;
mod masked;
mod region_picker;
mod remark;
mod tag;
mod text_input;

pub use choice::{Choice, Segments, Select};
pub use confirm::Confirm;
pub use field::FieldFrame;
pub use masked::Masked;
pub use region_picker::RegionPicker;
pub use remark::{Remark, Tone};
pub use tag::Tag;
pub use text_input::{Keyboard, NoteInput, TextInput};
