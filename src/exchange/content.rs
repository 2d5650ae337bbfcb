//! What some bytes are, by how they begin: so that a wrong file is called by its name and not merely "not ours".
//!
//! Pure, and never trusts a file's name or type: both change on the way. Deliberately absent: reading any of it.

use serde::{Deserialize, Serialize};

/// A kind of content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Content {
    /// Nothing, or nothing but white space and a byte order mark.
    Nothing,
    /// JSON, as far as its first sign tells: a file of the book, or of something else.
    Json,
    /// A page of the web.
    Page,
    /// Any other text: a message, a list in CSV.
    Text,
    /// Something packed by gzip; what is in it has to be looked at.
    Gzip,
    /// A spreadsheet of today's office programs (xlsx, ods).
    Sheet,
    /// A document of any office program (docx, odt, doc, rtf).
    Words,
    /// Slides of any office program.
    Slides,
    /// A spreadsheet of Excel before 2007 (xls).
    OldSheet,
    /// Anything else of Office before 2007.
    OldOffice,
    /// An archive (zip, rar, 7z) or an app.
    Archive,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// A film or a sound, such as a voice message.
    Recording,
    /// None of these.
    Unknown,
}

/// How many bytes are looked at.
const ENOUGH: usize = 4096;

/// What the first bytes say; of what has no such mark below the text decides.
const MARKS: [(&[u8], Content); 21] = [
    (b"\x1f\x8b", Content::Gzip),
    (b"%PDF", Content::Pdf),
    (b"\x89PNG", Content::Picture),
    (b"\xff\xd8\xff", Content::Picture),
    (b"GIF8", Content::Picture),
    (b"II*\0", Content::Picture),
    (b"MM\0*", Content::Picture),
    (b"BM", Content::Picture),
    (b"{\\rtf", Content::Words),
    (b"Rar!", Content::Archive),
    (b"7z\xbc\xaf", Content::Archive),
    (b"OggS", Content::Recording),
    (b"ID3", Content::Recording),
    (b"\xff\xfb", Content::Recording),
    (b"\xff\xf3", Content::Recording),
    (b"\xff\xf1", Content::Recording),
    (b"\xff\xf9", Content::Recording),
    (b"#!AMR", Content::Recording),
    (b"fLaC", Content::Recording),
    (b"\x1a\x45\xdf\xa3", Content::Recording),
    (b"\0\0\x01\xba", Content::Recording),
];

impl Content {
    /// What these bytes are: the first few thousand are enough, but for old Office files, whose kind may stand at their end.
    pub fn of(bytes: &[u8]) -> Self {
        let start = &bytes[..bytes.len().min(ENOUGH)];
        match start {
            [b'P', b'K', 3 | 5, 4 | 6, ..] => return zipped(start),
            [0xd0, 0xcf, 0x11, 0xe0, ..] => return old_office(bytes),
            [b'R', b'I', b'F', b'F', _, _, _, _, rest @ ..] => {
                return if rest.starts_with(b"WEBP") { Self::Picture } else { Self::Recording };
            }
            [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] => {
                // One container for films, sounds and the pictures of iPhones.
                let is_picture = [&b"heic"[..], b"heix", b"mif1", b"avif"].iter().any(|one| brand.starts_with(one));
                return if is_picture { Self::Picture } else { Self::Recording };
            }
            _ => {}
        }
        let marked = MARKS.iter().find(|(mark, content)| {
            // "BM" begins many a word; a bitmap has zeros behind its size.
            start.starts_with(mark)
                && (*mark != b"BM" || (*content == Self::Picture && start.get(6..10) == Some(&[0; 4])))
        });
        marked.map_or_else(|| written(start), |(_, content)| *content)
    }

    /// Whether it can be no file of the book, however it is read.
    pub fn is_other(self) -> bool {
        !matches!(self, Self::Nothing | Self::Json | Self::Text | Self::Unknown)
    }
}

/// What a zip holds, by the names that stand in its beginning.
fn zipped(start: &[u8]) -> Content {
    let holds = |name: &[u8]| start.windows(name.len()).any(|window| window == name);
    if holds(b"xl/") || holds(b"opendocument.spreadsheet") {
        Content::Sheet
    } else if holds(b"word/") || holds(b"opendocument.text") {
        Content::Words
    } else if holds(b"ppt/") || holds(b"opendocument.presentation") {
        Content::Slides
    } else {
        Content::Archive
    }
}

/// What a compound file of old Office holds, by the names of its streams, which are in UTF-16.
fn old_office(bytes: &[u8]) -> Content {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if holds("Workbook") {
        Content::OldSheet
    } else if holds("WordDocument") {
        Content::Words
    } else if holds("PowerPoint Document") {
        Content::Slides
    } else {
        Content::OldOffice
    }
}

