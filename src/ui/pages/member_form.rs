//! The form for a member, made for entering ten in a few minutes.

use leptos::prelude::*;

use crate::domain::{
    Field, FieldValue, Id, Level, Member, MemberField, MemberProblem, Nik, Programme, Region, RegionCode, Role,
    check_member, region,
};
use crate::history::Fields;
use crate::i18n::{Label, Section};
use crate::registry::{Dossier, Draft, Registry};
use crate::route::{Route, Tab};
use crate::store::FormKey;
use crate::ui::forms::{
    Finding, Form, changed_elsewhere, form_errors, like_members, open_draft, restored_draft, row, rows,
};
use crate::ui::pages::disputes;
use crate::ui::parts::block::{button, details, div, h2, live, p, span, submit};
use crate::ui::parts::{Remark, Tone, Words, confirm};
use crate::ui::state::{Book, Intent, use_book, use_lang, use_texts};
use crate::web;

const HOME: [MemberField; 2] = [MemberField::Region, MemberField::Rt];

/// Asked at the door, once for all: it stays for the next member.
const CONSENT: [MemberField; 2] = [MemberField::ConsentDate, MemberField::ConsentWay];

const MORE: [(Section, &[MemberField]); 3] = [
    (
        Section::Family,
        &[
            MemberField::Card,
            MemberField::Phone,
            MemberField::BirthPlace,
            MemberField::Address,
            MemberField::Rw,
            MemberField::Kinship,
            MemberField::Marital,
            MemberField::Schooling,
            MemberField::Occupation,
            MemberField::Dependants,
            MemberField::Disability,
        ],
    ),
    (
        Section::Welfare,
        &[
            MemberField::IncomeBefore,
            MemberField::IncomeAfter,
            MemberField::WelfareData,
            MemberField::Decile,
            MemberField::WelfareChecked,
        ],
    ),
    (Section::Membership, &[MemberField::Joined, MemberField::Left, MemberField::LeaveReason]),
];

/// What stays for the next member: people of one group live near each other, join and consent on the same day.
const KEPT: [MemberField; 6] = [
    MemberField::Region,
    MemberField::Rt,
    MemberField::Rw,
    MemberField::Joined,
    MemberField::ConsentDate,
    MemberField::ConsentWay,
];

#[component]
pub fn MemberFormPage(group: Id, id: Option<Id>) -> impl IntoView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let found = book.registry.with_untracked(|registry| registry.dossier(group).cloned());
    let Some(dossier) = found.filter(|dossier| id.is_none_or(|id| dossier.member(id).is_some())) else {
        return p("box", t.group_missing);
    };
    let near = dossier.group.value.region.and_then(RegionCode::kabkota);
    let key = id.map_or(FormKey::NewMember(group), FormKey::Member);
    let fresh = match id {
        Some(id) => book.fold_record(id, |record| open_draft(MemberField::KIND, id, record)),
        None => first_draft(&dossier),
    };
    let form = Form::open(MemberField::KIND, key, fresh, check(book, group, id));
    let tells = nik_tells(form, book);
    fill_from_nik(form, book);

    let save = move |and_another: bool| {
        let member = form.draft.with_untracked(read_member);
        let belongs = |set: &mut Fields| {
            if id.is_none() {
                set.insert(MemberField::Group.key(), group.to_json());
            }
        };
        if !form.save(belongs) {
            return;
        }
        book.say(lang.member_saved(&lang.member_name(&member)));
        if and_another {
            let next = book.registry.with_untracked(|registry| {
                form.draft.with_untracked(|draft| next_draft(draft, registry.dossier(group)))
            });
            form.restart(next);
            web::scroll_to_top();
            web::focus("field-name");
        } else {
            web::go(&Route::Group(group, Tab::Members).to_string());
        }
    };
    let mut more = Vec::new();
    for (section, fields) in MORE {
        more.push(h2("", section.label(lang)));
        more.extend(rows(form, fields, near));
    }
    let mut parts = vec![
        disputes::of_member(group, id),
        form_errors(form),
        restored_draft(form),
        changed_elsewhere(form),
        row(form, MemberField::Name.into(), near, None),
        row(form, MemberField::Nik.into(), near, Some(tells)),
        row(form, MemberField::Sex.into(), near, None),
        div("pair", rows(form, &[MemberField::BirthDate, MemberField::Role], near)),
    ];
    parts.push(like_members(form, book, group, id.is_none()));
    parts.extend(rows(form, &HOME, near));
    parts.push(div("pair", rows(form, &CONSENT, near)));
    parts.push(details("", id.is_some(), t.form_more, more));
    parts.extend(id.map(|id| erase(book, group, id, form)));
    parts.push(match id {
        None => div("thumb two", vec![button("plain", t.save_and_finish, move || save(false)), submit(t.save_and_add)]),
        Some(_) => div("thumb", vec![submit(t.save)]),
    });
    view! {
        {progress(book, group)}
        <form
            class="form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                save(id.is_none());
            }
        >
            {parts}
        </form>
    }
    .into_any()
}

