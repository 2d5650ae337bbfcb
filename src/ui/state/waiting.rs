//! What only this device has, of the open book.

use leptos::prelude::*;

use super::book::Book;
use crate::history::Stamp;
use crate::stats::Waiting;
use crate::web;

impl Book {
    /// The changes that no file holds which left this device. In practice nothing waits.
    pub fn waiting(self) -> Waiting {
        if self.is_practice() {
            return Waiting { changes: 0, days: 0 };
        }
        let (device, sent) = (self.device(), self.meta.with(|meta| meta.sent));
        let (changes, first) = self.registry.with(|registry| registry.made_since(sent, device));
        Waiting::new(changes, first.map(Stamp::ms), web::now_ms())
    }
}
