//! The words and phrases that matter for figures, by what they mean.
//!
//! A lexicon is built once for a language from its tables. Every phrase is
//! filed under its first token; a token of the text carries the place of its
//! file, so that later questions cost no look-up.

use std::cmp::Reverse;
use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashSet, HashTable, hash_table};

use crate::model::Span;

use super::hedge::Hedge;
use super::token::pieces;

/// What a word or phrase means to a reader of numbers. A word can have several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// A number below 1000 that other words add to: *seven*, *ninety*.
    Cardinal(u32),
    /// A number that multiplies what stands before it: *hundred*, *million*, *dozen*.
    Scale(u64),
    /// *thousands*, *dozens*: the number up to ten times the number.
    Plenty(u64),
    /// *several*: from the first number to the second.
    Vague(u32, u32),
    /// *third*, *hundredth*: a position, or the name of a part.
    Ordinal(u64),
    /// *half*, *quarters*, *thirds*: one part of so many, never a position.
    Part(u64),
    /// *полтора*: part and whole in one word.
    Share(u32, u32),
    /// 百分之: so many parts of this number, said before them.
    PartsOf(u32),
    /// What is counted, by its row in the table of nouns.
    Noun(u16),
    /// What is counted, by its place among the user's own nouns.
    OwnNoun(u16),
    /// A word of the grammar.
    Word(Grammar),
    /// Turns the bound behind it into the other one: *never*.
    Negator,
    /// Bounds the number beside it.
    Hedge(Hedge),
    /// A unit, by its row in the table of units.
    Unit(u16),
    /// A currency, by its row in the table of currencies.
    Currency(u16),
    /// A symbol or code of a currency, which can stand before the number.
    CurrencyMark(u16),
    /// What a number can be counted per behind an article: *12 cents a share*.
    Bearer,
    /// A month, from 1.
    Month(u8),
    /// What the number that follows is the name of: *Article*, *resolution*.
    Label,
    /// What the number that follows is the name of, written with a capital: *Group of*.
    Group,
    /// What the figure beside it is to others: *another*, *a total of*.
    Role(crate::model::FigureRole),
    /// *rose*, *is up*: the subject becomes more or less.
    Moves(crate::model::Direction),
    /// *raised*, *cut*: the object becomes more or less.
    Moved(crate::model::Direction),
    /// *kept*, *maintain*: the object stays as it is.
    Kept,
    /// *made* in *made up*: with a particle of place it tells of no change.
    Phrasal,
    /// *mark*, *threshold*: the number before it is a level that others are near.
    Threshold,
    /// *points*, *places*: what a level is counted in, as a unit would be.
    Step,
    /// *claims*, *alleged*.
    Claim,
    /// *cost*, *debt*: shows that pounds are of money.
    Money,
    /// *amount*, *pace*: says nothing of what is measured.
    Sum,
    /// *Road*, *rue*: what a number with a name is the address in.
    Street,
    /// *his*, *their*.
    Owner,
    /// *us*, *how*: what a verb can stand before.
    Pronoun,
    /// *people*: what is counted by the million.
    Crowd,
    /// *below*: leads a change to a level.
    Level,
    /// *in*, *last*: sets a number in a time or a place.
    Setting,
    /// *against*, *compared with*: leads to another number of the same kind.
    Beside,
    /// *very* before an adjective.
    Degree,
    /// *more* between a number and its noun.
    Extra,
    /// *next* in *from one year to the next*.
    Turn,
    /// *territory*, *region*.
    Place,
    /// *according to*.
    According,
    /// Not part of a counted noun phrase.
    Stop,
    /// *was*, *have been*: stands between a subject and its participle.
    Auxiliary,
    /// A participle or past form that the endings do not show: *found*, *laid*.
    Verb,
}

