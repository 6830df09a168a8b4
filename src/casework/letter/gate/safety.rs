//! What the letter must not say, and by which channel it must not go.

use crate::casework::letter::compose::Composed;
use crate::casework::letter::input::{LetterInput, Protection, SendChannel};
use crate::casework::letter::kind::LetterKind;
use crate::law::identity::identity_numbers_in;
use crate::wording::Trilingual;

use super::{CheckId, GateCheck, text_of};

/// Abbreviations of health registers; whole words, as they are written.
const REGISTERS: [&str; 6] = ["NPR", "KPR", "IPLOS", "HPR", "SYSVAK", "DÅR"];

/// What words about health, registers of health and claims begin with. E-mail is open to others, so none of them may
/// stand in a letter that goes by e-mail.
const REVEALING: [&str; 75] = [
    "abort",
    "access",
    "addict",
    "avhengig",
    "block",
    "cancer",
    "clinic",
    "consent",
    "correction",
    "delet",
    "dental",
    "dentist",
    "diagnos",
    "disease",
    "doctor",
    "drug",
    "enkeltvedtak",
    "eras",
    "fastlege",
    "fødselsn",
    "helseopplys",
    "helseregister",
    "hiv",
    "hospital",
    "illness",
    "innlagt",
    "innleggels",
    "innsyn",
    "iplos",
    "journal",
    "kreft",
    "lege",
    "legemiddel",
    "medical",
    "medication",
    "medicine",
    "medisin",
    "mental",
    "operasjon",
    "operert",
    "opt-out",
    "pasient",
    "patient",
    "personnummer",
    "pharmac",
    "pregnan",
    "prescri",
    "psychiat",
    "psycholog",
    "psykiat",
    "psykisk",
    "rectif",
    "resept",
    "reservasjon",
    "retting",
    "rusbehandl",
    "samtykke",
    "sick",
    "sjukdom",
    "sjukehus",
    "sjukmeld",
    "slett",
    "sperr",
    "surgeon",
    "surger",
    "svangerskap",
    "sykdom",
    "sykehus",
    "sykemeld",
    "tannhelse",
    "therap",
    "treatment",
    "vaccin",
    "vaksin",
    "vedtak",
];

/// Phrases that reveal the same, where each of their words may stand in any letter.
const REVEALING_PHRASES: [&str; 7] = [
    "health data",
    "health information",
    "health record",
    "health regist",
    "identity number",
    "personal number",
    "section 25",
];

pub(super) fn channel(input: &LetterInput, composed: &Composed) -> GateCheck {
    let hand_over = Trilingual::fixed(
        "Velg «Utleveres etter avtale», og avtal med personen hvordan brevet blir levert.",
        "Vel «Blir utlevert etter avtale», og avtal med personen korleis brevet blir levert.",
        "Choose “Handed over by appointment”, and agree with the person how it is delivered.",
    );
    match input.person.protection {
        Protection::StrictlyConfidential => {
            return GateCheck::failed(
                CheckId::Channel,
                Trilingual::fixed(
                    "Personen har strengt fortrolig adresse. Brev til slike personer lages ikke her.",
                    "Personen har strengt fortruleg adresse. Brev til slike personar blir ikkje laga her.",
                    "The person's address is strictly confidential. Letters to such persons are not made here.",
                ),
                Trilingual::fixed("Ta kontakt med Kripos.", "Ta kontakt med Kripos.", "Contact Kripos."),
            );
        }
        Protection::Confidential if input.send != SendChannel::HandedOver => {
            return GateCheck::failed(
                CheckId::Channel,
                Trilingual::fixed(
                    "Personen har fortrolig adresse. Brevet kan bare utleveres etter avtale.",
                    "Personen har fortruleg adresse. Brevet kan berre utleverast etter avtale.",
                    "The person's address is confidential. The letter can only be handed over.",
                ),
                hand_over,
            );
        }
        Protection::Confidential | Protection::None => {}
    }
    if input.kind.goes_to_body() && input.send == SendChannel::DigitalMailbox {
        return GateCheck::failed(
            CheckId::Channel,
            Trilingual::fixed(
                "Digital postkasse er for personer. Brevet går til en virksomhet.",
                "Digital postkasse er for personar. Brevet går til ei verksemd.",
                "A digital mailbox is for persons. The letter goes to a body.",
            ),
            on_paper(),
        );
    }
    if let Some(failed) = not_registered(input) {
        return failed;
    }
    if input.send == SendChannel::DigitalMailbox {
        return GateCheck::met(
            CheckId::Channel,
            Trilingual::fixed(
                "Brevet går til digital postkasse. Send det på papir hvis mottakeren har reservert seg mot digital post.",
                "Brevet går til digital postkasse. Send det på papir dersom mottakaren har reservert seg mot digital post.",
                "The letter goes to a digital mailbox. Send it on paper if the recipient has opted out of digital post.",
            ),
        );
    }
    if input.send != SendChannel::Email {
        return GateCheck::met(
            CheckId::Channel,
            Trilingual::fixed(
                "Brevet går ikke på e-post.",
                "Brevet går ikkje på e-post.",
                "The letter does not go by e-mail.",
            ),
        );
    }
    by_email(input, composed)
}

