//! What a colour looks like: on paper that is always white, or by a class of the style sheet; and the textures that tell fills apart
//! where there are no colours.

use std::fmt::Write;

use super::Paint;

/// What of a shape is painted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Its inside.
    Fill,
    /// Its line.
    Stroke,
}

/// Series, each at least 4.5:1 against white, so that words in white are read upon it.
const SERIES: [&str; 6] = ["#0072b2", "#c04d00", "#00684d", "#b0487f", "#7a5600", "#5e4599"];

/// Steps of one hue; the first two carry ink, the others paper.
const STEPS: [&str; 5] = ["#d6e6f2", "#9ecae1", "#2f78b0", "#11508a", "#06254f"];

/// The place of the hatching among the textures, which is always shown.
const HATCH: usize = 0;

/// Textures, in tiles of 12 pixels: hatching; diagonal, dots, cross-hatch, x, rings.
const TEXTURES: [&str; 6] = [
    "M-3,3L3,-3M0,6L6,0M0,12L12,0M6,12L12,6M9,15L15,9",
    "M-3,9L3,15M0,0L12,12M9,-3L15,3",
    "M3,3h.1M9,9h.1",
    "M0,0L12,12M12,0L0,12",
    "M4,4L8,8M8,4L4,8",
    "M3.5,6a2.5,2.5 0 1,0 5,0a2.5,2.5 0 1,0 -5,0",
];

/// The colour of something on white paper.
pub(super) fn colour(paint: Paint) -> &'static str {
    match paint {
        Paint::Ink => "#1c2321",
        Paint::Soft => "#4c5753",
        Paint::Grid => "#d7dcd6",
        Paint::Series(place) => SERIES[place % SERIES.len()],
        Paint::Beyond => "#4591c2",
        Paint::Odd => "#c04d00",
        Paint::Unknown | Paint::Paper => "#fff",
        Paint::Step(place) => STEPS[place.min(STEPS.len() - 1)],
    }
}

/// The lines of hatching, and the outline of what is hatched.
const UNKNOWN: &str = "#7a837f";

/// On paper that is always white.
pub(super) fn light(paint: Paint, part: Part) -> String {
    let of = colour(paint);
    match (part, paint) {
        (Part::Fill, Paint::Unknown) => format!("fill=\"{of}\" stroke=\"{UNKNOWN}\""),
        (Part::Fill, _) => format!("fill=\"{of}\""),
        (Part::Stroke, _) => format!("fill=\"none\" stroke=\"{of}\""),
    }
}

/// On the page, by the style sheet.
pub(super) fn by_class(paint: Paint, part: Part) -> String {
    let part = if part == Part::Fill { "fill" } else { "stroke" };
    let name = match paint {
        Paint::Ink => "ink".to_owned(),
        Paint::Soft => "soft-ink".to_owned(),
        Paint::Grid => "grid-ink".to_owned(),
        Paint::Series(place) => format!("series-{}", place % SERIES.len() + 1),
        Paint::Beyond => "series-beyond".to_owned(),
        Paint::Odd => "series-odd".to_owned(),
        Paint::Unknown => "unknown".to_owned(),
        Paint::Step(place) => format!("step-{}", place.min(STEPS.len() - 1) + 1),
        Paint::Paper => "paper-ink".to_owned(),
    };
    format!("class=\"{part} {name}\"")
}

/// The texture of a fill that colour alone tells from others.
pub(super) fn texture(paint: Paint) -> Option<usize> {
    match paint {
        Paint::Series(place) => Some(place % SERIES.len()).filter(|place| *place > 0),
        Paint::Odd => Some(1),
        Paint::Beyond => Some(2),
        Paint::Unknown => Some(HATCH),
        _ => None,
    }
}

/// Whether a texture is shown whatever is asked for.
pub(super) fn is_always(texture: usize) -> bool {
    texture == HATCH
}

/// The name of a texture in a picture, or in a chart of a page.
pub(super) fn name(id: &str, texture: usize) -> String {
    format!("{id}texture-{texture}")
}

