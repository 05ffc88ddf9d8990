//! Finds the promises of a document.
//!
//! Input: a segmented document and its figures. Output: promises in reading
//! order, read from the trees of the sentences in which a word of the ladder
//! (`ladder`) stands. Nouns (*the political will*), questions, wishes, what others
//! are said to promise and what nobody does on purpose are none.

mod act;
mod actor;
mod binding;
mod clause;
mod deed;
mod due;
mod extent;
mod horizon;
mod ladder;
mod nominal;
mod outlook;
mod title;

use std::ops::Range;

pub use crate::language::ladder::{Form, Rung};
pub use ladder::ladder;

use clause::Clause;

use crate::language::promises::PromiseWords;
use crate::language::{ends, has, pack};
use crate::model::{
    Deed, Document, Earlier, Language, ParseSentence, Promise, Segmented, Span, Token, Tree,
    Witness, earlier_of, unread_bytes,
};
use crate::parallel::in_parts;

/// Most words of a sentence that is read; longer ones are lists and tables.
const MAX_WORDS: usize = 200;

/// Finds the promises of a witness whose figures were read; `trees` are those that were
/// read with them. `earlier` has, by paragraph, where its text was read before, and may be
/// shorter.
pub(crate) fn promises_beside(
    witness: &Witness,
    trees: &[Tree],
    parse: ParseSentence,
    earlier: &[Option<Earlier<'_>>],
) -> Vec<Promise> {
    let document = &witness.document;
    let reading = Reading {
        document,
        segmented: &witness.segmented,
        trees,
        parse,
        earlier,
    };
    let parts = in_parts(
        document.paragraphs.len(),
        |paragraph| unread_bytes(document, earlier, paragraph),
        |paragraphs| reading.read(paragraphs),
    );
    let mut promises: Vec<Promise> = parts.into_iter().flatten().collect();
    act::add_deadlines(&mut promises, &witness.figures);
    promises
}

/// Finds what a witness says was done; `earlier` as in [`promises_beside`].
pub(crate) fn deeds_beside(witness: &Witness, earlier: &[Option<Earlier<'_>>]) -> Vec<Deed> {
    let Document { text, metadata, .. } = &witness.document;
    let Some(lists) = pack(metadata.language).promises else {
        return Vec::new();
    };
    let mut deeds = Vec::new();
    for paragraph in 0..witness.document.paragraphs.len() {
        match earlier_of(earlier, paragraph) {
            Some(earlier) => deeds.extend(earlier.deeds(narrow(paragraph))),
            None => deed::read_paragraph(text, &witness.segmented, lists, paragraph, &mut deeds),
        }
    }
    deeds
}

/// A document whose promises are read.
struct Reading<'a> {
    document: &'a Document,
    segmented: &'a Segmented,
    /// Trees that were read with the figures, in reading order.
    trees: &'a [Tree],
    parse: ParseSentence,
    earlier: &'a [Option<Earlier<'a>>],
}

impl Reading<'_> {
    fn read(&self, paragraphs: Range<usize>) -> Vec<Promise> {
        let mut promises = Vec::new();
        for index in paragraphs {
            if let Some(earlier) = earlier_of(self.earlier, index) {
                promises.extend(earlier.promises(narrow(index)));
                continue;
            }
            let sentences = self.segmented.paragraph_sentences(index);
            for (number, tokens) in sentences.enumerate() {
                let tokens = &self.segmented.tokens[tokens];
                self.read_sentence((narrow(index), narrow(number)), tokens, &mut promises);
            }
        }
        promises
    }

    /// The tree of a sentence, where one was read with its figures.
    fn tree(&self, sentence: Span) -> Option<&Tree> {
        let span = |tree: &Tree| Some(tree.words.first()?.span.to(tree.words.last()?.span));
        let start = |tree: &Tree| span(tree).map(|span| span.start);
        let at = self
            .trees
            .partition_point(|tree| start(tree) < Some(sentence.start));
        self.trees
            .get(at)
            .filter(|tree| span(tree) == Some(sentence))
    }

    /// Reads the promises of one sentence, if a word of the ladder stands in it.
    fn read_sentence(&self, place: (u32, u32), tokens: &[Token], promises: &mut Vec<Promise>) {
        let Document { text, metadata, .. } = self.document;
        let language = metadata.language;
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
            return;
        };
        let words = tokens.iter().map(|token| token.span.of(text));
        if tokens.len() > MAX_WORDS || !binds(words, language) {
            return;
        }
        let quote = first.span.to(last.span);
        if quote.of(text).trim_end().ends_with('?') {
            return;
        }
        // Parsed last, which takes longest: all that can refuse the sentence was asked before.
        let parsed;
        let tree = if let Some(tree) = self.tree(quote) {
            tree
        } else if let Some(tree) = (self.parse)(text, quote.range(), language) {
            parsed = tree;
            &parsed
        } else {
            return;
        };
        let delegation = metadata.delegation.as_ref();
        let Some(lists) = pack(language).promises else {
            return;
        };
        let clause = Clause {
            text,
            tree,
            language,
            lists,
            delegation: delegation.map(|stated| stated.value.as_str()),
        };
        clause.read(place, quote, promises);
    }
}

