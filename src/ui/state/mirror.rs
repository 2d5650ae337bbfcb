//! Keeping the second copy: written after each save, united with the first at the start.
//!
//! Comes with the second wasm. Relies on `web::database` for the copy and on `store` for what two copies come to.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use super::cut;
use super::intent::Intent;
use super::points;
use super::saving::SecondCopy;
use crate::store::{Offer, Settler, Space, WriteMode, epochs_key, is_form, settings_key};
use crate::web::database::{self, DatabaseError, How, Put, Table};
use crate::web::{self, Note, Told};

/// So many aggregates are written in one go: a whole province at once would keep the page from answering.
const PORTION: usize = 24;

/// What there is to do with the second copy of a book. How it stands is [`SecondCopy`].
#[derive(Clone, Copy)]
pub(super) struct Mirror {
    app: App,
    is_at_work: StoredValue<bool>,
    is_to_work: StoredValue<bool>,
    is_to_look: StoredValue<bool>,
    /// What a person wants that is done once the copy has been read.
    put_off: StoredValue<Vec<Intent>>,
}

impl Mirror {
    /// That of a book.
    pub(super) fn of(app: App) -> Self {
        app.feature(|app| {
            let [is_at_work, is_to_work, is_to_look] = [false; 3].map(StoredValue::new);
            Self { app, is_at_work, is_to_work, is_to_look, put_off: StoredValue::new(Vec::new()) }
        })
    }

    /// Looks at the second copy, and keeps it from now on.
    pub(super) fn start(self) {
        let app = self.app;
        web::on_other_tab(move |told| app.dispatch(Intent::Hear(told)));
        spawn_local(async move {
            web::take_lane().await;
            app.session.update_value(|session| session.clock = session.clock.in_lane(web::lane()));
        });
        // Whoever was given up as gone may have been slow.
        database::on_late_answer(move || self.look());
        web::on_note(move |note| self.hear(note));
        self.look();
    }

    fn hear(self, note: &Note) {
        // What is being typed is kept, too, but that is not worth a word at each key.
        if !is_form(&note.key) {
            self.app.write.copy.set(SecondCopy::Writing);
        }
        // What was noted in one go is written in one, or in portions, and not before the page says what it has to say of it.
        if !replace(self.is_to_work, true) {
            web::next_turn(move || {
                self.is_to_work.set_value(false);
                spawn_local(self.work());
            });
        }
    }

    /// Reads the second copy of the book that is open, and makes the two one.
    pub(super) fn look(self) {
        self.app.write.copy.set(SecondCopy::Checking);
        self.is_to_look.set_value(true);
        spawn_local(self.work());
    }

    /// Puts something off until the copy has been read, if it is still to be read: what is put in place of records that nobody has
    /// seen would take them away. Gives it back where nothing is to be waited for.
    pub(super) fn put_off(self, intent: Intent) -> Option<Intent> {
        let is_whole = self.app.session.with_value(|session| session.whole_in == Some(self.app.sitting()));
        let is_awaited = self.is_at_work.get_value() || self.is_to_work.get_value();
        if is_whole || !is_awaited {
            return Some(intent);
        }
        self.put_off.update_value(|all| all.push(intent));
        None
    }

    /// Does what there is to do, one thing after the other, for as long as there is anything. What is noted is written before
    /// the copy is read: else what was just taken away would be read from it again.
    async fn work(self) {
        if replace(self.is_at_work, true) {
            return;
        }
        let mut done = Ok(());
        while done.is_ok() {
            let notes = web::take_notes(PORTION);
            if !notes.is_empty() {
                done = self.write(notes).await;
            } else if replace(self.is_to_look, false) {
                done = self.read().await;
                // Until it has been read, it must not pass for whole. It may be asked for again meanwhile.
                if done.is_err() {
                    self.is_to_look.set_value(true);
                }
            } else {
                break;
            }
        }
        self.is_at_work.set_value(false);
        if done.is_ok() {
            self.app.write.copy.set(SecondCopy::Kept);
        } else {
            self.app.write.copy.set(SecondCopy::None);
            self.app.go_on_without_copy();
            cut::look(self.app);
        }
        let put_off = self.put_off.try_update_value(std::mem::take).unwrap_or_default();
        // Read or failed: nothing is put off twice.
        for intent in put_off {
            self.app.answer_now(intent);
        }
    }

    async fn read(self) -> Result<(), DatabaseError> {
        let app = self.app;
        let settings = database::read(Table::Texts, &settings_key()).await?.and_then(|text| text.as_string());
        if app.reunite_settings(settings.as_deref()) {
            // Another book is open now, and to be looked at by itself.
            return Ok(());
        }
        let sitting = app.sitting();
        let found = database::read_all(Table::Texts, sitting.space().prefix()).await?;
        points::before_migration(app).await;
        // Meanwhile another book may have been opened, or something taken away that this copy still has.
        if !app.sits(sitting) || web::is_replaced() {
            self.is_to_look.set_value(true);
        } else {
            let texts = found.into_iter().filter_map(|(key, value)| Some((key, value.as_string()?)));
            app.reunite(&texts.collect::<Vec<_>>());
            cut::look(app);
        }
        Ok(())
    }

    /// Tells the other tabs, and writes.
    async fn write(self, notes: Vec<Note>) -> Result<(), DatabaseError> {
        notes.iter().filter(|note| note.mode == WriteMode::Merge).for_each(tell);
        let notes = Rc::new(notes);
        let settler = Rc::new(RefCell::new(Settler::new(self.app.own())));
        let done = put_all(&notes, &settler).await;
        // Only now, lest another tab reads from the second copy what was taken back.
        if notes.iter().any(|note| note.mode == WriteMode::Replace) {
            web::tell(&Told::ReadAnew);
        }
        if settler.borrow().is_overtaken {
            self.is_to_look.set_value(true);
        }
        if done.is_err() {
            web::put_back(notes.to_vec());
        }
        done
    }
}

/// Puts a value in place of another, which it answers.
fn replace(value: StoredValue<bool>, by: bool) -> bool {
    value.try_update_value(|value| std::mem::replace(value, by)).unwrap_or_default()
}

/// Writes notes in one transaction, which begins with what was put in place by whom.
async fn put_all(notes: &Rc<Vec<Note>>, settler: &Rc<RefCell<Settler>>) -> Result<(), DatabaseError> {
    let is_of = |space: &Space| notes.iter().any(|note| note.key.starts_with(space.prefix()));
    let spaces: Vec<Space> = [Space::Book, Space::Practice].into_iter().filter(is_of).collect();
    let looks = spaces.iter().map(|space| put(&epochs_key(*space), How::Settled));
    let puts = notes.iter().map(|note| put(&note.key, if note.all { How::AllGone } else { How::Settled }));
    let puts = looks.chain(puts).collect();
    let (notes, settler) = (notes.clone(), settler.clone());
    let settle = move |place: usize, there: Option<String>| {
        let mut settler = settler.borrow_mut();
        if let Some(space) = spaces.get(place) {
            settler.look(*space, there.as_deref());
            return there;
        }
        let note = notes.get(place - spaces.len())?;
        let offer = Offer { text: note.text.clone(), unite: note.mode == WriteMode::Merge, epoch: note.epoch };
        settler.settle(&note.key, there.as_deref(), offer)
    };
    database::write_settled(puts, settle).await
}

fn tell(note: &Note) {
    if let Some(text) = &note.text {
        web::tell(&Told::Wrote(note.key.clone(), text.clone()));
    }
}

fn put(key: &str, how: How) -> Put {
    Put { how, ..Put::text(Table::Texts, key, None) }
}
