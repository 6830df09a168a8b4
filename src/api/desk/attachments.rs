//! Files that lie with a request: adding, showing, saving, giving another title, taking away, redacting.

use std::fmt;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::reports::bring;
use super::{Desk, input};
use crate::api::attachments::{
    FilePreviewAnswer, RedactionAnswer, RedactionCheckAnswer, RedactionGroundAnswer, WordsAnswer, grounds,
};
use crate::api::case_show::CaseShow;
use crate::api::failure::{Exit, Failure, FieldProblem};
use crate::api::spoken::say;
use crate::casework::request::{FileKind, FileOrigin, LARGEST_FILE, RedactionBox};
use crate::usecase::ports::{Room, TableShown};
use crate::usecase::{AttachProblem, BroughtFile, SearchedWords, WantedRedaction};

/// The longest title of a file, in characters.
const LONGEST_TITLE: usize = 200;
/// The longest reason for taking a file away.
const LONGEST_REASON: usize = 500;
/// So much text, and so many rows of a table, are shown.
const SHOWN_TEXT: usize = 200_000;
const SHOWN_ROWS: usize = 200;

/// Where the bytes of a file come from. The page never says where a file lies: it is picked in Rust, or the page has the
/// bytes because the user dropped or pasted them.
#[derive(Clone)]
pub enum Brought {
    /// A file on a disk.
    Path(PathBuf),
    /// The bytes, and how the name ended.
    Bytes {
        /// The end of the name behind its last dot.
        ending: String,
        /// The bytes.
        bytes: Vec<u8>,
    },
}

/// Adds a file to a case.
#[derive(Clone)]
pub struct CaseAttach {
    /// The case.
    pub case: String,
    /// The file.
    pub file: Brought,
    /// What it is called here.
    pub title: String,
    /// `person` or `innhentet`.
    pub from: String,
    /// The version that was on the screen.
    pub if_version: Option<u32>,
}

impl fmt::Debug for CaseAttach {
    /// A file may be named after a person, and so may its title.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("CaseAttach").field("case", &self.case).finish_non_exhaustive()
    }
}

/// A file of a case.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseAttachment {
    pub case: String,
    pub file: u32,
}

/// Gives a file another title.
#[derive(Clone, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseAttachmentTitle {
    pub case: String,
    pub file: u32,
    pub title: String,
    pub if_version: Option<u32>,
}

/// Takes a file away, and erases it.
#[derive(Clone, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseAttachmentRemove {
    pub case: String,
    pub file: u32,
    pub reason: String,
    pub if_version: Option<u32>,
}

/// Lets a file go with the answer on access.
#[derive(Clone, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseAttachmentReport {
    pub case: String,
    pub file: u32,
    /// What it is called in the letter; otherwise what it is called here.
    pub title: Option<String>,
    pub if_version: Option<u32>,
}

/// A part of a page that is covered, in points from its upper left corner.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RedactBox {
    /// From 1.
    pub page: u32,
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
    /// Why it is covered.
    pub ground: String,
}

/// Words that are covered wherever they stand.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RedactWords {
    pub find: String,
    pub ground: String,
}

/// What is covered in a copy of a file.
#[derive(Clone, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CaseRedact {
    pub case: String,
    pub file: u32,
    #[serde(default)]
    pub boxes: Vec<RedactBox>,
    #[serde(default)]
    pub words: Vec<RedactWords>,
    /// What the copy is called; otherwise it is named by the number of the file.
    pub title: Option<String>,
    pub if_version: Option<u32>,
}

/// A file that was written to a disk.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct AttachmentSaved {
    pub path: PathBuf,
    pub sha256: String,
    pub size: u32,
}

/// The bytes of a file, with what it is to be called on a disk.
pub struct AttachmentBytes {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// A name by number: a title may be a person's.
    pub name: String,
    /// What kind of file it is.
    pub kind: FileKind,
}

