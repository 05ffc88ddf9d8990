//! French.
//!
//! The order of modal verbs and of verbs of engagement is that of Grevisse and Goosse, *Le
//! Bon Usage*, and of L. Gosselin, *Les modalités en français*, 2010; the future tense
//! commits as *will* does. The parser gives no base forms, so lists hold first letters.

use super::Tongue;
use crate::extract::promise::ladder::{Form, Ladder, Rung, appeal, duty, outlook, rung};
use crate::model::Strength;

#[rustfmt::skip]
const LADDER: &[Rung] = &[
    duty(rung(Strength::Bound, Form::Clause, &["doit", "devons", "doivent"])),
    rung(Strength::Bound, Form::Clause, &["tenu", "tenue", "tenus", "tenues", "obligé", "obligée", "obligés"]),
    rung(Strength::Bound, Form::Either, &["garantit", "garantissons", "garantissent"]),
    rung(Strength::Committed, Form::Future, &["rons", "ront", "ra", "rai"]),
    rung(Strength::Committed, Form::Either, &[
        "engage", "engageons", "engagent", "engagé", "engagée", "engagés", "engagées", "promet", "promettons",
        "promettent", "attaché", "attachée", "attachés", "attachées",
    ]),
    rung(Strength::Committed, Form::Clause, &[
        "déterminé", "déterminée", "déterminés", "déterminées", "résolu", "résolue", "résolus", "résolues",
    ]),
    rung(Strength::Committed, Form::Noun, &["engagement", "engagements", "détermination", "attachement", "volonté"]),
    appeal(Strength::Committed, &["exhorte", "exhortons", "exhortent"]),
    duty(rung(Strength::Intended, Form::Clause, &["devrait", "devrions", "devraient"])),
    rung(Strength::Intended, Form::Clause, &[
        "entend", "entendons", "entendent", "compte", "comptons", "comptent", "prévoit", "prévoyons", "prévoient",
        "prêt", "prête", "prêts", "prêtes", "disposé", "disposée", "disposés", "disposées",
    ]),
    rung(Strength::Intended, Form::Noun, &["intention", "disponibilité"]),
    outlook(Strength::Intended, &["estime", "estiment", "juge", "jugent", "prévoit"]),
    appeal(Strength::Intended, &["appelle", "appelons", "appellent", "demande", "demandons", "prie", "prions"]),
    rung(Strength::Aimed, Form::Clause, &[
        "vise", "visons", "visent", "cherche", "cherchons", "cherchent", "efforce", "efforçons", "efforcent",
        "souhaite", "souhaitons", "souhaitent", "espère", "espérons", "espèrent", "tente", "tentons",
    ]),
    rung(Strength::Aimed, Form::Either, &[
        "soutient", "soutenons", "soutiennent", "appuie", "appuyons", "appuient", "favorable", "favorables",
    ]),
    rung(Strength::Aimed, Form::Noun, &["objectif", "but", "ambition", "soutien", "appui"]),
    appeal(Strength::Aimed, &["encourage", "encourageons", "encouragent"]),
    rung(Strength::Considered, Form::Clause, &[
        "envisage", "envisageons", "envisagent", "étudie", "étudions", "étudient", "examine", "examinons", "examinent",
    ]),
    appeal(Strength::Considered, &["invite", "invitons", "invitent"]),
];

