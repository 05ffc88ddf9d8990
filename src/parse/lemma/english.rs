//! Regular base forms of English nouns, verbs and adjectives.
//!
//! What the rules get wrong stands in the table of the irregular; of a word
//! that is in neither, a verb may lose or gain an *e*.

use crate::model::PartOfSpeech;

/// The base form of a word in lower case by the rules alone; the word itself
/// where it is no noun, verb or adjective.
#[must_use]
pub fn regular(word: String, part: PartOfSpeech) -> String {
    let base = match part {
        PartOfSpeech::Noun => singular(&word),
        PartOfSpeech::Verb => infinitive(&word),
        PartOfSpeech::Adjective => positive(&word),
        _ => None,
    };
    base.unwrap_or(word)
}

/// The singular of a plural.
fn singular(word: &str) -> Option<String> {
    // An ending is one where a syllable is left without it.
    let stem = |ending: &str| word.strip_suffix(ending).filter(|stem| has_vowel(stem));
    if ["ss", "us", "is"]
        .iter()
        .any(|ending| word.ends_with(ending))
    {
        return None;
    }
    // *Analyses*; other plurals of nouns in *-is* (*crises*) have entries.
    if let Some(stem) = stem("yses") {
        return Some(format!("{stem}ysis"));
    }
    if let Some(stem) = word
        .strip_suffix("men")
        .filter(|stem| stem.is_empty() || has_vowel(stem))
    {
        return Some(format!("{stem}man"));
    }
    without_s(word)
}

/// Takes off the *-s* of a plural or a third person.
fn without_s(word: &str) -> Option<String> {
    let stem = word.strip_suffix('s')?;
    // *As* is no plural, and *1990s* has no other form.
    if stem.len() < 2 || stem.ends_with(|char: char| !char.is_alphabetic()) {
        return None;
    }
    // *Countries*, but *ties*.
    if let Some(stem) = stem.strip_suffix("ie").filter(|stem| stem.len() > 1) {
        return Some(format!("{stem}y"));
    }
    // *Losses*, *wishes*, *branches*, *taxes*, *buzzes*, *heroes*: the *e* belongs to the ending.
    let hissing = ["sse", "she", "che", "xe", "zze", "oe"];
    let extra = usize::from(hissing.iter().any(|ending| stem.ends_with(ending)));
    Some(stem[..stem.len() - extra].to_owned())
}

/// The positive of *happier* and *happiest*. Other comparatives have entries:
/// too many words end in *-er*.
fn positive(word: &str) -> Option<String> {
    let stem = word
        .strip_suffix("ier")
        .or_else(|| word.strip_suffix("iest"))?;
    Some(format!("{stem}y"))
}

/// The infinitive of a form in *-s*, *-ed* or *-ing*.
fn infinitive(word: &str) -> Option<String> {
    if ["ss", "us", "is"]
        .iter()
        .any(|ending| word.ends_with(ending))
    {
        return None;
    }
    // *Carried*; *died* and *tied* have one letter left and their entries.
    if let Some(stem) = word.strip_suffix("ied").filter(|stem| stem.len() > 1) {
        return Some(format!("{stem}y"));
    }
    // *Agreed*: the ending takes one *e* of its own.
    if let Some(stem) = word.strip_suffix("eed") {
        return Some(format!("{stem}ee"));
    }
    let stem = word.strip_suffix("ed").or_else(|| word.strip_suffix("ing"));
    // *Bring* and *thing* end in no *-ing*.
    match stem.filter(|stem| has_vowel(stem)) {
        Some(stem) => Some(unsuffixed(stem)),
        None => without_s(word),
    }
}

/// The infinitive whose ending was taken off: a doubled consonant becomes one,
/// a lost *e* is put back.
fn unsuffixed(stem: &str) -> String {
    if is_doubled(stem) {
        return stem[..stem.len() - 1].to_owned();
    }
    let e = if loses_e(stem) { "e" } else { "" };
    format!("{stem}{e}")
}

