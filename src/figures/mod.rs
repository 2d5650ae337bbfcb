//! What each question comes to: its numbers in words, as a [`Figure`] that is drawn, read, sent and heard.
//!
//! A file a subject. Each takes counts of `stats`, and words of `i18n`, and puts them into rows. To add a question: a line in
//! `stats::Question`, its words in `i18n/questions`, and an arm in [`figure`]. Deliberately absent: counting, places of shapes, and
//! the page.

mod answers;
mod areas;
mod book;
mod poverty;
mod published;
mod times;

use crate::i18n::Lang;
use crate::scene::{Figure, Row};
use crate::stats::{Asked, Poor, Question, Sorted, Trait};

pub use book::{Book, area_name};
pub use poverty::of_trend;

/// What a question comes to, of what it is asked of; where it cannot be asked so, of what it can be asked of around that.
pub fn figure(lang: Lang, question: Question, book: Book<'_>, asked: &Asked) -> Figure {
    let asked = &question.fitted(asked);
    let figure = match question {
        Question::Groups => areas::groups(lang, book, asked),
        Question::Households => areas::households(lang, book, asked),
        Question::Areas => areas::areas(lang, book, asked),
        Question::Income => areas::income(lang, book, asked),
        Question::Year => times::years(lang, book, asked),
        Question::GroupsInAll => times::in_all(lang, book, asked, 0),
        Question::HouseholdsInAll => times::in_all(lang, book, asked, 1),
        Question::Visits => times::visits(lang, book, asked),
        Question::Events => times::events(lang, book, asked),
        Question::Published => published::published(lang),
        Question::Size => answers::size(lang, book, asked),
        Question::StatusByYear => answers::by_year(lang, book, asked),
        Question::StageByArea => answers::by_area(lang, Trait::Stage, book, asked),
        Question::SexByArea => answers::by_area(lang, Trait::Sex, book, asked),
        Question::Poor => poverty::of_trend(lang, &[Poor::Kaltim, Poor::Indonesia]),
        Question::PoorByPlace => poverty::of_trend(lang, &[Poor::Urban, Poor::Rural]),
        Question::PoorAreas => poverty::areas(lang, asked),
        Question::PoorMap => poverty::map(lang, asked),
        Question::PoorChange => poverty::change(lang, asked),
        Question::PoorPeople => poverty::people(lang, asked),
        Question::GroupsPerPoor => poverty::groups_per_poor(lang, book, asked),
        Question::Programme => answers::answers(lang, Trait::Programme, book, asked),
        Question::Status => answers::answers(lang, Trait::Status, book, asked),
        Question::Stage => answers::answers(lang, Trait::Stage, book, asked),
        Question::Business => answers::answers(lang, Trait::Business, book, asked),
        Question::KindOfArea => answers::answers(lang, Trait::Area, book, asked),
        Question::Sex => answers::answers(lang, Trait::Sex, book, asked),
        Question::Age => answers::answers(lang, Trait::Age, book, asked),
        Question::Schooling => answers::answers(lang, Trait::Schooling, book, asked),
        Question::Decile => answers::answers(lang, Trait::Decile, book, asked),
        Question::Welfare => answers::answers(lang, Trait::Welfare, book, asked),
        Question::Disability => answers::answers(lang, Trait::Disability, book, asked),
        Question::Visited => answers::answers(lang, Trait::Visited, book, asked),
        Question::Found => answers::answers(lang, Trait::Found, book, asked),
    };
    let axis = if figure.axis.is_empty() { lang.question_axis(question).to_owned() } else { figure.axis.clone() };
    let figure = Figure { title: lang.question(question).to_owned(), axis, ..figure };
    let figure = Figure { rows: ordered(figure.rows, asked.order), ..figure };
    match asked.place {
        Some(place) => figure.in_place(&area_name(lang, Some(place))),
        None => figure,
    }
}

/// Rows of areas and of lists in the order that is asked for; what has an order of its own keeps it.
fn ordered(mut rows: Vec<Row>, order: Sorted) -> Vec<Row> {
    let is_free = |row: &Row| row.is_free;
    if order == Sorted::Usual || !rows.iter().any(is_free) {
        return rows;
    }
    let mut free: Vec<Row> = rows.extract_if(.., |row| row.is_free).collect();
    match order {
        Sorted::Usual => {}
        Sorted::Value => free.sort_by_key(|row| std::cmp::Reverse(row.numbers.first().copied().flatten())),
        Sorted::Name => free.sort_by_key(|row| crate::domain::fold(&row.name)),
        Sorted::Code => free.sort_by_key(|row| row.area.map(|area| area.to_string())),
    }
    free.extend(rows);
    free
}
