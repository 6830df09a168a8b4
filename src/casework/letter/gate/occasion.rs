//! That the case is such that there can be a letter of this kind.

mod delay;
mod follow;

pub(super) use delay::against_expected;

use chrono::NaiveDate;

use crate::casework::letter::field::Field;
use crate::casework::letter::input::{LetterCase, LetterExtension, LetterInput, Mode};
use crate::casework::letter::kind::LetterKind;
use crate::law::rights::{Right, Track};
use crate::wording::dates::{date_in_words, short_date};
use crate::wording::{Language, Trilingual};

use super::{CheckId, GateCheck};

/// Why there can be no such letter: what is wrong, what to do, and the field that mends it.
type Against = (Trilingual, Trilingual, Option<Field>);

pub(super) fn occasion(input: &LetterInput) -> GateCheck {
    let against = match input.kind {
        LetterKind::Section25GroundsRequest => input.cases.iter().find_map(not_section_25),
        LetterKind::ClarificationRequest => input.cases.iter().find_map(goes_elsewhere),
        LetterKind::Reminder => nothing_asked(input),
        LetterKind::ExtensionNotice => input.cases.iter().find_map(|case| not_extended(case, input.dated_on)),
        LetterKind::DelayNotice => input.cases.iter().find_map(|case| delay::not_late(case, input.dated_on)),
        LetterKind::InterimReply => input.cases.iter().find_map(delay::no_interim_reply),
        LetterKind::Forwarding => not_to_be_sent(input),
        LetterKind::ForwardingNotice => not_to_be_told(input),
        LetterKind::Referral => not_to_be_referred(input),
        LetterKind::Answer => input.cases.iter().find_map(follow::not_sent_to_archives),
        LetterKind::KassasjonOpinion => input.cases.iter().find_map(follow::no_application),
        LetterKind::RecipientsNotice => follow::nothing_to_notify(input),
        LetterKind::RestrictionLiftNotice => input.cases.iter().find_map(follow::nothing_restricted),
        LetterKind::ComplaintForwarding => input.cases.iter().find_map(follow::nothing_to_appeal),
        LetterKind::Acknowledgement
        | LetterKind::IdentityRequest
        | LetterKind::Section25Decision
        | LetterKind::AccessAnswer => None,
    };
    match against {
        Some((message, todo, field)) => {
            let mut check = GateCheck::failed(CheckId::Occasion, message, todo);
            check.field = field.map(|field| field.id().to_owned());
            check
        }
        None => GateCheck::met(
            CheckId::Occasion,
            Trilingual::fixed(
                "Saken er slik brevet sier.",
                "Saka er slik brevet seier.",
                "The case is as the letter says.",
            ),
        ),
    }
}

fn not_section_25(case: &LetterCase) -> Option<Against> {
    let weighed = matches!(case.right, Right::Rectification | Right::Erasure | Right::Blocking);
    (case.track != Track::Section25 || !weighed).then(|| {
        let number = &case.number;
        (
            Trilingual::made(
                format!("Sak {number} er ikke et krav etter helseregisterloven § 25."),
                format!("Sak {number} er ikkje eit krav etter helseregisterlova § 25."),
                format!("Case {number} is no claim under helseregisterloven § 25."),
            ),
            Trilingual::fixed(
                "Bruk «Spørsmål om hva kravet gjelder» hvis noe er uklart.",
                "Bruk «Spørsmål om kva kravet gjeld» dersom noko er uklart.",
                "Use the request for clarification if something is unclear.",
            ),
            None,
        )
    })
}

fn goes_elsewhere(case: &LetterCase) -> Option<Against> {
    (case.track == Track::Forward).then(|| {
        let number = &case.number;
        (
            Trilingual::made(
                format!("Det er ikke vi som svarer i sak {number}."),
                format!("Det er ikkje vi som svarer i sak {number}."),
                format!("We are not the ones who answer in case {number}."),
            ),
            Trilingual::fixed(
                "La den som er ansvarlig, stille spørsmålene.",
                "Lat den som er ansvarleg, stille spørsmåla.",
                "Leave the questions to the responsible body.",
            ),
            None,
        )
    })
}

fn nothing_asked(input: &LetterInput) -> Option<Against> {
    let case = input.cases.iter().find(|case| case.questions.is_empty())?;
    let number = &case.number;
    Some((
        Trilingual::made(
            format!("Det er ikke noe ubesvart spørsmål i sak {number}."),
            format!("Det er ikkje noko ope spørsmål i sak {number}."),
            format!("No question is unanswered in case {number}."),
        ),
        Trilingual::fixed(
            "Still spørsmålet først, eller velg en annen sak.",
            "Still spørsmålet først, eller vel ei anna sak.",
            "Ask the question first, or choose another case.",
        ),
        None,
    ))
}

