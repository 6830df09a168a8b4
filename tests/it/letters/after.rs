//! Letters about what was answered: to a recipient of the data, before a restriction is lifted, with an appeal to the body that
//! decides it; and the one that sends an application for destruction to Nasjonalarkivet.

use insta::assert_snapshot;
use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::letter::gate::CheckId;
use personvernsak::casework::letter::input::{
    LetterBody, LetterInput, Protection, RecipientMeasure, RepresentativeKind, SendChannel, recipient_named,
};
use personvernsak::law::rights::{Outcome, Right, Track};
use personvernsak::wording::Language;

use super::gate::{failing, only_failure, the_failure};
use super::samples::{composed, day, name, representative};
use super::situations::{appealed, application, changed, lifted};

fn read(name: &str, input: &LetterInput) {
    let composed = composed(input);
    assert_eq!(failing(input, &composed), [], "{name}");
    assert_snapshot!(format!("{name}-{}", input.language), composed.letter.to_text());
}

/// Every right and outcome that a recipient is told of, with its track.
pub fn told_to_recipients() -> impl Iterator<Item = (Right, Track, Outcome)> {
    Right::ALL.into_iter().flat_map(|right| {
        [Track::General, Track::Section25].into_iter().flat_map(move |track| {
            let told = move |outcome: &Outcome| outcome.is_told_to_recipients(right);
            Outcome::fitting(right, track).filter(told).map(move |outcome| (right, track, outcome))
        })
    })
}

#[test]
fn a_recipient_is_told_what_was_changed_and_no_more() {
    use Outcome::{Blocked, Erased, Granted, PartlyGranted, Rectified, Supplemented};
    for language in Language::ALL {
        for (right, track, outcome) in [
            (Right::Rectification, Track::General, Rectified),
            (Right::Rectification, Track::Section25, Supplemented),
            (Right::Erasure, Track::Section25, Erased),
            (Right::Blocking, Track::Section25, Blocked),
            (Right::Restriction, Track::General, Granted),
            (Right::LimitedStorage, Track::General, PartlyGranted),
        ] {
            read(&format!("recipients-notice-{right}-{outcome}"), &changed(right, track, outcome, language));
        }
    }
    for (right, track, outcome) in told_to_recipients() {
        for language in Language::ALL {
            let input = changed(right, track, outcome, language);
            let composed = composed(&input);
            assert_eq!(failing(&input, &composed), [], "{right} {track} {outcome}");
            let (letter, text) = (&composed.letter, composed.letter.to_text());
            assert_eq!(letter.recipient, ["Folkehelseinstituttet", "Postboks 222 Skøyen", "0213 Oslo"]);
            for none_of_its_business in ["Kaivegen", "Måløy", "legeerklæring", "statement", "31. januar"] {
                assert!(!text.contains(none_of_its_business), "{none_of_its_business}: {text}");
            }
            assert!(letter.attachments.is_empty() && letter.copies_to.is_empty(), "{text}");
        }
    }
}

#[test]
fn whoever_is_told_of_a_change_is_named_first() {
    let mut input = changed(Right::Erasure, Track::Section25, Outcome::Erased, Language::Nb);
    input.fields.remove("recipient");
    let letter = composed(&input);
    assert_eq!(letter.missing, ["recipient"]);
    assert_eq!(letter.letter.recipient, Vec::<String>::new());
    assert_eq!(failing(&input, &letter), [CheckId::Fields, CheckId::Address]);
    // What an open measure says of the recipient is proposed.
    input.addressee =
        Some(LetterBody { address_lines: vec!["0213 Oslo".to_owned()], ..LetterBody::named(name("Kreftregisteret")) });
    let letter = composed(&input);
    assert_eq!(failing(&input, &letter), []);
    assert_eq!(letter.letter.recipient, ["Kreftregisteret", "0213 Oslo"]);
    let [first, ..] = letter.sections.as_slice() else { panic!("no sections") };
    assert_eq!((first.id.as_str(), first.fields[0].value.as_str()), ("addressee", "Kreftregisteret\n0213 Oslo"));
    input.fields.insert("recipient".to_owned(), "Statistisk sentralbyrå".to_owned());
    assert_eq!(composed(&input).letter.recipient, ["Statistisk sentralbyrå"]);
}