impl Desk {
    /// Adds a file to a case.
    ///
    /// # Errors
    /// [`Exit::NotFound`] for a file that cannot be read, [`Exit::NotWellFormed`] for one that cannot be kept,
    /// [`Exit::RuleRefuses`] for a case that is closed or has no room; nothing was changed.
    pub fn case_attach(&mut self, given: CaseAttach) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let from = input::choice("from", &given.from, FileOrigin::from_id, &FileOrigin::ALL.map(FileOrigin::id))?;
        let title = input::text("title", &given.title, LONGEST_TITLE)?;
        let too_large = |megabytes| AttachProblem::TooLarge(megabytes).into();
        let file = match given.file {
            Brought::Path(path) => bring(&path, LARGEST_FILE, too_large)?,
            Brought::Bytes { ending, bytes } => BroughtFile { ending: ending.to_lowercase(), bytes },
        };
        let opened = self.workplace()?.attach(number, file, title, from, given.if_version)?;
        self.show(&opened, number)
    }

    /// Gives a file another title.
    ///
    /// # Errors
    /// [`Exit::RuleRefuses`]; nothing was changed.
    pub fn case_attachment_title(&mut self, given: &CaseAttachmentTitle) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let title = input::text("title", &given.title, LONGEST_TITLE)?;
        let opened = self.workplace()?.retitle_attachment(number, given.file, title, given.if_version)?;
        self.show(&opened, number)
    }

    /// Takes a file away, and erases it.
    ///
    /// # Errors
    /// [`Exit::RuleRefuses`]; nothing was changed.
    pub fn case_attachment_remove(&mut self, given: &CaseAttachmentRemove) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let reason = input::text("reason", &given.reason, LONGEST_REASON)?;
        let opened = self.workplace()?.remove_attachment(number, given.file, reason, given.if_version)?;
        self.show(&opened, number)
    }

    /// Lets a file go with the answer on access.
    ///
    /// # Errors
    /// [`Exit::NotWellFormed`] for a file that cannot, [`Exit::RuleRefuses`] for a case that it does not belong to.
    pub fn case_attachment_report(&mut self, given: &CaseAttachmentReport) -> Result<CaseShow, Failure> {
        let number = input::case(&given.case)?;
        let title = given.title.as_deref().map(|title| input::text("title", title, LONGEST_TITLE)).transpose()?;
        let opened = self.workplace()?.attachment_as_report(number, given.file, title, given.if_version)?;
        self.show(&opened, number)
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// [`Exit::NotFound`] for a file that is erased, [`Exit::RuleRefuses`] for one that is not there or not for this user.
    pub fn case_attachment_bytes(&mut self, given: &CaseAttachment) -> Result<AttachmentBytes, Failure> {
        let number = input::case(&given.case)?;
        let file = self.workplace()?.attachment(number, given.file)?;
        let name = format!("{}-vedlegg-{}.{}", number.to_string().replace('/', "-"), given.file, file.kind.ending());
        Ok(AttachmentBytes { bytes: file.bytes, name, kind: file.kind })
    }

    /// What is seen of a file inside the program, but for the bytes of a PDF or a picture.
    ///
    /// # Errors
    /// As [`Self::case_attachment_bytes`].
    pub fn case_attachment_preview(&mut self, given: &CaseAttachment) -> Result<FilePreviewAnswer, Failure> {
        let number = input::case(&given.case)?;
        let mut workplace = self.workplace()?;
        let file = workplace.attachment(number, given.file)?;
        let look = workplace.readers.files;
        let shown = |shows: &str| FilePreviewAnswer {
            shows: shows.to_owned(),
            cut: false,
            words_only: false,
            text: None,
            rows: Vec::new(),
        };
        let room = Room { rows: SHOWN_ROWS, text: SHOWN_TEXT };
        let table =
            |(rows, cut): TableShown, words_only| FilePreviewAnswer { cut, words_only, rows, ..shown("tabell") };
        Ok(match file.kind {
            FileKind::Pdf => shown("pdf"),
            FileKind::Png | FileKind::Jpeg => shown("bilde"),
            FileKind::Text | FileKind::Email => {
                let text = look.text(&file.bytes).unwrap_or_default();
                let cut = text.chars().count() > SHOWN_TEXT;
                let text = text.chars().take(SHOWN_TEXT).collect();
                FilePreviewAnswer { cut, text: Some(text), ..shown("tekst") }
            }
            FileKind::Csv => table(look.rows(&file.bytes, room), false),
            FileKind::Xlsx => match look.sheet(&file.bytes, room) {
                (rows, _) if rows.is_empty() => shown("ingen"),
                read => table(read, true),
            },
            FileKind::Docx | FileKind::Odt => match look.words(&file.bytes, file.kind, SHOWN_TEXT) {
                Some((text, cut)) => FilePreviewAnswer { cut, words_only: true, text: Some(text), ..shown("tekst") },
                None => shown("ingen"),
            },
        })
    }

    /// The words of a PDF and where they stand.
    ///
    /// # Errors
    /// [`Exit::NotWellFormed`] for a file that cannot be redacted.
    pub fn case_attachment_words(&mut self, given: &CaseAttachment) -> Result<WordsAnswer, Failure> {
        let number = input::case(&given.case)?;
        Ok(WordsAnswer::of(&self.workplace()?.attachment_words(number, given.file)?))
    }

    /// The grounds for covering something.
    ///
    /// # Errors
    /// [`Exit::Locked`] while the store is locked.
    pub fn redaction_grounds(&mut self) -> Result<Vec<RedactionGroundAnswer>, Failure> {
        let workplace = self.workplace()?;
        Ok(grounds(&workplace.rules.catalogue, workplace.today()))
    }

    fn wanted_redaction(&mut self, given: &CaseRedact) -> Result<WantedRedaction, Failure> {
        let workplace = self.workplace()?;
        let known = workplace.rules.catalogue.redaction_grounds(workplace.today());
        wanted(given, &known.map(|ground| ground.id.as_str()).collect::<Vec<_>>())
    }

    /// What a redacted copy would cover, with the places of the words that are sought. Nothing is drawn or kept.
    ///
    /// # Errors
    /// [`Exit::NotWellFormed`] for boxes or a file that cannot be used, or where nothing would be covered.
    pub fn case_redact_check(&mut self, given: &CaseRedact) -> Result<RedactionCheckAnswer, Failure> {
        let (number, wanted) = (input::case(&given.case)?, self.wanted_redaction(given)?);
        Ok(RedactionCheckAnswer::of(&self.workplace()?.check_redaction(number, &wanted)?))
    }

    /// Makes a redacted copy to be looked at, and keeps nothing.
    ///
    /// # Errors
    /// [`Exit::NotWellFormed`] for boxes or a file that cannot be used.
    pub fn case_redact_preview(&mut self, given: &CaseRedact) -> Result<(RedactionAnswer, Vec<u8>), Failure> {
        let (number, wanted) = (input::case(&given.case)?, self.wanted_redaction(given)?);
        let copy = self.workplace()?.preview_redaction(number, &wanted)?;
        Ok((RedactionAnswer::of(&copy, None), copy.bytes))
    }

    /// Makes a redacted copy and keeps it beside the file.
    ///
    /// # Errors
    /// As [`Self::case_redact_preview`]; nothing was changed.
    pub fn case_redact(&mut self, given: &CaseRedact) -> Result<(CaseShow, RedactionAnswer), Failure> {
        let (number, wanted) = (input::case(&given.case)?, self.wanted_redaction(given)?);
        let title = given.title.as_deref().map(|title| input::text("title", title, LONGEST_TITLE)).transpose()?;
        let (opened, copy) = self.workplace()?.redact(number, &wanted, title, given.if_version)?;
        let kept = u32::try_from(opened.request.files.len()).unwrap_or(u32::MAX);
        Ok((self.show(&opened, number)?, RedactionAnswer::of(&copy, Some(kept))))
    }
}

