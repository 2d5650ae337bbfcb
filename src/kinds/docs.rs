//! What a kind of record and its fields are, in the words of the code: what the published schema says of them.
//!
//! The browser has no use for it, and none of it is linked there.

/// The comments over a `record!` and its fields, a text a line.
#[derive(Debug)]
pub struct Docs {
    pub(super) record: &'static [&'static str],
    pub(super) fields: &'static [&'static [&'static str]],
}

impl Docs {
    /// What a record of the kind is, in one paragraph.
    pub fn record(&self) -> String {
        paragraph(self.record)
    }

    /// What the field at this place is.
    pub fn field(&self, at: usize) -> String {
        paragraph(self.fields[at])
    }
}

/// The lines before the first empty one. The names of other types stand in them as links do.
fn paragraph(lines: &[&str]) -> String {
    let lines = lines.iter().map(|line| line.trim()).take_while(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ").replace(['`', '[', ']'], "")
}
