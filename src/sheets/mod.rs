//! Spreadsheets: lists that go out to Excel and the like.
//!
//! Pure, and heavy: but for CSV it comes in a wasm of its own, which is fetched when somebody asks for it. Deliberately absent:
//! a browser, and any way back into the book but a file.

pub mod out;
