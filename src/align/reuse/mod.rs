//! Finds passages that two statements share, word for word or nearly.
//!
//! Input: any number of witnesses. Output: stretches of words for each pair of them. The
//! cost grows with the words and with what is shared, never with the pairs: pairs come from
//! fingerprints that both have, and one that very many have leads to none.

mod block;
mod fingerprint;
mod index;

use hashbrown::HashMap;

use crate::model::{ReuseKind, SharedPassage, Vocabulary, Witness};
use crate::parallel::in_parts;

use super::text::narrow;
use block::{Stretch, stretches};
use fingerprint::{Words, word_hashes};
use index::Index;

/// Least number of words, in order, that two statements have of a passage that is told.
const MIN_WORDS: u32 = 12;

/// The passages that two of the witnesses share, by the later witness, then by the earlier
/// and in the order of its text; each as [`ReuseKind::Copied`], and not compared yet.
#[must_use]
pub fn shared_passages(witnesses: &[Witness], vocabulary: &Vocabulary) -> Vec<SharedPassage> {
    let hashes = word_hashes(vocabulary);
    let bytes = |at: usize| witnesses[at].document.text.len();
    let texts = in_parts(witnesses.len(), bytes, |part| -> Vec<Words> {
        let words = part.map(|at| Words::new(&witnesses[at], vocabulary, &hashes));
        words.collect()
    });
    let texts: Vec<Words> = texts.into_iter().flatten().collect();
    let index = Index::new(&texts, &speakers(witnesses));
    let found = in_parts(witnesses.len(), bytes, |part| -> Vec<SharedPassage> {
        part.flat_map(|after| of_witness(&texts, &index, after))
            .collect()
    });
    found.into_iter().flatten().collect()
}

/// The fingerprints of a witness, in the order of its text: the hash of each, the same in
/// every run and for every vocabulary, and the index of its first token.
#[must_use]
pub fn fingerprints(witness: &Witness, vocabulary: &Vocabulary) -> Vec<(u64, u32)> {
    let words = Words::new(witness, vocabulary, &word_hashes(vocabulary));
    let picked = words.fingerprints().into_iter();
    picked
        .map(|one| (one.hash, words.tokens[one.at as usize]))
        .collect()
}

/// A number for each delegation, by witness; one without a delegation has its own.
fn speakers(witnesses: &[Witness]) -> Vec<u32> {
    let mut known: HashMap<&str, u32> = HashMap::new();
    let mut numbers = Vec::with_capacity(witnesses.len());
    for (at, witness) in witnesses.iter().enumerate() {
        let at = narrow(at);
        let name = witness.document.metadata.delegation.as_ref();
        numbers.push(match name {
            Some(name) => *known.entry(&name.value).or_insert(at),
            // Files without a delegation may be of one or of many: each counts for itself.
            None => at,
        });
    }
    numbers
}

/// What a witness shares with those before it.
fn of_witness(texts: &[Words], index: &Index, after: usize) -> Vec<SharedPassage> {
    let mut found = Vec::new();
    for (before, seeds) in index.seeds(after) {
        let stretches = stretches(&texts[before], &texts[after], &seeds);
        // *I thank you for giving me the floor* is nobody’s: twelve words in order seldom are.
        let long = stretches.into_iter().filter(|one| one.same >= MIN_WORDS);
        found.extend(long.map(|one| passage(texts, index, [before, after], &one)));
    }
    found
}

