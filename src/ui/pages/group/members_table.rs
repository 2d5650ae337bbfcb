//! The members of a group as a table, where there is room for one.
//!
//! By itself, so that the rows of a phone and this may change apart. What is nobody else's business is masked here, too.

use leptos::prelude::*;

use crate::domain::{Date, FieldValue, Nik, Role, fold, region};
use crate::i18n::{Label, Lang};
use crate::kinds::{FieldRef, Member, MemberProblem};
use crate::registry::{Dossier, Entry, Registry};
use crate::route::Route;
use crate::ui::parts::block::{a, text};
use crate::ui::parts::{Column, column_choice, heads};
use crate::ui::state::{App, Desk, Intent, use_app, use_lang};

type OfMember = Entry<Member, MemberProblem>;

/// The columns, and whether each is usually shown.
const COLUMNS: [(&str, bool); 9] = [
    ("role", true),
    ("sex", true),
    ("age", true),
    ("nik", true),
    ("rt", true),
    ("village", false),
    ("joined", false),
    ("left", false),
    ("check", true),
];

const NAME: &str = "name";

/// The members as a table on a wide screen, else as `narrow` draws them.
pub fn or(dossier: &Dossier, narrow: fn(&Dossier) -> AnyView) -> AnyView {
    let (app, id) = (use_app(), dossier.id);
    let desk = Desk::of(app);
    let members = move || {
        let is_wide = desk.is_wide.get();
        // The page is drawn anew with the book; this only with the size of the window.
        let found = app.registry.with_untracked(|registry| registry.dossier(id).cloned());
        found.map(|dossier| if is_wide && !dossier.members.is_empty() { table(dossier) } else { narrow(&dossier) })
    };
    members.into_any()
}

fn table(dossier: Dossier) -> AnyView {
    let (app, lang) = (use_app(), use_lang());
    let (desk, d) = (Desk::of(app), lang.desk());
    let today = app.registry.with_untracked(Registry::today);
    let column = move |code: &'static str| Column { code, word: head(code, lang), is_number: code == "age" };
    let order = Callback::new(move |code: &'static str| desk.order_members(code));
    let head = move || {
        let columns = [NAME].into_iter().chain(shown(desk)).map(column).collect();
        heads(columns, desk.members_by.get(), order)
    };
    let rows = move || {
        let columns: Vec<&'static str> = shown(desk).collect();
        let members = ordered(&dossier, desk.members_by.get(), today, lang);
        members.into_iter().map(|member| row(&dossier, member, &columns, today, lang)).collect::<Vec<_>>()
    };
    let turn = Callback::new(move |code: &'static str| app.dispatch(Intent::Arrange(word_of(code))));
    let is_shown = Callback::new(move |code: &'static str| shown(desk).any(|shown| shown == code));
    view! {
        {column_choice(d.columns, COLUMNS.map(|(code, _)| column(code)).into(), is_shown, turn)}
        <div class="scroll" role="group" tabindex="0" aria-label=d.members_table>
            <table class="list">
                <thead>{head}</thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// What a column that is not as usual is called in the arrangement.
fn word_of(code: &str) -> String {
    format!("members.{code}")
}

fn shown(desk: Desk) -> impl Iterator<Item = &'static str> {
    COLUMNS.into_iter().filter(move |(code, usual)| desk.differs(&word_of(code)) != *usual).map(|(code, _)| code)
}

fn head(code: &str, lang: Lang) -> &'static str {
    let of = |field: FieldRef| field.label(lang);
    let d = lang.desk();
    match code {
        NAME => d.column_name,
        "role" => d.column_role,
        "sex" => d.column_sex,
        "age" => d.column_age,
        "nik" => of(Member::NIK),
        "rt" => of(Member::RT),
        "village" => of(Member::REGION),
        "joined" => of(Member::JOINED),
        "left" => of(Member::LEFT),
        _ => d.column_check,
    }
}

/// The members in the order of a column; where that says nothing, they stand last.
fn ordered<'a>(dossier: &'a Dossier, by: Option<(&str, bool)>, today: Date, lang: Lang) -> Vec<&'a OfMember> {
    let members: Vec<&OfMember> = dossier.members.iter().collect();
    let Some((code, is_turned)) = by else { return members };
    let (mut filled, empty): (Vec<_>, Vec<_>) =
        members.into_iter().partition(|member| !cell(dossier, member, code, today, lang).is_empty());
    filled.sort_by_cached_key(|member| key(dossier, member, code, today, lang));
    if is_turned {
        filled.reverse();
    }
    [filled, empty].concat()
}

/// What a member is ordered by: days, ages and roles as numbers, all else by what stands there.
fn key(dossier: &Dossier, member: &OfMember, code: &str, today: Date, lang: Lang) -> (i64, String) {
    let value = &member.value;
    let days_ago = |day: Option<Date>| day.map(|day| day.days_until(today)).unwrap_or_default();
    let number = match code {
        "age" => days_ago(value.birth_date),
        "joined" => -days_ago(value.joined),
        "left" => -days_ago(value.left),
        "role" => Role::ALL.iter().take_while(|role| Some(**role) != value.role).map(|_| 1).sum(),
        _ => return (0, fold(&cell(dossier, member, code, today, lang))),
    };
    (number, String::new())
}

/// What stands in a cell.
fn cell(dossier: &Dossier, member: &OfMember, code: &str, today: Date, lang: Lang) -> String {
    let value = &member.value;
    let found = match code {
        NAME => Some(lang.member_name(value)),
        "role" => value.role.map(|role| role.label(lang).to_owned()),
        "sex" => value.sex.map(|sex| sex.label(lang).chars().take(1).collect()),
        "age" => value.birth_date.and_then(|born| born.likely_age_on(today)).map(|age| age.to_string()),
        "nik" => value.nik.map(Nik::masked),
        "rt" => value.rt.map(|rt| rt.text()),
        "village" => value.region.and_then(region::find).map(|region| region.short_name().to_owned()),
        "joined" => value.joined.map(|day| lang.date(day)),
        "left" => value.left.map(|day| lang.date(day)),
        _ => super::members::worst(dossier, member).map(|problem| said(problem, lang)),
    };
    found.unwrap_or_default()
}

/// A problem in words, with the name of the other group that it is about.
fn said(problem: MemberProblem, lang: Lang) -> String {
    let app: App = use_app();
    let other = match problem {
        MemberProblem::NikElsewhere { group } => app
            .registry
            .with_untracked(|registry| lang.group_name(registry.dossier(group).map(|other| &other.group.value))),
        _ => String::new(),
    };
    lang.member_problem(problem, &other)
}

fn row(dossier: &Dossier, member: &OfMember, columns: &[&'static str], today: Date, lang: Lang) -> AnyView {
    let name = text(lang.member_name(&member.value));
    let name = a("", &Route::Member(dossier.id, member.id), vec![name]);
    let cells = columns.iter().map(|code| {
        let class = match *code {
            "age" => "number",
            "nik" => "code",
            _ => "",
        };
        view! { <td class=class>{cell(dossier, member, code, today, lang)}</td> }.into_any()
    });
    let has_left = !member.value.is_present(today);
    view! {
        <tr class=has_left.then_some("soft")>
            <th scope="row">{name}</th>
            {cells.collect::<Vec<_>>()}
        </tr>
    }
    .into_any()
}
