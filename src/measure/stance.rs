//! Who is thanked, blamed or aligned in one of two statements alone.
//!
//! They are compared as sets, each kind where both statements do so to somebody: a
//! statement that thanks nobody says nothing of whom it would thank.

use std::collections::BTreeMap;

use crate::model::{Stance, StanceKind, StanceLink, Verdict, Witness};

/// The States and bodies of one kind that one statement alone names, those that left
/// before those that joined, each in reading order.
#[must_use]
pub fn link_stances(before: &Witness, after: &Witness) -> Vec<StanceLink> {
    let mut links = Vec::new();
    for kind in StanceKind::ALL {
        let sides = [before, after].map(|witness| first_mentions(&witness.stances, kind));
        // *We thank Norrland* against a statement that thanks nobody: no State left.
        if sides.iter().any(BTreeMap::is_empty) {
            continue;
        }
        for side in [0, 1] {
            let other = &sides[1 - side];
            let lone = sides[side]
                .iter()
                .filter(|(name, _)| !other.contains_key(*name));
            let mut lone: Vec<u32> = lone.map(|(_, at)| *at).collect();
            lone.sort_unstable();
            links.extend(lone.into_iter().map(|at| StanceLink {
                before: (side == 0).then_some(at),
                after: (side == 1).then_some(at),
                verdict: [Verdict::Removed, Verdict::Added][side],
            }));
        }
    }
    links
}

/// The first mention of each name of one kind.
fn first_mentions(stances: &[Stance], kind: StanceKind) -> BTreeMap<&'static str, u32> {
    let mut first = BTreeMap::new();
    for (at, stance) in (0..).zip(stances) {
        if stance.kind == kind {
            first.entry(stance.name).or_insert(at);
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::read_witness;
    use crate::load::{LoadOptions, load_bytes};
    use crate::model::Vocabulary;

    fn reported(before: &str, after: &str) -> Vec<String> {
        let mut vocabulary = Vocabulary::new();
        let [before, after] = [before, after].map(|text| {
            let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default());
            read_witness(document.unwrap(), &mut vocabulary)
        });
        let name = |link: &StanceLink| {
            let gone = link.before.map(|at| before.stances[at as usize].name);
            let new = link.after.map(|at| after.stances[at as usize].name);
            format!(
                "{} {}",
                link.verdict.name(),
                gone.or(new).unwrap_or_default()
            )
        };
        link_stances(&before, &after).iter().map(name).collect()
    }

    #[test]
    fn a_list_of_those_aligned_is_a_set() {
        let list =
            |names: &str| format!("The countries {names} align themselves with this statement.");
        assert_eq!(
            reported(
                &list("Albania, Serbia and Iceland"),
                &list("Iceland, Ukraine and Albania")
            ),
            ["removed Serbia", "added Ukraine"]
        );
        let renamed = reported(&list("Turkey and Albania"), &list("Türkiye and Albania"));
        assert!(renamed.is_empty(), "{renamed:?}");
    }

    #[test]
    fn a_statement_without_a_list_says_nothing_of_it() {
        let list = "The countries Albania and Serbia align themselves with this statement.";
        assert!(reported(list, "It rained.").is_empty());
        assert!(reported("We thank Norway.", "We condemn Belgium's raid.").is_empty());
    }
}
