//! What is around every page: header, the five places, banners, notices.

mod banner;
mod bar;
mod dialog;
mod frame;
mod header;
mod notices;
mod save_state;

pub use frame::Frame;
