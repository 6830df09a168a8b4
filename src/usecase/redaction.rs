//! Making a redacted copy of a PDF: what is to be covered is found, checked and covered, and the copy is kept beside the file.

use std::collections::BTreeSet;

use super::attachments::{AttachProblem, CaseFile};
use super::ports::{CoverNote, PageWord, PageWords};
use super::problem::Problem;
use super::show::Opened;
use super::workplace::Workplace;
use crate::casework::access::{Permission, Reading};
use crate::casework::ids::CaseNumber;
use crate::casework::request::{FileKind, FileOrigin, NewRedaction, RedactionBox};
use crate::law::register::{Catalogue, GroundId};
use crate::wording::Language;

/// The most boxes of one copy: more than that is a document that is refused as a whole.
pub const MOST_BOXES: usize = 2_000;
/// How far a box reaches beyond the word that it covers, in hundredths of a point: accents and slanted letters do so too.
const BEYOND: u32 = 100;

/// Something that is to be covered wherever it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchedWords {
    /// The words, as they are read. Upper and lower case are alike.
    pub find: String,
    /// Why they are covered.
    pub ground: GroundId,
}

/// A redacted copy that somebody wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WantedRedaction {
    /// The file that it is a copy of, by its number.
    pub of: u32,
    /// What is covered.
    pub boxes: Vec<RedactionBox>,
    /// What is covered wherever it stands.
    pub words: Vec<SearchedWords>,
}

/// What a redacted copy covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedRedaction {
    /// Everything that is covered.
    pub boxes: Vec<RedactionBox>,
    /// What is covered and still stands elsewhere: each word, with the pages. It is for the eyes of the caseworker alone.
    pub left: Vec<(String, Vec<u32>)>,
}

/// A redacted copy that is not kept yet.
#[derive(Clone, Debug)]
pub struct RedactedCopy {
    /// The request that the file lies with.
    pub opened: Opened,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What it covers.
    pub checked: CheckedRedaction,
}

impl Workplace<'_> {
    /// The words on each page of a PDF that lies with a case, for choosing what to cover: the reading is on the disk when
    /// this returns.
    ///
    /// # Errors
    /// [`Problem::Attach`] for a file that is no PDF, [`Problem::Redact`], or every other [`Problem`].
    pub fn attachment_words(&mut self, case: CaseNumber, file: u32) -> Result<Vec<PageWords>, Problem> {
        self.user.require(Permission::Read)?;
        let found = self.case_file(case, file)?;
        if found.kind != FileKind::Pdf {
            return Err(AttachProblem::NoPdf.into());
        }
        let words = self.readers.redactor.words(&found.bytes)?;
        self.enter_reading(Reading::Case(case))?;
        Ok(words)
    }

    /// Where the boxes of a redacted copy lie, with those of the words that are covered wherever they stand, and what would
    /// still stand elsewhere. Nothing is drawn, and nothing is kept but the reading.
    ///
    /// # Errors
    /// [`Problem::NothingCovered`], [`Problem::Redact`], or every other [`Problem`].
    pub fn check_redaction(&mut self, case: CaseNumber, wanted: &WantedRedaction) -> Result<CheckedRedaction, Problem> {
        Ok(self.checked(case, wanted)?.1)
    }

    /// Makes a redacted copy to be looked at. Nothing is kept but the reading.
    ///
    /// # Errors
    /// As [`Self::check_redaction`].
    pub fn preview_redaction(&mut self, case: CaseNumber, wanted: &WantedRedaction) -> Result<RedactedCopy, Problem> {
        let (found, checked) = self.checked(case, wanted)?;
        let language = found.opened.request.registered.language;
        let cover = cover(&checked.boxes, &self.rules.catalogue, language);
        let bytes = self.readers.redactor.redact(&found.bytes, &checked.boxes, &cover)?;
        Ok(RedactedCopy { opened: found.opened, bytes, checked })
    }

    fn checked(&mut self, case: CaseNumber, wanted: &WantedRedaction) -> Result<(CaseFile, CheckedRedaction), Problem> {
        self.user.require(Permission::ChangeCases)?;
        let found = self.case_file(case, wanted.of)?;
        if found.kind != FileKind::Pdf {
            return Err(AttachProblem::NoPdf.into());
        }
        let pages = self.readers.redactor.words(&found.bytes)?;
        let mut boxes = wanted.boxes.clone();
        boxes.extend(wanted.words.iter().flat_map(|words| standing(&pages, words)));
        if boxes.is_empty() || boxes.len() > MOST_BOXES {
            return Err(Problem::NothingCovered { too_many: !boxes.is_empty() });
        }
        self.enter_reading(Reading::Case(case))?;
        let left = left(&pages, &boxes);
        Ok((found, CheckedRedaction { boxes, left }))
    }

    /// Makes a redacted copy and keeps it beside the file, which stays as it is.
    ///
    /// # Errors
    /// As [`Self::preview_redaction`]; nothing was changed.
    pub fn redact(
        &mut self,
        case: CaseNumber,
        wanted: &WantedRedaction,
        title: Option<String>,
        if_version: Option<u32>,
    ) -> Result<(Opened, RedactedCopy), Problem> {
        let copy = self.preview_redaction(case, wanted)?;
        let title = title.unwrap_or_else(|| usual_title(&copy.opened, wanted.of));
        let bytes = copy.bytes.clone();
        // What was covered is decided here, so the copy is the office's and never the person's.
        let (new, contents) = self.new_file(case.letter, FileKind::Pdf, bytes, title, FileOrigin::Collected);
        let redaction = NewRedaction { of: wanted.of, copy: new, boxes: copy.checked.boxes.clone() };
        let opened = self.change(case, if_version, |request, _, _| request.add_redacted(redaction, contents))?;
        Ok((opened, copy))
    }
}

