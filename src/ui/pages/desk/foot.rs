//! At the foot of the bar of a wide screen: whether all is saved, when it left last, and how much room there is.

use leptos::prelude::*;

use crate::registry::Registry;
use crate::store::Meta;
use crate::ui::parts::block::p;
use crate::ui::state::{App, Backup, Desk, Saving, SecondCopy, groups_left, use_app, use_lang, use_texts};
use crate::web;

pub fn foot() -> AnyView {
    let app = use_app();
    let desk = Desk::of(app);
    (move || desk.is_wide.get().then(lines)).into_any()
}

fn lines() -> AnyView {
    let (app, lang) = (use_app(), use_lang());
    let groups = Memo::new(move |_| app.registry.with(Registry::group_count));
    let sent = move || app.meta.with(Meta::last_sent).map(|sent| web::local(sent.ms()));
    let written = move || Backup::of(app).chosen.get()?.written_ms().map(web::local);
    // Measured anew with the number of groups, and not with each save: it reads all that is stored.
    let room = move || {
        groups.track();
        untrack(|| groups_left(app))
    };
    let elsewhere = move || {
        (!app.is_practice()).then(|| {
            let sent = p("", lang.sent_last(sent()));
            [Some(sent), written().map(|at| p("", lang.backed_up_last(at)))].into_iter().flatten().collect::<Vec<_>>()
        })
    };
    view! {
        <section class="desk-foot" aria-label=lang.desk().state translate="no">
            {move || p("", saved(app))}
            {elsewhere}
            {move || p("", lang.room_left(room()))}
        </section>
    }
    .into_any()
}

fn saved(app: App) -> &'static str {
    let t = use_texts();
    match (app.saving.get(), app.copy.get()) {
        (Saving::Failed(_), _) => t.save_failed,
        (Saving::Outdated, _) => t.outdated,
        (_, SecondCopy::Checking) => t.storage_checking,
        (_, SecondCopy::Writing) => t.saving_now,
        (Saving::InCopy, _) => t.saved_in_copy,
        (Saving::Kept, SecondCopy::None) => t.saved_without_copy,
        (Saving::Kept, SecondCopy::Kept) => t.saved_here,
    }
}
