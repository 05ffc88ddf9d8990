//! Runs the stages on one, two or more statements.

mod edits;
mod page;
mod readings;
mod reuse;
mod running_headers;
mod weak;

pub use page::{measures_of_page, promises_of_page};
pub use readings::Readings;
pub use reuse::{judge_passages, read_witness_of_words};

pub use crate::measure::silent_subjects;

use crate::align::{
    AlignOptions, align_paragraphs, collate_paragraphs, collate_words, moved_sentences,
};
use crate::diff::Precision;
use crate::extract::{
    Resources, Terms, deeds_beside, extract_beside, promises_beside, stances_beside,
};
use crate::load::{parties_in, regions_in};
use crate::measure::{
    Neighbours, find_measures, find_promises, join_measures, link_figures, link_promises,
    link_stances, series, settle_deadlines,
};
use crate::model::{
    Collation, Comparison, Document, Earlier, Figure, Level, Measure, PromiseRow, Tree, Vocabulary,
    Witness,
};
use crate::parallel::in_parts;
use crate::parse::parse_sentence;
use crate::segment::segment_with;
use edits::{add_edits, coarser_marks, scripts, sentence_edits};
use running_headers::running_header_changes;
use weak::unweave;

/// Reads a document into a witness: its tokens and its figures. Witnesses that
/// are compared share one `vocabulary`.
#[must_use]
pub fn read_witness(document: Document, vocabulary: &mut Vocabulary) -> Witness {
    read_witness_with(document, vocabulary, &Terms::default())
}

/// Reads a document into a witness as [`read_witness()`] does, with a user's own
/// `terms` beside those of the language.
#[must_use]
pub fn read_witness_with(
    document: Document,
    vocabulary: &mut Vocabulary,
    terms: &Terms,
) -> Witness {
    read(document, vocabulary, terms, &[])
}

/// Reads a document into a witness as [`read_witness_with`] does, without its promises.
#[must_use]
pub fn read_witness_of_figures(
    document: Document,
    vocabulary: &mut Vocabulary,
    terms: &Terms,
) -> Witness {
    read_figures(document, vocabulary, terms, (&[], false)).0
}

