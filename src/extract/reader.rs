//! Goes through a paragraph once and reads each number where it stands.

use std::ops::Range;

use rust_decimal::Decimal;

use super::change::{carry_change, read_change, start_of_change};
use super::date::{DateRead, read_date};
use super::figure::{from_date, from_ordinal, from_quantity, from_reference};
use super::label::{LABELS, is_label_of_number};
use super::name::NAMES;
use super::non_figure::{NON_FIGURES, UNDATED, end_of_run};
use super::noun::{Count, read_noun};
use super::numeral::{Amount, Form, Numeral, beyond_reach, is_vulgar_fraction};
use super::ordinal::read_ordinal;
use super::passage::Passage;
use super::quantity::{Extent, Quantity, read_quantity};
use super::ratio::RATIOS;
use super::reference::{REFERENCES, Reference, SYMBOLS, read_act};
use super::restatement::{read_per_both, restates, set_per};
use super::rule::{Place, Reader, Reading, Rule};
use super::sense::Sense;
use super::term::Unit;
use super::token::{Shape, Token, digit_value};
use super::unit::starts_currency_mark;
pub(super) use super::veto::VETOES;
use super::zero::read_zero;
use crate::language::grammar::Grammar;
use crate::language::hedge::EXACT;
use crate::model::{Decision, Figure, FigureRole, Outcome};

/// A figure with its place among the tokens.
#[derive(Debug, Clone)]
pub(super) struct PendingFigure {
    /// The rule that took it.
    pub(super) rule: &'static str,
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// What was read.
    pub(super) figure: Figure,
    /// The amount it was made from, for kinds that are amounts.
    pub(super) quantity: Option<Quantity>,
    /// The date it was made from.
    pub(super) date: Option<DateRead>,
}

/// A number that was seen but is no figure.
#[derive(Debug, Clone)]
pub(super) struct Unread {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// The rule that says what it is instead.
    pub(super) rule: &'static str,
}

/// Why a number that is written out is no figure: no decimal holds it.
pub(super) const BEYOND_REACH: &str = "a number beyond reach, of more than 28 digits";

/// What a paragraph holds.
#[derive(Debug, Default)]
pub(super) struct ParagraphFigures {
    /// In reading order; their tokens never overlap.
    pub(super) pending_figures: Vec<PendingFigure>,
    /// In reading order.
    pub(super) unread: Vec<Unread>,
    /// Number words, and digits in phrases, that count nothing; in reading order.
    pub(super) refused: Vec<Unread>,
    /// One past the last token that was taken.
    end: usize,
    /// The rule that read what is being kept.
    rule: &'static str,
}

/// Reads all figures of a paragraph.
pub(super) fn read_passage(passage: Passage) -> ParagraphFigures {
    let mut found = ParagraphFigures::default();
    let mut at = 0;
    while at < passage.len() {
        let from = found.end;
        let starts = starts_figure(passage, at);
        let end = starts.then(|| read_at(Place { passage, at, from }, &mut found));
        at = end.flatten().unwrap_or(at).max(at + 1);
    }
    found
}

/// Whether a figure can start at a token, seen cheaply: digits, a phrase that
/// the lexicon knows to start one, or what is tied to digits.
fn starts_figure(passage: Passage, at: usize) -> bool {
    let token = passage.tokens[at];
    if token.shape == Shape::Digits {
        return true;
    }
    if passage.lexis.lexicon.may_start_figure(token.senses)
        && (starts_with_phrase(passage, at)
            || starts_behind_article(passage, at)
            || may_be_currency(passage, at))
    {
        return true;
    }
    let tied = passage.is_glued(at + 1);
    let number = |at| passage.is_digits(at) || is_vulgar_fraction(passage.word(at));
    let digits = || number(at + 1) || passage.is_dash(at + 1) && passage.is_digits(at + 2);
    let joins = || matches!(passage.word(at + 1), "/" | ":" | ".") && passage.is_glued(at + 2);
    match token.shape {
        Shape::Mark => {
            tied && digits() && passage.word(at) != ","
                || is_dash_before(passage, at)
                || is_vulgar_fraction(passage.word(at))
        }
        Shape::Word | Shape::Digits => tied && (digits() || joins()),
    }
}

