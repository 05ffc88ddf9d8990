//! The currencies of ISO 4217 that statements name, with symbols and names.

use rust_decimal::Decimal;

use crate::extract::lexicon::Lexicon;
use crate::extract::passage::{Found, Passage};
use crate::extract::sense::Sense;

/// A currency or one of its coins.
#[derive(Debug)]
pub(in crate::extract) struct Currency {
    /// ISO 4217; empty where the words do not tell which of several it is.
    pub(in crate::extract) code: &'static str,
    /// The unit in the output: the code, or the English singular of the name.
    pub(in crate::extract) unit: &'static str,
    /// English names, singular and plural, parted by `|`.
    names: &'static str,
    /// Symbols and codes, which stand before or after the number, parted by `|`.
    marks: &'static str,
}

impl Currency {
    /// How many of it make one of the currency that a coin belongs to; 1 for a currency.
    pub(in crate::extract) fn coins(&self) -> Decimal {
        match self.unit {
            "cent" | "penny" | "sen" | "kopeck" | "fen" => Decimal::ONE_HUNDRED,
            "jiao" => Decimal::TEN,
            _ => Decimal::ONE,
        }
    }

    /// The smaller coin that it is made of, where it is a coin itself.
    pub(in crate::extract) fn parted_into(&self) -> Option<&'static str> {
        (self.unit == "jiao").then_some("fen")
    }
}

const fn money(code: &'static str, names: &'static str, marks: &'static str) -> Currency {
    Currency {
        code,
        unit: code,
        names,
        marks,
    }
}

const fn vague(unit: &'static str, names: &'static str, marks: &'static str) -> Currency {
    Currency {
        code: "",
        unit,
        names,
        marks,
    }
}

