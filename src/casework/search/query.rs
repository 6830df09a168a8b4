//! What a search asks for.

use super::stem::stem;
use super::words::cut;
use crate::wording::Trilingual;

/// The longest search, in characters.
const LONGEST: usize = 200;
/// The most words of one search.
const MOST_WORDS: usize = 20;

/// A search: words that must all stand in one text. There are no operators: a sign is a space, and «og» is a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    // Invariant: at least one, and every one of letters and digits alone.
    terms: Vec<Term>,
}

/// One word of a search. A text has it that has the name or the stem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The word as it was typed, in small letters.
    pub name: String,
    /// Its stem; `None` for a number.
    pub stem: Option<String>,
}

/// A search that cannot be carried out. The texts never repeat what was searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub enum QueryProblem {
    /// No word at all.
    NoWords,
    /// More than anybody types.
    TooLong {
        /// How many characters it has.
        length: usize,
    },
    /// More words than anybody needs.
    TooManyWords {
        /// How many.
        words: usize,
    },
    /// The number of a person, which texts are not searched for.
    IdentityNumber,
}

impl QueryProblem {
    /// What is wrong and what to do.
    #[must_use]
    pub fn text(&self) -> Trilingual {
        match self {
            Self::NoWords => Trilingual::fixed(
                "Søket har ingen ord. Skriv ett eller flere ord som står i saken.",
                "Søket har ingen ord. Skriv eitt eller fleire ord som står i saka.",
                "The search has no words. Write one or more words that are in the case.",
            ),
            Self::TooLong { length } => Trilingual::made(
                format!("Søket er på {length} tegn. Det er plass til {LONGEST}. Søk med noen få ord."),
                format!("Søket er på {length} teikn. Det er plass til {LONGEST}. Søk med nokre få ord."),
                format!("The search has {length} characters. There is room for {LONGEST}. Search with a few words."),
            ),
            Self::TooManyWords { words } => Trilingual::made(
                format!("Søket har {words} ord. Det er plass til {MOST_WORDS}. Søk med noen få ord."),
                format!("Søket har {words} ord. Det er plass til {MOST_WORDS}. Søk med nokre få ord."),
                format!("The search has {words} words. There is room for {MOST_WORDS}. Search with a few words."),
            ),
            Self::IdentityNumber => Trilingual::fixed(
                "Et fødselsnummer kan ikke søkes opp i tekstene. Søk etter personen i stedet.",
                "Eit fødselsnummer kan ikkje søkjast opp i tekstane. Søk etter personen i staden.",
                "The texts cannot be searched for an identity number. Search for the person instead.",
            ),
        }
    }
}

impl Query {
    /// Reads a search as somebody typed it.
    ///
    /// # Errors
    /// [`QueryProblem`].
    pub fn parse(text: &str) -> Result<Self, QueryProblem> {
        let length = text.trim().chars().count();
        if length > LONGEST {
            return Err(QueryProblem::TooLong { length });
        }
        let words = cut(text);
        if words.is_empty() {
            return Err(QueryProblem::NoWords);
        }
        if words.iter().any(|word| word.is_identity) {
            return Err(QueryProblem::IdentityNumber);
        }
        if words.len() > MOST_WORDS {
            return Err(QueryProblem::TooManyWords { words: words.len() });
        }
        let terms =
            words.into_iter().map(|word| Term { stem: (!word.has_digit).then(|| stem(&word.text)), name: word.text });
        Ok(Self { terms: terms.collect() })
    }

    /// The words, at least one.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_spaces_and_words_that_others_take_as_orders_are_words() {
        let query = Query::parse("\"klagen\" AND NEAR(sletting*) OR names:^2026 -- ';").expect("a search");
        let terms: Vec<(&str, Option<&str>)> =
            query.terms().iter().map(|term| (term.name.as_str(), term.stem.as_deref())).collect();
        assert_eq!(
            terms,
            [
                ("klagen", Some("klag")),
                ("and", Some("and")),
                ("near", Some("near")),
                ("sletting", Some("sletting")),
                ("or", Some("or")),
                ("names", Some("nam")),
                ("2026", None),
            ]
        );
    }

    #[test]
    fn what_is_no_search_is_told() {
        assert_eq!(Query::parse(""), Err(QueryProblem::NoWords));
        assert_eq!(Query::parse(" *\"():-^ … "), Err(QueryProblem::NoWords));
        assert_eq!(Query::parse(&"a".repeat(10_000)), Err(QueryProblem::TooLong { length: 10_000 }));
        assert_eq!(Query::parse(&"a ".repeat(50)), Err(QueryProblem::TooManyWords { words: 50 }));
        for number in ["138461 20134", "sak 13846120134", "138461-20134", "138461.20134", "fnr13846120134"] {
            assert_eq!(Query::parse(number), Err(QueryProblem::IdentityNumber), "{number}");
        }
    }
}