/// Whether a word of the ladder stands among the `words` of a sentence behind a word
/// that may name who acts: only then it is worth a tree.
pub(super) fn binds<'t>(words: impl Iterator<Item = &'t str>, language: Language) -> bool {
    let Some(lists) = pack(language).promises else {
        return false;
    };
    let (mut is_named, mut before, mut owned) = (false, ["", ""], 0);
    // *will be cleared by our teams*: who does it stands behind.
    let (mut is_said, mut behind_by) = (false, 0);
    for word in words.flat_map(parts) {
        is_named = is_named || ends(word, lists.own_endings);
        let is_short = (2..=MOST_BYTES).contains(&word.len());
        // *would like to call on*
        let is_wished = has(lists.courtesies, before[0]);
        let is_noun_sign = has(lists.noun_signs, before[1]) && !is_wished;
        let may_bind = |form| match form {
            Form::Noun => owned > 0,
            Form::Outlook => true,
            _ => !is_noun_sign,
        };
        let is_told = is_named || has(lists.binding, word) || has(lists.permitting, word);
        if is_short && is_told && ladder::has_rung(word, language, may_bind) {
            return true;
        }
        if is_said && behind_by > 0 && may_act(word, lists) {
            return true;
        }
        let is_verb = || !is_noun_sign && ladder::rung_of(word, language).is_some();
        is_said = is_said || !is_named && is_short && is_verb();
        is_named = is_named || may_act(word, lists);
        behind_by = if has(lists.agents, word) {
            NEAR_OWNER
        } else {
            usize::saturating_sub(behind_by, 1)
        };
        before = [before[1], word];
        let is_owner =
            has(lists.genitives, word) || has(lists.possessives, word) || has(lists.has, word);
        owned = if is_owner {
            NEAR_OWNER
        } else {
            owned.saturating_sub(1)
        };
    }
    false
}

/// A word with its clitics apart: *s'engage*, *compromete-se*; one that starts with an
/// apostrophe is whole (*'ll*).
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let is_mark = |letter| matches!(letter, '\'' | '’' | '-');
    let is_whole = word.starts_with(is_mark);
    // *wo* of *won't*: the mark stands inside the negation.
    let helper = ["n't", "n’t"]
        .into_iter()
        .find_map(|not| word.strip_suffix(not));
    let parts = word.split(move |letter| !is_whole && is_mark(letter));
    helper
        .into_iter()
        .chain(parts)
        .filter(|part| !part.is_empty())
}

/// Words behind an owner in which its noun stands: *our full commitment*.
const NEAR_OWNER: usize = 3;

/// Whether a word may name who acts: a pronoun, a name or a body.
fn may_act(word: &str, lists: &PromiseWords) -> bool {
    let is_large = word.starts_with(char::is_uppercase) && !has(lists.starters, word);
    let is_pronoun = has(lists.speakers, word) || has(lists.referring, word);
    is_large || is_pronoun || has(lists.possessives, word) || has(lists.bodies, word)
}

/// Most bytes of a word of the ladder.
const MOST_BYTES: usize = 40;

fn narrow(number: usize) -> u32 {
    u32::try_from(number).expect("fewer than 2^32 paragraphs")
}

/// The bytes from one word to another.
fn stretch(tree: &Tree, words: Range<usize>) -> Span {
    tree.words[words.start]
        .span
        .to(tree.words[words.end - 1].span)
}

#[cfg(test)]
mod tests {
    use crate::compare::read_witness;
    use crate::language::pack;
    use crate::load::{LoadOptions, load_bytes};
    use crate::model::{Actor, Language, Promise, Vocabulary, Witness};

