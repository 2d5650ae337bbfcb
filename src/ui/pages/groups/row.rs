//! One group of the list: what it is, what is to be known of it first, and where it was found.

use leptos::prelude::*;

use crate::domain::{Status, fold, region};
use crate::i18n::{Label, Lang};
use crate::kinds::{Group, GroupProblem};
use crate::registry::Dossier;
use crate::search::{By, Filter, Need, Piece, Query};
use crate::stats::Scope;
use crate::ui::parts::block::{b, div, span, text};
use crate::ui::parts::{Tone, tag};
use crate::ui::state::Duplicates;

/// A group that was found.
pub struct Row<'a> {
    /// The group.
    pub dossier: &'a Dossier,
    /// The place of the member who matched.
    pub member: Option<usize>,
    /// What is looked for.
    pub query: &'a Query,
    /// Whether it says what is to be checked.
    pub says_why: bool,
    /// Where duplicates are told.
    pub duplicates: Duplicates,
    /// In which language.
    pub lang: Lang,
}

/// Whether the rows of a list say what is to be checked in each.
pub fn says_why(filter: &Filter) -> bool {
    filter.need == Some(Need::Incomplete) || filter.further().order.by == By::Needing
}

/// What a column says of a group; empty where that is nothing.
pub fn shown(dossier: &Dossier, by: By, lang: Lang) -> String {
    let group = &dossier.group.value;
    match by {
        By::Name => lang.group_name(Some(group)),
        By::Business => group.business.map(|it| it.label(lang).to_owned()).unwrap_or_default(),
        By::Place => group.region.and_then(region::find).map(|it| lang.short_place(it)).unwrap_or_default(),
        By::Members => lang.number(dossier.present),
        By::Programme => match (group.programme, group.year) {
            (Some(programme), Some(year)) => lang.scope(Scope::Of(programme, year), None),
            (Some(programme), None) => programme.label(lang).to_owned(),
            (None, year) => year.map(|year| year.to_string()).unwrap_or_default(),
        },
        By::Stage => group.stage.map(|it| it.label(lang).to_owned()).unwrap_or_default(),
        By::Facilitator => group.facilitator.as_ref().map(ToString::to_string).unwrap_or_default(),
        By::Newest | By::Needing => String::new(),
    }
}

impl Row<'_> {
    /// What stands in a row of a phone.
    pub fn lines(&self) -> Vec<AnyView> {
        let (dossier, lang, query) = (self.dossier, self.lang, self.query);
        let group = &dossier.group.value;
        let business = group.business.map(|business| business.label(lang).to_owned());
        let about: Vec<String> = business.into_iter().chain([lang.members(dossier.present)]).collect();
        let place = group.region.and_then(region::find);
        let place = place.map_or_else(|| lang.texts().chart_unplaced.to_owned(), |region| lang.place(region));
        let (name, about) = (lang.group_name(Some(group)), about.join(" · "));
        // Words that stand in nothing of what every row shows are shown where they do.
        let rest = query.without(&fold(&format!("{name} {about} {place}")));
        let mut parts = vec![
            div("line", [Some(self.name()), self.mark()].into_iter().flatten().collect()),
            soft(query, about),
            soft(query, place),
        ];
        let beside = [
            (Group::FACILITATOR, group.facilitator.as_ref().map(ToString::to_string)),
            (Group::BUSINESS_NAME, group.business_name.as_ref().map(ToString::to_string)),
        ];
        if !rest.is_empty() {
            for (field, value) in beside {
                let value = value.filter(|value| marked(&rest, value).is_some());
                parts.extend(value.map(|value| soft(query, format!("{}: {value}", field.label(lang)))));
            }
        }
        parts.extend(self.found_in());
        parts
    }

    /// The name, with what was looked for marked in it.
    pub fn name(&self) -> AnyView {
        let name = self.lang.group_name(Some(&self.dossier.group.value));
        match marked(self.query, &name) {
            Some(pieces) => view! { <b>{pieces}</b> }.into_any(),
            None => b(name),
        }
    }

    /// The member who was found, and what is to be checked.
    pub fn found_in(&self) -> Vec<AnyView> {
        let (lang, mut parts) = (self.lang, Vec::new());
        if let Some(member) = self.member.and_then(|place| self.dossier.members.get(place)) {
            let said = format!("{}: {}", lang.texts().tab_members, lang.member_name(&member.value));
            parts.push(soft(self.query, said));
        }
        if self.says_why {
            parts.extend(reason(self.dossier, lang).map(|reason| span("reason", reason)));
        }
        parts
    }

    /// What is to be known of it first.
    pub fn mark(&self) -> Option<AnyView> {
        let (dossier, lang) = (self.dossier, self.lang);
        let (group, t) = (&dossier.group.value, lang.texts());
        let is_suspect = || self.duplicates.with(|it| it.is_some_and(|it| it.in_group(dossier.id).next().is_some()));
        if dossier.is_recap_alone() {
            Some(tag(None, t.recap_mark))
        } else if dossier.conflict_count() > 0 {
            Some(tag(Some(Tone::Warning), Need::Conflict.label(lang)))
        } else if dossier.composition.iter().any(|problem| matches!(problem, GroupProblem::Crowded { .. })) {
            Some(tag(Some(Tone::Error), t.groups_crowded))
        } else if is_suspect() {
            Some(tag(Some(Tone::Warning), t.duplicates_mark))
        } else if let Some(status) = group.status.filter(|status| *status != Status::Active) {
            Some(tag(None, status.label(lang)))
        } else {
            group.stage.map(|stage| tag(Some(Tone::Fine), stage.label(lang)))
        }
    }
}

/// A text with what was looked for marked in it; `None` where nothing of it was.
fn marked(query: &Query, shown: &str) -> Option<Vec<AnyView>> {
    let pieces = query.marked(shown);
    let piece = |piece: &Piece| {
        if piece.is_found { view! { <mark>{piece.text.to_owned()}</mark> }.into_any() } else { text(piece.text) }
    };
    pieces.iter().any(|piece| piece.is_found).then(|| pieces.iter().map(piece).collect())
}

/// A line of a row, with its marks.
pub fn soft(query: &Query, shown: String) -> AnyView {
    match marked(query, &shown) {
        Some(pieces) => view! { <span class="soft">{pieces}</span> }.into_any(),
        None => span("soft", shown),
    }
}

/// Why a group is one that is not complete: the first thing that is wrong with it, or with one of its members.
fn reason(dossier: &Dossier, lang: Lang) -> Option<String> {
    let group = dossier.composition.iter().chain(&dossier.group.problems).next();
    group.map(|problem| lang.group_problem(*problem)).or_else(|| {
        dossier.members.iter().find_map(|member| {
            let gap = member.problems.iter().find(|problem| problem.is_gap())?;
            Some(format!("{}: {}", lang.member_name(&member.value), lang.member_problem(*gap, "")))
        })
    })
}
