//! Receipts: the same on every device, in any order, and nobody's entry.

use std::collections::BTreeSet;

use buku_kube::domain::RegionCode;
use buku_kube::exchange::{self, From, Header, Kind};
use buku_kube::history::{Record, Stamp};
use buku_kube::kinds::{About, Receipt};
use buku_kube::registry::{Registry, commands};
use buku_kube::sample::{Sample, sample};
use proptest::prelude::*;

use crate::invented::*;

/// The header of a file: its number, its device, when it was made after noon in milliseconds.
fn header_of(number: u8, of: u32, after_ms: u64) -> Header {
    let about = About {
        to: "  Dinas   Sosial ".into(),
        groups: Some(u32::from(number)),
        households: None,
        regions: vec![(RegionCode::kaltim(72), 3)],
    };
    let from = From { device: device(of).to_string(), name: " Contoh  Pendamping ".into() };
    Header { id: id(number).to_string(), created_ms: NOON + after_ms, from, about, ..header(Kind::Full) }
}

/// What a receiver takes in of a file that a sender wrote.
fn take(registry: &mut Registry, text: &str) -> (usize, commands::Undo) {
    let file = exchange::read(text.as_bytes()).unwrap();
    let before = registry.records().count();
    let records = exchange::with_receipt(registry, &file.header, file.records);
    let (_, undo) = commands::import(registry, records).unwrap();
    (registry.records().count() - before, undo)
}

fn receipts(registry: &Registry) -> Vec<Record> {
    registry.records().filter(|record| record.kind() == Receipt::KIND).cloned().collect()
}

#[test]
fn sender_and_receiver_make_the_same_receipt() {
    let header = header_of(1, 7, 1234);
    let sent = exchange::receipt(&header).unwrap();
    let read = exchange::read(exchange::write(&header, std::iter::empty()).as_bytes()).unwrap();
    assert_eq!(exchange::receipt(&read.header), Some(sent.clone()));
    assert_eq!(sent.changes()[0].at, Stamp::new((NOON + 1234) / 1000 * 1000, 0, device(7)));
    let fold = sent.fold();
    let told = Receipt::read(|key| fold.value(key));
    assert_eq!(
        (told.kind.as_str(), told.name.as_str(), told.about.to.as_str()),
        ("full", "Contoh Pendamping", "Dinas Sosial")
    );
    assert_eq!(told.about.regions, [(RegionCode::kaltim(72), 3)]);
}

#[test]
fn a_file_of_before_reads_as_it_did_and_has_a_receipt_too() {
    let text = include_str!("../fixtures/v1/full.json");
    let file = exchange::read(text.as_bytes()).unwrap();
    assert!(file.header.about.is_empty());
    assert_eq!(exchange::write(&file.header, file.records.iter()), text);
    let receipt = exchange::receipt(&file.header).unwrap();
    assert_eq!(receipt.id(), file.header.id);
}

#[test]
fn what_a_file_says_of_itself_is_counted_over_its_groups() {
    let mut book = Registry::new(today());
    commands::import(&mut book, sample(Sample { groups: 30, members: 200, seed: 3 })).unwrap();
    let about = exchange::about(book.dossiers(), " Dinas ");
    assert_eq!((about.to.as_str(), about.groups), ("Dinas", Some(30)));
    let households: usize = book.dossiers().map(|dossier| dossier.households).sum();
    assert_eq!(about.households, u32::try_from(households).ok());
    assert_eq!(about.regions.iter().map(|(_, count)| count).sum::<u32>(), 30);
    assert!(about.regions.is_sorted());
}

#[test]
fn who_is_sent_to_again_is_who_was_sent_to_last_by_name_and_of_such_a_kind() {
    let mut book = Registry::new(today());
    let mut send = |number: u8, kind: Kind, to: &str| {
        let mut header = Header { kind, ..header_of(number, 7, u64::from(number) * 1000) };
        header.about.to = to.to_owned();
        commands::import(&mut book, vec![exchange::receipt(&header).unwrap()]).unwrap();
        book.clone()
    };
    let kinds = [Kind::Recap, Kind::Full, Kind::Delta].map(Kind::code);
    let last = |book: &Registry| {
        let file = book.last_sent_to(|file| file.device == device(7), &kinds)?;
        Some((file.receipt.about.to, file.receipt.kind))
    };
    assert_eq!(last(&Registry::new(today())), None);
    assert_eq!(last(&send(1, Kind::Full, "")), None, "to nobody by name");
    assert_eq!(last(&send(2, Kind::Full, "Dinas")), Some(("Dinas".into(), "full".into())));
    let with_group = send(3, Kind::Group, "Rekan");
    assert_eq!(last(&with_group), Some(("Dinas".into(), "full".into())), "one KUBE went to a colleague");
    assert_eq!(last(&send(4, Kind::Recap, "Provinsi")), Some(("Provinsi".into(), "recap".into())));
    assert_eq!(with_group.last_sent_to(|_| false, &kinds), None, "not from here");
}