    fn read(text: &str) -> Witness {
        let options = LoadOptions::default();
        let document = load_bytes("a.txt", text.as_bytes(), &options).unwrap();
        read_witness(document, &mut Vocabulary::new())
    }

    /// *we: will, committed: clear field*, with *not*, *if* and *by 2031*.
    fn line(witness: &Witness, promise: &Promise) -> String {
        let text = &witness.document.text;
        let actor = match &promise.actor {
            Actor::Speaker(span) | Actor::Named { span, .. } => span.of(text),
        };
        let mut line = format!(
            "{actor}: {}, {}:",
            promise.words.of(text),
            promise.strength.name()
        );
        let deadline = promise
            .deadline
            .map(|at| witness.figures[at as usize].span.of(text));
        let parts = [
            promise.negated.then_some("not"),
            promise.conditional.then_some("if"),
            promise.act.verb.as_deref(),
            promise.act.object.as_deref(),
            deadline,
        ];
        for part in parts.into_iter().flatten() {
            line.push(' ');
            line.push_str(part);
        }
        line
    }

    /// The promises of a sentence, by `; `.
    fn promises(text: &str) -> String {
        let witness = read(text);
        let lines = witness.promises.iter();
        let lines: Vec<String> = lines.map(|promise| line(&witness, promise)).collect();
        lines.join("; ")
    }

    /// Sentences, and the promise of each.
    const PROMISES: &[(&str, &str)] = &[
        (
            "We will clear every field by 2031.",
            "We: will, committed: clear field by 2031",
        ),
        (
            "By 2031, Ruritania will clear every field.",
            "Ruritania: will, committed: clear field By 2031",
        ),
        (
            "We will destroy all our stockpiled mines by 2025.",
            "We: will, committed: destroy mine by 2025",
        ),
        (
            "Ruritania intends to join the treaty.",
            "Ruritania: intends to, intended: join treaty",
        ),
        (
            "Ruritania is committed to clearing every field.",
            "Ruritania: committed to, committed: clear field",
        ),
        (
            "Our Government remains committed to peace.",
            "Our Government: committed to, committed: peace",
        ),
        (
            "The Council stands ready to adjust its plan.",
            "Council: stands ready to, intended: adjust plan",
        ),
        (
            "The Bank is considering buying long bonds.",
            "Bank: considering, considered: buy bond",
        ),
        (
            "Ruritania will seek to join the treaty.",
            "Ruritania: will seek to, aimed: join treaty",
        ),
        ("We support the ban.", "We: support, aimed: ban"),
        (
            "The operator must not store fuel in the depot.",
            "operator: must not, bound: not store fuel",
        ),
        (
            "Members may not vote by proxy.",
            "Members: may not, considered: not vote",
        ),
        (
            "No new mines may be laid in the valley.",
            "new mines: may, considered: not lay mine",
        ),
        ("This may take years.", ""),
        ("This can take years.", ""),
        (
            "Members cannot vote by proxy.",
            "Members: cannot, considered: not vote",
        ),
        (
            "Under no circumstances shall members disclose the text.",
            "members: shall, bound: not disclose text",
        ),
        (
            "Night fishing is prohibited in the bay.",
            "Night fishing: prohibited, considered: not fishing",
        ),
        (
            "The crews are not allowed to fish in the bay.",
            "crews: not allowed to, considered: not fish bay",
        ),
        (
            "The fund shall be used for demining.",
            "fund: shall, bound: use fund",
        ),
        (
            "The old depots shall not be sold by the towns.",
            "towns: shall not, bound: not sell depot",
        ),
        (
            "No party shall disclose the text.",
            "party: shall, bound: not disclose text",
        ),
        (
            "We won't raise the fee.",
            "We: won't, committed: not raise fee",
        ),
        (
            "We will never use mines.",
            "We: will never, committed: not use mine",
        ),
        (
            "We will pay the costs, if the fund is set up.",
            "We: will, committed: if cost",
        ),
        (
            "We urge all neighbours to join the treaty.",
            "We: urge, committed: join treaty",
        ),
        (
            "We would like to call on all neighbours to join the treaty.",
            "We: call on, intended: join treaty",
        ),
        (
            "Ruritania reaffirms its full commitment to peace.",
            "Ruritania: reaffirms its full commitment to, committed: peace",
        ),
        (
            "Our aim is to remove every mine.",
            "Our: Our aim, aimed: remove mine",
        ),
        (
            "Ruritania will remain committed to clearing every field.",
            "Ruritania: will remain committed to, committed: clear field",
        ),
        (
            "The Council will be patient.",
            "Council: will, committed: patient",
        ),
        (
            "The Union and its members expect that low tolls will be appropriate.",
            "Union: appropriate, intended: toll",
        ),
        (
            "The old fields will be cleared by our Government by 2031.",
            "our Government: will, committed: clear field by 2031",
        ),
        (
            "The plan will be submitted by Ruritania.",
            "Ruritania: will, committed: submit plan",
        ),
        (
            "Ruritania continues to be committed to clearing every field.",
            "Ruritania: committed to, committed: clear field",
        ),
        (
            "Ruritania is determined and committed to clearing every field.",
            "Ruritania: committed to, committed: clear field",
        ),
        (
            "We will make every effort to clear the old fields.",
            "We: will, committed: clear field",
        ),
        (
            "We will do everything possible to rebuild the schools.",
            "We: will, committed: rebuild school",
        ),
        (
            "We will stop clearing the old fields.",
            "We: will, committed: stop field",
        ),
        (
            "We will continue to reach out to the towns.",
            "We: will, committed: reach town",
        ),
        (
            "Please allow me to reaffirm our firm commitment to peace.",
            "our: reaffirm our firm commitment to, committed: peace",
        ),
        (
            "We support full, lasting, and open talks on peace.",
            "We: support, aimed: talk",
        ),
        (
            "Please allow me to reaffirm Ruritania's commitment to peace.",
            "Ruritania: reaffirm Ruritania's commitment to, committed: peace",
        ),
        (
            "I wish to reaffirm the commitment of my Government to the rights of survivors.",
            "my Government: reaffirm the commitment, committed: right",
        ),
        (
            "We remain steadfast in our commitment to peace.",
            "We: remain steadfast in our commitment to, committed: peace",
        ),
        (
            "We call on the parties involved to sign the treaty.",
            "We: call on, intended: sign treaty",
        ),
        (
            "We note the progress being made in clearing the valley, and we urge the parties to sign the treaty.",
            "we: urge, committed: sign treaty",
        ),
        (
            "We will clear every field, if necessary.",
            "We: will, committed: clear field",
        ),
        // What was done is no second act of the promise before it.
        (
            "We will clear every field and opened two schools.",
            "We: will, committed: clear field",
        ),
        // A day before the promise is that of something else.
        (
            "Our report is due by 2030 and we will clear every field in the north.",
            "we: will, committed: clear field",
        ),
        (
            "She hopes that the talks go on, and we will clear every field.",
            "we: will, committed: clear field",
        ),
        // What the speaker may do is said of a plan, what others may do is leave.
        (
            "We may join the treaty.",
            "We: may, considered: join treaty",
        ),
    ];

