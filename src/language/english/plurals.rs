//! English plurals that no *s* makes, and words that only look like plurals.
//!
//! The irregular nouns are those of the grammars (Quirk et al., *A Comprehensive Grammar
//! of the English Language*, 1985, chapter 5): seven with a changed vowel, three in *en*, the voiced
//! *f*, the zero plurals, and the Latin, Greek and French ones by their endings.

/// Plural and singular that the endings do not cover.
#[rustfmt::skip]
pub(super) const PLURALS: &[(&str, &str)] = &[
    // What is counted by persons.
    ("people", "person"), ("persons", "person"), ("states parties", "state party"),
    // Changed vowels and *en*.
    ("men", "man"), ("women", "woman"), ("feet", "foot"), ("teeth", "tooth"), ("geese", "goose"),
    ("mice", "mouse"), ("lice", "louse"), ("children", "child"), ("oxen", "ox"), ("brethren", "brother"),
    ("grandchildren", "grandchild"), ("schoolchildren", "schoolchild"), ("forefeet", "forefoot"),
    ("dormice", "dormouse"), ("eyeteeth", "eyetooth"),
    // The voiced *f*.
    ("lives", "life"), ("wives", "wife"), ("midwives", "midwife"), ("housewives", "housewife"),
    ("knives", "knife"), ("halves", "half"), ("leaves", "leaf"), ("loaves", "loaf"),
    ("thieves", "thief"), ("wolves", "wolf"), ("calves", "calf"), ("scarves", "scarf"),
    ("hooves", "hoof"), ("shelves", "shelf"), ("elves", "elf"), ("sheaves", "sheaf"),
    ("wharves", "wharf"), ("dwarves", "dwarf"), ("afterlives", "afterlife"), ("penknives", "penknife"),
    // The same in both numbers.
    ("data", "data"), ("media", "media"), ("police", "police"), ("personnel", "personnel"),
    ("staff", "staff"), ("crew", "crew"), ("aircraft", "aircraft"), ("spacecraft", "spacecraft"),
    ("hovercraft", "hovercraft"), ("watercraft", "watercraft"), ("cattle", "cattle"),
    ("sheep", "sheep"), ("fish", "fish"), ("shellfish", "shellfish"), ("starfish", "starfish"),
    ("deer", "deer"), ("reindeer", "reindeer"), ("swine", "swine"), ("bison", "bison"), ("moose", "moose"),
    ("salmon", "salmon"), ("trout", "trout"), ("cod", "cod"), ("squid", "squid"), ("shrimp", "shrimp"),
    ("offspring", "offspring"), ("poultry", "poultry"), ("clergy", "clergy"), ("folk", "folk"),
    ("series", "series"), ("species", "species"), ("headquarters", "headquarters"),
    ("crossroads", "crossroads"), ("barracks", "barracks"), ("gallows", "gallows"), ("means", "means"),
    ("works", "works"), ("corps", "corps"), ("innings", "innings"), ("chassis", "chassis"),
    ("rendezvous", "rendezvous"), ("vermin", "vermin"), ("livestock", "livestock"),
    ("military", "military"), ("infantry", "infantry"), ("cavalry", "cavalry"), ("womenfolk", "womenfolk"),
    // Latin and Greek.
    ("criteria", "criterion"), ("phenomena", "phenomenon"), ("automata", "automaton"),
    ("bacteria", "bacterium"), ("memoranda", "memorandum"), ("referenda", "referendum"),
    ("curricula", "curriculum"), ("strata", "stratum"), ("spectra", "spectrum"), ("errata", "erratum"),
    ("addenda", "addendum"), ("symposia", "symposium"), ("quanta", "quantum"), ("stadia", "stadium"),
    ("consortia", "consortium"), ("aquaria", "aquarium"), ("sanatoria", "sanatorium"), ("ova", "ovum"),
    ("millennia", "millennium"), ("moratoria", "moratorium"), ("schemata", "schema"), ("stigmata", "stigma"),
    ("genera", "genus"), ("corpora", "corpus"), ("opera", "opera"), ("alumni", "alumnus"), ("alumnae", "alumna"),
    ("fungi", "fungus"), ("nuclei", "nucleus"), ("radii", "radius"), ("stimuli", "stimulus"),
    ("cacti", "cactus"), ("foci", "focus"), ("loci", "locus"), ("syllabi", "syllabus"), ("termini", "terminus"),
    ("bacilli", "bacillus"), ("larvae", "larva"), ("algae", "alga"), ("antennae", "antenna"),
    ("formulae", "formula"), ("vertebrae", "vertebra"), ("nebulae", "nebula"), ("supernovae", "supernova"),
    ("indices", "index"), ("matrices", "matrix"), ("vertices", "vertex"), ("appendices", "appendix"),
    ("vortices", "vortex"), ("codices", "codex"), ("apices", "apex"), ("analyses", "analysis"),
    ("crises", "crisis"), ("axes", "axis"), ("oases", "oasis"), ("theses", "thesis"),
    ("hypotheses", "hypothesis"), ("parentheses", "parenthesis"), ("syntheses", "synthesis"),
    ("prostheses", "prosthesis"), ("diagnoses", "diagnosis"), ("prognoses", "prognosis"),
    ("synopses", "synopsis"), ("emphases", "emphasis"), ("metastases", "metastasis"),
    ("paralyses", "paralysis"), ("neuroses", "neurosis"), ("psychoses", "psychosis"),
    // French and Italian.
    ("plateaux", "plateau"), ("bureaux", "bureau"), ("châteaux", "château"), ("chateaux", "chateau"),
    ("tableaux", "tableau"), ("gateaux", "gateau"), ("milieux", "milieu"), ("graffiti", "graffito"),
    ("paparazzi", "paparazzo"), ("carabinieri", "carabiniere"),
    // Coins and dice.
    ("pence", "penny"), ("dice", "die"),
    // An *e* that belongs to the word.
    ("bases", "base"), ("houses", "house"), ("cases", "case"), ("causes", "cause"),
    ("offenses", "offense"), ("licenses", "license"), ("courses", "course"), ("horses", "horse"),
    ("increases", "increase"), ("releases", "release"), ("diseases", "disease"),
    ("purchases", "purchase"), ("phases", "phase"), ("nurses", "nurse"), ("responses", "response"),
    ("expenses", "expense"), ("movies", "movie"), ("cookies", "cookie"), ("caches", "cache"),
    ("sizes", "size"), ("prizes", "prize"), ("shoes", "shoe"), ("canoes", "canoe"), ("toes", "toe"),
    ("foes", "foe"), ("ties", "tie"), ("lies", "lie"), ("pies", "pie"), ("calories", "calorie"),
    ("zombies", "zombie"), ("rookies", "rookie"), ("smoothies", "smoothie"), ("aches", "ache"),
    ("headaches", "headache"), ("axles", "axle"),
    // One in *o* or *us*.
    ("buses", "bus"), ("viruses", "virus"), ("bonuses", "bonus"), ("campuses", "campus"),
    ("censuses", "census"), ("circuses", "circus"), ("statuses", "status"), ("choruses", "chorus"),
    ("gases", "gas"), ("lenses", "lens"), ("potatoes", "potato"),
    ("tomatoes", "tomato"), ("heroes", "hero"), ("vetoes", "veto"), ("echoes", "echo"),
    ("torpedoes", "torpedo"), ("mosquitoes", "mosquito"), ("volcanoes", "volcano"),
    ("cargoes", "cargo"), ("embargoes", "embargo"), ("tornadoes", "tornado"), ("buffaloes", "buffalo"),
    // Peoples in *i*.
    ("somalis", "somali"), ("nepalis", "nepali"), ("saudis", "saudi"), ("kuwaitis", "kuwaiti"),
    ("qataris", "qatari"), ("emiratis", "emirati"), ("israelis", "israeli"), ("pakistanis", "pakistani"),
    ("iraqis", "iraqi"), ("yemenis", "yemeni"), ("omanis", "omani"), ("bahrainis", "bahraini"),
    ("azerbaijanis", "azerbaijani"), ("bangladeshis", "bangladeshi"), ("afghanis", "afghani"),
    ("swahilis", "swahili"), ("taxis", "taxi"), ("alibis", "alibi"), ("safaris", "safari"),
    ("rabbis", "rabbi"), ("skis", "ski"), ("bikinis", "bikini"), ("kiwis", "kiwi"), ("tsunamis", "tsunami"),
];

