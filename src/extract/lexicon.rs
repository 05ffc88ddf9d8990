//! The words and phrases that matter for figures, by what they mean.
//!
//! A lexicon is built once for a language from its tables. Every phrase is
//! filed under its first token; a token of the text carries the place of its
//! file, so that later questions cost no look-up.

use std::hash::BuildHasher;
use std::iter;

use hashbrown::{DefaultHashBuilder, HashSet, HashTable, hash_table};

use super::sense::Sense;
use super::spelling::{
    NONE, WIDE, initial, initial_bit, is_plain, key, list_spellings, push_folded, push_key,
};
use super::unit::Prefix;
use crate::language::figures::FigureWords;
use crate::language::grammar::Grammar;
use crate::model::Span;

/// What a lexicon knows of a token: the place of the group of phrases that
/// start with it or, behind the prefix of a unit, with the rest of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Senses {
    group: u16,
    prefix: Option<Prefix>,
}

impl Senses {
    /// No phrase starts with the token.
    pub(super) const NONE: Self = Self {
        group: 0,
        prefix: None,
    };

    /// Whether the lexicon does not know the token.
    pub(super) fn is_empty(self) -> bool {
        self == Self::NONE
    }

    /// What an entry of the group means: behind a prefix, units alone have one.
    fn of(self, sense: Sense) -> Option<Sense> {
        match (self.prefix, sense) {
            (None, sense) => Some(sense),
            (Some(prefix), Sense::Unit(row)) => prefix.of(row).map(Sense::Unit),
            _ => None,
        }
    }
}

/// A phrase with one of its meanings.
#[derive(Debug)]
pub(super) struct Entry {
    /// Where the tokens after the first stand among the words.
    tail: Span,
    /// How many tokens the phrase has.
    len: u16,
    /// What its second token begins with, as [`initial`] has it.
    second: u8,
    /// The next one of its group, which is no longer.
    next: u16,
    /// What it means.
    sense: Sense,
}

/// The place behind the last entry of a group.
const END: u16 = u16::MAX;

impl Entry {
    /// How many tokens the phrase has.
    pub(super) fn len(&self) -> usize {
        self.len.into()
    }

    /// Whether a token that begins with `next` may be the second one.
    fn may_precede(&self, next: u8) -> bool {
        self.second == NONE || self.second == next || self.second.max(next) == WIDE
    }
}

/// The phrases that start with one token.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is asked for by itself")]
struct Group {
    /// Where the token stands among the words.
    word: Span,
    /// The first of its entries.
    first: u16,
    /// The first of those without a second token, which come last.
    alone: u16,
    /// How many tokens the longest has.
    longest: u16,
    /// A bit for what each second token begins with, as [`initial_bit`] has it.
    seconds: u32,
    starts_figure: bool,
    currency_mark: bool,
    attributes: bool,
    unit: bool,
    /// Whether the token alone is a word that numbers are made of.
    number: bool,
    /// A bit for each word of the grammar that is in it.
    grammar: u128,
}

impl Group {
    /// No phrase yet.
    fn new(word: Span) -> Self {
        Self {
            word,
            first: END,
            alone: END,
            longest: 0,
            seconds: 0,
            starts_figure: false,
            currency_mark: false,
            attributes: false,
            unit: false,
            number: false,
            grammar: 0,
        }
    }
}

/// About how many phrases a language has, how many words start them, and how
/// many bytes are in them.
const USUAL_PHRASES: usize = 2800;
const USUAL_WORDS: usize = 1790;
const USUAL_BYTES: usize = 28 << 10;

/// Bytes of the shortest and the longest word that numbers are made of.
const SHORTEST_NUMBER: usize = 3;
const LONGEST_NUMBER: usize = 14;
/// Bytes of a number of several words written as one.
const COMPOUND: std::ops::RangeInclusive<usize> = 6..=80;

