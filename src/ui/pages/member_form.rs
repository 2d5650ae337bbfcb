//! The form for a member, made for entering ten in a few minutes.

use leptos::prelude::*;

use crate::domain::{FieldValue, Id, Level, Nik, Programme, Region, RegionCode, Role, region};
use crate::history::Fields;
use crate::i18n::Label;
use crate::kinds::{FieldRef, KindId, Member, MemberProblem, check_member};
use crate::registry::{Dossier, Draft, Registry};
use crate::route::{Route, Tab};
use crate::store::FormKey;
use crate::ui::forms::{
    Finding, Form, changed_elsewhere, form_errors, form_of, gone_elsewhere, like_members, open_draft, restored_draft,
    row, rows, sections,
};
use crate::ui::pages::disputes;
use crate::ui::parts::block::{button, details, div, live, p, span, submit};
use crate::ui::parts::{Remark, Tone};
use crate::ui::state::{App, Then, use_app, use_lang, use_texts};
use crate::web;

const HOME: [FieldRef; 2] = [Member::REGION, Member::RT];

/// Asked at the door, once for all: it stays for the next member.
const CONSENT: [FieldRef; 2] = [Member::CONSENT_DATE, Member::CONSENT_WAY];

/// What stays for the next member: people of one group live near each other, join and consent on the same day.
const KEPT: [FieldRef; 6] =
    [Member::REGION, Member::RT, Member::RW, Member::JOINED, Member::CONSENT_DATE, Member::CONSENT_WAY];

#[component]
pub fn MemberFormPage(group: Id, id: Option<Id>) -> impl IntoView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let found = app.registry.with_untracked(|registry| registry.dossier(group).cloned());
    let Some(dossier) = found.filter(|dossier| id.is_none_or(|id| dossier.member(id).is_some())) else {
        return p("box", t.group_missing);
    };
    let near = dossier.group.value.region.and_then(RegionCode::kabkota);
    let key = id.map_or(FormKey::New(KindId::Member, Some(group), None), |id| FormKey::Of(KindId::Member, id));
    let fresh = match id {
        Some(id) => app.with_record(id, |record| open_draft(Member::KIND, id, record)),
        None => first_draft(&dossier),
    };
    let form = Form::open(Member::KIND, key, Some(group), fresh, check(app, group, id));
    let tells = nik_tells(form, app);
    fill_from_nik(form, app);

    let save = move |and_another: bool| {
        // The empty form after the last person is the end of entering, and no person.
        if id.is_none() && !and_another && form.is_untouched() {
            return web::go_instead(&Route::Group(group, Tab::Members).to_string());
        }
        let member = form.draft.with_untracked(read_member);
        let belongs = |set: &mut Fields| {
            if id != Some(form.own()) {
                set.insert(Member::GROUP.key(), group.to_json());
            }
        };
        let say = lang.member_saved(&lang.member_name(&member));
        // One that was deleted meanwhile and begun anew is another person's record.
        let same = id.filter(|id| *id == form.own());
        let read = same.map_or(Route::Group(group, Tab::Members), |id| Route::Member(group, id));
        let go = (!and_another).then_some(read);
        if form.save(belongs, Then { say, go }) && and_another {
            let next = app.registry.with_untracked(|registry| {
                form.draft.with_untracked(|draft| next_draft(draft, registry.dossier(group)))
            });
            form.restart(next);
            web::scroll_to_top();
            web::focus("field-name");
        }
    };
    let mut parts = vec![
        disputes::of_record(Some(group), id),
        form_errors(form),
        gone_elsewhere(form),
        restored_draft(form),
        changed_elsewhere(form),
        row(form, Member::NAME, near, None),
        row(form, Member::NIK, near, Some(tells)),
        row(form, Member::SEX, near, None),
        div("pair", rows(form, &[Member::BIRTH_DATE, Member::ROLE], near)),
    ];
    parts.push(like_members(form, app, group, id.is_none()));
    parts.extend(rows(form, &HOME, near));
    parts.push(div("pair", rows(form, &CONSENT, near)));
    parts.push(details("", id.is_some(), t.form_more, sections(form, KindId::Member, near)));
    parts.push(match id {
        None => div("thumb two", vec![button("plain", t.save_and_finish, move || save(false)), submit(t.save_and_add)]),
        Some(_) => div("thumb", vec![submit(t.save)]),
    });
    view! {
        {progress(app, group)}
        {form_of(parts, move || save(id.is_none()))}
    }
    .into_any()
}

