//! Counts of a comparison.

use std::collections::BTreeMap;

use serde::Serialize;

use super::change::{Pair, is_bare, kind};
use crate::model::{EditOp, FigureKind, Link, Relation, Role, Verdict, Witness};

/// Texts of so many words together are read at a glance, however little they share.
const SHORT: usize = 600;
/// Two texts that share a smaller part of their words are no editions of one.
const NEW_TEXT: f64 = 0.15;

/// Counts of a comparison.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Paragraphs by the relation of their link.
    pub paragraphs: ParagraphCounts,
    /// Sentences that moved from one place to another.
    pub moved_sentences: usize,
    /// Words of the text before, of the text after, and those that differ.
    pub words: WordCounts,
    /// Amounts by verdict.
    pub figures: BTreeMap<Verdict, usize>,
    /// Dates by verdict.
    pub dates: BTreeMap<Verdict, usize>,
    /// Ordinals and references by verdict.
    pub labels: BTreeMap<Verdict, usize>,
    /// Pairs of figures that are only perhaps one measure.
    pub perhaps: usize,
    /// Links of equal paragraphs that differ in case, quotes, dashes, list marks
    /// or spacing.
    pub respelled: usize,
    /// Changed numbers that nothing says the measure of: they are no changes of figures.
    pub bare: usize,
    /// Changes that the user's rules leave out.
    pub ignored: usize,
    /// Whether anything is told that is not folded; the exit status follows it.
    pub differs: bool,
}

/// Links by relation; both sides' paragraphs in all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "documented on the model's relation")]
pub struct ParagraphCounts {
    pub before: usize,
    pub after: usize,
    pub equal: usize,
    pub edited: usize,
    pub moved: usize,
    pub split: usize,
    pub merged: usize,
    pub regrouped: usize,
    pub added: usize,
    pub removed: usize,
}

/// Token counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct WordCounts {
    /// Tokens of the text before.
    pub before: usize,
    /// Tokens of the text after.
    pub after: usize,
    /// Tokens before that are gone or replaced.
    pub deleted: usize,
    /// Tokens after that are new.
    pub inserted: usize,
}

impl Summary {
    /// Counts what was found between two witnesses. Whether it differs is known
    /// when the wording is laid out.
    #[must_use]
    pub(super) fn new(pair: Pair<'_>) -> Self {
        let Pair {
            before,
            after,
            comparison,
        } = pair;
        let mut summary = Self::default();
        summary.paragraphs.before = before.document.paragraphs.len();
        summary.paragraphs.after = after.document.paragraphs.len();
        summary.moved_sentences = comparison.moves.len();
        summary.words.before = before.segmented.tokens.len();
        summary.words.after = after.segmented.tokens.len();
        for link in &comparison.alignment.links {
            summary.count(link);
            summary.count_words(before, after, link);
            summary.respelled += usize::from(is_respelled(before, after, link));
        }
        for link in &comparison.figures {
            if link.is_perhaps() {
                summary.perhaps += 1;
                continue;
            }
            // Before kinds are looked at: a bare number of any kind is no figure that changed.
            if is_bare(pair, link) {
                summary.bare += usize::from(link.verdict != Verdict::Same);
                continue;
            }
            let counts = match kind(pair, link) {
                FigureKind::Date => &mut summary.dates,
                FigureKind::Ordinal | FigureKind::Reference => &mut summary.labels,
                _ => &mut summary.figures,
            };
            *counts.entry(link.verdict).or_default() += 1;
        }
        summary
    }

    fn count(&mut self, link: &Link) {
        let counts = &mut self.paragraphs;
        *match link.relation {
            Relation::Equal => &mut counts.equal,
            Relation::Edited => &mut counts.edited,
            Relation::Moved => &mut counts.moved,
            Relation::Split => &mut counts.split,
            Relation::Merged => &mut counts.merged,
            Relation::Regrouped => &mut counts.regrouped,
            Relation::Added => &mut counts.added,
            Relation::Removed => &mut counts.removed,
        } += 1;
    }

