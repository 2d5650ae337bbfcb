//! XML as the parts of workbooks are written: names without their prefixes, texts decoded, nothing that grows without bound.
//!
//! Relies on `quick-xml`, which calamine has too.

use std::borrow::Cow;
use std::io::{BufRead, ErrorKind, Read};

use quick_xml::Reader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::Event;
use quick_xml::events::attributes::Attributes;

use crate::lists::TableError;

/// The most bytes from one bracket to the next. A cell holds 32,767 letters at most, each at most 8 bytes as it is written.
const LONGEST: usize = 512 * 1024;

/// What is met in XML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Met {
    /// An element begins; one without content ends at once.
    Start,
    /// An element ends.
    End,
    /// A text, or a part of one.
    Text,
    /// There is no more.
    Nothing,
}

/// A reader of XML, and what it met last.
pub(super) struct Xml<R> {
    reader: Reader<Bounded<R>>,
    buffer: Vec<u8>,
    depth: usize,
    name: String,
    attributes: String,
    text: String,
}

impl<R: BufRead> Xml<R> {
    pub(super) fn new(source: R) -> Self {
        let mut reader = Reader::from_reader(Bounded { source, run: 0 });
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        let (name, attributes, text) = (String::new(), String::new(), String::new());
        Self { reader, buffer: Vec::new(), depth: 0, name, attributes, text }
    }

    /// Goes on to what comes next.
    ///
    /// # Errors
    /// [`TableError::Damaged`], also when the text ends within an element, and [`TableError::TooLargeUnzipped`].
    pub(super) fn next(&mut self) -> Result<Met, TableError> {
        loop {
            self.buffer.clear();
            let event = self.reader.read_event_into(&mut self.buffer).map_err(|error| match error {
                quick_xml::Error::Io(error) if error.kind() == ErrorKind::FileTooLarge => TableError::TooLargeUnzipped,
                _ => TableError::Damaged,
            })?;
            self.text.clear();
            match event {
                Event::Start(element) => {
                    self.name.clear();
                    self.name.push_str(element.local_name().as_ref());
                    self.attributes.clear();
                    self.attributes.push_str(element.attributes_raw());
                    self.depth += 1;
                    return Ok(Met::Start);
                }
                Event::End(element) => {
                    self.name.clear();
                    self.name.push_str(element.local_name().as_ref());
                    self.depth = self.depth.checked_sub(1).ok_or(TableError::Damaged)?;
                    return Ok(Met::End);
                }
                Event::Text(text) => self.text.push_str(&text.xml10_content()),
                Event::CData(text) => self.text.push_str(&text.xml10_content()),
                Event::GeneralRef(named) => {
                    match (named.resolve_char_ref(), resolve_xml_entity(&named.xml10_content())) {
                        (Ok(Some(sign)), _) => self.text.push(sign),
                        (_, Some(sign)) => self.text.push_str(sign),
                        _ => continue,
                    }
                }
                Event::Eof if self.depth == 0 => return Ok(Met::Nothing),
                Event::Eof => return Err(TableError::Damaged),
                _ => continue,
            }
            return Ok(Met::Text);
        }
    }

    /// Passes over the element that has just begun.
    pub(super) fn skip(&mut self) -> Result<(), TableError> {
        let depth = self.depth;
        while self.depth >= depth {
            if self.next()? == Met::Nothing {
                return Err(TableError::Damaged);
            }
        }
        Ok(())
    }

    /// The name of the element that began or ended.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The text that was met.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Puts the text that was met behind another.
    ///
    /// # Errors
    /// [`TableError::TooLargeUnzipped`] where both together are more than a cell can hold.
    pub(super) fn append_to(&self, text: &mut String) -> Result<(), TableError> {
        if text.len() + self.text.len() > LONGEST {
            return Err(TableError::TooLargeUnzipped);
        }
        text.push_str(&self.text);
        Ok(())
    }

    /// An attribute of the element that began, with its prefix or without.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = Attributes::new(&self.attributes, 0);
        let is_it = |key: quick_xml::name::QName| key.local_name().as_ref() == name || key.as_ref() == name;
        let found = attributes.with_checks(false).flatten().find(|own| is_it(own.key))?;
        match found.value {
            Cow::Borrowed(value) => Some(unescape(value).unwrap_or(Cow::Borrowed(value))),
            owned @ Cow::Owned(_) => Some(owned),
        }
    }

    /// An attribute that is a number.
    pub(super) fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.attribute(name)?.trim().parse().ok()
    }
}

/// Bytes in which the brackets are never further apart than [`LONGEST`]: a single text of a gigabyte is not gathered.
struct Bounded<R> {
    source: R,
    run: usize,
}

impl<R: BufRead> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.source.read(buffer)
    }
}

impl<R: BufRead> BufRead for Bounded<R> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        if self.run > LONGEST { Err(ErrorKind::FileTooLarge.into()) } else { self.source.fill_buf() }
    }

    fn consume(&mut self, count: usize) {
        let taken = self.source.fill_buf().ok().and_then(|bytes| bytes.get(..count)).unwrap_or_default();
        self.run = match taken.iter().rposition(|byte| *byte == b'>') {
            Some(at) => count - at - 1,
            None => self.run + count,
        };
        self.source.consume(count);
    }
}
