//! One open form.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use crate::domain::{Fault, Id};
use crate::history::{Fields, Record};
use crate::i18n::Lang;
use crate::kinds::{FieldRef, Severity, ValueType};
use crate::registry::{Draft, Registry};
use crate::store::FormKey;
use crate::ui::parts::landmarks::ERRORS;
use crate::ui::parts::{Remark, Tone};
use crate::ui::state::{App, Intent, Save, Then, Unsaved, Window, use_app, use_lang, use_route};
use crate::web;

/// The id of what is said when there is nothing left to change.
pub(super) const GONE: &str = "form-gone";

/// Something that the rules found in a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The field it is about.
    pub field: FieldRef,
    /// How grave it is.
    pub severity: Severity,
    /// The sentence.
    pub text: String,
}

/// What a form is about.
#[derive(Clone, Copy)]
struct About {
    kind: &'static str,
    /// Under which key it is kept.
    key: FormKey,
    /// The group that its record belongs to, where it is of one.
    within: Option<Id>,
}

/// A form that is being filled in. Copied freely.
#[derive(Clone, Copy)]
pub struct Form {
    app: App,
    about: StoredValue<About>,
    /// What has been typed.
    pub draft: RwSignal<Draft>,
    /// Whether what is shown was left half typed earlier.
    pub restored: RwSignal<bool>,
    /// The draft as the record has it, for throwing away what was typed.
    fresh: StoredValue<Draft>,
    findings: Memo<Vec<Finding>>,
    left: RwSignal<Vec<FieldRef>>,
    tried: RwSignal<bool>,
    /// Whether it is saved and about to close: what is new in the record then is its own.
    saved: StoredValue<bool>,
}

/// A draft over a record as it is now, or over none yet.
pub fn open_draft(kind: &'static str, id: Id, record: Option<&Record>) -> Draft {
    record.map_or_else(|| Draft::new(kind, id), |record| Draft::open(kind, id, &record.fold()))
}

impl Form {
    /// Opens a form on a draft, or on what was left half typed under this key; `within` is the group of its record. `check` is run as
    /// the person types.
    pub fn open(
        kind: &'static str,
        key: FormKey,
        within: Option<Id>,
        fresh: Draft,
        check: impl Fn(&Draft) -> Vec<Finding> + Send + Sync + 'static,
    ) -> Self {
        let app = use_app();
        // What is new belongs to a window, and is brought back once it is certain which this is.
        let left_over = if key.is_new() { None } else { left_over(app, kind, key) };
        let restored = RwSignal::new(left_over.is_some());
        let draft = RwSignal::new(left_over.unwrap_or_else(|| fresh.clone()));
        let check = Arc::new(check);
        let form = Self {
            app,
            about: StoredValue::new(About { kind, key, within }),
            draft,
            restored,
            fresh: StoredValue::new(fresh),
            findings: Memo::new(move |_| draft.with(|draft| check(draft))),
            left: RwSignal::new(Vec::new()),
            tried: RwSignal::new(false),
            saved: StoredValue::new(false),
        };
        let here = use_route().get_untracked();
        on_cleanup(move || {
            if form.is_half_typed() {
                app.say_half_typed(app.lang().texts().form_waits, here);
            }
        });
        if key.is_new() {
            let window = Window::of(app).id;
            Effect::new(move |is_done: Option<bool>| {
                let window = window.get();
                if let Some(window) = window.filter(|_| is_done != Some(true)) {
                    spawn_local(form.bring_back(window));
                }
                window.is_some()
            });
        }
        form
    }

    /// Brings back what was left half typed in this window, or in one that is gone. One that is open goes on with its own.
    async fn bring_back(self, window: Id) {
        let Some(About { kind, key, within }) = self.about.try_get_value() else { return };
        let own = key.in_window(Some(window));
        self.about.set_value(About { kind, key: own, within });
        let mut others = self.app.forms_like(own);
        others.sort_by_key(|other| *other != own);
        for other in others {
            let is_open = match other.window().filter(|_| other != own) {
                Some(window) => web::is_window_open(window).await,
                None => false,
            };
            // The page may be gone by now, or the person has begun.
            if !self.is_untouched() {
                return;
            }
            if is_open {
                continue;
            }
            let Some(draft) = left_over(self.app, kind, other) else { continue };
            if other != own {
                self.app.keep_form(own, &draft.to_json());
                self.app.forget_form(other);
            }
            self.draft.set(draft);
            self.restored.set(true);
            return;
        }
    }

