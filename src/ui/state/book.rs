//! The open book.

use std::collections::BTreeMap;

use leptos::prelude::*;
use serde_json::Value;

use super::front;
use super::intake::Intake;
use super::notice::Notice;
use super::suspects::suspects;
use crate::domain::{Id, Receipt};
use crate::exchange::Header;
use crate::history::{Clock, Record, Stamp};
use crate::i18n::Lang;
use crate::registry::{Home, Registry, Touched, commands};
use crate::shelf::ShelfError;
use crate::stats::Front;
use crate::store::{FormKey, Loaded, Meta, SetAside, Settings, Space, Store};
use crate::web::{self, LocalShelf, MirroredShelf};

/// How keeping goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// All that was entered is kept.
    Kept,
    /// It is kept in the second copy alone, as the person chose when there was no room elsewhere.
    InCopy,
    /// A newer version of the app has been here: this one writes nothing any more.
    Outdated,
    /// Something could not be kept; it is in memory and on the screen.
    Failed(ShelfError),
}

/// How the second copy, in IndexedDB, stands to what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondCopy {
    /// It is being looked for.
    Checking,
    /// It is being written.
    Writing,
    /// It holds all that was entered.
    Kept,
    /// The browser has none, or it could not be written.
    None,
}

/// How far reading the records is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// They are not read, and the first screen waits for them.
    Awaited,
    /// They are not read, and what the first screen says is known all the same.
    Known(Front),
    /// They are read.
    Done,
}

/// The state of the app. Copied freely: it is a handful of signals.
#[derive(Clone, Copy)]
pub struct Book {
    /// Whether the records have been read. Until then the registry is empty.
    pub reading: RwSignal<Reading>,
    /// The registry in memory.
    pub registry: RwSignal<Registry>,
    /// What stands beside the records.
    pub meta: RwSignal<Meta>,
    /// The choices of this device.
    pub settings: RwSignal<Settings>,
    /// How keeping goes.
    pub saving: RwSignal<Saving>,
    /// How the second copy stands to that.
    pub copy: RwSignal<SecondCopy>,
    /// Texts that could not be read.
    pub aside: RwSignal<Vec<SetAside>>,
    /// What is said above the page of a new version that waits to be used.
    pub news: RwSignal<Option<Notice>>,
    /// The message at the foot of the screen.
    pub notice: RwSignal<Option<Notice>>,
    /// The words that groups are searched by. Not in the address: they may be a name or a NIK, and browsers keep addresses.
    pub words: RwSignal<String>,
    /// Files on their way in.
    pub intake: RwSignal<Intake>,
    pub(super) keeper: StoredValue<Keeper>,
}

/// What is needed to change and keep, and is never drawn.
pub(super) struct Keeper {
    pub(super) store: Store<MirroredShelf>,
    /// The marks of the homes as they were read.
    pub(super) marks: BTreeMap<Home, u64>,
    pub(super) clock: Clock,
    pub(super) unsaved: Touched,
    /// Takes the last choice between values back.
    pub(super) choice: commands::Undo,
    /// What can be taken back: the files that were taken in since the app was opened, in their order.
    pub(super) imports: commands::Imports<Header>,
    /// Whether nothing was there when the book was opened, so that its device is a new one.
    pub(super) is_new: bool,
    /// What is being typed and could not be kept.
    pub(super) unkept_form: Option<(FormKey, Value)>,
    /// Whether the person goes on with the second copy alone.
    pub(super) alone: bool,
}

/// The open book, of the nearest provider.
pub fn use_book() -> Book {
    expect_context()
}

impl Book {
    /// Opens the book that the settings name, and leaves its records for later.
    pub fn open() -> Self {
        let settings = Store::new(MirroredShelf, Space::Book).settings();
        let space = if settings.practice { Space::Practice } else { Space::Book };
        let opened = Opened::unread(space);
        Self {
            reading: RwSignal::new(front::known(space).map_or(Reading::Awaited, Reading::Known)),
            registry: RwSignal::new(opened.loaded.registry),
            meta: RwSignal::new(opened.meta),
            settings: RwSignal::new(settings),
            saving: RwSignal::new(opened.saving),
            copy: RwSignal::new(SecondCopy::Checking),
            aside: RwSignal::new(opened.loaded.aside),
            news: RwSignal::new(None),
            notice: RwSignal::new(None),
            words: RwSignal::new(String::new()),
            intake: RwSignal::new(Intake::None),
            keeper: StoredValue::new(opened.keeper),
        }
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
        self.keeper.with_value(|keeper| keeper.store.space())
    }

    /// Whether all that was entered is kept.
    pub fn is_kept(self) -> bool {
        matches!(self.saving.get_untracked(), Saving::Kept | Saving::InCopy)
    }

    /// Says something at the foot of the screen.
    pub fn say(self, text: impl Into<String>) {
        self.notice.set(Some(Notice::plain(text)));
    }

    /// How many changes made here no file that was sent holds.
    pub fn unsent(self) -> usize {
        let (device, sent) = (self.device(), self.meta.with(|meta| meta.sent));
        self.registry.with(|registry| registry.changes_since(sent, device))
    }

    /// This browser's device.
    pub fn device(self) -> crate::history::Device {
        self.keeper.with_value(|keeper| keeper.clock.device())
    }

    /// A form that was left half typed.
    pub fn form(self, form: FormKey) -> Option<Value> {
        self.keeper.with_value(|keeper| keeper.store.form(form))
    }

    /// Keeps a half-typed form. A failure is shown as any failure to save.
    pub fn keep_form(self, form: FormKey, draft: &Value) {
        let kept = self.keeper.with_value(|keeper| keeper.store.keep_form(form, draft));
        let unkept = kept.is_err().then(|| (form, draft.clone()));
        self.note_form(kept, unkept);
    }

