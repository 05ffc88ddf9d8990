//! Russian.
//!
//! The order of the words of necessity, intention and wish is that of N. Shvedova (ed.),
//! *Русская грамматика*, 1980, vol. 2, §1917 ff. The parser gives no base forms, so lists
//! hold first letters. The perfective future has no ending of its own and is not read.

use super::Tongue;
use crate::extract::promise::ladder::{Form, Rung, appeal, duty, rung};
use crate::model::Strength;

#[rustfmt::skip]
const LADDER: &[Rung] = &[
    duty(rung(Strength::Bound, Form::Clause, &["должны", "должен", "должна", "должно", "обязаны", "обязан", "обязана"])),
    rung(Strength::Bound, Form::Clause, &["обязуется", "обязуемся", "обязуются"]),
    rung(Strength::Bound, Form::Either, &["гарантирует", "гарантируем", "гарантируют"]),
    rung(Strength::Committed, Form::Modal, &["буду", "будем", "будет", "будут"]),
    rung(Strength::Committed, Form::Clause, &["обещает", "обещаем", "обещают"]),
    rung(Strength::Committed, Form::Either, &["привержен", "привержена", "привержены", "привержено"]),
    rung(Strength::Committed, Form::Noun, &["приверженность", "решимость"]),
    rung(Strength::Intended, Form::Clause, &[
        "намерен", "намерена", "намерены", "намерено", "планирует", "планируем", "планируют", "готов", "готова",
        "готовы", "готово", "собирается", "собираемся",
    ]),
    rung(Strength::Intended, Form::Noun, &["готовность", "намерение"]),
    appeal(Strength::Intended, &["призывает", "призываем", "призывают", "просит", "просим"]),
    rung(Strength::Aimed, Form::Clause, &[
        "стремится", "стремимся", "стремятся", "надеется", "надеемся", "надеются", "хочет", "хотим", "старается",
        "стараемся",
    ]),
    rung(Strength::Aimed, Form::Either, &["поддерживает", "поддерживаем", "поддерживают"]),
    rung(Strength::Aimed, Form::Noun, &["поддержку", "цель"]),
    rung(Strength::Considered, Form::Clause, &["рассматривает", "рассматриваем", "изучает", "изучаем"]),
    appeal(Strength::Considered, &["приглашает", "приглашаем", "приглашают"]),
];

#[rustfmt::skip]
pub(super) static TONGUE: Tongue = Tongue {
    ladder: LADDER,
    speakers: &["мы", "Мы", "я", "Я"],
    referring: &["он", "она", "оно"],
    own_endings: &[],
    owners: &["наш", "наша", "наше", "наши", "нашу", "мой", "моя", "Наш", "Наша", "Наше", "Моя"],
    possessives: &["наш", "наша", "наше", "нашу", "свой", "свою", "свое", "своё", "её", "его", "их"],
    in_stems: true,
    bodies: &[
        "агентств", "ассамбле", "банк", "государств", "групп", "делегаци", "комисси", "комитет", "министерств",
        "организаци", "парламент", "правительств", "республик", "секретариат", "совет", "союз", "стран", "федераци",
        "фонд",
    ],
    starters: &["в", "на", "и", "но", "для", "это", "эта", "В", "На", "И", "Но", "Для", "Это"],
    noun_signs: &["в", "для", "к", "на", "о", "от", "по", "с"],
    declares: &["заявля", "заявил", "объявля", "подтвержда", "подчеркива", "повторя"],
    asserts: &["выража", "име", "подтвержда", "подчеркива", "повторя"],
    has: &["имеет", "имеем"],
    courtesies: &["хотел", "хотим", "хочет"],
    copulas: &["быть", "оста", "явля"],
    told_copulas: &[],
    drops_copula: true,
    articles: &[],
    infinitive_marks: &[],
    infinitive_endings: &["ть", "ти", "чь", "ться", "тись"],
    gerund_endings: &[],
    past_endings: &[],
    participle_endings: &[],
    pasts: &["был", "была", "было", "были"],
    perfects: &[],
    participles: &[],
    decisions: &[],
    completions: &[],
    asking: &[],
    asking_verbs: &[],
    negations: &["не", "никогда"],
    conditions: &["если"],
    conducts: &[],
    lasting: &[],
    phases: &["нача", "начина", "оста", "помога", "помоч", "продолж", "работа"],
    states: &["быть", "иметь", "мочь", "нужда", "оказа", "стать", "станов", "стоить"],
    light_verbs: &["вест", "вести", "дать", "дава", "дела", "прин", "провод"],
    sayings: &["благодар", "напомн", "отмеч", "отмет", "поздрав", "привет"],
    discourse: &["останов", "перей", "закончи"],
    light: &["действи", "инициатив", "мер", "меры", "процесс", "усили"],
    empty: &["важн", "весь", "все", "друг", "нов", "необходим", "полн"],
    synonyms: &[
        &["уничтож", "ликвидир", "очист", "очищ"],
        &["поддерж", "помога", "содейств"],
        &["укреп", "усили", "расшир"],
        &["ратифиц", "присоедин"],
        &["сократ", "сокращ", "снизи", "снижа", "уменьш"],
        &["предостав", "выдел"],
    ],
    assessments: &[],
    that: &["что"],
    noun_cases: &["к"],
    limits: &["до", "после", "пока"],
    limit_phrases: &["до тех пор"],
    timed_limits: &[],
    due: &["до", "к"],
    during: &["в", "на"],
    stretches: &["год", "года", "году", "годы", "лет", "месяцы", "будущем", "месяц", "месяцев", "период", "время", "недель"],
    whens: &["скоро", "вскоре", "немедленно"],
    deictics: &["этот", "этом", "ближайшее", "ближайшие", "ближайшем", "следующем"],
    degrees: &["по", "меньшей", "мере"],
};
