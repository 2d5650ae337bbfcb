//! The page's end of the desk: one worker, started when something is first asked of it.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::task::spawn_local;

use super::asking;
use super::book::Book;
use crate::desk::{Answer, Ask, Contents, Progress};
use crate::duplicates::Suspect;
use crate::exchange::Header;
use crate::web::{self, Background, Beside, NoAnswer};

thread_local! {
    static DESK: RefCell<Option<Rc<Background>>> = const { RefCell::new(None) };
}

/// Asks, and hears on the way how far the desk is.
///
/// # Errors
/// [`NoAnswer`], also when it was ended meanwhile.
pub(super) async fn ask(ask: &Ask, beside: &Beside, tell: impl Fn(Progress) + 'static) -> Result<Answer, NoAnswer> {
    Ok(ask_beside(ask, beside, tell).await?.0)
}

/// The same, and the bytes that stand beside the answer.
async fn ask_beside(
    ask: &Ask,
    beside: &Beside,
    tell: impl Fn(Progress) + 'static,
) -> Result<(Answer, Vec<u8>), NoAnswer> {
    let desk = running().ok_or(NoAnswer)?;
    let progress = move |done: u32, of: u32, stage: &str| {
        if let Ok(stage) = serde_json::from_str(stage) {
            tell(Progress { stage, done: done as usize, of: of as usize });
        }
    };
    let answered = asking::ask(&desk, ask, beside, progress).await;
    if answered.is_err() {
        // One that broke down is not asked again.
        end();
    }
    let (answer, bytes) = answered?;
    Ok((answer, bytes.map(|bytes| bytes.to_vec()).unwrap_or_default()))
}

/// The suspected duplicates of the book; `None` when the desk gave no answer.
pub(super) async fn suspects(book: Book) -> Option<Vec<Suspect>> {
    ask(&Ask::Book { today: web::today() }, &book.beside(), |_| {}).await.ok()?;
    match ask(&Ask::Suspects, &Beside::default(), |_| {}).await {
        Ok(Answer::Suspects(found)) => Some(found),
        _ => None,
    }
}

/// The text of a file of the book; `None` when the desk gave no answer.
pub async fn make(book: Book, header: &Header, contents: Contents) -> Option<String> {
    let wanted = Ask::Make { today: web::today(), header: header.clone(), contents };
    let beside = book.beside();
    let made = match ask_beside(&wanted, &beside, |_| {}).await {
        // One that was ended for another's sake is started again.
        Err(NoAnswer) => ask_beside(&wanted, &beside, |_| {}).await,
        made => made,
    };
    let (_, bytes) = made.ok()?;
    String::from_utf8(bytes).ok()
}

/// Starts the desk ahead and lets it practise, so that it is there, and quick, when a file comes.
pub fn prepare() {
    if DESK.with_borrow(Option::is_none) {
        spawn_local(async { drop(ask(&Ask::Practise, &Beside::default(), |_| {}).await) });
    }
}

/// Ends it, whatever it is at.
pub(super) fn end() {
    // Whoever waits for an answer holds it, too.
    if let Some(desk) = DESK.take() {
        desk.end();
    }
}

fn running() -> Option<Rc<Background>> {
    DESK.with_borrow_mut(|desk| {
        if desk.is_none() {
            *desk = Background::start("desk").map(Rc::new);
        }
        desk.clone()
    })
}
