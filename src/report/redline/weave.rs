//! Weaves the words of two sides into one row.

use std::ops::Range;

use super::side::{Element, Side};
use super::{Elsewhere, Mark, Run, Words};
use crate::model::{Edit, EditOp, Span};

/// Both sides in one, by the edit script between their tokens. Without a
/// script the tokens are equal if they are as many, and have nothing in common
/// otherwise.
pub(super) fn weave<'a>(old: &Side<'a, '_>, new: &Side<'a, '_>, edits: &[Edit]) -> Vec<Run<'a>> {
    let mut loom = Loom {
        old,
        new,
        threads: Vec::new(),
    };
    if edits.is_empty() {
        loom.step(0..old.len(), 0..new.len(), EditOp::Equal);
    }
    for edit in edits {
        let range = |range: &Range<u32>| range.start as usize..range.end as usize;
        loom.step(range(&edit.before), range(&edit.after), edit.op);
    }
    loom.pair(old.lead(old.len()), new.lead(new.len()));
    loom.finish()
}

/// A stretch as spans of both texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Thread {
    Words {
        mark: Mark,
        before: Span,
        after: Span,
        note: Option<usize>,
        elsewhere: Option<Elsewhere>,
    },
    Break(Mark),
}

struct Loom<'s, 'a> {
    old: &'s Side<'a, 's>,
    new: &'s Side<'a, 's>,
    threads: Vec<Thread>,
}

impl<'a> Loom<'_, 'a> {
    fn step(&mut self, before: Range<usize>, after: Range<usize>, op: EditOp) {
        if op == EditOp::Equal && before.len() == after.len() {
            for (at, to) in before.zip(after) {
                self.pair(self.old.lead(at), self.new.lead(to));
                self.pair(self.old.stretch(at..at + 1), self.new.stretch(to..to + 1));
            }
            return;
        }
        match (before.is_empty(), after.is_empty()) {
            (false, false) => {
                self.pair(self.old.lead(before.start), self.new.lead(after.start));
                self.gone(self.old.stretch(before));
                self.come(self.new.stretch(after));
            }
            (false, true) => {
                self.gone(self.old.lead(before.start));
                self.gone(self.old.stretch(before));
            }
            (true, false) => {
                self.come(self.new.lead(after.start));
                self.come(self.new.stretch(after));
            }
            (true, true) => {}
        }
    }

    /// Elements that correspond one by one, or, where they are of other kinds,
    /// those that went and those that came.
    fn pair(&mut self, old: &[Element], new: &[Element]) {
        let kind = std::mem::discriminant::<Element>;
        if !old.iter().map(kind).eq(new.iter().map(kind)) {
            self.gone(old);
            self.come(new);
            return;
        }
        for (old, new) in old.iter().zip(new) {
            match (span(*old), span(*new)) {
                (Some(before), Some(after)) => self.push(Mark::Same, before, after),
                _ => self.threads.push(Thread::Break(Mark::Same)),
            }
        }
    }

    fn gone(&mut self, elements: &[Element]) {
        for element in elements {
            match span(*element) {
                Some(span) => self.push(Mark::Gone, span, Span::default()),
                None => self.threads.push(Thread::Break(Mark::Gone)),
            }
        }
    }

    fn come(&mut self, elements: &[Element]) {
        for element in elements {
            match span(*element) {
                Some(span) => self.push(Mark::New, Span::default(), span),
                None => self.threads.push(Thread::Break(Mark::New)),
            }
        }
    }

    /// Appends words, to those before them where they go on from there.
    fn push(&mut self, mark: Mark, before: Span, after: Span) {
        let note = match mark {
            Mark::Gone => self.old.note(before),
            Mark::New => self.new.note(after),
            Mark::Same => self.new.note(after).or_else(|| self.old.note(before)),
        };
        let elsewhere = match mark {
            Mark::Gone => self.old.elsewhere(before),
            Mark::New => self.new.elsewhere(after),
            Mark::Same => None,
        };
        let respelled = |before: Span, after: Span| {
            mark == Mark::Same && before.of(self.old.text) != after.of(self.new.text)
        };
        if let Some(Thread::Words {
            mark: last_mark,
            before: last_before,
            after: last_after,
            note: last_note,
            elsewhere: last_elsewhere,
        }) = self.threads.last_mut()
        {
            let goes_on = (*last_mark, *last_note, *last_elsewhere) == (mark, note, elsewhere)
                && (mark == Mark::New || last_before.end == before.start)
                && (mark == Mark::Gone || last_after.end == after.start)
                && respelled(*last_before, *last_after) == respelled(before, after);
            if goes_on {
                last_before.end = before.end;
                last_after.end = after.end;
                return;
            }
        }
        self.threads.push(Thread::Words {
            mark,
            before,
            after,
            note,
            elsewhere,
        });
    }

    fn finish(self) -> Vec<Run<'a>> {
        let (old, new) = (self.old.text, self.new.text);
        let run = |thread: Thread| match thread {
            Thread::Break(mark) => Run::Break(mark),
            Thread::Words {
                mark,
                before,
                after,
                note,
                elsewhere,
            } => Run::Words(Words {
                mark,
                before: before.of(old),
                after: after.of(new),
                note,
                elsewhere,
            }),
        };
        self.threads.into_iter().map(run).collect()
    }
}

fn span(element: Element) -> Option<Span> {
    match element {
        Element::Token(span) | Element::Filler(span) => Some(span),
        Element::Break => None,
    }
}
