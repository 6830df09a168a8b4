//! Claims that another body answers: the letter to the body, the letter to the person, and what keeps them back.

use insta::assert_snapshot;
use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::letter::gate::{CheckId, GateCheck};
use personvernsak::casework::letter::input::{
    IdentityStatus, LetterBody, LetterInput, Mode, Protection, RepresentativeKind, SendChannel,
};
use personvernsak::law::rights::Track;
use personvernsak::wording::Language;

use super::gate::{failing, only_failure, the_failure};
use super::samples::{composed, representative};
use super::situations::{agreed, body, elsewhere};

const TO_BODY: LetterKind = LetterKind::Forwarding;
const TO_PERSON: LetterKind = LetterKind::ForwardingNotice;
const REFERRAL: LetterKind = LetterKind::Referral;

fn read(name: &str, input: &LetterInput) {
    let composed = composed(input);
    assert_eq!(failing(input, &composed), [], "{name}");
    assert_snapshot!(format!("{name}-{}", input.language), composed.letter.to_text());
}

/// A sentence on what the office has done itself.
fn with_own_steps(mut input: LetterInput) -> LetterInput {
    let text = input.language.pick(
        "Vi har kontrollert at opplysningene står i registeret.",
        "Vi har kontrollert at opplysningane står i registeret.",
        "We have checked that the data are in the register.",
    );
    input.fields.insert("own_steps".to_owned(), text.to_owned());
    input
}

#[test]
fn the_body_is_told_what_came_and_what_runs() {
    for language in Language::ALL {
        let mut assist = with_own_steps(elsewhere(TO_BODY, Mode::Assist, language));
        assist.attachments = vec!["vitnemål".to_owned()];
        assist.identity = IdentityStatus::Confirmed { method: None, on: None };
        read("forwarding-assist", &assist);
        read("forwarding-transfer", &elsewhere(TO_BODY, Mode::Transfer, language));
        let mut represented = agreed(elsewhere(TO_BODY, Mode::Refer, language));
        represented.representative = Some(representative(RepresentativeKind::Authorised));
        read("forwarding-refer-agreed", &represented);
    }
}

#[test]
fn the_person_is_told_who_answers_and_whether_the_claim_has_gone_there() {
    for language in Language::ALL {
        read("forwarding-notice-assist", &with_own_steps(elsewhere(TO_PERSON, Mode::Assist, language)));
        read("forwarding-notice-transfer", &elsewhere(TO_PERSON, Mode::Transfer, language));
        read("forwarding-notice-refer-agreed", &elsewhere(TO_PERSON, Mode::Refer, language));
        let mut by_email = elsewhere(TO_PERSON, Mode::Transfer, language);
        by_email.send = SendChannel::Email;
        by_email.has_email = true;
        read("forwarding-notice-by-email", &by_email);
    }
}

#[test]
fn the_person_is_told_whom_to_go_to_and_that_nothing_was_sent() {
    for language in Language::ALL {
        let refer = with_own_steps(elsewhere(REFERRAL, Mode::Refer, language));
        read("referral", &refer);
        let text = composed(&refer).letter.to_text();
        let not_sent = language.pick("ikke sendt det vid", "ikkje sendt det vid", "not sent it on");
        assert!(text.contains(not_sent), "that it was not sent on is said: {text}");
        let mut by_email = elsewhere(REFERRAL, Mode::Refer, language);
        by_email.cases[0].handled_by =
            Some(LetterBody { web: Some("skatteetaten.no".to_owned()), ..body("Skatteetaten") });
        by_email.send = SendChannel::Email;
        by_email.has_email = true;
        read("referral-by-email", &by_email);
    }
}

#[test]
fn who_is_referred_is_not_told_that_the_claim_was_sent() {
    let mut refer = elsewhere(REFERRAL, Mode::Refer, Language::Nb);
    refer.cases[0].sent_on = Some(refer.dated_on);
    assert!(occasion(&refer).message.nb.starts_with("Brevet sier at kravet ikke er sendt videre"));
    for mode in [Mode::Transfer, Mode::Assist] {
        let mut sent_from_here = elsewhere(REFERRAL, mode, Language::Nb);
        sent_from_here.fields.insert("body_contact".to_owned(), "telefon 22 22 22 22".to_owned());
        let failure = occasion(&sent_from_here);
        assert!(failure.message.nb.contains("skal sendes videre herfra"), "{}", failure.message.nb);
    }
    let mut told = elsewhere(TO_PERSON, Mode::Refer, Language::Nb);
    told.cases[0].sent_on = None;
    let failure = occasion(&told);
    assert!(failure.todo.expect("something to do").nb.ends_with("Send «Henvisning»."));
}

/// The one check that fails, which is the one about the occasion.
fn occasion(input: &LetterInput) -> GateCheck {
    let failure = only_failure(input);
    assert_eq!(failure.check, CheckId::Occasion, "{failure:?}");
    failure
}

