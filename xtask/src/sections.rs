//! A wasm taken apart into its sections, and put together again: what of the form both `classes` and `names` need.
//!
//! Deliberately absent: code, data and types, which pass as they are.

/// The sections that are looked into.
pub const CUSTOM: u8 = 0;
pub const IMPORTS: u8 = 2;
pub const EXPORTS: u8 = 7;

const HEAD: &[u8] = b"\0asm\x01\0\0\0";

/// A section: what kind it is, and what it holds.
pub struct Section<'wasm> {
    pub id: u8,
    pub content: &'wasm [u8],
}

impl<'wasm> Section<'wasm> {
    /// The name of a custom section, and what follows it.
    pub fn custom(&self) -> Option<(&'wasm [u8], &'wasm [u8])> {
        (self.id == CUSTOM).then(|| text(self.content)).flatten()
    }
}

/// The sections of a wasm, in order; `None` if it is none.
pub fn of(wasm: &[u8]) -> Option<Vec<Section<'_>>> {
    let mut rest = wasm.strip_prefix(HEAD)?;
    let mut sections = Vec::new();
    while let Some((&id, body)) = rest.split_first() {
        let content;
        (content, rest) = text(body)?;
        sections.push(Section { id, content });
    }
    Some(sections)
}

/// A wasm of these sections.
pub fn joined<'part>(sections: impl IntoIterator<Item = (u8, &'part [u8])>) -> Vec<u8> {
    let mut wasm = HEAD.to_vec();
    for (id, content) in sections {
        wasm.push(id);
        push_text(&mut wasm, content);
    }
    wasm
}

/// A number as wasm writes it (LEB128), and what follows.
pub fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut value = 0;
    for (place, &byte) in bytes.iter().take(5).enumerate() {
        value |= usize::from(byte & 0x7f) << (7 * place);
        if byte < 0x80 {
            return Some((value, &bytes[place + 1..]));
        }
    }
    None
}

/// Bytes with their number before them, and what follows.
pub fn text(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = number(bytes)?;
    rest.split_at_checked(length)
}

pub fn push_number(out: &mut Vec<u8>, mut value: usize) {
    loop {
        let low = value.to_le_bytes()[0] & 0x7f;
        value >>= 7;
        if value == 0 {
            return out.push(low);
        }
        out.push(0x80 | low);
    }
}

pub fn push_text(out: &mut Vec<u8>, text: &[u8]) {
    push_number(out, text.len());
    out.extend(text);
}

/// An import: the module and name, and what is imported, as it is written.
pub struct Import<'wasm> {
    pub module: &'wasm [u8],
    pub name: &'wasm [u8],
    pub what: &'wasm [u8],
}

/// The imports that a section has.
pub fn imports(section: &[u8]) -> Option<Vec<Import<'_>>> {
    let (count, mut rest) = number(section)?;
    let mut found = Vec::new();
    for _ in 0..count {
        let (module, after) = text(rest)?;
        let (name, what) = text(after)?;
        let (&kind, after) = what.split_first()?;
        rest = match kind {
            0 => number(after)?.1,
            1 => limits(after.get(1..)?)?,
            2 => limits(after)?,
            3 => after.get(2..)?,
            _ => return None,
        };
        found.push(Import { module, name, what: &what[..what.len() - rest.len()] });
    }
    rest.is_empty().then_some(found)
}

fn limits(bytes: &[u8]) -> Option<&[u8]> {
    let (&flags, rest) = bytes.split_first()?;
    let rest = number(rest)?.1;
    if flags & 1 == 0 { Some(rest) } else { Some(number(rest)?.1) }
}

/// The exports that a section has: the name of each, and what is exported, as it is written.
pub fn exports(section: &[u8]) -> Option<Vec<(&[u8], &[u8])>> {
    let (count, mut rest) = number(section)?;
    let mut found = Vec::new();
    for _ in 0..count {
        let (name, what) = text(rest)?;
        rest = number(what.get(1..)?)?.1;
        found.push((name, &what[..what.len() - rest.len()]));
    }
    rest.is_empty().then_some(found)
}

/// A section of exports.
pub fn of_exports(exports: &[(&[u8], &[u8])]) -> Vec<u8> {
    let mut section = Vec::new();
    push_number(&mut section, exports.len());
    for (name, what) in exports {
        push_text(&mut section, name);
        section.extend(*what);
    }
    section
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        assert_eq!(number(&[0xe5, 0x8e, 0x26, 1]), Some((624_485, &[1][..])));
        for value in [0, 1, 127, 128, 624_485] {
            let mut out = Vec::new();
            push_number(&mut out, value);
            assert_eq!(number(&out), Some((value, &[][..])));
        }
    }

    #[test]
    fn a_wasm_comes_together_as_it_was() {
        let wasm = joined([(CUSTOM, &b"\x04nameabc"[..]), (10, b"code")]);
        let sections = of(&wasm).unwrap();
        assert_eq!(sections[0].custom(), Some((&b"name"[..], &b"abc"[..])));
        assert_eq!(joined(sections.iter().map(|one| (one.id, one.content))), wasm);
        assert!(of(b"<!doctype html>").is_none() && of(&wasm[..wasm.len() - 1]).is_none());
    }

    #[test]
    fn imports_of_every_kind_are_told_apart() {
        let section = [
            4, 1, b'a', 1, b'f', 0, 5, 1, b'a', 1, b't', 1, 0x70, 1, 2, 3, 1, b'a', 1, b'm', 2, 0, 9, 1, b'a', 1, b'g',
            3, 0x7f, 1,
        ];
        let found: Vec<_> = imports(&section).unwrap().iter().map(|one| (one.name[0], one.what.len())).collect();
        assert_eq!(found, [(b'f', 2), (b't', 5), (b'm', 3), (b'g', 3)]);
    }
}
