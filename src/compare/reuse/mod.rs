//! Who says what others said before: the passages that statements share, what each is, and
//! what differs in it.

mod name;
mod quotation;

use crate::align::AlignOptions;
use crate::extract::Terms;
use crate::load::is_congratulation;
use crate::model::{
    Document, Paragraph, ReuseKind, Role, SharedPassage, Span, Token, Vocabulary, Witness,
};
use crate::parallel::in_parts;
use crate::segment::segment;

use super::{compare, read_witness_with};

/// A passage that so many delegations have is a formula. Of those that three of the 73 of
/// the General Debate have, none was written by one of them.
const MANY_SPEAKERS: u32 = 3;

/// The longest formula, in words: what several delegations have beyond is one text.
const LONGEST_FORMULA: u32 = 30;

/// Least part of a passage, in a hundred, that makes it what its part is: between quotation
/// marks, or in paragraphs of courtesy.
const MOST: usize = 60;

/// Cuts documents into words and no more, which is what [`shared_passages`](crate::align::shared_passages) looks at.
#[must_use]
pub fn read_witness_of_words(document: Document, vocabulary: &mut Vocabulary) -> Witness {
    let segmented = segment(&document, vocabulary);
    Witness {
        document,
        segmented,
        ..Witness::default()
    }
}

/// Says of each passage that [`shared_passages`](crate::align::shared_passages) found in the witnesses what it is, and of
/// each but formulas what differs in it; `terms` are a user's own. In the order of the later
/// statement and of its text.
#[must_use]
pub fn judge_passages(
    witnesses: &[Witness],
    mut passages: Vec<SharedPassage>,
    terms: &Terms,
) -> Vec<SharedPassage> {
    passages.sort_by_key(|one| (one.witnesses[1], one.tokens[1].start, one.witnesses[0]));
    let bytes = |at: usize| {
        let spans = spans(witnesses, &passages[at]);
        spans.map(Span::len_bytes).iter().sum::<usize>() * COMPARED
    };
    let reported = in_parts(passages.len(), bytes, |part| -> Vec<SharedPassage> {
        let reported = part.map(|at| judge(witnesses, passages[at].clone(), terms));
        reported.collect()
    });
    reported.into_iter().flatten().collect()
}

/// How much more work a byte is that is read and compared than one that is only read.
const COMPARED: usize = 50;

/// The passage with its kind, and with what differs in it.
fn judge(witnesses: &[Witness], mut passage: SharedPassage, terms: &Terms) -> SharedPassage {
    passage.kind = kind(witnesses, &passage);
    let sides = [0, 1].map(|side| &witnesses[passage.witnesses[side]]);
    let tokens = [0, 1].map(|side| sides[side].segmented.tokens_at(&passage.tokens[side]));
    // *We congratulate you on your election*: who cares which word differs.
    if passage.kind != ReuseKind::Formula && !same_words(tokens) {
        let spans = spans(witnesses, &passage);
        // Words of its own: passages are judged on several cores, which share no vocabulary.
        let mut vocabulary = Vocabulary::new();
        let read = [0, 1].map(|side| {
            let excerpt = excerpt(&sides[side].document, spans[side]);
            read_witness_with(excerpt, &mut vocabulary, terms)
        });
        let found = compare(&read[0], &read[1], &vocabulary, &AlignOptions::default());
        passage.compared = Some(Box::new((read, found)));
    }
    passage
}

fn same_words([before, after]: [&[Token]; 2]) -> bool {
    let mut pairs = before.iter().zip(after);
    before.len() == after.len() && pairs.all(|(one, other)| one.key == other.key)
}

/// Where a passage stands in both texts, in bytes.
fn spans(witnesses: &[Witness], passage: &SharedPassage) -> [Span; 2] {
    [0, 1].map(|side| {
        let segmented = &witnesses[passage.witnesses[side]].segmented;
        span_of(segmented.tokens_at(&passage.tokens[side]))
    })
}

/// A part of a document as one of a single paragraph, with as many bytes.
fn excerpt(document: &Document, span: Span) -> Document {
    // A line feed is one byte as a blank is, so spans in the excerpt are those of the text, moved.
    let text = span.of(&document.text).replace('\n', " ");
    Document {
        id: document.id.clone(),
        paragraphs: vec![Paragraph {
            span: Span::new(0, text.len()),
            ..Paragraph::default()
        }],
        text,
        metadata: document.metadata.clone(),
        ..Document::default()
    }
}

