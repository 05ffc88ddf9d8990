//! The words of a row in runs that give back both texts to the byte.

use super::labels::Labels;
use super::{Run, Words};
use crate::report::wording::Segment;

/// The runs of some segments of two texts: what goes on in the same way, belongs to the same
/// note and is spelled alike, or not, is one.
pub(super) fn runs<'a>(
    segments: &[Segment],
    [old, new]: [&'a str; 2],
    labels: &Labels,
) -> Vec<Run<'a>> {
    let words = |segment: &Segment| Words {
        mark: segment.mark,
        before: segment.before.of(old),
        after: segment.after.of(new),
        note: labels.note(segment),
        elsewhere: segment.elsewhere,
    };
    let noted: Vec<(&Segment, Words<'_>)> = segments.iter().map(|one| (one, words(one))).collect();
    let goes_on = |one: &(&Segment, Words<'_>), next: &(&Segment, Words<'_>)| {
        one.0.is_followed_by(next.0)
            && one.1.note == next.1.note
            // Words that are spelled in two ways need both texts, those beside them one.
            && one.1.is_respelled() == next.1.is_respelled()
    };
    let run = |run: &[(&Segment, Words<'a>)]| {
        let ((first, words), (last, _)) = (run[0], run[run.len() - 1]);
        // A break stands alone: it goes on with nothing.
        if first.is_break() {
            return Run::Break(first.mark);
        }
        Run::Words(Words {
            before: first.before.to(last.before).of(old),
            after: first.after.to(last.after).of(new),
            ..words
        })
    };
    noted.chunk_by(goes_on).map(run).collect()
}
