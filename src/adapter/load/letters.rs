//! Reads the letter texts and the legal references, the program's own or an office's in place of them, and checks them.

mod letterhead;
mod outline;
mod own;
mod parity;

use std::ops::Range;

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use crate::casework::letter::condition::Condition;
use crate::casework::letter::field::Field;
use crate::casework::letter::kind::LetterKind;
use crate::casework::letter::reference::{LegalReference, LegalReferences};
use crate::casework::letter::template::{
    Content, Heading, Part, Piece, Section, SectionId, Template, Templates, TextBlock, TextProblem, parse_line,
    parse_text,
};
use crate::wording::{Language, Trilingual};

use super::problem::in_norwegian;
use super::{LoadProblem, LoadProblems};
use outline::Outline;
pub use own::{read_letter_folder, with_own, write_built_in};

/// A file of letter texts, in a language.
macro_rules! text {
    ($kind:ident, $language:ident, $folder:literal, $name:literal) => {
        (
            LetterKind::$kind,
            Language::$language,
            concat!("letters/", $folder, "/", $name, ".toml"),
            include_str!(concat!("../../../letters/", $folder, "/", $name, ".toml")),
        )
    };
}

/// The files of letter texts of a kind, in every language.
macro_rules! texts {
    ($kind:ident, $name:literal) => {
        [text!($kind, Nb, "nb", $name), text!($kind, Nn, "nn", $name), text!($kind, En, "en", $name)]
    };
}

/// The files of letter texts, in the order of kinds and languages.
const TEXTS: [[(LetterKind, Language, &str, &str); Language::ALL.len()]; LetterKind::ALL.len()] = [
    texts!(Acknowledgement, "acknowledgement"),
    texts!(IdentityRequest, "identity-request"),
    texts!(ClarificationRequest, "clarification-request"),
    texts!(Section25GroundsRequest, "section-25-grounds-request"),
    texts!(Reminder, "reminder"),
    texts!(ExtensionNotice, "extension-notice"),
    texts!(DelayNotice, "delay-notice"),
    texts!(InterimReply, "interim-reply"),
    texts!(Forwarding, "forwarding"),
    texts!(ForwardingNotice, "forwarding-notice"),
    texts!(Referral, "referral"),
    texts!(Section25Decision, "section-25-decision"),
    texts!(Answer, "answer"),
];

const REFERENCES: (&str, &str) = ("legal-references.toml", include_str!("../../../letters/legal-references.toml"));
const README: (&str, &str) = ("README.md", include_str!("../../../letters/README.md"));

/// A file's path in the folder of letter texts.
fn in_folder(path: &str) -> &str {
    path.trim_start_matches("letters/")
}

