//! Tells what each paragraph is for.
//!
//! What the format says stands, but for the block above the statement: its
//! headings are letterhead. Everything else is read from the phrases of
//! [`super::phrases`] and from where a paragraph stands.

use super::block::Block;
use super::layout::{ends_sentence, has_chars};
use super::page_breaks::needs_more;
use super::phrases::Phrases;
use super::{dates, numbering, phrases};
use crate::model::Role;

/// The longest ornament, in bytes.
const MAX_ORNAMENT_BYTES: usize = 160;
/// The longest address to the chair, in characters.
const MAX_SALUTATION_CHARS: usize = 200;
/// A longer paragraph is prose, in bytes.
const MAX_FORMULA_BYTES: usize = 800;
/// An address shows within this many bytes.
const MAX_OPENING_BYTES: usize = 100;
/// So many bytes tell most prose from formulas.
const GLANCE_BYTES: usize = 12;
/// What formulas open with.
const FORMULAS: [&Phrases; 4] = [
    &phrases::ORNAMENTS,
    &phrases::THANKS,
    &phrases::SALUTATIONS,
    &phrases::WEAK_SALUTATIONS,
];
/// The longest address to the chair that no mark ends, in words.
const MAX_BARE_SALUTATION_WORDS: usize = 6;
/// The longest courtesy line, in characters.
const MAX_COURTESY_CHARS: usize = 120;
/// The longest courtesy line, in words.
const MAX_COURTESY_WORDS: usize = 14;
/// The longest heading of plain text, in characters.
const MAX_HEADING_CHARS: usize = 80;
/// The longest heading of plain text, in words.
const MAX_HEADING_WORDS: usize = 12;
/// Fewest characters of running prose below a heading.
const MIN_PROSE_CHARS: usize = 100;
/// The most paragraphs above a statement.
const MAX_LETTERHEAD_BLOCKS: usize = 20;

/// Gives a role to each of `blocks` whose words alone show it.
pub(super) fn assign_formulas(blocks: &mut [Block]) {
    for block in blocks.iter_mut() {
        if matches!(block.role, Role::Body | Role::Heading) {
            block.role = formula(&block.text).unwrap_or(block.role);
        }
    }
}

