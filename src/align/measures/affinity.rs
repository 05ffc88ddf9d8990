//! How sure it is that two figures of different statements measure the same.

use super::profile::Profile;
use super::words::{phrases_alike, words_alike};

/// What the parts weigh where both figures have them; the words around weigh
/// in always.
const WORDS: f64 = 0.6;
const UNIT: f64 = 0.25;
const SUBJECT: f64 = 0.2;
/// What a subject weighs that is a name, where both have it.
const NAME: f64 = 0.5;
const PREDICATE: f64 = 0.1;
const SCOPE: f64 = 0.1;

/// How sure it is that both figures measure the same, 0 to 1; 0 where they
/// cannot: other things, another kind of period.
pub(super) fn affinity(one: &Profile<'_>, two: &Profile<'_>) -> f64 {
    if one.class != two.class {
        return 0.0;
    }
    let harmony = one.reach.harmony(two.reach);
    if harmony == 0.0 {
        return 0.0;
    }
    let (a, b) = (one.figure, two.figure);
    let mut sum = WORDS * words_alike(&one.words, &two.words);
    let mut whole = WORDS;
    let subject = if one.shares_name(two) { NAME } else { SUBJECT };
    let parts = [
        (UNIT, units_alike(one, two)),
        (subject, subjects_alike(one, two)),
        (
            PREDICATE,
            phrases_alike(a.predicate.as_deref(), b.predicate.as_deref()),
        ),
        (SCOPE, phrases_alike(a.scope.as_deref(), b.scope.as_deref())),
    ];
    for (weight, alike) in parts {
        if let Some(alike) = alike {
            sum += weight * alike;
            whole += weight;
        }
    }
    harmony * sum / whole
}

/// How alike the subjects are; `None` for counted things, whose subject is
/// their unit again.
fn subjects_alike(one: &Profile<'_>, two: &Profile<'_>) -> Option<f64> {
    if one.class.is_of_things() {
        return None;
    }
    phrases_alike(one.figure.subject.as_deref(), two.figure.subject.as_deref())
}

/// How alike the names of two counted things are; `None` where the class says
/// it all.
fn units_alike(one: &Profile<'_>, two: &Profile<'_>) -> Option<f64> {
    let (a, b) = (one.figure.unit.as_deref(), two.figure.unit.as_deref());
    if one.figure.ratio.is_some() && two.figure.ratio.is_some() {
        return Some(if a == b { 1.0 } else { 0.0 });
    }
    let long = |unit: Option<&str>| unit.is_some_and(|unit| unit.contains(' '));
    if one.class.is_of_things() && (long(a) || long(b)) {
        phrases_alike(a, b)
    } else {
        None
    }
}
