//! Making the file: which groups, which sheets, and its name.

use super::csv::csv;
use super::table::Sheet;
use super::wanted::{Extent, Form, Part, Wanted};
use super::xlsx::xlsx;
use super::{ExportError, Made, groups, recap, records};
use crate::domain::{RegionCode, fold, region};
use crate::i18n::{Lang, Show};
use crate::kinds::{Group, KindId};
use crate::order::by_text;
use crate::registry::{Dossier, Registry};

const CSV: &str = "text/csv;charset=utf-8";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Makes the file.
///
/// # Errors
/// [`ExportError`].
pub fn make(registry: &Registry, wanted: &Wanted) -> Result<Made, ExportError> {
    let book = Book::of(registry, wanted);
    let has_alone = wanted.extent == Extent::Book && registry.heads_alone().next().is_some();
    if book.dossiers.is_empty() && !has_alone {
        return Err(ExportError::Nothing);
    }
    let name = file_name(&book, wanted);
    match wanted.form {
        Form::Csv(part) => Ok(Made { name, bytes: csv(&book.sheet(part, false))?, mime: CSV.to_owned() }),
        Form::Xlsx => {
            let sheets: Vec<Sheet> = Part::all().map(|part| book.sheet(part, true)).collect();
            let bytes = xlsx(&sheets, wanted.lang, registry.today())?;
            Ok(Made { name, bytes, mime: XLSX.to_owned() })
        }
    }
}

/// The sheets of a wish, before they are a file: for looking at them.
pub fn sheets(registry: &Registry, wanted: &Wanted) -> Vec<Sheet> {
    let book = Book::of(registry, wanted);
    Part::all().map(|part| book.sheet(part, true)).collect()
}

/// The groups that are covered, and how they are shown.
pub struct Book<'a> {
    /// All of the book.
    pub registry: &'a Registry,
    /// The language of the file.
    pub lang: Lang,
    /// Masked or whole.
    pub show: Show,
    /// What is covered.
    pub extent: Extent,
    /// By place and name, groups without a place last.
    pub dossiers: Vec<&'a Dossier>,
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
            Part::Groups => groups::sheet(self),
            Part::Of(kind) => records::sheet(self, kind),
            Part::Totals => recap::sheet(self, among_all),
        }
    }

    /// A group's name, or that it has none.
    pub fn group_name(&self, group: &Group) -> String {
        group.name.as_ref().map_or_else(|| self.lang.first_texts().unnamed_group.to_owned(), ToString::to_string)
    }
}

/// `KUBE Samarinda - anggota - 2026-06-05.csv`: where, what it holds, whether personal data is whole, the day of the registry.
fn file_name(book: &Book<'_>, wanted: &Wanted) -> String {
    let place = |dossier: &&Dossier| dossier.group.value.region.and_then(RegionCode::kabkota);
    let mut places = book.dossiers.iter().map(place);
    let first = places.next().flatten().filter(|first| places.all(|other| other == Some(*first)));
    let region = first.and_then(region::find).map(|region| region.code);
    let (kind, extension) = match wanted.form {
        Form::Csv(Part::Groups) => (Some(KindId::Group), "csv"),
        Form::Csv(Part::Of(kind)) => (Some(kind), "csv"),
        Form::Csv(Part::Totals) => (Some(KindId::Recap), "csv"),
        Form::Xlsx => (None, "xlsx"),
    };
    let is_whole = wanted.whole && kind != Some(KindId::Recap);
    wanted.lang.table_name(region, kind, is_whole, book.registry.today(), extension)
}
