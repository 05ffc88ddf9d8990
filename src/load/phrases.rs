//! The phrases that tell what a paragraph is for, in each language.
//!
//! All in lower case, with straight apostrophes and without full stops; see
//! [`fold`].

/// Beginnings of an address to the chair or the hall that need no comma.
pub(super) static SALUTATIONS: Phrases = Phrases::new(&by_initial([
    // English
    "mr president",
    "mr chair",
    "mr co-chair",
    "mr secretary",
    "mr vice",
    "mr speaker",
    "mr moderator",
    "mr facilitator",
    "mr coordinator",
    "mister",
    "madam",
    "madame",
    "your excellenc",
    "excellenc",
    "ladies and gentlemen",
    "distinguished",
    "esteemed",
    "dear ",
    "honourable",
    "honorable",
    "your majest",
    "your royal",
    "your highness",
    "your eminence",
    "your holiness",
    "fellow ",
    // French
    "monsieur le",
    "monsieur l'",
    "m le président",
    "mme la présidente",
    "mesdames",
    "messieurs",
    "excellence",
    "chers ",
    "chères ",
    "cher ",
    "chère ",
    "honorables",
    "distingués",
    // Spanish
    "señor presidente",
    "señora presidenta",
    "señor secretario",
    "señora secretaria",
    "sr presidente",
    "sra presidenta",
    "señoras y señores",
    "excelenci",
    "distinguid",
    "estimad",
    "querid",
    "honorables",
    // Portuguese
    "senhor presidente",
    "senhora presidente",
    "senhora presidenta",
    "senhor secretário",
    "senhoras e senhores",
    "excelênci",
    "ilustres",
    "distint",
    "caros ",
    "caras ",
    "prezad",
    // Russian
    "г-н ",
    "г-жа ",
    "господин ",
    "госпожа ",
    "уважаем",
    "дамы и господа",
    "ваше превосходительство",
    "ваши превосходительства",
    "дорогие ",
    "многоуважаем",
    // Arabic
    "السيد الرئيس",
    "السيدة الرئيسة",
    "سيدي الرئيس",
    "سيدتي الرئيسة",
    "أصحاب المعالي",
    "أصحاب السعادة",
    "أصحاب الفخامة",
    "السيدات والسادة",
    "أيها السيدات",
    "حضرات",
    "معالي ",
    "سعادة ",
    // Chinese
    "主席先生",
    "主席女士",
    "女士们",
    "先生们",
    "各位",
    "尊敬的",
    "秘书长先生",
    "主席阁下",
]));

/// Stems of words that wish somebody well in an office, wherever they stand.
const CONGRATULATIONS: [&str; 7] = [
    "congratulat",
    "félicit",
    "felicit",
    "parabéns",
    "поздравл",
    "祝贺",
    "نهنئ",
];

/// Whether a sentence congratulates, as those do with which statements open.
pub(crate) fn is_congratulation(sentence: &str) -> bool {
    let folded = sentence.to_lowercase();
    CONGRATULATIONS.iter().any(|stem| folded.contains(stem))
}

/// Beginnings of an address that need a comma after them, or more of it.
pub(super) static WEAK_SALUTATIONS: Phrases = Phrases::new(&by_initial([
    "mr ",
    "mrs ",
    "ms ",
    "dr ",
    "sir",
    "president",
    "chair",
    "co-chair",
    "colleagues",
    "friends",
    "delegates",
    "excellencies",
    "ladies",
    "gentlemen",
    "ministers",
    "heads of",
    "ambassador",
    "and ",
    "all protocol",
    "monsieur",
    "madame",
    "collègues",
    "et ",
    "señor",
    "señora",
    "señores",
    "señoras",
    "colegas",
    "amigos",
    "y ",
    "senhor",
    "senhora",
    "e ",
    "коллеги",
    "друзья",
    "и ",
    "السيد",
    "السيدة",
    "السادة",
    "和",
    "主席",
    "朋友们",
]));

