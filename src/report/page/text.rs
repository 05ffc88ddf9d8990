//! Both texts as one, with the unchanged stretches apart.

use std::ops::Range;

use serde::Serialize;

use super::anchor::Places;
use crate::model::{Comparison, Relation};
use crate::report::letters::changed_letters;
use crate::report::redline::{Redline, RedlineRow, RowKind, Run, Words};
use crate::report::wording::Mark;

/// Rows that are shown or folded together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Block<'a> {
    /// Whether the rows are unchanged and can be folded away.
    pub folded: bool,
    /// *5 paragraphs unchanged*.
    pub label: String,
    /// One row if it changed.
    pub rows: Vec<TextRow<'a>>,
}

/// Paragraphs that stand in one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TextRow<'a> {
    /// To link to.
    pub anchor: String,
    /// How they came to stand there.
    pub kind: RowKind,
    /// What became of the paragraphs.
    pub relation: Relation,
    /// *¶8*; null where the text before has nothing here.
    pub before: Option<String>,
    /// *¶9*; null where the text after has nothing here.
    pub after: Option<String>,
    /// Whether it is a heading.
    pub heading: bool,
    /// The words.
    pub runs: Vec<TextRun<'a>>,
    /// Where moved paragraphs stand in the other text.
    pub counterpart: Option<Counterpart>,
    /// Bytes in all, and those that went or came.
    #[serde(skip)]
    pub weight: (usize, usize),
}

/// Where moved words stand in the other text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Counterpart {
    /// Its anchor.
    pub anchor: String,
    /// *¶15*.
    pub place: String,
}

/// Words of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TextRun<'a> {
    /// What became of them.
    pub mark: Mark,
    /// Whether it is white space alone, which is not marked.
    pub blank: bool,
    /// Whether it is the end of a paragraph instead of words.
    pub breaks: bool,
    /// As the text before has them.
    pub before: &'a str,
    /// As the text after has them.
    pub after: &'a str,
    /// The anchor of the change whose figure they belong to.
    pub change: Option<String>,
    /// The word in three parts, of which the middle one differs from the word
    /// beside it which stands for it.
    pub letters: Option<[&'a str; 3]>,
    /// Where they stand in the other text, if their sentence moved.
    pub counterpart: Option<Counterpart>,
    /// Whether that is to be told here.
    pub shown_here: bool,
}

/// What the rows of a text are made from.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextInput<'s, 'a> {
    pub(super) redline: &'s Redline<'a>,
    pub(super) comparison: &'a Comparison,
    /// The anchors of the changes.
    pub(super) ids: &'s [String],
    pub(super) places: &'s Places,
}

/// Both texts as blocks.
pub(super) fn blocks<'a>(input: TextInput<'_, 'a>) -> Vec<Block<'a>> {
    let mut blocks: Vec<Block<'a>> = Vec::new();
    for (at, row) in input.redline.rows.iter().enumerate() {
        let folded = row.kind == RowKind::Kept;
        let row = text_row(input, at, row);
        match blocks.last_mut() {
            Some(last) if folded && last.folded => last.rows.push(row),
            _ => blocks.push(Block {
                folded,
                label: String::new(),
                rows: vec![row],
            }),
        }
    }
    for block in &mut blocks {
        block.label = match block.rows.len() {
            1 => "1 paragraph unchanged".to_owned(),
            count => format!("{count} paragraphs unchanged"),
        };
    }
    blocks
}

fn text_row<'a>(input: TextInput<'_, 'a>, at: usize, row: &RedlineRow<'a>) -> TextRow<'a> {
    let mut runs: Vec<TextRun<'a>> = row.runs.iter().map(|run| text_run(*run, input)).collect();
    mark_letters(&mut runs);
    TextRow {
        anchor: input.places.rows[at].clone(),
        kind: row.kind,
        relation: input.comparison.alignment.links[row.link].relation,
        before: numbers(&row.before),
        after: numbers(&row.after),
        heading: row.heading,
        counterpart: counterpart(input, row),
        weight: weight(&runs),
        runs,
    }
}

/// *¶4 ¶5*.
fn numbers(paragraphs: &[u32]) -> Option<String> {
    let each: Vec<String> = paragraphs.iter().map(|at| format!("¶{}", at + 1)).collect();
    (!each.is_empty()).then(|| each.join(" "))
}

fn text_run<'a>(run: Run<'a>, input: TextInput<'_, '_>) -> TextRun<'a> {
    let (breaks, words) = match run {
        Run::Break(mark) => (true, Words::none(mark)),
        Run::Words(words) => (false, words),
    };
    let Words {
        mark,
        before,
        after,
        note,
        elsewhere,
    } = words;
    let counterpart = elsewhere.map(|elsewhere| Counterpart {
        // What came stands elsewhere in the text before, what went in the text after.
        anchor: match mark {
            Mark::Inserted => input.places.of_before(elsewhere.paragraph),
            _ => input.places.of_after(elsewhere.paragraph),
        },
        place: format!("¶{}", elsewhere.paragraph + 1),
    });
    // A blank that came with a word is not underlined on its own.
    let blank = !breaks && before.trim().is_empty() && after.trim().is_empty();
    TextRun {
        blank,
        mark,
        breaks,
        before,
        after,
        change: note.and_then(|at| input.ids.get(at).cloned()),
        letters: None,
        counterpart,
        shown_here: elsewhere.is_some_and(|elsewhere| elsewhere.shown_here),
    }
}

/// Has the letters told that differ where one word stands for another.
fn mark_letters(runs: &mut [TextRun<'_>]) {
    for at in 1..runs.len() {
        let (before, after) = runs.split_at_mut(at);
        // Only neighbours: what stands between two words parts them.
        let (old, new) = (&mut before[at - 1], &mut after[0]);
        if (old.mark, new.mark) == (Mark::Deleted, Mark::Inserted)
            && let Some([before, after]) = changed_letters(old.before, new.after)
        {
            old.letters = Some(around(old.before, before));
            new.letters = Some(around(new.after, after));
        }
    }
}

/// A word in what stands before some of its letters, those, and the rest.
fn around(word: &str, letters: Range<usize>) -> [&str; 3] {
    [
        &word[..letters.start],
        &word[letters.clone()],
        &word[letters.end..],
    ]
}

/// Where the other end of a move stands.
fn counterpart(input: TextInput<'_, '_>, row: &RedlineRow<'_>) -> Option<Counterpart> {
    let link = &input.comparison.alignment.links[row.link];
    match row.kind {
        RowKind::MovedFrom => link.after.first().map(|&at| Counterpart {
            anchor: input.places.of_after(at),
            place: format!("¶{}", at + 1),
        }),
        RowKind::MovedTo => link.before.first().map(|&at| Counterpart {
            anchor: input.places.of_before(at),
            place: format!("¶{}", at + 1),
        }),
        _ => None,
    }
}

fn weight(runs: &[TextRun<'_>]) -> (usize, usize) {
    let mut weight = (0, 0);
    for run in runs {
        // The longer side is what takes room on the page.
        let letters = run.before.len().max(run.after.len());
        weight.0 += letters;
        if run.mark != Mark::Same {
            weight.1 += letters;
        }
    }
    weight
}