#[test]
fn a_measure_for_a_recipient_names_whom_it_is_for() {
    for (text, named) in [
        ("Kreftregisteret", Some(vec!["Kreftregisteret"])),
        ("Si fra til Kreftregisteret", Some(vec!["Kreftregisteret"])),
        (
            "Sei frå til Kreftregisteret\n\nPostboks 5313\n0304 Oslo",
            Some(vec!["Kreftregisteret", "Postboks 5313", "0304 Oslo"]),
        ),
        ("Si fra til dem som har fått opplysningene", None),
        ("Send brev til alle sykehusene.", None),
        ("Varsle sykehuset", None),
        ("Finn ut hvem som har fått opplysningene fra oss siden 2018 og skriv til hver av dem", None),
        ("", None),
    ] {
        let named = named.map(|lines| lines.into_iter().map(str::to_owned).collect::<Vec<_>>());
        let found = recipient_named(text);
        // «Send brev til …» begins with a capital letter, but ends as a sentence.
        assert_eq!(found, named, "{text}");
    }
}

#[test]
fn the_letter_carries_out_the_measure_that_names_its_recipient() {
    let mut input = changed(Right::Erasure, Track::Section25, Outcome::Erased, Language::Nb);
    let measure = |id: &str, recipient: &[&str]| RecipientMeasure {
        id: id.to_owned(),
        recipient: recipient.iter().map(|line| (*line).to_owned()).collect(),
    };
    input.cases[0].recipient_measures = vec![
        measure("underretning", &[]),
        measure("1", &["Kreftregisteret"]),
        measure("2", &["folkehelseinstituttet"]),
    ];
    let carried = |input: &LetterInput| input.carries_out(&input.cases[0]).map(|measure| measure.id.clone());
    assert_eq!(carried(&input).as_deref(), Some("2"));
    input.fields.insert("measure".to_owned(), "underretning".to_owned());
    assert_eq!(carried(&input).as_deref(), Some("underretning"));
    assert_eq!(failing(&input, &composed(&input)), []);
    input.fields.insert("measure".to_owned(), "7".to_owned());
    let failure = only_failure(&input);
    assert_eq!((failure.check, failure.field.as_deref()), (CheckId::Occasion, Some("measure")));
    assert!(failure.todo.expect("something to do").nb.contains("underretning, 1, 2"));
    input.fields.insert("measure".to_owned(), String::new());
    input.fields.insert("recipient".to_owned(), "Statistisk sentralbyrå".to_owned());
    assert_eq!(carried(&input), None, "a recipient that no measure names settles none");
}

#[test]
fn nobody_is_told_of_a_change_that_is_not_made() {
    let mut input = changed(Right::Erasure, Track::Section25, Outcome::Erased, Language::Nb);
    input.cases[0].carried_out_on = None;
    assert_eq!(failing(&input, &composed(&input)), [CheckId::Fields, CheckId::Occasion]);
    let mut unanswered = changed(Right::Erasure, Track::Section25, Outcome::Erased, Language::Nb);
    unanswered.cases[0].answer = None;
    assert_eq!(only_failure(&unanswered).check, CheckId::Occasion);
    let refused = changed(Right::Erasure, Track::Section25, Outcome::Refused, Language::Nb);
    assert_eq!(only_failure(&refused).check, CheckId::Occasion);
    let mut told = changed(Right::Erasure, Track::Section25, Outcome::Erased, Language::Nb);
    told.fields.insert("notice_content".to_owned(), "Personen bor i Kaivegen 12.".to_owned());
    let failure = only_failure(&told);
    assert_eq!((failure.check, failure.field.as_deref()), (CheckId::Address, Some("notice_content")));
}