    /// Throws a half-typed form away.
    pub fn forget_form(self, form: FormKey) {
        let dropped = self.keeper.with_value(|keeper| keeper.store.drop_form(form));
        self.note_form(dropped, None);
    }

    fn note_form(self, kept: Result<(), ShelfError>, unkept: Option<(FormKey, Value)>) {
        let before = self.keeper.try_update_value(|keeper| std::mem::replace(&mut keeper.unkept_form, unkept));
        if kept.is_err() || before.flatten().is_some() {
            self.note(kept);
        }
    }

    /// How many UTF-16 units of storage are in use.
    pub fn units(self) -> usize {
        self.keeper.with_value(|keeper| keeper.store.units()).unwrap_or(0)
    }

    /// The texts of one record's fields as a form opens on them.
    pub fn fold_record<T>(self, id: Id, read: impl FnOnce(Option<&Record>) -> T) -> T {
        self.registry.with_untracked(|registry| read(registry.record(&id.to_string())))
    }

    /// Uses another language.
    pub fn speak(self, lang: Lang) {
        self.choose(|settings| lang.tag().clone_into(&mut settings.language));
    }

    /// A stamp of this moment, later than every change made here so far.
    pub fn stamp(self) -> Stamp {
        let now = web::now_ms();
        self.keeper.try_update_value(|keeper| keeper.clock.tick(now)).unwrap_or_else(Stamp::none)
    }

    /// Keeps what was touched, and whatever could not be kept before.
    pub(super) fn keep(self, touched: Touched) {
        if self.saving.get_untracked() == Saving::Outdated {
            self.keeper.update_value(|keeper| keeper.unsaved.extend(touched));
            return;
        }
        let kept = self.registry.with_untracked(|registry| {
            self.keeper.try_update_value(|keeper| {
                keeper.unsaved.extend(touched);
                keeper.store.save(registry, &mut keeper.unsaved)
            })
        });
        self.note(kept.unwrap_or(Ok(())));
    }

    pub(super) fn choose(self, choice: impl FnOnce(&mut Settings)) {
        self.settings.update(choice);
        let settings = self.settings.get_untracked();
        let kept = self.keeper.with_value(|keeper| keeper.store.save_settings(&settings));
        self.note(kept);
    }

    pub(super) fn note(self, kept: Result<(), ShelfError>) {
        if self.saving.get_untracked() == Saving::Outdated {
            return;
        }
        match kept {
            Err(error) if error != ShelfError::NotKept && self.keeper.with_value(|keeper| keeper.alone) => {
                self.saving.set(Saving::InCopy);
            }
            Err(error) => self.saving.set(Saving::Failed(error)),
            // A small thing that could be kept does not make good what could not.
            Ok(()) if self.keeper.with_value(|keeper| keeper.unsaved.is_empty() && keeper.unkept_form.is_none()) => {
                self.saving.set(Saving::Kept);
            }
            Ok(()) => {}
        }
    }

    /// Reads the book anew.
    pub(super) fn reopen(self, space: Space) {
        let opened = Opened::of(space);
        self.keeper.set_value(opened.keeper);
        self.intake.set(Intake::None);
        suspects().set(None);
        self.notice.set(None);
        self.words.set(String::new());
        self.meta.set(opened.meta);
        self.aside.set(opened.loaded.aside);
        self.saving.set(opened.saving);
        self.registry.set(opened.loaded.registry);
    }
}

/// A book just opened.
struct Opened {
    loaded: Loaded,
    meta: Meta,
    saving: Saving,
    keeper: Keeper,
}

impl Opened {
    fn of(space: Space) -> Self {
        // Without notes for the second copy: a text that is set aside here may be good there.
        Self::with(space, Store::new(LocalShelf, space).load(web::today()))
    }

    /// A book of which nothing has been read.
    fn unread(space: Space) -> Self {
        Self::with(space, Ok(nothing()))
    }

    fn with(space: Space, loaded: Result<Loaded, ShelfError>) -> Self {
        let saving = match &loaded {
            Ok(loaded) if loaded.newer => Saving::Outdated,
            Ok(_) => Saving::Kept,
            Err(error) => Saving::Failed(*error),
        };
        let mut loaded = loaded.unwrap_or_else(|_| nothing());
        let meta = loaded.meta.take().filter(|meta| meta.device().is_some());
        let is_new = meta.is_none();
        let meta = meta.unwrap_or_else(|| Meta::new(web::random_device()));
        let device = meta.device().unwrap_or_else(web::random_device);
        let clock = loaded.registry.clock(device, meta.sent, web::now_ms()).in_lane(web::lane());

        let marks = loaded.registry.homes().map(|home| (home, loaded.registry.mark_at(home)));
        let keeper = Keeper {
            store: Store::new(MirroredShelf, space),
            marks: marks.collect(),
            clock,
            unsaved: Touched::default(),
            choice: commands::Undo::default(),
            imports: commands::Imports::default(),
            is_new,
            unkept_form: None,
            alone: false,
        };
        Self { loaded, meta, saving, keeper }
    }
}

fn nothing() -> Loaded {
    Loaded { registry: Registry::new(web::today()), meta: None, aside: Vec::new(), newer: false }
}

/// Has the clock follow what was entered; a receipt is nobody's entry.
pub(super) fn follow<'a>(clock: &mut Clock, records: impl IntoIterator<Item = &'a Record>, now_ms: u64) {
    let entered = records.into_iter().filter(|record| record.kind() != Receipt::KIND);
    for change in entered.flat_map(Record::changes) {
        clock.follow(change.at, now_ms);
    }
}
