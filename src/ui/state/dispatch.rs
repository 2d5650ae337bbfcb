//! Carries out intents: the one way by which a person changes the book. Comes with the second wasm.
//!
//! Deliberately absent: what other tabs and the second copy bring (`tabs.rs`, `reunion.rs`), and the work of the features.

use leptos::prelude::*;

use super::app::App;
use super::backup::Backup;
use super::cut;
use super::day;
use super::importing::Importing;
use super::inbox::Inbox;
use super::intent::{Erase, Intent, Save, Then};
use super::mirror::Mirror;
use super::outgoing::SentNote;
use super::points;
use super::practice;
use super::renewal::Renewal;
use super::reply::{Go, Reply, Unsaved};
use super::saving::Saving;
use super::snapshot;
use super::undo;
use super::windows::Window;
use crate::domain::{ConsentWay, Date, Id, Line};
use crate::kinds::KindId;
use crate::registry::{Dossier, Registry, Touched, commands};
use crate::route::Route;
use crate::search::Filter;
use crate::stats::Scope;
use crate::store::{Arrangement, Cause, FormKey, Receivers, Space};
use crate::web;

/// Whether what goes on behind the pages has begun.
#[derive(Clone, Copy)]
struct HasBegun(StoredValue<bool>);

impl App {
    /// Reads the book, and begins what goes on behind the pages as long as the app lives, unless it goes on already.
    pub fn begin(self) {
        self.read_in();
        let HasBegun(has_begun) = self.feature(|_| HasBegun(StoredValue::new(false)));
        if has_begun.try_update_value(|has_begun| std::mem::replace(has_begun, true)) != Some(false) {
            return;
        }
        if untrack(|| self.is_practice()) && self.registry.with_untracked(Registry::is_empty) {
            self.open_practice();
        }
        Window::of(self).find_out();
        Mirror::of(self).start();
        snapshot::start(self);
        Renewal::of(self).start();
        day::start(self);
        Backup::of(self).begin();
        Inbox::of(self).begin();
    }

    /// Does what a person wants and keeps what it changed; then says and goes what follows from it.
    pub fn dispatch(self, intent: Intent) {
        self.answer(intent);
    }

    /// The same, for whoever goes on by what came of it.
    pub fn answer(self, intent: Intent) -> Reply {
        let now = if intent.replaces() { Mirror::of(self).put_off(intent) } else { Some(intent) };
        now.map_or_else(Reply::silent, |intent| self.answer_now(intent))
    }

    /// The same, without waiting for the second copy.
    pub(super) fn answer_now(self, intent: Intent) -> Reply {
        let mut reply = self.carry_out(intent);
        reply.saved = reply.saved.and_then(|()| self.saved());
        self.perform(&reply);
        reply
    }

    fn carry_out(self, intent: Intent) -> Reply {
        match intent {
            Intent::Save(save) => return self.save(*save),
            Intent::Decide { id, field, value } => return undo::decide(self, id, field, value),
            Intent::Restore { id, field, value } => return undo::restore(self, id, field, value),
            Intent::Consent { members, on, way } => return self.consent(&members, on, way),
            Intent::Leave { member, on, reason } => return self.leave(member, on, reason.as_ref()),
            Intent::Settle { one, other, outcome } => return self.settle(one, other, outcome),
            Intent::EraseGroup { id, points } => return self.erase_group(id, points),
            Intent::Erase(erase) => return self.erase(*erase),
            Intent::UndoImport { file } => return self.step(|| Importing::of(self).undo(&file)),
            Intent::UndoLast => return self.step(|| undo::undo(self)),
            Intent::BringBack { erased } => return self.bring_back(&erased),
            Intent::StopImport => return self.stop_import(),
            Intent::Practise(practice) => return self.step(|| self.practise(practice)),
            Intent::Hear(told) => self.hear(told),
            Intent::GoOnInCopy => {
                self.session.update_value(|session| session.alone = true);
                if let Saving::Failed(error) = self.saving.get_untracked() {
                    self.note(Err(error));
                }
            }
            Intent::Inspect(arrived) => Inbox::of(self).take(arrived),
            Intent::InspectWaiting(number) => Inbox::of(self).take_waiting(number),
            Intent::ThrowAway(number) => Inbox::of(self).throw_away(number),
            Intent::Unlock(typed) => Importing::of(self).unlock(typed),
            Intent::LeaveLocked => Importing::of(self).leave_locked(),
            Intent::LeaveOut { place } => Importing::of(self).leave_out(place),
            Intent::Import { without } => Importing::of(self).import(without),
            Intent::GoBack(point) => self.go_back_to(point),
            Intent::LeaveCut(at_ms) => cut::leave(self, at_ms),
            Intent::ForgetPoints => points::forget_all(self),
            Intent::ForgetErased { erased } => self.forget_erased(&erased),
            Intent::Sent(left) => self.sent(*left),
            Intent::SaveAgain => {
                if let Some((form, draft)) = self.session.with_value(|session| session.unkept_form.clone()) {
                    self.keep_form(form, &draft);
                }
                self.keep_bin();
                self.keep(Touched::default());
                // A browser that kept nothing at all has nothing to be kept again: try it with meta.
                self.keep_meta();
                Mirror::of(self).look();
            }
            Intent::Speak(lang) => {
                self.speak(lang);
                Renewal::of(self).tell();
                cut::tell(self);
            }
            Intent::WorkIn(city) => {
                self.choose(|settings| settings.city = city.to_string());
                return Reply::silent().going_instead(Route::City(city, Scope::All));
            }
            Intent::InspectPractice => practice::inspect(self),
            Intent::CallMe(name) => self.choose(|settings| settings.name = name),
            Intent::Arrange(word) => self.choose(|settings| {
                settings.desk = Arrangement::read(&settings.desk).turned(&word).text();
            }),
            Intent::Renew => {
                return self.step(|| {
                    Renewal::of(self).renew();
                    Reply::silent()
                });
            }
            Intent::PractiseAfresh => {
                return self.step(|| {
                    self.note(self.clear(Space::Practice));
                    cut::forget(self, Space::Practice);
                    self.open_practice();
                    Reply::silent()
                });
            }
            Intent::ClearAll => self.step_after_point(Cause::EraseAll, move || self.clear_all()),
        }
        Reply::silent()
    }

