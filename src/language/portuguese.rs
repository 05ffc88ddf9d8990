//! Portuguese.
//!
//! The order of the verbs of obligation and intention is that of C. Cunha and L. Cintra,
//! *Nova Gramática do Português Contemporâneo*, 1984, chapter 13; the future tense
//! commits as *will* does. The parser gives no base forms, so lists hold first letters.

use super::figures::{Composition, DecimalMark, FigureWords, HeadPosition, Suffix, When};
use super::grammar::Grammar;
use super::hedge::{
    ABOUT, ALMOST, AT_LEAST, AT_MOST, EXACT, JUST_OVER, LESS_THAN, MORE_THAN, OR_LESS, OR_MORE,
    OR_SO,
};
use super::ladder::{Form, Ladder, Rung, appeal, duty, outlook, rung};
use super::parser::ParserWords;
use super::promises::PromiseWords;
use super::sentences::SentenceWords;
use super::stance::StanceVerbs;
use super::statement::StatementWords;
use super::{Pack, Writing};
use crate::model::{FigureRole, Language, Strength};

pub(super) static PACK: Pack = Pack {
    language: Language::Portuguese,
    guess_code: "por",
    writing: Writing::LeftToRight,
    has_own_script: false,
    statement: &STATEMENT,
    sentences: &SENTENCES,
    parser: &PARSER,
    figures: &FIGURES,
    promises: Some(&PROMISES),
    stances: &STANCES,
};

#[rustfmt::skip]
static STATEMENT: StatementWords = StatementWords {
    salutations: &[
        "senhor presidente", "senhora presidente", "senhora presidenta", "senhor secretário",
        "senhoras e senhores", "excelênci", "ilustres", "distint", "caros ", "caras ", "prezad",
    ],
    weak_salutations: &["senhor", "senhora", "e "],
    clause_words: &["é", "são", "permita"],
    thanks: &["muito obrigad", "obrigad"],
    ornaments: &["verificar no ato da leitura", "verificar contra leitura", "tradução não oficial"],
    letterheads: &["declaração", "intervenção", "missão permanente"],
    continuing: &["o", "os", "as", "do", "da", "dos", "das", "e", "em", "na", "no", "um", "uma", "com"],
    delivered_by: &["proferida por", "proferido por", "declaração de", "intervenção de"],
    on_behalf: &["em nome de"],
    speaks_for: &["declaração de", "missão permanente de", "delegação de"],
    titles: &["sr ", "sra ", "embaixador"],
    meetings: &["reunião", "conferência", "assembleia", "conselho"],
    sessions: &["sessão"],
    presiding: &["senhor ", "senhora "],
    before_whom: &[" perante "],
    date_words: &["de", "em"],
    day_endings: &["º", "ª"],
    date_links: &["de", "do"],
    page_words: &["página", "pág", "de"],
    small_words: &[
        "com", "da", "das", "de", "do", "dos", "em", "o", "os", "para", "por", "que", "um", "uma",
    ],
    ..StatementWords::EMPTY
};

#[rustfmt::skip]
static SENTENCES: SentenceWords = SentenceWords {
    never_last: &[
        "sr", "sra", "srs", "sras", "dr", "dra", "d", "exmo", "exma", "v.exa", "s.exa", "s.e", "gen", "cel", "prof",
        "profa", "eng", "p.ex", "cf", "aprox", "sto", "sta", "av",
    ],
    before_number: &[
        "art", "arts", "par", "núm", "n", "nº", "no", "pág", "págs", "p", "pp", "vol", "cap", "res", "fig", "tel",
    ],
    perhaps_last: &["eua", "ltda", "cia", "etc"],
    openers: &["O", "Os", "Nós", "No", "Na"],
    ..SentenceWords::EMPTY
};

#[rustfmt::skip]
static PARSER: ParserWords = ParserWords {
    model: Some(include_bytes!("../parse/models/pt.bin")),
    abbreviations: &["art", "av", "cia", "dr", "dra", "ed", "eng", "etc", "jr", "pág", "prof", "sr", "sra", "tel"],
    before_numbers: &["art", "fig", "no", "núm", "p", "pp", "vol"],
    spaces_thousands: true,
    relatives: &["que"],
    ..ParserWords::EMPTY
};

