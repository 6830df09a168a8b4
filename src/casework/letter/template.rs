//! Letter texts: sections with parts, each part paragraphs and lists with fields, references and bold in them.

use std::collections::BTreeMap;

use crate::wording::{Language, Trilingual};

use super::condition::Condition;
use super::field::Field;
use super::kind::LetterKind;
use super::letterhead::Letterhead;
use super::reference::LegalReferences;
use crate::wording::dates::MONTHS_NORWEGIAN;

/// All letter texts, and the references they may cite.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Templates {
    texts: BTreeMap<(LetterKind, Language), Template>,
    /// The references that the texts may cite.
    pub references: LegalReferences,
    /// What the office has decided of its own letterhead.
    pub letterhead: Letterhead,
}

impl Templates {
    /// Letter texts by kind and language, with the references they may cite.
    #[must_use]
    pub fn new(templates: Vec<Template>, references: LegalReferences) -> Self {
        let texts = templates.into_iter().map(|template| ((template.kind, template.language), template)).collect();
        Self { texts, references, letterhead: Letterhead::default() }
    }

    /// The same, under an office's own letterhead.
    #[must_use]
    pub fn with_letterhead(self, letterhead: Letterhead) -> Self {
        Self { letterhead, ..self }
    }

    /// The text of a kind in a language.
    #[must_use]
    pub fn get(&self, kind: LetterKind, language: Language) -> Option<&Template> {
        self.texts.get(&(kind, language))
    }
}

/// The text of one kind of letter in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// The kind.
    pub kind: LetterKind,
    /// The language.
    pub language: Language,
    /// The title in the document's metadata; it may be shown where others can see it, so it tells nothing of the case.
    pub title: String,
    /// The letter's heading: the first one whose conditions hold.
    pub headings: Vec<Heading>,
    /// What the letter says.
    pub sections: Vec<Section>,
}

/// A heading, with the conditions under which it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// All must hold.
    pub when: Vec<Condition>,
    /// The words.
    pub text: Vec<Piece>,
}

/// A section of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is for.
    pub id: SectionId,
    /// Whether nobody may change its words in a single letter.
    pub fixed: bool,
    /// Whether it is written once for each case.
    pub per_case: bool,
    /// Its heading: the first one whose conditions hold, if any.
    pub headings: Vec<Heading>,
    /// All must hold, else the section is left out.
    pub when: Vec<Condition>,
    /// Its parts.
    pub parts: Vec<Part>,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// All must hold, else the part is left out.
    pub when: Vec<Condition>,
    /// Whether it is written once for each case, under its name, in a section about the whole letter.
    pub per_case: bool,
    /// What stands over it in a letter that has several cases.
    pub heading: Option<Vec<Piece>>,
    /// Its paragraphs and lists.
    pub blocks: Vec<TextBlock>,
}

/// A paragraph or a list of a letter text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextBlock {
    /// A paragraph.
    Paragraph(Vec<Piece>),
    /// A list.
    List {
        /// Numbered, or with bullets.
        numbered: bool,
        /// The items.
        items: Vec<Vec<Piece>>,
    },
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Set in bold, since it decides something.
    pub strong: bool,
    /// What it is.
    pub content: Content,
}

/// What a piece of a paragraph is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Plain words.
    Words(String),
    /// `{field}`
    Field(Field),
    /// `{ref:id}`: a reference to a statute.
    Reference(String),
}

/// The sections that letters are made of: a closed list, since screens and checks point to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SectionId {
    /// Which letter this one replaces, and what was wrong in it.
    Correction,
    /// What arrived, and that we have it.
    Received,
    /// The answer itself.
    Answer,
    /// Why the answer is as it is.
    Reasons,
    /// What the person is given: files, a log, words.
    Copy,
    /// What a report leaves out, and how to get it.
    LeftOut,
    /// What the person can do instead or next.
    Guidance,
    /// Who else has the data.
    Recipients,
    /// By which rules the claim is treated.
    Track,
    /// What we need from the person, or that we need nothing.
    Needed,
    /// What we have found out.
    Investigation,
    /// How the person answers us.
    HowTo,
    /// When the answer comes.
    Due,
    /// How to complain.
    Complaint,
    /// Whom to ask.
    Contact,
    /// The statutes.
    Legal,
    /// Whom a letter goes to that the caseworker addresses; no text of the letter.
    Addressee,
}