/// The letter texts that are built into the program.
///
/// # Errors
/// Everything that is wrong in them; a test demands that nothing is.
pub fn templates() -> Result<Templates, LoadProblems> {
    with_own(&[])
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReferenceFile {
    reference: Vec<RawReference>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawReference {
    id: Spanned<String>,
    nb: String,
    nn: String,
    en: String,
    valid_from: toml::value::Datetime,
    valid_to: Option<toml::value::Datetime>,
    source: String,
}

/// Reads legal references.
///
/// # Errors
/// Everything that is wrong in them.
pub fn read_references(file: &str, source: &str) -> Result<LegalReferences, Vec<LoadProblem>> {
    let raw: ReferenceFile = toml::from_str(source).map_err(|error| vec![unreadable(file, source, &error)])?;
    let mut references = Vec::new();
    let mut problems = Vec::new();
    for raw in raw.reference {
        let line = line_of(source, &raw.id.span());
        let valid_to = raw.valid_to.as_ref().map(date);
        match (date(&raw.valid_from), valid_to) {
            (Some(valid_from), None | Some(Some(_))) if !raw.source.trim().is_empty() => {
                references.push(LegalReference {
                    id: raw.id.into_inner(),
                    text: Trilingual { nb: raw.nb.into(), nn: raw.nn.into(), en: raw.en.into() },
                    valid_from,
                    valid_to: valid_to.flatten(),
                    source: raw.source,
                })
            }
            _ => problems.push(LoadProblem {
                file: file.to_owned(),
                line,
                message: "En henvisning må ha kilde og gyldige datoer.".to_owned(),
            }),
        }
    }
    if problems.is_empty() { Ok(LegalReferences::new(references)) } else { Err(problems) }
}

fn date(raw: &toml::value::Datetime) -> Option<NaiveDate> {
    let date = raw.date?;
    NaiveDate::from_ymd_opt(i32::from(date.year), u32::from(date.month), u32::from(date.day))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTemplate {
    title: String,
    heading: Vec<RawText>,
    section: Vec<RawSection>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSection {
    id: Spanned<String>,
    #[serde(default)]
    fixed: bool,
    #[serde(default)]
    per_case: bool,
    #[serde(default)]
    heading: Vec<RawText>,
    #[serde(default)]
    when: Vec<Spanned<String>>,
    #[serde(default)]
    part: Vec<RawText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawText {
    #[serde(default)]
    when: Vec<Spanned<String>>,
    text: Spanned<String>,
}

/// Reads a letter text.
///
/// # Errors
/// Everything that is wrong in it, each with its line: unknown sections, fields, conditions and references.
pub fn read_template(
    kind: LetterKind,
    language: Language,
    file: &str,
    source: &str,
    references: &LegalReferences,
) -> Result<Template, Vec<LoadProblem>> {
    read_outlined(kind, language, file, source, references).map(|(template, _)| template)
}

/// The same, with where everything stands.
fn read_outlined(
    kind: LetterKind,
    language: Language,
    file: &str,
    source: &str,
    references: &LegalReferences,
) -> Result<(Template, Outline), Vec<LoadProblem>> {
    let raw: RawTemplate = toml::from_str(source).map_err(|error| vec![unreadable(file, source, &error)])?;
    let outline = Outline::of(&raw, file, source);
    let mut reader = Reader { kind, file, source, references, problems: Vec::new() };
    let headings = reader.headings(raw.heading);
    if headings.last().is_none_or(|heading| !heading.when.is_empty()) {
        reader.tell(1, "Den siste overskriften må gjelde alltid, uten «when».".to_owned());
    }
    let sections = raw.section.into_iter().filter_map(|section| reader.section(section)).collect();
    if reader.problems.is_empty() {
        Ok((Template { kind, language, title: raw.title, headings, sections }, outline))
    } else {
        Err(reader.problems)
    }
}

struct Reader<'a> {
    kind: LetterKind,
    file: &'a str,
    source: &'a str,
    references: &'a LegalReferences,
    problems: Vec<LoadProblem>,
}

impl Reader<'_> {
    fn tell(&mut self, line: usize, message: String) {
        self.problems.push(LoadProblem { file: self.file.to_owned(), line, message });
    }

    fn section(&mut self, raw: RawSection) -> Option<Section> {
        let headings = self.headings(raw.heading);
        let when = self.conditions(&raw.when);
        let parts = raw.part.into_iter().map(|part| self.part(&part)).collect();
        let Some(id) = SectionId::from_id(raw.id.get_ref()) else {
            let line = line_of(self.source, &raw.id.span());
            self.tell(line, format!("«{}» er ikke en del av et brev.", raw.id.get_ref()));
            return None;
        };
        Some(Section { id, fixed: raw.fixed, per_case: raw.per_case, headings, when, parts })
    }

    fn headings(&mut self, raw: Vec<RawText>) -> Vec<Heading> {
        raw.into_iter()
            .map(|heading| {
                let when = self.conditions(&heading.when);
                let text = parse_line(heading.text.get_ref());
                let text = self.checked(text, &heading.text);
                self.check_pieces(&text, &heading.text);
                Heading { when, text }
            })
            .collect()
    }

    fn part(&mut self, raw: &RawText) -> Part {
        let when = self.conditions(&raw.when);
        let blocks = parse_text(raw.text.get_ref());
        let blocks = self.checked(blocks, &raw.text);
        for block in &blocks {
            match block {
                TextBlock::Paragraph(pieces) => self.check_pieces(pieces, &raw.text),
                TextBlock::List { items, .. } => items.iter().for_each(|pieces| self.check_pieces(pieces, &raw.text)),
            }
        }
        Part { when, blocks }
    }

    fn conditions(&mut self, raw: &[Spanned<String>]) -> Vec<Condition> {
        let mut conditions = Vec::new();
        for text in raw {
            match Condition::parse(text.get_ref()) {
                Ok(condition) => conditions.push(condition),
                Err(message) => self.tell(line_of(self.source, &text.span()), message),
            }
        }
        conditions
    }

    /// The blocks that were read, or none and the problems told with their lines.
    fn checked<T>(&mut self, read: Result<Vec<T>, Vec<TextProblem>>, raw: &Spanned<String>) -> Vec<T> {
        read.unwrap_or_else(|problems| {
            let first = first_line_of_text(self.source, &raw.span());
            for problem in problems {
                self.tell(first + problem.line, problem.message);
            }
            Vec::new()
        })
    }

    /// Every field must belong to the kind of letter, every reference must exist.
    fn check_pieces(&mut self, pieces: &[Piece], raw: &Spanned<String>) {
        for piece in pieces {
            let (needle, message) = match &piece.content {
                Content::Words(_) => continue,
                Content::Field(field) if field.belongs_to(self.kind) => continue,
                Content::Reference(id) if self.references.knows(id) => continue,
                Content::Field(field) => {
                    (Field::id(*field).to_owned(), format!("«{}» er ikke et felt i {}.", field.id(), self.kind.id()))
                }
                Content::Reference(id) => (id.clone(), format!("«{id}» står ikke i legal-references.toml.")),
            };
            let first = first_line_of_text(self.source, &raw.span());
            let offset = raw.get_ref().lines().position(|line| line.contains(&needle)).unwrap_or_default();
            self.tell(first + offset, message);
        }
    }
}

fn unreadable(file: &str, source: &str, error: &toml::de::Error) -> LoadProblem {
    let line = error.span().map_or(1, |span| line_of(source, &span));
    LoadProblem { file: file.to_owned(), line, message: in_norwegian(error.message()) }
}

/// The line on which something begins, counted from 1.
fn line_of(source: &str, span: &Range<usize>) -> usize {
    source.get(..span.start).map_or(1, |before| before.matches('\n').count() + 1)
}

/// The line on which a text's words begin: one after its quotes, where those are followed by a line break.
fn first_line_of_text(source: &str, span: &Range<usize>) -> usize {
    let quoted = source.get(span.clone()).unwrap_or_default();
    line_of(source, span) + usize::from(quoted.starts_with("\"\"\"\n"))
}
