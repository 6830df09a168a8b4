//! What a user is told of on the desktop, and when: a pure function of what is due, what the user wants, the time on the wall
//! and what was told before.
//!
//! 1. In quiet hours, and on days off where the user wants that, nothing is told. What falls due then is held back.
//! 2. On a working day the digest comes once, at its time or as soon after it as somebody can be told. It counts all that is due
//!    that day or late, also what was told before. If there is nothing to count, none comes that day.
//! 3. What falls due today, or becomes late, is told at once, each once. Where the digest of the day is less than an hour away it
//!    waits for that. What was held back is told the same way, all in one. What is over or put off, and comes back, is told anew.
//!
//! Numbers are told and nothing else, so that whoever walks past a screen learns of no case.

use std::collections::BTreeSet;

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};

use super::ids::CaseNumber;
use super::projection::ReminderKind;
use crate::law::calendar::is_working_day;
use crate::wording::{Told, Trilingual};

/// What falls due waits for the digest of the day if that is no further away.
const PATIENCE: Duration = Duration::hours(1);

/// Hours in which nothing is told, from one time of day to another, which may be on the day after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuietHours {
    from: NaiveTime,
    to: NaiveTime,
}

impl QuietHours {
    /// The hours from one time of day to another.
    ///
    /// # Errors
    /// [`NoticeProblem::QuietAllDay`] where both are the same.
    pub fn new(from: NaiveTime, to: NaiveTime) -> Result<Self, NoticeProblem> {
        if from == to { Err(NoticeProblem::QuietAllDay) } else { Ok(Self { from, to }) }
    }

    /// When they begin.
    #[must_use]
    pub fn from(self) -> NaiveTime {
        self.from
    }

    /// When they end.
    #[must_use]
    pub fn to(self) -> NaiveTime {
        self.to
    }

    /// Whether they hold at a time of day. The end is no longer quiet.
    #[must_use]
    pub fn hold(self, at: NaiveTime) -> bool {
        if self.from < self.to { self.from <= at && at < self.to } else { self.from <= at || at < self.to }
    }
}

/// How a user wants to be told of what is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoticeSettings {
    on: bool,
    digest_at: Option<NaiveTime>,
    at_once: bool,
    quiet: Option<QuietHours>,
    quiet_on_days_off: bool,
}

impl Default for NoticeSettings {
    /// What holds until the user chooses: one digest at half past eight, the rest at once, and peace outside office hours.
    fn default() -> Self {
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        Self {
            on: true,
            digest_at: Some(time(8, 30)),
            at_once: true,
            quiet: Some(QuietHours { from: time(16, 0), to: time(8, 0) }),
            quiet_on_days_off: true,
        }
    }
}

impl NoticeSettings {
    /// What a user has chosen.
    ///
    /// # Errors
    /// [`NoticeProblem::Nothing`] where notices are on and none would ever come; [`NoticeProblem::DigestInQuietHours`].
    pub fn new(
        on: bool,
        digest_at: Option<NaiveTime>,
        at_once: bool,
        quiet: Option<QuietHours>,
        quiet_on_days_off: bool,
    ) -> Result<Self, NoticeProblem> {
        if on && digest_at.is_none() && !at_once {
            return Err(NoticeProblem::Nothing);
        }
        if digest_at.zip(quiet).is_some_and(|(at, quiet)| quiet.hold(at)) {
            return Err(NoticeProblem::DigestInQuietHours);
        }
        Ok(Self { on, digest_at, at_once, quiet, quiet_on_days_off })
    }

    /// Whether anything is told.
    #[must_use]
    pub fn on(&self) -> bool {
        self.on
    }

    /// When the digest of a working day comes; none for no digest.
    #[must_use]
    pub fn digest_at(&self) -> Option<NaiveTime> {
        self.digest_at
    }

    /// Whether what falls due or becomes late is told at once.
    #[must_use]
    pub fn at_once(&self) -> bool {
        self.at_once
    }