/// Makes a courtesy of each of `blocks` that begins with one of `phrases` of
/// the user's own.
pub(super) fn assign_boilerplate(blocks: &mut [Block], phrases: &[String]) {
    let phrases: Vec<String> = phrases
        .iter()
        .map(|phrase| phrases::fold(phrase))
        .filter(|phrase| !phrase.is_empty())
        .collect();
    if phrases.is_empty() {
        return;
    }
    let begins = |folded: &str, phrase: &str| {
        let rest = folded.strip_prefix(phrase);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    for block in blocks.iter_mut().filter(|block| block.role == Role::Body) {
        let folded = phrases::fold(&block.text);
        if phrases.iter().any(|phrase| begins(&folded, phrase)) {
            block.role = Role::Courtesy;
        }
    }
}

/// Gives a role to each of `blocks`, whose formulas are known, that shows it
/// by where it stands.
pub(super) fn assign_by_place(blocks: &mut [Block]) {
    assign_letterhead(blocks);
    assign_signature(blocks);
    assign_headings(blocks);
}

/// How many of `blocks`, whose formulas are known, stand above the statement:
/// all before the first address or prose.
pub(super) fn letterhead_len(blocks: &[Block]) -> usize {
    let zone = blocks
        .iter()
        .take(MAX_LETTERHEAD_BLOCKS)
        .take_while(|block| may_be_letterhead(block))
        .count();
    let head = &blocks[..zone];
    let is_addressed = blocks
        .get(zone)
        .is_some_and(|next| next.role == Role::Salutation);
    let speaks_of_itself = |block: &Block| {
        let text = block.text.to_lowercase();
        phrases::LETTERHEADS
            .iter()
            .any(|phrase| text.contains(phrase))
    };
    let is_head = is_addressed
        || head
            .iter()
            .any(|block| block.role == Role::DateLine || speaks_of_itself(block));
    // Short lines alone may be the statement itself: a poem, a list.
    if is_head { zone } else { 0 }
}

/// The role that the words of `text` alone show; `None` for prose.
pub(super) fn formula(text: &str) -> Option<Role> {
    if !text.contains(char::is_alphanumeric) {
        return Some(Role::Ornament);
    }
    if text.len() > MAX_FORMULA_BYTES || has_chars(text, MAX_SALUTATION_CHARS + 1) {
        return None;
    }
    // Before the phrases are looked for: a date opens with none of them.
    if dates::is_date_line(text) {
        return Some(Role::DateLine);
    }
    if !may_open_formula(text) {
        return None;
    }
    if text.len() > MAX_ORNAMENT_BYTES && !may_be_courtesy(text) && !may_be_salutation(text) {
        return None;
    }
    let folded = phrases::fold(text);
    if is_ornament(&folded) {
        Some(Role::Ornament)
    } else if is_courtesy(text, &folded) {
        Some(Role::Courtesy)
    } else if is_salutation(text, &folded) {
        Some(Role::Salutation)
    } else {
        None
    }
}

/// Whether the first letters of `text` are those of a set phrase or an address.
fn may_open_formula(text: &str) -> bool {
    let is_mark = |c: char| !c.is_alphanumeric();
    let words = text.trim_start_matches(is_mark).as_bytes();
    let glance = &words[..words.len().min(GLANCE_BYTES)];
    if !glance.is_ascii() {
        return true;
    }
    let (mut folded, mut len) = ([0; GLANCE_BYTES], 0);
    for byte in glance.iter().filter(|byte| **byte != b'.') {
        let is_end = *byte == b'\n';
        folded[len] = if is_end {
            b' '
        } else {
            byte.to_ascii_lowercase()
        };
        len += 1;
    }
    let may_begin = |table: &&Phrases| table.may_begin(&folded[..len]);
    FORMULAS.iter().any(may_begin)
}

fn may_be_letterhead(block: &Block) -> bool {
    let chars = block.text.chars().count();
    match block.role {
        Role::Heading | Role::DateLine | Role::Ornament => true,
        Role::Body => {
            // A short line with a stop, *New York.*, may stand in a letterhead; a sentence may not.
            chars < 200 && !(ends_sentence(&block.text) && chars >= MAX_HEADING_CHARS / 2)
        }
        _ => false,
    }
}

fn assign_letterhead(blocks: &mut [Block]) {
    let len = letterhead_len(blocks);
    for block in &mut blocks[..len] {
        if matches!(block.role, Role::Body | Role::Heading) {
            block.role = Role::Letterhead;
        }
    }
}

/// What follows the last thanks in a few short lines is the signature.
fn assign_signature(blocks: &mut [Block]) {
    let Some(thanks) = blocks
        .iter()
        .rposition(|block| block.role == Role::Courtesy)
    else {
        return;
    };
    let after = &mut blocks[thanks + 1..];
    let is_short = |block: &Block| {
        block.text.chars().count() <= MAX_HEADING_CHARS && !ends_sentence(&block.text)
    };
    // Thanks in the first line are for the floor, and all below is the statement.
    if thanks > 0 && after.len() <= 4 && after.iter().all(is_short) {
        for block in after.iter_mut().filter(|block| block.role == Role::Body) {
            block.role = Role::Courtesy;
        }
    }
}

fn assign_headings(blocks: &mut [Block]) {
    for at in 1..blocks.len() {
        let (before, after) = blocks.split_at_mut(at);
        let (block, next) = (&mut before[at - 1], &after[0]);
        if block.role == Role::Body && is_heading(&block.text, next) {
            block.role = Role::Heading;
        }
    }
}

/// A short line without a stop that stands above prose or is all capitals.
fn is_heading(text: &str, next: &Block) -> bool {
    let is_shouted = || {
        !text.contains(char::is_lowercase)
            && text.contains(char::is_uppercase)
            // *UN*, *II.*: a few capitals are an abbreviation or a number.
            && text.chars().filter(|c| c.is_alphabetic()).count() > 3
    };
    let stands_above_prose = || {
        text.starts_with(char::is_uppercase)
            && numbering::length(text) == 0
            && next.role == Role::Body
            && next.text.starts_with(char::is_uppercase)
            && has_chars(&next.text, MIN_PROSE_CHARS)
    };
    let is_short = || {
        !has_chars(text, MAX_HEADING_CHARS + 1)
            && text.split_whitespace().nth(MAX_HEADING_WORDS).is_none()
    };
    (stands_above_prose() || is_shouted())
        && is_short()
        && !ends_sentence(text)
        && !needs_more(text)
}

/// One of the set phrases, in brackets or not.
fn is_ornament(folded: &str) -> bool {
    let words = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let is_marked = words.len() < folded.len();
    phrases::ORNAMENTS.of(words).any(|phrase| {
        words == phrase
            // *[Check against delivery please]*: in brackets a phrase of two words may go on.
            || (is_marked && words.len() < 80 && words.starts_with(phrase) && phrase.contains(' '))
    })
}

/// Whether `text` is short enough for a line of thanks and without a number.
fn may_be_courtesy(text: &str) -> bool {
    !has_chars(text, MAX_COURTESY_CHARS + 1)
        && !text.bytes().any(|byte| byte.is_ascii_digit())
        && text.split_whitespace().nth(MAX_COURTESY_WORDS).is_none()
}

/// Whether `text` ends like an address, or is short.
fn may_be_salutation(text: &str) -> bool {
    ends_as_address(text)
        || (text
            .split_whitespace()
            .nth(MAX_BARE_SALUTATION_WORDS)
            .is_none()
            && !text.ends_with('?'))
}

fn ends_as_address(text: &str) -> bool {
    text.ends_with([',', ';', ':', '!', '،', '，', '：', '！', '、'])
}

/// A short line of thanks, with or without an address before it.
fn is_courtesy(text: &str, folded: &str) -> bool {
    let is_thanks = |part: &str| phrases::THANKS.begin(part);
    let first = folded.trim_start_matches(|c: char| c.is_whitespace() || SEPARATORS.contains(&c));
    if !is_thanks(first) && !begins_address(first) {
        return false;
    }
    let mut parts = parts(folded);
    let is_polite = parts
        .next()
        .is_some_and(|first| is_thanks(first) || (begins_address(first) && parts.any(is_thanks)));
    is_polite && may_be_courtesy(text)
}

/// An address to the chair or the hall and nothing else.
fn is_salutation(text: &str, folded: &str) -> bool {
    let ends_as_address = ends_as_address(text);
    let stands_alone = || ends_as_address || text.split_whitespace().nth(1).is_none();
    let is_strong = phrases::SALUTATIONS.begin(folded);
    let is_weak = || stands_alone() && begins_address(folded);
    if !(is_strong || is_weak()) || !may_be_salutation(text) {
        return false;
    }
    // *Mr. President, we regret* is prose that opens like an address.
    let is_clause = folded
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .any(|word| phrases::CLAUSE_WORDS.contains(&word));
    let names_all = || written_parts(text).skip(1).all(is_name_or_address);
    let ends_with_all = || ends_as_address && written_parts(text).last().is_some_and(opens_address);
    !is_clause && (names_all() || ends_with_all())
}

/// Whether `text` begins like an address to the chair or the hall.
pub(super) fn opens_address(text: &str) -> bool {
    let folded = phrases::fold(&text[..text.floor_char_boundary(MAX_OPENING_BYTES)]);
    begins_address(&folded)
}

/// The same of a text that is folded.
fn begins_address(folded: &str) -> bool {
    phrases::SALUTATIONS.begin(folded) || phrases::WEAK_SALUTATIONS.begin(folded)
}

/// Whether a later part of an address names somebody: it opens like an
/// address, or its long words are capitalised.
fn is_name_or_address(part: &str) -> bool {
    opens_address(part)
        || part
            .split_whitespace()
            // *of*, *and*, *de la* are small in any name.
            .all(|word| word.chars().count() <= 3 || !word.starts_with(char::is_lowercase))
}

const SEPARATORS: [char; 8] = [',', ';', '،', '，', '、', ':', '\n', '!'];

fn parts(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(SEPARATORS)
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

fn written_parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(SEPARATORS)
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_to_the_chair_are_salutations_in_each_language() {
        for text in [
            "Mr. President,",
            "Madame Co-Chair",
            "Mr. President of the Assembly, Mr. Jan Novak,",
            "Excellencies, ladies and gentlemen,",
            "Distinguished delegates,",
            "Mr. Jan Novak, secretary general of the Assembly, ladies and gentlemen,",
            "Monsieur le Président,",
            "Mesdames et Messieurs,",
            "Señora Presidenta:",
            "Senhor Presidente,",
            "Уважаемый господин Председатель,",
            "السيد الرئيس،",
            "主席先生，",
        ] {
            assert_eq!(formula(text), Some(Role::Salutation), "{text}");
        }
    }

    #[test]
    fn thanks_are_courtesies_in_each_language() {
        for text in [
            "Thank you.",
            "I thank you, Mr. President.",
            "Mr. President, I thank you.",
            "Je vous remercie, Monsieur le Président.",
            "Muchas gracias.",
            "Muito obrigado!",
            "Благодарю за внимание.",
            "وشكرا.",
            "谢谢主席先生。",
        ] {
            assert_eq!(formula(text), Some(Role::Courtesy), "{text}");
        }
    }

    #[test]
    fn marks_and_set_phrases_are_ornaments() {
        for text in [
            "* * *",
            "***",
            "---",
            "[Check against delivery]",
            "Seul le prononcé fait foi",
            "- END -",
        ] {
            assert_eq!(formula(text), Some(Role::Ornament), "{text}");
        }
    }

    #[test]
    fn prose_has_no_formula() {
        for text in [
            "Mr. President, we cleared 12 fields.",
            "Distinguished delegates were shown the cleared fields in the north",
            "Thank you for the 12 million dollars that you gave for the clearance of our fields and wells.",
            "End the war.",
            "Dear friends, we have come a long way together",
        ] {
            assert_eq!(formula(text), None, "{text}");
        }
    }

    fn roles(texts: &[&str]) -> Vec<Role> {
        let mut blocks: Vec<Block> = texts
            .iter()
            .map(|&text| Block {
                text: text.into(),
                ..Block::default()
            })
            .collect();
        assign_formulas(&mut blocks);
        assign_by_place(&mut blocks);
        blocks.iter().map(|block| block.role).collect()
    }

    const PROSE: &str = "The delegation cleared fields, roads and wells in the north of the country, and it will \
                         clear the rest of them before the end of the decade.";

    #[test]
    fn what_stands_above_the_address_is_letterhead() {
        let texts = [
            "Third Review Conference",
            "Statement by Norway",
            "Oslo, 3 May 2021",
            "Mr. Chair,",
            PROSE,
        ];
        assert_eq!(
            roles(&texts),
            [
                Role::Letterhead,
                Role::Letterhead,
                Role::DateLine,
                Role::Salutation,
                Role::Body
            ]
        );
    }

    #[test]
    fn a_short_line_above_prose_is_a_heading() {
        assert_eq!(roles(&[PROSE, "Climate change", PROSE])[1], Role::Heading);
        assert_eq!(roles(&[PROSE, "We did so.", PROSE])[1], Role::Body);
    }

    #[test]
    fn the_signature_after_the_thanks_is_courtesy() {
        assert_eq!(
            roles(&[PROSE, "Thank you.", "Jan Novak"])[2],
            Role::Courtesy
        );
    }

    #[test]
    fn an_address_is_short_or_ends_as_one_and_its_parts_name_people() {
        let of = |text: &str| formula(text) == Some(Role::Salutation);
        assert!(of("Distinguished delegates"));
        assert!(!of(
            "Distinguished delegates of all the many states in the great hall of the town"
        ));
        assert!(of("Mr. President, Mr. Jan Novak"));
        assert!(!of("Mr. President, the cleared fields"));
    }

    #[test]
    fn an_address_ends_with_a_mark_that_leads_on() {
        assert!(ends_as_address("Mr. President,") && ends_as_address("主席先生，"));
        assert!(!ends_as_address("Mr. President.") && !ends_as_address("Mr. President"));
    }

    #[test]
    fn prose_that_begins_like_no_phrase_is_no_formula() {
        assert!(may_open_formula("Mr. President") && may_open_formula("主席先生"));
        assert!(!may_open_formula("Xylophones were played"));
    }
}