#[rustfmt::skip]
pub(super) static TONGUE: Tongue = Tongue {
    ladder: Ladder::of(LADDER),
    binding: &[],
    speakers: &["nous", "je"],
    referring: &["il", "elle"],
    own_endings: &[],
    owners: &["notre", "nos", "mon", "ma", "nous", "je"],
    possessives: &["notre", "nos", "mon", "ma", "son", "sa", "ses", "leur", "leurs"],
    in_stems: true,
    bodies: &[
        "administration", "agence", "alliance", "assemblée", "autorité", "banque", "comité", "commission",
        "communauté", "conseil", "délégation", "fédération", "fonds", "gouvernement", "groupe", "ministère",
        "nation", "organisation", "parlement", "parti", "pays", "présiden", "république", "secrétariat", "état",
        "union",
    ],
    starters: &["la", "le", "les", "un", "une", "des", "et", "mais", "en", "dans", "pour", "ce", "cette", "ces"],
    noun_signs: &[
        "au", "aux", "de", "des", "du", "la", "le", "les", "leur", "leurs", "notre", "pour", "sa", "son", "un", "une",
    ],
    declares: &["affirm", "annonc", "assur", "confirm", "déclar", "réaffirm", "répèt", "soulign"],
    asserts: &[
        "affirm", "avons", "a", "confirm", "exprim", "ont", "rappel", "réaffirm", "réitèr", "renouvel", "répèt",
        "soulign",
    ],
    has: &["a", "avons", "ont"],
    courtesies: &["souhait", "tien", "voudr", "tenons"],
    copulas: &["est", "être", "sont", "sommes", "rest", "demeur", "suis"],
    told_copulas: &[],
    drops_copula: false,
    articles: &["le", "la", "les", "l'", "l’"],
    infinitive_marks: &["à", "de", "d'", "d’"],
    infinitive_endings: &["er", "ir", "re"],
    gerund_endings: &["ant"],
    past_endings: &[],
    participle_endings: &["ées", "és", "ée", "é", "ies", "is", "ie", "i", "ues", "us", "ue", "u", "ites", "its", "ite", "it"],
    agents: &["par"],
    pasts: &["était", "étaient", "étions", "été", "fut", "avait"],
    perfects: &["a", "ont", "avons", "ai"],
    participles: &[],
    decisions: &["décidé", "convenu"],
    completions: &["achev", "complét", "conclu", "termin", "finalis"],
    asking: &[],
    asking_verbs: &[],
    negations: &["ne", "n'", "n’", "pas", "jamais"],
    conditions: &["si"],
    conducts: &["patient", "prudent", "vigilant"],
    lasting: &["appuy", "continu", "demeur", "gard", "mainten", "poursui", "rest", "souten"],
    phases: &["achev", "aider", "aid", "commenc", "continu", "poursui", "rester", "restera", "resteron", "travaill"],
    states: &[
        "auron", "auront", "aura", "aurai", "comprend", "connaîtr", "contien", "coûter", "devien", "deviendr", "devr", "faudr", "permett",
        "pourr", "renferm", "saur", "sera", "serai", "seron", "seront", "subir", "verr", "voudr",
    ],
    light_verbs: &["accord", "donn", "faire", "fera", "feron", "feront", "mener", "mettr", "mettre", "prend", "tenir"],
    sayings: &["exprim", "félicit", "rappel", "remerci", "salu", "soulign", "tien"],
    discourse: &["abord", "commenc", "conclu", "limit", "termin"],
    leaves: &["permett"],
    utmosts: &["effort", "possible", "tout"],
    light: &["action", "effort", "initiativ", "mesure", "objectif", "processus"],
    empty: &["autre", "important", "nouveau", "nouvel", "nécessair", "plein", "tout", "toute"],
    synonyms: &[
        &["détrui", "dépollu", "élimin", "nettoy"],
        &["soutenir", "souten", "soutien", "appuy", "aider"],
        &["renforc", "accroî", "consolid"],
        &["ratifi", "adhér", "rejoin"],
        &["rédui", "diminu", "baiss"],
        &["contribu", "fourni", "octroy", "allou"],
        &["achet", "acquér", "acqui"],
        &["poursui", "mainten"],
    ],
    assessments: &["approprié", "appropriée", "appropriés", "appropriées", "opportun", "opportune"],
    that: &["que", "qu'", "qu’"],
    of: &["de", "du"],
    noun_cases: &["à", "au", "aux", "en", "envers", "pour"],
    roles: &["comme"],
    limits: &["après", "jusqu'à", "jusqu’à", "jusqu'au", "jusqu'en", "lorsque", "quand"],
    limit_phrases: &["tant que", "aussi longtemps que"],
    timed_limits: &[],
    due: &["avant", "d'ici", "d’ici", "ici"],
    during: &["durant", "pendant", "pour"],
    stretches: &["an", "ans", "année", "années", "mois", "moment", "période", "semaine", "semaines", "temps", "jours"],
    whens: &["bientôt", "prochainement", "immédiatement"],
    deictics: &["cette", "prochain", "prochaine", "prochains", "prochaines"],
    degrees: &["au", "moins", "encore", "très"],
};