/// Plural ending, and what replaces it in the singular; the first that fits. What
/// replaces itself is no plural.
#[rustfmt::skip]
pub(super) const ENDINGS: &[(&str, &str)] = &[
    ("ious", "ious"), ("eous", "eous"), ("rous", "rous"), ("ous", "ous"), ("ss", "ss"), ("us", "us"),
    ("is", "is"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("zzes", "zz"),
    // One that ends so: an illness, a lens.
    ("diabetes", "diabetes"), ("rabies", "rabies"), ("measles", "measles"), ("herpes", "herpes"),
    ("bias", "bias"), ("canvas", "canvas"), ("atlas", "atlas"), ("alias", "alias"), ("lens", "lens"),
    ("chaos", "chaos"), ("cosmos", "cosmos"), ("theses", "thesis"), ("gas", "gas"), ("news", "news"), ("yes", "yes"),
    // *gunmen*, *horsewomen*, *grandchildren*; no *specimen*, *omen* or *bitumen*.
    ("women", "woman"), ("specimen", "specimen"), ("regimen", "regimen"), ("omen", "omen"),
    ("umen", "umen"), ("stamen", "stamen"), ("oramen", "oramen"), ("yclamen", "yclamen"),
    ("dolmen", "dolmen"), ("hymen", "hymen"), ("men", "man"), ("children", "child"),
    ("eaux", "eau"), ("ies", "y"), ("s", ""),
];
