//! Files the words of a pack in a lexicon.

use super::super::lexicon::Lexicon;
use super::super::sense::Sense;
use super::super::unit;
use crate::language::figures::FigureWords;
use crate::model::Direction;

/// Files every phrase with its meaning.
pub(super) fn fill(words: &FigureWords, lexicon: &mut Lexicon) {
    unit::add_currencies(lexicon, words.english_names);
    if words.english_names {
        unit::add_english(lexicon);
    }
    add_numbers(words, lexicon);
    add_words(words, lexicon);
}

fn add_numbers(words: &FigureWords, lexicon: &mut Lexicon) {
    let mut add = |list, sense| lexicon.add_list(list, sense);
    for &(word, value) in words.cardinals {
        add(word, Sense::Cardinal(value));
    }
    for &(word, value) in words.scales {
        add(word, Sense::Scale(value));
    }
    for &(word, value) in words.plenty {
        add(word, Sense::Plenty(value));
    }
    for &(word, low, high) in words.vague {
        add(word, Sense::Vague(low, high));
    }
    for &(word, value) in words.ordinals {
        add(word, Sense::Ordinal(value));
    }
    for &(word, whole) in words.parts {
        add(word, Sense::Part(whole));
    }
    for &(word, part, whole) in words.shares {
        add(word, Sense::Share(part, whole));
    }
    for &(word, whole) in words.parts_of {
        add(word, Sense::PartsOf(whole));
    }
    for (month, names) in (1..).zip(words.months) {
        add(names, Sense::Month(month));
    }
}

/// *rows 3 and 5* beside *row 3*; only English has a table of series.
fn add_plural_series(words: &FigureWords, lexicon: &mut Lexicon) {
    let nouns = words.series.split('|');
    // *series* is its own plural, *no.* has none in *s*.
    for word in nouns.filter(|word| !word.is_empty() && !word.ends_with(['s', '.'])) {
        lexicon.add_list(&[word, "s"].concat(), Sense::Series);
    }
}

fn add_words(words: &FigureWords, lexicon: &mut Lexicon) {
    let mut add = |list, sense| lexicon.add_list(list, sense);
    for &(word, list) in words.grammar {
        add(list, Sense::Word(word));
    }
    add(words.negators, Sense::Negator);
    for &(hedge, list) in words.hedges {
        add(list, Sense::Hedge(hedge));
    }
    for &(name, list) in words.units {
        let row = unit::row_named(name).expect("the tables name units that exist");
        add(list, Sense::Unit(row));
    }
    for &(code, list) in words.currencies {
        let row = unit::currency_row(code).expect("the tables name currencies that exist");
        add(list, Sense::Currency(row));
    }
    for &(code, list) in words.currency_marks {
        let row = unit::currency_row(code).expect("the tables name currencies that exist");
        add(list, Sense::CurrencyMark(row));
    }
    for (row, &(_, list)) in (0..).zip(words.nouns) {
        add(list, Sense::Noun(row));
    }
    for &(role, list) in words.roles {
        add(list, Sense::Role(role));
    }
    add(words.labels, Sense::Label);
    add(words.series, Sense::Series);
    add(words.titles, Sense::Title);
    add(words.gatherings, Sense::Gathering);
    add(words.climbs, Sense::Climb);
    add(words.lasting, Sense::Lasting);
    add(words.lifetimes, Sense::Lifetime);
    add(words.ratios, Sense::Ratio);
    add(words.shells, Sense::Shell);
    add(words.groups, Sense::Group);
    add(words.claims, Sense::Claim);
    add(words.according, Sense::According);
    add(words.streets, Sense::Street);
    add(words.sums, Sense::Sum);
    add(words.owners, Sense::Owner);
    add(words.pronouns, Sense::Pronoun);
    add(words.crowds, Sense::Crowd);
    add(words.levels, Sense::Level);
    add(words.settings, Sense::Setting);
    add(words.comparisons, Sense::Beside);
    add_more_words(words, lexicon);
}

/// The rest of the lists of words.
fn add_more_words(words: &FigureWords, lexicon: &mut Lexicon) {
    let mut add = |list, sense| lexicon.add_list(list, sense);
    add(words.higher, Sense::Differs(Direction::Up));
    add(words.lower, Sense::Differs(Direction::Down));
    add(words.exceeds, Sense::Exceeds);
    add(words.degrees, Sense::Degree);
    add(words.extras, Sense::Extra);
    add(words.turns, Sense::Turn);
    add(words.effects, Sense::Effect);
    add(words.dues, Sense::Due);
    add(words.deictics, Sense::Deictic(None));
    for (phrases, step) in words.deictic_steps.into_iter().zip([0, -1, 1]) {
        add(phrases, Sense::Deictic(Some(step)));
    }
    add(words.respectively, Sense::Respectively);
    add(words.negations, Sense::Negation);
    add(words.places, Sense::Place);
    add(words.rises, Sense::Moves(Direction::Up));
    add(words.falls, Sense::Moves(Direction::Down));
    add(words.gains, Sense::Changes(Direction::Up));
    add(words.losses, Sense::Changes(Direction::Down));
    add(words.raises, Sense::Moved(Direction::Up));
    add(words.cuts, Sense::Moved(Direction::Down));
    add(words.keeps, Sense::Kept);
    add(words.phrasals, Sense::Phrasal);
    add(words.steps, Sense::Step);
    add(words.thresholds, Sense::Threshold);
    add(words.stops, Sense::Stop);
    add(words.auxiliaries, Sense::Auxiliary);
    add(words.verbs, Sense::Verb);
    add(words.bearers, Sense::Bearer);
    add(words.money, Sense::Money);
    add_plural_series(words, lexicon);
}
