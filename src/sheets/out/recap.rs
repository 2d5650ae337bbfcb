//! The sheet of numbers: registered against allocated, per kabupaten and kota. No personal data.

use super::make::Book;
use super::table::{Cell, Column, Kind, Sheet};
use super::wanted::Extent;
use crate::i18n::{Covered, Label, SheetWord, Show};
use crate::stats::{CityRow, PerCity, Scope, per_city};

/// The sheet; `with_persons` is whether sheets with persons stand beside it, for then it says how they are shown.
pub fn sheet(book: &Book<'_>, with_persons: bool) -> Sheet {
    let lang = book.lang;
    let numbers = numbers(book);
    let heading = |(word, kind): (SheetWord, Kind)| Column::new(word.label(lang), kind).wide(16);
    let mut columns = vec![Column::new(SheetWord::Kabkota.label(lang), Kind::Text)];
    columns.extend(
        [
            (SheetWord::GroupsRegistered, Kind::Number),
            (SheetWord::GroupsAllocated, Kind::Number),
            (SheetWord::GroupsActive, Kind::Number),
            (SheetWord::HouseholdsRegistered, Kind::Number),
            (SheetWord::HouseholdsAllocated, Kind::Number),
            (SheetWord::PerGroup, Kind::Decimal),
        ]
        .map(heading),
    );
    let rows = numbers.rows.iter().map(|row| cells(lang.city(row.region), row)).collect();
    let total = cells(SheetWord::Total.label(lang).to_owned(), &numbers.total);

    let name = book.dossiers.first().map(|dossier| book.group_name(&dossier.group.value));
    let covered = match book.extent {
        Extent::Book => Covered::Book,
        Extent::Region(region) => Covered::Region(region),
        Extent::Group(_) => Covered::Group(name.as_deref().unwrap_or_default()),
    };
    let mut notes = vec![lang.sheet_covers(covered, book.dossiers.len(), book.registry.today())];
    notes.extend([SheetWord::NotesAllocated, SheetWord::NotesActive].map(|word| word.label(lang).to_owned()));
    if with_persons {
        let word = if book.show == Show::Masked { SheetWord::Masked } else { SheetWord::Whole };
        notes.push(word.label(lang).to_owned());
    }
    Sheet { name: SheetWord::Recap.label(lang), columns, rows, total: Some(total), notes }
}

/// The numbers of what is covered: of a region its own row, of a group only what is registered, since nothing is allocated to one.
fn numbers(book: &Book<'_>) -> PerCity {
    let all = per_city(book.dossiers.iter().copied(), Scope::All);
    let row = |row: &&CityRow| match book.extent {
        Extent::Book => true,
        Extent::Region(region) => row.region == Some(region.code),
        Extent::Group(_) => row.groups > 0,
    };
    let rows: Vec<CityRow> = all.rows.iter().filter(row).copied().collect();
    match (book.extent, rows.first().copied()) {
        (Extent::Region(_), Some(only)) => PerCity { total: CityRow { region: None, ..only }, rows, ..all },
        (Extent::Group(_), Some(only)) => {
            let only = CityRow { groups_allocated: None, households_allocated: None, ..only };
            PerCity { rows: vec![only], total: CityRow { region: None, ..only }, ..all }
        }
        _ => all,
    }
}

fn cells(name: String, row: &CityRow) -> Vec<Cell> {
    let per_group = row.per_group(100);
    #[allow(clippy::cast_precision_loss)] // households of a group
    let per_group = per_group.map_or(Cell::Empty, |hundredths| Cell::Number(hundredths as f64 / 100.0));
    vec![
        Cell::text(name),
        Cell::count(row.groups),
        Cell::known(row.groups_allocated),
        Cell::count(row.active),
        Cell::count(row.households),
        Cell::known(row.households_allocated),
        per_group,
    ]
}
