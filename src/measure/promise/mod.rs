//! Which promises of two statements are of one act, and what became of them.
//!
//! Two promises are of one act when the same actor does the same, or nearly the same,
//! to the same thing (`alike`). What is said twice is judged by its strongest mention
//! (`strongest`). A promise without a counterpart is met where the later statement says
//! that it is done (`met`), and gone only where much of the wording around it stayed
//! and no sentence has its words (`gone`).

mod alike;
mod due;
mod gone;
mod met;
mod rows;
mod side;
mod strongest;

use hashbrown::HashSet;

use super::words::Stems;
use crate::model::{PromiseLink, Verdict, Vocabulary, Witness};
use alike::{Candidate, candidates};
use side::{Side, weigh};
use strongest::Strongest;

pub use due::settle_deadlines;
pub use rows::find_promises;

/// Links the promises of two witnesses that share `vocabulary`.
#[must_use]
pub fn link_promises(
    before: &Witness,
    after: &Witness,
    vocabulary: &Vocabulary,
) -> Vec<PromiseLink> {
    if before.promises.is_empty() && after.promises.is_empty() {
        return Vec::new();
    }
    let mut stems = Stems::of_acts(vocabulary, before.document.metadata.language);
    let sides = [before, after].map(|witness| Side::new(witness, &mut stems));
    let rarity = weigh(&sides, stems.len());
    let mut pairs = candidates(&sides, &rarity);
    pairs.sort_by(|one, two| {
        let order = two.likeness.total_cmp(&one.likeness);
        let order = order.then(two.beside.total_cmp(&one.beside));
        order.then((one.before, one.after).cmp(&(two.before, two.after)))
    });
    let strongest = Strongest::new(&sides, &pairs);
    let paired = Paired::new(&pairs);
    let mut links = one_to_one(&pairs, |pair| strongest.verdict(&sides, pair));
    let met = met::links(&sides, &paired, &rarity, &mut stems);
    let is_met: HashSet<u32> = met.iter().filter_map(|link| link.before).collect();
    let is_open = |link: &PromiseLink| link.before.is_none_or(|at| !is_met.contains(&at));
    let gone = gone::links(&sides, &paired, &rarity);
    links.extend(met);
    // What the later statement says is done is not gone, though no sentence promises it.
    links.extend(gone.into_iter().filter(is_open));
    links.sort_by_key(|link| (link.after.is_none(), link.after, link.before));
    links
}

/// The pairs, the most alike first, each promise in one.
fn one_to_one(pairs: &[Candidate], verdict: impl Fn(&Candidate) -> Verdict) -> Vec<PromiseLink> {
    let mut taken = [HashSet::new(), HashSet::new()];
    let mut links = Vec::new();
    for pair in pairs {
        if taken[0].contains(&pair.before) || taken[1].contains(&pair.after) {
            continue;
        }
        taken[0].insert(pair.before);
        taken[1].insert(pair.after);
        links.push(PromiseLink {
            before: Some(narrow(pair.before)),
            after: Some(narrow(pair.after)),
            deed: None,
            verdict: verdict(pair),
            likeness: pair.likeness,
        });
    }
    links
}

/// The promises of both sides of which the other statement says the act too.
#[derive(Debug)]
struct Paired([HashSet<usize>; 2]);

impl Paired {
    fn new(pairs: &[Candidate]) -> Self {
        Self([
            pairs.iter().map(|pair| pair.before).collect(),
            pairs.iter().map(|pair| pair.after).collect(),
        ])
    }

    fn has(&self, side: usize, at: usize) -> bool {
        self.0[side].contains(&at)
    }
}

