//! Finds where sentences start.
//!
//! A sentence ends at a stop, with the quotes, brackets and note marks that
//! close after it, where a gap and a word that can open a sentence follow.
//! The word before the stop may deny it: an abbreviation, an initial. The
//! boundaries of UAX #29 know none of this.

use super::abbreviation::{self, Abbreviation};
use crate::language::pack;
use crate::model::{Language, Token};

/// Marks that end a sentence.
const STOPS: &[char] = &['.', '!', '?', '…', '。', '！', '？', '．', '؟', '۔'];
/// Marks that end a sentence without a gap after them.
const WIDE_STOPS: &[char] = &['。', '！', '？', '．'];
/// Quotes and brackets that close after a stop.
const CLOSERS: &[char] = &[
    '"', '\'', '”', '’', '»', ')', ']', '）', '」', '』', '》', '*', '›',
];
/// Marks that stand before the first word of a sentence.
const OPENERS: &[char] = &[
    '"', '\'', '“', '‘', '„', '«', '(', '[', '（', '「', '『', '《', '‹', '¿', '¡', '–', '—', '-',
];

/// Calls `push` with each position in `tokens` where a sentence starts; the
/// first is 0 unless there are no tokens.
pub(super) fn sentence_starts(
    text: &str,
    tokens: &[Token],
    language: Language,
    mut push: impl FnMut(usize),
) {
    let reader = Reader {
        text,
        tokens,
        language,
    };
    if !tokens.is_empty() {
        push(0);
    }
    let mut at = 0;
    while at < tokens.len() {
        let initial = text.as_bytes()[tokens[at].span.start as usize];
        if initial.is_ascii_alphanumeric() || !is_made_of(reader.word(at), STOPS) {
            at += 1;
            continue;
        }
        let after = reader.past_closers(at);
        if after < tokens.len() && reader.ends_sentence(at, after) {
            push(after);
        }
        at = after;
    }
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    language: Language,
}

