//! What an answer on access gives: files, a log, and what is told of the register.

use chrono::{NaiveDate, NaiveTime};

use super::LetterRegister;
use crate::casework::letter::disclosure::RegisterDisclosure;
use crate::law::rights::Right;
use crate::wording::{Language, Trilingual};

/// What the answer in one case gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseAccess {
    /// What is told of the register beside the data, as it is on the letter's date.
    pub disclosure: RegisterDisclosure,
    /// The files that go with the answer, in the order in which they were added.
    pub files: Vec<ReportFile>,
    /// Who has seen or been given the data (helseregisterloven § 24 second paragraph).
    pub log: Option<AccessLog>,
    /// Whether the person gets everything, also what the register's own report leaves out.
    pub complete: bool,
}

/// A file that goes with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportFile {
    /// What it is called in the letter.
    pub title: String,
    /// What kind of file it is, as people call it: «PDF».
    pub kind: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// The name that it gets, without a folder. It names no person.
    pub name: String,
    /// Its bytes; empty where the letter is only looked at as text.
    pub bytes: Vec<u8>,
}

/// Who has seen or been given the data, as a log says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccessLog {
    /// The entries, the oldest first.
    pub entries: Vec<LogEntry>,
}

/// An entry of a log. A cell that the log leaves empty is empty here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEntry {
    /// The day.
    pub on: NaiveDate,
    /// The time of day, where the log has it.
    pub at: Option<NaiveTime>,
    /// Who: a person's name or user name.
    pub who: String,
    /// The role or the organisation.
    pub role: String,
    /// What was seen or handed over.
    pub what: String,
    /// For what purpose.
    pub purpose: String,
}

/// A column of a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LogColumn {
    /// When.
    When,
    /// Who.
    Who,
    /// The role or the organisation.
    Role,
    /// What was seen or handed over.
    What,
    /// For what purpose.
    Purpose,
}

impl LogColumn {
    /// Every column, in the order in which a letter shows them.
    pub const ALL: [Self; 5] = [Self::When, Self::Who, Self::Role, Self::What, Self::Purpose];

    /// What it is called at the head of the table.
    #[must_use]
    pub fn label(self) -> Trilingual {
        match self {
            Self::When => Trilingual::fixed("Når", "Når", "When"),
            Self::Who => Trilingual::fixed("Hvem", "Kven", "Who"),
            Self::Role => Trilingual::fixed("Rolle eller virksomhet", "Rolle eller verksemd", "Role or organisation"),
            Self::What => Trilingual::fixed("Hva", "Kva", "What"),
            Self::Purpose => Trilingual::fixed("Formål", "Formål", "Purpose"),
        }
    }

    /// The words by which a file names the column, in small letters.
    #[must_use]
    pub fn names(self) -> &'static [&'static str] {
        match self {
            Self::When => &["når", "tidspunkt", "dato", "tid", "when", "date", "time", "timestamp"],
            Self::Who => &["hvem", "kven", "navn", "namn", "bruker", "brukar", "who", "name", "user"],
            Self::Role => &[
                "rolle",
                "virksomhet",
                "verksemd",
                "organisasjon",
                "rolle eller virksomhet",
                "rolle eller verksemd",
                "mottaker",
                "mottakar",
                "role",
                "organisation",
                "organization",
                "role or organisation",
                "recipient",
            ],
            Self::What => &["hva", "kva", "handling", "opplysninger", "opplysningar", "what", "action", "data"],
            Self::Purpose => &["formål", "føremål", "purpose"],
        }
    }

    /// What an entry says in it, in the language of the letter.
    #[must_use]
    pub fn of(self, entry: &LogEntry, language: Language) -> String {
        match self {
            Self::When => {
                let day = super::super::words::letter_date(entry.on, language);
                entry.at.map_or_else(|| day.clone(), |at| format!("{day} {}", at.format("%H:%M")))
            }
            Self::Who => entry.who.clone(),
            Self::Role => entry.role.clone(),
            Self::What => entry.what.clone(),
            Self::Purpose => entry.purpose.clone(),
        }
    }
}

/// Another case of the request about access.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherCase {
    /// The register.
    pub register: LetterRegister,
    /// Access to the data, or to the log.
    pub right: Right,
    /// Where it stands.
    pub state: OtherState,
}

/// Where another case stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OtherState {
    /// The answer comes later.
    Later {
        /// The last day for it; none while we wait for something from the person.
        due_on: Option<NaiveDate>,
    },
    /// It was answered before.
    Answered {
        /// The number of the letter.
        letter: String,
        /// Its date.
        dated_on: NaiveDate,
    },
}
