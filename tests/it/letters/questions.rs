//! Letters that ask, and that remind of what was asked: their words, and what keeps them from being sent.

use insta::assert_snapshot;
use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::letter::gate::CheckId;
use personvernsak::casework::letter::input::{
    DueDate, IdentityStatus, LetterInput, PauseGround, RepresentativeKind, SendChannel,
};
use personvernsak::law::rights::{Right, Track};
use personvernsak::wording::Language;

use super::gate::{failing, only_failure};
use super::samples::{composed, day, hpr, kpr, rectification_in_npr, representative};
use super::situations::{bare_erasure, bare_rectification, by_email, question, reminder, unclear_access};

/// Looks at a letter that passes the gate, word by word.
fn read(name: &str, input: &LetterInput) {
    let composed = composed(input);
    assert_eq!(failing(input, &composed), [], "{name}");
    assert_snapshot!(format!("{name}-{}", input.language), composed.letter.to_text());
}

#[test]
fn clarification_is_asked_for() {
    for language in Language::ALL {
        read("clarification-access", &unclear_access(language));
        let mut neutral = by_email(unclear_access(language));
        neutral.fields.insert("questions".to_owned(), "- 2019, 2020?".to_owned());
        read("clarification-by-email", &neutral);
        let mut other = unclear_access(language);
        other.cases[0].right = Right::Erasure;
        other.cases[0].register = hpr();
        other.cases[0].track = Track::General;
        read("clarification-erasure", &other);
    }
}

#[test]
fn grounds_are_asked_for_as_far_as_they_are_missing() {
    for language in Language::ALL {
        read("grounds-erasure", &bare_erasure(language));

        let mut only_documents = bare_erasure(language);
        only_documents.cases[0].grounds_given = true;
        only_documents.cases[0].right = Right::Blocking;
        read("grounds-blocking-documents", &only_documents);

        let mut only_grounds = bare_erasure(language);
        only_grounds.attachments = vec!["legeerklæring".to_owned()];
        only_grounds.cases[0].documents_given = true;
        only_grounds.representative = Some(representative(RepresentativeKind::Guardian));
        read("grounds-erasure-attached", &only_grounds);

        read("grounds-rectification", &bare_rectification(language));

        let mut in_kpr = bare_rectification(language);
        in_kpr.cases[0].register = kpr();
        in_kpr.cases[0].grounds_given = true;
        read("grounds-rectification-documents", &in_kpr);
    }
}

#[test]
fn grounds_for_two_claims_are_asked_for_in_one_letter() {
    let mut input = bare_erasure(Language::Nb);
    let mut second = bare_rectification(Language::Nb).cases.remove(0);
    second.number = "2026/00001-b".to_owned();
    input.cases.push(second);
    read("grounds-two-cases", &input);
}

#[test]
fn reminders_say_what_is_waited_for() {
    for language in Language::ALL {
        read("reminder-identity-by-email", &reminder(PauseGround::Identity, language));

        let mut by_post = reminder(PauseGround::Identity, language);
        by_post.person.address_lines = vec!["Storgata 8".to_owned(), "2815 Gjøvik".to_owned()];
        by_post.send = SendChannel::Letter;
        read("reminder-identity", &by_post);

        let mut authority = reminder(PauseGround::Authority, language);
        authority.representative = Some(representative(RepresentativeKind::Authorised));
        read("reminder-authority", &authority);

        read("reminder-clarification", &reminder(PauseGround::Clarification, language));
        read("reminder-clarification-by-email", &by_email(reminder(PauseGround::Clarification, language)));

        let mut rectification = bare_rectification(language);
        rectification.kind = LetterKind::Reminder;
        rectification.received_on = day("2026-01-31");
        rectification.cases[0].questions = vec![question(PauseGround::Clarification)];
        read("reminder-rectification", &rectification);

        read("reminder-section-25", &reminder(PauseGround::Section25Documentation, language));
        read("reminder-section-25-by-email", &by_email(reminder(PauseGround::Section25Documentation, language)));

        let mut documents = reminder(PauseGround::Section25Documentation, language);
        documents.cases[0].grounds_given = true;
        read("reminder-section-25-documents", &documents);
    }
}

