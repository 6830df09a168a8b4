//! Numbers and identifiers, one type each.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

use crate::wording::{Told, Trilingual};

/// The text is no number of the kind that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub enum NumberProblem {
    /// Not a request number.
    Request(String),
    /// Not a case number.
    Case(String),
    /// Not a document number.
    Document(String),
    /// No number of another system. The text is not repeated: it may be anything.
    Outside,
}

impl Told for NumberProblem {
    fn text(&self) -> Trilingual {
        match self {
            Self::Request(text) => Trilingual::made(
                format!("«{text}» er ikke et henvendelsesnummer. Skriv det som 2026/00012."),
                format!("«{text}» er ikkje eit førespurnadsnummer. Skriv det som 2026/00012."),
                format!("“{text}” is no request number. Write it as 2026/00012."),
            ),
            Self::Case(text) => Trilingual::made(
                format!("«{text}» er ikke et saksnummer. Skriv det som 2026/00012-a."),
                format!("«{text}» er ikkje eit saksnummer. Skriv det som 2026/00012-a."),
                format!("“{text}” is no case number. Write it as 2026/00012-a."),
            ),
            Self::Document(text) => Trilingual::made(
                format!("«{text}» er ikke et dokumentnummer. Skriv det som 2026/00012-1."),
                format!("«{text}» er ikkje eit dokumentnummer. Skriv det som 2026/00012-1."),
                format!("“{text}” is no document number. Write it as 2026/00012-1."),
            ),
            Self::Outside => Trilingual::fixed(
                "Referansen kan ikke brukes. Skriv nummeret fra det andre systemet uten mellomrom, for eksempel AVVIK-2026/117. Det skal ha minst ett siffer, høyst 40 tegn, og aldri være et identitetsnummer.",
                "Referansen kan ikkje brukast. Skriv nummeret frå det andre systemet utan mellomrom, til dømes AVVIK-2026/117. Det skal ha minst eitt siffer, høgst 40 teikn, og aldri vere eit identitetsnummer.",
                "The reference cannot be used. Write the number from the other system without spaces, for example AVVIK-2026/117. It has at least one digit, at most 40 characters, and is never an identity number.",
            ),
        }
    }
}

/// The number of a request, `2026/00012`: year and a sequence without gaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestNumber {
    // Invariant: four digits.
    year: u16,
    // Invariant: 1 or more.
    sequence: u32,
}

impl RequestNumber {
    /// The number with this year and sequence; `None` for a year outside 1000–9999 or sequence 0.
    #[must_use]
    pub fn new(year: u16, sequence: u32) -> Option<Self> {
        ((1000..=9999).contains(&year) && sequence > 0).then_some(Self { year, sequence })
    }

    /// The year that the request was registered in.
    #[must_use]
    pub fn year(self) -> u16 {
        self.year
    }

    /// The place in that year, from 1.
    #[must_use]
    pub fn sequence(self) -> u32 {
        self.sequence
    }

    /// The number of one of its cases.
    #[must_use]
    pub fn case(self, letter: CaseLetter) -> CaseNumber {
        CaseNumber { request: self, letter }
    }

    /// The number of one of its documents.
    #[must_use]
    pub fn document(self, sequence: u32) -> DocumentNumber {
        DocumentNumber { request: self, sequence }
    }
}

impl fmt::Display for RequestNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{:05}", self.year, self.sequence)
    }
}

impl FromStr for RequestNumber {
    type Err = NumberProblem;

    fn from_str(text: &str) -> Result<Self, NumberProblem> {
        let problem = || NumberProblem::Request(shortened(text));
        let (year, sequence) = text.split_once('/').ok_or_else(problem)?;
        if year.len() != 4 || sequence.len() < 5 || !digits(year) || !digits(sequence) {
            return Err(problem());
        }
        let (Ok(year), Ok(sequence)) = (year.parse(), sequence.parse()) else { return Err(problem()) };
        Self::new(year, sequence).ok_or_else(problem)
    }
}

/// The letter that tells the cases of a request apart: `a`, `b` … `z`, `aa` ….
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseLetter(u16);

impl CaseLetter {
    /// The letter of the case at this place, from 0.
    #[must_use]
    pub const fn at(index: u16) -> Self {
        Self(index)
    }

