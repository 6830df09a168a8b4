//! Erasing what reached the officer: when it can be, what of it, and why it was.

use chrono::{DateTime, Months, NaiveDate, Utc};

use super::{EnquiryEntry, EnquiryStep, OpenedEnquiry};
use crate::casework::request::{OWN_RULE, Refusal, RefusalCode, refusal};
use crate::wording::Trilingual;

/// Where storage limitation stands. How long is long enough it does not say.
const STORAGE: &str = "Personvernforordningen art. 5 nr. 1 bokstav e";

/// Why the officer erased an enquiry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EnquiryErasure {
    /// The time for which the officer keeps enquiries has passed.
    Retention,
    /// The officer needs it no longer.
    NotNeeded,
    /// Whoever it came from asked for it.
    Asked,
}

/// For how many months the officer keeps an enquiry after the last entry of it: the officer's own choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RetentionMonths(u32);

/// An enquiry of which nothing is left but that it was erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErasedEnquiry {
    /// Its number.
    pub number: u32,
    /// When it was erased.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
    /// Why.
    pub ground: EnquiryErasure,
}

impl EnquiryErasure {
    /// Every one, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Retention, Self::NotNeeded, Self::Asked];

    /// The word in files and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Retention => "bevaringstid",
            Self::NotNeeded => "ikke-nodvendig",
            Self::Asked => "bedt-om",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.id() == id)
    }

    /// The words on the screen.
    #[must_use]
    pub const fn label(self) -> Trilingual {
        match self {
            Self::Retention => {
                Trilingual::fixed("Bevaringstiden er ute", "Bevaringstida er ute", "The retention period is over")
            }
            Self::NotNeeded => Trilingual::fixed("Ikke lenger nødvendig", "Ikkje lenger nødvendig", "No longer needed"),
            Self::Asked => Trilingual::fixed(
                "Den som henvendte seg, ba om det",
                "Den som vende seg til ombodet, bad om det",
                "Whoever asked wanted it erased",
            ),
        }
    }
}

impl RetentionMonths {
    /// The most that it can be: ten years.
    pub const MOST: u32 = 120;

    /// So many months; `None` for none, and for more than [`Self::MOST`].
    #[must_use]
    pub const fn new(months: u32) -> Option<Self> {
        if months >= 1 && months <= Self::MOST { Some(Self(months)) } else { None }
    }

    /// How many.
    #[must_use]
    pub const fn months(self) -> u32 {
        self.0
    }
}

impl ErasedEnquiry {
    /// The enquiry that these entries of it tell was erased whole; `None` for any other.
    #[must_use]
    pub fn of(entries: &[EnquiryEntry]) -> Option<Self> {
        let (first, last) = (entries.first()?, entries.last()?);
        match (&first.step, &last.step) {
            (None, Some(EnquiryStep::Erased(ground))) => {
                Some(Self { number: first.enquiry, at: last.at, by: last.actor.clone(), ground: *ground })
            }
            _ => None,
        }
    }

    /// Why nothing more can be done to it.
    #[must_use]
    pub fn refusal(&self) -> Refusal {
        let message = Trilingual::fixed(
            "Henvendelsen er slettet, og kan ikke leses eller endres.",
            "Førespurnaden er sletta, og kan ikkje lesast eller endrast.",
            "The enquiry is erased, and cannot be read or changed.",
        );
        refusal(RefusalCode::Finished, None, message, OWN_RULE)
    }
}

impl OpenedEnquiry {
    /// Whether it has come to an end: it is closed, or has become a request.
    #[must_use]
    pub fn ended(&self) -> bool {
        self.closed.is_some() || self.request.is_some()
    }

    /// The places of the entries that an erasure takes: all of it, or of one that became a request the notes.
    #[must_use]
    pub fn erasable(&self) -> &[u32] {
        &self.erasable
    }

    /// The day from which it is due for erasure; `None` for one that goes on, where nothing is left to erase, and where the officer has
    /// not decided how long enquiries are kept.
    #[must_use]
    pub fn erasable_on(&self, kept: Option<RetentionMonths>) -> Option<NaiveDate> {
        if !self.ended() || self.erasable.is_empty() {
            return None;
        }
        self.last_on.checked_add_months(Months::new(kept?.0))
    }

