//! The ids of the places on a page to which the focus is led.

/// The page itself, beyond the places that stand around it.
pub const MAIN: &str = "main";

/// The page's heading, to which the focus moves when the page changes.
pub const HEADING: &str = "heading";

/// The list of errors at the top of a form.
pub const ERRORS: &str = "form-errors";