impl SectionId {
    /// Every section that a text may have.
    pub const ALL: [Self; 16] = [
        Self::Correction,
        Self::Received,
        Self::Answer,
        Self::Reasons,
        Self::Copy,
        Self::LeftOut,
        Self::Guidance,
        Self::Recipients,
        Self::Track,
        Self::Needed,
        Self::Investigation,
        Self::HowTo,
        Self::Due,
        Self::Complaint,
        Self::Contact,
        Self::Legal,
    ];

    /// The id in the files of letter texts.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Correction => "correction",
            Self::Received => "received",
            Self::Answer => "answer",
            Self::Reasons => "reasons",
            Self::Copy => "copy",
            Self::LeftOut => "left-out",
            Self::Guidance => "guidance",
            Self::Recipients => "recipients",
            Self::Track => "track",
            Self::Needed => "needed",
            Self::Investigation => "investigation",
            Self::HowTo => "how-to",
            Self::Due => "due",
            Self::Complaint => "complaint",
            Self::Contact => "contact",
            Self::Legal => "legal",
            Self::Addressee => "addressee",
        }
    }

    /// The section with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.id() == id)
    }

    /// What the section is called in the list beside the letter.
    #[must_use]
    pub fn label(self) -> Trilingual {
        match self {
            Self::Correction => Trilingual::fixed("Rettelsen", "Rettinga", "The correction"),
            Self::Received => Trilingual::fixed("Det vi har fått", "Det vi har fått", "What we received"),
            Self::Answer => Trilingual::fixed("Svaret", "Svaret", "The answer"),
            Self::Reasons => Trilingual::fixed("Hvorfor", "Kvifor", "Why"),
            Self::Copy => Trilingual::fixed("Det du får", "Det du får", "What you get"),
            Self::LeftOut => {
                Trilingual::fixed("Det rapporten ikke viser", "Det rapporten ikkje viser", "What the report leaves out")
            }
            Self::Guidance => Trilingual::fixed("Veien videre", "Vegen vidare", "What you can do"),
            Self::Recipients => {
                Trilingual::fixed("Mottakere av opplysningene", "Mottakarar av opplysningane", "Recipients of the data")
            }
            Self::Track => {
                Trilingual::fixed("Slik behandler vi kravet", "Slik behandlar vi kravet", "How we handle it")
            }
            Self::Needed => Trilingual::fixed("Det vi trenger", "Det vi treng", "What we need"),
            Self::Investigation => {
                Trilingual::fixed("Det vi har undersøkt", "Det vi har undersøkt", "What we found out")
            }
            Self::HowTo => Trilingual::fixed("Slik svarer du", "Slik svarer du", "How to reply"),
            Self::Due => Trilingual::fixed("Når svaret kommer", "Når svaret kjem", "When the answer comes"),
            Self::Complaint => Trilingual::fixed("Klage", "Klage", "Complaint"),
            Self::Contact => Trilingual::fixed("Kontakt", "Kontakt", "Contact"),
            Self::Legal => Trilingual::fixed("Regler", "Reglar", "Rules"),
            Self::Addressee => Trilingual::fixed("Mottaker", "Mottakar", "Recipient"),
        }
    }
}

/// What is wrong in a text, and on which of its lines, counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextProblem {
    /// The line, counted from 0.
    pub line: usize,
    /// What is wrong, for the one who writes letter texts.
    pub message: Trilingual,
}

impl TextProblem {
    /// The same problem on the line that holds the quoted word, where one does.
    fn on_line_of(mut self, lines: &[(usize, &str)]) -> Self {
        let word = self.message.nb.split(['«', '»']).nth(1).unwrap_or_default();
        if let Some((line, _)) = lines.iter().find(|(_, words)| words.contains(word)) {
            self.line = *line;
        }
        self
    }
}

/// Reads a text: paragraphs with an empty line between them, lines that begin with `- ` or `1. ` as lists,
/// `**bold**`, `{field}` and `{ref:id}`.
///
/// # Errors
/// Everything that is wrong in it.
pub fn parse_text(text: &str) -> Result<Vec<TextBlock>, Vec<TextProblem>> {
    let mut blocks = Vec::new();
    let mut problems = Vec::new();
    let mut paragraph: Vec<(usize, &str)> = Vec::new();
    for (line, words) in text.lines().chain(std::iter::once("")).enumerate() {
        let words = words.trim();
        if !words.is_empty() {
            paragraph.push((line, words));
            continue;
        }
        match read_block(&paragraph) {
            Ok(block) => blocks.extend(block),
            Err(mut found) => problems.append(&mut found),
        }
        paragraph.clear();
    }
    if problems.is_empty() { Ok(blocks) } else { Err(problems) }
}

