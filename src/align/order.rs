//! Says which links keep the order, names their relation and puts them in order.

use crate::model::{Alignment, Key, Link, Relation};

use super::chain::{Point, heaviest_chain};
use super::group::Group;
use super::text::{Text, dice};

/// Most tokens of a paragraph that count for the order: a long paragraph is
/// one thing that moves, a salutation hardly one.
const COUNTED_TOKENS: usize = 12;

/// Finds which groups are on the longest chain that keeps the order.
pub(super) fn mark_order(groups: &mut [Group], after: &Text) {
    groups.sort_by_key(|group| group.before.first().copied());
    let (mut points, mut numbers) = (Vec::new(), Vec::new());
    for (number, group) in groups.iter().enumerate() {
        if let (Some(&first), Some(&place)) = (group.before.first(), group.after.first()) {
            let tokens = group
                .after
                .iter()
                .map(|&at| after.paragraph(at as usize).len());
            // Of two paragraphs that changed places the shorter one is told to have moved.
            let counted = tokens.sum::<usize>().clamp(1, COUNTED_TOKENS);
            points.push(Point {
                before: first as usize,
                after: place as usize,
                weight: f64::from(u32::try_from(counted).expect("at most COUNTED_TOKENS")),
            });
            numbers.push(number);
        }
    }
    for kept in heaviest_chain(&points) {
        groups[numbers[kept]].keeps_order = true;
    }
}

/// The links in the order that [`Alignment`] promises.
pub(super) fn arrange(mut groups: Vec<Group>, texts: [&Text; 2]) -> Alignment {
    groups.sort_by_key(|group| group.before.first().copied());
    let mut links: Vec<(Place, Link)> = Vec::with_capacity(groups.len());
    let mut last_in_order = None;
    for group in groups {
        if group.keeps_order {
            last_in_order = group.after.first().copied();
        }
        let place = match group.after.first() {
            Some(&at) => Place {
                after: Some(at),
                behind: None,
            },
            // A removed paragraph is shown where it was missed: behind its last neighbour that
            // stayed.
            None => Place {
                after: last_in_order,
                behind: group.before.first().copied(),
            },
        };
        links.push((place, link(group, texts)));
    }
    links.sort_by_key(|(place, _)| *place);
    Alignment {
        links: links.into_iter().map(|(_, link)| link).collect(),
    }
}

/// Where a link stands: in the order of `after`, and a removed paragraph
/// behind the last link before it that keeps the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    after: Option<u32>,
    behind: Option<u32>,
}

fn link(group: Group, texts: [&Text; 2]) -> Link {
    let Group {
        before,
        after,
        keeps_order,
    } = group;
    let is_same = match (&before[..], &after[..]) {
        (&[before], &[after]) => {
            texts[0].paragraph(before as usize) == texts[1].paragraph(after as usize)
        }
        _ => false,
    };
    let relation = match (before.len(), after.len()) {
        (0, _) => Relation::Added,
        (_, 0) => Relation::Removed,
        // Moved before equal: where it stands is news though its words are not.
        (1, 1) if !keeps_order => Relation::Moved,
        (1, 1) if is_same => Relation::Equal,
        (1, 1) => Relation::Edited,
        (1, _) => Relation::Split,
        (_, 1) => Relation::Merged,
        _ => Relation::Regrouped,
    };
    let similarity = if before.is_empty() || after.is_empty() {
        0.0
    } else if is_same {
        1.0
    } else {
        shared([keys(texts[0], &before), keys(texts[1], &after)])
    };
    Link {
        before,
        after,
        relation,
        similarity,
        edits: Vec::new(),
    }
}

fn keys(text: &Text, paragraphs: &[u32]) -> Vec<Key> {
    let each = paragraphs.iter().map(|&at| text.paragraph(at as usize));
    each.collect::<Vec<_>>().concat()
}

/// Share of the tokens of both sides that have an equal one on the other side
/// (Dice), 0 to 1; 1 when both sides are the same text.
fn shared([mut before, mut after]: [Vec<Key>; 2]) -> f64 {
    if before == after {
        return 1.0;
    }
    before.sort_unstable();
    after.sort_unstable();
    dice(&before, &after)
}
