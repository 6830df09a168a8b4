//! Readings: that somebody had a person's data before their eyes, which is logged before it is shown.
//!
//! Whoever works with a request changes it, and then its own log says so. Looking leaves no trace there, so it has a log
//! of its own (GDPR Art. 5(2), 32; helseregisterloven § 21).

use chrono::{DateTime, Utc};

use crate::casework::ids::{CaseLetter, CaseNumber, DocumentNumber, RequestNumber};

/// What somebody looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A case was opened, on a screen of its own or beside the list: the person in full.
    Case(CaseNumber),
    /// A request was opened as a whole.
    Request(RequestNumber),
    /// An issued letter was looked at.
    Letter(DocumentNumber),
    /// A letter was composed and shown before it was issued.
    Draft {
        /// The request that it belongs to.
        request: RequestNumber,
        /// The case that it is about; `None` where it is about several.
        case: Option<CaseLetter>,
    },
    /// An issued letter was written to a file, which nobody here can follow any further.
    Export(DocumentNumber),
    /// Somebody looked for a person by identity number. The number is not in the entry, in any form.
    PersonSearch {
        /// How many cases were shown.
        found: u32,
    },
    /// The data protection officer looked at the officer's own inbox. At what of it, is nobody else's.
    Enquiries,
    /// The log of readings was itself read.
    AccessLog {
        /// The request that it was read for; `None` for what belongs to no request.
        request: Option<RequestNumber>,
    },
}

impl Reading {
    /// The word for what was looked at, in the log and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Case(_) => "case",
            Self::Request(_) => "request",
            Self::Letter(_) => "letter",
            Self::Draft { .. } => "draft",
            Self::Export(_) => "export",
            Self::PersonSearch { .. } => "person-search",
            Self::Enquiries => "enquiries",
            Self::AccessLog { .. } => "access-log",
        }
    }

    /// The request that it concerns, where it concerns one.
    #[must_use]
    pub fn request(self) -> Option<RequestNumber> {
        match self {
            Self::Case(case) => Some(case.request),
            Self::Letter(document) | Self::Export(document) => Some(document.request),
            Self::Draft { request, .. } | Self::Request(request) => Some(request),
            Self::AccessLog { request } => request,
            Self::PersonSearch { .. } | Self::Enquiries => None,
        }
    }

    /// The case, where it is about one alone.
    #[must_use]
    pub fn case(self) -> Option<CaseLetter> {
        match self {
            Self::Case(case) => Some(case.letter),
            Self::Draft { case, .. } => case,
            Self::Request(_)
            | Self::Enquiries
            | Self::Letter(_)
            | Self::Export(_)
            | Self::PersonSearch { .. }
            | Self::AccessLog { .. } => None,
        }
    }

    /// The place of the document among those of the request.
    #[must_use]
    pub fn document(self) -> Option<u32> {
        match self {
            Self::Letter(document) | Self::Export(document) => Some(document.sequence),
            Self::Case(_)
            | Self::Enquiries
            | Self::Request(_)
            | Self::Draft { .. }
            | Self::PersonSearch { .. }
            | Self::AccessLog { .. } => None,
        }
    }

    /// How many cases a search showed.
    #[must_use]
    pub fn found(self) -> Option<u32> {
        match self {
            Self::PersonSearch { found } => Some(found),
            Self::Case(_)
            | Self::Enquiries
            | Self::Request(_)
            | Self::Letter(_)
            | Self::Draft { .. }
            | Self::Export(_)
            | Self::AccessLog { .. } => None,
        }
    }

    /// The reading of which these are the parts; `None` for parts that no reading has.
    #[must_use]
    pub fn from_parts(
        id: &str,
        request: Option<RequestNumber>,
        case: Option<CaseLetter>,
        document: Option<u32>,
        found: Option<u32>,
    ) -> Option<Self> {
        match (id, request, case, document, found) {
            ("case", Some(request), Some(case), None, None) => Some(Self::Case(request.case(case))),
            ("request", Some(request), None, None, None) => Some(Self::Request(request)),
            ("letter", Some(request), None, Some(document), None) => Some(Self::Letter(request.document(document))),
            ("draft", Some(request), case, None, None) => Some(Self::Draft { request, case }),
            ("export", Some(request), None, Some(document), None) => Some(Self::Export(request.document(document))),
            ("person-search", None, None, None, Some(found)) => Some(Self::PersonSearch { found }),
            ("enquiries", None, None, None, None) => Some(Self::Enquiries),
            ("access-log", request, None, None, None) => Some(Self::AccessLog { request }),
            _ => None,
        }
    }
}

/// A reading that is about to happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReading {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: String,
    /// What.
    pub reading: Reading,
}

/// A reading as it stands in its log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedReading {
    /// The place in the log of the store, from 1 without gaps.
    pub position: u64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: String,
    /// What.
    pub reading: Reading,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_is_made_of_its_parts_again() {
        let request = RequestNumber::new(2026, 12).expect("a number");
        let case = CaseLetter::at(1);
        for reading in [
            Reading::Case(request.case(case)),
            Reading::Request(request),
            Reading::Letter(request.document(2)),
            Reading::Draft { request, case: Some(case) },
            Reading::Draft { request, case: None },
            Reading::Export(request.document(3)),
            Reading::PersonSearch { found: 0 },
            Reading::Enquiries,
            Reading::AccessLog { request: Some(request) },
            Reading::AccessLog { request: None },
        ] {
            let parts = (reading.request(), reading.case(), reading.document(), reading.found());
            assert_eq!(Reading::from_parts(reading.id(), parts.0, parts.1, parts.2, parts.3), Some(reading));
        }
        assert_eq!(Reading::from_parts("case", Some(request), None, None, None), None);
        assert_eq!(Reading::from_parts("person-search", Some(request), None, None, Some(1)), None);
        assert_eq!(Reading::from_parts("attachment", Some(request), None, Some(1), None), None);
    }
}