    /// The place among the cases of the request, from 0.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl fmt::Display for CaseLetter {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut rest = u32::from(self.0) + 1;
        while rest > 0 {
            rest -= 1;
            letters.push(char::from(b'a' + u8::try_from(rest % 26).unwrap_or(0)));
            rest /= 26;
        }
        letters.iter().rev().try_for_each(|letter| write!(formatter, "{letter}"))
    }
}

impl FromStr for CaseLetter {
    type Err = NumberProblem;

    fn from_str(text: &str) -> Result<Self, NumberProblem> {
        let problem = || NumberProblem::Case(shortened(text));
        if text.is_empty() || text.len() > 2 {
            return Err(problem());
        }
        let mut place = 0_u16;
        for byte in text.bytes() {
            if !byte.is_ascii_lowercase() {
                return Err(problem());
            }
            place = place * 26 + u16::from(byte - b'a') + 1;
        }
        Ok(Self(place - 1))
    }
}

/// The number of a case, `2026/00012-a`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseNumber {
    /// The request that the case belongs to.
    pub request: RequestNumber,
    /// The case in it.
    pub letter: CaseLetter,
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", self.request, self.letter)
    }
}

impl FromStr for CaseNumber {
    type Err = NumberProblem;

    fn from_str(text: &str) -> Result<Self, NumberProblem> {
        let problem = || NumberProblem::Case(shortened(text));
        let (request, letter) = text.split_once('-').ok_or_else(problem)?;
        let (Ok(request), Ok(letter)) = (request.parse(), letter.parse()) else { return Err(problem()) };
        Ok(Self { request, letter })
    }
}

/// The number of a document, `2026/00012-1`, in or out; the request itself is number 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentNumber {
    /// The request that the document belongs to.
    pub request: RequestNumber,
    /// The place among its documents, from 1.
    pub sequence: u32,
}

impl fmt::Display for DocumentNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", self.request, self.sequence)
    }
}

impl FromStr for DocumentNumber {
    type Err = NumberProblem;

    fn from_str(text: &str) -> Result<Self, NumberProblem> {
        let problem = || NumberProblem::Document(shortened(text));
        let (request, sequence) = text.split_once('-').ok_or_else(problem)?;
        if !digits(sequence) || sequence.starts_with('0') {
            return Err(problem());
        }
        let (Ok(request), Ok(sequence)) = (request.parse(), sequence.parse()) else { return Err(problem()) };
        Ok(Self { request, sequence })
    }
}

/// The identifier of an erasable row: a person, words, or the bytes of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentId(pub Uuid);

impl FromStr for ContentId {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl fmt::Display for ContentId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a person typed by mistake may be an identity number; a message repeats at most a few of its characters.
fn shortened(text: &str) -> String {
    let start: String = text.chars().take(6).collect();
    if start.len() < text.len() { format!("{start}…") } else { start }
}

/// By what a delivery is known again when the sender sends it once more: a keyed digest of the sender's own key for it.
/// The key itself may hold anything, even a name, and is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeliveryMark(u128);

impl DeliveryMark {
    /// The mark with these bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(u128::from_be_bytes(bytes))
    }
}

impl fmt::Display for DeliveryMark {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:032x}", self.0)
    }
}

/// The text is not 32 lower-case hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Kjennemerket på leveringen er ikke 32 heksadesimale sifre.")]
pub struct NoDeliveryMark;

impl FromStr for DeliveryMark {
    type Err = NoDeliveryMark;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mark = u128::from_str_radix(text, 16).map(Self).map_err(|_| NoDeliveryMark)?;
        if mark.to_string() == text { Ok(mark) } else { Err(NoDeliveryMark) }
    }
}

/// What a number of ours that somebody types stands for: a request, or one case of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The request.
    pub request: RequestNumber,
    /// The case; `None` for the number of the request or of a document, which may be about all of its cases.
    pub case: Option<CaseLetter>,
}