/// Whether a phrase that a figure can start with stands at a token, a label
/// with its number behind it.
fn starts_with_phrase(passage: Passage, at: usize) -> bool {
    let known = |token: &Token| passage.lexis.lexicon.starts_figure(token.senses);
    if !passage.tokens.get(at).is_some_and(known) {
        return false;
    }
    let starts = passage.find(at, |sense| match sense {
        Sense::Label | Sense::Series | Sense::Title => None,
        _ => sense.starts_figure().then_some(()),
    });
    starts.is_some() || is_label_of_number(passage, at)
}

/// Whether a number can start with the article at a token: *a million*.
fn starts_behind_article(passage: Passage, at: usize) -> bool {
    let behind = passage.grammar(at, Grammar::Article);
    behind.is_some_and(|next| passage.is_digits(next) || starts_with_phrase(passage, next))
}

/// Whether a token is written as a currency can be before a number: *all* is
/// no *ALL*.
fn may_be_currency(passage: Passage, at: usize) -> bool {
    if !starts_currency_mark(passage, at) {
        return false;
    }
    let mark = passage.find(at, |sense| {
        matches!(sense, Sense::CurrencyMark(_)).then_some(())
    });
    let word = passage.word(at);
    // *all*, *try*: codes of money in small letters are words, unless digits follow at once.
    let is_plain_word = word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    mark.is_some() && (!is_plain_word || (passage.is_glued(at + 1) && !passage.is_word(at + 1)))
}

/// Whether a dash before digits can be their sign.
fn is_dash_before(passage: Passage, at: usize) -> bool {
    passage.is_dash(at) && (passage.is_digits(at + 1) || passage.word(at + 1) == ".")
}

/// What a number can be, in the order in which it is asked.
pub(super) static READERS: &[&[Reader]] = &[
    RATIOS,
    NON_FIGURES,
    ACTS,
    SYMBOLS,
    LABELS,
    REFERENCES,
    DATES,
    UNDATED,
    NAMES,
    AMOUNTS,
];

static ACTS: &[Reader] = &[
    // Before dates: *2021/257* would be a year.
    Rule {
        name: "the number of an act",
        decide: |place| read_act(place.passage, place.at).map(Reading::Reference),
        examples: &[
            (
                "Under (CFSP) 2021/257 we met after 9/11.",
                "name 2021/257; name 9/11",
            ),
            ("We met in 2020/2021.", "date 2020/2021"),
        ],
    },
];

static DATES: &[Reader] = &[
    // *31 April* is a slip, which is told and not guessed at.
    Rule {
        name: "no day of the calendar",
        decide: |place| {
            let date = read_date(place.passage, place.at)?;
            (!date.is_possible()).then_some(Reading::Nothing(date.end))
        },
        examples: &[("We met on 31 April 2021.", "none")],
    },
    Rule {
        name: "a date",
        decide: |place| read_date(place.passage, place.at).map(Reading::Date),
        examples: &[
            (
                "We met on 3 May 2021 and in Q3 2020.",
                "date 2021-05-03; date 2020-35",
            ),
            (
                "It was built in 44 BC, after AD 79 and 753–509 BC.",
                "date -0043; date >0079; date -0752/-0508",
            ),
            (
                "It lasted from 1790 to 1801 and in 1890 – 91.",
                "date 1790/1801; date 1890/1891",
            ),
            (
                "It fell in the year 71, in the 5th century BC.",
                "date 0071; date -04XX",
            ),
            ("zh: 公元前221年", "date -0220"),
            (
                "zh: 九月开会，11月结束。4至6月下雨。5月10至12日放假。九个月",
                "date XXXX-09; date XXXX-11; date XXXX-04/XXXX-06; date XXXX-05-10/XXXX-05-12; 9 month",
            ),
            ("zh: 我们将在2026年之前完成。", "date <2026"),
            (
                "ja: 2024年3月5日に開いた。2026年までに終える。",
                "date 2024-03-05; date ≤2026",
            ),
            (
                "ko: 2024년 3월 5일 회의를 열었다. 4월 5일까지 낸다. 2026년까지 끝낸다.",
                "date 2024-03-05; date ≤XXXX-04-05; date ≤2026",
            ),
            ("ru: В 8 веке, 5 веков", "date 07XX; 5 century"),
            ("fr: Il est mort en 44 av. J.-C.", "date -0043"),
            ("ru: Он умер в 44 году до н. э.", "date -0043"),
            (
                "He (c. 347 – 30 September 420) died.",
                "date ~0347/0420-09-30",
            ),
            (
                "In the 1800s, the 1960's and the '80s it grew.",
                "date 18XX; date 196X; date 198X",
            ),
            (
                "We met on May 3-7 and in January-February 1994.",
                "date XXXX-05-03/XXXX-05-07; date 1994-01/1994-02",
            ),
            (
                "Outlays for FY31 and its fiscal 2031 second quarter fell.",
                "date 2031; date 2031-34",
            ),
            (
                "In FY96 and in fiscal year 2018/19 it grew.",
                "date 1996; date 2018/2019",
            ),
            (
                "We met on May 15 and 16, 2018.",
                "date 2018-05-15/2018-05-16",
            ),
            ("On May 2 and 28 people came.", "date XXXX-05-02; 28 person"),
            (
                "Veldland's law of 1864 and its 2030's plan hold.",
                "date 1864; date 2030",
            ),
        ],
    },
];

