//! What the words and phrases that matter for figures mean.

use crate::language::grammar::Grammar;
use crate::language::hedge::Hedge;
use crate::model::{Direction, FigureRole};

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
    /// What comes in a series and is told apart by numbers, where nothing counts it: *row*, *day*.
    Series,
    /// A kind of document, whose number stands behind a colon or a dash: *Report – 41*.
    Title,
    /// What the number that follows is the name of, written with a capital: *Group of*.
    Group,
    /// What the figure beside it is to others: *another*, *a total of*.
    Role(FigureRole),
    /// *rose*, *is up*: the subject becomes more or less.
    Moves(Direction),
    /// *growth*, *reduction*: a noun for what a verb of another form tells.
    Changes(Direction),
    /// *raised*, *cut*: the object becomes more or less.
    Moved(Direction),
    /// *higher than* behind an amount: by so much one thing is more or less than another.
    Differs(Direction),
    /// *exceeded*: the subject is more than the object, by an amount behind *by*.
    Exceeds,
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
    /// *example*: with *one* it says of what kind a thing is, not how many there are.
    Shell,
    /// *ratio*, *scale*: shows that two numbers with a colon are one.
    Ratio,
    /// *Meeting*, *Session*: what positions are counted of.
    Gathering,
    /// *edged*: takes *up* as its particle, so that *up to* leads to a level.
    Climb,
    /// *lasted*: what follows is how long.
    Lasting,
    /// *life expectancy*, *age*: a number of years that somebody has.
    Lifetime,
    /// *next* in *from one year to the next*.
    Turn,
    /// *with effect from*: the day from which an act applies.
    Effect,
    /// *expires*, *deadline*: the date behind it is set for something to end or begin.
    Due,
    /// *this*, *last* before a unit of time: so many after that of the day of speaking, where
    /// the word says how many.
    Deictic(Option<i8>),
    /// *respectively*: two lists go together.
    Respectively,
    /// *not*, *never* beside a verb.
    Negation,
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

impl Sense {
    /// Whether numbers of several words are made of it.
    pub(super) fn is_of_number(self) -> bool {
        matches!(
            self,
            Self::Cardinal(_)
                | Self::Scale(_)
                | Self::Ordinal(_)
                | Self::Part(_)
                | Self::Word(Grammar::AndHalf)
        )
    }

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
            | Self::Series
            | Self::Title
            | Self::Group => true,
            Self::Word(word) => matches!(
                word,
                Grammar::Minus
                    | Grammar::BeforeEra
                    | Grammar::Era
                    | Grammar::Fiscal
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_start_figures_and_stop_words_do_not() {
        assert!(Sense::Label.starts_figure() && Sense::Cardinal(3).is_of_number());
        assert!(!Sense::Stop.starts_figure() && !Sense::Stop.is_of_number());
    }
}
