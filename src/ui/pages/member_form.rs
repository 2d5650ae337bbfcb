//! The form for a member, made for entering ten in a few minutes.

use leptos::prelude::*;

use crate::domain::{
    Field, FieldValue, Id, Level, Member, MemberField, MemberProblem, Nik, Programme, Region, Role, check_member,
    region,
};
use crate::i18n::{Label, Section};
use crate::registry::{Dossier, Draft, Registry};
use crate::route::{Route, Tab};
use crate::store::FormKey;
use crate::ui::forms::{Finding, Form, FormErrors, RestoredDraft, open_draft, row, rows};
use crate::ui::parts::{Confirm, Remark, Tone};
use crate::ui::state::{Book, Intent, use_book, use_lang, use_texts};
use crate::web;

const HOME: [MemberField; 2] = [MemberField::Region, MemberField::Rt];

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
    (
        Section::Membership,
        &[
            MemberField::ConsentDate,
            MemberField::ConsentWay,
            MemberField::Joined,
            MemberField::Left,
            MemberField::LeaveReason,
        ],
    ),
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
    let dossier = Memo::new(move |_| book.registry.with(|registry| registry.dossier(group).cloned()));
    let missing = match id {
        Some(id) => {
            dossier.with_untracked(|dossier| dossier.as_ref().is_none_or(|dossier| dossier.member(id).is_none()))
        }
        None => dossier.with_untracked(Option::is_none),
    };
    if missing {
        return view! { <p class="box">{t.group_missing}</p> }.into_any();
    }
    let near =
        dossier.with_untracked(|dossier| dossier.as_ref().and_then(|dossier| dossier.group.value.region?.kabkota()));
    let key = id.map_or(FormKey::NewMember(group), FormKey::Member);
    let fresh = match id {
        Some(id) => book.fold_record(id, |record| open_draft(MemberField::KIND, record)),
        None => dossier.with_untracked(|dossier| first_draft(dossier.as_ref())),
    };
    let form = Form::open(MemberField::KIND, key, fresh, check(book, group, id));
    let tells = nik_tells(form, book);
    fill_from_nik(form, book);

    let save = move |and_another: bool| {
        let Some(mut submission) = form.submit() else { return };
        if id.is_none() {
            submission.set.insert(MemberField::Group.key().to_owned(), group.to_json());
        }
        let name = form.draft.with_untracked(|draft| draft.text(MemberField::Name).trim().to_owned());
        let id = id.unwrap_or_else(web::random_id);
        book.dispatch(Intent::Save {
            kind: MemberField::KIND,
            id,
            form: key,
            seen: submission.seen,
            set: submission.set,
        });
        book.say(lang.member_saved(&name));
        if and_another {
            let next = form.draft.with_untracked(|draft| next_draft(draft, dossier.get_untracked().as_ref()));
            form.restart(next);
            web::scroll_to_top();
            web::focus("field-name");
        } else {
            web::go(&Route::Group(group, Tab::Members).to_string());
        }
    };
    let more = MORE
        .into_iter()
        .map(|(section, fields)| {
            view! {
                <h2>{section.label(lang)}</h2>
                {rows(form, fields, near)}
            }
            .into_any()
        })
        .collect_view();
    view! {
        <Progress dossier />
        <form
            class="form"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                save(id.is_none());
            }
        >
            <FormErrors form />
            <RestoredDraft form />
            {row(form, MemberField::Name.into(), near, None)}
            {row(form, MemberField::Nik.into(), near, Some(tells))}
            {rows(form, &[MemberField::Sex], near)}
            <div class="pair">{rows(form, &[MemberField::BirthDate, MemberField::Role], near)}</div>
            {rows(form, &HOME, near)}
            <details open=id.is_some()>
                <summary>{t.form_more}</summary>
                {more}
            </details>
            {id.map(|id| erase(book, group, id, form))}
            <div class="thumb two">
                {if id.is_none() {
                    view! {
                        <button type="button" class="plain" on:click=move |_| save(false)>{t.save_and_finish}</button>
                        <button type="submit" class="solid">{t.save_and_add}</button>
                    }
                    .into_any()
                } else {
                    view! { <button type="submit" class="solid">{t.save}</button> }.into_any()
                }}
            </div>
        </form>
    }
    .into_any()
}

/// "7 of 10 members", as words and as steps.
#[component]
fn Progress(dossier: Memo<Option<Dossier>>) -> impl IntoView {
    let lang = use_lang();
    move || {
        dossier.get().map(|dossier| {
            let target = dossier.group.value.programme.and_then(Programme::target_size).unwrap_or(10);
            let name = dossier.group.value.name.as_ref().map(ToString::to_string).unwrap_or_default();
            let steps =
                (0..target).map(|step| view! { <i class:on=step < dossier.present></i> }.into_any()).collect_view();
            view! {
                <div class="progress">
                    <p>
                        <span>{name}</span>
                        <span>{lang.counter(dossier.present, target)}</span>
                    </p>
                    <div class="steps" aria-hidden="true">{steps}</div>
                </div>
            }
            .into_any()
        })
    }
}

fn check(book: Book, group: Id, id: Option<Id>) -> impl Fn(&Draft) -> Vec<Finding> + Send + Sync {
    let lang = use_lang();
    move |draft| {
        let values = draft.values();
        let member = Member::read(|key| values.get(key)).0;
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

/// The first member is most often the chair; the place is most often the group's.
fn first_draft(dossier: Option<&Dossier>) -> Draft {
    let mut draft = Draft::new(MemberField::KIND);
    if let Some(region) = dossier.and_then(|dossier| dossier.group.value.region) {
        draft.put(MemberField::Region, region.text());
    }
    draft.put(MemberField::Role, next_role(dossier).code());
    draft
}

/// The rhythm of entering: what neighbours share stays, the rest is empty.
fn next_draft(last: &Draft, dossier: Option<&Dossier>) -> Draft {
    let mut draft = Draft::new(MemberField::KIND);
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
    Effect::new(move |filled: Option<(String, String)>| {
        let filled = filled.unwrap_or_default();
        let Some(nik) = form.draft.with(nik_of) else { return filled };
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

fn erase(book: Book, group: Id, id: Id, form: Form) -> impl IntoView {
    let (lang, t) = (use_lang(), use_texts());
    let name = Signal::derive(move || form.draft.with(|draft| draft.text(MemberField::Name).to_owned()));
    let erase = Callback::new(move |()| {
        let name = name.get_untracked();
        book.dispatch(Intent::EraseMember { id });
        book.say(lang.erased(&name));
        web::go(&Route::Group(group, Tab::Members).to_string());
    });
    view! {
        <Confirm
            open=t.erase_member
            question=Signal::derive(move || lang.erase_question(&name.get()))
            explain=t.erase_member_explain
            confirm=t.erase_confirm
            cancel=t.cancel
            on_confirm=erase
        />
    }
    .into_any()
}