/// "7 of 10 members", as words and as steps.
fn progress(app: App, group: Id) -> AnyView {
    let lang = use_lang();
    let progress = move || {
        let (group, present) = app.registry.with(|registry| {
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

fn check(app: App, group: Id, id: Option<Id>) -> impl Fn(&Draft) -> Vec<Finding> + Send + Sync {
    let lang = use_lang();
    move |draft| {
        let member = read_member(draft);
        app.registry.with(|registry| {
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
                    field: problem.field(),
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
    let mut draft = Draft::new(Member::KIND, web::random_id());
    if let Some(region) = dossier.group.value.region {
        draft.put(Member::REGION, region.text());
    }
    draft.put(Member::ROLE, next_role(Some(dossier)).code());
    draft
}

/// The rhythm of entering: what neighbours share stays, the rest is empty.
fn next_draft(last: &Draft, dossier: Option<&Dossier>) -> Draft {
    let mut draft = Draft::new(Member::KIND, web::random_id());
    for field in KEPT {
        draft.put(field, last.text(field));
    }
    draft.put(Member::ROLE, next_role(dossier).code());
    draft
}

fn next_role(dossier: Option<&Dossier>) -> Role {
    let taken = |role: &Role| {
        dossier.is_some_and(|dossier| dossier.members.iter().any(|member| member.value.role == Some(*role)))
    };
    [Role::Chair, Role::Secretary, Role::Treasurer].into_iter().find(|role| !taken(role)).unwrap_or(Role::Member)
}

fn nik_of(draft: &Draft) -> Option<Nik> {
    Nik::parse(draft.text(Member::NIK).trim()).ok()
}

/// Says what the NIK tells, so that a slip of the finger is seen.
fn nik_tells(form: Form, app: App) -> Signal<Option<Remark>> {
    let lang = use_lang();
    Signal::derive(move || {
        let nik = form.draft.with(nik_of)?;
        let today = app.registry.with_untracked(Registry::today);
        let born = nik.birth_date(today, None).map(|date| lang.date(date));
        let district = region::find(nik.region_prefix()).filter(|region: &Region| region.level == Level::District);
        let place = district.map(|region| lang.place(region));
        Some(Remark { tone: Tone::Fine, text: lang.nik_tells(nik.sex().label(lang), born, place) })
    })
}

/// Fills in sex and date of birth from the NIK, unless somebody typed others.
fn fill_from_nik(form: Form, app: App) {
    let opened = form.draft.with_untracked(nik_of);
    Effect::new(move |filled: Option<(String, String)>| {
        let filled = filled.unwrap_or_default();
        // A form that is merely opened is not changed.
        let Some(nik) = form.draft.with(nik_of).filter(|nik| Some(*nik) != opened) else { return filled };
        let today = app.registry.with_untracked(Registry::today);
        let sex = nik.sex().text();
        let born = nik.birth_date(today, None).map(|date| date.text()).unwrap_or_default();
        for (field, new, old) in [(Member::SEX, &sex, &filled.0), (Member::BIRTH_DATE, &born, &filled.1)] {
            let now = form.draft.with_untracked(|draft| draft.text(field).to_owned());
            if now != *new && (now.is_empty() || now == *old) && !new.is_empty() {
                form.put(field, new.clone());
            }
        }
        (sex, born)
    });
}