/// Words that hold numbers, dates and ranges together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grammar {
    /// *a*, *an*.
    Article,
    /// *the*.
    The,
    /// *and*.
    And,
    /// *con* before decimals or coins.
    With,
    /// *or*.
    Or,
    /// *to*, *through* between two ends.
    To,
    /// *para* in *passou de 75 para 50*: *to* behind a change alone.
    Toward,
    /// *at* before a level.
    At,
    /// *for* inside a noun phrase.
    For,
    /// *between*.
    Between,
    /// *from*.
    From,
    /// *of*.
    Of,
    /// *in*.
    In,
    /// *out of*.
    OutOf,
    /// *by*.
    By,
    /// *de* before the size of a change, where *by* bounds dates alone.
    Difference,
    /// *per*.
    Per,
    /// *pour* before a round number that others are counted per; elsewhere it is *for*.
    PerBase,
    /// *a day*, *each year*: per, after a number with its noun.
    Each,
    /// *point* in *nine point five*.
    Point,
    /// *minus*.
    Minus,
    /// *over* in *one over three*.
    Over,
    /// *were*, *have been* before a participle: a passive of the past.
    Been,
    /// *no*, *not a single* before a noun.
    No,
    /// *none*.
    NoneOf,
    /// *there* in *there were none*.
    There,
    /// *percent*.
    Percent,
    /// *نسبة* right before the number of per cent.
    Portion,
    /// *percentage points*.
    PercentagePoint,
    /// *basis points*.
    BasisPoint,
    /// *square*, *sq.*
    Square,
    /// *cubic*.
    Cubic,
    /// *Monday*.
    Weekday,
    /// *early*, *the end of* before a date.
    Stage,
    /// *levels* behind a year that they are of: *below 2005 levels*.
    LevelOf,
    /// *les années* before the number of a decade.
    Decade,
    /// 年代 behind the number of a decade.
    DecadeMark,
    /// 世纪 behind the number of a century.
    CenturyMark,
    /// *quarter* of a year.
    Quarter,
    /// *half* of a year.
    Semester,
    /// *since*.
    Since,
    /// *until*.
    Until,
    /// *before*.
    Before,
    /// *after*.
    After,
    /// *past* in *the past 20 years*.
    Past,
    /// *ago*, *earlier* behind a length of time.
    Ago,
    /// *old* in *ten years old*.
    Old,
    /// *thick*, *wide* behind a length.
    Size,
    /// *aged*, *the age of* before a number of years.
    Aged,
    /// *consecutive*, *full* between a number and a unit of time.
    Whole,
    /// *of them* behind a number: it counts what was counted before.
    OfThem,
    /// *in the same period*: the sentence is about the time of the one before.
    SameTime,
    /// *not*.
    Not,
    /// *times*: multiplies.
    Times,
    /// *a.m.*
    Clock,
    /// *et demi*: half of what stands before it, added to it.
    AndHalf,
    /// 分之 between whole and part.
    PartOf,
    /// 成: so many tenths.
    Tenths,
    /// 第 before a position.
    Position,
    /// 年, *года* behind a year.
    YearMark,
    /// 月 behind a month.
    MonthMark,
    /// 日 behind a day.
    DayMark,
    /// 个, 名 between a number and what it counts.
    Classifier,
    /// 国集团 behind the number of a group's founders, which is its name.
    NameMark,
}

impl Grammar {
    /// The word as one bit of a set.
    fn bit(self) -> u64 {
        1 << self as u32
    }
}

/// What a lexicon knows of a token: the place of the group of phrases that
/// start with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Senses(u16);

impl Sense {
    /// Whether a figure can start with it, whatever follows.
    pub(super) fn starts_figure(self) -> bool {
        match self {
            Self::Cardinal(_)
            | Self::Scale(_)
            | Self::Plenty(_)
            | Self::Vague(..)
            | Self::Ordinal(_)
            | Self::Part(_)
            | Self::Share(..)
            | Self::PartsOf(_)
            | Self::Month(_)
            | Self::Label
            | Self::Group => true,
            Self::Word(word) => matches!(
                word,
                Grammar::Minus
                    | Grammar::No
                    | Grammar::NoneOf
                    | Grammar::Position
                    | Grammar::Quarter
                    | Grammar::Semester
            ),
            _ => false,
        }
    }
}

impl Senses {
    /// No phrase starts with the token.
    pub(super) const NONE: Self = Self(0);

