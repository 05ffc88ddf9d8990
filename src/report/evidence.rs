//! Why each figure was read as it was: the words that gave its parts, and the
//! rule that took or refused the number.

use super::figure::FigureRecord;
use crate::model::{Decision, Document, Figure, FigureKind, Outcome, Span, Tree, Witness};

/// The figures of a document with the words that gave them, and the numbers
/// that were seen and not taken.
#[derive(Debug, Clone)]
pub struct Evidence<'a> {
    /// In reading order.
    pub figures: Vec<FigureEvidence<'a>>,
    /// Numbers that are no figures.
    pub refused: Vec<RefusedNumber<'a>>,
}

/// A number that is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RefusedNumber<'a> {
    /// The author's words.
    pub raw: &'a str,
    /// The rule that refused it: what it is instead.
    pub rule: &'static str,
}

/// A figure with the words that gave its parts.
#[derive(Debug, Clone)]
pub struct FigureEvidence<'a> {
    /// The author's words.
    pub raw: &'a str,
    /// What is read from them: the kind of number.
    pub kind: FigureKind,
    /// The rule that took the number.
    pub rule: &'static str,
    /// In a fixed order; parts that were not read are left out.
    pub parts: Vec<FigurePart<'a>>,
    /// The tree of its sentence; empty for a sentence that was not parsed, and for
    /// the second and later figures of one.
    pub tree: Vec<TreeLine<'a>>,
}

/// One word of a parsed sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreeLine<'a> {
    /// As written.
    pub word: &'a str,
    /// Universal part of speech: `NOUN`.
    pub part: &'static str,
    /// Universal relation: `nsubj`.
    pub relation: &'static str,
    /// The word that it depends on; `None` for the root.
    pub head: Option<&'a str>,
}

/// One part of a figure.
#[derive(Debug, Clone)]
pub struct FigurePart<'a> {
    /// *value*, *bound*, *unit*, *subject*, *predicate*, *scope*, *period*.
    pub name: &'static str,
    /// The author's words, wherever they stand in the paragraph or before it.
    pub words: &'a str,
    /// What is read from them.
    pub meaning: String,
}

impl<'a> Evidence<'a> {
    /// Explains the figures of `witness`, whose records are `records` and on whose
    /// numbers the rules decided as `decisions` say; `trees` has the tree of the
    /// sentence of each figure.
    #[must_use]
    pub fn new(
        witness: &'a Witness,
        records: &[FigureRecord<'a>],
        decisions: &[Decision],
        trees: &[Option<Tree>],
    ) -> Self {
        let document = &witness.document;
        let of = |outcome| move |decision: &&Decision| decision.outcome == outcome;
        let rule = |figure: &Figure| {
            let mut taken = decisions.iter().filter(of(Outcome::Taken));
            // By the numeral: the span of a figure takes in its unit and its bound too.
            let own = taken.find(|decision| decision.span == figure.numeral);
            own.map_or("", |decision| decision.rule)
        };
        let figures = witness.figures.iter().zip(records);
        let refused = decisions.iter().filter(of(Outcome::Refused));
        Self {
            figures: figures
                .enumerate()
                .map(|(at, (figure, record))| FigureEvidence {
                    tree: first_tree(witness, trees, at),
                    ..explain(document, figure, record, rule(figure))
                })
                .collect(),
            refused: refused
                .map(|decision| RefusedNumber {
                    raw: decision.span.of(&document.text),
                    rule: decision.rule,
                })
                .collect(),
        }
    }
}

fn explain<'a>(
    document: &'a Document,
    figure: &Figure,
    record: &FigureRecord<'a>,
    rule: &'static str,
) -> FigureEvidence<'a> {
    let part = |name, span: Option<Span>, meaning: Option<String>| {
        Some(FigurePart {
            name,
            words: span?.of(&document.text),
            meaning: meaning?,
        })
    };
    let spans = figure.spans;
    let bound = if figure.approximate {
        format!("{}, approximate", figure.bound.name())
    } else {
        figure.bound.name().to_owned()
    };
    let parts = [
        part("value", Some(figure.numeral), Some(value(figure))),
        part("bound", figure.hedge, Some(bound)),
        part("unit", spans.unit, figure.unit.clone()),
        part("subject", spans.subject, figure.subject.clone()),
        part("predicate", spans.predicate, figure.predicate.clone()),
        part("scope", spans.scope, figure.scope.clone()),
        part("period", spans.period, period(figure)),
    ];
    FigureEvidence {
        raw: figure.span.of(&document.text),
        kind: record.kind,
        rule,
        parts: parts.into_iter().flatten().collect(),
        tree: Vec::new(),
    }
}

