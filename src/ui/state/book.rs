//! The open book.

use leptos::prelude::*;
use serde_json::Value;

use super::intent::Intent;
use super::notice::{Notice, Offer};
use crate::domain::Id;
use crate::exchange::{File, Plan};
use crate::history::{Clock, Record, Stamp};
use crate::i18n::Lang;
use crate::registry::{Dossier, Registry, Touched, commands};
use crate::route::Route;
use crate::sample::{Sample, sample};
use crate::shelf::ShelfError;
use crate::stats::Scope;
use crate::store::{FormKey, Loaded, Meta, SetAside, Settings, Space, Store};
use crate::web::{self, LocalShelf};

/// How keeping goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// All that was entered is kept.
    Kept,
    /// Something could not be kept; it is in memory and on the screen.
    Failed(ShelfError),
}

/// A file that was opened and is being looked at.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// The file.
    pub file: File,
    /// What taking it in would do.
    pub plan: Plan,
}

/// The state of the app. Copied freely: it is a handful of signals.
#[derive(Clone, Copy)]
pub struct Book {
    /// The registry in memory.
    pub registry: RwSignal<Registry>,
    /// What stands beside the records.
    pub meta: RwSignal<Meta>,
    /// The choices of this device.
    pub settings: RwSignal<Settings>,
    /// How keeping goes.
    pub saving: RwSignal<Saving>,
    /// Texts that could not be read.
    pub aside: RwSignal<Vec<SetAside>>,
    /// The message at the foot of the screen.
    pub notice: RwSignal<Option<Notice>>,
    /// The words that groups are searched by. Not in the address: they may be a name or a NIK, and browsers keep addresses.
    pub words: RwSignal<String>,
    /// The file that is being looked at.
    pub incoming: RwSignal<Option<Incoming>>,
    keeper: StoredValue<Keeper>,
}

/// What is needed to change and keep, and is never drawn.
struct Keeper {
    store: Store<LocalShelf>,
    clock: Clock,
    unsaved: Touched,
    undo: commands::Undo,
}

/// The open book, of the nearest provider.
pub fn use_book() -> Book {
    expect_context()
}

impl Book {
    /// Opens the book that the settings name.
    pub fn open() -> Self {
        let settings = Store::new(LocalShelf, Space::Book).settings();
        let space = if settings.practice { Space::Practice } else { Space::Book };
        let opened = Opened::of(space);
        Self {
            registry: RwSignal::new(opened.loaded.registry),
            meta: RwSignal::new(opened.meta),
            settings: RwSignal::new(settings),
            saving: RwSignal::new(opened.saving),
            aside: RwSignal::new(opened.loaded.aside),
            notice: RwSignal::new(None),
            words: RwSignal::new(String::new()),
            incoming: RwSignal::new(None),
            keeper: StoredValue::new(opened.keeper),
        }
    }

