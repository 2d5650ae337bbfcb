//! Every chart as the picture that leaves the app, over fixed books, in both languages: each is the one that was
//! accepted (`tests/fixtures/pictures`), its words meet nowhere and stay in the frame, and table, marks and sentence say the same.
//!
//! `BUKU_ACCEPT=1 cargo test pictures` accepts what is drawn now; look at what it changes before you commit it.

mod forms;

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use buku_kube::domain::{Programme, Year};
use buku_kube::i18n::Lang;
use buku_kube::scene::{Area, Figure, Form, Look, Shape, csv, inline, picture, picture_in, scene_of};
use buku_kube::stats::{Asked, Question, Scope, Topic};
use sha2::{Digest, Sha256};

use crate::figures::{answer, book};

/// On a phone, on a large one, as it leaves, on a tablet, on a desk. Those of [`KEPT`] are kept as pictures.
const WIDTHS: [i32; 5] = [3_200, 3_600, 7_200, 7_680, 12_800];
const KEPT: [i32; 3] = [3_200, 7_200, 12_800];
/// Those that are kept with textures too.
const PATTERNED: [&str; 3] = ["stacked-id-720", "stacked-six-id-720", "distribution-id-720"];
const PKP: Scope = Scope::Of(Programme::Pkp, Year::literal(2014));

/// All figures there are, each with its name.
fn figures(lang: Lang) -> Vec<(String, Figure)> {
    let books = [("nothing", 0, 0), ("one", 1, 5), ("article", 50, 500), ("province", 949, 7_959)];
    let mut figures = Vec::new();
    for (name, groups, members) in books {
        let book = book(groups, members, 7);
        for (scope_name, scope) in [("all", Scope::All), ("pkp", PKP)] {
            for question in Question::ALL {
                // What was published is the same beside any book.
                let is_book = !matches!(question.topic(), Topic::Poverty) || *question == Question::GroupsPerPoor;
                if is_book || (name, scope_name) == ("nothing", "all") {
                    let figure = answer(lang, *question, &book, &Asked::of(None, scope));
                    figures.push((format!("{name}-{scope_name}-{}", question.code()), figure));
                }
            }
        }
    }
    figures.extend(forms::figures(lang));
    figures
}

fn all(mut look: impl FnMut(&str, Lang, &Figure, i32)) {
    for lang in [Lang::Id, Lang::En] {
        for (name, figure) in figures(lang) {
            for width in WIDTHS {
                look(&format!("{name}-{}-{}", lang.tag(), width / 10), lang, &figure, width);
            }
        }
    }
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pictures")
}

/// Whether a picture is kept as a file to be looked at: each form, and each question over the book of the press release. Of all others
/// a list keeps what each comes to.
fn is_looked_at(name: &str) -> bool {
    let is_book = ["nothing-", "one-", "article-", "province-"].iter().any(|book| name.starts_with(book));
    !name.ends_with("-1280") && (!is_book || name.starts_with("article-all-") || name.starts_with("nothing-all-poor"))
}

/// What a picture comes to, in 16 hexadecimal digits.
fn digest(svg: &str) -> String {
    let first = Sha256::digest(svg.as_bytes()).iter().take(8).fold(0_u64, |sum, byte| (sum << 8) | u64::from(*byte));
    format!("{first:016x}")
}

