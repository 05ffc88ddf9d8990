//! The words around a figure as stems, and how much each tells of what it measures.

use std::cmp::Ordering;

use hashbrown::HashMap;

use crate::language::pack;
use crate::model::{Key, Language, Vocabulary};

/// Letters of a word that are compared: what follows is mostly ending. Cutting all
/// words to one length works about as well as a stemmer in European languages
/// (`McNamee` and Mayfield, *Character n-gram tokenization*, 2004).
const STEM_LETTERS: usize = 6;
/// Words this many tokens away tell half as much as the next one.
const HALF_DISTANCE: f64 = 5.0;
/// Most by which the likeness of a short sentence to a long one is raised.
const MAX_RAISE: f64 = 1.25;

/// A word without its ending, by number.
pub(super) type Stem = u32;

/// Numbers the stems of some witnesses, which share a vocabulary.
#[derive(Debug)]
pub(super) struct Stems<'v> {
    vocabulary: &'v Vocabulary,
    endings: &'static [(&'static str, usize)],
    by_key: HashMap<Key, Stem>,
    by_word: HashMap<Box<str>, Stem>,
}

impl<'v> Stems<'v> {
    pub(super) fn new(vocabulary: &'v Vocabulary) -> Self {
        Self::cut_by(vocabulary, &[])
    }

    /// Stems by which an act is one whether a verb or a noun says it: *purchase
    /// securities*, *purchases of securities*; the endings are those of English.
    pub(super) fn of_acts(vocabulary: &'v Vocabulary, language: Language) -> Self {
        Self::cut_by(vocabulary, pack(language).figures.act_endings)
    }

    fn cut_by(vocabulary: &'v Vocabulary, endings: &'static [(&'static str, usize)]) -> Self {
        Self {
            vocabulary,
            endings,
            by_key: HashMap::new(),
            by_word: HashMap::new(),
        }
    }

    pub(super) fn vocabulary(&self) -> &'v Vocabulary {
        self.vocabulary
    }

    /// The stem of a token.
    pub(super) fn of_key(&mut self, key: Key) -> Stem {
        if let Some(&stem) = self.by_key.get(&key) {
            return stem;
        }
        let stem = self.of_word(self.vocabulary.word(key));
        self.by_key.insert(key, stem);
        stem
    }

    /// The stem of a word in lower case.
    pub(super) fn of_word(&mut self, word: &str) -> Stem {
        let stem = match self.endings {
            [] => first_stem(word),
            endings => root(word, endings),
        };
        if let Some(&number) = self.by_word.get(stem) {
            return number;
        }
        let number = Stem::try_from(self.by_word.len()).expect("fewer than 2^32 stems");
        self.by_word.insert(stem.into(), number);
        number
    }

    /// The stems of a phrase, ascending, each once.
    pub(super) fn of_phrase(&mut self, phrase: &str) -> Vec<Stem> {
        let words = phrase.split(|letter: char| !letter.is_alphanumeric());
        let mut stems: Vec<Stem> = words
            .filter(|word| !word.is_empty())
            .map(|word| self.of_word(&word.to_lowercase()))
            .collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    }

    pub(super) fn len(&self) -> usize {
        self.by_word.len()
    }
}

/// The first letters of a word.
pub(super) fn first_stem(word: &str) -> &str {
    // *Cleared*, *clearing* and *clearance* are one stem; *mine* and *mines* too.
    let stem = first_letters(word, STEM_LETTERS).trim_end_matches('s');
    // *growth* as *grow*.
    stem.strip_suffix("th")
        .filter(|rest| rest.len() > 3)
        .unwrap_or(stem)
}

fn first_letters(word: &str, count: usize) -> &str {
    let end = word.char_indices().nth(count);
    &word[..end.map_or(word.len(), |(at, _)| at)]
}

/// Letters of the root of an act that are compared.
const ROOT_LETTERS: usize = 7;

/// What a verb and the noun of its act have in common.
fn root<'w>(word: &'w str, endings: &[(&str, usize)]) -> &'w str {
    let cut = |(ending, least): &(&str, usize)| {
        let rest = word.strip_suffix(ending)?;
        (rest.chars().count() >= *least).then_some(rest)
    };
    let rest = endings.iter().find_map(cut).unwrap_or(word);
    first_letters(rest, ROOT_LETTERS)
}

