//! What is wrong with a group, in one line with its reasons, and a way to mend what is mended for all at once.

use leptos::prelude::*;

use crate::domain::{ConsentWay, FieldValue, Id};
use crate::i18n::Label;
use crate::kinds::{GroupProblem, Member, MemberProblem};
use crate::registry::Dossier;
use crate::ui::forms::{DayField, lone};
use crate::ui::parts::block::{button, div, h2, p, text, ul};
use crate::ui::parts::dialog_button;
use crate::ui::state::{Intent, use_app, use_lang, use_texts};

/// A crowd is a mistake of taking in, and stands by itself. The rest is one line, with its reasons.
pub fn to_check(dossier: &Dossier) -> Vec<AnyView> {
    let lang = use_lang();
    let is_crowd = |problem: &GroupProblem| matches!(problem, GroupProblem::Crowded { .. });
    let problems = dossier.group.problems.iter().chain(&dossier.composition).copied();
    let (crowd, other): (Vec<GroupProblem>, Vec<GroupProblem>) = problems.partition(is_crowd);
    let crowd = crowd.into_iter().map(|problem| p("box error", lang.group_problem(problem)));
    let mut reasons: Vec<String> = other.into_iter().map(|problem| lang.group_problem(problem)).collect();
    let asked = without_consent(dossier);
    if !asked.is_empty() {
        reasons.push(lang.without_consent(asked.len()));
    }
    let consent = (!asked.is_empty()).then(|| record_consent(asked));
    let line = (!reasons.is_empty()).then(|| {
        let title = p("", lang.to_check(reasons.len()));
        let reasons = ul("plain-list", reasons.into_iter().map(text).collect());
        div("box warning", [title, reasons].into_iter().chain(consent).collect())
    });
    crowd.chain(line).collect()
}

/// Who is there, and whose consent is not on record.
fn without_consent(dossier: &Dossier) -> Vec<Id> {
    let lacks = |problems: &[MemberProblem]| problems.contains(&MemberProblem::ConsentMissing);
    dossier.members.iter().filter(|member| lacks(&member.problems)).map(|member| member.id).collect()
}

/// A group is often asked together: the day and the way are noted for all of them in one dialog.
fn record_consent(members: Vec<Id>) -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    dialog_button(
        "plain",
        t.consent_all,
        || t.consent_all_title.to_owned(),
        move |close| {
            let members = members.clone();
            let count = members.len();
            let (day, way) = (DayField::new("consent-on"), RwSignal::new(String::new()));
            let save = move || {
                let Some(on) = day.taken() else { return };
                let way = ConsentWay::parse(&way.get_untracked()).ok();
                close.run(());
                app.dispatch(Intent::Consent { members: members.clone(), on, way });
            };
            let (field, put) = (Member::CONSENT_WAY, Callback::new(move |text| way.set(text)));
            let none = Signal::stored(Vec::new());
            let way = lone(field, ("consent-way".to_owned(), field.label(lang)), way.into(), none, None, put);
            let buttons =
                vec![button("plain", t.cancel, move || close.run(())), button("solid", t.consent_all_go, save)];
            vec![
                h2("", t.consent_all_title),
                p("", lang.without_consent(count)),
                p("soft", t.consent_all_text),
                day.view(Member::CONSENT_DATE.label(lang)),
                way,
                div("actions", buttons),
            ]
        },
    )
}
