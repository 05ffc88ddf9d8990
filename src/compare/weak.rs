//! Weak links: paragraphs of several sentences that are hardly alike and share none.
//!
//! Half of them are of two subjects, so their words are not woven together: what stood
//! before is told as gone and what stands after as new.

use std::ops::Range;

use crate::model::{Edit, EditOp, Link, Relation, Witness};

/// Least words of a sentence that counts as shared: shorter ones are forms of address and
/// thanks.
const MIN_WORDS: usize = 6;

/// Makes the edits of each weak link one: all of its words are replaced.
pub(super) fn unweave(links: &mut [Link], [before, after]: [&Witness; 2]) {
    for link in links {
        let is_pair = matches!(link.relation, Relation::Edited | Relation::Moved);
        let Some(last) = link.edits.last() else {
            continue;
        };
        let whole = Edit {
            op: EditOp::Replace,
            before: 0..last.before.end,
            after: 0..last.after.end,
        };
        if is_pair
            && !link.is_firm()
            // One sentence against one sentence: what was put for what can be seen in any case.
            && !is_sentence(&link.before, before)
            && !is_sentence(&link.after, after)
            && !shares_sentence(link, before)
        {
            link.edits = vec![whole];
        }
    }
}

/// Whether paragraphs are one sentence, whose words tell what was changed in it.
fn is_sentence(paragraphs: &[u32], witness: &Witness) -> bool {
    let sentences = |&at: &u32| witness.segmented.paragraph_sentences(at as usize).len();
    paragraphs.iter().map(sentences).sum::<usize>() == 1
}

/// Whether a sentence stayed for the most part, or is too short to tell.
fn shares_sentence(link: &Link, before: &Witness) -> bool {
    let mut passed = 0;
    let mut sentences = Vec::new();
    for &paragraph in &link.before {
        for sentence in before.segmented.paragraph_sentences(paragraph as usize) {
            sentences.push(passed..passed + sentence.len());
            passed += sentence.len();
        }
    }
    let is_shared = |sentence: &Range<usize>| {
        // *I thank you, Mr President* in both says nothing of the subject of either.
        sentence.len() >= MIN_WORDS && 2 * kept(sentence, &link.edits) >= sentence.len()
    };
    // A paragraph of a few words has no sentence that could count: nothing can be said against it.
    passed < MIN_WORDS || sentences.iter().any(is_shared)
}

/// How many of some tokens stayed.
fn kept(tokens: &Range<usize>, edits: &[Edit]) -> usize {
    let stayed = edits.iter().filter(|edit| edit.op == EditOp::Equal);
    stayed
        .map(|edit| {
            let start = tokens.start.max(edit.before.start as usize);
            let end = tokens.end.min(edit.before.end as usize);
            end.saturating_sub(start)
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use crate::align::AlignOptions;
    use crate::compare::{compare, read_witness};
    use crate::load::{LoadOptions, load_bytes};
    use crate::model::{EditOp, Vocabulary};

    const THANKS: &str = "We thank the Chair and all who helped her.";

    /// Likeness of the first link of two texts of two paragraphs, and what was done to its
    /// words.
    fn edits(before: &str, after: &str) -> (f64, Vec<EditOp>) {
        let mut vocabulary = Vocabulary::new();
        let [old, new] = [before, after].map(|text| {
            let text = format!("{text}\n\n{THANKS}");
            let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default());
            read_witness(document.unwrap(), &mut vocabulary)
        });
        let comparison = compare(&old, &new, &vocabulary, &AlignOptions::default());
        let links = &comparison.alignment.links;
        let link = links
            .iter()
            .find(|link| link.before == [0] && link.after == [0]);
        let link = link.expect("both are linked");
        let edits = link.edits.iter().map(|edit| edit.op).collect();
        (link.similarity, edits)
    }

    const HARBOURS: &str = "Lakeland, long helped by the League and its fund for the coast, \
        works today on better harbours and cold stores, so that each village can sell its fish. This needs time.";
    const STORMS: &str = "Over the past winter Lakeland and its coast were shaken by storms \
        that no village could foresee. Bread has become so dear that many go without.";

    #[test]
    fn what_is_hardly_alike_is_replaced_as_a_whole() {
        let (similarity, edits) = edits(HARBOURS, STORMS);
        assert!(similarity < 0.4, "{similarity}");
        assert_eq!(edits, [EditOp::Replace]);
    }

    #[test]
    fn one_sentence_is_compared_word_by_word() {
        let first = |text: &'static str| text.split_inclusive('.').next().unwrap();
        for sides in [(first(HARBOURS), STORMS), (HARBOURS, first(STORMS))] {
            let (similarity, edits) = edits(sides.0, sides.1);
            assert!(similarity < 0.4, "{similarity}");
            assert_ne!(edits, [EditOp::Replace]);
        }
    }

    #[test]
    fn a_shared_sentence_is_kept() {
        let shared = "Peace needs open doors now.";
        let (similarity, edits) = edits(
            &format!("{shared} {HARBOURS}"),
            &format!(
                "{shared} {STORMS} Nobody has sent help, seed or oil from any side \
                in all those months, though most knew how things stood with our people: not a single boat, sack, lamp, tool or coin came ashore."
            ),
        );
        assert!(similarity < 0.4, "{similarity}");
        assert_eq!(edits[0], EditOp::Equal);
    }

    #[test]
    fn a_few_words_are_compared_one_by_one() {
        let (similarity, edits) = edits("Found mines: 24", "Found, in all, shells: 31");
        assert!(similarity < 0.4, "{similarity}");
        assert_eq!(edits[0], EditOp::Equal);
    }
}
