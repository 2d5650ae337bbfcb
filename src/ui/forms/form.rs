//! One open form.

use std::sync::Arc;

use leptos::prelude::*;
use serde_json::Value;

use crate::domain::{AnyField, Fault, Id, Severity};
use crate::history::{Fields, Record};
use crate::i18n::Lang;
use crate::registry::Draft;
use crate::store::FormKey;
use crate::ui::backup;
use crate::ui::parts::{Remark, Tone};
use crate::ui::state::{Book, Intent, use_book, use_lang};
use crate::web;

/// The id of the list of errors at the top of a form.
pub(super) const ERRORS: &str = "form-errors";

/// Something that the rules found in a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The field it is about.
    pub field: AnyField,
    /// How grave it is.
    pub severity: Severity,
    /// The sentence.
    pub text: String,
}

/// A form that is being filled in. Copied freely.
#[derive(Clone, Copy)]
pub struct Form {
    book: Book,
    kind: &'static str,
    key: StoredValue<FormKey>,
    /// What has been typed.
    pub draft: RwSignal<Draft>,
    /// Whether what is shown was left half typed earlier.
    pub restored: RwSignal<bool>,
    /// The draft as the record has it, for throwing away what was typed.
    fresh: StoredValue<Draft>,
    findings: Memo<Vec<Finding>>,
    left: RwSignal<Vec<AnyField>>,
    tried: RwSignal<bool>,
    /// Whether it is saved and about to close: what is new in the record then is its own.
    saved: StoredValue<bool>,
}

/// A draft over a record as it is now, or over none yet.
pub fn open_draft(kind: &'static str, id: Id, record: Option<&Record>) -> Draft {
    record.map_or_else(|| Draft::new(kind, id), |record| Draft::open(kind, id, &record.fold()))
}

impl Form {
    /// Opens a form on a draft, or on what was left half typed under this key. `check` is run as the person types.
    pub fn open(
        kind: &'static str,
        key: FormKey,
        fresh: Draft,
        check: impl Fn(&Draft) -> Vec<Finding> + Send + Sync + 'static,
    ) -> Self {
        let book = use_book();
        // A new record that is in the registry has been saved after all: its form has nothing left to bring back.
        let is_saved = |draft: &Draft| key.is_new() && book.fold_record(draft.id(), |record| record.is_some());
        let left_over = book.form(key).and_then(|kept| Draft::from_json(kind, &kept));
        let left_over = left_over.filter(|draft| draft.is_dirty() && !is_saved(draft));
        let restored = RwSignal::new(left_over.is_some());
        let draft = RwSignal::new(left_over.unwrap_or_else(|| fresh.clone()));
        let check = Arc::new(check);
        Self {
            book,
            kind,
            key: StoredValue::new(key),
            draft,
            restored,
            fresh: StoredValue::new(fresh),
            findings: Memo::new(move |_| draft.with(|draft| check(draft))),
            left: RwSignal::new(Vec::new()),
            tried: RwSignal::new(false),
            saved: StoredValue::new(false),
        }
    }

    /// What another tab or a file has changed in the record since the form was opened.
    pub fn changed_elsewhere(self) -> Vec<(AnyField, Value)> {
        if self.saved.get_value() {
            return Vec::new();
        }
        self.book.registry.with(|registry| {
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
    pub fn text(self, field: AnyField) -> Signal<String> {
        Signal::derive(move || self.draft.with(|draft| draft.text(field).to_owned()))
    }

    /// Puts what was typed into a field, and keeps the form for after a crash.
    pub fn put(self, field: impl Into<AnyField>, text: String) {
        let field = field.into();
        self.draft.update(|draft| draft.put(field, text));
        self.draft.with_untracked(|draft| self.book.keep_form(self.key.get_value(), &draft.to_json()));
    }

    /// Notes that a field was left: from now on its faults are shown.
    pub fn leave(self, field: AnyField) {
        self.left.update(|left| left.push(field));
    }

    /// Throws away what was typed.
    pub fn discard(self) {
        self.book.forget_form(self.key.get_value());
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
    pub fn remarks(self, field: AnyField) -> Signal<Vec<Remark>> {
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
    pub fn errors(self, lang: Lang) -> Vec<(AnyField, String)> {
        if !self.tried.get() {
            return Vec::new();
        }
        let faults: Vec<(AnyField, Fault)> = self.draft.with(|draft| draft.changes().err().unwrap_or_default());
        let mut errors: Vec<_> = faults.into_iter().map(|(field, fault)| (field, lang.fault(fault))).collect();
        self.findings.with(|findings| {
            let grave = findings.iter().filter(|finding| finding.severity == Severity::Error);
            errors.extend(grave.map(|finding| (finding.field, finding.text.clone())));
        });
        errors
    }

    /// Saves what the person changed, and `add`; `false` when nothing may be or could be saved.
    ///
    /// What may not be saved is said at the top of the form, and takes the focus. When the browser could not keep it, the
    /// form stays as it is, now over the record in memory.
    pub fn save(self, add: impl FnOnce(&mut Fields)) -> bool {
        let is_grave = |finding: &Finding| finding.severity == Severity::Error;
        let grave = self.findings.with_untracked(|findings| findings.iter().any(is_grave));
        let changes = self.draft.with_untracked(|draft| draft.changes().ok()).filter(|_| !grave);
        let Some(mut set) = changes else {
            // Only now: it looks at every field of the form again.
            self.tried.set(true);
            request_animation_frame(|| web::focus(ERRORS));
            return false;
        };
        add(&mut set);
        let (id, seen) = self.draft.with_untracked(|draft| (draft.id(), draft.seen().to_vec()));
        let (kind, form) = (self.kind, self.key.get_value());
        self.saved.set_value(true);
        self.book.dispatch(Intent::Save { kind, id, form, seen, set });
        let kept = self.book.is_kept();
        if kept {
            backup::ask_to_keep(self.book);
        } else {
            self.restart(self.book.fold_record(id, |record| open_draft(kind, id, record)));
        }
        kept
    }
}