/// All phrases of a language.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// The phrases end to end, folded, with a blank between two tokens.
    words: String,
    /// The places of the groups, by their tokens.
    index: HashTable<u16>,
    hasher: DefaultHashBuilder,
    groups: Vec<Group>,
    entries: Vec<Entry>,
    proclitics: &'static [&'static str],
    /// Words inside phrases, which nothing is split from.
    inner: HashSet<String>,
    /// Whether units take the English names of prefixes.
    has_prefixes: bool,
    /// Whether number words are written as one.
    has_compounds: bool,
    /// A bit for each word of the grammar that the language has.
    grammar: u128,
}

impl Lexicon {
    /// A lexicon that knows nothing, for the words of a language.
    pub(super) fn new(words: &FigureWords) -> Self {
        Self {
            words: String::with_capacity(USUAL_BYTES),
            index: HashTable::with_capacity(USUAL_WORDS),
            hasher: DefaultHashBuilder::default(),
            groups: {
                let mut groups = Vec::with_capacity(USUAL_WORDS);
                // Group 0 is that of no word (`Senses::NONE`).
                groups.push(Group::new(Span::default()));
                groups
            },
            entries: Vec::with_capacity(USUAL_PHRASES),
            proclitics: words.proclitics,
            inner: HashSet::new(),
            has_prefixes: words.english_names,
            has_compounds: words.has_compound_numbers,
            grammar: 0,
        }
    }

    /// Files each phrase of a list, parted by `|`, in each of its spellings.
    /// Phrases with the same first token keep their order, longer ones first.
    pub(super) fn add_list(&mut self, list: &str, sense: Sense) {
        let start = self.words.len();
        let is_whole = is_plain(list);
        if is_whole {
            push_key(list, &mut self.words);
        }
        let mut at = 0;
        for phrase in list.as_bytes().split(|byte| *byte == b'|') {
            let end = at + phrase.len();
            if is_whole {
                self.file(Span::new(start + at, start + end), sense);
            } else {
                list_spellings(&list[at..end], |spelling| self.add(spelling, sense));
            }
            at = end + 1;
        }
    }

    /// Files one phrase as it is spelled.
    pub(super) fn add(&mut self, phrase: &str, sense: Sense) {
        let start = self.words.len();
        push_folded(phrase, &mut self.words);
        self.file(Span::new(start, self.words.len()), sense);
    }

    /// Files a phrase of the words under its first token; one without a token nowhere.
    fn file(&mut self, phrase: Span, sense: Sense) {
        let letters = phrase.of(&self.words).as_bytes();
        let blank = letters.iter().position(|byte| *byte == b' ');
        let first = Span::new(
            phrase.start as usize,
            blank.map_or(phrase.end as usize, |at| phrase.start as usize + at),
        );
        if first.start == first.end {
            return;
        }
        let tail = blank.map_or(&[][..], |at| &letters[at + 1..]);
        let others = blank.map_or(0, |_| tail.split(|byte| *byte == b' ').count());
        let entry = Entry {
            tail: Span::new(phrase.end as usize - tail.len(), phrase.end as usize),
            // One of more tokens than that is never met whole.
            len: u16::try_from(1 + others).unwrap_or(u16::MAX),
            second: initial(tail),
            next: END,
            sense,
        };
        // Where words are split from what is written as one with them, those of phrases have to
        // stay whole.
        if !self.proclitics.is_empty() {
            let inner = entry.tail.of(&self.words).split_ascii_whitespace();
            self.inner.extend(inner.map(str::to_owned));
        }
        let group = self.group(first);
        self.insert(group, entry);
    }

    /// The group of a first token, made where it is new.
    fn group(&mut self, first: Span) -> usize {
        let Self {
            words,
            index,
            hasher,
            groups,
            ..
        } = self;
        let word = |group: u16| groups[usize::from(group)].word.of(words);
        let slot = index.entry(
            hasher.hash_one(first.of(words)),
            |&group| word(group) == first.of(words),
            |&group| hasher.hash_one(word(group)),
        );
        match slot {
            hash_table::Entry::Occupied(known) => usize::from(*known.get()),
            hash_table::Entry::Vacant(free) => {
                let next = groups.len();
                free.insert(u16::try_from(next).expect("a few thousand words"));
                groups.push(Group::new(first));
                next
            }
        }
    }

