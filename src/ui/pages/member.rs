//! A person to read: who it is, how to reach them, what is on record, what is missing. The form is behind "edit".

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use super::erasing::{erase_words, erasing};
use super::leaving::leaving;
use super::{disputes, history};
use crate::domain::{Id, Phone};
use crate::history::Record;
use crate::i18n::{Label, Show};
use crate::kinds::{FieldRef, Flag, KindId, Member, MemberProblem, Severity};
use crate::lang::Text;
use crate::registry::{Entry, Registry};
use crate::route::Route;
use crate::ui::parts::block::{a, button, details, div, dl, p, section, span, text, ul};
use crate::ui::parts::{Tone, masked, tag};
use crate::ui::state::{App, Erase, Intent, use_app, use_lang, use_texts};
use crate::web;

#[component]
pub fn MemberPage(group: Id, id: Id) -> impl IntoView {
    let (app, t) = (use_app(), use_texts());
    let found = move || {
        app.registry.with(|registry| {
            let dossier = registry.dossier(group)?;
            Some((dossier.member(id)?.clone(), registry.clashes(group, Some(id), &dossier.member(id)?.value)))
        })
    };
    let is_here = Memo::new(move |_| found().is_some());
    let sheet = move || {
        let Some((member, clashes)) = found() else {
            let has_group = app.registry.with(|registry| registry.dossier(group).is_some());
            return vec![p("box", if has_group { t.record_missing } else { t.group_missing })];
        };
        sheet(group, &member, &clashes)
    };
    let past = move || {
        is_here.get().then(|| details("", false, t.tab_history, vec![(move || history::of_record(id)).into_any()]))
    };
    let edit = move || is_here.get().then(|| edit(group, id));
    vec![disputes::of_record(Some(group), Some(id)), sheet.into_any(), past.into_any(), edit.into_any()]
}

fn sheet(group: Id, member: &Entry<Member, MemberProblem>, clashes: &[MemberProblem]) -> Vec<AnyView> {
    let app = use_app();
    let mut parts = vec![head(member)];
    parts.extend(problems(&member.problems, clashes));
    let values = app.with_record(member.id, Values::read);
    parts.push(reach(&member.value, &values));
    parts.extend(cards(&values));
    parts.extend(gaps(group, member.id, &values));
    parts.push(apart(group, member));
    parts
}

/// All fields that people see, each with its value if it has one.
struct Values(Vec<(FieldRef, Option<Value>)>);

impl Values {
    fn read(record: Option<&Record>) -> Self {
        let fold = record.map(Record::fold).unwrap_or_default();
        let fields = KindId::Member.row().fields().filter(|field| !field.is(Flag::Hidden));
        Self(fields.map(|field| (field, fold.value(field.key()).cloned())).collect())
    }

    fn get(&self, field: FieldRef) -> Option<&Value> {
        self.0.iter().find(|(of, _)| *of == field)?.1.as_ref()
    }
}

/// The name, and what one asks first.
fn head(member: &Entry<Member, MemberProblem>) -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let value = &member.value;
    let today = app.registry.with_untracked(Registry::today);
    let about = [
        value.sex.map(|sex| sex.label(lang).to_owned()),
        value.birth_date.and_then(|born| born.likely_age_on(today)).map(|age| lang.age(age)),
    ];
    let about: Vec<String> = about.into_iter().flatten().collect();
    let role = value.role.map(|role| tag(None, role.label(lang)));
    let left = (!value.is_present(today)).then(|| tag(Some(Tone::Warning), t.member_left));
    let line = [Some(span("soft", about.join(" · "))), role, left].into_iter().flatten().collect();
    vec![p("name", lang.member_name(value)), div("head", line)].into_any()
}

/// What is wrong, the gravest first.
fn problems(own: &[MemberProblem], clashes: &[MemberProblem]) -> Option<AnyView> {
    let (app, lang) = (use_app(), use_lang());
    let mut all: Vec<MemberProblem> = own.iter().chain(clashes).copied().collect();
    all.sort_by_key(|problem| std::cmp::Reverse((problem.severity(), !problem.is_gap())));
    let grave = all.first()?.severity() == Severity::Error;
    let sentence = |problem: &MemberProblem| {
        let other = match problem {
            MemberProblem::NikElsewhere { group } => app
                .registry
                .with_untracked(|registry| lang.group_name(registry.dossier(*group).map(|other| &other.group.value))),
            _ => String::new(),
        };
        text(lang.member_problem(*problem, &other))
    };
    let sentences = ul("plain-list", all.iter().map(sentence).collect());
    Some(div(if grave { "box error" } else { "box warning" }, vec![sentences]))
}