/// The definitions of these textures.
pub(super) fn define(out: &mut String, id: &str, textures: &[usize], is_light: bool) {
    if textures.is_empty() {
        return;
    }
    out.push_str("<defs>");
    for texture in textures {
        let (class, colour) = if is_always(*texture) { ("hatching", UNKNOWN) } else { ("texture-ink", "#fff") };
        let stroke = if is_light { format!("stroke=\"{colour}\"") } else { format!("class=\"{class}\"") };
        let wide = if *texture == 2 { "3\" stroke-linecap=\"round" } else { "1.2" };
        let _ = write!(
            out,
            "<pattern id=\"{}\" width=\"12\" height=\"12\" patternUnits=\"userSpaceOnUse\">\
             <path d=\"{}\" fill=\"none\" {stroke} stroke-width=\"{wide}\"/></pattern>",
            name(id, *texture),
            TEXTURES[*texture % TEXTURES.len()],
        );
    }
    out.push_str("</defs>\n");
}

#[cfg(test)]
mod tests {
    use super::super::steps::ink;
    use super::*;

    /// How light a colour is, from 0 to 1 (WCAG 2.2).
    fn light_of(colour: &str) -> f64 {
        let digits = colour.trim_start_matches('#');
        let digits =
            if digits.len() == 3 { digits.chars().flat_map(|it| [it, it]).collect() } else { digits.to_owned() };
        let part = |at: usize| {
            let part = f64::from(u8::from_str_radix(&digits[at..at + 2], 16).unwrap()) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (light_of(one), light_of(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn words_are_read_on_paper_and_on_fills() {
        for paint in [Paint::Ink, Paint::Soft] {
            assert!(contrast(colour(paint), "#fff") >= 4.5, "{paint:?}");
        }
        for paint in (0..6).map(Paint::Series) {
            assert!(contrast(colour(paint), colour(Paint::Paper)) >= 4.5, "{paint:?}");
        }
        for paint in (0..5).map(Paint::Step) {
            assert!(contrast(colour(paint), colour(ink(paint))) >= 4.5, "{paint:?}");
        }
    }

    #[test]
    fn fills_are_seen_on_paper() {
        // Steps have an outline in the colour of the first series.
        for paint in (0..6).map(Paint::Series).chain([Paint::Beyond, Paint::Odd]) {
            assert!(contrast(colour(paint), "#fff") >= 3.0, "{paint:?}");
        }
        assert!(contrast(UNKNOWN, "#fff") >= 3.0);
        let steps: Vec<f64> = STEPS.iter().map(|step| light_of(step)).collect();
        assert!(STEPS.windows(2).all(|pair| contrast(pair[0], pair[1]) >= 1.3), "{steps:?}");
    }

    #[test]
    fn what_colour_alone_tells_apart_has_a_texture_of_its_own() {
        let textures: Vec<_> = (0..6).map(|place| texture(Paint::Series(place))).collect();
        assert_eq!(textures, [None, Some(1), Some(2), Some(3), Some(4), Some(5)]);
        assert!([Paint::Odd, Paint::Beyond, Paint::Unknown].iter().all(|paint| texture(*paint).is_some()));
    }

    /// A colour of the style sheet: where it is light, and where it is dark.
    fn token(name: &str) -> [&'static str; 2] {
        let sheet = include_str!("../../style/tokens.css");
        let start = format!("--{name}:");
        let mut values = sheet.lines().filter_map(|line| line.trim().strip_prefix(&start));
        [(); 2].map(|()| values.next().unwrap().trim().trim_end_matches(';'))
    }

    #[test]
    fn the_page_has_the_same_colours_and_contrasts_in_the_dark_too() {
        let series: Vec<[&str; 2]> = (1..=6).map(|place| token(&format!("chart-{place}"))).collect();
        let steps: Vec<[&str; 2]> = (1..=5).map(|place| token(&format!("chart-step-{place}"))).collect();
        assert_eq!(series.iter().map(|it| it[0]).collect::<Vec<_>>(), SERIES);
        assert_eq!(steps.iter().map(|it| it[0]).collect::<Vec<_>>(), STEPS);
        assert_eq!([token("chart-beyond")[0], token("chart-hatching")[0]], [colour(Paint::Beyond), UNKNOWN]);
        let [paper, ink_token] = [token("paper"), token("ink")];
        for theme in 0..2 {
            for fill in series.iter().map(|it| it[theme]) {
                assert!(contrast(fill, paper[theme]) >= 4.5, "words on {fill}");
            }
            for fill in [token("chart-beyond"), token("chart-hatching")] {
                assert!(contrast(fill[theme], paper[theme]) >= 3.0, "{fill:?}");
            }
            for (place, fill) in steps.iter().map(|it| it[theme]).enumerate() {
                let words = if ink(Paint::Step(place)) == Paint::Ink { ink_token } else { paper };
                assert!(contrast(fill, words[theme]) >= 4.5, "words on {fill}");
            }
        }
    }
}