#[test]
fn a_person_is_told_before_a_restriction_is_lifted() {
    for language in Language::ALL {
        read("restriction-lift-notice", &lifted(Outcome::Granted, language));
        let mut represented = lifted(Outcome::Blocked, language);
        represented.representative = Some(representative(RepresentativeKind::Authorised));
        represented.office.ombud_contact = String::new();
        represented.office.telephone = None;
        read("restriction-lift-notice-representative", &represented);
    }
    for lifted_on in ["2026-03-18", "2026-03-01"] {
        let mut input = lifted(Outcome::PartlyGranted, Language::Nb);
        input.fields.insert("lifted_on".to_owned(), lifted_on.to_owned());
        let failure = only_failure(&input);
        assert_eq!((failure.check, failure.field.as_deref()), (CheckId::Dates, Some("lifted_on")), "{lifted_on}");
    }
    let mut words = lifted(Outcome::Granted, Language::Nb);
    words.fields.insert("lifted_on".to_owned(), "snart".to_owned());
    assert_eq!(only_failure(&words).check, CheckId::Dates);
    let mut refused = lifted(Outcome::Refused, Language::Nb);
    assert_eq!(only_failure(&refused).check, CheckId::Occasion);
    refused.cases[0].outcome = Some(Outcome::Granted);
    refused.send = SendChannel::Email;
    refused.has_email = true;
    assert_eq!(only_failure(&refused).check, CheckId::Channel);
}

#[test]
fn an_appeal_goes_to_the_body_that_decides_it_with_a_copy_to_the_person() {
    for language in Language::ALL {
        read("complaint-forwarding", &appealed(Right::Erasure, Outcome::Refused, language));
        let mut represented = appealed(Right::Erasure, Outcome::Blocked, language);
        represented.representative = Some(representative(RepresentativeKind::Guardian));
        represented.fields.insert("complaint_on".to_owned(), "2026-03-17".to_owned());
        let in_time = language.pick(
            "Den var postlagt 12. mars 2026, og er i tide.",
            "Ho var postlagd 12. mars 2026, og er i tide.",
            "It was posted on 12 March 2026, and is in time.",
        );
        represented.fields.insert("complaint_in_time".to_owned(), in_time.to_owned());
        read("complaint-forwarding-representative", &represented);
    }
    let letter = composed(&appealed(Right::Erasure, Outcome::Refused, Language::Nb)).letter;
    assert_eq!(letter.recipient, ["Helse- og omsorgsdepartementet", "Postboks 8011 Dep", "0030 Oslo"]);
    assert_eq!(letter.copies_to, ["Torgeir Nesbø"]);
    assert_eq!(
        letter.attachments,
        [
            "Klagen, slik vi fikk den",
            "Vedtaket (2026/00001-3)",
            "Kravet, slik vi fikk det",
            "legeerklæring",
            "De andre dokumentene i saken"
        ]
    );
}

