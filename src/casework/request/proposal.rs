//! What the program proposes to ask the person for, or not, and why.
//!
//! Nothing is asked for that is already given, and identity only on reasonable doubt (GDPR Art. 12(6)). When the day to
//! reply by has passed, the person is reminded once, and then the case is decided on what is known.

use chrono::NaiveDate;

use super::state::{Case, Phase, Request, Suspension};
use crate::casework::channel::reasonable_doubt;
use crate::casework::person::IdentityStatus;
use crate::law::deadline::PauseGround;
use crate::law::rights::{Right, Track};
use crate::wording::Trilingual;

/// Something that could be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProposedAction {
    /// Ask who the person is, and where they live.
    AskIdentity,
    /// Ask for the grounds of a § 25 claim, or what is wrong in one for rectification.
    AskGrounds,
    /// Remind of a question whose day to reply by has passed.
    Remind,
    /// Decide on what is known, since no answer came.
    DecideOnKnown,
    /// Dismiss the claim, since nobody showed who asks or that they may.
    Dismiss,
}

impl ProposedAction {
    /// The word for it in documents.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::AskIdentity => "identity-request",
            Self::AskGrounds => "grounds-request",
            Self::Remind => "reminder",
            Self::DecideOnKnown => "decide-on-known",
            Self::Dismiss => "dismiss",
        }
    }
}

/// Whether something is proposed, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What could be asked for.
    pub action: ProposedAction,
    /// Whether the program proposes it.
    pub proposed: bool,
    /// Why, or why not.
    pub why: Trilingual,
    /// Where the rule stands.
    pub source: &'static str,
}

/// What is proposed for a case, and what is not.
///
/// `has_address` tells whether the person gave a postal address, `has_attachments` whether anything came with the request.
#[must_use]
pub fn proposals(
    request: &Request,
    case: &Case,
    has_address: bool,
    has_attachments: bool,
    today: NaiveDate,
) -> Vec<Proposal> {
    let mut proposals = vec![identity_proposal(request, has_address)];
    if case.opened.route.track == Track::Section25 {
        proposals.push(grounds_proposal(case, has_attachments));
    }
    proposals.extend(case.overdue_question(today).into_iter().flat_map(after_silence));
    proposals
}

impl Case {
    /// The question of an open case that should have been answered first, by the reminder's date where there was one.
    #[must_use]
    pub fn overdue_question(&self, today: NaiveDate) -> Option<&Suspension> {
        let overdue = self.suspensions.open().filter(|asked| asked.last_reply_by_on() < today);
        overdue.min_by_key(|asked| asked.last_reply_by_on()).filter(|_| self.phase == Phase::Open)
    }
}

/// What to do when no answer came: remind once, then decide or dismiss.
fn after_silence(asked: &Suspension) -> [Proposal; 2] {
    let reminded = asked.reminder.is_some();
    let remind = if reminded {
        Trilingual::fixed(
            "Personen er allerede påminnet.",
            "Personen er alt påmint.",
            "The person has already been reminded.",
        )
    } else {
        Trilingual::fixed(
            "Svarfristen er ute, og svaret er ikke kommet. Send en påminnelse med ny svarfrist.",
            "Svarfristen er ute, og svaret er ikkje kome. Send ei påminning med ny svarfrist.",
            "The day to reply by has passed without an answer. Send a reminder with a new day to reply by.",
        )
    };
    let (action, why, source) = match asked.ground {
        PauseGround::Identity => (
            ProposedAction::Dismiss,
            Trilingual::fixed(
                "Identiteten er ikke bekreftet, og svaret er ikke kommet etter påminnelsen. Avvis kravet.",
                "Identiteten er ikkje stadfesta, og svaret er ikkje kome etter påminninga. Avvis kravet.",
                "The identity is not confirmed, and no answer came after the reminder. Dismiss the claim.",
            ),
            "Personvernforordningen art. 12 nr. 2 og 6",
        ),
        PauseGround::Authority => (
            ProposedAction::Dismiss,
            Trilingual::fixed(
                "Fullmakten er ikke kommet, heller ikke etter påminnelsen. Avvis kravet.",
                "Fullmakta er ikkje komen, heller ikkje etter påminninga. Avvis kravet.",
                "The authority has not come, not even after the reminder. Dismiss the claim.",
            ),
            "Forvaltningsloven § 12",
        ),
        PauseGround::Clarification | PauseGround::Section25Documentation => (
            ProposedAction::DecideOnKnown,
            Trilingual::fixed(
                "Svaret er ikke kommet, heller ikke etter påminnelsen. Avgjør kravet ut fra det som er kjent.",
                "Svaret er ikkje kome, heller ikkje etter påminninga. Avgjer kravet ut frå det som er kjent.",
                "No answer came, not even after the reminder. Decide the claim on what is known.",
            ),
            "Forvaltningslovforskriften § 38; personvernforordningen art. 12 nr. 3 og 4",
        ),
    };
    let why = if reminded {
        why
    } else {
        Trilingual::fixed("Send en påminnelse først.", "Send ei påminning først.", "Send a reminder first.")
    };
    [
        Proposal {
            action: ProposedAction::Remind,
            proposed: !reminded,
            why: remind,
            source: "Forvaltningsloven § 11 fjerde ledd",
        },
        Proposal { action, proposed: reminded, why, source },
    ]
}

