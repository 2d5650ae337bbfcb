//! The shape of the source: who imports whom, what must not stand where. Each check is shown to fail on a bad piece.

use std::path::Path;

/// Who may import whom. `*` is all; `ui/parts` and `ui/charts` take plain values.
const MAY_IMPORT: [(&str, &[&str]); 23] = [
    ("domain", &[]),
    ("history", &[]),
    ("order", &[]),
    ("registry", &["domain", "history", "order"]),
    ("exchange", &["domain", "history", "order", "registry"]),
    ("lists", &["domain", "history", "registry"]),
    ("duplicates", &["domain", "order", "registry"]),
    ("stats", &["domain", "order", "registry"]),
    ("search", &["domain", "order", "registry"]),
    ("shelf", &[]),
    ("store", &["domain", "history", "registry", "shelf"]),
    ("sample", &["domain", "history"]),
    ("agent", &[]),
    ("desk", &["domain", "duplicates", "history", "exchange", "registry", "sample", "store"]),
    ("sheets", &["domain", "exchange", "history", "i18n", "lists", "order", "registry", "stats", "store"]),
    ("bin", &["desk", "sheets"]),
    (
        "i18n",
        &[
            "desk",
            "domain",
            "duplicates",
            "registry",
            "exchange",
            "lists",
            "shelf",
            "search",
            "stats",
            "history",
            "store",
            "agent",
        ],
    ),
    ("route", &["domain", "search", "stats"]),
    ("web", &["agent", "shelf", "store", "route", "domain", "history", "exchange"]),
    ("ui/parts", &["domain", "history", "i18n", "route", "stats", "ui"]),
    ("ui/charts", &["domain", "i18n", "stats", "history", "ui"]),
    ("ui", &["*"]),
    ("main", &["*"]),
];

/// Files that may be longer than [`LINES`], with the reason.
const LONG: [(&str, &str); 2] = [
    ("i18n/texts.rs", "one table of all texts, which is read a line at a time"),
    ("domain/nik.rs", "a number with its vectors; half of it is tests"),
];
const LINES: usize = 400;

/// A source file: its path under `src` with `/`, and its text.
struct Source {
    path: String,
    text: String,
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new("src").to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix("src").unwrap().to_str().unwrap().replace('\\', "/");
                found.push(Source { path: name, text: std::fs::read_to_string(&path).unwrap() });
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

fn bad(path: &str, text: &str) -> Source {
    Source { path: path.to_owned(), text: text.to_owned() }
}

/// Rust source with comments, and the insides of strings and characters, as spaces; line ends stay where they are.
///
/// `strings` keeps the insides of strings.
fn bare(text: &str, strings: bool) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    let blank = |letter: char| if letter == '\n' { '\n' } else { ' ' };
    while at < letters.len() {
        let rest = &letters[at..];
        let starts = |what: &str| what.chars().eq(rest.iter().copied().take(what.chars().count()));
        let after_word = at > 0 && (letters[at - 1].is_alphanumeric() || letters[at - 1] == '_');
        if starts("//") {
            let end = rest.iter().position(|letter| *letter == '\n').unwrap_or(rest.len());
            out.extend(std::iter::repeat_n(' ', end));
            at += end;
        } else if starts("/*") {
            let end = (2..rest.len())
                .find(|end| rest[*end - 1] == '*' && rest[*end] == '/')
                .map_or(rest.len(), |end| end + 1);
            out.extend(rest[..end].iter().map(|letter| blank(*letter)));
            at += end;
        } else if !after_word
            && (starts("r\"") || starts("r#") || starts("br\"") || starts("br#"))
            && rest.contains(&'"')
        {
            let quote = rest.iter().position(|letter| *letter == '"').unwrap();
            let hashes = rest[..quote].iter().filter(|letter| **letter == '#').count();
            let closes = |end: &usize| {
                rest[*end] == '"'
                    && rest[end + 1..].iter().take(hashes).filter(|letter| **letter == '#').count() == hashes
            };
            let end = (quote + 1..rest.len()).find(closes).unwrap_or(rest.len() - 1);
            out.push('"');
            out.extend(std::iter::repeat_n(' ', quote));
            out.extend(rest[quote + 1..end].iter().map(|letter| if strings { *letter } else { blank(*letter) }));
            out.push('"');
            out.extend(std::iter::repeat_n(' ', hashes));
            at += end + 1 + hashes;
        } else if starts("\"") {
            let mut end = 1;
            while end < rest.len() && rest[end] != '"' {
                end += if rest[end] == '\\' { 2 } else { 1 };
            }
            let end = end.min(rest.len() - 1);
            out.push('"');
            out.extend(rest[1..end].iter().map(|letter| if strings { *letter } else { blank(*letter) }));
            out.push('"');
            at += end + 1;
        } else if starts("'") && (rest.get(2) == Some(&'\'') || rest.get(1) == Some(&'\\')) {
            let end = (3..rest.len()).find(|end| rest[*end] == '\'').filter(|_| rest[1] == '\\').unwrap_or(2);
            out.push('\'');
            out.extend(std::iter::repeat_n(' ', end - 1));
            out.push('\'');
            at += end + 1;
        } else {
            out.push(letters[at]);
            at += 1;
        }
    }
    out
}

