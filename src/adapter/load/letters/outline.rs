//! Where everything stands in a file of letter texts, without how it is said: what the languages of a text have in common.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;

use super::{RawPart, RawSection, RawTemplate, RawText, first_line_of_text, line_of};

/// A file of letter texts.
pub(super) struct Outline {
    /// The file.
    pub(super) file: String,
    /// The letter's headings.
    pub(super) headings: Vec<Piece>,
    /// Its sections.
    pub(super) sections: Vec<SectionOutline>,
}

/// A section.
pub(super) struct SectionOutline {
    /// Its id, as it is written.
    pub(super) id: String,
    /// The line of the id.
    pub(super) line: usize,
    /// Whether nobody may change its words in a single letter.
    pub(super) fixed: bool,
    /// Whether it is written once for each case.
    pub(super) per_case: bool,
    /// Its conditions.
    pub(super) when: BTreeSet<String>,
    /// Its headings.
    pub(super) headings: Vec<Piece>,
    /// Its parts.
    pub(super) parts: Vec<Piece>,
}

/// A heading or a part.
pub(super) struct Piece {
    /// The line on which its text begins.
    pub(super) line: usize,
    /// Its conditions.
    pub(super) when: BTreeSet<String>,
    /// The fields and references in its text, as they stand between braces, each with the line of the first.
    pub(super) marks: BTreeMap<String, usize>,
    /// Its text, in small letters.
    pub(super) words: String,
}

impl Outline {
    /// The outline of a file.
    pub(super) fn of(raw: &RawTemplate, file: &str, source: &str) -> Self {
        Self {
            file: file.to_owned(),
            headings: pieces(&raw.heading, source),
            sections: raw.section.iter().map(|section| SectionOutline::of(section, source)).collect(),
        }
    }

    /// The section with this id.
    pub(super) fn section(&self, id: &str) -> Option<&SectionOutline> {
        self.sections.iter().find(|section| section.id == id)
    }
}

impl SectionOutline {
    fn of(raw: &RawSection, source: &str) -> Self {
        Self {
            id: raw.id.get_ref().clone(),
            line: line_of(source, &raw.id.span()),
            fixed: raw.fixed,
            per_case: raw.per_case,
            when: conditions(&raw.when),
            headings: pieces(&raw.heading, source),
            parts: raw.part.iter().map(|part| Piece::of(part, source)).collect(),
        }
    }

    /// Everything that it says, in small letters.
    pub(super) fn words(&self) -> String {
        let pieces = self.headings.iter().chain(&self.parts);
        // A line break may stand wherever a space may.
        let words = pieces.flat_map(|piece| piece.words.split_whitespace()).collect::<Vec<_>>().join(" ");
        words.replace("**", "")
    }
}

impl Piece {
    /// A part: that it is written for each case, or has a heading of its own, is kept as its conditions are.
    fn of(raw: &RawPart, source: &str) -> Self {
        let mut when = conditions(&raw.when);
        let mut marked = marks(raw.text.get_ref(), first_line_of_text(source, &raw.text.span()));
        let mut words = raw.text.get_ref().to_lowercase();
        if raw.per_case {
            when.insert("per_case = true".to_owned());
        }
        if let Some(heading) = &raw.heading {
            when.insert("heading".to_owned());
            marked.extend(marks(heading.get_ref(), line_of(source, &heading.span())));
            words = format!("{} {words}", heading.get_ref().to_lowercase());
        }
        Self { line: line_of(source, &raw.text.span()), when, marks: marked, words }
    }
}

fn pieces(raw: &[RawText], source: &str) -> Vec<Piece> {
    raw.iter()
        .map(|raw| Piece {
            line: line_of(source, &raw.text.span()),
            when: conditions(&raw.when),
            marks: marks(raw.text.get_ref(), first_line_of_text(source, &raw.text.span())),
            words: raw.text.get_ref().to_lowercase(),
        })
        .collect()
}

fn conditions(raw: &[Spanned<String>]) -> BTreeSet<String> {
    raw.iter().map(|condition| condition.get_ref().split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// What stands between braces, in a text whose first line is this one.
fn marks(text: &str, first: usize) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    for (offset, line) in text.lines().enumerate() {
        for mark in line.split('{').skip(1).filter_map(|rest| rest.split_once('}')) {
            found.entry(mark.0.to_owned()).or_insert(first + offset);
        }
    }
    found
}
