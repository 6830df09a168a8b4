//! What the program proposes to ask the person for, or not, and why.
//!
//! Nothing is asked for that is already given, and identity only on reasonable doubt (GDPR Art. 12(6)).

use super::state::{Case, Request};
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
}

impl ProposedAction {
    /// The word for it in documents.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::AskIdentity => "identity-request",
            Self::AskGrounds => "grounds-request",
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
pub fn proposals(request: &Request, case: &Case, has_address: bool, has_attachments: bool) -> Vec<Proposal> {
    let mut proposals = vec![identity_proposal(request, has_address)];
    if case.opened.route.track == Track::Section25 {
        proposals.push(grounds_proposal(case, has_attachments));
    }
    proposals
}

fn identity_proposal(request: &Request, has_address: bool) -> Proposal {
    let channel = request.registered.channel;
    let proposed =
        request.identity == IdentityStatus::Unchecked && reasonable_doubt(request.identity, channel, has_address);
    let why = match (request.identity, proposed) {
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
    let asked = case.suspensions.0.iter().any(|asked| match asked.ground {
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
