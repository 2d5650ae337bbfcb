//! A place in three columns: kabupaten or kota, kecamatan, kelurahan or desa.

use super::table::{Cell, Column, Kind};
use crate::domain::{Region, RegionCode, region};
use crate::i18n::{Label, Lang, SheetWord};

/// The three columns, under these words.
pub fn columns(lang: Lang, words: [SheetWord; 3]) -> [Column; 3] {
    words.map(|word| Column::new(word.label(lang), Kind::Text))
}

/// The three names; below what is known they are empty, and a code that the list does not know stands as it is.
pub fn cells(lang: Lang, code: Option<RegionCode>) -> [Cell; 3] {
    let Some(code) = code else { return [Cell::Empty, Cell::Empty, Cell::Empty] };
    let name = |code: Option<RegionCode>| {
        let named = |code: RegionCode| {
            region::find(code).map_or_else(|| code.to_string(), |region: Region| lang.region_name(region))
        };
        code.map_or(Cell::Empty, |code| Cell::text(named(code)))
    };
    [name(code.kabkota()), name(code.district()), name(Some(code).filter(|code| code.level().is_village()))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::FieldValue;

    #[test]
    fn a_place_is_named_as_far_as_it_is_known() {
        let of = |code: &str| cells(Lang::Id, RegionCode::parse(code).ok());
        assert_eq!(of("64.72.06.1004").map(|cell| matches!(cell, Cell::Text(_))), [true; 3]);
        assert_eq!(of("64.72"), [Cell::text("Kota Samarinda"), Cell::Empty, Cell::Empty]);
        assert_eq!(of("64.01.01")[0], Cell::text("Kab. Paser"));
        assert_eq!(of("64.99.01")[..2], [Cell::text("64.99"), Cell::text("64.99.01")]);
    }
}
