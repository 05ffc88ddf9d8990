//! Promises: what a statement says its speaker, or another actor, will do.

use std::borrow::Cow;

use super::{CountedTime, Span, Verdict, Witness};

/// One promise of a sentence, read from its tree.
///
/// *"Ruritania is committed to clearing every field by 2031"* has actor
/// *Ruritania*, strength `Committed`, words *committed to*, verb `clear`, object
/// head `field`, and the figure *by 2031* as its deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// Paragraph in the document, from 0.
    pub paragraph: u32,
    /// Sentence in the paragraph, from 0.
    pub sentence: u32,
    /// Bytes of the document's text, from the words that bind to the last of what is
    /// promised.
    pub span: Span,
    /// The words that bind: *will*, *committed to*.
    pub words: Span,
    /// The whole sentence.
    pub quote: Span,
    /// Who promises.
    pub actor: Actor,
    /// How strongly.
    pub strength: Strength,
    /// Whether it is a word given, or a duty that is stated.
    pub mood: Mood,
    /// Whether it is to be left undone: *will never use*.
    pub negated: bool,
    /// Whether it hangs on a condition: *if the funds are found*.
    pub conditional: bool,
    /// What is promised.
    pub act: Act,
    /// Until or from when it holds, in words: *for a considerable time*.
    pub horizon: Option<Span>,
    /// Index in the witness's figures of the date by which it is to be done.
    pub deadline: Option<u32>,
    /// By when it is to be done where no date says it: *by the end of the current quarter*.
    pub counted: Option<CountedTime>,
}

impl Promise {
    /// The words by when it is to be done, in the text of its witness.
    #[must_use]
    pub fn due_words(&self, witness: &Witness) -> Option<Span> {
        let date = self.deadline.map(|at| witness.figures[at as usize].span);
        date.or(self.counted.map(|time| time.span))
    }

    /// The same as EDTF; `None` where the words count from a day that is not known.
    #[must_use]
    pub fn due<'w>(&self, witness: &'w Witness) -> Option<Cow<'w, str>> {
        if let Some(at) = self.deadline {
            let figure = &witness.figures[at as usize];
            let date = figure.resolved.as_deref().or(figure.date.as_deref());
            return date.map(Cow::Borrowed);
        }
        let spoken = witness.document.metadata.date.as_ref()?;
        self.counted?.date(&spoken.value).map(Cow::Owned)
    }

    /// All places in the text that it names.
    pub(crate) fn spans(&mut self) -> impl Iterator<Item = &mut Span> {
        let actor = match &mut self.actor {
            Actor::Speaker(span) | Actor::Named { span, .. } => span,
        };
        let act = self.act.title.iter_mut().chain(&mut self.act.verb_span);
        let counted = self.counted.as_mut().map(|time| &mut time.span);
        let act = act.chain(&mut self.horizon).chain(counted);
        [&mut self.span, &mut self.words, &mut self.quote, actor]
            .into_iter()
            .chain(act)
    }
}

/// Who promises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// The speaker: *we*, *my delegation*, or the delegation by its name.
    Speaker(Span),
    /// Another body.
    Named {
        /// Its name in the text.
        span: Span,
        /// The nouns of the name, in lower case, sorted.
        words: Vec<String>,
    },
}

impl Actor {
    /// Where it is named.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Speaker(span) | Self::Named { span, .. } => *span,
        }
    }
}

/// What is promised, as base forms for comparing and as words for people.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Act {
    /// Base form of the verb; `None` where a noun alone says it (*committed to
    /// peace*) and where the verb says nothing by itself (*work towards peace*).
    pub verb: Option<String>,
    /// One verb for all that name the same act (*buy* for *purchase*); `None` of a
    /// verb that has no near synonym.
    pub sense: Option<&'static str>,
    /// The verb in the text.
    pub verb_span: Option<Span>,
    /// Base form of the noun that it is done to.
    pub object: Option<String>,
    /// All content words, verb and object included, as base forms, sorted.
    pub words: Vec<String>,
    /// The object with what belongs to it, in the author's words.
    pub title: Option<Span>,
}

