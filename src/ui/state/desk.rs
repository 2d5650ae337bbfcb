//! The page's end of the desk: one worker, started when something is first asked of it.

use std::cell::RefCell;
use std::rc::Rc;

use crate::desk::{Answer, Ask, Progress};
use crate::web::{Background, Beside, NoAnswer};

thread_local! {
    static DESK: RefCell<Option<Rc<Background>>> = const { RefCell::new(None) };
}

/// Asks, and hears on the way how far the desk is.
///
/// # Errors
/// [`NoAnswer`], also when it was ended meanwhile.
pub(super) async fn ask(ask: &Ask, beside: &Beside, tell: impl Fn(Progress) + 'static) -> Result<Answer, NoAnswer> {
    let desk = running().ok_or(NoAnswer)?;
    let text = serde_json::to_string(ask).map_err(|_| NoAnswer)?;
    let progress = move |done: u32, of: u32, stage: &str| {
        if let Ok(stage) = serde_json::from_str(stage) {
            tell(Progress { stage, done: done as usize, of: of as usize });
        }
    };
    let answered = desk.ask(&text, beside, progress).await;
    if answered.is_err() {
        // One that broke down is not asked again.
        end();
    }
    serde_json::from_str(&answered?.text).map_err(|_| NoAnswer)
}

/// Starts the desk ahead, so that it is there when a file comes.
pub fn prepare() {
    let _ = running();
}

/// Ends it, whatever it is at.
pub(super) fn end() {
    DESK.set(None);
}

fn running() -> Option<Rc<Background>> {
    DESK.with_borrow_mut(|desk| {
        if desk.is_none() {
            *desk = Background::start("desk").map(Rc::new);
        }
        desk.clone()
    })
}
