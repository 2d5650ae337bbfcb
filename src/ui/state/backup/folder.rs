//! A file a day in a folder of this computer.
//!
//! It is written when the page is put away, over the file of the same day, and at the start if there was no time for it
//! before. Whether there is anything to write is told by the registry's mark, so that what came with files of others counts
//! too. Deliberately absent: reading from the folder; a file is opened as any other.

use std::fmt;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Backup;
use crate::exchange::day_file_name;
use crate::i18n::Texts;
use crate::registry::Registry;
use crate::ui::state::intent::Intent;
use crate::ui::state::outgoing::{self, SentNote};
use crate::ui::state::saving::{Saving, SecondCopy};
use crate::web::{self, Folder, FolderError, Permission};

/// The chosen folder, as a page shows it.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// Its name.
    pub name: String,
    /// The last file in it.
    written: Option<Written>,
    /// Why the next could not be written.
    pub trouble: Option<BackupError>,
}

/// Why a file could not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// The browser wants the person to be asked again.
    Lapsed,
    /// It was tried.
    Failed(FolderError),
}

/// What was written last. Kept beside the folder as `MILLISECONDS MARK`.
#[derive(Clone, Copy, Debug)]
struct Written {
    ms: u64,
    mark: u64,
}

impl Written {
    fn parse(note: &str) -> Option<Self> {
        let (ms, mark) = note.split_once(' ')?;
        Some(Self { ms: ms.parse().ok()?, mark: mark.parse().ok()? })
    }
}

impl fmt::Display for Written {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.ms, self.mark)
    }
}

impl Chosen {
    /// When the last file was written, milliseconds since 1970.
    pub fn written_ms(&self) -> Option<u64> {
        Some(self.written?.ms)
    }
}

impl BackupError {
    /// The sentence.
    pub fn text(self, t: &'static Texts) -> &'static str {
        match self {
            Self::Lapsed => t.folder_lapsed,
            Self::Failed(FolderError::Refused) => t.folder_refused,
            Self::Failed(FolderError::Gone) => t.folder_gone,
            Self::Failed(FolderError::Full) => t.folder_full,
            Self::Failed(FolderError::Failed | FolderError::Cancelled) => t.folder_failed,
        }
    }
}

impl Backup {
    /// Looks for the folder of an earlier visit, writes what is missing there, and again whenever the page is put away.
    pub(in crate::ui::state) fn begin(self) {
        if !Folder::is_offered() {
            return;
        }
        spawn_local(async move {
            if let Some((folder, note)) = Folder::kept().await {
                self.take(folder, note.as_deref().and_then(Written::parse));
            }
            // Once, as soon as the two copies are one: until then the book may not be whole.
            Effect::new(move |is_done: Option<bool>| {
                let is_whole = is_done == Some(true) || self.app.copy.get() != SecondCopy::Checking;
                if is_whole && is_done != Some(true) {
                    spawn_local(self.write_due());
                }
                is_whole
            });
        });
        web::on_leaving(move || spawn_local(self.write_due()));
    }

    /// Lets the person choose a folder, and writes the first file.
    pub async fn choose(self) {
        let app = self.app;
        match Folder::choose().await {
            Ok(folder) => {
                if !folder.keep().await {
                    app.say(app.lang().texts().folder_not_kept);
                }
                self.take(folder, None);
                self.write_due().await;
            }
            Err(FolderError::Cancelled) => {}
            Err(error) => app.say(BackupError::Failed(error).text(app.lang().texts())),
        }
    }

    /// Asks the person for the browser's permission once more.
    pub async fn allow_again(self) {
        let Some(folder) = self.folder.get_value() else { return };
        match folder.ask().await {
            Permission::Granted => self.write_due().await,
            Permission::Lapsed => {}
            Permission::Refused => self.tell(BackupError::Failed(FolderError::Refused)),
        }
    }

    /// Writes to no folder any more. What was written stays.
    pub async fn forget(self) {
        Folder::forget().await;
        self.folder.set_value(None);
        self.write.set(None);
    }

    fn take(self, folder: Folder, written: Option<Written>) {
        self.write.set(Some(Chosen { name: folder.name(), written, trouble: None }));
        self.folder.set_value(Some(Rc::new(folder)));
    }

    fn tell(self, trouble: BackupError) {
        self.write.update(|chosen| {
            if let Some(chosen) = chosen {
                chosen.trouble = Some(trouble);
            }
        });
    }

    /// Writes the day's file, unless the folder has what is in the book now.
    async fn write_due(self) {
        while let Some(folder) = self.folder.get_value() {
            let mark = self.app.registry.with_untracked(Registry::mark);
            let has_it =
                self.chosen.with_untracked(|chosen| chosen.as_ref()?.written).is_some_and(|it| it.mark == mark);
            if has_it || !self.is_worth_writing() || self.is_writing.get_value() {
                return;
            }
            self.is_writing.set_value(true);
            let outcome = self.write_to(&folder).await;
            self.is_writing.set_value(false);
            if self.folder.with_value(|now| now.as_ref().is_some_and(|now| Rc::ptr_eq(now, &folder))) {
                return self.settle(outcome).await;
            }
            // Another was chosen meanwhile, and has nothing yet.
        }
    }

    /// Not practice, nothing empty, and nothing that is not whole: not before the second copy has been looked at, nor in a tab
    /// that a newer version has left behind.
    fn is_worth_writing(self) -> bool {
        let app = self.app;
        let is_whole =
            app.copy.get_untracked() != SecondCopy::Checking && app.saving.get_untracked() != Saving::Outdated;
        is_whole && !app.is_practice() && !app.registry.with_untracked(Registry::is_empty)
    }

    /// A file that was written, and what is noted of it.
    async fn write_to(self, folder: &Folder) -> Result<(Written, SentNote), BackupError> {
        let app = self.app;
        // Before anything is waited for, so that all is of one moment and of one book.
        let left = SentNote { of: app.sitting(), at: Some(app.stamp()), receipt: None, has: None };
        let (ms, mark) = (web::now_ms(), app.registry.with_untracked(Registry::mark));
        let name = day_file_name(app.device(), web::local(ms).date());
        let text = outgoing::whole(app);
        match folder.permission().await {
            Permission::Granted => folder.write(&name, &text).await.map_err(BackupError::Failed)?,
            Permission::Lapsed => return Err(BackupError::Lapsed),
            Permission::Refused => return Err(BackupError::Failed(FolderError::Refused)),
        }
        Ok((Written { ms, mark }, left))
    }

    async fn settle(self, outcome: Result<(Written, SentNote), BackupError>) {
        match outcome {
            Ok((written, left)) => {
                self.write.update(|chosen| {
                    if let Some(chosen) = chosen {
                        chosen.written = Some(written);
                        chosen.trouble = None;
                    }
                });
                self.app.dispatch(Intent::Sent(Box::new(left)));
                Folder::note(&written.to_string()).await;
            }
            Err(trouble) => {
                let is_known =
                    self.chosen.with_untracked(|chosen| chosen.as_ref().is_some_and(|it| it.trouble == Some(trouble)));
                self.tell(trouble);
                if trouble != BackupError::Lapsed && !is_known {
                    self.app.say(trouble.text(self.app.lang().texts()));
                }
            }
        }
    }
}
