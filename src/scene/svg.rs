//! A scene as SVG: a picture that stands alone, always light and the same with any letters; or nodes for the page, whose colours are
//! the style sheet's and whose marks take the focus.

use std::fmt::Write;

use super::figure;
use super::palette::{Part, by_class, define, is_always, light, name, texture};
use super::sheet::{EDGE, SMALL, Sheet, TEXT};
use super::{Anchor, Area, At, Figure, Form, Mark, Paint, Scene, Shape, Stroke, Words};
use super::{bars, cells, columns, lines, multiples, slope, stacked, strip, tiles};
use crate::i18n::Lang;

/// The letters of a title.
const TITLE: i32 = 180;

/// Fonts that stand on most machines; what is drawn is as wide as the table says in any of them.
const FONTS: &str = "Arial, 'Liberation Sans', Helvetica, sans-serif";

/// Lays a figure out as a picture that stands alone: title, finding, marks, note.
pub fn scene_of(lang: Lang, figure: &Figure, width: i32) -> Scene {
    let mut sheet = Sheet::new(width, EDGE);
    sheet.write(&figure.title, TITLE, true, Paint::Ink);
    sheet.y += TEXT / 2;
    sheet.write(&figure.finding, TEXT, false, Paint::Ink);
    sheet.y += TEXT;
    lay(&mut sheet, lang, figure);
    sheet.y += TEXT / 2;
    sheet.write(&figure.note, SMALL, false, Paint::Soft);
    sheet.done(EDGE)
}

/// Lays out the marks alone, for a page that has the rest.
fn within(lang: Lang, figure: &Figure, width: i32) -> Scene {
    let mut sheet = Sheet::new(width, 0);
    lay(&mut sheet, lang, figure);
    sheet.done(0)
}

/// Lays a form out; areas of which there is nothing are told in a sentence below.
fn lay(sheet: &mut Sheet, lang: Lang, figure: &Figure) {
    let (rows, empty) = figure.parted();
    if !rows.is_empty() {
        let shown = Figure { rows, ..figure.clone() };
        lay_form(sheet, lang, &shown);
    }
    if !empty.is_empty() {
        sheet.write(&figure::without(lang, &empty), SMALL, false, Paint::Soft);
    }
}

fn lay_form(sheet: &mut Sheet, lang: Lang, figure: &Figure) {
    match figure.form {
        Form::Bars => bars::lay(sheet, lang, figure),
        Form::Lines => lines::lay(sheet, lang, figure),
        Form::Stacked => stacked::lay(sheet, lang, figure),
        Form::Columns | Form::Distribution => columns::lay(sheet, lang, figure),
        Form::Multiples => multiples::lay(sheet, lang, figure),
        Form::Tiles => tiles::lay(sheet, lang, figure),
        Form::Strip => strip::lay(sheet, lang, figure),
        Form::Slope => slope::lay(sheet, lang, figure),
        Form::Cells => cells::lay(sheet, lang, figure),
    }
}

/// How a picture looks that leaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Whether fills have textures, as for a printer without colours.
    pub is_patterned: bool,
}

/// The picture of a figure, so many tenths of a pixel wide, and how wide and high it is.
pub fn picture(lang: Lang, figure: &Figure, width: i32) -> (String, [i32; 2]) {
    picture_in(Look::default(), lang, figure, width)
}

/// The same as it is asked to look.
pub fn picture_in(look: Look, lang: Lang, figure: &Figure, width: i32) -> (String, [i32; 2]) {
    let scene = scene_of(lang, figure, width);
    let (wide, high) = (length(scene.width), length(scene.height));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {wide} {high}\" \
         font-family=\"{FONTS}\" role=\"img\" aria-labelledby=\"t d\">\n<title id=\"t\">{}</title>\n<desc id=\"d\">{}</desc>\n\
         <rect width=\"{wide}\" height=\"{high}\" fill=\"#fff\"/>\n",
        escaped(&figure.title),
        escaped(&figure.finding),
    );
    let painter = Painter { paint: light, id: "", texture: look.is_patterned.then_some("") };
    define(&mut out, "", &painter.textures(&scene), true);
    for shape in &scene.shapes {
        draw(&mut out, shape, &painter);
    }
    out.push_str("</svg>\n");
    (out, [scene.width, scene.height])
}

/// The marks of a figure for the page: an SVG as wide as its place. The first mark is where the key Tab leads, and those of one part are
/// in one group. What is named in it begins with `id`, so that several charts have room in a page.
pub fn inline(lang: Lang, figure: &Figure, width: i32, id: &str) -> String {
    let scene = within(lang, figure, width);
    let mut out = format!(
        "<svg class=\"scene\" viewBox=\"0 0 {} {}\" role=\"group\">",
        length(scene.width),
        length(scene.height)
    );
    let id = format!("{id}-");
    let painter = Painter { paint: by_class, id: &id, texture: Some(" class=\"texture\"") };
    define(&mut out, &id, &painter.textures(&scene), false);
    // Whoever hears the page hears the marks, and what is told beside them, and not each word of the drawing by itself.
    out.push_str("<g aria-hidden=\"true\">");
    for shape in &scene.shapes {
        draw(&mut out, shape, &painter);
    }
    out.push_str("</g>");
    for (number, marks) in scene.marks.chunk_by(|one, next| one.part == next.part).enumerate() {
        out.push_str("<g>");
        for (place, mark) in marks.iter().enumerate() {
            write_mark(&mut out, mark, number + place == 0);
        }
        out.push_str("</g>");
    }
    out.push_str("</svg>");
    out
}