const CURRENCIES: &[Currency] = &[
    vague("dollar", "dollar|dollars|buck|bucks", "$|＄"),
    money(
        "USD",
        "usd|US dollar|US dollars|U.S. dollar|U.S. dollars|United States dollar|United States dollars|American dollar|American dollars",
        "US$|US $|U.S.$|U.S. $|USD|USD$|$US|$ US",
    ),
    money("EUR", "euro|euros|eur", "€|EUR|Euro|EURO"),
    money(
        "GBP",
        "gbp|pound sterling|pounds sterling|British pound|British pounds|quid",
        "£|GBP|UK£|￡|PS",
    ),
    money("CHF", "Swiss franc|Swiss francs", "CHF|SFr|Fr."),
    money("JPY", "yen|Japanese yen", "¥|JPY|Y=|JP¥|￥"),
    money(
        "CNY",
        "rmb|yuan|Chinese yuan|renminbi|Renminbi yuan|kuai",
        "CNY|RMB|CN¥",
    ),
    money(
        "CAD",
        "Canadian dollar|Canadian dollars",
        "C$|C $|$C|CAD|CAD$|CA$|Can$|Cdn$",
    ),
    money(
        "AUD",
        "Australian dollar|Australian dollars",
        "A$|A $|$A|AUD|AU$|AUD$",
    ),
    money(
        "NZD",
        "New Zealand dollar|New Zealand dollars",
        "NZ$|NZ $|$NZ|NZD",
    ),
    money("HKD", "Hong Kong dollar|Hong Kong dollars", "HK$|HK $|HKD"),
    money("SGD", "Singapore dollar|Singapore dollars", "S$|S $|SGD"),
    money(
        "TWD",
        "Taiwan dollar|Taiwan dollars|new Taiwan dollars",
        "NT$|NT $|TWD",
    ),
    money(
        "RUB",
        "rouble|roubles|ruble|rubles|Russian rouble|Russian roubles|Russian rubles",
        "₽|RUB",
    ),
    money("UAH", "hryvnia|hryvnias|hryvnya", "₴|UAH"),
    money(
        "AZN",
        "manat|manats|Azerbaijani manat|Azerbaijani manats",
        "₼|AZN",
    ),
    money("AMD", "Armenian dram|Armenian drams", "֏|AMD"),
    money("GEL", "lari|laris", "₾|GEL"),
    money("KZT", "tenge", "₸|KZT"),
    money("UZS", "Uzbek soum|Uzbek soums", "UZS"),
    money("TRY", "Turkish lira|Turkish liras|Turkish lire", "₺|TRY"),
    money("PLN", "zloty|zlotys|zloties|złoty", "zł|PLN"),
    money(
        "CZK",
        "Czech koruna|Czech korunas|Czech crown|Czech crowns|koruna|korunas",
        "Kč|CZK",
    ),
    money("HUF", "forint|forints", "HUF"),
    money("RON", "Romanian leu|Romanian lei", "RON"),
    money("BGN", "Bulgarian lev|Bulgarian leva|leva", "BGN"),
    money("HRK", "kuna|kunas|Croatian kuna", "HRK|kn"),
    money("RSD", "Serbian dinar|Serbian dinars", "RSD"),
    money(
        "SEK",
        "Swedish krona|Swedish kronor|Swedish crowns|krona|kronor",
        "SEK",
    ),
    money(
        "NOK",
        "Norwegian krone|Norwegian kroner|Norwegian crowns",
        "NOK",
    ),
    money(
        "DKK",
        "Danish krone|Danish kroner|Danish crown|Danish crowns",
        "DKK",
    ),
    money("ISK", "Icelandic krona|Icelandic kronur", "ISK"),
    money(
        "INR",
        "rupee|rupees|Indian rupee|Indian rupees",
        "₹|INR|Rs|Rs.|Re.",
    ),
    money(
        "PKR",
        "Pakistani rupee|Pakistani rupees|Pakistan rupees",
        "PKR",
    ),
    money(
        "LKR",
        "Sri Lankan rupee|Sri Lankan rupees|Sri Lanka rupees",
        "LKR",
    ),
    money("NPR", "Nepalese rupee|Nepalese rupees", "NPR"),
    money("BDT", "taka|takas", "৳|BDT|Tk"),
    money("IDR", "rupiah|rupiahs", "IDR|Rp"),
    money(
        "MYR",
        "ringgit|ringgits|Malaysian ringgit|Malaysian ringgits|Malaysia ringgit|Malaysia ringgits",
        "RM|MYR",
    ),
    money("THB", "baht|bahts|Thai baht", "฿|THB"),
    money("VND", "dong|Vietnamese dong", "₫|VND"),
    money("LAK", "kip|Lao kip", "₭|LAK"),
    money("KHR", "riel|riels|Cambodian riel|Cambodian riels", "៛|KHR"),
    money("MMK", "kyat|kyats", "MMK"),
    money("PHP", "Philippine peso|Philippine pesos", "₱|PHP"),
    money("KRW", "South Korean won|Korean won", "₩|KRW"),
    money("MNT", "tugrik|tugriks|tögrög", "₮|MNT"),
    money("MXN", "Mexican peso|Mexican pesos", "MXN|Mex$|MX$"),
    money(
        "BRL",
        "reais|Brazilian real|Brazilian reais|reals",
        "R$|R $|BRL",
    ),
    money("ARS", "Argentine peso|Argentine pesos", "ARS"),
    money("CLP", "Chilean peso|Chilean pesos", "CLP"),
    money("COP", "Colombian peso|Colombian pesos", "COP"),
    money("PEN", "Peruvian sol|Peruvian soles|nuevos soles", "PEN|S/."),
    money("UYU", "Uruguayan peso|Uruguayan pesos", "UYU"),
    money(
        "CRC",
        "Costa Rican colón|Costa Rican colon|Costa Rican colones|colones",
        "₡|CRC",
    ),
    money(
        "ILS",
        "shekel|shekels|new shekels|Israeli shekels|Israeli shekel|new Israeli shekels",
        "₪|ILS|NIS",
    ),
    money(
        "EGP",
        "Egyptian pound|Egyptian pounds|egyptianpound|egyptianpounds",
        "EGP|E£|L.E|L.E.|LE",
    ),
    money("LBP", "Lebanese pound|Lebanese pounds|Lebanese lira", "LBP"),
    money("SYP", "Syrian pound|Syrian pounds|Syrian lira", "SYP"),
    money("SDG", "Sudanese pound|Sudanese pounds", "SDG"),
    money("IQD", "Iraqi dinar|Iraqi dinars", "IQD"),
    money("JOD", "Jordanian dinar|Jordanian dinars", "JOD"),
    money("KWD", "Kuwaiti dinar|Kuwaiti dinars", "KWD"),
    money("BHD", "Bahraini dinar|Bahraini dinars", "BHD"),
    money("TND", "Tunisian dinar|Tunisian dinars", "TND"),
    money("DZD", "Algerian dinar|Algerian dinars", "DZD"),
    money("LYD", "Libyan dinar|Libyan dinars", "LYD"),
    money(
        "SAR",
        "Saudi riyal|Saudi riyals|saudiriyal|saudiriyals|Saudi Arabian riyals",
        "SAR",
    ),
    money("QAR", "Qatari riyal|Qatari riyals|Qatar riyals", "QAR"),
    money("OMR", "Omani rial|Omani rials", "OMR"),
    money("YER", "Yemeni rial|Yemeni rials|Yemeni riyals", "YER"),
    money("IRR", "Iranian rial|Iranian rials", "IRR"),
    money(
        "AED",
        "dirham|dirhams|UAE dirham|UAE dirhams|Emirati dirhams",
        "AED|Dh|Dhs",
    ),
    money("MAD", "Moroccan dirham|Moroccan dirhams", "MAD"),
    money("AFN", "afghani|afghanis", "؋|AFN"),
    money("ZAR", "rand|rands|South African rand", "ZAR"),
    money("NGN", "naira|nairas", "₦|NGN"),
    money(
        "KES",
        "Kenyan shilling|Kenyan shillings|Kenya shillings",
        "KES|KSh|Ksh",
    ),
    money("TZS", "Tanzanian shilling|Tanzanian shillings", "TZS"),
    money(
        "UGX",
        "Ugandan shilling|Ugandan shillings|Uganda shillings",
        "UGX",
    ),
    money("ETB", "birr|Ethiopian birr", "ETB"),
    money("GHS", "cedi|cedis|Ghanaian cedi", "₵|GHS|GH₵"),
    money(
        "XAF",
        "Central African CFA franc|Central African CFA francs",
        "XAF|FCFA",
    ),
    money("XOF", "CFA franc|CFA francs|West African CFA francs", "XOF"),
    money("MZN", "metical|meticais", "MZN"),
    money("AOA", "kwanza|kwanzas", "AOA"),
    money("ZMW", "Zambian kwacha|kwacha", "ZMW"),
    money(
        "XDR",
        "special drawing right|special drawing rights|SDRs|SDR",
        "XDR",
    ),
    money("BTC", "bitcoin|bitcoins", "₿|BTC"),
    // Where it is not of mass.
    vague("pound", "", ""),
    vague("franc", "franc|francs", ""),
    vague("peso", "peso|pesos", ""),
    vague("lira", "lira|liras", ""),
    vague("dinar", "dinar|dinars", ""),
    vague("riyal", "riyal|riyals", ""),
    vague("rial", "rial|rials", ""),
    vague("crown", "krone|kroner", ""),
    vague("shilling", "shilling|shillings", ""),
    vague("mark", "Deutsche mark|Deutsche marks|Deutschmarks", ""),
    vague("satoshi", "satoshi|satoshis", ""),
    vague("dime", "dime|dimes", ""),
    // Of the yuan as of the dollar of Hong Kong.
    vague("jiao", "", ""),
    vague("fen", "", ""),
    vague("cent", "cent|cents|US cent|US cents", "¢|US¢"),
    Currency {
        code: "GBP",
        unit: "penny",
        names: "penny|pennies|pence",
        marks: "",
    },
    Currency {
        code: "MYR",
        unit: "sen",
        names: "sen|sens",
        marks: "",
    },
    Currency {
        code: "UAH",
        unit: "kopeck",
        names: "kopeck|kopecks|kopiyka|kopiykas|kopeks",
        marks: "",
    },
];

