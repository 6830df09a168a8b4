//! The number itself: checked once, masked wherever it is printed, wiped when it is dropped.

use std::fmt;

use zeroize::ZeroizeOnDrop;

use super::control::{self, ControlRule};
use super::problem::IdentityProblem;

/// How many digits may be shown; the last five are always hidden.
const SHOWN: usize = 6;
/// What stands in place of the last five digits.
const HIDDEN: &str = "*****";
/// The days of each month in a leap year.
const DAYS_OF_MONTH: [u8; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// What kind of identity number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IdentityKind {
    /// Fødselsnummer: residents, people born in Norway and some citizens abroad (folkeregisterloven § 2-2).
    Foedselsnummer,
    /// D-nummer: others whom the Folkeregister must know; the first digit is raised by four
    /// (folkeregisterloven § 2-2).
    DNummer,
    /// H-nummer: given by one institution to a patient whose number is unknown; the month is raised by 40
    /// (KITH-rapport 11/98). Test numbers of NAV's have the very same shape and cannot be told apart.
    HNummer,
    /// FH-nummer: felles hjelpenummer, given by Norsk helsenett; the first digit is 8 or 9 and the rest
    /// means nothing.
    FhNummer,
}

impl IdentityKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Foedselsnummer, Self::DNummer, Self::HNummer, Self::FhNummer];

    /// The code of the kind: `fodselsnummer`, `d-nummer`, `h-nummer` or `fh-nummer`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Foedselsnummer => "fodselsnummer",
            Self::DNummer => "d-nummer",
            Self::HNummer => "h-nummer",
            Self::FhNummer => "fh-nummer",
        }
    }
}

/// What was added to the month, and so which series the number belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Series {
    /// Nothing: the Folkeregister's own numbers.
    Ordinary,
    /// 40: H-nummer, and NAV's test numbers.
    Assistance,
    /// 65: the made-up people of Norsk helsenett.
    SyntheticHealth,
    /// 80: the made-up people of Skatteetaten.
    SyntheticTax,
}

/// An identity number that can exist: eleven digits, a possible date, control digits that fit.
///
/// `Debug` and `Display` show six digits and five stars. Only [`IdentityNumber::expose`] gives the digits.
// Invariant: `digits` are values 0 to 9 that `classify` accepts; `kind`, `synthetic` and `rule` are its answer.
#[derive(Clone, PartialEq, Eq, Hash, ZeroizeOnDrop)]
pub struct IdentityNumber {
    digits: [u8; 11],
    #[zeroize(skip)]
    kind: IdentityKind,
    #[zeroize(skip)]
    synthetic: bool,
    #[zeroize(skip)]
    rule: ControlRule,
}

impl IdentityNumber {
    /// Reads a number as people write it: eleven digits 0 to 9, with blanks anywhere («ddmmåå nnnnn»).
    ///
    /// # Errors
    /// The first thing that is wrong, in the order characters, length, date, control digits.
    pub fn parse(text: &str) -> Result<Self, IdentityProblem> {
        let mut digits = [0_u8; 11];
        let mut count = 0;
        for character in text.chars().filter(|character| !character.is_whitespace()) {
            let digit = match character {
                '0'..='9' => character as u8 - b'0',
                _ => return Err(IdentityProblem::NotDigits),
            };
            if let Some(place) = digits.get_mut(count) {
                *place = digit;
            }
            count += 1;
        }
        match count {
            0 => Err(IdentityProblem::Missing),
            11 => Self::classify(digits),
            digits => Err(IdentityProblem::Length { digits }),
        }
    }