/// What the words that bind are.
///
/// Commissive and deontic modality are two scales (Palmer, *Mood and Modality*,
/// 2001): *we must clear it* asks as much of others, so it is neither weaker nor
/// stronger than *we will clear it*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mood {
    /// *will*, *intends to*.
    Promise,
    /// *must*, *should*.
    Duty,
    /// What others are allowed: *members may vote by proxy*. Told where it is taken back.
    Permission,
    /// What others are asked to do: *calls on all States to join*.
    Appeal,
    /// What is expected to be right, as forward guidance does: *expects that low
    /// rates will be appropriate*.
    Outlook,
}

impl Mood {
    /// The name in the output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Promise => "promise",
            Self::Duty => "duty",
            Self::Permission => "permission",
            Self::Appeal => "appeal",
            Self::Outlook => "outlook",
        }
    }
}

/// How strongly words bind who says them, from the weakest.
///
/// The order is that of degrees of strength of commissive acts (Searle and
/// Vanderveken, *Foundations of Illocutionary Logic*, 1985) and of modal
/// verbs (Quirk et al., *A Comprehensive Grammar of the English Language*, 1985).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// It is thought about: *considers*, *may*.
    Considered,
    /// It is wished or tried: *aims to*, *supports*.
    Aimed,
    /// It is planned: *intends to*, *is prepared to*.
    Intended,
    /// The speaker is bound by a word given: *will*, *is committed to*.
    Committed,
    /// The speaker is under an obligation: *shall*, *undertakes to*.
    Bound,
}

impl Strength {
    /// All, from the weakest.
    pub const ALL: [Self; 5] = [
        Self::Considered,
        Self::Aimed,
        Self::Intended,
        Self::Committed,
        Self::Bound,
    ];

    /// The name in the output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Considered => "considered",
            Self::Aimed => "aimed",
            Self::Intended => "intended",
            Self::Committed => "committed",
            Self::Bound => "bound",
        }
    }
}

/// Something that a statement says was done: *has completed the clearance of the field*.
///
/// It is read from the words alone, to be held against the promises of an earlier
/// statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// Paragraph in the document, from 0.
    pub paragraph: u32,
    /// Sentence in the paragraph, from 0.
    pub sentence: u32,
    /// The whole sentence.
    pub quote: Span,
    /// The words that say it: *has completed*.
    pub words: Span,
    /// The word before them, in lower case, where it may name who did it; `None` in the
    /// passive.
    pub actor: Option<String>,
    /// Whether that word is a first person.
    pub is_speaker: bool,
    /// Base form of the verb, as far as endings tell it.
    pub verb: String,
    /// One verb for all that name the same act.
    pub sense: Option<&'static str>,
    /// Whether the verb says no more than that an act is done.
    pub completes: bool,
    /// The words of what was done, in lower case.
    pub objects: Vec<String>,
}

impl Deed {
    /// All places in the text that it names.
    pub(crate) fn spans(&mut self) -> impl Iterator<Item = &mut Span> {
        [&mut self.quote, &mut self.words].into_iter()
    }
}

/// Two promises of one act, or one that has no counterpart, with what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct PromiseLink {
    /// Index in the promises of the earlier witness.
    pub before: Option<u32>,
    /// Index in the promises of the later witness.
    pub after: Option<u32>,
    /// Index in the deeds of the later witness of the one that keeps the word.
    pub deed: Option<u32>,
    /// `Reversed`, `Softened`, `Strengthened`, `Moved`, `Met`, `Dropped`, `Expired`, `Made`, or `Same`
    /// for one that is kept.
    pub verdict: Verdict,
    /// How alike the two acts are, 0 to 1; 1 for a promise without a counterpart.
    pub likeness: f64,
}
