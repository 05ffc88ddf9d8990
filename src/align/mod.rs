//! Links what corresponds in two or more witnesses.
//!
//! Paragraphs of two witnesses: equal ones first, then the most similar ones,
//! order preferred but not required; what is left over is attached to its
//! neighbours as split, merged or regrouped, or is added or removed.

mod bag;
mod candidates;
mod chain;
mod choose;
mod collate;
mod ensemble;
mod equal;
mod explain;
mod group;
mod order;
mod pairs;
mod phrases;
mod prefilter;
mod reuse;
mod sample;
mod sentences;
mod table;
mod term_weights;
mod text;

pub use reuse::{fingerprints, shared_passages};
pub use sentences::moved_sentences;

use crate::model::{Alignment, Collation, Explanation, Vocabulary, Witness};

use candidates::Candidate;
use choose::Thresholds;
use group::Group;
use pairs::Pairs;
use term_weights::TermWeights;
use text::Text;

/// How to align.
#[derive(Debug, Clone, Default)]
pub struct AlignOptions {}

/// Links the paragraphs of two witnesses; the links carry no edits yet.
#[must_use]
pub fn align_paragraphs(
    before: &Witness,
    after: &Witness,
    vocabulary: &Vocabulary,
    options: &AlignOptions,
) -> Alignment {
    let AlignOptions {} = options;
    link_texts(&Text::new(before), &Text::new(after), vocabulary)
}

/// Links the paragraphs of any number of witnesses, jointly: the table does
/// not depend on the order of the witnesses.
#[must_use]
pub fn collate_paragraphs(
    witnesses: &[Witness],
    vocabulary: &Vocabulary,
    options: &AlignOptions,
) -> Collation {
    let AlignOptions {} = options;
    collate::collate_paragraphs(witnesses, vocabulary)
}

/// Links the words of any number of witnesses, jointly.
#[must_use]
pub fn collate_words(
    witnesses: &[Witness],
    vocabulary: &Vocabulary,
    options: &AlignOptions,
) -> Collation {
    let AlignOptions {} = options;
    collate::collate_words(witnesses, vocabulary)
}

/// Says of each link that [`align_paragraphs`] makes why it was made, and of
/// each paragraph that it leaves alone why that was.
#[must_use]
pub fn explain_paragraphs(
    before: &Witness,
    after: &Witness,
    vocabulary: &Vocabulary,
    options: &AlignOptions,
) -> Vec<Explanation> {
    let AlignOptions {} = options;
    let texts = [&Text::new(before), &Text::new(after)];
    let linked = Linked::new(texts[0], texts[1], vocabulary);
    let alignment = order::arrange(linked.groups.clone(), texts);
    explain::explain(&alignment, &linked)
}

/// What belongs together and what led to it.
struct Linked {
    groups: Vec<Group>,
    pairs: Pairs,
    candidates: Vec<Candidate>,
    thresholds: Thresholds,
}

impl Linked {
    /// What belongs together does not depend on which text is called before.
    fn new(before: &Text, after: &Text, vocabulary: &Vocabulary) -> Self {
        // Ties are broken by the order of the texts, so both directions break them alike.
        if before.order(after, vocabulary).is_gt() {
            return Self::directed(after, before, vocabulary).turned();
        }
        Self::directed(before, after, vocabulary)
    }

    fn directed(before: &Text, after: &Text, vocabulary: &Vocabulary) -> Self {
        let mut term_weights = TermWeights::new([before, after], vocabulary);
        // From the surest links to the least sure: what one step links is no longer free for the
        // next.
        let mut pairs = equal::link_equal(before, after);
        let votes = phrases::link_by_phrases(&mut pairs, [before, after], vocabulary);
        let candidates = candidates::candidates(&pairs, [before, after], &mut term_weights);
        let thresholds = choose::link_similar(&mut pairs, &candidates);
        // Against the order only now, when all that is alike in order has its partner.
        phrases::link_moved(&mut pairs, votes);
        let mut groups = group::attach_leftovers(&pairs, [before, after], &mut term_weights);
        order::mark_order(&mut groups, after);
        Self {
            groups,
            pairs,
            candidates,
            thresholds,
        }
    }

    /// The same with the sides exchanged.
    fn turned(self) -> Self {
        let mut candidates: Vec<Candidate> =
            self.candidates.iter().map(Candidate::turned).collect();
        candidates.sort_unstable_by_key(|candidate| (candidate.before, candidate.after));
        Self {
            groups: self.groups.into_iter().map(Group::turned).collect(),
            pairs: self.pairs.turned(),
            candidates,
            thresholds: self.thresholds,
        }
    }
}

