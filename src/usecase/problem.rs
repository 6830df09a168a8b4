//! Why a user action was not carried out.

use std::io;

use chrono::{DateTime, Utc};

use crate::casework::access::RoleRefused;
use crate::casework::letter::{ComposeProblem, GateCheck};
use crate::casework::request::Refusal;

use super::attachments::AttachProblem;
use super::ports::{DrawProblem, RedactFault, StoreError};
use super::reports::ReportProblem;
use crate::wording::Language;

/// Something that somebody did to a request after it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OthersChange {
    /// Its place in the log.
    pub sequence: u32,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: String,
    /// The kind of event.
    pub kind: &'static str,
}

/// Why a user action was not carried out. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// No request, case or document has this number.
    #[error("Nummeret {0} finnes ikke. Se etter i arbeidslisten eller i brevet.")]
    NotFound(String),
    /// The person's row is erased, so there is nobody to write to.
    #[error("Opplysningene om personen er slettet. Saken kan leses, men ikke behandles.")]
    Erased,
    /// The person is protected, and the user is not cleared to see the words of the case.
    #[error("Personen har skjermet adresse, og du er ikke klarert. Be en som er klarert, om å behandle saken.")]
    NotCleared,
    /// Rules that refuse.
    #[error("{}", first(.0))]
    Refused(Vec<Refusal>),
    /// The user's role does not allow it.
    #[error(transparent)]
    Role(#[from] RoleRefused),
    /// The case has no such point on its checklist.
    #[error("Sjekklisten har ikke noe punkt «{check}». Punktene er: {known}.")]
    UnknownCheck {
        /// What was asked for.
        check: String,
        /// The points that there are.
        known: String,
    },
    /// The case does not rest on this legal reference.
    #[error("Kravet bygger ikke på dette rettsgrunnlaget. Velg blant disse: {known}.")]
    UnknownLegalBasis {
        /// The references that there are, by identifier.
        known: String,
    },
    /// The outcome cannot rest on this ground.
    #[error("{}", unknown_ground(.known))]
    UnknownGround {
        /// The grounds that there are, by identifier; empty where the outcome rests on none.
        known: String,
    },
    /// No user of the store has this name, or the user's role takes no cases.
    #[error("Ingen med dette navnet kan ta saker i lageret. Se navn og roller med «user list».")]
    UnknownUser,
    /// The user keeps as many views as the navigation has room for.
    #[error("Du har {} visninger, og det er plass til så mange. Slett en av dem først.", super::MOST_VIEWS)]
    TooManyViews,
    /// The user has no view of this name.
    #[error("Du har ingen visning med dette navnet. Se navnene i menyen, eller med «views».")]
    NoSuchView,
    /// The letter cannot be composed.
    #[error("{}", compose_text(.0))]
    Compose(Vec<ComposeProblem>),
    /// The letter may not be sent yet: every check that fails.
    #[error("Brevet kan ikke sendes ennå. {}", gate_text(.0))]
    Gate(Vec<GateCheck>),
    /// The office has no second person, or the letter is none that one approves.
    #[error("Brevet trenger ikke godkjenning. Ferdigstill det.")]
    NeedsNoApproval,
    /// No letter of the case waits for a second person.
    #[error("Ikke noe brev i saken venter på godkjenning. Se tidslinjen.")]
    NothingToApprove,
    /// A second person cannot be asked for where nobody could be one.
    #[error("Ingen har rollen leder, så ingen kan godkjenne brev. Gi noen rollen leder først.")]
    NobodyApproves,
    /// An absence that cannot be, or a name that does not fit.
    #[error("{message}")]
    AbsenceDoesNotFit {
        /// The field that it concerns.
        field: &'static str,
        /// What is wrong and what to do.
        message: &'static str,
    },
    /// Nobody by this name is entered as away.
    #[error("Det er ikke registrert fravær på dette navnet. Se «user list».")]
    NotAway,
    /// The user is not reminded of this.
    #[error("Du har ingen slik påminnelse nå. Se listen på nytt.")]
    NotReminded,
    /// A reminder cannot be put off until this day.
    #[error("{0}")]
    PutOff(&'static str),
    /// Somebody else has changed the request since it was read: what they did, the newest last.
    #[error("Noen andre har endret saken siden du åpnet den. Last saken på nytt og gjør endringen igjen.")]
    Changed(Vec<OthersChange>),
    /// The file that was brought cannot go with an answer.
    #[error(transparent)]
    Report(#[from] ReportProblem),
    /// The file that was brought cannot lie with a request.
    #[error(transparent)]
    Attach(#[from] AttachProblem),
    /// The PDF cannot be redacted.
    #[error(transparent)]
    Redact(#[from] RedactFault),
    /// A redacted copy without anything redacted, or with more than one copy takes.
    #[error("{}", if *too_many { TOO_MANY_BOXES } else { NO_BOXES })]
    NothingCovered {
        /// Whether there is too much, not nothing.
        too_many: bool,
    },
    /// The letter cannot be drawn.
    #[error(transparent)]
    Draw(#[from] DrawProblem),
    /// The letter cannot be kept where it is to lie, so it got no number.
    #[error("Filen kunne ikke skrives, og brevet er ikke ferdigstilt. Se om mappen finnes og har plass.")]
    Output(io::Error),
    /// What somebody was about to see could not be entered in the log of readings, so it is not shown.
    #[error("{0} Ingenting vises, for oppslaget kunne ikke skrives i oppslagsloggen.")]
    NotLogged(StoreError),
    /// The record does not do what it was asked.
    #[error(transparent)]
    Store(#[from] StoreError),
}

fn unknown_ground(known: &str) -> String {
    if known.is_empty() {
        "Dette utfallet trenger ingen grunn fra katalogen. Ta bort grunnen.".to_owned()
    } else {
        format!("Utfallet kan ikke bygge på denne grunnen. Velg blant disse: {known}.")
    }
}
const NO_BOXES: &str = "Ingenting er sladdet: ordene står ikke i filen, eller det er ikke tegnet noe felt.";
const TOO_MANY_BOXES: &str = "Det er mer enn 2 000 felter. Del PDF-en opp, og sladd hver del.";

fn first(refusals: &[Refusal]) -> &str {
    refusals.first().map_or("En regel er til hinder.", |refusal| refusal.message.as_str())
}

/// What to do, where one thing stops the letter; how many, where several do.
fn gate_text(checks: &[GateCheck]) -> String {
    match checks {
        [only] => [Some(&only.message), only.todo.as_ref()]
            .into_iter()
            .flatten()
            .map(|text| text.get(Language::Nb))
            .collect::<Vec<_>>()
            .join(" "),
        several => format!("{} krav er ikke oppfylt. Se hvert av dem.", several.len()),
    }
}

fn compose_text(problems: &[ComposeProblem]) -> String {
    problems.iter().map(|problem| problem.message.get(Language::Nb)).collect::<Vec<_>>().join(" ")
}