impl<'a> Reader<'a> {
    fn word(&self, at: usize) -> &'a str {
        self.tokens[at].span.of(self.text)
    }

    /// Whether white space stands before the token at `at`.
    fn has_gap(&self, at: usize) -> bool {
        at > 0 && self.tokens[at - 1].span.end < self.tokens[at].span.start
    }

    /// The token after the stop at `stop` and all that closes with it: more
    /// stops, quotes, brackets, and the number of a note.
    fn past_closers(&self, stop: usize) -> usize {
        let mut at = stop + 1;
        while at < self.tokens.len() {
            let word = self.word(at);
            let closes = is_made_of(word, CLOSERS) || is_made_of(word, STOPS);
            // French sets a blank before the closing quote.
            // *“We will.” He said so.*: the quote belongs to the sentence that it closes.
            if (closes && !self.has_gap(at)) || word == "»" {
                at += 1;
            } else if let Some(after) = self.past_note(at) {
                at = after;
            } else {
                break;
            }
        }
        at
    }

    /// Past `[12]` or `12` that touches the stop before it.
    fn past_note(&self, at: usize) -> Option<usize> {
        let is_number = |at: usize| {
            at < self.tokens.len()
                && self.word(at).len() <= 3
                && self.word(at).bytes().all(|byte| byte.is_ascii_digit())
        };
        let touches = |at: usize| at < self.tokens.len() && !self.has_gap(at);
        // *… of the mines.[12] We …*: the number of a note closes with the stop.
        let bracketed = touches(at) && self.word(at) == "[" && touches(at + 1) && touches(at + 2);
        if bracketed && (is_number(at + 1) || self.word(at + 1) == "*") && self.word(at + 2) == "]"
        {
            return Some(at + 3);
        }
        let stands_alone = at + 1 == self.tokens.len() || self.has_gap(at + 1);
        (touches(at) && is_number(at) && stands_alone).then_some(at + 1)
    }

    /// Whether the stop at `stop` ends a sentence, the next token being `next`.
    fn ends_sentence(&self, stop: usize, next: usize) -> bool {
        let mark = self.word(stop);
        let is_wide = mark.contains(WIDE_STOPS);
        let Some(opener) = self.first_word(next) else {
            return false;
        };
        let begins_small = opener.starts_with(char::is_lowercase);
        // *“Stop!” he said* goes on, *A/75/52.Rev.1* has no gap.
        if begins_small || !(is_wide || self.has_gap(next)) {
            return false;
        }
        // *Really?* ends in any case; *Mr.* does only where nothing denies it.
        mark != "." || next > stop + 1 || self.stop_ends_sentence(stop, opener)
    }

    /// Whether a single `.` ends a sentence though `opener` could open one.
    fn stop_ends_sentence(&self, stop: usize, opener: &str) -> bool {
        if stop == 0 || self.has_gap(stop) {
            return true;
        }
        let last = self.word(stop - 1);
        let before = self.dotted_word(stop);
        let kind = abbreviation::kind(before, self.language)
            .or_else(|| is_initials(before).then_some(Abbreviation::PerhapsLast));
        // *am 3. März* in German: the stop makes *3* the third.
        let is_ordinal = pack(self.language).sentences.has_ordinal_stops
            && last.len() <= 2
            && is_made_of_digits(last);
        match kind {
            None => !is_ordinal,
            Some(Abbreviation::NeverLast) => false,
            // *Resolution no. 1325* goes on, *he said no. We left* does not.
            Some(Abbreviation::BeforeNumber) => !is_numeral(opener),
            // *Acme Inc. The firm …* ends, *Acme Inc. of Westhaven* goes on.
            Some(Abbreviation::PerhapsLast) => abbreviation::is_opener(opener),
        }
    }

    /// The word before the stop at `stop` with the stops inside it: `e.g`.
    fn dotted_word(&self, stop: usize) -> &'a str {
        let mut first = stop - 1;
        while first >= 2
            && self.word(first - 1) == "."
            && !self.has_gap(first)
            && !self.has_gap(first - 1)
            && self.word(first - 2).starts_with(char::is_alphabetic)
        {
            first -= 2;
        }
        let start = self.tokens[first].span.start as usize;
        &self.text[start..self.tokens[stop - 1].span.end as usize]
    }

    /// The first word at or after `at` that is no opening mark.
    fn first_word(&self, at: usize) -> Option<&'a str> {
        (at..self.tokens.len())
            .map(|at| self.word(at))
            .find(|word| !is_made_of(word, OPENERS))
            .filter(|word| word.starts_with(char::is_alphanumeric) || word.starts_with(is_currency))
    }
}

fn is_made_of(word: &str, marks: &[char]) -> bool {
    !word.is_empty() && word.chars().all(|c| marks.contains(&c))
}

fn is_made_of_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '€' | '£' | '¥' | '№' | '#')
}

/// One capital, or letters each with a stop: `J`, `U.S`, `EE.UU`, `p.m`.
fn is_initials(word: &str) -> bool {
    let mut parts = word.split('.').peekable();
    let is_single = !word.contains('.');
    parts.all(|part| {
        let letters = part.chars().count();
        part.chars().all(char::is_alphabetic)
            && if is_single {
                letters == 1 && part.starts_with(char::is_uppercase)
            } else {
                (1..=2).contains(&letters)
            }
    })
}

/// A number, a Roman numeral, or the letter of a symbol like A/RES/1.
fn is_numeral(word: &str) -> bool {
    word.starts_with(|c: char| c.is_numeric())
        || word.bytes().all(|byte| b"IVXLC".contains(&byte))
        || word.len() == 1
}

#[cfg(test)]
mod tests {
    use super::super::word::push_tokens;
    use super::*;
    use crate::model::Vocabulary;

    fn sentences(text: &str, language: Language) -> Vec<&str> {
        let mut tokens = Vec::new();
        push_tokens(text, 0, &mut Vocabulary::new(), &mut tokens);
        let mut starts = Vec::new();
        sentence_starts(text, &tokens, language, |at| starts.push(at));
        let ends = starts.iter().skip(1).copied().chain([tokens.len()]);
        let cut = |(start, end): (&usize, usize)| {
            &text[tokens[*start].span.start as usize..tokens[end - 1].span.end as usize]
        };
        starts.iter().zip(ends).map(cut).collect()
    }

