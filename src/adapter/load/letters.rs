//! Reads the letter texts and the legal references, the program's own or an office's in place of them, and checks them.

mod letterhead;
mod outline;
mod own;
mod parity;

use std::collections::BTreeMap;
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

use super::problem::in_plain_words;
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
    texts!(KassasjonOpinion, "kassasjon-opinion"),
    texts!(RecipientsNotice, "recipients-notice"),
    texts!(RestrictionLiftNotice, "restriction-lift-notice"),
    texts!(ComplaintForwarding, "complaint-forwarding"),
    texts!(AccessAnswer, "access-answer"),
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
    #[serde(default)]
    act: Vec<RawAct>,
    reference: Vec<RawReference>,
}

/// An act that has been passed: its references wait for the day on which it enters into force.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAct {
    id: Spanned<String>,
    /// Unknown until it is decided.
    in_force_on: Option<toml::value::Datetime>,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawReference {
    id: Spanned<String>,
    nb: String,
    nn: String,
    en: String,
    valid_from: Option<toml::value::Datetime>,
    valid_to: Option<toml::value::Datetime>,
    /// The act with which it enters into force, instead of a day.
    from_act: Option<String>,
    /// The act that takes its place, instead of a day.
    until_act: Option<String>,
    source: String,
}

/// Reads legal references. Those of an act that no day is decided for are left out.
///
/// # Errors
/// Everything that is wrong in them.
pub fn read_references(file: &str, source: &str) -> Result<LegalReferences, Vec<LoadProblem>> {
    let raw: ReferenceFile = toml::from_str(source).map_err(|error| vec![unreadable(file, source, &error)])?;
    let mut problems = Vec::new();
    let mut tell = |span: &Range<usize>, message: Trilingual| {
        problems.push(LoadProblem { file: file.to_owned(), line: line_of(source, span), message });
    };
    let mut acts: BTreeMap<String, Option<NaiveDate>> = BTreeMap::new();
    for act in raw.act {
        let in_force_on = act.in_force_on.as_ref().map(date);
        if act.source.trim().is_empty() || in_force_on == Some(None) {
            tell(
                &act.id.span(),
                Trilingual::fixed(
                    "En lov må ha kilde, og dagen den trer i kraft, må være en dato.",
                    "Ei lov må ha kjelde, og dagen ho tek til å gjelde, må vere ein dato.",
                    "An act must have a source, and the day it enters into force must be a date.",
                ),
            );
        }
        acts.insert(act.id.into_inner(), in_force_on.flatten());
    }
    let mut references: Vec<LegalReference> = Vec::new();
    for raw in raw.reference {
        let span = raw.id.span();
        let mut day_of = |named: Option<&String>, day: Option<&toml::value::Datetime>| match (named, day) {
            (Some(act), None) => match acts.get(act) {
                Some(in_force_on) => Some(*in_force_on),
                None => {
                    tell(
                        &span,
                        Trilingual::made(
                            format!("«{act}» er ikke en lov i listen."),
                            format!("«{act}» er ikkje ei lov i lista."),
                            format!("“{act}” is no act on the list."),
                        ),
                    );
                    None
                }
            },
            (None, Some(day)) => match date(day) {
                Some(day) => Some(Some(day)),
                None => {
                    tell(
                        &span,
                        Trilingual::fixed(
                            "En henvisning må ha gyldige datoer.",
                            "Ei tilvising må ha gyldige datoar.",
                            "A reference must have valid dates.",
                        ),
                    );
                    None
                }
            },
            (None, None) => Some(None),
            (Some(_), Some(_)) => {
                tell(
                    &span,
                    Trilingual::fixed(
                        "Oppgi enten en dato eller en lov, ikke begge.",
                        "Oppgi anten ein dato eller ei lov, ikkje begge.",
                        "Give either a date or an act, not both.",
                    ),
                );
                None
            }
        };
        let from = day_of(raw.from_act.as_ref(), raw.valid_from.as_ref());
        let until = day_of(raw.until_act.as_ref(), raw.valid_to.as_ref());
        // It is in force till the day before the act that takes its place.
        let until = until.map(|day| if raw.until_act.is_some() { day.and_then(|day| day.pred_opt()) } else { day });
        if raw.source.trim().is_empty() || (raw.valid_from.is_none() && raw.from_act.is_none()) {
            tell(
                &span,
                Trilingual::fixed(
                    "En henvisning må ha kilde og gyldige datoer.",
                    "Ei tilvising må ha kjelde og gyldige datoar.",
                    "A reference must have a source and valid dates.",
                ),
            );
            continue;
        }
        let (Some(Some(valid_from)), Some(valid_to)) = (from, until) else { continue };
        let id = raw.id.into_inner();
        let clashes = |other: &&LegalReference| {
            other.id == id
                && other.valid_to.is_none_or(|last| last >= valid_from)
                && valid_to.is_none_or(|last| last >= other.valid_from)
        };
        if references.iter().any(|other| clashes(&other)) {
            tell(
                &span,
                Trilingual::made(
                    format!("«{id}» gjelder to ganger på samme dag."),
                    format!("«{id}» gjeld to gonger på same dag."),
                    format!("“{id}” holds twice on the same day."),
                ),
            );
        }
        references.push(LegalReference {
            id,
            text: Trilingual { nb: raw.nb.into(), nn: raw.nn.into(), en: raw.en.into() },
            valid_from,
            valid_to,
            source: raw.source,
        });
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
    part: Vec<RawPart>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPart {
    #[serde(default)]
    when: Vec<Spanned<String>>,
    #[serde(default)]
    per_case: bool,
    heading: Option<Spanned<String>>,
    text: Spanned<String>,
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
        reader.tell(
            1,
            Trilingual::fixed(
                "Den siste overskriften må gjelde alltid, uten «when».",
                "Den siste overskrifta må gjelde alltid, utan «when».",
                "The last heading must always apply, without “when”.",
            ),
        );
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
    fn tell(&mut self, line: usize, message: Trilingual) {
        self.problems.push(LoadProblem { file: self.file.to_owned(), line, message });
    }

    fn section(&mut self, raw: RawSection) -> Option<Section> {
        let headings = self.headings(raw.heading);
        let when = self.conditions(&raw.when);
        let parts = raw.part.into_iter().map(|part| self.part(&part)).collect();
        let Some(id) = SectionId::from_id(raw.id.get_ref()) else {
            let line = line_of(self.source, &raw.id.span());
            self.tell(
                line,
                Trilingual::made(
                    format!("«{}» er ikke en del av et brev.", raw.id.get_ref()),
                    format!("«{}» er ikkje ein del av eit brev.", raw.id.get_ref()),
                    format!("“{}” is no part of a letter.", raw.id.get_ref()),
                ),
            );
            return None;
        };
        Some(Section { id, fixed: raw.fixed, per_case: raw.per_case, headings, when, parts })
    }

    fn headings(&mut self, raw: Vec<RawText>) -> Vec<Heading> {
        raw.into_iter()
            .map(|heading| {
                let when = self.conditions(&heading.when);
                Heading { when, text: self.line(&heading.text) }
            })
            .collect()
    }

    fn line(&mut self, raw: &Spanned<String>) -> Vec<Piece> {
        let text = parse_line(raw.get_ref());
        let text = self.checked(text, raw);
        self.check_pieces(&text, raw);
        text
    }

    fn part(&mut self, raw: &RawPart) -> Part {
        let when = self.conditions(&raw.when);
        let heading = raw.heading.as_ref().map(|heading| self.line(heading));
        let blocks = parse_text(raw.text.get_ref());
        let blocks = self.checked(blocks, &raw.text);
        for block in &blocks {
            match block {
                TextBlock::Paragraph(pieces) => self.check_pieces(pieces, &raw.text),
                TextBlock::List { items, .. } => items.iter().for_each(|pieces| self.check_pieces(pieces, &raw.text)),
            }
        }
        Part { when, per_case: raw.per_case, heading, blocks }
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
                Content::Field(field) => (
                    Field::id(*field).to_owned(),
                    Trilingual::made(
                        format!("«{}» er ikke et felt i {}.", field.id(), self.kind.id()),
                        format!("«{}» er ikkje eit felt i {}.", field.id(), self.kind.id()),
                        format!("“{}” is no field in {}.", field.id(), self.kind.id()),
                    ),
                ),
                Content::Reference(id) => (
                    id.clone(),
                    Trilingual::made(
                        format!("«{id}» står ikke i legal-references.toml."),
                        format!("«{id}» står ikkje i legal-references.toml."),
                        format!("“{id}” is not in legal-references.toml."),
                    ),
                ),
            };
            let first = first_line_of_text(self.source, &raw.span());
            let offset = raw.get_ref().lines().position(|line| line.contains(&needle)).unwrap_or_default();
            self.tell(first + offset, message);
        }
    }
}

fn unreadable(file: &str, source: &str, error: &toml::de::Error) -> LoadProblem {
    let line = error.span().map_or(1, |span| line_of(source, &span));
    LoadProblem { file: file.to_owned(), line, message: in_plain_words(error.message()) }
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
