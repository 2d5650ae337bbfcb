//! Sorting, in one place.
//!
//! Every element type that is sorted by itself costs some 5 kB of wasm, a collected `BTreeMap` the same once more. Whatever is
//! sorted on the first visit is therefore sorted here, by a text, and maps are filled one by one.

/// Sorts by a text; elements with the same text keep their order.
pub fn by_text<T>(items: Vec<T>, text: impl Fn(&T) -> String) -> Vec<T> {
    let mut keys: Vec<(String, usize)> = Vec::with_capacity(items.len());
    for (place, item) in items.iter().enumerate() {
        keys.push((text(item), place));
    }
    // The place in the key makes every key another, so that the quicker sort is stable too.
    keys.sort_unstable();
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    let mut sorted = Vec::with_capacity(items.len());
    for (_, place) in keys {
        sorted.extend(items[place].take());
    }
    sorted
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
