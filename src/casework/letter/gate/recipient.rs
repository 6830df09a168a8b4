//! Whom the letter goes to: that it is the right person, that it can reach them, and what they may be asked for.

use crate::casework::channel::reasonable_doubt;
use crate::casework::letter::compose::Composed;
use crate::casework::letter::condition::has_address;
use crate::casework::letter::field::Field;
use crate::casework::letter::input::{IdentityStatus, LetterCase, LetterInput, Protection, Recipient, SendChannel};
use crate::casework::letter::kind::{Addressee, LetterKind};
use crate::casework::letter::text::blocks_to_text;
use crate::law::deadline::PauseGround;
use crate::law::rights::Outcome;
use crate::wording::Trilingual;

use super::{CheckId, GateCheck, text_of};

/// What a demand for an identity document is recognised by.
const DOCUMENTS: [&str; 16] = [
    "bank card",
    "driver's licen",
    "driving licen",
    "id card",
    "identity card",
    "identity document",
    "legitimasjon",
    "passport",
    "førerkort",
    "førarkort",
    "id-kort",
    "bankkort",
    "kopi av pass",
    "passkopi",
    "bilde av pass",
    "bilete av pass",
];

/// What is written where a name is not known.
const NO_NAMES: [&str; 7] =
    ["ukjent", "ukjend", "ukjent navn", "ukjent namn", "ukjend namn", "unknown", "unknown name"];

pub(super) fn address(input: &LetterInput, composed: &Composed) -> GateCheck {
    let text = text_of(composed);
    if input.kind.goes_to_body() {
        return to_body(input, composed);
    }
    if input.person.protection != Protection::None {
        let shown = input.person.address_lines.iter().any(|line| !line.is_empty() && text.contains(line.as_str()));
        if shown || !composed.letter.recipient.is_empty() {
            return GateCheck::failed(
                CheckId::Address,
                Trilingual::fixed(
                    "Adressen er skjermet, men står i brevet.",
                    "Adressa er skjerma, men står i brevet.",
                    "The address is protected, but stands in the letter.",
                ),
                Trilingual::fixed(
                    "Ta adressen bort, og lag brevet på nytt.",
                    "Ta adressa bort, og lag brevet på nytt.",
                    "Remove the address, and compose the letter again.",
                ),
            );
        }
        return GateCheck::met(
            CheckId::Address,
            Trilingual::fixed(
                "Adressen er skjermet og står ikke i brevet.",
                "Adressa er skjerma og står ikkje i brevet.",
                "The address is protected and is not in the letter.",
            ),
        );
    }
    match unreachable_by(input) {
        Some((message, todo)) => GateCheck::failed(CheckId::Address, message, todo),
        None => GateCheck::met(
            CheckId::Address,
            Trilingual::fixed(
                "Adressen er ikke skjermet.",
                "Adressa er ikkje skjerma.",
                "The address is not protected.",
            ),
        ),
    }
}