/// The title of a copy, where nobody has given one. A title may name somebody, so the file's own is not repeated.
fn usual_title(opened: &Opened, of: u32) -> String {
    let copies =
        opened.request.files.iter().filter(|file| file.redacts.as_ref().is_some_and(|(known, _)| *known == of));
    match copies.count() {
        0 => format!("Sladdet kopi av vedlegg {of}"),
        earlier => format!("Sladdet kopi {} av vedlegg {of}", earlier + 1),
    }
}

/// Letters and digits alone, in small letters: by these words are compared.
fn plain(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The boxes of the places where words stand, one for each part of a line.
fn standing(pages: &[PageWords], wanted: &SearchedWords) -> Vec<RedactionBox> {
    let sought: Vec<String> = wanted.find.split_whitespace().map(plain).filter(|word| !word.is_empty()).collect();
    let mut boxes = Vec::new();
    if sought.is_empty() {
        return boxes;
    }
    for (number, page) in (1..).zip(pages) {
        for start in page.words.windows(sought.len()) {
            if !start.iter().map(|word| plain(&word.text)).eq(sought.iter().cloned()) {
                continue;
            }
            boxes.extend(start.chunk_by(|one, next| one.line == next.line).map(|words| {
                let edge = |of: fn(&PageWord) -> u32| words.iter().map(of);
                let left = edge(|word| word.left).min().unwrap_or_default().saturating_sub(BEYOND);
                let top = edge(|word| word.top).min().unwrap_or_default().saturating_sub(BEYOND / 2);
                let right = edge(|word| word.left + word.width).max().unwrap_or_default() + BEYOND;
                let bottom = edge(|word| word.top + word.height).max().unwrap_or_default() + BEYOND / 2;
                let (width, height) =
                    (right.min(page.width).saturating_sub(left), bottom.min(page.height).saturating_sub(top));
                RedactionBox { page: number, left, top, width, height, ground: wanted.ground.clone() }
            }));
        }
    }
    boxes
}

/// The words that are covered somewhere and stand uncovered elsewhere. Short words and those without a letter tell nobody.
fn left(pages: &[PageWords], boxes: &[RedactionBox]) -> Vec<(String, Vec<u32>)> {
    let mut covered: Vec<(String, String)> = Vec::new();
    let mut open: Vec<(String, u32)> = Vec::new();
    for (number, page) in (1_u32..).zip(pages) {
        for word in &page.words {
            let hit = boxes.iter().filter(|covered| covered.page == number).any(|covered| {
                word.left < covered.left + covered.width
                    && covered.left < word.left + word.width
                    && word.top < covered.top + covered.height
                    && covered.top < word.top + word.height
            });
            let bare = plain(&word.text);
            if bare.chars().count() < 4 {
                continue;
            }
            if hit {
                covered.push((bare, word.text.clone()));
            } else {
                open.push((bare, number));
            }
        }
    }
    covered.sort();
    covered.dedup_by(|one, other| one.0 == other.0);
    covered
        .into_iter()
        .filter_map(|(bare, shown)| {
            let mut on: Vec<u32> = open.iter().filter(|(word, _)| *word == bare).map(|(_, page)| *page).collect();
            on.dedup();
            (!on.is_empty()).then_some((shown, on))
        })
        .collect()
}

/// What the first page says: that something is covered, how much on which page, and on which grounds.
fn cover(boxes: &[RedactionBox], catalogue: &Catalogue, language: Language) -> CoverNote {
    let mut lines = vec![
        language.pick(
            "Dette er en kopi der noe er sladdet. Det som er sladdet, er dekket av svarte felter. Alt annet er som i originalen.",
            "Dette er ein kopi der noko er sladda. Det som er sladda, er dekt av svarte felt. Alt anna er som i originalen.",
            "Parts of this copy have been redacted. What is redacted is covered by black boxes. Everything else is as in the original.",
        )
        .to_owned(),
        language.pick("Sladdet etter:", "Sladda etter:", "Redacted under:").to_owned(),
    ];
    let grounds: BTreeSet<&GroundId> = boxes.iter().map(|covered| &covered.ground).collect();
    for known in grounds.into_iter().filter_map(|id| catalogue.redaction_ground(id)) {
        let mut pages: Vec<u32> =
            boxes.iter().filter(|covered| covered.ground == known.id).map(|covered| covered.page).collect();
        pages.sort_unstable();
        pages.dedup();
        let pages = pages.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        let (citation, what) = (known.source.citation(language), known.what.get(language));
        lines.push(language.pick(
            format!("– {citation} ({what}). Side i originalen: {pages}."),
            format!("– {citation} ({what}). Side i originalen: {pages}."),
            format!("– {citation} ({what}). Page of the original: {pages}."),
        ));
    }
    lines.push(
        language
            .pick(
                "Sidene er gjengitt som bilder, med teksten under for den som får den lest opp.",
                "Sidene er gjevne att som bilete, med teksten under for den som får han lesen opp.",
                "The pages are shown as pictures, with their text beneath for those who have it read aloud.",
            )
            .to_owned(),
    );
    let (title, covered) = (
        language.pick("Sladdet kopi", "Sladda kopi", "Redacted copy"),
        language.pick("[sladdet]", "[sladda]", "[redacted]"),
    );
    let [title, covered] = [title, covered].map(str::to_owned);
    CoverNote { title, lines, covered, language: language.code() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(words: &[&str]) -> PageWords {
        let word = |(place, text): (u32, &&str)| PageWord {
            text: (*text).to_owned(),
            left: 5_000 * place,
            top: 7_200,
            width: 4_000,
            height: 1_200,
            line: 1,
        };
        PageWords { width: 59_500, height: 84_200, words: (1..).zip(words).map(word).collect() }
    }

    fn ground() -> GroundId {
        "gdpr-15-4".parse().expect("a ground")
    }

    #[test]
    fn words_are_found_on_every_page_whatever_stands_around_them() {
        let pages = [page(&["Ring", "Kari", "Myhre,", "eller", "KARI", "Ås"]), page(&["«Kari", "Myhre»"])];
        let found = |find: &str| {
            let words = SearchedWords { find: find.to_owned(), ground: ground() };
            standing(&pages, &words).iter().map(|found| (found.page, found.left)).collect::<Vec<_>>()
        };
        assert_eq!(found("kari myhre"), [(1, 9_900), (2, 4_900)], "one box for what stands on one line");
        assert_eq!(found("Kari"), [(1, 9_900), (1, 24_900), (2, 4_900)]);
        assert!(found("Kar").is_empty());
        assert!(found(" ,. ").is_empty());
    }

    #[test]
    fn a_covered_word_that_stands_elsewhere_too_is_told() {
        let pages = [page(&["Kari", "er", "her"]), page(&["er", "Kari?"])];
        let boxes = standing(&pages[..1], &SearchedWords { find: "Kari".to_owned(), ground: ground() });
        assert_eq!(left(&pages, &boxes), [("Kari".to_owned(), vec![2])]);
        assert!(left(&pages[..1], &boxes).is_empty());
    }

    #[test]
    fn the_first_page_says_it_in_the_language_of_the_request() {
        let built_in = crate::adapter::load::embedded().expect("a catalogue");
        let boxes = standing(&[page(&["Kari"])], &SearchedWords { find: "Kari".to_owned(), ground: ground() });
        for (language, words) in [
            (Language::Nb, "artikkel 15 nr. 4"),
            (Language::Nn, "personvernforordninga"),
            (Language::En, "Article 15(4)"),
        ] {
            let note = cover(&boxes, &built_in.catalogue, language);
            assert!(note.lines.iter().any(|line| line.contains(words)), "{:?}", note.lines);
        }
    }
}
