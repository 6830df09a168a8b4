//! Why a user action was not carried out.

use std::io;

use chrono::{DateTime, Utc};

use crate::casework::access::RoleRefused;
use crate::casework::forecast::{LEAST_CASES, LEAST_HISTORY, TooShort};
use crate::casework::ids::RequestNumber;
use crate::casework::letter::{ComposeProblem, GateCheck};
use crate::casework::request::Refusal;
use crate::casework::statistics::NotPublishable;

use super::attachments::AttachProblem;
use super::ports::{DrawProblem, RedactFault, StoreError};
use super::reports::ReportProblem;
use crate::law::deadline::DeadlineProblem;
use crate::wording::{Language, Told as _, Trilingual};

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
#[error("{}", self.text().nb)]
pub enum Problem {
    /// No request, case or document has this number.
    NotFound(String),
    /// The person's row is erased, so there is nobody to write to.
    Erased,
    /// The person is protected, and the user is not cleared to see the words of the case.
    NotCleared,
    /// Rules that refuse.
    Refused(Vec<Refusal>),
    /// The user's role does not allow it.
    Role(#[from] RoleRefused),
    /// The case has no such point on its checklist.
    UnknownCheck {
        /// What was asked for.
        check: String,
        /// The points that there are.
        known: String,
    },
    /// The case does not rest on this legal reference.
    UnknownLegalBasis {
        /// The references that there are, by identifier.
        known: String,
    },
    /// The outcome cannot rest on this ground.
    UnknownGround {
        /// The grounds that there are, by identifier; empty where the outcome rests on none.
        known: String,
    },
    /// The data protection officer has no enquiry with this number.
    NoSuchEnquiry,
    /// No user of the store has this name, or the user's role takes no cases.
    UnknownUser,
    /// The user has open cases.
    HasCases,
    /// The user keeps as many views as the navigation has room for.
    TooManyViews,
    /// The user has no view of this name.
    NoSuchView,
    /// The letter cannot be composed.
    Compose(Vec<ComposeProblem>),
    /// The letter may not be sent yet: every check that fails.
    Gate(Vec<GateCheck>),
    /// The office has no second person, or the letter is none that one approves.
    NeedsNoApproval,
    /// No letter of the case waits for a second person.
    NothingToApprove,
    /// A second person cannot be asked for where nobody could be one.
    NobodyApproves,
    /// An absence that cannot be, or a name that does not fit.
    AbsenceDoesNotFit {
        /// The field that it concerns.
        field: &'static str,
        /// What is wrong and what to do.
        message: Trilingual,
    },
    /// Nobody by this name is entered as away.
    NotAway,
    /// The user is not reminded of this.
    NotReminded,
    /// A reminder cannot be put off until this day.
    PutOff(Trilingual),
    /// Somebody else has changed the request since it was read: what they did, the newest last.
    Changed(Vec<OthersChange>),
    /// There is too little history for a forecast.
    TooShort(TooShort),
    /// No case of the request waits for an answer, so nothing of it would move.
    NotWaiting(RequestNumber),
    /// The list of what would move is another one than was shown.
    OtherList,
    /// Something is supposed that comes with the program, so nobody accepts it.
    ComesWithProgram,
    /// What the law says against a supposed day of receipt.
    Supposed(Vec<DeadlineProblem>),
    /// The register has too little history to be told of by itself.
    RegisterTooShort,
    /// The file that was brought cannot go with an answer.
    Report(#[from] ReportProblem),
    /// The file that was brought cannot lie with a request.
    Attach(#[from] AttachProblem),
    /// The PDF cannot be redacted.
    Redact(#[from] RedactFault),
    /// A redacted copy without anything redacted, or with more than one copy takes.
    NothingCovered {
        /// Whether there is too much, not nothing.
        too_many: bool,
    },
    /// The figures of a period cannot be published.
    NotPublishable(#[from] NotPublishable),
    /// More cases than one protocol takes.
    TooMany,
    /// The letter cannot be drawn.
    Draw(#[from] DrawProblem),
    /// The letter cannot be kept where it is to lie, so it got no number.
    Output(io::Error),
    /// What somebody was about to see could not be entered in the log of readings, so it is not shown.
    NotLogged(StoreError),
    /// The record does not do what it was asked.
    Store(#[from] StoreError),
}

impl Problem {
    /// What is wrong and what to do.
    #[must_use]
    pub fn text(&self) -> Trilingual {
        match self {
            Self::NotFound(number) => Trilingual::made(
                format!("Nummeret {number} finnes ikke. Se etter i arbeidslisten eller i brevet."),
                format!("Nummeret {number} finst ikkje. Sjå etter i arbeidslista eller i brevet."),
                format!("There is no number {number}. Look in the work list or in the letter."),
            ),
            Self::Erased => Trilingual::fixed(
                "Opplysningene om personen er slettet. Saken kan leses, men ikke behandles.",
                "Opplysningane om personen er sletta. Saka kan lesast, men ikkje behandlast.",
                "The data about the person are erased. The case can be read, but not worked on.",
            ),
            Self::NotCleared => Trilingual::fixed(
                "Personen har skjermet adresse, og du er ikke klarert. Be en som er klarert, om å behandle saken.",
                "Personen har skjerma adresse, og du er ikkje klarert. Be ein som er klarert, om å behandle saka.",
                "The person has a protected address, and you are not cleared. Ask somebody who is cleared to handle the case.",
            ),
            Self::Refused(refusals) => refusals.first().map_or(A_RULE, |refusal| refusal.message.clone()),
            Self::Role(refused) => refused.text(),
            Self::UnknownCheck { check, known } => Trilingual::made(
                format!("Sjekklisten har ikke noe punkt «{check}». Punktene er: {known}."),
                format!("Sjekklista har ikkje noko punkt «{check}». Punkta er: {known}."),
                format!("The checklist has no point “{check}”. The points are: {known}."),
            ),
            Self::UnknownLegalBasis { known } => Trilingual::made(
                format!("Kravet bygger ikke på dette rettsgrunnlaget. Velg blant disse: {known}."),
                format!("Kravet byggjer ikkje på dette rettsgrunnlaget. Vel blant desse: {known}."),
                format!("The claim does not rest on this legal basis. Choose among these: {known}."),
            ),
            Self::UnknownGround { known } if known.is_empty() => Trilingual::fixed(
                "Dette utfallet trenger ingen grunn fra katalogen. Ta bort grunnen.",
                "Dette utfallet treng ingen grunn frå katalogen. Ta bort grunnen.",
                "This outcome needs no ground from the catalogue. Remove the ground.",
            ),
            Self::UnknownGround { known } => Trilingual::made(
                format!("Utfallet kan ikke bygge på denne grunnen. Velg blant disse: {known}."),
                format!("Utfallet kan ikkje byggje på denne grunnen. Vel blant desse: {known}."),
                format!("The outcome cannot rest on this ground. Choose among these: {known}."),
            ),
            Self::NoSuchEnquiry => Trilingual::fixed(
                "Innboksen har ingen henvendelse med dette nummeret. Se «ombud list».",
                "Innboksen har ingen førespurnad med dette nummeret. Sjå «ombud list».",
                "The inbox has no enquiry with this number. See “ombud list”.",
            ),
            Self::UnknownUser => Trilingual::fixed(
                "Ingen med dette navnet kan ta saker i lageret. Se navn og roller med «user list».",
                "Ingen med dette namnet kan ta saker i lageret. Sjå namn og roller med «user list».",
                "Nobody by this name can take cases in the store. See names and roles with “user list”.",
            ),
            Self::HasCases => Trilingual::fixed(
                "Brukeren har åpne saker. Flytt dem til en annen først.",
                "Brukaren har opne saker. Flytt dei til nokon andre først.",
                "The user has open cases. First move them to somebody else.",
            ),
            Self::TooManyViews => Trilingual::made(
                format!("Du har {} visninger, og det er plass til så mange. Slett en av dem først.", super::MOST_VIEWS),
                format!(
                    "Du har {} visningar, og det er plass til så mange. Slett ein av dei først.",
                    super::MOST_VIEWS
                ),
                format!(
                    "You have {} views, and there is room for that many. Delete one of them first.",
                    super::MOST_VIEWS
                ),
            ),
            Self::NoSuchView => Trilingual::fixed(
                "Du har ingen visning med dette navnet. Se navnene i menyen, eller med «views».",
                "Du har inga visning med dette namnet. Sjå namna i menyen, eller med «views».",
                "You have no view by this name. See the names in the menu, or with “views”.",
            ),
            Self::Compose(problems) => Trilingual::each(|language| {
                problems.iter().map(|problem| problem.message.get(language)).collect::<Vec<_>>().join(" ")
            }),
            Self::Gate(checks) => gate_text(checks),
            Self::NeedsNoApproval => Trilingual::fixed(
                "Brevet trenger ikke godkjenning. Ferdigstill det.",
                "Brevet treng ikkje godkjenning. Ferdigstill det.",
                "The letter needs no approval. Issue it.",
            ),
            Self::NothingToApprove => Trilingual::fixed(
                "Ikke noe brev i saken venter på godkjenning. Se tidslinjen.",
                "Ikkje noko brev i saka ventar på godkjenning. Sjå tidslinja.",
                "No letter in the case is waiting for approval. See the timeline.",
            ),
            Self::NobodyApproves => Trilingual::fixed(
                "Ingen har rollen leder, så ingen kan godkjenne brev. Gi noen rollen leder først.",
                "Ingen har rolla leiar, så ingen kan godkjenne brev. Gi nokon rolla leiar først.",
                "Nobody has the role of lead, so nobody can approve letters. Give somebody the role of lead first.",
            ),
            Self::AbsenceDoesNotFit { message, .. } | Self::PutOff(message) => message.clone(),
            Self::NotAway => Trilingual::fixed(
                "Det er ikke registrert fravær på dette navnet. Se «user list».",
                "Det er ikkje registrert fråvær på dette namnet. Sjå «user list».",
                "No absence is registered under this name. See “user list”.",
            ),
            Self::NotReminded => Trilingual::fixed(
                "Du har ingen slik påminnelse nå. Se listen på nytt.",
                "Du har inga slik påminning no. Sjå lista på nytt.",
                "You have no such reminder now. See the list again.",
            ),
            Self::TooShort(TooShort { weeks, cases, .. }) => Trilingual::made(
                format!(
                    "Historikken er for kort til en prognose. Hele uker: {weeks}. Saker i dem: {cases}. Det trengs minst \
                     {LEAST_HISTORY} uker og {LEAST_CASES} saker. Prøv igjen senere."
                ),
                format!(
                    "Historikken er for kort til ein prognose. Heile veker: {weeks}. Saker i dei: {cases}. Det trengst minst \
                     {LEAST_HISTORY} veker og {LEAST_CASES} saker. Prøv igjen seinare."
                ),
                format!(
                    "The history is too short for a forecast. Whole weeks: {weeks}. Cases in them: {cases}. It takes at least \
                     {LEAST_HISTORY} weeks and {LEAST_CASES} cases. Try again later."
                ),
            ),
            Self::NotWaiting(request) => Trilingual::made(
                format!("Ingen sak i henvendelse {request} venter på svar. Se etter i arbeidslisten."),
                format!("Inga sak i førespurnad {request} ventar på svar. Sjå etter i arbeidslista."),
                format!("No case of request {request} is waiting for an answer. Look in the work list."),
            ),
            Self::OtherList => Trilingual::fixed(
                "Listen er en annen enn den du så. Ingenting er endret. Se den på nytt.",
                "Lista er ei anna enn den du såg. Ingenting er endra. Sjå ho på nytt.",
                "The list is another one than you saw. Nothing has been changed. Look at it again.",
            ),
            Self::ComesWithProgram => Trilingual::fixed(
                "Bare en mottaksdato kan godtas. Helligdagene og fristreglene er lov og følger med programmet.",
                "Berre ein mottaksdato kan godtakast. Heilagdagane og fristreglane er lov og følgjer med programmet.",
                "Only a date of receipt can be accepted. The public holidays and the rules are law and come with the program.",
            ),
            Self::Supposed(problems) => Trilingual::each(|language| {
                problems.iter().map(|problem| problem.message(language)).collect::<Vec<_>>().join(" ")
            }),
            Self::RegisterTooShort => Trilingual::made(
                format!(
                    "Registeret har hatt færre enn {LEAST_CASES} saker i historikken, for få til en egen prognose. Se \
                     prognosen for alle registre."
                ),
                format!(
                    "Registeret har hatt færre enn {LEAST_CASES} saker i historikken, for få til ein eigen prognose. Sjå \
                     prognosen for alle registera."
                ),
                format!(
                    "The register has had fewer than {LEAST_CASES} cases in the history, too few for a forecast of its \
                     own. See the forecast for all registers."
                ),
            ),
            Self::Changed(_) => StoreError::Conflict.text(),
            Self::Report(problem) => problem.text(),
            Self::Attach(problem) => problem.text(),
            Self::Redact(fault) => fault.text(),
            Self::NothingCovered { too_many: true } => Trilingual::fixed(
                "Det er mer enn 2 000 felter. Del PDF-en opp, og sladd hver del.",
                "Det er meir enn 2 000 felt. Del PDF-en opp, og sladd kvar del.",
                "There are more than 2,000 boxes. Split the PDF, and redact each part.",
            ),
            Self::NothingCovered { too_many: false } => Trilingual::fixed(
                "Ingenting er sladdet: ordene står ikke i filen, eller det er ikke tegnet noe felt.",
                "Ingenting er sladda: orda står ikkje i fila, eller det er ikkje teikna noko felt.",
                "Nothing is redacted: the words are not in the file, or no box is drawn.",
            ),
            Self::NotPublishable(problem) => problem.text(),
            Self::TooMany => Trilingual::made(
                format!(
                    "Perioden har flere enn {} saker, og en protokoll tar ikke flere. Velg en kortere periode.",
                    super::MOST_IN_PROTOCOL
                ),
                format!(
                    "Perioden har fleire enn {} saker, og ein protokoll tek ikkje fleire. Vel ein kortare periode.",
                    super::MOST_IN_PROTOCOL
                ),
                format!(
                    "The period has more than {} cases, and a protocol takes no more. Choose a shorter period.",
                    super::MOST_IN_PROTOCOL
                ),
            ),
            Self::Draw(problem) => problem.text(),
            Self::Output(_) => Trilingual::fixed(
                "Filen kunne ikke skrives, og brevet er ikke ferdigstilt. Se om mappen finnes og har plass.",
                "Fila kunne ikkje skrivast, og brevet er ikkje ferdigstilt. Sjå om mappa finst og har plass.",
                "The file could not be written, and the letter is not issued. Check that the folder exists and has room.",
            ),
            Self::NotLogged(error) => {
                let error = error.text();
                Trilingual::made(
                    format!("{} Ingenting vises, for oppslaget kunne ikke skrives i oppslagsloggen.", error.nb),
                    format!("{} Ingenting blir vist, for oppslaget kunne ikkje skrivast i oppslagsloggen.", error.nn),
                    format!("{} Nothing is shown, since the reading could not be written to the access log.", error.en),
                )
            }
            Self::Store(error) => error.text(),
        }
    }
}

/// Where rules refuse and none is named.
const A_RULE: Trilingual =
    Trilingual::fixed("En regel er til hinder.", "Ein regel er til hinder.", "A rule stands in the way.");

/// What to do, where one thing stops the letter; how many, where several do.
fn gate_text(checks: &[GateCheck]) -> Trilingual {
    Trilingual::each(|language| {
        let not_yet = language.pick(
            "Brevet kan ikke sendes ennå.",
            "Brevet kan ikkje sendast enno.",
            "The letter cannot be sent yet.",
        );
        let why = match checks {
            [only] => only.told(language),
            several => {
                let count = several.len();
                match language {
                    Language::Nb => format!("{count} krav er ikke oppfylt. Se hvert av dem."),
                    Language::Nn => format!("{count} krav er ikkje oppfylte. Sjå kvart av dei."),
                    Language::En => format!("{count} conditions are not met. See each of them."),
                }
            }
        };
        format!("{not_yet} {why}")
    })
}