fn not_extended(case: &LetterCase, dated_on: NaiveDate) -> Option<Against> {
    let propose = Trilingual::fixed(
        "Foreslå lengre frist på saken, med grunn og dato for svar.",
        "Foreslå lengre frist på saka, med grunn og dato for svar.",
        "Propose an extension of the case, with a reason and a date of answer.",
    );
    let number = &case.number;
    let Some(extension) = &case.extension else {
        return Some((
            Trilingual::made(
                format!("Det er ikke foreslått lengre frist i sak {number}."),
                format!("Det er ikkje foreslått lengre frist i sak {number}."),
                format!("No extension is proposed in case {number}."),
            ),
            propose,
            None,
        ));
    };
    if let Some(notice_on) = extension.notice_on {
        let on = short_date(notice_on);
        return Some((
            Trilingual::made(
                format!("Fristen i sak {number} ble forlenget {on}. Det kan bare gjøres én gang."),
                format!("Fristen i sak {number} blei forlengd {on}. Det kan berre gjerast éin gong."),
                format!("The period in case {number} was extended on {on}. That can be done once only."),
            ),
            Trilingual::fixed("Svar innen den fristen.", "Svar innan den fristen.", "Answer within that period."),
            None,
        ));
    }
    if let Some(last_on) = extension.notice_due_on.filter(|last_on| dated_on > *last_on) {
        return Some((
            on_day(
                "Siste dag for å melde fra om lengre frist var",
                "Siste dag for å melde frå om lengre frist var",
                "The last day to tell of an extension was",
                last_on,
            ),
            Trilingual::fixed(
                "Fristen kan ikke forlenges nå. Send «Beskjed om forsinkelse», og svar så snart du kan.",
                "Fristen kan ikkje forlengjast no. Send «Beskjed om forseinking», og svar så snart du kan.",
                "The period can no longer be extended. Send the notice of delay, and answer as soon as you can.",
            ),
            None,
        ));
    }
    Some((outside(extension, dated_on)?, propose, None))
}

/// Why the answer cannot be expected on the day that was proposed.
fn outside(extension: &LetterExtension, dated_on: NaiveDate) -> Option<Trilingual> {
    let LetterExtension { expected_on, first_on, last_on, .. } = *extension;
    if expected_on <= first_on {
        return Some(on_day(
            "Svaret er ventet innen den vanlige fristen, som går ut",
            "Svaret er venta innan den vanlege fristen, som går ut",
            "The answer is expected within the ordinary period, which ends on",
            first_on,
        ));
    }
    if expected_on <= dated_on {
        return Some(on_day(
            "Dagen svaret kunne ventes, er passert:",
            "Dagen svaret kunne ventast, er passert:",
            "The day on which the answer was expected has passed:",
            expected_on,
        ));
    }
    let last_on = last_on.filter(|last_on| expected_on > *last_on)?;
    Some(on_day(
        "Svaret er ventet etter den lengste fristen loven gir. Den går ut",
        "Svaret er venta etter den lengste fristen lova gir. Han går ut",
        "The answer is expected after the longest period that the law gives. It ends on",
        last_on,
    ))
}

fn on_day(nb: &str, nn: &str, en: &str, day: NaiveDate) -> Trilingual {
    Trilingual::made(
        format!("{nb} {}.", date_in_words(day, Language::Nb)),
        format!("{nn} {}.", date_in_words(day, Language::Nn)),
        format!("{en} {}.", date_in_words(day, Language::En)),
    )
}

/// What keeps any letter about another body's responsibility from being right.
fn not_elsewhere(input: &LetterInput) -> Option<Against> {
    let case = input.cases.iter().find(|case| case.track != Track::Forward || case.handled_by.is_none())?;
    let number = &case.number;
    Some((
        Trilingual::made(
            format!("Det er vi som skal svare i sak {number}."),
            format!("Det er vi som skal svare i sak {number}."),
            format!("We are to answer in case {number}."),
        ),
        Trilingual::fixed(
            "Avgjør saken her, eller rett opplysningene som bestemmer hvem som svarer.",
            "Avgjer saka her, eller rett opplysningane som avgjer kven som svarer.",
            "Decide the case here, or correct the facts that say who answers.",
        ),
        None,
    ))
}

/// Why the day on which the person is said to have agreed cannot be true.
fn not_agreed(input: &LetterInput) -> Option<Against> {
    let filled = input.fields.get(Field::ConsentOn.id()).filter(|text| !text.trim().is_empty());
    let agreed_on = input.filled_date(Field::ConsentOn);
    let wrong = filled.is_some() && agreed_on.is_none_or(|day| day < input.received_on || day > input.dated_on);
    wrong.then(|| {
        (
            Trilingual::fixed(
                "Datoen for samtykket må være en dato mellom mottak og brevets dato.",
                "Datoen for samtykket må vere ein dato mellom mottak og datoen i brevet.",
                "The date of consent must be a date between receipt and the letter's date.",
            ),
            Trilingual::fixed(
                "Skriv datoen slik: 02.03.2026.",
                "Skriv datoen slik: 02.03.2026.",
                "Write the date like this: 02.03.2026.",
            ),
            Some(Field::ConsentOn),
        )
    })
}

