//! The paper that a form lays its marks on: what is written on it goes on below what is there.

use super::figure::Row;
use super::letters::{width, wrap};
use super::{Anchor, Area, At, Mark, Paint, Scene, Shape, Stroke, Words};

/// Between the edge of a picture and what is in it.
pub(super) const EDGE: i32 = 160;

/// The letters of what is read beside a mark.
pub(super) const TEXT: i32 = 140;

/// The letters of axes and notes: the smallest there are.
pub(super) const SMALL: i32 = 120;

/// A scene that is being laid out, from top to bottom.
pub(super) struct Sheet {
    scene: Scene,
    /// How far down it is written on.
    pub y: i32,
    /// Where its writing begins.
    pub left: i32,
    /// How wide its writing may be.
    pub room: i32,
}

impl Sheet {
    /// An empty one; with an edge where it stands alone.
    pub fn new(width: i32, edge: i32) -> Self {
        let scene = Scene { width, height: 0, shapes: Vec::new(), marks: Vec::new() };
        Self { scene, y: edge, left: edge, room: width - 2 * edge }
    }

    /// Writes words below what is there, on as many lines as they need.
    pub fn write(&mut self, text: &str, size: i32, is_bold: bool, paint: Paint) {
        for line in wrap(text, size, is_bold, self.room) {
            self.y += size * 14 / 10;
            self.put(&line, (self.left, self.y - size * 3 / 10), Anchor::Start, size, is_bold, paint);
        }
    }

    /// Writes one line of words at a place.
    pub fn put(&mut self, text: &str, (x, y): (i32, i32), anchor: Anchor, size: i32, is_bold: bool, paint: Paint) {
        let words = Words { text: text.to_owned(), at: At { x, y }, anchor, size, is_bold, paint };
        self.scene.shapes.push(Shape::Words(words));
    }

    /// Writes lines of words from a height down, and tells where they end.
    pub fn lines(
        &mut self,
        lines: &[String],
        (x, mut top): (i32, i32),
        anchor: Anchor,
        (size, is_bold): (i32, bool),
        paint: Paint,
    ) -> i32 {
        for line in lines {
            self.put(line, (x, top + size * 9 / 10), anchor, size, is_bold, paint);
            top += leading(size);
        }
        top
    }

    /// Draws something.
    pub fn draw(&mut self, shape: Shape) {
        self.scene.shapes.push(shape);
    }

    /// Draws a straight line.
    pub fn rule(&mut self, from: (i32, i32), to: (i32, i32), paint: Paint, stroke: Stroke) {
        let at = |(x, y): (i32, i32)| At { x, y };
        self.draw(Shape::Path(vec![at(from), at(to)], paint, stroke));
    }

    /// Notes something that can be walked to.
    pub fn mark(&mut self, row: &Row, area: Area) {
        self.mark_in(0, row.says.clone(), row.to.clone(), area);
    }

    /// The same in one of several small charts or lines.
    pub fn mark_in(&mut self, part: usize, says: String, to: Option<String>, area: Area) {
        self.scene.marks.push(Mark { says, area, to, part });
    }

    /// The scene, with so much below what was written.
    pub fn done(mut self, edge: i32) -> Scene {
        self.scene.height = self.y + edge;
        self.scene
    }
}

/// From one line of words to the next.
pub(super) fn leading(size: i32) -> i32 {
    size * 12 / 10
}

/// How high so many lines are.
pub(super) fn height(lines: &[String], size: i32) -> i32 {
    i32::try_from(lines.len()).unwrap_or(0) * leading(size)
}

/// How wide the widest of some words is.
pub(super) fn widest<'a>(texts: impl Iterator<Item = &'a str>, size: i32, is_bold: bool) -> i32 {
    texts.map(|text| width(text, size, is_bold)).max().unwrap_or(0)
}
