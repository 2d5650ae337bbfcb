//! Forms that are being filled in: kept at each key, so that a half-typed form outlives a reload.
//!
//! Acts of a form and no intents: they change no record. A failure is shown as any failure to save.

use leptos::prelude::*;
use serde_json::Value;

use super::app::App;
use crate::domain::Id;
use crate::history::Record;
use crate::storage::StorageError;
use crate::store::FormKey;

impl App {
    /// A form that was left half typed.
    pub fn form(self, form: FormKey) -> Option<Value> {
        self.session.with_value(|session| session.store.form(form))
    }

    /// Keeps a half-typed form.
    pub fn keep_form(self, form: FormKey, draft: &Value) {
        let kept = self.session.with_value(|session| session.store.keep_form(form, draft));
        let unkept = kept.is_err().then(|| (form, draft.clone()));
        self.note_form(kept, unkept);
    }

    /// Throws a half-typed form away.
    pub fn forget_form(self, form: FormKey) {
        let dropped = self.session.with_value(|session| session.store.drop_form(form));
        self.note_form(dropped, None);
    }

    /// Throws away the form of something new, in whatever window it was left.
    pub(super) fn forget_forms_like(self, form: FormKey) {
        for form in self.forms_like(form) {
            self.forget_form(form);
        }
    }

    /// Under which keys the form of something new was left, in any window.
    pub fn forms_like(self, form: FormKey) -> Vec<FormKey> {
        self.session.with_value(|session| session.store.forms_like(form))
    }

    fn note_form(self, kept: Result<(), StorageError>, unkept: Option<(FormKey, Value)>) {
        let before = self.session.try_update_value(|session| std::mem::replace(&mut session.unkept_form, unkept));
        if kept.is_err() || before.flatten().is_some() {
            self.note(kept);
        }
    }

    /// A record as a form opens on it.
    pub fn with_record<T>(self, id: Id, read: impl FnOnce(Option<&Record>) -> T) -> T {
        self.registry.with_untracked(|registry| read(registry.record(&id.to_string())))
    }

    /// Whether what a form is about has been deleted: its record, where it was there, or the group that this belongs to.
    pub fn is_gone(self, id: Id, was_there: bool, within: Option<Id>) -> bool {
        self.registry.with(|registry| {
            let is_erased = |id: Id| registry.record(&id.to_string()).is_none_or(Record::is_erased);
            was_there && is_erased(id) || within.is_some_and(is_erased)
        })
    }
}
