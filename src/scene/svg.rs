//! A scene as SVG: a picture that stands alone, always light and the same with any letters; or nodes for the page, whose colours are
//! the style sheet's and whose marks take the focus.

use std::fmt::Write;

use super::sheet::{EDGE, SMALL, Sheet, TEXT};
use super::{Anchor, Area, At, Figure, Form, Paint, Scene, Shape, Stroke, Words, bars, lines};
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

fn lay(sheet: &mut Sheet, lang: Lang, figure: &Figure) {
    match figure.form {
        Form::Bars
        | Form::Stacked
        | Form::Columns
        | Form::Distribution
        | Form::Multiples
        | Form::Tiles
        | Form::Strip
        | Form::Slope
        | Form::Cells => bars::lay(sheet, lang, figure),
        Form::Lines => lines::lay(sheet, lang, figure),
    }
}

/// The picture of a figure, so many tenths of a pixel wide, and how wide and high it is.
pub fn picture(lang: Lang, figure: &Figure, width: i32) -> (String, [i32; 2]) {
    let scene = scene_of(lang, figure, width);
    let (wide, high) = (length(scene.width), length(scene.height));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{high}\" viewBox=\"0 0 {wide} {high}\" \
         font-family=\"{FONTS}\" role=\"img\" aria-labelledby=\"t d\">\n<title id=\"t\">{}</title>\n<desc id=\"d\">{}</desc>\n\
         <rect width=\"{wide}\" height=\"{high}\" fill=\"#fff\"/>\n",
        escaped(&figure.title),
        escaped(&figure.finding),
    );
    for shape in &scene.shapes {
        draw(&mut out, shape, &light);
    }
    out.push_str("</svg>\n");
    (out, [scene.width, scene.height])
}

/// The marks of a figure for the page: an SVG as wide as its place. The first mark is where the key Tab leads.
pub fn inline(lang: Lang, figure: &Figure, width: i32) -> String {
    let scene = within(lang, figure, width);
    let mut out = format!(
        "<svg class=\"scene\" viewBox=\"0 0 {} {}\" role=\"group\">",
        length(scene.width),
        length(scene.height)
    );
    for shape in &scene.shapes {
        draw(&mut out, shape, &by_class);
    }
    out.push_str("<g>");
    for (number, mark) in scene.marks.iter().enumerate() {
        let at = place(mark.area);
        let stop = if number == 0 { "0" } else { "-1" };
        let says = escaped(&mark.says);
        let _ = match &mark.to {
            None => write!(out, "<rect class=\"mark\" {at} role=\"img\" tabindex=\"{stop}\" aria-label=\"{says}\"/>"),
            Some(to) => write!(
                out,
                "<a class=\"mark\" href=\"{}\" tabindex=\"{stop}\" aria-label=\"{says}\"><rect {at}/></a>",
                escaped(to)
            ),
        };
    }
    out.push_str("</g></svg>");
    out
}

/// How a shape is painted: the attributes for what it is filled with or drawn in.
type Painter = dyn Fn(Paint, Part) -> String;

/// What of a shape is painted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Fill,
    Stroke,
}

/// On paper that is always white.
fn light(paint: Paint, part: Part) -> String {
    let colour = match paint {
        Paint::Ink => "#1c2321",
        Paint::Soft => "#4c5753",
        Paint::Grid => "#d7dcd6",
        Paint::Series(place) => ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"][place % 6],
        Paint::Beyond => "#7fb8d8",
    };
    match part {
        Part::Fill => format!("fill=\"{colour}\""),
        Part::Stroke => format!("fill=\"none\" stroke=\"{colour}\""),
    }
}

/// On the page, by the style sheet.
fn by_class(paint: Paint, part: Part) -> String {
    let part = if part == Part::Fill { "fill" } else { "stroke" };
    match paint {
        Paint::Ink => format!("class=\"{part} ink\""),
        Paint::Soft => format!("class=\"{part} soft-ink\""),
        Paint::Grid => format!("class=\"{part} grid-ink\""),
        Paint::Series(place) => format!("class=\"{part} series-{}\"", place % 6 + 1),
        Paint::Beyond => format!("class=\"{part} series-beyond\""),
    }
}

fn draw(out: &mut String, shape: &Shape, paint: &Painter) {
    let _ = match shape {
        Shape::Fill(area, of) => writeln!(out, "<rect {} {}/>", place(*area), paint(*of, Part::Fill)),
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
                Stroke::Break => "stroke-width=\"1\" stroke-dasharray=\"2 3\"",
            };
            writeln!(out, "<polyline points=\"{}\" {} {look}/>", points.join(" "), paint(*of, Part::Stroke))
        }
        Shape::Dot(At { x, y }, of) => {
            writeln!(out, "<circle cx=\"{}\" cy=\"{}\" r=\"3\" {}/>", length(*x), length(*y), paint(*of, Part::Fill))
        }
        Shape::Words(words) => write_words(out, words, paint),
    };
}

fn write_words(out: &mut String, words: &Words, paint: &Painter) -> std::fmt::Result {
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
        paint(words.paint, Part::Fill),
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
