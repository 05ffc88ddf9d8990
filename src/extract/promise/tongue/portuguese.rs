//! Portuguese.
//!
//! The order of the verbs of obligation and intention is that of C. Cunha and L. Cintra,
//! *Nova Gramática do Português Contemporâneo*, 1984, chapter 13; the future tense
//! commits as *will* does. The parser gives no base forms, so lists hold first letters.

use super::Tongue;
use crate::extract::promise::ladder::{Form, Ladder, Rung, appeal, duty, outlook, rung};
use crate::model::Strength;

#[rustfmt::skip]
const LADDER: &[Rung] = &[
    duty(rung(Strength::Bound, Form::Modal, &["deve", "devemos", "devem"])),
    rung(Strength::Bound, Form::Clause, &["obrigado", "obrigada", "obrigados", "obrigadas"]),
    rung(Strength::Bound, Form::Either, &["garante", "garantimos", "garantem"]),
    rung(Strength::Committed, Form::Future, &["remos", "rão", "rá", "rei"]),
    rung(Strength::Committed, Form::Modal, &["vamos", "vai", "vão"]),
    rung(Strength::Committed, Form::Either, &[
        "compromete", "comprometemos", "comprometem", "comprometido", "comprometida", "comprometidos",
        "comprometidas", "empenhado", "empenhada", "empenhados", "promete", "prometemos", "prometem",
    ]),
    rung(Strength::Committed, Form::Clause, &[
        "decidido", "decidida", "decididos", "determinado", "determinada", "determinados", "determinadas",
    ]),
    rung(Strength::Committed, Form::Noun, &["compromisso", "compromissos", "determinação", "empenho", "vontade"]),
    appeal(Strength::Committed, &["exorta", "exortamos", "exortam", "insta", "instamos", "instam"]),
    duty(rung(Strength::Intended, Form::Modal, &["deveria", "deveríamos", "deveriam"])),
    rung(Strength::Intended, Form::Clause, &[
        "pretende", "pretendemos", "pretendem", "prevê", "prevemos", "planeja", "planejamos", "tenciona",
        "tencionamos", "disposto", "disposta", "dispostos", "pronto", "pronta", "prontos",
    ]),
    rung(Strength::Intended, Form::Noun, &["disponibilidade", "intenção"]),
    outlook(Strength::Intended, &["antevê", "considera", "consideram", "julga", "prevê"]),
    appeal(Strength::Intended, &["pede", "pedimos", "pedem", "solicita", "solicitamos"]),
    rung(Strength::Aimed, Form::Clause, &[
        "busca", "buscamos", "buscam", "procura", "procuramos", "procuram", "visa", "visamos", "visam", "espera",
        "esperamos", "esperam", "deseja", "desejamos", "quer", "queremos", "querem", "tenta", "tentamos",
    ]),
    rung(Strength::Aimed, Form::Either, &["apoia", "apoiamos", "apoiam"]),
    rung(Strength::Aimed, Form::Noun, &["ambição", "apoio", "meta", "objetivo"]),
    appeal(Strength::Aimed, &["encoraja", "encorajamos", "encorajam", "incentiva", "incentivamos"]),
    rung(Strength::Considered, Form::Clause, &[
        "avalia", "avaliamos", "avaliam", "estuda", "estudamos", "estudam",
    ]),
    appeal(Strength::Considered, &["convida", "convidamos", "convidam"]),
];