    /// Does what a person wants, and keeps what it changed.
    pub fn dispatch(self, intent: Intent) {
        match intent {
            Intent::Save { kind, id, form, seen, set } => {
                self.change(|registry, stamp| commands::save(registry, kind, id, stamp(), &seen, set));
                self.settle_form(form);
            }
            Intent::Decide { id, field, value } => {
                self.change(|registry, stamp| commands::decide(registry, id, stamp(), field, value));
                self.say(self.lang().texts().decided);
            }
            Intent::EraseGroup { id } => {
                let members = |dossier: &Dossier| dossier.members.iter().map(|member| member.id).collect::<Vec<_>>();
                let members = self.registry.with_untracked(|registry| registry.dossier(id).map(members));
                self.change(|registry, stamp| commands::erase_group(registry, id, stamp));
                self.forget_form(FormKey::Group(id));
                self.forget_form(FormKey::NewMember(id));
                for member in members.unwrap_or_default() {
                    self.forget_form(FormKey::Member(member));
                }
            }
            Intent::EraseMember { id } => {
                self.change(|registry, stamp| commands::erase_member(registry, id, stamp()));
                self.forget_form(FormKey::Member(id));
            }
            Intent::Unite { key, text } => self.unite_written(&key, &text),
            Intent::TakeIn { records } => self.take_in(records),
            Intent::TakeBack => self.take_back(),
            Intent::Sent { at } => {
                self.meta.update(|meta| meta.sent = Some(at));
                self.keep_meta();
            }
            Intent::SaveAgain => {
                self.keep(Touched::default());
                // A browser that kept nothing at all has nothing to be kept again: try it with meta.
                self.keep_meta();
            }
            Intent::Speak(lang) => self.speak(lang),
            Intent::CallMe(name) => self.choose(|settings| settings.name = name),
            Intent::Practise(practice) => self.practise(practice),
            Intent::PractiseAfresh => {
                let cleared = self.keeper.with_value(|keeper| keeper.store.beside(Space::Practice).clear());
                self.note(cleared);
                self.open_practice();
            }
            Intent::ClearAll => self.clear_all(),
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

    /// Whether all that was entered is kept.
    pub fn is_kept(self) -> bool {
        self.saving.get_untracked() == Saving::Kept
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
        if kept.is_err() {
            self.note(kept);
        }
    }

    /// Throws a half-typed form away.
    pub fn forget_form(self, form: FormKey) {
        let dropped = self.keeper.with_value(|keeper| keeper.store.drop_form(form));
        if dropped.is_err() {
            self.note(dropped);
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

    /// Unites what another tab of this browser has just written, as a file is united. What this tab has and the other did not
    /// is written once more, so that both end equal.
    fn unite_written(self, key: &str, text: &str) {
        let written = self.keeper.with_value(|keeper| keeper.store.written(key, text));
        let Some((home, theirs)) = written else { return };
        let now = web::now_ms();
        self.keeper.update_value(|keeper| follow(&mut keeper.clock, &theirs, now));
        let is_same = |registry: &Registry| registry.records_at(home).eq(theirs.iter());
        if self.registry.with_untracked(is_same) {
            return;
        }
        self.registry.update(|registry| {
            // An id of two kinds cannot come from this app; then nothing is taken in.
            let _ = commands::take_in(registry, theirs.clone());
        });
        if !self.registry.with_untracked(is_same) {
            self.keep(Touched::one(home));
        }
    }

    fn take_in(self, records: Vec<Record>) {
        let now = web::now_ms();
        self.keeper.update_value(|keeper| follow(&mut keeper.clock, &records, now));
        let taken = self.registry.try_update(|registry| commands::take_in(registry, records));
        // The plan was made of the same records, so that an id of two kinds has been refused before.
        if let Some(Ok((touched, undo))) = taken {
            self.keeper.update_value(|keeper| keeper.undo = undo);
            self.keep(touched);
            if let Some(incoming) = self.incoming.get_untracked() {
                let text = self.lang().taken_in(&incoming.plan);
                self.notice.set(Some(Notice { text, offer: Some(Offer::TakeBack) }));
            }
            self.incoming.set(None);
        }
    }

    fn take_back(self) {
        let undo = self.keeper.try_update_value(|keeper| std::mem::take(&mut keeper.undo)).unwrap_or_default();
        let taken_back = self.registry.try_update(|registry| commands::take_back(registry, undo));
        if let Some(taken_back) = taken_back {
            self.keep(taken_back.touched);
            let texts = self.lang().texts();
            self.say(if taken_back.kept == 0 { texts.taken_back } else { texts.taken_back_in_part });
        }
    }

    /// Whether a file that was taken in can still be taken back.
    pub fn can_take_back(self) -> bool {
        self.registry.track();
        self.keeper.with_value(|keeper| !keeper.undo.is_empty())
    }

    /// Opens the other book, at its summary: a page of one book must not go on over the other.
    fn practise(self, practice: bool) {
        self.keep(Touched::default());
        if !self.is_kept() {
            return;
        }
        web::go(&Route::Summary(Scope::All).to_string());
        self.choose(|settings| settings.practice = practice);
        if practice { self.open_practice() } else { self.reopen(Space::Book) }
    }

    /// Opens the practice book, filled with invented data if there is nothing in it.
    fn open_practice(self) {
        self.reopen(Space::Practice);
        if self.registry.with_untracked(Registry::is_empty) {
            let filled = self.registry.try_update(|registry| commands::take_in(registry, sample(Sample::ARTICLE)));
            if let Some(Ok((touched, _))) = filled {
                self.keep(touched);
            }
        }
    }

    /// Uses another language.
    pub fn speak(self, lang: Lang) {
        self.choose(|settings| lang.tag().clone_into(&mut settings.language));
    }

    /// Deletes both books and the name from this device.
    fn clear_all(self) {
        let cleared = self.keeper.with_value(|keeper| {
            let practice = keeper.store.beside(Space::Practice).clear();
            keeper.store.clear().and(practice)
        });
        if cleared.is_err() {
            self.note(cleared);
            return;
        }
        self.choose(|settings| settings.name.clear());
        self.reopen(Space::Book);
        self.say(self.lang().texts().clear_done);
    }

    fn change(self, command: impl FnOnce(&mut Registry, &mut dyn FnMut() -> Stamp) -> Touched) {
        let touched = self.registry.try_update(|registry| command(registry, &mut || self.stamp()));
        self.keep(touched.unwrap_or_default());
    }

    /// A stamp of this moment, later than every change made here so far.
    pub fn stamp(self) -> Stamp {
        let now = web::now_ms();
        self.keeper.try_update_value(|keeper| keeper.clock.tick(now)).unwrap_or_else(Stamp::none)
    }

    /// Keeps what was touched, and whatever could not be kept before.
    fn keep(self, touched: Touched) {
        let kept = self.registry.with_untracked(|registry| {
            self.keeper.try_update_value(|keeper| {
                keeper.unsaved.extend(touched);
                keeper.store.save(registry, &mut keeper.unsaved)
            })
        });
        self.note(kept.unwrap_or(Ok(())));
    }

    fn keep_meta(self) {
        let meta = self.meta.get_untracked();
        let kept = self.keeper.with_value(|keeper| keeper.store.save_meta(&meta));
        self.note(kept);
    }

    /// A form that is saved is thrown away; one whose record could not be kept stays, and comes back after a reload.
    fn settle_form(self, form: FormKey) {
        if self.is_kept() {
            self.forget_form(form);
        }
    }

    fn choose(self, choice: impl FnOnce(&mut Settings)) {
        self.settings.update(choice);
        let settings = self.settings.get_untracked();
        let kept = self.keeper.with_value(|keeper| keeper.store.save_settings(&settings));
        self.note(kept);
    }

    fn note(self, kept: Result<(), ShelfError>) {
        match kept {
            Err(error) => self.saving.set(Saving::Failed(error)),
            // A small thing that could be kept does not make good what could not.
            Ok(()) if self.keeper.with_value(|keeper| keeper.unsaved.is_empty()) => self.saving.set(Saving::Kept),
            Ok(()) => {}
        }
    }

    fn reopen(self, space: Space) {
        let opened = Opened::of(space);
        self.keeper.set_value(opened.keeper);
        self.incoming.set(None);
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
        let (store, today, now) = (Store::new(LocalShelf, space), web::today(), web::now_ms());
        let (mut loaded, mut saving) = match store.load(today) {
            Ok(loaded) => (loaded, Saving::Kept),
            Err(error) => {
                (Loaded { registry: Registry::new(today), meta: None, aside: Vec::new() }, Saving::Failed(error))
            }
        };
        let meta = loaded.meta.take().filter(|meta| meta.device().is_some());
        let is_new = meta.is_none();
        let meta = meta.unwrap_or_else(|| Meta::new(web::random_device()));
        let clock = loaded.registry.clock(meta.device().unwrap_or_else(web::random_device), meta.sent, now);

        let keeper = Keeper { store, clock, unsaved: Touched::default(), undo: commands::Undo::default() };
        if is_new && saving == Saving::Kept {
            saving = keeper.store.save_meta(&meta).map_or_else(Saving::Failed, |()| Saving::Kept);
        }
        Self { loaded, meta, saving, keeper }
    }
}

fn follow<'a>(clock: &mut Clock, records: impl IntoIterator<Item = &'a Record>, now_ms: u64) {
    for change in records.into_iter().flat_map(Record::changes) {
        clock.follow(change.at, now_ms);
    }
}