/// Reads a document into a witness. `earlier` has, by paragraph, where its text
/// was read before with the same vocabulary and terms; it may be shorter.
fn read(
    document: Document,
    vocabulary: &mut Vocabulary,
    terms: &Terms,
    earlier: &[Option<Earlier<'_>>],
) -> Witness {
    let (mut witness, trees) = read_figures(document, vocabulary, terms, (earlier, true));
    // A promise takes its deadline from a date among the figures, and the trees that were parsed
    // for these, so that no sentence is parsed twice.
    witness.promises = promises_beside(&witness, &trees, parse_sentence, earlier);
    witness.deeds = deeds_beside(&witness, earlier);
    let texts = (&witness.document, &witness.segmented);
    witness.stances = stances_beside(texts, parties_in, earlier);
    witness
}

/// Reads a document without its promises; gives also the trees of sentences with figures
/// in which a promise may stand, where they are to be kept.
fn read_figures(
    document: Document,
    vocabulary: &mut Vocabulary,
    terms: &Terms,
    (earlier, keeps_trees): (&[Option<Earlier<'_>>], bool),
) -> (Witness, Vec<Tree>) {
    let segmented = segment_with(&document, vocabulary, earlier);
    let resources = Resources {
        terms,
        parse: Some(parse_sentence),
    };
    let extraction = extract_beside(&document, &segmented, resources, (earlier, keeps_trees));
    let witness = Witness {
        document,
        segmented,
        figures: extraction.figures,
        promises: Vec::new(),
        deeds: Vec::new(),
        stances: Vec::new(),
        notices: extraction.notices,
    };
    (witness, extraction.trees)
}

/// The tree of the sentence of each figure of a witness, as figures were read with
/// it; `None` for a language that is not parsed.
#[must_use]
pub fn figure_trees(witness: &Witness) -> Vec<Option<Tree>> {
    let Witness {
        document,
        segmented,
        figures,
        ..
    } = witness;
    let tree = |figure: &Figure| {
        let tokens = segmented.sentence(figure.paragraph as usize, figure.sentence);
        let tokens = &segmented.tokens[tokens];
        let span = tokens.first()?.span.to(tokens.last()?.span);
        parse_sentence(&document.text, span.range(), document.metadata.language)
    };
    figures.iter().map(tree).collect()
}

/// Compares two witnesses: which paragraphs correspond, which words differ,
/// which figures measure the same.
#[must_use]
pub fn compare(
    before: &Witness,
    after: &Witness,
    vocabulary: &Vocabulary,
    options: &AlignOptions,
) -> Comparison {
    // Which paragraphs correspond, and which words differ in them.
    let mut alignment = align_paragraphs(before, after, vocabulary, options);
    let scripts = scripts(&alignment.links, before, after, vocabulary);
    let mut notices = running_header_changes(&before.document, &after.document);
    for (link, script) in alignment.links.iter_mut().zip(scripts) {
        let Some(script) = script else { continue };
        link.edits = script.edits;
        if script.precision == Precision::Coarser {
            notices.push(coarser_marks(&link.after, after));
        }
    }
    // Sentences that changed their paragraph, looked for among those that the edits leave over.
    let mut moves = moved_sentences(before, after, vocabulary, &alignment.links);
    for sentence in &mut moves {
        sentence.edits = sentence_edits(sentence, before, after, vocabulary);
    }
    // What is measured alike, in paragraphs that correspond and in sentences that moved.
    let mut figures = link_figures([before, after], &alignment, &moves, vocabulary, regions_in);
    let promises = link_promises(before, after, vocabulary);
    // A promise is told with its deadline: a date that went with it is no news of its own.
    settle_deadlines(&mut figures, &promises, [before, after]);
    // Last of all: moved sentences and pairs of figures are found by the words that stayed, which
    // weak links lose here.
    unweave(&mut alignment.links, [before, after]);
    Comparison {
        alignment,
        moves,
        figures,
        promises,
        stances: link_stances(before, after),
        notices,
    }
}

/// Compares each pair of witnesses, told by their positions, as [`compare`] does:
/// on all cores where there is much to compare; `begin` is called before each.
#[must_use]
pub fn compare_all(
    witnesses: &[Witness],
    pairs: &[(usize, usize)],
    vocabulary: &Vocabulary,
    options: &AlignOptions,
    begin: impl Fn() + Sync,
) -> Vec<Comparison> {
    let texts = |pair: usize| {
        let (before, after) = pairs[pair];
        (&witnesses[before], &witnesses[after])
    };
    // The work grows with both texts, so that is what is shared out between the cores.
    let bytes = |pair: usize| {
        let (before, after) = texts(pair);
        before.document.text.len() + after.document.text.len()
    };
    let parts = in_parts(pairs.len(), bytes, |part| -> Vec<Comparison> {
        let compared = part.map(|pair| {
            begin();
            let (before, after) = texts(pair);
            compare(before, after, vocabulary, options)
        });
        compared.collect()
    });
    parts.into_iter().flatten().collect()
}

/// Reads and compares each pair of documents with words of their own, as [`compare`] does
/// two witnesses: on all cores where there is much to read.
#[must_use]
pub fn compare_documents(
    pairs: &[&[Document; 2]],
    terms: &Terms,
    options: &AlignOptions,
) -> Vec<([Witness; 2], Comparison)> {
    let bytes = |at: usize| pairs[at].iter().map(|document| document.text.len()).sum();
    let parts = in_parts(
        pairs.len(),
        bytes,
        |part| -> Vec<([Witness; 2], Comparison)> {
            let compared = part.map(|at| {
                // A vocabulary a pair: one for all would have to be locked, or filled one text
                // after the other.
                let mut vocabulary = Vocabulary::new();
                let read = |document: &Document| {
                    // A witness owns its document, and the caller keeps its own.
                    read_witness_with(document.clone(), &mut vocabulary, terms)
                };
                let witnesses = pairs[at].each_ref().map(read);
                let found = compare(&witnesses[0], &witnesses[1], &vocabulary, options);
                (witnesses, found)
            });
            compared.collect()
        },
    );
    parts.into_iter().flatten().collect()
}

/// What the witnesses measure alike, a row a measure: the statements of each
/// delegation follow one another in the given order, and what the comparison of two
/// neighbours links stands in one row. `begin` is called before each comparison.
#[must_use]
pub fn ledger(
    witnesses: &[Witness],
    vocabulary: &Vocabulary,
    options: &AlignOptions,
    begin: impl Fn() + Sync,
) -> Vec<Measure> {
    let pairs = neighbours(witnesses);
    let compared = compare_all(witnesses, &pairs, vocabulary, options, begin);
    let compared = pairs.into_iter().zip(&compared);
    ledger_of(witnesses, vocabulary, compared)
}

/// The positions of the statements that the ledger compares: those of each
/// delegation with the next of it.
#[must_use]
pub fn neighbours(witnesses: &[Witness]) -> Vec<(usize, usize)> {
    let series = series(witnesses);
    let pairs = series.iter().flat_map(|statements| statements.windows(2));
    pairs.map(|pair| (pair[0], pair[1])).collect()
}

/// The ledger of witnesses of which [`neighbours`] were compared already, each
/// pair with what was found.
pub fn ledger_of<'c>(
    witnesses: &[Witness],
    vocabulary: &Vocabulary,
    compared: impl IntoIterator<Item = ((usize, usize), &'c Comparison)>,
) -> Vec<Measure> {
    let links: Vec<Neighbours<'c>> = compared
        .into_iter()
        .map(|((before, after), found)| Neighbours {
            before,
            after,
            links: &found.figures,
        })
        .collect();
    find_measures(witnesses, &links, vocabulary)
}

/// `measures` of `witnesses` with those of each group as one row, in the place of its first.
#[must_use]
pub fn join(
    witnesses: &[Witness],
    vocabulary: &Vocabulary,
    measures: &[Measure],
    groups: &[Vec<usize>],
) -> Vec<Measure> {
    join_measures(witnesses, vocabulary, (measures, groups))
}

/// The promises of witnesses, a row a promise: the statements of each delegation
/// follow one another in the given order.
#[must_use]
pub fn promises(witnesses: &[Witness], vocabulary: &Vocabulary) -> Vec<PromiseRow> {
    find_promises(witnesses, vocabulary)
}

/// Puts any number of witnesses side by side.
#[must_use]
pub fn collate(
    witnesses: &[Witness],
    vocabulary: &Vocabulary,
    options: &AlignOptions,
    level: Level,
) -> Collation {
    if level == Level::Word {
        return collate_words(witnesses, vocabulary, options);
    }
    let mut collation = collate_paragraphs(witnesses, vocabulary, options);
    let Collation { rows, notices } = &mut collation;
    for row in rows {
        add_edits(row, witnesses, vocabulary, notices);
    }
    collation
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::*;
    use crate::load::{LoadOptions, load_bytes};
    use crate::model::EditOp;

    /// The figures of two texts that are linked, by their first bytes.
    fn linked(texts: [&str; 2]) -> Vec<(u32, u32)> {
        let mut vocabulary = Vocabulary::new();
        let [before, after] = texts.map(|text| {
            let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default());
            read_witness(document.unwrap(), &mut vocabulary)
        });
        let found = compare(&before, &after, &vocabulary, &AlignOptions::default());
        let links = found.figures.iter().filter(|link| !link.is_perhaps());
        links
            .filter_map(|link| {
                let (old, new) = (link.before? as usize, link.after? as usize);
                let start = |witness: &Witness, at: usize| witness.figures[at].span.start;
                Some((start(&before, old), start(&after, new)))
            })
            .collect()
    }

    #[test]
    fn each_pair_is_compared_as_it_is_alone() {
        let mut vocabulary = Vocabulary::new();
        let texts = ["We cleared 5 mines.", "We cleared 7 mines.", "We shall go."];
        let witnesses = texts.map(|text| {
            let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default());
            read_witness(document.unwrap(), &mut vocabulary)
        });
        let options = AlignOptions::default();
        let pairs = [(0, 1), (2, 1)];
        let found = compare_all(&witnesses, &pairs, &vocabulary, &options, || ());
        let alone = pairs.map(|(before, after)| {
            let (before, after) = (&witnesses[before], &witnesses[after]);
            compare(before, after, &vocabulary, &options)
        });
        assert_eq!(found, alone);
    }

    const ROADS: &str = "We opened the roads of the valley to the farmers in spring.";
    const SCHOOLS: &str = "Twelve schools teach every pupil how to tell a mine from a stone.";
    const DONORS: &str = "The partners who paid for dogs and drills have our thanks.";
    const COURTS: &str = "No court of the region has yet heard a case on the old fields.";

    /// The sentences that moved: paragraphs before and after, from 1, and the
    /// words that are other ones.
    fn moved(before: &str, after: &str) -> Vec<(u32, u32, Vec<String>)> {
        let mut vocabulary = Vocabulary::new();
        let [old, new] = [before, after].map(|text| {
            let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default());
            read_witness(document.unwrap(), &mut vocabulary)
        });
        let found = compare(&old, &new, &vocabulary, &AlignOptions::default());
        let words = |witness: &Witness, tokens: Range<u32>| {
            let tokens = witness.segmented.tokens_at(&tokens);
            let words = tokens
                .iter()
                .map(|token| token.span.of(&witness.document.text));
            words.collect::<Vec<_>>().join(" ")
        };
        let reported = found.moves.iter().map(|sentence| {
            let edits = sentence
                .edits
                .iter()
                .filter(|edit| edit.op != EditOp::Equal);
            let new_words = edits.map(|edit| {
                let start = sentence.after.start;
                words(&new, start + edit.after.start..start + edit.after.end)
            });
            let [old, new] = sentence.paragraphs;
            (old + 1, new + 1, new_words.collect())
        });
        reported.collect()
    }

    #[test]
    fn a_sentence_that_went_into_another_paragraph_moved() {
        let before = format!("{ROADS} {SCHOOLS}\n\n{DONORS}");
        let after = format!("{ROADS}\n\n{DONORS} {SCHOOLS}");
        assert_eq!(moved(&before, &after), [(1, 2, vec![])]);
        assert_eq!(moved(&after, &before), [(2, 1, vec![])]);
        assert_eq!(moved(&before, &before), []);
    }

    #[test]
    fn a_sentence_that_moved_may_have_been_edited() {
        let edited = SCHOOLS.replace("Twelve schools teach", "Forty schools now teach");
        let before = format!("{ROADS} {SCHOOLS}\n\n{DONORS}");
        let after = format!("{ROADS}\n\n{DONORS} {edited}");
        let words = ["Forty", "now"].map(str::to_owned).to_vec();
        assert_eq!(moved(&before, &after), [(1, 2, words)]);
    }

    #[test]
    fn a_sentence_that_moved_with_other_marks_was_edited() {
        let edited = SCHOOLS.replace("every pupil", "every pupil,");
        let before = format!("{ROADS} {SCHOOLS}\n\n{DONORS}");
        let after = format!("{ROADS}\n\n{DONORS} {edited}");
        assert_eq!(moved(&before, &after), [(1, 2, vec![",".to_owned()])]);
    }

    #[test]
    fn a_sentence_may_move_within_its_paragraph() {
        let before = format!("{SCHOOLS} {ROADS} {DONORS}");
        let after = format!("{ROADS} {DONORS} {SCHOOLS}");
        assert_eq!(moved(&before, &after), [(1, 1, vec![])]);
    }

    #[test]
    fn short_sentences_are_said_again_and_have_not_moved() {
        let before = format!("{ROADS} We thank you all.\n\n{DONORS}");
        let after = format!("{ROADS}\n\n{DONORS} We thank you all.");
        assert_eq!(moved(&before, &after), []);
    }

    #[test]
    fn a_sentence_with_two_likely_places_is_in_neither() {
        let one = SCHOOLS.replace("Twelve", "Ten");
        let other = SCHOOLS.replace("Twelve", "Nine");
        let before = format!("{ROADS} {SCHOOLS}\n\n{DONORS}\n\n{COURTS}");
        let after = format!("{ROADS}\n\n{DONORS} {one}\n\n{COURTS} {other}");
        assert_eq!(moved(&before, &after), []);
    }

    #[test]
    fn sentences_that_are_said_twice_move_in_order() {
        let before = format!("{ROADS} {SCHOOLS}\n\n{DONORS} {SCHOOLS}\n\n{COURTS}");
        let after = format!("{ROADS}\n\n{DONORS}\n\n{COURTS} {SCHOOLS} {SCHOOLS}");
        assert_eq!(moved(&before, &after), [(1, 3, vec![]), (2, 3, vec![])]);
    }

    #[test]
    fn numbers_of_which_other_things_are_said_are_not_linked() {
        let before = "In the course of the war the other side held a fifth of our land for thirty years. \
                      Nearly 1300 villagers were abducted, and most of them came home.";
        let after = "In the course of the war the other side held a fifth of our land for thirty years. \
                     Twenty thousand villagers were killed and a million fled.";
        let (old, new) = (before.find("1300"), after.find("Twenty"));
        let pair = |start: &(u32, u32)| {
            (
                Some(start.0 as usize + "Nearly ".len()),
                Some(start.1 as usize),
            ) == (old, new)
        };
        assert!(!linked([before, after]).iter().any(pair));
    }

    #[test]
    fn a_rise_of_one_thing_is_not_linked_with_a_fall_of_another() {
        let before = "The clean air of our towns is a duty to our children. \
                      Exports of fruit grew by 11 per cent over the summer.";
        let after = "The clean air of our towns is a duty to our children. \
                     We shall cut emissions by 40 per cent until 2050.";
        assert_eq!(linked([before, after]), []);
        let cut = "The clean air of our towns is a duty to our children. \
                   Exports of fruit fell by 4 per cent over the summer.";
        assert_eq!(linked([before, cut]).len(), 1);
    }

    #[test]
    fn a_number_is_linked_where_its_verb_alone_was_replaced() {
        let before = "Our teams cleared 140 fields in the valleys of the north.";
        let after = "Our teams released 200 fields in the valleys of the north.";
        assert_eq!(linked([before, after]).len(), 1);
    }
}
