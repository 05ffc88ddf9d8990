//! Which changed paragraphs say nothing that is not told elsewhere.

use std::collections::BTreeMap;
use std::ops::Range;

use super::change::{Pair, is_bare};
use super::summary::is_substance;
use crate::model::{EditOp, Link, Relation, Span, Token};

/// What is counted and not told, as the terminal and the page call it.
pub(super) const RESTATED: &str = "restated";
pub(super) const ROLLED_OVER: &str = "rolled over with the statement";
pub(super) const UNSURE: &str = "perhaps changed, too unsure to tell";
pub(super) const MOVED: &str = "moved as they were";
pub(super) const COURTESIES: &str = "in salutations, letterheads and thanks";

/// Whether the wording of a link is shown, or counted elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folding {
    /// It is shown.
    Shown,
    /// Salutations, letterheads, thanks and ornaments alone.
    Courtesy,
    /// All that differs are figures, which are told as figures.
    Figures,
}

/// Decides for each link of a pair.
pub(super) struct Folder<'a> {
    pair: Pair<'a>,
    /// Linked figures by the paragraph before: the paragraph after, and the
    /// spans on both sides.
    figures: BTreeMap<u32, Vec<(u32, Span, Span)>>,
}

impl<'a> Folder<'a> {
    pub(super) fn new(pair: Pair<'a>) -> Self {
        let mut figures: BTreeMap<u32, Vec<(u32, Span, Span)>> = BTreeMap::new();
        for (before, after) in pair
            .comparison
            .figures
            .iter()
            // No line tells of these, so that their words have to be shown.
            .filter(|link| !link.is_perhaps() && !is_bare(pair, link))
            .filter_map(|link| link.before.zip(link.after))
        {
            let before = &pair.before.figures[before as usize];
            let after = &pair.after.figures[after as usize];
            let spans = (after.paragraph, before.span, after.span);
            figures.entry(before.paragraph).or_default().push(spans);
        }
        Self { pair, figures }
    }

    /// Whether the wording of `link` is shown.
    pub(super) fn folding(&self, link: &Link) -> Folding {
        // Courtesy is counted as such, whatever differs in it.
        if !is_substance(self.pair.before, self.pair.after, link) {
            return Folding::Courtesy;
        }
        // What was split or merged is told by its wording even where only figures differ.
        let in_place = matches!(link.relation, Relation::Edited | Relation::Moved);
        match (link.before.as_slice(), link.after.as_slice()) {
            (&[before], &[after])
                // *We cleared [140 →] 200 mines*: the line under figures says all of it.
                if in_place && !link.edits.is_empty() && self.reports_all(link, before, after) =>
            {
                Folding::Figures
            }
            _ => Folding::Shown,
        }
    }

    fn reports_all(&self, link: &Link, before: u32, after: u32) -> bool {
        let Some(figures) = self.figures.get(&before) else {
            return false;
        };
        let here = || figures.iter().filter(|figure| figure.0 == after);
        let old: Vec<Span> = here().map(|figure| figure.1).collect();
        let new: Vec<Span> = here().map(|figure| figure.2).collect();
        let tokens = (
            self.pair.before.segmented.paragraph_tokens(before as usize),
            self.pair.after.segmented.paragraph_tokens(after as usize),
        );
        let mut changed = link.edits.iter().filter(|edit| edit.op != EditOp::Equal);
        changed
            .all(|edit| covers(&old, tokens.0, &edit.before) && covers(&new, tokens.1, &edit.after))
    }
}

fn covers(spans: &[Span], tokens: &[Token], range: &Range<u32>) -> bool {
    let inside = &tokens[range.start as usize..range.end as usize];
    inside
        .iter()
        .all(|token| spans.iter().any(|span| span.contains(token.span)))
}
