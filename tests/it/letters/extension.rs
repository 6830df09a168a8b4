//! The notice that an answer takes longer: its words, and what keeps it from being sent (GDPR Art. 12(3)).

use insta::assert_snapshot;
use personvernsak::casework::letter::gate::CheckId;
use personvernsak::casework::letter::input::{ExtensionReason, LetterExtension, LetterInput, PauseGround, SendChannel};
use personvernsak::casework::letter::tree::Block;
use personvernsak::law::rights::{Right, Track};
use personvernsak::wording::Language;

use super::gate::{failing, only_failure, the_failure};
use super::samples::{composed, day, kpr};
use super::situations::{extension, question};

fn read(name: &str, input: &LetterInput) {
    let composed = composed(input);
    assert_eq!(failing(input, &composed), [], "{name}");
    assert_snapshot!(format!("{name}-{}", input.language), composed.letter.to_text());
}

#[test]
fn the_notice_says_when_and_why() {
    for language in Language::ALL {
        read("extension-complexity", &extension(ExtensionReason::Complexity, language));

        let mut by_email = extension(ExtensionReason::Number, language);
        by_email.send = SendChannel::Email;
        by_email.has_email = true;
        read("extension-by-email", &by_email);

        let mut paused = extension(ExtensionReason::Number, language);
        let case = &mut paused.cases[0];
        case.register = kpr();
        case.right = Right::Erasure;
        case.track = Track::Section25;
        case.individual_decision = true;
        case.due.as_mut().expect("a date").paused_days = 9;
        read("extension-section-25-paused", &paused);
    }
}

#[test]
fn who_owes_us_an_answer_is_not_told_to_do_nothing() {
    for language in Language::ALL {
        let mut asked = extension(ExtensionReason::Complexity, language);
        let mut open = question(PauseGround::Clarification);
        open.last_reply_by_on = day("2026-03-06");
        asked.cases[0].questions = vec![open];
        asked.cases[0].due = None;
        asked.cases[0].extension.as_mut().expect("an extension").last_on = None;
        read("extension-question-open", &asked);

        let mut by_email = asked.clone();
        by_email.send = SendChannel::Email;
        by_email.has_email = true;
        read("extension-question-open-by-email", &by_email);

        let mut overdue = asked.clone();
        overdue.cases[0].questions = vec![question(PauseGround::Clarification)];
        read("extension-question-overdue", &overdue);

        for ground in PauseGround::ALL {
            asked.cases[0].questions = vec![question(ground)];
            let text = composed(&asked).letter.to_text();
            let nothing_to_do = language.pick("ikke gjøre noe", "ikkje gjere noko", "not need to do anything");
            assert!(!text.contains(nothing_to_do), "{ground:?}: {text}");
            for date in [
                language.pick("2. februar 2026", "2. februar 2026", "2 February 2026"),
                language.pick("16. februar 2026", "16. februar 2026", "16 February 2026"),
            ] {
                assert!(text.contains(date), "{ground:?}: {text}");
            }
        }
    }
}

#[test]
fn questions_of_two_days_are_both_named() {
    let mut input = extension(ExtensionReason::Complexity, Language::Nb);
    let mut later = question(PauseGround::Clarification);
    later.asked_on = day("2026-02-10");
    later.last_reply_by_on = day("2026-02-25");
    input.cases[0].questions = vec![question(PauseGround::Identity), later];
    let text = composed(&input).letter.to_text();
    assert!(text.contains("spurte deg om 2. februar 2026 og 10. februar 2026"), "{text}");
    assert!(text.contains("svare senest onsdag 25. februar 2026"), "{text}");
}

/// What the occasion check says of a notice whose extension is changed so.
fn against(change: impl FnOnce(&mut LetterExtension)) -> String {
    let mut input = extension(ExtensionReason::Complexity, Language::Nb);
    change(input.cases[0].extension.as_mut().expect("an extension"));
    let failure = only_failure(&input);
    assert_eq!(failure.check, CheckId::Occasion);
    failure.message.nb.into_owned()
}

#[test]
fn only_an_extension_that_is_proposed_in_time_is_told() {
    assert_eq!(
        against(|extension| extension.notice_due_on = Some(day("2026-02-19"))),
        "Siste dag for å melde fra om lengre frist var 19. februar 2026."
    );
    assert_eq!(
        against(|extension| extension.notice_on = Some(day("2026-02-10"))),
        "Fristen i sak 2026/00001-a ble forlenget 10.02.2026. Det kan bare gjøres én gang."
    );
    assert_eq!(
        against(|extension| extension.expected_on = day("2026-03-02")),
        "Svaret er ventet innen den vanlige fristen, som går ut 2. mars 2026."
    );
    assert_eq!(
        against(|extension| extension.expected_on = day("2026-05-01")),
        "Svaret er ventet etter den lengste fristen loven gir. Den går ut 30. april 2026."
    );
    assert_eq!(
        against(|extension| {
            extension.first_on = day("2026-02-10");
            extension.expected_on = day("2026-02-20");
        }),
        "Dagen svaret kunne ventes, er passert: 20. februar 2026."
    );

    let mut input = extension(ExtensionReason::Complexity, Language::Nb);
    let extension = input.cases[0].extension.as_mut().expect("an extension");
    extension.expected_on = day("2026-03-03");
    extension.notice_due_on = Some(input.dated_on);
    assert_eq!(failing(&input, &composed(&input)), [], "on the last day, and a day longer than the month");
    input.cases[0].extension.as_mut().expect("an extension").notice_due_on = None;
    assert_eq!(failing(&input, &composed(&input)), [], "while the clock stands still no day passes");

    input.cases[0].extension = None;
    let failing = failing(&input, &composed(&input));
    assert!(failing.contains(&CheckId::Occasion), "{failing:?}");
}

#[test]
fn the_person_is_told_where_to_complain() {
    let input = extension(ExtensionReason::Complexity, Language::Nn);
    let mut letter = composed(&input);
    letter
        .letter
        .blocks
        .retain(|block| !matches!(block, Block::Paragraph(words) if format!("{words:?}").contains("Datatilsynet")));
    let failure = the_failure(&input, &letter);
    assert_eq!(failure.check, CheckId::Complaint);
    assert_eq!(
        failure.message.nn,
        "Brevet manglar retten til å klage til Datatilsynet, retten til å gå til domstolane."
    );
}
