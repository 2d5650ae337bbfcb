//! Every broken rule and every fault is a whole sentence in both languages.
//!
//! The lists below are exhaustive: a new variant does not compile until it stands here too.

use buku_kube::domain::{Date, Fault, RegionCode, Role};
use buku_kube::exchange::SealError;
use buku_kube::exchange::passphrase::Strength;
use buku_kube::i18n::Lang;
use buku_kube::kinds::{Group, GroupProblem, Member, MemberProblem};
use buku_kube::lists::{Problem, Reason, TableError};
use buku_kube::storage::StorageError;

use crate::invented::id;

/// Lists every variant; the match that it makes of the patterns is exhaustive or does not compile.
macro_rules! all {
    ($Type:ty { $( $pattern:pat => $( $value:expr ),+ ; )* }) => {{
        fn known(one: &$Type) {
            match one { $( $pattern => {} )* }
        }
        let all: Vec<$Type> = vec![ $( $( $value ),+ ),* ];
        all.iter().for_each(known);
        all
    }};
}

fn faults() -> Vec<Fault> {
    all!(Fault {
        Fault::WrongType => Fault::WrongType;
        Fault::Empty => Fault::Empty;
        Fault::TooLong { .. } => Fault::TooLong { max: 80 };
        Fault::NotADate => Fault::NotADate;
        Fault::NoSuchDay => Fault::NoSuchDay;
        Fault::NotANumber { .. } => Fault::NotANumber { min: 0, max: 30 };
        Fault::NotMoney => Fault::NotMoney;
        Fault::NotAPhone => Fault::NotAPhone;
        Fault::NotARegion => Fault::NotARegion;
        Fault::NotAChoice => Fault::NotAChoice;
        Fault::NotAnId => Fault::NotAnId;
        Fault::NotSixteenDigits { .. } => Fault::NotSixteenDigits { found: 15 }, Fault::NotSixteenDigits { found: 0 };
        Fault::NotDigits => Fault::NotDigits;
        Fault::Spreadsheet => Fault::Spreadsheet;
        Fault::AllEqual => Fault::AllEqual;
        Fault::NumberRegion => Fault::NumberRegion;
        Fault::NumberDay => Fault::NumberDay;
        Fault::NumberMonth => Fault::NumberMonth;
        Fault::NumberNoSuchDay => Fault::NumberNoSuchDay;
    })
}

fn group_problems() -> Vec<GroupProblem> {
    let mut all = all!(GroupProblem {
        GroupProblem::NameMissing => GroupProblem::NameMissing;
        GroupProblem::BusinessMissing => GroupProblem::BusinessMissing;
        GroupProblem::BusinessUnnamed => GroupProblem::BusinessUnnamed;
        GroupProblem::RegionMissing => GroupProblem::RegionMissing;
        GroupProblem::RegionUnknown => GroupProblem::RegionUnknown;
        GroupProblem::RegionCoarse => GroupProblem::RegionCoarse;
        GroupProblem::FewMembers { .. } => GroupProblem::FewMembers { count: 0 }, GroupProblem::FewMembers { count: 1 };
        GroupProblem::ManyMembers { .. } => GroupProblem::ManyMembers { count: 21 };
        GroupProblem::Crowded { .. } => GroupProblem::Crowded { count: 3_000 };
        GroupProblem::OffTarget { .. } => GroupProblem::OffTarget { count: 8, target: 10 };
        GroupProblem::OfficerMissing(_) => GroupProblem::OfficerMissing(Role::Chair);
        GroupProblem::OfficerTwice(_) => GroupProblem::OfficerTwice(Role::Chair);
        GroupProblem::Scattered => GroupProblem::Scattered;
        GroupProblem::DateAhead(_) => GroupProblem::DateAhead(Group::FORMED);
        GroupProblem::Unfit(..) => GroupProblem::Unfit(Group::NAME, Fault::WrongType);
    });
    all.extend(
        Role::ALL.iter().flat_map(|role| [GroupProblem::OfficerMissing(*role), GroupProblem::OfficerTwice(*role)]),
    );
    for field in Group::fields() {
        all.push(GroupProblem::DateAhead(field));
        all.extend(faults().into_iter().map(|fault| GroupProblem::Unfit(field, fault)));
    }
    all
}

