//! Words that letters build from data: what came, what is claimed, why a date is what it is.

use chrono::NaiveDate;

use crate::law::rights::Right;
use crate::wording::Language;
use crate::wording::dates::{date_in_words, weekday};

use super::input::{Channel, DueDate, LetterRegister, RepresentativeKind};

/// Picks the nynorsk word for nynorsk, else the bokmål one.
fn pick(language: Language, nb: &'static str, nn: &'static str) -> &'static str {
    match language {
        Language::Nb | Language::En => nb,
        Language::Nn => nn,
    }
}

/// What arrived, as the object of «vi fikk»: «brevet ditt».
#[must_use]
pub fn received_what(channel: Channel, language: Language) -> &'static str {
    match channel {
        Channel::Letter => pick(language, "brevet ditt", "brevet ditt"),
        Channel::Email => pick(language, "e-posten din", "e-posten din"),
        Channel::Altinn => pick(language, "skjemaet ditt fra Altinn", "skjemaet ditt frå Altinn"),
        Channel::Helsenorge => pick(language, "meldingen din fra Helsenorge", "meldinga di frå Helsenorge"),
        Channel::Telephone => pick(language, "kravet du kom med på telefon", "kravet du kom med på telefon"),
        Channel::InPerson => pick(language, "kravet du kom med hos oss", "kravet du kom med hos oss"),
    }
}

/// How the request came, after «kom».
#[must_use]
pub fn received_how(channel: Channel, language: Language) -> &'static str {
    match channel {
        Channel::Letter => "i brev",
        Channel::Email => "på e-post",
        Channel::Altinn => pick(language, "i et skjema fra Altinn", "i eit skjema frå Altinn"),
        Channel::Helsenorge => pick(language, "i en melding fra Helsenorge", "i ei melding frå Helsenorge"),
        Channel::Telephone => "på telefon",
        Channel::InPerson => pick(language, "da personen møtte opp hos oss", "då personen møtte opp hos oss"),
    }
}

/// A telephone number as a way to reach somebody.
#[must_use]
pub fn by_telephone(number: &str, language: Language) -> String {
    format!("{} {number}", pick(language, "telefon", "telefon"))
}

/// A postal address as a way to reach somebody.
#[must_use]
pub fn by_post(address: &str, language: Language) -> String {
    format!("{} {address}", pick(language, "brev til", "brev til"))
}

/// The claim as a noun that follows «krav om».
#[must_use]
pub fn right_noun(right: Right, language: Language) -> &'static str {
    match right {
        Right::Access => "innsyn",
        Right::AccessLog => pick(language, "innsyn i loggen", "innsyn i loggen"),
        Right::Rectification => "retting",
        Right::Erasure => "sletting",
        Right::Blocking => "sperring",
        Right::Restriction => pick(language, "begrenset behandling", "avgrensa behandling"),
        Right::Objection => pick(language, "å stanse behandlingen", "å stanse behandlinga"),
        Right::MarketingObjection => pick(language, "å slippe markedsføring", "å sleppe marknadsføring"),
        Right::Portability => pick(language, "å få med deg opplysningene", "å få med deg opplysningane"),
        Right::AutomatedDecision => pick(language, "ny vurdering", "ny vurdering"),
        Right::WithdrawConsent => pick(language, "å trekke samtykket", "å trekkje samtykket"),
        Right::Reservation => "reservasjon",
        Right::LimitedStorage => pick(language, "begrenset lagring", "avgrensa lagring"),
        Right::Kassasjon => "kassasjon",
    }
}

/// The register's name with its abbreviation: «Kommunalt pasient- og brukerregister (KPR)».
#[must_use]
pub fn register_name(register: &LetterRegister, language: Language) -> String {
    let name = register.names.get(language);
    match &register.short {
        Some(short) if short != name && !name.contains(&format!("({short})")) => format!("{name} ({short})"),
        Some(_) | None => name.to_owned(),
    }
}

