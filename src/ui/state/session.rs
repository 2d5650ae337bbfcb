//! What belongs to one opening of a book and is never drawn, and how a book is opened.
//!
//! Relies on `store` and `web`. Deliberately absent: the signals, which outlive it (`app.rs`).

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::last_act::LastAct;
use super::saving::Saving;
use crate::exchange::Header;
use crate::history::{Clock, Record};
use crate::kinds::Receipt;
use crate::registry::{Aggregate, Registry, Touched, commands};
use crate::stats::DashboardSnapshot;
use crate::storage::StorageError;
use crate::store::{Begun, Binned, Epochs, FormKey, Loaded, Meta, Repository, Sitting, Space};
use crate::web::{self, BrowserStorage, MirroredStorage};

/// What is needed to change and keep, and is never drawn.
pub(super) struct Session {
    pub(super) store: Repository<MirroredStorage>,
    /// The marks of the aggregates as they were read.
    pub(super) marks: BTreeMap<Aggregate, u64>,
    pub(super) clock: Clock,
    pub(super) unsaved: Touched,
    /// What a person did last, and how it is taken back.
    pub(super) last: LastAct,
    /// What can be taken back: the files that were taken in since the app was opened, in their order.
    pub(super) imports: commands::Imports<Header>,
    /// While files are taken in: how many could be taken back before.
    pub(super) taking: Option<usize>,
    /// And what was noted of that.
    pub(super) begun: Option<Begun>,
    /// Of the files that came, those of which it was not known when the book was opened.
    pub(super) newly_came: BTreeSet<String>,
    /// What files erased and could not be kept yet.
    pub(super) unbinned: Vec<Binned>,
    /// The sitting in which the two copies were made one.
    pub(super) whole_in: Option<Sitting>,
    /// The sitting in which it was noted that records are kept before that.
    pub(super) alone_in: Option<Sitting>,
    /// Whether nothing was there when the book was opened, so that its device is a new one.
    pub(super) is_new: bool,
    /// What is being typed and could not be kept.
    pub(super) unkept_form: Option<(FormKey, Value)>,
    /// Whether the person goes on with the second copy alone.
    pub(super) alone: bool,
    /// Whether what is being taken in was typed as this device elsewhere.
    pub(super) is_copied: bool,
}

impl Session {
    /// Whether nothing waits to be kept.
    pub(super) fn is_settled(&self) -> bool {
        self.unsaved.is_empty() && self.unkept_form.is_none() && self.unbinned.is_empty()
    }
}

/// A book just opened.
pub(super) struct Opened {
    pub(super) loaded: Loaded,
    pub(super) meta: Meta,
    pub(super) saving: Saving,
    pub(super) session: Session,
}

impl Opened {
    pub(super) fn of(space: Space) -> Self {
        // Without notes for the second copy: a text that is put in quarantine here may be good there.
        Self::with(space, Repository::new(BrowserStorage, space).load(web::today()))
    }

    /// A book of which nothing has been read.
    pub(super) fn unread(space: Space) -> Self {
        Self::with(space, Ok(nothing()))
    }

    fn with(space: Space, loaded: Result<Loaded, StorageError>) -> Self {
        let saving = match &loaded {
            Ok(loaded) if loaded.newer => Saving::Outdated,
            Ok(_) => Saving::Kept,
            Err(error) => Saving::Failed(*error),
        };
        let mut loaded = loaded.unwrap_or_else(|_| nothing());
        let meta = loaded.meta.take().filter(|meta| meta.device().is_some());
        let is_new = meta.is_none();
        let meta = meta.unwrap_or_else(|| Meta::new(web::random_device()));
        let device = meta.device().unwrap_or_else(web::random_device);
        let clock = loaded.registry.clock(device, meta.sent, web::now_ms()).in_lane(web::lane());

        let marks = loaded.registry.aggregates().map(|aggregate| (aggregate, loaded.registry.mark_at(aggregate)));
        let session = Session {
            store: Repository::new(MirroredStorage::default(), space),
            marks: marks.collect(),
            clock,
            unsaved: std::mem::take(&mut loaded.misplaced),
            last: LastAct::default(),
            imports: commands::Imports::default(),
            taking: None,
            begun: None,
            newly_came: BTreeSet::new(),
            unbinned: Vec::new(),
            whole_in: None,
            alone_in: None,
            is_new,
            unkept_form: None,
            alone: false,
            is_copied: false,
        };
        Self { loaded, meta, saving, session }
    }
}

fn nothing() -> Loaded {
    let epochs = Epochs::default();
    Loaded {
        registry: Registry::new(web::today()),
        meta: None,
        misplaced: Touched::default(),
        quarantine: Vec::new(),
        epochs,
        newer: false,
    }
}

/// What the first screen says of a book that is not read yet: of one in which there is nothing, or in which nothing has
/// changed.
pub(super) fn known(space: Space) -> Option<DashboardSnapshot> {
    let store = Repository::new(BrowserStorage, space);
    if space == Space::Practice {
        None
    } else if store.is_blank() {
        Some(DashboardSnapshot::default())
    } else {
        DashboardSnapshot::of_numbers(&store.snapshot(web::today())?)
    }
}

/// Has the clock follow what was entered; a receipt is nobody's entry.
pub(super) fn follow<'a>(clock: &mut Clock, records: impl IntoIterator<Item = &'a Record>, now_ms: u64) {
    let entered = records.into_iter().filter(|record| record.kind() != Receipt::KIND);
    for change in entered.flat_map(Record::changes) {
        clock.follow(change.at, now_ms);
    }
}
