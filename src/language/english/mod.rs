//! English.

mod hedges;
mod plurals;
mod promises;

use super::figures::{Anaphors, DecimalMark, FigureWords, HeadPosition, Suffix, When};
use super::grammar::Grammar;
use super::parser::{BaseForms, ParserWords, Trees};
use super::sentences::SentenceWords;
use super::stance::StanceVerbs;
use super::statement::StatementWords;
use super::{Pack, Writing};

use crate::model::{FigureRole, Language};

pub(super) static PACK: Pack = Pack {
    language: Language::English,
    guess_code: "eng",
    writing: Writing::LeftToRight,
    has_own_script: false,
    statement: &STATEMENT,
    sentences: &SENTENCES,
    parser: &PARSER,
    figures: &FIGURES,
    promises: Some(&promises::PROMISES),
    stances: &STANCES,
};

#[rustfmt::skip]
static STATEMENT: StatementWords = StatementWords {
    salutations: &[
        "mr president", "mr chair", "mr co-chair", "mr secretary", "mr vice", "mr speaker", "mr moderator",
        "mr facilitator", "mr coordinator", "mister", "madam", "madame", "your excellenc", "excellenc",
        "ladies and gentlemen", "distinguished", "esteemed", "dear ", "honourable", "honorable", "your majest",
        "your royal", "your highness", "your eminence", "your holiness", "fellow ",
    ],
    weak_salutations: &[
        "mr ", "mrs ", "ms ", "dr ", "sir", "president", "chair", "co-chair", "colleagues", "friends",
        "delegates", "excellencies", "ladies", "gentlemen", "ministers", "heads of", "ambassador", "and ",
        "all protocol",
    ],
    clause_words: &[
        "i", "we", "my", "our", "is", "are", "was", "were", "has", "have", "will", "it", "this", "that", "let",
        "allow",
    ],
    congratulations: &["congratulat"],
    thanks: &[
        "thank you", "i thank you", "we thank you", "thanks", "many thanks", "with thanks", "yours sincerely",
        "sincerely", "respectfully",
    ],
    ornaments: &[
        "check against delivery", "please check against delivery", "as delivered", "as prepared for delivery",
        "embargoed until", "unofficial translation", "courtesy translation", "unofficial text", "end", "ends",
        "end of statement",
    ],
    letterheads: &[
        "statement by", "statement of", "statement on behalf", "statement delivered", "statement to",
        "statement at", "delivered by", "remarks by", "address by", "speech by", "intervention by",
        "permanent mission", "permanent representative", "his excellency", "her excellency", "h.e.",
        "general debate", "agenda item", "item ", "session", "meeting of", "conference",
        "for immediate release", "press release", "release date", "national statement",
    ],
    headlines: &["statement", "address", "speech", "remarks"],
    continuing: &[
        "a", "an", "the", "of", "and", "or", "in", "on", "at", "to", "for", "from", "by", "with", "that",
        "which", "our", "its", "their", "mr.", "mrs.", "ms.", "his", "her",
    ],
    delivered_by: &[
        "delivered by", "statement by", "statement of", "remarks by", "address by", "speech by",
        "intervention by", "presented by",
    ],
    on_behalf: &["on behalf of"],
    speaks_for: &[
        "permanent representative of", "representative of", "permanent mission of", "mission of",
        "delegation of", "ambassador of", "minister of foreign affairs of", "president of the republic of",
        "statement by", "statement of", "statement delivered by", "remarks by", "intervention by",
    ],
    titles: &[
        "mr ", "mrs ", "ms ", "dr ", "he ", "h e ", "hrh", "his ", "her ", "ambassador", "minister",
        "president", "professor",
    ],
    meetings: &[
        "meeting", "conference", "convention", "assembly", "council", "committee", "commission", "forum",
        "summit", "debate",
    ],
    sessions: &["session", "agenda item", "item ", "cluster", "panel"],
    senders: &[
        "statement", "mission", "representative", "delivered", "ambassador", "minister", "office", "tel", "@",
        "www",
    ],
    presiding: &["president ", "chair ", "chairperson ", "mr ", "madam "],
    before_whom: &[" at ", " before "],
    date_words: &["the", "on", "and", "release", "date", "for", "at"],
    regions: &[
        ("Argentina", "Argentine|Argentinian"),
        ("Australia", "Australian|Australians|Reserve Bank of Australia|RBA"),
        ("Austria", "Austrian"),
        ("Belgium", "Belgian"),
        ("Brazil", "Brazilian"),
        ("Canada", "Canadian|Bank of Canada"),
        ("Chile", "Chilean"),
        ("China", "Chinese|People's Bank of China|PBoC|PBC"),
        ("Colombia", "Colombian"),
        ("Czechia", "Czech"),
        ("Denmark", "Danish"),
        ("Egypt", "Egyptian"),
        ("euro area", "Euro area|eurozone|Eurozone|European Central Bank|ECB|European"),
        ("Finland", "Finnish"),
        ("France", "French"),
        ("Germany", "German"),
        ("Greece", "Greek"),
        ("Hong Kong", "Hong Kong SAR|HKMA"),
        ("Hungary", "Hungarian"),
        ("Iceland", "Icelandic"),
        ("India", "Indian|Reserve Bank of India|RBI"),
        ("Indonesia", "Indonesian"),
        ("Iran", "Iranian"),
        ("Iraq", "Iraqi"),
        ("Ireland", "Irish"),
        ("Israel", "Israeli"),
        ("Italy", "Italian"),
        ("Japan", "Japanese|Bank of Japan|BoJ|BOJ"),
        ("Kenya", "Kenyan"),
        ("Malaysia", "Malaysian"),
        ("Mexico", "Mexican"),
        ("Netherlands", "Dutch"),
        ("New Zealand", "Reserve Bank of New Zealand|RBNZ"),
        ("Nigeria", "Nigerian"),
        ("Norway", "Norwegian|Norges Bank"),
        ("Pakistan", "Pakistani"),
        ("Peru", "Peruvian"),
        ("Philippines", "Philippine|Filipino"),
        ("Poland", "Polish"),
        ("Portugal", "Portuguese"),
        ("Russia", "Russian|Bank of Russia"),
        ("Saudi Arabia", "Saudi"),
        ("Singapore", "Singaporean"),
        ("South Africa", "South African"),
        ("Republic of Korea", "Korea|Korean|Bank of Korea"),
        ("Spain", "Spanish"),
        ("Sweden", "Swedish|Riksbank|Sveriges Riksbank"),
        ("Switzerland", "Swiss|Swiss National Bank|SNB"),
        ("Syria", "Syrian"),
        ("Thailand", "Thai"),
        ("Türkiye", "Turkish"),
        ("Ukraine", "Ukrainian"),
        ("United Kingdom", "UK|U.K|British|Britain|Bank of England|BoE"),
        ("United States", "US|U.S|USA|American|Federal Reserve|US Federal Reserve|FOMC|Federal Open Market Committee"),
        ("Vietnam", "Vietnamese"),
        ("Yemen", "Yemeni"),
    ],
    day_endings: &["st", "nd", "rd", "th"],
    date_links: &["of"],
    page_words: &["page", "pages", "p", "pp", "of"],
    small_words: &[
        "against", "also", "and", "are", "been", "between", "by", "from", "had", "has", "have", "her", "his",
        "into", "it", "its", "more", "not", "of", "our", "percent", "should", "than", "that", "the", "their",
        "there", "these", "they", "this", "those", "through", "were", "which", "who", "will", "with", "would",
    ],
    long_forms: &[
        ("Republic of ", false), ("Kingdom of ", false), ("Principality of ", false), ("Sultanate of ", false),
        ("Union of ", true), ("Community of ", true), ("Organization of ", true),
    ],
    has_sure_short_months: true,
    ..StatementWords::EMPTY
};