    fn classify(digits: [u8; 11]) -> Result<Self, IdentityProblem> {
        let (kind, synthetic) = match digits[0] {
            // Nothing in an FH-nummer is a date, so nothing can be added to its month.
            8 | 9 => (IdentityKind::FhNummer, false),
            first => {
                let raised = first >= 4;
                let series = series_of_possible_date(&digits, raised).ok_or(IdentityProblem::ImpossibleDate)?;
                let kind = match (series, raised) {
                    (Series::Assistance, _) => IdentityKind::HNummer,
                    (Series::Ordinary | Series::SyntheticHealth | Series::SyntheticTax, true) => IdentityKind::DNummer,
                    (Series::Ordinary | Series::SyntheticHealth | Series::SyntheticTax, false) => {
                        IdentityKind::Foedselsnummer
                    }
                };
                (kind, matches!(series, Series::SyntheticHealth | Series::SyntheticTax))
            }
        };
        let relaxed = match kind {
            IdentityKind::Foedselsnummer | IdentityKind::DNummer => true,
            IdentityKind::HNummer | IdentityKind::FhNummer => false,
        };
        let rule = control::check(&digits, relaxed).map_err(IdentityProblem::WrongControlDigit)?;
        Ok(Self { digits, kind, synthetic, rule })
    }

    /// What kind of number it is.
    #[must_use]
    pub fn kind(&self) -> IdentityKind {
        self.kind
    }

    /// Whether it belongs to a made-up person: the month is raised by 80 (Skatteetaten) or 65 (Norsk helsenett).
    ///
    /// A month raised by 40 is told as an H-nummer, since NAV's test numbers look just the same. Of
    /// FH-nummer nothing can be said, so they count as not made up.
    #[must_use]
    pub fn synthetic(&self) -> bool {
        self.synthetic
    }

    /// By which rule its control digits are right.
    #[must_use]
    pub fn rule(&self) -> ControlRule {
        self.rule
    }

    /// Six digits and five stars: «138461*****».
    #[must_use]
    pub fn masked(&self) -> String {
        mask_digits(&self.digits)
    }

    /// All eleven digits. Only for storing, searching and printing where the law lets the number stand
    /// (personopplysningsloven § 12); never for logs, errors, titles or file names.
    #[must_use]
    pub fn expose(&self) -> String {
        self.digits.iter().map(|digit| char::from(b'0' + digit)).collect()
    }
}

impl fmt::Display for IdentityNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.masked())
    }
}

impl fmt::Debug for IdentityNumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "IdentityNumber({})", self.masked())
    }
}

/// A text that may be no identity number, fit to be shown: six digits and five stars if there are eleven
/// digits, else only stars, since nobody knows which digits were left out.
#[must_use]
pub fn mask_unchecked(text: &str) -> String {
    let mut digits = Vec::with_capacity(11);
    for character in text.chars().filter(|character| !character.is_whitespace()) {
        match character {
            '0'..='9' if digits.len() < 11 => digits.push(character as u8 - b'0'),
            _ => return "*".repeat(11),
        }
    }
    match <[u8; 11]>::try_from(digits) {
        Ok(digits) => mask_digits(&digits),
        Err(_) => "*".repeat(11),
    }
}

fn mask_digits(digits: &[u8; 11]) -> String {
    let shown = digits.iter().take(SHOWN).map(|digit| char::from(b'0' + digit));
    shown.chain(HIDDEN.chars()).collect()
}

/// The series of the month, if day and month exist in some year that ends in the number's two digits.
///
/// The century is not known and not guessed. 29 February is possible when the two digits are divisible by
/// four: 1900 had none, but 2000 had, and every other such year is a leap year in all three centuries.
fn series_of_possible_date(digits: &[u8; 11], raised: bool) -> Option<Series> {
    let two = |from: usize| digits[from] * 10 + digits[from + 1];
    let day = if raised { two(0) - 40 } else { two(0) };
    let (month, series) = match two(2) {
        month @ 1..=12 => (month, Series::Ordinary),
        month @ 41..=52 => (month - 40, Series::Assistance),
        month @ 66..=77 => (month - 65, Series::SyntheticHealth),
        month @ 81..=92 => (month - 80, Series::SyntheticTax),
        _ => return None,
    };
    let last = if month == 2 && two(4) % 4 != 0 { 28 } else { DAYS_OF_MONTH[usize::from(month) - 1] };
    (1..=last).contains(&day).then_some(series)
}