static AMOUNTS: &[Reader] = &[
    // No decimal holds it.
    Rule {
        name: BEYOND_REACH,
        decide: |place| beyond_reach(place.passage, place.at).map(Reading::Nothing),
        examples: &[("One trillion trillion trillion people came.", "none")],
    },
    Rule {
        name: "a position",
        decide: |place| {
            let (position, end) = read_ordinal(place.passage, place.at)?;
            Some(Reading::Ordinal(position, end))
        },
        examples: &[
            ("the Nineteenth Meeting", "position 19"),
            (
                "We heard the Eight Meeting in Eight Meetings.",
                "position 8; 8 meeting",
            ),
        ],
    },
    Rule {
        name: "an amount",
        decide: |Place { passage, at, from }| read_quantity(passage, at, from).map(Reading::Amount),
        examples: &[
            ("We cleared 12 fields.", "12 field"),
            ("zh: 六十周年，兩名學生", "60 year; 2 student"),
            (
                "fr: Les deux premières années, vingt autres albums, trois marchés locaux",
                "2 year; 20 album; 3 marché local",
            ),
            (
                "fr: Il a lu deux livres, marqué six points et payé dix livres à Londres.",
                "2 livre; 6 point; 10 pound",
            ),
            (
                "fr: Un demi-million de femmes et des filles âgées de 5 à 14 ans",
                "500000 woman; 5..14 year of age",
            ),
            (
                "es: Dos miden cuatro metros junto a 300 árboles durante las dos primeras semanas.",
                "2; 4 metre; 300 árbol; 2 week",
            ),
            (
                "es: Llegaron entre 3 y más de 10 millones de personas.",
                "~3000000..10000000 person",
            ),
            (
                "pt: Nas duas primeiras semanas, 5 outros navios",
                "2 week; 5 navio",
            ),
            (
                "ru: 10-недельный курс и 5-процентный рост",
                "10 week; 5 percent",
            ),
            (
                "ru: Есть 14 парламентариев, 12 законов и 9 бойцов.",
                "14 парламентарий; 12 закон; 9 бойцов",
            ),
            (
                "ru: В течение 20 лет и более-менее 5 недель мы ждали.",
                "20 year; ~5 week",
            ),
        ],
    },
    // *No* and *none* count where a verb tells that something was counted.
    Rule {
        name: "a count of nothing",
        decide: |place| read_zero(place.passage, place.at).map(Reading::Amount),
        examples: &[
            ("No mines were found.", "0 mine"),
            ("There is no doubt.", "none"),
        ],
    },
];

/// What digits are that no rule reads.
const UNKNOWN: &str = "a number in no form that is known";

/// Whether digits at a token are more than a decimal holds, or have an exponent.
fn is_beyond_reach(passage: Passage, at: usize) -> bool {
    const MOST_DIGITS: usize = 28;
    let run = passage.words(at..end_of_run(passage, at));
    let digits = run.chars().filter(|c| digit_value(*c).is_some()).count();
    digits > MOST_DIGITS || run.contains(['^', 'e', 'E'])
}