/// The numbers that one calls, writes to or copies.
fn reach(member: &Member, values: &Values) -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let number = |field: FieldRef| {
        let value = values.get(field)?;
        let (whole, hidden) = (lang.value(field, value, Show::Whole), lang.value(field, value, Show::Masked));
        let copied = whole.clone();
        let mut parts = vec![masked(hidden, whole, t.show_hidden, t.hide_shown)];
        if field == Member::PHONE {
            parts.extend(member.phone.map(ways));
        }
        parts.push(button("link", t.copy, move || copy(app, copied.clone())));
        Some((field.label(lang).to_owned(), div("reach", parts)))
    };
    let numbers: Vec<_> = [Member::PHONE, Member::NIK, Member::CARD].into_iter().filter_map(number).collect();
    if numbers.is_empty() { text("") } else { dl("values", numbers) }
}

/// The ways to a person by telephone.
fn ways(phone: Phone) -> AnyView {
    let t = use_texts();
    let whatsapp = phone.on_whatsapp().map(|digits| {
        view! {
            <a class="link" href=format!("https://wa.me/{digits}") target="_blank" rel="noopener noreferrer">
                {t.member_whatsapp}
            </a>
        }
    });
    view! {
        <a class="link" href=format!("tel:{}", phone.dialled())>{t.member_call}</a>
        {whatsapp}
    }
    .into_any()
}

fn copy(app: App, number: String) {
    spawn_local(async move {
        let t = app.lang().texts();
        app.say(if web::copy(&number).await { t.number_copied } else { t.not_copied });
    });
}

/// The ids of the headings: the basics, and each section of the form.
const CARDS: [&str; 4] = ["card-who", "card-family", "card-income", "card-membership"];

/// What is filled in, under the headings of the form.
fn cards(values: &Values) -> Vec<AnyView> {
    let (lang, row) = (use_lang(), KindId::Member.row());
    // Above already.
    let is_told = |field: &FieldRef| ![Member::NAME, Member::NIK, Member::CARD, Member::PHONE].contains(field);
    let pair = |field: &FieldRef| {
        let value = values.get(*field)?;
        Some((field.label(lang).to_owned(), text(lang.value(*field, value, Show::Whole))))
    };
    let card = |(id, (heading, fields)): (&'static str, (&'static str, &[FieldRef]))| {
        let pairs: Vec<_> = fields.iter().filter(|field| is_told(field)).filter_map(pair).collect();
        (!pairs.is_empty()).then(|| section(id, heading, vec![dl("values", pairs)]))
    };
    let headings = KindId::Member.words().sections;
    let first = [(KindId::Member.names().one.label(lang), row.basics)];
    let rest = headings.iter().map(|heading: &Text| heading.label(lang)).zip(row.sections.iter().copied());
    CARDS.into_iter().zip(first.into_iter().chain(rest)).filter_map(card).collect()
}

/// One line of what is not filled in, and the way to fill it in.
fn gaps(group: Id, id: Id, values: &Values) -> Option<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    // Whoever is there has not left, and needs no reason for it.
    let is_asked = |field: FieldRef| ![Member::LEFT, Member::LEAVE_REASON].contains(&field);
    let empty: Vec<FieldRef> =
        values.0.iter().filter(|(field, value)| value.is_none() && is_asked(*field)).map(|(field, _)| *field).collect();
    let form = Route::Edit(KindId::Member, Some(group), id);
    let fill = || a("link", &form, vec![text(t.fill_in)]);
    (!empty.is_empty()).then(|| div("gaps", vec![p("note", lang.gaps(&empty)), fill()]))
}

/// What ends a membership, apart from what is done every day.
fn apart(group: Id, member: &Entry<Member, MemberProblem>) -> AnyView {
    let (app, lang) = (use_app(), use_lang());
    let (id, name) = (member.id, lang.member_name(&member.value));
    let today = app.registry.with_untracked(Registry::today);
    let leave = member.value.is_present(today).then(|| leaving(id));
    let question = lang.erase_question(&name);
    let erase = move |points| {
        let (kind, name) = (KindId::Member, name.clone());
        app.dispatch(Intent::Erase(Box::new(Erase { kind, group: Some(group), id, name, points })));
    };
    let erase = erasing(erase_words(KindId::Member), move || question.clone(), erase);
    div("actions rare", leave.into_iter().chain([erase]).collect())
}

fn edit(group: Id, id: Id) -> AnyView {
    let lang = use_lang();
    let form = Route::Edit(KindId::Member, Some(group), id);
    div("thumb", vec![a("button solid", &form, vec![text(KindId::Member.names().edit.label(lang))])])
}
