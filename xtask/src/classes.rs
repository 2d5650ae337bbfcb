//! Takes the classes that a crate offers to scripts out of what the linker leaves: no script of ours asks for one, and each
//! would keep code, imports and glue in the first wasm. They are those of wasm-streams, which Leptos brings for calls to a server.
//!
//! Done before the cut, whose reachability then leaves out whatever only they reach. Relies on the form in which the crate
//! wasm-bindgen, whose version is pinned, writes what it wants: a section with two texts a macro, a version and a program. If
//! the app came to make one of these classes, wasm-bindgen would miss its constructor and say so. Deliberately absent: any other class.
use crate::sections;

const SECTION: &[u8] = b"__wasm_bindgen_unstable";
/// What stands in the name of each of them, in one case or another.
const MARK: &[u8] = b"intounderlying";

/// The wasm without them; `None` if it holds none, or is none.
pub fn without(wasm: &[u8]) -> Option<Vec<u8>> {
    let all = sections::of(wasm)?;
    let mut parts = Vec::new();
    let mut found = [false; 2];
    for section in &all {
        if let Some((SECTION, programs)) = section.custom() {
            let mut kept = Vec::new();
            sections::push_text(&mut kept, SECTION);
            let mut rest = programs;
            while !rest.is_empty() {
                let after = after_text(after_text(rest)?)?;
                let pair = &rest[..rest.len() - after.len()];
                if is_theirs(pair) {
                    found[0] = true;
                } else {
                    kept.extend(pair);
                }
                rest = after;
            }
            parts.push((section.id, kept));
        } else if section.id == sections::EXPORTS {
            let mut exports = sections::exports(section.content)?;
            let count = exports.len();
            exports.retain(|(name, _)| !is_theirs(name));
            found[1] = exports.len() < count;
            parts.push((section.id, sections::of_exports(&exports)));
        } else {
            parts.push((section.id, section.content.to_vec()));
        }
    }
    let wasm = sections::joined(parts.iter().map(|(id, content)| (*id, &content[..])));
    (found == [true; 2]).then_some(wasm)
}

/// What follows a text with four bytes of length before it.
fn after_text(bytes: &[u8]) -> Option<&[u8]> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    rest.get(usize::try_from(u32::from_le_bytes(*length)).ok()?..)
}

fn is_theirs(bytes: &[u8]) -> bool {
    bytes.windows(MARK.len()).any(|part| part.eq_ignore_ascii_case(MARK))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn their_programs_and_exports_go_and_nothing_else() {
        let program =
            |text: &[u8]| [b"\x01\0\0\0v", &u32::try_from(text.len()).unwrap().to_le_bytes()[..], text].concat();
        let section = |programs: &[&[u8]]| {
            let mut content = Vec::new();
            sections::push_text(&mut content, SECTION);
            content.extend(programs.iter().flat_map(|text| program(text)));
            content
        };
        let wasm = |programs: &[&[u8]], exports: &[(&[u8], &[u8])]| {
            let (exports, programs) = (sections::of_exports(exports), section(programs));
            sections::joined([(sections::EXPORTS, &exports[..]), (10, b"code"), (sections::CUSTOM, &programs)])
        };
        let (ours, theirs) = ((&b"memory"[..], &b"\x02\0"[..]), (&b"intounderlyingsink_close"[..], &b"\0\x07"[..]));
        let all = wasm(&[b"Window", b"IntoUnderlyingSink", b"Event"], &[theirs, ours]);
        assert_eq!(without(&all), Some(wasm(&[b"Window", b"Event"], &[ours])));
        assert_eq!(without(&wasm(&[b"Window"], &[ours])), None);
    }
}
