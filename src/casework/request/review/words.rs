//! The words of reviews: in files, on the command line and on the screen.

use super::{DateReviewStep, ReviewOutcome, ReviewState, Reviewed, ReviewedDate};
use crate::wording::Trilingual;
use crate::wording::dates::short_date;

/// Where the review rests in law: nobody instructs the officer, who checks that the rules are followed.
pub const REVIEW_SOURCE: &str = "Personvernforordningen art. 38 nr. 3";

/// Why it is shown as doubtful.
pub const REVIEW_DOUBT: Trilingual = Trilingual::fixed(
    "Teksten i art. 38 er ikke kontrollert i programmets rettskilder. At leder avgjør uenighet, er kontorets egen ordning. Ombudets syn blir stående uendret.",
    "Teksten i art. 38 er ikkje kontrollert i rettskjeldene til programmet. At leiaren avgjer usemje, er kontoret si eiga ordning. Synet til ombodet blir ståande uendra.",
    "The text of Art. 38 is not checked in the program's legal sources. That the lead decides where the two differ is the office's own arrangement. The officer's view stays as it was.",
);

impl ReviewedDate {
    /// Every one, in the order in which they are shown.
    pub const ALL: [Self; 10] = [
        Self::Answer,
        Self::ExtensionNotice,
        Self::Refusal,
        Self::InterimReply,
        Self::SecureBy,
        Self::Effect,
        Self::Appeal,
        Self::Reopened,
        Self::Complaint,
        Self::Breach,
    ];

    /// The word in files and on the command line; those of the dates beside the answer are the same as theirs.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::ExtensionNotice => "extension-notice",
            Self::Refusal => "refusal",
            Self::InterimReply => "interim-reply",
            Self::SecureBy => "secure-by",
            Self::Effect => "effect",
            Self::Appeal => "appeal",
            Self::Reopened => "reopened",
            Self::Complaint => "complaint",
            Self::Breach => "breach",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|date| date.id() == id)
    }

    /// The words on the screen.
    #[must_use]
    pub const fn label(self) -> Trilingual {
        match self {
            Self::Answer => Trilingual::fixed("Svarfrist", "Svarfrist", "Last day to answer"),
            Self::ExtensionNotice => Trilingual::fixed(
                "Siste dag for melding om lengre frist",
                "Siste dag for melding om lengre frist",
                "Last day for a notice of extension",
            ),
            Self::Refusal => {
                Trilingual::fixed("Siste dag for avslag", "Siste dag for avslag", "Last day for a refusal")
            }
            Self::InterimReply => {
                Trilingual::fixed("Foreløpig svar innen", "Førebels svar innan", "Provisional reply by")
            }
            Self::SecureBy => Trilingual::fixed("Sikres innen", "Sikrast innan", "Secure by"),
            Self::Effect => Trilingual::fixed("Virker fra", "Verkar frå", "Takes effect on"),
            Self::Appeal => Trilingual::fixed("Klagefrist", "Klagefrist", "Appeal by"),
            Self::Reopened => {
                Trilingual::fixed("Intern frist, gjenåpnet", "Intern frist, opna igjen", "Internal date, reopened")
            }
            Self::Complaint => Trilingual::fixed("Frist i klagen", "Frist i klaga", "Date of the complaint"),
            Self::Breach => Trilingual::fixed("Frist i avviket", "Frist i avviket", "Date of the breach"),
        }
    }
}

impl ReviewState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::ToView, Self::ToAnswer, Self::ToDecide, Self::Done];

    /// The word in documents and in the store.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::ToView => "skal-vurderes",
            Self::ToAnswer => "venter-svar",
            Self::ToDecide => "venter-avgjorelse",
            Self::Done => "ferdig",
        }
    }

    /// The state with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.id() == id)
    }

    /// The words on the screen.
    #[must_use]
    pub const fn label(self) -> Trilingual {
        match self {
            Self::ToView => Trilingual::fixed(
                "Personvernombudet skal vurdere datoene",
                "Personvernombodet skal vurdere datoane",
                "The data protection officer is to review the dates",
            ),
            Self::ToAnswer => Trilingual::fixed(
                "Personvernombudet er uenig og venter på svar",
                "Personvernombodet er usamd og ventar på svar",
                "The data protection officer disagrees and waits for an answer",
            ),
            Self::ToDecide => Trilingual::fixed(
                "Uenighet venter på avgjørelse fra leder",
                "Usemje ventar på avgjerd frå leiaren",
                "A disagreement waits for the lead to decide",
            ),
            Self::Done => Trilingual::fixed(
                "Personvernombudet har vurdert datoer",
                "Personvernombodet har vurdert datoar",
                "The data protection officer has given a view of dates",
            ),
        }
    }
}

