//! Fields with more than one value, until a person decides: on the page of all conflicts, on a group's page, and as a mark on
//! the form of a record.
//!
//! Each is drawn by itself and stays as it is while others are settled, so that a value that is being written is not lost.
//! Deliberately absent: which of them are listed; what a decision does (a command of the registry).

mod dispute;

use leptos::prelude::*;

use self::dispute::{dispute, dom_id};
use crate::domain::{FieldValue, Id, RegionCode, region};
use crate::i18n::{Label, Lang};
use crate::kinds::{KindId, Rule};
use crate::registry::{Dossier, FieldConflict, Other, Registry};
use crate::route::{Route, Tab};
use crate::ui::parts::block::{a, div, h2, p, span, text};
use crate::ui::parts::landmarks::HEADING;
use crate::ui::state::{use_app, use_lang, use_texts};
use crate::web;

/// A field in conflict, and where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Disputed {
    /// The record: a group's, one that belongs to it, or one that belongs to nothing but itself.
    pub record: Id,
    /// What the record is called, where it is not the group.
    pub whose: Option<String>,
    /// Where places are looked for first.
    pub near: Option<RegionCode>,
    /// The field and its values.
    pub conflict: FieldConflict,
}

/// All fields in conflict of a group and its members.
pub fn disputed(dossier: &Dossier, lang: Lang) -> Vec<Disputed> {
    let near = dossier.group.value.region.and_then(RegionCode::kabkota);
    let of = |record: Id, whose: Option<String>, conflict: &FieldConflict| Disputed {
        record,
        whose,
        near,
        conflict: conflict.clone(),
    };
    let mut found = Vec::new();
    for head in dossier.heads().filter(|head| !head.conflicts.is_empty()) {
        let whose = match head.kind {
            KindId::Group => None,
            KindId::Member => dossier.member(head.id).map(|member| lang.member_name(&member.value)),
            _ => dossier.other(head.id).map(|other| lang.other_title(&other.value)),
        };
        found.extend(head.conflicts.iter().map(|conflict| of(head.id, whose.clone(), conflict)));
    }
    found
}

/// The same of the records of a kind that belongs to nothing but itself.
pub fn disputed_alone(registry: &Registry, kind: KindId, lang: Lang) -> Vec<Disputed> {
    let of = |entry: &AnEntry| {
        let whose = Some(lang.other_title(&entry.value));
        let record = entry.id;
        let disputed = |conflict: &FieldConflict| Disputed {
            record,
            whose: whose.clone(),
            near: None,
            conflict: conflict.clone(),
        };
        entry.conflicts.iter().map(disputed).collect::<Vec<_>>()
    };
    registry.alone(kind).flat_map(of).collect()
}

/// A record of such a kind.
type AnEntry = crate::registry::Entry<Other, &'static Rule>;

/// An entry of the list: what the next ones are in, or a field.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// A group: its name and its place.
    Group(Id, String, String),
    /// All records of a kind that belongs to nothing but itself.
    Kind(KindId),
    /// A field in conflict.
    Field(Disputed),
}

impl Entry {
    /// A group as a heading.
    pub fn group(dossier: &Dossier, lang: Lang) -> Self {
        let place = dossier.group.value.region.and_then(region::find);
        let place = place.map_or_else(|| lang.first_texts().chart_unplaced.to_owned(), |region| lang.place(region));
        Self::Group(dossier.id, lang.group_name(Some(&dossier.group.value)), place)
    }

    /// What tells it from the others, and from itself with other values.
    fn key(&self) -> String {
        match self {
            Self::Group(id, name, place) => format!("{id} {name} {place}"),
            Self::Kind(kind) => kind.name().to_owned(),
            Self::Field(one) => {
                let mut key = format!("{} {:?}", dom_id(one), one.whose);
                for (at, _) in &one.conflict.values {
                    key.push_str(&at.to_string());
                }
                key
            }
        }
    }
}

/// The list. When one is settled, the focus goes on to the next, or else to what has the id `after`.
pub fn list(entries: Memo<Vec<Entry>>, after: &'static str) -> AnyView {
    let draw = move |entry: Entry| match entry {
        Entry::Group(id, name, place) => heading(&Route::Group(id, Tab::Members), name, place),
        Entry::Kind(kind) => heading(&Route::All(kind), kind.names().many.label(use_lang()).to_owned(), String::new()),
        Entry::Field(one) => {
            let own = dom_id(&one);
            let settled = Callback::new(move |()| {
                let next = entries.with_untracked(|entries| beside(entries, &own));
                request_animation_frame(move || web::focus(next.as_deref().unwrap_or(after)));
            });
            view! { <li>{dispute(&one, settled)}</li> }.into_any()
        }
    };
    view! {
        <ul class="disputes">
            <For each=move || entries.get() key=Entry::key children=draw />
        </ul>
    }
    .into_any()
}

fn heading(to: &Route, name: String, place: String) -> AnyView {
    let to = to.to_string();
    view! {
        <li class="of-group">
            <h2>
                <a href=to>{name}</a>
            </h2>
            {span("soft", place)}
        </li>
    }
    .into_any()
}

/// The id of the field after this one in the list, or else of that before it.
fn beside(entries: &[Entry], own: &str) -> Option<String> {
    let mut ids = Vec::new();
    for entry in entries {
        if let Entry::Field(one) = entry {
            ids.push(dom_id(one));
        }
    }
    let place = ids.iter().position(|id| id == own)?;
    let next = if place + 1 < ids.len() { place + 1 } else { place.checked_sub(1)? };
    ids.into_iter().nth(next)
}

/// All conflicts of a group and of its members; nothing when there is none.
pub fn of_group(id: Id) -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let entries = Memo::new(move |_| {
        let found = app.registry.with(|registry| registry.dossier(id).map(|dossier| disputed(dossier, lang)));
        found.unwrap_or_default().into_iter().map(Entry::Field).collect::<Vec<_>>()
    });
    let is_any = Memo::new(move |_| !entries.with(Vec::is_empty));
    let section = move || {
        is_any.get().then(|| {
            view! {
                <section class="box warning conflicts" aria-labelledby="conflicts">
                    {h2("conflicts", t.conflict_title)}
                    {p("", t.conflict_explain)}
                    {list(entries, HEADING)}
                    {a("go", &Route::Conflicts, vec![text(t.conflict_all)])}
                </section>
            }
        })
    };
    section.into_any()
}

/// Which fields of a record of a group are in conflict, and the way to where they are settled.
pub fn of_record(group: Option<Id>, record: Option<Id>) -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let fields = Memo::new(move |_| {
        app.registry.with(|registry| {
            let head = match group {
                Some(group) => registry.dossier(group)?.heads().find(|head| Some(head.id) == record)?,
                None => registry.heads_alone().find(|head| Some(head.id) == record)?,
            };
            let labels: Vec<&str> = head.conflicts.iter().map(|conflict| conflict.field.label(lang)).collect();
            let of = if head.kind == KindId::Member { t.conflict_of_member } else { t.conflict_of_record };
            (!labels.is_empty()).then(|| format!("{of} {}", labels.join(", ")))
        })
    });
    let note = move || {
        let said = fields.get()?;
        let way = a("go", &Route::Conflicts, vec![text(t.conflict_all)]);
        Some(div("box warning", vec![p("", said), way]))
    };
    note.into_any()
}

/// A code of a city as a choice has it.
pub(super) fn code_of(near: Option<RegionCode>) -> String {
    near.map(|city| city.text()).unwrap_or_default()
}
