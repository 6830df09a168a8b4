//! Words that letters build from data: what came, what is claimed, why a date is what it is.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::law::rights::Right;
use crate::wording::dates::{date_in_words, short_date, weekday};
use crate::wording::{Language, Trilingual};

use super::input::{Channel, DueDate, LetterRegister, RepresentativeKind};

/// What arrived, as the object of «vi fikk»: «brevet ditt».
#[must_use]
pub fn received_what(channel: Channel, language: Language) -> &'static str {
    match channel {
        Channel::Letter => language.pick("brevet ditt", "brevet ditt", "your letter"),
        Channel::Email => language.pick("e-posten din", "e-posten din", "your e-mail"),
        Channel::Altinn => {
            language.pick("skjemaet ditt fra Altinn", "skjemaet ditt frå Altinn", "your form from Altinn")
        }
        Channel::Helsenorge => {
            language.pick("meldingen din fra Helsenorge", "meldinga di frå Helsenorge", "your message from Helsenorge")
        }
        Channel::Telephone => language.pick(
            "kravet du kom med på telefon",
            "kravet du kom med på telefon",
            "the request you made by telephone",
        ),
        Channel::InPerson => {
            language.pick("kravet du kom med hos oss", "kravet du kom med hos oss", "the request you made in person")
        }
    }
}

/// How the request came, after «kom».
#[must_use]
pub fn received_how(channel: Channel, language: Language) -> &'static str {
    match channel {
        Channel::Letter => language.pick("i brev", "i brev", "by letter"),
        Channel::Email => language.pick("på e-post", "på e-post", "by e-mail"),
        Channel::Altinn => language.pick("i et skjema fra Altinn", "i eit skjema frå Altinn", "in a form from Altinn"),
        Channel::Helsenorge => {
            language.pick("i en melding fra Helsenorge", "i ei melding frå Helsenorge", "in a message from Helsenorge")
        }
        Channel::Telephone => language.pick("på telefon", "på telefon", "by telephone"),
        Channel::InPerson => language.pick(
            "da personen møtte opp hos oss",
            "då personen møtte opp hos oss",
            "when the person came to our office",
        ),
    }
}

/// A telephone number as whoever reads the letter dials it: one who writes English may be abroad.
#[must_use]
pub fn telephone(number: &str, language: Language) -> String {
    let country = if number.starts_with('+') { "" } else { "+47 " };
    format!("{}{number}", language.pick("", "", country))
}

/// A postal address on one line; from abroad it needs the country.
#[must_use]
pub fn postal_address(lines: &[String], language: Language) -> String {
    lines.join(", ") + language.pick("", "", ", Norway")
}

/// A telephone number as a way to reach somebody.
#[must_use]
pub fn by_telephone(number: &str, language: Language) -> String {
    format!("{} {}", language.pick("telefon", "telefon", "telephone"), telephone(number, language))
}

/// A postal address as a way to reach somebody.
#[must_use]
pub fn by_post(lines: &[String], language: Language) -> String {
    format!("{} {}", language.pick("brev til", "brev til", "a letter to"), postal_address(lines, language))
}

/// The date of a letter: 02.03.2026. In English it is written in words, since readers abroad would read the month first.
#[must_use]
pub fn letter_date(date: NaiveDate, language: Language) -> String {
    match language {
        Language::Nb | Language::Nn => short_date(date),
        Language::En => date_in_words(date, language),
    }
}