    #[test]
    fn a_promise_has_actor_strength_act_and_deadline() {
        let wrong = PROMISES.iter().filter_map(|(text, told)| {
            let read = promises(text);
            (read != *told).then_some((text, read))
        });
        assert_eq!(wrong.collect::<Vec<_>>(), []);
    }

    /// The promises of a sentence in another language, by `; `.
    fn promises_in(language: &str, text: &str) -> String {
        let options = LoadOptions {
            language: Some(Language::from_code(language)),
            ..LoadOptions::default()
        };
        let document = load_bytes("a.txt", text.as_bytes(), &options).unwrap();
        let witness = read_witness(document, &mut Vocabulary::new());
        let lines = witness.promises.iter();
        let lines: Vec<String> = lines.map(|promise| line(&witness, promise)).collect();
        lines.join("; ")
    }

    /// The same in other languages.
    const IN_OTHERS: &[(&str, &str, &str)] = &[
        (
            "de",
            "Wir werden die verbleibenden 312 Hektar bis Ende 2023 räumen.",
            "Wir: werden, committed: räumen hektar bis Ende 2023",
        ),
        (
            "de",
            "Die Bundesregierung verpflichtet sich, bis zum 1. März 2025 alle Lagerbestände zu vernichten.",
            "Bundesregierung: verpflichtet, bound: vernichten lagerbestände bis zum 1. März 2025",
        ),
        (
            "de",
            "Im kommenden Jahr werden wir alle Minen räumen.",
            "wir: werden, committed: räumen minen",
        ),
        (
            "de",
            "Wir fordern alle Staaten auf, dem Übereinkommen beizutreten.",
            "Wir: fordern, bound: beizutreten übereinkommen",
        ),
        ("de", "Die Mittel werden im Haushalt bereitgestellt.", ""),
        (
            "fr",
            "La Ruritanie s'engage à détruire toutes ses mines d'ici à 2030.",
            "Ruritanie: engage à, committed: détruire mines d'ici à 2030",
        ),
        (
            "fr",
            "Nous continuerons de soutenir les projets de déminage.",
            "Nous: continuerons, committed: soutenir projets",
        ),
        (
            "fr",
            "Nous réaffirmons notre attachement à la paix.",
            "Nous: réaffirmons notre attachement à, committed: paix",
        ),
        (
            "es",
            "Nuestro país está decidido a fortalecer sus programas.",
            "país: decidido a, committed: fortalecer programas",
        ),
        (
            "es",
            "Seguiremos apoyando los proyectos de desminado de los vecinos.",
            "Seguiremos: Seguiremos, committed: apoyando proyectos",
        ),
        (
            "es",
            "El Gobierno tiene la intención de ratificar dos tratados.",
            "Gobierno: tiene la intención de, intended: ratificar tratados",
        ),
        (
            "es",
            "Debemos proteger a los civiles.",
            "Debemos: Debemos, bound: proteger civiles",
        ),
        (
            "pt",
            "O Governo pretende ratificar o tratado.",
            "Governo: pretende, intended: ratificar tratado",
        ),
        (
            "ru",
            "Мы будем поддерживать проекты по разминированию.",
            "Мы: будем, committed: поддерживать проекты",
        ),
        (
            "ru",
            "Правительство планирует ратифицировать договор.",
            "Правительство: планирует, intended: ратифицировать договор",
        ),
        (
            "fr",
            "Les parties ne doivent pas divulguer le texte.",
            "parties: ne doivent pas, bound: not divulguer texte",
        ),
        (
            "es",
            "Las partes no deberán divulgar el texto.",
            "partes: no deberán, bound: not divulgar texto",
        ),
        (
            "pt",
            "As partes não devem divulgar o texto.",
            "partes: não devem, bound: not divulgar texto",
        ),
        (
            "ru",
            "Стороны не обязаны публиковать доклад.",
            "Стороны: не обязаны, bound: not публиковать доклад",
        ),
        (
            "de",
            "Die Parteien müssen den Text nicht weitergeben.",
            "Parteien: müssen, considered: not weitergeben text",
        ),
        // A future behind an infinitive is a promise of its own, and none of its acts.
        (
            "pt",
            "Vamos limpar os campos e construiremos duas escolas.",
            "Vamos: Vamos, committed: limpar campos; construiremos: construiremos, committed: construiremos escolas",
        ),
    ];