fn member_problems() -> Vec<MemberProblem> {
    let day = Date::new(1990, 6, 5).unwrap();
    let mut all = all!(MemberProblem {
        MemberProblem::NameMissing => MemberProblem::NameMissing;
        MemberProblem::SexMissing => MemberProblem::SexMissing;
        MemberProblem::BirthDateMissing => MemberProblem::BirthDateMissing;
        MemberProblem::NikMissing => MemberProblem::NikMissing;
        MemberProblem::NikDateDiffers { .. } => MemberProblem::NikDateDiffers { in_nik: Date::new(1990, 6, 5).unwrap() };
        MemberProblem::NikSexDiffers => MemberProblem::NikSexDiffers;
        MemberProblem::NikProvinceUnknown => MemberProblem::NikProvinceUnknown;
        MemberProblem::NikRegionOld => MemberProblem::NikRegionOld;
        MemberProblem::NikRegionUnknown => MemberProblem::NikRegionUnknown;
        MemberProblem::BirthUnlikely => MemberProblem::BirthUnlikely;
        MemberProblem::AgeOutside { .. } => MemberProblem::AgeOutside { age: 12, min: 15, max: 55 }, MemberProblem::AgeOutside { age: 1, min: 18, max: 60 };
        MemberProblem::NikTwice => MemberProblem::NikTwice;
        MemberProblem::NikElsewhere { .. } => MemberProblem::NikElsewhere { group: id(1) };
        MemberProblem::CardTwice => MemberProblem::CardTwice;
        MemberProblem::RegionUnknown(_) => MemberProblem::RegionUnknown(RegionCode::kaltim(72));
        MemberProblem::LeftBeforeJoining => MemberProblem::LeftBeforeJoining;
        MemberProblem::DateAhead(_) => MemberProblem::DateAhead(Member::JOINED);
        MemberProblem::ConsentMissing => MemberProblem::ConsentMissing;
        MemberProblem::Unfit(..) => MemberProblem::Unfit(Member::NAME, Fault::WrongType);
    });
    all.push(MemberProblem::NikDateDiffers { in_nik: day });
    for field in Member::fields() {
        all.push(MemberProblem::DateAhead(field));
        all.extend(faults().into_iter().map(|fault| MemberProblem::Unfit(field, fault)));
    }
    all
}

/// What keeps a text from being a whole sentence.
fn fault_of(text: &str) -> Option<&'static str> {
    let first = text.chars().next();
    match text {
        _ if text.trim().is_empty() => Some("is empty"),
        _ if text.trim() != text || text.contains("  ") => Some("has stray spaces"),
        _ if !text.ends_with('.') || text.ends_with("..") => Some("does not end with a full stop"),
        _ if first.is_some_and(char::is_lowercase) => Some("does not begin with a capital"),
        _ if text.contains(['{', '}', '_']) => Some("holds a name from the code"),
        _ => None,
    }
}

fn assert_sentences<T: std::fmt::Debug>(all: &[T], sentence: impl Fn(Lang, &T) -> String) {
    for one in all {
        let [id, en] = Lang::ALL.map(|lang| sentence(lang, one));
        for text in [&id, &en] {
            assert_eq!(fault_of(text), None, "{one:?}: {text:?}");
        }
        assert_ne!(id, en, "{one:?} is in one language only");
    }
}

#[test]
fn what_is_no_whole_sentence_is_found() {
    for text in
        ["", " ", "Isi nama", "isi nama.", "Isi  nama.", "Isi {nama}.", "Isi birth_date.", "Isi nama. ", "Isi.."]
    {
        assert!(fault_of(text).is_some(), "{text:?}");
    }
    assert_eq!(fault_of("Isi nama KUBE."), None);
}

#[test]
fn every_fault_is_a_sentence_in_both_languages() {
    assert_sentences(&faults(), |lang, fault| lang.fault(*fault));
}

#[test]
fn every_problem_of_a_group_is_a_sentence_in_both_languages() {
    assert_sentences(&group_problems(), |lang, problem| lang.group_problem(*problem));
}

#[test]
fn every_problem_of_a_member_is_a_sentence_in_both_languages() {
    assert_sentences(&member_problems(), |lang, problem| lang.member_problem(*problem, "Contoh Mawar"));
    let elsewhere = MemberProblem::NikElsewhere { group: id(1) };
    assert!(Lang::ALL.iter().all(|lang| lang.member_problem(elsewhere, "Contoh Mawar").contains("Contoh Mawar")));
}

#[test]
fn every_failure_to_save_is_a_sentence_in_both_languages() {
    let all = all!(StorageError {
        StorageError::Denied => StorageError::Denied;
        StorageError::Full => StorageError::Full;
        StorageError::NotKept => StorageError::NotKept;
    });
    assert_sentences(&all, |lang, error| lang.storage_error(*error).to_owned());
}