#[test]
fn each_picture_is_the_one_that_was_accepted() {
    let accepts = std::env::var_os("BUKU_ACCEPT").is_some();
    let list = folder().with_extension("tsv");
    let known = fs::read_to_string(&list).unwrap_or_default();
    let mut known: BTreeMap<&str, &str> = known.lines().filter_map(|line| line.split_once('\t')).collect();
    let (mut changed, mut drawn, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    all(|name, lang, figure, width| {
        if !KEPT.contains(&width) {
            return;
        }
        let mut pictures = vec![(name.to_owned(), picture(lang, figure, width).0)];
        if PATTERNED.contains(&name) {
            let svg = picture_in(Look { is_patterned: true }, lang, figure, width).0;
            pictures.push((format!("{name}-patterned"), svg));
        }
        for (name, svg) in pictures {
            let is_known = if is_looked_at(&name) {
                let path = folder().join(format!("{name}.svg"));
                drawn.push(format!("{name}.svg"));
                if accepts {
                    fs::create_dir_all(folder()).unwrap();
                    fs::write(&path, &svg).unwrap();
                }
                fs::read_to_string(&path).ok().as_deref() == Some(&svg)
            } else {
                lines.push(format!(
                    "{name}	{}
",
                    digest(&svg)
                ));
                known.remove(name.as_str()) == Some(&digest(&svg))
            };
            if !is_known {
                changed.push(name);
            }
        }
    });
    assert!(drawn.len() + lines.len() >= 300);
    if accepts {
        fs::write(&list, lines.concat()).unwrap();
    } else {
        assert!(changed.is_empty(), "{} pictures are not those accepted: {changed:?}", changed.len());
        assert!(known.is_empty(), "nobody draws {known:?} any more");
    }
    let kept = fs::read_dir(folder()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let left: Vec<String> = kept.filter(|file| !drawn.contains(file)).collect();
    if accepts {
        return left.iter().for_each(|file| fs::remove_file(folder().join(file)).unwrap());
    }
    assert!(left.is_empty(), "nobody draws {left:?} any more");
}

#[test]
fn words_meet_nowhere_and_nothing_leaves_the_frame() {
    all(|name, lang, figure, width| {
        let scene = scene_of(lang, figure, width);
        let frame = Area { x: 0, y: 0, width: scene.width, height: scene.height };
        let inside = |area: Area| {
            area.x >= 0 && area.y >= 0 && area.x + area.width <= frame.width && area.y + area.height <= frame.height
        };
        let words: Vec<_> = scene.words().collect();
        for (place, one) in words.iter().enumerate() {
            assert!(inside(one.area()), "{name}: {one:?} leaves the frame");
            assert!(one.size >= 120, "{name}: {one:?} is too small");
            for other in &words[place + 1..] {
                assert!(!one.area().meets(other.area()), "{name}: {:?} is over {:?}", one.text, other.text);
            }
        }
        for shape in &scene.shapes {
            match shape {
                Shape::Fill(area, _) | Shape::Plate(area, _) | Shape::Outline(area, _) => {
                    assert!(inside(*area), "{name}: {area:?}");
                }
                Shape::Path(points, ..) => {
                    for at in points {
                        assert!(inside(Area { x: at.x, y: at.y, width: 0, height: 0 }), "{name}: {at:?}");
                    }
                }
                Shape::Dot(..) | Shape::Words(_) => {}
            }
        }
    });
}

#[test]
fn no_line_crosses_a_break() {
    for lang in [Lang::Id, Lang::En] {
        for (name, figure) in figures(lang).into_iter().filter(|(_, figure)| !figure.breaks.is_empty()) {
            for width in WIDTHS {
                let scene = scene_of(lang, &figure, width);
                let paths = |is_break: bool| {
                    scene.shapes.iter().filter_map(move |shape| match shape {
                        Shape::Path(points, _, stroke)
                            if stroke.is_break() == is_break && (is_break || stroke.is_series()) =>
                        {
                            Some(points)
                        }
                        _ => None,
                    })
                };
                let charts = if figure.form == Form::Multiples { figure.rows.len() } else { 1 };
                let expected = if figure.rows.is_empty() { 0 } else { charts * figure.breaks.len() };
                assert_eq!(paths(true).count(), expected, "{name}");
                for broken in paths(true).map(|points| points[0].x) {
                    for line in paths(false) {
                        let crosses = line.windows(2).any(|pair| pair[0].x < broken && broken < pair[1].x);
                        assert!(!crosses, "{name} at {width}: a line crosses the break at {broken}");
                    }
                }
            }
        }
    }
}

#[test]
fn table_marks_and_what_is_spoken_say_the_same_numbers() {
    all(|name, lang, figure, width| {
        let scene = scene_of(lang, figure, width);
        let table = csv(figure);
        for row in &figure.rows {
            assert!(table.contains(&row.name), "{name}: {} is in no line of the file", row.name);
            for text in row.texts.iter().filter(|text| !text.is_empty()) {
                assert!(row.says.contains(text.as_str()), "{name}: {text} is not spoken of {}", row.name);
            }
            let is_nothing = row.is_nothing();
            if figure.form == Form::Multiples && row.numbers.iter().any(Option::is_some) {
                let known = row.texts.iter().zip(&figure.columns).filter(|(text, _)| !text.is_empty());
                for (text, column) in known {
                    let says = format!("{}, {column}: {text}{}", row.name, figure.mark);
                    assert!(scene.marks.iter().any(|mark| mark.says == says), "{name}: {says} has no mark");
                }
                continue;
            }
            let is_marked = scene.marks.iter().any(|mark| mark.says == row.says);
            assert!(is_marked || is_nothing, "{name}: {} has no mark", row.name);
        }
        let each = if figure.form == Form::Multiples { figure.columns.len() + 1 } else { 1 };
        assert!(scene.marks.len() <= figure.rows.len() * each);
        let [from, to] = [scene.width, scene.height];
        for mark in &scene.marks {
            let Area { x, y, width, height } = mark.area;
            assert!(width > 0 && height > 0, "{name}: {mark:?} cannot be touched");
            assert!(x >= 0 && y >= 0 && x + width <= from && y + height <= to, "{name}: {mark:?} leaves the frame");
        }
    });
}

#[test]
fn textures_are_named_apart_and_each_that_is_used_is_there() {
    all(|name, lang, figure, width| {
        let pictures = [
            picture(lang, figure, width).0,
            picture_in(Look { is_patterned: true }, lang, figure, width).0,
            inline(lang, figure, width, "one"),
        ];
        for svg in &pictures {
            for used in svg.split("url(#").skip(1).filter_map(|rest| rest.split(')').next()) {
                assert!(svg.contains(&format!("<pattern id=\"{used}\"")), "{name}: {used} is nowhere");
            }
        }
        assert!(!pictures[2].contains("id=\"texture-"), "{name}: a texture of the page has no name of its own");
    });
}