#[test]
fn a_claim_of_ours_is_not_sent_on() {
    for (kind, mode) in [(TO_BODY, Mode::Transfer), (TO_PERSON, Mode::Transfer), (REFERRAL, Mode::Refer)] {
        let mut ours = elsewhere(kind, mode, Language::Nb);
        ours.cases[0].track = Track::General;
        assert_eq!(occasion(&ours).message.nb, "Det er vi som skal svare i sak 2026/00001-a.");
    }
}

#[test]
fn nothing_goes_to_a_private_body_without_consent() {
    let refer = elsewhere(TO_BODY, Mode::Refer, Language::Nb);
    let failure = occasion(&refer);
    assert!(failure.message.nb.contains("bare sende kravet videre med samtykke"), "{}", failure.message.nb);
    assert_eq!(failure.field.as_deref(), Some("consent_on"));
    assert_eq!(failing(&agreed(refer.clone()), &composed(&agreed(refer.clone()))), []);
    for wrong in ["2026-01-30", "2026-02-03", "i går"] {
        let mut input = refer.clone();
        input.fields.insert("consent_on".to_owned(), wrong.to_owned());
        assert!(occasion(&input).message.nb.starts_with("Datoen for samtykket"), "{wrong}");
    }
}

#[test]
fn the_person_is_told_that_it_was_sent_only_when_it_was() {
    for mode in [Mode::Transfer, Mode::Assist] {
        let mut input = elsewhere(TO_PERSON, mode, Language::Nb);
        input.cases[0].sent_on = None;
        assert!(occasion(&input).message.nb.starts_with("Brevet sier at kravet er sendt videre"));
        input.cases[0].sent_on = Some(input.dated_on);
        assert_eq!(failing(&input, &composed(&input)), [], "it has gone");
    }
}

#[test]
fn one_letter_goes_to_one_body() {
    let mut input = elsewhere(TO_BODY, Mode::Transfer, Language::Nb);
    let mut second = input.cases[0].clone();
    second.number = "2026/00001-b".to_owned();
    input.cases.push(second);
    assert_eq!(failing(&input, &composed(&input)), []);
    input.cases[1].handled_by = Some(body("Helfo"));
    assert_eq!(occasion(&input).message.nb, "Sakene hører til hos ulike virksomheter.");
}

#[test]
fn the_letter_to_the_body_is_addressed_to_the_body() {
    let mut input = elsewhere(TO_BODY, Mode::Transfer, Language::Nb);
    input.cases[0].handled_by.as_mut().expect("a body").address_lines =
        vec!["Postboks 1".to_owned(), "0001 Oslo".to_owned()];
    input.their_reference = Some("brev av 30.01.2026".to_owned());
    let letter = composed(&input);
    assert_eq!(letter.letter.recipient, ["Norsk helsenett", "Postboks 1", "0001 Oslo"]);
    assert_eq!(letter.letter.attachments, ["Kravet, slik vi fikk det"]);
    assert!(letter.letter.references.iter().all(|reference| reference.label != "Deres ref."), "it is the person's");
    assert_eq!(failing(&input, &letter), []);

    let mut to_the_person = letter;
    to_the_person.letter.recipient = vec![input.person.name.clone(), "Kaivegen 12".to_owned()];
    assert_eq!(the_failure(&input, &to_the_person).check, CheckId::Address);
}

#[test]
fn a_letter_to_a_body_goes_on_paper() {
    for send in [SendChannel::Email, SendChannel::DigitalMailbox] {
        let mut input = elsewhere(TO_BODY, Mode::Transfer, Language::Nb);
        input.send = send;
        input.has_email = true;
        assert_eq!(only_failure(&input).check, CheckId::Channel, "{send:?}");
    }
    let mut registered = elsewhere(TO_BODY, Mode::Transfer, Language::Nb);
    registered.send = SendChannel::RegisteredPost;
    assert_eq!(failing(&registered, &composed(&registered)), []);
}

#[test]
fn where_a_protected_person_lives_is_not_told_to_the_body() {
    let mut input = elsewhere(TO_BODY, Mode::Transfer, Language::Nb);
    input.person.protection = Protection::Confidential;
    assert_eq!(only_failure(&input).check, CheckId::Channel);
    input.send = SendChannel::HandedOver;
    assert_eq!(failing(&input, &composed(&input)), []);
    input.fields.insert("own_steps".to_owned(), "Personen bor i Kaivegen 12.".to_owned());
    assert_eq!(only_failure(&input).check, CheckId::Address);
}

#[test]
fn how_the_body_is_reached_is_filled_in_where_no_source_gives_it() {
    let mut input = elsewhere(REFERRAL, Mode::Refer, Language::Nb);
    input.cases[0].handled_by = Some(body("Fastlegeportalen AS"));
    let failure = only_failure(&input);
    assert_eq!((failure.check, failure.field.as_deref()), (CheckId::Fields, Some("body_contact")));
    input.fields.insert("body_contact".to_owned(), "telefon 22 22 22 22".to_owned());
    assert_eq!(failing(&input, &composed(&input)), []);
}
