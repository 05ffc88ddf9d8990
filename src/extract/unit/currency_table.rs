//! The currencies of ISO 4217 and some that were before them, with names and marks.

use rust_decimal::Decimal;

/// A currency or one of its coins.
#[derive(Debug)]
pub(in crate::extract) struct Currency {
    /// ISO 4217; empty where the words do not tell which of several it is.
    pub(in crate::extract) code: &'static str,
    /// The unit in the output: the code, or the English singular of the name.
    pub(in crate::extract) unit: &'static str,
    /// English names, singular and plural, parted by `|`.
    pub(super) names: &'static str,
    /// Symbols and codes, which stand before or after the number, parted by `|`.
    pub(super) marks: &'static str,
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

pub(super) const CURRENCIES: &[Currency] = &[
    // The sign does not say whose dollars they are.
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
        // *PS* is what some programs leave of the sign (`LOST_POUND`).
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
    money("MOP", "pataca|patacas", "MOP|MOP$"),
    money("BND", "Brunei dollar|Brunei dollars", "BND|B$"),
    money(
        "FJD",
        "Fijian dollar|Fijian dollars|Fiji dollars",
        "FJD|FJ$",
    ),
    money("PGK", "kina|Papua New Guinean kina", "PGK"),
    money(
        "SBD",
        "Solomon Islands dollar|Solomon Islands dollars",
        "SBD|SI$",
    ),
    money("WST", "Samoan tala", "WST"),
    money("TOP", "Tongan paʻanga|pa'anga", "TOP|T$"),
    money("VUV", "vatu", "VUV"),
    money("XPF", "CFP franc|CFP francs", "XPF"),
    money("JMD", "Jamaican dollar|Jamaican dollars", "JMD|J$"),
    money(
        "TTD",
        "Trinidad and Tobago dollar|Trinidad and Tobago dollars|TT dollars",
        "TTD|TT$",
    ),
    money(
        "BBD",
        "Barbadian dollar|Barbadian dollars|Barbados dollars",
        "BBD|Bds$",
    ),
    money("BSD", "Bahamian dollar|Bahamian dollars", "BSD"),
    money("BZD", "Belize dollar|Belize dollars", "BZD|BZ$"),
    money(
        "GYD",
        "Guyanese dollar|Guyanese dollars|Guyana dollars",
        "GYD|GY$",
    ),
    money("SRD", "Surinamese dollar|Surinamese dollars", "SRD"),
    money(
        "XCD",
        "East Caribbean dollar|East Caribbean dollars|EC dollars",
        "XCD|EC$",
    ),
    money("BMD", "Bermudian dollar|Bermudian dollars", "BMD"),
    money(
        "KYD",
        "Cayman Islands dollar|Cayman Islands dollars",
        "KYD|CI$",
    ),
    money("LRD", "Liberian dollar|Liberian dollars", "LRD|L$"),
    money(
        "NAD",
        "Namibian dollar|Namibian dollars|Namibia dollars",
        "NAD|N$",
    ),
    money(
        "ZWL",
        "Zimbabwean dollar|Zimbabwean dollars|Zimbabwe dollars",
        "ZWL|ZW$",
    ),
    money("GTQ", "quetzal|quetzals|quetzales", "GTQ"),
    money("HNL", "lempira|lempiras", "HNL"),
    money(
        "NIO",
        "Nicaraguan córdoba|Nicaraguan córdobas|córdobas|cordobas",
        "NIO",
    ),
    money("PAB", "balboa|balboas", "PAB"),
    money("DOP", "Dominican peso|Dominican pesos", "DOP|RD$"),
    money("CUP", "Cuban peso|Cuban pesos", "CUP"),
    money("HTG", "Haitian gourde|Haitian gourdes|gourdes", "HTG"),
    money("BOB", "boliviano|bolivianos", "BOB|Bs."),
    money("PYG", "guaraní|guaraníes|guarani|guaranis", "₲|PYG"),
    money(
        "VES",
        "Venezuelan bolívar|bolívar|bolívares|bolivares|bolivars",
        "VES|Bs.S",
    ),
    money("AWG", "Aruban florin|Aruban florins", "AWG"),
    money(
        "BYN",
        "Belarusian ruble|Belarusian rubles|Belarusian rouble|Belarusian roubles",
        "BYN",
    ),
    money("MDL", "Moldovan leu|Moldovan lei", "MDL"),
    money("ALL", "Albanian lek|Albanian leke", "ALL"),
    money("MKD", "Macedonian denar|Macedonian denars|denars", "MKD"),
    money(
        "BAM",
        "convertible mark|convertible marks|Bosnian marks",
        "BAM",
    ),
    money("KGS", "Kyrgyz som|Kyrgyzstani som|Kyrgyz soms", "KGS"),
    money("TJS", "somoni|somonis", "TJS"),
    money("TMT", "Turkmen manat|Turkmen manats", "TMT"),
    money("MVR", "rufiyaa|Maldivian rufiyaa", "MVR"),
    money("MUR", "Mauritian rupee|Mauritian rupees", "MUR"),
    money("SCR", "Seychellois rupee|Seychellois rupees", "SCR"),
    money("BTN", "ngultrum|ngultrums", "BTN"),
    money(
        "BIF",
        "Burundian franc|Burundian francs|Burundi francs",
        "BIF",
    ),
    money("RWF", "Rwandan franc|Rwandan francs|Rwanda francs", "RWF"),
    money(
        "DJF",
        "Djiboutian franc|Djiboutian francs|Djibouti francs",
        "DJF",
    ),
    money("KMF", "Comorian franc|Comorian francs", "KMF"),
    money("GNF", "Guinean franc|Guinean francs", "GNF"),
    money("CDF", "Congolese franc|Congolese francs", "CDF"),
    money("SOS", "Somali shilling|Somali shillings", "SOS"),
    money("ERN", "nakfa", "ERN"),
    money("SSP", "South Sudanese pound|South Sudanese pounds", "SSP"),
    money("SZL", "lilangeni|emalangeni", "SZL"),
    money("LSL", "Lesotho loti|maloti", "LSL"),
    money("BWP", "Botswana pula|pula", "BWP"),
    money("GMD", "dalasi|dalasis", "GMD"),
    money("SLE", "Sierra Leonean leone|leones", "SLE|SLL"),
    money(
        "CVE",
        "Cape Verdean escudo|Cape Verdean escudos|Cabo Verdean escudos",
        "CVE",
    ),
    money("STN", "Santomean dobra|dobras", "STN"),
    money("MRU", "ouguiya|ouguiyas", "MRU"),
    money("MWK", "Malawian kwacha|Malawi kwacha", "MWK"),
    money("MGA", "ariary|ariaries", "MGA"),
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
    vague("crown", "krone|kroner", "kr|kr.|Kr|Kr."),
    vague("florin", "florin|florins|guilder|guilders", ""),
    vague("shilling", "shilling|shillings", ""),
    // Of the time before the euro.
    vague(
        "mark",
        "Deutsche mark|Deutsche marks|Deutschmark|Deutschmarks",
        "DM",
    ),
    vague("markka", "markka|markkaa|Finnish marks", ""),
    vague("peseta", "peseta|pesetas", ""),
    vague("escudo", "escudo|escudos", ""),
    vague("drachma", "drachmas|drachmae", ""),
    vague("schilling", "schilling|schillings", ""),
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
        marks: "p",
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
