//! Letters to invented people about invented cases.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::NaiveDate;
use personvernsak::adapter::load::letters::templates;
use personvernsak::casework::letter::input::{
    Channel, DueDate, IdentityStatus, LetterBody, LetterCase, LetterInput, LetterOffice, LetterPerson, LetterRegister,
    LetterRepresentative, Official, Protection, RepresentativeKind, SecondPerson, SendChannel,
};
use personvernsak::casework::letter::{Composed, LetterKind, Templates, compose};
use personvernsak::law::rights::{Outcome, Right, Track};
use personvernsak::wording::{Language, Trilingual};

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// A name in the three languages.
pub fn names(nb: &'static str, nn: &'static str, en: &'static str) -> Trilingual {
    Trilingual::fixed(nb, nn, en)
}

/// A name that is the same in every language.
pub fn name(name: &'static str) -> Trilingual {
    names(name, name, name)
}

pub fn texts() -> &'static Templates {
    static TEMPLATES: OnceLock<Templates> = OnceLock::new();
    TEMPLATES.get_or_init(|| templates().unwrap_or_else(|problems| panic!("{problems:#?}")))
}

pub fn composed(input: &LetterInput) -> Composed {
    compose(texts(), input).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn office() -> LetterOffice {
    LetterOffice {
        names: names("Helsedirektoratet", "Helsedirektoratet", "Helsedirektoratet (Norwegian Directorate of Health)"),
        address_lines: vec!["Postboks 220 Skøyen".to_owned(), "0213 Oslo".to_owned()],
        organisation_number: Some("983 544 622".to_owned()),
        telephone: Some("22 22 22 22".to_owned()),
        web: Some("helsedirektoratet.no".to_owned()),
        email: None,
        ombud_contact: "personvernombud@helsedirektoratet.no".to_owned(),
        complaint_body: Some(names(
            "Helse- og omsorgsdepartementet",
            "Helse- og omsorgsdepartementet",
            "Helse- og omsorgsdepartementet (Ministry of Health and Care Services)",
        )),
        logo: None,
    }
}

pub fn kpr() -> LetterRegister {
    LetterRegister {
        id: "kpr".to_owned(),
        names: names(
            "Kommunalt pasient- og brukerregister",
            "Kommunalt pasient- og brukarregister",
            "Norwegian Registry for Primary Health Care",
        ),
        short: Some("KPR".to_owned()),
    }
}

pub fn npr() -> LetterRegister {
    LetterRegister {
        id: "npr".to_owned(),
        names: names("Norsk pasientregister", "Norsk pasientregister", "Norwegian Patient Registry"),
        short: Some("NPR".to_owned()),
    }
}

pub fn hpr() -> LetterRegister {
    LetterRegister {
        id: "hpr".to_owned(),
        names: names("Helsepersonellregisteret", "Helsepersonellregisteret", "Health Personnel Register"),
        short: Some("HPR".to_owned()),
    }
}

pub fn case(number: &str, register: LetterRegister, right: Right, track: Track) -> LetterCase {
    LetterCase {
        number: number.to_owned(),
        register,
        right,
        track,
        handled_by: None,
        outcome: None,
        individual_decision: track == Track::Section25,
        reasons: None,
        legal_basis: Vec::new(),
        decision_grounds: Vec::new(),
        grounds_given: true,
        documents_given: true,
        due: Some(DueDate {
            due_on: day("2026-03-02"),
            nominal_on: day("2026-02-28"),
            paused_days: 0,
            extended: false,
        }),
        office_is_controller: true,
        controller_note: None,
        mode: None,
        sent_on: None,
        questions: Vec::new(),
        extension: None,
        answer: None,
        carried_out_on: None,
        recipient_measures: Vec::new(),
        access: None,
        answer_registered: false,
        complaint: None,
    }
}

/// A letter by post with grounds and documentation, in nynorsk, about erasure in KPR: sample 02 with other people.
pub fn erasure_in_kpr(kind: LetterKind) -> LetterInput {
    LetterInput {
        kind,
        language: Language::Nn,
        request_language: Language::Nn,
        request_number: "2026/00001".to_owned(),
        document_number: None,
        cases: vec![case("2026/00001-a", kpr(), Right::Erasure, Track::Section25)],
        other_cases: Vec::new(),
        person: LetterPerson {
            name: "Torgeir Nesbø".to_owned(),
            address_lines: vec!["Kaivegen 12".to_owned(), "6700 Måløy".to_owned()],
            country: None,
            protection: Protection::None,
            age: None,
            dead: false,
        },
        representative: None,
        to_person: false,
        copies: Vec::new(),
        inform_parents: None,
        received_on: day("2026-01-31"),
        channel: Channel::Letter,
        attachments: vec!["legeerklæring".to_owned()],
        their_reference: None,
        has_email: false,
        has_identity_number: true,
        identity: IdentityStatus::Unchecked,
        dated_on: day("2026-02-02"),
        reply_by_on: None,
        send: SendChannel::Letter,
        caseworker: Official { name: "Kari Myhre".to_owned(), title: "seniorrådgivar".to_owned() },
        second_person: SecondPerson::NotNeeded,
        corrects: None,
        office: office(),
        addressee: None,
        fields: BTreeMap::new(),
    }
}

/// An e-mail without grounds, address or proof of identity, in bokmål, about rectification in NPR: sample 03 with
/// other people.
pub fn rectification_in_npr(kind: LetterKind) -> LetterInput {
    let mut input = erasure_in_kpr(kind);
    input.language = Language::Nb;
    input.request_language = Language::Nb;
    input.request_number = "2026/00002".to_owned();
    input.cases = vec![case("2026/00002-a", npr(), Right::Rectification, Track::Section25)];
    input.cases[0].grounds_given = false;
    input.cases[0].documents_given = false;
    input.cases[0].due = None;
    input.person.name = "Mikkel Aune".to_owned();
    input.person.address_lines = Vec::new();
    input.has_email = true;
    input.has_identity_number = false;
    input.received_on = day("2026-03-02");
    input.channel = Channel::Email;
    input.attachments = Vec::new();
    input.dated_on = day("2026-03-03");
    input.reply_by_on = Some(day("2026-03-24"));
    input.send = SendChannel::Email;
    input.caseworker.title = "seniorrådgiver".to_owned();
    input
}

/// Somebody who acts for the person.
pub fn representative(kind: RepresentativeKind) -> LetterRepresentative {
    LetterRepresentative {
        kind,
        name: "Solveig Brekke".to_owned(),
        address_lines: vec!["Tangen 3".to_owned(), "6710 Raudeberg".to_owned()],
        against: None,
    }
}

/// A request for access to the register of health personnel, through Altinn.
pub fn access_to_hpr(kind: LetterKind, language: Language) -> LetterInput {
    let mut input = erasure_in_kpr(kind);
    input.cases = vec![case("2026/00001-a", hpr(), Right::Access, Track::General)];
    input.channel = Channel::Altinn;
    input.attachments = Vec::new();
    in_language(input, language)
}

/// The same letter in another language.
pub fn in_language(mut input: LetterInput, language: Language) -> LetterInput {
    input.language = language;
    input.request_language = language;
    input.caseworker.title = language.pick("seniorrådgiver", "seniorrådgivar", "senior adviser").to_owned();
    for attachment in input.attachments.iter_mut().filter(|title| *title == "legeerklæring") {
        *attachment = language.pick("legeerklæring", "legeerklæring", "doctor's statement").to_owned();
    }
    input
}

/// The letter after its first case ended so, with everything filled in that the outcome needs.
pub fn decided(mut input: LetterInput, outcome: Outcome) -> LetterInput {
    let language = input.language;
    let pick = |nb: &str, nn: &str, en: &str| language.pick(nb, nn, en).to_owned();
    input.dated_on = day("2026-02-20");
    let case = &mut input.cases[0];
    case.outcome = Some(outcome);
    case.handled_by = Some(LetterBody::named(names(
        "Norsk helsenett",
        "Norsk helsenett",
        "Norsk helsenett (Norwegian Health Network)",
    )));
    case.reasons = Some(pick(
        "Vi har søkt i registeret med opplysningene du ga oss.\n\nRegisteret har ikke opplysninger fra de årene.",
        "Vi har søkt i registeret med opplysningane du gav oss.\n\nRegisteret har ikkje opplysningar frå dei åra.",
        "We have searched the register with the data you gave us.\n\nThe register has no data from those years.",
    ));
    let fill = match outcome {
        Outcome::Granted => {
            vec![(
                "granted",
                pick(
                    "Du får en kopi av opplysningene.",
                    "Du får ein kopi av opplysningane.",
                    "You get a copy of the data.",
                ),
            )]
        }
        Outcome::PartlyGranted => vec![
            (
                "granted",
                pick(
                    "- Vi sletter opplysningene fra 2018.",
                    "- Vi slettar opplysningane frå 2018.",
                    "- We delete the data from 2018.",
                ),
            ),
            (
                "refused",
                pick(
                    "- Opplysningene fra 2021 blir stående.",
                    "- Opplysningane frå 2021 blir ståande.",
                    "- The data from 2021 stay as they are.",
                ),
            ),
        ],
        Outcome::Rectified | Outcome::Supplemented => vec![
            (
                "new_content",
                pick(
                    "Du var til kontroll 4. mai 2018.",
                    "Du var til kontroll 4. mai 2018.",
                    "You had a check-up on 4 May 2018.",
                ),
            ),
            ("done_on", "2026-03-06".to_owned()),
        ],
        Outcome::Erased | Outcome::Blocked => vec![("done_on", "06.03.2026".to_owned())],
        Outcome::NoData => {
            vec![(
                "subject",
                pick(
                    "rusbehandlingen din i 1994 og 1995",
                    "rusbehandlinga di i 1994 og 1995",
                    "your treatment for addiction in 1994 and 1995",
                ),
            )]
        }
        Outcome::Refused | Outcome::Dismissed | Outcome::Forwarded | Outcome::Withdrawn => Vec::new(),
    };
    input.fields = fill.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    input
}