/// The sign of the pound in texts that lost what is not ASCII.
const LOST_POUND: &str = "PS";

/// The currency of a row.
pub(in crate::extract) fn currency(row: u16) -> &'static Currency {
    &CURRENCIES[row as usize]
}

/// The row of a currency by its ISO 4217 code or, without one, its unit.
pub(in crate::extract) fn currency_row(code: &str) -> Option<u16> {
    let row = CURRENCIES
        .iter()
        .position(|currency| currency.unit == code)?;
    u16::try_from(row).ok()
}

/// Files the marks of all currencies and, where they are words of the
/// language, the English names.
pub(in crate::extract) fn add_currencies(lexicon: &mut Lexicon, english_names: bool) {
    for (row, currency) in (0..).zip(CURRENCIES) {
        if english_names {
            lexicon.add_list(currency.names, Sense::Currency(row));
        }
        lexicon.add_list(currency.marks, Sense::CurrencyMark(row));
    }
}

/// Whether a symbol or code can start at a token, whatever follows.
pub(in crate::extract) fn starts_currency_mark(passage: Passage, at: usize) -> bool {
    let token = passage.tokens.get(at);
    token.is_some_and(|token| passage.tongue.lexicon.has_currency_mark(token.senses))
}

/// The symbol, code or name that stands right before a number.
pub(in crate::extract) fn currency_before(passage: Passage, number: usize) -> Option<Found<u16>> {
    let mark = |sense| match sense {
        Sense::CurrencyMark(row) => Some(row),
        _ => None,
    };
    let meant = |found: &Found<u16>| {
        is_written_as_mark(passage, *found)
            && !splits_word(passage, found.start)
            && !is_meeting(passage, number)
            && (passage.word(found.start) != LOST_POUND || is_amount(passage, number))
    };
    // Of *a $ 5* the last mark alone is one.
    let nearest = || passage.find(number.checked_sub(1)?, mark);
    passage
        .find_before(number, mark)
        .filter(meant)
        .or_else(|| nearest().filter(|found| found.end == number && meant(found)))
}

