//! Reads facts from the block above a statement.

use super::block::Block;
use super::facts::Facts;
use super::{dates, parties, phrases};
use crate::language::{PACKS, of_all};
use crate::model::Role;

/// Words before the name of the person who speaks.
static DELIVERED_BY: &[&str] = &of_all!(statement.delivered_by);
/// Words before the name of the party that speaks; the surest first.
static SPEAKS_FOR: [&[&str]; 2] = [ON_BEHALF, &of_all!(statement.speaks_for)];
/// Words before the name of the party that somebody speaks for.
static ON_BEHALF: &[&str] = &of_all!(statement.on_behalf);
/// Titles of persons.
static TITLES: &[&str] = &of_all!(statement.titles);
/// What a line that names a meeting has in it.
static MEETINGS: &[&str] = &of_all!(statement.meetings);
/// What a line that names a session or an agenda item has in it.
static SESSIONS: &[&str] = &of_all!(statement.sessions);
/// What a line that is about the speaker or the sender has in it.
static SENDERS: &[&str] = &of_all!(statement.senders);

/// What a line that addresses who presides begins with: *President of the
/// 76th Session* is neither a meeting nor a session.
static PRESIDING: &[&str] = &of_all!(statement.presiding);
/// Words that end the name after *on behalf of*; what follows is where one speaks.
static BEFORE_WHOM: &[&str] = &of_all!(statement.before_whom);

/// What the letterhead of `blocks`, whose roles are known, says.
pub(super) fn read(blocks: &[Block]) -> Facts {
    let mut facts = Facts::default();
    let head = || blocks.iter().take_while(|block| is_head(block));
    let lines = || head().flat_map(|block| block.text.lines().map(str::trim));
    let date_line = blocks.iter().find(|block| block.role == Role::DateLine);
    if let Some(line) = date_line {
        // *Geneva, 24 June 2021*: the place of the speech, and not one that the speech names.
        facts.place = dates::place_of(&line.text);
        facts.date = dates::find(&line.text).map(|date| date.edtf);
    }
    for line in lines() {
        let folded = phrases::fold(line);
        facts.date = facts
            .date
            .or_else(|| dates::find(line).map(|date| date.edtf));
        facts.speaker = facts.speaker.or_else(|| speaker(line));
        // *Delivered by the chair of the session* names neither meeting nor session.
        let about_person = has_one(&folded, SENDERS)
            || has_one(&folded, DELIVERED_BY)
            || PRESIDING.iter().any(|start| folded.starts_with(start));
        if !about_person && facts.meeting.is_none() && has_one(&folded, MEETINGS) {
            facts.meeting = Some(line.to_owned());
        } else if !about_person && facts.session.is_none() && has_one(&folded, SESSIONS) {
            facts.session = Some(line.to_owned());
        }
    }
    facts.delegation = delegation(&lines().collect::<Vec<_>>());
    facts
}

/// The party on whose behalf the first sentences of `blocks` are spoken.
pub(super) fn spoken_for(blocks: &[Block]) -> Option<String> {
    let prose = blocks
        .iter()
        .filter(|block| block.role == Role::Body)
        .take(2);
    prose
        .filter_map(|block| after_one(first_words(&block.text), ON_BEHALF))
        .find_map(near_party)
}

fn is_head(block: &Block) -> bool {
    matches!(
        block.role,
        Role::Letterhead | Role::DateLine | Role::Ornament | Role::Heading
    )
}

fn delegation(lines: &[&str]) -> Option<String> {
    let named = SPEAKS_FOR.into_iter().flatten().find_map(|phrase| {
        lines
            .iter()
            .find_map(|line| near_party(after_one(first_words(line), &[phrase])?))
    });
    let alone = || lines.iter().find_map(|line| parties::by_name(line));
    let unlisted = || lines.iter().find_map(|line| long_form(line));
    named
        .or_else(|| alone().map(|party| party.name.to_owned()))
        .or_else(unlisted)
}

/// What is named by a long form such as *Republic of Marenia*, though no table
/// lists it. A State goes by its name alone, a union by the whole.
pub(super) fn long_form(line: &str) -> Option<String> {
    let mut forms = PACKS.iter().flat_map(|pack| pack.statement.long_forms);
    forms.find_map(|(form, is_part_of_name)| {
        let start = line.find(form)?;
        let name = &line[start + form.len()..];
        let is_named = |word: &&str| word.starts_with(char::is_uppercase);
        let words = name.split(' ').take_while(is_named);
        let ends = |word: &str| word.ends_with([',', ';', '.', ':']);
        let mut named = String::new();
        for word in words {
            named.push_str(if named.is_empty() { "" } else { " " });
            named.push_str(word.trim_end_matches([',', ';', '.', ':']));
            if ends(word) {
                break;
            }
        }
        let whole = if *is_part_of_name {
            format!("{form}{named}")
        } else {
            named.clone()
        };
        (!named.is_empty()).then_some(whole)
    })
}

/// The party named within a few words of the beginning of `text`.
fn near_party(text: &str) -> Option<String> {
    // What stands farther off is of something else: *on behalf of all who met in Marenia*.
    let end = text.char_indices().nth(60).map_or(text.len(), |(at, _)| at);
    let name = BEFORE_WHOM.iter().fold(&text[..end], |name, word| {
        name.split(word).next().unwrap_or(name)
    });
    parties::first_in(name).map(|party| party.name.to_owned())
}