#[test]
fn what_was_given_is_not_asked_for_again() {
    let mut grounds = bare_erasure(Language::Nb);
    grounds.cases[0].grounds_given = true;
    assert_eq!(failing(&grounds, &composed(&grounds)), [], "documentation is missing");
    grounds.cases[0].documents_given = true;
    assert_eq!(only_failure(&grounds).check, CheckId::AlreadyGiven);

    let mut identity = reminder(PauseGround::Identity, Language::Nb);
    identity.identity = IdentityStatus::Confirmed { method: None, on: None };
    assert_eq!(only_failure(&identity).check, CheckId::AlreadyGiven);
}

#[test]
fn a_reminder_of_authority_and_something_else_asks_for_both() {
    for language in Language::ALL {
        let mut input = reminder(PauseGround::Authority, language);
        input.representative = Some(representative(RepresentativeKind::Authorised));
        input.cases[0].questions.push(question(PauseGround::Section25Documentation));
        read("reminder-authority-and-grounds", &input);
    }
}

#[test]
fn documents_that_came_as_an_answer_are_not_asked_for_again() {
    for language in Language::ALL {
        let mut input = bare_erasure(language);
        input.cases[0].documents_given = true;
        read("grounds-erasure-documented", &input);
    }
}

#[test]
fn no_claim_of_a_letter_is_asked_for_what_was_given() {
    let mut input = bare_erasure(Language::Nb);
    let mut second = input.cases[0].clone();
    second.number = "2026/00001-b".to_owned();
    second.grounds_given = true;
    second.documents_given = true;
    input.cases.push(second);
    assert_eq!(only_failure(&input).check, CheckId::AlreadyGiven);
}

#[test]
fn a_claim_that_is_not_section_25_is_asked_for_no_grounds() {
    let mut access = bare_erasure(Language::Nb);
    access.cases[0].track = Track::General;
    let failure = only_failure(&access);
    assert_eq!(failure.check, CheckId::Occasion);
    assert_eq!(failure.message.nb, "Sak 2026/00001-a er ikke et krav etter helseregisterloven § 25.");
    // Nor does a clarification fit a claim that somebody else answers.
    let mut elsewhere = unclear_access(Language::Nb);
    elsewhere.cases[0].track = Track::Forward;
    assert_eq!(only_failure(&elsewhere).check, CheckId::Occasion);
}

#[test]
fn without_a_question_there_is_nothing_to_remind_of() {
    let mut answered = reminder(PauseGround::Section25Documentation, Language::Nb);
    answered.cases[0].questions.clear();
    let failing = failing(&answered, &composed(&answered));
    assert!(failing.contains(&CheckId::Occasion), "{failing:?}");
}

#[test]
fn the_caseworker_may_give_the_person_more_time() {
    let mut input = bare_erasure(Language::Nb);
    for text in ["2026-03-06", "06.03.2026"] {
        input.fields.insert("reply_by_on".to_owned(), text.to_owned());
        assert_eq!(input.reply_by(), Some(day("2026-03-06")));
        let composed = composed(&input);
        assert_eq!(failing(&input, &composed), []);
        let text = composed.letter.to_text();
        assert!(text.contains("svare senest fredag 6. mars 2026") && !text.contains("16. februar"), "{text}");
    }
    for (text, problem) in [
        ("snart", "Svarfristen er ikke skrevet som en dato."),
        ("2026-02-02", "Svarfristen er ikke etter brevets dato."),
        ("2026-05-03", "Svarfristen er mer enn tre måneder etter brevets dato."),
    ] {
        input.fields.insert("reply_by_on".to_owned(), text.to_owned());
        let failure = only_failure(&input);
        assert_eq!((failure.check, failure.message.nb.as_ref()), (CheckId::Dates, problem));
        assert_eq!(failure.field.as_deref(), Some("reply_by_on"));
    }
    input.fields.insert("reply_by_on".to_owned(), "2026-05-02".to_owned());
    assert_eq!(failing(&input, &composed(&input)), [], "three months to the day");
}

