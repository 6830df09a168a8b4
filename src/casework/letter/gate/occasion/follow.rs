//! That there is something that a letter after the answer can be about: data that were changed, a restriction, a decision that
//! was appealed; and that Nasjonalarkivet has what the answer says that it has.

use super::Against;
use crate::casework::letter::field::Field;
use crate::casework::letter::input::{LetterCase, LetterInput};
use crate::law::rights::{Outcome, Right, Track};
use crate::wording::Trilingual;

/// Those who were given the data are told once they are changed, and of the measure that the letter carries out.
pub(super) fn nothing_to_notify(input: &LetterInput) -> Option<Against> {
    input.cases.iter().find_map(unchanged).or_else(|| names_no_open_measure(input))
}

fn unchanged(case: &LetterCase) -> Option<Against> {
    let number = &case.number;
    let changes = case.outcome.is_some_and(|outcome| outcome.is_told_to_recipients(case.right));
    if !changes || case.answer.is_none() {
        return Some((
            Trilingual::made(
                format!(
                    "I sak {number} har vi ikke svart at opplysninger blir rettet, slettet, sperret eller begrenset."
                ),
                format!("I sak {number} har vi ikkje svart at opplysningar blir retta, sletta, sperra eller avgrensa."),
                format!(
                    "In case {number} we have not answered that data are rectified, erased, blocked or restricted."
                ),
            ),
            Trilingual::fixed(
                "Send svaret til personen først, eller velg en annen sak.",
                "Send svaret til personen først, eller vel ei anna sak.",
                "Send the answer to the person first, or choose another case.",
            ),
            None,
        ));
    }
    case.carried_out_on.is_none().then(|| {
        (
            Trilingual::made(
                format!("Brevet sier at endringen er gjort, men det er ikke registrert i sak {number}."),
                format!("Brevet seier at endringa er gjord, men det er ikkje registrert i sak {number}."),
                format!("The letter says that the change was made, which is not recorded in case {number}."),
            ),
            Trilingual::fixed(
                "Gjennomfør endringen i registeret, og registrer tiltaket «Gjennomfør i registeret» først.",
                "Gjennomfør endringa i registeret, og registrer tiltaket «Gjennomfør i registeret» først.",
                "Make the change in the register, and record the measure “Carry out in the register” first.",
            ),
            None,
        )
    })
}

/// A measure that was filled in is an open one in some case of the letter.
fn names_no_open_measure(input: &LetterInput) -> Option<Against> {
    let named = input.fields.get(Field::Measure.id()).map(|text| text.trim()).filter(|text| !text.is_empty())?;
    input.cases.iter().all(|case| input.carries_out(case).is_none()).then(|| {
        let known: Vec<&str> =
            input.cases.iter().flat_map(|case| &case.recipient_measures).map(|measure| measure.id.as_str()).collect();
        let todo = if known.is_empty() {
            Trilingual::fixed("Ta det bort.", "Ta det bort.", "Remove it.")
        } else {
            let list = known.join(", ");
            Trilingual::made(
                format!("Skriv ett av disse, eller ta det bort: {list}."),
                format!("Skriv eitt av desse, eller ta det bort: {list}."),
                format!("Write one of these, or remove it: {list}."),
            )
        };
        (
            Trilingual::made(
                format!("«{named}» er ikke et tiltak for en mottaker som gjenstår i saken."),
                format!("«{named}» er ikkje eit tiltak for ein mottakar som står att i saka."),
                format!("“{named}” is no open measure for a recipient in the case."),
            ),
            todo,
            Some(Field::Measure),
        )
    })
}

