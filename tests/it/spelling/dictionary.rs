//! The dictionaries, and the words of the project that they lack.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use personvernsak::wording::Language;
use spellbook::Dictionary;

use super::passage::Passage;

/// The project's lists: one for each language, names and abbreviations that are the same in all, and what the dictionary
/// of one form of Norwegian lets through although it is of the other.
pub const LISTS: [&str; 6] = ["nb.txt", "nn.txt", "en.txt", NAMES, NOT_BOKMAAL, NOT_NYNORSK];
const NAMES: &str = "names.txt";
const NOT_BOKMAAL: &str = "not-nb.txt";
const NOT_NYNORSK: &str = "not-nn.txt";

/// Where Debian keeps the dictionaries.
const FOLDER: &str = "/usr/share/hunspell";

static DICTIONARIES: LazyLock<[Dictionary; 3]> = LazyLock::new(|| Language::ALL.map(dictionary));

/// Tells whether a word is one of a language.
pub struct Checker {
    lists: BTreeMap<&'static str, BTreeSet<String>>,
    used: RefCell<BTreeSet<(&'static str, String)>>,
    known: RefCell<BTreeMap<(Language, String), bool>>,
}

impl Checker {
    /// The dictionaries with the project's lists.
    pub fn read() -> Self {
        let lists = LISTS.map(|list| (list, read(list)));
        Self::with(&lists.iter().map(|(list, text)| (*list, text.as_str())).collect::<Vec<_>>())
    }

    /// The dictionaries with other lists.
    pub fn with(lists: &[(&'static str, &str)]) -> Self {
        let words = |text: &str| text.lines().map(str::to_owned).collect();
        Self {
            lists: lists.iter().map(|(list, text)| (*list, words(text))).collect(),
            used: RefCell::default(),
            known: RefCell::default(),
        }
    }

    /// Whether a word is spelt as the dictionary or the lists have it: whole, or in each of its parts between hyphens.
    pub fn knows(&self, language: Language, word: &str) -> bool {
        let key = (language, word.replace('’', "'"));
        let before = self.known.borrow().get(&key).copied();
        before.unwrap_or_else(|| {
            let known = self.looked_up(language, &key.1);
            self.known.borrow_mut().insert(key, known);
            known
        })
    }

    fn looked_up(&self, language: Language, word: &str) -> bool {
        // «Henvendelses- og saksnummer»: the first of two compounds that share their end, with what binds them.
        if let Some(start) = word.strip_suffix('-') {
            return self.knows(language, start)
                || start.strip_suffix('s').is_some_and(|bare| self.knows(language, bare));
        }
        self.knows_whole(language, word)
            || word.contains('-') && word.split('-').all(|part| part.is_empty() || self.knows_whole(language, part))
    }

    fn knows_whole(&self, language: Language, word: &str) -> bool {
        if self.is_of_the_other_form(language, &word.to_lowercase()) {
            return false;
        }
        if DICTIONARIES[language as usize].check(word) || word.chars().count() == 1 {
            self.used.borrow_mut().insert(("", word.to_owned()));
            return true;
        }
        let of_language = language.pick("nb.txt", "nn.txt", "en.txt");
        let genitive = word.strip_suffix(language.pick("s", "s", "'s"));
        self.listed(NAMES, word)
            || self.listed(of_language, word)
            || self.listed(of_language, &uncapitalised(word))
            || genitive.is_some_and(|name| self.listed(NAMES, name))
    }

    fn is_of_the_other_form(&self, language: Language, word: &str) -> bool {
        let list = match language {
            Language::Nb => NOT_BOKMAAL,
            Language::Nn => NOT_NYNORSK,
            Language::En => return false,
        };
        self.lists.get(list).is_some_and(|words| words.contains(word))
    }

    fn listed(&self, list: &'static str, word: &str) -> bool {
        let found = self.lists.get(list).is_some_and(|words| words.contains(word));
        if found {
            self.used.borrow_mut().insert((list, word.to_owned()));
        }
        found
    }

    /// The names on the list that have several words and stand in a passage, longer ones before those that they begin with.
    pub fn names_of_several_words<'a>(&'a self, passage: &Passage) -> impl Iterator<Item = &'a str> {
        let names = self.lists.get(NAMES).into_iter().flatten().rev().filter(|name| name.contains(' '));
        names.filter(|name| passage.has(name)).map(|name| {
            self.used.borrow_mut().insert((NAMES, name.clone()));
            name.as_str()
        })
    }

    /// The listed words that no text needed since the lists were read.
    pub fn unused(&self) -> Vec<String> {
        let used = self.used.borrow();
        let mut told = Vec::new();
        for (list, language) in [(NOT_BOKMAAL, Language::Nb), (NOT_NYNORSK, Language::Nn)] {
            for word in self.lists.get(list).into_iter().flatten() {
                // A sentence may begin with what is a name.
                if ![word.clone(), capitalised(word)].iter().any(|word| DICTIONARIES[language as usize].check(word)) {
                    told.push(format!(
                        "tests/words/{list}: «{word}» is not in the dictionary, so it need not be kept out"
                    ));
                }
            }
        }
        for (list, words) in self.lists.iter().filter(|(list, _)| ![NOT_BOKMAAL, NOT_NYNORSK].contains(*list)) {
            for word in words.iter().filter(|word| !used.contains(&(list, (*word).clone()))) {
                let why = if used.contains(&("", word.clone())) { "is in the dictionary" } else { "stands in no text" };
                told.push(format!("tests/words/{list}: «{word}» {why}"));
            }
        }
        told
    }
}

fn uncapitalised(word: &str) -> String {
    let mut signs = word.chars();
    signs.next().map(|first| first.to_lowercase().chain(signs).collect()).unwrap_or_default()
}

fn capitalised(word: &str) -> String {
    let mut signs = word.chars();
    signs.next().map(|first| first.to_uppercase().chain(signs).collect()).unwrap_or_default()
}

/// What is wrong with the order of a list.
pub fn disorder(list: &str, text: &str) -> Vec<String> {
    let mut problems = Vec::new();
    let mut before = "";
    for (index, word) in text.lines().enumerate() {
        let place = format!("tests/words/{list}:{}", index + 1);
        if word.trim() != word || word.is_empty() {
            problems.push(format!("{place}: «{word}» has space around it"));
        } else if word == before {
            problems.push(format!("{place}: «{word}» stands twice"));
        } else if word < before {
            problems.push(format!("{place}: «{word}» stands after «{before}»; the list is sorted"));
        }
        before = word;
    }
    problems
}

/// The text of a list.
pub fn read(list: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/words").join(list);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn dictionary(language: Language) -> Dictionary {
    let name = language.pick("nb_NO", "nn_NO", "en_GB");
    let [rules, words] = ["aff", "dic"].map(|ending| {
        let path = Path::new(FOLDER).join(format!("{name}.{ending}"));
        let bytes = fs::read(&path).unwrap_or_else(|error| {
            panic!(
                "{}: {error}\nInstall the packages with the purpose «spell» in scripts/debian-packages.txt.",
                path.display()
            )
        });
        decoded(&bytes)
    });
    Dictionary::new(&rules, &words).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The Norwegian dictionaries are written in ISO 8859-1, where every byte is the character with its number.
fn decoded(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}