fn kind(witnesses: &[Witness], passage: &SharedPassage) -> ReuseKind {
    let sides = passage.witnesses.map(|at| &witnesses[at]);
    let spans = spans(witnesses, passage);
    let any =
        |is: fn(&Witness, Span) -> bool| sides.into_iter().zip(spans).any(|(one, at)| is(one, at));
    // A formula between quotation marks is still a formula.
    if is_said_by_many(passage) || any(is_name) || any(is_courtesy) {
        return ReuseKind::Formula;
    }
    if any(|witness, span| quotation::is_quoted(&witness.document, span)) {
        return ReuseKind::Quotation;
    }
    let [before, after] = sides.map(|one| one.document.metadata.delegation.as_ref());
    match (before, after) {
        // What a delegation says again is no copy; of a statement of nobody it is not known.
        (Some(before), Some(after)) if before.value == after.value => ReuseKind::Repeated,
        _ => ReuseKind::Copied,
    }
}

fn is_name(witness: &Witness, span: Span) -> bool {
    name::is_name(span.of(&witness.document.text))
}

/// Whether many have a passage, and it is no longer than what everybody knows by heart.
fn is_said_by_many(passage: &SharedPassage) -> bool {
    passage.speakers >= MANY_SPEAKERS && passage.words <= LONGEST_FORMULA
}

/// Whether most of a part of a statement stands in paragraphs that say nothing of their
/// own, or in sentences that congratulate.
fn is_courtesy(witness: &Witness, span: Span) -> bool {
    let Witness {
        document,
        segmented,
        ..
    } = witness;
    let mut bytes = 0;
    for (index, paragraph) in paragraphs_of(document, span) {
        if matches!(
            paragraph.role,
            Role::Salutation | Role::Courtesy | Role::Heading
        ) {
            bytes += common(paragraph.span, span);
            continue;
        }
        for sentence in segmented.paragraph_sentences(index) {
            let sentence = span_of(&segmented.tokens[sentence]);
            // *We congratulate the Chair*, at the start of a paragraph about something else.
            if common(sentence, span) > 0 && is_congratulation(sentence.of(&document.text)) {
                bytes += common(sentence, span);
            }
        }
    }
    bytes * 100 >= span.len_bytes() * MOST
}

/// The paragraphs that a part of a document stands in, with their numbers.
fn paragraphs_of(document: &Document, span: Span) -> impl Iterator<Item = (usize, &Paragraph)> {
    let first = document.paragraph_at(span.start) as usize;
    let paragraphs = document.paragraphs.iter().enumerate().skip(first);
    paragraphs.take_while(move |(_, paragraph)| paragraph.span.start < span.end)
}

/// Where some tokens, at least one, stand in the text.
fn span_of(tokens: &[Token]) -> Span {
    tokens[0].span.to(tokens[tokens.len() - 1].span)
}