/// Words that make a clause of what might be an address.
pub(super) const CLAUSE_WORDS: &[&str] = &[
    "i",
    "we",
    "my",
    "our",
    "is",
    "are",
    "was",
    "were",
    "has",
    "have",
    "will",
    "it",
    "this",
    "that",
    "let",
    "allow",
    "je",
    "nous",
    "est",
    "sont",
    "permettez",
    "es",
    "son",
    "ha",
    "han",
    "permítame",
    "é",
    "são",
    "permita",
    "мы",
    "я",
    "позвольте",
    "это",
];

/// Beginnings of a courtesy line.
pub(super) static THANKS: Phrases = Phrases::new(&by_initial([
    "thank you",
    "i thank you",
    "we thank you",
    "thanks",
    "many thanks",
    "with thanks",
    "je vous remercie",
    "nous vous remercions",
    "merci",
    "muchas gracias",
    "muchísimas gracias",
    "gracias",
    "le agradezco",
    "les agradezco",
    "muito obrigad",
    "obrigad",
    "благодарю",
    "благодарим",
    "спасибо",
    "شكرا",
    "شكراً",
    "وشكرا",
    "وشكراً",
    "أشكركم",
    "谢谢",
    "感谢各位",
    "yours sincerely",
    "sincerely",
    "respectfully",
]));

/// What a mark that is not part of the statement says.
pub(super) static ORNAMENTS: Phrases = Phrases::new(&by_initial([
    "check against delivery",
    "please check against delivery",
    "as delivered",
    "as prepared for delivery",
    "embargoed until",
    "unofficial translation",
    "courtesy translation",
    "unofficial text",
    "end",
    "ends",
    "end of statement",
    "seul le prononcé fait foi",
    "vérifier au prononcé",
    "vérifier à l'audition",
    "traduction non officielle",
    "fin",
    "cotejar con el discurso",
    "cotejar con la alocución",
    "verificar contra lectura",
    "traducción no oficial",
    "fin del discurso",
    "verificar no ato da leitura",
    "verificar contra leitura",
    "tradução não oficial",
    "проверить по выступлению",
    "сверить с произнесенным текстом",
    "неофициальный перевод",
    "الرجاء المراجعة عند الإلقاء",
    "ترجمة غير رسمية",
    "以发言为准",
    "非正式译文",
    "完",
]));

/// What the block above a statement says of itself.
pub(super) const LETTERHEADS: &[&str] = &[
    "statement by",
    "statement of",
    "statement on behalf",
    "statement delivered",
    "statement to",
    "statement at",
    "delivered by",
    "remarks by",
    "address by",
    "speech by",
    "intervention by",
    "permanent mission",
    "permanent representative",
    "his excellency",
    "her excellency",
    "h.e.",
    "general debate",
    "agenda item",
    "item ",
    "session",
    "meeting of",
    "conference",
    "for immediate release",
    "press release",
    "release date",
    "national statement",
    "déclaration",
    "intervention de",
    "prononcé",
    "mission permanente",
    "représentant permanent",
    "point de l'ordre du jour",
    "declaración",
    "intervención",
    "discurso",
    "misión permanente",
    "representante permanente",
    "declaração",
    "intervenção",
    "missão permanente",
    "выступление",
    "заявление",
    "постоянн",
    "بيان",
    "كلمة",
    "发言",
    "声明",
];

/// Words that a sentence cannot end with.
pub(super) const CONTINUING_WORDS: &[&str] = &[
    "a", "an", "the", "of", "and", "or", "in", "on", "at", "to", "for", "from", "by", "with",
    "that", "which", "our", "its", "their", "mr.", "mrs.", "ms.", "his", "her", "le", "la", "les",
    "de", "du", "des", "et", "à", "au", "aux", "en", "un", "une", "par", "pour", "que", "qui",
    "el", "los", "las", "del", "y", "al", "por", "para", "con", "o", "os", "as", "do", "da", "dos",
    "das", "e", "em", "na", "no", "um", "uma", "com", "и", "в", "на", "с", "по", "к", "о", "от",
    "из", "для", "что", "не", "في", "من", "على", "إلى", "عن",
];