    /// When nothing is told.
    #[must_use]
    pub fn quiet(&self) -> Option<QuietHours> {
        self.quiet
    }

    /// Whether nothing is told on Saturdays, Sundays and public holidays.
    #[must_use]
    pub fn quiet_on_days_off(&self) -> bool {
        self.quiet_on_days_off
    }

    /// Until when nothing is told; none where one can be told now.
    #[must_use]
    pub fn quiet_until(&self, now: NaiveDateTime) -> Option<NaiveDateTime> {
        let mut at = now;
        loop {
            if self.quiet_on_days_off && !is_working_day(at.date()) {
                at = day_after(at.date())?;
            } else if let Some(quiet) = self.quiet.filter(|quiet| quiet.hold(at.time())) {
                let day = if at.time() < quiet.to { at.date() } else { at.date().succ_opt()? };
                at = day.and_time(quiet.to);
            } else {
                return (at != now).then_some(at);
            }
        }
    }

    /// When the digest of a day comes, if it has one.
    fn digest_on(&self, day: NaiveDate) -> Option<NaiveDateTime> {
        self.digest_at.filter(|_| is_working_day(day)).map(|at| day.and_time(at))
    }
}

/// Why a user cannot have it so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeProblem {
    /// The quiet hours end when they begin.
    QuietAllDay,
    /// The digest would come while all is quiet.
    DigestInQuietHours,
    /// Notices are on, with neither a digest nor what is due at once.
    Nothing,
}

impl NoticeProblem {
    /// A short code to branch on.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::QuietAllDay => "quiet-all-day",
            Self::DigestInQuietHours => "digest-in-quiet-hours",
            Self::Nothing => "no-notices",
        }
    }
}

impl Told for NoticeProblem {
    fn text(&self) -> Trilingual {
        match self {
            Self::QuietAllDay => Trilingual::fixed(
                "Den stille tiden må slutte på et annet klokkeslett enn den begynner. Skal det være stille hele tiden, slå av varslene.",
                "Den stille tida må slutte på eit anna klokkeslett enn ho byrjar. Skal det vere stille heile tida, slå av varsla.",
                "Quiet hours must end at another time than they begin. For silence at all times, turn notices off.",
            ),
            Self::DigestInQuietHours => Trilingual::fixed(
                "Oppsummeringen kan ikke komme i den stille tiden. Velg et klokkeslett utenfor den.",
                "Oppsummeringa kan ikkje komme i den stille tida. Vel eit klokkeslett utanfor ho.",
                "The digest cannot come in the quiet hours. Choose a time outside them.",
            ),
            Self::Nothing => Trilingual::fixed(
                "Velg den daglige oppsummeringen, varsel med en gang, eller begge. Vil du ikke ha varsler, slå dem av.",
                "Vel den daglege oppsummeringa, varsel med ein gong, eller begge. Vil du ikkje ha varsel, slå dei av.",
                "Choose the daily digest, notices at once, or both. If you want no notices, turn them off.",
            ),
        }
    }
}

/// Something that has to be done until a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// The case.
    pub case: CaseNumber,
    /// What.
    pub kind: ReminderKind,
    /// The last day.
    pub on: NaiveDate,
}

/// Something due, as it stood when it was told: on its last day, or late.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Standing {
    /// What is due.
    pub due: Due,
    /// Whether its day had passed.
    pub late: bool,
}

/// What a user was told before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// The day of the last digest, also of one that had nothing to tell.
    pub digest_on: Option<NaiveDate>,
    /// What was told and is still so.
    pub told: BTreeSet<Standing>,
}

/// What kind of notice it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// All that is due, once a day.
    Digest,
    /// What has just fallen due or become late, or was held back.
    News,
}

/// Something to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Which kind.
    pub kind: NoticeKind,
    /// How much has its last day today.
    pub today: usize,
    /// How much is late.
    pub late: usize,
}