/// The person named in `line` after words like *delivered by*, up to the comma.
fn speaker(line: &str) -> Option<String> {
    let after =
        after_one(first_words(line), DELIVERED_BY)?.trim_start_matches([' ', ':', '\u{a0}']);
    let name = after.split([',', ';', '(', '–']).next()?.trim();
    let is_person = {
        let folded = phrases::fold(name);
        TITLES.iter().any(|title| folded.starts_with(title))
    };
    // *Delivered by the Minister* names an office alone.
    (is_person && name.contains(' ')).then(|| name.to_owned())
}

/// What follows the first of `phrases` that stands in `line`.
fn after_one<'a>(line: &'a str, phrases: &[&str]) -> Option<&'a str> {
    phrases.iter().find_map(|phrase| {
        let initial = phrase.chars().next()?;
        // Some letters outside ASCII have one of ASCII as their small letter.
        let may_start = |c: char| !c.is_ascii() || c.to_ascii_lowercase() == initial;
        let starts = line.char_indices().filter(|(_, c)| may_start(*c));
        let mut tails = starts.map(|(at, _)| &line[at..]);
        tails.find_map(|tail| strip_phrase(tail, phrase))
    })
}

/// What follows `phrase`, which is in lower case, at the start of `text` in
/// any case.
fn strip_phrase<'a>(text: &'a str, phrase: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for letter in phrase.chars() {
        let c = rest.next()?;
        let is_same = if c.is_ascii() {
            c.to_ascii_lowercase() == letter
        } else {
            c == letter || c.to_lowercase().eq([letter])
        };
        if !is_same {
            return None;
        }
    }
    Some(rest.as_str())
}

fn has_one(folded: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| folded.contains(phrase))
}

/// The first 300 characters: where a speaker says for whom he speaks.
fn first_words(text: &str) -> &str {
    let end = text
        .char_indices()
        .nth(300)
        .map_or(text.len(), |(at, _)| at);
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::super::roles;
    use super::*;

    #[test]
    fn a_party_that_no_table_lists_is_known_by_its_long_form() {
        let cases = [
            (
                "Permanent Representative of the Republic of Marenia",
                Some("Marenia"),
            ),
            (
                "Statement by the Union of Coastal States, delivered",
                Some("Union of Coastal States"),
            ),
            ("in the union of all peoples", None),
        ];
        for (line, name) in cases {
            assert_eq!(long_form(line).as_deref(), name, "{line}");
        }
    }

    fn facts(texts: &[&str]) -> Facts {
        let mut blocks: Vec<Block> = texts
            .iter()
            .map(|&text| Block {
                text: text.into(),
                ..Block::default()
            })
            .collect();
        roles::assign_formulas(&mut blocks);
        roles::assign_by_place(&mut blocks);
        read(&blocks)
    }

    #[test]
    fn the_letterhead_names_meeting_speaker_party_and_date() {
        let facts = facts(&[
            "Third Review Conference of the Treaty\nCluster 2: Verification",
            "Statement\ndelivered by Ms. Ana Silva\nDeputy Permanent Representative of the Republic of Azerbaijan",
            "Vienna, 5 May 2021",
            "Madam Chair,",
        ]);
        assert_eq!(
            facts.meeting.as_deref(),
            Some("Third Review Conference of the Treaty")
        );
        assert_eq!(facts.session.as_deref(), Some("Cluster 2: Verification"));
        assert_eq!(facts.speaker.as_deref(), Some("Ms. Ana Silva"));
        assert_eq!(facts.delegation.as_deref(), Some("Azerbaijan"));
        assert_eq!(facts.date.as_deref(), Some("2021-05-05"));
        assert_eq!(facts.place.as_deref(), Some("Vienna"));
    }

    #[test]
    fn a_statement_on_behalf_of_a_group_is_the_groups() {
        let facts = facts(&[
            "Statement by H.E. Mr. Jan Novak, Permanent Representative of Norway, on behalf of the Nordic countries",
            "Madam Chair,",
        ]);
        assert_eq!(facts.delegation.as_deref(), Some("Nordic countries"));
        assert_eq!(facts.speaker.as_deref(), Some("H.E. Mr. Jan Novak"));
    }

    #[test]
    fn an_address_to_who_presides_is_no_session() {
        let facts = facts(&["President of the 76th Session", "Excellencies,"]);
        assert_eq!(facts.session, None);
    }

    #[test]
    fn the_place_where_one_speaks_is_not_for_whom() {
        let spoken = |text: &str| {
            spoken_for(&[Block {
                text: text.into(),
                ..Block::default()
            }])
        };
        assert_eq!(
            spoken("I speak on behalf of Marenia at the United Nations."),
            None
        );
        assert_eq!(
            spoken("I speak on behalf of the people of Norway at the United Nations.").as_deref(),
            Some("Norway")
        );
    }

    #[test]
    fn prose_is_no_letterhead() {
        let facts = facts(&[
            "Mr. President,",
            "The Conference met in Vienna on 5 May 2021 and was opened by Norway.",
        ]);
        assert_eq!(facts, Facts::default());
    }
}