/// Where the catalogue demands registered post, the answer goes by nothing else but into the person's own hand.
fn not_registered(input: &LetterInput) -> Option<GateCheck> {
    let demanded = input.kind.tells_outcome() && input.cases.iter().any(|case| case.answer_registered);
    let sent = match input.send {
        SendChannel::RegisteredPost | SendChannel::HandedOver => true,
        SendChannel::Letter | SendChannel::Email | SendChannel::DigitalMailbox => false,
    };
    (demanded && !sent).then(|| {
        GateCheck::failed(
            CheckId::Channel,
            Trilingual::fixed(
                "Svaret skal sendes rekommandert til adressen i Folkeregisteret.",
                "Svaret skal sendast rekommandert til adressa i Folkeregisteret.",
                "The answer is to go by registered post to the address in the National Population Register.",
            ),
            Trilingual::fixed("Velg rekommandert brev.", "Vel rekommandert brev.", "Choose registered post."),
        )
    })
}

fn by_email(input: &LetterInput, composed: &Composed) -> GateCheck {
    if let Some((message, todo)) = too_much_for_email(input.kind) {
        return GateCheck::failed(CheckId::Channel, message, todo);
    }
    let found = revealing(input, &without_names(input, text_of(composed)));
    if found.is_empty() {
        return GateCheck::met(
            CheckId::Channel,
            Trilingual::fixed(
                "Brevet går på e-post og røper ikke hva saken gjelder.",
                "Brevet går på e-post og røper ikkje kva saka gjeld.",
                "The letter goes by e-mail and does not reveal what the case is about.",
            ),
        );
    }
    let list = found.join("», «");
    let says = |text: &str| found.iter().any(|word| text.to_lowercase().contains(&word.to_lowercase()));
    GateCheck::failed(
        CheckId::Channel,
        Trilingual::made(
            format!("Brevet går på e-post og inneholder «{list}»."),
            format!("Brevet går på e-post og inneheld «{list}»."),
            format!("The letter goes by e-mail and contains «{list}»."),
        ),
        Trilingual::fixed(
            "Ta bort ordene, eller send brevet i posten.",
            "Ta bort orda, eller send brevet i posten.",
            "Remove the words, or send the letter by post.",
        ),
    )
    .at(input, says)
}

/// Why a kind of letter never goes by e-mail, and what to do.
fn too_much_for_email(kind: LetterKind) -> Option<(Trilingual, Trilingual)> {
    let by_post = Trilingual::fixed(
        "Velg brev eller digital postkasse. Mangler adressen, spør etter den først.",
        "Vel brev eller digital postkasse. Manglar adressa, spør etter ho først.",
        "Choose post or digital mailbox. If the address is missing, ask for it first.",
    );
    match kind {
        LetterKind::Acknowledgement
        | LetterKind::IdentityRequest
        | LetterKind::ClarificationRequest
        | LetterKind::Reminder
        | LetterKind::ExtensionNotice
        | LetterKind::DelayNotice
        | LetterKind::InterimReply
        | LetterKind::ForwardingNotice
        | LetterKind::Referral => None,
        LetterKind::Section25GroundsRequest => Some((
            Trilingual::fixed(
                "Brevet sier hva kravet gjelder, og kan ikke gå på e-post.",
                "Brevet seier kva kravet gjeld, og kan ikkje gå på e-post.",
                "The letter says what the claim is about, and cannot go by e-mail.",
            ),
            by_post,
        )),
        LetterKind::Forwarding | LetterKind::KassasjonOpinion => Some((
            Trilingual::fixed(
                "Kravet ligger ved brevet, og kan ikke gå på e-post.",
                "Kravet ligg ved brevet, og kan ikkje gå på e-post.",
                "The claim goes with the letter, and cannot go by e-mail.",
            ),
            on_paper(),
        )),
        LetterKind::ComplaintForwarding => Some((
            Trilingual::fixed(
                "Klagen og dokumentene i saken ligger ved brevet, og kan ikke gå på e-post.",
                "Klaga og dokumenta i saka ligg ved brevet, og kan ikkje gå på e-post.",
                "The appeal and the documents of the case go with the letter, and cannot go by e-mail.",
            ),
            on_paper(),
        )),
        LetterKind::RecipientsNotice => Some((
            Trilingual::fixed(
                "Brevet sier hva som er endret om personen, og kan ikke gå på e-post.",
                "Brevet seier kva som er endra om personen, og kan ikkje gå på e-post.",
                "The letter says what was changed about the person, and cannot go by e-mail.",
            ),
            on_paper(),
        )),
        LetterKind::RestrictionLiftNotice => Some((
            Trilingual::fixed(
                "Brevet sier hva saken gjelder, og kan ikke gå på e-post.",
                "Brevet seier kva saka gjeld, og kan ikkje gå på e-post.",
                "The letter says what the case is about, and cannot go by e-mail.",
            ),
            by_post,
        )),
        LetterKind::Section25Decision | LetterKind::Answer | LetterKind::AccessAnswer => Some((
            Trilingual::fixed(
                "Svar og vedtak kan ikke gå på e-post.",
                "Svar og vedtak kan ikkje gå på e-post.",
                "Answers and decisions cannot go by e-mail.",
            ),
            by_post,
        )),
    }
}

