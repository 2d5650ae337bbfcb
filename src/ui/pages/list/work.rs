//! What the parts of the page share: what was chosen, and what the worker says that it comes to.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::exchange::{From, Header, Kind};
use crate::kinds::About;
use crate::lists::{Column, Cover, Guessed, Mapping, Opened, Outline, Question, SameName, Target, Why};
use crate::ui::state::{App, Chosen, Importing, Listed, TableImport};
use crate::web::{self, WorkerError};

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
    /// The table.
    table: TableImport,
    /// The sheets to choose from.
    pub covers: StoredValue<Vec<Cover>>,
    /// The one that is chosen.
    pub chosen: RwSignal<usize>,
    /// What is chosen for it.
    pub mapping: RwSignal<Mapping>,
    /// Why each column is what it is.
    pub why: RwSignal<Vec<Why>>,
    /// What nobody has answered yet.
    pub questions: RwSignal<Vec<Question>>,
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
    /// Begins with what was chosen before, else with the guess, and from then on follows what is chosen, and the book.
    pub fn new(app: App, listed: Listed) -> Self {
        let table = TableImport::of(app);
        let chosen = table.chosen(&listed);
        let Opened { covers, first, guessed: Guessed { guess, columns } } = listed.opened;
        let work = Self {
            table,
            covers: StoredValue::new(covers),
            chosen: RwSignal::new(first),
            mapping: RwSignal::new(guess.mapping),
            why: RwSignal::new(guess.why),
            questions: RwSignal::new(guess.questions),
            columns: RwSignal::new(columns),
            outline: RwSignal::new(Outline::default()),
            stage: RwSignal::new(Stage::Reading(0, 0)),
            due: StoredValue::new(Due::default()),
        };
        if let Some(chosen) = chosen {
            work.go_on_with(chosen);
        }
        Effect::new(move |_| {
            let (mapping, why, questions) = (work.mapping.get(), work.why.get(), work.questions.get());
            table.keep(work.chosen.get_untracked(), mapping, why, questions);
        });
        Effect::new(move |_| {
            app.registry.track();
            work.follow(|due| due.book = true);
        });
        Effect::new(move |_| {
            work.mapping.track();
            work.follow(|due| due.choice = true);
        });
        work
    }

    /// Goes on with what was chosen before the page was left.
    fn go_on_with(self, chosen: Chosen) {
        let is_first = self.mapping.with_untracked(|mapping| {
            (mapping.first_row, mapping.heading_rows) == (chosen.mapping.first_row, chosen.mapping.heading_rows)
        });
        if is_first && chosen.sheet == self.chosen.get_untracked() {
            self.put(chosen);
            return;
        }
        self.chosen.set(chosen.sheet);
        let first_row = Some(chosen.mapping.first_row).filter(|_| chosen.mapping.heading_rows > 0).unwrap_or_default();
        self.guess_then(Some(first_row), move |work| work.put(chosen));
    }

    fn put(self, chosen: Chosen) {
        self.why.set(chosen.why);
        self.questions.set(chosen.questions);
        self.mapping.set(chosen.mapping);
    }

    /// Takes a column for something, as a person says.
    pub fn choose(self, column: usize, target: Target) {
        self.why.update(|why| {
            if let Some(why) = why.get_mut(column) {
                *why = Why::Chosen;
            }
        });
        // Whoever chooses has answered.
        self.questions.update(|questions| {
            questions.retain(|question| question.target != target && !question.columns.contains(&column));
        });
        self.mapping.update(|mapping| {
            // A value comes from one column.
            mapping.columns.iter_mut().filter(|own| **own == target).for_each(|own| *own = Target::Ignore);
            if let Some(own) = mapping.columns.get_mut(column) {
                *own = target;
            }
        });
    }

    /// Says that none of the columns of a question is it.
    pub fn refuse(self, target: Target) {
        self.questions.update(|questions| questions.retain(|question| question.target != target));
    }

    /// Says what groups of one name in two villages are.
    pub fn say_same_name(self, said: SameName) {
        self.mapping.update(|mapping| mapping.same_name = Some(said));
    }

    /// Asks for a guess of the chosen sheet, and begins anew with it. `heading` is the row with which its heading ends, where a
    /// person has chosen it.
    pub fn guess(self, heading: Option<usize>) {
        self.guess_then(heading, |_| ());
    }

    fn guess_then(self, heading: Option<usize>, then: impl FnOnce(Self) + 'static) {
        let sheet = self.chosen.get_untracked();
        spawn_local(async move {
            let guessed = self.table.guess(sheet, heading).await;
            // Another may have been chosen meanwhile, and the page may be gone.
            if self.chosen.try_get_untracked() != Some(sheet) {
                return;
            }
            match guessed {
                Ok(Guessed { guess, columns }) => {
                    self.why.set(guess.why);
                    self.questions.set(guess.questions);
                    self.mapping.set(guess.mapping);
                    self.columns.set(columns);
                    then(self);
                }
                Err(WorkerError) => self.stage.set(Stage::Unanswered),
            }
        });
    }

    /// Tells the worker what is new, and again as long as there is something by then.
    fn follow(self, note: impl FnOnce(&mut Due)) {
        self.due.update_value(note);
        if self.due.with_value(|due| due.is_under_way) {
            return;
        }
        self.due.update_value(|due| due.is_under_way = true);
        spawn_local(async move {
            let answered = self.catch_up().await;
            self.due.try_update_value(|due| due.is_under_way = false);
            self.stage.try_set(if answered.is_ok() { Stage::Done } else { Stage::Unanswered });
        });
    }

    async fn catch_up(self) -> Result<(), WorkerError> {
        loop {
            let told = Due { is_under_way: true, ..Due::default() };
            let Some(due) = self.due.try_update_value(|due| std::mem::replace(due, told)) else { return Ok(()) };
            if !due.book && !due.choice {
                return Ok(());
            }
            self.stage.try_set(Stage::Reading(0, 0));
            if due.book {
                self.table.hand_book().await?;
            }
            let (Some(sheet), Some(mapping)) = (self.chosen.try_get_untracked(), self.mapping.try_get_untracked())
            else {
                return Ok(());
            };
            let tell = move |done, of| {
                self.stage.try_set(Stage::Reading(done, of));
            };
            self.outline.try_set(self.table.plan(sheet, mapping, tell).await?);
        }
    }

    /// Has the worker make the records, as a file's text: it is looked at, shown and taken in as any other.
    pub fn hand_over(self, app: App, name: String) {
        let outline = self.outline.get_untracked();
        // One tap makes one file.
        self.stage.set(Stage::Reading(0, 0));
        let header = Header {
            kind: Kind::Delta,
            // No UUID, so that it has no receipt: nobody sent it.
            id: format!("list {}", web::random_id()),
            created_ms: web::now_ms(),
            app: env!("CARGO_PKG_VERSION").to_owned(),
            // Nobody sent it: it is known by what the office called it.
            from: From { device: app.device().to_string(), name: name.clone() },
            about: About::default(),
        };
        let ids = (0..outline.new_groups + outline.new_members).map(|_| web::random_id()).collect();
        let stamps = (0..outline.records).map(|_| app.stamp()).collect();
        let sitting = app.sitting();
        spawn_local(async move {
            let made = self.table.file(header, ids, stamps).await;
            self.stage.try_set(if made.is_ok() { Stage::Done } else { Stage::Unanswered });
            if let Ok(mut arrived) = made
                && app.sits(sitting)
            {
                arrived.name = name;
                Importing::of(app).inspect(vec![arrived]);
            }
        });
    }
}