    fn assert_cut(language: Language, wanted: &[&[&str]]) {
        for parts in wanted {
            let gap = if language == Language::Chinese {
                ""
            } else {
                " "
            };
            let text = parts.join(gap);
            assert_eq!(sentences(&text, language), *parts, "{text}");
        }
    }

    #[test]
    fn english_sentences_end_at_stops_that_no_abbreviation_owns() {
        assert_cut(
            Language::English,
            &[
                &[
                    "Mr. Ilves and Dr. Novak thanked H.E. Ms. Silva.",
                    "They left.",
                ],
                &["See Art. 7, para. 3 and Res. A/75/52 of Jan. 5.", "We do."],
                &["It is the state of the art.", "Norway has it."],
                &["We cleared 12.5 sq. km. of land.", "We go on."],
                &["We cleared 12 sq. km.", "Norway paid."],
                &["J. K. Smith spoke for the U.S.", "The vote came late."],
                &["Tools, e.g. Geiger counters, came.", "They help."],
                &["He asked: “Why?” and left.", "“We know.”", "We do."],
                &["It is done (at last.)", "We go on."],
                &["Is it done?!", "Yes...", "We go on."],
                &["It was so.[3]", "We go on.12", "They too."],
                &["It cost more.", "$5 million were lost.", "2021 was worse."],
                &["We joined Acme Inc. of Oslo.", "It grew."],
                &["Wait ... and see.", "Now."],
            ],
        );
    }

    #[test]
    fn french_sentences_end_after_the_closing_quote() {
        assert_cut(
            Language::French,
            &[
                &["Merci, M. le Président.", "M. Duval et Mme. Roy parlent."],
                &["Il a dit : « Nous irons. »", "Puis il partit."],
                &["Voir art. 7, par. 3.", "Nous y sommes."],
            ],
        );
    }

    #[test]
    fn spanish_and_portuguese_titles_end_no_sentence() {
        assert_cut(
            Language::Spanish,
            &[
                &[
                    "El Sr. Gómez y la Sra. Ruiz hablaron.",
                    "¿Qué dijeron?",
                    "¡Nada!",
                ],
                &["Véase el art. 7, párr. 3 y núm. 5.", "Es claro."],
            ],
        );
        assert_cut(
            Language::Portuguese,
            &[&["O Sr. Silva e a Dra. Souza falaram.", "Ver o art. 7."]],
        );
    }

    #[test]
    fn russian_abbreviations_end_no_sentence() {
        assert_cut(
            Language::Russian,
            &[
                &["В 2021 г. страна очистила 5 тыс. га.", "Мы рады."],
                &["Это так, т.е. Норвегия платит.", "См. ст. 7 и п. 3."],
                &["Так было в 2021 г.", "Мы идем дальше."],
            ],
        );
    }

    #[test]
    fn chinese_and_arabic_have_stops_of_their_own() {
        assert_cut(
            Language::Chinese,
            &[
                &["我们清除了地雷。", "还有多少？", "很多！"],
                &["他说：“完成了。”", "我们同意。"],
            ],
        );
        assert_cut(Language::Arabic, &[&["هل انتهى العمل؟", "نعم.", "نشكركم."]]);
    }

    #[test]
    fn a_stop_behind_one_or_two_digits_makes_an_ordinal_in_german() {
        let day = "Wir trafen uns am 3. März in Wien.";
        assert_cut(Language::German, &[&[day], &[day, "Danach gingen wir."]]);
        // A year is no ordinal, and neither is a word of two letters.
        assert_cut(
            Language::German,
            &[&["Das war im Jahr 2021.", "Wir gingen."]],
        );
        assert_cut(Language::German, &[&["Er sagte ja.", "Wir gingen."]]);
    }

    #[test]
    fn a_mark_of_a_currency_begins_a_word_of_a_sentence() {
        assert!(is_currency('€') && is_currency('$'));
        assert!(!is_currency('*') && !is_currency('%'));
    }
}
