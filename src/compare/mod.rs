//! Runs the stages on one, two or more statements.

mod readings;

use std::borrow::Cow;
use std::ops::Range;

pub use readings::Readings;

use crate::align::figures::link_figures;
use crate::align::{
    AlignOptions, align_paragraphs, collate_paragraphs, collate_words, moved_sentences,
};
use crate::cores::in_parts;
use crate::diff::{Atoms, Precision, Script, diff_tokens};
use crate::extract::{Terms, extract_beside};
use crate::model::{
    Collation, CollationRow, Comparison, Document, Earlier, Figure, FigureKind, Level, Link,
    Notice, NoticeCode, Relation, SentenceMove, Token, Vocabulary, Witness,
};
use crate::segment::segment_with;

/// Reads a document into a witness: its tokens and its figures. Witnesses that
/// are compared share one `vocabulary`.
#[must_use]
pub fn witness(document: Document, vocabulary: &mut Vocabulary) -> Witness {
    witness_with(document, vocabulary, &Terms::default())
}

/// Reads a document into a witness as [`witness()`] does, with a user's own
/// `terms` beside those of the language.
#[must_use]
pub fn witness_with(document: Document, vocabulary: &mut Vocabulary, terms: &Terms) -> Witness {
    read(document, vocabulary, terms, &[])
}

