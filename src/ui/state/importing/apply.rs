//! Taking files in, aggregate by aggregate, in turns too short to be felt; and taking back what one brought.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{ImportState, Importing, Turn};
use crate::domain::Id;
use crate::exchange::{Header, Totals, with_receipt};
use crate::history::Record;
use crate::import_worker::{Answer, Ask, Inspection, Outcome, PlanCounts};
use crate::registry::{Aggregate, Touched, commands};
use crate::route::Route;
use crate::search::Filter;
use crate::store::Cause;
use crate::ui::state::cut;
use crate::ui::state::import_client::ImportClient;
use crate::ui::state::notice::{Notice, Offer};
use crate::ui::state::points;
use crate::ui::state::reply::Reply;
use crate::ui::state::session::follow;
use crate::ui::state::table_import::TableImport;
use crate::web::{self, Transfer, WorkerError};

/// So much the files that can be taken back may hold together in memory, in bytes of JSON: three times the programme.
const UNDO: usize = 16 << 20;

impl Importing {
    /// Takes the files in, without these groups.
    pub(in crate::ui::state) fn import(self, without: Vec<Id>) {
        let ImportState::Inspection(inspection) = self.state.get_untracked() else { return };
        // What they were compared with must be what they go into.
        if self.looked_in.get_value() != Some(self.app.sitting()) {
            return self.clear();
        }
        let turn = self.begin_turn();
        self.write.set(ImportState::Taking(0, inspection.plan.as_ref().map_or(0, PlanCounts::groups)));
        self.app.session.update_value(|session| session.taking = Some(session.imports.len()));
        let asked_ms = web::now_ms();
        spawn_local(async move {
            let made = points::make(self.app, Cause::Import).await;
            if !self.goes_on(turn) {
                return;
            }
            if made.is_err() {
                self.app.session.update_value(|session| session.taking = None);
                self.write.set(ImportState::Inspection(inspection));
                return self.app.say(self.app.lang().texts().point_failed);
            }
            cut::begin(self.app, turn, &inspection, asked_ms).await;
            let taken = self.take_files(turn, &inspection, &without).await;
            // Whoever ended it has put things back.
            if !self.goes_on(turn) {
                return;
            }
            if !self.app.is_kept() {
                self.app.keep(Touched::default());
            }
            self.app.write.registry.notify();
            // What follows is drawn in a turn of its own.
            web::next_turn(move || match taken {
                _ if !self.goes_on(turn) => {}
                Ok(()) => self.taken(),
                Err(WorkerError) => self.failed(),
            });
        });
    }