    /// Saves what was typed. A form that is saved is thrown away; one whose record could not be kept stays, and comes back after a
    /// reload.
    fn save(self, save: Save) -> Reply {
        let Save { kind, id, within, form, seen, set, then: Then { say, go } } = save;
        let ids = |_: &Registry| vec![id.to_string()];
        self.change_noted(ids, |registry, stamp| commands::save(registry, kind, id, stamp(), &seen, set));
        if self.is_kept() {
            self.forget_form(form);
        }
        // Another window may have deleted it a moment ago, and is heard of only with saving.
        if untrack(|| self.is_gone(id, !seen.is_empty(), within)) {
            return Reply::unsaved(Unsaved::Gone);
        }
        if let Err(why) = self.saved() {
            return Reply::unsaved(why);
        }
        Backup::of(self).ask_to_keep();
        Reply { go: go.map(Go::Instead), ..undo::offered(say) }
    }

    fn erase_group(self, id: Id, points: bool) -> Reply {
        let (name, all) = self.registry.with_untracked(|registry| {
            let dossier = registry.dossier(id);
            let all = |dossier: &Dossier| dossier.heads().map(|head| (head.kind, head.id)).collect::<Vec<_>>();
            let name = self.lang().group_name(dossier.map(|dossier| &dossier.group.value));
            (name, dossier.map(all).unwrap_or_default())
        });
        self.forget_with(&all.iter().map(|(_, id)| *id).collect::<Vec<_>>());
        let ids = |registry: &Registry| commands::erased_with(registry, id);
        self.change_noted(ids, |registry, stamp| commands::erase_group(registry, id, stamp));
        for kind in KindId::in_groups().chain([KindId::Member]) {
            self.forget_forms_like(FormKey::New(kind, Some(id), None));
        }
        self.forget_forms_for_good(all.into_iter().map(|(kind, id)| FormKey::Of(kind, id)).collect());
        if points {
            points::forget_these(self);
        }
        undo::offered(self.lang().erased(&name)).going_instead(Route::Groups(Filter::default()))
    }

    fn erase(self, Erase { kind, group, id, name, points }: Erase) -> Reply {
        self.forget_with(&[id]);
        let ids = |registry: &Registry| commands::erased_with(registry, id);
        self.change_noted(ids, |registry, stamp| commands::erase_record(registry, id, stamp()));
        self.forget_forms_for_good(vec![FormKey::Of(kind, id)]);
        if points {
            points::forget_these(self);
        }
        undo::offered(self.lang().erased(&name)).going_instead(Route::list_of(kind, group))
    }

    /// Notes the consent of members, all on the same day and in the same way.
    fn consent(self, members: &[Id], on: Date, way: Option<ConsentWay>) -> Reply {
        let ids = |_: &Registry| members.iter().map(Id::to_string).collect();
        self.change_noted(ids, |registry, stamp| commands::consent(registry, members, on, way, stamp));
        undo::offered(self.lang().consent_noted(members.len()))
    }

    /// Notes that a member has left.
    fn leave(self, member: Id, on: Date, reason: Option<&Line>) -> Reply {
        let ids = |_: &Registry| vec![member.to_string()];
        self.change_noted(ids, |registry, stamp| commands::leave(registry, member, on, reason, stamp()));
        undo::offered(self.lang().texts().duplicates_left.to_owned())
    }

    /// Notes that a file has left.
    fn sent(self, left: SentNote) {
        // One of the book before is none of this one.
        if !self.sits(left.of) {
            return;
        }
        if let Some(at) = left.at {
            self.write.meta.update(|meta| self.registry.with_untracked(|registry| meta.note_sent(at, registry)));
            self.keep_meta();
        }
        if let Some((name, marks)) = left.has {
            let kept = self.session.with_value(|session| {
                let mut receivers = session.store.receivers();
                receivers.note(&name, web::now_ms(), marks);
                session.store.save_receivers(&receivers)
            });
            self.note(kept);
        }
        if let Some(receipt) = left.receipt {
            self.note_came(&receipt);
            let unite = |registry: &mut Registry| commands::import(registry, vec![receipt]);
            self.change(|registry, _| unite(registry).map(|(touched, _)| touched).unwrap_or_default());
        }
    }

    /// To whom files went from here.
    pub fn receivers(self) -> Receivers {
        self.registry.track();
        self.session.with_value(|session| session.store.receivers())
    }
}