/// How many bytes two spans have in common.
fn common(one: Span, other: Span) -> usize {
    let (start, end) = (one.start.max(other.start), one.end.min(other.end));
    end.saturating_sub(start) as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::shared_passages;
    use crate::load::{LoadOptions, load_bytes};
    use crate::model::Verdict;

    const ORCHARDS: &str = "The orchards of the upper valley were handed back to the families who \
        had left them in the winter of the flood, and the first harvest was shared among them.";

    /// The kinds of what statements of (delegation, date, text) share, with the later text.
    fn kinds(statements: &[(&str, &str, String)]) -> Vec<(ReuseKind, usize)> {
        let mut vocabulary = Vocabulary::new();
        let read = |(delegation, date, text): &(&str, &str, String)| {
            let options = LoadOptions {
                delegation: Some((*delegation).to_owned()),
                date: Some((*date).to_owned()),
                ..LoadOptions::default()
            };
            let document = load_bytes("a.txt", text.as_bytes(), &options).unwrap();
            read_witness_of_words(document, &mut vocabulary)
        };
        let witnesses: Vec<Witness> = statements.iter().map(read).collect();
        let found = shared_passages(&witnesses, &vocabulary);
        let found = judge_passages(&witnesses, found, &Terms::default());
        found
            .iter()
            .map(|one| (one.kind, one.witnesses[1]))
            .collect()
    }

    fn with(before: &str, passage: &str, behind: &str) -> String {
        format!("{before}\n\n{passage} {behind}\n\n")
    }

    #[test]
    fn words_of_another_delegation_are_copied_and_own_words_repeated() {
        let old = with("We met in spring.", ORCHARDS, "Roads come next.");
        let new = with("The year was long.", ORCHARDS, "Schools are open.");
        let pair = |speaker| {
            kinds(&[
                ("Marenia", "2020", old.clone()),
                (speaker, "2021", new.clone()),
            ])
        };
        assert_eq!(pair("Solvia"), [(ReuseKind::Copied, 1)]);
        assert_eq!(pair("Marenia"), [(ReuseKind::Repeated, 1)]);
    }

    #[test]
    fn words_that_one_of_both_quotes_are_a_quotation() {
        let old = with("We met in spring.", ORCHARDS, "Roads come next.");
        let quoted = with("As was said:", &format!("“{ORCHARDS}”"), "We agree.");
        let found = kinds(&[("Marenia", "2020", old), ("Solvia", "2021", quoted)]);
        assert_eq!(found, [(ReuseKind::Quotation, 1)]);
    }

    #[test]
    fn what_many_say_is_a_formula_unless_it_is_a_long_text() {
        let said_by_three = |passage: &str| {
            let text = |own: &str| with(own, passage, "");
            kinds(&[
                ("Marenia", "2020", text("We met in spring.")),
                ("Solvia", "2020", text("The year was long.")),
                ("Ruritania", "2020", text("Our roads are open.")),
            ])
        };
        let short = ORCHARDS.split(',').next().unwrap();
        let all = |found: Vec<(ReuseKind, usize)>, kind| found.iter().all(|one| one.0 == kind);
        assert!(all(said_by_three(short), ReuseKind::Formula));
        let long = format!("{ORCHARDS} Nobody was sent away, and the mill was built again.");
        assert!(all(said_by_three(&long), ReuseKind::Copied));
    }

    #[test]
    fn thanks_at_the_end_are_a_formula() {
        let thanks = "I thank you, Madam President, and all delegations for your kind attention this afternoon.";
        let text = |own: &str| format!("{own}\n\n{thanks}\n");
        let found = kinds(&[
            (
                "Marenia",
                "2020",
                text("We met in the spring of the year, and the roads are open."),
            ),
            (
                "Solvia",
                "2021",
                text("The year was long, and the schools of the valley are open."),
            ),
        ]);
        assert_eq!(found, [(ReuseKind::Formula, 1)]);
    }

    #[test]
    fn congratulations_are_a_formula() {
        let wish = "on the election to lead the work of this conference and assure the new chair of our support";
        let text = |own: &str, name: &str| {
            format!("{own}\n\nWe congratulate {name} {wish}.\n\nRoads come next.")
        };
        let found = kinds(&[
            ("Marenia", "2020", text("We met in spring.", "Ms. Rossi")),
            ("Solvia", "2021", text("The year was long.", "Mr. Moreau")),
        ]);
        assert_eq!(found, [(ReuseKind::Formula, 1)]);
    }

    #[test]
    fn what_differs_is_compared_and_what_does_not_is_not() {
        let text = |number: &str| {
            format!(
                "In 2020 more than {number} families came home to the fields of the upper valley and sowed maize."
            )
        };
        let compared = |numbers: [&str; 2]| {
            let mut vocabulary = Vocabulary::new();
            let witnesses = numbers.map(|number| {
                let options = LoadOptions::default();
                let document = load_bytes("a.txt", text(number).as_bytes(), &options).unwrap();
                read_witness_of_words(document, &mut vocabulary)
            });
            let found = shared_passages(&witnesses, &vocabulary);
            let found = judge_passages(&witnesses, found, &Terms::default());
            found[0].compared.as_ref().map(|compared| {
                let links = compared.1.figures.iter().map(|link| link.verdict);
                links.collect::<Vec<_>>()
            })
        };
        assert_eq!(compared(["140", "140"]), None);
        let verdicts = compared(["140", "200"]).unwrap();
        assert!(verdicts.contains(&Verdict::Increased), "{verdicts:?}");
    }

    #[test]
    fn a_passage_that_is_a_name_is_found_where_it_stands() {
        let text = "We thank the Standing Conference on Inland Harbours for its work.";
        let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default());
        let witness = read_witness_of_words(document.unwrap(), &mut Vocabulary::new());
        let at = |words: &str| {
            let start = text.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        assert!(is_name(
            &witness,
            at("Standing Conference on Inland Harbours")
        ));
        assert!(!is_name(&witness, at("for its work")));
    }
}
