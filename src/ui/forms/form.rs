//! One open form.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::{AnyField, Fault, Severity};
use crate::history::{Fields, Record, Stamp};
use crate::i18n::Lang;
use crate::registry::Draft;
use crate::store::FormKey;
use crate::ui::parts::{Remark, Tone};
use crate::ui::state::{Book, use_book, use_lang};
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
}

/// A draft over a record as it is now, or over none.
pub fn open_draft(kind: &'static str, record: Option<&Record>) -> Draft {
    record.map_or_else(|| Draft::new(kind), |record| Draft::open(kind, &record.fold()))
}

/// What a form that may be saved comes to.
pub struct Submission {
    /// The heads that the form had seen.
    pub seen: Vec<Stamp>,
    /// What the person changed.
    pub set: Fields,
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
        let left_over = book.form(key).and_then(|kept| Draft::from_json(kind, &kept)).filter(Draft::is_dirty);
        let restored = RwSignal::new(left_over.is_some());
        let draft = RwSignal::new(left_over.unwrap_or_else(|| fresh.clone()));
        let check = Arc::new(check);
        Self {
            book,
            key: StoredValue::new(key),
            draft,
            restored,
            fresh: StoredValue::new(fresh),
            findings: Memo::new(move |_| draft.with(|draft| check(draft))),
            left: RwSignal::new(Vec::new()),
            tried: RwSignal::new(false),
        }
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

    /// What to save, when nothing keeps the form from being saved; else the errors are shown and take the focus.
    pub fn submit(self) -> Option<Submission> {
        self.tried.set(true);
        let grave =
            self.findings.with_untracked(|findings| findings.iter().any(|finding| finding.severity == Severity::Error));
        let submission = self
            .draft
            .with_untracked(|draft| draft.changes().ok().map(|set| Submission { seen: draft.seen().to_vec(), set }));
        let submission = submission.filter(|_| !grave);
        if submission.is_none() {
            request_animation_frame(|| web::focus(ERRORS));
        }
        submission
    }
}