#[rustfmt::skip]
static STANCES: StanceVerbs = StanceVerbs {
    blaming: &["condenamos", "denunciamos", "deploramos"],
    doing: &["pela", "pelas", "pelo", "pelos", "por"],
    against: &["contra"],
    of: &[" da", " de", " do"],
    ..StanceVerbs::EMPTY
};

#[rustfmt::skip]
static FIGURES: FigureWords = FigureWords {
    decimal_mark: DecimalMark::Comma,
    composition: Composition::TensAndUnits,
    head: HeadPosition::First,
    cardinals: &[
        ("zero", 0), ("um", 1), ("uma", 1), ("dois", 2), ("duas", 2), ("três", 3), ("tres", 3), ("quatro", 4), ("cinco", 5), ("seis", 6),
        ("sete", 7), ("oito", 8), ("nove", 9), ("dez", 10), ("onze", 11), ("doze", 12), ("treze", 13), ("catorze", 14), ("quatorze", 14),
        ("quinze", 15), ("dezesseis", 16), ("dezasseis", 16), ("dezessete", 17), ("dezassete", 17), ("dezoito", 18), ("dezenove", 19), ("dezanove", 19),
        ("vinte", 20), ("trinta", 30), ("quarenta", 40), ("cinquenta", 50), ("cincoenta", 50), ("sessenta", 60), ("setenta", 70), ("oitenta", 80), ("noventa", 90),
        ("cem", 100), ("cento", 100), ("duzentos", 200), ("duzentas", 200), ("trezentos", 300), ("trezentas", 300), ("quatrocentos", 400), ("quatrocentas", 400),
        ("quinhentos", 500), ("quinhentas", 500), ("seiscentos", 600), ("seiscentas", 600), ("setecentos", 700), ("setecentas", 700),
        ("oitocentos", 800), ("oitocentas", 800), ("novecentos", 900), ("novecentas", 900),
    ],
    scales: &[
        ("mil", 1_000), ("milhão", 1_000_000), ("milhões", 1_000_000), ("mi", 1_000_000), ("bilhão", 1_000_000_000), ("bilhões", 1_000_000_000), ("bilião", 1_000_000_000_000), ("biliões", 1_000_000_000_000),
        ("bi", 1_000_000_000), ("trilhão", 1_000_000_000_000), ("trilhões", 1_000_000_000_000), ("quatrilhão", 1_000_000_000_000_000), ("quatrilhões", 1_000_000_000_000_000), ("dúzia", 12), ("dúzias", 12),
    ],
    plenty: &[("dezenas", 10), ("dúzias de", 12), ("centenas", 100), ("milhares", 1_000)],
    vague: &[("vários", 3, 9), ("várias", 3, 9), ("alguns", 2, 6), ("algumas", 2, 6), ("pares de", 2, 2), ("um par de", 2, 2), ("uma dezena", 8, 12), ("uma vintena", 15, 25), ("uma centena", 50, 150), ("um milhar", 500, 1_500)],
    ordinals: &[
        ("primeiro", 1), ("primeira", 1), ("segunda", 2), ("segundo", 2), ("terceiro", 3), ("terceira", 3), ("quarto", 4), ("quarta", 4), ("quinto", 5), ("quinta", 5),
        ("sexto", 6), ("sexta", 6), ("sétimo", 7), ("sétima", 7), ("oitavo", 8), ("oitava", 8), ("nono", 9), ("nona", 9), ("décimo", 10), ("décima", 10),
        ("décimo primeiro", 11), ("décima primeira", 11), ("décimo segundo", 12), ("décima segunda", 12), ("décimo terceiro", 13), ("décima terceira", 13), ("décimo quarto", 14), ("décima quarta", 14),
        ("décimo quinto", 15), ("décima quinta", 15), ("décimo sexto", 16), ("décima sexta", 16), ("décimo sétimo", 17), ("décima sétima", 17), ("décimo oitavo", 18), ("décima oitava", 18), ("décimo nono", 19), ("décima nona", 19),
        ("vigésimo", 20), ("vigésima", 20), ("trigésimo", 30), ("trigésima", 30), ("quadragésimo", 40), ("quadragésima", 40), ("quinquagésimo", 50), ("quinquagésima", 50),
        ("sexagésimo", 60), ("sexagésima", 60), ("septuagésimo", 70), ("septuagésima", 70), ("octogésimo", 80), ("octogésima", 80), ("nonagésimo", 90), ("nonagésima", 90),
        ("centésimo", 100), ("centésima", 100), ("milésimo", 1_000), ("milésima", 1_000), ("milionésimo", 1_000_000), ("milionésima", 1_000_000), ("bilionésimo", 1_000_000_000),
    ],
    parts: &[
        ("metade", 2), ("a metade", 2), ("meio", 2), ("meia", 2), ("meios", 2), ("terço", 3), ("terços", 3), ("terça parte", 3), ("quarta parte", 4), ("quinta parte", 5), ("décima parte", 10), ("quartos", 4), ("quintos", 5), ("sextos", 6), ("sétimos", 7),
        ("oitavos", 8), ("nonos", 9), ("décimos", 10), ("onze avos", 11), ("doze avos", 12), ("quinze avos", 15), ("dezesseis avos", 16), ("vinte avos", 20), ("vinte e um avos", 21), ("vinte e cinco avos", 25), ("trinta avos", 30), ("quarenta avos", 40), ("cinquenta avos", 50), ("cento e cinco avos", 105),
        ("centésimos", 100), ("milésimos", 1_000), ("milionésimos", 1_000_000),
    ],
    ordinal_endings: "º|ª|o|a|os|as",
    suffixes: &[
        Suffix { word: "k", value: 1_000, when: When::Always },
        Suffix { word: "K", value: 1_000, when: When::Always },
        Suffix { word: "M", value: 1_000_000, when: When::Always },
        Suffix { word: "mi", value: 1_000_000, when: When::Always },
        Suffix { word: "bi", value: 1_000_000_000, when: When::Always },
        Suffix { word: "G", value: 1_000_000_000, when: When::Glued },
    ],
    grammar: &[
        (Grammar::Article, "um|uma"),
        (Grammar::The, "o|a|os|as|do|da"),
        (Grammar::And, "e|&"),
        (Grammar::With, "com"),
        (Grammar::Or, "ou"),
        (Grammar::Toward, "para|para o|para os"),
        (Grammar::To, "a|à|ao|até|até o|até os|ateh"),
        (Grammar::Between, "entre|entre o|entre a|entre os|entre as"),
        (Grammar::From, "de|do|da|desde|a partir de"),
        (Grammar::Of, "de|do|da|dos|das"),
        (Grammar::In, "em|no|na|nos|nas"),
        (Grammar::OutOf, "em cada|de cada|das|dos|de um total de"),
        (Grammar::Difference, "em|em um|de|um"),
        (Grammar::By, "até|até o final de|até o fim de|o mais tardar em"),
        (Grammar::Per, "por"),
        (Grammar::Each, "por|a cada|cada|ao"),
        (Grammar::Point, "vírgula|ponto"),
        (Grammar::Over, "sobre"),
        (Grammar::Minus, "menos|negativo|negativa"),
        (Grammar::Percent, "%|％|por cento|porcento|percento|pct"),
        (Grammar::PercentagePoint, "ponto percentual|pontos percentuais|pp|p.p.|ponto de percentagem|pontos de percentagem"),
        (Grammar::BasisPoint, "ponto-base|pontos-base|ponto base|pontos base"),
        (Grammar::AndHalf, "e meio|e meia"),
        (Grammar::Whole, "primeiros|primeiras|últimos|últimas|próximos|próximas|seguintes|outros|outras|mesmos|mesmas|longos|longas|novos|novas"),
        (Grammar::Square, "quadrado|quadrados|quadrada|quadradas"),
        (Grammar::Cubic, "cúbico|cúbicos"),
        (Grammar::Weekday, "segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado|domingo"),
        (Grammar::BeforeEra, "a.C.|a. C.|antes de Cristo"),
        (Grammar::Era, "d.C.|d. C.|depois de Cristo"),
        (Grammar::Circa, "circa|ca.|c."),
        (Grammar::Stage, "início de|no início de|meados de|em meados de|final de|o final de|o final do|no final de|fim de|o fim de|o fim do|o ano de|ano de|o ano|ano|os anos|anos"),
        (Grammar::YearEnd, "fim de ano|final de ano"),
        (Grammar::Quarter, "trimestre|quarto"),
        (Grammar::Semester, "semestre|metade"),
        (Grammar::Decade, "anos|os anos|a década de|década de|década dos"),
        (Grammar::Since, "desde|desde o|a partir de|a partir do"),
        (Grammar::Until, "até|até o"),
        (Grammar::Before, "antes de|antes do"),
        (Grammar::After, "depois de|após|após o"),
        (Grammar::Past, "nos últimos|nas últimas|durante os últimos|ao longo dos últimos|os últimos|últimos|últimas"),
        (Grammar::Not, "não|nunca|nem"),
        (Grammar::OfThem, "deles|delas|dos quais|das quais"),
        (Grammar::Times, "vezes|vez"),
        (Grammar::Clock, "a.m.|p.m.|horas"),
    ],
    negators: "não|nunca|jamais|sem",
    hedges: &[
        (EXACT, "exatamente|exactamente|precisamente|igual a|iguais a|é igual a|só|somente|apenas|unicamente"),
        (ABOUT, "cerca de|uns|umas|aproximadamente|por volta de|em torno de|ao redor de|à volta de|mais ou menos|da ordem de|na ordem de|estima-se em|aprox.|~|≈|de cerca de"),
        (ALMOST, "quase|perto de|praticamente|pouco menos de|um pouco menos de|ligeiramente menos de|ligeiramente inferior a|próximo de|próximo a"),
        (JUST_OVER, "pouco mais de|um pouco mais de|ligeiramente mais de|ligeiramente superior a"),
        (MORE_THAN, "mais de|mais que|mais do que|acima de|superior a|superiores a|maior que|maior do que|maiores que|maior de|maiores do que|excede|excedem|excedendo|excedeu|supera|superam|superou|superando|ultrapassa|ultrapassou|ultrapassando|de mais de|a mais de|mais alto que|mais alta que|para além de|>"),
        (AT_LEAST, "pelo menos|ao menos|no mínimo|não menos de|não menos que|nao menos de|não inferior a|um mínimo de|mínimo de|como mínimo|maior ou igual a|maior ou igual que|maiores ou iguais a|maiores ou iguais que|superior ou igual a|superiores ou iguais a|igual ou superior a|iguais ou superiores a|igual ou maior que|igual ou maior a|igual a ou maior que|de pelo menos|≥|>=|= >"),
        (LESS_THAN, "menos de|menos que|menos do que|abaixo de|inferior a|inferiores a|menor que|menor do que|menores que|menor de|menores do que|de menos de|mais baixo que|mais baixa que|<"),
        (AT_MOST, "no máximo|não mais de|não mais que|nao mais que|não superior a|até|um máximo de|máximo de|como máximo|não excedendo|não excede|não exceda|sem exceder|não ultrapassa|menor ou igual a|menor ou igual que|menores ou iguais a|menores ou iguais que|inferior ou igual a|inferiores ou iguais a|igual ou inferior a|igual ou menor que|igual a ou menor que|no prazo de|num prazo de|dentro de|limitado a|quando muito|≤|<=|= <"),
        (OR_SO, "mais ou menos|aproximadamente"),
        (OR_MORE, "ou mais|ou maior|ou superior|e mais|em diante|no mínimo|como mínimo|pelo menos|ao menos|ou mais de|ou igual|+"),
        (OR_LESS, "ou menos|ou menor|ou inferior|no máximo|como máximo|quando muito"),
    ],
    units: &[
        ("metre", "metro|metros"), ("kilometre", "quilómetro|quilómetros|quilômetro|quilômetros|kilómetro|kilómetros|kilômetro|kilômetros"), ("hectometre", "hectómetro|hectómetros|hectômetro|hectômetros"), ("decimetre", "decímetro|decímetros"),
        ("centimetre", "centímetro|centímetros"), ("millimetre", "milímetro|milímetros"), ("micrometre", "micrómetro|micrómetros|micrômetro|micrômetros"), ("inch", "polegada|polegadas"), ("foot", "pé|pés|pes"), ("yard", "jarda|jardas"),
        ("mile", "milha|milhas"), ("nautical mile", "milha náutica|milhas náuticas|milha marítima|milhas marítimas"), ("hectare", "hectare|hectares"), ("acre", "acre|acres"), ("litre", "litro|litros"), ("millilitre", "mililitro|mililitros"),
        ("centilitre", "centilitro|centilitros"), ("hectolitre", "hectolitro|hectolitros"), ("gallon", "galão|galões"), ("pint", "pinta|pintas|quartilho"), ("barrel", "barril|barris"), ("cup", "xícara|xícaras|chávena|chávenas|copo|copos"), ("tablespoon", "colher de sopa|colheres de sopa"), ("teaspoon", "colher de chá|colheres de chá"),
        ("gram", "grama|gramas"), ("kilogram", "quilograma|quilogramas|quilo|quilos|kilograma|kilo|kilos"), ("milligram", "miligrama|miligramas"), ("microgram", "micrograma|microgramas"), ("tonne", "tonelada|toneladas|tonelada métrica|toneladas métricas|t.métrica"),
        ("pound-mass", "libra|libras"), ("ounce", "onça|onças|oncas|oncia"), ("quintal", "quintal|quintais"), ("carat", "quilate|quilates"),
        ("second", "segundo|segundos"), ("minute", "minuto|minutos"), ("hour", "hora|horas"), ("day", "dia|dias"), ("week", "semana|semanas"), ("month", "mês|meses"), ("year", "ano|anos"), ("decade", "década|décadas"), ("century", "século|séculos"), ("year of age", "anos de idade"),
        ("degree Celsius", "grau Celsius|graus Celsius|graus centígrados"), ("degree Fahrenheit", "graus Fahrenheit"), ("degree", "grau|graus"), ("radian", "radiano|radianos"), ("turn", "volta|voltas"),
        ("watt", "watt|watts"), ("kilowatt", "quilowatt|quilowatts|kilowatt|kilowatts"), ("megawatt", "megawatt|megawatts"), ("gigawatt", "gigawatt|gigawatts"), ("kilowatt hour", "quilowatt-hora|quilowatts-hora"), ("joule", "joule|joules"), ("calorie", "caloria|calorias"), ("kilocalorie", "quilocaloria|quilocalorias"),
        ("horsepower", "cavalo-vapor|cavalos-vapor"), ("volt", "volt|volts"), ("ampere", "ampere|amperes"), ("hertz", "hertz"), ("megahertz", "megahertz"), ("byte", "byte|bytes"), ("bit", "bit|bits"), ("kilobyte", "kilobyte|kilobytes|quilobyte|quilobytes"), ("megabyte", "megabyte|megabytes"), ("gigabyte", "gigabyte|gigabytes"),
        ("decibel", "decibel|decibéis"), ("part per million", "partes por milhão"),
    ],
    currencies: &[
        ("dollar", "dólar|dólares|dollar|dollars"), ("USD", "dólar dos Estados Unidos|dólares dos Estados Unidos|dólar americano|dólares americanos|dólar norte-americano|dólares norte-americanos|dólar estadunidense|dólares estadunidenses|dólares dos EUA"), ("EUR", "euro|euros"),
        ("GBP", "libra esterlina|libras esterlinas|libra|libras"), ("CHF", "franco suíço|francos suíços"), ("JPY", "iene|ienes|yen|yenes|iene japonês|ienes japoneses"), ("CNY", "yuan|yuans|iuan|iuans|yuan chinês|yuans chineses|renminbi"), ("CAD", "dólar canadense|dólares canadenses|dólar canadiano|dólares canadianos"),
        ("AUD", "dólar australiano|dólares australianos"), ("NZD", "dólar neozelandês|dólares neozelandeses"), ("HKD", "dólar de Hong Kong|dólares de Hong Kong"), ("SGD", "dólar de Singapura|dólares de Singapura"), ("RUB", "rublo|rublos"), ("AZN", "manat|manats"), ("TRY", "lira turca|liras turcas"),
        ("SEK", "coroa sueca|coroas suecas"), ("NOK", "coroa norueguesa|coroas norueguesas"), ("DKK", "coroa dinamarquesa|coroas dinamarquesas"), ("INR", "rupia|rupias|rupia indiana|rupias indianas"), ("BRL", "real|reais|real brasileiro|reais brasileiros"), ("MXN", "peso mexicano|pesos mexicanos"),
        ("ARS", "peso argentino|pesos argentinos"), ("CLP", "peso chileno|pesos chilenos"), ("COP", "peso colombiano|pesos colombianos"), ("UYU", "peso uruguaio|pesos uruguaios"), ("peso", "peso|pesos"), ("ILS", "shekel|shekels|siclo|siclos"), ("EGP", "libra egípcia|libras egípcias"), ("riyal", "riyal|riyais|rial saudita"),
        ("dinar", "dinar|dinares"), ("AED", "dirham|dirhams"), ("ZAR", "rand|rands"), ("NGN", "naira|nairas"), ("MZN", "metical|meticais"), ("AOA", "kwanza|kwanzas|cuanza|cuanzas"), ("XOF", "franco CFA|francos CFA"), ("franc", "franco|francos"), ("KRW", "won|wons"), ("mark", "marco|marcos"),
        ("lira", "lira|liras"), ("crown", "coroa|coroas"), ("shilling", "xelim|xelins"), ("cent", "centavo|centavos|cêntimo|cêntimos|cent|cents"), ("penny", "pêni|pênis|péni|pence|penies|penique|peniques|penny"), ("XDR", "direitos de saque especiais"), ("BTC", "bitcoin|bitcoins"),
    ],
    currency_marks: &[("CAD", "cad$"), ("MXN", "mxn$"), ("AUD", "aud$"), ("USD", "U$D|U$S"), ("dollar", "em dólares|em dólar")],
    nouns: &[
        ("person", "pessoa|pessoas|gente"), ("civilian", "civil|civis"), ("child", "criança|crianças"), ("woman", "mulher|mulheres"), ("man", "homem|homens"), ("victim", "vítima|vítimas"), ("survivor", "sobrevivente|sobreviventes"), ("soldier", "soldado|soldados|militar|militares"), ("refugee", "refugiado|refugiados"),
        ("displaced person", "deslocado|deslocados|pessoa deslocada|pessoas deslocadas"), ("mine", "mina|minas"), ("anti-personnel mine", "mina antipessoal|minas antipessoal|minas antipessoais"), ("anti-tank mine", "mina anticarro|minas anticarro|minas antitanque"), ("anti-vehicle mine", "mina antiveículo|minas antiveículo"),
        ("submunition", "submunição|submunições"), ("deminer", "sapador|sapadores"), ("country", "país|países"), ("state", "Estado|Estados"), ("state party", "Estado parte|Estados partes|Estados parte"), ("member state", "Estado-membro|Estados-membros"), ("village", "aldeia|aldeias|vila|vilas"), ("region", "região|regiões"),
        ("district", "distrito|distritos"), ("province", "província|províncias"), ("school", "escola|escolas"), ("hospital", "hospital|hospitais"), ("house", "casa|casas"), ("vehicle", "veículo|veículos"), ("family", "família|famílias"), ("team", "equipa|equipas|equipe|equipes"), ("project", "projeto|projetos|projecto|projectos"),
        ("participant", "participante|participantes"), ("workshop", "seminário|seminários"), ("job", "emprego|empregos"), ("accident", "acidente|acidentes"), ("incident", "incidente|incidentes"), ("prosthesis", "prótese|próteses"),
    ],
    ratios: "rácio|proporção|escala|razão|relação",
    months: &[
        "janeiro|jan|jan.", "fevereiro|fev|fev.", "março|mar.", "abril|abr|abr.", "maio|mai.", "junho|jun|jun.", "julho|jul|jul.", "agosto|ago|ago.", "setembro|set|set.", "outubro|out|out.", "novembro|nov|nov.", "dezembro|dez.",
    ],
    labels: "artigo|artigos|art.|resolução|resoluções|parágrafo|parágrafos|alínea|secção|seção|capítulo|anexo|anexos|página|páginas|pág.|p.|número|n.º|n°|decisão|decisões|protocolo|regra|lei|objetivo|objetivos|etapa|fase|nível|tabela|quadro|figura|parte|medida",
    groups: "Grupo dos|Grupo de|Grupo",
    roles: &[
        (FigureRole::Increment, "outros|outras|adicionais"), (FigureRole::Total, "um total de|total de|no total|ao todo"), (FigureRole::Average, "uma média de|média de|em média"), (FigureRole::OfWhich, "dos quais|das quais|deles|incluindo"), (FigureRole::Target, "uma meta de|a meta de|o objetivo de"),
    ],
    other: "outras",
    rises: "aumentou|aumentado|aumenta|aumentam|aumentaram|aumento|aumentar|cresceu|crescido|cresce|cresceram|crescimento|subiu|subido|subiram|sobe|subida|passou|passado|alta|incremento|ascendeu",
    falls: "diminuiu|diminuído|diminuíram|diminuição|desceu|descido|descida|baixou|baixado|baixa|caiu|caíram|caído|queda|reduziu|reduzido|redução|recuou",
    raises: "elevou|ampliou|aumentar",
    cuts: "cortou|reduzir|reduziu",
    finite_endings: &["aram", "eram", "iram"],
    settings: "em|no|na|nos|nas|para|durante|no ano passado|este ano|neste ano|um ano antes|ontem",
    comparisons: "contra|frente a|ante|em comparação com|comparado com",
    stops: "aqui|o|a|os|as|um|uma|uns|umas|de|do|da|dos|das|ao|aos|à|às|em|no|na|nos|nas|por|pelo|pela|para|com|sem|sobre|entre|até|desde|segundo|durante|após|sob|contra|que|quem|qual|cujo|cuja|e|ou|nem|mas|como|quando|onde|se|é|são|era|eram|foi|foram|será|serão|tem|têm|tinha|há|está|estão|estava|não|já|também|mais|menos|muito|tão|lhe|seu|sua|seus|suas|nosso|nossa|este|esta|estes|estas|esse|essa|cada|todo|toda|todos|todas|outro|outra|outros|outras|último|últimos|última|últimas|próximo|próximos|assim|pois|porque|enquanto|além|antes|depois|ser|ter|vivem",
    auxiliaries: "foi|foram|é|são|era|eram|está|estão|será|serão|tem sido|têm sido|tinha sido|tem|têm|sido",
    verbs: "morto|mortos|morta|mortas|destruiu|destruído|destruídas|destruídos|ferido|feridos|feridas|recebeu|receberam|posto|feito",
    participle_endings: &["ado", "ados", "ada", "adas", "ido", "idos", "ida", "idas"],
    adverb_endings: &["mente"],
    claims: "alega|alegam|afirma|afirmam",
    according: "segundo|de acordo com",
    bearers: "habitante|pessoa|ação|unidade|cabeça|tonelada|hora|dia|mês|ano",
    extras: "primeiros|primeiras|últimos|últimas|próximos|próximas|seguintes|outros|outras|mesmos|mesmas",
    adjectives_agree: true,
    plural_endings: &[("ções", "ção"), ("ões", "ão"), ("ães", "ão"), ("ais", "al"), ("éis", "el"), ("res", "r"), ("zes", "z"), ("ns", "m"), ("s", "")],
    sums: "montante|valor|soma|total|nível|ritmo|taxa|equivalente|ordem|máximo|mínimo|média",
    effects: "com efeito a partir de|a partir de",
    deictic_steps: ["este|esta|neste|nesta|deste|desta|corrente", "", "próximo|próxima|que vem"],
    respectively: "respectivamente",
    negations: "não|nunca|jamais",
    unit_openers: &["em "],
    ..FigureWords::EMPTY
};

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
static PROMISES: PromiseWords = PromiseWords {
    ladder: Ladder::of(LADDER),
    binding: &[],
    speakers: &["nós", "eu"],
    referring: &["ele", "ela"],
    own_endings: &["mos"],
    owners: &["nosso", "nossa", "nossos", "nossas", "meu", "minha"],
    possessives: &["nosso", "nossa", "nossos", "nossas", "meu", "minha", "seu", "sua", "seus", "suas"],
    genitives: &[],
    clitics: &["-se", "-nos"],
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
    is_verb_last: false,
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