#[rustfmt::skip]
pub(super) static SENTENCES: SentenceWords = SentenceWords {
    never_last: &[
        "mr", "mrs", "ms", "messrs", "dr", "prof", "st", "h.e", "h.r.h", "hon", "rev", "amb", "gen", "lt", "col",
        "maj", "capt", "cmdr", "adm", "brig", "sgt", "sen", "gov", "pres", "rep", "supt", "e.g", "i.e", "cf", "viz",
        "vs", "v", "ca", "approx", "incl", "esp", "sq", "cu", "fr", "mt", "ft",
    ],
    before_number: &[
        "no", "nos", "art", "arts", "para", "paras", "par", "res", "sec", "sect", "ch", "chap", "vol", "vols", "p",
        "pp", "fig", "figs", "tab", "ann", "app", "doc", "ref", "op", "ed", "reg", "jan", "feb", "mar", "apr", "jun",
        "jul", "aug", "sep", "sept", "oct", "nov", "dec", "est", "tel", "ext",
    ],
    perhaps_last: &["inc", "ltd", "co", "corp", "bros", "jr", "sr", "dept", "div", "govt", "intl", "al"],
    openers: &[
        "The", "This", "That", "These", "Those", "It", "In", "We", "Our", "An", "At", "On", "As", "For", "If",
        "There", "Their", "They", "He", "She", "His", "Her", "But", "And", "However", "With", "By", "To", "Since",
        "When", "While",
    ],
    ..SentenceWords::EMPTY
};

