//! The letters word by word, in every language.

use insta::assert_snapshot;
use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::letter::input::{
    DueDate, LegalBasis, LetterCase, LetterInput, Protection, RepresentativeKind, SendChannel,
};
use personvernsak::casework::letter::text::NO_BREAK;
use personvernsak::law::rights::{Outcome, Right, Track};
use personvernsak::wording::Language;

use super::samples::{
    access_to_hpr, composed, day, decided, erasure_in_kpr, hpr, in_language, name, rectification_in_npr, representative,
};

#[test]
fn acknowledgement_by_post_of_a_section_25_claim() {
    for language in Language::ALL {
        let letter = composed(&in_language(erasure_in_kpr(LetterKind::Acknowledgement), language)).letter;
        assert_snapshot!(format!("acknowledgement-section-25-{language}"), letter.to_text());
    }
}

#[test]
fn acknowledgement_by_email_says_nothing_of_the_claim() {
    for language in Language::ALL {
        let mut input = in_language(rectification_in_npr(LetterKind::Acknowledgement), language);
        input.cases[0].due =
            Some(DueDate { due_on: day("2026-04-07"), nominal_on: day("2026-04-02"), paused_days: 0, extended: false });
        let text = composed(&input).letter.to_text();
        assert_snapshot!(format!("acknowledgement-by-email-{language}"), text);
    }
}

#[test]
fn identity_request_is_neutral() {
    for language in Language::ALL {
        let letter = composed(&in_language(rectification_in_npr(LetterKind::IdentityRequest), language)).letter;
        assert_snapshot!(format!("identity-request-by-email-{language}"), letter.to_text());
    }
}

