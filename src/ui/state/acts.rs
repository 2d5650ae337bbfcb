//! What a person can want done, done: the one way to change the book. Comes with the second wasm.

use std::cell::Cell;

use leptos::prelude::*;

use super::book::{Book, Keeper, Saving, follow};
use super::choice;
use super::glance;
use super::intent::Intent;
use super::mirror;
use super::points;
use super::renewal;
use crate::history::{Record, Stamp};
use crate::registry::{Dossier, Home, Registry, Touched, commands};
use crate::route::Route;
use crate::sample::{Sample, sample};
use crate::stats::Scope;
use crate::store::{Cause, FormKey, Newer, PointTexts, Receivers, Space};
use crate::ui::outgoing::Left;
use crate::web::{self, Manner, Told};

thread_local! {
    static HAS_BEGUN: Cell<bool> = const { Cell::new(false) };
}

impl Book {
    /// Reads the book, and begins what goes on behind the pages as long as the app lives.
    pub fn begin(self) {
        self.read_in();
        if HAS_BEGUN.replace(true) {
            return;
        }
        if untrack(|| self.is_practice()) && self.registry.with_untracked(Registry::is_empty) {
            self.dispatch(Intent::PractiseAfresh);
        }
        mirror::start(self);
        glance::start(self);
        renewal::start(self);
    }

    /// Does what a person wants, and keeps what it changed.
    pub fn dispatch(self, intent: Intent) {
        match intent {
            Intent::Save { kind, id, form, seen, set } => {
                self.change(|registry, stamp| commands::save(registry, kind, id, stamp(), &seen, set));
                self.settle_form(form);
            }
            Intent::Decide { id, field, value } => {
                choice::decide(self, id, field, value);
            }
            Intent::Settle { one, other, outcome } => self.settle(one, other, outcome),
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
            Intent::Hear(told) => self.hear(told),
            Intent::GoOnInCopy => {
                self.keeper.update_value(|keeper| keeper.alone = true);
                if let Saving::Failed(error) = self.saving.get_untracked() {
                    self.note(Err(error));
                }
            }
            Intent::TakeIn { without } => self.take_in(without),
            Intent::GoBack(point) => points::go_back(self, point),
            Intent::ForgetPoints => points::forget_all(self),
            Intent::TakeBack { file } => self.take_back(&file),
            Intent::TakeBackChoice => choice::take_back(self),
            Intent::Sent(left) => self.sent(*left),
            Intent::SaveAgain => {
                if let Some((form, draft)) = self.keeper.with_value(|keeper| keeper.unkept_form.clone()) {
                    self.keep_form(form, &draft);
                }
                self.keep(Touched::default());
                // A browser that kept nothing at all has nothing to be kept again: try it with meta.
                self.keep_meta();
                mirror::look(self);
            }
            Intent::Speak(lang) => {
                self.speak(lang);
                renewal::tell(self);
            }
            Intent::CallMe(name) => self.choose(|settings| settings.name = name),
            Intent::Practise(practice) => self.practise(practice),
            Intent::Renew => renewal::renew(),
            Intent::PractiseAfresh => {
                let clear = |keeper: &Keeper| keeper.store.beside(Space::Practice).clear();
                let cleared = self.keeper.with_value(|keeper| web::in_manner(Manner::Instead, || clear(keeper)));
                self.note(cleared);
                self.open_practice();
            }
            Intent::ClearAll => points::before(self, Cause::EraseAll, move || self.clear_all()),
        }
    }

    /// Notes that a file has left.
    fn sent(self, left: Left) {
        if let Some(at) = left.at {
            self.meta.update(|meta| meta.sent = Some(at));
            self.keep_meta();
        }
        if let Some((name, marks)) = left.has {
            let kept = self.keeper.with_value(|keeper| {
                let mut receivers = keeper.store.receivers();
                receivers.note(&name, web::now_ms(), marks);
                keeper.store.save_receivers(&receivers)
            });
            self.note(kept);
        }
        if let Some(receipt) = left.receipt {
            let unite = |registry: &mut Registry| commands::take_in(registry, vec![receipt]);
            self.change(|registry, _| unite(registry).map(|(touched, _)| touched).unwrap_or_default());
        }
    }

    /// To whom files went from here.
    pub fn receivers(self) -> Receivers {
        self.registry.track();
        self.keeper.with_value(|keeper| keeper.store.receivers())
    }

    /// Does what another tab of this browser tells.
    fn hear(self, told: Told) {
        match told {
            Told::Wrote(key, text) => {
                let written = self.keeper.with_value(|keeper| keeper.store.written(&key, &text));
                if let Some((home, theirs)) = self.read_or_stop(written)
                    && !self.unite(home, &theirs)
                {
                    self.keep(Touched::one(home));
                }
            }
            // What could not be kept is only here.
            Told::ReadAnew if self.is_kept() => self.reopen_and_look(self.space()),
            Told::ReadAnew => {}
        }
    }

    /// What another tab or app wrote; when it is a newer app, this one stops writing.
    fn read_or_stop(self, written: Result<Option<(Home, Vec<Record>)>, Newer>) -> Option<(Home, Vec<Record>)> {
        written.unwrap_or_else(|Newer| {
            self.saving.set(Saving::Outdated);
            None
        })
    }

    /// Unites the records of a home with those that are here, as a file is united; whether they are the same afterwards.
    fn unite(self, home: Home, theirs: &[Record]) -> bool {
        let is_same = |registry: &Registry| registry.records_at(home).eq(theirs.iter());
        if self.registry.with_untracked(is_same) {
            return true;
        }
        let now = web::now_ms();
        self.keeper.update_value(|keeper| follow(&mut keeper.clock, theirs, now));
        self.registry.update(|registry| {
            // An id of two kinds cannot come from this app; then nothing is taken in.
            let _ = commands::take_in(registry, theirs.to_vec());
        });
        self.registry.with_untracked(is_same)
    }

