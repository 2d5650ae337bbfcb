//! What colours mean: a small square and its words for each, on as many lines as they need.

use super::letters::{width, wrap};
use super::sheet::{SMALL, Sheet, leading};
use super::{Anchor, Area, Paint, Shape};

/// How large a square is.
const SQUARE: i32 = 110;

/// From the words of one to the square of the next.
const APART: i32 = 180;

/// Between a square and its words.
const BESIDE: i32 = 50;

/// Writes a key below what is there.
pub(super) fn key(sheet: &mut Sheet, entries: &[(Paint, String)]) {
    let line = leading(SMALL) + 40;
    let (mut x, mut top) = (0, sheet.y);
    for (paint, name) in entries {
        let long = SQUARE + BESIDE + width(name, SMALL, false);
        if x > 0 && x + long > sheet.room {
            x = 0;
            top += line;
        }
        let left = sheet.left + x;
        square(sheet, Area { x: left, y: top + (leading(SMALL) - SQUARE) / 2, width: SQUARE, height: SQUARE }, *paint);
        let lines = wrap(name, SMALL, false, sheet.room - SQUARE - BESIDE);
        let at = (left + SQUARE + BESIDE, top);
        let end = sheet.lines(&lines, at, Anchor::Start, (SMALL, false), Paint::Ink);
        top = end - leading(SMALL);
        x += long + APART;
    }
    if !entries.is_empty() {
        sheet.y = top + line + 80;
    }
}

/// A square of a colour; of one that is hardly seen on paper, with an outline.
pub(super) fn square(sheet: &mut Sheet, area: Area, paint: Paint) {
    sheet.draw(Shape::Fill(area, paint));
    match paint {
        Paint::Step(_) => sheet.draw(Shape::Outline(area, Paint::Series(0))),
        Paint::Paper => sheet.draw(Shape::Outline(area, Paint::Soft)),
        _ => {}
    }
}
