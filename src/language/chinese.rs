//! Chinese, in simplified and traditional characters.

use super::figures::{Composition, DecimalMark, FigureWords, HeadPosition, Suffix, When};
use super::grammar::Grammar;
use super::hedge::{
    ABOUT, ALMOST, AT_LEAST, AT_MOST, EXACT, Hedge, LESS_THAN, MORE_THAN, OR_LESS, OR_MORE, OR_SO,
    Side,
};
use super::parser::ParserWords;
use super::stance::StanceVerbs;
use super::statement::StatementWords;
use super::{Pack, Writing};
use crate::model::{Bound, FigureRole, Language};

/// 十多, 百余: somewhat more than the number before it.
const AND_SOME: Hedge = Hedge {
    bound: Bound::MoreThan,
    approximate: true,
    side: Side::After,
};
/// 五百以上 says *above* behind the number.
const UPWARDS: Hedge = Hedge {
    bound: Bound::AtLeast,
    ..OR_MORE
};
/// 五百以下 says *below* behind the number.
const DOWNWARDS: Hedge = Hedge {
    bound: Bound::LessThan,
    ..OR_LESS
};

pub(super) static PACK: Pack = Pack {
    language: Language::Chinese,
    guess_code: "cmn",
    writing: Writing::LeftToRight,
    has_own_script: true,
    statement: &STATEMENT,
    sentences: &super::english::SENTENCES,
    parser: &ParserWords::EMPTY,
    figures: &FIGURES,
    promises: None,
    stances: &StanceVerbs::EMPTY,
};

