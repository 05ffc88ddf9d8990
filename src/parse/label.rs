//! Names the relation of each word to its head.
//!
//! Input: a tagged sentence and the head of each word. Output: the relation of
//! each, chosen on its own.

use crate::model::{Dependency, PartOfSpeech};

use super::feature::{Atom, Feature, Values, templates};
use super::sentence::{NO_PART, Sentence};
use super::table::{Weigh, best};

/// The relations in the order of a row's weights. The root has no head,
/// punctuation and particles of verbs are known by their part of speech.
pub const RELATIONS: [Dependency; 32] = [
    Dependency::Acl,
    Dependency::AclRelcl,
    Dependency::Advcl,
    Dependency::Advmod,
    Dependency::Amod,
    Dependency::Appos,
    Dependency::Aux,
    Dependency::AuxPass,
    Dependency::Case,
    Dependency::Cc,
    Dependency::Ccomp,
    Dependency::Compound,
    Dependency::Conj,
    Dependency::Cop,
    Dependency::Dep,
    Dependency::Det,
    Dependency::Expl,
    Dependency::Fixed,
    Dependency::Flat,
    Dependency::Iobj,
    Dependency::Mark,
    Dependency::Nmod,
    Dependency::NmodPoss,
    Dependency::NmodUnmarked,
    Dependency::Nsubj,
    Dependency::NsubjPass,
    Dependency::Nummod,
    Dependency::Obj,
    Dependency::Obl,
    Dependency::OblUnmarked,
    Dependency::Parataxis,
    Dependency::Xcomp,
];

/// A value that a relation is chosen by: of the word, of its head, of the
/// head's head, of its first and last dependent, of the words around.
#[derive(Debug, Clone, Copy)]
enum Seen {
    Direction,
    Distance,
    Word,
    Part,
    Suffix3,
    Shape,
    Cluster,
    Head,
    HeadPart,
    HeadSuffix2,
    HeadCluster,
    HeadHeadPart,
    HeadHasEarlier,
    First,
    FirstPart,
    Last,
    LastPart,
    WordBefore,
    PartBefore,
    WordBehind,
    PartBehind,
    WordBehindHead,
    Between,
}

impl Atom for Seen {
    #[inline]
    fn index(self) -> usize {
        self as usize
    }
}

templates![
    (Seen::Direction, &[]),
    (Seen::Word, &[Seen::Direction]),
    (Seen::Head, &[Seen::Direction]),
    (Seen::Part, &[Seen::HeadPart, Seen::Direction]),
    (Seen::Word, &[Seen::HeadPart, Seen::Direction]),
    (Seen::Head, &[Seen::Part, Seen::Direction]),
    (Seen::Word, &[Seen::Head]),
    (
        Seen::Part,
        &[Seen::HeadPart, Seen::Distance, Seen::Direction],
    ),
    (Seen::Suffix3, &[Seen::HeadPart, Seen::Direction]),
    (Seen::HeadSuffix2, &[Seen::Part, Seen::Direction]),
    (Seen::Shape, &[Seen::Part, Seen::HeadPart]),
    // Dependents and other heads.
    (
        Seen::Part,
        &[Seen::FirstPart, Seen::HeadPart, Seen::Direction],
    ),
    (Seen::First, &[Seen::Part, Seen::HeadPart, Seen::Direction]),
    (Seen::First, &[Seen::Head]),
    (Seen::Head, &[Seen::Part, Seen::FirstPart]),
    (Seen::Last, &[Seen::Part, Seen::HeadPart]),
    (
        Seen::LastPart,
        &[Seen::Part, Seen::HeadPart, Seen::Direction],
    ),
    (
        Seen::Part,
        &[Seen::HeadPart, Seen::HeadHeadPart, Seen::Direction],
    ),
    (
        Seen::Part,
        &[Seen::HeadPart, Seen::HeadHasEarlier, Seen::Direction],
    ),
    // Words around.
    (Seen::PartBehind, &[Seen::Part, Seen::HeadPart]),
    (Seen::PartBefore, &[Seen::Part, Seen::HeadPart]),
    (Seen::WordBefore, &[Seen::Part, Seen::HeadPart]),
    (Seen::WordBehind, &[Seen::Part, Seen::HeadPart]),
    (Seen::WordBehindHead, &[Seen::Part, Seen::HeadPart]),
    (
        Seen::Part,
        &[Seen::HeadPart, Seen::Between, Seen::Direction],
    ),
    // Clusters.
    (Seen::Cluster, &[Seen::HeadPart, Seen::Direction]),
    (Seen::Cluster, &[Seen::HeadCluster]),
    (Seen::HeadCluster, &[Seen::Part, Seen::Direction]),
];

