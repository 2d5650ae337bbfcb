//! What a chart is drawn of, before anybody draws it: shapes and words at their places, and the marks among them.
//!
//! Data flows one way: `stats` counts, `figures` puts the numbers into words, a form (`bars`, `lines`) lays the figure out as a
//! [`Scene`], and writers make something of it: `svg` a picture that stands alone or nodes for the page, `csv` the table, `plain` a text, `tones` what is heard. All
//! numbers that anybody sees come out of the figure, so that marks, table, file and sentence cannot disagree.
//!
//! Lengths are tenths of a pixel, whole numbers: printing floating point weighs 8 kB. How wide words are is told by a table
//! (`letters`), since a worker and a test have no page to measure in. Deliberately absent: the page, colours of the page, counting.

mod axis;
mod bars;
mod cells;
mod columns;
mod csv;
mod figure;
mod key;
mod labels;
mod letters;
mod lines;
mod multiples;
mod palette;
mod plain;
mod sheet;
mod slope;
mod stacked;
mod steps;
mod strip;
mod svg;
mod ticks;
mod tiles;
mod tones;
mod values;

pub use csv::csv;
pub use figure::{Figure, Form, Level, Row, Spread};
pub use letters::width;
pub use plain::plain;
pub use svg::{Look, inline, picture, picture_in, scene_of};
pub use tones::{Run, Tone, runs, tones};

/// A chart at its places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scene {
    /// How wide it is, in tenths of a pixel.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// What is drawn, from back to front.
    pub shapes: Vec<Shape>,
    /// What can be walked to, in the order of the table.
    pub marks: Vec<Mark>,
}

/// A place in a scene: from the left, from the top.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct At {
    /// From the left.
    pub x: i32,
    /// From the top.
    pub y: i32,
}

/// A box in a scene.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// Its left edge.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
}

/// Something that is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A filled box; its texture, where it has one, lies over it.
    Fill(Area, Paint),
    /// A filled box without a texture, behind words.
    Plate(Area, Paint),
    /// The outline of a box.
    Outline(Area, Paint),
    /// A line through places.
    Path(Vec<At>, Paint, Stroke),
    /// A dot on a line.
    Dot(At, Paint),
    /// Words; `At` is their baseline, at their beginning or, where they end there, at their end.
    Words(Words),
}

/// Words on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What they say.
    pub text: String,
    /// Where.
    pub at: At,
    /// Which part of them stands there.
    pub anchor: Anchor,
    /// How high the letters are, in tenths of a pixel.
    pub size: i32,
    /// Whether they carry weight.
    pub is_bold: bool,
    /// Their colour.
    pub paint: Paint,
}

/// Which part of some words stands at their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Their beginning.
    Start,
    /// Their middle.
    Middle,
    /// Their end.
    End,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// Of an axis or a grid.
    Thin,
    /// Of a series, whole or, so that colour alone tells nothing, in dashes.
    Series {
        /// Whether in dashes.
        is_dashed: bool,
    },
    /// Of a number that others are compared with.
    Level,
    /// Where a series breaks.
    Break,
}

impl Stroke {
    /// Whether it is that of a break.
    pub fn is_break(self) -> bool {
        self == Self::Break
    }

    /// Whether it is that of a series.
    pub fn is_series(self) -> bool {
        matches!(self, Self::Series { .. })
    }
}

/// What a colour is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// Words.
    Ink,
    /// Words beside.
    Soft,
    /// Axes and grids.
    Grid,
    /// The series of this place.
    Series(usize),
    /// What goes beyond what it is compared with.
    Beyond,
    /// What is outside what is usual.
    Odd,
    /// What is not known: hatched, always.
    Unknown,
    /// One of five steps of one hue, from few to many: 0 to 4.
    Step(usize),
    /// The paper, and words upon a fill.
    Paper,
}

/// Something that can be walked to: what it says, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// "Samarinda: 20 dari 20."
    pub says: String,
    /// Where.
    pub area: Area,
    /// The address that it leads to, if any.
    pub to: Option<String>,
    /// Which of the small charts or lines it stands in: the arrows walk within one, and page keys from one to the next.
    pub part: usize,
}

impl Words {
    /// The box that the words take.
    pub fn area(&self) -> Area {
        let width = width(&self.text, self.size, self.is_bold);
        let x = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - width / 2,
            Anchor::End => self.at.x - width,
        };
        Area { x, y: self.at.y - self.size * 8 / 10, width, height: self.size }
    }
}

impl Area {
    /// Whether two boxes have anything in common.
    pub fn meets(self, other: Self) -> bool {
        let apart =
            |one: i32, length: i32, other: i32, other_length: i32| one + length <= other || other + other_length <= one;
        !apart(self.x, self.width, other.x, other.width) && !apart(self.y, self.height, other.y, other.height)
    }
}

impl Scene {
    /// The words in it.
    pub fn words(&self) -> impl Iterator<Item = &Words> {
        self.shapes.iter().filter_map(|shape| match shape {
            Shape::Words(words) => Some(words),
            _ => None,
        })
    }
}