/// Reads one line of text, for a heading.
///
/// # Errors
/// Everything that is wrong in it.
pub fn parse_line(text: &str) -> Result<Vec<Piece>, Vec<TextProblem>> {
    read_pieces(text.trim(), 0)
}

fn read_block(lines: &[(usize, &str)]) -> Result<Option<TextBlock>, Vec<TextProblem>> {
    let Some((first_line, first)) = lines.first() else { return Ok(None) };
    if item(first).is_none() {
        let joined = lines.iter().map(|(_, words)| *words).collect::<Vec<_>>().join(" ");
        let pieces = read_pieces(&joined, *first_line)
            .map_err(|problems| problems.into_iter().map(|problem| problem.on_line_of(lines)).collect::<Vec<_>>())?;
        return Ok(Some(TextBlock::Paragraph(pieces)));
    }
    let numbered = !first.starts_with("- ");
    let mut items: Vec<(usize, String)> = Vec::new();
    for (line, words) in lines {
        match (item(words), items.last_mut()) {
            (Some(words), _) => items.push((*line, words.to_owned())),
            (None, Some((_, open))) => {
                open.push(' ');
                open.push_str(words);
            }
            (None, None) => {}
        }
    }
    let mut pieces = Vec::new();
    let mut problems = Vec::new();
    for (line, words) in items {
        match read_pieces(&words, line) {
            Ok(read) => pieces.push(read),
            Err(mut found) => problems.append(&mut found),
        }
    }
    if problems.is_empty() { Ok(Some(TextBlock::List { numbered, items: pieces })) } else { Err(problems) }
}

/// The words of a list item, without its mark.
fn item(line: &str) -> Option<&str> {
    if let Some(rest) = line.strip_prefix("- ") {
        return Some(rest.trim());
    }
    let (mark, rest) = line.split_once(". ")?;
    // A line that begins with a date, «2. mars 2026», is no list item.
    let is_date = rest.split(' ').next().is_some_and(|word| MONTHS_NORWEGIAN.contains(&word));
    (mark.len() <= 2 && mark.parse::<u8>().is_ok() && !is_date).then(|| rest.trim())
}

fn read_pieces(text: &str, line: usize) -> Result<Vec<Piece>, Vec<TextProblem>> {
    let mut pieces = Vec::new();
    let mut problems = Vec::new();
    let runs: Vec<&str> = text.split("**").collect();
    if runs.len().is_multiple_of(2) {
        problems.push(TextProblem {
            line,
            message: Trilingual::fixed(
                "«**» mangler sin makker.",
                "«**» manglar makkeren sin.",
                "“**” lacks its counterpart.",
            ),
        });
    }
    for (index, run) in runs.into_iter().enumerate() {
        let strong = index % 2 == 1;
        let mut rest = run;
        while let Some((words, after)) = rest.split_once('{') {
            push_words(&mut pieces, strong, words);
            let Some((name, after)) = after.split_once('}') else {
                problems.push(TextProblem {
                    line,
                    message: Trilingual::fixed("«{» mangler «}».", "«{» manglar «}».", "“{” lacks “}”."),
                });
                rest = "";
                break;
            };
            match (name.strip_prefix("ref:"), Field::from_id(name)) {
                (Some(id), _) => pieces.push(Piece { strong, content: Content::Reference(id.to_owned()) }),
                (None, Some(field)) => pieces.push(Piece { strong, content: Content::Field(field) }),
                (None, None) => {
                    problems.push(TextProblem {
                        line,
                        message: Trilingual::made(
                            format!("«{name}» er ikke et felt."),
                            format!("«{name}» er ikkje eit felt."),
                            format!("“{name}” is no field."),
                        ),
                    });
                }
            }
            rest = after;
        }
        push_words(&mut pieces, strong, rest);
    }
    if problems.is_empty() { Ok(pieces) } else { Err(problems) }
}

fn push_words(pieces: &mut Vec<Piece>, strong: bool, words: &str) {
    if !words.is_empty() {
        pieces.push(Piece { strong, content: Content::Words(words.to_owned()) });
    }
}