/// The source without what is compiled for tests only; line ends stay.
fn without_tests(bare: &str) -> String {
    let mut text = bare.to_owned();
    while let Some(start) = text.find("#[cfg(test)]") {
        let rest = &text[start..];
        let open = rest.find('{').unwrap_or(rest.len());
        let end = match rest.find(';') {
            Some(end) if end < open => end + 1,
            _ => block(rest, open),
        };
        let blank: String = rest[..end].chars().map(|letter| if letter == '\n' { '\n' } else { ' ' }).collect();
        text.replace_range(start..start + end, &blank);
    }
    text
}

/// The end of the block that opens at `open`.
fn block(text: &str, open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate().skip(open) {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    text.len()
}

/// The module of a file for [`MAY_IMPORT`]: its first folder, or the first two where the table has them.
fn module(path: &str) -> &str {
    let parts = |count: usize| path.match_indices('/').nth(count - 1).map(|(end, _)| &path[..end]);
    let two = parts(2).filter(|two| MAY_IMPORT.iter().any(|(name, _)| name == two));
    two.or(parts(1)).unwrap_or(path.trim_end_matches(".rs"))
}

/// The modules of ours that a piece of source names: `use crate::x`, `crate::x::…`, `crate::{x, y}`.
fn imports(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with(|letter: char| letter.is_alphanumeric() || letter == '_') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        let word = |text: &str| {
            text.trim_start()
                .chars()
                .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                .collect::<String>()
        };
        if rest.starts_with('{') {
            let mut depth = 0;
            let mut start = 1;
            for (place, letter) in rest.char_indices() {
                match letter {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    ',' if depth == 1 => {
                        found.push(word(&rest[start..]));
                        start = place + 1;
                    }
                    _ => {}
                }
                if depth == 0 {
                    found.push(word(&rest[start..place]));
                    break;
                }
            }
        } else {
            found.push(word(rest));
        }
    }
    found.retain(|name| !name.is_empty() && name.chars().next().is_some_and(char::is_lowercase));
    found
}

fn wrong_imports(source: &Source) -> Vec<String> {
    let own = module(&source.path);
    if own == "lib" {
        return Vec::new();
    }
    let Some((_, allowed)) = MAY_IMPORT.iter().find(|(name, _)| *name == own) else {
        return vec![format!("src/{}: the table has no module `{own}`", source.path)];
    };
    let code = without_tests(&bare(&source.text, false));
    let home = own.split('/').next().unwrap_or(own);
    // Macros of ours are named from the root of the crate.
    let is_wrong = |name: &String| {
        let is_own = name == home && (home == own || allowed.contains(&home));
        !is_own && !allowed.contains(&"*") && !allowed.contains(&name.as_str())
    };
    let wrong = imports(&code).into_iter().filter(is_wrong);
    wrong.map(|name| format!("src/{}: `{own}` must not import `{name}`", source.path)).collect()
}

fn panics(source: &Source) -> Vec<String> {
    if source.path == "shelf/conformance.rs" || is_test_only(&source.path) {
        return Vec::new();
    }
    let code = without_tests(&bare(&source.text, false));
    let words = [
        ".unwrap()",
        ".expect(",
        ".unwrap_err()",
        ".expect_err(",
        "panic!",
        "todo!",
        "unimplemented!",
        "unreachable!",
        "assert!",
        "assert_eq!",
    ];
    let lines = code.lines().enumerate();
    lines
        .filter(|(_, line)| words.iter().any(|word| line.contains(word)))
        .map(|(number, line)| format!("src/{}:{}: {}", source.path, number + 1, line.trim()))
        .collect()
}

/// A file that its parent declares under `#[cfg(test)]`.
fn is_test_only(path: &str) -> bool {
    path == "domain/laws.rs"
}