fn identity_proposal(request: &Request, has_address: bool) -> Proposal {
    let channel = request.registered.channel;
    // A question that was sent elsewhere leaves the status as it is; one answer serves every case of the request.
    let questions = || request.cases.iter().flat_map(|case| case.suspensions.open());
    let waits = questions().any(|open| open.ground == PauseGround::Identity);
    let identity =
        if waits && request.identity == IdentityStatus::Unchecked { IdentityStatus::Asked } else { request.identity };
    let proposed = identity == IdentityStatus::Unchecked && reasonable_doubt(identity, channel, has_address);
    let why = match (identity, proposed) {
        (IdentityStatus::Confirmed { .. }, _) => Trilingual::fixed(
            "Identiteten er bekreftet. Du trenger ikke be om noe.",
            "Identiteten er stadfesta. Du treng ikkje be om noko.",
            "The identity is confirmed. There is nothing to ask for.",
        ),
        (IdentityStatus::Asked, _) => Trilingual::fixed(
            "Det er allerede spurt om identitet.",
            "Det er alt spurt om identitet.",
            "The person has already been asked to confirm their identity.",
        ),
        (IdentityStatus::Failed, _) => Trilingual::fixed(
            "Personen har ikke fått bekreftet hvem hen er. Vurder å avvise kravet.",
            "Personen har ikkje fått stadfesta kven hen er. Vurder å avvise kravet.",
            "The person could not confirm who they are. Consider dismissing the claim.",
        ),
        (IdentityStatus::Unchecked, true) if channel.leaves_sender_open() => Trilingual::fixed(
            "Henvendelsen kom på en måte der hvem som helst kan ha sendt den, og identiteten er ikke kontrollert. Be om identitet og adresse.",
            "Førespurnaden kom på ein måte der kven som helst kan ha sendt han, og identiteten er ikkje kontrollert. Be om identitet og adresse.",
            "Anyone could have sent a request this way, and the identity has not been checked. Ask for identity and address.",
        ),
        (IdentityStatus::Unchecked, true) => Trilingual::fixed(
            "Henvendelsen oppgir ingen adresse, og identiteten er ikke kontrollert. Be om identitet og adresse.",
            "Førespurnaden gir ingen adresse, og identiteten er ikkje kontrollert. Be om identitet og adresse.",
            "The request gives no address, and the identity has not been checked. Ask for identity and address.",
        ),
        (IdentityStatus::Unchecked, false) => Trilingual::fixed(
            "Henvendelsen kom i brev eller etter innlogging og oppgir en adresse. Svaret går dit, så det er ingen rimelig tvil om hvem som spør. Du trenger ikke be om identitet.",
            "Førespurnaden kom i brev eller etter innlogging og gir ei adresse. Svaret går dit, så det er ingen rimeleg tvil om kven som spør. Du treng ikkje be om identitet.",
            "The request came by letter or after logging in and gives an address. The answer goes there, so there is no reasonable doubt of who is asking. There is no need to ask for identity.",
        ),
    };
    Proposal { action: ProposedAction::AskIdentity, proposed, why, source: "Personvernforordningen art. 12 nr. 6" }
}

fn grounds_proposal(case: &Case, has_attachments: bool) -> Proposal {
    let grounds = case.opened.grounds.is_some();
    let asked = case.suspensions.standing().any(|asked| match asked.ground {
        PauseGround::Clarification | PauseGround::Section25Documentation => true,
        PauseGround::Identity | PauseGround::Authority => false,
    });
    let rectification = case.opened.right == Right::Rectification;
    let proposed = !grounds && !asked;
    let why = if asked {
        Trilingual::fixed(
            "Det er allerede spurt om begrunnelse eller dokumentasjon.",
            "Det er alt spurt om grunngiving eller dokumentasjon.",
            "Grounds or documentation have already been asked for.",
        )
    } else if grounds && has_attachments {
        Trilingual::fixed(
            "Kravet er begrunnet, og dokumentasjon er lagt ved. Du trenger ikke be om mer.",
            "Kravet er grunngitt, og dokumentasjon er lagd ved. Du treng ikkje be om meir.",
            "The claim gives its grounds, and documentation is attached. There is nothing more to ask for.",
        )
    } else if grounds {
        Trilingual::fixed(
            "Kravet er begrunnet. Dokumentasjon er ikke lagt ved. Be om den bare hvis du ikke kan avgjøre kravet uten.",
            "Kravet er grunngitt. Dokumentasjon er ikkje lagd ved. Be om han berre dersom du ikkje kan avgjere kravet utan.",
            "The claim gives its grounds. No documentation is attached. Ask for it only if you cannot decide without it.",
        )
    } else if rectification {
        Trilingual::fixed(
            "Kravet sier ikke hva som er feil, eller hvorfor. Be personen forklare det når identiteten er klar.",
            "Kravet seier ikkje kva som er feil, eller kvifor. Be personen forklare det når identiteten er klar.",
            "The claim does not say what is wrong, or why. Ask the person to explain once the identity is clear.",
        )
    } else {
        Trilingual::fixed(
            "Kravet sier ikke hvorfor det er sterkt belastende at opplysningene ligger lagret. Be om begrunnelse.",
            "Kravet seier ikkje kvifor det er sterkt belastande at opplysningane ligg lagra. Be om grunngiving.",
            "The claim does not say why it is a heavy burden that the data are kept. Ask for the grounds.",
        )
    };
    Proposal { action: ProposedAction::AskGrounds, proposed, why, source: "Helseregisterloven § 25 første ledd" }
}