/// What is to be covered, checked: sides in points become hundredths of a point, outwards. `known` are the grounds.
fn wanted(given: &CaseRedact, known: &[&str]) -> Result<WantedRedaction, Failure> {
    let ground = |path: String, id: &str| {
        input::choice(&path, id, |id| known.contains(&id).then(|| id.parse().ok()).flatten(), known)
    };
    let mut boxes = Vec::new();
    for (place, covered) in given.boxes.iter().enumerate() {
        let sides = [covered.left, covered.top, covered.width, covered.height];
        let whole = sides.iter().all(|side| side.is_finite() && (0.0..=100_000.0).contains(side));
        if !whole || covered.width == 0.0 || covered.height == 0.0 || covered.page == 0 {
            let message = say!(
                "Feltet har ingen størrelse eller ligger utenfor siden. Tegn det på nytt.",
                "Feltet har ingen storleik eller ligg utanfor sida. Teikn det på nytt.",
                "The box has no size or is outside the page. Draw it again.",
            )
            .to_owned();
            let fields = vec![FieldProblem {
                path: format!("boxes[{place}]"),
                code: "no-such-box".to_owned(),
                message: message.clone(),
            }];
            return Err(Failure::new(Exit::NotWellFormed, "no-such-box", message).with_fields(fields));
        }
        let (left, top) = (hundredths((covered.left * 100.0).floor()), hundredths((covered.top * 100.0).floor()));
        boxes.push(RedactionBox {
            page: covered.page,
            left,
            top,
            width: hundredths(((covered.left + covered.width) * 100.0).ceil()) - left,
            height: hundredths(((covered.top + covered.height) * 100.0).ceil()) - top,
            ground: ground(format!("boxes[{place}].ground"), &covered.ground)?,
        });
    }
    let mut words = Vec::new();
    for (place, sought) in given.words.iter().enumerate() {
        words.push(SearchedWords {
            find: input::text("find", &sought.find, LONGEST_TITLE)?,
            ground: ground(format!("words[{place}].ground"), &sought.ground)?,
        });
    }
    Ok(WantedRedaction { of: given.file, boxes, words })
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sides were checked to lie on a page")]
fn hundredths(value: f64) -> u32 {
    value as u32
}
