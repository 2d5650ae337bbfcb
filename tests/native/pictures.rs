//! Every chart as the picture that leaves the app, over fixed books, in both languages: each is the one that was
//! accepted (`tests/fixtures/pictures`), its words meet nowhere and stay in the frame, and table, marks and sentence say the same.
//!
//! `BUKU_ACCEPT=1 cargo test pictures` accepts what is drawn now; look at what it changes before you commit it.

use std::fs;
use std::path::PathBuf;

use buku_kube::domain::{Programme, Year};
use buku_kube::i18n::Lang;
use buku_kube::scene::{Area, Figure, Shape, csv, picture, scene_of};
use buku_kube::stats::{Asked, Question, Scope, Topic};

use crate::figures::{answer, book};

/// On a phone, on a large one, as it leaves, on a tablet, on a desk. Those of [`KEPT`] are kept as pictures.
const WIDTHS: [i32; 5] = [3_200, 3_600, 7_200, 7_680, 12_800];
const KEPT: [i32; 3] = [3_200, 7_200, 12_800];
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

#[test]
fn each_picture_is_the_one_that_was_accepted() {
    let accepts = std::env::var_os("BUKU_ACCEPT").is_some();
    let mut changed = Vec::new();
    let mut drawn = Vec::new();
    all(|name, lang, figure, width| {
        if !KEPT.contains(&width) {
            return;
        }
        let path = folder().join(format!("{name}.svg"));
        let (svg, _) = picture(lang, figure, width);
        if accepts {
            fs::create_dir_all(folder()).unwrap();
            fs::write(&path, &svg).unwrap();
        } else if fs::read_to_string(&path).ok().as_deref() != Some(&svg) {
            changed.push(name.to_owned());
        }
        drawn.push(format!("{name}.svg"));
    });
    assert!(changed.is_empty(), "{} pictures are not those accepted: {changed:?}", changed.len());
    let kept = fs::read_dir(folder()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let left: Vec<String> = kept.filter(|file| !drawn.contains(file)).collect();
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
                Shape::Fill(area, _) | Shape::Outline(area, _) => assert!(inside(*area), "{name}: {area:?}"),
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
                assert_eq!(paths(true).count(), figure.breaks.len());
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
            let is_marked = scene.marks.iter().any(|mark| mark.says == row.says);
            let is_nothing = row.numbers == [Some(0), None];
            assert!(is_marked || is_nothing, "{name}: {} has no mark", row.name);
        }
        assert!(scene.marks.len() <= figure.rows.len());
    });
}