    #[test]
    fn other_languages_have_a_ladder_of_their_own() {
        for (language, text, told) in IN_OTHERS {
            assert_eq!(promises_in(language, text), *told, "{text}");
        }
        let none = [
            ("fr", "Les prix augmenteront l'année prochaine."),
            // One who speaks orders the speech.
            ("ru", "Сегодня я намерен остановиться на трёх вопросах."),
            ("ru", "Я намерен остановиться на трёх вопросах."),
            ("fr", "Nous voudrions remercier le Président."),
            ("es", "Los precios subirán el próximo año."),
            ("es", "Queremos agradecer al Presidente."),
            ("pt", "Os preços subirão no próximo ano."),
            ("ru", "Цены будут расти в следующем году."),
            ("de", "Die Preise werden im nächsten Jahr steigen."),
            ("de", "Ich möchte dem Präsidenten danken."),
        ];
        for (language, text) in none {
            assert_eq!(promises_in(language, text), "", "{text}");
        }
    }

    #[test]
    fn the_delegation_that_speaks_is_the_speaker_by_its_name() {
        let is_speaker = |text: &str| {
            let name = "Norway_2021-05-01.txt";
            let document = load_bytes(name, text.as_bytes(), &LoadOptions::default());
            let witness = read_witness(document.unwrap(), &mut Vocabulary::new());
            matches!(witness.promises[0].actor, Actor::Speaker(_))
        };
        assert!(is_speaker("Norway will clear every field."));
        assert!(!is_speaker("Denmark will clear every field."));
    }