/// A letter to a body is addressed to that body alone, and never shows where a protected person lives.
fn to_body(input: &LetterInput, composed: &Composed) -> GateCheck {
    let name = match input.kind.addressee() {
        Addressee::Responsible => input
            .cases
            .iter()
            .find_map(|case| case.handled_by.as_ref())
            .map(|body| body.names.get(composed.letter.language).to_owned()),
        Addressee::AppealBody | Addressee::NationalArchives => {
            input.addressee.as_ref().map(|body| body.names.get(composed.letter.language).to_owned())
        }
        Addressee::Recipient => input.recipient().into_iter().next(),
        Addressee::Person => None,
    };
    if name.is_none() {
        let (message, todo) = no_addressee(input.kind.addressee());
        let mut check = GateCheck::failed(CheckId::Address, message, todo);
        check.field = (input.kind.addressee() == Addressee::Recipient).then(|| Field::Recipient.id().to_owned());
        return check;
    }
    if composed.letter.recipient.first() != name.as_ref() {
        return GateCheck::failed(
            CheckId::Address,
            Trilingual::fixed(
                "Brevet er ikke stilet til den som skal ha det.",
                "Brevet er ikkje stila til den som skal ha det.",
                "The letter is not addressed to whom it is for.",
            ),
            Trilingual::fixed("Lag brevet på nytt.", "Lag brevet på nytt.", "Compose the letter again."),
        );
    }
    let text = text_of(composed);
    // A recipient of the data knows whom they are about; where the person lives now is none of its business. Only the first
    // line of an address tells that: the recipient and the office may lie in the same place.
    let street = input.person.address_lines.first().filter(|line| !line.is_empty());
    let written = |text: &str| street.is_some_and(|street| text.contains(street.as_str()));
    let told = input.fields.iter().any(|(id, text)| id != Field::Recipient.id() && written(text));
    if told && input.kind.addressee() == Addressee::Recipient {
        return GateCheck::failed(
            CheckId::Address,
            Trilingual::fixed(
                "Adressen til personen står i brevet. Mottakeren trenger den ikke.",
                "Adressa til personen står i brevet. Mottakaren treng ho ikkje.",
                "The person's address stands in the letter. The recipient does not need it.",
            ),
            Trilingual::fixed("Ta adressen bort.", "Ta adressa bort.", "Remove the address."),
        )
        .at(input, written);
    }
    let lives = input.person.address_lines.iter().filter(|_| input.person.protection.is_protected());
    if lives.into_iter().any(|line| !line.is_empty() && text.contains(line.as_str())) {
        return GateCheck::failed(
            CheckId::Address,
            Trilingual::fixed(
                "Adressen til personen er skjermet, men står i brevet.",
                "Adressa til personen er skjerma, men står i brevet.",
                "The person's address is protected, but stands in the letter.",
            ),
            Trilingual::fixed("Ta adressen bort.", "Ta adressa bort.", "Remove the address."),
        )
        .at(input, written);
    }
    let lines = composed.letter.recipient.len();
    GateCheck::met(
        CheckId::Address,
        if lines > 1 {
            Trilingual::fixed(
                "Brevet er stilet til den som skal ha det.",
                "Brevet er stila til den som skal ha det.",
                "The letter is addressed to whom it is for.",
            )
        } else {
            Trilingual::fixed(
                "Brevet er stilet til den som skal ha det. Vi har ikke postadressen, så skriv den på konvolutten.",
                "Brevet er stila til den som skal ha det. Vi har ikkje postadressa, så skriv ho på konvolutten.",
                "The letter is addressed to whom it is for. The postal address is not known, so write it on the envelope.",
            )
        },
    )
}

/// Why it is not known whom a letter to a body goes to, and what to do.
fn no_addressee(addressee: Addressee) -> (Trilingual, Trilingual) {
    match addressee {
        Addressee::Responsible | Addressee::Person => (
            Trilingual::fixed(
                "Vi vet ikke hvem som er ansvarlig.",
                "Vi veit ikkje kven som er ansvarleg.",
                "It is not known which body is responsible.",
            ),
            Trilingual::fixed(
                "Rett opplysningene som bestemmer hvem som svarer.",
                "Rett opplysningane som avgjer kven som svarer.",
                "Correct the facts that say who answers.",
            ),
        ),
        Addressee::Recipient => (
            Trilingual::fixed(
                "Vi vet ikke hvem som skal ha meldingen.",
                "Vi veit ikkje kven som skal ha meldinga.",
                "It is not known who is to be told.",
            ),
            Trilingual::fixed(
                "Skriv navnet på mottakeren, og adressen på linjene under.",
                "Skriv namnet på mottakaren, og adressa på linjene under.",
                "Write the recipient's name, and the address on the lines below.",
            ),
        ),
        Addressee::AppealBody => (
            Trilingual::fixed(
                "Klageinstansen er ikke registrert.",
                "Klageinstansen er ikkje registrert.",
                "The appeals body is not recorded.",
            ),
            Trilingual::fixed(
                "Be administrator registrere klageinstansen for virksomheten.",
                "Be administrator registrere klageinstansen for verksemda.",
                "Ask the administrator to record the appeals body of the office.",
            ),
        ),
        Addressee::NationalArchives => (
            Trilingual::fixed(
                "Nasjonalarkivet står ikke i katalogen.",
                "Nasjonalarkivet står ikkje i katalogen.",
                "Nasjonalarkivet is not in the catalogue.",
            ),
            Trilingual::fixed(
                "Be administrator ta katalogen som følger med programmet, i bruk igjen.",
                "Be administrator ta katalogen som følgjer med programmet, i bruk att.",
                "Ask the administrator to take the catalogue that comes with the program into use again.",
            ),
        ),
    }
}