#[test]
fn a_receipt_waits_for_no_file_makes_no_other_file_due_and_moves_no_clock() {
    let mut book = registry(sample(Sample { groups: 1, members: 3, seed: 1 }));
    let (mark, clock) = (book.mark(), book.clock(device(7), None, NOON));
    let own = exchange::receipt(&header_of(1, 7, 60_000)).unwrap();
    let ahead = exchange::receipt(&header_of(2, 8, 3_600_000)).unwrap();
    let far = exchange::receipt(&header_of(3, 9, 1 << 40)).unwrap();
    commands::import(&mut book, vec![own, ahead, far]).unwrap();
    assert_eq!(book.changes_since(None, device(7)), 0);
    assert_eq!(book.made_since(None, device(7)), (0, None));
    assert_eq!(book.mark(), mark);
    assert_eq!(book.clock(device(7), None, NOON).tick(NOON), clock.clone().tick(NOON));
    assert!(book.wrong_clocks(NOON).is_empty());
    let came: BTreeSet<String> = book.sent_files().into_iter().map(|file| file.id).collect();
    assert_eq!(book.senders(|other| other == device(7), &came).0, 2);
    // Of files that never came here a receipt may tell what it likes.
    let near = [id(2).to_string()].into();
    let made = exchange::receipt(&header_of(2, 8, 3_600_000)).unwrap().changes()[0].at.ms();
    assert_eq!(book.senders(|other| other == device(7), &near), (1, Some(made)), "and not the one of years ahead");
    assert_eq!(book.senders(|other| other == device(7), &BTreeSet::new()), (0, None));
    assert_eq!(book.sent_files().len(), 3);
    assert!(book.sent_files().is_sorted_by(|one, other| one.ms >= other.ms), "the latest first");
    assert_eq!(book.name_of(device(8), &came).as_deref(), Some("Contoh Pendamping"));
    assert_eq!(book.name_of(device(5), &came), None);
}

#[test]
fn a_file_that_took_another_id_gets_no_receipt_and_is_taken_in_all_the_same() {
    let records = sample(Sample { groups: 1, members: 1, seed: 1 });
    for taken in [records[0].id().to_owned(), "not an id".to_owned(), String::new()] {
        let header = Header { id: taken, ..header(Kind::Full) };
        let mut book = Registry::new(today());
        let (new, _) = take(&mut book, &exchange::write(&header, records.iter()));
        assert_eq!((new, receipts(&book).len()), (records.len(), 0));
        // Also where the record is here already.
        let with = exchange::with_receipt(&book, &header, Vec::new());
        assert!(commands::import(&mut book, with).is_ok());
    }
}

#[test]
fn taking_a_file_back_takes_its_receipt_back_and_leaves_the_others() {
    let group = |seed| sample(Sample { groups: 1, members: 2, seed });
    let mut book = Registry::new(today());
    take(&mut book, &exchange::write(&header_of(1, 7, 0), group(1).iter()));
    let before = receipts(&book);
    let (_, undo) = take(&mut book, &exchange::write(&header_of(2, 8, 0), group(2).iter()));
    assert_eq!(receipts(&book).len(), 2);
    commands::undo_import(&mut book, &mut commands::Imports::of((), undo), 0);
    assert_eq!(receipts(&book), before);
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn files_in_any_order_and_any_number_of_times_come_to_the_same_receipts(
        order in Just((0_u8..6).collect::<Vec<_>>()).prop_shuffle(),
        again in proptest::collection::vec(0_u8..6, 0..6),
    ) {
        // Each sender has taken in the file before, so that receipts also travel in files.
        let mut texts = Vec::new();
        let mut sender = Registry::new(today());
        for number in 0..6 {
            let header = header_of(number, u32::from(number % 3), u64::from(number) * 1500);
            let text = exchange::write(&header, sender.records());
            take(&mut sender, &text);
            texts.push(text);
        }
        let mut book = Registry::new(today());
        for number in order.into_iter().chain(again.clone()) {
            take(&mut book, &texts[usize::from(number)]);
        }
        prop_assert_eq!(receipts(&book), receipts(&sender));
        prop_assert_eq!(receipts(&book).len(), 6);
        for number in again {
            prop_assert_eq!(take(&mut book, &texts[usize::from(number)]).0, 0);
        }
    }
}