impl ReviewOutcome {
    /// Every outcome, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Stands, Self::Corrected, Self::Partly];

    /// The word in files and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Stands => "blir-staende",
            Self::Corrected => "rettes",
            Self::Partly => "rettes-delvis",
        }
    }

    /// The outcome with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.id() == id)
    }

    /// The words on the screen.
    #[must_use]
    pub const fn label(self) -> Trilingual {
        match self {
            Self::Stands => Trilingual::fixed("Datoen blir stående", "Datoen blir ståande", "The date stands"),
            Self::Corrected => Trilingual::fixed("Datoen rettes", "Datoen blir retta", "The date is corrected"),
            Self::Partly => Trilingual::fixed("Noe av det rettes", "Noko av det blir retta", "Some of it is corrected"),
        }
    }
}

impl DateReviewStep {
    /// The word for the kind of event in the log.
    #[must_use]
    pub fn event_kind(&self) -> &'static str {
        match self {
            Self::Drawn(_) => "review-drawn",
            Self::Flagged { .. } => "review-flagged",
            Self::Viewed(view) => match view.of {
                Reviewed::Date { .. } => "review-date-viewed",
                Reviewed::Pause(_) => "review-pause-viewed",
            },
            Self::Answered { .. } => "review-answered",
            Self::Decided { .. } => "review-decided",
        }
    }

    /// What happened, in a sentence, without the words that came with it.
    #[must_use]
    pub fn told(&self) -> Trilingual {
        match self {
            Self::Drawn(draw) => {
                let (seed, size, among) = (draw.seed, draw.size, draw.among);
                let (from, to) = (short_date(draw.from_on), short_date(draw.to_on));
                Trilingual::made(
                    format!(
                        "Trukket ut til gjennomgang av datoene: inntil {size} av {among} saker mottatt {from}–{to}, startverdi {seed}."
                    ),
                    format!(
                        "Trekt ut til gjennomgang av datoane: inntil {size} av {among} saker mottekne {from}–{to}, startverdi {seed}."
                    ),
                    format!(
                        "Drawn for a review of the dates: up to {size} of {among} cases received {from}–{to}, seed {seed}."
                    ),
                )
            }
            Self::Flagged { .. } => Trilingual::fixed(
                "Flagget til gjennomgang av datoene.",
                "Flagga til gjennomgang av datoane.",
                "Flagged for a review of the dates.",
            ),
            Self::Viewed(view) => viewed(view.of, view.against.is_none()),
            Self::Answered { .. } => Trilingual::fixed(
                "Svar til personvernombudet om datoene.",
                "Svar til personvernombodet om datoane.",
                "An answer to the data protection officer about the dates.",
            ),
            Self::Decided { outcome, .. } => {
                let label = outcome.label();
                Trilingual::made(
                    format!("Leder har avgjort uenigheten om datoene: {}.", lower(&label.nb)),
                    format!("Leiaren har avgjort usemja om datoane: {}.", lower(&label.nn)),
                    format!("The lead has decided the disagreement about the dates: {}.", lower(&label.en)),
                )
            }
        }
    }
}

fn viewed(of: Reviewed, agrees: bool) -> Trilingual {
    match (of, agrees) {
        (Reviewed::Date { date, on }, true) => {
            let (label, on) = (date.label(), short_date(on));
            Trilingual::made(
                format!("Personvernombudet er enig i datoen: {} {on}.", lower(&label.nb)),
                format!("Personvernombodet er samd i datoen: {} {on}.", lower(&label.nn)),
                format!("The data protection officer agrees with the date: {} {on}.", lower(&label.en)),
            )
        }
        (Reviewed::Date { date, on }, false) => {
            let (label, on) = (date.label(), short_date(on));
            Trilingual::made(
                format!("Personvernombudet er uenig i datoen: {} {on}.", lower(&label.nb)),
                format!("Personvernombodet er usamd i datoen: {} {on}.", lower(&label.nn)),
                format!("The data protection officer disagrees with the date: {} {on}.", lower(&label.en)),
            )
        }
        (Reviewed::Pause(pause), true) => Trilingual::made(
            format!("Personvernombudet mener at grunnlaget for pause {pause} holder."),
            format!("Personvernombodet meiner at grunnlaget for pause {pause} held."),
            format!("The data protection officer finds that the ground of pause {pause} holds."),
        ),
        (Reviewed::Pause(pause), false) => Trilingual::made(
            format!("Personvernombudet mener at grunnlaget for pause {pause} ikke holder."),
            format!("Personvernombodet meiner at grunnlaget for pause {pause} ikkje held."),
            format!("The data protection officer finds that the ground of pause {pause} does not hold."),
        ),
    }
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