/// Reads a document into a witness. `earlier` has, by paragraph, where its text
/// was read before with the same vocabulary and terms; it may be shorter.
fn read(
    document: Document,
    vocabulary: &mut Vocabulary,
    terms: &Terms,
    earlier: &[Option<Earlier<'_>>],
) -> Witness {
    let segmented = segment_with(&document, vocabulary, earlier);
    let extraction = extract_beside(&document, &segmented, terms, earlier);
    Witness {
        document,
        segmented,
        figures: extraction.figures,
        notices: extraction.notices,
    }
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
    let mut alignment = align_paragraphs(before, after, vocabulary, options);
    let scripts = scripts(&alignment.links, before, after, vocabulary);
    let mut notices = Vec::new();
    for (link, script) in alignment.links.iter_mut().zip(scripts) {
        let Some(script) = script else { continue };
        link.edits = script.edits;
        if script.precision == Precision::Coarser {
            notices.push(coarser_marks(&link.after, after));
        }
    }
    let mut moves = moved_sentences(before, after, vocabulary, &alignment.links);
    for sentence in moves
        .iter_mut()
        .filter(|sentence| sentence.similarity < 1.0)
    {
        sentence.edits = sentence_script(sentence, before, after, vocabulary).edits;
    }
    let figures = link_figures(before, after, &alignment);
    Comparison {
        alignment,
        moves,
        figures,
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

/// Gives each cell of a row the edits from the one before that has the passage.
fn add_edits(
    row: &mut CollationRow,
    witnesses: &[Witness],
    vocabulary: &Vocabulary,
    notices: &mut Vec<(usize, Notice)>,
) {
    let mut last: Option<(usize, Cow<'_, [Token]>)> = None;
    for (at, witness) in witnesses.iter().enumerate() {
        if row.cells[at].paragraphs.is_empty() {
            continue;
        }
        let new = tokens(witness, &row.cells[at].paragraphs);
        if let Some((before, old)) = last
            && !same_words(&old, &new)
        {
            let sides = [
                (
                    &witnesses[before],
                    &row.cells[before].paragraphs[..],
                    &old[..],
                ),
                (witness, &row.cells[at].paragraphs, &new),
            ];
            let script = edit_script(sides, vocabulary);
            if script.precision == Precision::Coarser {
                notices.push((at, coarser_marks(&row.cells[at].paragraphs, witness)));
            }
            row.cells[at].edits = script.edits;
        }
        last = Some((at, new));
    }
}

/// Says that a passage, which has edits and so paragraphs, has coarser marks.
fn coarser_marks(paragraphs: &[u32], after: &Witness) -> Notice {
    let first = *paragraphs.first().expect("an edited link has both sides");
    Notice {
        code: NoticeCode::CoarserMarks,
        span: Some(after.document.paragraphs[first as usize].span),
        message: format!(
            "¶{} is long and much rewritten: its marks are coarser",
            first + 1
        ),
    }
}

/// The edit script of each link, in order; `None` where no word changed.
fn scripts(
    links: &[Link],
    before: &Witness,
    after: &Witness,
    vocabulary: &Vocabulary,
) -> Vec<Option<Script>> {
    let bytes = |link: usize| {
        let link = &links[link];
        if is_unedited(link.relation) {
            return 0;
        }
        text_len(before, &link.before) + text_len(after, &link.after)
    };
    let parts = in_parts(links.len(), bytes, |part| -> Vec<Option<Script>> {
        let links = links[part].iter();
        links
            .map(|link| script(link, before, after, vocabulary))
            .collect()
    });
    parts.into_iter().flatten().collect()
}

/// Whether paragraphs of the relation have no edits.
fn is_unedited(relation: Relation) -> bool {
    matches!(
        relation,
        Relation::Equal | Relation::Added | Relation::Removed
    )
}

/// The bytes of some paragraphs.
fn text_len(witness: &Witness, paragraphs: &[u32]) -> usize {
    let len = |&at: &u32| witness.document.paragraphs[at as usize].span.len_bytes();
    paragraphs.iter().map(len).sum()
}

fn script(
    link: &Link,
    before: &Witness,
    after: &Witness,
    vocabulary: &Vocabulary,
) -> Option<Script> {
    if is_unedited(link.relation) {
        return None;
    }
    let (old, new) = (tokens(before, &link.before), tokens(after, &link.after));
    if link.relation == Relation::Moved && same_words(&old, &new) {
        return None;
    }
    let sides = [
        (before, &link.before[..], &old[..]),
        (after, &link.after, &new),
    ];
    Some(edit_script(sides, vocabulary))
}

/// The edit script of a sentence that moved.
fn sentence_script(
    sentence: &SentenceMove,
    before: &Witness,
    after: &Witness,
    vocabulary: &Vocabulary,
) -> Script {
    let range = |range: &Range<u32>| range.start as usize..range.end as usize;
    let old = &before.segmented.tokens[range(&sentence.before)];
    let new = &after.segmented.tokens[range(&sentence.after)];
    let [earlier, later] = sentence.paragraphs;
    edit_script(
        [(before, &[earlier], old), (after, &[later], new)],
        vocabulary,
    )
}

/// The edit script between some tokens of two witnesses, each with the paragraphs
/// that they stand in.
fn edit_script(
    [before, after]: [(&Witness, &[u32], &[Token]); 2],
    vocabulary: &Vocabulary,
) -> Script {
    let atoms =
        [before, after].map(|(witness, paragraphs, tokens)| atoms(witness, paragraphs, tokens));
    let atoms = Atoms {
        before: &atoms[0],
        after: &atoms[1],
    };
    diff_tokens(before.2, after.2, vocabulary, atoms)
}

fn same_words(old: &[Token], new: &[Token]) -> bool {
    let mut pairs = old.iter().zip(new);
    old.len() == new.len() && pairs.all(|(x, y)| x.key == y.key)
}

/// The tokens of some paragraphs, end to end.
fn tokens<'a>(witness: &'a Witness, paragraphs: &[u32]) -> Cow<'a, [Token]> {
    let tokens = |&at: &u32| witness.segmented.paragraph_tokens(at as usize);
    match paragraphs {
        [one] => Cow::Borrowed(tokens(one)),
        several => Cow::Owned(several.iter().map(tokens).collect::<Vec<_>>().concat()),
    }
}

/// The token positions of the figures in some paragraphs: what is never cut.
fn atoms(witness: &Witness, paragraphs: &[u32], tokens: &[Token]) -> Vec<Range<u32>> {
    let mut atoms = Vec::new();
    for &paragraph in paragraphs {
        let first = witness
            .figures
            .partition_point(|figure| figure.paragraph < paragraph);
        let inside = witness.figures[first..]
            .iter()
            .take_while(|figure| figure.paragraph == paragraph);
        atoms.extend(inside.filter_map(|figure| atom(figure, tokens)));
    }
    atoms
}

/// The tokens of a date or an amount of money, or of the numeral alone, when
/// there are two or more.
fn atom(figure: &Figure, tokens: &[Token]) -> Option<Range<u32>> {
    let mut span = figure.numeral;
    if matches!(figure.kind, FigureKind::Date | FigureKind::Money) {
        span = figure.span;
        if let Some(hedge) = figure
            .hedge
            .filter(|hedge| hedge.end < figure.numeral.start)
        {
            span.start = hedge.end;
        }
    }
    let position = |at: usize| u32::try_from(at).expect("fewer tokens than bytes");
    let start = tokens.partition_point(|token| token.span.end <= span.start);
    let end = tokens.partition_point(|token| token.span.start < span.end);
    (end > start + 1).then(|| position(start)..position(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{LoadOptions, load_bytes};
    use crate::model::EditOp;

    /// The figures of two texts that are linked, by their first bytes.
    fn linked(texts: [&str; 2]) -> Vec<(u32, u32)> {
        let mut vocabulary = Vocabulary::new();
        let [before, after] = texts.map(|text| {
            let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default());
            witness(document.unwrap(), &mut vocabulary)
        });
        let found = compare(&before, &after, &vocabulary, &AlignOptions::default());
        let links = found.figures.iter();
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
            witness(document.unwrap(), &mut vocabulary)
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
            witness(document.unwrap(), &mut vocabulary)
        });
        let found = compare(&old, &new, &vocabulary, &AlignOptions::default());
        let words = |witness: &Witness, tokens: Range<u32>| {
            let tokens = &witness.segmented.tokens[tokens.start as usize..tokens.end as usize];
            let words = tokens
                .iter()
                .map(|token| token.span.of(&witness.document.text));
            words.collect::<Vec<_>>().join(" ")
        };
        let told = found.moves.iter().map(|sentence| {
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
        told.collect()
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