/// What is lacking for the letter to reach an unprotected recipient, and what to do.
fn unreachable_by(input: &LetterInput) -> Option<(Trilingual, Trilingual)> {
    let acting = input.representative.as_ref().filter(|_| input.to() == Recipient::Representative);
    let name = acting.map_or(&input.person.name, |representative| &representative.name);
    let name = name.trim().to_lowercase();
    if name.is_empty() || NO_NAMES.contains(&name.as_str()) {
        return Some((
            Trilingual::fixed(
                "Vi vet ikke hva mottakeren heter.",
                "Vi veit ikkje kva mottakaren heiter.",
                "The recipient's name is not known.",
            ),
            Trilingual::fixed(
                "Finn ut hva mottakeren heter, og legg inn navnet før du sender brevet.",
                "Finn ut kva mottakaren heiter, og legg inn namnet før du sender brevet.",
                "Find out the recipient's name and enter it before you send the letter.",
            ),
        ));
    }
    match input.send {
        SendChannel::Letter | SendChannel::RegisteredPost if !has_address(input) => Some((
            Trilingual::fixed(
                "Brevet skal i posten, men vi har ingen adresse.",
                "Brevet skal i posten, men vi har inga adresse.",
                "The letter goes by post, but there is no address.",
            ),
            Trilingual::fixed(
                "Legg inn adressen, eller spør etter den på e-post.",
                "Legg inn adressa, eller spør etter ho på e-post.",
                "Enter the address, or ask for it by e-mail.",
            ),
        )),
        SendChannel::Email if !input.reach(input.to()).email => Some((
            Trilingual::fixed(
                "Brevet skal på e-post, men vi har ingen e-postadresse.",
                "Brevet skal på e-post, men vi har inga e-postadresse.",
                "The letter goes by e-mail, but there is no e-mail address.",
            ),
            Trilingual::fixed(
                "Legg inn e-postadressen, eller send brevet i posten.",
                "Legg inn e-postadressa, eller send brevet i posten.",
                "Enter the e-mail address, or send the letter by post.",
            ),
        )),
        SendChannel::DigitalMailbox if !input.reach(input.to()).mailbox => Some((
            Trilingual::fixed(
                "Brevet skal til digital postkasse, men vi har ikke fødselsnummeret til mottakeren.",
                "Brevet skal til digital postkasse, men vi har ikkje fødselsnummeret til mottakaren.",
                "The letter goes to a digital mailbox, but the recipient's identity number is not known.",
            ),
            Trilingual::fixed(
                "Send brevet i posten, eller legg inn nummeret hvis det er kjent.",
                "Send brevet i posten, eller legg inn nummeret dersom det er kjent.",
                "Send the letter by post, or enter the number if it is known.",
            ),
        )),
        SendChannel::Letter
        | SendChannel::RegisteredPost
        | SendChannel::Email
        | SendChannel::DigitalMailbox
        | SendChannel::HandedOver => None,
    }
}

pub(super) fn identity(input: &LetterInput, composed: &Composed) -> GateCheck {
    if let Some((message, todo)) = unsettled(input) {
        return GateCheck::failed(CheckId::Identity, message, todo);
    }
    // Annexes say what registers hold, a copy of a passport among other things; they ask for nothing.
    let text = blocks_to_text(&composed.letter.blocks).to_lowercase();
    match DOCUMENTS.iter().find(|mark| text.contains(**mark)) {
        None if input.kind.tells_outcome() && input.identity.lacks_method() => GateCheck::warned(
            CheckId::Identity,
            Trilingual::fixed(
                "Identiteten er bekreftet, men det er ikke registrert hvordan.",
                "Identiteten er stadfesta, men det er ikkje registrert korleis.",
                "The identity is confirmed, but it is not recorded how.",
            ),
            Trilingual::fixed(
                "Brevet kan sendes. Registrer måten og dagen i saken, så det kan vises senere.",
                "Brevet kan sendast. Registrer måten og dagen i saka, så det kan visast seinare.",
                "The letter can be sent. Record the method and the day in the case, so that it can be shown later.",
            ),
        ),
        None => GateCheck::met(
            CheckId::Identity,
            Trilingual::fixed(
                "Brevet ber ikke om legitimasjon.",
                "Brevet ber ikkje om legitimasjon.",
                "The letter asks for no identity document.",
            ),
        ),
        Some(mark) => GateCheck::failed(
            CheckId::Identity,
            Trilingual::made(
                format!("Brevet nevner «{mark}». Vi skal ikke be om kopi av legitimasjon."),
                format!("Brevet nemner «{mark}». Vi skal ikkje be om kopi av legitimasjon."),
                format!("The letter mentions «{mark}». We must not ask for a copy of an identity document."),
            ),
            Trilingual::fixed(
                "Ta det bort. En underskrift og svar til registrert adresse er nok.",
                "Ta det bort. Ei underskrift og svar til registrert adresse er nok.",
                "Remove it. A signature and an answer to the registered address are enough.",
            ),
        )
        .at(input, |text| text.to_lowercase().contains(mark)),
    }
}