#[rustfmt::skip]
static STATEMENT: StatementWords = StatementWords {
    salutations: &["主席先生", "主席女士", "女士们", "先生们", "各位", "尊敬的", "秘书长先生", "主席阁下"],
    weak_salutations: &["和", "主席", "朋友们"],
    congratulations: &["祝贺"],
    thanks: &["谢谢", "感谢各位"],
    ornaments: &["以发言为准", "非正式译文", "完"],
    letterheads: &["发言", "声明"],
    meetings: &["会议", "大会"],
    sessions: &["届会议", "议程项目"],
    parties: &[
        ("Afghanistan", "阿富汗"), ("Albania", "阿尔巴尼亚"), ("Algeria", "阿尔及利亚"), ("American Samoa", "美属萨摩亚"),
        ("Andorra", "安道尔"), ("Angola", "安哥拉"), ("Anguilla", "安圭拉"), ("Antarctica", "南极洲"),
        ("Antigua and Barbuda", "安提瓜和巴布达"), ("Argentina", "阿根廷"), ("Armenia", "亚美尼亚"), ("Aruba", "阿鲁巴"),
        ("Australia", "澳大利亚"), ("Austria", "奥地利"), ("Azerbaijan", "阿塞拜疆"), ("Bahamas", "巴哈马"), ("Bahrain", "巴林"),
        ("Bangladesh", "孟加拉国"), ("Barbados", "巴巴多斯"), ("Belarus", "白俄罗斯"), ("Belgium", "比利时"), ("Belize", "伯利兹"),
        ("Benin", "贝宁"), ("Bermuda", "百慕大"), ("Bhutan", "不丹"), ("Bolivia", "玻利维亚"),
        ("Bosnia and Herzegovina", "波斯尼亚和黑塞哥维那"), ("Botswana", "博茨瓦纳"), ("Bouvet Island", "布韦岛"), ("Brazil", "巴西"),
        ("British Indian Ocean Territory", "英属印度洋领地"), ("British Virgin Islands", "英属维尔京群岛"), ("Brunei", "文莱"),
        ("Bulgaria", "保加利亚"), ("Burkina Faso", "布基纳法索"), ("Burundi", "布隆迪"), ("Cabo Verde", "佛得角"),
        ("Cambodia", "柬埔寨"), ("Cameroon", "喀麦隆"), ("Canada", "加拿大"), ("Caribbean Netherlands", "荷属加勒比区"),
        ("Cayman Islands", "开曼群岛"), ("Central African Republic", "中非共和国"), ("Chad", "乍得"), ("Chile", "智利"),
        ("China", "中国"), ("Christmas Island", "圣诞岛"), ("Cocos (Keeling) Islands", "科科斯群岛"), ("Colombia", "哥伦比亚"),
        ("Comoros", "科摩罗"), ("Cook Islands", "库克群岛"), ("Costa Rica", "哥斯达黎加"), ("Croatia", "克罗地亚"), ("Cuba", "古巴"),
        ("Curaçao", "库拉索"), ("Cyprus", "塞浦路斯"), ("Czechia", "捷克"), ("Côte d'Ivoire", "科特迪瓦"),
        ("Democratic People's Republic of Korea", "朝鲜"), ("Denmark", "丹麦"), ("Djibouti", "吉布提"),
        ("Dominica", "多米尼克"), ("Dominican Republic", "多米尼加共和国"), ("Ecuador", "厄瓜多尔"), ("Egypt", "埃及"),
        ("El Salvador", "萨尔瓦多"), ("Equatorial Guinea", "赤道几内亚"), ("Eritrea", "厄立特里亚"), ("Estonia", "爱沙尼亚"),
        ("Eswatini", "斯威士兰"), ("Ethiopia", "埃塞俄比亚"), ("Falkland Islands", "福克兰群岛"), ("Faroe Islands", "法罗群岛"),
        ("Fiji", "斐济"), ("Finland", "芬兰"), ("France", "法国"), ("French Guiana", "法属圭亚那"),
        ("French Polynesia", "法属波利尼西亚"), ("French Southern Territories", "法属南部领地"), ("Gabon", "加蓬"),
        ("Gambia", "冈比亚"), ("Georgia", "格鲁吉亚"), ("Germany", "德国"), ("Ghana", "加纳"), ("Gibraltar", "直布罗陀"),
        ("Greece", "希腊"), ("Greenland", "格陵兰"), ("Grenada", "格林纳达"), ("Guadeloupe", "瓜德罗普"), ("Guam", "关岛"),
        ("Guatemala", "危地马拉"), ("Guernsey", "根西岛"), ("Guinea", "几内亚"), ("Guinea-Bissau", "几内亚比绍"), ("Guyana", "圭亚那"),
        ("Haiti", "海地"), ("Heard and McDonald Islands", "赫德岛和麦克唐纳群岛"), ("Holy See", "梵蒂冈"), ("Honduras", "洪都拉斯"),
        ("Hong Kong", "中国香港特别行政区"), ("Hungary", "匈牙利"), ("Iceland", "冰岛"), ("India", "印度"), ("Indonesia", "印度尼西亚"),
        ("Iran", "伊朗"), ("Iraq", "伊拉克"), ("Ireland", "爱尔兰"), ("Isle of Man", "马恩岛"), ("Israel", "以色列"),
        ("Italy", "意大利"), ("Jamaica", "牙买加"), ("Japan", "日本"), ("Jersey", "泽西岛"), ("Jordan", "约旦"),
        ("Kazakhstan", "哈萨克斯坦"), ("Kenya", "肯尼亚"), ("Kiribati", "基里巴斯"), ("Kosovo", "科索沃"), ("Kuwait", "科威特"),
        ("Kyrgyzstan", "吉尔吉斯斯坦"), ("Laos", "老挝"), ("Latvia", "拉脱维亚"), ("Lebanon", "黎巴嫩"), ("Lesotho", "莱索托"),
        ("Liberia", "利比里亚"), ("Libya", "利比亚"), ("Liechtenstein", "列支敦士登"), ("Lithuania", "立陶宛"),
        ("Luxembourg", "卢森堡"), ("Macao", "中国澳门特别行政区"), ("Madagascar", "马达加斯加"), ("Malawi", "马拉维"),
        ("Malaysia", "马来西亚"), ("Maldives", "马尔代夫"), ("Mali", "马里"), ("Malta", "马耳他"), ("Marshall Islands", "马绍尔群岛"),
        ("Martinique", "马提尼克"), ("Mauritania", "毛里塔尼亚"), ("Mauritius", "毛里求斯"), ("Mayotte", "马约特"),
        ("Mexico", "墨西哥"), ("Micronesia", "密克罗尼西亚"), ("Moldova", "摩尔多瓦"), ("Monaco", "摩纳哥"), ("Mongolia", "蒙古"),
        ("Montenegro", "黑山"), ("Montserrat", "蒙特塞拉特"), ("Morocco", "摩洛哥"), ("Mozambique", "莫桑比克"), ("Myanmar", "缅甸"),
        ("Namibia", "纳米比亚"), ("Nauru", "瑙鲁"), ("Nepal", "尼泊尔"), ("Netherlands", "荷兰"), ("New Caledonia", "新喀里多尼亚"),
        ("New Zealand", "新西兰"), ("Nicaragua", "尼加拉瓜"), ("Niger", "尼日尔"), ("Nigeria", "尼日利亚"), ("Niue", "纽埃"),
        ("Norfolk Island", "诺福克岛"), ("North Macedonia", "北马其顿"), ("Northern Mariana Islands", "北马里亚纳群岛"),
        ("Norway", "挪威"), ("Oman", "阿曼"), ("Pakistan", "巴基斯坦"), ("Palau", "帕劳"), ("Palestine", "巴勒斯坦领土"),
        ("Panama", "巴拿马"), ("Papua New Guinea", "巴布亚新几内亚"), ("Paraguay", "巴拉圭"), ("Peru", "秘鲁"),
        ("Philippines", "菲律宾"), ("Pitcairn Islands", "皮特凯恩群岛"), ("Poland", "波兰"), ("Portugal", "葡萄牙"),
        ("Puerto Rico", "波多黎各"), ("Qatar", "卡塔尔"), ("Republic of Korea", "韩国"), ("Romania", "罗马尼亚"),
        ("Russia", "俄罗斯联邦|俄罗斯"), ("Rwanda", "卢旺达"), ("Réunion", "留尼汪"), ("Saint Barthélemy", "圣巴泰勒米"),
        ("Saint Helena", "圣赫勒拿"), ("Saint Kitts and Nevis", "圣基茨和尼维斯"), ("Saint Lucia", "圣卢西亚"),
        ("Saint Martin", "法属圣马丁"), ("Saint Pierre and Miquelon", "圣皮埃尔和密克隆群岛"),
        ("Saint Vincent and the Grenadines", "圣文森特和格林纳丁斯"), ("Samoa", "萨摩亚"), ("San Marino", "圣马力诺"),
        ("Sao Tome and Principe", "圣多美和普林西比"), ("Saudi Arabia", "沙特阿拉伯"), ("Senegal", "塞内加尔"), ("Serbia", "塞尔维亚"),
        ("Seychelles", "塞舌尔"), ("Sierra Leone", "塞拉利昂"), ("Singapore", "新加坡"), ("Sint Maarten", "荷属圣马丁"),
        ("Slovakia", "斯洛伐克"), ("Slovenia", "斯洛文尼亚"), ("Solomon Islands", "所罗门群岛"), ("Somalia", "索马里"),
        ("South Africa", "南非"), ("South Georgia and South Sandwich Islands", "南乔治亚和南桑威奇群岛"), ("South Sudan", "南苏丹"),
        ("Spain", "西班牙"), ("Sri Lanka", "斯里兰卡"), ("Sudan", "苏丹"), ("Suriname", "苏里南"),
        ("Svalbard and Jan Mayen", "斯瓦尔巴和扬马延"), ("Sweden", "瑞典"), ("Switzerland", "瑞士"), ("Syria", "叙利亚"),
        ("Taiwan", "台湾"), ("Tajikistan", "塔吉克斯坦"), ("Tanzania", "坦桑尼亚"), ("Thailand", "泰国"), ("Timor-Leste", "东帝汶"),
        ("Togo", "多哥"), ("Tokelau", "托克劳"), ("Tonga", "汤加"), ("Trinidad and Tobago", "特立尼达和多巴哥"), ("Tunisia", "突尼斯"),
        ("Turkmenistan", "土库曼斯坦"), ("Turks and Caicos Islands", "特克斯和凯科斯群岛"), ("Tuvalu", "图瓦卢"), ("Türkiye", "土耳其"),
        ("U.S. Outlying Islands", "美国本土外小岛屿"), ("U.S. Virgin Islands", "美属维尔京群岛"), ("Uganda", "乌干达"),
        ("Ukraine", "乌克兰"), ("United Arab Emirates", "阿拉伯联合酋长国"), ("United Kingdom", "英国"), ("United States", "美国"),
        ("Uruguay", "乌拉圭"), ("Uzbekistan", "乌兹别克斯坦"), ("Vanuatu", "瓦努阿图"), ("Venezuela", "委内瑞拉"), ("Vietnam", "越南"),
        ("Wallis and Futuna", "瓦利斯和富图纳"), ("Western Sahara", "西撒哈拉"), ("Yemen", "也门"), ("Zambia", "赞比亚"),
        ("Zimbabwe", "津巴布韦"), ("Åland Islands", "奥兰群岛"), ("European Union", "欧洲联盟|欧盟"), ("African Union", "非洲联盟"),
        ("United Nations", "联合国"),
    ],
    ..StatementWords::EMPTY
};

