//! Finds the countries and organisations of [`super::party_table`] in text, by their names
//! in English and in the languages of the packs.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use super::party_table::PARTIES;
use super::phrases;
use crate::language::PACKS;

/// A country or an organisation that speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Party {
    /// The usual English name, for people.
    pub(super) name: &'static str,
    /// ISO 3166-1 alpha-2, or empty.
    pub(super) alpha_2: &'static str,
    /// ISO 3166-1 alpha-3, or the organisation's initials, or empty.
    pub(super) alpha_3: &'static str,
    /// Other names, as [`super::phrases::fold`] leaves them.
    pub(super) names: &'static [&'static str],
}

impl Party {
    /// Whether it is a country: the European Union alone has two letters too.
    fn is_country(&self) -> bool {
        !matches!(self.alpha_2, "" | "EU")
    }
}

/// A row of the table.
pub(super) const fn party(
    name: &'static str,
    alpha_2: &'static str,
    alpha_3: &'static str,
    names: &'static [&'static str],
) -> Party {
    Party {
        name,
        alpha_2,
        alpha_3,
        names,
    }
}

/// The party with the code `code`, in any case.
pub(super) fn by_code(code: &str) -> Option<&'static Party> {
    let is_code = |known: &str| !known.is_empty() && known.eq_ignore_ascii_case(code);
    PARTIES
        .iter()
        .find(|party| is_code(party.alpha_2) || is_code(party.alpha_3))
}

/// The party that `name` names in full.
pub(super) fn by_name(name: &str) -> Option<&'static Party> {
    let folded = phrases::fold(name);
    let folded = folded.strip_prefix("the ").unwrap_or(&folded);
    find_named(folded, |known| known == folded)
}

/// The party that `name` names in full, written in one word: `NewZealand`.
pub(super) fn by_name_without_blanks(name: &str) -> Option<&'static Party> {
    let folded = phrases::fold(name);
    find_named(&folded, |known| {
        let letters = known.chars().filter(|c| !matches!(c, ' ' | '-' | '\''));
        letters.eq(folded.chars())
    })
}

/// Most words of a name: *Office of the United Nations High Commissioner for Refugees*.
const MOST_WORDS: usize = 9;

/// The parties that `text` names in full, where, and by their usual English name; of two
/// at one place the one with the longer name.
pub(crate) fn parties_in(text: &str) -> Vec<(Range<usize>, &'static str)> {
    named_in(text, |name| {
        Some(by_name(name).or_else(|| by_genitive(name))?.name)
    })
}

/// What `known` finds in runs of words that begin with a capital, the longest first.
fn named_in(
    text: &str,
    known: impl Fn(&str) -> Option<&'static str>,
) -> Vec<(Range<usize>, &'static str)> {
    let words = words_of(text);
    let (mut found, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let most = words.len().min(at + MOST_WORDS);
        // *turkey* and *chad* are words too.
        let is_large = text[words[at].start..].starts_with(char::is_uppercase);
        let named = (at + 1..=most).rev().filter(|_| is_large).find_map(|end| {
            let range = words[at].start..words[end - 1].end;
            let name = known(&text[range.clone()])?;
            Some((end, range, name))
        });
        at = match named {
            Some((end, range, name)) => {
                found.push((range, name));
                end
            }
            None => at + 1,
        };
    }
    found
}

/// The words of a text, parted by all but letters, digits and hyphens.
fn words_of(text: &str) -> Vec<Range<usize>> {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '-';
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, letter) in text.char_indices().filter(|(_, letter)| is_part(*letter)) {
        match words.last_mut().filter(|word| word.end == at) {
            Some(word) => word.end += letter.len_utf8(),
            None => words.push(at..at + letter.len_utf8()),
        }
    }
    words
}

/// The countries of which a text tells, by their names and by words such as *Japanese* and
/// *the Bank of Japan*: where, and by their usual English names; *euro area* for its
/// countries together. A union is none: what Norway gives to the European Union is Norway's.
pub(crate) fn regions_in(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let worded = |name: &str| {
        let mut rows = PACKS.iter().flat_map(|pack| pack.statement.regions);
        let is_one = |row: &&(&str, &str)| row.1.split('|').any(|known| known == name);
        rows.find(is_one).map(|row| row.0)
    };
    // What is of no country keeps its words: *European Union* is not *European*, nor are
    // *American States* those of one country.
    let mut found = named_in(text, |name| {
        let party = || by_name(name).map(|party| if party.is_country() { party.name } else { "" });
        worded(name).or_else(party)
    });
    found.retain(|(_, name)| !name.is_empty());
    found
}

/// The party that a Russian name in the genitive names: *Норвегии*.
fn by_genitive(name: &str) -> Option<&'static Party> {
    let mut genitives = PACKS.iter().flat_map(|pack| pack.statement.genitives);
    genitives.find_map(|(genitive, nominative)| {
        let stem = name.strip_suffix(genitive)?;
        by_name(&format!("{stem}{nominative}"))
    })
}

