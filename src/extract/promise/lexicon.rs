//! English words that say little of an act, or make it no act at all.
//!
//! Verbs of states and of change without an agent follow the classes of Vendler (1957)
//! and Levin (1993); light nouns and verbs carry what their complement says.

/// Verbs that say how far an act is, and leave what it is to their own complement.
#[rustfmt::skip]
pub(super) const PHASES: [&str; 17] = [
    "begin", "cease", "complete", "continue", "cooperate", "go", "help", "keep", "proceed",
    "remain", "resume", "start", "stop", "strive", "try", "want", "work",
];
/// Verbs that nobody does on purpose: they foretell and describe.
#[rustfmt::skip]
pub(super) const STATES: [&str; 45] = [
    "affect", "allow", "appear", "be", "become", "believe", "belong", "benefit", "come", "contain",
    "cost", "depend", "deserve", "do", "doubt", "emerge", "enjoy", "exist", "experience", "face",
    "fail", "fall", "find", "forget", "gain", "get", "have", "hear", "know", "lack", "like", "live",
    "lose", "mean", "need", "reach", "remember", "require", "rise", "see", "seem", "suffer",
    "survive", "understand", "want",
];
/// Verbs that say nothing without what they are done to: *make an effort*.
#[rustfmt::skip]
pub(super) const LIGHT_VERBS: [&str; 12] = [
    "carry", "do", "give", "go", "have", "hold", "make", "pay", "play", "stand", "take",
    "undertake",
];
/// Verbs that are done by being said, so that nothing is left to promise.
#[rustfmt::skip]
pub(super) const SAYINGS: [&str; 34] = [
    "acknowledge", "add", "address", "applaud", "appreciate", "assure", "call", "commend",
    "conclude", "congratulate", "convey", "draw", "echo", "emphasise", "emphasize", "express",
    "extend", "highlight", "inform", "mention", "note", "point", "recall", "recognize", "refer",
    "reiterate", "remind", "say", "share", "stress", "tell", "thank", "underline", "welcome",
];
/// Nouns that leave what they are of to what follows: *efforts toward peace*.
#[rustfmt::skip]
pub(super) const LIGHT: [&str; 27] = [
    "action", "activity", "amount", "approach", "aspect", "benefit", "effort", "form", "goal",
    "initiative", "kind", "level", "measure", "need", "number", "pace", "part", "principle",
    "process", "range", "role", "series", "size", "step", "total", "way", "work",
];
/// Adjectives and verbs that tell nothing of an act.
#[rustfmt::skip]
pub(super) const EMPTY: [&str; 15] = [
    "all", "appropriate", "continue", "full", "important", "many", "more", "necessary", "new",
    "other", "own", "possible", "such", "take", "various",
];
