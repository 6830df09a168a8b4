//! The files that lie with a request, as they are shown, and what happened to them in words.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::spoken::{say, spoken};

use crate::casework::ids::CaseLetter;
use crate::casework::request::{AttachedFile, Event, NewRedaction, RedactionBox};
use crate::law::calendar::oslo_date;
use crate::law::register::{Catalogue, GroundId};
use crate::usecase::ports::{PageWord, PageWords};
use crate::usecase::{CheckedRedaction, Opened, RedactedCopy};

/// A file that lies with a request.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct FileAnswer {
    /// Its place among the files of the request, from 1.
    pub number: u32,
    /// `None` once it is erased.
    pub title: Option<String>,
    pub media_type: String,
    /// What people call its kind, for example «PDF».
    pub kind_label: String,
    /// In bytes.
    pub size: u32,
    /// SHA-256 of its bytes, hexadecimal; `None` once it is erased.
    pub sha256: Option<String>,
    /// `person` or `innhentet`.
    pub from: String,
    pub from_label: String,
    pub by: Option<String>,
    pub on: Option<String>,
    /// The number of the file that it is a redacted copy of.
    pub redacts: Option<u32>,
    /// How much is covered, in words; empty where nothing is.
    pub redacted: String,
    /// Whether it can go with an answer on access.
    pub can_be_report: bool,
}

/// A page of a PDF and its words, in points from its upper left corner.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct PageWordsAnswer {
    pub width: f64,
    pub height: f64,
    pub words: Vec<PageWordAnswer>,
}

/// A word on a page.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct PageWordAnswer {
    pub text: String,
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
    pub line: u32,
}

/// The words of a PDF.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct WordsAnswer {
    pub pages: Vec<PageWordsAnswer>,
}

/// A ground for covering something.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct RedactionGroundAnswer {
    pub id: String,
    pub citation: String,
    pub what: String,
    /// Whether it is not sure that it can be rested on.
    pub doubtful: bool,
}

/// A word that was covered and still stands elsewhere.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct LeftWordAnswer {
    pub word: String,
    pub pages: Vec<u32>,
}

/// A part of a page that is covered, in points from its upper left corner.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct RedactBoxAnswer {
    pub page: u32,
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
    pub ground: String,
}

/// What a redacted copy would cover.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct RedactionCheckAnswer {
    pub boxes: Vec<RedactBoxAnswer>,
    /// What is covered and still stands elsewhere, for the caseworker to look at.
    pub left: Vec<LeftWordAnswer>,
}

/// A redacted copy.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct RedactionAnswer {
    /// Its number among the files of the request; `None` while it is only looked at.
    pub number: Option<u32>,
    /// How many boxes it has.
    pub boxes: u32,
    /// What was covered and still stands elsewhere, for the caseworker to look at.
    pub left: Vec<LeftWordAnswer>,
}

/// What is seen of a file inside the program.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct FilePreviewAnswer {
    /// `pdf`, `bilde`, `tekst`, `tabell` or `ingen`.
    pub shows: String,
    /// Whether there is more in the file than is shown.
    pub cut: bool,
    /// Whether only its words or cells are shown, and not how it looks.
    pub words_only: bool,
    pub text: Option<String>,
    pub rows: Vec<Vec<String>>,
}

impl WordsAnswer {
    /// The words of every page.
    #[must_use]
    pub fn of(pages: &[PageWords]) -> Self {
        let word = |word: &PageWord| PageWordAnswer {
            text: word.text.clone(),
            left: points(word.left),
            top: points(word.top),
            width: points(word.width),
            height: points(word.height),
            line: word.line,
        };
        let page = |page: &PageWords| PageWordsAnswer {
            width: points(page.width),
            height: points(page.height),
            words: page.words.iter().map(word).collect(),
        };
        Self { pages: pages.iter().map(page).collect() }
    }
}

fn points(hundredths: u32) -> f64 {
    f64::from(hundredths) / 100.0
}

fn left_words(checked: &CheckedRedaction) -> Vec<LeftWordAnswer> {
    checked.left.iter().map(|(word, pages)| LeftWordAnswer { word: word.clone(), pages: pages.clone() }).collect()
}

impl RedactionCheckAnswer {
    /// What would be covered.
    #[must_use]
    pub fn of(checked: &CheckedRedaction) -> Self {
        let answer = |covered: &RedactionBox| RedactBoxAnswer {
            page: covered.page,
            left: points(covered.left),
            top: points(covered.top),
            width: points(covered.width),
            height: points(covered.height),
            ground: covered.ground.to_string(),
        };
        Self { boxes: checked.boxes.iter().map(answer).collect(), left: left_words(checked) }
    }
}

impl RedactionAnswer {
    /// What was made, with its number once it is kept.
    #[must_use]
    pub fn of(copy: &RedactedCopy, number: Option<u32>) -> Self {
        let boxes = u32::try_from(copy.checked.boxes.len()).unwrap_or(u32::MAX);
        Self { number, boxes, left: left_words(&copy.checked) }
    }
}