impl Notice {
    fn of<'a>(kind: NoticeKind, told: impl Iterator<Item = &'a Standing>) -> Self {
        let (mut today, mut late) = (0, 0);
        for standing in told {
            *if standing.late { &mut late } else { &mut today } += 1;
        }
        Self { kind, today, late }
    }

    /// The heading.
    #[must_use]
    pub fn title(&self) -> Trilingual {
        match self.kind {
            NoticeKind::Digest => Trilingual::fixed("Dagens frister", "Fristane i dag", "Deadlines of the day"),
            NoticeKind::News => {
                Trilingual::fixed("Frister å følge opp", "Fristar å følgje opp", "Deadlines to follow up")
            }
        }
    }

    /// What is told: numbers alone.
    #[must_use]
    pub fn text(&self) -> Trilingual {
        let (today, late) = (self.today, self.late);
        let some = |count: usize, one: &str, more: &str| format!("{count} {}", if count == 1 { one } else { more });
        let norwegian = |more: &str| match (today, late) {
            (_, 0) => format!("{} går ut i dag.", some(today, "frist", more)),
            (0, _) => format!("{} har gått ut.", some(late, "frist", more)),
            (_, _) => format!("{} går ut i dag, og {late} har gått ut.", some(today, "frist", more)),
        };
        Trilingual {
            nb: norwegian("frister").into(),
            nn: norwegian("fristar").into(),
            en: match (today, late) {
                (_, 0) => format!("{} today.", some(today, "deadline is", "deadlines are")),
                (0, _) => format!("{} passed.", some(late, "deadline has", "deadlines have")),
                (_, _) => {
                    let (today, late) = (some(today, "deadline is", "deadlines are"), some(late, "has", "have"));
                    format!("{today} today, and {late} passed.")
                }
            }
            .into(),
        }
    }
}

/// What a look comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// What is told now, if anything.
    pub notice: Option<Notice>,
    /// What is remembered once it has been told; where nothing is told, at once.
    pub memory: Memory,
    /// When to look again, if nothing falls due or is done before.
    pub again_at: NaiveDateTime,
}

/// What to tell now, of what is due.
#[must_use]
pub fn look(due: &BTreeSet<Due>, settings: &NoticeSettings, now: NaiveDateTime, memory: &Memory) -> Look {
    let today = now.date();
    let tomorrow = day_after(today).unwrap_or(NaiveDateTime::MAX);
    let standing: BTreeSet<Standing> =
        due.iter().filter(|due| due.on <= today).map(|due| Standing { due: *due, late: due.on < today }).collect();
    // What is over or put off is told anew if it comes back.
    let still_told: BTreeSet<Standing> = memory.told.intersection(&standing).copied().collect();
    let nothing = |again_at| {
        let memory = Memory { digest_on: memory.digest_on, told: still_told.clone() };
        Look { notice: None, memory, again_at }
    };
    if !settings.on {
        return nothing(tomorrow);
    }
    if let Some(until) = settings.quiet_until(now) {
        return nothing(until);
    }
    let digest_at = settings.digest_on(today).filter(|_| memory.digest_on != Some(today));
    if digest_at.is_some_and(|at| at <= now) {
        let notice = (!standing.is_empty()).then(|| Notice::of(NoticeKind::Digest, standing.iter()));
        return Look { notice, memory: Memory { digest_on: Some(today), told: standing }, again_at: tomorrow };
    }
    let again_at = digest_at.unwrap_or(tomorrow);
    let news: Vec<&Standing> = standing.difference(&memory.told).collect();
    if news.is_empty() || !settings.at_once || digest_at.is_some_and(|at| at - now <= PATIENCE) {
        return nothing(again_at);
    }
    let notice = Some(Notice::of(NoticeKind::News, news.into_iter()));
    Look { notice, memory: Memory { digest_on: memory.digest_on, told: standing }, again_at }
}

fn day_after(day: NaiveDate) -> Option<NaiveDateTime> {
    Some(day.succ_opt()?.and_time(NaiveTime::MIN))
}