#[test]
fn every_reason_why_a_file_is_no_table_is_a_sentence_in_both_languages() {
    let all = all!(TableError {
        TableError::Empty => TableError::Empty;
        TableError::TooLarge => TableError::TooLarge;
        TableError::TooLargeUnzipped => TableError::TooLargeUnzipped;
        TableError::TooMany => TableError::TooMany;
        TableError::Locked => TableError::Locked;
        TableError::WebPage => TableError::WebPage;
        TableError::OtherForm => TableError::OtherForm;
        TableError::NotATable => TableError::NotATable;
        TableError::UnknownColumns => TableError::UnknownColumns;
        TableError::Damaged => TableError::Damaged;
        TableError::NoReader => TableError::NoReader;
    });
    assert_sentences(&all, |lang, error| lang.table_error(*error));
}

#[test]
fn every_problem_of_a_cell_of_a_list_is_a_sentence_in_both_languages() {
    let mut all = all!(Problem {
        Problem::Value(_) => Problem::Value(Fault::Empty);
        Problem::Rounded => Problem::Rounded;
        Problem::Formula => Problem::Formula;
        Problem::NotComputed => Problem::NotComputed;
        Problem::Masked => Problem::Masked;
        Problem::FirstOnly => Problem::FirstOnly;
        Problem::SaidTwice => Problem::SaidTwice;
        Problem::MadeADate => Problem::MadeADate;
        Problem::Ahead => Problem::Ahead;
        Problem::TooOld => Problem::TooOld;
        Problem::NikSays { .. } => Problem::NikSays { day: crate::invented::today() };
        Problem::NikYear => Problem::NikYear;
        Problem::Turned { .. } => Problem::Turned { day: crate::invented::today() };
        Problem::MaybeTurned => Problem::MaybeTurned;
        Problem::Sex => Problem::Sex;
        Problem::Word => Problem::Word;
        Problem::TwoTicks => Problem::TwoTicks;
        Problem::VillageUnknown => Problem::VillageUnknown;
        Problem::VillageAmbiguous => Problem::VillageAmbiguous;
        Problem::DistrictUnknown => Problem::DistrictUnknown;
        Problem::RegencyUnknown => Problem::RegencyUnknown;
        Problem::GroupDiffers { .. } => Problem::GroupDiffers { row: 2 };
    });
    all.extend(faults().into_iter().map(Problem::Value));
    assert_sentences(&all, |lang, problem| lang.cell_problem(*problem));
}

#[test]
fn every_reason_why_a_row_of_a_list_is_left_out_is_a_sentence_in_both_languages() {
    let mut all = all!(Reason {
        Reason::NoName => Reason::NoName;
        Reason::Name(_) => Reason::Name(Fault::Empty);
        Reason::NoGroup => Reason::NoGroup;
        Reason::GroupName(_) => Reason::GroupName(Fault::Empty);
        Reason::GroupAmbiguous => Reason::GroupAmbiguous;
        Reason::Twice { .. } => Reason::Twice { row: 2 };
        Reason::InOtherGroup { .. } => Reason::InOtherGroup { group: "KUBE Contoh".to_owned() }, Reason::InOtherGroup { group: String::new() };
        Reason::OtherTable => Reason::OtherTable;
        Reason::SameName => Reason::SameName;
    });
    all.extend(faults().into_iter().flat_map(|fault| [Reason::Name(fault), Reason::GroupName(fault)]));
    assert_sentences(&all, Lang::left_out);
}

#[test]
fn every_reason_of_a_locked_file_and_every_strength_is_a_sentence_in_both_languages() {
    let errors = all!(SealError {
        SealError::TooLarge => SealError::TooLarge;
        SealError::Truncated => SealError::Truncated;
        SealError::Damaged => SealError::Damaged;
        SealError::OtherWay => SealError::OtherWay;
        SealError::Rounds => SealError::Rounds;
        SealError::WrongPassphrase => SealError::WrongPassphrase;
        SealError::Unsupported => SealError::Unsupported;
    });
    assert_sentences(&errors, |lang, error| lang.seal_error(*error));
    let strengths = all!(Strength {
        Strength::Weak => Strength::Weak;
        Strength::Fair => Strength::Fair;
        Strength::Strong => Strength::Strong;
    });
    assert_sentences(&strengths, |lang, strength| lang.strength(*strength));
}