#[rustfmt::skip]
static PARSER: ParserWords = ParserWords {
    model: Some(include_bytes!("../../parse/models/en.bin")),
    base_forms: BaseForms::BySpelling,
    trees: Trees::Repaired,
    abbreviations: &[
        "al", "approx", "apr", "aug", "ave", "blvd", "capt", "cf", "co", "col", "corp", "dec", "dept", "dr", "eds",
        "esq", "est", "etc", "feb", "fri", "ft", "gen", "gov", "hon", "inc", "jan", "jr", "lt", "ltd", "messrs",
        "mr", "mrs", "ms", "mt", "nov", "oct", "prof", "rep", "reps", "rev", "sen", "sens", "sept", "sgt", "sr",
        "st", "supt", "thurs", "tues", "vs", "wed",
    ],
    before_numbers: &["art", "arts", "fig", "figs", "no", "nos", "p", "para", "paras", "pp", "sec", "vol", "vols"],
    cuts_compounds: true,
    prefixes: &[
    "anti", "co", "counter", "cross", "de", "e", "ex", "extra", "inter", "intra", "macro", "mega",
    "micro", "mid", "mini", "multi", "neo", "non", "over", "post", "pre", "pro", "pseudo", "re",
    "semi", "sub", "super", "trans", "ultra", "un", "under",
],
    single_units: &[
    "b", "B", "C", "F", "k", "K", "m", "M", "g", "p", "x", "h", "t",
],
    number_endings: &["st", "nd", "rd", "th", "s"],
    merged: &[("cannot", 3), ("gonna", 3), ("gotta", 3), ("wanna", 3)],
    clitics: &["s", "m", "d", "re", "ve", "ll"],
    relatives: &["which", "who", "whose", "that"],
    only_relatives: &["which", "whose"],
    exceptions: &["excluding", "including", "except"],
    ..ParserWords::EMPTY
};

#[rustfmt::skip]
static STANCES: StanceVerbs = StanceVerbs {
    aligning: &["align", "aligns", "associate", "associates"],
    themselves: &["itself", "themselves"],
    thanking: &["thank", "commend", "congratulate"],
    reasons: &["as", "at", "during", "for", "in", "on", "that", "to", "under", "which", "who", "with"],
    blaming: &["condemn", "deplore", "denounce"],
    between: &["against", "by", "for", "from", "in", "of", "on", "to"],
    of: &[" of"],
    speakers: &["i", "we"],
    articles: &[" the"],
    genitives: &["'s", "’s"],
    ..StanceVerbs::EMPTY
};

