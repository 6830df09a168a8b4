//! What stands around the words of a letter: letterhead, recipient, references, closing, footer.

use crate::casework::letter::input::{LetterInput, Protection, Recipient, SendChannel};
use crate::casework::letter::kind::{Addressee, LetterKind};
use crate::casework::letter::text::bind;
use crate::casework::letter::tree::{Block, Closing, Letter, Logo, Reference, Signature};
use crate::casework::letter::words::{capacity, letter_date, neutral_title, postal_address, telephone};
use crate::wording::Language;

use super::{annex, values};

/// A word of the letter's language.
fn word(language: Language, nb: &str, nn: &str, en: &str) -> String {
    language.pick(nb, nn, en).to_owned()
}

/// Puts a letter around its heading and blocks.
pub(super) fn letter(input: &LetterInput, heading: String, blocks: Vec<Block>) -> Letter {
    let language = input.language;
    let (recipient, delivery_note) = delivery(input);
    Letter {
        language,
        title: neutral_title(
            input.office.names.get(language),
            input.document_number.as_ref().unwrap_or(&input.request_number),
            language,
        ),
        sender_name: input.office.names.get(language).to_owned(),
        recipient,
        delivery_note,
        references: references(input),
        heading,
        blocks,
        closing: closing(input),
        footer: footer(input),
        attachments: attachments(input),
        copies_to: copies_to(input),
        logo: input
            .office
            .logo
            .as_ref()
            .map(|logo| Logo { png: logo.png.clone(), alternative: logo.alternative.get(language).to_owned() }),
        annexes: annex::annexes(input),
        files: annex::files(input),
    }
}

/// What goes with the letter: the claim itself and what came with it, where the claim is sent on; the documents of the case,
/// where an appeal is (forvaltningsloven § 33). A recipient of the data gets nothing but the letter; an
/// answer on access has annexes and files.
fn attachments(input: &LetterInput) -> Vec<String> {
    let language = input.language;
    let claim = if input.kind == LetterKind::KassasjonOpinion {
        word(language, "Søknaden, slik vi fikk den", "Søknaden, slik vi fekk han", "The application, as we received it")
    } else {
        word(language, "Kravet, slik vi fikk det", "Kravet, slik vi fekk det", "The request, as we received it")
    };
    let with_claim = || std::iter::once(claim.clone()).chain(input.attachments.iter().cloned());
    if input.kind.sends_claim_on() {
        return with_claim().collect();
    }
    if input.kind.addressee() != Addressee::AppealBody {
        return annex::listed(input);
    }
    let mut letters: Vec<&str> =
        input.cases.iter().filter_map(|case| case.answer.as_ref()).map(|answer| answer.number.as_str()).collect();
    letters.dedup();
    let decision = word(language, "Vedtaket", "Vedtaket", "The decision");
    std::iter::once(word(
        language,
        "Klagen, slik vi fikk den",
        "Klaga, slik vi fekk ho",
        "The appeal, as we received it",
    ))
    .chain(letters.into_iter().map(|number| format!("{decision} ({number})")))
    .chain(with_claim())
    .chain(std::iter::once(word(
        language,
        "De andre dokumentene i saken",
        "Dei andre dokumenta i saka",
        "The other documents in the case",
    )))
    .collect()
}

/// Who gets the letter as well. Whoever appealed gets a copy of what we write to the appeals body, by name (forvaltningsloven
/// § 33 fourth paragraph).
fn copies_to(input: &LetterInput) -> Vec<String> {
    if input.kind.addressee() != Addressee::AppealBody {
        return copies(input);
    }
    vec![input.representative.as_ref().map_or(&input.person.name, |representative| &representative.name).clone()]
}

/// Who gets the letter as well, in which capacity and by which name. A protected person has none on the outside of anything.
fn copies(input: &LetterInput) -> Vec<String> {
    let language = input.language;
    let shown = |name: &str, role: &str| {
        if name.trim().is_empty() { role.to_owned() } else { format!("{name} ({})", lower_first(role)) }
    };
    let line = |to: Recipient| match (to, &input.representative) {
        (Recipient::Person, _) if input.person.protection.is_protected() => to.label().get(language).to_owned(),
        (Recipient::Person, _) => shown(&input.person.name, to.label().get(language)),
        (Recipient::Representative, Some(acting)) => shown(&acting.name, capacity(acting.kind).get(language)),
        (Recipient::Representative | Recipient::Body, _) => to.label().get(language).to_owned(),
    };
    input.copies.iter().map(|copy| line(copy.to)).collect()
}