fn narrow(at: usize) -> u32 {
    u32::try_from(at).expect("fewer promises than bytes")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::read_witness;
    use crate::load::{LoadOptions, load_bytes};

    /// What became of the promises of one text in another.
    fn verdicts(before: &str, after: &str) -> Vec<&'static str> {
        let mut vocabulary = Vocabulary::new();
        let [before, after] = [before, after].map(|text| {
            let document = load_bytes("a.txt", text.as_bytes(), &LoadOptions::default());
            read_witness(document.unwrap(), &mut vocabulary)
        });
        let links = link_promises(&before, &after, &vocabulary);
        links.iter().map(|link| link.verdict.name()).collect()
    }

    const PORT: &str = "The harbours of the coast are the pride of our towns. \
                        The ferries of the coast sail every day of the year.";

    fn verdict_of(before: &str, after: &str) -> Vec<&'static str> {
        verdicts(&format!("{before} {PORT}"), &format!("{PORT}\n\n{after}"))
    }

    #[test]
    fn the_same_act_in_other_words_of_the_ladder_is_softened_or_strengthened() {
        let promise = |verb: &str| format!("Ruritania {verb} clear every field.");
        let (strong, weak) = (promise("will"), promise("intends to"));
        assert_eq!(verdict_of(&strong, &weak), ["softened"]);
        assert_eq!(verdict_of(&weak, &strong), ["strengthened"]);
        assert_eq!(verdict_of(&strong, &strong), ["same"]);
    }

    #[test]
    fn near_synonyms_and_nouns_say_the_same_act() {
        let cases = [
            (
                "We intend to buy long bonds.",
                "We will purchase long bonds.",
            ),
            (
                "We are considering the need to buy long bonds.",
                "We will complete purchases of long bonds.",
            ),
            (
                "We support the full and equal part of survivors of mines in the life of towns.",
                "We are committed to ensuring the full and equal part of survivors of mines in the life of towns and \
                 villages, with respect for rights, schools, courts and the dignity of each woman and man.",
            ),
            (
                "We support a world free of mines.",
                "We are committed to working towards a world free of mines.",
            ),
        ];
        for (before, after) in cases {
            assert_eq!(verdict_of(before, after), ["strengthened"], "{before}");
        }
    }

    #[test]
    fn another_actor_act_object_or_mood_is_another_promise() {
        let cases = [
            (
                "We will clear every field.",
                "The Council intends to clear every field.",
            ),
            (
                "We will clear every field.",
                "We intend to sell every field.",
            ),
            (
                "We will clear every field.",
                "We intend to clear the harbour of wrecks.",
            ),
            ("We will clear every field.", "We should clear every field."),
            ("We will use mines.", "We may never use mines."),
        ];
        for (before, after) in cases {
            let reported = verdict_of(before, after);
            assert!(!reported.contains(&"softened"), "{before} {reported:?}");
        }
    }

    #[test]
    fn what_is_no_longer_to_be_left_undone_is_reversed() {
        let (no, yes) = (
            "The parties shall not disclose the text to others.",
            "The parties shall disclose the text to others.",
        );
        assert_eq!(verdict_of(no, yes), ["reversed"]);
        assert_eq!(verdict_of(yes, no), ["reversed"]);
        assert_eq!(
            verdict_of("We will use mines.", "We will never use mines."),
            ["reversed"]
        );
        let both = format!("{yes} {no}");
        assert!(!verdict_of(no, &both).contains(&"reversed"));
        let (no, yes) = (
            "Members shall not use the fund for salaries.",
            "Members shall use the fund for salaries.",
        );
        assert_eq!(verdict_of(no, yes), ["reversed"]);
        let cases = [
            (
                "The operator must not store fuel.",
                "The operator must store fuel.",
            ),
            (
                "The fund shall be used for pay.",
                "The fund shall not be used for pay.",
            ),
            (
                "No party shall disclose the text.",
                "Each party shall disclose the text.",
            ),
            (
                "No mines may be laid in the valley.",
                "Mines may be laid in the valley.",
            ),
            (
                "Members may vote by proxy.",
                "Members may not vote by proxy.",
            ),
            ("We won't raise the fee.", "We will raise the fee."),
        ];
        for (before, after) in cases {
            assert_eq!(verdict_of(before, after), ["reversed"], "{before}");
        }
        let other = "The parties shall disclose the terms of the sale of the ship to others.";
        assert!(!verdict_of(no, other).contains(&"reversed"));
    }

    #[test]
    fn what_is_forbidden_and_what_is_allowed_are_the_reverse_of_one_another() {
        let cases = [
            (
                "Members can vote by proxy.",
                "Members cannot vote by proxy.",
            ),
            (
                "The captains must not store oil on deck.",
                "The captains may store oil on deck.",
            ),
            (
                "The captains may not store oil on deck.",
                "The captains must store oil on deck.",
            ),
            (
                "The sale of nets is forbidden in the old harbour.",
                "The sale of nets is allowed in the old harbour.",
            ),
            (
                "Members are permitted to vote by proxy.",
                "Members are prohibited from voting by proxy.",
            ),
            (
                "Under no circumstances shall members disclose the text.",
                "Members shall disclose the text.",
            ),
            (
                "In no case shall the depots be sold.",
                "The depots shall be sold.",
            ),
        ];
        for (before, after) in cases {
            assert_eq!(verdict_of(before, after), ["reversed"], "{before}");
            assert_eq!(verdict_of(after, before), ["reversed"], "{after}");
        }
        let must = "The captains must store oil on deck.";
        let may = "The captains may store oil on deck.";
        assert!(!verdict_of(must, may).contains(&"reversed"));
    }

    #[test]
    fn leave_is_given_and_taken_in_other_languages_too() {
        let cases = [
            (
                "Die Parteien dürfen den Text des Vertrags nicht offenlegen.",
                "Die Parteien dürfen den Text des Vertrags offenlegen.",
            ),
            (
                "Der Text des Vertrags darf nicht veröffentlicht werden.",
                "Der Text des Vertrags darf veröffentlicht werden.",
            ),
            (
                "Die Mitglieder dürfen nicht abstimmen.",
                "Die Mitglieder müssen abstimmen.",
            ),
            (
                "Стороны должны раскрывать текст соглашения.",
                "Стороны не должны раскрывать текст соглашения.",
            ),
            (
                "Участники могут передавать свои голоса.",
                "Участники не могут передавать свои голоса.",
            ),
            (
                "Les membres ne peuvent voter par procuration.",
                "Les membres peuvent voter par procuration.",
            ),
            (
                "La vente de carburant est interdite dans la vallée.",
                "La vente de carburant est autorisée dans la vallée.",
            ),
            (
                "Los miembros pueden votar por poder.",
                "Los miembros no pueden votar por poder.",
            ),
            (
                "As partes podem divulgar o texto do acordo.",
                "As partes não podem divulgar o texto do acordo.",
            ),
        ];
        for (before, after) in cases {
            assert_eq!(verdicts(before, after), ["reversed"], "{before}");
        }
        // *Need not* agrees with *may*.
        let waived = "Die Parteien müssen den Text des Vertrags nicht offenlegen.";
        let allowed = "Die Parteien dürfen den Text des Vertrags offenlegen.";
        assert!(!verdicts(waived, allowed).contains(&"reversed"));
    }

    #[test]
    fn what_is_said_as_strongly_elsewhere_is_kept() {
        let strong = "We will clear every field of the valley.";
        let both = format!("We hope to clear every field of the valley. {strong}");
        assert!(!verdict_of(strong, &both).contains(&"softened"));
        assert!(!verdict_of(&both, strong).contains(&"strengthened"));
    }

    #[test]
    fn a_promise_of_which_no_trace_is_left_is_dropped() {
        let promise = "We will act as needed to keep the harbour open.";
        assert_eq!(verdict_of(promise, "It rained."), ["dropped"]);
        assert_eq!(verdict_of("It rained.", promise), ["made"]);
    }

    #[test]
    fn a_promise_is_not_dropped_where_a_trace_is_left_or_the_text_is_new() {
        let promise = "We will act as needed to keep the harbour open.";
        let trace = "Our teams act to keep the harbour open.";
        assert!(verdict_of(promise, trace).is_empty());
        let new = "Nothing of what stood there was said again, of ships or of the sea.";
        assert!(verdicts(&format!("{promise} {PORT}"), new).is_empty());
        let conditional = "We will act to keep the harbour open, if the fund is set up.";
        assert!(verdict_of(conditional, "It rained.").is_empty());
    }

    #[test]
    fn a_promise_that_is_said_with_another_verb_is_not_dropped() {
        let promise = "We will monitor the state of the harbour and the weather of the coast.";
        for verb in ["assess", "watch"] {
            let other = format!(
                "We will {verb} the state of the harbour when ships are told to wait for bread."
            );
            assert!(!verdict_of(promise, &other).contains(&"dropped"), "{other}");
        }
        let other = "We will paint the state of the harbour when ships are told to wait for bread.";
        assert!(verdict_of(promise, other).contains(&"dropped"), "{other}");
    }

    #[test]
    fn what_both_say_in_the_same_words_is_no_trace_of_a_promise() {
        let kept = "The fund will act for the harbour and keep its lights on.";
        let promise = "We will act as needed to keep the harbour lights.";
        let reported = verdicts(
            &format!("{promise} {kept} {PORT}"),
            &format!("{kept} {PORT}"),
        );
        assert!(reported.contains(&"dropped"), "{reported:?}");
    }

    #[test]
    fn a_promise_of_two_acts_is_dropped_once() {
        let promise = "We will rebuild the old harbour wall and repaint the old town hall.";
        assert_eq!(verdict_of(promise, "It rained."), ["dropped"]);
    }

    #[test]
    fn a_promise_that_is_done_is_met() {
        let promise = "Ruritania will clear every minefield of the northern valley.";
        for done in [
            "Ruritania has cleared every minefield of the northern valley.",
            "Ruritania has completed clearing the minefields of the northern valley.",
            "Every minefield of the northern valley has been cleared.",
            "Ruritania decided today to clear the minefields of the northern valley.",
        ] {
            for promise in [
                promise,
                "Ruritania aims to clear every minefield of the northern valley.",
            ] {
                assert_eq!(verdict_of(promise, done), ["met"], "{done}");
            }
        }
        for other in [
            "Ruritania has not cleared every minefield of the northern valley.",
            "Ruritania has cleared the snow.",
            "Ruritania has cleared the snow of the northern valley.",
            "Syldavia has cleared every minefield of the northern valley.",
        ] {
            assert!(!verdict_of(promise, other).contains(&"met"), "{other}");
        }
        let counted = "Ruritania will clear 40 minefields of the northern valley.";
        let cleared = |count: u32| {
            let done = format!("Ruritania has cleared {count} minefields of the northern valley.");
            verdict_of(counted, &done).contains(&"met")
        };
        assert!(cleared(40) && cleared(52) && !cleared(12));
        // Leave is no word that was given.
        let leave = "Ruritania may clear every minefield of the northern valley.";
        let done = "Ruritania has cleared every minefield of the northern valley.";
        assert!(!verdict_of(leave, done).contains(&"met"));
    }

    #[test]
    fn a_promise_moves_with_the_words_that_say_until_when() {
        let held = |until: &str| format!("We will keep the old harbour open {until}.");
        let reported = |before, after| verdict_of(&held(before), &held(after));
        assert_eq!(
            reported("for some time", "for an extended period"),
            ["moved"]
        );
        assert_eq!(reported("for some time", "for some time"), ["same"]);
        assert_eq!(
            reported("until the ice breaks", "as long as ships arrive"),
            ["moved"]
        );
    }

    #[test]
    fn of_two_promises_in_the_same_words_each_is_that_of_its_sentence() {
        let first =
            "For the sea plan, the Board will keep the fund open until at least the end of 2031.";
        let second =
            "For the land plan, the Board will keep the fund open for as long as necessary.";
        let (before, after) = (format!("{first} {second}"), format!("{second} {first}"));
        assert!(
            verdict_of(&before, &after)
                .iter()
                .all(|verdict| *verdict == "same")
        );
    }

    #[test]
    fn what_is_said_of_others_or_by_a_date_is_no_other_time_of_a_promise() {
        let helped = |since: &str| format!("We will help the towns that waited {since}.");
        let reported = verdict_of(&helped("for some time"), &helped("until the ice broke"));
        assert_eq!(reported, ["same"]);
        let due = |date: &str| format!("We will keep the old harbour open {date}.");
        let reported = verdict_of(&due("until 2031"), &due("through late 2035"));
        assert_eq!(reported, ["same"]);
    }

    #[test]
    fn what_is_expected_to_be_right_is_followed() {
        let outlook = |until: &str| {
            format!(
                "The Council expects that low tolls at the harbour will be appropriate {until}."
            )
        };
        let (old, new) = (outlook("for some time"), outlook("until the wall is built"));
        assert_eq!(verdict_of(&old, &new), ["moved"]);
        assert_eq!(verdict_of(&old, "It rained."), ["dropped"]);
    }

    #[test]
    fn a_promise_is_not_gone_where_another_says_half_of_it_with_a_verb_of_its_act() {
        let text = |act: &str| {
            format!(
                "The Board will {act}.\n\nThe Board will raise the rate of all loans in the spring."
            )
        };
        let verdicts = verdicts(
            &text("continue to monitor the economic outlook"),
            &text("closely assess the outlook for prices and jobs"),
        );
        assert!(!verdicts.contains(&"dropped"), "{verdicts:?}");
    }
}
