//! Groups in another order than by name.

use std::cmp::Reverse;

use super::further::{By, Order};
use super::query::natural;
use super::{Hit, name_of};
use crate::domain::fold;
use crate::kinds::Severity;
use crate::order::by_text;
use crate::registry::Dossier;

/// Puts groups that stand as they were found into an order. Columns are ordered by what a person sees of them, which `shown` says;
/// where nothing is seen, a group stands last. Those that are equal stay as they were.
pub fn arrange(found: Vec<Hit<'_>>, order: Order, shown: impl Fn(&Dossier, By) -> String) -> Vec<Hit<'_>> {
    let Order { by, is_turned } = order;
    let mut found = found;
    match by {
        By::Name if !is_turned => {}
        By::Name => found = by_text(found, name_of),
        By::Newest => found.sort_by_cached_key(|hit| Reverse(hit.dossier.group.first)),
        By::Needing => found.sort_by_cached_key(|hit| Reverse(needs(hit.dossier))),
        By::Members => found.sort_by_cached_key(|hit| hit.dossier.present),
        _ => {
            let (filled, empty): (Vec<_>, Vec<_>) =
                found.into_iter().partition(|hit| !shown(hit.dossier, by).is_empty());
            let filled = by_text(filled, |hit| natural(&fold(&shown(hit.dossier, by))));
            return if is_turned { filled.into_iter().rev().chain(empty).collect() } else { [filled, empty].concat() };
        }
    }
    if is_turned {
        found.reverse();
    }
    found
}

/// How much is to be seen to: what is wrong, then how many fields are in conflict, then what is not filled in.
fn needs(dossier: &Dossier) -> (usize, usize, usize) {
    let of_group = dossier.group.problems.iter().chain(&dossier.composition).map(|problem| problem.severity());
    let of_members = dossier.members.iter().flat_map(|member| &member.problems).map(|problem| problem.severity());
    let all: Vec<Severity> = of_group.chain(of_members).collect();
    let wrong = all.iter().filter(|severity| **severity == Severity::Error).count();
    (wrong, dossier.conflict_count(), all.len() - wrong)
}
