//! Who may have the letter, beside whoever it is addressed to or instead of them, and who must.

use crate::casework::letter::input::{
    LetterCopy, LetterInput, LetterRepresentative, Recipient, RepresentativeKind, SendChannel,
};
use crate::casework::letter::kind::Addressee;
use crate::casework::person::OF_AGE_FROM;
use crate::wording::Trilingual;

use super::{CheckId, GateCheck, authority};

/// From this age a minor decides over their own health data (helseregisterloven § 15).
const DECIDES_FROM: u32 = 16;
/// From this age a minor whom a guardian represents is told of an enkeltvedtak as well (forvaltningsloven § 27).
const TOLD_FROM: u32 = 15;

/// What is wrong, and what to do.
type Fault = (Trilingual, Trilingual);

pub(super) fn recipients(input: &LetterInput) -> GateCheck {
    let to = std::iter::once(input.to()).chain(input.copies.iter().map(|copy| copy.to));
    let fault = to
        .filter_map(|to| barred(input, to))
        .chain(input.copies.iter().filter_map(|copy| twice(input, *copy).or_else(|| unsent(input, *copy))))
        .chain(left_out(input))
        .next();
    match fault {
        Some((message, todo)) => GateCheck::failed(CheckId::Recipients, message, todo),
        None => GateCheck::met(
            CheckId::Recipients,
            if let Some(why) = authority::passed_over(input) {
                why
            } else if input.copies.is_empty() {
                Trilingual::fixed(
                    "Brevet går bare til mottakeren.",
                    "Brevet går berre til mottakaren.",
                    "The letter goes to the recipient alone.",
                )
            } else {
                Trilingual::fixed(
                    "De som får brevet og kopien, kan få det.",
                    "Dei som får brevet og kopien, kan få det.",
                    "Those who get the letter and the copy may have it.",
                )
            },
        ),
    }
}

/// Why somebody may not have this letter, as addressee or as a copy, and what to do; `None` where they may.
#[must_use]
pub fn barred(input: &LetterInput, to: Recipient) -> Option<Fault> {
    match (to, &input.representative) {
        (Recipient::Body, _) if input.kind.goes_to_body() => None,
        (Recipient::Body, _) => Some(nobody_there()),
        // Whoever appealed gets a copy of what is written to the appeals body (forvaltningsloven § 33 fourth paragraph).
        (Recipient::Person | Recipient::Representative, _)
            if input.kind.goes_to_body() && input.kind.addressee() != Addressee::AppealBody =>
        {
            Some((
                Trilingual::fixed(
                    "Brevet går til en virksomhet. Den saken gjelder, får en egen melding om det.",
                    "Brevet går til ei verksemd. Den saka gjeld, får ei eiga melding om det.",
                    "The letter goes to a body. The person concerned gets a notice of it.",
                ),
                Trilingual::fixed(
                    "Ta bort kopien, og send meldingen om hvem som er ansvarlig.",
                    "Ta bort kopien, og send meldinga om kven som er ansvarleg.",
                    "Remove the copy, and send the notice of who is responsible.",
                ),
            ))
        }
        (Recipient::Representative, None) => Some(nobody_there()),
        (Recipient::Representative, Some(acting)) => barred_representative(input, acting),
        (Recipient::Person, Some(LetterRepresentative { kind: RepresentativeKind::Estate, .. })) => Some(is_dead()),
        (Recipient::Person, _) => input.person.dead.then(is_dead),
    }
}

fn nobody_there() -> Fault {
    (
        Trilingual::fixed(
            "Ingen er registrert som handler for personen.",
            "Ingen er registrert som handlar for personen.",
            "Nobody is registered who acts for the person.",
        ),
        Trilingual::fixed(
            "Send brevet til den saken gjelder.",
            "Send brevet til den saka gjeld.",
            "Send the letter to the person concerned.",
        ),
    )
}

fn is_dead() -> Fault {
    (
        Trilingual::fixed("Personen er død.", "Personen er død.", "The person is dead."),
        Trilingual::fixed(
            "Send brevet til den som representerer dødsboet, uten kopi til personen.",
            "Send brevet til den som representerer dødsbuet, utan kopi til personen.",
            "Send the letter to whoever represents the estate, without a copy to the person.",
        ),
    )
}