    /// Keeps what was touched, together with what other tabs have written under the same keys since: their word of it may
    /// still be on its way.
    pub(super) fn keep_united(self, touched: Touched) {
        for home in touched.gained().into_iter().chain(touched.lost()) {
            let standing = self.keeper.with_value(|keeper| keeper.store.standing(home));
            if let Some((home, theirs)) = self.read_or_stop(standing) {
                self.unite(home, &theirs);
            }
        }
        self.keep(touched);
    }

    /// Makes one of the book and its second copy, which was just read.
    pub(super) fn reunite(self, copy: &[(String, String)]) {
        if self.saving.get_untracked() == Saving::Outdated {
            return;
        }
        let aside = self.aside.get_untracked();
        let reunion = self
            .registry
            .try_update(|registry| self.keeper.with_value(|keeper| keeper.store.reunite(registry, &aside, copy)));
        let Some(Ok(mut reunion)) = reunion else { return };
        if !reunion.newer.is_empty() {
            self.saving.set(Saving::Outdated);
            return;
        }
        let is_new = self.keeper.with_value(|keeper| keeper.is_new);
        if let Some(meta) = reunion.meta.take().filter(|meta| is_new && meta.device().is_some()) {
            self.meta.set(meta);
        }
        let (meta, now) = (self.meta.get_untracked(), web::now_ms());
        self.keeper.update_value(|keeper| {
            keeper.is_new = false;
            if let Some(device) = meta.device() {
                let clock = self.registry.with_untracked(|registry| registry.clock(device, meta.sent, now));
                keeper.clock = clock.in_lane(web::lane());
            }
            for broken in &reunion.broken {
                // One that finds no place stays where it is.
                if keeper.store.set_aside(broken).is_err() {
                    reunion.behind.retain(|name| !name.ends_with(&broken.key));
                }
            }
        });
        if !reunion.broken.is_empty() {
            self.aside.update(|aside| aside.append(&mut reunion.broken));
        }
        if is_new {
            self.keep_meta();
        }
        let healed = !reunion.touched.is_empty() && !reunion.healed.is_empty();
        let taken_over = self.keeper.with_value(|keeper| keeper.store.take_over(&reunion));
        self.note(taken_over);
        self.keep(std::mem::take(&mut reunion.touched));
        let texts = self.registry.with_untracked(|registry| {
            let text = |name: String| {
                let text = self.keeper.with_value(|keeper| keeper.store.text(registry, &name)).ok()?;
                Some((name, text))
            };
            reunion.behind.into_iter().filter_map(text).collect::<Vec<_>>()
        });
        web::in_manner(Manner::Healed, || texts.into_iter().for_each(|(name, text)| web::note(&name, text)));
        if healed {
            self.say(self.lang().texts().healed);
        }
    }

    /// Goes on without a second copy. A new book needs its device kept all the same, and what was to be kept there alone is not
    /// kept any more.
    pub(super) fn go_on_without_copy(self) {
        if self.keeper.try_update_value(|keeper| std::mem::take(&mut keeper.is_new)) == Some(true) {
            self.keep_meta();
        }
        if self.saving.get_untracked() == Saving::InCopy {
            self.keeper.update_value(|keeper| keeper.alone = false);
            self.keep(Touched::default());
        }
    }

    /// Puts a restore point in place of the book.
    pub(super) fn go_back(self, texts: &PointTexts) {
        let put = web::in_manner(Manner::Instead, || self.keeper.with_value(|keeper| keeper.store.go_back(texts)));
        if put.is_err() {
            self.note(put);
            return;
        }
        self.reopen(self.space());
        self.say(self.lang().texts().point_gone_back);
    }

    /// Opens the other book, at its summary: a page of one book must not go on over the other.
    fn practise(self, practice: bool) {
        self.keep(Touched::default());
        if !self.is_kept() {
            return;
        }
        web::go(&Route::Summary(Scope::All).to_string());
        self.choose(|settings| settings.practice = practice);
        if practice { self.open_practice() } else { self.reopen_and_look(Space::Book) }
    }

    /// Opens the practice book, filled with invented data if there is nothing in it.
    fn open_practice(self) {
        self.reopen_and_look(Space::Practice);
        if self.registry.with_untracked(Registry::is_empty) {
            let filled = self.registry.try_update(|registry| commands::take_in(registry, sample(Sample::ARTICLE)));
            if let Some(Ok((touched, _))) = filled {
                self.keep(touched);
            }
        }
    }

    /// Deletes both books and the name from this device. The real book is open then: the page offers it only there.
    fn clear_all(self) {
        let cleared = self.keeper.with_value(|keeper| {
            web::in_manner(Manner::Instead, || {
                let practice = keeper.store.beside(Space::Practice).clear();
                keeper.store.beside(Space::Book).clear().and(practice)
            })
        });
        if cleared.is_err() {
            self.note(cleared);
            return;
        }
        self.choose(|settings| {
            settings.name.clear();
            settings.practice = false;
        });
        self.reopen_and_look(Space::Book);
        self.say(self.lang().texts().clear_done);
    }

    fn reopen_and_look(self, space: Space) {
        self.reopen(space);
        mirror::look(self);
    }

    pub(super) fn change(self, command: impl FnOnce(&mut Registry, &mut dyn FnMut() -> Stamp) -> Touched) {
        let touched = self.registry.try_update(|registry| command(registry, &mut || self.stamp()));
        self.keep_united(touched.unwrap_or_default());
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
}