/// The symbol, code or name that stands at a token.
pub(in crate::extract) fn currency_after(passage: Passage, at: usize) -> Option<Found<u16>> {
    let name = passage.find(at, |sense| match sense {
        Sense::Currency(row) => Some(row),
        _ => None,
    });
    let mark = passage.find(at, |sense| match sense {
        Sense::CurrencyMark(row) => Some(row),
        _ => None,
    });
    // *300 PS* is a power.
    let mark = mark.filter(|found| {
        is_written_as_mark(passage, *found) && passage.word(found.start) != LOST_POUND
    });
    match (name, mark) {
        (Some(name), Some(mark)) if mark.end > name.end => Some(mark),
        (name, mark) => name.or(mark),
    }
}

/// Countries as they stand behind an amount in dollars, and whose dollars those are.
const COUNTRIES: [(&str, &str); 3] = [("US", "USD"), ("U.S.", "USD"), ("U.S", "USD")];

/// The currency that a country behind dollars makes of them: *$75 U.S. per barrel*. In
/// *$5 million US warships* it belongs to what follows.
pub(in crate::extract) fn country_of_dollars(
    passage: Passage,
    row: u16,
    at: usize,
) -> Option<Found<u16>> {
    if currency(row).unit != "dollar" {
        return None;
    }
    let ends = |end: usize| !passage.is_word(end) || !passage.tokens[end].senses.is_empty();
    (at + 1..=(at + 4).min(passage.len()))
        .rev()
        .find_map(|end| {
            let written = passage.words(at..end);
            let (_, code) = COUNTRIES.iter().find(|(country, _)| *country == written)?;
            let meaning = currency_row(code).filter(|_| ends(end))?;
            Some(Found {
                meaning,
                start: at,
                end,
            })
        })
}

/// Codes are capitals: *TRY* is a currency, *try* is not.
fn is_written_as_mark(passage: Passage, found: Found<u16>) -> bool {
    let written = passage.words(found.start..found.end);
    // *a $5 ticket*, *the army's $5 million*: the letter is no part of the mark, nor is
    // the article of *Le 5 mai*.
    let opens = found.start == 0 || !passage.is_word(found.start - 1);
    let article = written == "A $" && opens || written == "Le";
    if article || written.starts_with(['a', 's']) && written.ends_with('$') {
        return false;
    }
    let letters = written.bytes().all(|byte| byte.is_ascii_alphabetic());
    !letters
        || written.len() < 2
        || written
            .bytes()
            .next()
            .is_some_and(|byte| byte.is_ascii_uppercase())
            && (written.len() != 3
                || written.bytes().all(|byte| byte.is_ascii_uppercase())
                || written == "Dhs"
                || written == "Ksh")
}

/// Whether a number written as one with letters before it is no part of a name
/// such as *PS5*: it is long, grouped, decimal or scaled.
fn is_amount(passage: Passage, number: usize) -> bool {
    const LONGEST_NAME: usize = 2;
    let (mark, next) = (number + 1, number + 2);
    let grouped = matches!(passage.word(mark), "." | ",")
        && passage.is_glued(mark)
        && passage.is_glued(next)
        && passage.is_digits(next);
    let scale = |sense| matches!(sense, Sense::Scale(_)).then_some(());
    let scaled = passage.find(mark, scale).is_some()
        || passage.is_glued(mark) && passage.tongue.suffix(passage.word(mark)).is_some();
    passage.is_glued(number) && (passage.len_chars(number) > LONGEST_NAME || grouped || scaled)
}

/// Whether the mark and the number are the name of a meeting: *COP26*.
fn is_meeting(passage: Passage, number: usize) -> bool {
    let small = passage.is_digits(number) && passage.len_chars(number) <= 2;
    let grouped = matches!(passage.word(number + 1), "." | ",") && passage.is_digits(number + 2);
    let scaled = passage.find(number + 1, |sense| {
        matches!(sense, Sense::Scale(_)).then_some(())
    });
    number > 0 && passage.word(number - 1) == "COP" && small && !grouped && scaled.is_none()
}

/// Whether the mark is the end of a longer word: the *S$* of *US$*.
fn splits_word(passage: Passage, start: usize) -> bool {
    passage.is_glued(start) && passage.is_word(start) && passage.is_word(start - 1)
}