fn not_to_be_sent(input: &LetterInput) -> Option<Against> {
    if let Some(against) = not_elsewhere(input).or_else(|| not_agreed(input)) {
        return Some(against);
    }
    let mut bodies = input.cases.iter().filter_map(|case| case.handled_by.as_ref());
    let first = bodies.next();
    if bodies.any(|body| Some(body) != first) {
        return Some((
            Trilingual::fixed(
                "Sakene hører til hos ulike virksomheter.",
                "Sakene høyrer til hos ulike verksemder.",
                "The cases belong to different bodies.",
            ),
            Trilingual::fixed(
                "Lag ett brev til hver virksomhet.",
                "Lag eitt brev til kvar verksemd.",
                "Make a letter to each body.",
            ),
            None,
        ));
    }
    let refers = input.cases.iter().any(|case| case.mode == Some(Mode::Refer));
    (refers && !input.agreed()).then(|| {
        (
            Trilingual::fixed(
                "Personen må selv gå til den som er ansvarlig. Vi kan bare sende kravet videre med samtykke (forvaltningsloven § 13).",
                "Personen må sjølv gå til den som er ansvarleg. Vi kan berre sende kravet vidare med samtykke (forvaltningslova § 13).",
                "The person must go to the responsible body. We may send the claim on only with consent (forvaltningsloven § 13).",
            ),
            Trilingual::fixed(
                "Send personen «Henvisning» i stedet, eller fyll inn datoen for samtykket.",
                "Send personen «Tilvising» i staden, eller fyll inn datoen for samtykket.",
                "Send the person the referral instead, or fill in the date of the consent.",
            ),
            Some(Field::ConsentOn),
        )
    })
}

fn not_to_be_told(input: &LetterInput) -> Option<Against> {
    if let Some(against) = not_elsewhere(input) {
        return Some(against);
    }
    let case = input.cases.iter().find(|case| case.sent_on.is_none())?;
    let number = &case.number;
    let todo = match case.mode {
        Some(Mode::Refer) => Trilingual::fixed(
            "Personen må selv gå til den som er ansvarlig. Send «Henvisning».",
            "Personen må sjølv gå til den som er ansvarleg. Send «Tilvising».",
            "The person must go to the responsible body. Send the referral.",
        ),
        Some(Mode::Transfer | Mode::Assist) | None => Trilingual::fixed(
            "Send «Oversendelse» til den som er ansvarlig først.",
            "Send «Oversending» til den som er ansvarleg først.",
            "Send the claim to the responsible body first.",
        ),
    };
    Some((
        Trilingual::made(
            format!("Brevet sier at kravet er sendt videre, men det er det ikke i sak {number}."),
            format!("Brevet seier at kravet er sendt vidare, men det er det ikkje i sak {number}."),
            format!("The letter says that the claim has been sent on, which it has not in case {number}."),
        ),
        todo,
        None,
    ))
}

/// A referral says that nothing has been sent on, and that the person must go to the body.
fn not_to_be_referred(input: &LetterInput) -> Option<Against> {
    if let Some(against) = not_elsewhere(input) {
        return Some(against);
    }
    if let Some(case) = input.cases.iter().find(|case| case.mode != Some(Mode::Refer)) {
        let number = &case.number;
        return Some((
            Trilingual::made(
                format!("Kravet i sak {number} skal sendes videre herfra. Personen trenger ikke sende det selv."),
                format!("Kravet i sak {number} skal sendast vidare herfrå. Personen treng ikkje sende det sjølv."),
                format!("The claim in case {number} is to be sent on from here. The person need not send it."),
            ),
            Trilingual::fixed(
                "Send «Oversendelse», og så «Melding om hvem som er ansvarlig».",
                "Send «Oversending», og så «Melding om kven som er ansvarleg».",
                "Send the claim on, and then the notice of who is responsible.",
            ),
            None,
        ));
    }
    let case = input.cases.iter().find(|case| case.sent_on.is_some())?;
    let number = &case.number;
    Some((
        Trilingual::made(
            format!("Brevet sier at kravet ikke er sendt videre, men det er det i sak {number}."),
            format!("Brevet seier at kravet ikkje er sendt vidare, men det er det i sak {number}."),
            format!("The letter says that the claim has not been sent on, which it has in case {number}."),
        ),
        Trilingual::fixed(
            "Send «Melding om hvem som er ansvarlig».",
            "Send «Melding om kven som er ansvarleg».",
            "Send the notice of who is responsible.",
        ),
        None,
    ))
}
