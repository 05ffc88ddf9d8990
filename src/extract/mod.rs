//! Finds the figures of a document.
//!
//! Input: a segmented document. Output: figures in reading order; their spans
//! never overlap. A number that is seen but cannot be read becomes a notice:
//! none is dropped in silence.
//!
//! A paragraph is cut into tokens, each with what the language's lexicon knows
//! of it; one pass reads every number where it stands (`reader`), a list then
//! shares what it says once (`sharing`), and the sentence says the rest
//! (`context`). The words of each language are tables (`language`).

mod address;
mod bare;
mod change;
mod compound;
mod context;
mod counted;
mod date;
mod ellipsis;
mod figure;
mod homonym;
mod interval;
mod label;
mod lexicon;
mod lexis;
mod name;
mod non_figure;
mod noun;
mod numeral;
mod object;
mod ordinal;
mod passage;
mod percent;
mod period;
mod promise;
mod quantity;
mod range;
mod ratio;
mod reader;
mod reference;
mod restatement;
mod role;
mod rule;
mod sense;
mod sharing;
mod spelling;
mod stance;
mod table;
mod term;
mod token;
mod unit;
mod verb;
mod veto;
mod window;
mod zero;

use std::ops::Range;

use lexis::Lexis;
pub use lexis::Terms;
use passage::Passage;
pub use promise::{Form, Rung, ladder};
pub(crate) use promise::{deeds_beside, promises_beside};
use reader::{BEYOND_REACH, PendingFigure, read_passage};
pub(crate) use stance::stances_beside;
use token::{SenseCache, Token, tokenize};

use crate::model::{
    Decision, Document, Earlier, Figure, Notice, NoticeCode, ParseSentence, Role, Segmented, Tree,
    earlier_of, unread_bytes,
};
use crate::parallel::in_parts;

/// The most figures that are read of one document; a long statement has a thousand.
pub const MAX_FIGURES: usize = 20_000;

/// What was found in one document.
#[derive(Debug, Clone, Default)]
pub struct Extraction {
    /// In reading order.
    pub figures: Vec<Figure>,
    /// Numbers seen but not read.
    pub notices: Vec<Notice>,
    /// Which rule took or refused each number, in reading order.
    pub decisions: Vec<Decision>,
    /// Trees of sentences with figures in which a promise may stand, in reading order,
    /// where they were asked for.
    pub(crate) trees: Vec<Tree>,
}

/// Finds the figures of `document`, in the language of its metadata.
#[must_use]
pub fn extract(document: &Document, segmented: &Segmented) -> Extraction {
    let terms = Terms::default();
    let resources = Resources {
        terms: &terms,
        parse: None,
    };
    extract_with(document, segmented, resources)
}

/// What figures are read with.
#[derive(Debug, Clone, Copy)]
pub struct Resources<'a> {
    /// A user's own words, beside those of the language.
    pub terms: &'a Terms,
    /// Parses the sentences that state an amount; without it what a figure
    /// measures is read from the words beside it alone.
    pub parse: Option<ParseSentence>,
}

/// Finds the figures of `document` as [`extract`] does, with more than the
/// tables of the language.
#[must_use]
pub fn extract_with(
    document: &Document,
    segmented: &Segmented,
    resources: Resources<'_>,
) -> Extraction {
    extract_beside(document, segmented, resources, (&[], false))
}

/// Finds the figures of `document` as [`extract_with`] does. `earlier` has, by
/// paragraph, where its text was read before with the same resources; it may be shorter.
/// `keeps_trees` for who reads promises too.
pub(crate) fn extract_beside(
    document: &Document,
    segmented: &Segmented,
    resources: Resources<'_>,
    (earlier, keeps_trees): (&[Option<Earlier<'_>>], bool),
) -> Extraction {
    let reading = Reading {
        document,
        segmented,
        lexis: resources.terms.lexis(document.metadata.language),
        parse: resources.parse,
        keeps_trees,
        earlier,
    };
    let parts = in_parts(
        document.paragraphs.len(),
        |paragraph| unread_bytes(document, earlier, paragraph),
        |paragraphs| reading.read(paragraphs),
    );
    let mut extraction = Extraction::joined(parts);
    extraction.tell_full();
    // Over the whole document: a table, and the year of a date, reach over paragraphs.
    table::name_cells(document, reading.lexis, &mut extraction.figures);
    date::resolve_years(document, &mut extraction.figures);
    date::resolve_steps(document, &mut extraction.figures);
    // Last, since whether a deadline is past shows in its resolved year.
    date::note_deadlines(document, &mut extraction.figures);
    extraction
}

/// A document that is read with the words of its language.
struct Reading<'a> {
    document: &'a Document,
    segmented: &'a Segmented,
    lexis: &'a Lexis,
    parse: Option<ParseSentence>,
    keeps_trees: bool,
    earlier: &'a [Option<Earlier<'a>>],
}

impl Reading<'_> {
    /// The tree of a sentence that states an amount; `None` where it states none, and
    /// for a language that is not parsed. The words beside a date or an ordinal say
    /// what it belongs to, and half of the sentences with figures have no others.
    fn tree(
        &self,
        passage: Passage,
        sentence: Range<usize>,
        pending_figures: &[PendingFigure],
    ) -> Option<Tree> {
        let states_amount = pending_figures
            .iter()
            .any(|pending| pending.figure.kind.is_amount());
        let parse = self.parse.filter(|_| states_amount)?;
        let bytes = passage.span(sentence).range();
        parse(passage.text, bytes, self.document.metadata.language)
    }

    /// What is found in some of the paragraphs.
    fn read(&self, paragraphs: Range<usize>) -> Extraction {
        let text = &self.document.text;
        let lexicon = &self.lexis.lexicon;
        let mut extraction = Extraction::default();
        let (mut tokens, mut known) = (Vec::new(), SenseCache::default());
        for index in paragraphs {
            // What a row says depends on the heads of its table.
            let is_row = self.document.paragraphs[index].role == Role::TableRow;
            if let Some(earlier) = earlier_of(self.earlier, index).filter(|_| !is_row) {
                extraction.copy_paragraph(earlier, index);
                continue;
            }
            if self.document.paragraphs[index].role == Role::Contents {
                continue;
            }
            let words = self.segmented.paragraph_tokens(index);
            // Most paragraphs have no word that a number starts with, and are cut no finer.
            if !known.may_start_figure(words, text, lexicon) {
                continue;
            }
            tokens.clear();
            let body = self.document.paragraphs[index].body().range();
            if extraction.is_full() {
                break;
            }
            tokenize(text, body, (words, &mut known), lexicon, &mut tokens);
            let passage = Passage {
                text,
                tokens: &tokens,
                lexis: self.lexis,
            };
            extraction.read_paragraph(passage, index, self);
        }
        extraction
    }
}