/// The party with a name that begins as `folded` does and `is_meant`.
fn find_named(folded: &str, is_meant: impl Fn(&str) -> bool) -> Option<&'static Party> {
    let mut likely = names_from(folded.bytes().next()).iter();
    let (_, party) = likely.find(|(name, _)| is_meant(name))?;
    Some(party)
}

/// Parties by the usual English name, and their names in other languages, parted by `|`.
fn in_languages() -> impl Iterator<Item = (&'static str, &'static str)> {
    PACKS
        .iter()
        .flat_map(|pack| pack.statement.parties)
        .copied()
}

/// The party that is named first in `text`; of two at the same place the one
/// with the longer name. Initials count only in capitals.
pub(super) fn first_in(text: &str) -> Option<&'static Party> {
    let folded = phrases::fold(text);
    let named = first_name_in(&folded);
    // Of organisations alone: the three letters of a country may be a word in capitals, as *CAN*
    // and *PER*.
    let initials = PARTIES.iter().filter(|party| !party.is_country());
    let initialled = initials.filter_map(|party| {
        let len = party.alpha_3.len();
        let at = find_word(text, party.alpha_3).filter(|_| len > 1)?;
        (!is_shouted_word(text, at..at + len)).then_some((at, len, party))
    });
    named
        .into_iter()
        .chain(initialled)
        // *Guinea-Bissau* before *Guinea*, which begins at the same place.
        .min_by_key(|&(at, len, _)| (at, std::cmp::Reverse(len)))
        .map(|(.., party)| party)
}

/// Where the first name in `folded` stands, its length and whose it is; of two
/// at the same place the longer.
fn first_name_in(folded: &str) -> Option<(usize, usize, &'static Party)> {
    let starts = folded.char_indices().map(|(at, _)| at);
    starts
        .filter(|&at| may_start_name(folded, at))
        .find_map(|at| {
            let rest = &folded[at..];
            let likely = names_from(rest.bytes().next());
            let here = likely
                .iter()
                .filter(|(name, _)| rest.starts_with(&**name) && is_word_at(rest, 0, name));
            let (name, party) = here.max_by_key(|(name, _)| name.len())?;
            Some((at, name.len(), *party))
        })
}

/// Whether a name can stand at byte `at`: no letter goes before it, but in a
/// script without blanks.
fn may_start_name(folded: &str, at: usize) -> bool {
    let goes_on = folded[..at]
        .chars()
        .next_back()
        .is_some_and(char::is_alphabetic);
    !goes_on || folded[at..].starts_with(is_ideograph)
}

/// A name, folded, and whose it is.
type Named = (Cow<'static, str>, &'static Party);

/// All names of all parties in the order of their first bytes.
static NAMES: LazyLock<Vec<Named>> = LazyLock::new(|| {
    let named = |party: &'static Party| names(party).map(move |name| (name, party));
    let mut all: Vec<Named> = PARTIES.iter().flat_map(named).collect();
    // The names of a language stand in the order of the parties, so the next is near.
    let mut parties = PARTIES.iter().cycle();
    for (english, names) in in_languages() {
        let is_it = |party: &&Party| party.name == english;
        let party = parties.by_ref().take(PARTIES.len()).find(is_it);
        let party = party.expect("the packs name parties that exist");
        all.extend(names.split('|').map(|name| (name.into(), party)));
    }
    all.sort_by_key(initial);
    all
});

/// The names with this first byte.
fn names_from(byte: Option<u8>) -> &'static [Named] {
    let start = NAMES.partition_point(|name| initial(name) < byte);
    let end = NAMES.partition_point(|name| initial(name) <= byte);
    &NAMES[start..end]
}

fn initial((name, _): &Named) -> Option<u8> {
    name.bytes().next()
}

/// All names of `party`, folded.
fn names(party: &Party) -> impl Iterator<Item = Cow<'static, str>> {
    let own = Cow::Owned(phrases::fold(party.name));
    std::iter::once(own).chain(party.names.iter().map(|&name| name.into()))
}