/// The claim as a noun that follows «krav om».
#[must_use]
pub fn right_noun(right: Right, language: Language) -> &'static str {
    match right {
        Right::Access => language.pick("innsyn", "innsyn", "access"),
        Right::AccessLog => language.pick("innsyn i loggen", "innsyn i loggen", "access to the log"),
        Right::Rectification => language.pick("retting", "retting", "correction"),
        Right::Erasure => language.pick("sletting", "sletting", "deletion"),
        Right::Blocking => language.pick("sperring", "sperring", "blocking"),
        Right::Restriction => {
            language.pick("begrenset behandling", "avgrensa behandling", "a restriction of the processing")
        }
        Right::Objection => {
            language.pick("å stanse behandlingen", "å stanse behandlinga", "an end to the processing of your data")
        }
        Right::MarketingObjection => {
            language.pick("å slippe markedsføring", "å sleppe marknadsføring", "an end to direct marketing")
        }
        Right::Portability => language.pick(
            "å få med deg opplysningene",
            "å få med deg opplysningane",
            "a copy of your data to take with you",
        ),
        Right::AutomatedDecision => language.pick("ny vurdering", "ny vurdering", "a review by a person"),
        Right::WithdrawConsent => {
            language.pick("å trekke samtykket", "å trekkje samtykket", "withdrawal of your consent")
        }
        Right::Reservation => language.pick("reservasjon", "reservasjon", "an opt-out"),
        Right::LimitedStorage => language.pick("begrenset lagring", "avgrensa lagring", "limited storage"),
        Right::Kassasjon => language.pick("kassasjon", "kassasjon", "destruction of archived data"),
    }
}

/// What a register is called by an abbreviation, where it has one: «KPR».
fn abbreviation(register: &LetterRegister) -> Option<&str> {
    register
        .short
        .as_deref()
        .filter(|short| short.chars().all(|letter| letter.is_uppercase() || letter.is_numeric() || letter == '-'))
}

/// The register's name with its abbreviation: «Kommunalt pasient- og brukerregister (KPR)». In English a name that is made
/// of ordinary words takes its article: "the Norwegian Patient Registry (NPR)".
#[must_use]
pub fn register_name(register: &LetterRegister, language: Language) -> String {
    let name = register.names.get(language);
    let full = match abbreviation(register) {
        Some(short) if short != name && !name.contains(&format!("({short})")) => format!("{name} ({short})"),
        Some(_) | None => name.to_owned(),
    };
    match language {
        Language::Nb | Language::Nn => full,
        Language::En => with_article(&full),
    }
}

/// What a register is called where there is room for little: its abbreviation, else what the office calls it.
#[must_use]
pub fn short_register_name(register: &LetterRegister, language: Language) -> String {
    // What the office calls it is bokmål.
    let short = language.pick(register.short.as_deref(), abbreviation(register), abbreviation(register));
    short.unwrap_or_else(|| register.names.get(language)).to_owned()
}

/// An English name inside a sentence: with "the" before what is not a name of its own.
fn with_article(name: &str) -> String {
    const THINGS: [&str; 10] =
        ["Archive", "Chatbot", "List", "Ombudsmen", "Register", "Registry", "Website", "portal", "scheme", "system"];
    if let Some(rest) = name.strip_prefix("The ") {
        return format!("the {rest}");
    }
    // "Helfo's telephone log" needs none.
    let owned = name.contains("'s ");
    let thing = name.split(' ').any(|word| THINGS.contains(&word));
    if thing && !owned { format!("the {name}") } else { name.to_owned() }
}