/// Longer distances are alike.
const MAX_DISTANCE: usize = 7;

/// A sentence and the heads of its words.
#[derive(Debug)]
pub struct Headed<'a> {
    sentence: Sentence<'a>,
    /// The number of words for the root.
    heads: &'a [usize],
    /// First and last dependent of each word.
    ends: Vec<Option<(usize, usize)>>,
    /// How many marks of punctuation and verbs stand before each word.
    before: Vec<[usize; 2]>,
}

impl<'a> Headed<'a> {
    /// Prepares a sentence for its features.
    #[must_use]
    pub fn new(sentence: Sentence<'a>, heads: &'a [usize]) -> Self {
        let mut ends: Vec<Option<(usize, usize)>> = vec![None; heads.len()];
        for (word, &head) in heads.iter().enumerate() {
            // The root is no word: it has no entry.
            if let Some(ends) = ends.get_mut(head) {
                *ends = Some((ends.map_or(word, |(first, _)| first), word));
            }
        }
        // Running counts, so that what stands between two words costs the same however far apart
        // they are.
        let mut before = vec![[0, 0]];
        for word in 0..heads.len() {
            let [marks, verbs] = before[word];
            let part = sentence.part_of(word);
            before.push([
                marks + usize::from(part == Some(PartOfSpeech::Punctuation)),
                verbs + usize::from(part == Some(PartOfSpeech::Verb)),
            ]);
        }
        Self {
            sentence,
            heads,
            ends,
            before,
        }
    }

    /// The relation that a word has by its head and its part of speech alone.
    #[must_use]
    pub fn given(&self, word: usize) -> Option<Dependency> {
        // Neither needs a choice: one root is set by the arcs, and marks have one relation in the
        // treebanks.
        if self.heads[word] >= self.heads.len() {
            return Some(Dependency::Root);
        }
        (self.sentence.part_of(word) == Some(PartOfSpeech::Punctuation))
            .then_some(Dependency::Punct)
    }

    /// The features of a word that has a head.
    #[must_use]
    pub fn features(&self, word: usize) -> [Feature; TEMPLATE_COUNT] {
        let mut values = Values::new();
        self.set_word(&mut values, word);
        self.set_head(&mut values, word);
        self.set_dependents(&mut values, word);
        features_of(&values)
    }

    fn set_word(&self, values: &mut Values, word: usize) {
        let sentence = self.sentence;
        let form = sentence.form(Some(word));
        values.set(Seen::Word, form.word);
        values.set(Seen::Suffix3, form.suffixes[2]);
        values.set(Seen::Shape, form.shape);
        values.set(Seen::Cluster, form.cluster);
        values.set(Seen::Part, sentence.part(Some(word)));
        values.set(Seen::WordBefore, sentence.word(word.checked_sub(1)));
        values.set(Seen::PartBefore, sentence.part(word.checked_sub(1)));
        values.set(Seen::WordBehind, sentence.word(Some(word + 1)));
        values.set(Seen::PartBehind, sentence.part(Some(word + 1)));
    }

    fn set_head(&self, values: &mut Values, word: usize) {
        let sentence = self.sentence;
        let head = self.heads[word];
        let form = sentence.form(Some(head));
        let earlier = self.ends.get(head).copied().flatten();
        values.set(Seen::Direction, u64::from(head > word));
        values.set(Seen::Distance, head.abs_diff(word).min(MAX_DISTANCE) as u64);
        values.set(Seen::Head, sentence.word(Some(head)));
        values.set(Seen::HeadPart, sentence.part(Some(head)));
        values.set(Seen::HeadSuffix2, form.suffixes[1]);
        values.set(Seen::HeadCluster, form.cluster);
        values.set(
            Seen::HeadHeadPart,
            sentence.part(self.heads.get(head).copied()),
        );
        let has_earlier = earlier.is_some_and(|(first, _)| first < word);
        values.set(Seen::HeadHasEarlier, u64::from(has_earlier));
        values.set(Seen::WordBehindHead, sentence.word(Some(head + 1)));
        values.set(Seen::Between, self.between(word, head));
    }

