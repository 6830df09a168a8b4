//! The gate before issue: each demand can be met, and each can fail, with something to do about it.

use chrono::Days;
use personvernsak::casework::letter::gate::{CheckId, GateCheck};
use personvernsak::casework::letter::input::{
    IdentityStatus, LegalBasis, LetterInput, Official, Protection, SecondPerson, SendChannel,
};
use personvernsak::casework::letter::tree::{Block, Inline};
use personvernsak::casework::letter::{Composed, LetterKind, gate};
use personvernsak::casework::person::IdentityMethod;
use personvernsak::law::rights::Outcome;
use personvernsak::wording::Language;

use super::samples::{access_to_hpr, composed, day, decided, erasure_in_kpr, in_language, names, rectification_in_npr};

pub fn failing(input: &LetterInput, composed: &Composed) -> Vec<CheckId> {
    gate(input, composed, &[]).into_iter().filter(|check| !check.ok).map(|check| check.check).collect()
}

/// The check that fails, alone, with its words.
pub fn only_failure(input: &LetterInput) -> GateCheck {
    the_failure(input, &composed(input))
}

pub fn the_failure(input: &LetterInput, composed: &Composed) -> GateCheck {
    let mut failures: Vec<GateCheck> = gate(input, composed, &[]).into_iter().filter(|check| !check.ok).collect();
    assert_eq!(failures.len(), 1, "{failures:#?}");
    let failure = failures.remove(0);
    assert!(failure.todo.is_some(), "a failure says what to do");
    failure
}

/// The decision of sample 02, ready to go.
pub fn decision() -> LetterInput {
    decided(erasure_in_kpr(LetterKind::Section25Decision), Outcome::NoData)
}

/// The letter with one more paragraph, as a caseworker might have written it.
fn with_words(mut composed: Composed, words: &str) -> Composed {
    composed.letter.blocks.push(Block::Paragraph(vec![Inline::Text(words.to_owned())]));
    composed
}

/// The letter without its complaint section.
fn without_complaint(mut composed: Composed) -> Composed {
    let is_complaint =
        |block: &Block| matches!(block, Block::Heading { text, .. } if format!("{text:?}").contains("klage"));
    let start = composed.letter.blocks.iter().position(is_complaint).expect("a complaint section");
    let end = start
        + 1
        + composed.letter.blocks[start + 1..]
            .iter()
            .position(|it| matches!(it, Block::Heading { .. }))
            .expect("one after");
    composed.letter.blocks.drain(start..end);
    composed
}

#[test]
fn every_demand_is_told_also_when_it_is_met() {
    let letters = [
        erasure_in_kpr(LetterKind::Acknowledgement),
        decision(),
        rectification_in_npr(LetterKind::IdentityRequest),
        rectification_in_npr(LetterKind::Acknowledgement),
        decided(access_to_hpr(LetterKind::Answer, Language::Nb), Outcome::Refused),
    ];
    for input in letters {
        let checks = gate(&input, &composed(&input), &[]);
        assert_eq!(checks.iter().map(|check| check.check).collect::<Vec<_>>(), CheckId::ALL);
        for check in &checks {
            assert!(check.ok && check.todo.is_none(), "{:?}: {check:#?}", input.kind);
            assert!(!check.label().nn.is_empty() && !check.message.en.is_empty());
        }
    }
}

/// Nobody can see later how it was found out who the person is: that warns where an outcome is told, and stops nothing.
#[test]
fn an_identity_that_was_confirmed_nobody_knows_how_warns() {
    let with = |mut input: LetterInput, identity| {
        input.identity = identity;
        let letter = composed(&input);
        let found = gate(&input, &letter, &[]).into_iter().find(|check| check.check == CheckId::Identity);
        let found = found.expect("the demand is told");
        (found.ok, found.todo.is_some())
    };
    let on = Some(day("2026-02-04"));
    let unknown = IdentityStatus::Confirmed { method: None, on };
    let known = IdentityStatus::Confirmed { method: Some(IdentityMethod::InPerson), on };
    let receipt = || erasure_in_kpr(LetterKind::Acknowledgement);
    assert_eq!(with(decision(), unknown), (true, true));
    assert_eq!(with(decision(), known), (true, false));
    assert_eq!(with(receipt(), unknown), (true, false), "it tells no outcome");
}

