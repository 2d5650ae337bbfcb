//! What goes out to spreadsheets: members, groups and the numbers, as XLSX or CSV.
//!
//! One way: [`Wanted`] → [`make`] → sheets as plain tables (`table.rs`) → bytes (`csv.rs`, `xlsx.rs`). It reads the registry and
//! asks `i18n` for every word, in the language that is wanted; `i18n` knows nothing of it. Same registry, same wish, same bytes:
//! there is no clock in it, the day is the registry's. Deliberately absent: formulas, and anything that could be read back as a
//! change of the book.

mod csv;
mod fields;
mod groups;
mod guard;
mod people;
mod place;
mod recap;
mod table;
mod wanted;
#[cfg(feature = "sheets")]
mod xlsx;

use crate::domain::{Group, RegionCode, fold, region};
use crate::i18n::{Lang, Show};
use crate::order::by_text;
use crate::registry::{Dossier, Registry};

pub use self::csv::csv;
pub use guard::guarded;
pub use table::{Cell, Column, Kind, Sheet};
pub use wanted::{Extent, Form, Part, Wanted};
#[cfg(feature = "sheets")]
pub use xlsx::xlsx;

/// A finished file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its name, which names no person.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// Its type, for the browser.
    pub mime: &'static str,
}

/// Why there is no file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmade {
    /// No group is covered by what is wanted.
    Nothing,
    /// This wasm was built without what makes the file (feature `sheets`); the one of the worker has it.
    NotHere,
    /// The file could not be written; the reason of the library, for a report.
    Failed(String),
}

/// Makes the file.
///
/// # Errors
/// [`Unmade`].
pub fn make(registry: &Registry, wanted: &Wanted) -> Result<Made, Unmade> {
    let book = Book::of(registry, wanted);
    if book.dossiers.is_empty() {
        return Err(Unmade::Nothing);
    }
    let name = file_name(&book, wanted);
    match wanted.form {
        Form::Csv(part) => Ok(Made { name, bytes: csv(&book.sheet(part, false))?, mime: "text/csv;charset=utf-8" }),
        #[cfg(feature = "sheets")]
        Form::Xlsx => {
            let sheets = Part::ALL.map(|part| book.sheet(part, true));
            let bytes = xlsx(&sheets, wanted.lang, registry.today())?;
            Ok(Made { name, bytes, mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" })
        }
        #[cfg(not(feature = "sheets"))]
        Form::Xlsx => Err(Unmade::NotHere),
    }
}

/// The sheets of a wish, before they are a file: for looking at them.
pub fn sheets(registry: &Registry, wanted: &Wanted) -> [Sheet; 3] {
    let book = Book::of(registry, wanted);
    Part::ALL.map(|part| book.sheet(part, true))
}

/// The groups that are covered, and how they are shown.
struct Book<'a> {
    registry: &'a Registry,
    lang: Lang,
    show: Show,
    extent: Extent,
    /// By place and name, groups without a place last.
    dossiers: Vec<&'a Dossier>,
}

impl<'a> Book<'a> {
    fn of(registry: &'a Registry, wanted: &Wanted) -> Self {
        let covered = |dossier: &&Dossier| match wanted.extent {
            Extent::Book => true,
            Extent::Region(region) => dossier.group.value.region.and_then(RegionCode::kabkota) == Some(region.code),
            Extent::Group(id) => dossier.id == id,
        };
        let dossiers = by_text(registry.dossiers().filter(covered).collect(), |dossier| {
            let group = &dossier.group.value;
            let place = group.region.map_or_else(|| "~".to_owned(), |code| code.to_string());
            format!("{place}\t{}", group.name.as_ref().map(|name| fold(name.as_str())).unwrap_or_default())
        });
        let show = if wanted.whole { Show::Whole } else { Show::Masked };
        Self { registry, lang: wanted.lang, show, extent: wanted.extent, dossiers }
    }

    fn sheet(&self, part: Part, among_all: bool) -> Sheet {
        match part {
            Part::Members => people::sheet(self),
            Part::Groups => groups::sheet(self),
            Part::Recap => recap::sheet(self, among_all),
        }
    }

    fn group_name(&self, group: &Group) -> String {
        group.name.as_ref().map_or_else(|| self.lang.first_texts().unnamed_group.to_owned(), ToString::to_string)
    }
}

/// `kube-6472-members-2026-06-05.csv`, `kube-64-sheets-full-2026-06-05.xlsx`: the region, what it holds, whether personal data is
/// whole, the day of the registry.
fn file_name(book: &Book<'_>, wanted: &Wanted) -> String {
    let place = |dossier: &&Dossier| dossier.group.value.region.and_then(RegionCode::kabkota);
    let mut places = book.dossiers.iter().map(place);
    let first = places.next().flatten().filter(|first| places.all(|other| other == Some(*first)));
    let region = first.and_then(region::find).map_or(RegionCode::KALTIM, |region| region.code);
    let region = region.to_string().replace('.', "");
    let (what, extension) = match wanted.form {
        Form::Csv(part) => (part.code(), "csv"),
        Form::Xlsx => ("sheets", "xlsx"),
    };
    let is_whole = wanted.whole && what != Part::Recap.code();
    format!("kube-{region}-{what}{}-{}.{extension}", if is_whole { "-full" } else { "" }, book.registry.today().iso())
}