#[test]
fn an_appeal_in_time_is_said_to_be_where_that_is_certain() {
    // Three weeks from Friday 20 February 2026 is Friday 13 March. What came later may still be in time: somebody has to say.
    for (came_on, certain) in [("2026-02-20", true), ("2026-03-13", true), ("2026-03-14", false), ("2026-03-17", false)]
    {
        let mut input = appealed(Right::Erasure, Outcome::Refused, Language::Nb);
        input.fields.insert("complaint_on".to_owned(), came_on.to_owned());
        let missing = composed(&input).missing;
        assert_eq!(missing.is_empty(), certain, "{came_on}: {missing:?}");
        assert!(certain || missing == ["complaint_in_time"]);
    }
    // A decision of Saturday 14 March: the weeks end on Saturday 4 April, and Easter moves the end to Tuesday 7 April.
    let mut easter = appealed(Right::Erasure, Outcome::Refused, Language::Nb);
    easter.dated_on = day("2026-04-20");
    easter.cases[0].answer.as_mut().expect("an answer").dated_on = day("2026-03-14");
    easter.fields.insert("complaint_on".to_owned(), "07.04.2026".to_owned());
    assert_eq!(failing(&easter, &composed(&easter)), []);
    for came_on in ["2026-02-19", "2026-03-19", "i går"] {
        let mut input = appealed(Right::Erasure, Outcome::Refused, Language::Nb);
        input.fields.insert("complaint_on".to_owned(), came_on.to_owned());
        input.fields.insert("complaint_in_time".to_owned(), "Klagen er i tide.".to_owned());
        let failure = only_failure(&input);
        assert_eq!((failure.check, failure.field.as_deref()), (CheckId::Dates, Some("complaint_on")), "{came_on}");
    }
}

#[test]
fn only_a_decision_that_was_sent_can_be_appealed() {
    let mut unsent = appealed(Right::Erasure, Outcome::Refused, Language::Nb);
    unsent.cases[0].answer = None;
    let letter = composed(&unsent);
    assert!(failing(&unsent, &letter).contains(&CheckId::Occasion));
    let mut no_decision = appealed(Right::Erasure, Outcome::Refused, Language::Nb);
    no_decision.cases[0].individual_decision = false;
    assert_eq!(only_failure(&no_decision).check, CheckId::Occasion);
    let mut nobody = appealed(Right::Erasure, Outcome::Refused, Language::Nb);
    nobody.addressee = None;
    assert_eq!(only_failure(&nobody).check, CheckId::Address);
    let mut by_email = appealed(Right::Erasure, Outcome::Refused, Language::Nb);
    by_email.send = SendChannel::Email;
    assert_eq!(only_failure(&by_email).check, CheckId::Channel);
}

#[test]
fn nasjonalarkivet_gets_the_application_with_what_was_found_and_what_we_think() {
    for language in Language::ALL {
        read("kassasjon-opinion", &application(language));
        let mut represented = application(language);
        represented.representative = Some(representative(RepresentativeKind::Parent));
        represented.fields.remove("subject");
        read("kassasjon-opinion-representative", &represented);
    }
    let mut other = application(Language::Nb);
    other.cases[0].right = Right::Erasure;
    assert_eq!(only_failure(&other).check, CheckId::Occasion);
    let mut dismissed = application(Language::Nb);
    dismissed.cases[0].outcome = Some(Outcome::Dismissed);
    assert_eq!(only_failure(&dismissed).check, CheckId::Occasion);
}

#[test]
fn the_answer_says_that_nasjonalarkivet_has_the_application_when_it_has() {
    let mut answer = application(Language::Nb);
    answer.kind = LetterKind::Answer;
    answer.fields.remove("investigation");
    answer.cases[0].outcome = Some(Outcome::Forwarded);
    answer.addressee = None;
    let letter = composed(&answer);
    assert_eq!(the_failure(&answer, &letter).check, CheckId::Occasion);
    answer.cases[0].sent_on = Some(day("2026-02-20"));
    assert_eq!(failing(&answer, &composed(&answer)), []);
}

#[test]
fn a_letter_to_a_body_about_a_protected_person_shows_no_address_and_is_handed_over() {
    for mut input in [
        changed(Right::Erasure, Track::Section25, Outcome::Erased, Language::Nb),
        appealed(Right::Erasure, Outcome::Refused, Language::Nb),
        application(Language::Nb),
    ] {
        input.person.protection = Protection::Confidential;
        input.person.address_lines = Vec::new();
        assert_eq!(only_failure(&input).check, CheckId::Channel, "{:?}", input.kind);
        input.send = SendChannel::HandedOver;
        assert_eq!(failing(&input, &composed(&input)), [], "{:?}", input.kind);
    }
}
