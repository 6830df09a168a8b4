//! What whoever has a case is reminded of. Nothing of it is stored but the earliest of the days that it can come from, by
//! which a store finds the rows; which of them are due is computed on the day of looking.

use chrono::{Days, NaiveDate};

use super::{CaseRow, TaskRow, UndeliveredAs};
use crate::casework::request::Phase;
use crate::law::deadline::{InternalDays, effect_at_once, interim_reply_due_on};
use crate::law::rights::Track;
use crate::wording::Trilingual;

/// So many days ahead is soon.
const SOON: Days = Days::new(7);

/// What somebody is reminded of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReminderKind {
    /// The last day to answer.
    Answer,
    /// The last day to answer, or else to send a notice of extension.
    AnswerOrNotice,
    /// The last day to send a notice of extension, where the answer is due on another day.
    ExtensionNotice,
    /// The office's own day for the answer.
    Internal,
    /// The day on which the person was told to expect the answer.
    Expected,
    /// The person did not reply by the day that was asked for.
    NoReply,
    /// A claim that takes effect at once is not put into effect.
    Effect,
    /// Data that are not kept for long have to be secured.
    Secure,
    /// A provisional reply is due (forvaltningsloven § 11 a).
    Interim,
    /// A letter came back.
    Returned,
    /// A letter lies unopened.
    Unopened,
    /// A breach is to be notified, or what else it asks for is to be done; the number is that of the breach.
    Breach(u32),
    /// A unit's answer is wanted; the number is that of the task.
    Task(u32),
}

impl ReminderKind {
    /// Every kind, with one breach and one task for all of them.
    pub const ALL: [Self; 13] = [
        Self::Answer,
        Self::AnswerOrNotice,
        Self::ExtensionNotice,
        Self::Internal,
        Self::Expected,
        Self::NoReply,
        Self::Effect,
        Self::Secure,
        Self::Interim,
        Self::Returned,
        Self::Unopened,
        Self::Breach(1),
        Self::Task(1),
    ];

    /// The word for it in documents and in the store, for example `svarfrist` or `oppgave-2`.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Answer => "svarfrist".to_owned(),
            Self::AnswerOrNotice => "svarfrist-eller-melding".to_owned(),
            Self::ExtensionNotice => "melding-lengre-frist".to_owned(),
            Self::Internal => "intern-frist".to_owned(),
            Self::Expected => "lovet-svar".to_owned(),
            Self::NoReply => "svar-uteblitt".to_owned(),
            Self::Effect => "virkning".to_owned(),
            Self::Secure => "sikring".to_owned(),
            Self::Interim => "forelopig-svar".to_owned(),
            Self::Returned => "brev-retur".to_owned(),
            Self::Unopened => "brev-ikke-apnet".to_owned(),
            Self::Breach(number) => format!("avvik-{number}"),
            Self::Task(number) => format!("oppgave-{number}"),
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        let numbered = |number: &str| number.parse().ok().filter(|number| *number > 0);
        if let Some(number) = id.strip_prefix("oppgave-") {
            return numbered(number).map(Self::Task);
        }
        if let Some(number) = id.strip_prefix("avvik-") {
            return numbered(number).map(Self::Breach);
        }
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// The words on the screen.
    #[must_use]
    pub fn label(self) -> Trilingual {
        match self {
            Self::Answer => Trilingual::fixed("Svarfrist", "Svarfrist", "Answer due"),
            Self::AnswerOrNotice => Trilingual::fixed(
                "Svarfrist, og siste dag for melding om lengre frist",
                "Svarfrist, og siste dag for melding om lengre frist",
                "Answer due, and last day for a notice of extension",
            ),
            Self::ExtensionNotice => Trilingual::fixed(
                "Siste dag for melding om lengre frist",
                "Siste dag for melding om lengre frist",
                "Last day for a notice of extension",
            ),
            Self::Internal => Trilingual::fixed("Intern frist", "Intern frist", "Internal date"),
            Self::Expected => {
                Trilingual::fixed("Svar lovet personen", "Svar lova personen", "Answer promised to the person")
            }
            Self::NoReply => Trilingual::fixed(
                "Personen har ikke svart i tide",
                "Personen har ikkje svart i tide",
                "The person has not replied in time",
            ),
            Self::Effect => Trilingual::fixed(
                "Kravet virker straks, sett det i verk",
                "Kravet verkar straks, set det i verk",
                "The claim takes effect at once, put it into effect",
            ),
            Self::Secure => Trilingual::fixed(
                "Ta vare på opplysningene før de slettes",
                "Ta vare på opplysningane før dei blir sletta",
                "Secure the data before they are erased",
            ),
            Self::Interim => Trilingual::fixed("Foreløpig svar", "Førebels svar", "Provisional reply"),
            Self::Returned => Trilingual::fixed("Brev i retur", "Brev i retur", "Letter returned"),
            Self::Unopened => Trilingual::fixed("Brev ikke åpnet", "Brev ikkje opna", "Letter not opened"),
            Self::Breach(_) => Trilingual::fixed("Avvik", "Avvik", "Breach"),
            Self::Task(_) => Trilingual::fixed("Oppgave", "Oppgåve", "Task"),
        }
    }

    /// Whether the day is the law's, so that nobody puts it off beyond itself.
    #[must_use]
    pub fn is_legal(self) -> bool {
        match self {
            Self::Answer
            | Self::AnswerOrNotice
            | Self::ExtensionNotice
            | Self::Effect
            | Self::Secure
            | Self::Interim
            | Self::Breach(_) => true,
            Self::Internal | Self::Expected | Self::NoReply | Self::Returned | Self::Unopened | Self::Task(_) => false,
        }
    }
}