/// The grounds for covering something today, in the order in which they are offered.
#[must_use]
pub fn grounds(catalogue: &Catalogue, today: NaiveDate) -> Vec<RedactionGroundAnswer> {
    catalogue
        .redaction_grounds(today)
        .map(|ground| RedactionGroundAnswer {
            id: ground.id.to_string(),
            citation: ground.source.citation(spoken()),
            what: ground.what.get(spoken()).to_owned(),
            doubtful: ground.doubtful,
        })
        .collect()
}

/// The files of a case that were not taken away, in the order in which they came.
#[must_use]
pub fn files(opened: &Opened, case: CaseLetter, catalogue: &Catalogue) -> Vec<FileAnswer> {
    opened.request.files_of(case).map(|(number, file)| answer(opened, number, file, catalogue)).collect()
}

fn answer(opened: &Opened, number: u32, file: &AttachedFile, catalogue: &Catalogue) -> FileAnswer {
    let recorded = opened.entry(file.event);
    FileAnswer {
        number,
        title: opened.words(file.title()).map(str::to_owned),
        media_type: file.added.kind.media_type().to_owned(),
        kind_label: file.added.kind.label().get(spoken()).to_owned(),
        size: file.added.size,
        sha256: opened.words(file.added.digest).map(str::to_owned),
        from: file.added.origin.id().to_owned(),
        from_label: file.added.origin.label().get(spoken()).to_owned(),
        by: recorded.map(|recorded| recorded.actor.clone()),
        on: recorded.map(|recorded| oslo_date(recorded.at).to_string()),
        redacts: file.redacts.as_ref().map(|(of, _)| *of),
        redacted: file.redacts.as_ref().map_or_else(String::new, |(_, boxes)| covered(boxes, catalogue)),
        can_be_report: file.added.kind.as_report().is_some(),
    }
}

/// How much is covered, and on which grounds; one that the catalogue no longer has is named by its id.
fn covered(boxes: &[RedactionBox], catalogue: &Catalogue) -> String {
    let grounds: BTreeSet<&GroundId> = boxes.iter().map(|covered| &covered.ground).collect();
    let citation = |id: &GroundId| {
        catalogue.redaction_ground(id).map_or_else(|| id.to_string(), |ground| ground.source.citation(spoken()))
    };
    let grounds: Vec<String> = grounds.into_iter().map(citation).collect();
    let (count, grounds) = (boxes.len(), grounds.join(say!(" og ", " og ", " and ")));
    if count == 1 {
        return say!(
            format!("ett sted, etter {grounds}"),
            format!("éin stad, etter {grounds}"),
            format!("one place, under {grounds}"),
        );
    }
    say!(
        format!("{count} steder, etter {grounds}"),
        format!("{count} stader, etter {grounds}"),
        format!("{count} places, under {grounds}"),
    )
}

/// What happened to a file, in words; empty for an event of another kind.
#[must_use]
pub fn told(opened: &Opened, event: &Event, catalogue: &Catalogue) -> String {
    let number = |file| {
        let place = opened.request.files.iter().position(|known| known.added.file == file);
        place.map_or_else(String::new, |place| (place + 1).to_string())
    };
    if let Event::FileAttached(added) = event {
        let (number, kind, origin) = (number(added.file), added.kind.label(), added.origin.label());
        let (kind, origin) = (kind.get(spoken()), origin.get(spoken()).to_lowercase());
        return say!(
            format!("Vedlegg {number} er lagt til ({kind}, {origin})."),
            format!("Vedlegg {number} er lagt til ({kind}, {origin})."),
            format!("File {number} was added ({kind}, {origin})."),
        );
    }
    if let Event::FileRedacted(NewRedaction { of, copy, boxes }) = event {
        let (number, covered) = (number(copy.file), covered(boxes, catalogue));
        return say!(
            format!("Vedlegg {number} er en sladdet kopi av vedlegg {of}: {covered}."),
            format!("Vedlegg {number} er ein sladda kopi av vedlegg {of}: {covered}."),
            format!("File {number} is a redacted copy of file {of}: {covered}."),
        );
    }
    if let Event::FileRetitled { file, .. } = event {
        return say!(
            format!("Vedlegg {file} har fått ny tittel."),
            format!("Vedlegg {file} har fått ny tittel."),
            format!("File {file} was given a new title."),
        );
    }
    if let Event::FileRemoved { file, reason } = event {
        let reason = opened.words(*reason).map_or_else(String::new, |reason| format!(": «{reason}»"));
        return say!(
            format!("Vedlegg {file} er tatt bort og slettet{reason}."),
            format!("Vedlegg {file} er teke bort og sletta{reason}."),
            format!("File {file} was removed and erased{reason}."),
        );
    }
    String::new()
}
