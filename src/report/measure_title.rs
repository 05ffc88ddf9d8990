//! What a figure measures, in words for people: one title for one measure,
//! wherever it is shown.

use super::calendar::date_text;
use crate::model::{Figure, FigureKind, Period, Token, Witness};

/// Most characters of a title; a time that has no room is left out.
const LONGEST: usize = 60;

/// The title of a measure that these figures state, the latest last: the
/// author's own words in the latest statement that has them, and the time that
/// all of them cover. Where no stretch of words is sure, the clause of the latest
/// with the number in brackets.
///
/// # Panics
///
/// When there is no figure.
pub(super) fn measure_title(mentions: &[(&Witness, &Figure)]) -> String {
    // A measure is called as the latest statement calls it: *persons deprived of liberty*, once
    // *prisoners*.
    let named = mentions.iter().rev().find_map(|(_, figure)| named(figure));
    let &(witness, last) = mentions.last().expect("a measure has a mention");
    let Some(mut title) = named else {
        return marked_clause(witness, last);
    };
    if let Some(period) = shared_period(mentions) {
        let words = period_words(period);
        // A time that is cut would be another time.
        if title.chars().count() + words.chars().count() <= LONGEST {
            title.push_str(&words);
        }
    }
    title
}

/// The words that name what a figure measures, where they are sure.
fn named(figure: &Figure) -> Option<String> {
    if figure.title.is_some() {
        return figure.title.clone();
    }
    let counted = figure
        .unit
        .as_deref()
        // *Tents* of *40 tents* names the measure, *euros* of *40 euros* does not.
        .filter(|_| figure.kind == FigureKind::Quantity);
    let subject = figure.subject.as_deref().or(counted);
    match (subject, figure.predicate.as_deref()) {
        // *Houses* and *damaged* make *houses damaged*; *damaged houses* needs no *damaged* behind
        // it.
        (Some(subject), Some(predicate)) if !subject.contains(predicate) => {
            Some(format!("{subject} {predicate}"))
        }
        (subject, predicate) => subject.or(predicate).map(str::to_owned),
    }
}

/// The time that all figures cover; `None` where each has its own.
pub(super) fn shared_period<'a>(mentions: &[(&'a Witness, &'a Figure)]) -> Option<&'a Period> {
    let mut periods = mentions
        .iter()
        .map(|(_, figure)| figure.period.as_ref().filter(|_| figure.kind.is_amount()));
    let first = periods.next()??;
    // *Since 2020* stands in the title only where each cell counts from then.
    periods.all(|period| period == Some(first)).then_some(first)
}

/// The clause around a figure, its number in brackets: *it was approved by [12]
/// last week*.
fn marked_clause(witness: &Witness, figure: &Figure) -> String {
    let text = &witness.document.text;
    let segmented = &witness.segmented;
    let sentence = segmented.sentence(figure.paragraph as usize, figure.sentence);
    let tokens = &segmented.tokens[sentence];
    let first = tokens.partition_point(|token| token.span.end <= figure.span.start);
    let last = tokens.partition_point(|token| token.span.start < figure.span.end);
    let mut clause = format!("[{}]", one_line(figure.span.of(text)));
    let mut before = first;
    let mut after = last;
    let mut edges = figure.span;
    loop {
        // By turns a word from each side, so that the number stands in the middle of what fits.
        let left = before.checked_sub(1).map(|at| tokens[at]);
        let left = left.filter(|token| !ends_clause(text, token));
        let right = tokens.get(after).filter(|token| !ends_clause(text, token));
        if left.is_none() && right.is_none() {
            return clause;
        }
        if let Some(token) = left {
            let gap = blank(text, token.span.end, edges.start);
            let longer = format!("{}{gap}{clause}", token.span.of(text));
            if longer.chars().count() > LONGEST {
                return clause;
            }
            (clause, before, edges.start) = (longer, before - 1, token.span.start);
        }
        if let Some(token) = right {
            let gap = blank(text, edges.end, token.span.start);
            let longer = format!("{clause}{gap}{}", token.span.of(text));
            if longer.chars().count() > LONGEST {
                return clause;
            }
            (clause, after, edges.end) = (longer, after + 1, token.span.end);
        }
    }
}

