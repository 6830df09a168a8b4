//! The letters word by word, in both forms of Norwegian.

use insta::assert_snapshot;
use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::letter::input::{DueDate, Protection, SendChannel};
use personvernsak::casework::letter::text::NO_BREAK;
use personvernsak::law::rights::{Outcome, Track};
use personvernsak::wording::Language;

use super::samples::{access_to_hpr, composed, day, decided, erasure_in_kpr, hpr, in_language, rectification_in_npr};

const NORWEGIAN: [Language; 2] = [Language::Nb, Language::Nn];

#[test]
fn acknowledgement_by_post_of_a_section_25_claim() {
    for language in NORWEGIAN {
        let letter = composed(&in_language(erasure_in_kpr(LetterKind::Acknowledgement), language)).letter;
        assert_snapshot!(format!("acknowledgement-section-25-{language}"), letter.to_text());
    }
}

#[test]
fn acknowledgement_by_email_says_nothing_of_the_claim() {
    for language in NORWEGIAN {
        let mut input = in_language(rectification_in_npr(LetterKind::Acknowledgement), language);
        input.cases[0].due =
            Some(DueDate { due_on: day("2026-04-07"), nominal_on: day("2026-04-02"), paused_days: 0, extended: false });
        let text = composed(&input).letter.to_text();
        assert_snapshot!(format!("acknowledgement-by-email-{language}"), text);
    }
}

#[test]
fn identity_request_is_neutral() {
    for language in NORWEGIAN {
        let letter = composed(&in_language(rectification_in_npr(LetterKind::IdentityRequest), language)).letter;
        assert_snapshot!(format!("identity-request-by-email-{language}"), letter.to_text());
    }
}

#[test]
fn section_25_decision_has_words_for_every_outcome() {
    for language in NORWEGIAN {
        for outcome in
            Outcome::ALL.into_iter().filter(|it| LetterKind::Section25Decision.can_tell(*it, Track::Section25))
        {
            let input = if matches!(outcome, Outcome::Rectified | Outcome::Supplemented) {
                rectification_in_npr(LetterKind::Section25Decision)
            } else {
                erasure_in_kpr(LetterKind::Section25Decision)
            };
            let mut input = decided(in_language(input, language), outcome);
            input.send = SendChannel::Letter;
            let composed = composed(&input);
            assert_eq!(composed.missing, Vec::<String>::new(), "{outcome}");
            assert_snapshot!(format!("section-25-decision-{outcome}-{language}"), composed.letter.to_text());
        }
    }
}

#[test]
fn answer_has_words_for_every_outcome() {
    for language in NORWEGIAN {
        for outcome in Outcome::ALL {
            let composed = composed(&decided(access_to_hpr(LetterKind::Answer, language), outcome));
            assert_eq!(composed.missing, Vec::<String>::new(), "{outcome}");
            assert_snapshot!(format!("answer-{outcome}-{language}"), composed.letter.to_text());
        }
    }
}

#[test]
fn one_letter_tells_the_outcome_of_each_case() {
    let mut input = decided(access_to_hpr(LetterKind::Answer, Language::Nn), Outcome::Refused);
    let mut second = input.cases[0].clone();
    second.number = "2026/00001-b".to_owned();
    second.right = personvernsak::law::rights::Right::Rectification;
    second.outcome = Some(Outcome::Rectified);
    second.reasons = None;
    second.register = hpr();
    input.cases.push(second);
    input.fields.insert("done_on.b".to_owned(), "2026-03-06".to_owned());
    let composed = composed(&input);
    assert_eq!(composed.missing, ["new_content.b"]);
    assert_snapshot!("answer-two-cases-nn", composed.letter.to_text());
}

#[test]
fn a_protected_address_is_nowhere_in_the_letter() {
    let mut input = erasure_in_kpr(LetterKind::Acknowledgement);
    input.person.protection = Protection::Confidential;
    input.send = SendChannel::HandedOver;
    let letter = composed(&input).letter;
    assert_eq!(letter.recipient, Vec::<String>::new());
    assert_eq!(letter.delivery_note.as_deref(), Some("Blir utlevert etter avtale"));
    assert!(!letter.to_text().contains("Kaivegen"));
}

#[test]
fn words_that_belong_together_stay_on_one_line() {
    let letter = composed(&decided(erasure_in_kpr(LetterKind::Section25Decision), Outcome::Refused)).letter;
    let tree = format!("{letter:?}").replace(NO_BREAK, "~").replace("\\u{a0}", "~");
    for bound in ["§~25", "artikkel~17", "laurdag 31.~januar~2026", "30~år", "22~22~22~22", "§§~24 og 25"] {
        assert!(tree.contains(bound), "{bound}");
    }
}