/// Rarity of each stem among the figures of a statement.
///
/// The share of a statement's figures that have the word is averaged over the
/// statements, so a sentence repeated for years is as telling as in one year.
#[derive(Debug)]
pub(super) struct Rarity {
    by_stem: Vec<f64>,
}

impl Rarity {
    /// The rarity of the words around some figures, given by statement; `count` is
    /// the number of distinct stems.
    pub(super) fn new<'n>(
        statements: impl Iterator<Item = &'n [NearbyWords]>,
        count: usize,
    ) -> Self {
        let mut shares = vec![0.0; count];
        let mut spoken = 0.0;
        for figures in statements {
            spoken += 1.0;
            // A statement with forty figures counts for no more than one with four.
            let part = 1.0 / real(figures.len().max(1));
            for (stem, _) in figures.iter().flat_map(|near| &near.0) {
                shares[*stem as usize] += part;
            }
        }
        let rarity = |share: f64| {
            if share > 0.0 {
                (spoken / share).ln_1p()
            } else {
                0.0
            }
        };
        Self {
            by_stem: shares.into_iter().map(rarity).collect(),
        }
    }

    /// The rarity of the words of some lists, given by statement; `count` is the number
    /// of distinct stems.
    pub(super) fn of_lists<'n>(
        statements: impl Iterator<Item = &'n [Vec<Stem>]>,
        count: usize,
    ) -> Self {
        let mut counts = vec![0.0_f64; count];
        for stem in statements.flatten().flatten() {
            counts[*stem as usize] += 1.0;
        }
        let weigh = |count: f64| 1.0 / (1.0 + count.max(1.0).ln());
        Self {
            by_stem: counts.into_iter().map(weigh).collect(),
        }
    }

    /// How telling a stem is, from 0.
    pub(super) fn of(&self, stem: Stem) -> f64 {
        self.by_stem.get(stem as usize).copied().unwrap_or(0.0)
    }

    /// The words of one figure, weighed.
    pub(super) fn weigh(&self, near: &NearbyWords) -> Words {
        let mut words: Vec<(Stem, f64)> = near
            .0
            .iter()
            .map(|&(stem, distance)| {
                let nearness = HALF_DISTANCE / (HALF_DISTANCE + f64::from(distance));
                // *Mines* right beside the number tells more than *region* ten words away.
                (stem, self.of(stem).powi(2) * nearness)
            })
            .collect();
        let length = words.iter().map(|word| word.1 * word.1).sum::<f64>().sqrt();
        if length > 0.0 {
            for word in &mut words {
                word.1 /= length;
            }
        }
        Words { words, length }
    }
}

/// The words of the sentence of a figure with their distance from it in tokens,
/// ascending by stem, each once.
#[derive(Debug, Clone, Default)]
pub(super) struct NearbyWords(pub(super) Vec<(Stem, u32)>);

/// The words around a figure as a vector of length 1, ascending by stem.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    words: Vec<(Stem, f64)>,
    /// What the vector's length was: how much the words tell in all.
    length: f64,
}

impl Words {
    /// The most telling words, at most `count`.
    pub(super) fn distinctive(&self, count: usize) -> impl Iterator<Item = Stem> + use<> {
        let mut words = self.words.clone();
        words.sort_by(|one, two| two.1.total_cmp(&one.1).then(one.0.cmp(&two.0)));
        words.into_iter().take(count).map(|word| word.0)
    }