/// A blank where the text has one between two bytes: some scripts write none.
fn blank(text: &str, from: u32, to: u32) -> &'static str {
    let between = text.get(from as usize..to.max(from) as usize);
    if between.is_none_or(|between| between.contains(char::is_whitespace)) {
        " "
    } else {
        ""
    }
}

/// Whether a mark ends a clause.
fn ends_clause(text: &str, token: &Token) -> bool {
    matches!(
        token.span.of(text),
        "," | ";"
            | ":"
            | "."
            | "!"
            | "?"
            | "("
            | ")"
            | "–"
            | "—"
            | "|"
            | "\t"
            | "、"
            | "，"
            | "。"
            | "；"
            | "："
    )
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A period as it follows a title: *, since 10 November 2020*.
pub(super) fn period_words(period: &Period) -> String {
    let mut words = String::new();
    let parts = [
        ("since", &period.since),
        ("until", &period.until),
        ("in", &period.during),
    ];
    for (word, part) in parts {
        let Some(part) = part else { continue };
        let date = date_text(part);
        let word = if word == "in" && is_day(part) {
            "on"
        } else {
            word
        };
        // *In last year* is no English: the day of speaking sets the time.
        let is_set = word == "in"
            && ["this ", "last ", "the same "]
                .iter()
                .any(|set| date.starts_with(set));
        words.push_str(", ");
        if !is_set {
            words.push_str(word);
            words.push(' ');
        }
        words.push_str(&date);
    }
    if let Some(over) = &period.over {
        words.extend([", over ", &duration_words(over)]);
    }
    words
}

/// Whether a date of EDTF is one day.
fn is_day(date: &str) -> bool {
    date.split('-').count() == 3 && !date.contains('/')
}

/// *20 years* for `P20Y` (ISO 8601-1).
fn duration_words(duration: &str) -> String {
    const UNITS: [(char, &str); 4] = [('Y', "year"), ('M', "month"), ('W', "week"), ('D', "day")];
    let reported = UNITS.iter().find_map(|(mark, unit)| {
        let count = duration.strip_prefix('P')?.strip_suffix(*mark)?;
        let plural = if count == "1" { "" } else { "s" };
        Some(format!("{count} {unit}{plural}"))
    });
    reported.unwrap_or_else(|| duration.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_of_time_is_told_in_words() {
        let over = |over: &str| {
            period_words(&Period {
                over: Some(over.to_owned()),
                ..Period::default()
            })
        };
        assert_eq!(over("P20Y"), ", over 20 years");
        assert_eq!(over("P1M"), ", over 1 month");
        assert_eq!(over("P2DT3H"), ", over P2DT3H");
    }

    #[test]
    fn a_time_that_the_day_of_speaking_sets_needs_no_preposition() {
        let during = |during: &str| {
            period_words(&Period {
                during: Some(during.to_owned()),
                ..Period::default()
            })
        };
        assert_eq!(during("2021-06"), ", in June 2021");
        assert_eq!(during("2021-06-02"), ", on 2 June 2021");
        assert_eq!(during("this year"), ", this year");
    }

    #[test]
    fn marks_end_a_clause_and_words_do_not() {
        let text = "wells, 土地。 a%";
        let key = crate::model::Vocabulary::new().intern("a", crate::model::TokenClass::Word);
        let ends = |start: usize, end: usize| {
            let span = crate::model::Span::new(start, end);
            ends_clause(text, &Token { span, key })
        };
        assert!(ends(5, 6) && ends(13, 16));
        assert!(!ends(0, 5) && !ends(18, 19));
    }
}
