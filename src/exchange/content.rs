//! What some bytes are, by how they begin: so that a wrong file is called by its name and not merely "not ours".
//!
//! Of a zip the whole directory counts, which stands at its end: programs put its parts in any order. Pure, and never trusts a file's name or type: both change on the way. Deliberately absent: reading any of it.

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
    /// A spreadsheet of Excel before 2007 (xls), or an Office file behind a password, which is wrapped like one.
    OldSheet,
    /// A table of a program of long ago: Lotus, Works, dBase, Excel before 5.
    OldTable,
    /// A document of Apple's programs (Numbers, Pages, Keynote).
    Apple,
    /// Nothing but where a document is on the web, as Google Drive leaves on a computer.
    Link,
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
const MARKS: [(&[u8], Content); 29] = [
    (b"\x1f\x8b", Content::Gzip),
    // Lotus 1-2-3, Works, Quattro, and the Excel of 1987 to 1992, whose files were no compound ones.
    (b"\0\0\x02\0\x04\x04", Content::OldTable),
    (b"\0\0\x02\0\x06\x04", Content::OldTable),
    (b"\0\0\x02\0 Q", Content::OldTable),
    (b"\0\0\x1a\0", Content::OldTable),
    (b"\xff\0\x02\0", Content::OldTable),
    (b"\x09\0\x04\0", Content::OldTable),
    (b"\x09\x02\x06\0", Content::OldTable),
    (b"\x09\x04\x06\0", Content::OldTable),
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
    /// What these bytes are: the first few thousand are enough, but for zips and old Office files, whose kind may stand at their
    /// end.
    pub fn of(bytes: &[u8]) -> Self {
        let start = &bytes[..bytes.len().min(ENOUGH)];
        match start {
            [b'P', b'K', 3 | 5, 4 | 6, ..] => return zipped(bytes),
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

/// What a zip holds, by the names of its parts; of one that is cut, by those that stand in its beginning.
fn zipped(bytes: &[u8]) -> Content {
    let start = &bytes[..bytes.len().min(ENOUGH)];
    let names = parts_of_zip(bytes);
    let has = |name: &[u8]| match &names {
        Some(names) => names.iter().any(|own| own.to_ascii_lowercase().starts_with(name)),
        None => start.windows(name.len()).any(|window| window == name),
    };
    // What an open document is stands in the first of its parts, which is not packed.
    let says = |kind: &[u8]| start.windows(kind.len()).any(|window| window == kind);
    if has(b"xl/") || has(b"xl\\") || says(b"opendocument.spreadsheet") {
        Content::Sheet
    } else if has(b"word/") || says(b"opendocument.text") {
        Content::Words
    } else if has(b"ppt/") || says(b"opendocument.presentation") {
        Content::Slides
    } else if has(b"index/document.iwa") || has(b"index.zip") || has(b"index/tables/") {
        Content::Apple
    } else if has(b"content.xml") {
        Content::Sheet
    } else {
        Content::Archive
    }
}

/// The names of a zip's parts out of its directory; `None` where that is not there.
fn parts_of_zip(bytes: &[u8]) -> Option<Vec<&[u8]>> {
    /// The end of the directory, behind which a comment of 65,535 bytes may stand.
    const END: usize = 22;
    const COMMENT: usize = 65_535;
    let number = |at: usize, bytes_of: usize| {
        let digits = bytes.get(at..at + bytes_of)?;
        Some(digits.iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte)))
    };
    let tail = bytes.len().saturating_sub(END + COMMENT);
    let end = tail + bytes[tail..].windows(4).rposition(|window| window == b"PK\x05\x06")?;
    let (count, mut at) = (number(end + 10, 2)?, number(end + 16, 4)?);
    let mut names = Vec::new();
    for _ in 0..count {
        if bytes.get(at..at + 4)? != b"PK\x01\x02" {
            return None;
        }
        let (name, extra, comment) = (number(at + 28, 2)?, number(at + 30, 2)?, number(at + 32, 2)?);
        names.push(bytes.get(at + 46..at + 46 + name)?);
        at += 46 + name + extra + comment;
    }
    Some(names)
}

/// What a compound file of old Office holds, by the names of its streams, which are in UTF-16.
fn old_office(bytes: &[u8]) -> Content {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if holds("Workbook") || holds("WORKBOOK") || holds("Book\0") || holds("BOOK\0") || holds("EncryptedPackage") {
        Content::OldSheet
    } else if holds("WksSSWorkBook") {
        Content::OldTable
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
    } else if is_link(text) {
        Content::Link
    } else if is_of_multiplan(text) {
        Content::OldTable
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

/// Whether a text is nothing but the address of a document on the web, as shortcuts of Google Drive and of Windows are.
fn is_link(text: &str) -> bool {
    let is_shortcut = text.starts_with("[InternetShortcut]") || text.starts_with('{') && text.contains("\"doc_id\"");
    let is_address = !text.trim().contains(char::is_whitespace) && text.starts_with("https://");
    let is_of_google = ["docs.google.com/", "drive.google.com/"].iter().any(|host| text.contains(host));
    text.len() < ENOUGH / 2 && (is_address || is_shortcut) && (is_of_google || text.starts_with('['))
}

/// Whether a text is a table as Multiplan wrote it, which Excel still can (`.slk`): each line begins with its kind.
fn is_of_multiplan(text: &str) -> bool {
    let mut lines = text.lines();
    let is_headed = lines.next().is_some_and(|first| first.starts_with("ID;P"));
    is_headed && lines.take(3).any(|line| ["P;P", "P;F", "F;", "B;", "C;"].iter().any(|kind| line.starts_with(kind)))
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

    /// A zip of parts of 9,000 bytes, with its directory and a comment behind it.
    fn whole_zip_of(names: &[&str]) -> Vec<u8> {
        let number = |number: usize, bytes: usize| number.to_le_bytes()[..bytes].to_vec();
        let (mut zip, mut directory) = (Vec::new(), Vec::new());
        for name in names {
            let header = [number(9_000, 4), number(9_000, 4), number(name.len(), 2)].concat();
            let start = number(zip.len(), 4);
            zip.extend([b"PK\x03\x04".to_vec(), vec![0; 14], header.clone(), vec![0; 2]].concat());
            zip.extend([name.as_bytes(), &[7; 9_000]].concat());
            directory.extend([b"PK\x01\x02".to_vec(), vec![0; 16], header, vec![0; 12], start].concat());
            directory.extend(name.as_bytes());
        }
        let (size, start) = (number(directory.len(), 4), number(zip.len(), 4));
        let count = number(names.len(), 2);
        let end =
            [b"PK\x05\x06".to_vec(), vec![0; 4], count.clone(), count, size, start, number(3, 2), b"abc".to_vec()];
        [zip, directory, end.concat()].concat()
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
            (whole_zip_of(&["docProps/thumbnail.jpeg", "docProps/app.xml", "xl/workbook.xml"]), Content::Sheet),
            (whole_zip_of(&["a.jpeg", "XL\\workbook.xml"]), Content::Sheet),
            (whole_zip_of(&["Thumbnails/thumbnail.png", "content.xml"]), Content::Sheet),
            (whole_zip_of(&["a.jpeg", "xl/workbook.bin"]), Content::Sheet),
            (whole_zip_of(&["docProps/app.xml", "word/document.xml"]), Content::Words),
            (whole_zip_of(&["docProps/app.xml", "ppt/presentation.xml"]), Content::Slides),
            (whole_zip_of(&["preview.jpg", "Index/Document.iwa"]), Content::Apple),
            (whole_zip_of(&["preview.jpg", "Index.zip"]), Content::Apple),
            (whole_zip_of(&["foto.jpg", "daftar xl/.txt"]), Content::Archive),
            (b"{\"url\":\"https://docs.google.com/open?id=1\",\"doc_id\":\"1\"}".to_vec(), Content::Link),
            (b"[InternetShortcut]\r\nURL=https://docs.google.com/spreadsheets/d/1\r\n".to_vec(), Content::Link),
            (b"https://docs.google.com/spreadsheets/d/1/edit\n".to_vec(), Content::Link),
            (b"Bu, ini: https://docs.google.com/spreadsheets/d/1".to_vec(), Content::Text),
            (b"ID;PWXL;N;E\r\nP;PGeneral\r\n".to_vec(), Content::OldTable),
            (b"ID;Pekerjaan;Nama\r\n1;Tani;Contoh\r\n".to_vec(), Content::Text),
            (b"\0\0\x02\0\x06\x04\x06\0\x08\0".to_vec(), Content::OldTable),
            (b"\x09\x04\x06\0\0\0\x10\0".to_vec(), Content::OldTable),
            (old_file_of("WksSSWorkBook"), Content::OldTable),
            (old_file_of("EncryptedPackage"), Content::OldSheet),
            (old_file_of("Book\0"), Content::OldSheet),
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