/// The sentences of a paragraph as ranges of its tokens.
fn sentences(segmented: &Segmented, paragraph: usize, tokens: &[Token]) -> Vec<Range<usize>> {
    let starts = segmented
        .paragraph_sentences(paragraph)
        .filter(|sentence| !sentence.is_empty())
        .skip(1)
        .map(|sentence| {
            let byte = segmented.tokens[sentence.start].span.start as usize;
            tokens.partition_point(|token| token.end <= byte)
        });
    let mut sentences = Vec::with_capacity(1);
    let mut start = 0;
    for end in starts.chain([tokens.len()]) {
        sentences.push(start..end);
        start = end;
    }
    sentences
}

impl Extraction {
    /// What was found in the parts of a document, in order.
    fn joined(parts: Vec<Self>) -> Self {
        let mut parts = parts.into_iter();
        let mut all = parts.next().unwrap_or_default();
        for part in parts {
            all.figures.extend(part.figures);
            all.notices.extend(part.notices);
            all.decisions.extend(part.decisions);
            all.trees.extend(part.trees);
        }
        all
    }

    /// Whether no more is read: there are more figures, or numbers that are none,
    /// than any statement has.
    fn is_full(&self) -> bool {
        self.figures.len().max(self.notices.len()) >= MAX_FIGURES
    }

    /// Says so where the rest was not read.
    fn tell_full(&mut self) {
        if self.is_full() {
            self.notices.push(Notice {
                code: NoticeCode::TooManyFigures,
                span: None,
                message: format!("more than {MAX_FIGURES} figures: the rest is not read"),
            });
        }
    }

    /// Takes a paragraph over as it was read before; what decided stays there.
    fn copy_paragraph(&mut self, earlier: Earlier<'_>, index: usize) {
        self.figures.extend(earlier.figures(narrow(index)));
        self.notices.extend(earlier.notices());
    }

    fn read_paragraph(&mut self, passage: Passage, index: usize, reading: &Reading) {
        let sentences = sentences(reading.segmented, index, passage.tokens);
        let mut period = None;
        for (window, first) in window::windows(passage, &sentences) {
            if self.is_full() {
                break;
            }
            let part = Passage {
                tokens: &passage.tokens[window.clone()],
                ..passage
            };
            let own = sentences[first..].iter().map(|sentence| {
                let inside = |at: usize| at.clamp(window.start, window.end) - window.start;
                inside(sentence.start)..inside(sentence.end)
            });
            let own = own.take_while(|sentence| sentence.start < part.len() || sentence.start == 0);
            let own: Vec<Range<usize>> = own.collect();
            period = self.read_window((part, reading), (&own, first), index, period);
        }
    }

    /// Reads a window of paragraph `index`, whose `sentences` are numbered from
    /// `first`; takes and returns the period of the sentence before.
    fn read_window(
        &mut self,
        (passage, reading): (Passage, &Reading),
        (sentences, first): (&[Range<usize>], usize),
        index: usize,
        mut period: Option<period::Time>,
    ) -> Option<period::Time> {
        let mut found = read_passage(passage);
        self.decisions.extend(found.decisions(passage));
        self.notices
            .extend(found.unread.into_iter().map(|unread| Notice {
                code: if unread.rule == BEYOND_REACH {
                    NoticeCode::NumberBeyondReach
                } else {
                    NoticeCode::UnreadNumber
                },
                span: Some(passage.span(unread.tokens)),
                message: format!("not read as a figure: {}", unread.rule),
            }));
        if found.pending_figures.is_empty() {
            return None;
        }
        sharing::share_backwards(passage, &mut found.pending_figures);
        let language = reading.document.metadata.language;
        let mut pending_figures = found.pending_figures.as_mut_slice();
        for (number, sentence) in (first..).zip(sentences) {
            let count =
                pending_figures.partition_point(|pending| pending.tokens.start < sentence.end);
            let (own, rest) = pending_figures.split_at_mut(count);
            let tree = reading.tree(passage, sentence.clone(), own);
            period = context::read_context(passage, sentence.clone(), own, tree.as_ref(), period);
            bare::mark_bare(passage, own);
            if reading.keeps_trees {
                // Trees are large: those are kept that the reader of promises will ask for.
                let binds = |tree: &Tree| promise::binds(tree.texts(passage.text), language);
                self.trees.extend(tree.filter(binds));
            }
            for PendingFigure { figure, .. } in own {
                figure.paragraph = narrow(index);
                figure.sentence = narrow(number);
            }
            pending_figures = rest;
        }
        self.figures.extend(
            found
                .pending_figures
                .into_iter()
                .map(|pending| pending.figure),
        );
        period
    }
}

fn narrow(paragraph: usize) -> u32 {
    u32::try_from(paragraph).expect("fewer than 2^32 paragraphs")
}