#[rustfmt::skip]
static FIGURES: FigureWords = FigureWords {
    decimal_mark: DecimalMark::Point,
    composition: Composition::Positional,
    head: HeadPosition::Last,
    cardinals: &[
        ("零", 0), ("〇", 0), ("一", 1), ("壹", 1), ("壱", 1), ("二", 2), ("贰", 2), ("貳", 2), ("两", 2), ("兩", 2), ("俩", 2), ("三", 3), ("叁", 3), ("參", 3), ("叄", 3), ("仨", 3), ("四", 4), ("肆", 4), ("五", 5), ("伍", 5),
        ("六", 6), ("陆", 6), ("陸", 6), ("七", 7), ("柒", 7), ("八", 8), ("捌", 8), ("九", 9), ("玖", 9), ("廿", 20), ("卅", 30),
    ],
    scales: &[
        ("十", 10), ("拾", 10), ("百", 100), ("佰", 100), ("千", 1_000), ("仟", 1_000), ("万", 10_000), ("萬", 10_000), ("亿", 100_000_000), ("億", 100_000_000), ("兆", 1_000_000_000_000),
        ("打", 12),
    ],
    vague: &[
        ("数十", 20, 99), ("數十", 20, 99), ("几十", 20, 99), ("幾十", 20, 99), ("数百", 200, 999), ("數百", 200, 999), ("几百", 200, 999), ("幾百", 200, 999), ("数千", 2_000, 9_999), ("數千", 2_000, 9_999), ("几千", 2_000, 9_999), ("幾千", 2_000, 9_999),
        ("上百", 100, 999), ("上千", 1_000, 9_999), ("数万", 20_000, 99_999), ("數萬", 20_000, 99_999), ("几万", 20_000, 99_999), ("成千上万", 1_000, 99_999), ("数十万", 200_000, 999_999), ("數十萬", 200_000, 999_999), ("几十万", 200_000, 999_999), ("数百万", 2_000_000, 9_999_999), ("數百萬", 2_000_000, 9_999_999), ("数千万", 20_000_000, 99_999_999), ("数亿", 200_000_000, 999_999_999),
        ("若干", 3, 9), ("几个", 3, 9),
    ],
    shares: &[("半", 1, 2), ("一半", 1, 2), ("半数", 1, 2), ("大半", 1, 2)],
    parts_of: &[("百分之", 100), ("佰分之", 100), ("千分之", 1_000), ("万分之", 10_000), ("萬分之", 10_000), ("百万分之", 1_000_000), ("百萬分之", 1_000_000), ("万万分之", 100_000_000)],
    ratios: "比例|比例尺|之比",
    suffixes: &[
        Suffix { word: "k", value: 1_000, when: When::Always },
        Suffix { word: "K", value: 1_000, when: When::Always },
        Suffix { word: "M", value: 1_000_000, when: When::Always },
        Suffix { word: "G", value: 1_000_000_000, when: When::Glued },
    ],
    grammar: &[
        (Grammar::Article, "一"),
        (Grammar::And, "和|与|與|及|以及|又|跟|同|并|並|且|并且|而且"),
        (Grammar::Or, "或|或者"),
        (Grammar::To, "到|至|增至|增加到|～|~"),
        (Grammar::Between, "之间|之間|在|介于|介於"),
        (Grammar::From, "从|從|自|由"),
        (Grammar::Of, "的"),
        (Grammar::In, "在|于|於"),
        (Grammar::OutOf, "中的|分之"),
        (Grammar::PartOf, "分之|份之"),
        (Grammar::Difference, "了"),
        (Grammar::Per, "每"),
        (Grammar::Point, "点|點"),
        (Grammar::Minus, "负|負|－"),
        (Grammar::Percent, "%|％|百分比"),
        (Grammar::PercentagePoint, "个百分点|個百分點|百分点|百分點"),
        (Grammar::BasisPoint, "个基点|個基點|基点|基點"),
        (Grammar::AndHalf, "半"),
        (Grammar::Tenths, "成|折"),
        (Grammar::Position, "第"),
        (Grammar::YearMark, "年|年度"),
        (Grammar::MonthMark, "月|月份"),
        (Grammar::DayMark, "日|号|號"),
        (Grammar::Classifier, "个|個|名|位|只|隻|枚|颗|顆|件|台|臺|辆|輛|艘|架|座|所|家|间|間|条|條|项|項|份|篇|批|套|户|戶|口|次|起|例|宗|场|場|届|屆|支|枝|棵|株|块|匹|頭|头|张|張|本|双|雙"),
        (Grammar::NameMark, "国集团|國集團"),
        (Grammar::Square, "平方"),
        (Grammar::Cubic, "立方"),
        (Grammar::BeforeEra, "公元前|西元前"),
        (Grammar::Era, "公元|西元"),
        (Grammar::Stage, "年初|年底|初|底"),
        (Grammar::DecadeMark, "年代"),
        (Grammar::CenturyMark, "世纪|世紀"),
        (Grammar::Since, "自|自从|自從|从|從"),
        (Grammar::By, "到|在不迟于|不迟于|至迟于|截至|截止"),
        (Grammar::Until, "直到|直至|至"),
        (Grammar::BeforeBehind, "之前|以前|前"),
        (Grammar::Past, "过去|過去|近|最近|过去的"),
        (Grammar::Not, "不|没有|沒有|未"),
        (Grammar::Times, "倍"),
    ],
    negators: "不|没有|沒有|没|未|从未|從未|从不|并未|並未|未曾",
    hedges: &[
        (EXACT, "正好|刚好|仅|只有|等于|等於|仅有|恰好|共|共有"),
        (ABOUT, "约|約|大约|大約|大概|大概有|约有|約有|约为|左近|估计|估計|据估计|~|≈|平均"),
        (ALMOST, "近|将近|將近|接近|几乎|幾乎|差不多"),
        (MORE_THAN, "超过|超過|超過了|超过了|多于|多於|大于|大於|高于|高於|高过|逾|超|突破|不止|比|过|>|＞"),
        (AT_LEAST, "至少|最少|至少有|起码|起碼|不少于|不少於|不低于|不低於|不小于|不小於|大于等于|大於等於|大于或等于|大于或者等于|大於或等於|不下|不下于|最低|≥|>=|> ="),
        (LESS_THAN, "少于|少於|低于|低於|小于|小於|不足|不到|不满|不滿|未满|<|＜"),
        (AT_MOST, "最多|至多|不超过|不超過|不多于|不多於|不大于|不大於|不高于|不高於|小于等于|小於等於|小于或等于|小于或者等于|小於或等於|最高|多达|高达|≤|<=|< ="),
        (OR_SO, "左右|上下|前后|前後"),
        (AND_SOME, "多|余|餘|几|幾|来"),
        (UPWARDS, "以上|或以上|及以上|之上|或更多"),
        (DOWNWARDS, "以下|内|以内|以內|之下|之内|之內|或以下|或更少"),
    ],
    units: &[
        ("metre", "米|公尺"), ("kilometre", "公里|千米|公裏|公里长"), ("decimetre", "分米"), ("centimetre", "厘米|公分|釐米"), ("millimetre", "毫米|公釐"), ("micrometre", "微米"), ("inch", "英寸|英吋|吋|寸"), ("foot", "英尺|英呎|呎"), ("yard", "码|碼"), ("mile", "英里|英裏|哩"), ("nautical mile", "海里|海浬"),
        ("hectare", "公顷|公頃"), ("acre", "英亩|英畝"), ("mu", "亩|畝"), ("litre", "升|公升"), ("millilitre", "毫升"), ("gallon", "加仑|加侖"), ("pint", "品脱"), ("barrel", "桶"), ("cup", "杯"), ("tablespoon", "汤匙|湯匙"), ("teaspoon", "茶匙"),
        ("gram", "克|公克"), ("kilogram", "千克|公斤"), ("milligram", "毫克"), ("microgram", "微克"), ("jin", "斤|市斤"), ("liang", "两|兩"), ("tonne", "吨|噸|公吨|公噸"), ("pound-mass", "磅"), ("ounce", "盎司|安士"), ("carat", "克拉"),
        ("second", "秒|秒钟|秒鐘"), ("minute", "分钟|分鐘"), ("hour", "小时|小時|个小时|個小時|个钟头|钟头"), ("day", "天|日"), ("week", "周|星期|个星期|個星期|礼拜|个礼拜|週"), ("month", "个月|個月"), ("year", "年|周年|週年"), ("decade", "个十年"), ("century", "世纪|世紀|个世纪|個世紀"), ("year of age", "岁|歲|周岁"),
        ("degree Celsius", "摄氏度|攝氏度"), ("degree Fahrenheit", "华氏度|華氏度"), ("degree", "度"), ("watt", "瓦|瓦特"), ("kilowatt", "千瓦"), ("megawatt", "兆瓦"), ("gigawatt", "吉瓦"), ("kilowatt hour", "千瓦时|千瓦時|度电"), ("joule", "焦耳"), ("calorie", "卡路里"), ("kilocalorie", "千卡"), ("horsepower", "马力|馬力"), ("volt", "伏特|伏"), ("ampere", "安培"), ("hertz", "赫兹|赫茲|赫"), ("kilohertz", "千赫|千赫兹"), ("megahertz", "兆赫|兆赫兹|兆赫茲"), ("pascal", "帕斯卡"),
        ("byte", "字节|字節|位元組"), ("bit", "比特|位元"), ("kilobyte", "千字节"), ("kilobit", "千比特"), ("megabyte", "兆字节|兆"), ("gigabyte", "吉字节"), ("decibel", "分贝|分貝"),
    ],
    currencies: &[
        ("CNY", "元|人民币|人民幣|元人民币|元人民幣|块|块钱|塊|塊錢|圆|圓|人民币元"), ("USD", "美元|美圆|美圓|美金|元美金"), ("EUR", "欧元|歐元"), ("GBP", "英镑|英鎊"), ("JPY", "日元|日圆|日圓"), ("HKD", "港元|港币|港幣|港圆|元港币|蚊"), ("TWD", "台币|台幣|新台币|新台幣|新臺幣|元新台币"), ("KRW", "韩元|韓元|韩圆"),
        ("CHF", "瑞士法郎"), ("CAD", "加元|加拿大元|加币"), ("AUD", "澳元|澳币|澳大利亚元"), ("NZD", "新西兰元|纽元"), ("SGD", "新加坡元|新元"), ("RUB", "卢布|盧布"), ("INR", "卢比|盧比|印度卢比"), ("PKR", "巴基斯坦卢比"), ("THB", "泰铢|泰銖"), ("VND", "越南盾"), ("IDR", "印尼盾|印尼卢比"), ("MYR", "林吉特|马币"), ("PHP", "菲律宾比索"), ("MXN", "墨西哥比索"), ("peso", "比索"), ("BRL", "雷亚尔|巴西雷亚尔"), ("ZAR", "兰特|南非兰特"), ("TRY", "土耳其里拉"), ("lira", "里拉"), ("KZT", "坚戈"), ("AZN", "马纳特"),
        ("SAR", "沙特里亚尔"), ("AED", "迪拉姆"), ("EGP", "埃及镑"), ("ILS", "谢克尔"), ("SEK", "瑞典克朗"), ("NOK", "挪威克朗"), ("DKK", "丹麦克朗"), ("crown", "克朗"), ("franc", "法郎"), ("mark", "马克"), ("dinar", "第纳尔"), ("BTC", "比特币|比特幣"), ("XDR", "特别提款权"), ("cent", "美分|仙"), ("penny", "便士"), ("jiao", "角|毛|毫"), ("fen", "分"),
    ],
    currency_marks: &[("CNY", "人民币|人民幣|￥|¥"), ("HKD", "港币|港幣"), ("USD", "美金"), ("TWD", "新台币|新台幣")],
    nouns: &[
        ("person", "人|名|位|人员|人員|民众|民眾|人口"), ("civilian", "平民|名平民"), ("child", "儿童|兒童|孩子|小孩"), ("live birth", "活产婴儿|活产|例活产"), ("woman", "妇女|婦女|女性"), ("victim", "受害者|受害人|遇难者|遇難者"), ("survivor", "幸存者|倖存者"), ("student", "学员|學員|学生|學生"), ("participant", "与会者|與會者|参与者|參與者"), ("soldier", "士兵|军人|軍人"), ("refugee", "难民|難民"), ("displaced person", "流离失所者|境内流离失所者"), ("mine", "地雷"), ("anti-personnel mine", "杀伤人员地雷|杀伤人员的地雷|殺傷人員地雷"), ("anti-tank mine", "反坦克地雷|反坦克雷"),
        ("anti-vehicle mine", "反车辆地雷|反車輛地雷"), ("submunition", "子弹药"), ("deminer", "排雷员|排雷人员|扫雷人员"), ("country", "国|国家|國家"), ("state party", "缔约国|締約國"), ("state", "邦"), ("member state", "会员国|會員國|成员国|成員國"), ("village", "村庄|村莊|村"), ("region", "地区|地區|区域|區域"), ("district", "县|縣"), ("province", "省"), ("school", "学校|學校"), ("hospital", "医院|醫院"), ("house", "房屋"), ("vehicle", "车辆|車輛|汽车|汽車"), ("family", "家庭"), ("household", "户|戶"), ("team", "队|隊|小组|小組"), ("project", "项目|項目"), ("job", "就业岗位|就業崗位|工作岗位|工作崗位"), ("accident", "事故"), ("incident", "事件"), ("prosthesis", "假肢|义肢|義肢"),
    ],
    labels: "条约|决议|決議|议定书",
    roles: &[
        (FigureRole::Increment, "另|另有|再|又有"), (FigureRole::Total, "共计|共計|总计|總計|合计|合計|总共|總共"), (FigureRole::Average, "平均"), (FigureRole::OfWhich, "其中|包括"),
    ],
    other: "其他",
    rises: "增加|增加了|增长|增長|增长了|上升|上升了|提高|提高了|上涨|上漲|攀升|升",
    falls: "减少|減少|减少了|下降|下降了|降低|降低了|下跌|跌|缩减",
    raises: "提升",
    cuts: "削减|裁减",
    stops: "的|了|在|是|有|被|和|与|及|并|而|但|也|都|就|将|已|已经|从|到|由|对|为|以|于|这|那|我|我们|你|他|她|它|们|其|该|各|每|某|来|去|说|一切|一样|一般|一些|一定|一直|一致|一旦|一起|一方面|一向|一同|一带|一贯|一再|一道|一项|一个|一种|一系列|拾起|收拾|统一|唯一|单一|之一|第一|一看|一下|一边|一点|一时|一律|一体|一并|三角|四川|四处|四周|四面|五角大楼|五星|五台山|五金|六合|七夕|八卦|九龙|十分|十足|十字|百姓|百货|百分|百科|千万不|千方百计|千家万户|万一|万分|万事|万岁|万象|万圣节|两岸|两两|两极|二手|二战|二维|三峡|三明治|三维|三亚|陆地|陆军|陆续|陆上|陆路|大陆|伍德|打击|打破|打造|对于|对方|对应|对策|对话|双方|双边|双重|半岛|半島|半球|半导体|半導體|半决赛|半決賽|半路|半夜|半径|半徑|半空|一樣|一個|一種|一項|一邊|一點|一時|一體|一貫|一帶|統一|單一|萬一|萬分|萬事|萬歲|萬象|千萬不|千萬別|十字|兩岸|兩極|大陸|陸地|陸軍|陸續|陸上|陸路|打擊|對方|對話|參加|參與|參考|參觀|參議|參謀|參選|參賽|參展|參照|參戰|參軍",
    auxiliaries: "被|已|已经|将|曾",
    verbs: "清除|销毁|摧毁|死亡|受伤|丧生|遇难|培训|援助|提供",
    claims: "声称|宣称",
    according: "据|根据|按照",
    ..FigureWords::EMPTY
};
