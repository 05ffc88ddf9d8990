//! What a sentence says of its figures: subject, predicate, period, scope, source.
//!
//! These are the key on which figures are matched between statements, so they
//! are read from few and firm signs: the same sentence with another number
//! gives the same key.

use std::ops::Range;

use super::change::set_ends;
use super::ellipsis::fill_gaps;
use super::noun::{Count, read_noun};
use super::object::{object_before, owner_behind};
use super::passage::Passage;
use super::period::{Time, during, read_period, refers_back};
use super::reader::PendingFigure;
use super::role::read_roles;
use super::sense::Sense;
use super::sharing::{share_forwards, share_whole};
use super::verb::{is_verb, participles, read_verb};
use crate::language::grammar::Grammar;
use crate::model::{FigureKind, Tree};

/// Fills in what the sentence `sentence` says of each of its figures, and
/// returns the period that they cover. `before` is that of the sentence before,
/// which holds where this one refers back to it.
pub(super) fn read_context(
    passage: Passage,
    sentence: Range<usize>,
    pending_figures: &mut [PendingFigure],
    tree: Option<&Tree>,
    before: Option<Time>,
) -> Option<Time> {
    if pending_figures.is_empty() {
        return None;
    }
    let tells_time = pending_figures
        .iter()
        .any(|pending| pending.figure.date.is_some());
    // A sentence with a date is about that, whatever it points back to.
    let before = before.filter(|_| !tells_time && refers_back(passage, sentence.clone()));
    let time = read_period(passage, sentence.clone(), pending_figures);
    // First what a list says once; the clause is asked for what is missing then.
    share_forwards(passage, pending_figures);
    set_ends(passage, pending_figures);
    fill_gaps(passage, pending_figures);
    share_whole(passage, &sentence, pending_figures);
    let attribution = read_attribution(passage, sentence.clone());
    // The tree knows the clause; below stands what is read where there is no model of the language.
    if let Some(tree) = tree {
        read_roles(passage, tree, pending_figures);
        for pending in pending_figures.iter_mut() {
            pending.figure.attribution.clone_from(&attribution);
            if pending.figure.kind.is_amount() {
                read_rest(passage, &sentence, pending, before.as_ref());
            }
        }
        return last_time(pending_figures);
    }
    let dates: Vec<(Range<usize>, String)> = pending_figures
        .iter()
        .filter_map(|pending| Some((pending.tokens.clone(), pending.figure.date.clone()?)))
        .collect();
    for pending in pending_figures.iter_mut() {
        pending.figure.attribution.clone_from(&attribution);
        if !pending.figure.kind.is_amount() {
            continue;
        }
        let clause = clause(passage, &sentence, &pending.tokens);
        let verb = read_verb(passage, &clause, &pending.tokens);
        pending.figure.negated = is_negated(passage, &clause, pending, verb.as_ref());
        if pending.figure.subject.is_none()
            && let Some(words) = read_subject(passage, &clause, pending, verb.as_ref())
        {
            pending.figure.spans.subject = Some(passage.span(words.clone()));
            pending.figure.subject = Some(passage.folded(words));
        }
        if let Some(words) = verb {
            pending.figure.spans.predicate = Some(passage.span(words.clone()));
            pending.figure.predicate = Some(participles(passage, words));
        }
        if let Some(words) = read_scope(passage, (sentence.start, &clause), pending.tokens.end) {
            pending.figure.spans.scope = Some(passage.span(words.clone()));
            pending.figure.scope = Some(passage.folded(words));
        }
        let time = time
            .clone()
            .or_else(|| during(passage, &clause, &dates, &pending.figure))
            .or_else(|| before.clone());
        pending.figure.spans.period = time.as_ref().map(|time| time.span);
        pending.figure.period = time.map(|time| time.period);
    }
    share_predicates(passage, pending_figures);
    last_time(pending_figures)
}

/// The first time that a figure of the sentence covers.
fn last_time(pending_figures: &[PendingFigure]) -> Option<Time> {
    pending_figures.iter().find_map(|pending| {
        Some(Time {
            period: pending.figure.period.clone()?,
            span: pending.figure.spans.period?,
        })
    })
}

/// What the tree does not say of a figure: its place, whether it is denied, and
/// the time of the sentence before.
fn read_rest(
    passage: Passage,
    sentence: &Range<usize>,
    pending: &mut PendingFigure,
    before: Option<&Time>,
) {
    let clause = clause(passage, sentence, &pending.tokens);
    pending.figure.negated |= is_negated(passage, &clause, pending, None);
    if let Some(words) = read_scope(passage, (sentence.start, &clause), pending.tokens.end) {
        pending.figure.spans.scope = Some(passage.span(words.clone()));
        pending.figure.scope = Some(passage.folded(words));
    }
    if let Some(time) = before.filter(|_| pending.figure.period.is_none()) {
        pending.figure.spans.period = Some(time.span);
        pending.figure.period = Some(time.period.clone());
    }
}

