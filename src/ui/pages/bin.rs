//! What files erased, by the file and the group, and how it comes back.

use leptos::prelude::*;

use crate::domain::{FieldValue, PersonName};
use crate::kinds::Member;
use crate::stats::Sender;
use crate::store::Binned;
use crate::ui::parts::block::{b, button, div, p, span, ul};
use crate::ui::parts::{Words, confirm};
use crate::ui::state::{Intent, use_app, use_lang, use_texts};
use crate::web;

#[component]
pub fn BinPage() -> impl IntoView {
    let (app, t) = (use_app(), use_texts());
    move || {
        let cards: Vec<AnyView> = by_group(app.bin()).iter().map(|group| card(group)).collect();
        let none = cards.is_empty().then(|| p("box", t.bin_none));
        vec![p("soft", t.bin_text), none.into_any(), ul("cards", cards)]
    }
}

/// Those of one group by one file together, the group itself first.
fn by_group(bin: Vec<Binned>) -> Vec<Vec<Binned>> {
    let mut groups: Vec<Vec<Binned>> = Vec::new();
    for one in bin {
        let is_with = |group: &&mut Vec<Binned>| group[0].aggregate() == one.aggregate() && group[0].by == one.by;
        match groups.iter_mut().find(is_with) {
            Some(group) if one.is_group() => group.insert(0, one),
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    groups
}

fn card(group: &[Binned]) -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let Some(first) = group.first() else { return ().into_any() };
    let sender = Sender { device: first.by.device.clone(), name: first.by.name.clone() };
    let when = lang.erased_by(&lang.sender(&sender), web::local(first.at_ms).date());
    let ids: Vec<String> = group.iter().map(|one| one.record.id().to_owned()).collect();
    let members: Vec<&Binned> = group.iter().filter(|one| !one.is_group()).collect();
    let rows = members.iter().map(|one| {
        let id = one.record.id().to_owned();
        let back = move || app.dispatch(Intent::BringBack { erased: vec![id.clone()] });
        div("line", vec![span("", name(one)), button("link", t.bin_bring_back, back)])
    });
    let all = {
        let ids = ids.clone();
        move || app.dispatch(Intent::BringBack { erased: ids.clone() })
    };
    let all = (group.len() > 1 || first.is_group())
        .then(|| button("plain", lang.bring_all_back(first.is_group(), members.len()), all));
    let words =
        Words { open: t.bin_forget.to_owned(), explain: t.bin_forget_text, confirm: t.bin_forget, cancel: t.cancel };
    let forget = move || app.dispatch(Intent::ForgetErased { erased: ids.clone() });
    let forget = confirm(words, move || t.bin_forget_question.to_owned(), forget);
    div(
        "card",
        vec![
            b(lang.or_unnamed(&first.group)),
            p("soft", when),
            ul("items", rows.collect()),
            div("actions", all.into_iter().chain([forget]).collect()),
        ],
    )
}

fn name(one: &Binned) -> String {
    let name = one.record.value(Member::NAME.key()).and_then(|value| PersonName::from_json(value).ok());
    use_lang().or_unnamed_member(&name.map(|name| name.text()).unwrap_or_default())
}