/// Reads what starts at a token into `found`, and says where it ends.
fn read_at(place: Place, found: &mut ParagraphFigures) -> Option<usize> {
    let Place { passage, at, from } = place;
    let rules = READERS.iter().copied().flatten();
    let read = rules.into_iter().find_map(|rule| rule.read(place));
    // More digits than a decimal holds are seen all the same.
    let known = read.or_else(|| {
        let nothing = || Reading::Nothing(end_of_run(passage, at));
        let rule = || {
            if is_beyond_reach(passage, at) {
                BEYOND_REACH
            } else {
                UNKNOWN
            }
        };
        passage.is_digits(at).then(|| (rule(), nothing()))
    });
    let (rule, reading) = known?;
    found.rule = rule;
    match reading {
        Reading::Nothing(end) => Some(found.leave(at..end)),
        Reading::Reference(reference) => {
            // Words that the figure before took are not taken again.
            let start = reference.start.max(from);
            let figure = from_reference(passage, Reference { start, ..reference });
            Some(found.push(start..reference.end, figure))
        }
        Reading::Date(mut date) => {
            date.start = date.start.max(from);
            let figure = from_date(passage, &date, None);
            let end = found.push(date.start..date.end, figure);
            found.last_pending().date = Some(date);
            Some(end)
        }
        Reading::Ordinal(position, end) => {
            let figure = from_ordinal(passage, at, end, position);
            Some(found.push(at..end, figure))
        }
        Reading::Amount(quantity) => Some(accept(passage, quantity, found)),
    }
}

impl ParagraphFigures {
    /// Which rule took or refused each number, in reading order.
    pub(super) fn decisions(&self, passage: Passage) -> Vec<Decision> {
        let taken = self.pending_figures.iter().map(|pending| Decision {
            span: pending.figure.numeral,
            rule: pending.rule,
            outcome: Outcome::Taken,
        });
        let refused = self.unread.iter().chain(&self.refused);
        let refused = refused.map(|unread| Decision {
            span: passage.span(unread.tokens.clone()),
            rule: unread.rule,
            outcome: Outcome::Refused,
        });
        let mut decisions: Vec<Decision> = taken.chain(refused).collect();
        decisions.sort_by_key(|decision| decision.span);
        decisions
    }

    /// Notes a number that is no figure, and says where it ends.
    fn leave(&mut self, tokens: Range<usize>) -> usize {
        self.end = tokens.end;
        let rule = self.rule;
        self.unread.push(Unread { tokens, rule });
        self.end
    }

    /// Keeps a figure, and says where it ends.
    fn push(&mut self, tokens: Range<usize>, figure: Figure) -> usize {
        self.end = tokens.end;
        self.pending_figures.push(PendingFigure {
            rule: self.rule,
            tokens,
            figure,
            quantity: None,
            date: None,
        });
        self.end
    }

    fn last_pending(&mut self) -> &mut PendingFigure {
        self.pending_figures
            .last_mut()
            .expect("a figure was just pushed")
    }
}