/// Gives figures that stand in one list the verb of their neighbour: *destroyed
/// 9 shells, 8 mines and 3 rockets*.
fn share_predicates(passage: Passage, pending_figures: &mut [PendingFigure]) {
    for at in 1..pending_figures.len() {
        let (before, after) = pending_figures.split_at_mut(at);
        let (one, other) = (&mut before[at - 1], &mut after[0]);
        let joined = (one.tokens.end..other.tokens.start)
            .all(|at| passage.word(at) == "," || passage.is(at, Grammar::And));
        let counts =
            one.figure.kind == FigureKind::Quantity && other.figure.kind == FigureKind::Quantity;
        if joined && counts {
            let verb = |pending: &PendingFigure| {
                let figure = &pending.figure;
                Some((figure.predicate.clone()?, figure.spans.predicate))
            };
            let Some((predicate, words)) = verb(one).or_else(|| verb(other)) else {
                continue;
            };
            for pending in [one, other] {
                if pending.figure.predicate.is_none() {
                    pending.figure.predicate = Some(predicate.clone());
                    pending.figure.spans.predicate = words;
                }
            }
        }
    }
}

/// The stretch between marks that part clauses, around a figure.
fn clause(passage: Passage, sentence: &Range<usize>, figure: &Range<usize>) -> Range<usize> {
    let parts = |at: &usize| {
        matches!(passage.word(*at), "," | ";" | ":" | "(" | ")" | "—" | "–")
            // The comma of *1,250* parts no clauses.
            && !passage.is_glued(at + 1)
    };
    let start = (sentence.start..figure.start)
        .rev()
        .find(|at| parts(at))
        .map_or(sentence.start, |at| at + 1);
    let end = (figure.end..sentence.end)
        .find(parts)
        .unwrap_or(sentence.end);
    start..end
}

/// What a measure, a share or an amount is of: behind *of*, the noun that a
/// hyphen ties to it, or the subject of its verb.
fn read_subject(
    passage: Passage,
    clause: &Range<usize>,
    pending: &PendingFigure,
    verb: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let end = pending.tokens.end;
    // *5 tonnes of wheat a year* says it inside its unit.
    let unit = pending.quantity.as_ref().map(|own| own.unit_tokens.clone());
    let inside = unit
        .into_iter()
        .flatten()
        .find_map(|at| passage.grammar(at, Grammar::Of));
    // *34 per cent of them* says no more than the number.
    let behind = || passage.grammar(end, Grammar::Of);
    let of = inside.or_else(|| behind().filter(|_| !passage.is(end, Grammar::OfThem)));
    if let Some(of) = of {
        let owned = passage.find(of, |sense| (sense == Sense::Owner).then_some(()));
        let start = owned.map_or_else(|| passage.past_determiner(of), |owner| owner.end);
        let phrase = phrase(passage, start, clause.end);
        return (!phrase.is_empty()).then_some(phrase);
    }
    let quantity = pending.quantity.as_ref()?;
    if let Some(object) = object_before(passage, pending.tokens.start) {
        return Some(object.words);
    }
    if pending.figure.kind == FigureKind::Percentage
        && let Some(owner) = owner_behind(passage, &pending.tokens)
    {
        return Some(owner);
    }
    let hyphenated = (quantity.numeral.end..end).any(|at| passage.is_hyphen(at));
    if hyphenated && let Some(noun) = read_noun(passage, end, Count::One) {
        return Some(noun.tokens);
    }
    let verb = verb.filter(|verb| verb.end <= pending.tokens.start);
    verb.and_then(|verb| subject_of(passage, clause, verb.start))
        .or_else(|| owner_beside(passage, clause, pending))
}

/// What a share or an amount of money is of where no verb says it: *inflation
/// of 2 per cent*, *the budget is 5 million euros*, *5 million euros in loans*.
fn owner_beside(
    passage: Passage,
    clause: &Range<usize>,
    pending: &PendingFigure,
) -> Option<Range<usize>> {
    let is_money = pending.figure.kind == FigureKind::Money;
    if !is_money && pending.figure.kind != FigureKind::Percentage {
        return None;
    }
    let Range { start, end } = pending.tokens;
    let owner = if let Some(of) = passage.grammar_before(start, Grammar::Of) {
        phrase_before(passage, clause.start, of)
    } else if start > clause.start && passage.has(start - 1, Sense::Auxiliary) {
        subject_of(passage, clause, start)
    } else {
        let inside = passage.grammar(end, Grammar::In).filter(|_| is_money);
        inside.map(|inside| phrase(passage, inside, clause.end))
    };
    let is_sum = |words: &Range<usize>| words.len() == 1 && passage.has(words.start, Sense::Sum);
    owner.filter(|words| {
        let says_it = !words.is_empty()
            && !is_sum(words)
            && !words.clone().any(|at| passage.is_time_unit(at));
        says_it && !passage.is_capitalised(words.start)
    })
}

