//! Spanish.
//!
//! The order of the periphrases of obligation and intention is that of the *Nueva
//! gramática de la lengua española*, 2009, §28.6–28.9; the future tense commits as *will*
//! does. The parser gives no base forms, so lists hold first letters.

use super::Tongue;
use crate::extract::promise::ladder::{Form, Ladder, Rung, appeal, duty, outlook, rung};
use crate::model::Strength;

#[rustfmt::skip]
const LADDER: &[Rung] = &[
    duty(rung(Strength::Bound, Form::Modal, &["debe", "debemos", "deben"])),
    rung(Strength::Bound, Form::Clause, &["obligado", "obligada", "obligados", "obligadas"]),
    rung(Strength::Bound, Form::Either, &["garantiza", "garantizamos", "garantizan"]),
    rung(Strength::Committed, Form::Future, &["remos", "rán", "rá", "ré"]),
    rung(Strength::Committed, Form::Either, &[
        "compromete", "comprometemos", "comprometen", "comprometido", "comprometida", "comprometidos",
        "comprometidas", "promete", "prometemos", "prometen",
    ]),
    rung(Strength::Committed, Form::Clause, &[
        "decidido", "decidida", "decididos", "decididas", "resuelto", "resuelta", "resueltos",
    ]),
    rung(Strength::Committed, Form::Noun, &["compromiso", "compromisos", "determinación", "voluntad"]),
    appeal(Strength::Committed, &["exhorta", "exhortamos", "exhortan", "insta", "instamos", "instan"]),
    duty(rung(Strength::Intended, Form::Modal, &["debería", "deberíamos", "deberían"])),
    rung(Strength::Intended, Form::Clause, &[
        "prevé", "prevemos", "prevén", "planea", "planeamos", "planean", "piensa", "pensamos", "dispuesto",
        "dispuesta", "dispuestos", "dispuestas", "listo", "lista", "listos",
    ]),
    rung(Strength::Intended, Form::Noun, &["intención", "disposición"]),
    outlook(Strength::Intended, &["considera", "consideran", "estima", "estiman", "prevé"]),
    appeal(Strength::Intended, &["pide", "pedimos", "piden", "solicita", "solicitamos", "llama", "llamamos"]),
    rung(Strength::Aimed, Form::Clause, &[
        "busca", "buscamos", "buscan", "procura", "procuramos", "procuran", "aspira", "aspiramos", "aspiran",
        "espera", "esperamos", "esperan", "desea", "deseamos", "desean", "quiere", "queremos", "quieren", "intenta", "intentamos",
    ]),
    rung(Strength::Aimed, Form::Either, &["apoya", "apoyamos", "apoyan", "respalda", "respaldamos", "respaldan"]),
    rung(Strength::Aimed, Form::Noun, &["objetivo", "meta", "ambición", "apoyo", "respaldo"]),
    appeal(Strength::Aimed, &["alienta", "alentamos", "alientan"]),
    rung(Strength::Considered, Form::Clause, &[
        "contempla", "contemplamos", "contemplan", "estudia", "estudiamos", "estudian", "evalúa", "evaluamos", "evalúan",
    ]),
    appeal(Strength::Considered, &["invita", "invitamos", "invitan"]),
];