fn is_ideograph(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

/// Where `name` stands in `text` as a word of its own.
fn find_word(text: &str, name: &str) -> Option<usize> {
    let mut places = text.match_indices(name).map(|(at, _)| at);
    places.find(|&at| is_word_at(text, at, name))
}

/// Whether initials are a word that a text in capitals has before another one: *AU CONSEIL*
/// and not *THE AU COMMISSION*.
fn is_shouted_word(text: &str, initials: Range<usize>) -> bool {
    let word = text[initials.clone()].to_lowercase();
    let before = text[..initials.start].trim_end();
    !text.contains(char::is_lowercase)
        && phrases::CONTINUING_WORDS.contains(&word.as_str())
        && text[initials.end..]
            .trim_start()
            .starts_with(char::is_alphabetic)
        && !phrases::fold(before).ends_with("the")
}

/// Whether `name`, which stands at byte `at` of `text`, is a word of its own.
fn is_word_at(text: &str, at: usize, name: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    name.starts_with(is_ideograph)
        || (!is_letter(text[..at].chars().next_back())
            && !is_letter(text[at + name.len()..].chars().next()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parties_are_found_by_code_and_name() {
        for (party, name) in [
            (by_code("NOR"), "Norway"),
            (by_code("no"), "Norway"),
            (by_name("Republic of Azerbaijan"), "Azerbaijan"),
            (by_name("the Netherlands"), "Netherlands"),
            (by_name("Suède"), "Sweden"),
            (by_name("Österreich"), "Austria"),
            (by_name("Vereinte Nationen"), "United Nations"),
            (by_name_without_blanks("HolySee"), "Holy See"),
            (by_name_without_blanks("CotedIvoire"), "none"),
        ] {
            assert_eq!(party.map_or("none", |party| party.name), name);
        }
    }

    #[test]
    fn words_for_what_is_of_a_country_name_it_as_the_table_of_parties_does() {
        let regions = PACKS.iter().flat_map(|pack| pack.statement.regions);
        let names = regions.map(|region| region.0);
        for name in names.filter(|name| *name != "euro area") {
            assert!(PARTIES.iter().any(|party| party.name == name), "{name}");
        }
    }

    #[test]
    fn the_first_and_longest_name_in_a_text_counts() {
        for (text, name) in [
            (
                "on behalf of the European Union and Norway",
                "European Union",
            ),
            ("Permanent Mission of Papua New Guinea", "Papua New Guinea"),
            ("Nigeria", "Nigeria"),
            ("Statement by the EU", "European Union"),
            ("who spoke", "none"),
            ("عن النرويج", "Norway"),
            ("挪威代表团发言", "Norway"),
        ] {
            assert_eq!(
                first_in(text).map_or("none", |party| party.name),
                name,
                "{text}"
            );
        }
    }

    #[test]
    fn a_name_inside_a_word_is_none() {
        assert!(first_in("A woman of Romania").is_some_and(|party| party.name == "Romania"));
        assert!(first_in("a woman spoke").is_none());
    }

    #[test]
    fn a_name_starts_a_word_but_where_no_blanks_are_written() {
        assert!(may_start_name("of norway", 3) && !may_start_name("xnorway", 1));
        assert!(may_start_name("由挪威", 3));
    }

    #[test]
    fn ideographs_are_written_without_blanks() {
        assert!(is_ideograph('挪') && !is_ideograph('n') && !is_ideograph('ن'));
    }

    #[test]
    fn a_word_is_one_by_itself_where_no_letter_touches_it() {
        assert!(is_word_at("of oman,", 3, "oman") && is_word_at("由挪威", 3, "挪威"));
        assert!(!is_word_at("romania", 1, "oman") && !is_word_at("omanis", 0, "oman"));
    }

    #[test]
    fn a_name_is_of_one_party_alone() {
        let mut owners = std::collections::BTreeMap::new();
        let shared = NAMES.iter().filter_map(|(name, party)| {
            let before = owners.insert(name, party.name)?;
            Some((name.as_ref(), before, party.name))
        });
        assert_eq!(shared.collect::<Vec<_>>(), []);
    }

    #[test]
    fn a_union_speaks_by_its_name_and_its_initials_and_is_no_country() {
        for (text, name) in [
            ("the African Union and its members", "African Union"),
            ("the AU and its members", "African Union"),
            ("the EU and its members", "European Union"),
            ("THE AU COMMISSION", "African Union"),
            ("DÉLÉGATION DE LA MARÉNIE AU CONSEIL", "none"),
        ] {
            let found = first_in(text).map_or("none", |party| party.name);
            assert_eq!(found, name, "{text}");
        }
        // *AU* is the code of Australia, and *EU* one that ISO reserves.
        assert_eq!(by_code("AU").map(|party| party.name), Some("Australia"));
        assert_eq!(
            by_code("eu").map(|party| party.name),
            Some("European Union")
        );
        let text = "The African Union, the European Union and the Organization of American States met in Norway.";
        let names: Vec<_> = regions_in(text)
            .into_iter()
            .map(|region| region.1)
            .collect();
        assert_eq!(names, ["Norway"]);
    }

    #[test]
    fn a_name_of_many_words_is_found_whole_and_once() {
        let text =
            "We thank the United Kingdom of Great Britain and Northern Ireland for 40 tents.";
        let found = parties_in(text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(
            &text[found[0].0.clone()],
            "United Kingdom of Great Britain and Northern Ireland"
        );
        let longest = NAMES.iter().map(|(name, _)| words_of(name).len()).max();
        assert_eq!(longest, Some(MOST_WORDS));
    }
}
