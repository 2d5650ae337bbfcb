//! What columns are beside each other: whose a name is, what of a person and what of a group counts, and which of two is asked.

use super::guess::Columns;
use super::headings::Never;
use super::looks::{different, sample};
use super::mapping::Mapping;
use super::sheet::Sheet;
use super::target::Target;
use super::why::Why;
use crate::domain::{Role, Sex, fold};
use crate::kinds::{Group, Member};

const NAME: Target = Target::Field(Member::NAME);
const GROUP: Target = Target::Field(Group::NAME);

/// "Nama" alone can be a group's; no heading that says whose it is ever changes.
pub(super) fn settle_names(sheet: &Sheet, mapping: &Mapping, columns: &mut Columns) {
    let named = columns.of(NAME);
    let is_bare = |column: usize| matches!(&*fold(&mapping.heading(sheet, column)), "nama" | "name");
    let bare: Vec<usize> = named.iter().copied().filter(|column| is_bare(*column)).collect();
    if let ([bare], true, false) = (&bare[..], named.len() > 1, columns.has(GROUP))
        && is_of_groups(sheet, mapping, *bare)
    {
        columns.take(*bare, GROUP, Why::Values);
    }
    // Without any value of a person, and with some of a group, the only name is the group's.
    let is_person = columns.targets.iter().any(|target| *target != NAME && target.is_of_people());
    let is_group = columns.targets.iter().any(|target| {
        matches!(target, Target::Field(Group::BUSINESS | Group::YEAR | Group::FACILITATOR) | Target::Officer(_))
    });
    if let ([only], [bare], false, true, false) = (&named[..], &bare[..], is_person, is_group, columns.has(GROUP))
        && only == bare
    {
        columns.take(*only, GROUP, Why::Values);
    }
    // "Ketua" beside the names of people is a mark or a repeated name, not another person.
    if columns.has(NAME) {
        for column in 0..columns.targets.len() {
            if matches!(columns.targets.get(column), Some(Target::Officer(_))) {
                columns.leave(column, Why::Never(Never::Relative));
            }
        }
    }
    // A letter by itself is a mark only beside the other.
    if Sex::ALL.iter().any(|sex| !columns.has(Target::Tick(*sex))) {
        for column in columns.targets.iter_mut().filter(|column| matches!(column, Target::Tick(_))) {
            *column = Target::Field(Member::SEX);
        }
    }
}

/// Whether the names are those of groups: they say so, or stand for several rows each.
fn is_of_groups(sheet: &Sheet, mapping: &Mapping, column: usize) -> bool {
    let (mut all, mut said) = (0, 0);
    for cell in sample(sheet, mapping, column) {
        let folded = fold(&cell.text);
        all += 1;
        said += usize::from(folded.starts_with("kube ") || folded.starts_with("kelompok "));
    }
    all > 0 && (said * 2 > all || all > 2 && different(sheet, mapping, column) * 2 <= all)
}

/// Of several columns that say the same the one whose heading says it best is taken. Where none is better, and they do not hold
/// the same, a person is asked.
pub(super) fn contests(sheet: &Sheet, mapping: &Mapping, columns: &mut Columns) {
    for target in Target::offered() {
        let like = columns.of(target);
        if target == Target::Ignore || like.len() < 2 {
            continue;
        }
        let rank = |column: &usize| columns.ranks.get(*column).copied().unwrap_or_default();
        let best = like.iter().map(rank).max().unwrap_or_default();
        let (first, others): (Vec<usize>, Vec<usize>) = like.into_iter().partition(|column| rank(column) == best);
        for column in others {
            columns.leave(column, Why::Nothing);
            columns.might[column].push(target);
        }
        let filled: Vec<usize> =
            first.iter().copied().filter(|column| sample(sheet, mapping, *column).next().is_some()).collect();
        let texts = |column: usize| sample(sheet, mapping, column).map(|cell| fold(&cell.text)).collect::<Vec<_>>();
        let winner = match filled[..] {
            [] => first.first().copied(),
            [only] => Some(only),
            [one, ref more @ ..] => more.iter().all(|other| texts(*other) == texts(one)).then_some(one),
        };
        match winner {
            Some(winner) => {
                for column in first.into_iter().filter(|column| *column != winner) {
                    columns.leave(column, Why::Nothing);
                    columns.might[column].push(target);
                }
            }
            None => columns.ask(target, first),
        }
    }
}

/// What means the group in a list of groups means nothing sure in a list of people, and the other way round.
pub(super) fn settle_by_people(columns: &mut Columns) {
    let has_officers = columns.targets.iter().any(|target| matches!(target, Target::Officer(_)));
    let has_name = columns.has(NAME) || columns.questions.iter().any(|question| question.target == NAME);
    let has_numbers = [Member::NIK, Member::BIRTH_DATE, Member::KINSHIP].map(|field| columns.has(Target::Field(field)));
    // People whose names are not known are people all the same: their rows are told, and not taken for groups.
    let has_people = has_name || !has_officers && has_numbers.contains(&true);
    let has_chair = columns.has(Target::Officer(Role::Chair));
    for column in 0..columns.targets.len() {
        let is_in_doubt = match columns.targets[column] {
            // "Keterangan" behind a person is about the person, as is "Status".
            Target::Field(Group::NOTE | Group::STATUS) => has_people,
            // So is an account that nobody calls the group's.
            Target::Field(Group::ACCOUNT | Group::ACCOUNT_HOLDER) => {
                has_people && columns.ranks.get(column).is_some_and(|rank| (1..=2).contains(rank))
            }
            // Of whom, in a list of groups?
            Target::Field(Member::PHONE) => !has_people && !has_chair,
            target => target.is_of_people() && !has_people,
        };
        if is_in_doubt {
            let target = columns.targets[column];
            columns.leave(column, Why::Nothing);
            columns.might[column].push(target);
        }
    }
    // Where a row is a group its address is the group's.
    if !has_people {
        for (own, its) in [(Member::ADDRESS, Group::ADDRESS), (Member::RT, Group::RT), (Member::RW, Group::RW)] {
            if !columns.has(Target::Field(its)) {
                for column in columns.targets.iter_mut().filter(|column| **column == Target::Field(own)) {
                    *column = Target::Field(its);
                }
            }
        }
    }
}
