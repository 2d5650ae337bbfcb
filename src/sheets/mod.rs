//! Spreadsheets: reading the lists that offices have.
//!
//! Behind the feature `sheets`, since the libraries for it are heavy: only the worker that is made for it has them. Pure.

pub mod read;