/// Why an outcome may not be told yet, and what to do: nobody learns what the office holds, or what it has changed,
/// while it is open who they are or whether they may act for the person (GDPR Art. 5(1)(f) and 12(6)). That the claim
/// is dismissed can be told, since it says nothing about the data.
fn unsettled(input: &LetterInput) -> Option<(Trilingual, Trilingual)> {
    let tells = |outcome: Option<Outcome>| outcome.is_some_and(|outcome| outcome != Outcome::Dismissed);
    if !input.kind.tells_outcome() || !input.cases.iter().any(|case| tells(case.outcome)) {
        return None;
    }
    let open = |ground: PauseGround| {
        input.cases.iter().any(|case| case.questions.iter().any(|question| question.ground == ground))
    };
    if open(PauseGround::Authority) {
        return Some((
            Trilingual::fixed(
                "Vi har spurt om fullmakten og ikke fått svar. Da kan vi ikke sende utfallet.",
                "Vi har spurt om fullmakta og ikkje fått svar. Då kan vi ikkje sende utfallet.",
                "We have asked about the authority to act and have no answer, so we may not send the outcome.",
            ),
            Trilingual::fixed(
                "Registrer svaret når det kommer, eller avvis kravet hvis svaret ikke kommer.",
                "Registrer svaret når det kjem, eller avvis kravet dersom svaret ikkje kjem.",
                "Record the answer when it comes, or dismiss the claim if it does not come.",
            ),
        ));
    }
    if open(PauseGround::Identity) {
        return Some((
            Trilingual::fixed(
                "Vi har spurt hvem personen er og ikke fått svar. Da kan vi ikke sende utfallet.",
                "Vi har spurt kven personen er og ikkje fått svar. Då kan vi ikkje sende utfallet.",
                "We have asked who the person is and have no answer, so we may not send the outcome.",
            ),
            Trilingual::fixed(
                "Registrer svaret når det kommer, eller avvis kravet hvis svaret ikke kommer.",
                "Registrer svaret når det kjem, eller avvis kravet dersom svaret ikkje kjem.",
                "Record the answer when it comes, or dismiss the claim if it does not come.",
            ),
        ));
    }
    in_doubt(input).then(|| {
        (
            Trilingual::fixed(
                "Det er tvil om hvem personen er. Da kan vi ikke sende utfallet.",
                "Det er tvil om kven personen er. Då kan vi ikkje sende utfallet.",
                "There is doubt about who the person is, so we may not send the outcome.",
            ),
            Trilingual::fixed(
                "Spør om identiteten først. Er den avklart, merk av for det i sjekklisten.",
                "Spør om identiteten først. Er han avklart, merk av for det i sjekklista.",
                "Ask about the identity first. If it is settled, tick it off in the checklist.",
            ),
        )
    })
}

/// Whether there is reasonable doubt about who the person is. A protected address is known, though not to us;
/// whoever could not confirm who they are is in doubt by any channel.
fn in_doubt(input: &LetterInput) -> bool {
    let reachable = input.person.protection.is_protected() || has_address(input);
    input.identity == IdentityStatus::Failed || reasonable_doubt(input.identity, input.channel, reachable)
}