impl ReminderKind {
    /// Whether something has to be done until its day: the law's, one that was promised to the person, or one that a unit was
    /// given. The rest only reminds of what has happened, or of the office's own date.
    #[must_use]
    pub fn is_deadline(self) -> bool {
        match self {
            Self::Expected | Self::Task(_) => true,
            Self::Answer
            | Self::AnswerOrNotice
            | Self::ExtensionNotice
            | Self::Effect
            | Self::Secure
            | Self::Interim
            | Self::Breach(_)
            | Self::Internal
            | Self::NoReply
            | Self::Returned
            | Self::Unopened => self.is_legal(),
        }
    }
}

/// Something to be reminded of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// What.
    pub kind: ReminderKind,
    /// Its day.
    pub on: NaiveDate,
}

/// The last day that is reminded of on a day.
#[must_use]
pub fn soon(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(SOON).unwrap_or(NaiveDate::MAX)
}

/// Until which day a row's earliest day may lie for anything of it to be reminded of on a day.
#[must_use]
pub fn reminded_until(today: NaiveDate, internal: Option<InternalDays>) -> NaiveDate {
    let days = Days::new(internal.map_or(0, |internal| u64::from(internal.days())));
    soon(today).checked_add_days(days).unwrap_or(NaiveDate::MAX)
}

impl TaskRow {
    /// What its owner is reminded of on a day.
    #[must_use]
    pub fn reminder(&self, today: NaiveDate) -> Option<Reminder> {
        (self.due_on <= soon(today)).then_some(Reminder { kind: ReminderKind::Task(self.number), on: self.due_on })
    }
}

impl CaseRow {
    /// The day on which a claim takes effect, where it needs no month and is for this office to carry out.
    #[must_use]
    pub fn effect_on(&self) -> Option<NaiveDate> {
        effect_at_once(self.right).filter(|_| self.track != Track::Forward).map(|_| self.received_on)
    }

    /// The last day for a provisional reply, in a case that ends in an enkeltvedtak.
    #[must_use]
    pub fn interim_on(&self) -> Option<NaiveDate> {
        (self.track == Track::Section25).then(|| interim_reply_due_on(self.received_on))
    }

    /// What whoever has the case is reminded of on a day, the earliest first.
    #[must_use]
    pub fn reminders(&self, today: NaiveDate, internal: Option<InternalDays>) -> Vec<Reminder> {
        let last = soon(today);
        let mut reminders: Vec<Reminder> = Vec::new();
        let mut add = |kind: ReminderKind, on: Option<NaiveDate>| {
            reminders.extend(on.filter(|on| *on <= last).map(|on| Reminder { kind, on }));
        };
        if self.is_unanswered() && self.paused_since_on(today).is_none() {
            let notice_on = self.notice_on().filter(|on| *on >= today);
            let both = notice_on.is_some() && notice_on == self.due_on;
            add(if both { ReminderKind::AnswerOrNotice } else { ReminderKind::Answer }, self.due_on);
            add(ReminderKind::ExtensionNotice, notice_on.filter(|_| !both));
            let internal_on = self.due_on.zip(internal).map(|(due_on, days)| days.before(due_on, self.received_on));
            add(ReminderKind::Internal, internal_on.filter(|on| Some(*on) != self.due_on));
            let promised = self.extension.map(|extension| extension.expected_on);
            add(ReminderKind::Expected, promised.filter(|on| Some(*on) != self.due_on));
        }
        if self.phase == Phase::Open {
            let passed = self.open_questions().map(super::QuestionRow::last_reply_by_on).filter(|on| *on < today);
            add(ReminderKind::NoReply, passed.min());
            add(ReminderKind::Effect, self.effect_on());
            add(ReminderKind::Secure, self.secure_by_on.filter(|on| *on >= today));
            add(ReminderKind::Interim, self.interim_on().filter(|on| *on >= today));
        }
        if let Some(lost) = self.undelivered.filter(|lost| lost.from_on <= today) {
            let kind = match lost.what {
                UndeliveredAs::Returned => ReminderKind::Returned,
                UndeliveredAs::Unopened => ReminderKind::Unopened,
            };
            add(kind, Some(lost.from_on));
        }
        if let Some(breach) = self.breach {
            add(ReminderKind::Breach(breach.number), Some(breach.due_on()));
        }
        reminders.sort_by_key(|reminder| (reminder.on, reminder.kind));
        reminders
    }

    /// The earliest day that a reminder of the row can have, whatever the day of looking; none where it never has one. The
    /// internal date lies at most [`InternalDays::MOST`] days before the answer's.
    #[must_use]
    pub fn reminded_from_on(&self) -> Option<NaiveDate> {
        let unanswered = [self.due_on, self.notice_on(), self.extension.map(|extension| extension.expected_on)];
        let unanswered = unanswered.into_iter().flatten().filter(|_| self.is_unanswered());
        let open = [self.effect_on(), self.secure_by_on, self.interim_on()].into_iter().flatten();
        let replies = self.open_questions().map(super::QuestionRow::last_reply_by_on);
        let open = open.chain(replies).filter(|_| self.phase == Phase::Open);
        let breach = self.breach.map(|breach| breach.due_on());
        unanswered.chain(open).chain(self.undelivered.map(|lost| lost.from_on)).chain(breach).min()
    }

    /// The last day for a notice of extension, where one can still be sent: nothing is decided, and none was sent.
    fn notice_on(&self) -> Option<NaiveDate> {
        self.extension_notice_due_on.filter(|_| self.phase == Phase::Open && self.extension.is_none())
    }
}
