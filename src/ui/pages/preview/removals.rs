//! What the files would take away: asked for by itself, with names and who asks, and unticked at first.
//!
//! What is ticked is told to the import worker at once, which works out anew what all would come to. Deliberately absent: what counts as
//! taking away, which `exchange` decides.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::exchange::{Removal, Removed};
use crate::import_worker::{Inspection, Outcome, PlanCounts};
use crate::stats::Sender;
use crate::ui::parts::block::{b, button, div, h2, live, p, span, ul};
use crate::ui::state::{Importing, use_app, use_lang, use_texts};
use crate::web;

/// So many are shown at first; all others when asked for.
const FEW: usize = 12;

/// The ids of what may be taken away.
pub type Granted = RwSignal<BTreeSet<String>>;

/// The section; nothing when the files take nothing away. `summary` is set to what all comes to with what is ticked.
pub fn removals(inspection: &Arc<Inspection>, granted: Granted, summary: RwSignal<PlanCounts>) -> Option<AnyView> {
    let (importing, lang, t) = (Importing::of(use_app()), use_lang(), use_texts());
    let of = inspection.removals();
    if of == 0 {
        return None;
    }
    let asked = Asked { importing, granted, summary, shown: RwSignal::new(Vec::new()) };
    asked.show(FEW);
    let files = inspection.files.iter().filter(|file| matches!(file.outcome, Outcome::Good(_))).count();
    let title = lang.asks_to_remove(inspection.erasing, inspection.hiding, files);
    let is_all = move || granted.with(BTreeSet::len) == of;
    let tick_all = move || {
        let is_none = untrack(is_all);
        spawn_local(async move {
            let ids = if is_none { Vec::new() } else { importing.removals(0, usize::MAX).await };
            asked.tick(ids.into_iter().map(|removal| removal.id).collect());
        });
    };
    let tick_all = move || button("plain", if is_all() { t.removals_none } else { t.removals_all }, tick_all);
    let counted = live("status", "", move || vec![span("", lang.granted(granted.with(BTreeSet::len), of))]);
    let inspection = inspection.clone();
    let list = move || asked.list(&inspection, of);
    let view = view! {
        <section class="panel asked" aria-labelledby="removals">
            {h2("removals", title)} {p("", t.removals_text)}
            {div("line", vec![counted, tick_all.into_any()])} {list}
        </section>
    };
    Some(view.into_any())
}

#[derive(Clone, Copy)]
struct Asked {
    importing: Importing,
    granted: Granted,
    summary: RwSignal<PlanCounts>,
    shown: RwSignal<Vec<Removal>>,
}

impl Asked {
    /// Shows so many.
    fn show(self, count: usize) {
        spawn_local(async move {
            let removals = self.importing.removals(0, count).await;
            // The page may be gone by now.
            let _ = self.shown.try_set(removals);
        });
    }

    /// Ticks these and no others.
    fn tick(self, granted: BTreeSet<String>) {
        let told = granted.iter().cloned().collect();
        let _ = self.granted.try_set(granted);
        spawn_local(async move {
            if let Some(after) = self.importing.grant(told).await {
                let _ = self.summary.try_set(after);
            }
        });
    }

    /// Those shown, by the group they belong to, and the way to all.
    fn list(self, inspection: &Inspection, of: usize) -> Vec<AnyView> {
        let lang = use_lang();
        self.shown.with(|shown| {
            let mut groups: Vec<Vec<&Removal>> = Vec::new();
            for removal in shown {
                match groups.last_mut().filter(|group| is_with(group[0], removal)) {
                    Some(group) => group.push(removal),
                    None => groups.push(vec![removal]),
                }
            }
            let rest = of.saturating_sub(shown.len());
            let more = (rest > 0 && !shown.is_empty())
                .then(|| button("plain wide", lang.and_more(rest), move || self.show(usize::MAX)));
            let groups = groups.into_iter().map(|group| self.group(&group, inspection)).collect();
            [Some(ul("cards", groups)), more].into_iter().flatten().collect()
        })
    }

    /// What of one group would go, and who asks for it.
    fn group(self, removals: &[&Removal], inspection: &Inspection) -> AnyView {
        let (lang, first) = (use_lang(), removals[0]);
        let name = lang.or_unnamed(group_of(first).unwrap_or_default());
        let who = inspection.files.get(first.file).and_then(|file| match &file.outcome {
            Outcome::Good(header) => {
                Some(lang.sender(&Sender { device: header.from.device.clone(), name: header.from.name.clone() }))
            }
            _ => None,
        });
        let by = who.map(|who| p("soft", lang.asked_by(&who, web::local(first.at_ms).date())));
        let rows = removals.iter().map(|removal| self.row(removal)).collect();
        let parts = [Some(b(name)), by, Some(ul("ticks", rows))];
        div("card", parts.into_iter().flatten().collect())
    }

    fn row(self, removal: &Removal) -> AnyView {
        let (lang, granted) = (use_lang(), self.granted);
        let id = removal.id.clone();
        let is_in = {
            let id = id.clone();
            move || granted.with(|granted| granted.contains(&id))
        };
        let tick = move |is_in: bool| {
            let mut now = granted.get_untracked();
            if is_in {
                now.insert(id.clone());
            } else {
                now.remove(&id);
            }
            self.tick(now);
        };
        view! {
            <label class="tick">
                <input
                    type="checkbox"
                    prop:checked=is_in
                    on:change:target=move |event| tick(event.target().checked())
                />
                <span>{b(lang.removed_name(removal))} {span("soft", lang.removed_way(removal))}</span>
            </label>
        }
        .into_any()
    }
}

/// The name of the group that something belongs to, or is.
fn group_of(removal: &Removal) -> Option<&str> {
    let own = (removal.what == Removed::Group).then_some(&removal.name);
    removal.group.as_ref().or(own).map(String::as_str)
}

/// Whether two stand under one heading.
fn is_with(one: &Removal, other: &Removal) -> bool {
    group_of(one) == group_of(other) && one.file == other.file
}
