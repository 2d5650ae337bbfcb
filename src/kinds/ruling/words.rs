//! The words of a ruling.

use crate::domain::Verdict;
use crate::kinds::kind::field_names;
use crate::kinds::{Names, Words};
use crate::lang::{Text, labels};

/// What the kind is called.
pub(in crate::kinds) static NAMES: Names = Names {
    one: Text::new("Keputusan", "Decision"),
    many: Text::new("Keputusan", "Decisions"),
    new: Text::NONE,
    edit: Text::NONE,
};

/// The words of the kind.
pub(in crate::kinds) static WORDS: Words = Words {
    fields: field_names!(Ruling {
        ONE = "Catatan pertama" | "First record",
        OTHER = "Catatan kedua" | "Second record",
        VERDICT = "Keputusan" | "Decision",
    }),
    sections: &[],
    add: Text::NONE,
    none: Text::NONE,
    erase: Text::NONE,
    erase_explain: Text::NONE,
};

labels!(Verdict {
    Same = "Sama" | "The same",
    Different = "Tidak sama" | "Not the same",
});
