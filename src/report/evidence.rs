//! Why each figure was read as it was: the words that gave its parts.

use super::address::Addresses;
use super::figure::FigureRecord;
use super::notice::NoticeRecord;
use crate::model::{Document, Figure, Span, Witness};

/// The figures of a document with the words that gave them, and the numbers
/// that were seen and not taken.
#[derive(Debug, Clone)]
pub struct Evidence<'a> {
    /// In reading order.
    pub figures: Vec<FigureEvidence<'a>>,
    /// Each with the reason.
    pub unread: Vec<NoticeRecord<'a>>,
}

/// A figure with the words that gave its parts.
#[derive(Debug, Clone)]
pub struct FigureEvidence<'a> {
    /// The author's words.
    pub raw: &'a str,
    /// What is read from them: the kind of number.
    pub kind: &'static str,
    /// In a fixed order; parts that were not read are left out.
    pub parts: Vec<Part<'a>>,
}

/// One part of a figure.
#[derive(Debug, Clone)]
pub struct Part<'a> {
    /// *value*, *bound*, *unit*, *subject*, *predicate*, *scope*, *period*.
    pub name: &'static str,
    /// The author's words, wherever they stand in the paragraph or before it.
    pub words: &'a str,
    /// What is read from them.
    pub meaning: String,
}

impl<'a> Evidence<'a> {
    /// Explains the figures of `witness`, whose records are `records`.
    #[must_use]
    pub fn new(witness: &'a Witness, records: &[FigureRecord<'a>]) -> Self {
        let document = &witness.document;
        let addresses = Addresses::new(document);
        let unread = witness
            .notices
            .iter()
            .filter(|notice| notice.code.is_unread());
        Self {
            figures: witness
                .figures
                .iter()
                .zip(records)
                .map(|(figure, record)| explain(document, figure, record))
                .collect(),
            unread: unread
                .map(|notice| NoticeRecord::new(document, &addresses, notice))
                .collect(),
        }
    }
}

fn explain<'a>(
    document: &'a Document,
    figure: &Figure,
    record: &FigureRecord<'a>,
) -> FigureEvidence<'a> {
    let part = |name, span: Option<Span>, meaning: Option<String>| {
        Some(Part {
            name,
            words: span?.of(&document.text),
            meaning: meaning?,
        })
    };
    let trail = figure.trail;
    let bound = if figure.approximate {
        format!("{}, approximate", figure.bound.name())
    } else {
        figure.bound.name().to_owned()
    };
    let parts = [
        part("value", Some(figure.numeral), Some(value(figure))),
        part("bound", figure.hedge, Some(bound)),
        part("unit", trail.unit, figure.unit.clone()),
        part("subject", trail.subject, figure.subject.clone()),
        part("predicate", trail.predicate, figure.predicate.clone()),
        part("scope", trail.scope, figure.scope.clone()),
        part("period", trail.period, period(figure)),
    ];
    FigureEvidence {
        raw: figure.span.of(&document.text),
        kind: record.kind,
        parts: parts.into_iter().flatten().collect(),
    }
}

/// The number or label, with what the words allow of it.
fn value(figure: &Figure) -> String {
    let end =
        |end: Option<rust_decimal::Decimal>| end.map_or("…".to_owned(), |end| end.to_string());
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
    let told = parts
        .into_iter()
        .filter_map(|(word, time)| Some(format!("{word} {}", time.as_ref()?)));
    Some(told.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::witness;
    use crate::load::{LoadOptions, load_bytes};
    use crate::model::Vocabulary;
    use crate::report::FigureRecords;

    #[test]
    fn each_part_is_told_with_the_words_that_gave_it() {
        let text = "Since the truce, more than 60 people were killed in the northern region.";
        let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default()).unwrap();
        let witness = witness(document, &mut Vocabulary::new());
        let records: Vec<FigureRecord<'_>> = FigureRecords::new(&witness).records().collect();
        let evidence = Evidence::new(&witness, &records);
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
