//! What the parts of the page share: what was chosen, and what the worker says that it comes to.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::About;
use crate::exchange::{From, Header, Kind};
use crate::lists::{Column, Cover, Guessed, Mapping, Opened, Outline, Sureness};
use crate::ui::state::{Book, listed};
use crate::web::{self, NoAnswer};

/// How far the worker is with what was chosen last.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Stage {
    /// So many rows are read, of so many.
    Reading(usize, usize),
    /// The outline is of what is chosen.
    #[default]
    Done,
    /// The worker gave no answer.
    Unanswered,
}

#[derive(Clone, Copy)]
pub struct Work {
    /// The sheets to choose from.
    pub covers: StoredValue<Vec<Cover>>,
    /// The one that is chosen.
    pub chosen: RwSignal<usize>,
    /// What is chosen for it.
    pub mapping: RwSignal<Mapping>,
    /// How sure the guess of each column is that nobody has mended.
    pub sure: RwSignal<Vec<Sureness>>,
    /// What each column is known by. Told anew with each guess, and not with each choice.
    pub columns: RwSignal<Vec<Column>>,
    /// What it comes to.
    pub outline: RwSignal<Outline>,
    /// Whether that is of what is chosen.
    pub stage: RwSignal<Stage>,
    due: StoredValue<Due>,
}

/// What the worker has not been told yet.
#[derive(Clone, Copy, Debug, Default)]
struct Due {
    book: bool,
    choice: bool,
    /// Whether it is being told.
    is_under_way: bool,
}

impl Work {
    /// Begins with the guess, and from then on follows what is chosen, and the book.
    pub fn new(book: Book, opened: Opened) -> Self {
        let Opened { covers, first, guessed: Guessed { guess, columns } } = opened;
        let work = Self {
            covers: StoredValue::new(covers),
            chosen: RwSignal::new(first),
            mapping: RwSignal::new(guess.mapping),
            sure: RwSignal::new(guess.sure),
            columns: RwSignal::new(columns),
            outline: RwSignal::new(Outline::default()),
            stage: RwSignal::new(Stage::Reading(0, 0)),
            due: StoredValue::new(Due::default()),
        };
        Effect::new(move |_| {
            book.registry.track();
            work.follow(book, |due| due.book = true);
        });
        Effect::new(move |_| {
            work.mapping.track();
            work.follow(book, |due| due.choice = true);
        });
        work
    }

    /// Asks for a guess of the chosen sheet, and begins anew with it. `heading` is the row with which its heading ends, where a
    /// person has chosen it.
    pub fn guess(self, heading: Option<usize>) {
        let sheet = self.chosen.get_untracked();
        spawn_local(async move {
            let guessed = listed::guess(sheet, heading).await;
            // Another may have been chosen meanwhile, and the page may be gone.
            if self.chosen.try_get_untracked() != Some(sheet) {
                return;
            }
            match guessed {
                Ok(Guessed { guess, columns }) => {
                    self.sure.set(guess.sure);
                    self.mapping.set(guess.mapping);
                    self.columns.set(columns);
                }
                Err(NoAnswer) => self.stage.set(Stage::Unanswered),
            }
        });
    }

    /// Tells the worker what is new, and again as long as there is something by then.
    fn follow(self, book: Book, note: impl FnOnce(&mut Due)) {
        self.due.update_value(note);
        if self.due.with_value(|due| due.is_under_way) {
            return;
        }
        self.due.update_value(|due| due.is_under_way = true);
        spawn_local(async move {
            let answered = self.catch_up(book).await;
            self.due.try_update_value(|due| due.is_under_way = false);
            self.stage.try_set(if answered.is_ok() { Stage::Done } else { Stage::Unanswered });
        });
    }

    async fn catch_up(self, book: Book) -> Result<(), NoAnswer> {
        loop {
            let told = Due { is_under_way: true, ..Due::default() };
            let Some(due) = self.due.try_update_value(|due| std::mem::replace(due, told)) else { return Ok(()) };
            if !due.book && !due.choice {
                return Ok(());
            }
            self.stage.try_set(Stage::Reading(0, 0));
            if due.book {
                listed::hand_book(book).await?;
            }
            let (Some(sheet), Some(mapping)) = (self.chosen.try_get_untracked(), self.mapping.try_get_untracked())
            else {
                return Ok(());
            };
            let tell = move |done, of| {
                self.stage.try_set(Stage::Reading(done, of));
            };
            self.outline.try_set(listed::plan(sheet, mapping, tell).await?);
        }
    }

    /// Has the worker make the records, as a file's text: it is looked at, shown and taken in as any other.
    pub fn hand_over(self, book: Book, name: String) {
        let outline = self.outline.get_untracked();
        // One tap makes one file.
        self.stage.set(Stage::Reading(0, 0));
        let header = Header {
            kind: Kind::Delta,
            // No UUID, so that it has no receipt: nobody sent it.
            id: format!("list {}", web::random_id()),
            created_ms: web::now_ms(),
            app: env!("CARGO_PKG_VERSION").to_owned(),
            from: From {
                device: book.device().to_string(),
                name: book.settings.with_untracked(|settings| settings.name.clone()),
            },
            about: About::default(),
        };
        let ids = (0..outline.new_groups + outline.new_members).map(|_| web::random_id()).collect();
        let stamps = (0..outline.records).map(|_| book.stamp()).collect();
        spawn_local(async move {
            let made = listed::file(header, ids, stamps).await;
            self.stage.try_set(if made.is_ok() { Stage::Done } else { Stage::Unanswered });
            if let Ok(mut arrived) = made {
                arrived.name = name;
                book.look_at(vec![arrived]);
            }
        });
    }
}