impl Reference {
    /// Reads `2026/00012`, `2026/00012-a` or `2026/00012-1` as somebody types it: capital letters are small ones, and the
    /// zeros may be missing. `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, rest) = text.trim().split_once('/')?;
        let (sequence, part) = rest.split_once('-').map_or((rest, None), |(sequence, part)| (sequence, Some(part)));
        if sequence.is_empty() || !digits(sequence) {
            return None;
        }
        let request: RequestNumber = format!("{year}/{sequence:0>5}").parse().ok()?;
        match part.map(str::to_lowercase) {
            None => Some(Self { request, case: None }),
            Some(part) if !part.is_empty() && digits(&part) => Some(Self { request, case: None }),
            Some(part) => Some(Self { request, case: Some(part.parse().ok()?) }),
        }
    }
}

/// The number that something has in another system of the office, such as the one for breaches or the archive. It is neither words
/// nor an identity number, so it may stand in the log.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutsideReference(
    // Invariant: 1 to 40 letters, digits and `-/._:`, with a digit among them and no eleven digits as an identity number has them.
    String,
);

impl OutsideReference {
    /// What two that differ in capitals alone have in common.
    #[must_use]
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }
}

impl fmt::Display for OutsideReference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl FromStr for OutsideReference {
    type Err = NumberProblem;

    fn from_str(text: &str) -> Result<Self, NumberProblem> {
        let fits = |letter: char| letter.is_ascii_alphanumeric() || "æøåÆØÅ-/._:".contains(letter);
        let digits: Vec<usize> = text.split(|letter: char| !letter.is_ascii_digit()).map(str::len).collect();
        let like_a_person = digits.contains(&11) || digits.windows(2).any(|pair| pair == [6, 5]);
        let right = (1..=40).contains(&text.chars().count())
            && text.chars().all(fits)
            && digits.iter().any(|length| *length > 0)
            && !like_a_person;
        right.then(|| Self(text.to_owned())).ok_or(NumberProblem::Outside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for text in ["2026/00001-a", "2026/00012-z", "2026/123456-aa", "2026/00012-ba"] {
            assert_eq!(text.parse::<CaseNumber>().map(|number| number.to_string()), Ok(text.to_owned()));
        }
        for text in ["2026/00001-1", "2026/00001-12"] {
            assert_eq!(text.parse::<DocumentNumber>().map(|number| number.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in
            ["", "2026", "2026/1-a", "2026/00000-a", "26/00001-a", "2026/00001-A", "2026/00001-", "2026/00001-abc"]
        {
            assert!(text.parse::<CaseNumber>().is_err(), "{text}");
        }
        for text in ["2026/00001-0", "2026/00001-01", "2026/00001-a", "2026/+0001-1"] {
            assert!(text.parse::<DocumentNumber>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_message_never_repeats_a_whole_identity_number() {
        let message = "13846120100".parse::<CaseNumber>().unwrap_err().to_string();
        assert!(!message.contains("1384612"), "{message}");
    }

    #[test]
    fn numbers_are_read_as_they_are_typed() {
        let read = |text| {
            Reference::parse(text).map(|read| (read.request.to_string(), read.case.map(|case| case.to_string())))
        };
        let request = || "2026/00012".to_owned();
        for (typed, case) in [
            ("2026/00012", None),
            (" 2026/12 ", None),
            ("2026/00012-1", None),
            ("2026/00012-a", Some("a")),
            ("2026/12-B", Some("b")),
        ] {
            assert_eq!(read(typed), Some((request(), case.map(str::to_owned))), "{typed}");
        }
        for typed in ["", "2026", "26/12", "2026/", "2026/x", "2026/12-", "2026/12-æ", "2026/0", "24/01234-5"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_reference_elsewhere_is_neither_words_nor_an_identity_number() {
        for text in ["AVVIK-2026/117", "117", "2026/00117", "qm:26.4_1", "20261128-123456"] {
            assert_eq!(text.parse::<OutsideReference>().map(|reference| reference.to_string()), Ok(text.to_owned()));
        }
        for text in ["", "Kari", "avvik 117", "13846107759", "138461-07759", "x13846107759", &"1".repeat(41), "1\n2"] {
            assert_eq!(text.parse::<OutsideReference>(), Err(NumberProblem::Outside), "{text}");
        }
        let keys = ["avvik-1", "Avvik-1"].map(|text| text.parse::<OutsideReference>().map(|reference| reference.key()));
        assert_eq!(keys[0], keys[1]);
    }
}