/// "7 of 10 members", as words and as steps.
fn progress(book: Book, group: Id) -> AnyView {
    let lang = use_lang();
    let progress = move || {
        let (group, present) = book.registry.with(|registry| {
            let dossier = registry.dossier(group);
            (dossier.map(|it| it.group.value.clone()).unwrap_or_default(), dossier.map_or(0, |it| it.present))
        });
        let target = group.programme.and_then(Programme::target_size).unwrap_or(10);
        let steps = (0..target).map(|step| span(if step < present { "on" } else { "" }, "")).collect();
        vec![
            div("line", vec![span("", lang.group_name(Some(&group))), span("", lang.counter(present, target))]),
            div("steps", steps),
        ]
    };
    live("status", "progress", progress)
}

fn check(book: Book, group: Id, id: Option<Id>) -> impl Fn(&Draft) -> Vec<Finding> + Send + Sync {
    let lang = use_lang();
    move |draft| {
        let member = read_member(draft);
        book.registry.with(|registry| {
            let programme = registry.dossier(group).and_then(|dossier| dossier.group.value.programme);
            let mut problems = check_member(&member, programme, registry.today());
            problems.extend(registry.clashes(group, id, &member));
            let sentence = |problem: MemberProblem| {
                let other = match problem {
                    MemberProblem::NikElsewhere { group } => {
                        registry.dossier(group).and_then(|dossier| dossier.group.value.name.as_ref())
                    }
                    _ => None,
                };
                lang.member_problem(problem, &other.map(ToString::to_string).unwrap_or_default())
            };
            problems
                .into_iter()
                .map(|problem| Finding {
                    field: problem.field().into(),
                    severity: problem.severity(),
                    text: sentence(problem),
                })
                .collect()
        })
    }
}

/// What stands in the form, as a member.
fn read_member(draft: &Draft) -> Member {
    let values = draft.values();
    Member::read(|key| values.get(key)).0
}

/// The first member is most often the chair; the place is most often the group's.
fn first_draft(dossier: &Dossier) -> Draft {
    let mut draft = Draft::new(MemberField::KIND, web::random_id());
    if let Some(region) = dossier.group.value.region {
        draft.put(MemberField::Region, region.text());
    }
    draft.put(MemberField::Role, next_role(Some(dossier)).code());
    draft
}

/// The rhythm of entering: what neighbours share stays, the rest is empty.
fn next_draft(last: &Draft, dossier: Option<&Dossier>) -> Draft {
    let mut draft = Draft::new(MemberField::KIND, web::random_id());
    for field in KEPT {
        draft.put(field, last.text(field));
    }
    draft.put(MemberField::Role, next_role(dossier).code());
    draft
}

fn next_role(dossier: Option<&Dossier>) -> Role {
    let taken = |role: &Role| {
        dossier.is_some_and(|dossier| dossier.members.iter().any(|member| member.value.role == Some(*role)))
    };
    [Role::Chair, Role::Secretary, Role::Treasurer].into_iter().find(|role| !taken(role)).unwrap_or(Role::Member)
}

fn nik_of(draft: &Draft) -> Option<Nik> {
    Nik::parse(draft.text(MemberField::Nik).trim()).ok()
}

/// Says what the NIK tells, so that a slip of the finger is seen.
fn nik_tells(form: Form, book: Book) -> Signal<Option<Remark>> {
    let lang = use_lang();
    Signal::derive(move || {
        let nik = form.draft.with(nik_of)?;
        let today = book.registry.with_untracked(Registry::today);
        let born = nik.birth_date(today, None).map(|date| lang.date(date));
        let district = region::find(nik.region_prefix()).filter(|region: &Region| region.level == Level::District);
        let place = district.map(|region| lang.place(region));
        Some(Remark { tone: Tone::Fine, text: lang.nik_tells(nik.sex().label(lang), born, place) })
    })
}

/// Fills in sex and date of birth from the NIK, unless somebody typed others.
fn fill_from_nik(form: Form, book: Book) {
    let opened = form.draft.with_untracked(nik_of);
    Effect::new(move |filled: Option<(String, String)>| {
        let filled = filled.unwrap_or_default();
        // A form that is merely opened is not changed.
        let Some(nik) = form.draft.with(nik_of).filter(|nik| Some(*nik) != opened) else { return filled };
        let today = book.registry.with_untracked(Registry::today);
        let sex = nik.sex().text();
        let born = nik.birth_date(today, None).map(|date| date.text()).unwrap_or_default();
        for (field, new, old) in [(MemberField::Sex, &sex, &filled.0), (MemberField::BirthDate, &born, &filled.1)] {
            let now = form.draft.with_untracked(|draft| draft.text(field).to_owned());
            if now != *new && (now.is_empty() || now == *old) && !new.is_empty() {
                form.put(field, new.clone());
            }
        }
        (sex, born)
    });
}

fn erase(book: Book, group: Id, id: Id, form: Form) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let name = move || form.draft.with(|draft| draft.text(MemberField::Name).to_owned());
    let erase = Callback::new(move |()| {
        let name = untrack(name);
        web::go(&Route::Group(group, Tab::Members).to_string());
        book.dispatch(Intent::EraseMember { id });
        book.say(lang.erased(&name));
    });
    let words =
        Words { open: t.erase_member, explain: t.erase_member_explain, confirm: t.erase_confirm, cancel: t.cancel };
    confirm(words, Signal::derive(move || lang.erase_question(&name())), erase)
}