    /// Whether the lexicon does not know the token.
    pub(super) fn is_empty(self) -> bool {
        self == Self::NONE
    }
}

/// A phrase with one of its meanings.
#[derive(Debug)]
pub(super) struct Entry {
    /// Where the tokens after the first stand among the words.
    tail: Span,
    /// How many tokens the phrase has.
    len: u16,
    /// What it means.
    pub(super) sense: Sense,
}

impl Entry {
    /// How many tokens the phrase has.
    pub(super) fn len(&self) -> usize {
        self.len.into()
    }
}

/// The phrases that start with one token.
#[derive(Debug, Clone, Copy, Default)]
struct Group {
    /// Where the token stands among the words.
    word: Span,
    /// Its stretch of the order.
    first: u16,
    end: u16,
    starts_figure: bool,
    currency_mark: bool,
    attributes: bool,
    /// A bit for each word of the grammar that is in it.
    grammar: u64,
}

/// An entry in its group.
#[derive(Debug, Clone, Copy, Default)]
struct Filed {
    place: u16,
    /// What its second token begins with, as [`initial`] has it.
    second: u8,
}

impl Filed {
    /// Whether a token that begins with `next` may be the second one.
    fn may_precede(self, next: u8) -> bool {
        self.second == NONE || self.second == next || self.second.max(next) == WIDE
    }
}

/// The initial of nothing.
const NONE: u8 = 0;
/// The initial of what is not ASCII.
const WIDE: u8 = 0x80;

/// What `text` begins with: its first byte in lower case, [`WIDE`] or [`NONE`].
pub(super) fn initial(text: &[u8]) -> u8 {
    text.first()
        .map_or(NONE, |byte| byte.to_ascii_lowercase().min(WIDE))
}

/// About how many phrases a language has, how many words start them, and how
/// many bytes are in them.
const USUAL_PHRASES: usize = 3600;
const USUAL_WORDS: usize = 2500;
const USUAL_BYTES: usize = 48 << 10;

/// All phrases of a language.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// The phrases end to end, folded, with a blank between two tokens.
    words: String,
    index: HashTable<Senses>,
    hasher: DefaultHashBuilder,
    groups: Vec<Group>,
    /// The entries, group by group, longer ones first.
    order: Vec<Filed>,
    entries: Vec<Entry>,
    proclitics: &'static [&'static str],
    /// Words inside phrases, which nothing is split from.
    inner: HashSet<String>,
    /// A bit for each word of the grammar that the language has.
    grammar: u64,
}

impl Default for Lexicon {
    /// A lexicon that knows nothing.
    fn default() -> Self {
        Self::new(&[], |_| {})
    }
}