fn passage(
    texts: &[Words],
    index: &Index,
    witnesses: [usize; 2],
    stretch: &Stretch,
) -> SharedPassage {
    let [before, after] = witnesses.map(|at| &texts[at].tokens);
    let tokens = |tokens: &[u32], (first, end): (u32, u32)| {
        tokens[first as usize]..tokens[end as usize - 1] + 1
    };
    SharedPassage {
        witnesses,
        tokens: [tokens(before, stretch.before), tokens(after, stretch.after)],
        words: stretch.same,
        similarity: stretch.share(),
        speakers: index.speakers(witnesses[1], &(stretch.after.0..stretch.after.1)),
        kind: ReuseKind::Copied,
        compared: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{LoadOptions, load_bytes};
    use crate::segment::segment;

    fn witnesses(texts: &[&str], vocabulary: &mut Vocabulary) -> Vec<Witness> {
        let read = |text: &&str| {
            let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default()).unwrap();
            let segmented = segment(&document, vocabulary);
            Witness {
                document,
                segmented,
                ..Witness::default()
            }
        };
        texts.iter().map(read).collect()
    }

    /// The later words of what two texts share, by the positions of both.
    fn shared(texts: &[&str]) -> Vec<([usize; 2], String)> {
        let mut vocabulary = Vocabulary::new();
        let witnesses = witnesses(texts, &mut vocabulary);
        let words = |passage: &SharedPassage| {
            let witness = &witnesses[passage.witnesses[1]];
            let tokens = witness.segmented.tokens_at(&passage.tokens[1]);
            let span = tokens[0].span.to(tokens[tokens.len() - 1].span);
            span.of(&witness.document.text).to_owned()
        };
        let found = shared_passages(&witnesses, &vocabulary);
        found
            .iter()
            .map(|passage| (passage.witnesses, words(passage)))
            .collect()
    }

    const SAID: &str = "our teams opened the road along the northern river and handed 140 fields back \
        to the farmers who had left them";

    #[test]
    fn a_stretch_is_found_wherever_it_stands() {
        let before = format!("It was a hard year. In May {SAID}. We thank all.");
        let after = format!(
            "Much was done by many friends of ours: {SAID} in the days of the war of 1990."
        );
        assert_eq!(shared(&[&before, &after]), [([0, 1], SAID.to_owned())]);
    }

    #[test]
    fn other_numbers_and_other_words_do_not_end_a_stretch() {
        let edited = SAID
            .replace("140", "200")
            .replace("northern", "great southern");
        let found = shared(&[&format!("In May {SAID}."), &format!("In June {edited}.")]);
        assert_eq!(found, [([0, 1], format!("In June {edited}"))]);
    }

    #[test]
    fn idioms_are_no_passage() {
        let before = "We look forward to working with all delegations in the spirit of the treaty.";
        let after = "They look forward to working with all delegations on the roads of the north.";
        assert_eq!(shared(&[before, after]), []);
    }

    #[test]
    fn scraps_of_the_next_sentence_are_left_out() {
        let before = format!("In May {SAID}. We are glad that schools have books.");
        let after = format!("In June {SAID}. We are proud of what the teams did in the valley.");
        let found = shared(&[&before, &after]);
        assert_eq!(found, [([0, 1], format!("In June {SAID}"))]);
    }

    #[test]
    fn what_very_many_say_leads_to_no_pair() {
        let texts = |count: usize| -> Vec<String> {
            let own = |at: usize| format!("The town{at} of lake{at} is far. In May {SAID}.");
            (0..count).map(own).collect()
        };
        let pairs = |count: usize| {
            let texts = texts(count);
            shared(&texts.iter().map(String::as_str).collect::<Vec<_>>()).len()
        };
        assert_eq!(pairs(4), 6);
        assert_eq!(pairs(40), 0);
    }

    #[test]
    fn words_behind_what_very_many_say_lead_to_a_pair() {
        let own = |at: usize| {
            format!("We support the great treaty on mines, and on lake{at} we fish{at} well.")
        };
        let mut texts: Vec<String> = (0..40).map(own).collect();
        let said = "We support the great treaty on mines, and we want it to hold for each child.";
        texts.extend([said, said].map(str::to_owned));
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let found: Vec<[usize; 2]> = shared(&texts).into_iter().map(|one| one.0).collect();
        assert_eq!(found, [[40, 41]]);
    }

    #[test]
    fn rows_of_tables_are_no_passage() {
        let table = "| Year | Roads | Fields | Schools | Wells | Dogs | Teams |\n|-|-|-|-|-|-|-|\n\
            | old | road | field | school | well | dog | team |\n\
            | new | road | field | school | well | dog | team |\n";
        let texts = [
            format!("We met.\n\n{table}"),
            format!("We left.\n\n{table}"),
        ];
        let read =
            |text: &String| load_bytes("a.md", text.as_bytes(), &LoadOptions::default()).unwrap();
        let mut vocabulary = Vocabulary::new();
        let witnesses = texts.each_ref().map(|text| {
            let document = read(text);
            let segmented = segment(&document, &mut vocabulary);
            Witness {
                document,
                segmented,
                ..Witness::default()
            }
        });
        assert_eq!(shared_passages(&witnesses, &vocabulary), []);
    }

    #[test]
    fn a_fingerprint_is_the_same_whatever_was_read_before() {
        let texts = ["Some other words were said by many friends of ours.", SAID];
        let of = |texts: &[&str], at: usize| -> Vec<(u64, u32)> {
            let mut vocabulary = Vocabulary::new();
            let read = witnesses(texts, &mut vocabulary);
            fingerprints(&read[at], &vocabulary)
        };
        assert_eq!(of(&texts, 1), of(&texts[1..], 0));
    }

    #[test]
    fn eight_words_in_common_have_a_fingerprint_in_common() {
        let said: Vec<&str> = SAID.split(' ').filter(|word| *word != "140").collect();
        for eight in said.windows(8) {
            let run = eight.join(" ");
            let texts = [
                format!("Then came {run} again today."),
                format!("Why {run} if not now?"),
            ];
            let mut vocabulary = Vocabulary::new();
            let read = witnesses(&[&texts[0], &texts[1]], &mut vocabulary);
            let hashes = |at: usize| -> Vec<u64> {
                let found = fingerprints(&read[at], &vocabulary).into_iter();
                found.map(|(hash, _)| hash).collect()
            };
            let other = hashes(1);
            assert!(hashes(0).iter().any(|hash| other.contains(hash)), "{run}");
        }
    }
}
