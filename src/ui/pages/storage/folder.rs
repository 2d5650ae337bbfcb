//! The folder of this computer that gets a file a day: choosing it, and what is wrong with it. Only where the browser can.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ui::parts::block::{button, div, live, p, section};
use crate::ui::state::{Backup, BackupError, use_app, use_texts};
use crate::web::{Folder, FolderError};

pub fn folder() -> AnyView {
    let (app, t) = (use_app(), use_texts());
    let panel = move || {
        let is_for_this = Folder::is_offered() && !app.is_practice();
        is_for_this.then(|| section("folder", t.folder_title, vec![p("", t.folder_text), trouble(), actions()]))
    };
    panel.into_any()
}

fn actions() -> AnyView {
    let (backup, t) = (Backup::of(use_app()), use_texts());
    let chosen = backup.chosen;
    let actions = move || {
        let choose = move || spawn_local(backup.choose());
        div(
            "actions",
            if chosen.with(Option::is_some) {
                let stop = move || spawn_local(backup.forget());
                vec![button("plain", t.folder_other, choose), button("link", t.folder_stop, stop)]
            } else {
                vec![button("plain", t.folder_choose, choose)]
            },
        )
    };
    actions.into_any()
}

fn trouble() -> AnyView {
    let (backup, t) = (Backup::of(use_app()), use_texts());
    let chosen = backup.chosen;
    let trouble = move || {
        let trouble = chosen.with(|chosen| chosen.as_ref()?.trouble)?;
        let can_ask = matches!(trouble, BackupError::Lapsed | BackupError::Failed(FolderError::Refused));
        let allow = move || button("plain", t.folder_allow, move || spawn_local(backup.allow_again()));
        let told = move || vec![p("", trouble.text(t))];
        let contents = [Some(live("alert", "", told)), can_ask.then(allow)];
        Some(div("box warning", contents.into_iter().flatten().collect()))
    };
    trouble.into_any()
}