impl Lexicon {
    /// Files the phrases that `list` names; those with the same first token
    /// keep their order, longer ones first. `proclitics` are the words that a
    /// text writes without a blank before the next one.
    pub(super) fn new(
        proclitics: &'static [&'static str],
        list: impl FnOnce(&mut dyn FnMut(&str, Sense)),
    ) -> Self {
        let mut lexicon = Self {
            words: String::new(),
            index: HashTable::new(),
            hasher: DefaultHashBuilder::default(),
            groups: vec![Group::default()],
            order: Vec::new(),
            entries: Vec::new(),
            proclitics,
            inner: HashSet::new(),
            grammar: 0,
        };
        let mut filed: Vec<Senses> = Vec::new();
        list(&mut |phrase, sense| {
            if filed.is_empty() {
                lexicon.reserve();
            }
            filed.extend(lexicon.file(phrase, sense));
        });
        lexicon.arrange(&filed);
        lexicon
    }

    /// Makes room for as many phrases as a language has.
    fn reserve(&mut self) {
        self.words.reserve(USUAL_BYTES);
        self.groups.reserve(USUAL_WORDS);
        self.entries.reserve(USUAL_PHRASES);
        let Self {
            words,
            index,
            hasher,
            groups,
            ..
        } = self;
        index.reserve(USUAL_WORDS, |&senses| {
            hasher.hash_one(groups[usize::from(senses.0)].word.of(words))
        });
    }

    /// Files a phrase under its first token; one without a token nowhere.
    fn file(&mut self, phrase: &str, sense: Sense) -> Option<Senses> {
        let start = self.words.len();
        push_folded(phrase, &mut self.words);
        let folded = &self.words[start..];
        let len_first = folded.bytes().position(|byte| byte == b' ');
        let first = Span::new(start, start + len_first.unwrap_or(folded.len()));
        if first.start == first.end {
            return None;
        }
        let tail = Span::new(
            first.end as usize + usize::from(len_first.is_some()),
            self.words.len(),
        );
        let mut len = 1;
        for word in tail.of(&self.words).split_ascii_whitespace() {
            len += 1;
            if !self.proclitics.is_empty() {
                self.inner.insert(word.to_owned());
            }
        }
        let senses = self.group(first);
        let group = &mut self.groups[usize::from(senses.0)];
        group.end += 1;
        group.starts_figure |= sense.starts_figure();
        group.currency_mark |= matches!(sense, Sense::CurrencyMark(_));
        group.attributes |= matches!(sense, Sense::Claim | Sense::According);
        if let Sense::Word(word) = sense {
            group.grammar |= word.bit();
            self.grammar |= word.bit();
        }
        self.entries.push(Entry { tail, len, sense });
        Some(senses)
    }

    /// The group of a first token, made where it is new.
    fn group(&mut self, first: Span) -> Senses {
        let Self {
            words,
            index,
            hasher,
            groups,
            ..
        } = self;
        let word = |senses: Senses| groups[usize::from(senses.0)].word.of(words);
        let hash = hasher.hash_one(first.of(words));
        let slot = index.entry(
            hash,
            |&senses| word(senses) == first.of(words),
            |&senses| hasher.hash_one(word(senses)),
        );
        match slot {
            hash_table::Entry::Occupied(known) => *known.get(),
            hash_table::Entry::Vacant(free) => {
                let next = Senses(u16::try_from(groups.len()).expect("a few thousand words"));
                free.insert(next);
                groups.push(Group {
                    word: first,
                    ..Group::default()
                });
                next
            }
        }
    }

    /// Orders the entries, whose groups are `filed` and count their entries.
    fn arrange(&mut self, filed: &[Senses]) {
        let mut next = 0;
        for group in &mut self.groups {
            group.first = next;
            next += group.end;
            group.end = group.first;
        }
        self.order.resize(filed.len(), Filed::default());
        for (place, senses) in (0..).zip(filed) {
            let group = &mut self.groups[usize::from(senses.0)];
            let tail = self.entries[usize::from(place)].tail.of(&self.words);
            self.order[usize::from(group.end)] = Filed {
                place,
                second: initial(tail.as_bytes()),
            };
            group.end += 1;
        }
        for group in &self.groups {
            let order = &mut self.order[usize::from(group.first)..usize::from(group.end)];
            if order.len() > 1 {
                order.sort_by_key(|filed| Reverse(self.entries[usize::from(filed.place)].len));
            }
        }
    }

    /// What starts with `word`; `folded` is scratch space.
    pub(super) fn senses(&self, word: &str, folded: &mut String) -> Senses {
        folded.clear();
        push_key(word, folded);
        let is_it = |senses: &Senses| {
            self.groups[usize::from(senses.0)].word.of(&self.words) == folded.as_str()
        };
        let found = self
            .index
            .find(self.hasher.hash_one(folded.as_str()), is_it);
        found.copied().unwrap_or_default()
    }

    /// The bytes of the proclitic that `word` starts with, where the lexicon
    /// knows what follows it and does not know the whole.
    pub(super) fn proclitic(&self, word: &str, folded: &mut String) -> Option<usize> {
        if self.proclitics.is_empty() || self.inner.contains(key(word).collect::<String>().as_str())
        {
            return None;
        }
        self.proclitics.iter().find_map(|proclitic| {
            let rest = word.strip_prefix(proclitic)?;
            let known = !self.senses(rest, folded).is_empty() && rest.chars().nth(1).is_some()
                || self.proclitic(rest, folded).is_some();
            known.then_some(proclitic.len())
        })
    }

    /// Whether `word` is written without a blank before the next one.
    pub(super) fn is_proclitic(&self, word: &str) -> bool {
        self.proclitics.contains(&word)
    }

    /// Whether *claims* or *according to* starts with a token of these senses.
    pub(super) fn attributes(&self, senses: Senses) -> bool {
        self.groups[usize::from(senses.0)].attributes
    }

    /// Whether a symbol or code of a currency starts with a token of these senses.
    pub(super) fn has_currency_mark(&self, senses: Senses) -> bool {
        self.groups[usize::from(senses.0)].currency_mark
    }

    /// Whether a figure can start with a phrase that starts with a token of these senses.
    pub(super) fn starts_figure(&self, senses: Senses) -> bool {
        self.groups[usize::from(senses.0)].starts_figure
    }

    /// Whether a figure can start at a token of these senses, with or without
    /// an article or a mark of currency before it.
    pub(super) fn may_start_figure(&self, senses: Senses) -> bool {
        let group = &self.groups[usize::from(senses.0)];
        group.starts_figure || group.currency_mark || group.grammar & Grammar::Article.bit() != 0
    }

    /// Whether the word of the grammar starts with a token of these senses.
    pub(super) fn has_grammar(&self, senses: Senses, word: Grammar) -> bool {
        self.groups[usize::from(senses.0)].grammar & word.bit() != 0
    }

    /// Whether the language has the word of the grammar.
    pub(super) fn knows(&self, word: Grammar) -> bool {
        self.grammar & word.bit() != 0
    }

    /// The entries that may start with a token of these senses where the next
    /// one begins with `next`, as [`initial`] has it; longest first.
    pub(super) fn entries(&self, senses: Senses, next: u8) -> impl Iterator<Item = &Entry> {
        let group = self.groups[usize::from(senses.0)];
        let order = &self.order[usize::from(group.first)..usize::from(group.end)];
        let fitting = order.iter().filter(move |filed| filed.may_precede(next));
        fitting.map(|filed| &self.entries[usize::from(filed.place)])
    }

    /// The tokens of an entry after the first, folded.
    pub(super) fn tail(&self, entry: &Entry) -> impl Iterator<Item = &str> {
        entry.tail.of(&self.words).split_ascii_whitespace()
    }
}