    fn count_words(&mut self, before: &Witness, after: &Witness, link: &Link) {
        let tokens = |witness: &Witness, paragraphs: &[u32]| -> usize {
            paragraphs
                .iter()
                .map(|&at| witness.segmented.paragraph_tokens(at as usize).len())
                .sum()
        };
        match link.relation {
            // A paragraph of one side alone has no edit script.
            Relation::Added => self.words.inserted += tokens(after, &link.after),
            Relation::Removed => self.words.deleted += tokens(before, &link.before),
            _ => {
                for edit in link.edits.iter().filter(|edit| edit.op != EditOp::Equal) {
                    self.words.deleted += edit.before.len();
                    self.words.inserted += edit.after.len();
                }
            }
        }
    }

    /// Share of the words of both texts that stand in both, in their order: 0 to 1, and 1
    /// for two texts without words.
    #[must_use]
    pub(super) fn shared(&self) -> f64 {
        let words = &self.words;
        let all = words.before + words.after;
        if all == 0 {
            return 1.0;
        }
        let apart = (words.deleted + words.inserted).min(all);
        #[expect(clippy::cast_precision_loss, reason = "a text has few words")]
        let share = (all - apart) as f64 / all as f64;
        share
    }

    /// Whether the texts have so little in common that the later one is a new text, and no
    /// edition of the earlier; never of short texts.
    #[must_use]
    pub(super) fn is_new_text(&self) -> bool {
        let is_long = self.words.before + self.words.after > SHORT;
        // A speech of which a quarter of the paragraphs stands as it did is an edition, whatever
        // else is new.
        is_long && self.shared() < NEW_TEXT && self.paragraphs.equal * 4 < self.paragraphs.after
    }

    /// *2 sentences moved*; `None` where none did.
    #[must_use]
    pub(super) fn moved(&self) -> Option<String> {
        match self.moved_sentences {
            0 => None,
            1 => Some("1 sentence moved".to_owned()),
            count => Some(format!("{count} sentences moved")),
        }
    }
}

/// Whether a link holds any paragraph that is more than courtesy or ornament.
#[must_use]
pub(super) fn is_substance(before: &Witness, after: &Witness, link: &Link) -> bool {
    let says = |witness: &Witness, paragraphs: &[u32]| {
        paragraphs.iter().any(|&at| {
            let role = witness.document.paragraphs[at as usize].role;
            !matches!(
                role,
                Role::Salutation
                    | Role::Courtesy
                    | Role::Ornament
                    | Role::Letterhead
                    | Role::Contents
            )
        })
    };
    says(before, &link.before) || says(after, &link.after)
}

fn first_text<'a>(witness: &'a Witness, paragraphs: &[u32]) -> Option<&'a str> {
    let document = &witness.document;
    let first = document.paragraphs[*paragraphs.first()? as usize];
    Some(first.span.of(&document.text))
}

fn is_respelled(before: &Witness, after: &Witness, link: &Link) -> bool {
    link.relation == Relation::Equal
        && first_text(before, &link.before) != first_text(after, &link.after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Paragraph};

    #[test]
    fn courtesies_and_ornaments_alone_are_no_substance() {
        let side = |role: Role| Witness {
            document: Document {
                paragraphs: vec![Paragraph {
                    role,
                    ..Paragraph::default()
                }],
                ..Document::default()
            },
            ..Witness::default()
        };
        let link = Link {
            before: vec![0],
            after: vec![0],
            relation: Relation::Edited,
            similarity: 0.5,
            edits: Vec::new(),
        };
        let is_it = |before: Role, after: Role| is_substance(&side(before), &side(after), &link);
        assert!(is_it(Role::Body, Role::Courtesy) && is_it(Role::Ornament, Role::ListItem));
        assert!(!is_it(Role::Salutation, Role::Courtesy));
    }

    #[test]
    fn the_same_words_in_other_letters_are_respelled() {
        let side = |text: &str| Witness {
            document: Document {
                text: text.to_owned(),
                paragraphs: vec![Paragraph {
                    span: crate::model::Span::new(0, text.len()),
                    ..Paragraph::default()
                }],
                ..Document::default()
            },
            ..Witness::default()
        };
        let link = |relation: Relation| Link {
            before: vec![0],
            after: vec![0],
            relation,
            similarity: 1.0,
            edits: Vec::new(),
        };
        let [one, two] = ["We thank the “donors”.", "We thank the \"donors\"."].map(side);
        assert!(is_respelled(&one, &two, &link(Relation::Equal)));
        assert!(!is_respelled(&one, &one, &link(Relation::Equal)));
        assert!(!is_respelled(&one, &two, &link(Relation::Edited)));
    }
}
