//! Files that lie with a request: what the person sent, and what a caseworker has collected.
//!
//! What the person sent belongs to every case of the request; what was collected belongs to the case that it was collected
//! for. What is taken away is erased: bytes, titles and digest alike.

use super::decide::Decision;
use super::event::{Content, Event};
use super::redaction::{NewRedaction, RedactionBox};
use super::refusal::{Refusal, RefusalCode, refusal};
use super::report::ReportKind;
use super::state::Request;
use crate::casework::ids::{CaseLetter, ContentId};
use crate::wording::Trilingual;

/// The largest file that can lie with a request, in bytes: 25 MB.
pub const LARGEST_FILE: u32 = 25 * 1024 * 1024;
/// How much the files of one request may be together, in bytes: 200 MB.
pub const LARGEST_TOTAL: u64 = 200 * 1024 * 1024;

/// Why what is taken away is erased.
const ERASED: &str = "personvernforordningen art. 5 nr. 1 bokstav c";
const SOURCE: &str = "Personvernforordningen art. 5 nr. 1 bokstav c og art. 32";

/// What kind of file it is, by its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// PDF.
    Pdf,
    /// A picture without loss.
    Png,
    /// A photograph.
    Jpeg,
    /// Plain text.
    Text,
    /// A table as text.
    Csv,
    /// A workbook (Office Open XML).
    Xlsx,
    /// A document (Office Open XML).
    Docx,
    /// A document (OpenDocument).
    Odt,
    /// An e-mail without files in it.
    Email,
}

impl FileKind {
    /// Every kind.
    pub const ALL: [Self; 9] =
        [Self::Pdf, Self::Png, Self::Jpeg, Self::Text, Self::Csv, Self::Xlsx, Self::Docx, Self::Odt, Self::Email];

    /// The media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Text => "text/plain",
            Self::Csv => "text/csv",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Email => "message/rfc822",
        }
    }

    /// The kind with this media type.
    #[must_use]
    pub fn from_media_type(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.media_type() == text)
    }

    /// How the names of such files end, without the dot; the first is the usual one.
    #[must_use]
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Png => &["png"],
            Self::Jpeg => &["jpg", "jpeg", "jfif"],
            Self::Text => &["txt", "text", "md"],
            Self::Csv => &["csv", "tsv"],
            Self::Xlsx => &["xlsx"],
            Self::Docx => &["docx"],
            Self::Odt => &["odt"],
            Self::Email => &["eml"],
        }
    }

    /// How the name of such a file usually ends, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        self.endings().first().copied().unwrap_or_default()
    }

    /// What people call it, in every language.
    #[must_use]
    pub fn label(self) -> Trilingual {
        match self {
            Self::Pdf => Trilingual::fixed("PDF", "PDF", "PDF"),
            Self::Png => Trilingual::fixed("PNG-bilde", "PNG-bilete", "PNG picture"),
            Self::Jpeg => Trilingual::fixed("JPEG-bilde", "JPEG-bilete", "JPEG picture"),
            Self::Text => Trilingual::fixed("tekst", "tekst", "text"),
            Self::Csv => Trilingual::fixed("CSV", "CSV", "CSV"),
            Self::Xlsx => Trilingual::fixed("XLSX", "XLSX", "XLSX"),
            Self::Docx => Trilingual::fixed("DOCX", "DOCX", "DOCX"),
            Self::Odt => Trilingual::fixed("ODT", "ODT", "ODT"),
            Self::Email => Trilingual::fixed("e-post", "e-post", "e-mail"),
        }
    }

    /// The kind as which the file can go with an answer on access; none where it cannot.
    #[must_use]
    pub fn as_report(self) -> Option<ReportKind> {
        match self {
            Self::Pdf => Some(ReportKind::Pdf),
            Self::Csv => Some(ReportKind::Csv),
            Self::Xlsx => Some(ReportKind::Xlsx),
            Self::Png | Self::Jpeg | Self::Text | Self::Docx | Self::Odt | Self::Email => None,
        }
    }
}

/// Where a file comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileOrigin {
    /// The person sent it, or whoever acts for the person.
    Person,
    /// A caseworker has collected it.
    Collected,
}

impl FileOrigin {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Person, Self::Collected];

    /// The word for it in files and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Collected => "innhentet",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }

    /// What it is called.
    #[must_use]
    pub fn label(self) -> Trilingual {
        match self {
            Self::Person => Trilingual::fixed("Fra personen", "Frå personen", "From the person"),
            Self::Collected => Trilingual::fixed("Innhentet", "Henta inn", "Collected"),
        }
    }
}

