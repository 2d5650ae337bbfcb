//! Files on their way in: looked at by the desk, then taken in home by home, in turns too short to be felt.

use std::cell::Cell;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::book::{Book, follow};
use super::desk;
use super::listed;
use super::locked::Unsealing;
use super::notice::{Notice, Offer};
use super::points;
use crate::desk::{Answer, Ask, Looked, Outcome, Progress, Summary};
use crate::domain::Id;
use crate::exchange::{GroupPlan, Header, SealError, Standing, Totals, with_receipt};
use crate::history::Record;
use crate::lists::TableError;
use crate::registry::{Home, Touched, commands};
use crate::route::Route;
use crate::search::Filter;
use crate::store::Cause;
use crate::ui::intake;
use crate::web::{self, Arrived, Beside, Manner, NoAnswer};

/// How far files are on their way in.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Intake {
    /// There are none.
    #[default]
    None,
    /// The one of this name is locked, and its passphrase is asked for.
    Locked(String, Unsealing),
    /// It is locked, and no passphrase can open it.
    Unopened(SealError),
    /// They are being looked at.
    Looking(Option<Progress>),
    /// They have been looked at.
    Looked(Arc<Looked>),
    /// They are being taken in: so many homes are done, of so many.
    Taking(usize, usize),
    /// The file is a workbook, and cannot be read.
    NoTable(TableError),
    /// The desk gave no answer.
    Unanswered,
}