    /// Puts an entry behind those of its group that are no shorter.
    fn insert(&mut self, group: usize, mut entry: Entry) {
        let place = u16::try_from(self.entries.len()).expect("a few thousand phrases");
        let group = &mut self.groups[group];
        group.longest = group.longest.max(entry.len);
        group.starts_figure |= entry.sense.starts_figure();
        group.currency_mark |= matches!(entry.sense, Sense::CurrencyMark(_));
        group.attributes |= matches!(entry.sense, Sense::Claim | Sense::According);
        group.unit |= matches!(entry.sense, Sense::Unit(_));
        group.number |= entry.len == 1 && entry.sense.is_of_number();
        if let Sense::Word(word) = entry.sense {
            group.grammar |= word.bit();
            self.grammar |= word.bit();
        }
        let mut before = None;
        entry.next = group.first;
        while entry.next != END && self.entries[usize::from(entry.next)].len >= entry.len {
            before = Some(entry.next);
            entry.next = self.entries[usize::from(entry.next)].next;
        }
        if entry.second == NONE {
            // Those of one token stand behind all others, in the order of filing: the first filed
            // heads them.
            group.alone = group.alone.min(place);
        } else {
            group.seconds |= initial_bit(entry.second);
        }
        match before {
            Some(before) => self.entries[usize::from(before)].next = place,
            None => group.first = place,
        }
        self.entries.push(entry);
    }