/// Capitalised words that open a sentence and are no names.
pub(super) const OPENING_WORDS: &[&str] = &[
    "The", "This", "These", "That", "Those", "It", "In", "We", "Our", "A", "An", "At", "On", "As",
    "For", "If", "There", "Le", "La", "Les", "Il", "Nous", "En", "El", "Los", "Las", "Nosotros",
    "O", "Os", "Na", "No", "В", "Мы", "Это",
];

/// `text` as the tables have it: lower case, apostrophes straight, no full
/// stops, single blanks.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut rest = text.trim();
    loop {
        let letters = rest.bytes().take_while(u8::is_ascii_lowercase).count();
        folded.push_str(&rest[..letters]);
        let mut others = rest[letters..].chars();
        let Some(c) = others.next() else {
            return folded;
        };
        rest = others.as_str();
        match c {
            '.' => {}
            '’' | 'ʼ' => folded.push('\''),
            c if c.is_ascii_graphic() => folded.push(c.to_ascii_lowercase()),
            c if c.is_whitespace() => {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            c => folded.extend(c.to_lowercase()),
        }
    }
}

/// Phrases filed under their first bytes.
#[derive(Debug)]
pub(super) struct Phrases {
    phrases: &'static [&'static str],
    /// By first byte: where its phrases start; then their number.
    starts: [u8; 257],
}

impl Phrases {
    /// Files `phrases`, which stand in the order of their first bytes.
    const fn new(phrases: &'static [&'static str]) -> Self {
        let mut starts = [0; 257];
        let mut at = 0;
        while at < phrases.len() {
            starts[phrases[at].as_bytes()[0] as usize + 1] += 1;
            at += 1;
        }
        let mut byte = 0;
        while byte < 256 {
            starts[byte + 1] += starts[byte];
            byte += 1;
        }
        Self { phrases, starts }
    }

    /// The phrases with the first byte of `folded`.
    pub(super) fn of(&self, folded: &str) -> impl Iterator<Item = &'static str> {
        let phrases = folded.bytes().next().map(|initial| self.of_byte(initial));
        phrases.unwrap_or_default().iter().copied()
    }

    fn of_byte(&self, initial: u8) -> &'static [&'static str] {
        let at = usize::from(initial);
        &self.phrases[self.starts[at].into()..self.starts[at + 1].into()]
    }

    /// Whether `folded` begins with one of the phrases.
    pub(super) fn begin(&self, folded: &str) -> bool {
        self.of(folded).any(|phrase| folded.starts_with(phrase))
    }

    /// Whether a text that opens with `glance` once it is folded may begin with
    /// one of the phrases.
    pub(super) fn may_begin(&self, glance: &[u8]) -> bool {
        let agrees = |phrase: &&str| phrase.bytes().zip(glance).all(|(own, its)| own == *its);
        let initial = glance.first();
        initial.is_some_and(|initial| self.of_byte(*initial).iter().any(agrees))
    }
}

/// The phrases in the order of their first bytes.
const fn by_initial<const N: usize>(mut phrases: [&'static str; N]) -> [&'static str; N] {
    let mut at = 1;
    while at < N {
        let mut to = at;
        while to > 0 && phrases[to].as_bytes()[0] < phrases[to - 1].as_bytes()[0] {
            let phrase = phrases[to];
            phrases[to] = phrases[to - 1];
            phrases[to - 1] = phrase;
            to -= 1;
        }
        at += 1;
    }
    phrases
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_stand_as_texts_are_folded() {
        for table in [
            SALUTATIONS.phrases,
            WEAK_SALUTATIONS.phrases,
            CLAUSE_WORDS,
            THANKS.phrases,
            ORNAMENTS.phrases,
        ] {
            for phrase in table {
                assert_eq!(fold(phrase), phrase.trim_end(), "{phrase}");
            }
        }
    }
}