    /// Erases what can be erased of it.
    ///
    /// # Errors
    /// [`RefusalCode::NotEnded`] for one that goes on, [`RefusalCode::AlreadyRecorded`] where nothing is left to erase, and
    /// [`RefusalCode::DateOrder`] where the time for which it is kept is given as the reason and has not passed.
    pub fn erase(
        &self,
        ground: EnquiryErasure,
        kept: Option<RetentionMonths>,
        today: NaiveDate,
    ) -> Result<EnquiryStep, Vec<Refusal>> {
        if !self.ended() {
            let message = Trilingual::fixed(
                "Henvendelsen er åpen. Avslutt den før du sletter den.",
                "Førespurnaden er open. Avslutt han før du slettar han.",
                "The enquiry is open. Close it before you erase it.",
            );
            return Err(vec![refusal(RefusalCode::NotEnded, None, message, OWN_RULE)]);
        }
        if self.erasable.is_empty() {
            let message = Trilingual::fixed(
                "Henvendelsen er blitt sak, og har ingen notater å slette.",
                "Førespurnaden har blitt sak, og har ingen notat å slette.",
                "The enquiry has become a request, and has no notes to erase.",
            );
            return Err(vec![refusal(RefusalCode::AlreadyRecorded, None, message, OWN_RULE)]);
        }
        match (ground, self.erasable_on(kept)) {
            (EnquiryErasure::NotNeeded | EnquiryErasure::Asked, _) => Ok(EnquiryStep::Erased(ground)),
            (EnquiryErasure::Retention, Some(day)) if day <= today => Ok(EnquiryStep::Erased(ground)),
            (EnquiryErasure::Retention, Some(_)) => Err(vec![refusal(
                RefusalCode::DateOrder,
                Some("ground"),
                Trilingual::fixed(
                    "Bevaringstiden er ikke ute. Velg en annen grunn, eller vent.",
                    "Bevaringstida er ikkje ute. Vel ein annan grunn, eller vent.",
                    "The retention period is not over. Choose another reason, or wait.",
                ),
                STORAGE,
            )]),
            (EnquiryErasure::Retention, None) => Err(vec![refusal(
                RefusalCode::DateOrder,
                Some("ground"),
                Trilingual::fixed(
                    "Det er ikke bestemt hvor lenge henvendelser bevares. Bestem det, eller velg en annen grunn.",
                    "Det er ikkje bestemt kor lenge førespurnader blir bevarte. Bestem det, eller vel ein annan grunn.",
                    "It has not been decided how long enquiries are kept. Decide it, or choose another reason.",
                ),
                STORAGE,
            )]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::casework::ombud::{Enquiry, EnquiryOutcome, EnquirySource};

    fn enquiry(steps: &[(&str, Option<EnquiryStep>)]) -> Vec<EnquiryEntry> {
        let entry = |(index, (at, step)): (usize, &(&str, Option<EnquiryStep>))| EnquiryEntry {
            position: 10 + index as u32,
            enquiry: 4,
            at: format!("{at}T11:00:00Z").parse().expect("an instant"),
            actor: "Siv Ås".to_owned(),
            step: step.clone(),
        };
        steps.iter().enumerate().map(entry).collect()
    }

    fn received() -> Option<EnquiryStep> {
        let (received_on, text) = ("2026-01-31".parse().expect("a date"), "Hvem leser dette?".to_owned());
        Some(EnquiryStep::Received(Enquiry {
            received_on,
            source: EnquirySource::Child,
            name: None,
            contact: None,
            text,
        }))
    }

    /// When an enquiry is due for erasure, kept for one month, and which of its entries go: 10 is how it came in.
    #[test]
    fn what_is_erased_and_from_when() {
        let note = || Some(EnquiryStep::Noted("Ringte.".to_owned()));
        let closed = || Some(EnquiryStep::Closed(EnquiryOutcome::Answered));
        let passed = || Some(EnquiryStep::PassedOn("2026/00012".parse().expect("a number")));
        let erased = || Some(EnquiryStep::Erased(EnquiryErasure::Asked));
        type History<'a> = &'a [(&'a str, Option<EnquiryStep>)];
        let table: [(History<'_>, Option<&str>, &[u32]); 7] = [
            // An open one is kept.
            (&[("2026-01-31", received()), ("2026-02-01", note())], None, &[10, 11]),
            // A month from the last day of January ends on the last day of February.
            (&[("2026-01-31", received()), ("2026-01-31", closed())], Some("2026-02-28"), &[10, 11]),
            // What is noted afterwards is kept as long as the rest.
            (
                &[("2026-01-31", received()), ("2026-02-02", closed()), ("2026-02-20", note())],
                Some("2026-03-20"),
                &[10, 11, 12],
            ),
            // Of one that became a request the notes go.
            (
                &[("2026-01-31", received()), ("2026-02-01", note()), ("2026-02-03", passed())],
                Some("2026-03-03"),
                &[11],
            ),
            (&[("2026-01-31", received()), ("2026-02-03", passed())], None, &[]),
            // When its notes are erased, nothing is left to erase until another is written.
            (
                &[("2026-01-31", received()), ("2026-02-01", None), ("2026-02-03", passed()), ("2026-03-04", erased())],
                None,
                &[],
            ),
            (
                &[
                    ("2026-01-31", received()),
                    ("2026-02-01", None),
                    ("2026-02-03", passed()),
                    ("2026-03-04", erased()),
                    ("2026-03-05", note()),
                ],
                Some("2026-04-05"),
                &[14],
            ),
        ];
        for (steps, due_on, places) in table {
            let opened = OpenedEnquiry::of(&enquiry(steps)).expect("an enquiry");
            let due_on = due_on.map(|day| day.parse().expect("a date"));
            assert_eq!((opened.erasable_on(RetentionMonths::new(1)), opened.erasable()), (due_on, places), "{steps:?}");
            assert_eq!(opened.erasable_on(None), None, "nobody has decided for how long");
        }
    }

    #[test]
    fn it_is_erased_for_a_reason_that_holds() {
        let closed = Some(EnquiryStep::Closed(EnquiryOutcome::Answered));
        let open = OpenedEnquiry::of(&enquiry(&[("2026-01-31", received())])).expect("an enquiry");
        let ended = enquiry(&[("2026-01-31", received()), ("2026-02-10", closed)]);
        let ended = OpenedEnquiry::of(&ended).expect("an enquiry");
        let month = RetentionMonths::new(1);
        for (enquiry, ground, kept, today, refused) in [
            (&open, EnquiryErasure::Asked, month, "2026-12-01", Some(RefusalCode::NotEnded)),
            (&ended, EnquiryErasure::Retention, month, "2026-03-09", Some(RefusalCode::DateOrder)),
            (&ended, EnquiryErasure::Retention, month, "2026-03-10", None),
            (&ended, EnquiryErasure::Retention, None, "2036-03-10", Some(RefusalCode::DateOrder)),
            (&ended, EnquiryErasure::NotNeeded, month, "2026-02-10", None),
            (&ended, EnquiryErasure::Asked, None, "2026-02-10", None),
        ] {
            let done = enquiry.erase(ground, kept, today.parse().expect("a date"));
            let code = done.err().and_then(|refusals| refusals.first().map(|refusal| refusal.code));
            assert_eq!(code, refused, "{ground:?} on {today}");
        }
    }

    #[test]
    fn of_an_erased_one_it_is_known_that_it_was() {
        let entries = enquiry(&[
            ("2026-01-31", None),
            ("2026-02-10", None),
            ("2026-03-10", Some(EnquiryStep::Erased(EnquiryErasure::Retention))),
        ]);
        assert_eq!(OpenedEnquiry::of(&entries), None);
        let erased = ErasedEnquiry::of(&entries).expect("an erased one");
        assert_eq!((erased.number, erased.ground, erased.by.as_str()), (4, EnquiryErasure::Retention, "Siv Ås"));
        assert_eq!(ErasedEnquiry::of(&enquiry(&[("2026-01-31", received())])), None);
    }

    #[test]
    fn months_are_from_one_to_ten_years() {
        for (months, taken) in [(0, false), (1, true), (120, true), (121, false)] {
            assert_eq!(RetentionMonths::new(months).map(RetentionMonths::months), taken.then_some(months));
        }
    }
}
