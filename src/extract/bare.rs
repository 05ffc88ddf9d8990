//! Marks numbers of which nothing says what they measure.
//!
//! Such a number may be a label, a mark or part of a name that no rule knows. It
//! stays a figure, but is no news by itself.

use super::passage::Passage;
use super::reader::PendingFigure;
use super::sense::Sense;
use super::verb::is_verb;
use crate::language::grammar::Grammar;
use crate::model::{Change, ChangeMode, Figure, FigureKind, Measured};

/// Sets [`Figure::bare`] on the figures of a sentence, which is read to the end.
pub(super) fn mark_bare(passage: Passage, pending_figures: &mut [PendingFigure]) {
    let mut before = None;
    for pending in pending_figures {
        let measured = is_acted_on(passage, pending) || is_end(passage, before, pending);
        // A word of a language without tables: 3,400個.
        let counted = passage.is_ideograph(pending.tokens.end);
        pending.figure.bare = measures_nothing(&pending.figure) && !measured && !counted;
        before = pending.figure.change;
    }
}

/// Whether a number is where the change before it leads: *fell from 1,204 to 980*.
fn is_end(passage: Passage, before: Option<Change>, pending: &PendingFigure) -> bool {
    let leads = [Grammar::To, Grammar::Toward]
        .iter()
        .any(|&word| passage.grammar_before(pending.tokens.start, word).is_some());
    leads && before.is_some_and(|change| change.mode == ChangeMode::FromTo)
}

/// Whether no part of a figure says what its number is of.
fn measures_nothing(figure: &Figure) -> bool {
    let words = figure.unit.is_some() || figure.subject.is_some() || figure.hedge.is_some();
    let said = figure.change.is_some() || figure.role.is_some();
    let parsed = figure.measured != Measured::default();
    figure.kind == FigureKind::Quantity && !words && !said && !parsed
}

/// Whether a verb has the number for its object or its subject: *destroyed 12*, *45 were
/// killed*.
fn is_acted_on(passage: Passage, pending: &PendingFigure) -> bool {
    let before = pending.tokens.start.checked_sub(1);
    let object = before.is_some_and(|verb| is_verb(passage, verb));
    let subject = passage.has(pending.tokens.end, Sense::Auxiliary);
    pending.figure.predicate.is_some() && (object || subject)
}

#[cfg(test)]
mod tests {
    use crate::extract::tests::extraction_in;
    use crate::model::Language;

    #[test]
    fn a_number_is_bare_where_nothing_says_what_it_measures() {
        let cases = [
            ("Veld: 4 in goal and well.", true),
            ("The score was 12 and rising.", true),
            ("We destroyed 12 in the north.", false),
            ("In the north 45 were killed.", false),
            ("It rose to 12.", false),
            ("12 to 24 followed.", true),
            ("We lost about 12.", false),
            ("A drop of 224 followed.", false),
            ("We lost 12 mines.", false),
        ];
        for (text, bare) in cases {
            let figure = extraction_in(Language::English, text).figures.remove(0);
            assert_eq!(figure.bare, bare, "{text}");
        }
    }
}