/// Literal texts for people in a `view!`: children of a tag, and values of the attributes that are read out.
fn spoken_literals(source: &Source) -> Vec<String> {
    if !source.path.starts_with("ui/") {
        return Vec::new();
    }
    let code = without_tests(&bare(&source.text, true));
    let mut found = Vec::new();
    for (at, _) in code.match_indices("view! {") {
        let body = &code[at..block_of_view(&code, at)];
        for (place, literal) in literals(body) {
            let before = body[..place].trim_end();
            let attribute = before.strip_suffix('=').map(|before| {
                before
                    .trim_end()
                    .rsplit(|letter: char| letter.is_whitespace() || letter == '<')
                    .next()
                    .unwrap_or_default()
            });
            let is_spoken = match attribute {
                Some(name) => ["aria-label", "title", "placeholder", "alt"].contains(&name.trim_start_matches("attr:")),
                // After a tag or another child; anywhere else it is an argument of a call.
                None => before.ends_with(['>', '"']) || (before.ends_with('}') && is_child(body, place)),
            };
            if is_spoken && literal.chars().any(char::is_alphabetic) {
                let line = code[..at + place].matches('\n').count() + 1;
                found.push(format!("src/{}:{line}: \"{literal}\"", source.path));
            }
        }
    }
    found
}

/// The end of a `view!`; braces inside strings do not count.
fn block_of_view(code: &str, at: usize) -> usize {
    let masked = mask_strings(&code[at..]);
    at + block(&masked, masked.find('{').unwrap_or(0))
}

/// Strings in already bared source as spaces, byte for byte.
fn mask_strings(code: &str) -> String {
    let mut inside = false;
    let mut escaped = false;
    let mut out = Vec::with_capacity(code.len());
    for byte in code.bytes() {
        let quote = byte == b'"' && !escaped;
        escaped = inside && byte == b'\\' && !escaped;
        if quote {
            inside = !inside;
        }
        out.push(if inside && !quote {
            b' '
        } else if byte.is_ascii() {
            byte
        } else {
            b' '
        });
    }
    String::from_utf8(out).unwrap()
}

/// Whether the place is inside no brace but that of the `view!` itself.
fn is_child(body: &str, place: usize) -> bool {
    let masked = mask_strings(&body[..place]);
    let count = |letter| masked.matches(letter).count();
    count('{') - count('}') == 1
}

/// String literals with the place of their opening quote.
fn literals(code: &str) -> Vec<(usize, String)> {
    let masked = mask_strings(code);
    let quotes: Vec<usize> = masked.match_indices('"').map(|(at, _)| at).collect();
    quotes.chunks_exact(2).map(|pair| (pair[0], code[pair[0] + 1..pair[1]].to_owned())).collect()
}

fn without_introduction(source: &Source) -> Vec<String> {
    let opens = source.text.starts_with("//! ");
    if opens { Vec::new() } else { vec![format!("src/{}: does not begin with what it is (//!)", source.path)] }
}

fn too_long(source: &Source) -> Vec<String> {
    let lines = source.text.lines().count();
    if lines <= LINES || LONG.iter().any(|(path, _)| *path == source.path) {
        return Vec::new();
    }
    vec![format!("src/{}: {lines} lines, over {LINES}", source.path)]
}

