//! A line of text that people read, and its words.

use personvernsak::wording::Language;

/// Stands where a value or a mark is put into a text; what it touches is no word of the text's own.
pub const FILLED: char = '0';

/// A line of text.
pub struct Passage {
    /// The file that it stands in.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The language that it is written in.
    pub language: Language,
    text: String,
}

impl Passage {
    /// A line of text; `{…}` in it is filled in later.
    pub fn new(file: &str, line: usize, language: Language, text: &str) -> Self {
        Self { file: file.to_owned(), line, language, text: without_codes(&without_fields(text)) }
    }

    /// The lines of a text that begins on a line of a file.
    pub fn lines(file: &str, first: usize, language: Language, text: &str) -> Vec<Self> {
        let lines = text.lines().enumerate();
        lines.map(|(offset, line)| Self::new(file, first + offset, language, line)).collect()
    }

    /// Whether a name stands in it.
    pub fn has(&self, name: &str) -> bool {
        self.text.contains(name)
    }

    /// The words, each with the languages that it may be in: without numbers, addresses, names of files, arguments of the
    /// command line, and the names of several words that are given.
    pub fn words<'a>(&self, names: impl Iterator<Item = &'a str>) -> Vec<(String, Vec<Language>)> {
        let text = names.fold(self.text.clone(), |text, name| text.replace(name, &FILLED.to_string()));
        let mut words = Vec::new();
        for (index, part) in text.split(['«', '»']).enumerate() {
            // What the registers quote is quoted as it was published.
            let quoted = index % 2 == 1 && self.file.starts_with("registers/");
            let languages = if quoted { vec![self.language, Language::Nb] } else { vec![self.language] };
            words.extend(words_of(part).map(|word| (word.to_owned(), languages.clone())));
        }
        words
    }
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    let chunks = text.split(|sign: char| sign.is_whitespace() || "()[]“”\"".contains(sign));
    chunks.filter(|chunk| is_prose(chunk)).flat_map(|chunk| {
        let inside = |sign: char| sign.is_alphanumeric() || "-'’".contains(sign);
        let words = chunk.split(move |sign: char| !inside(sign));
        let words = words.map(|word| word.trim_matches(['\'', '’']).trim_start_matches('-'));
        words.filter(|word| word.chars().count() > 1 && !word.contains(|sign: char| sign.is_ascii_digit()))
    })
}

fn is_prose(chunk: &str) -> bool {
    let address = chunk.contains(['@', '_', '\\', '`', '<', '>', '$', '='])
        || chunk.contains("://")
        || chunk.starts_with("--")
        || chunk.starts_with('/');
    // A full stop with letters on both sides: a web address, a file.
    let dotted = chunk.trim_matches(|sign: char| !sign.is_alphanumeric()).split('.').collect::<Vec<_>>();
    let dotted = dotted.len() > 1 && dotted.iter().all(|part| part.len() > 1);
    !address && !dotted
}

fn without_fields(text: &str) -> String {
    let mut kept = String::new();
    let mut depth = 0_u32;
    for sign in text.chars() {
        match sign {
            '{' => {
                depth += 1;
                kept.push(FILLED);
            }
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(sign),
            _ => {}
        }
    }
    kept
}

/// A text without «what a computer reads»: quotes of small letters alone, as commands and values of files are.
fn without_codes(text: &str) -> String {
    let mut parts = text.split('«');
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let code = |quoted: &str| {
            let coded = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || " -_.=[]".contains(sign);
            quoted.chars().all(coded)
        };
        match part.split_once('»') {
            Some((quoted, rest)) if code(quoted) => kept.extend([FILLED.to_string().as_str(), rest]),
            _ => kept.extend(["«", part]),
        }
    }
    kept
}