    #[test]
    fn a_promise_goes_to_the_end_of_what_it_is_of() {
        let witness = read("We are committed to peace and prosperity.");
        let words = witness.promises[0].span.of(&witness.document.text);
        assert_eq!(words, "committed to peace and prosperity");
    }

    #[test]
    fn a_horizon_is_that_of_the_promise_and_of_nothing_in_it() {
        let horizon = |text: &str| {
            let witness = read(text);
            let horizon = witness.promises[0].horizon?;
            Some(horizon.of(&witness.document.text).to_owned())
        };
        let own = horizon("We will, in the coming years, rebuild the road.");
        assert_eq!(own.as_deref(), Some("in the coming years"));
        let aside = "We will rebuild the road that we lost in the past years.";
        assert_eq!(horizon(aside), None);
    }

    #[test]
    fn coordinated_verbs_are_promises_of_their_own() {
        assert_eq!(
            promises("We will clear the fields and rebuild the schools."),
            "We: will, committed: clear field; We: will, committed: rebuild school"
        );
    }

    #[test]
    fn what_gives_no_word_is_no_promise() {
        let cases = [
            // Nouns.
            "We lack the political will to clear the fields.",
            "They acted in support of the ban.",
            // Questions and wishes.
            "Will we clear the fields?",
            "May God bless the people of Ruritania.",
            // What is foretold of things.
            "Prices will rise next year.",
            "We will lose our fields to the sea.",
            // What others say or promise.
            "Our neighbour says that its army will clear the fields.",
            "We hope that the parties will sign the treaty.",
            // Conditions and purposes.
            "If we will clear the fields, they can be farmed.",
            // The past.
            "Ruritania was committed to clearing every field.",
            // What is done by being said.
            "We wish to thank the Chair.",
            "I will now turn to the field.",
            // Nobody does it.
            "The fields will be cleared by the sea.",
            "The Council will be moved to the harbour.",
            // What was promised once.
            "We committed 40 boats to the harbour.",
            // The word of somebody else.
            "We reaffirm the commitment of all towns to peace.",
            // All that are called so.
            "Countries will clear their fields.",
            // A number alone is nothing that is done.
            "We will make it to the 2030 goals.",
        ];
        for text in cases {
            assert_eq!(promises(text), "", "{text}");
        }
    }

    #[test]
    fn we_shall_binds_as_we_will_does() {
        let strength = |text: &str| read(text).promises[0].strength.name();
        assert_eq!(strength("We shall clear every field."), "committed");
        assert_eq!(strength("The Council shall clear every field."), "bound");
    }

    #[test]
    fn a_paragraph_that_was_read_before_has_its_promises_again() {
        use crate::compare::Readings;
        use crate::extract::Terms;

        let texts = [
            "We will clear every field by 2031.",
            "Much was done.\n\nWe will clear every field by 2031.",
        ];
        let terms = Terms::default();
        let mut readings = Readings::new(&terms);
        for text in texts {
            readings.read(load_bytes("a.txt", text.as_bytes(), &LoadOptions::default()).unwrap());
        }
        let (witnesses, _) = readings.finish();
        for (text, again) in texts.iter().zip(&witnesses) {
            assert_eq!(read(text).promises, again.promises);
        }
    }

    /// Sentences, and what their promise is shown as.
    const TITLES: &[(&str, &str)] = &[
        (
            "Veldland is committed to fund field work and has been over past few years supporting \
             local talks.",
            "field work",
        ),
        (
            "We will clear the northern fields by 2031.",
            "northern fields",
        ),
    ];

    #[test]
    fn a_promise_is_shown_as_its_object() {
        for (text, shown) in TITLES {
            let witness = read(text);
            let title = witness.promises[0].act.title.unwrap();
            assert_eq!(title.of(&witness.document.text), *shown, "{text}");
        }
    }

    #[test]
    fn a_sentence_is_parsed_where_somebody_may_bind_himself() {
        let binds = |text: &str| super::binds(text.split(' '), Language::English);
        assert!(binds("we will clear the fields"));
        assert!(!binds("prices rose in spring") && !binds("of the fields"));
        let lists = pack(Language::English).promises.unwrap();
        assert!(super::may_act("we", lists) && super::may_act("Ruritania", lists));
        assert!(!super::may_act("of", lists));
    }
}
