//! The words of promises in English.
//!
//! The order of the modal verbs is that of Quirk et al. 1985, §4.51–4.66. Verbs of states
//! and of change without an agent follow the classes of Vendler (1957) and Levin (1993);
//! light nouns and verbs carry what their complement says. What is expected to be right
//! is forward guidance (Campbell et al., *Macroeconomic effects of Federal Reserve
//! forward guidance*, 2012): it binds less than a promise.

use crate::language::ladder::{Form, Ladder, Rung, appeal, duty, leave, outlook, rung};
use crate::language::promises::PromiseWords;
use crate::model::Strength;

#[rustfmt::skip]
const LADDER: &[Rung] = &[
    duty(rung(Strength::Bound, Form::Modal, &["must"])),
    rung(Strength::Bound, Form::Modal, &["shall"]),
    rung(Strength::Bound, Form::Clause, &["undertake", "undertakes", "obliged", "obligated", "bound"]),
    rung(Strength::Bound, Form::Either, &["guarantee", "guarantees", "vow", "vows"]),
    appeal(Strength::Bound, &["demand", "demands"]),
    rung(Strength::Committed, Form::Modal, &["will", "'ll", "’ll", "wo"]),
    rung(Strength::Committed, Form::Either, &[
        "commit", "commits", "committed", "pledge", "pledges", "pledged", "promise", "promises", "dedicated",
    ]),
    rung(Strength::Committed, Form::Clause, &["determined", "resolved"]),
    rung(Strength::Committed, Form::Noun, &["commitment", "commitments", "determination", "resolve", "pledge", "promise"]),
    appeal(Strength::Committed, &["urge", "urges"]),
    duty(rung(Strength::Intended, Form::Modal, &["should"])),
    rung(Strength::Intended, Form::Clause, &[
        "intend", "intends", "plan", "plans", "planning", "expect", "expects", "anticipate", "anticipates",
        "prepared", "ready", "willing",
    ]),
    rung(Strength::Intended, Form::Noun, &["intention", "readiness", "willingness", "preparedness"]),
    outlook(Strength::Intended, &[
        "anticipate", "anticipates", "expect", "expects", "expectation", "judge", "judges", "view",
    ]),
    appeal(Strength::Intended, &["call", "calls", "request", "requests", "ask", "asks"]),
    rung(Strength::Aimed, Form::Clause, &[
        "aim", "aims", "aiming", "seek", "seeks", "seeking", "strive", "strives", "striving", "endeavour",
        "endeavours", "endeavor", "endeavors", "try", "tries", "trying", "hope", "hopes", "wish", "wishes",
    ]),
    rung(Strength::Aimed, Form::Either, &["support", "supports", "supportive"]),
    rung(Strength::Aimed, Form::Noun, &["aim", "goal", "objective", "ambition", "support"]),
    appeal(Strength::Aimed, &["encourage", "encourages"]),
    rung(Strength::Considered, Form::Modal, &["may", "might"]),
    rung(Strength::Considered, Form::Clause, &[
        "consider", "considers", "considering", "evaluate", "evaluates", "evaluating", "assess", "assesses",
        "assessing", "explore", "explores", "exploring", "study", "studies", "studying",
    ]),
    leave(Form::Modal, &["can", "ca", "cannot"]),
    leave(Form::Clause, &["permitted", "allowed", "authorized", "authorised", "prohibited", "forbidden", "banned", "barred"]),
    appeal(Strength::Considered, &["invite", "invites"]),
];