/// Whether a stem ends in a consonant that its infinitive has once.
fn is_doubled(stem: &str) -> bool {
    let Some((before, [first, second])) = stem.as_bytes().split_last_chunk() else {
        return false;
    };
    // *Passed*, *staffed* and *buzzed* keep both letters: *s*, *f* and *z* are not listed.
    let doubles = match first {
        // *Compelled* and *controlled*, but *filled* and *pulled*, whose verbs have both.
        b'l' => before.ends_with(b"e") || before.ends_with(b"o"),
        b'b' | b'd' | b'g' | b'm' | b'n' | b'p' | b'r' | b't' | b'v' => true,
        _ => false,
    };
    // One vowel group alone: *called* is of *call*, *controlled* of *control*.
    let short = *first == b'l' && !has_vowel(stem[..before.len()].trim_end_matches(is_vowel));
    first == second && doubles && !short
}

/// Endings of stems that have lost an *e*, whatever stands before.
const LOSE_E: &[&str] = &[
    "c", "u", "v", "z", "dg", "lg", "rg", "eng", "ang", "bl", "cl", "dl", "fl", "gl", "kl", "pl",
    "tl", "zl", "br", "tr",
];

/// Endings of stems that have lost an *e* where one vowel alone stands before
/// the last consonant.
const LOSE_E_BEHIND_VOWEL: &[&str] = &[
    "ab", "ib", "ob", "ub", "ad", "id", "od", "ud", "ag", "eg", "ig", "og", "ug", "ak", "ik", "ok",
    "uk", "il", "ol", "ul", "am", "im", "um", "in", "un", "ap", "yp", "ar", "ir", "ur", "at", "ot",
    "ut",
];

/// Whether a stem ends as those do that have lost an *e* whatever stands before.
fn loses_e_anywhere(stem: &str) -> bool {
    // *Us-ing*, *clos-ing* and *increas-ing*, but *pass-ing*.
    let ends_in_one_s = stem.ends_with('s') && !stem.ends_with("ss");
    ends_in_one_s || LOSE_E.iter().any(|ending| stem.ends_with(ending))
}

fn loses_e(stem: &str) -> bool {
    if loses_e_anywhere(stem) {
        return true;
    }
    let Some((before, [vowel, last])) = stem.as_bytes().split_last_chunk() else {
        return false;
    };
    // *Hop-ing* is of *hope*; two vowels (*need-ing*) show the length without an *e*.
    let behind_consonant = !before.last().is_some_and(|&byte| is_vowel(byte.into()));
    // *Show*, *fix* and *play* never double their last letter, so its lack says nothing of an *e*.
    let closed = is_vowel((*vowel).into()) && !is_vowel((*last).into()) && !b"wxy".contains(last);
    let one_syllable = !before.iter().any(|&byte| is_vowel(byte.into()));
    closed
        && behind_consonant
        // A verb of one syllable would double its consonant (*stopped*): where it does not, an *e*
        // was lost (*hoped*).
        && (one_syllable
            || LOSE_E_BEHIND_VOWEL
                .iter()
                .any(|ending| stem.ends_with(ending)))
}

fn is_vowel(char: char) -> bool {
    "aeiouy".contains(char)
}

fn has_vowel(text: &str) -> bool {
    text.contains(is_vowel)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_is_cut_from_what_has_a_vowel_left() {
        assert!(has_vowel("clear") && has_vowel("try"));
        assert!(!has_vowel("str"));
    }

    #[test]
    fn each_ending_that_lost_an_e_decides() {
        for ending in LOSE_E_BEHIND_VOWEL {
            assert!(!loses_e_anywhere(&format!("gab{ending}")), "{ending}");
            assert!(loses_e(&format!("gab{ending}")), "{ending}");
        }
        for ending in LOSE_E {
            assert!(!ending.ends_with('s'), "{ending}");
            let others = LOSE_E.iter().filter(|other| *other != ending);
            assert!(
                others.clone().all(|other| !ending.ends_with(other)),
                "{ending}"
            );
        }
    }
}
