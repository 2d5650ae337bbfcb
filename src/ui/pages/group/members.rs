//! The members of a group.

use leptos::prelude::*;

use crate::domain::{Member, MemberProblem, Severity};
use crate::registry::{Dossier, Entry};
use crate::route::Route;
use crate::ui::parts::{Tag, Tone};
use crate::ui::state::{use_book, use_lang, use_texts};

#[component]
pub fn MembersTab(dossier: Dossier) -> impl IntoView {
    let t = use_texts();
    if dossier.members.is_empty() {
        return view! { <p class="box">{t.members_none}</p> }.into_any();
    }
    let lines =
        dossier.members.iter().map(|member| view! { <li>{line(&dossier, member)}</li> }.into_any()).collect_view();
    view! { <ol class="items numbered">{lines}</ol> }.into_any()
}

fn line(dossier: &Dossier, member: &Entry<Member, MemberProblem>) -> impl IntoView + use<> {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let value = &member.value;
    let today = book.registry.with_untracked(crate::registry::Registry::today);
    let name = value.name.as_ref().map_or_else(|| t.unnamed_member.to_owned(), ToString::to_string);
    let about: Vec<String> = [
        value.sex.map(|sex| crate::i18n::Label::label(&sex, lang).to_owned()),
        value.birth_date.map(|born| lang.age(born.age_on(today))),
        value.nik.map(|nik| nik.masked()),
        value.rt.map(|rt| format!("RT {}", crate::domain::FieldValue::text(&rt))),
        (!value.is_present(today)).then(|| t.member_left.to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect();

    let elsewhere = book.registry.with_untracked(|registry| registry.clashes(dossier.id, Some(member.id), value));
    let worst = |problem: &&MemberProblem| (problem.severity(), !problem.is_gap());
    let problems = member.problems.iter().chain(elsewhere.iter().filter(|problem| !member.problems.contains(problem)));
    let remark = problems.max_by_key(worst).map(|problem| {
        let other = match problem {
            MemberProblem::NikElsewhere { group } => book.registry.with_untracked(|registry| {
                let other = registry.dossier(*group).and_then(|other| other.group.value.name.as_ref());
                other.map(ToString::to_string).unwrap_or_default()
            }),
            _ => String::new(),
        };
        let tone = if problem.severity() == Severity::Error { Tone::Error } else { Tone::Warning };
        (tone, lang.member_problem(*problem, &other))
    });
    view! {
        <a class="item" href=Route::EditMember(dossier.id, member.id).to_string()>
            <span class="line">
                <b>{name}</b>
                {lang.officer(value.role).map(|role| view! { <Tag text=role /> }.into_any())}
            </span>
            <span class="soft">{about.join(" · ")}</span>
            {remark.map(|(tone, text)| view! { <span class=tone.class()>{text}</span> }.into_any())}
        </a>
    }
    .into_any()
}
