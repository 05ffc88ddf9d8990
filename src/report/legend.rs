//! What the signs of a report mean: only those that stand in it.

use super::digest::{Digest, FigureLine};
use crate::model::Sign;

/// Words that a reader may not know, with the sign or word that they explain.
/// They are sought in what is shown, so that no list of where they may stand has to be kept.
const WORDS: [(&str, &str); 4] = [
    ("floor", "the least that the words allow"),
    ("ceiling", "the most that the words allow"),
    ("≈", "about"),
    ("≥", "at least"),
];

/// Collects the signs of some comparisons.
#[derive(Debug, Default)]
pub struct Legend {
    /// Whether statements of two delegations are among them.
    is_apart: bool,
    signs: [bool; Sign::ALL.len()],
    words: [bool; WORDS.len()],
}

impl Legend {
    /// Takes note of what stands in `digest`.
    pub fn note(&mut self, digest: &Digest<'_>) {
        let lists = [
            &digest.commitments,
            &digest.figures,
            &digest.labels,
            &digest.dates,
        ];
        self.is_apart |= digest.is_apart;
        for line in lists.into_iter().flatten() {
            self.note_line(line);
        }
        let alone = [&digest.alone, &digest.alone_labels, &digest.alone_dates];
        for group in alone.into_iter().flatten() {
            self.signs[group.verdict.sign_kind() as usize] = true;
        }
    }

    fn note_line(&mut self, line: &FigureLine) {
        self.signs[line.verdict.sign_kind() as usize] = true;
        let texts = [
            line.before.as_deref(),
            line.after.as_deref(),
            Some(line.remark.as_str()),
        ];
        for (seen, (word, _)) in self.words.iter_mut().zip(WORDS) {
            *seen |= texts.iter().flatten().any(|text| text.contains(word));
        }
    }

    /// *↑ more · ↓ less · floor: the least that the words allow*; `None` without a sign.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        let signs = self.signs.iter().zip(Sign::ALL).filter(|(seen, _)| **seen);
        let signs = signs.filter_map(|(_, sign)| {
            let words = match sign {
                Sign::Gone if self.is_apart => "the first statement alone",
                Sign::New if self.is_apart => "the second alone",
                _ => sign.meaning()?,
            };
            Some(format!("{} {words}", sign.text()))
        });
        let words = self.words.iter().zip(WORDS).filter(|(seen, _)| **seen);
        // In bytes: signs have up to three.
        let words = words.map(|(_, (word, meaning))| match word.len() {
            ..4 => format!("{word} {meaning}"),
            _ => format!("{word}: {meaning}"),
        });
        let all: Vec<String> = signs.chain(words).collect();
        (!all.is_empty()).then(|| all.join(" · "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Verdict;
    use crate::report::Target;

    fn line(verdict: Verdict, remark: &str) -> FigureLine {
        FigureLine {
            id: String::new(),
            verdict,
            sign: verdict.sign(),
            measure: String::new(),
            before: Some(">140".to_owned()),
            after: None,
            remark: remark.to_owned(),
            place: String::new(),
            target: Target::default(),
            quotes: Vec::new(),
        }
    }

    #[test]
    fn only_what_stands_in_the_report_is_explained() {
        let mut legend = Legend::default();
        assert_eq!(legend.text(), None);
        legend.note_line(&line(Verdict::Increased, "floor +60"));
        let text = legend.text().unwrap();
        assert_eq!(text, "↑ more · floor: the least that the words allow");
    }
}