thread_local! {
    /// Counts what was begun, so that what was stopped does not go on.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

pub(super) fn begin() -> u32 {
    TURN.set(TURN.get().wrapping_add(1));
    TURN.get()
}

pub(super) fn goes_on(turn: u32) -> bool {
    TURN.get() == turn
}

impl Book {
    /// Looks at files none of which is locked.
    pub(super) fn look_at_open(self, arrived: Vec<Arrived>) {
        let (turn, from) = (begin(), web::address());
        // A message from before would cover what is decided there.
        self.notice.set(None);
        self.intake.set(Intake::Looking(None));
        let names = arrived.iter().map(|arrived| arrived.name.clone()).collect();
        let blobs = arrived.iter().map(|arrived| arrived.blob.clone()).collect();
        let look = Ask::Look { today: web::today(), names };
        let beside = Beside { blobs, ..self.beside() };
        spawn_local(async move {
            let looked = self.ask_of(turn, &look, &beside).await;
            if looked.is_ok() && goes_on(turn) {
                intake::were_looked_at(arrived.clone());
            }
            let may_be_list = match &looked {
                Ok(Answer::Looked(looked)) => looked.may_be_list(),
                _ => None,
            };
            match (arrived.as_slice(), may_be_list) {
                ([file], Some(is_text)) => self.open_list(turn, file, is_text, looked, &from).await,
                _ => self.looked(turn, looked, &from),
            }
        });
    }

    /// Opens a file that may be a list of the office's; what it is not is refused for what it is.
    async fn open_list(self, turn: u32, file: &Arrived, is_text: bool, looked: Result<Answer, NoAnswer>, from: &str) {
        self.intake.set(Intake::Looking(None));
        let opened = listed::open(file, is_text).await;
        if !goes_on(turn) {
            return;
        }
        match opened {
            Ok(()) => {
                self.intake.set(Intake::None);
                web::go(&Route::List.to_string());
            }
            Err(error) if is_text && error != TableError::UnknownColumns => self.looked(turn, looked, from),
            Err(error) => {
                self.intake.set(Intake::NoTable(error));
                web::go(&Route::Files.to_string());
            }
        }
    }

    /// Leaves one of the files out.
    pub fn leave_out(self, place: usize) {
        let (turn, from) = (begin(), web::address());
        spawn_local(async move {
            let looked = self.ask_of(turn, &Ask::Leave { place }, &Beside::default()).await;
            self.looked(turn, looked, &from);
        });
    }

    async fn ask_of(self, turn: u32, ask: &Ask, beside: &Beside) -> Result<Answer, NoAnswer> {
        let tell = move |progress| {
            if goes_on(turn) {
                self.intake.set(Intake::Looking(Some(progress)));
            }
        };
        desk::ask(ask, beside, tell).await
    }

    fn looked(self, turn: u32, answer: Result<Answer, NoAnswer>, from: &str) {
        if !goes_on(turn) {
            return;
        }
        // A file may come while another page is open; why it is refused stands on the page "Berkas".
        let (intake, page) = match answer {
            Ok(Answer::Looked(looked)) => {
                let is_for_preview = looked.plan.is_some() || looked.files.len() > 1;
                (Intake::Looked(Arc::new(looked)), if is_for_preview { Route::Preview } else { Route::Files })
            }
            _ => (Intake::Unanswered, Route::Files),
        };
        self.intake.set(intake);
        let here = web::address();
        if here == from || here == Route::Files.to_string() || here == Route::Preview.to_string() {
            web::go_from(&here, &page.to_string());
        } else {
            // Whoever does something else meanwhile is not called away from it.
            self.say(self.lang().texts().intake_looked);
        }
    }

    /// Some of the groups that stand so, and how many there are of these.
    pub async fn cards(self, standing: Option<Standing>, from: usize, count: usize) -> (Vec<GroupPlan>, usize) {
        match desk::ask(&Ask::Cards { standing, from, count }, &Beside::default(), |_| {}).await {
            Ok(Answer::Cards { cards, of }) => (cards, of),
            _ => (Vec::new(), 0),
        }
    }

    /// Stops looking, or taking in; what was taken in already is taken back.
    pub fn stop_intake(self) {
        begin();
        desk::end();
        listed::stop_opening();
        if !matches!(self.intake.get_untracked(), Intake::Taking(..)) {
            self.intake.set(Intake::None);
        }
    }

    /// Takes the files in, without these groups.
    pub(super) fn take_in(self, without: Vec<Id>) {
        let Intake::Looked(looked) = self.intake.get_untracked() else { return };
        let turn = begin();
        self.intake.set(Intake::Taking(0, looked.plan.as_ref().map_or(0, Summary::groups)));
        let imports = self.keeper.with_value(|keeper| keeper.imports.len());
        points::before(self, Cause::Import, move || {
            spawn_local(async move {
                let taken = self.take_files(turn, &looked, &without).await;
                if !self.is_kept() {
                    self.keep(Touched::default());
                }
                self.registry.notify();
                // What follows is drawn in a turn of its own.
                web::next_turn(move || match taken {
                    Ok(()) if goes_on(turn) => self.taken(),
                    _ => self.put_back(turn, imports),
                });
            });
        });
    }

    async fn take_files(self, turn: u32, looked: &Looked, without: &[Id]) -> Result<(), NoAnswer> {
        let mut before = 0;
        for place in &good(looked) {
            let Outcome::Good(header) = &looked.files[*place].outcome else { continue };
            self.keeper.update_value(|keeper| keeper.imports.begin(header.clone()));
            // One at first: how long it takes depends on the device, and the first makes the machine code for all.
            let (mut from, mut count) = (Some(0), 1);
            while let Some(start) = from.filter(|_| goes_on(turn)) {
                let ask = Ask::Batch { place: *place, from: start, count, without: without.to_vec() };
                let answer = desk::ask(&ask, &Beside::default(), |_| {}).await?;
                let Answer::Batch { homes, next, of } = answer else { return Err(NoAnswer) };
                let began = web::now_ms();
                for records in homes {
                    self.take_home(records);
                }
                // Counted by home, and asked for by the top line.
                untrack(|| self.unsent());
                from = next;
                let done = next.unwrap_or(of);
                self.intake.set(Intake::Taking(before + done, before + of));
                // The turn is longer than this by what it takes to read the answer, and the next may be of larger groups.
                count = match web::now_ms() - began {
                    0..6 => count * 2,
                    6..14 => count,
                    _ => (count / 2).max(1),
                };
                if next.is_none() {
                    before += of;
                }
            }
            // That it has come is noted last, when whatever it brought under its own id is here, and taken back with it.
            self.take_home(self.registry.with_untracked(|registry| with_receipt(registry, header, Vec::new())));
        }
        Ok(())
    }

    /// Takes in what a file has of one home, and keeps it. What is drawn follows when all is done.
    fn take_home(self, records: Vec<Record>) {
        let now = web::now_ms();
        self.keeper.update_value(|keeper| follow(&mut keeper.clock, &records, now));
        let taken = self.registry.try_update_untracked(|registry| commands::take_in(registry, records));
        // The desk has refused a file with an id of two kinds.
        if let Some(Ok((touched, undo))) = taken {
            self.keeper.update_value(|keeper| keeper.imports.note(undo));
            let homes = touched.gained();
            if self.is_kept() {
                self.keep_united(touched);
            } else {
                // There is no room: what is left is tried once more in the end, and not at each home.
                self.keeper.update_value(|keeper| keeper.unsaved.extend(touched));
            }
            self.make_ready(&homes);
        }
    }

    /// Makes what the list and the top line ask of these homes, now that they are at hand: for all at once it takes long.
    fn make_ready(self, homes: &[Home]) {
        self.registry.with_untracked(|registry| {
            for home in homes {
                if let Home::Group(id) = home
                    && let Some(dossier) = registry.dossier(*id)
                {
                    dossier.haystack();
                }
            }
        });
    }

    fn taken(self) {
        let totals = self.registry.with_untracked(|registry| Totals::of(registry.dossiers()));
        let offer = self.imports().pop().map(|last| Offer::TakeBack(last.id));
        self.notice.set(Some(Notice { text: self.lang().taken_in(totals), offer }));
        self.intake.set(Intake::None);
        desk::end();
        listed::close();
        leave_preview(&Route::Groups(Filter::default()));
    }

    /// Puts back what an import that was stopped, or failed, has done so far.
    fn put_back(self, turn: u32, imports: usize) {
        while self.keeper.with_value(|keeper| keeper.imports.len()) > imports {
            self.take_back_at(self.keeper.with_value(|keeper| keeper.imports.len()) - 1);
        }
        self.intake.set(Intake::None);
        let t = self.lang().texts();
        self.say(if goes_on(turn) { t.intake_failed } else { t.intake_stopped });
        leave_preview(&Route::Files);
    }

    /// Takes back what one file brought, each time it was taken in, and leaves what others did.
    pub(super) fn take_back(self, file: &str) {
        let place = || self.keeper.with_value(|keeper| keeper.imports.names().rposition(|header| header.id == file));
        let mut kept: Option<usize> = None;
        while let Some(taken_back) = place().and_then(|place| self.take_back_at(place)) {
            kept = Some(kept.unwrap_or_default() + taken_back.kept);
        }
        if let Some(kept) = kept {
            let texts = self.lang().texts();
            self.say(if kept == 0 { texts.taken_back } else { texts.taken_back_in_part });
        }
    }

    fn take_back_at(self, place: usize) -> Option<commands::TakenBack> {
        let taken_back = self.keeper.try_update_value(|keeper| {
            self.registry.try_update(|registry| commands::take_back(registry, &mut keeper.imports, place))
        })??;
        web::in_manner(Manner::Instead, || self.keep(taken_back.touched.clone()));
        Some(taken_back)
    }

    /// The files that were taken in and can be taken back, each once, in the order in which they came last.
    pub fn imports(self) -> Vec<Header> {
        self.registry.track();
        let mut headers: Vec<Header> = Vec::new();
        self.keeper.with_value(|keeper| {
            for header in keeper.imports.names() {
                headers.retain(|known| known.id != header.id);
                headers.push(header.clone());
            }
        });
        headers
    }

    /// The texts of all homes, as they are in memory.
    pub fn texts_of_homes(self) -> Vec<String> {
        self.registry
            .with_untracked(|registry| self.keeper.with_value(|keeper| keeper.store.texts(registry, &keeper.marks)))
    }
}

/// Goes on from the preview, unless the person is on another page by then.
fn leave_preview(to: &Route) {
    web::go_from(&Route::Preview.to_string(), &to.to_string());
}

/// The places of the files that can be taken in.
fn good(looked: &Looked) -> Vec<usize> {
    let is_good = |place: &usize| matches!(looked.files[*place].outcome, Outcome::Good(_));
    (0..looked.files.len()).filter(is_good).collect()
}