/// Who gets the letter, and how it is delivered. A protected person's letter has neither name nor address outside.
fn delivery(input: &LetterInput) -> (Vec<String>, Option<String>) {
    let handed_over = word(
        input.language,
        "Utleveres etter avtale",
        "Blir utlevert etter avtale",
        "To be handed over by appointment",
    );
    let registered = word(input.language, "Rekommandert", "Rekommandert", "Registered post");
    let by_email = word(input.language, "Sendt på e-post", "Send på e-post", "Sent by e-mail");
    if input.kind.goes_to_body() {
        let note = match input.send {
            SendChannel::RegisteredPost => Some(registered),
            SendChannel::Email => Some(by_email),
            SendChannel::HandedOver => Some(handed_over),
            SendChannel::Letter | SendChannel::DigitalMailbox => None,
        };
        return (values::recipient(input), note);
    }
    if input.person.protection != Protection::None {
        return (Vec::new(), Some(handed_over));
    }
    match input.send {
        SendChannel::Letter | SendChannel::DigitalMailbox => (values::recipient(input), None),
        SendChannel::RegisteredPost => (values::recipient(input), Some(registered)),
        SendChannel::Email => (values::recipient(input).into_iter().take(1).collect(), Some(by_email)),
        SendChannel::HandedOver => (Vec::new(), Some(handed_over)),
    }
}

fn references(input: &LetterInput) -> Vec<Reference> {
    let language = input.language;
    let our = match (&input.document_number, input.cases.as_slice()) {
        (Some(number), _) => number.clone(),
        (None, [case]) => case.number.clone(),
        (None, _) => input.request_number.clone(),
    };
    let mut references = vec![Reference { label: word(language, "Vår ref.", "Vår ref.", "Our ref."), value: our }];
    if let Some(theirs) = input.their_reference.as_ref().filter(|_| !input.kind.goes_to_body()) {
        references
            .push(Reference { label: word(language, "Deres ref.", "Dykkar ref.", "Your ref."), value: bind(theirs) });
    }
    references.push(Reference {
        label: word(language, "Saksbehandler", "Saksbehandlar", "Case officer"),
        value: input.caseworker.name.clone(),
    });
    references.push(Reference {
        label: word(language, "Dato", "Dato", "Date"),
        value: bind(&letter_date(input.dated_on, language)),
    });
    references
}

fn closing(input: &LetterInput) -> Closing {
    let signatures = input
        .second_person
        .approved_by()
        .into_iter()
        .chain(std::iter::once(&input.caseworker))
        .map(|official| Signature { name: official.name.clone(), title: official.title.clone() })
        .collect();
    Closing {
        greeting: word(input.language, "Vennlig hilsen", "Venleg helsing", "Yours sincerely"),
        signatures,
        approval_note: Some(word(
            input.language,
            "Dokumentet er elektronisk godkjent.",
            "Dokumentet er elektronisk godkjent.",
            "This document has been approved electronically.",
        )),
    }
}

fn footer(input: &LetterInput) -> Vec<String> {
    let office = &input.office;
    let language = input.language;
    let mut lines = vec![office.names.get(language).to_owned()];
    if !office.address_lines.is_empty() {
        lines.push(bind(&postal_address(&office.address_lines, language)));
    }
    lines.extend(
        office
            .organisation_number
            .iter()
            .map(|number| bind(&format!("{} {number}", word(language, "Org.nr.", "Org.nr.", "Organisation number")))),
    );
    lines.extend(office.telephone.iter().map(|number| {
        bind(&format!("{} {}", word(language, "Telefon", "Telefon", "Telephone"), telephone(number, language)))
    }));
    lines.extend(office.web.iter().cloned());
    lines
}

fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
}