    /// How alike the words around two figures are, 0 to 1: their cosine, raised
    /// where one has few words and the other says more beside them.
    pub(super) fn alike(&self, other: &Self) -> f64 {
        let shorter = self.length.min(other.length);
        if shorter <= 0.0 {
            return 0.0;
        }
        let longer = self.length.max(other.length);
        // *We cleared 40 fields* is all of what a longer sentence says of them among other things.
        let raise = (longer / shorter).sqrt().min(MAX_RAISE);
        (cosine(&self.words, &other.words) * raise).min(1.0)
    }
}

fn cosine(one: &[(Stem, f64)], two: &[(Stem, f64)]) -> f64 {
    let mut sum = 0.0;
    common(one, two, |word| word.0, |own, its| sum += own.1 * its.1);
    sum
}

/// Calls `visit` with the items of two ascending lists that have one key.
pub(super) fn common<T, K: Ord>(
    one: &[T],
    two: &[T],
    key: impl Fn(&T) -> K,
    mut visit: impl FnMut(&T, &T),
) {
    let (mut at, mut other) = (0, 0);
    while let (Some(left), Some(right)) = (one.get(at), two.get(other)) {
        match key(left).cmp(&key(right)) {
            Ordering::Less => at += 1,
            Ordering::Greater => other += 1,
            Ordering::Equal => {
                visit(left, right);
                at += 1;
                other += 1;
            }
        }
    }
}

/// How many stems two ascending lists have in common.
pub(super) fn shared(one: &[Stem], two: &[Stem]) -> usize {
    let mut count = 0;
    common(one, two, |stem| *stem, |_, _| count += 1);
    count
}

impl Rarity {
    /// Shared stems as a part of all of both, each as much as it tells, 0 to 1; 0 where
    /// neither has any.
    pub(super) fn shared(&self, one: &[Stem], two: &[Stem]) -> f64 {
        let weight = |stems: &[Stem]| stems.iter().map(|stem| self.of(*stem)).sum::<f64>();
        let mut both = 0.0;
        common(one, two, |stem| *stem, |stem, _| both += self.of(*stem));
        let all = weight(one) + weight(two) - both;
        if all > 0.0 { both / all } else { 0.0 }
    }
}

impl Rarity {
    /// Shared stems as a part of the mean of both (Dice), 0 to 1; 1 where neither has any.
    pub(super) fn dice(&self, one: &[Stem], two: &[Stem]) -> f64 {
        if one.is_empty() && two.is_empty() {
            return 1.0;
        }
        let shared = self.shared(one, two);
        2.0 * shared / (1.0 + shared)
    }

    /// How much of what some stems tell stands in another list, 0 to 1.
    pub(super) fn share_in(&self, stems: &[Stem], list: &[Stem]) -> f64 {
        let weight = |stems: &[Stem]| stems.iter().map(|stem| self.of(*stem)).sum::<f64>();
        let mut both = 0.0;
        common(stems, list, |stem| *stem, |stem, _| both += self.of(*stem));
        both / weight(stems).max(f64::MIN_POSITIVE)
    }

    /// Shared stems as a part of those of the one that says less, 0 to 1; 0 where
    /// either has none.
    pub(super) fn contained(&self, one: &[Stem], two: &[Stem]) -> f64 {
        let weight = |stems: &[Stem]| stems.iter().map(|stem| self.of(*stem)).sum::<f64>();
        let mut both = 0.0;
        common(one, two, |stem| *stem, |stem, _| both += self.of(*stem));
        let least = weight(one).min(weight(two));
        if least > 0.0 { both / least } else { 0.0 }
    }

    /// As [`Rarity::shared`], of stems that count for more or less.
    pub(super) fn shared_bags(&self, one: &[(Stem, f64)], two: &[(Stem, f64)]) -> f64 {
        let weight = |bag: &[(Stem, f64)]| {
            bag.iter()
                .map(|(stem, counts)| self.of(*stem) * counts)
                .sum::<f64>()
        };
        let mut both = 0.0;
        common(
            one,
            two,
            |word| word.0,
            |own, its| both += self.of(own.0) * own.1.min(its.1),
        );
        let all = weight(one) + weight(two) - both;
        if all > 0.0 { both / all } else { 0.0 }
    }
}