    async fn take_files(self, turn: Turn, inspection: &Inspection, without: &[Id]) -> Result<(), WorkerError> {
        let mut before = 0;
        for place in &good(inspection) {
            let Outcome::Good(header) = &inspection.files[*place].outcome else { continue };
            if !self.goes_on(turn) {
                return Err(WorkerError);
            }
            self.app.session.update_value(|session| session.imports.begin(header.clone()));
            // One at first: how long it takes depends on the device, and the first makes the machine code for all.
            let (mut from, mut count) = (Some(0), 1);
            while let Some(start) = from {
                let (without, granted) = (without.to_vec(), inspection.granted.clone());
                let ask = Ask::Batch { place: *place, from: start, count, without, granted };
                let answer = ImportClient::of(self.app).ask(&ask, &Transfer::default(), |_| {}).await?;
                // From here on nothing is waited for until this much is kept.
                if !self.goes_on(turn) {
                    return Err(WorkerError);
                }
                let Answer::Batch { aggregates, next, of } = answer else { return Err(WorkerError) };
                let began = web::now_ms();
                for records in aggregates {
                    self.apply_aggregate(records, header);
                }
                // Counted by aggregate, and asked for by the top line.
                untrack(|| self.app.unsent());
                from = next;
                let done = next.unwrap_or(of);
                self.write.set(ImportState::Taking(before + done, before + of));
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
            let receipt = self.app.registry.with_untracked(|registry| with_receipt(registry, header, Vec::new()));
            for receipt in &receipt {
                self.app.note_came(receipt);
            }
            self.apply_aggregate(receipt, header);
        }
        Ok(())
    }

    /// Takes in what a file has of one aggregate, and keeps it, and what it erases. What is drawn follows when all is done.
    fn apply_aggregate(self, records: Vec<Record>, header: &Header) {
        self.app.keep_erased(&records, header);
        self.app.note_told(&records, header);
        let now = web::now_ms();
        self.app.watch_for_copies(&records);
        self.app.session.update_value(|session| follow(&mut session.clock, &records, now));
        let taken = self.app.write.registry.try_update_untracked(|registry| commands::import(registry, records));
        // The import worker has refused a file with an id of two kinds.
        if let Some(Ok((touched, undo))) = taken {
            self.app.session.update_value(|session| session.imports.note(undo));
            let aggregates = touched.gained();
            if self.app.is_kept() {
                self.app.keep_united(touched);
            } else {
                // There is no room: what is left is tried once more in the end, and not at each aggregate.
                self.app.session.update_value(|session| session.unsaved.extend(touched));
            }
            self.make_ready(&aggregates);
        }
    }

    /// Makes what the list and the top line ask of these aggregates, now that they are at hand: for all at once it takes long.
    fn make_ready(self, aggregates: &[Aggregate]) {
        self.app.registry.with_untracked(|registry| {
            for aggregate in aggregates {
                if let Aggregate::Group(id) = aggregate
                    && let Some(dossier) = registry.dossier(*id)
                {
                    dossier.haystack();
                }
            }
        });
    }

    fn taken(self) {
        self.app.tidy_bin();
        self.app.session.update_value(|session| session.imports.bound(UNDO));
        let totals = self.app.registry.with_untracked(|registry| Totals::of(registry.dossiers()));
        let offer = self.imports().pop().map(|last| Offer::TakeBack(last.id));
        let told = [Some(self.app.lang().taken_in(totals)), self.app.copy_told().map(str::to_owned)];
        let text = told.into_iter().flatten().collect::<Vec<_>>().join(" ");
        self.app.perform(&Reply { say: Some(Notice { text, offer }), ..Reply::silent() });
        self.app.session.update_value(|session| session.taking = None);
        cut::end(self.app, true);
        self.clear();
        ImportClient::of(self.app).end();
        TableImport::of(self.app).close();
        Self::leave_preview(&Route::Groups(Filter::default()));
    }

    /// The import worker gave no answer: what was taken in so far goes again.
    fn failed(self) {
        self.app.end_import();
        self.app.say(self.app.lang().texts().intake_failed);
        Self::leave_preview(&Route::Files);
    }

    /// Takes back what one file brought, each time it was taken in, and leaves what others did.
    pub(in crate::ui::state) fn undo(self, file: &str) -> Reply {
        let place =
            || self.app.session.with_value(|session| session.imports.names().rposition(|header| header.id == file));
        let mut kept: Option<usize> = None;
        while let Some(taken_back) = place().and_then(|place| self.take_back_at(place)) {
            kept = Some(kept.unwrap_or_default() + taken_back.kept);
        }
        let texts = self.app.lang().texts();
        match kept {
            Some(0) => Reply::said(texts.taken_back),
            Some(_) => Reply::said(texts.taken_back_in_part),
            None => Reply::silent(),
        }
    }

    /// Takes back all but so many of the files that were taken in.
    pub(in crate::ui::state) fn put_back(self, before: usize) {
        let count = || self.app.session.with_value(|session| session.imports.len());
        while count() > before {
            self.take_back_at(count() - 1);
        }
    }

    fn take_back_at(self, place: usize) -> Option<commands::Undone> {
        let header = self.app.session.with_value(|session| session.imports.names().nth(place).cloned())?;
        let taken_back = self.app.session.try_update_value(|session| {
            self.app.write.registry.try_update(|registry| commands::undo_import(registry, &mut session.imports, place))
        })??;
        self.app.keep_instead(taken_back.touched.clone());
        self.app.tidy_bin();
        self.app.forget_came(&header);
        Some(taken_back)
    }

    /// The files that were taken in and can be taken back, each once, in the order in which they came last.
    pub fn imports(self) -> Vec<Header> {
        self.app.registry.track();
        let mut headers: Vec<Header> = Vec::new();
        self.app.session.with_value(|session| {
            for header in session.imports.names() {
                headers.retain(|known| known.id != header.id);
                headers.push(header.clone());
            }
        });
        headers
    }
}

/// The places of the files that can be taken in.
fn good(inspection: &Inspection) -> Vec<usize> {
    let is_good = |place: &usize| matches!(inspection.files[*place].outcome, Outcome::Good(_));
    (0..inspection.files.len()).filter(is_good).collect()
}