fn assert_none(check: fn(&Source) -> Vec<String>) {
    let sources = sources();
    assert!(sources.len() > 50, "the source is there");
    let found: Vec<String> = sources.iter().flat_map(check).collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn modules_import_only_what_the_table_allows() {
    assert_none(wrong_imports);
}

#[test]
fn an_import_against_the_table_is_found() {
    let table = [
        ("domain/nik.rs", "use crate::history::Stamp;", 1),
        ("domain/nik.rs", "//! See [`crate::history`].\nuse crate::domain::Date;", 0),
        ("registry/index.rs", "fn a() { crate::store::Store::new() }", 1),
        ("registry/commands/save.rs", "use crate::{domain::{Date, Nik}, i18n::Lang, exchange};", 2),
        ("sample/mod.rs", "#[cfg(test)]\nmod tests { use crate::registry::Registry; }", 0),
        ("sample/mod.rs", "#[cfg(test)]\nmod tests {}\nuse crate::registry::Registry;", 1),
        ("ui/pages/home.rs", "use crate::store::Store;", 0),
        ("ui/parts/button.rs", "use crate::registry::Registry;", 1),
        ("ui/parts/button.rs", "use crate::ui::parts::icon; use crate::i18n::Lang;", 0),
        ("ui/charts/bars.rs", "use crate::web::window;", 1),
        ("web/clock.rs", "use crate::registry::Registry; use crate::web::tabs;", 1),
        ("route.rs", "use crate::ui::App; use crate::search::Filter;", 1),
        ("cache/mod.rs", "", 1),
        ("history/fold.rs", "pub(crate) use other_crate::x; use crate::Thing;", 0),
    ];
    for (path, text, count) in table {
        assert_eq!(wrong_imports(&bad(path, text)).len(), count, "{path}: {text}");
    }
}

#[test]
fn nothing_panics_outside_tests() {
    assert_none(panics);
}

#[test]
fn a_panic_outside_tests_is_found() {
    let table = [
        ("fn a() { b().unwrap() }", 1),
        ("fn a() { b().expect(\"c\") }", 1),
        ("fn a() { panic!(\"c\") }\nfn b() { todo!() }", 2),
        ("/// Never call .unwrap() here.\nfn a() { b().unwrap_or(\".unwrap()\") }", 0),
        ("#[cfg(test)]\nmod tests { fn a() { b().unwrap() } }", 0),
        ("#[cfg(test)]\nmod laws;\nfn a() { b().unwrap() }", 1),
        ("fn a() -> char { '\"' }\nfn b() { c().unwrap() } // \"", 1),
        ("const A: &str = r#\"a \" .unwrap()\"#;\nfn b<'a>() { c().unwrap() }", 1),
    ];
    for (text, count) in table {
        assert_eq!(panics(&bad("store/book.rs", text)).len(), count, "{text}");
    }
    assert_eq!(panics(&bad("shelf/conformance.rs", "fn a() { b().unwrap() }")).len(), 0);
}

#[test]
fn the_files_left_out_as_test_only_are_declared_so() {
    let parent = std::fs::read_to_string("src/domain/mod.rs").unwrap();
    assert!(is_test_only("domain/laws.rs") && parent.contains("#[cfg(test)]\nmod laws;"));
}

#[test]
fn components_hold_no_words() {
    assert_none(spoken_literals);
}

#[test]
fn a_word_in_a_component_is_found() {
    let table = [
        ("view! { <p>\"Simpan\"</p> }", 1),
        ("view! { <p>{t.save} \" dan lagi\"</p> }", 1),
        ("view! { <p class=\"note\">{move || t(\"key\")}\": \"</p> }", 0),
        ("view! { <button aria-label=\"Tutup\" title=t.close>\"×\"</button> }", 1),
        ("view! { <img alt=\"Peta\" src=\"a.png\" /><input placeholder = \"Nama\" type=\"text\" /> }", 2),
        ("view! { <svg viewBox=\"0 0 1 1\"><path d=\"M0 0\" /></svg> }", 0),
        ("view! { <a href={format!(\"#/group/{id}\")}>{name}</a> }", 0),
        ("view! { <p>\"{\" {name} \"}\"</p><b>\"Tebal\"</b> }", 1),
        ("let a = \"not in a view\";", 0),
        ("view! { <p>\"1.\" \"Satu\"</p> }", 1),
    ];
    for (text, count) in table {
        assert_eq!(spoken_literals(&bad("ui/pages/home.rs", text)).len(), count, "{text}");
    }
    assert_eq!(spoken_literals(&bad("web/page.rs", "view! { <p>\"Simpan\"</p> }")).len(), 0);
}

#[test]
fn every_file_says_first_what_it_is() {
    assert_none(without_introduction);
}

#[test]
fn a_file_without_its_introduction_is_found() {
    for text in ["use std::fmt;\n", "/// A thing.\n", "\n//! Late.\n", "//!\n"] {
        assert_eq!(without_introduction(&bad("domain/new.rs", text)).len(), 1, "{text}");
    }
    assert_eq!(without_introduction(&bad("domain/new.rs", "//! A thing.\n")).len(), 0);
}

#[test]
fn no_file_is_too_long() {
    assert_none(too_long);
    for (path, reason) in LONG {
        assert!(!reason.is_empty() && sources().iter().any(|source| source.path == path), "{path}");
    }
}

#[test]
fn a_file_that_is_too_long_is_found() {
    let of = |path: &str, lines: usize| too_long(&bad(path, &"a\n".repeat(lines))).len();
    assert_eq!((of("domain/new.rs", LINES + 1), of("domain/new.rs", LINES), of("i18n/texts.rs", 2 * LINES)), (1, 0, 0));
}

#[test]
fn numbers_are_read_to_the_last_bit_by_the_app_itself_and_not_only_in_tests() {
    let manifest = std::fs::read_to_string("Cargo.toml").unwrap();
    let ours = manifest.split("\n[").find(|part| part.starts_with("dependencies]")).unwrap();
    let line = ours.lines().find(|line| line.starts_with("serde_json")).unwrap();
    assert!(line.contains("arbitrary_precision"), "else the checksum of a newer version's file does not hold");
}