fn link_texts(before: &Text, after: &Text, vocabulary: &Vocabulary) -> Alignment {
    let linked = Linked::new(before, after, vocabulary);
    order::arrange(linked.groups, [before, after])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::{Paragraph, ParagraphParts, Reason, Relation, Span, Token, TokenClass};

    /// Words set apart by blanks; a word without a letter is a mark.
    fn witness(paragraphs: &[&str], vocabulary: &mut Vocabulary) -> Witness {
        let mut witness = Witness::default();
        let narrow = |at: usize| u32::try_from(at).unwrap();
        for paragraph in paragraphs {
            let start = witness.document.text.len();
            let first = narrow(witness.segmented.tokens.len());
            let mut at = start;
            for word in paragraph.split(' ') {
                let class = if word.contains(char::is_alphabetic) {
                    TokenClass::Word
                } else {
                    TokenClass::Mark
                };
                let span = Span::new(at, at + word.len());
                let key = vocabulary.intern(word, class);
                witness.segmented.tokens.push(Token { span, key });
                at += word.len() + 1;
            }
            let last = narrow(witness.segmented.tokens.len());
            witness.segmented.sentence_starts.push(first);
            let sentence = narrow(witness.segmented.paragraphs.len());
            witness.segmented.paragraphs.push(ParagraphParts {
                tokens: (first, last),
                sentences: (sentence, sentence + 1),
            });
            witness.document.text.push_str(paragraph);
            witness.document.text.push('\n');
            witness.document.paragraphs.push(Paragraph {
                span: Span::new(start, start + paragraph.len()),
                ..Paragraph::default()
            });
        }
        witness
    }

    fn align(before: &[&str], after: &[&str]) -> Alignment {
        let mut vocabulary = Vocabulary::new();
        let before = witness(before, &mut vocabulary);
        let after = witness(after, &mut vocabulary);
        align_paragraphs(&before, &after, &vocabulary, &AlignOptions::default())
    }

    /// Relation and paragraphs of each link.
    fn links(alignment: &Alignment) -> Vec<(Relation, &[u32], &[u32])> {
        let links = alignment.links.iter();
        links
            .map(|link| (link.relation, &link.before[..], &link.after[..]))
            .collect()
    }

    const GREETING: &str = "mister president ,";
    const THANKS: &str = "we thank the presidency for the careful preparation of this meeting";
    const CLEARANCE: &str = "our teams cleared nine valleys along the northern border and handed \
         the orchards back to the farmers who had left them in the war";
    const VICTIMS: &str = "a register of survivors opened in each district hospital so that every \
         injured child receives a prosthesis and schooling at no cost";
    const APPEAL: &str = "donors should fund the fleet of detection dogs that the centre trains \
         in the southern hills";

    #[test]
    fn a_short_line_that_moved_is_known_by_phrases_found_nowhere_else() {
        let mut before: Vec<String> = (0..40)
            .map(|at| format!("team{at} cleared field{at} near town{at} in year{at}"))
            .collect();
        before.insert(2, "we shall open the road to the old harbour".to_owned());
        let mut after = before.clone();
        after.remove(2);
        after.insert(30, "we shall open the road to many other places".to_owned());
        let [before, after] =
            [&before, &after].map(|lines| lines.iter().map(String::as_str).collect::<Vec<_>>());
        let alignment = align(&before, &after);
        assert!(links(&alignment).contains(&(Relation::Moved, &[2], &[30])));
    }

    #[test]
    fn a_paragraph_that_moved_and_was_edited_is_moved() {
        let edited = VICTIMS.replace("each district hospital", "all provincial clinics");
        let alignment = align(
            &[GREETING, THANKS, CLEARANCE, VICTIMS, APPEAL],
            &[GREETING, &edited, THANKS, CLEARANCE, APPEAL],
        );
        assert_eq!(
            links(&alignment),
            [
                (Relation::Equal, &[0][..], &[0][..]),
                (Relation::Moved, &[3], &[1]),
                (Relation::Equal, &[1], &[2]),
                (Relation::Equal, &[2], &[3]),
                (Relation::Equal, &[4], &[4]),
            ]
        );
    }

    #[test]
    fn a_paragraph_cut_in_two_is_split_and_two_put_together_are_merged() {
        let both = format!("{CLEARANCE} {VICTIMS}");
        let split = align(
            &[THANKS, &both, APPEAL],
            &[THANKS, CLEARANCE, VICTIMS, APPEAL],
        );
        assert_eq!(links(&split)[1], (Relation::Split, &[1][..], &[1, 2][..]));
        let merged = align(
            &[THANKS, CLEARANCE, VICTIMS, APPEAL],
            &[THANKS, &both, APPEAL],
        );
        assert_eq!(links(&merged)[1], (Relation::Merged, &[1, 2][..], &[1][..]));
    }

    #[test]
    fn paragraphs_on_other_things_are_not_linked() {
        let alignment = align(&[THANKS, CLEARANCE], &[VICTIMS, APPEAL]);
        let relations: Vec<Relation> = alignment.links.iter().map(|link| link.relation).collect();
        assert_eq!(
            relations,
            [
                Relation::Removed,
                Relation::Removed,
                Relation::Added,
                Relation::Added
            ]
        );
    }

    #[test]
    fn a_removed_paragraph_stands_where_it_was_among_its_neighbours() {
        let alignment = align(&[THANKS, CLEARANCE, APPEAL], &[THANKS, APPEAL]);
        assert_eq!(links(&alignment)[1], (Relation::Removed, &[1][..], &[][..]));
    }

    #[test]
    fn repeated_salutations_pair_in_order() {
        let alignment = align(
            &[GREETING, THANKS, GREETING, CLEARANCE],
            &[GREETING, THANKS, GREETING, CLEARANCE, GREETING, APPEAL],
        );
        let equal = links(&alignment)[..4]
            .iter()
            .all(|link| link.0 == Relation::Equal);
        assert!(equal && alignment.links[4].relation == Relation::Added);
    }

    #[test]
    fn swapping_the_sides_mirrors_the_links() {
        let edited = CLEARANCE.replace("nine", "twelve");
        let (before, after) = (
            [GREETING, THANKS, CLEARANCE, VICTIMS],
            [GREETING, &edited, VICTIMS, APPEAL],
        );
        let mut there: Vec<(Vec<u32>, Vec<u32>)> = align(&before, &after)
            .links
            .into_iter()
            .map(|link| (link.before, link.after))
            .collect();
        let mut back: Vec<(Vec<u32>, Vec<u32>)> = align(&after, &before)
            .links
            .into_iter()
            .map(|link| (link.after, link.before))
            .collect();
        there.sort();
        back.sort();
        assert_eq!(there, back);
    }

    #[test]
    fn a_collation_does_not_depend_on_the_order_of_the_witnesses() {
        let edited = CLEARANCE.replace("nine", "twelve");
        let texts = [
            vec![THANKS, CLEARANCE, APPEAL],
            vec![THANKS, &edited, VICTIMS, APPEAL],
            vec![CLEARANCE, VICTIMS, THANKS],
        ];
        let rows = |order: [usize; 3], collate: Collate| -> Vec<Vec<String>> {
            let mut vocabulary = Vocabulary::new();
            let witnesses = order.map(|at| witness(&texts[at], &mut vocabulary));
            let table = collate(&witnesses, &vocabulary, &AlignOptions::default());
            let row = |row: &crate::model::CollationRow| {
                let mut cells = vec![String::new(); 3];
                for (cell, at) in row.cells.iter().zip(order) {
                    cells[at] =
                        format!("{:?} {:?} {}", cell.paragraphs, cell.span, cell.transposed);
                }
                cells
            };
            table.rows.iter().map(row).collect()
        };
        for collate in [collate_paragraphs as Collate, collate_words] {
            assert_eq!(rows([0, 1, 2], collate), rows([2, 0, 1], collate));
            assert_eq!(rows([0, 1, 2], collate), rows([1, 2, 0], collate));
        }
    }

    #[test]
    fn each_link_says_why_it_was_made() {
        let edited = VICTIMS.replace("each district hospital", "all provincial clinics");
        let mut vocabulary = Vocabulary::new();
        let before = witness(&[THANKS, CLEARANCE, VICTIMS, APPEAL], &mut vocabulary);
        let after = witness(&[&edited, THANKS, CLEARANCE, GREETING], &mut vocabulary);
        let options = AlignOptions::default();
        let explained = explain_paragraphs(&before, &after, &vocabulary, &options);
        let reasons: Vec<Reason> = explained.iter().map(|one| one.reason).collect();
        assert_eq!(
            reasons,
            [
                Reason::Moved,
                Reason::SameText,
                Reason::SameText,
                Reason::TooWeak,
                Reason::TooWeak
            ]
        );
        assert!(explained[0].score >= explained[0].floor);
        assert!(explained[4].score < explained[4].floor || explained[4].score.is_none());
    }

    type Collate = fn(&[Witness], &Vocabulary, &AlignOptions) -> Collation;

    #[test]
    fn other_spellings_of_a_word_stand_in_one_row() {
        let mut vocabulary = Vocabulary::new();
        let texts = [
            "the colour of the flag",
            "the color of one flag",
            "the of the flag",
        ];
        let witnesses = texts.map(|text| witness(&[text], &mut vocabulary));
        let table = collate_words(&witnesses, &vocabulary, &AlignOptions::default());
        let spans: Vec<Option<Span>> = table.rows[1].cells.iter().map(|cell| cell.span).collect();
        assert_eq!(spans, [Some(Span::new(4, 10)), Some(Span::new(4, 9)), None]);
        assert_eq!(table.rows.len(), 5);
    }

    #[test]
    fn words_that_stand_together_in_both_are_paired_before_words_that_do_not() {
        let mut vocabulary = Vocabulary::new();
        let texts = ["of the spirit of the holy word", "of the holy spirit word"];
        let witnesses = texts.map(|text| witness(&[text], &mut vocabulary));
        let table = collate_words(&witnesses, &vocabulary, &AlignOptions::default());
        let both = table
            .rows
            .iter()
            .filter(|row| row.relation == crate::model::RowRelation::Equal);
        let starts: Vec<u32> = both
            .filter_map(|row| Some(row.cells[0].span?.start))
            .collect();
        assert_eq!(starts, [14, 17, 21, 26]);
    }

    #[test]
    fn a_long_rewritten_passage_is_collated_coarsely_and_says_so() {
        let mut vocabulary = Vocabulary::new();
        let text = |step: usize| -> String {
            let words = (0..700).map(|at| format!("w{}", at * step % 701));
            words.collect::<Vec<_>>().join(" ")
        };
        let witnesses = [text(7), text(11)].map(|text| witness(&[&text], &mut vocabulary));
        let table = collate_words(&witnesses, &vocabulary, &AlignOptions::default());
        let [(0, notice)] = &table.notices[..] else {
            panic!("{:?}", table.notices);
        };
        assert_eq!(notice.code, crate::model::NoticeCode::CoarserMarks);
        assert_eq!(notice.span, Some(witnesses[0].document.paragraphs[0].span));
    }

    fn paragraphs() -> impl Strategy<Value = Vec<String>> {
        let word = prop::sample::select(vec![
            "mines", "were", "cleared", "the", "school", ",", "law",
        ]);
        let paragraph = prop::collection::vec(word, 1..12).prop_map(|words| words.join(" "));
        prop::collection::vec(paragraph, 0..9)
    }

    proptest! {
        #[test]
        fn each_paragraph_is_in_exactly_one_link(before in paragraphs(), after in paragraphs()) {
            let sides = [&before, &after].map(|side| side.iter().map(String::as_str).collect::<Vec<_>>());
            let alignment = align(&sides[0], &sides[1]);
            let mut found = [Vec::new(), Vec::new()];
            for link in &alignment.links {
                found[0].extend(link.before.iter().map(|&at| at as usize));
                found[1].extend(link.after.iter().map(|&at| at as usize));
            }
            for (mut found, side) in found.into_iter().zip(sides) {
                found.sort_unstable();
                prop_assert_eq!(found, (0..side.len()).collect::<Vec<_>>());
            }
        }

        #[test]
        fn a_text_equals_itself(text in paragraphs()) {
            let text: Vec<&str> = text.iter().map(String::as_str).collect();
            for (at, link) in align(&text, &text).links.iter().enumerate() {
                prop_assert_eq!(link.relation, Relation::Equal);
                prop_assert_eq!((link.before[0] as usize, link.after[0] as usize), (at, at));
            }
        }

        #[test]
        fn each_word_is_in_exactly_one_row(texts in prop::collection::vec(paragraphs(), 1..4)) {
            let mut vocabulary = Vocabulary::new();
            let witnesses: Vec<Witness> = texts.iter().map(|text| {
                let text: Vec<&str> = text.iter().map(String::as_str).collect();
                witness(&text, &mut vocabulary)
            }).collect();
            let table = collate_words(&witnesses, &vocabulary, &AlignOptions::default());
            for (at, witness) in witnesses.iter().enumerate() {
                let mut spans: Vec<Span> = table.rows.iter().filter_map(|row| row.cells[at].span).collect();
                spans.sort_unstable();
                prop_assert!(spans.windows(2).all(|pair| !pair[0].overlaps(pair[1])));
                let covered = |token: &Token| spans.iter().any(|span| span.contains(token.span));
                prop_assert!(witness.segmented.tokens.iter().all(covered));
            }
        }
    }
}