#[test]
fn section_25_decision_has_words_for_every_outcome() {
    for language in Language::ALL {
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
    for language in Language::ALL {
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
    second.right = Right::Rectification;
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
fn whoever_acts_for_the_person_is_told_whom_it_is_about() {
    let to = |mut input: LetterInput, language| {
        input.representative = Some(representative(RepresentativeKind::Authorised));
        composed(&in_language(input, language)).letter
    };
    for language in Language::ALL {
        let acknowledgement = to(erasure_in_kpr(LetterKind::Acknowledgement), language);
        let heading = language.pick(
            "Vi har fått kravet om sletting for Torgeir Nesbø",
            "Vi har fått kravet om sletting for Torgeir Nesbø",
            "We have received the request for deletion for Torgeir Nesbø",
        );
        assert_eq!(acknowledgement.heading, heading);
        assert_snapshot!(format!("acknowledgement-representative-{language}"), acknowledgement.to_text());
        let decision = decided(in_language(erasure_in_kpr(LetterKind::Section25Decision), language), Outcome::Refused);
        assert_snapshot!(format!("section-25-decision-representative-{language}"), to(decision, language).to_text());

        // By e-mail the heading does not say what is claimed.
        let email = to(rectification_in_npr(LetterKind::Acknowledgement), language).heading;
        let neutral =
            language.pick("Vi har fått henvendelsen", "Vi har fått førespurnaden", "We have received your message");
        assert!(email.starts_with(neutral), "{email}");

        let mut several = erasure_in_kpr(LetterKind::Acknowledgement);
        several.cases.push(LetterCase { number: "2026/00001-b".to_owned(), ..several.cases[0].clone() });
        let heading = to(several, language).heading;
        let opening = language.pick("Vi har fått krav", "Vi har fått krav", "We have received the requests");
        assert!(heading.starts_with(opening) && heading.ends_with(" for Torgeir Nesbø"), "{heading}");
    }
}

#[test]
fn only_who_gets_a_part_may_want_the_decision_to_wait() {
    for language in Language::ALL {
        for outcome in
            Outcome::ALL.into_iter().filter(|it| LetterKind::Section25Decision.can_tell(*it, Track::Section25))
        {
            let input = in_language(erasure_in_kpr(LetterKind::Section25Decision), language);
            let text = composed(&decided(input, outcome)).letter.to_text();
            let (ask, rule) = language.pick(
                ("be oss vente", "å vente med å gjennomføre"),
                ("be oss vente", "å vente med å gjennomføre"),
                ("ask us to wait", "on waiting with carrying out"),
            );
            let told = text.matches(ask).count() + text.matches(rule).count();
            assert_eq!(told, if outcome == Outcome::PartlyGranted { 2 } else { 0 }, "{outcome} {language}");
            let section_42 = language.pick("§ 42", "§ 42", "section 42");
            assert_eq!(text.contains(section_42), outcome == Outcome::PartlyGranted, "{outcome} {language}");
        }
    }
}

#[test]
fn blocking_is_all_that_was_asked_for_or_less() {
    for (right, granted, refused) in [(Right::Blocking, true, false), (Right::Erasure, false, true)] {
        let mut input = in_language(erasure_in_kpr(LetterKind::Section25Decision), Language::Nb);
        input.cases[0].right = right;
        let text = composed(&decided(input, Outcome::Blocked)).letter.to_text();
        assert_eq!(text.contains("Du får medhold. Vi sperrer opplysningene"), granted, "{right}");
        assert_eq!(text.contains("Du ba om sletting. Det får du ikke medhold i."), refused, "{right}");
    }
}

#[test]
fn a_letter_never_ends_without_what_comes_next() {
    // No date can be told while the clock stands still, and a claim that was dismissed can be made again.
    let mut waiting = in_language(rectification_in_npr(LetterKind::Acknowledgement), Language::Nb);
    let next = "Vi går gjennom henvendelsen og skriver til deg igjen.";
    assert!(composed(&waiting).letter.to_text().contains(next));
    waiting.cases[0].due = erasure_in_kpr(LetterKind::Acknowledgement).cases[0].due;
    assert!(!composed(&waiting).letter.to_text().contains(next));
    for outcome in [Outcome::Dismissed, Outcome::Refused] {
        for input in [
            in_language(erasure_in_kpr(LetterKind::Section25Decision), Language::Nb),
            access_to_hpr(LetterKind::Answer, Language::Nb),
        ] {
            let text = composed(&decided(input, outcome)).letter.to_text();
            assert_eq!(text.contains("Du kan sende et nytt krav når som helst."), outcome == Outcome::Dismissed);
        }
    }
}

#[test]
fn what_a_decision_rests_on_is_listed_once() {
    let mut input = decided(in_language(erasure_in_kpr(LetterKind::Section25Decision), Language::Nb), Outcome::Refused);
    let basis = |text: &'static str| LegalBasis { text: name(text), valid_from: None, valid_to: None, exact: false };
    input.cases[0].legal_basis = [
        "helseregisterloven § 25 første ledd",
        "personvernforordningen artikkel 17 nr. 3",
        "helseregisterloven § 11",
        "personvernforordningen artikkel 77",
        "forvaltningsloven § 25",
        "forvaltningsloven § 13",
    ]
    .map(basis)
    .to_vec();
    let text = composed(&input).letter.to_text();
    let (_, rules) = text.split_once("## Regler\n\n").expect("a list of rules");
    let rules: Vec<&str> = rules.lines().take_while(|line| line.starts_with("- ")).collect();
    assert_eq!(
        rules,
        [
            "- helseregisterloven § 25 om retting, sletting og sperring",
            "- personvernforordningen artikkel 17 om sletting",
            "- KPR-forskriften § 4-3 om begrenset lagring",
            "- helseregisterloven § 11",
            "- forvaltningsloven § 13",
            "- forvaltningsloven §§ 24 og 25 om begrunnelse",
            "- forvaltningsloven §§ 28 til 32 om klage",
            "- forvaltningsloven §§ 18 og 19 om å se sakens dokumenter",
            "- personvernforordningen artikkel 77 og 79 om klage til Datatilsynet og om domstolene",
        ]
    );
}

#[test]
fn an_appeal_need_not_be_signed_on_paper() {
    // Forvaltningsloven § 32: signed, or authenticated as laid down in regulations.
    for (language, wanted) in [
        (
            Language::Nb,
            "Send den i posten med underskrift, eller digitalt hvis vi tilbyr en løsning med sikker innlogging.",
        ),
        (
            Language::Nn,
            "Send klaga i posten med underskrift, eller digitalt dersom vi tilbyr ei løysing med sikker innlogging.",
        ),
        (Language::En, "Send it by post with your signature, or digitally if we offer a solution with secure login."),
    ] {
        let mut answer = decided(access_to_hpr(LetterKind::Answer, language), Outcome::Refused);
        answer.cases[0].individual_decision = true;
        let decision = decided(in_language(erasure_in_kpr(LetterKind::Section25Decision), language), Outcome::Refused);
        for input in [answer, decision] {
            let text = composed(&input).letter.to_text();
            assert!(text.contains(wanted), "{text}");
        }
    }
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
