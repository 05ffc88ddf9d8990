//! In which order the paragraphs of both texts stand in one.

use crate::model::{Link, Relation};

use super::Pair;

/// One row to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Both sides of a link, in one place.
    Linked(usize),
    /// A paragraph of the text before that has no counterpart here.
    Old { link: usize, paragraph: u32 },
    /// A paragraph of the text after that has no counterpart here.
    New { link: usize, paragraph: u32 },
}

impl Step {
    /// The link that the row belongs to.
    pub(super) fn link(self) -> usize {
        match self {
            Self::Linked(link) | Self::Old { link, .. } | Self::New { link, .. } => link,
        }
    }
}

/// The rows of a pair: the longest chain of links that both texts have in one
/// order, and between two of them what only one text has there.
pub(super) fn steps(pair: Pair<'_>) -> Vec<Step> {
    let links = &pair.comparison.alignment.links;
    let old = owners(links, |link| &link.before);
    let new = owners(links, |link| &link.after);
    let mut steps = Vec::with_capacity(links.len());
    let mut done = (0, 0);
    for at in spine(links) {
        let link = &links[at];
        let here = (link.before[0] as usize, link.after[0] as usize);
        push_between(&mut steps, (&old, &new), done, here);
        steps.push(Step::Linked(at));
        done = (here.0 + link.before.len(), here.1 + link.after.len());
    }
    // What stands behind the last link.
    push_between(&mut steps, (&old, &new), done, (old.len(), new.len()));
    steps
}

/// A paragraph, and the link that holds it.
type Owned = (u32, usize);

/// The paragraphs of one side in order.
fn owners(links: &[Link], side: impl Fn(&Link) -> &Vec<u32>) -> Vec<Owned> {
    let each = links.iter().enumerate();
    let mut owners: Vec<Owned> = each
        .flat_map(|(at, link)| side(link).iter().map(move |&paragraph| (paragraph, at)))
        .collect();
    owners.sort_unstable();
    owners
}

fn push_between(
    steps: &mut Vec<Step>,
    (old, new): (&[Owned], &[Owned]),
    from: (usize, usize),
    to: (usize, usize),
) {
    // What went before what came, as in the text itself.
    let gone = old[from.0..to.0].iter();
    steps.extend(gone.map(|&(paragraph, link)| Step::Old { link, paragraph }));
    let come = new[from.1..to.1].iter();
    steps.extend(come.map(|&(paragraph, link)| Step::New { link, paragraph }));
}

/// The longest chain of links whose paragraphs ascend on both sides (patience
/// sorting, Fredman 1975), as indices in `links`.
fn spine(links: &[Link]) -> Vec<usize> {
    let mut candidates: Vec<usize> = (0..links.len()).filter(|&at| stays(&links[at])).collect();
    candidates.sort_by_key(|&at| links[at].after[0]);
    let mut tails: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = vec![None; links.len()];
    for &at in &candidates {
        let start = links[at].before[0];
        // Patience sorting: `tails[n]` ends the chain of n + 1 links that ends earliest before.
        let length = tails.partition_point(|&tail| links[tail].before[0] < start);
        previous[at] = length.checked_sub(1).map(|last| tails[last]);
        if length == tails.len() {
            tails.push(at);
        } else {
            tails[length] = at;
        }
    }
    let mut chain: Vec<usize> =
        std::iter::successors(tails.last().copied(), |&at| previous[at]).collect();
    chain.reverse();
    chain
}

/// Whether both sides are one stretch that is not told as moved.
fn stays(link: &Link) -> bool {
    let is_stretch =
        |side: &[u32]| !side.is_empty() && side.windows(2).all(|pair| pair[0] + 1 == pair[1]);
    // A regrouped pair of ¶3 and ¶7 has no one place.
    link.relation != Relation::Moved && is_stretch(&link.before) && is_stretch(&link.after)
}
