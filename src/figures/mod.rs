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
use crate::stats::{Asked, Poor, Question, Sorted};

pub use book::{Book, area_name};
pub use poverty::of_trend;

/// What a question comes to, of what it is asked of.
pub fn figure(lang: Lang, question: Question, book: Book<'_>, asked: &Asked) -> Figure {
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
        Question::StageByArea | Question::SexByArea => answers::by_area(lang, question, book, asked),
        Question::Poor => poverty::of_trend(lang, &[Poor::Kaltim, Poor::Indonesia]),
        Question::PoorByPlace => poverty::of_trend(lang, &[Poor::Urban, Poor::Rural]),
        Question::PoorAreas => poverty::areas(lang, asked),
        Question::PoorMap => poverty::map(lang, asked),
        Question::PoorChange => poverty::change(lang, asked),
        Question::PoorPeople => poverty::people(lang, asked),
        Question::GroupsPerPoor => poverty::groups_per_poor(lang, book, asked),
        _ => answers::answers(lang, question, book, asked),
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
