//! Sorting, in one place.
//!
//! A type that is sorted by keys of its own costs some 5 kB of wasm. Whatever is sorted on the first visit is therefore sorted here,
//! by a text: the keys of all types are then of one type, and sorted once for all. Elsewhere `sort_by_cached_key` is called with
//! a key that says what is meant. Maps are filled one by one: a collected `BTreeMap` costs the same.

/// Sorts by a text; elements with the same text keep their order.
pub fn by_text<T>(mut items: Vec<T>, text: impl Fn(&T) -> String) -> Vec<T> {
    items.sort_by_cached_key(text);
    items
}

#[cfg(test)]
mod tests {
    use super::by_text;

    #[test]
    fn what_has_the_same_text_keeps_its_order() {
        let sorted = by_text(vec![(2, "b"), (1, "a"), (3, "b"), (4, "a")], |item| item.1.to_owned());
        assert_eq!(sorted, [(1, "a"), (4, "a"), (2, "b"), (3, "b")]);
    }
}