fn write_mark(out: &mut String, mark: &Mark, is_first: bool) {
    let (at, says) = (place(mark.area), escaped(&mark.says));
    let stop = if is_first { "0" } else { "-1" };
    let _ = match &mark.to {
        None => write!(out, "<rect class=\"mark\" {at} role=\"img\" tabindex=\"{stop}\" aria-label=\"{says}\"/>"),
        Some(to) => write!(
            out,
            "<a class=\"mark\" href=\"{}\" tabindex=\"{stop}\" aria-label=\"{says}\"><rect {at}/></a>",
            escaped(to)
        ),
    };
}

/// How shapes are written: what they are filled with or drawn in, and which textures lie over them.
struct Painter<'a> {
    paint: fn(Paint, Part) -> String,
    /// What names of textures begin with.
    id: &'a str,
    /// What stands at a texture that is not always shown; `None` where it is not there.
    texture: Option<&'static str>,
}

impl Painter<'_> {
    /// Which texture lies over a fill.
    fn over(&self, paint: Paint) -> Option<(usize, &'static str)> {
        let texture = texture(paint)?;
        let look = if is_always(texture) { Some("") } else { self.texture };
        look.map(|look| (texture, look))
    }

    /// The textures that a scene needs.
    fn textures(&self, scene: &Scene) -> Vec<usize> {
        let of = |shape: &Shape| match shape {
            Shape::Fill(_, paint) => self.over(*paint).map(|(texture, _)| texture),
            _ => None,
        };
        let mut textures: Vec<usize> = scene.shapes.iter().filter_map(of).collect();
        textures.sort_unstable();
        textures.dedup();
        textures
    }
}

fn draw(out: &mut String, shape: &Shape, painter: &Painter) {
    let paint = painter.paint;
    let _ = match shape {
        Shape::Fill(area, of) => {
            let _ = writeln!(out, "<rect {} {}/>", place(*area), paint(*of, Part::Fill));
            painter.over(*of).map_or(Ok(()), |(texture, look)| {
                writeln!(out, "<rect{look} {} fill=\"url(#{})\"/>", place(*area), name(painter.id, texture))
            })
        }
        Shape::Plate(area, Paint::Unknown) => {
            writeln!(out, "<rect {} {}/>", place(*area), paint(Paint::Paper, Part::Fill))
        }
        Shape::Plate(area, of) => writeln!(out, "<rect {} {}/>", place(*area), paint(*of, Part::Fill)),
        Shape::Outline(area, of) => {
            writeln!(out, "<rect {} {} stroke-width=\"1.5\"/>", place(*area), paint(*of, Part::Stroke))
        }
        Shape::Path(points, of, stroke) => {
            let points: Vec<String> =
                points.iter().map(|At { x, y }| format!("{},{}", length(*x), length(*y))).collect();
            let look = match stroke {
                Stroke::Thin => "stroke-width=\"1\"",
                Stroke::Series { is_dashed: false } => "stroke-width=\"2.5\" stroke-linejoin=\"round\"",
                Stroke::Series { is_dashed: true } => {
                    "stroke-width=\"2.5\" stroke-linejoin=\"round\" stroke-dasharray=\"6 4\""
                }
                Stroke::Level => "stroke-width=\"1.5\" stroke-dasharray=\"8 4\"",
                Stroke::Break => "stroke-width=\"1\" stroke-dasharray=\"2 3\"",
            };
            writeln!(out, "<polyline points=\"{}\" {} {look}/>", points.join(" "), paint(*of, Part::Stroke))
        }
        Shape::Dot(At { x, y }, of) => {
            writeln!(out, "<circle cx=\"{}\" cy=\"{}\" r=\"3\" {}/>", length(*x), length(*y), paint(*of, Part::Fill))
        }
        Shape::Words(words) => write_words(out, words, painter),
    };
}

fn write_words(out: &mut String, words: &Words, painter: &Painter) -> std::fmt::Result {
    let anchor = match words.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let weight = if words.is_bold { " font-weight=\"700\"" } else { "" };
    writeln!(
        out,
        "<text x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\" font-size=\"{}\"{weight} textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\" {}>{}</text>",
        length(words.at.x),
        length(words.at.y),
        length(words.size),
        length(words.area().width),
        (painter.paint)(words.paint, Part::Fill),
        escaped(&words.text),
    )
}

fn place(Area { x, y, width, height }: Area) -> String {
    let [x, y, width, height] = [x, y, width, height].map(length);
    format!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"")
}

/// Tenths of a pixel in pixels: `37.5`, `12`.
fn length(tenths: i32) -> String {
    let (sign, tenths) = (if tenths < 0 { "-" } else { "" }, tenths.unsigned_abs());
    match tenths % 10 {
        0 => format!("{sign}{}", tenths / 10),
        part => format!("{sign}{}.{part}", tenths / 10),
    }
}

/// A text that may stand in SVG, within quotes too.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
