//! Cutting a text into words.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::stem::stem;
use crate::law::identity::identity_numbers_in;

/// A longer word is cut off here: nobody searches for it, and it would fill the index.
const LONGEST_WORD: usize = 64;

/// The words of a text, in small letters. An accent stays as it was typed: «å» is no «a», and «é» no «e».
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    names: BTreeSet<String>,
    stems: BTreeSet<String>,
}

impl Words {
    /// The words of a text. A word with a capital letter inside a sentence is a name, and names and numbers are kept as
    /// they are; of every other word its stem is kept. The first word of a sentence may be either and is kept as both.
    /// A word that holds an identity number, or a part of one, is left out.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut words = Self::default();
        for word in cut(text).into_iter().filter(|word| !word.is_identity) {
            let (name, common) = (word.has_digit || word.is_capital, !word.has_digit && !word.is_name());
            if common {
                words.stems.insert(stem(&word.text));
            }
            if name {
                words.names.insert(word.text);
            }
        }
        words
    }

    /// Names and numbers, as they are, in alphabetical order.
    pub fn names(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        self.names.iter().map(String::as_str)
    }

    /// The stems of all other words, in alphabetical order.
    pub fn stems(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        self.stems.iter().map(String::as_str)
    }

    /// Whether there is nothing to search in the text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.stems.is_empty()
    }
}

/// A word as it stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// In small letters.
    pub(super) text: String,
    pub(super) has_digit: bool,
    /// Whether a number that tells, or may tell, who somebody is stands in it, or a part of one.
    pub(super) is_identity: bool,
    is_capital: bool,
    all_capitals: bool,
    begins_sentence: bool,
}

impl Word {
    /// Whether it can only be a name: a capital inside a sentence, or nothing but capitals («KPR»).
    fn is_name(&self) -> bool {
        self.is_capital && (!self.begins_sentence || self.all_capitals)
    }
}

/// The words of a text in their order.
pub(super) fn cut(text: &str) -> Vec<Word> {
    let text: String = text.nfc().collect();
    let mut words: Vec<Word> = Vec::new();
    let mut identities = identity_numbers_in(&text).into_iter().peekable();
    let mut begins_sentence = true;
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        let length = rest.find(|letter| !is_of_word(letter)).unwrap_or(rest.len());
        if length == 0 {
            begins_sentence |= matches!(first, '.' | '!' | '?' | ':' | '«' | '"' | '\n' | '•');
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let start = text.len() - rest.len();
        while identities.next_if(|number| number.end <= start).is_some() {}
        let is_identity = identities.peek().is_some_and(|number| number.start < start + length);
        words.push(word(&rest[..length], begins_sentence, is_identity));
        (begins_sentence, rest) = (false, &rest[length..]);
    }
    words
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || is_combining_mark(letter)
}

fn word(text: &str, begins_sentence: bool, is_identity: bool) -> Word {
    let letters = || text.chars().filter(|letter| letter.is_alphabetic());
    Word {
        text: text.to_lowercase().nfc().take(LONGEST_WORD).collect(),
        has_digit: text.chars().any(char::is_numeric),
        is_identity,
        is_capital: text.chars().next().is_some_and(char::is_uppercase),
        all_capitals: letters().count() > 1 && letters().all(char::is_uppercase),
        begins_sentence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> (Vec<String>, Vec<String>) {
        let words = Words::of(text);
        (words.names().map(str::to_owned).collect(), words.stems().map(str::to_owned).collect())
    }

    #[test]
    fn names_and_numbers_stay_as_they_are_and_other_words_are_stemmed() {
        let (names, stems) = words("Eg bad Bergs klinikk om opplysningane frå 1994, og KPR. Klagen min ligg i Førde.");
        assert_eq!(names, ["1994", "bergs", "eg", "førde", "klagen", "kpr"]);
        assert_eq!(stems, ["bad", "eg", "frå", "i", "klag", "klinikk", "ligg", "min", "og", "om", "opplysning"]);
    }

    #[test]
    fn letters_and_accents_stay_as_they_are_typed() {
        // The last is typed as a letter and a ring.
        let (_, stems) = words("ale ål æle øl idé ide a\u{30A}l");
        assert_eq!(stems, ["ale", "ide", "idé", "ål", "æle", "øl"]);
    }

    #[test]
    fn a_number_that_tells_who_somebody_is_is_left_out() {
        let (names, _) = words("nummeret 13846120134, eller 138461 20134, i sak 2024123 456789, 12345-6");
        assert_eq!(names, ["12345", "2024123", "456789", "6"]);
        let (names, stems) =
            words("fnr13846120100, 138461-20100, 138461.20100, 138461\u{A0}20100, x138461–20100y og 1994");
        assert_eq!((names, stems), (vec!["1994".to_owned()], vec!["og".to_owned()]));
    }

    #[test]
    fn a_text_without_words_has_none_and_a_long_one_is_cut_off() {
        assert!(Words::of(" … – !\n").is_empty());
        let (_, stems) = words(&"x".repeat(1000));
        assert_eq!(stems[0].len(), LONGEST_WORD);
    }
}