    /// What starts with `word`; `folded` is scratch space.
    pub(super) fn senses(&self, word: &str, folded: &mut String) -> Senses {
        let word = if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
            word
        } else {
            folded.clear();
            push_key(word, folded);
            folded
        };
        if let Some(group) = self.find(word) {
            let prefix = None;
            return Senses { group, prefix };
        }
        self.prefixed(word).unwrap_or_default()
    }

    /// What starts with a unit behind its prefix: *kilowatt*.
    fn prefixed(&self, folded: &str) -> Option<Senses> {
        if !self.has_prefixes {
            return None;
        }
        let (prefix, rest) = Prefix::before(folded)?;
        let group = self.find(rest)?;
        let has_unit = self.groups[usize::from(group)].unit;
        has_unit.then_some(Senses {
            group,
            prefix: Some(prefix),
        })
    }

    /// The group of a token, folded.
    fn find(&self, folded: &str) -> Option<u16> {
        let is_it = |group: &u16| self.groups[usize::from(*group)].word.of(&self.words) == folded;
        let found = self.index.find(self.hasher.hash_one(folded), is_it);
        found.copied()
    }

    /// The bytes of the proclitic that `word` starts with, where the lexicon
    /// knows what follows it and does not know the whole.
    fn proclitic(&self, word: &str, folded: &mut String) -> Option<usize> {
        if self.proclitics.is_empty() || self.inner.contains(key(word).collect::<String>().as_str())
        {
            return None;
        }
        self.proclitics.iter().find_map(|proclitic| {
            let rest = word.strip_prefix(proclitic)?;
            // A single letter behind a proclitic is met in any word by chance.
            let known = !self.senses(rest, folded).is_empty() && rest.chars().nth(1).is_some()
                || self.proclitic(rest, folded).is_some();
            known.then_some(proclitic.len())
        })
    }

    /// The bytes of the first part of a word that is not known as a whole: a proclitic,
    /// or the first of several number words that are written as one.
    pub(super) fn first_part(&self, word: &str, folded: &mut String) -> Option<usize> {
        let has_parts = self.has_compounds || !self.proclitics.is_empty();
        if !has_parts || !self.senses(word, folded).is_empty() {
            return None;
        }
        self.compound(word, folded)
            .or_else(|| self.proclitic(word, folded))
    }

    /// The bytes of the number word that `word` starts with, where it is a number of
    /// several words written as one: *zweihundertfünfzig*.
    fn compound(&self, word: &str, folded: &mut String) -> Option<usize> {
        if !self.has_compounds || !COMPOUND.contains(&word.len()) {
            return None;
        }
        folded.clear();
        push_key(word, folded);
        // Lengths of the folded word cut the written one only where both have the same bytes.
        let is_as_written = folded.len() == word.len();
        let first = self.number_word(folded);
        first.filter(|&len| is_as_written && len < word.len())
    }

    /// The bytes of the first of the number words that make up `folded`.
    fn number_word(&self, folded: &str) -> Option<usize> {
        let group = |word| Some(&self.groups[usize::from(self.find(word)?)]);
        let joins =
            |word| group(word).is_some_and(|found: &Group| found.grammar & Grammar::And.bit() != 0);
        let counts = |word| group(word).is_some_and(|found: &Group| found.number);
        let most = folded.len().min(LONGEST_NUMBER);
        // The longest first: *dreizehn* begins with *drei*.
        let mut ends = (SHORTEST_NUMBER..=most).rev();
        ends.find(|&end| {
            folded.split_at_checked(end).is_some_and(|(first, rest)| {
                counts(first) && (rest.is_empty() || self.number_word(rest).is_some())
                    || joins(first) && self.number_word(rest).is_some()
            })
        })
    }

    /// Whether `word` is written without a blank before the next one.
    pub(super) fn is_proclitic(&self, word: &str) -> bool {
        self.proclitics.contains(&word)
    }

    /// What is known of tokens of these senses; of a prefixed unit nothing.
    fn known(&self, senses: Senses) -> &Group {
        let plain = senses.prefix.is_none();
        &self.groups[usize::from(if plain { senses.group } else { 0 })]
    }

    /// Whether *claims* or *according to* starts with a token of these senses.
    pub(super) fn attributes(&self, senses: Senses) -> bool {
        self.known(senses).attributes
    }

    /// Whether a symbol or code of a currency starts with a token of these senses.
    pub(super) fn has_currency_mark(&self, senses: Senses) -> bool {
        self.known(senses).currency_mark
    }

    /// Whether a figure can start with a phrase that starts with a token of these senses.
    pub(super) fn starts_figure(&self, senses: Senses) -> bool {
        self.known(senses).starts_figure
    }

    /// Whether a figure can start at a token of these senses, with or without
    /// an article or a mark of currency before it.
    pub(super) fn may_start_figure(&self, senses: Senses) -> bool {
        let group = self.known(senses);
        group.starts_figure || group.currency_mark || group.grammar & Grammar::Article.bit() != 0
    }

    /// Whether the word of the grammar starts with a token of these senses.
    pub(super) fn has_grammar(&self, senses: Senses, word: Grammar) -> bool {
        self.known(senses).grammar & word.bit() != 0
    }

    /// How many tokens the longest phrase has that starts with a token of these
    /// senses; 0 if there is none.
    pub(super) fn longest(&self, senses: Senses) -> usize {
        self.groups[usize::from(senses.group)].longest.into()
    }

    /// Whether the language has the word of the grammar.
    pub(super) fn knows(&self, word: Grammar) -> bool {
        self.grammar & word.bit() != 0
    }

    /// The entries that may start with a token of these senses where the next
    /// one begins with `next`, as [`initial`] has it, and what each means;
    /// longest first.
    pub(super) fn entries(
        &self,
        senses: Senses,
        next: u8,
    ) -> impl Iterator<Item = (Sense, &Entry)> {
        let entry = |place: u16| self.entries.get(usize::from(place));
        let group = &self.groups[usize::from(senses.group)];
        // Most words begin no phrase that goes on as the text does: those that stand alone are
        // enough.
        let longer = next == WIDE || group.seconds & (initial_bit(next) | initial_bit(WIDE)) != 0;
        let first = entry(if longer { group.first } else { group.alone });
        let all = iter::successors(first, move |before| entry(before.next));
        let fitting = all.filter(move |entry| entry.may_precede(next));
        fitting.filter_map(move |entry| Some((senses.of(entry.sense)?, entry)))
    }

    /// The tokens of an entry after the first, folded.
    pub(super) fn tail(&self, entry: &Entry) -> impl Iterator<Item = &str> {
        entry.tail.of(&self.words).split_ascii_whitespace()
    }
}