#[cfg(test)]
pub(in crate::extract) mod tests {
    use super::*;
    use crate::model::{Language, Paragraph, ParagraphParts, Span, Stated, Vocabulary};

    /// The figures of one paragraph of one sentence.
    fn figures_of(text: &str) -> Vec<Figure> {
        extraction_of(text).figures
    }

    fn extraction_of(text: &str) -> Extraction {
        extraction_in(Language::English, text)
    }

    pub(super) fn extraction_in(language: Language, text: &str) -> Extraction {
        extraction_by(None, language, text)
    }

    fn extraction_by(parse: Option<ParseSentence>, language: Language, text: &str) -> Extraction {
        let span = Span::new(0, text.len());
        let mut document = Document {
            text: text.to_owned(),
            paragraphs: vec![Paragraph {
                span,
                ..Paragraph::default()
            }],
            ..Document::default()
        };
        document.metadata.language = language;
        document.metadata.date = Some(Stated {
            value: "2021-06-22".to_owned(),
            origin: crate::model::Origin::Given,
        });
        let segmented = Segmented {
            paragraphs: vec![ParagraphParts::default()],
            ..Segmented::default()
        };
        let terms = Terms::default();
        let resources = Resources {
            terms: &terms,
            parse,
        };
        extract_with(&document, &segmented, resources)
    }

