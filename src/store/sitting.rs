//! Which opening of a book something belongs to.
//!
//! Deliberately absent: what has to end with it; whoever goes on for longer than one turn of the page asks for himself.

use super::key::Space;

/// One opening of a book. Another book, or the same one read anew, is another sitting: what began in one writes nothing in the
/// next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sitting {
    space: Space,
    number: u64,
}

impl Sitting {
    /// The first of a page.
    pub fn first(space: Space) -> Self {
        Self { space, number: 0 }
    }

    /// The one after it, of this book.
    #[must_use]
    pub fn next(self, space: Space) -> Self {
        Self { space, number: self.number.wrapping_add(1) }
    }

    /// Which book is open in it.
    pub fn space(self) -> Space {
        self.space
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_book_that_was_left_and_opened_again_is_another_sitting() {
        let first = Sitting::first(Space::Book);
        let practice = first.next(Space::Practice);
        let again = practice.next(Space::Book);
        assert_eq!([practice.space(), again.space()], [Space::Practice, Space::Book]);
        assert!(first != practice && practice != again && first != again && first.next(Space::Book) != first);
    }
}