/// One sentence with what the person asks for, and where.
#[must_use]
pub fn demand(right: Right, register: &str, language: Language) -> String {
    let opening = match right {
        Right::Access => language.pick(
            "Du ber om innsyn i opplysninger om deg i",
            "Du ber om innsyn i opplysningar om deg i",
            "You ask for access to data about you in",
        ),
        Right::AccessLog => language.pick(
            "Du ber om å få vite hvem som har sett eller fått opplysninger om deg i",
            "Du ber om å få vite kven som har sett eller fått opplysningar om deg i",
            "You ask to be told who has seen or been given data about you in",
        ),
        Right::Rectification => language.pick(
            "Du ber oss rette opplysninger om deg i",
            "Du ber oss rette opplysningar om deg i",
            "You ask us to correct data about you in",
        ),
        Right::Erasure => language.pick(
            "Du ber oss slette opplysninger om deg i",
            "Du ber oss slette opplysningar om deg i",
            "You ask us to delete data about you in",
        ),
        Right::Blocking => language.pick(
            "Du ber oss sperre opplysninger om deg i",
            "Du ber oss sperre opplysningar om deg i",
            "You ask us to block data about you in",
        ),
        Right::Restriction => language.pick(
            "Du ber oss begrense bruken av opplysninger om deg i",
            "Du ber oss avgrense bruken av opplysningar om deg i",
            "You ask us to restrict the use of data about you in",
        ),
        Right::Objection => language.pick(
            "Du ber oss slutte å bruke opplysninger om deg i",
            "Du ber oss slutte å bruke opplysningar om deg i",
            "You ask us to stop using data about you in",
        ),
        Right::MarketingObjection => language.pick(
            "Du ber oss slutte å bruke opplysninger om deg til markedsføring i",
            "Du ber oss slutte å bruke opplysningar om deg til marknadsføring i",
            "You ask us to stop using data about you for direct marketing in",
        ),
        Right::Portability => language.pick(
            "Du ber om å få med deg opplysningene om deg i",
            "Du ber om å få med deg opplysningane om deg i",
            "You ask for your data, in a form that you can take with you, from",
        ),
        Right::AutomatedDecision => language.pick(
            "Du ber om at et menneske ser på den automatiske avgjørelsen i",
            "Du ber om at eit menneske ser på den automatiske avgjerda i",
            "You ask that a person look at the automated decision in",
        ),
        Right::WithdrawConsent => language.pick(
            "Du trekker tilbake samtykket ditt til",
            "Du trekkjer tilbake samtykket ditt til",
            "You withdraw your consent to",
        ),
        Right::Reservation => language.pick(
            "Du reserverer deg mot at vi bruker opplysninger om deg i",
            "Du reserverer deg mot at vi bruker opplysningar om deg i",
            "You opt out of our use of data about you in",
        ),
        Right::LimitedStorage => language.pick(
            "Du ber oss slette opplysninger om deg som er eldre enn 30 år, i",
            "Du ber oss slette opplysningar om deg som er eldre enn 30 år, i",
            "You ask us to delete data about you that are more than 30 years old, in",
        ),
        Right::Kassasjon => language.pick(
            "Du ber om at opplysninger om deg i arkivet blir kassert, i",
            "Du ber om at opplysningar om deg i arkivet blir kasserte, i",
            "You ask that archived data about you be destroyed, in",
        ),
    };
    format!("{opening} {register}.")
}

/// In which role somebody acts: «fullmektig for».
#[must_use]
pub fn representative_role(kind: RepresentativeKind, language: Language) -> &'static str {
    match kind {
        RepresentativeKind::Authorised => {
            language.pick("fullmektig for", "fullmektig for", "the authorised representative of")
        }
        RepresentativeKind::Guardian => language.pick("verge for", "verje for", "the guardian of"),
        RepresentativeKind::Parent => language.pick("forelder til", "forelder til", "a parent of"),
        RepresentativeKind::Estate => language.pick(
            "representant for dødsboet etter",
            "representant for dødsbuet etter",
            "the representative of the estate of",
        ),
    }
}

/// The capacity of whoever acts for the person, where nobody is named beside it.
#[must_use]
pub fn capacity(kind: RepresentativeKind) -> Trilingual {
    match kind {
        RepresentativeKind::Authorised => Trilingual::fixed("Fullmektig", "Fullmektig", "Authorised representative"),
        RepresentativeKind::Guardian => Trilingual::fixed("Verge", "Verje", "Guardian"),
        RepresentativeKind::Parent => Trilingual::fixed("Forelder", "Forelder", "Parent"),
        RepresentativeKind::Estate => Trilingual::fixed("Dødsboet", "Dødsbuet", "The estate"),
    }
}

/// What a letter is called outside itself: in a digital mailbox, in notices of it, in its metadata. It names the office
/// and the letter alone, since whoever has not logged in reads it as well.
#[must_use]
pub fn neutral_title(office: &str, number: &str, language: Language) -> String {
    format!("{} {office}, {number}", language.pick("Brev fra", "Brev frå", "Letter from"))
}