    /// What `rule` says of the token behind the bar of a text.
    pub(super) fn holds(rule: fn(Passage<'_>, usize) -> bool, code: &str, marked: &str) -> bool {
        let start = marked.find('|').expect("a bar stands before the token");
        let text = marked.replacen('|', "", 1);
        let lexis = lexis::lexis(Language::from_code(code));
        let mut tokens = Vec::new();
        let words = (&[][..], &mut SenseCache::default());
        tokenize(&text, 0..text.len(), words, &lexis.lexicon, &mut tokens);
        let is_it = |token: &Token| token.start == start;
        let at = tokens.iter().position(is_it).expect("a token is there");
        let passage = Passage {
            text: &text,
            tokens: &tokens,
            lexis,
        };
        rule(passage, at)
    }

    #[test]
    fn only_a_sentence_that_states_an_amount_is_parsed() {
        let read = |text: &str| {
            let parse: ParseSentence = |_, _, _| panic!("parsed");
            let read = || extraction_by(Some(parse), Language::English, text);
            std::panic::catch_unwind(read).map(|extraction| extraction.figures.len())
        };
        let labels = "The fourth conference met on 3 May 2021 under resolution A/75/12.";
        assert_eq!(read(labels).unwrap(), 3);
        assert!(read("We cleared 300 mines by 3 May 2021.").is_err());
    }

    /// What is read and what is not: figures, and numbers with the reason.
    fn told(text: &str) -> (Vec<String>, Vec<String>) {
        told_in(text, Language::English)
    }

    fn told_in(text: &str, language: Language) -> (Vec<String>, Vec<String>) {
        let extraction = extraction_in(language, text);
        let value = |figure: &Figure| match (figure.value, &figure.date) {
            (_, Some(date)) => date.clone(),
            (Some(value), _) => value.normalize().to_string(),
            _ => "…".to_owned(),
        };
        let unread = extraction.notices.iter().map(|notice| {
            let words = notice.span.map_or("", |span| span.of(text));
            format!("{words}: {}", notice.code.name())
        });
        (
            extraction.figures.iter().map(value).collect(),
            unread.collect(),
        )
    }

    #[test]
    fn a_number_beyond_reach_is_a_notice_and_never_a_figure() {
        for number in [
            "One hundred million billion trillion",
            "One trillion trillion trillion",
            "99999999999999999999999999999999",
            "10^1000",
            "10^30",
        ] {
            let (figures, unread) = told(&format!("{number} people came."));
            assert_eq!(figures, [""; 0], "{number}");
            assert_eq!(unread, [format!("{number}: number-beyond-reach")]);
        }
        for (language, number) in [
            (
                "fr",
                "Cent milliards de milliards de milliards de milliards",
            ),
            (
                "es",
                "Mil millones de millones de millones de millones de millones",
            ),
            ("pt", "Cem bilhões de bilhões de bilhões de bilhões"),
            ("ru", "Сто миллиардов миллиардов миллиардов миллиардов"),
            ("zh", "九千亿亿亿亿"),
            (
                "zh",
                "九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九九",
            ),
            ("ar", "99999999999999999999999999999999"),
        ] {
            let language = Language::from_code(language);
            let (figures, unread) = told_in(&format!("{number} ."), language);
            assert_eq!(figures, [""; 0], "{number}");
            assert_eq!(unread, [format!("{number}: number-beyond-reach")]);
        }
        let (figures, unread) = told("One trillion people came.");
        assert_eq!(
            (figures, unread),
            (vec!["1000000000000".to_owned()], vec![])
        );
    }

    #[test]
    fn scales_of_scales_are_one_number() {
        for (language, text, value) in [
            (
                "fr",
                "Mille milliards de milliards de mines",
                "1000000000000000000000",
            ),
            ("fr", "Deux millions de 300 mines", "2000000; 300"),
            (
                "es",
                "Tres mil millones de millones de minas",
                "3000000000000000",
            ),
            ("zh", "三万亿亿个地雷", "300000000000000000000"),
            ("zh", "花了一兆元，占5兆", "1000000000000; 5"),
        ] {
            let figures = told_in(text, Language::from_code(language)).0;
            assert_eq!(figures.join("; "), value, "{text}");
        }
    }

    #[test]
    fn groups_of_the_indian_system_are_one_number() {
        for (number, value) in [
            ("1,00,00,000", "10000000"),
            ("12,34,56,789", "123456789"),
            ("1,23,456", "123456"),
            ("1,234,567", "1234567"),
        ] {
            assert_eq!(told(&format!("We reached {number} people.")).0, [value]);
        }
    }

    #[test]
    fn a_number_with_several_points_is_no_amount() {
        let (figures, unread) = told("We destroyed 12.5.7 mines.");
        assert_eq!(figures, [""; 0]);
        assert_eq!(unread, ["12.5.7: unread-number"]);
    }

    #[test]
    fn a_day_that_no_month_has_is_a_notice_and_no_date() {
        for day in [
            "31 April 2021",
            "30/02/2021",
            "29 February 2023",
            "April 31, 2021",
        ] {
            let (figures, unread) = told(&format!("We met on {day}."));
            assert_eq!(figures, [""; 0], "{day}");
            assert_eq!(unread.len(), 1, "{day}");
        }
        assert_eq!(told("We met on 29 February 2024.").0, ["2024-02-29"]);
    }

    #[test]
    fn a_text_of_more_figures_than_any_statement_is_not_read_to_its_end() {
        let extraction = extraction_of(&"5 mines. ".repeat(MAX_FIGURES + 2000));
        assert!(extraction.figures.len() < MAX_FIGURES + 1000);
        let last = extraction.notices.last().map(|notice| notice.code);
        assert_eq!(last, Some(NoticeCode::TooManyFigures));
    }

    #[test]
    fn a_sentence_without_end_is_read_window_by_window() {
        let text = "We cleared 12 hectares of land, ".repeat(500) + "and 7 wells.";
        let figures = figures_of(&text);
        assert_eq!(figures.len(), 501);
        let cleared =
            |figure: &&Figure| figure.unit.as_deref() == Some("hectare") && figure.sentence == 0;
        assert_eq!(figures.iter().filter(cleared).count(), 500);
    }

    #[test]
    fn a_document_says_in_parts_what_it_says_as_a_whole() {
        let text = "On 3 May 12 teams cleared 9,000 mines.\n\nNo mine was found in 2020.\n\n\
                    We met at 12:30. About 30 per cent of them left.\n\nWe cleared 5 fields.";
        let options = crate::load::LoadOptions::default();
        let document = crate::load::load_bytes("a.txt", text.as_bytes(), &options).unwrap();
        let segmented = crate::segment::segment(&document, &mut Vocabulary::new());
        let terms = Terms::default();
        let reading = Reading {
            document: &document,
            segmented: &segmented,
            lexis: terms.lexis(document.metadata.language),
            parse: None,
            keeps_trees: false,
            earlier: &[],
        };
        let whole = reading.read(0..4);
        assert!(whole.figures.len() > 4 && !whole.notices.is_empty());
        for cut in 0..=4 {
            let parts = vec![reading.read(0..cut), reading.read(cut..4)];
            let joined = Extraction::joined(parts);
            assert_eq!(joined.figures, whole.figures);
            assert_eq!(joined.notices, whole.notices);
        }
    }

    /// A figure in one line: words, kind, amount with its bound, unit.
    fn describe(text: &str, figure: &Figure) -> String {
        let end = |end: Option<rust_decimal::Decimal>| {
            end.map_or("…".to_owned(), |end| end.normalize().to_string())
        };
        let amount = match (&figure.date, &figure.ordinal, figure.ratio) {
            (Some(date), ..) => figure.resolved.clone().unwrap_or_else(|| date.clone()),
            (_, Some(number), _) => number.to_string(),
            (.., Some((part, whole))) => format!("{part}:{whole}"),
            _ if figure.low.is_none() && figure.high.is_none() => "…".to_owned(),
            _ => format!(
                "{} [{}, {}]",
                end(figure.value),
                end(figure.low),
                end(figure.high)
            ),
        };
        let near = if figure.approximate { "~" } else { "" };
        let unit = figure.unit.as_deref().unwrap_or("-");
        format!(
            "{}\t{}\t{near}{}\t{amount}\t{unit}",
            figure.span.of(text),
            figure.kind.name(),
            figure.bound.name()
        )
    }

    #[test]
    fn english_sentences_give_the_figures_listed_beside_them() {
        let listed: Vec<&str> = include_str!("../../fixtures/figures/english.tsv")
            .lines()
            .collect();
        let mut read = Vec::new();
        for text in listed.iter().filter_map(|line| line.strip_prefix("# ")) {
            read.push(format!("# {text}"));
            read.extend(figures_of(text).iter().map(|figure| describe(text, figure)));
        }
        for (listed, read) in listed.iter().zip(&read) {
            assert_eq!(listed, read);
        }
        assert_eq!(listed.len(), read.len());
    }

    #[test]
    fn the_sentence_says_what_is_measured_and_since_when() {
        let figures = figures_of(
            "Since the truce, more than 60 people were killed and injured in the eastern region.",
        );
        let figure = &figures[0];
        assert_eq!(figure.subject.as_deref(), Some("people"));
        assert_eq!(figure.predicate.as_deref(), Some("killed and injured"));
        assert_eq!(figure.scope.as_deref(), Some("eastern region"));
        assert_eq!(
            figure.period.as_ref().unwrap().since.as_deref(),
            Some("the truce")
        );
    }

    #[test]
    fn what_is_measured_may_stand_before_what_it_is_counted_per() {
        let figure = figures_of("The region sells 5 million tonnes of wheat a year.").remove(0);
        assert_eq!(figure.unit.as_deref(), Some("tonne per year"));
        assert_eq!(figure.subject.as_deref(), Some("wheat"));
    }

    #[test]
    fn a_share_is_of_what_stands_behind_an_owner_and_of_the_subject_before_them() {
        let subject = |text: &str| figures_of(text).remove(0).subject;
        let of_ours = subject("Some 85 per cent of our adult population was vaccinated.");
        assert!(of_ours.unwrap().starts_with("adult population"));
        let of_them = subject("Children made up 34 per cent of them.");
        assert_eq!(of_them.as_deref(), Some("children"));
    }

    #[test]
    fn a_share_or_a_sum_without_a_verb_is_of_what_stands_beside_it() {
        let cases = [
            ("The goal is inflation of 2 per cent.", Some("inflation")),
            (
                "The poverty rate in the country is 5.4 per cent.",
                Some("poverty rate"),
            ),
            (
                "We pledge 40 million euros in humanitarian aid.",
                Some("humanitarian aid"),
            ),
            ("We pledge 40 million euros in 2023.", None),
            ("They were bought at a pace of 40 million euros.", None),
        ];
        for (text, subject) in cases {
            let figure = figures_of(text).remove(0);
            assert_eq!(figure.subject.as_deref(), subject, "{text}");
        }
    }

    #[test]
    fn what_stands_before_for_is_the_subject_and_not_what_it_is_for() {
        let wait = "The waiting time for a first appointment has fallen to seven weeks.";
        let subject = figures_of(wait).remove(0).subject;
        assert_eq!(subject.as_deref(), Some("waiting time"));
    }

    #[test]
    fn verbs_have_one_form_whatever_their_tense() {
        let verb = |text: &str| figures_of(text).remove(0).predicate;
        let done = verb("The army destroyed 300 mines.");
        assert_eq!(done, verb("The army is destroying 300 mines."));
        assert_eq!(done.as_deref(), Some("destroyed"));
    }

    #[test]
    fn a_particle_that_makes_another_verb_belongs_to_it() {
        let verb = |text: &str| figures_of(text).remove(0).predicate;
        let share = verb("In that year children made up 38 per cent of them.");
        assert_eq!(share.as_deref(), Some("made up"));
        let moved = verb("In that year exports went up 38 per cent.");
        assert_ne!(moved.as_deref(), Some("went up"));
    }

    #[test]
    fn another_number_in_the_same_sentence_gives_the_same_key() {
        let key = |text: &str| {
            let figure = figures_of(text).remove(0);
            (
                figure.subject,
                figure.predicate,
                figure.period,
                figure.scope,
                figure.unit,
            )
        };
        let sentence = |number: &str| {
            format!("In the past year our teams cleared {number} hectares of farmland in Veldland.")
        };
        assert_eq!(key(&sentence("3 thousand")), key(&sentence("about 12,400")));
        assert_eq!(
            key(&sentence("some 40")),
            key(&sentence("no fewer than 2.5 million"))
        );
    }

    #[test]
    fn two_digits_in_a_row_are_the_ends_of_an_amount_in_chinese() {
        let cases = [
            ("二三十人", "20", "30"),
            ("一百二三十公顷", "120", "130"),
            ("二三十万公顷", "200000", "300000"),
            ("十五六岁", "15", "16"),
            ("三四个国家", "3", "4"),
        ];
        for (text, low, high) in cases {
            let figure = extraction_in(Language::Chinese, text).figures.remove(0);
            let end = |end: Option<rust_decimal::Decimal>| end.unwrap().normalize().to_string();
            assert_eq!(
                (end(figure.low).as_str(), end(figure.high).as_str()),
                (low, high),
                "{text}"
            );
            assert!(figure.approximate, "{text}");
        }
    }

    #[test]
    fn where_words_are_not_known_the_script_says_how_thousands_are_grouped() {
        let cases = [
            ("地雷3,400個を除去", "3400"),
            ("지뢰 3,400개", "3400"),
            ("3,4 Minen", "3.4"),
        ];
        for (text, value) in cases {
            let figures = extraction_in(Language::Other, text).figures;
            let read = figures[0].value.unwrap().normalize().to_string();
            assert_eq!(read, value, "{text}");
        }
    }

    #[test]
    fn coins_of_coins_are_in_the_smallest_one() {
        for (text, value) in [("两角", 20), ("两角五分", 25), ("五块七毛", 5)] {
            let figure = extraction_in(Language::Chinese, text).figures.remove(0);
            assert_eq!(figure.value.unwrap().trunc(), value.into(), "{text}");
        }
        let range = extraction_in(Language::Chinese, "2至3角").figures.remove(0);
        assert_eq!((range.low, range.high), (Some(20.into()), Some(30.into())));
    }

    #[test]
    fn decades_are_named_in_words_of_their_own() {
        let cases = [
            ("fr", "dans les années 1990", "199X"),
            ("fr", "les années 90", "199X"),
            ("es", "en la década de 1980", "198X"),
            ("pt", "nos anos 70", "197X"),
            ("ru", "в 90-х годах", "199X"),
            ("zh", "1990年代", "199X"),
            ("zh", "九十年代", "199X"),
            ("zh", "二十世纪九十年代", "199X"),
            ("zh", "21世纪20年代", "202X"),
            ("zh", "二十世纪", "19XX"),
            ("fr", "les années 2020 et 2021", "2020"),
        ];
        for (language, text, date) in cases {
            let language = Language::from_code(language);
            let figures = extraction_in(language, text).figures;
            assert_eq!(figures[0].date.as_deref(), Some(date), "{text}");
        }
    }

    #[test]
    fn bodies_are_named_by_the_number_of_their_founders_in_every_language() {
        use crate::model::FigureKind;
        let cases = [
            ("en", "the Group of 77 and Veldland"),
            ("en", "the Group of Twenty"),
            ("fr", "le Groupe des 77"),
            ("es", "el Grupo de los 77"),
            ("pt", "o Grupo dos 77"),
            ("ru", "Группа 77 и Вельдия"),
            ("zh", "七十七国集团"),
            ("zh", "20国集团"),
            ("ar", "مجموعة الـ 77"),
        ];
        for (language, text) in cases {
            let language = Language::from_code(language);
            let figures = extraction_in(language, text).figures;
            assert_eq!(figures[0].kind, FigureKind::Reference, "{text}");
        }
        assert_eq!(
            figures_of("a group of 20 experts")[0].kind,
            FigureKind::Quantity
        );
    }

    #[test]
    fn words_around_a_number_bound_it_in_every_language() {
        let cases = [
            (
                "ru",
                "Выбросы упали не менее чем на 55 процентов.",
                "at_least 55 percent",
            ),
            (
                "ru",
                "Мост обойдется максимум в 2 миллиона рублей.",
                "at_most - RUB",
            ),
            (
                "pt",
                "Cortaremos pelo menos 55 % até 2030.",
                "at_least 55 percent",
            ),
            (
                "es",
                "Reduciremos la deuda un 55 % de aquí a 2030.",
                "exact 55 percent",
            ),
            (
                "fr",
                "Elle a donné 2 millions d'euros à l'école.",
                "exact 2000000 EUR",
            ),
            (
                "fr",
                "Elle gagne 12 euros l'heure.",
                "exact 12 EUR per hour",
            ),
            ("ar", "يعمل 1500 جندي في أربع بعثات.", "exact 1500 soldier"),
        ];
        for (language, text, expected) in cases {
            let language = Language::from_code(language);
            let figure = extraction_in(language, text).figures.remove(0);
            let value = figure.value.filter(|_| figure.bound.name() != "at_most");
            let value = value.map_or("-".to_owned(), |value| value.normalize().to_string());
            let unit = figure.unit.as_deref().unwrap_or("-");
            let read = format!("{} {value} {unit}", figure.bound.name());
            assert_eq!(read, expected, "{text}");
        }
    }

    #[test]
    fn one_or_two_of_a_kind_is_no_number_in_any_language() {
        let cases = [
            ("en", "They waited a day or two."),
            ("fr", "Ils ont attendu un an ou deux."),
            ("es", "Esperaron un año o dos."),
            ("pt", "Esperaram um ano ou dois."),
            ("ru", "Они ждали год или два."),
        ];
        for (language, text) in cases {
            let language = Language::from_code(language);
            assert!(extraction_in(language, text).figures.is_empty(), "{text}");
        }
        assert_eq!(figures_of("They lost a cow or two horses.").len(), 1);
    }

    #[test]
    fn a_change_leads_to_its_level_with_para_in_portuguese() {
        use crate::model::{ChangeMode, Direction};
        let portuguese = Language::Portuguese;
        let figures = |text: &str| extraction_in(portuguese, text).figures;
        let change = figures("O total passou de 75 para 50.")[0].change.unwrap();
        assert_eq!(change.direction, Direction::Down);
        assert_eq!(change.mode, ChangeMode::FromTo);
        let gift = figures("O fundo deu 10 para 3 aldeias.");
        assert_eq!(gift[0].unit, None);
    }

    #[test]
    fn both_ends_of_a_change_may_have_a_date_behind_them() {
        use crate::model::{ChangeMode, Direction};
        let cases = [
            (
                Language::French,
                "Les rejets sont passés de 900 tonnes en 2019 à 700 tonnes en 2020.",
            ),
            (
                Language::French,
                "Les rejets sont passés de 900 tonnes (2019) à 700 tonnes (2020).",
            ),
            (
                Language::Spanish,
                "Las emisiones pasaron de 900 toneladas en 2019 a 700 toneladas en 2020.",
            ),
        ];
        for (language, text) in cases {
            let figures = extraction_in(language, text).figures;
            let changes = figures.iter().filter_map(|figure| figure.change);
            let changes: Vec<_> = changes
                .map(|change| (change.direction, change.mode))
                .collect();
            let ends = [ChangeMode::FromTo, ChangeMode::To];
            assert_eq!(changes, ends.map(|mode| (Direction::Down, mode)), "{text}");
        }
    }

    #[test]
    fn what_is_had_with_a_number_is_no_part_of_it() {
        let figures = extraction_in(Language::Spanish, "un total de 30 con 2 hijos").figures;
        let values: Vec<_> = figures.iter().filter_map(|figure| figure.value).collect();
        assert_eq!(values, [30.into(), 2.into()]);
    }

    #[test]
    fn the_last_group_of_a_number_alone_says_how_rounded_it_is() {
        let ends = |text: &str| {
            let figure = figures_of(text).remove(0);
            (figure.low.unwrap(), figure.high.unwrap())
        };
        assert_eq!(
            ends("five thousand two hundred homes"),
            (5_200.into(), 5_200.into())
        );
        assert_eq!(
            ends("five million two hundred thousand people"),
            (5_150_000.into(), 5_250_000.into())
        );
    }

    #[test]
    fn measures_are_given_in_the_base_unit_of_their_dimension() {
        let figure = figures_of("about 3 thousand hectares").remove(0);
        let canonical = figure.canonical.unwrap();
        assert_eq!(canonical.unit, "square metre");
        assert_eq!(canonical.value, Some(30_000_000.into()));
        assert_eq!(canonical.low, Some(25_000_000.into()));
    }

    #[test]
    fn changes_tell_the_difference_from_the_level() {
        use crate::model::{Change, ChangeMode, Direction};
        let cases = [
            ("prices rose by 3 per cent", Direction::Up, ChangeMode::By),
            (
                "the rate fell to 12 per cent",
                Direction::Down,
                ChangeMode::To,
            ),
            (
                "casualties fell from 400 to 300",
                Direction::Down,
                ChangeMode::FromTo,
            ),
            (
                "output was revised from 5.4 to 4.8 per cent",
                Direction::Down,
                ChangeMode::FromTo,
            ),
            (
                "the price fell below 8,000 dollars",
                Direction::Down,
                ChangeMode::To,
            ),
            (
                "the forecast was revised upward by 3 per cent",
                Direction::Up,
                ChangeMode::By,
            ),
        ];
        for (text, direction, mode) in cases {
            assert_eq!(
                figures_of(text)[0].change,
                Some(Change { direction, mode }),
                "{text}"
            );
        }
    }

    #[test]
    fn a_change_goes_on_behind_its_figure() {
        use crate::model::{Change, ChangeMode, Direction};
        let up = |mode| {
            Some(Change {
                direction: Direction::Up,
                mode,
            })
        };
        let cases = [
            ("wages rose 7 per cent to 1,250 euros", up(ChangeMode::To)),
            (
                "exports rose by 5 per cent and imports by 3",
                up(ChangeMode::By),
            ),
            ("exports rose by 5 per cent and we were joined by 3", None),
            (
                "the index rose 250 points, or 1.1 per cent",
                up(ChangeMode::By),
            ),
            ("the price rose 5 dollars (2 per cent)", up(ChangeMode::By)),
            (
                "the price added 15 cents to 2.70 dollars",
                up(ChangeMode::To),
            ),
        ];
        for (text, change) in cases {
            assert_eq!(figures_of(text)[1].change, change, "{text}");
        }
    }

    #[test]
    fn a_list_of_shares_goes_on_with_its_change() {
        use crate::model::ChangeMode;
        let cases = [
            (
                "output was down 3 per cent in May and 2 per cent in June",
                true,
            ),
            ("output rose 3 per cent in May and 2 in June", true),
            (
                "output rose 3 per cent in May and debt was 2 per cent in June",
                false,
            ),
            ("output rose 3 per cent in May, against 2 in June", false),
        ];
        for (text, goes_on) in cases {
            let figures = figures_of(text);
            let [first, second] = [0, 1].map(|at: usize| figures[at].change);
            assert_eq!(first.unwrap().mode, ChangeMode::By, "{text}");
            assert_eq!(second, first.filter(|_| goes_on), "{text}");
        }
    }

    #[test]
    fn a_number_leaves_out_the_unit_that_its_neighbour_says() {
        let cases = [
            ("fr", "2,1 % en mai, contre 1,9 en avril", "percent"),
            ("fr", "40 pays en Veldie et 12 en Bordurie", "country"),
            ("es", "2,1 % en mayo, frente a 1,9 en abril", "percent"),
            ("pt", "300 minas no norte e 40 no sul", "mine"),
            ("ru", "2,1 процента в мае против 1,9 в апреле", "percent"),
        ];
        for (language, text, unit) in cases {
            let language = Language::from_code(language);
            let figures = extraction_in(language, text).figures;
            assert_eq!(figures[1].unit.as_deref(), Some(unit), "{text}");
        }
    }

    #[test]
    fn prepositions_and_articles_are_no_units() {
        let cases = [
            ("ru", "40 в июне", None),
            ("ru", "300 мин в мае", Some("mine")),
            ("ru", "300 рублей в месяц", Some("RUB per month")),
            ("ru", "220 В", Some("volt")),
            ("fr", "Le 5 mai", None),
            ("fr", "Quelque 40 pays", Some("country")),
            ("en", "A $5 grant", Some("dollar")),
        ];
        for (language, text, unit) in cases {
            let language = Language::from_code(language);
            let figures = extraction_in(language, text).figures;
            assert_eq!(figures[0].unit.as_deref(), unit, "{text}");
        }
    }

    #[test]
    fn a_change_goes_where_its_ends_say_whatever_the_verb() {
        use crate::model::Direction::{Down, Up};
        let cases = [
            ("fr", "le prix est passé de 75 à 50 dollars", Down),
            ("es", "el precio pasó de 50 a 75 dólares", Up),
            ("en", "the price rose from 900 to 1.2 million dollars", Up),
        ];
        for (language, text, direction) in cases {
            let language = Language::from_code(language);
            let change = extraction_in(language, text).figures[0].change;
            assert_eq!(change.unwrap().direction, direction, "{text}");
        }
    }

    #[test]
    fn phrases_of_other_languages_name_what_is_counted() {
        let cases = [
            (
                "es",
                "17 personas murieron y 42 resultaron heridas",
                "person",
            ),
            ("pt", "17 pessoas morreram e 42 ficaram feridas", "person"),
            ("fr", "25 points de base", "basis point"),
            ("fr", "entre 10 et 15 millions de personnes", "person"),
            ("es", "1.200 soldados, 300 de ellos mujeres", "soldier"),
        ];
        for (language, text, unit) in cases {
            let language = Language::from_code(language);
            let figures = extraction_in(language, text).figures;
            let last = figures.last().unwrap();
            assert_eq!(last.unit.as_deref(), Some(unit), "{text}");
        }
    }

    #[test]
    fn up_and_down_tell_of_no_change_behind_verbs_that_give_them_another_meaning() {
        let cases = [
            ("women make up 30 per cent of the staff", false),
            ("the cost boiled down to 3 million dollars", false),
            ("the cost went down to 3 million dollars", true),
            ("output was up 5 per cent", true),
            ("the index climbed 12 places", true),
        ];
        for (text, changes) in cases {
            assert_eq!(figures_of(text)[0].change.is_some(), changes, "{text}");
        }
    }

    #[test]
    fn a_hundred_is_counted_by_in_languages_whose_word_for_per_is_by() {
        let figures = extraction_in(Language::French, "approuvé par 100 pays").figures;
        assert_eq!(figures[0].unit.as_deref(), Some("country"));
    }

    #[test]
    fn a_negated_bound_is_the_other_one_in_every_language() {
        use crate::model::Bound::{AtLeast, AtMost, MoreThan};
        let cases = [
            ("en", "they never topped 300 mines", AtMost),
            ("en", "never less than 300 mines", AtLeast),
            ("fr", "n'a jamais dépassé 300 mines", AtMost),
            ("fr", "jamais moins de 300 mines", AtLeast),
            ("es", "nunca más de 300 minas", AtMost),
            ("pt", "nunca menos de 300 minas", AtLeast),
            ("ru", "не превышал 300 мин", AtMost),
            ("zh", "从未超过300枚地雷", AtMost),
            ("ar", "لم يتجاوز 300 لغم", AtMost),
            ("ar", "ما يزيد على 300 لغم", MoreThan),
        ];
        for (language, text, bound) in cases {
            let language = Language::from_code(language);
            let figures = extraction_in(language, text).figures;
            assert_eq!(figures[0].bound, bound, "{text}");
        }
    }

    #[test]
    fn things_are_counted_per_a_round_number_of_others() {
        let cases = [
            (
                "fr",
                "12 décès pour 100 000 habitants",
                "death pour 100 000 habitants",
            ),
            ("fr", "500 soldats pour 100 villages", "soldier"),
            ("zh", "每10万人中有5人死亡", "person per 100000 person"),
            ("en", "the rate fell to 31.5 per 1,000 in May", "per 1,000"),
            ("en", "12 deaths per 100,000.", "death per 100,000"),
        ];
        for (language, text, unit) in cases {
            let language = Language::from_code(language);
            let figures = extraction_in(language, text).figures;
            assert_eq!(figures[0].unit.as_deref(), Some(unit), "{text}");
        }
    }

    #[test]
    fn centuries_are_counted_or_named() {
        let cases = [
            ("en", "three centuries ago", None),
            ("en", "in the twentieth century", Some("19XX")),
            ("zh", "三个世纪", None),
        ];
        for (language, text, date) in cases {
            let language = Language::from_code(language);
            let figures = extraction_in(language, text).figures;
            assert_eq!(figures[0].date.as_deref(), date, "{text}");
        }
    }

    #[test]
    fn what_others_claim_is_attributed_to_them() {
        let figures = figures_of("Borduria claims to have removed 5,000 mines.");
        assert_eq!(figures[0].attribution.as_deref(), Some("Borduria"));
    }

    #[test]
    fn no_number_is_dropped_in_silence() {
        let extraction = extraction_of("The meeting at 10.30 a.m. ended 3-1, see version 1.2.3.4.");
        assert!(!extraction.notices.is_empty());
    }

    #[test]
    fn any_text_is_read_without_panic_and_cut_at_characters() {
        let odd = [
            "",
            "½",
            "٣٤٬٥٦٧ ألف",
            "１２３億",
            "$",
            "US $",
            "-",
            "–5%",
            "1,",
            "1.e",
            "1e",
            "1e999",
            "99999999999999999999999999999999",
            "a",
            "a hundred and",
            "between",
            "from 1 to",
            "5 ±",
            "of 3 of the",
            "1/0",
            "0/0",
            "2 1/",
            "\u{ad}5",
            "é5é",
            "12:",
            "12:3",
            "+",
            "+1-",
            "(5",
            "5 (five",
            "Q",
            "Q9 2020",
            "May",
            "May 99",
            "31 31 31",
            "2020-2020-2020",
            "10^",
            "x10^5",
            "1.1^99999",
            "km²",
            "3 km² per",
            "a/1",
            "A/",
            "A/1/2/",
            "one",
            "half",
            "three thirds of a third",
            "hundred hundred hundred hundred million million million million million million",
        ];
        for text in odd {
            for figure in figures_of(text) {
                assert!(text.is_char_boundary(figure.span.start as usize));
                assert!(figure.span.contains(figure.numeral), "{text}");
                assert!(
                    figure.low.is_none() || figure.high.is_none() || figure.low <= figure.high,
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn a_level_belongs_to_what_is_set_to_it() {
        for (text, subject, direction) in [
            (
                "The bank raised the ceiling for the deposit rate to 3 per cent.",
                "ceiling for the deposit rate",
                Some(crate::model::Direction::Up),
            ),
            (
                "The bank kept the ceiling for the deposit rate at 3 per cent.",
                "ceiling for the deposit rate",
                None,
            ),
            (
                "The bank holds that the present 3 per cent ceiling for the deposit rate is right.",
                "ceiling for the deposit rate",
                None,
            ),
        ] {
            let figure = &figures_of(text)[0];
            assert_eq!(figure.subject.as_deref(), Some(subject), "{text}");
            let found = figure.change.map(|change| change.direction);
            assert_eq!(found, direction, "{text}");
        }
    }

    #[test]
    fn number_words_are_read_as_each_language_makes_them() {
        let cases = [
            ("fr", "quatre-vingt-dix-sept villages", "97"),
            ("fr", "deux cent mille euros", "200000"),
            ("fr", "deux ans et demi", "2.5"),
            ("es", "treinta y un mil doscientos pesos", "31200"),
            ("es", "tres mil millones de euros", "3000000000"),
            ("pt", "mil e duzentos reais", "1200"),
            ("ru", "двадцать пять тысяч гектаров", "25000"),
            ("ru", "полтора миллиона рублей", "1500000"),
            ("zh", "二百五十万公顷", "2500000"),
            ("zh", "两千零五十名儿童", "2050"),
            ("zh", "两年半", "2.5"),
            ("ar", "خمسة وعشرون كيلومترا", "25"),
            ("ar", "ثلاثمائة وواحد وثلاثون هكتارا", "331"),
            ("es", "ciento treinta y dos quintos", "26.4"),
            ("es", "cien y dos quintos", "100.4"),
            ("es", "cinco con dos", "5.2"),
            ("zh", "五兆六十二亿", "5006200000000"),
            ("zh", "最多一块二", "1.2"),
            ("zh", "五块七毛八", "5.78"),
            ("zh", "两角五分", "25"),
            ("ar", "بنسبة ١٠", "10"),
            ("ar", "١e١٠", "10000000000"),
        ];
        for (language, text, value) in cases {
            let language = Language::from_code(language);
            let figures = extraction_in(language, text).figures;
            let values: Vec<String> = figures
                .iter()
                .filter_map(|figure| figure.value)
                .map(|value| value.normalize().to_string())
                .collect();
            assert_eq!(values, [value], "{text}");
        }
    }
}