pub(super) fn already_given(input: &LetterInput) -> GateCheck {
    match input.kind {
        LetterKind::IdentityRequest if !in_doubt(input) => GateCheck::failed(
            CheckId::AlreadyGiven,
            Trilingual::fixed(
                "Det er ingen rimelig tvil om hvem personen er. Da kan vi ikke be om mer.",
                "Det er ingen rimeleg tvil om kven personen er. Då kan vi ikkje be om meir.",
                "There is no reasonable doubt about who the person is, so we may not ask for more.",
            ),
            Trilingual::fixed(
                "Svar til adressen i brevet i stedet.",
                "Svar til adressa i brevet i staden.",
                "Answer to the given address instead.",
            ),
        ),
        LetterKind::IdentityRequest => GateCheck::met(
            CheckId::AlreadyGiven,
            Trilingual::fixed(
                "Det er rimelig tvil om hvem personen er.",
                "Det er rimeleg tvil om kven personen er.",
                "There is reasonable doubt about who the person is.",
            ),
        ),
        LetterKind::Section25GroundsRequest if !input.cases.iter().all(lacks_grounds) => GateCheck::failed(
            CheckId::AlreadyGiven,
            Trilingual::fixed(
                "Personen har gitt begrunnelse og dokumentasjon. Da kan vi ikke be om det på nytt.",
                "Personen har gitt grunngiving og dokumentasjon. Då kan vi ikkje be om det på nytt.",
                "The person has given grounds and documentation, so we may not ask for them again.",
            ),
            Trilingual::fixed(
                "Avgjør kravet ut fra det personen har sendt. Er noe uklart, spør om det med «Spørsmål om hva kravet gjelder». Er det som kom, ikke det vi ba om, svar «nei» på punktet i sjekklisten.",
                "Avgjer kravet ut frå det personen har sendt. Er noko uklart, spør om det med «Spørsmål om kva kravet gjeld». Er det som kom, ikkje det vi bad om, svar «nei» på punktet i sjekklista.",
                "Decide on what the person has sent. If something is unclear, send a request for clarification. If what came is not what was asked for, answer “no” to that point of the checklist.",
            ),
        ),
        LetterKind::Reminder if is_answered_otherwise(input) => GateCheck::failed(
            CheckId::AlreadyGiven,
            Trilingual::fixed(
                "Identiteten er alt bekreftet, så det er ikke noe å minne om.",
                "Identiteten er alt stadfesta, så det er ikkje noko å minne om.",
                "The identity is already confirmed, so there is nothing to remind of.",
            ),
            Trilingual::fixed(
                "Registrer svaret i saken i stedet.",
                "Registrer svaret i saka i staden.",
                "Record the answer in the case instead.",
            ),
        ),
        LetterKind::ClarificationRequest | LetterKind::Section25GroundsRequest | LetterKind::Reminder => {
            GateCheck::met(
                CheckId::AlreadyGiven,
                Trilingual::fixed(
                    "Brevet spør om noe vi ikke har fått.",
                    "Brevet spør om noko vi ikkje har fått.",
                    "The letter asks for something that was not given.",
                ),
            )
        }
        LetterKind::Acknowledgement
        | LetterKind::ExtensionNotice
        | LetterKind::DelayNotice
        | LetterKind::InterimReply
        | LetterKind::Forwarding
        | LetterKind::ForwardingNotice
        | LetterKind::Referral
        | LetterKind::Section25Decision
        | LetterKind::Answer
        | LetterKind::AccessAnswer
        | LetterKind::KassasjonOpinion
        | LetterKind::RecipientsNotice
        | LetterKind::RestrictionLiftNotice
        | LetterKind::ComplaintForwarding => GateCheck::met(
            CheckId::AlreadyGiven,
            Trilingual::fixed("Brevet ber ikke om noe.", "Brevet ber ikkje om noko.", "The letter asks for nothing."),
        ),
    }
}

/// Whether a § 25 claim lacks its grounds, or anything that shows them.
fn lacks_grounds(case: &LetterCase) -> bool {
    !case.grounds_given || !case.documents_given
}

/// Whether a reminder is about identity alone, and that has been settled in another way.
fn is_answered_otherwise(input: &LetterInput) -> bool {
    let mut questions = input.cases.iter().flat_map(|case| &case.questions).peekable();
    let settled = matches!(input.identity, IdentityStatus::Confirmed { .. });
    settled && questions.peek().is_some() && questions.all(|question| question.ground == PauseGround::Identity)
}
