//! Readings that no English sentence has, set right.
//!
//! The tagger decides word by word and the parser arc by arc; what they cannot see is
//! checked here on the whole sentence. Each rule moves the arcs of two neighbouring
//! words.

use crate::language::parser::ParserWords;
use crate::model::{Dependency, Language, PartOfSpeech};

use super::lemma::{is_irregular_past, lemma};
use super::trained::Syntax;

/// Reads a noun as a verb where a clause would have none outside what stands aside and a
/// preposition follows the past of an irregular verb: *inflation rose from 3 per cent*.
pub(super) fn find_verb(words: &[&str], parts: &mut [PartOfSpeech], lists: &ParserWords) {
    let is_noun = |at: usize| matches!(parts[at], PartOfSpeech::Noun | PartOfSpeech::ProperNoun);
    let joins = |at: usize| parts.get(at + 1) == Some(&PartOfSpeech::Adposition);
    // An irregular past is often a noun too (*rose*, *fell*), and a preposition behind it is what
    // figures are told with: *rose from*, *fell to*.
    let found =
        (1..words.len()).find(|&at| is_noun(at) && joins(at) && is_irregular_past(words[at]));
    let Some(found) = found else { return };
    // What stands aside is found by where verbs stand, so it is looked for with the new reading.
    let mut trial = parts.to_vec();
    trial[found] = PartOfSpeech::Verb;
    let parentheticals = super::parenthetical::parentheticals(words, &trial, lists);
    // A verb behind the next comma is one of another clause.
    let comma = words[found..].iter().position(|&word| word == ",");
    let end = comma.map_or(words.len(), |comma| found + comma);
    let has_verb = (0..end).any(|at| {
        let is_aside = parentheticals.iter().any(|aside| aside.contains(&at));
        // *Falling* alone makes no clause.
        let is_finite = match parts[at] {
            PartOfSpeech::Auxiliary => true,
            PartOfSpeech::Verb => !words[at].ends_with("ing"),
            _ => false,
        };
        !is_aside && is_finite
    });
    if !has_verb {
        parts[found] = PartOfSpeech::Verb;
    }
}

/// Sets right the arcs that the rules find.
pub(super) fn repair(words: &[&str], syntax: &mut Syntax) {
    for at in 1..words.len() {
        if is_cut_compound(syntax, at) {
            join_compound(syntax, at);
        }
        if is_participle_before_subject(syntax, at) {
            take_subject(syntax, at);
        }
        if is_name_with_participle(words, syntax, at) {
            take_place(syntax, at);
        }
        if let Some(verb) = verb_of_subject(words, syntax, at) {
            give_place(syntax, at, verb);
        }
    }
}

fn is_noun(syntax: &Syntax, at: usize) -> bool {
    matches!(
        syntax.parts[at],
        PartOfSpeech::Noun | PartOfSpeech::ProperNoun
    )
}

/// What depends on one word depends on another.
fn hand_over(syntax: &mut Syntax, from: usize, to: usize) {
    for head in syntax.heads.iter_mut().filter(|head| **head == from) {
        *head = to;
    }
}

/// Whether the noun at `at` and the one right before it are read as two subjects of one
/// verb: *services inflation remained*.
fn is_cut_compound(syntax: &Syntax, at: usize) -> bool {
    let before = at - 1;
    let twice = syntax.heads[before] == syntax.heads[at]
        // Behind both nouns: two subjects on either side of a verb are of two clauses.
        && syntax.heads[at] > at
        && syntax.relations[before] == syntax.relations[at]
        && matches!(
            syntax.relations[at],
            Dependency::Nsubj | Dependency::NsubjPass
        );
    is_noun(syntax, before) && is_noun(syntax, at) && twice
}

/// The noun at `at` becomes the head of the one before it and of its modifiers.
fn join_compound(syntax: &mut Syntax, at: usize) {
    let before = at - 1;
    hand_over(syntax, before, at);
    syntax.heads[before] = at;
    syntax.relations[before] = Dependency::Compound;
}