/// Keeps an amount, unless its words are no number where they stand.
fn accept(passage: Passage, quantity: Quantity, found: &mut ParagraphFigures) -> usize {
    let mut vetoes = VETOES.iter();
    if let Some(rule) = vetoes.find_map(|veto| veto.refuse(passage, &quantity)) {
        found.refused.push(Unread {
            tokens: quantity.numeral.clone(),
            rule,
        });
        // The words around the number stay: the next one may be bounded by them.
        return quantity.numeral.end;
    }
    let mut quantity = quantity;
    let restated = found
        .pending_figures
        .last()
        .filter(|pending| restates(passage, pending, &quantity));
    if let Some(said) = restated.and_then(|pending| pending.quantity.as_ref()) {
        // *more than 5 hectares (12 acres)*: the brackets say the same amount, so that it is
        // bounded too.
        quantity.hedge = said.hedge;
    }
    let carried = restated.and_then(|pending| pending.figure.change);
    let mut figure = from_quantity(passage, &quantity);
    figure.change = read_change(passage, &quantity).or(carried).or_else(|| {
        let mut said = found.pending_figures.iter().rev();
        let pending = said.find(|pending| pending.quantity.is_some())?;
        let before = pending.quantity.as_ref()?;
        match pending.figure.change {
            Some(change) => carry_change(passage, (change, before), &quantity),
            None => start_of_change(passage, before, &quantity),
        }
    });
    if figure.role.is_none() && passage.is_compared(quantity.tokens.start) {
        figure.role = Some(FigureRole::Baseline);
    }
    // *7 million crowns (1 million dollars) a year*: both are paid a year.
    let per = restated.and_then(|_| read_per_both(passage, quantity.tokens.end));
    if let Some(per) = per {
        set_per(passage, &mut quantity, &mut figure, &per);
        let said = found.last_pending();
        if let Some(quantity) = &mut said.quantity {
            set_per(passage, quantity, &mut said.figure, &per);
        }
    }
    let end = found.push(quantity.tokens.clone(), figure);
    let companion = companion(passage, &quantity);
    found.last_pending().quantity = Some(quantity);
    if let Some(companion) = companion {
        let figure = from_quantity(passage, &companion);
        let end = found.push(companion.tokens.clone(), figure);
        found.last_pending().quantity = Some(companion);
        return end;
    }
    end
}

/// The single thing that an article joins to a count, where the verb shows
/// that both are counted: *two journalists and an official were killed*.
fn companion(passage: Passage, quantity: &Quantity) -> Option<Quantity> {
    quantity.noun.as_ref()?;
    let and = passage.grammar(quantity.tokens.end, Grammar::And)?;
    let noun_at = passage.grammar(and, Grammar::Article)?;
    let noun = read_noun(passage, noun_at, Count::One)?;
    // *Three men and a boy were saved*: a verb behind both shows that *a* counts.
    let verb = passage.has(noun.tokens.end, Sense::Auxiliary);
    let Extent::One(numeral) = quantity.extent else {
        return None;
    };
    let one = Numeral {
        start: and,
        end: noun_at,
        amount: Amount::Number {
            value: Decimal::ONE,
            place: Decimal::ONE,
        },
        form: Form::Words,
        ..numeral
    };
    verb.then_some(Quantity {
        tokens: and..noun.tokens.end,
        numeral: and..noun_at,
        extent: Extent::One(one),
        unit: Unit::Bare,
        unit_tokens: 0..0,
        noun: Some(noun),
        hedge: EXACT,
        hedge_tokens: None,
        role: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::tests::holds;

    #[test]
    fn a_number_of_more_digits_than_a_decimal_holds_is_beyond_reach() {
        for text in [
            "we saw |99999999999999999999999999999 mines",
            "we saw |10^30 mines",
        ] {
            assert!(holds(is_beyond_reach, "en", text), "{text}");
        }
        assert!(!holds(is_beyond_reach, "en", "we saw |1,204 mines"));
    }

    #[test]
    fn a_plain_word_starts_no_figure() {
        assert!(holds(starts_figure, "en", "the |12 wells"));
        assert!(!holds(starts_figure, "en", "the |prices rose"));
    }

    #[test]
    fn a_phrase_of_numbers_starts_at_its_first_word() {
        assert!(holds(starts_with_phrase, "en", "|twenty wells"));
        assert!(!holds(starts_with_phrase, "en", "|prices rose"));
    }

    #[test]
    fn a_number_may_start_behind_an_article() {
        assert!(holds(starts_behind_article, "en", "|a million wells"));
        assert!(!holds(starts_behind_article, "en", "|the prices"));
    }

    #[test]
    fn a_word_in_small_letters_is_no_currency() {
        assert!(holds(may_be_currency, "en", "|USD 5"));
        for text in ["|all men", "|prices"] {
            assert!(!holds(may_be_currency, "en", text), "{text}");
        }
    }

    #[test]
    fn a_dash_before_digits_may_be_a_sign() {
        assert!(holds(is_dash_before, "en", "fell to |-5 degrees"));
        assert!(!holds(is_dash_before, "en", "wells |- and roads"));
    }
}