/// Only a restriction that was granted, and told, can be lifted (GDPR Art. 18(3)).
pub(super) fn nothing_restricted(case: &LetterCase) -> Option<Against> {
    let restricts = case.outcome.is_some_and(|outcome| outcome.restricts(case.right));
    (!restricts || case.answer.is_none()).then(|| {
        let number = &case.number;
        (
            Trilingual::made(
                format!("Bruken av opplysningene er ikke begrenset i sak {number}."),
                format!("Bruken av opplysningane er ikkje avgrensa i sak {number}."),
                format!("The use of the data is not restricted in case {number}."),
            ),
            Trilingual::fixed(
                "Velg saken der personen har fått svar om at bruken er begrenset.",
                "Vel saka der personen har fått svar om at bruken er avgrensa.",
                "Choose the case in which the person was told that the use is restricted.",
            ),
            None,
        )
    })
}

/// Only an enkeltvedtak that was sent can be appealed (forvaltningsloven § 28).
pub(super) fn nothing_to_appeal(case: &LetterCase) -> Option<Against> {
    let number = &case.number;
    if !case.individual_decision || case.outcome.is_none() {
        return Some((
            Trilingual::made(
                format!("Svaret i sak {number} er ikke et enkeltvedtak, så det er ingen klageinstans."),
                format!("Svaret i sak {number} er ikkje eit enkeltvedtak, så det er ingen klageinstans."),
                format!("The answer in case {number} is no enkeltvedtak, so there is no appeals body."),
            ),
            Trilingual::fixed(
                "Vurder svaret på nytt, og vis personen til Datatilsynet.",
                "Vurder svaret på nytt, og vis personen til Datatilsynet.",
                "Consider the answer again, and refer the person to Datatilsynet.",
            ),
            None,
        ));
    }
    case.answer.is_none().then(|| {
        (
            Trilingual::made(
                format!("Vedtaket i sak {number} er ikke sendt, så det er ikke noe å klage på."),
                format!("Vedtaket i sak {number} er ikkje sendt, så det er ikkje noko å klage på."),
                format!("The decision in case {number} has not been sent, so there is nothing to appeal."),
            ),
            Trilingual::fixed("Send vedtaket først.", "Send vedtaket først.", "Send the decision first."),
            None,
        )
    })
}

/// Nasjonalarkivet decides nothing but applications for destruction that this office has looked into.
pub(super) fn no_application(case: &LetterCase) -> Option<Against> {
    let ours = case.right == Right::Kassasjon && case.track != Track::Forward;
    let ended = case.outcome.is_some_and(|outcome| outcome != Outcome::Forwarded);
    (!ours || ended).then(|| {
        let number = &case.number;
        (
            Trilingual::made(
                format!("Sak {number} er ikke en søknad om kassasjon som skal til Nasjonalarkivet."),
                format!("Sak {number} er ikkje ein søknad om kassasjon som skal til Nasjonalarkivet."),
                format!("Case {number} is no application for destruction that goes to Nasjonalarkivet."),
            ),
            Trilingual::fixed("Velg en annen sak.", "Vel ei anna sak.", "Choose another case."),
            None,
        )
    })
}

/// The answer says that Nasjonalarkivet has got the application.
pub(super) fn not_sent_to_archives(case: &LetterCase) -> Option<Against> {
    let told = case.right == Right::Kassasjon && case.outcome == Some(Outcome::Forwarded) && case.handled_by.is_none();
    (told && case.sent_on.is_none()).then(|| {
        let number = &case.number;
        (
            Trilingual::made(
                format!("Brevet sier at søknaden i sak {number} er sendt til Nasjonalarkivet, men det er den ikke."),
                format!("Brevet seier at søknaden i sak {number} er send til Nasjonalarkivet, men det er han ikkje."),
                format!("The letter says that the application in case {number} was sent to Nasjonalarkivet, which it was not."),
            ),
            Trilingual::fixed(
                "Send «Søknad om kassasjon til Nasjonalarkivet» først.",
                "Send «Søknad om kassasjon til Nasjonalarkivet» først.",
                "Send the application to Nasjonalarkivet first.",
            ),
            None,
        )
    })
}
