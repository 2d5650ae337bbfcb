//! The members of a group.

use leptos::prelude::*;

use crate::domain::{FieldValue, Nik};
use crate::i18n::Label;
use crate::kinds::{KindId, Member, MemberProblem, Severity};
use crate::registry::{Dossier, Entry, Registry};
use crate::route::Route;
use crate::search::Need;
use crate::ui::parts::block::{a, b, div, ol, p, span};
use crate::ui::parts::{Tone, tag};
use crate::ui::state::{Duplicates, use_app, use_lang, use_texts};

pub fn members(dossier: &Dossier) -> AnyView {
    if dossier.members.is_empty() {
        return p("box", KindId::Member.words().none.label(use_lang()));
    }
    ol("items numbered", dossier.members.iter().map(|member| line(dossier, member)).collect())
}

fn line(dossier: &Dossier, member: &Entry<Member, MemberProblem>) -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let value = &member.value;
    let today = app.registry.with_untracked(Registry::today);
    let about = [
        value.sex.map(|sex| sex.label(lang).to_owned()),
        value.birth_date.and_then(|born| born.likely_age_on(today)).map(|age| lang.age(age)),
        value.nik.map(Nik::masked),
        value.rt.map(|rt| format!("{} {}", Member::RT.label(lang), rt.text())),
        (!value.is_present(today)).then(|| t.member_left.to_owned()),
    ];
    let about: Vec<String> = about.into_iter().flatten().collect();
    let is_suspect = || Duplicates::of(use_app()).with(|it| it.is_some_and(|it| it.of_member(member.id).is_some()));
    let mark = is_suspect().then(|| tag(Some(Tone::Warning), t.duplicates_mark));
    let officer = lang.officer(value.role).map(|role| tag(None, role));
    let in_conflict = (!member.conflicts.is_empty()).then(|| tag(Some(Tone::Warning), Need::Conflict.label(lang)));
    let name = [Some(b(lang.member_name(value))), in_conflict, mark, officer].into_iter().flatten();
    let name = div("line", name.collect());
    let mut parts = vec![name, span("soft", about.join(" · "))];
    if let Some(problem) = worst(dossier, member) {
        let other = match problem {
            MemberProblem::NikElsewhere { group } => app
                .registry
                .with_untracked(|registry| lang.group_name(registry.dossier(group).map(|other| &other.group.value))),
            _ => String::new(),
        };
        let tone = if problem.severity() == Severity::Error { Tone::Error } else { Tone::Warning };
        parts.push(span(tone.class(), lang.member_problem(problem, &other)));
    }
    a("item", &Route::Member(dossier.id, member.id), parts)
}

/// What is gravest about a member; what is wrong goes before what is not filled in yet.
pub(super) fn worst(dossier: &Dossier, member: &Entry<Member, MemberProblem>) -> Option<MemberProblem> {
    let app = use_app();
    let clashes = app.registry.with_untracked(|registry| registry.clashes(dossier.id, Some(member.id), &member.value));
    // Missing consent is told above, once for all, where it is mended for all.
    let own = member.problems.iter().copied().filter(|problem| *problem != MemberProblem::ConsentMissing);
    own.chain(clashes).max_by_key(|problem| (problem.severity(), !problem.is_gap()))
}