/// What a text is by its first sign; bytes that are no text are unknown.
fn written(start: &[u8]) -> Content {
    let text: String = match start {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => match std::str::from_utf8(start) {
            Ok(text) => text.to_owned(),
            // Cut within a letter: what stands before it is text all the same.
            Err(error) if error.error_len().is_none() => String::from_utf8_lossy(start).into_owned(),
            // Letters of Windows, as Excel writes them into a CSV: no control characters.
            Err(_) if start.iter().all(|byte| *byte >= b' ' || byte.is_ascii_whitespace()) => return Content::Text,
            Err(_) => return Content::Unknown,
        },
    };
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if text.is_empty() {
        Content::Nothing
    } else if text.contains('\0') {
        Content::Unknown
    } else if text.starts_with(['{', '[']) {
        Content::Json
    } else if text.get(..9).is_some_and(|word| word.eq_ignore_ascii_case("<!doctype"))
        || text.get(..5).is_some_and(|word| word.eq_ignore_ascii_case("<html"))
    {
        Content::Page
    } else {
        Content::Text
    }
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zip_of(name: &str) -> Vec<u8> {
        [b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0", name.as_bytes()].concat()
    }

    fn old_file_of(stream: &str) -> Vec<u8> {
        let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 9000], &name].concat()
    }

    #[test]
    fn bytes_are_called_by_what_they_are() {
        let utf16: Vec<u8> =
            [0xff, 0xfe].into_iter().chain("{ \"a\": 1 }".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let cases: Vec<(Vec<u8>, Content)> = vec![
            (b"".to_vec(), Content::Nothing),
            (b"\xef\xbb\xbf \r\n".to_vec(), Content::Nothing),
            (b"{ \"format\": \"buku-kube\" }".to_vec(), Content::Json),
            (b"\xef\xbb\xbf\r\n  [1]".to_vec(), Content::Json),
            (utf16, Content::Json),
            (b"<!DOCTYPE html><title>".to_vec(), Content::Page),
            (b"\n<html lang=id>".to_vec(), Content::Page),
            (b"Selamat pagi, BMT dan PKH".to_vec(), Content::Text),
            (b"BMT Mandiri; Samarinda".to_vec(), Content::Text),
            (b"nama;nik\r\nCaf\xe9;64\r\n".to_vec(), Content::Text),
            ("é".repeat(ENOUGH).into_bytes()[1..].to_vec(), Content::Text),
            (format!("x{}", "é".repeat(ENOUGH)).into_bytes(), Content::Text),
            (b"\x1f\x8b\x08\0".to_vec(), Content::Gzip),
            (zip_of("[Content_Types].xml … xl/workbook.xml"), Content::Sheet),
            (zip_of("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), Content::Sheet),
            (zip_of("[Content_Types].xml … word/document.xml"), Content::Words),
            (zip_of("ppt/presentation.xml"), Content::Slides),
            (zip_of("AndroidManifest.xml"), Content::Archive),
            (b"Rar!\x1a\x07".to_vec(), Content::Archive),
            (old_file_of("Workbook"), Content::OldSheet),
            (old_file_of("WordDocument"), Content::Words),
            (old_file_of("Something"), Content::OldOffice),
            (b"{\\rtf1\\ansi".to_vec(), Content::Words),
            (b"%PDF-1.7\n".to_vec(), Content::Pdf),
            (b"\x89PNG\r\n\x1a\n".to_vec(), Content::Picture),
            (b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(), Content::Picture),
            (b"RIFF\x10\0\0\0WEBPVP8 ".to_vec(), Content::Picture),
            (b"BM\x36\0\0\0\0\0\0\0\x36\0".to_vec(), Content::Picture),
            (b"\0\0\0\x18ftypheic".to_vec(), Content::Picture),
            (b"\0\0\0\x18ftypmp42".to_vec(), Content::Recording),
            (b"OggS\0\x02".to_vec(), Content::Recording),
            (b"RIFF\x10\0\0\0WAVEfmt ".to_vec(), Content::Recording),
            (b"\x7fELF\x02\x01\x01\0".to_vec(), Content::Unknown),
            (b"\x01\x80\x02".to_vec(), Content::Unknown),
        ];
        for (bytes, content) in cases {
            let start = &bytes[..bytes.len().min(24)];
            assert_eq!(Content::of(&bytes), content, "{}", start.escape_ascii());
        }
    }

    #[test]
    fn no_bytes_are_too_few() {
        for mark in MARKS.iter().map(|(mark, _)| *mark).chain([&b"PK\x03\x04"[..], b"RIFF....WEBP", b"....ftypheic"]) {
            for end in 0..=mark.len() {
                let _ = Content::of(&mark[..end]);
            }
            assert_ne!(Content::of(mark), Content::Json);
        }
    }
}