#[rustfmt::skip]
pub(super) static TONGUE: Tongue = Tongue {
    ladder: Ladder::of(LADDER),
    binding: &[],
    speakers: &["nós", "eu"],
    referring: &["ele", "ela"],
    own_endings: &["mos"],
    owners: &["nosso", "nossa", "nossos", "nossas", "meu", "minha"],
    possessives: &["nosso", "nossa", "nossos", "nossas", "meu", "minha", "seu", "sua", "seus", "suas"],
    in_stems: true,
    bodies: &[
        "administração", "agência", "aliança", "assembleia", "autoridade", "banco", "comissão", "comité", "comitê",
        "comunidade", "conselho", "delegação", "estado", "federação", "fundo", "governo", "grupo", "ministério",
        "nação", "organização", "país", "parlamento", "partido", "presiden", "república", "secretaria", "união",
    ],
    starters: &["o", "a", "os", "as", "um", "uma", "e", "mas", "em", "para", "por", "este", "esta"],
    noun_signs: &[
        "a", "ao", "as", "da", "de", "do", "nossa", "nosso", "o", "os", "para", "seu", "sua", "um", "uma",
    ],
    declares: &["afirm", "anunci", "assegur", "confirm", "declar", "reafirm", "reiter", "sublinh"],
    asserts: &[
        "afirm", "confirm", "express", "manifest", "reafirm", "reiter", "renov", "sublinh", "tem", "temos", "têm",
    ],
    has: &["tem", "temos", "têm"],
    courtesies: &["desej", "gostar", "quer"],
    copulas: &["é", "está", "estão", "estamos", "são", "ser", "estar", "continua", "permanec", "mantém"],
    told_copulas: &[],
    drops_copula: false,
    articles: &["o", "a", "os", "as"],
    infinitive_marks: &["a", "de", "em", "por"],
    infinitive_endings: &["ar", "er", "ir", "or"],
    gerund_endings: &["ando", "endo", "indo"],
    past_endings: &[],
    participle_endings: &["ados", "adas", "ado", "ada", "idos", "idas", "ido", "ida"],
    agents: &["pela", "pelas", "pelo", "pelos", "por"],
    pasts: &["estava", "estavam", "era", "eram", "foi", "foram", "sido", "tinha"],
    perfects: &["tem", "têm", "temos", "foi", "foram"],
    participles: &[("feito", "fazer"), ("posto", "pôr")],
    decisions: &["decidiu", "decidimos", "acordou"],
    completions: &["complet", "conclu", "finaliz", "termin"],
    asking: &[],
    asking_verbs: &[],
    negations: &["não", "nunca", "jamais"],
    conditions: &["se"],
    conducts: &["paciente", "prudente", "vigilante"],
    lasting: &["apoi", "continu", "mant", "permanec"],
    phases: &["ajud", "começ", "complet", "continu", "trabalh"],
    states: &[
        "custar", "dever", "estar", "estará", "haver", "permit", "poder", "ser", "será", "serão", "seremos", "sofr",
        "ter", "terá", "terão", "teremos",
    ],
    light_verbs: &["dar", "dará", "daremos", "fazer", "fará", "faremos", "levar", "tomar"],
    sayings: &["agradec", "felicit", "record", "saúd", "salient"],
    discourse: &["abord", "começ", "conclu", "limit", "termin"],
    leaves: &["permit"],
    utmosts: &["esforço", "possível", "tudo"],
    light: &["ação", "ações", "esforço", "iniciativ", "medida", "objetivo", "processo"],
    empty: &["importante", "necessári", "novo", "nova", "outro", "outra", "todo", "toda", "todos", "todas"],
    synonyms: &[
        &["destru", "elimin", "limp"],
        &["apoi", "ajud"],
        &["fortalec", "reforç", "aument"],
        &["ratific", "aderir", "adere"],
        &["reduz", "diminu", "baix"],
        &["contribu", "fornec", "atribu"],
        &["compr", "adquir"],
    ],
    assessments: &["apropriado", "apropriada", "adequado", "adequada", "oportuno"],
    that: &["que"],
    of: &["da", "de", "do"],
    noun_cases: &["a", "ao", "com", "em", "para", "à"],
    roles: &["como"],
    limits: &["após", "até", "depois", "quando"],
    limit_phrases: &["enquanto", "assim que"],
    timed_limits: &[],
    due: &["antes", "até"],
    during: &["durante", "por"],
    stretches: &["ano", "anos", "mês", "meses", "período", "semana", "semanas", "tempo", "dias"],
    whens: &["brevemente", "imediatamente"],
    deictics: &["este", "próximo", "próxima", "próximos", "próximas"],
    degrees: &["ao", "menos", "muito"],
};
