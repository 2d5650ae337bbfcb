//! What only this device has, and whether a written file is still up to date.

use buku_kube::domain::{Date, Id};
use buku_kube::history::{Device, Stamp};
use buku_kube::kinds::Group;
use buku_kube::registry::{Registry, commands};

const NOW: u64 = 1_780_000_000_000;

fn stamp(ms: u64, device: u32) -> Stamp {
    Stamp::new(ms, 0, Device::from_random(device))
}

fn id(number: u64) -> Id {
    Id::v7(number, [0; 10])
}

fn save(registry: &mut Registry, group: u64, at: Stamp) {
    let set = [("name".to_owned(), "Contoh".into())].into();
    commands::save(registry, Group::KIND, id(group), at, &[], set);
}

fn empty() -> Registry {
    Registry::new(Date::new(2026, 5, 28).unwrap())
}

#[test]
fn the_first_change_since_a_file_is_the_earliest_of_this_device() {
    let mut book = empty();
    for (group, ms, device) in [(3, NOW + 9, 1), (1, NOW + 5, 1), (2, NOW + 1, 1), (1, NOW, 2)] {
        save(&mut book, group, stamp(ms, device));
    }
    let made = |sent, device| {
        let (count, first) = book.made_since(sent, Device::from_random(device));
        (count, first.map(Stamp::ms))
    };
    assert_eq!(made(None, 1), (3, Some(NOW + 1)));
    assert_eq!(made(Some(stamp(NOW + 1, 1)), 1), (2, Some(NOW + 5)));
    assert_eq!(made(Some(stamp(NOW + 9, 1)), 1), (0, None));
    assert_eq!([made(None, 2), made(None, 3)], [(1, Some(NOW)), (0, None)]);
}

#[test]
fn every_change_makes_another_mark_and_taking_it_back_the_same() {
    let mut book = empty();
    let mut marks = vec![book.mark()];
    for (group, ms) in [(1, NOW), (1, NOW + 1), (2, NOW + 2)] {
        save(&mut book, group, stamp(ms, 1));
        marks.push(book.mark());
    }
    let mut other = empty();
    save(&mut other, 3, stamp(NOW + 3, 2));
    let (_, undo) = commands::import(&mut book, other.records().cloned().collect()).unwrap();
    marks.push(book.mark());
    let before = marks[marks.len() - 2];
    commands::undo_import(&mut book, &mut commands::Imports::of((), undo), 0);
    assert_eq!(book.mark(), before);
    commands::erase_group(&mut book, id(2), &mut || stamp(NOW + 4, 1));
    marks.push(book.mark());
    let unlike = marks.iter().enumerate().all(|(place, mark)| !marks[..place].contains(mark));
    assert!(unlike, "{marks:?}");
}

#[test]
fn the_mark_does_not_depend_on_the_order_in_which_changes_came() {
    let changes = [(1, NOW), (2, NOW + 1), (1, NOW + 2)];
    let (mut one, mut other) = (empty(), empty());
    for (group, ms) in changes {
        save(&mut one, group, stamp(ms, 1));
    }
    for (group, ms) in changes.into_iter().rev() {
        save(&mut other, group, stamp(ms, 1));
    }
    assert_eq!(one.mark(), other.mark());
}
