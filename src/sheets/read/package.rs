//! A workbook that is a zip: its parts by name, each read as a stream that ends early when it is too much.

use std::io::{BufRead, BufReader, Cursor, Read};

use super::xml::Xml;
use crate::lists::{TableError, TableLimits};

type Archive<'a> = zip::ZipArchive<Cursor<&'a [u8]>>;

/// The parts of a workbook.
pub(super) struct Package<'a> {
    archive: Archive<'a>,
    /// The name of each part as it is looked for: with `/` and in small letters.
    names: Vec<String>,
}

impl<'a> Package<'a> {
    /// Opens a zip. All parts are unzipped once to know that they are whole and not too much: what a zip says of its sizes need
    /// not be true.
    ///
    /// # Errors
    /// [`TableError::Damaged`], [`TableError::TooLargeUnzipped`], or [`TableError::Locked`] where a part has a password.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, TableError> {
        let mut archive = Archive::new(Cursor::new(bytes)).map_err(|_| TableError::Damaged)?;
        let (mut names, mut left) = (Vec::new(), TableLimits::UNZIPPED);
        for at in 0..archive.len() {
            let part = match archive.by_index(at) {
                Err(zip::result::ZipError::UnsupportedArchive(reason))
                    if reason == zip::result::ZipError::PASSWORD_REQUIRED =>
                {
                    return Err(TableError::Locked);
                }
                part => part.map_err(|_| TableError::Damaged)?,
            };
            let name = part.name().map(std::borrow::Cow::into_owned).unwrap_or_default();
            names.push(normal(&name));
            let size =
                std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(|_| TableError::Damaged)?;
            left = left.checked_sub(size).ok_or(TableError::TooLargeUnzipped)?;
        }
        Ok(Self { archive, names })
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.place(name).is_some()
    }

    /// Whether the name of some part begins so.
    pub(super) fn has_some(&self, start: &str) -> bool {
        self.names.iter().any(|name| name.starts_with(start))
    }

    /// A part of this name as XML; `None` if there is none.
    pub(super) fn xml(&mut self, name: &str) -> Result<Option<Xml<impl BufRead + '_>>, TableError> {
        let Some(place) = self.place(name) else { return Ok(None) };
        let part = self.archive.by_index(place).map_err(|_| TableError::Damaged)?;
        Ok(Some(Xml::new(BufReader::new(part))))
    }

    fn place(&self, name: &str) -> Option<usize> {
        let name = normal(name);
        self.names.iter().position(|own| *own == name)
    }
}

/// A name as it is compared: some programs write `\`, or other capitals than they refer to.
fn normal(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}
