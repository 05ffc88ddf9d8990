//! Passages that are hardly more than the names of bodies, meetings and treaties.

/// Least share, in a hundred, of the long words of a name that are capitalised.
const MIN_CAPITALS: usize = 60;

/// Letters of a long word: shorter ones are mostly *of*, *the* and *and*.
const LONG: usize = 4;

/// Whether `text` is mostly names: its long words are capitalised, and others are not, as
/// they would be in a text that is all in capitals.
pub(super) fn is_name(text: &str) -> bool {
    let words = || {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
    };
    let is_capital = |word: &&str| word.starts_with(char::is_uppercase);
    let long = words().filter(|word| word.chars().count() >= LONG);
    let capitals = long.clone().filter(is_capital).count();
    let has_small = words().any(|word| word.starts_with(char::is_lowercase));
    // *Convention on the Rights of the Child*; a text all in capitals has no small word.
    has_small && capitals * 100 >= long.count().max(1) * MIN_CAPITALS
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn names_of_bodies_and_treaties_are_capitalised() {
        let cases = [
            (
                "the Joint Commission of the River States and the League of the Coast",
                true,
            ),
            (
                "the twelfth meeting of the States Parties to the Convention on Clean Rivers",
                true,
            ),
            (
                "Marenia fully supports the work of the Commission and of its two bureaus",
                false,
            ),
            (
                "WE SHALL CLEAR ALL MINES IN THE NORTH OF OUR COUNTRY",
                false,
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(is_name(text), expected, "{text}");
        }
    }
}