    /// Whether nothing stands in it that did not when it was opened; not so when its page is gone.
    pub fn is_untouched(self) -> bool {
        self.draft.try_with_untracked(|draft| self.fresh.with_value(|fresh| draft == fresh)) == Some(true)
    }

    /// Whether something was typed that is neither saved nor thrown away, and can still be saved.
    fn is_half_typed(self) -> bool {
        let is_touched = self.draft.try_with_untracked(|draft| self.fresh.with_value(|fresh| draft != fresh));
        is_touched == Some(true) && !self.saved.try_get_value().unwrap_or(true) && !untrack(|| self.is_gone())
    }

    /// Whether what it is about has been deleted since it was opened: its record, or the group that this belongs to.
    pub fn is_gone(self) -> bool {
        let (id, was_there) = self.draft.with(|draft| (draft.id(), !draft.seen().is_empty()));
        self.app.is_gone(id, was_there, self.about.get_value().within)
    }

    /// Whether the group is deleted that its record belongs to.
    pub fn is_without_group(self, registry: &Registry) -> bool {
        self.about
            .get_value()
            .within
            .is_some_and(|group| registry.record(&group.to_string()).is_none_or(Record::is_erased))
    }

    /// Makes it the form of a new record with what stands in it.
    pub fn begin_anew(self) {
        let anew = self.draft.with_untracked(|draft| draft.anew(web::random_id()));
        self.app.keep_form(self.about.get_value().key, &anew.to_json());
        self.saved.set_value(false);
        self.draft.set(anew);
    }

    /// What another tab or a file has changed in the record since the form was opened.
    pub fn changed_elsewhere(self) -> Vec<(FieldRef, Value)> {
        if self.saved.get_value() {
            return Vec::new();
        }
        self.app.registry.with(|registry| {
            self.draft.with(|draft| {
                let record = registry.record(&draft.id().to_string());
                record.map(|record| draft.changed_elsewhere(&record.fold())).unwrap_or_default()
            })
        })
    }

    /// The record it becomes. Saved but not closed yet, a new one would otherwise be like itself.
    pub fn own(self) -> Id {
        self.draft.with_untracked(Draft::id)
    }

    /// What stands in a field.
    pub fn text(self, field: FieldRef) -> Signal<String> {
        Signal::derive(move || self.draft.with(|draft| draft.text(field).to_owned()))
    }

    /// Puts what was typed into a field, and keeps the form for after a crash.
    pub fn put(self, field: FieldRef, text: String) {
        self.draft.update(|draft| draft.put(field, text));
        self.draft.with_untracked(|draft| self.app.keep_form(self.about.get_value().key, &draft.to_json()));
    }

    /// Notes that a field was left: from now on its faults are shown, and a date or a long number stands as such are written.
    pub fn leave(self, field: FieldRef) {
        if matches!(field.value_type(), ValueType::Date | ValueType::Nik | ValueType::FamilyCard) {
            let typed = self.draft.with_untracked(|draft| draft.text(field).to_owned());
            let written = field.parse(&typed).map(|value| field.typed(&value)).unwrap_or_default();
            if !written.is_empty() && written != typed {
                self.put(field, written);
            }
        }
        self.left.update(|left| left.push(field));
    }

    /// Throws away what was typed.
    pub fn discard(self) {
        self.app.forget_form(self.about.get_value().key);
        self.restart(self.fresh.get_value());
    }

    /// Begins again on another draft.
    pub fn restart(self, draft: Draft) {
        self.saved.set_value(false);
        self.fresh.set_value(draft.clone());
        self.draft.set(draft);
        self.restored.set(false);
        self.left.set(Vec::new());
        self.tried.set(false);
    }