/// Why the answer is due on that day, in two to four short sentences (GDPR Art. 12(3), forordning 1182/71 art. 3).
#[must_use]
pub fn due_why(due: DueDate, received_on: NaiveDate, language: Language) -> String {
    let received = date_in_words(received_on, language);
    let mut sentences = vec![if due.extended {
        language.pick(
            format!("Fristen er forlenget til tre måneder fra {received}, da vi fikk kravet."),
            format!("Fristen er forlengd til tre månader frå {received}, då vi fekk kravet."),
            format!("The time limit has been extended to three months from {received}, when we received your request."),
        )
    } else {
        language.pick(
            format!("Fristen er én måned fra {received}, da vi fikk kravet."),
            format!("Fristen er éin månad frå {received}, då vi fekk kravet."),
            format!("The time limit is one month from {received}, when we received your request."),
        )
    }];
    match due.paused_days {
        0 => {}
        1 => sentences.push(
            language
                .pick("Den har stått stille i 1 dag.", "Han har stått stille i 1 dag.", "It has been paused for 1 day.")
                .to_owned(),
        ),
        days => sentences.push(language.pick(
            format!("Den har stått stille i {days} dager."),
            format!("Han har stått stille i {days} dagar."),
            format!("It has been paused for {days} days."),
        )),
    }
    if due.nominal_on != due.due_on {
        let nominal = date_in_words(due.nominal_on, language);
        let kind = day_kind(due.nominal_on, language);
        sentences.push(language.pick(
            format!("Siste dag blir {nominal}. Det er en {kind}, og derfor gjelder første virkedag etter."),
            format!("Siste dag blir {nominal}. Det er ein {kind}, og difor gjeld første yrkedag etter."),
            format!("The last day would be {nominal}. That is a {kind}, so the first working day after it applies."),
        ));
    }
    sentences.join(" ")
}

/// «lørdag» or «søndag», else «helligdag»: the reason why a date has been moved.
fn day_kind(date: NaiveDate, language: Language) -> &'static str {
    match date.weekday() {
        Weekday::Sat | Weekday::Sun => weekday(date, language),
        Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => {
            language.pick("helligdag", "heilagdag", "public holiday")
        }
    }
}

/// A text with a capital first letter.
#[must_use]
pub fn sentence_start(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Trilingual;

    #[test]
    fn a_register_is_named_as_the_language_does() {
        let kpr = Trilingual::fixed("Kommunalt register", "Kommunalt register", "Norwegian Registry");
        let list = Trilingual::fixed("Liste over besøkende", "Liste over besøkjande", "List of visitors");
        let log = Trilingual::fixed("Telefonloggen", "Telefonloggen", "Helfo's log system");
        let scheme = Trilingual::fixed("Frikortordningen", "Frikortordninga", "The exemption card scheme");
        for (names, short, language, name, short_name) in [
            (&kpr, "KPR", Language::Nb, "Kommunalt register (KPR)", "KPR"),
            (&kpr, "KPR", Language::En, "the Norwegian Registry (KPR)", "KPR"),
            (&list, "Besøksliste", Language::Nb, "Liste over besøkende", "Besøksliste"),
            (&list, "Besøksliste", Language::Nn, "Liste over besøkjande", "Liste over besøkjande"),
            (&list, "Besøksliste", Language::En, "the List of visitors", "List of visitors"),
            (&log, "Telefonlogg", Language::En, "Helfo's log system", "Helfo's log system"),
            (&scheme, "Frikort", Language::En, "the exemption card scheme", "The exemption card scheme"),
        ] {
            let register = LetterRegister { id: "x".to_owned(), names: names.clone(), short: Some(short.to_owned()) };
            assert_eq!(register_name(&register, language), name);
            assert_eq!(short_register_name(&register, language), short_name);
        }
    }
}