/// Appends the tokens of a phrase, folded, with a blank between two.
fn push_folded(phrase: &str, folded: &mut String) {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte == b' ';
    if phrase.bytes().all(is_plain) {
        return folded.push_str(phrase);
    }
    for (at, piece) in pieces(phrase).enumerate() {
        if at > 0 {
            folded.push(' ');
        }
        push_key(piece, folded);
    }
}

/// Appends the [`key`] of `word` to `folded`.
fn push_key(word: &str, folded: &mut String) {
    if word.is_ascii() {
        let start = folded.len();
        folded.push_str(word);
        folded[start..].make_ascii_lowercase();
    } else {
        folded.extend(key(word));
    }
}

/// Writes `word` in lower case into `folded`.
pub(super) fn fold(word: &str, folded: &mut String) {
    folded.clear();
    if word.is_ascii() {
        folded.push_str(word);
        folded.make_ascii_lowercase();
    } else {
        folded.extend(
            word.chars()
                .flat_map(char::to_lowercase)
                .filter(|&c| c != '\u{ad}'),
        );
    }
}

/// The letters of `word` by which it is filed: in lower case, without vowel
/// signs; those that Arabic writers use for one another are one letter.
pub(super) fn key(word: &str) -> impl Iterator<Item = char> {
    word.chars().flat_map(char::to_lowercase).filter_map(|c| {
        Some(match c {
            _ if c.is_ascii() => c,
            '\u{ad}' | '\u{640}' | '\u{64b}'..='\u{652}' => return None,
            'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
            'ة' => 'ه',
            'ى' | 'ی' => 'ي',
            'ک' => 'ك',
            '’' => '\'',
            _ => c,
        })
    })
}