/// The tree of the sentence of figure `at`, where it is the first of its sentence.
fn first_tree<'a>(witness: &'a Witness, trees: &[Option<Tree>], at: usize) -> Vec<TreeLine<'a>> {
    let sentence = |at: usize| {
        let figure = &witness.figures[at];
        (figure.paragraph, figure.sentence)
    };
    // A sentence with five figures is drawn once.
    let is_first = at == 0 || sentence(at - 1) != sentence(at);
    let tree = trees.get(at).and_then(Option::as_ref).filter(|_| is_first);
    let Some(tree) = tree else { return Vec::new() };
    let word = |at: usize| tree.words[at].span.of(&witness.document.text);
    let line = |at: usize| TreeLine {
        word: word(at),
        part: tree.words[at].part.name(),
        relation: tree.words[at].relation.name(),
        head: tree.head(at).map(word),
    };
    (0..tree.words.len()).map(line).collect()
}

/// The number or label, with what the words allow of it.
fn value(figure: &Figure) -> String {
    let end =
        |end: Option<rust_decimal::Decimal>| end.map_or("…".to_owned(), |end| end.to_string());
    // A date has no value: it is asked before numbers are.
    if let Some(date) = figure.resolved.as_ref().or(figure.date.as_ref()) {
        return date.clone();
    }
    if let Some((part, whole)) = figure.ratio {
        return format!("{part} of {whole}");
    }
    match figure.value {
        Some(value) if figure.low == Some(value) && figure.high == Some(value) => value.to_string(),
        Some(value) => format!("{value}, {} to {}", end(figure.low), end(figure.high)),
        None if figure.kind.is_amount() => {
            format!("{} to {}", end(figure.low), end(figure.high))
        }
        None => end(figure.ordinal),
    }
}

fn period(figure: &Figure) -> Option<String> {
    let period = figure.period.as_ref()?;
    let parts = [
        ("since", &period.since),
        ("until", &period.until),
        ("in", &period.during),
        ("over", &period.over),
    ];
    let reported = parts
        .into_iter()
        .filter_map(|(word, time)| Some(format!("{word} {}", time.as_ref()?)));
    Some(reported.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::read_witness;
    use crate::load::{LoadOptions, load_bytes};
    use crate::model::Vocabulary;
    use crate::report::FigureRecords;

    fn decisions(witness: &Witness) -> Vec<Decision> {
        crate::extract::extract(&witness.document, &witness.segmented).decisions
    }

    #[test]
    fn each_number_is_told_with_the_rule_that_took_or_refused_it() {
        let text = "At 10:30 we cleared 40 mines under Article 7, and the one that was left.";
        let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default()).unwrap();
        let witness = read_witness(document, &mut Vocabulary::new());
        let records: Vec<FigureRecord<'_>> = FigureRecords::new(&witness).records().collect();
        let evidence = Evidence::new(&witness, &records, &decisions(&witness), &[]);
        let rules: Vec<&str> = evidence.figures.iter().map(|figure| figure.rule).collect();
        assert_eq!(rules, ["an amount", "a label and its number"]);
        let refused: Vec<_> = evidence
            .refused
            .iter()
            .map(|one| (one.raw, one.rule))
            .collect();
        let expected = [("10:30", "a time of day"), ("one", "one without a noun")];
        assert_eq!(refused, expected);
    }

    #[test]
    fn each_part_is_told_with_the_words_that_gave_it() {
        let text = "Since the truce, more than 60 people were killed in the northern region.";
        let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default()).unwrap();
        let witness = read_witness(document, &mut Vocabulary::new());
        let records: Vec<FigureRecord<'_>> = FigureRecords::new(&witness).records().collect();
        let evidence = Evidence::new(&witness, &records, &decisions(&witness), &[]);
        let parts: Vec<(&str, &str)> = evidence.figures[0]
            .parts
            .iter()
            .map(|part| (part.name, part.words))
            .collect();
        let expected = [
            ("value", "60"),
            ("bound", "more than"),
            ("unit", "people"),
            ("subject", "people"),
            ("predicate", "killed"),
            ("scope", "northern region"),
            ("period", "Since the truce"),
        ];
        assert_eq!(parts, expected);
    }
}