/// A word out of a set of contrasts: the set, and which of them, both by place.
pub(super) type Contrast = (usize, usize);

/// The words of a language by which what figures measure is told apart.
#[derive(Debug)]
pub(super) struct TellingWords {
    language: Language,
    contrasts: HashMap<&'static str, Contrast>,
}

impl TellingWords {
    pub(super) fn of(language: Language) -> Self {
        let sets = pack(language).figures.contrasts.iter().enumerate();
        let sides = sets.flat_map(|(set, sides)| {
            let sides = sides.iter().enumerate();
            sides.map(move |(side, words)| ((set, side), words))
        });
        let words =
            sides.flat_map(|(contrast, words)| words.split('|').map(move |word| (word, contrast)));
        Self {
            language,
            contrasts: words.collect(),
        }
    }

    /// Which of *imports* and *exports*, *surplus* and *deficit* and the like `words` have,
    /// ascending. They are compared whole: *important* is no *import*.
    pub(super) fn contrasts<'w>(&self, words: impl Iterator<Item = &'w str>) -> Vec<Contrast> {
        let mut found: Vec<Contrast> = words
            .filter_map(|word| self.contrasts.get(word).copied())
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether a word names a rise or a fall, of whatever: *increase*.
    pub(super) fn names_change(&self, word: &str) -> bool {
        let words = pack(self.language).figures;
        let mut lists = [words.rises, words.falls].into_iter();
        lists.any(|list| list.split('|').any(|listed| listed == word))
    }
}

/// Whether of one set each has words and both have none in common: *exports* alone beside
/// *imports* alone, and not beside *exports and imports*.
pub(super) fn are_opposed(one: &[Contrast], two: &[Contrast]) -> bool {
    let of_set = |list: &[Contrast], set: usize| list.iter().any(|contrast| contrast.0 == set);
    let is_shared = |set: usize| {
        let mut own = one.iter().filter(|contrast| contrast.0 == set);
        own.any(|contrast| two.contains(contrast))
    };
    let mut sets = one.iter().map(|contrast| contrast.0);
    sets.any(|set| of_set(two, set) && !is_shared(set))
}

/// Shared items as a part of those of the longer list, 0 to 1.
pub(super) fn overlap(one: &[Stem], two: &[Stem]) -> f64 {
    real(shared(one, two)) / real(one.len().max(two.len()).max(1))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of words are far below 2^52"
)]
pub(super) fn real(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::PACKS;

    #[test]
    fn endings_do_not_part_the_words_of_an_act() {
        let endings = pack(Language::English).figures.act_endings;
        for [one, two] in [
            ["purchases", "purchase"],
            ["clearing", "cleared"],
            ["reinvestments", "reinvest"],
            ["implementation", "implementing"],
        ] {
            assert_eq!(root(one, endings), root(two, endings));
        }
        assert_ne!(root("action", endings), root("act", endings));
    }

    #[test]
    fn things_are_opposed_where_each_is_one_of_a_set_and_neither_is_both() {
        let words = TellingWords::of(Language::English);
        let of = |text: &str| words.contrasts(text.split(' '));
        let opposed = |one: &str, two: &str| are_opposed(&of(one), &of(two));
        assert!(opposed("exports of coal", "import of coal"));
        assert!(!opposed("exports and imports", "imports"));
        assert!(!opposed("important coal", "exports"));
        assert!(!opposed("urban women", "public women"));
        assert!(opposed("urban women", "rural women"));
    }

    #[test]
    fn a_word_is_of_one_contrast_alone() {
        for pack in &PACKS {
            let sides = pack.figures.contrasts.iter().copied().flatten();
            let words = sides.map(|side| side.split('|').count()).sum::<usize>();
            let known = TellingWords::of(pack.language).contrasts;
            assert_eq!(known.len(), words, "{:?}", pack.language);
        }
    }
}