#[rustfmt::skip]
static FIGURES: FigureWords = FigureWords {
    decimal_mark: DecimalMark::Point,
    head: HeadPosition::Last,
    english_names: true,
    cardinals: &[
        ("zero", 0), ("nought", 0), ("naught", 0), ("nil", 0), ("one", 1), ("two", 2),
        ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8),
        ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13),
        ("fourteen", 14), ("fifteen", 15), ("sixteen", 16), ("seventeen", 17), ("eighteen", 18),
        ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fourty", 40),
        ("fifty", 50), ("sixty", 60), ("seventy", 70), ("eighty", 80), ("ninety", 90),
        ("a pair of", 2), ("a pair", 2),
    ],
    scales: &[
        ("hundred", 100), ("thousand", 1_000), ("million", 1_000_000), ("millions", 1_000_000),
        ("billion", 1_000_000_000), ("billions", 1_000_000_000),
        ("trillion", 1_000_000_000_000), ("trillions", 1_000_000_000_000),
        ("quadrillion", 1_000_000_000_000_000), ("lakh", 100_000), ("lakhs", 100_000),
        ("lac", 100_000), ("crore", 10_000_000), ("crores", 10_000_000),
        ("koti", 10_000_000), ("cr", 10_000_000),
        ("dozen", 12), ("dozens", 12), ("doz", 12), ("dozs", 12), ("dz", 12),
    ],
    plenty: &[
        ("dozens", 12), ("scores of", 20), ("tens", 10), ("hundreds", 100), ("hundred thousands", 100_000),
        ("thousands", 1_000), ("millions", 1_000_000), ("billions", 1_000_000_000),
        ("trillions", 1_000_000_000_000),
    ],
    vague: &[
        ("several", 3, 9), ("a few", 2, 6), ("some few", 2, 6), ("a couple of", 2, 3),
        ("a couple", 2, 3), ("a handful of", 2, 6),
    ],
    ordinals: &[
        ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6),
        ("seventh", 7), ("eighth", 8), ("ninth", 9), ("tenth", 10), ("eleventh", 11),
        ("twelfth", 12), ("thirteenth", 13), ("fourteenth", 14), ("fifteenth", 15),
        ("sixteenth", 16), ("seventeenth", 17), ("eighteenth", 18), ("nineteenth", 19),
        ("twentieth", 20), ("thirtieth", 30), ("fortieth", 40), ("fiftieth", 50),
        ("sixtieth", 60), ("seventieth", 70), ("eightieth", 80), ("ninetieth", 90),
        ("hundredth", 100), ("thousandth", 1_000), ("millionth", 1_000_000),
        ("billionth", 1_000_000_000), ("trillionth", 1_000_000_000_000),
    ],
    parts: &[
        ("half", 2), ("halves", 2), ("thirds", 3), ("quarter", 4), ("quarters", 4),
        ("fourths", 4), ("fifths", 5), ("sixths", 6), ("sevenths", 7), ("eighths", 8),
        ("ninths", 9), ("tenths", 10), ("elevenths", 11), ("twelfths", 12), ("firsts", 1),
        ("fifteenths", 15), ("sixteenths", 16), ("twentieths", 20), ("thirtieths", 30),
        ("hundredths", 100), ("thousandths", 1_000), ("millionths", 1_000_000),
        ("billionths", 1_000_000_000), ("trillionths", 1_000_000_000_000),
    ],
    suffixes: &[
        Suffix { word: "k", value: 1_000, when: When::Always },
        Suffix { word: "K", value: 1_000, when: When::Glued },
        Suffix { word: "M", value: 1_000_000, when: When::Always },
        Suffix { word: "m", value: 1_000_000, when: When::Money },
        Suffix { word: "mn", value: 1_000_000, when: When::Always },
        Suffix { word: "mln", value: 1_000_000, when: When::Always },
        Suffix { word: "mil", value: 1_000_000, when: When::Always },
        Suffix { word: "mio", value: 1_000_000, when: When::Always },
        Suffix { word: "bn", value: 1_000_000_000, when: When::Always },
        Suffix { word: "bln", value: 1_000_000_000, when: When::Always },
        Suffix { word: "b", value: 1_000_000_000, when: When::Glued },
        Suffix { word: "B", value: 1_000_000_000, when: When::Glued },
        Suffix { word: "G", value: 1_000_000_000, when: When::Money },
        Suffix { word: "tn", value: 1_000_000_000_000, when: When::Always },
        Suffix { word: "tln", value: 1_000_000_000_000, when: When::Always },
        Suffix { word: "trn", value: 1_000_000_000_000, when: When::Always },
        Suffix { word: "T", value: 1_000_000_000_000, when: When::Money },
        Suffix { word: "cr", value: 10_000_000, when: When::Always },
    ],
    grammar: &[
        (Grammar::Article, "a|an"),
        (Grammar::The, "the"),
        (Grammar::And, "and|&"),
        (Grammar::Or, "or"),
        (Grammar::To, "to|through|up to"),
        (Grammar::At, "at"),
        (Grammar::For, "for"),
        (Grammar::Between, "between"),
        (Grammar::From, "from"),
        (Grammar::Of, "of"),
        (Grammar::In, "in"),
        (Grammar::OutOf, "out of|out of every|out of the|out of all|of the|of our|of its|of their|of these|\
            of those|of my|of his|of her|in every"),
        (Grammar::By, "by"),
        (Grammar::Per, "per"),
        (Grammar::Each, "a|an|each|every"),
        (Grammar::Point, "point"),
        (Grammar::Minus, "minus|negative"),
        (Grammar::Over, "over"),
        (Grammar::Up, "up"),
        (Grammar::Ranging, "range|ranges|ranged|ranging|vary|varies|varied|varying"),
        (Grammar::On, "on"),
        (Grammar::ScaleOf, "scale"),
        (Grammar::Been, "was|were|has been|have been|had been"),
        (Grammar::No, "no|not a single"),
        (Grammar::NoneOf, "none"),
        (Grammar::There, "there"),
        (Grammar::Percent, "%|percent|per cent|percents|pct|pct.|p.c.|pc|％|percentage|per-cent"),
        (Grammar::PercentagePoint, "percentage point|percentage points|percent point|percent points|per cent points|pp|\
            ppts|% points|percentage-point"),
        (Grammar::BasisPoint, "basis point|basis points|bps|bp|basis-point"),
        (Grammar::Square, "square|sq|sq."),
        (Grammar::Cubic, "cubic|cu|cu."),
        (Grammar::Weekday, "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tue|Tues|Wed|Thu|Thurs|\
            Fri"),
        (Grammar::Stage, "early|early in|mid|mid-|the middle of|middle of|late|late in|the end of|end of|\
            the beginning of|beginning of|the start of|start of|the year|year|the years|years|\
            the fiscal year|fiscal year|fiscal|FY|financial year|the course of"),
        (Grammar::Fiscal, "fiscal|fiscal year|the fiscal year|financial year|FY"),
        (Grammar::Season, "spring|summer|autumn|fall|winter"),
        (Grammar::YearEnd, "year-end|year end|year's end|the year's end"),
        (Grammar::Circa, "circa|ca.|c."),
        (Grammar::BeforeEra, "BC|B.C.|BCE|B.C.E.|before Christ"),
        (Grammar::Era, "AD|A.D.|CE|C.E.|anno Domini"),
        (Grammar::Such, "such"),
        (Grammar::Rank, "top|bottom|big|final"),
        (Grammar::Alone, "alone"),
        (Grammar::Own, "own"),
        (Grammar::This, "this|that|each|every"),
        (Grammar::LevelOf, "level|levels|baseline|baselines|prices|terms"),
        (Grammar::Quarter, "quarter|Q"),
        (Grammar::Semester, "half|H"),
        (Grammar::Since, "since|starting in|from|as from|starting from|beginning in|with effect from|\
            effective"),
        (Grammar::Until, "until|till|up to|through|no later than|not later than|at the latest by|latest by"),
        (Grammar::Before, "before|prior to|earlier than"),
        (Grammar::After, "after|later than|following|beyond"),
        (Grammar::Past, "over the past|over the last|in the past|in the last|during the past|during the last|\
            for the past|for the last|within the past|within the last|past|last|\
            throughout the last|throughout the past"),
        (Grammar::Ago, "ago|earlier|later|before|previously|prior|old"),
        (Grammar::Old, "old|of age"),
        (Grammar::Size, "thick|wide|long|tall|high|deep|across"),
        (Grammar::Aged, "aged|the age of|the ages of|age|ages|an age of|he is|he was|she is|she was|he will be|\
            she will be|he turned|she turned|who turned"),
        (Grammar::Whole, "consecutive|successive|full|whole|calendar|financial|fiscal|working|business|more|further|additional|\
            straight|solid|long|short"),
        (Grammar::OfThem, "of them|of these|of those|of whom|of which"),
        (Grammar::SameTime, "in the same period|over the same period|during the same period|in that period|\
            in this period|during this period|during that period|over this period|over that period|\
            in the same year|in that year|that same year|in the same time|over the same time|in that time|\
            during that time"),
        (Grammar::Not, "not|never|nor|neither|denies|denied|deny"),
        (Grammar::Times, "times|fold|-fold|x"),
        (Grammar::Clock, "a.m.|p.m.|am|pm|a.m|p.m|o'clock|o’clock|hours GMT|GMT|EDT|EST|UTC"),
    ],
    negators: "not|never|nor|n't|didn't|doesn't|hasn't|haven't|hadn't|cannot|won't",
    hedges: hedges::HEDGES,
    ordinal_endings: "st|nd|rd|th",
    ratios: "ratio|ratios|scale|odds|proportion|proportions",
    climbs: "edge|edged|edges|edging|inch|inched|inches|inching|tick|ticked|ticks|ticking|pick|picked|picks|picking|\
            creep|crept|creeps|creeping|climb|climbed|climbs|climbing|move|moved|moves|moving|went|gone|goes|going|\
            brought|brings|bringing|nudged|nudges|drifted|drifts|crawled|shot|pushed|bumped|stepped",
    lasting: "last|lasts|lasted|lasting|take|takes|took|taken|taking|spend|spends|spent|spending|wait|waits|waited|\
            waiting|live|lives|lived|living|serve|serves|served|serving|need|needs|needed|require|requires|required|\
            endure|endured|survive|survived|continue|continued|stay|stayed|span|spans|spanned|spanning|cover|covers|\
            covered|exceed|exceeded|reach|reached|work|worked|suffer|suffered",
    lifetimes: "life expectancy|expectancy|average age|median age|mean age|age",
    months: &[
        "january|jan|jan.",
        "february|feb|feb.",
        "march|mar|mar.",
        "april|apr|apr.",
        "may",
        "june|jun|jun.",
        "july|jul|jul.",
        "august|aug|aug.",
        "september|sept|sept.|sep|sep.",
        "october|oct|oct.",
        "november|nov|nov.",
        "december|dec|dec.",
    ],
    labels: "article|articles|art|art.|resolution|resolutions|res.|paragraph|paragraphs|para|\
            para.|paras|paras.|subparagraph|section|sections|sect.|chapter|chapters|annex|\
            annexes|appendix|rule|rules|page|pages|p.|pp.|no.|nos.|number|nos|nrs|nrs.|\
            agenda item|item|items|protocol|protocols|decision|decisions|document|clause|\
            clauses|target|goal|goals|SDG|SDGs|pillar|table|figure|box|chart|note|footnote|\
            action|category|categories|stage|room|tel|tel.|telephone|phone|fax|ext.|highway|\
            route|road|exit|flight|channel|version|type|model|class|formula|part|level|phase|\
            tier|page no.|case no.|decree|order no.|law no.|step|option|principle|\
            recommendation|grade|gate|COP|§|§§",
    series: "figure|phase|stage|day|week|month|year|hour|series|season|episode|volume|vol.|issue|book|act|scene|verse|stanza|line|\
            row|column|block|lot|plot|sheet|slide|plate|panel|frame|fig.|figs.|eq.|equation|hypothesis|theorem|\
            example|exercise|problem|question|experiment|trial|sample|cohort|scenario|variant|round|lap|game|\
            heat|player|lane|track|platform|terminal|runway|pad|pier|berth|hangar|unit|reactor|engine|zone|ward|\
            area|district|sector|site|station|precinct|cell|bay|bed|locker|slot|layer|band|quadrant|wave|batch|generation|factor|test",
    titles: "report|bulletin|communiqué|communique|circular|notice|letter|memo|memorandum|minutes|order|act|bill|\
            law|directive|regulation|recommendation|declaration|amendment|addendum|corrigendum|release|issue|ref|\
            ref.|reference|id",
    gatherings: "Meeting|Session|Conference|Assembly|Summit|Congress|Forum|Symposium|Council",
    anaphors: Anaphors {
        demonstratives: &["this", "these", "such"],
        nouns: &[
            "measure", "proposal", "initiative", "scheme", "programme", "program", "project", "plan",
            "step", "move", "decision", "action", "effort", "policy", "reform", "arrangement",
            "change", "concession", "relief", "exercise", "approach", "package", "investment",
            "provision", "amount", "sum", "figure", "number", "rate", "share", "increase",
            "decrease", "rise", "fall", "reduction", "growth", "result", "activity", "operation",
            "campaign", "facility", "event", "case", "issue", "problem", "trend", "development",
        ],
        openings: &[("this", "will"), ("this", "would"), ("this", "is"), ("this", "was"), ("this", "has"), ("this", "represents"), ("this", "means"), ("it", "will"), ("it", "would"), ("they", "will"), ("they", "have"), ("these", "will"), ("these", "are")],
        results: (&["the"], &["cost", "loss", "saving", "savings", "expense", "outlay", "benefit"]),
    },
    shells: "example|instance|thing|way|reason|aspect|respect|sense|case in point|regard|matter|fact|idea|\
            option|possibility|explanation|question|lesson|illustration|exception|caveat|hope|wish",
    groups: "Group of",
    roles: &[
        (FigureRole::Increment, "another|an additional|additional|a further|further|an extra|extra|some additional"),
        (FigureRole::Total, "a total of|total of|in total|in all|altogether|totalling|totaling|a combined|\
            combined|an overall|overall|a cumulative|cumulative|totals|total"),
        (FigureRole::Average, "an average of|average of|on average|averaging|averaged|averages|a mean of|\
            a median of|average"),
        (FigureRole::OfWhich, "of which|of whom|including|among them|of them"),
        (FigureRole::Target, "a target of|the target of|a goal of|the goal of|target of|goal of"),
    ],
    other: "other",
    plus: "plus",
    rises: "up|rise|rises|rose|risen|rising|increase|increases|increased|increasing|gain|gains|\
            gained|gaining|grow|grows|grew|grown|growing|climb|climbs|climbed|climbing|jump|\
            jumps|jumped|jumping|surge|surged|surging|soar|soared|soaring|advance|advanced|leap|\
            leapt|higher|edged up|ticked up|rallied|spiked|accelerated|went up|goes up|go up|\
            is up|strengthened|swelled|upward|upwards|widens|widened|widening|surges|soars|advancing|\
            rebounded|rebounding|accelerating|strengthening|spiking|swelling",
    gains: "growth|uptick|hike|expansion",
    losses: "reduction|contraction|downturn|shrinkage",
    falls: "down|fall|falls|fell|fallen|falling|drop|drops|dropped|dropping|decline|declines|\
            declined|declining|decrease|decreases|decreased|decreasing|plunge|plunged|plunging|\
            plummet|plummeted|plummeting|slump|slumped|slid|slide|sliding|sank|sink|shrink|\
            shrank|shrunk|tumble|tumbled|tumbling|dip|dips|dipped|slipped|contracted|edged down|\
            ticked down|went down|eased|retreated|downward|downwards|slows|slowed|slowing|\
            narrows|narrowed|narrowing|shrinks|shrinking|slumping|sinking|dipping|contracting|\
            easing|retreating|slips|slipping|plummets",
    raises: "add|adds|added|adding|boost|boosted|lift|lifts|lifted|lifting|raised|raise|raises|expand|expanded|improve|\
            improved",
    cuts: "lose|loses|lost|losing|reduce|reduced|reducing|lower|lowered|cut|cuts|shed|slashed|\
            trimmed|weakened",
    keeps: "maintain|maintains|maintained|keep|keeps|kept|hold|holds|held|leave|leaves|left|set|sets",
    phrasals: "make|makes|making|made|take|takes|taking|took|taken|set|sets|setting|give|gives|giving|gave|\
            given|bring|brings|bringing|brought|call|calls|calling|called|come|comes|coming|came|cover|\
            covered|draw|draws|drew|drawn|drawing|fill|fills|filled|filling|follow|followed|following|\
            free|frees|freed|freeing|hold|holds|holding|held|keep|keeps|keeping|kept|lay|lays|laid|\
            laying|line|lined|link|linked|look|looks|looked|looking|pick|picks|picked|picking|put|puts|\
            putting|round|rounded|send|sent|show|showed|shows|shut|shutting|sign|signs|signed|signing|\
            soak|split|stand|stands|stood|stock|stocked|sum|sums|summed|sweep|swept|team|teamed|tie|\
            tied|turn|turns|turned|turning|use|uses|used|using|wind|wound|work|worked|write|wrote|\
            written|break|breaks|broke|broken|breaking|boil|boils|boiled|boiling|gun|gunned|shoot|shot|\
            strike|struck|tear|tore|torn|tearing|knock|knocked|burn|burned|burnt|hand|handed|track|\
            tracked|hunt|hunted|blow|blew|blown|blowing|catch|caught|clean|cleaned|dig|dug|\
            gather|gathered|join|joined|lock|locked|own|owned|pass|passed|pull|pulled|sell|sold|serve|\
            served|wake|wash|washed|wrap|wrapped",
    steps: "point|points|place|places|spot|spots|notch|notches|tick|ticks|pip|pips",
    thresholds: "mark|threshold|barrier|milestone|level",
    stops: "anywhere|somewhere|everywhere|nowhere|anyway|altogether|afterwards|thanks|number one|at one point|at one time|one another|one thing|one by one|no one|net zero|net-zero|ground zero|World War One|\
            World War Two|one voice|one accord|one mind|the one hand|at one stroke|on one hand|\
            one humanity|one human family|one humankind|one planet|one Earth|one-size-fits-all|zero tolerance|zero hunger|one China|one-China|-strong|two-State solution|one-State solution|another|re|ve|ll|something|anything|\
            everything|nothing|morning|evening|concerning|regarding|notwithstanding|pending|a|an|the|this|that|these|those|of|in|\
            on|at|by|for|with|from|to|into|onto|over|under|between|among|amid|about|against|\
            during|before|after|since|until|till|through|throughout|across|along|around|behind|\
            beyond|within|without|toward|towards|upon|per|via|near|off|out|up|down|and|or|but|\
            nor|yet|so|as|if|than|because|while|whereas|although|though|unless|when|where|which|\
            who|whom|whose|what|how|why|whether|it|its|they|them|their|he|him|his|she|her|we|us|\
            our|you|your|i|my|me|is|are|was|were|be|been|being|am|has|have|had|having|do|does|\
            did|will|would|shall|should|can|could|may|might|must|not|also|just|only|even|still|\
            already|now|then|there|here|thus|hence|therefore|however|more|most|less|least|too|\
            very|much|each|every|both|either|neither|all|any|some|such|no|yes|ago|later|earlier|\
            away|back|together|respectively|alone|apart|including|excluding|according|due|\
            compared|versus|vs|plus|minus|said|says|say|s|t|can't|never|ever|again|once|twice|\
            first|last|next|today|yesterday|tomorrow|worldwide|abroad|annually|like|nearly|almost|because|except|despite|instead|rather|following|\
            ranging|totalling|come|came|comes|go|goes|went|make|makes|made|take|takes|took|get|\
            gets|got|see|saw|seen|give|gave|given|show|shows|need|needs|want|wants|become|\
            became|remain|remains|seem|seems|per|old|long|wide|tall|high|deep|thick|north|south|\
            east|west|apiece|let|lets|put|puts|set|run|runs|ran|wore|costs|cost|cannot|am|pm|whilst|\
            onwards|upwards|left|ended|lay|lie|won|lost|lose|loses|sold|built|died|dead|die|dies",
    level_verbs: &[
        "be", "become", "remain", "stay", "stand", "reach", "total", "amount", "equal", "average", "hit",
        "have", "see", "come", "keep", "set", "maintain", "exceed", "represent", "constitute",
    ],
    share_verbs: &["account for", "comprise", "form", "make up", "represent", "take up"],
    superlatives: &["est"],
    unit_openers: &["in "],
    // The longest first; *action* is no act of *acting*.
    act_endings: &[("ations", 4), ("ation", 4), ("ments", 4), ("ment", 4), ("tions", 4), ("tion", 4), ("ing", 3), ("ion", 4), ("ed", 3), ("es", 3), ("s", 3), ("e", 3)],
    auxiliaries: "was|were|is|are|be|been|being|has been|have been|had been|will be|has|have|had|\
            would be|could be|may be|might be|should be|are being|were being|got|had to be",
    verbs: "found|laid|lost|spent|paid|made|met|held|built|sent|given|taken|shown|sold|\
            bought|won|led|brought|fought|hurt|died|drawn|driven|grown|fallen|risen|begun|borne|freed|fled|dealt|received",
    participle_endings: &["ed", "ing"],
    participles: &[
        ("building", "built"), ("finding", "found"), ("laying", "laid"), ("losing", "lost"),
        ("spending", "spent"), ("paying", "paid"), ("making", "made"), ("meeting", "met"),
        ("holding", "held"), ("sending", "sent"), ("giving", "given"), ("taking", "taken"),
        ("gave", "given"), ("took", "taken"), ("showing", "shown"), ("showed", "shown"),
        ("selling", "sold"), ("buying", "bought"), ("winning", "won"), ("leading", "led"),
        ("bringing", "brought"), ("fighting", "fought"), ("dying", "died"), ("drawing", "drawn"),
        ("drew", "drawn"), ("growing", "grown"), ("grew", "grown"), ("falling", "fallen"),
        ("fell", "fallen"), ("rising", "risen"), ("rose", "risen"), ("beginning", "begun"),
        ("began", "begun"), ("bearing", "borne"), ("freeing", "freed"), ("fleeing", "fled"),
        ("dealing", "dealt"), ("receiving", "received"), ("carrying", "carried"),
        ("leaving", "left"), ("teaching", "taught"), ("rebuilding", "rebuilt"),
        ("running", "run"), ("ran", "run"), ("setting", "set"), ("putting", "put"),
        ("cutting", "cut"), ("hitting", "hit"), ("winning", "won"), ("keeping", "kept"),
        ("seeking", "sought"), ("standing", "stood"), ("telling", "told"),
        ("becoming", "become"), ("coming", "come"), ("driving", "driven"),
    ],
    verb_endings: &[("fying", "fied"), ("plying", "plied"), ("ing", "ed")],
    adverb_endings: &["ly", "also", "further", "only", "now"],
    adjective_endings: &["ous", "ful", "less", "able", "ible", "ical", "onal", "ural", "ial", "ual", "ive", "ish", "ern", "est", "ic", "ant"],
    claims: "claims|claimed|claim|alleges|alleged|allege|asserts|asserted|purports",
    sums: "amount|amounts|sum|total|value|level|pace|rate|ratio|equivalent|range|figure|maximum|minimum|average|low|high|above|below",
    streets: "Street|St|St.|Road|Rd|Rd.|Avenue|Ave|Ave.|Lane|Drive|Way|Boulevard|Blvd|Place|Square|Court|\
            Terrace|Crescent|Highway|Row|Plaza|Parkway|Embankment|Quay|Gardens",
    owners: "his|her|their|my|our|your|its",
    pronouns: "us|them|it|him|me|you|this|that|these|those|how|what|why|whether|each|every|all|both|some|any|\
            another|either|neither|nobody|everybody|everyone|anyone|nothing|everything|anything",
    crowds: "people|users|jobs|homes|houses|households|customers|visitors|viewers|readers|children|women|men|\
            passengers|workers|voters|residents|students|pupils|patients|tourists|refugees|inhabitants|\
            subscribers|members|citizens|followers|families|births|deaths|cases|doses|units|copies|shares|\
            barrels|tonnes|tons|hectares|acres|litres|downloads|views|vehicles|cars|displaced",
    levels: "above|below|beneath|past",
    settings: "in|on|at|for|by|among|during|across|within|since|last|this|next|elsewhere|today|yesterday|\
            a year ago|a year earlier|a year before|a month ago|a month earlier|a week ago|a week earlier|\
            a decade ago|a decade earlier",
    comparisons: "against|following|compared with|compared to|in comparison with|versus|vs|vs.|unchanged from|as against|as opposed to",
    contrasts: &[
        &["surplus|surpluses", "deficit|deficits"],
        &["import|imports", "export|exports"],
        &["revenue|revenues|receipt|receipts|income|earnings", "expenditure|expenditures|spending"],
        &["asset|assets", "liability|liabilities"],
        &["birth|births", "death|deaths"],
        &["boy|boys", "girl|girls"],
        &["man|men|male|males", "woman|women|female|females"],
        &["adult|adults", "child|children"],
        &["urban", "rural"],
        &["public", "private"],
        &["domestic|internal", "foreign|external|overseas|international"],
        &["profit|profits", "loss|losses"],
        &["inflow|inflows", "outflow|outflows"],
        &["arrival|arrivals", "departure|departures"],
        &["employment|employed", "unemployment|unemployed"],
        &["supply", "demand"],
        &["corporate", "personal"],
        &["direct", "indirect"],
        &["north|northern", "south|southern", "east|eastern", "west|western"],
        &["primary", "secondary", "tertiary"],
        &["minimum|lowest", "maximum|highest"],
        &["gross", "net"],
        &["headline", "core|underlying"],
        &["civilian|civilians", "military|soldier|soldiers"],
        &["creditor|creditors|lender|lenders", "debtor|debtors|borrower|borrowers"],
        &["buyer|buyers", "seller|sellers"],
        &["goods", "services"],
    ],
    higher: "higher than|more than|greater than|larger than|bigger than|better than|longer than",
    lower: "lower than|less than|fewer than|smaller than|shorter than|short of",
    exceeds: "exceed|exceeds|exceeded|exceeding|surpass|surpasses|surpassed|outpaced|overshot|\
              outstripped",
    degrees: "very|most|less|least|such|highly|extremely",
    extras: "more|fewer",
    turns: "next|another|other|following",
    effects: "with effect from|effective from|effective as of|effective|as from|starting|starting from|starting in|\
        beginning|beginning in|commencing",
    dues: "deadline|deadlines|due date|target date|expire|expires|expiring|expiry|expiration|lapse|lapses|due on|due in|fall due|falls due|\
        enter into force|enters into force|entry into force|come into force|comes into force|take effect|takes effect",
    deictic_steps: ["this|the current", "last|the previous", "next|the coming"],
    respectively: "respectively",
    negations: "not|never|n't|n’t|no longer|nor|hardly",
    places: "territory|territories|region|regions|district|districts|province|provinces|country|\
            countries|area|areas|zone|zones|village|villages|city|cities|sector|sectors|world",
    according: "according to|as reported by|as claimed by|as stated by",
    money: "cost|costs|costing|worth|price|prices|priced|pay|pays|paid|paying|payment|payments|fee|fees|\
            fine|fines|fined|salary|salaries|wage|wages|earn|earns|earned|earning|spend|spends|spent|\
            spending|invest|invests|invested|investment|investments|debt|debts|loan|loans|loaned|tax|\
            taxes|budget|budgets|funding|funds|fund|grant|grants|revenue|revenues|sales|profit|profits|\
            savings|money|cash|aid|assets|capital|income|bill|bills|rent|donated|donation|\
            donations|donate|pledged|compensation|subsidies|subsidy|taxpayers|taxpayer|public",
    bearers: "dozen|bottle|case|box|pack|packet|glass|night|game|meal|room|bag|pair|piece|dose|vial|visit|\
            plate|pupil|patient|inhabitant|worker|family|country|share|head|person|unit|piece|ton|seat|vote|ticket|copy|household|child|student|\
            bushel|capita",
    plurals: plurals::PLURALS,
    plural_endings: plurals::ENDINGS,
    ..FigureWords::EMPTY
};