fn on_paper() -> Trilingual {
    Trilingual::fixed(
        "Velg brev på papir eller rekommandert brev.",
        "Vel brev på papir eller rekommandert brev.",
        "Choose post or registered post.",
    )
}

/// The text without names of people and the office's address, which may begin like any word: Sletten, Sperre.
fn without_names(input: &LetterInput, text: String) -> String {
    let officials =
        std::iter::once(&input.caseworker).chain(input.second_person.approved_by()).map(|official| &official.name);
    let names = officials
        .chain(std::iter::once(&input.person.name))
        .chain(input.representative.iter().map(|representative| &representative.name))
        .chain(&input.office.address_lines);
    names.filter(|name| !name.is_empty()).fold(text, |text, name| text.replace(name.as_str(), " "))
}

/// The words that reveal what the case is about, each once, in order.
fn revealing(input: &LetterInput, text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let mut found: Vec<String> = Vec::new();
    let names = input
        .cases
        .iter()
        .flat_map(|case| {
            let Trilingual { nb, nn, en } = &case.register.names;
            [Some(nb.as_ref()), Some(nn.as_ref()), Some(en.as_ref()), case.register.short.as_deref()]
        })
        .flatten();
    for name in names.chain(REVEALING_PHRASES) {
        if lower.contains(&name.to_lowercase()) {
            found.push(name.to_owned());
        }
    }
    for word in text.split(|character: char| !character.is_alphanumeric() && character != '-') {
        let lower = word.to_lowercase();
        if REGISTERS.contains(&word) || REVEALING.iter().any(|begin| lower.starts_with(begin)) {
            found.push(word.to_owned());
        }
    }
    if !identity_numbers_in(text).is_empty() {
        found.push("fødselsnummer".to_owned());
    }
    let mut once = Vec::new();
    for word in found {
        if !once.contains(&word) {
            once.push(word);
        }
    }
    once
}

pub(super) fn identity_number(input: &LetterInput, composed: &Composed) -> GateCheck {
    let text = format!("{}\n{}", composed.letter.title, text_of(composed));
    if !identity_numbers_in(&text).is_empty() {
        return GateCheck::failed(
            CheckId::IdentityNumber,
            Trilingual::fixed(
                "Det står elleve siffer i brevet som ser ut som et fødselsnummer.",
                "Det står elleve siffer i brevet som ser ut som eit fødselsnummer.",
                "There are eleven digits in the letter that look like an identity number.",
            ),
            Trilingual::fixed("Ta dem bort.", "Ta dei bort.", "Remove them."),
        )
        .at(input, |text| !identity_numbers_in(text).is_empty());
    }
    GateCheck::met(
        CheckId::IdentityNumber,
        Trilingual::fixed("Teksten er sjekket.", "Teksten er sjekka.", "The text has been checked."),
    )
}

/// What the letter is called outside itself: no register, no right, no outcome, no name, no number of a person.
pub(super) fn neutral_title(input: &LetterInput, composed: &Composed) -> GateCheck {
    let title = &composed.letter.title;
    // The office is the sender of whatever it sends, also one that is called like a register.
    let rest = title.replace(input.office.names.get(composed.letter.language), " ");
    let mut found = revealing(input, &without_names(input, rest));
    let names = std::iter::once(&input.person.name)
        .chain(input.representative.iter().map(|representative| &representative.name))
        .filter(|name| !name.trim().is_empty() && title.contains(name.as_str()));
    found.extend(names.cloned());
    if found.is_empty() {
        return GateCheck::met(
            CheckId::NeutralTitle,
            Trilingual::fixed(
                "Tittelen sier bare hvem brevet er fra, og nummeret.",
                "Tittelen seier berre kven brevet er frå, og nummeret.",
                "The title says only whom the letter is from, and its number.",
            ),
        );
    }
    let list = found.join("», «");
    GateCheck::failed(
        CheckId::NeutralTitle,
        Trilingual::made(
            format!("Tittelen på brevet inneholder «{list}». Den vises for andre enn mottakeren."),
            format!("Tittelen på brevet inneheld «{list}». Han blir vist for andre enn mottakaren."),
            format!("The title of the letter contains «{list}». It is shown to others than the recipient."),
        ),
        Trilingual::fixed("Lag brevet på nytt.", "Lag brevet på nytt.", "Compose the letter again."),
    )
}