/// A file that comes to lie with a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// The case that it was added from.
    pub case: CaseLetter,
    /// Its bytes.
    pub file: ContentId,
    /// What it is called here. Its own name may be a person's, and is not kept.
    pub title: ContentId,
    /// SHA-256 of its bytes, hexadecimal, as words; erased together with the bytes.
    pub digest: ContentId,
    /// What kind of file it is.
    pub kind: FileKind,
    /// How many bytes it has.
    pub size: u32,
    /// Where it comes from.
    pub origin: FileOrigin,
}

/// What a new file holds, beside its place in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileContents {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it is called here.
    pub title: String,
    /// SHA-256 of its bytes, hexadecimal.
    pub digest: String,
}

/// A file that lies with a request, or did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachedFile {
    /// How it came.
    pub added: NewFile,
    /// Every title that it has had, the latest last; the first is the one that it came with.
    pub titles: Vec<ContentId>,
    /// Which event of the log added it.
    pub event: u32,
    /// The file that it is a redacted copy of, by its number, with what was covered.
    pub redacts: Option<(u32, Vec<RedactionBox>)>,
    /// Whether it was taken away again.
    pub removed: bool,
}

impl AttachedFile {
    pub(super) fn of(added: &NewFile, event: u32) -> Self {
        Self { added: *added, titles: vec![added.title], event, redacts: None, removed: false }
    }

    /// What it is called now.
    #[must_use]
    pub fn title(&self) -> ContentId {
        self.titles.last().copied().unwrap_or(self.added.title)
    }

    /// Whether it is a file of this case: what the person sent belongs to every case of the request.
    #[must_use]
    pub fn belongs_to(&self, case: CaseLetter) -> bool {
        self.added.origin == FileOrigin::Person || self.added.case == case
    }
}

impl Request {
    /// A file by its number, unless it was taken away.
    #[must_use]
    pub fn file(&self, number: u32) -> Option<&AttachedFile> {
        self.any_file(number).filter(|file| !file.removed)
    }

    /// A file by its number, also one that was taken away.
    #[must_use]
    pub fn any_file(&self, number: u32) -> Option<&AttachedFile> {
        self.files.get(number.checked_sub(1)? as usize)
    }

    /// The files of a case that were not taken away, each with its number.
    pub fn files_of(&self, case: CaseLetter) -> impl Iterator<Item = (u32, &AttachedFile)> {
        (1..).zip(&self.files).filter(move |(_, file)| !file.removed && file.belongs_to(case))
    }

    /// Adds a file; its content has been looked at.
    ///
    /// # Errors
    /// [`RefusalCode::Finished`] once the case is closed, [`RefusalCode::TooManyFiles`] where the files of the request are
    /// too much together.
    pub fn attach(&self, file: NewFile, contents: FileContents) -> Result<Decision, Vec<Refusal>> {
        self.unclosed(file.case)?;
        self.has_room(file.size)?;
        Ok(Decision { events: vec![Event::FileAttached(file)], contents: rows(&file, contents) })
    }

    /// Gives a file of a case another title.
    ///
    /// # Errors
    /// [`RefusalCode::NoSuchFile`], [`RefusalCode::Finished`], [`RefusalCode::NothingNew`].
    pub fn retitle_file(
        &self,
        case: CaseLetter,
        number: u32,
        before: Option<&str>,
        (id, title): (ContentId, String),
    ) -> Result<Decision, Vec<Refusal>> {
        self.unclosed(case)?;
        self.file_of(case, number)?;
        if before == Some(title.as_str()) {
            let message = Trilingual::fixed(
                "Filen heter dette allerede. Skriv en annen tittel.",
                "Fila heiter dette alt. Skriv ein annan tittel.",
                "The file has this title already. Write another one.",
            );
            return Err(vec![refusal(RefusalCode::NothingNew, Some("title"), message, SOURCE)]);
        }
        Ok(Decision::with(Event::FileRetitled { file: number, title: id }, id, Content::Text(title)))
    }

