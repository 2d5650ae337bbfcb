//! The first button of the door Kirim: the same as last time, to whom it went last time, in one tap.
//!
//! A recap follows a recap; after the book come the changes that this receiver does not have. Who got a single KUBE is not sent the
//! book this way. Deliberately absent: any choice (`send_panel`).

use leptos::prelude::*;

use super::seal_choice::brief;
use super::sending::Sending;
use crate::exchange::{Kind, Totals};
use crate::i18n::{Lang, Load};
use crate::registry::{Aggregate, SentFile};
use crate::store::Meta;
use crate::ui::parts::block::{div, live, p};
use crate::ui::state::{App, use_app, use_lang};
use crate::web;

/// What is sent again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Again {
    to: String,
    /// Nothing where the receiver has all.
    load: Option<Load>,
    /// What the file would hold.
    totals: Totals,
}

impl Again {
    /// What is on the button.
    fn word(&self, lang: Lang) -> Option<String> {
        Some(lang.send_to(self.load?, &self.to))
    }

    fn kind(&self) -> Kind {
        match self.load {
            Some(Load::Recap) => Kind::Recap,
            Some(Load::All) => Kind::Full,
            _ => Kind::Delta,
        }
    }
}

/// What can be sent again; nothing before the first file for somebody by name.
pub fn again() -> Memo<Option<Again>> {
    let app = use_app();
    Memo::new(move |_| of(app))
}

fn of(app: App) -> Option<Again> {
    let kinds = [Kind::Recap, Kind::Full, Kind::Delta].map(Kind::code);
    let left = |file: &SentFile| app.is_own(file.device) && app.came.with(|came| came.contains(&file.id));
    let last = app.registry.with(|registry| registry.last_sent_to(left, &kinds))?;
    let (kind, to) = (Kind::from_code(&last.receipt.kind)?, last.receipt.about.to);
    if kind != Kind::Recap && !web::has_cipher() {
        // What would lie open for everybody is not sent in one tap.
        return None;
    }
    app.registry.with(|registry| {
        let all = || Totals::of(registry.dossiers());
        if all() == Totals::default() && registry.heads_alone().next().is_none() {
            return None;
        }
        let (load, totals) = match app.receivers().of(&to) {
            _ if kind == Kind::Recap => (Some(Load::Recap), all()),
            None => (Some(Load::All), all()),
            Some(receiver) => {
                let lacks = receiver.lacks(registry);
                let load = changes(app, &lacks, receiver.sent_ms);
                let is_in = |id| lacks.contains(&Aggregate::Group(id));
                (load, Totals::of(registry.dossiers().filter(|dossier| is_in(dossier.id))))
            }
        };
        Some(Again { to, load, totals })
    })
}

/// What the receiver lacks, in the words of the button. The changes made here count, if the last file with everything was this
/// receiver's; else the groups do. A receipt alone is nothing to be sent.
fn changes(app: App, lacks: &[Aggregate], sent_ms: u64) -> Option<Load> {
    let is_told_by = app.meta.with(Meta::last_sent).is_some_and(|sent| sent.ms() <= sent_ms);
    let unsent = app.unsent();
    let groups = lacks.iter().filter(|aggregate| matches!(aggregate, Aggregate::Group(_))).count();
    match (is_told_by && unsent > 0, groups, lacks.iter().any(|aggregate| *aggregate != Aggregate::Shared)) {
        (true, ..) => Some(Load::Changes(unsent)),
        (false, 1.., _) => Some(Load::Groups(groups)),
        (false, 0, true) => Some(Load::Rest),
        (false, 0, false) => None,
    }
}

/// Draws it; nothing where there is none any more.
pub fn quick(again: Memo<Option<Again>>) -> AnyView {
    let lang = use_lang();
    let sending = Sending::new("quick", None, Kind::Delta);
    let is_there = Memo::new(move |_| again.with(Option::is_some));
    Effect::new(move |_| {
        // A file that is ready is the one that leaves, whatever comes to be the last one by it.
        let Some(again) = again.get().filter(|_| sending.ready.with(Option::is_none)) else { return };
        let kind = again.kind();
        if sending.kind.get_untracked() != kind {
            sending.kind.set(kind);
        }
        if sending.to.with_untracked(|to| *to != again.to) {
            sending.to.set(again.to);
        }
    });
    let word = Signal::derive(move || again.with(|again| again.as_ref().and_then(|it| it.word(lang))));
    let about = move || {
        let said = |it: Again| match it.load {
            Some(_) => p("soft", lang.send_contents(it.totals)),
            None => p("box fine", lang.nothing_for(&it.to)),
        };
        again.get().map(said).into_iter().collect()
    };
    let is_locked = Memo::new(move |_| {
        let is_wanted = again.with(|again| again.as_ref().is_some_and(|it| it.load.is_some()));
        sending.kind.get() != Kind::Recap && (is_wanted || sending.ready.with(Option::is_some))
    });
    let lock = move || is_locked.get().then(|| brief("quick", sending.seal));
    let parts = move || {
        is_there.get().then(|| {
            let parts = vec![sending.ways(word, true), sending.failed(), live("status", "", about), lock.into_any()];
            div("quick", parts)
        })
    };
    parts.into_any()
}