    /// The sentences under a field: its fault once it was left, and what the rules found in what stands there.
    pub fn remarks(self, field: FieldRef) -> Signal<Vec<Remark>> {
        let lang = use_lang();
        Signal::derive(move || {
            let tried = self.tried.get();
            let judged = tried || self.left.with(|left| left.contains(&field));
            let fault = self.draft.with(|draft| field.parse(draft.text(field)).err());
            let mut remarks: Vec<Remark> = match fault {
                Some(fault) if judged => vec![Remark { tone: Tone::Error, text: lang.fault(fault) }],
                _ => Vec::new(),
            };
            let filled = self.draft.with(|draft| draft.value(field).is_some());
            self.findings.with(|findings| {
                for finding in findings.iter().filter(|finding| finding.field == field) {
                    let tone = if finding.severity == Severity::Error { Tone::Error } else { Tone::Warning };
                    if filled || (tried && tone == Tone::Error) {
                        remarks.push(Remark { tone, text: finding.text.clone() });
                    }
                }
            });
            remarks
        })
    }

    /// All that keeps the form from being saved, once somebody tried.
    pub fn errors(self, lang: Lang) -> Vec<(FieldRef, String)> {
        if !self.tried.get() {
            return Vec::new();
        }
        let faults: Vec<(FieldRef, Fault)> = self.draft.with(|draft| draft.changes().err().unwrap_or_default());
        let mut errors: Vec<_> = faults.into_iter().map(|(field, fault)| (field, lang.fault(fault))).collect();
        self.findings.with(|findings| {
            let grave = findings.iter().filter(|finding| finding.severity == Severity::Error);
            errors.extend(grave.map(|finding| (finding.field, finding.text.clone())));
        });
        // As they stand in the form, so that one goes down it once.
        errors.sort_by_key(|(field, _)| place_of(*field));
        errors
    }

    /// Saves what the person changed, and `add`; `then` follows. `false` when nothing may be or could be saved.
    ///
    /// What may not be saved is said at the top of the form, and takes the focus. When the browser could not keep it, the
    /// form stays as it is, now over the record in memory.
    pub fn save(self, add: impl FnOnce(&mut Fields), then: Then) -> bool {
        let is_grave = |finding: &Finding| finding.severity == Severity::Error;
        let grave = self.findings.with_untracked(|findings| findings.iter().any(is_grave));
        let changes = self.draft.with_untracked(|draft| draft.changes().ok()).filter(|_| !grave);
        if untrack(|| self.is_gone()) {
            return say_gone();
        }
        let Some(mut set) = changes else {
            // Only now: it looks at every field of the form again.
            self.tried.set(true);
            request_animation_frame(|| web::focus(ERRORS));
            return false;
        };
        add(&mut set);
        let (id, seen) = self.draft.with_untracked(|draft| (draft.id(), draft.seen().to_vec()));
        let About { kind, key: form, within } = self.about.get_value();
        self.saved.set_value(true);
        match self.app.answer(Intent::Save(Box::new(Save { kind, id, within, form, seen, set, then }))).saved {
            Ok(()) => true,
            Err(Unsaved::Gone) => {
                self.saved.set_value(false);
                self.draft.with_untracked(|draft| self.app.keep_form(form, &draft.to_json()));
                say_gone()
            }
            Err(Unsaved::Outdated | Unsaved::Failed(_)) => {
                self.restart(self.app.with_record(id, |record| open_draft(kind, id, record)));
                false
            }
        }
    }
}

/// Where a field stands in the form of its kind.
fn place_of(field: FieldRef) -> usize {
    let row = field.kind().row();
    let mut all = row.basics.iter().chain(row.sections.iter().copied().flatten());
    all.position(|other| *other == field).unwrap_or(usize::MAX)
}

/// Leads to what is said of it; nothing is saved.
fn say_gone() -> bool {
    request_animation_frame(|| web::focus(GONE));
    false
}

/// What was left half typed under a key.
fn left_over(app: App, kind: &'static str, key: FormKey) -> Option<Draft> {
    // A new record that is in the registry has been saved after all: its form has nothing left to bring back.
    let is_saved = |draft: &Draft| key.is_new() && app.with_record(draft.id(), |record| record.is_some());
    let draft = app.form(key).and_then(|kept| Draft::from_json(kind, &kept));
    draft.filter(|draft| draft.is_dirty() && !is_saved(draft))
}