    /// Takes a file away, and erases it. A redacted copy of it stays: it says nothing of what was covered.
    ///
    /// # Errors
    /// [`RefusalCode::NoSuchFile`], [`RefusalCode::Finished`].
    pub fn remove_file(
        &self,
        case: CaseLetter,
        number: u32,
        (id, reason): (ContentId, String),
        by: &str,
    ) -> Result<Decision, Vec<Refusal>> {
        self.unclosed(case)?;
        let known = self.file_of(case, number)?;
        let mut events = vec![Event::FileRemoved { file: number, reason: id }];
        let rows = [known.added.file, known.added.digest].into_iter().chain(known.titles.iter().copied());
        events.extend(rows.map(|content| Event::ContentErased {
            content,
            ground: ERASED.to_owned(),
            approved_by: vec![by.to_owned()],
        }));
        Ok(Decision { events, contents: vec![(id, Content::Text(reason))] })
    }

    /// Adds a redacted copy of a file of a case.
    ///
    /// # Errors
    /// As [`Self::attach`], and [`RefusalCode::NoSuchFile`].
    pub fn add_redacted(&self, redaction: NewRedaction, contents: FileContents) -> Result<Decision, Vec<Refusal>> {
        let copy = redaction.copy;
        self.unclosed(copy.case)?;
        self.file_of(copy.case, redaction.of)?;
        self.has_room(copy.size)?;
        Ok(Decision { events: vec![Event::FileRedacted(redaction)], contents: rows(&copy, contents) })
    }

    /// A file of a case that was not taken away.
    ///
    /// # Errors
    /// [`RefusalCode::NoSuchFile`].
    pub fn file_of(&self, case: CaseLetter, number: u32) -> Result<&AttachedFile, Vec<Refusal>> {
        self.file(number).filter(|file| file.belongs_to(case)).ok_or_else(|| {
            let message = Trilingual::fixed(
                "Saken har ikke noe vedlegg med dette nummeret. Se vedleggene i saken.",
                "Saka har ikkje noko vedlegg med dette nummeret. Sjå vedlegga i saka.",
                "The case has no attachment with this number. See the attachments of the case.",
            );
            vec![refusal(RefusalCode::NoSuchFile, Some("file"), message, SOURCE)]
        })
    }

    fn has_room(&self, size: u32) -> Result<(), Vec<Refusal>> {
        let there = self.files.iter().filter(|file| !file.removed).map(|file| u64::from(file.added.size)).sum();
        no_room_for(there, u64::from(size)).map_or(Ok(()), |refusal| Err(vec![refusal]))
    }
}

/// Why there is no room for one more file beside those that are there, by their bytes; `None` where there is.
#[must_use]
pub fn no_room_for(there: u64, size: u64) -> Option<Refusal> {
    let megabytes = |bytes: u64| bytes.div_ceil(1024 * 1024);
    (there + size > LARGEST_TOTAL).then(|| {
        let (there, most, size) = (megabytes(there), megabytes(LARGEST_TOTAL), megabytes(size));
        let message = Trilingual::made(
            format!(
                "Vedleggene i henvendelsen er på {there} MB, og det er plass til {most}. Denne filen er på {size} MB. Ta bort noe som ikke trengs, eller lagre filen med mindre bilder."
            ),
            format!(
                "Vedlegga i førespurnaden er på {there} MB, og det er plass til {most}. Denne fila er på {size} MB. Ta bort noko som ikkje trengst, eller lagre fila med mindre bilete."
            ),
            format!(
                "The attachments of the request take up {there} MB, and there is room for {most}. This file is {size} MB. Remove something that is not needed, or save the file with smaller pictures."
            ),
        );
        refusal(RefusalCode::TooManyFiles, Some("file"), message, SOURCE)
    })
}

/// Why a request that comes to no case keeps no file: the files of a request are those of its cases.
#[must_use]
pub fn files_need_a_case() -> Refusal {
    let message = Trilingual::fixed(
        "Filer kan bare legges ved når henvendelsen blir til minst én sak. Fjern filene her, og gi dem til dem som behandler henvendelsen.",
        "Filer kan berre leggjast ved når førespurnaden blir til minst éi sak. Fjern filene her, og gi dei til dei som behandlar førespurnaden.",
        "Files can be attached only where the request becomes at least one case. Remove the files here, and give them to those who deal with the request.",
    );
    refusal(RefusalCode::NoCase, Some("files"), message, SOURCE)
}

pub(super) fn rows(file: &NewFile, contents: FileContents) -> Vec<(ContentId, Content)> {
    vec![
        (file.file, Content::File(contents.bytes)),
        (file.title, Content::Text(contents.title)),
        (file.digest, Content::Text(contents.digest)),
    ]
}