#[rustfmt::skip]
pub(super) static PROMISES: PromiseWords = PromiseWords {
    ladder: Ladder::of(LADDER),
    binding: &["shall", "must"],
    permitting: &[
        "may", "can", "ca", "cannot", "permitted", "allowed", "authorized", "authorised", "prohibited", "forbidden",
        "banned", "barred",
    ],
    forbidding: &["prohibited", "forbidden", "banned", "barred"],
    waived: &[],
    speakers: &["we", "i"],
    singular_speakers: &["i"],
    referring: &["it"],
    own_endings: &[],
    owners: &["our", "my", "we", "i"],
    possessives: &["our", "my", "its", "their", "his", "her"],
    genitives: &["s"],
    clitics: &[],
    in_stems: false,
    bodies: &[
        "administration", "agency", "alliance", "assembly", "association", "authority", "bank", "board",
        "cabinet", "commission", "committee", "community", "company", "council", "country", "delegation",
        "department", "federation", "fund", "government", "group", "ministry", "nation", "organisation",
        "organization", "parliament", "party", "presidency", "president", "republic", "secretariat",
        "state", "states", "union",
    ],
    plural_signs: &["s"],
    starters: &["a", "all", "an", "and", "as", "but", "for", "in", "that", "the", "these", "this"],
    noun_signs: &["a", "an", "any", "for", "his", "in", "its", "no", "of", "our", "the", "their", "to"],
    declares: &[
        "affirm", "announce", "assure", "conclude", "confirm", "declare", "decide", "emphasize", "promise",
        "reaffirm", "reiterate", "repeat", "say", "state", "stress", "underline",
    ],
    asserts: &[
        "affirm", "confirm", "declare", "emphasise", "emphasize", "express", "have", "maintain", "reaffirm",
        "reassert", "reiterate", "renew", "repeat", "restate", "state", "stress", "underline", "underscore",
    ],
    has: &["have"],
    courtesies: &["like", "wish", "want"],
    copulas: &["be", "stand", "remain", "stay", "keep", "become"],
    told_copulas: &["stand"],
    is_verb_last: false,
    drops_copula: false,
    articles: &["the"],
    infinitive_marks: &["to"],
    infinitive_endings: &[],
    gerund_endings: &["ing"],
    past_endings: &["ed"],
    participle_endings: &["ed"],
    agents: &["by"],
    pasts: &["was", "were", "been", "had"],
    perfects: &["has", "have", "'ve", "’ve"],
    participles: &[
        ("become", "become"), ("begun", "begin"), ("bought", "buy"), ("brought", "bring"), ("built", "build"),
        ("cut", "cut"), ("done", "do"), ("drawn", "draw"), ("ended", "end"), ("found", "find"), ("given", "give"),
        ("held", "hold"), ("kept", "keep"), ("laid", "lay"), ("led", "lead"), ("made", "make"), ("met", "meet"),
        ("paid", "pay"), ("put", "put"), ("sent", "send"), ("set", "set"), ("sold", "sell"), ("spent", "spend"),
        ("taken", "take"), ("withdrawn", "withdraw"), ("won", "win"), ("written", "write"),
    ],
    decisions: &["decided", "agreed"],
    completions: &["complete", "conclude", "finish", "finalize", "finalise"],
    asking: &["on", "upon"],
    asking_verbs: &["call"],
    // Dynamic adjectives (Quirk et al. 1985, §7.41).
    conducts: &[
        "attentive", "calm", "careful", "cautious", "faithful", "firm", "flexible", "generous", "loyal",
        "mindful", "patient", "prudent", "steadfast", "tolerant", "vigilant",
    ],
    lasting: &["continue", "hold", "keep", "leave", "maintain", "preserve", "remain", "retain", "support", "sustain"],
    negations: &["not", "n't", "n’t", "never", "no", "nor", "neither"],
    conditions: &["if", "unless", "provided"],
    phases: &[
        "begin", "complete", "continue", "cooperate", "go", "help", "keep", "proceed", "remain", "resume",
        "start", "strive", "try", "want", "work",
    ],
    states: &[
        "affect", "allow", "appear", "be", "become", "believe", "belong", "benefit", "come", "comprise", "contain",
        "cost", "depend", "deserve", "do", "doubt", "emerge", "enjoy", "exist", "experience", "face",
        "fail", "fall", "find", "forget", "gain", "get", "have", "hear", "include", "know", "lack", "like", "live",
        "lose", "mean", "need", "reach", "remember", "require", "rise", "see", "seem", "suffer",
        "survive", "understand", "want", "warrant",
    ],
    light_verbs: &[
        "carry", "do", "ensure", "give", "go", "have", "hold", "make", "pay", "play", "spare", "stand",
        "take", "undertake",
    ],
    performatives: &[
        "acknowledge", "add", "affirm", "applaud", "appreciate", "assure", "call", "commend",
        "confirm", "congratulate", "convey", "draw", "echo", "emphasise", "emphasize", "express",
        "highlight", "inform", "mention", "note", "point", "reaffirm", "recall", "recognize", "refer",
        "reiterate", "remind", "say", "stress", "tell", "thank", "underline", "welcome",
    ],
    discourse: &[
        "address", "begin", "close", "conclude", "confine", "end", "extend", "focus", "limit", "restrict",
        "share", "speak", "start", "touch", "turn",
    ],
    leaves: &["allow", "let", "permit"],
    utmosts: &["all", "best", "effort", "everything", "utmost"],
    light: &[
        "action", "activity", "amount", "approach", "aspect", "benefit", "effort", "form", "goal",
        "initiative", "kind", "level", "measure", "need", "number", "pace", "part", "principle",
        "process", "range", "role", "series", "size", "step", "total", "way", "work",
    ],
    empty: &[
        "all", "appropriate", "continue", "full", "important", "many", "more", "necessary", "new",
        "other", "own", "possible", "such", "take", "various",
    ],
    synonyms: &[
        &["begin", "commence", "initiate", "launch", "start", "implement", "introduce"],
        &["discontinue", "end", "cease", "stop", "halt", "terminate", "conclude"],
        &["complete", "finish", "finalize", "finalise"],
        &["purchase", "buy", "acquire"],
        &["adjust", "modify", "revise", "change"],
        &["destroy", "eliminate", "eradicate", "clear", "remove"],
        &["support", "assist", "help", "aid", "back"],
        &["strengthen", "reinforce", "enhance", "increase", "expand", "step"],
        &["achieve", "attain", "reach", "accomplish", "realize", "fulfil", "fulfill", "meet"],
        &["employ", "use", "deploy", "apply"],
        &["provide", "give", "contribute", "allocate", "offer", "deliver"],
        &["maintain", "keep", "retain", "preserve", "hold"],
        &["ratify", "accede", "join", "adopt"],
        &["monitor", "assess", "review", "follow", "observe", "watch", "track"],
        &["build", "construct", "establish", "create"],
        &["reduce", "cut", "lower", "decrease"],
    ],
    assessments: &["appropriate", "inappropriate", "patient", "warrant", "warranted", "warrants"],
    that: &["that"],
    of: &["of"],
    noun_cases: &["for", "to", "toward", "towards"],
    roles: &["as"],
    limits: &["after", "once", "pending", "till", "until", "when"],
    limit_phrases: &["as long as", "as soon as", "past the time", "past the point"],
    timed_limits: &["through", "past", "beyond"],
    due: &["by", "until", "till", "before", "through"],
    during: &["for"],
    stretches: &[
        "day", "days", "decade", "decades", "future", "meeting", "meetings", "month", "months", "period",
        "periods", "quarter", "quarters", "term", "time", "week", "weeks", "while", "year", "years",
        "spring", "summer", "autumn", "winter",
    ],
    whens: &["soon", "shortly", "immediately", "eventually"],
    deictics: &["this", "next", "coming", "current", "upcoming"],
    degrees: &["at", "least", "only", "relatively", "so", "very", "well", "early", "late", "later", "in", "its", "the", "during", "over", "within"],
};