#[test]
fn a_missing_field_is_named() {
    let mut input = decided(erasure_in_kpr(LetterKind::Section25Decision), Outcome::Erased);
    input.fields.clear();
    let failure = only_failure(&input);
    assert_eq!(failure.check, CheckId::Fields);
    assert_eq!(failure.field.as_deref(), Some("done_on"));
    assert_eq!(failure.message.nb, "Dette mangler: «Dato det er gjort innen».");
    assert!(composed(&input).letter.to_text().contains("[dato det er gjort innan]"));
}

#[test]
fn a_decision_without_complaint_information_is_stopped() {
    let input = decision();
    let failure = the_failure(&input, &without_complaint(composed(&input)));
    assert_eq!(failure.check, CheckId::Complaint);
    for lacking in [
        "Datatilsynet",
        "domstolane",
        "personvernombodet",
        "tre veker",
        "sendast til oss",
        "dokumenta",
        "klageinstansen",
    ] {
        assert!(failure.message.nn.contains(lacking), "{lacking}: {}", failure.message.nn);
    }
}

#[test]
fn an_answer_that_is_no_enkeltvedtak_gives_no_three_weeks() {
    let mut input = decided(access_to_hpr(LetterKind::Answer, Language::Nb), Outcome::Refused);
    let wrong = with_words(composed(&input), "Du kan klage innen tre uker fra du fikk dette brevet.");
    assert_eq!(the_failure(&input, &wrong).check, CheckId::Complaint);

    // The same answer as an enkeltvedtak must give them.
    let plain = composed(&input);
    input.cases[0].individual_decision = true;
    assert_eq!(the_failure(&input, &plain).check, CheckId::Complaint);
    assert_eq!(failing(&input, &composed(&input)), []);
}

#[test]
fn the_language_follows_the_request() {
    let mut input = decision();
    input.request_language = Language::Nb;
    assert_eq!(only_failure(&input).check, CheckId::Language);
    input.request_language = Language::En;
    let failure = only_failure(&input);
    assert_eq!(failure.check, CheckId::Language);
    assert_eq!(failure.message.nb, "Brevet er på nynorsk, henvendelsen på engelsk.");
    assert_eq!(failure.message.en, "The letter is in Norwegian (nynorsk), the request in English.");
    let input = in_language(input, Language::En);
    assert_eq!(failing(&input, &composed(&input)), []);
}

#[test]
fn no_decision_goes_by_email() {
    let mut input = decision();
    input.send = SendChannel::Email;
    input.has_email = true;
    assert_eq!(only_failure(&input).check, CheckId::Channel);
}

#[test]
fn an_email_reveals_nothing() {
    let input = rectification_in_npr(LetterKind::IdentityRequest);
    for words in [
        "Det gjelder NPR.",
        "Det gjelder norsk pasientregister.",
        "Diagnosen din er mottatt.",
        "Kravet om retting er mottatt.",
        "Fra Sykehuset Innlandet.",
    ] {
        let letter = with_words(composed(&input), words);
        assert_eq!(the_failure(&input, &letter).check, CheckId::Channel, "{words}");
    }
    let mut named = input;
    named.person.name = "Rita Sletten".to_owned();
    named.caseworker.name = "Jonas Sperre".to_owned();
    assert_eq!(failing(&named, &composed(&named)), [], "a name is no claim");
}

#[test]
fn a_protected_person_gets_the_letter_by_hand() {
    let mut input = decision();
    input.person.protection = Protection::Confidential;
    input.person.address_lines = Vec::new();
    let failure = only_failure(&input);
    assert_eq!(failure.check, CheckId::Channel);
    // The choice is called what the letter itself says.
    let todo = failure.todo.expect("something to do");
    assert!(todo.nb.starts_with("Velg «Utleveres etter avtale»"), "{}", todo.nb);
    assert!(todo.nn.starts_with("Vel «Blir utlevert etter avtale»"), "{}", todo.nn);
    assert_eq!(composed(&input).letter.delivery_note.as_deref(), Some("Blir utlevert etter avtale"));
    input.send = SendChannel::HandedOver;
    assert_eq!(failing(&input, &composed(&input)), []);
    input.person.protection = Protection::StrictlyConfidential;
    let failure = only_failure(&input);
    assert_eq!(
        (failure.check, failure.todo.map(|todo| todo.nb.into_owned())),
        (CheckId::Channel, Some("Ta kontakt med Kripos.".to_owned()))
    );
}