/// The words from a token on that can belong to one noun phrase.
fn phrase(passage: Passage, start: usize, limit: usize) -> Range<usize> {
    // *40 per cent of the farmers plant maize*: behind a plural, what may be a verb is one.
    let acts = |at: usize| {
        at > start && is_verb(passage, at) && passage.lexis.is_plural(&passage.folded(at - 1..at))
    };
    let mut end = start;
    while end < limit
        && !acts(end)
        && end < start + 5
        && (passage.is_word(end) && !passage.has(end, Sense::Stop)
            || passage.is_hyphen(end) && end > start)
    {
        end += 1;
    }
    start..end
}

/// The noun phrase right before the verb, auxiliaries and adverbs left out; of
/// *the waiting time for an appointment* what stands before *for*.
fn subject_of(passage: Passage, clause: &Range<usize>, verb: usize) -> Option<Range<usize>> {
    let skipped = |at: usize| {
        let word = passage.folded(at..at + 1);
        passage.has(at, Sense::Auxiliary) || passage.lexis.is_adverb(&word)
    };
    let mut end = verb;
    while end > clause.start && skipped(end - 1) {
        end -= 1;
    }
    let nearest = phrase_before(passage, clause.start, end)?;
    Some(head_before(passage, clause.start, nearest.start).unwrap_or(nearest))
}

/// The words right before a token that can belong to one noun phrase.
fn phrase_before(passage: Passage, limit: usize, end: usize) -> Option<Range<usize>> {
    let belongs = |at: usize| {
        passage.is_word(at) && !passage.has(at, Sense::Stop) && !passage.has(at, Sense::Auxiliary)
            || passage.is_hyphen(at)
    };
    let mut start = end;
    while start > limit && end - start < 5 && belongs(start - 1) {
        start -= 1;
    }
    // Of *12-month basis* the number is missing.
    (start < end && !passage.is_hyphen(start)).then_some(start..end)
}

/// The noun phrase that the one at a token only adds to, with *for* or *in* between.
fn head_before(passage: Passage, limit: usize, start: usize) -> Option<Range<usize>> {
    let adds = |&at: &usize| {
        let determines = passage.past_determiner(at) > at;
        determines || passage.find(at, ordinal).is_some()
    };
    let determiners = (limit..start).rev().take_while(adds).count();
    let joint = (start - determiners).checked_sub(1)?;
    let stands = |word| joint >= limit && passage.is(joint, word);
    let is_added = stands(Grammar::For) || stands(Grammar::In);
    is_added.then(|| phrase_before(passage, limit, joint))?
}

fn ordinal(sense: Sense) -> Option<()> {
    matches!(sense, Sense::Ordinal(_)).then_some(())
}

fn is_negated(
    passage: Passage,
    clause: &Range<usize>,
    pending: &PendingFigure,
    verb: Option<&Range<usize>>,
) -> bool {
    let start = pending.tokens.start;
    let negates = |at: usize| {
        passage
            .grammar_before(at, Grammar::Not)
            .is_some_and(|not| not >= clause.start)
    };
    negates(start) || verb.is_some_and(|verb| negates(verb.start))
}

/// Most words of a place or an owner.
const LONGEST_SCOPE: usize = 6;

/// The place that follows *in* behind a figure (*in the liberated territories*), or that
/// leads its sentence (*In the northern district, …*).
fn read_scope(
    passage: Passage,
    (sentence, clause): (usize, &Range<usize>),
    figure_end: usize,
) -> Option<Range<usize>> {
    let behind = (figure_end..clause.end.min(figure_end + LONGEST_SCOPE))
        .find(|&at| passage.is(at, Grammar::In))
        .and_then(|at| place(passage, at + 1, clause.end));
    let leading = || {
        let start = passage.grammar(sentence, Grammar::In)?;
        let place = place(passage, start, clause.end)?;
        (passage.word(place.end) == ",").then_some(place)
    };
    behind.or_else(leading)
}

/// The words that name a place from a token on, behind an article.
fn place(passage: Passage, start: usize, end: usize) -> Option<Range<usize>> {
    let start = passage.past_determiner(start);
    let place = phrase(passage, start, end);
    let month = passage.find(start, |sense| {
        matches!(sense, Sense::Month(_)).then_some(())
    });
    let named = place
        .clone()
        .any(|at| passage.is_capitalised(at) || passage.has(at, Sense::Place));
    (!passage.is_digits(start) && month.is_none() && named).then_some(place)
}

/// Who claims what the sentence says, where it is not the speaker.
fn read_attribution(passage: Passage, sentence: Range<usize>) -> Option<String> {
    let attributes = |&at: &usize| {
        let senses = passage.tokens[at].senses;
        passage.lexis.lexicon.attributes(senses)
    };
    sentence.clone().filter(attributes).find_map(|at| {
        if let Some(found) = passage.find(at, |sense| (sense == Sense::According).then_some(())) {
            let source = phrase(passage, passage.past_determiner(found.end), sentence.end);
            return (!source.is_empty()).then(|| passage.words(source).to_owned());
        }
        if passage.has(at, Sense::Claim) && at > sentence.start {
            let subject = (sentence.start..at)
                .rev()
                .take_while(|&at| passage.is_word(at) && passage.is_capitalised(at))
                .last()?;
            return Some(passage.words(subject..at).to_owned());
        }
        None
    })
}
