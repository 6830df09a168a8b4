//! Texts of the window: what stands between quotes in the page's folder of a language.

use personvernsak::wording::Language;

use super::passage::{FILLED, Passage};
use crate::tidy::tree::File;

/// The folder with a folder for each language.
pub const FOLDER: &str = "ui/src/texts/";

/// The texts of a file; none for one that is in no language's folder.
pub fn passages(file: &File) -> Vec<Passage> {
    let folder = file.path.trim_start_matches(FOLDER).split('/').next().unwrap_or_default();
    let Ok(language) = folder.parse::<Language>() else { return Vec::new() };
    let signs: Vec<char> = file.text.chars().collect();
    let mut scan = Scan { file, language, signs, passages: Vec::new() };
    scan.code(0, None);
    scan.passages
}

struct Scan<'a> {
    file: &'a File,
    language: Language,
    signs: Vec<char>,
    passages: Vec<Passage>,
}

impl Scan<'_> {
    fn at(&self, index: usize) -> char {
        self.signs.get(index).copied().unwrap_or('\0')
    }

    /// Reads code up to its end, or to the brace that closes what is put into a text; gives where it ended.
    fn code(&mut self, start: usize, closing: Option<char>) -> usize {
        let (mut index, mut depth) = (start, 0_u32);
        // The sign before a text tells whether it is one, or a key or a value that is compared with.
        let mut before = '\0';
        while index < self.signs.len() {
            let sign = self.at(index);
            if sign == '/' && self.at(index + 1) == '/' {
                index = self.end_of_line(index);
                continue;
            }
            match sign {
                'i' if self.starts_line_with(index, "import ") => index = self.end_of_line(index),
                '\'' | '"' | '`' => {
                    index = self.text(index, sign, before);
                    before = sign;
                    continue;
                }
                '{' => depth += 1,
                '}' if depth == 0 && closing == Some('}') => return index + 1,
                '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if !sign.is_whitespace() {
                before = sign;
            }
            index += 1;
        }
        index
    }

    fn text(&mut self, start: usize, quote: char, before: char) -> usize {
        let line = self.signs[..start].iter().filter(|sign| **sign == '\n').count() + 1;
        let mut text = String::new();
        let mut index = start + 1;
        while index < self.signs.len() && self.at(index) != quote {
            match (self.at(index), self.at(index + 1)) {
                ('\\', next) => {
                    text.push(if next == 'n' { ' ' } else { next });
                    index += 2;
                }
                ('$', '{') if quote == '`' => {
                    text.push(FILLED);
                    index = self.code(index + 2, Some('}'));
                }
                (sign, _) => {
                    text.push(sign);
                    index += 1;
                }
            }
        }
        let after = (index + 1..).map(|place| self.at(place)).find(|sign| !sign.is_whitespace());
        let key = after == Some(':') && matches!(before, '{' | ',' | '|');
        // «Texts['case']» names a part of the texts in the type of a file.
        let type_name = self.signs[..start].ends_with(&['T', 'e', 'x', 't', 's', '[']);
        if !key && !type_name && before != '=' {
            self.passages.extend(Passage::lines(&self.file.path, line, self.language, &text));
        }
        index + 1
    }

    fn end_of_line(&self, index: usize) -> usize {
        (index..self.signs.len()).find(|place| self.at(*place) == '\n').unwrap_or(self.signs.len())
    }

    fn starts_line_with(&self, index: usize, word: &str) -> bool {
        (index == 0 || self.at(index - 1) == '\n')
            && word.chars().enumerate().all(|(offset, sign)| self.at(index + offset) == sign)
    }
}