#[test]
fn a_reminder_takes_no_time_away() {
    let mut input = reminder(PauseGround::Section25Documentation, Language::Nb);
    input.cases[0].questions[0].last_reply_by_on = day("2026-03-10");
    let failure = only_failure(&input);
    assert_eq!(failure.check, CheckId::Dates);
    assert!(failure.message.nb.contains("lengre tid"), "{}", failure.message.nb);
}

#[test]
fn a_field_of_the_whole_letter_is_filled_once() {
    let mut input = bare_erasure(Language::Nb);
    let mut second = input.cases[0].clone();
    second.number = "2026/00001-b".to_owned();
    input.cases.push(second);
    let composed = composed(&input);
    let ids: Vec<&str> =
        composed.sections.iter().flat_map(|section| &section.fields).map(|field| field.id.as_str()).collect();
    assert_eq!(ids, ["reply_by_on", "guidance.a", "guidance.b"]);
}

#[test]
fn what_the_person_must_say_about_their_health_is_not_asked_for_by_email() {
    let input = by_email(bare_rectification(Language::Nb));
    let failure = only_failure(&input);
    assert_eq!(failure.check, CheckId::Channel);
    assert!(failure.todo.expect("something to do").nb.starts_with("Velg brev"));
    assert_eq!(rectification_in_npr(LetterKind::IdentityRequest).send, SendChannel::Email, "identity comes first");
}

/// What the letter says of our own period.
fn on_our_period(input: &LetterInput) -> (bool, bool) {
    let text = composed(input).letter.to_text();
    (text.contains("står stille") || text.contains("står den stille"), text.contains("det beklager vi"))
}

#[test]
fn a_pause_is_promised_only_where_it_counts() {
    let mut asked = [bare_erasure(Language::Nb), bare_rectification(Language::Nb), unclear_access(Language::Nb)];
    for input in &mut asked {
        assert_eq!(on_our_period(input), (true, false), "{:?}", input.kind);
        // The last day had passed when the question was asked.
        input.cases[0].due = Some(late(input.dated_on));
        assert_eq!(on_our_period(input), (false, true), "{:?}", input.kind);
    }
    let mut identity = rectification_in_npr(LetterKind::IdentityRequest);
    assert_eq!(on_our_period(&identity), (true, false));
    identity.cases[0].due = Some(late(identity.dated_on));
    assert_eq!(on_our_period(&identity), (false, true));

    // Our period runs on while § 25 documentation is waited for. If it ends before the person has to answer, it does not
    // stand still at all.
    let mut erasure = bare_erasure(Language::Nb);
    erasure.fields.insert("reply_by_on".to_owned(), "2026-03-01".to_owned());
    assert_eq!(on_our_period(&erasure), (true, false), "the pause begins on the last day");
    erasure.fields.insert("reply_by_on".to_owned(), "2026-03-02".to_owned());
    assert_eq!(on_our_period(&erasure), (false, false));

    let mut reminded = reminder(PauseGround::Clarification, Language::Nb);
    assert_eq!(on_our_period(&reminded), (true, false));
    reminded.cases[0].due = Some(late(day("2026-02-02")));
    assert_eq!(on_our_period(&reminded), (false, true));
}

/// A last day that was the day before.
fn late(today: chrono::NaiveDate) -> DueDate {
    let due_on = today - chrono::Days::new(1);
    DueDate { due_on, nominal_on: due_on, paused_days: 0, extended: false }
}

#[test]
fn each_claim_of_a_reminder_has_its_own_pause() {
    let mut input = reminder(PauseGround::Section25Documentation, Language::Nb);
    let mut second = input.cases[0].clone();
    second.number = "2026/00001-b".to_owned();
    second.right = Right::Rectification;
    second.questions = vec![question(PauseGround::Clarification)];
    input.cases.push(second);
    read("reminder-two-cases", &input);
}