#[test]
fn approval_is_by_somebody_else() {
    let mut input = decision();
    let writer = SecondPerson::Approved(input.caseworker.clone());
    let missing =
        [SecondPerson::NotAsked, SecondPerson::Asked, SecondPerson::SentBack, SecondPerson::ChangedSince, writer];
    for second_person in missing {
        input.second_person = second_person;
        let failure = only_failure(&input);
        assert_eq!(failure.check, CheckId::Approval);
        assert!(failure.todo.is_some(), "{:?}", input.second_person);
    }
    let approver = Official { name: "Ingunn Fjell".to_owned(), title: "avdelingsdirektør".to_owned() };
    input.second_person = SecondPerson::Approved(approver);
    assert_eq!(failing(&input, &composed(&input)), []);
    assert_eq!(composed(&input).letter.closing.signatures.len(), 2);
}

#[test]
fn a_rule_that_is_no_longer_in_force_is_not_cited() {
    let mut input = decision();
    let basis = |valid_to| LegalBasis {
        text: names("KPR-forskriften § 4-9", "KPR-forskrifta § 4-9", "KPR Regulations section 4-9"),
        valid_from: Some(day("2017-12-01")),
        valid_to,
        exact: false,
    };
    input.cases[0].legal_basis = vec![basis(Some(day("2021-11-18")))];
    assert_eq!(only_failure(&input).check, CheckId::LegalReferences);
    input.cases[0].legal_basis = vec![basis(None)];
    assert_eq!(failing(&input, &composed(&input)), []);

    // The office's own texts too: before 20 July 2018 there was no personvernforordning to cite.
    let mut early = decision();
    early.received_on = day("2018-06-01");
    early.dated_on = day("2018-06-20");
    assert_eq!(only_failure(&early).check, CheckId::LegalReferences);
}

#[test]
fn an_office_that_is_not_the_controller_says_why_it_answers() {
    let mut input = decision();
    input.cases[0].office_is_controller = false;
    input.cases[0].handled_by = None;
    assert_eq!(only_failure(&input).check, CheckId::Controller);
    input.cases[0].controller_note = Some("Svarer etter egen personvernerklæring.".to_owned());
    assert_eq!(failing(&input, &composed(&input)), []);
}

#[test]
fn dates_are_those_of_today() {
    let input = erasure_in_kpr(LetterKind::Acknowledgement);
    let written = composed(&input);

    let mut moved = input.clone();
    let due = moved.cases[0].due.as_mut().expect("a date");
    due.due_on = due.due_on + Days::new(7);
    assert_eq!(the_failure(&moved, &written).check, CheckId::Dates);

    let mut later = input.clone();
    later.dated_on = day("2026-02-04");
    assert_eq!(the_failure(&later, &written).check, CheckId::Dates);

    let mut before = input;
    before.dated_on = day("2026-01-30");
    assert_eq!(only_failure(&before).check, CheckId::Dates);

    let mut reply = rectification_in_npr(LetterKind::IdentityRequest);
    reply.reply_by_on = Some(reply.dated_on);
    assert_eq!(only_failure(&reply).check, CheckId::Dates);
}

#[test]
fn no_identity_number_is_in_the_text() {
    let input = decision();
    for number in ["13846120100", "138461 20100", "138461-20100", "(13846120100)"] {
        let letter = with_words(composed(&input), number);
        assert_eq!(the_failure(&input, &letter).check, CheckId::IdentityNumber, "{number}");
    }
    for other in ["983 544 622", "22 22 22 22", "138461201001", "1384612010"] {
        assert_eq!(failing(&input, &with_words(composed(&input), other)), [], "{other}");
    }
}

#[test]
fn an_office_whose_ombudsman_has_no_address_here_still_names_the_ombudsman() {
    let mut input = decision();
    input.office.ombud_contact = String::new();
    input.office.telephone = None;
    let letter = composed(&input);
    assert_eq!(failing(&input, &letter), []);
    assert!(letter.letter.to_text().contains("personvernombodet vårt. Det er eit tilbod"));
    assert!(!letter.letter.to_text().contains("Ring oss"));
}