/// One sentence with what the person asks for, and where.
#[must_use]
pub fn demand(right: Right, register: &str, language: Language) -> String {
    let (nb, nn) = match right {
        Right::Access => ("Du ber om innsyn i opplysninger om deg i", "Du ber om innsyn i opplysningar om deg i"),
        Right::AccessLog => (
            "Du ber om å få vite hvem som har sett eller fått opplysninger om deg i",
            "Du ber om å få vite kven som har sett eller fått opplysningar om deg i",
        ),
        Right::Rectification => ("Du ber oss rette opplysninger om deg i", "Du ber oss rette opplysningar om deg i"),
        Right::Erasure => ("Du ber oss slette opplysninger om deg i", "Du ber oss slette opplysningar om deg i"),
        Right::Blocking => ("Du ber oss sperre opplysninger om deg i", "Du ber oss sperre opplysningar om deg i"),
        Right::Restriction => (
            "Du ber oss begrense bruken av opplysninger om deg i",
            "Du ber oss avgrense bruken av opplysningar om deg i",
        ),
        Right::Objection => {
            ("Du ber oss slutte å bruke opplysninger om deg i", "Du ber oss slutte å bruke opplysningar om deg i")
        }
        Right::MarketingObjection => (
            "Du ber oss slutte å bruke opplysninger om deg til markedsføring i",
            "Du ber oss slutte å bruke opplysningar om deg til marknadsføring i",
        ),
        Right::Portability => {
            ("Du ber om å få med deg opplysningene om deg i", "Du ber om å få med deg opplysningane om deg i")
        }
        Right::AutomatedDecision => (
            "Du ber om at et menneske ser på den automatiske avgjørelsen i",
            "Du ber om at eit menneske ser på den automatiske avgjerda i",
        ),
        Right::WithdrawConsent => ("Du trekker tilbake samtykket ditt til", "Du trekkjer tilbake samtykket ditt til"),
        Right::Reservation => (
            "Du reserverer deg mot at vi bruker opplysninger om deg i",
            "Du reserverer deg mot at vi bruker opplysningar om deg i",
        ),
        Right::LimitedStorage => (
            "Du ber oss slette opplysninger om deg som er eldre enn 30 år, i",
            "Du ber oss slette opplysningar om deg som er eldre enn 30 år, i",
        ),
        Right::Kassasjon => (
            "Du ber om at opplysninger om deg i arkivet blir kassert, i",
            "Du ber om at opplysningar om deg i arkivet blir kasserte, i",
        ),
    };
    format!("{} {register}.", pick(language, nb, nn))
}

/// In which role somebody acts: «fullmektig for».
#[must_use]
pub fn representative_role(kind: RepresentativeKind, language: Language) -> &'static str {
    match kind {
        RepresentativeKind::Authorised => pick(language, "fullmektig for", "fullmektig for"),
        RepresentativeKind::Guardian => pick(language, "verge for", "verje for"),
        RepresentativeKind::Parent => pick(language, "forelder til", "forelder til"),
        RepresentativeKind::Estate => {
            pick(language, "representant for dødsboet etter", "representant for dødsbuet etter")
        }
    }
}

/// Why the answer is due on that day, in two to four short sentences (GDPR Art. 12(3), forordning 1182/71 art. 3).
#[must_use]
pub fn due_why(due: DueDate, received_on: NaiveDate, language: Language) -> String {
    let mut sentences = vec![match (due.extended, language) {
        (false, Language::Nb | Language::En) => {
            format!("Fristen er én måned fra {}, da vi fikk kravet.", date_in_words(received_on, language))
        }
        (false, Language::Nn) => {
            format!("Fristen er éin månad frå {}, då vi fekk kravet.", date_in_words(received_on, language))
        }
        (true, Language::Nb | Language::En) => {
            format!(
                "Fristen er forlenget til tre måneder fra {}, da vi fikk kravet.",
                date_in_words(received_on, language)
            )
        }
        (true, Language::Nn) => {
            format!(
                "Fristen er forlengd til tre månader frå {}, då vi fekk kravet.",
                date_in_words(received_on, language)
            )
        }
    }];
    match (due.paused_days, language) {
        (0, _) => {}
        (1, _) => {
            sentences.push(pick(language, "Den har stått stille i 1 dag.", "Han har stått stille i 1 dag.").to_owned())
        }
        (days, Language::Nb | Language::En) => sentences.push(format!("Den har stått stille i {days} dager.")),
        (days, Language::Nn) => sentences.push(format!("Han har stått stille i {days} dagar.")),
    }
    if due.nominal_on != due.due_on {
        let nominal = date_in_words(due.nominal_on, language);
        let kind = day_kind(due.nominal_on, language);
        sentences.push(match language {
            Language::Nb | Language::En => {
                format!("Siste dag blir {nominal}. Det er en {kind}, og derfor gjelder første virkedag etter.")
            }
            Language::Nn => {
                format!("Siste dag blir {nominal}. Det er ein {kind}, og difor gjeld første yrkedag etter.")
            }
        });
    }
    sentences.join(" ")
}

/// «lørdag» or «søndag», else «helligdag»: the reason why a date has been moved.
fn day_kind(date: NaiveDate, language: Language) -> &'static str {
    let name = weekday(date, language);
    match name {
        "lørdag" | "laurdag" | "søndag" => name,
        _ => pick(language, "helligdag", "heilagdag"),
    }
}

/// A text with a capital first letter.
#[must_use]
pub fn sentence_start(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