/// Whether the noun at `at` is read as the object of the participle right before it,
/// which opens the sentence, though the verb behind it has no subject: *Operating
/// expenditure is expected to rise*.
fn is_participle_before_subject(syntax: &Syntax, at: usize) -> bool {
    let participle = at - 1;
    let verb = syntax.heads[participle];
    let subject = |word: usize| {
        syntax.heads[word] == verb
            && matches!(
                syntax.relations[word],
                Dependency::Nsubj | Dependency::NsubjPass | Dependency::Expl
            )
    };
    is_noun(syntax, at)
        && syntax.parts[participle] == PartOfSpeech::Verb
        && syntax.heads[at] == participle
        && syntax.relations[at] == Dependency::Obj
        && matches!(
            syntax.relations[participle],
            Dependency::Advcl | Dependency::Dep
        )
        && verb > at
        // The root has no verb to be the subject of.
        && verb < syntax.heads.len()
        && !(0..syntax.heads.len()).any(subject)
        // *Citing costs, it declined*: a comma that closes the participle's clause, which then
        // stands by itself.
        && !(at..verb).any(|word| {
            syntax.heads[word] == participle && syntax.relations[word] == Dependency::Punct
        })
}

/// The object of a participle becomes the subject of the verb, the participle its
/// modifier.
fn take_subject(syntax: &mut Syntax, at: usize) {
    let participle = at - 1;
    let verb = syntax.heads[participle];
    // *Is expected to rise* has a passive helping verb, *continues to rise* none: the treebanks
    // name the two subjects differently.
    let passive = (at..verb)
        .any(|word| syntax.heads[word] == verb && syntax.relations[word] == Dependency::AuxPass);
    hand_over(syntax, participle, at);
    syntax.heads[at] = verb;
    syntax.relations[at] = if passive {
        Dependency::NsubjPass
    } else {
        Dependency::Nsubj
    };
    syntax.heads[participle] = at;
    syntax.relations[participle] = Dependency::Amod;
}

/// Whether the noun at `at` is read as the object of the participle right before it
/// though both are written as a name behind a preposition: *an increase in Running
/// Costs*.
fn is_name_with_participle(words: &[&str], syntax: &Syntax, at: usize) -> bool {
    let participle = at - 1;
    let is_capitalised = |at: usize| words[at].starts_with(char::is_uppercase);
    let joined = participle > 1
        && matches!(
            syntax.parts[participle - 1],
            PartOfSpeech::Adposition | PartOfSpeech::SubordinatingConjunction
        );
    joined
        && is_capitalised(participle)
        && is_capitalised(at)
        && syntax.parts[participle] == PartOfSpeech::Verb
        && syntax.heads[at] == participle
        && syntax.relations[at] == Dependency::Obj
        && syntax.heads[participle] < participle
}

/// The noun at `at` takes the place of the participle before it, which becomes its
/// modifier.
fn take_place(syntax: &mut Syntax, at: usize) {
    let participle = at - 1;
    let host = syntax.heads[participle];
    // Before a verb the preposition was read as a mark of its clause; before a noun it is its case.
    for word in 0..syntax.heads.len() {
        if syntax.heads[word] == participle && syntax.relations[word] == Dependency::Mark {
            syntax.relations[word] = Dependency::Case;
        }
    }
    hand_over(syntax, participle, at);
    syntax.heads[at] = host;
    // Universal Dependencies tell what modifies a verb (*obl*) from what modifies a noun (*nmod*).
    syntax.relations[at] = match syntax.parts[host] {
        PartOfSpeech::Verb | PartOfSpeech::Auxiliary => Dependency::Obl,
        _ => Dependency::Nmod,
    };
    syntax.heads[participle] = at;
    syntax.relations[participle] = Dependency::Amod;
}

