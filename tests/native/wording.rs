//! The words of the office (docs/glossary.md): one for one thing, and none that was mended comes back.
//!
//! Deliberately absent: the words that lists of others use, which `src/lists` has to know, and English.

use std::fs;
use std::path::Path;

/// What no sentence says, and what it says instead.
const NEVER: [(&str, &str); 18] = [
    ("jatah", "alokasi: a share is what neighbours divide"),
    ("bentrok", "isian yang berbeda: crowds clash, and timetables"),
    ("bisa", "dapat, in writing"),
    ("atau kabupaten", "kabupaten/kota"),
    ("atau kota", "kabupaten/kota"),
    ("atau desa", "kelurahan/desa"),
    ("untuk selamanya", "permanen"),
    ("rekaan", "contoh"),
    ("salinan kedua", "salinan cadangan"),
    ("terdata", "terdaftar"),
    ("dicek", "diperiksa"),
    ("perlihatkan", "tampilkan"),
    ("tak", "tidak"),
    ("macam", "jenis"),
    ("dugaan", "perkiraan: a suspect is a matter of the police"),
    ("dimampatkan", "terkompresi"),
    ("diambil", "digabungkan (a file) or diimpor (a list)"),
    ("buang", "hapus"),
];

/// The texts between quotes of a source file, without its comments.
fn literals(source: &str) -> Vec<String> {
    let code: String =
        source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let (mut found, mut text, mut is_inside, mut is_escaped) = (Vec::new(), String::new(), false, false);
    for letter in code.chars() {
        match letter {
            _ if is_escaped => is_escaped = false,
            '\\' if is_inside => is_escaped = true,
            '"' if is_inside => {
                found.push(std::mem::take(&mut text));
                is_inside = false;
            }
            '"' => is_inside = true,
            _ if is_inside => text.push(letter),
            _ => {}
        }
    }
    found
}

fn sources(folder: &Path, into: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push(path);
        }
    }
}

/// What a text says that none may.
fn wrong_words(text: &str) -> Vec<(&'static str, &'static str)> {
    let words = text.to_lowercase();
    let words: Vec<&str> =
        words.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let spaced = format!(" {} ", words.join(" "));
    NEVER.into_iter().filter(|(never, _)| spaced.contains(&format!(" {never} "))).collect()
}

#[test]
fn no_sentence_of_the_app_says_what_was_mended() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("src/i18n"), &mut files);
    sources(&root.join("src/kinds"), &mut files);
    // Headings of lists are the words of others.
    files.retain(|path| !path.ends_with("headings.rs"));
    assert!(files.len() > 40, "{} files", files.len());
    let mut wrong = Vec::new();
    for path in files.into_iter().chain([root.join("index.html")]) {
        let source = fs::read_to_string(&path).unwrap();
        let texts = if path.ends_with("index.html") { vec![source] } else { literals(&source) };
        for text in texts {
            for (never, rather) in wrong_words(&text) {
                wrong.push(format!("{}: \"{text}\" says \"{never}\"; {rather}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_looked_for_is_found_and_nothing_within_a_word() {
    assert_eq!(wrong_words("Jatah kota").len(), 1);
    assert_eq!(wrong_words("Kota atau kabupaten").len(), 1);
    assert!(wrong_words("biasanya, kontak, pengambilan").is_empty());
    assert_eq!(literals("// \"jatah\"\nlet a = \"satu \\\"dua\\\"\"; let b = \"tiga\";"), ["satu dua", "tiga"]);
}