/// Parents and guardians learn nothing that the child does not want them to, that the office has found they must not
/// know, or that is the person's own to decide over (pasient- og brukerrettighetsloven § 3-4; helseregisterloven § 15).
fn barred_representative(input: &LetterInput, acting: &LetterRepresentative) -> Option<Fault> {
    let close = match acting.kind {
        RepresentativeKind::Parent | RepresentativeKind::Guardian => true,
        RepresentativeKind::Authorised | RepresentativeKind::Estate => false,
    };
    if let Some(fault) = authority::outside(acting) {
        return Some((fault, authority::remedy()));
    }
    let parent = acting.kind == RepresentativeKind::Parent;
    let protected = input.person.protection.is_protected();
    let fault = if close && input.inform_parents == Some(false) {
        Trilingual::fixed(
            "Foreldrene skal ikke få vite om saken. Da kan verken foreldre eller verge få brevet eller kopi av det.",
            "Foreldra skal ikkje få vite om saka. Då kan verken foreldre eller verje få brevet eller kopi av det.",
            "The parents are not to know of the case, so neither parents nor guardian may have the letter or a copy.",
        )
    } else if parent && input.person.age.is_some_and(|age| age >= OF_AGE_FROM) {
        Trilingual::fixed(
            "Personen er myndig. En forelder kan ikke få brevet uten fullmakt.",
            "Personen er myndig. Ein forelder kan ikkje få brevet utan fullmakt.",
            "The person is of full age. A parent may not have the letter without written authority.",
        )
    } else if parent && input.person.age.is_some_and(|age| age >= DECIDES_FROM) && input.inform_parents != Some(true) {
        Trilingual::fixed(
            "Personen er fylt 16 år og bestemmer selv over helseopplysningene sine. Det er ikke avklart at foreldrene kan få brevet.",
            "Personen er fylt 16 år og bestemmer sjølv over helseopplysningane sine. Det er ikkje avklart at foreldra kan få brevet.",
            "The person is 16 or older and decides over their own health data. It is not settled that the parents may have the letter.",
        )
    } else if close && protected && input.inform_parents != Some(true) {
        Trilingual::fixed(
            "Personen har fortrolig adresse, og det er ikke avklart at foreldre eller verge kan få vite om saken.",
            "Personen har fortruleg adresse, og det er ikkje avklart at foreldre eller verje kan få vite om saka.",
            "The person's address is confidential, and it is not settled that parents or guardian may know of the case.",
        )
    } else {
        return None;
    };
    let todo = if input.to() == Recipient::Representative {
        Trilingual::fixed(
            "Send brevet til den saken gjelder.",
            "Send brevet til den saka gjeld.",
            "Send the letter to the person concerned.",
        )
    } else {
        Trilingual::fixed(
            "Ta bort kopien. Brevet går bare til den saken gjelder.",
            "Ta bort kopien. Brevet går berre til den saka gjeld.",
            "Remove the copy. The letter goes to the person concerned alone.",
        )
    };
    Some((fault, todo))
}

/// A copy to whoever gets the letter already.
fn twice(input: &LetterInput, copy: LetterCopy) -> Option<Fault> {
    let of_same = input.copies.iter().filter(|other| other.to == copy.to).count();
    (copy.to == input.to() || of_same > 1).then(|| {
        (
            Trilingual::fixed(
                "Kopien går til noen som alt får brevet.",
                "Kopien går til nokon som alt får brevet.",
                "The copy goes to somebody who gets the letter already.",
            ),
            Trilingual::fixed("Ta bort kopien.", "Ta bort kopien.", "Remove the copy."),
        )
    })
}

/// Why a copy cannot be sent as it is meant to be.
fn unsent(input: &LetterInput, copy: LetterCopy) -> Option<Fault> {
    if input.person.protection.is_protected() && copy.channel != SendChannel::HandedOver {
        return Some((
            Trilingual::fixed(
                "Personen har fortrolig adresse. Også kopien kan bare utleveres etter avtale.",
                "Personen har fortruleg adresse. Også kopien kan berre utleverast etter avtale.",
                "The person's address is confidential. The copy as well can only be handed over.",
            ),
            Trilingual::fixed(
                "Avtal med mottakeren hvordan kopien blir levert.",
                "Avtal med mottakaren korleis kopien blir levert.",
                "Agree with the recipient how the copy is delivered.",
            ),
        ));
    }
    (!input.reach(copy.to).by(copy.channel)).then(|| {
        (
            Trilingual::fixed(
                "Vi har ingen adresse som kopien kan sendes til.",
                "Vi har inga adresse som kopien kan sendast til.",
                "There is no address that the copy can be sent to.",
            ),
            Trilingual::fixed(
                "Legg inn adressen, eller ta bort kopien.",
                "Legg inn adressa, eller ta bort kopien.",
                "Enter the address, or remove the copy.",
            ),
        )
    })
}

/// A minor over 15 whom a guardian represents is told of an enkeltvedtak as well (forvaltningsloven § 27 første ledd).
fn left_out(input: &LetterInput) -> Option<Fault> {
    let acting = input.representative.as_ref().filter(|_| input.to() == Recipient::Representative)?;
    let guardian = match acting.kind {
        RepresentativeKind::Parent | RepresentativeKind::Guardian => true,
        RepresentativeKind::Authorised | RepresentativeKind::Estate => false,
    };
    let minor = input.person.age.is_some_and(|age| (TOLD_FROM..OF_AGE_FROM).contains(&age));
    let copied = input.copies.iter().any(|copy| copy.to == Recipient::Person);
    let decides = input.kind.tells_outcome() && input.cases.iter().any(|case| case.individual_decision);
    (guardian && minor && !copied && decides).then(|| {
        (
            Trilingual::fixed(
                "Personen er over 15 år og skal få vedtaket selv, i tillegg til den som er verge.",
                "Personen er over 15 år og skal få vedtaket sjølv, i tillegg til den som er verje.",
                "The person is over 15 and is to have the decision as well as whoever is the guardian.",
            ),
            Trilingual::fixed(
                "Velg kopi til den saken gjelder (forvaltningsloven § 27).",
                "Vel kopi til den saka gjeld (forvaltningslova § 27).",
                "Choose a copy to the person concerned (Public Administration Act Section 27).",
            ),
        )
    })
}