/// The verb of the clause, where the noun at `at` was read as it: behind a helping verb no
/// verb has an ending in *s*, as *members* has in *under no circumstances shall members
/// disclose it*.
fn verb_of_subject(words: &[&str], syntax: &Syntax, at: usize) -> Option<usize> {
    let helps = syntax.parts[at - 1] == PartOfSpeech::Auxiliary
        && syntax.heads[at - 1] == at
        && syntax.relations[at - 1] == Dependency::Aux;
    let is_inflected = || {
        let base = lemma(words[at], PartOfSpeech::Verb, Language::English);
        words[at].ends_with('s') && *base != *words[at].to_lowercase()
    };
    if !helps || syntax.parts[at] != PartOfSpeech::Verb || !is_inflected() {
        return None;
    }
    let is_verb = |other: &usize| {
        syntax.heads[*other] == at
            && syntax.parts[*other] == PartOfSpeech::Verb
            && matches!(
                syntax.relations[*other],
                Dependency::Xcomp | Dependency::Ccomp
            )
    };
    (at + 1..words.len()).find(is_verb)
}

/// The verb takes the place of the noun at `at`, which becomes its subject.
fn give_place(syntax: &mut Syntax, at: usize, verb: usize) {
    let (head, relation) = (syntax.heads[at], syntax.relations[at]);
    hand_over(syntax, at, verb);
    (syntax.heads[verb], syntax.relations[verb]) = (head, relation);
    (syntax.heads[at], syntax.relations[at]) = (verb, Dependency::Nsubj);
    syntax.parts[at] = PartOfSpeech::Noun;
}

#[cfg(test)]
mod tests {
    use crate::model::Language;
    use crate::parse::parse_sentence;

    /// Part of speech, head and relation of a word of a sentence.
    fn read(text: &str, of: &str) -> String {
        let tree = parse_sentence(text, 0..text.len(), Language::English).unwrap();
        let at = (0..tree.words.len()).find(|&at| tree.words[at].span.of(text) == of);
        let word = &tree.words[at.unwrap()];
        let head = tree
            .head(at.unwrap())
            .map(|head| tree.words[head].span.of(text));
        format!(
            "{:?} {} {:?}",
            word.part,
            head.unwrap_or("-"),
            word.relation
        )
    }

    #[test]
    fn a_clause_has_a_verb() {
        let text =
            "As a result of this, inflation in the last 12 months rose from 3 to 4 per cent.";
        assert_eq!(read(text, "rose"), "Verb - Root");
        assert!(read("The rose from the south was sold.", "rose").starts_with("Noun"));
    }

    #[test]
    fn two_nouns_side_by_side_are_one_subject() {
        let text = "Annual services inflation remained high at a virtually unchanged level.";
        assert_eq!(read(text, "services"), "Noun inflation Compound");
        assert_eq!(read(text, "inflation"), "Noun remained Nsubj");
        assert_eq!(read(text, "Annual"), "Adjective inflation Amod");
    }

    #[test]
    fn a_verb_takes_its_subject_from_a_participle() {
        let text = "Operating expenditure in May is projected to increase.";
        assert_eq!(read(text, "expenditure"), "Noun projected NsubjPass");
        assert_eq!(read(text, "Operating"), "Verb expenditure Amod");
    }

    #[test]
    fn a_subject_between_a_helping_verb_and_its_verb_is_no_verb() {
        let text = "Under no circumstances shall members disclose the text.";
        assert_eq!(read(text, "members"), "Noun disclose Nsubj");
        assert_eq!(read(text, "shall"), "Auxiliary disclose Aux");
        assert_eq!(read(text, "disclose"), "Verb - Root");
        let text = "The members shall discuss ways to clear the field.";
        assert_eq!(read(text, "discuss"), "Verb - Root");
    }

    #[test]
    fn a_name_may_begin_with_a_participle() {
        let text = "This is largely due to a 9% increase in Running Costs, from 5 to 6 million.";
        assert_eq!(read(text, "Costs"), "ProperNoun increase Nmod");
        assert_eq!(read(text, "Running"), "Verb Costs Amod");
        assert_eq!(read(text, "in"), "SubordinatingConjunction Costs Case");
    }
}