    fn set_dependents(&self, values: &mut Values, word: usize) {
        let Some((first, last)) = self.ends[word] else {
            // 0, the value of what is not set, is a part of speech.
            values.set(Seen::FirstPart, NO_PART);
            values.set(Seen::LastPart, NO_PART);
            return;
        };
        values.set(Seen::First, self.sentence.word(Some(first)));
        values.set(Seen::FirstPart, self.sentence.part(Some(first)));
        values.set(Seen::Last, self.sentence.word(Some(last)));
        values.set(Seen::LastPart, self.sentence.part(Some(last)));
    }

    /// Whether punctuation and whether a verb stands between two words.
    fn between(&self, word: usize, head: usize) -> u64 {
        // The head may be the root, which stands behind the last word.
        let (left, right) = (word.min(head), word.max(head).min(self.heads.len()));
        let [marks, verbs] = [0, 1].map(|kind| {
            let inside = self.before[right][kind].saturating_sub(self.before[left + 1][kind]);
            u64::from(inside > 0)
        });
        marks + 2 * verbs
    }
}

/// The relation of each word to its head.
pub(super) fn relations(
    headed: &Headed<'_>,
    weights: &impl Weigh<{ RELATIONS.len() }>,
) -> Vec<Dependency> {
    let relation = |word: usize| {
        headed.given(word).unwrap_or_else(|| {
            let relation = RELATIONS[best(&weights.weigh(&headed.features(word)))];
            refined(relation, headed.sentence.part_of(word))
        })
    };
    (0..headed.heads.len()).map(relation).collect()
}

/// A compound with a word that is no name of a thing is a verb with its particle.
fn refined(relation: Dependency, part: Option<PartOfSpeech>) -> Dependency {
    match (relation, part) {
        // *carry out*: a particle and a noun before a noun are one relation to the model; the part
        // of speech parts them.
        (Dependency::Compound, Some(PartOfSpeech::Adposition | PartOfSpeech::Adverb)) => {
            Dependency::CompoundPrt
        }
        _ => relation,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::cluster::Clusters;
    use crate::parse::form::{Form, forms};

    /// What each of three words is given: a verb, its particle and a stop.
    fn given(parts: [PartOfSpeech; 3], heads: [usize; 3]) -> [Option<Dependency>; 3] {
        let forms: Vec<Form> = forms(["go", "on", "."].into_iter(), Clusters::default());
        let headed = Headed::new(Sentence::new(&forms, &parts), &heads);
        [0, 1, 2].map(|word| headed.given(word))
    }

    #[test]
    fn the_root_and_punctuation_need_no_weights() {
        let parts = [
            PartOfSpeech::Verb,
            PartOfSpeech::Adposition,
            PartOfSpeech::Punctuation,
        ];
        assert_eq!(
            given(parts, [3, 0, 0]),
            [Some(Dependency::Root), None, Some(Dependency::Punct)]
        );
    }

    #[test]
    fn a_mark_alone_is_the_root() {
        let parts = [PartOfSpeech::Punctuation; 3];
        assert_eq!(given(parts, [3, 0, 0])[0], Some(Dependency::Root));
    }

    #[test]
    fn an_adposition_in_a_compound_is_a_particle() {
        let compound = |part| refined(Dependency::Compound, Some(part));
        assert_eq!(compound(PartOfSpeech::Adposition), Dependency::CompoundPrt);
        assert_eq!(compound(PartOfSpeech::Noun), Dependency::Compound);
    }

    #[test]
    fn each_relation_has_one_place() {
        let mut relations = RELATIONS.to_vec();
        relations.sort_unstable();
        relations.dedup();
        assert_eq!(relations.len(), RELATIONS.len());
    }
}
