//! The state of the app: what pages read, and the few things that any of them may say.
//!
//! All of it is read-only outside this folder: whatever changes it is an [`Intent`](super::Intent), or the act of a feature.
//! Deliberately absent: the features (files on their way in, the second copy, duplicates…). Each is a struct of its own with its
//! states, found by [`App::feature`]; what it found in one sitting counts for nothing in the next.

use std::collections::BTreeSet;
use std::ops::Deref;

use leptos::prelude::*;

use super::last_act::LastAct;
use super::notice::{Notice, Offer};
use super::reply::{Go, Reply, Unsaved};
use super::saving::{Reading, Saving, SecondCopy};
use super::session::{Opened, Session, known};
use crate::history::Device;
use crate::i18n::Lang;
use crate::registry::Registry;
use crate::route::Route;
use crate::store::{Meta, Quarantined, Repository, Settings, Sitting, Space};
use crate::web::{self, MirroredStorage};

/// The state of the app. Copied freely: it points to what lives as long as the page.
#[derive(Clone, Copy)]
pub struct App(&'static State);

/// What of it is read.
pub struct State {
    /// Whether the records have been read. Until then the registry is empty.
    pub reading: ReadSignal<Reading>,
    /// The registry in memory.
    pub registry: ReadSignal<Registry>,
    /// What stands beside the records.
    pub meta: ReadSignal<Meta>,
    /// The choices of this device.
    pub settings: ReadSignal<Settings>,
    /// How keeping goes.
    pub saving: ReadSignal<Saving>,
    /// How the second copy stands to that.
    pub copy: ReadSignal<SecondCopy>,
    /// Texts that could not be read.
    pub quarantine: ReadSignal<Vec<Quarantined>>,
    /// What is said above the page of a new version that waits to be used.
    pub news: ReadSignal<Option<Notice>>,
    /// What is said above the page of an import that was cut.
    pub warning: ReadSignal<Option<String>>,
    /// The message at the foot of the screen.
    pub notice: ReadSignal<Option<Notice>>,
    /// The words that groups are searched by. Not in the address: they may be a name or a NIK, and browsers keep addresses.
    pub words: ReadSignal<String>,
    /// The ids of the files that came here themselves, or were sent from here.
    pub came: ReadSignal<BTreeSet<String>>,
    /// Which opening of a book this is.
    pub opened: ReadSignal<Sitting>,
    pub(super) write: Writers,
    pub(super) session: StoredValue<Session>,
    /// Owns what features keep, so that it outlives the page that asks first.
    owner: Owner,
}

/// The other ends of the signals.
pub(super) struct Writers {
    pub(super) reading: WriteSignal<Reading>,
    pub(super) registry: WriteSignal<Registry>,
    pub(super) meta: WriteSignal<Meta>,
    pub(super) settings: WriteSignal<Settings>,
    pub(super) saving: WriteSignal<Saving>,
    pub(super) copy: WriteSignal<SecondCopy>,
    pub(super) quarantine: WriteSignal<Vec<Quarantined>>,
    pub(super) news: WriteSignal<Option<Notice>>,
    pub(super) warning: WriteSignal<Option<String>>,
    pub(super) notice: WriteSignal<Option<Notice>>,
    pub(super) words: WriteSignal<String>,
    pub(super) came: WriteSignal<BTreeSet<String>>,
    pub(super) opened: WriteSignal<Sitting>,
}

impl Deref for App {
    type Target = State;

    fn deref(&self) -> &State {
        self.0
    }
}

/// The state of the app, of the nearest provider.
pub fn use_app() -> App {
    expect_context()
}

impl App {
    /// Opens the book that the settings name, and leaves its records for later.
    pub fn open() -> Self {
        let settings = Repository::new(MirroredStorage::default(), Space::Book).settings();
        let space = if settings.practice { Space::Practice } else { Space::Book };
        let Opened { loaded, meta, saving, session } = Opened::unread(space);
        let (reading, write_reading) = signal(known(space).map_or(Reading::Awaited, Reading::Known));
        let (registry, write_registry) = signal(loaded.registry);
        let (meta, write_meta) = signal(meta);
        let (settings, write_settings) = signal(settings);
        let (saving, write_saving) = signal(saving);
        let (copy, write_copy) = signal(SecondCopy::Checking);
        let (quarantine, write_quarantine) = signal(loaded.quarantine);
        let (news, write_news) = signal(None);
        let (warning, write_warning) = signal(None);
        let (notice, write_notice) = signal(None);
        let (words, write_words) = signal(String::new());
        let (came, write_came) = signal(BTreeSet::new());
        let (opened, write_opened) = signal(Sitting::first(space));
        let write = Writers {
            reading: write_reading,
            registry: write_registry,
            meta: write_meta,
            settings: write_settings,
            saving: write_saving,
            copy: write_copy,
            quarantine: write_quarantine,
            news: write_news,
            warning: write_warning,
            notice: write_notice,
            words: write_words,
            came: write_came,
            opened: write_opened,
        };
        let session = StoredValue::new(session);
        let owner = Owner::current().unwrap_or_default();
        Self(Box::leak(Box::new(State {
            reading,
            registry,
            meta,
            settings,
            saving,
            copy,
            quarantine,
            news,
            warning,
            notice,
            words,
            came,
            opened,
            write,
            session,
            owner,
        })))
    }

    /// The feature of this type; `make` makes it when it is first asked for.
    pub(super) fn feature<T: Copy + Send + Sync + 'static>(self, make: impl FnOnce(Self) -> T) -> T {
        self.owner.with(|| {
            use_context().unwrap_or_else(|| {
                let feature = make(self);
                provide_context(feature);
                feature
            })
        })
    }

    /// The language in use; reads the settings, so that what calls it follows them.
    pub fn lang(self) -> Lang {
        self.settings.with(|settings| Lang::from_tag(&settings.language)).unwrap_or_default()
    }

    /// Whether the practice book is open.
    pub fn is_practice(self) -> bool {
        self.settings.with(|settings| settings.practice)
    }

    /// Which book is open.
    pub fn space(self) -> Space {
        self.session.with_value(|session| session.store.space())
    }

    /// Which opening of a book this is. Whatever goes on for longer than one turn of the page asks for it at its beginning, and
    /// writes nothing once it is another.
    pub fn sitting(self) -> Sitting {
        self.opened.get_untracked()
    }

    /// Whether this is still the sitting in which something began.
    pub fn sits(self, sitting: Sitting) -> bool {
        self.sitting() == sitting
    }

    /// Whether all that was entered is kept, and why not.
    pub(super) fn saved(self) -> Result<(), Unsaved> {
        match self.saving.get_untracked() {
            Saving::Kept | Saving::InCopy => Ok(()),
            Saving::Outdated => Err(Unsaved::Outdated),
            Saving::Failed(error) => Err(Unsaved::Failed(error)),
        }
    }

    /// Whether all that was entered is kept.
    pub(super) fn is_kept(self) -> bool {
        self.saved().is_ok()
    }

    /// Says something at the foot of the screen: what came of an act that ended just now, or of what a page did with the browser.
    pub fn say(self, text: impl Into<String>) {
        self.perform(&Reply::said(text));
    }

    /// Says that a form was left half typed, and offers to go on with it.
    pub fn say_half_typed(self, text: &str, form: Route) {
        self.write.notice.set(Some(Notice { text: text.to_owned(), offer: Some(Offer::GoOn(form)) }));
    }

    /// Takes the message at the foot of the screen away.
    pub fn close_notice(self) {
        self.session.update_value(|session| session.last = LastAct::default());
        self.write.notice.set(None);
    }

    /// Looks for groups by these words.
    pub fn search_for(self, words: String) {
        self.write.words.set(words);
    }

    /// Notes whether the part of the app that keeps the second copy is being fetched, or could not be.
    pub fn note_fetching(self, is_under_way: bool) {
        self.write.copy.set(if is_under_way { SecondCopy::Checking } else { SecondCopy::None });
    }

    /// Says and goes what a reply asks for.
    pub(super) fn perform(self, reply: &Reply) {
        if let Some(notice) = &reply.say {
            self.write.notice.set(Some(notice.clone()));
        }
        match &reply.go {
            Some(Go::To(route)) => web::go(&route.to_string()),
            Some(Go::Instead(route)) => web::go_instead(&route.to_string()),
            None => {}
        }
    }

    /// This browser's device.
    pub fn device(self) -> Device {
        self.session.with_value(|session| session.clock.device())
    }

    /// Every device that this browser is or was, six characters each.
    pub fn own_devices(self) -> BTreeSet<String> {
        self.meta.with(|meta| meta.devices().map(|(device, _)| device.to_string()).collect())
    }

    /// Whether this browser is or was this device.
    pub fn is_own(self, device: Device) -> bool {
        self.meta.with(|meta| meta.is_own(device))
    }

    /// How many UTF-16 units of storage are in use.
    pub fn units(self) -> usize {
        self.session.with_value(|session| session.store.units()).unwrap_or(0)
    }
}