#[rustfmt::skip]
pub(super) static TONGUE: Tongue = Tongue {
    ladder: Ladder::of(LADDER),
    binding: &[],
    speakers: &["nosotros", "nosotras", "yo"],
    referring: &["él", "ella"],
    own_endings: &["mos"],
    owners: &["nuestro", "nuestra", "nuestros", "nuestras", "mi"],
    possessives: &["nuestro", "nuestra", "nuestros", "nuestras", "mi", "su", "sus"],
    in_stems: true,
    bodies: &[
        "administración", "agencia", "alianza", "asamblea", "autoridad", "banco", "comisión", "comité",
        "comunidad", "consejo", "delegación", "directorio", "estado", "federación", "fondo", "gobierno", "grupo",
        "junta", "ministerio", "nación", "organización", "país", "parlamento", "partido", "presiden", "república",
        "secretaría", "unión",
    ],
    starters: &["el", "la", "los", "las", "un", "una", "y", "pero", "en", "para", "por", "este", "esta"],
    noun_signs: &[
        "al", "de", "del", "el", "la", "las", "los", "nuestra", "nuestro", "para", "su", "sus", "un", "una",
    ],
    declares: &["afirm", "anunci", "asegur", "confirm", "declar", "reafirm", "reiter", "subray"],
    asserts: &[
        "afirm", "confirm", "expres", "manifiest", "reafirm", "reiter", "renov", "renuev", "subray", "tenemos",
        "tiene", "tienen",
    ],
    has: &["tiene", "tienen", "tenemos"],
    courtesies: &["dese", "quer", "quisi"],
    copulas: &["es", "está", "están", "estamos", "son", "ser", "estar", "sigue", "seguimos", "permanec", "mantien"],
    told_copulas: &[],
    drops_copula: false,
    articles: &["el", "la", "los", "las"],
    infinitive_marks: &["a", "de", "por", "en"],
    infinitive_endings: &["ar", "er", "ir", "arse", "erse", "irse"],
    gerund_endings: &["ando", "iendo"],
    past_endings: &[],
    participle_endings: &["ados", "adas", "ado", "ada", "idos", "idas", "ido", "ida"],
    agents: &["por"],
    pasts: &["estaba", "estaban", "era", "eran", "sido", "había", "estado"],
    perfects: &["ha", "han", "hemos", "he"],
    participles: &[("hecho", "hacer"), ("puesto", "poner"), ("cumplido", "cumplir"), ("escrito", "escribir")],
    decisions: &["decidido", "acordado", "decidió", "acordó"],
    completions: &["complet", "conclu", "finaliz", "termin"],
    asking: &[],
    asking_verbs: &[],
    negations: &["no", "nunca", "jamás"],
    conditions: &["si"],
    conducts: &["paciente", "prudente", "vigilante"],
    lasting: &["apoy", "continu", "manten", "permanec", "respald", "segu", "sigu"],
    phases: &["ayud", "comenz", "complet", "continu", "empez", "segu", "sigu", "trabaj"],
    states: &[
        "conten", "costar", "deber", "estar", "haber", "habr", "necesit", "permit", "podr", "podrá", "poder", "quedar", "será",
        "serán", "seremos", "ser", "sufr", "tendr",
    ],
    light_verbs: &["dar", "daremos", "dará", "hacer", "haremos", "hará", "llevar", "poner", "pondr", "tomar"],
    sayings: &["agradec", "felicit", "record", "salud", "señal"],
    discourse: &["abord", "comenz", "concl", "limit", "termin"],
    leaves: &["permít", "permit"],
    utmosts: &["esfuerz", "posible", "todo"],
    light: &["acción", "acciones", "esfuerz", "iniciativ", "medida", "objetivo", "proceso"],
    empty: &["importante", "necesari", "nuevo", "nueva", "otro", "otra", "todo", "toda", "todos", "todas"],
    synonyms: &[
        &["destrui", "destruy", "elimin", "limpi", "despej"],
        &["apoy", "respald", "ayud"],
        &["fortalec", "reforz", "aument"],
        &["ratific", "adher", "unir"],
        &["reduc", "disminu", "baj"],
        &["contribu", "aport", "proporcion", "asign"],
        &["compr", "adquir"],
    ],
    assessments: &["apropiado", "apropiada", "apropiados", "adecuado", "adecuada", "oportuno"],
    that: &["que"],
    of: &["de", "del"],
    noun_cases: &["a", "al", "con", "hacia", "para"],
    roles: &["como"],
    limits: &["cuando", "después", "hasta", "tras"],
    limit_phrases: &["mientras que", "tan pronto como", "siempre que"],
    timed_limits: &[],
    due: &["antes", "para"],
    during: &["durante", "por"],
    stretches: &["año", "años", "mes", "meses", "periodo", "período", "semana", "semanas", "tiempo", "días"],
    whens: &["pronto", "próximamente", "inmediatamente"],
    deictics: &["este", "próximo", "próxima", "próximos", "próximas"],
    degrees: &["al", "menos", "muy"],
};
