//! The words and phrases that matter for figures, by what they mean.
//!
//! A lexicon is built once for a language from its tables. Every phrase is
//! filed under its first token; a token of the text carries the place of its
//! file, so that later questions cost no look-up.

use std::hash::BuildHasher;

use hashbrown::{HashMap, HashSet};

use super::hedge::Hedge;
use super::token::{Token, tokenize};

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
    /// What is counted, by its English singular.
    Noun(&'static str),
    /// A word of the grammar.
    Word(Grammar),
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
    /// What the figure beside it is to others: *another*, *a total of*.
    Role(crate::model::FigureRole),
    /// *rose*, *is up*: the subject becomes more or less.
    Moves(crate::model::Direction),
    /// *raised*, *cut*: the object becomes more or less.
    Moved(crate::model::Direction),
    /// *claims*, *alleged*.
    Claim,
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
    /// *or*.
    Or,
    /// *to*, *through* between two ends.
    To,
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
    /// *percent*.
    Percent,
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
}

/// The senses of a token: a stretch of the lexicon's entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Senses {
    first: u32,
    count: u32,
}

impl Sense {
    /// Whether a figure can start with it.
    fn starts_figure(self) -> bool {
        match self {
            Self::Cardinal(_)
            | Self::Scale(_)
            | Self::Plenty(_)
            | Self::Vague(..)
            | Self::Ordinal(_)
            | Self::Part(_)
            | Self::Share(..)
            | Self::PartsOf(_)
            | Self::CurrencyMark(_)
            | Self::Month(_)
            | Self::Label => true,
            Self::Word(word) => matches!(
                word,
                Grammar::Article
                    | Grammar::Minus
                    | Grammar::No
                    | Grammar::Position
                    | Grammar::Quarter
                    | Grammar::Semester
            ),
            _ => false,
        }
    }
}

impl Senses {
    /// No entry starts with the token.
    pub(super) const NONE: Self = Self { first: 0, count: 0 };

    /// Whether the lexicon does not know the token.
    pub(super) fn is_empty(self) -> bool {
        self.count == 0
    }
}

/// A phrase with one of its meanings.
#[derive(Debug)]
pub(super) struct Entry {
    /// The tokens after the first, folded.
    pub(super) tail: Box<[Box<str>]>,
    /// What it means.
    pub(super) sense: Sense,
}

/// All phrases of a language.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    index: HashMap<Box<str>, Senses>,
    entries: Vec<Entry>,
    proclitics: &'static [&'static str],
    /// Words inside phrases, which nothing is split from.
    inner: HashSet<Box<str>>,
}

impl Lexicon {
    /// Files `phrases`; those with the same first token keep their order,
    /// longer ones first. `proclitics` are the words that a text writes
    /// without a blank before the next one.
    pub(super) fn new(
        phrases: impl IntoIterator<Item = (String, Sense)>,
        proclitics: &'static [&'static str],
    ) -> Self {
        let mut lexicon = Self {
            proclitics,
            ..Self::default()
        };
        let mut filed: Vec<(u64, Box<str>, Entry)> = Vec::new();
        for (phrase, sense) in phrases {
            let mut words = split(&phrase, &Self::default()).into_iter();
            if let Some(first) = words.next() {
                let hash = lexicon.index.hasher().hash_one(&first);
                let tail: Box<[Box<str>]> = words.collect();
                if !proclitics.is_empty() {
                    lexicon.inner.extend(tail.iter().cloned());
                }
                filed.push((hash, first, Entry { tail, sense }));
            }
        }
        // By hash, since the order of the words themselves means nothing.
        filed.sort_by(|a, b| (a.0, &a.1, b.2.tail.len()).cmp(&(b.0, &b.1, a.2.tail.len())));
        lexicon.entries.reserve_exact(filed.len());
        for (_, word, entry) in filed {
            let first = u32::try_from(lexicon.entries.len()).expect("a small table");
            lexicon.entries.push(entry);
            let senses = Senses { first, count: 0 };
            lexicon.index.entry(word).or_insert(senses).count += 1;
        }
        lexicon
    }

    /// What starts with `word`; `folded` is scratch space.
    pub(super) fn senses(&self, word: &str, folded: &mut String) -> Senses {
        folded.clear();
        folded.extend(key(word));
        self.index.get(folded.as_str()).copied().unwrap_or_default()
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

    /// Whether a figure can start with a token of these senses.
    pub(super) fn starts_figure(&self, senses: Senses) -> bool {
        let mut entries = self.entries(senses).iter();
        entries.any(|entry| entry.sense.starts_figure())
    }

    /// The entries that start with a token of these senses, longest first.
    pub(super) fn entries(&self, senses: Senses) -> &[Entry] {
        let first = senses.first as usize;
        &self.entries[first..first + senses.count as usize]
    }
}

fn split(phrase: &str, empty: &Lexicon) -> Vec<Box<str>> {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte == b' ';
    if phrase.bytes().all(is_plain) {
        return phrase.split_ascii_whitespace().map(Box::from).collect();
    }
    let mut tokens: Vec<Token> = Vec::new();
    tokenize(phrase, 0..phrase.len(), empty, &mut tokens);
    tokens
        .iter()
        .map(|token| key(&phrase[token.start..token.end]).collect())
        .map(String::into_boxed_str)
        .collect()
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
