//! Letters that tell of a wait without moving any date: the notice of delay (GDPR Art. 12(3) and (4)) and the provisional
//! reply (forvaltningsloven § 11 a).

use insta::assert_snapshot;
use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::letter::gate::{CheckId, GateCheck};
use personvernsak::casework::letter::input::{DueDate, ExtensionReason, LetterInput, PauseGround};
use personvernsak::law::rights::{Right, Track};
use personvernsak::wording::Language;

use super::gate::{failing, only_failure};
use super::samples::{composed, day};
use super::situations::{by_email, delayed, extension, question};

const DELAY: LetterKind = LetterKind::DelayNotice;
const INTERIM: LetterKind = LetterKind::InterimReply;

fn read(name: &str, input: &LetterInput) {
    let composed = composed(input);
    assert_eq!(failing(input, &composed), [], "{name}");
    assert_snapshot!(format!("{name}-{}", input.language), composed.letter.to_text());
}

/// A claim for access, which ends in no enkeltvedtak.
fn access(mut input: LetterInput) -> LetterInput {
    input.cases[0].right = Right::Access;
    input.cases[0].track = Track::General;
    input.cases[0].individual_decision = false;
    input
}

/// The last day for the answer, after so many days of waiting for the person.
fn due(on: &str, paused_days: u32) -> DueDate {
    DueDate { due_on: day(on), nominal_on: day(on), paused_days, extended: false }
}

#[test]
fn a_delay_is_told_with_reason_day_and_remedies() {
    for language in Language::ALL {
        read("delay", &access(delayed(DELAY, language)));
        read("delay-by-email", &by_email(delayed(DELAY, language)));

        let mut near = delayed(DELAY, language);
        near.dated_on = day("2026-02-26");
        near.cases[0].questions = vec![question(PauseGround::Section25Documentation)];
        near.cases[0].questions[0].last_reply_by_on = day("2026-03-06");
        read("delay-near", &near);
    }
}

#[test]
fn a_provisional_reply_says_when_the_decision_comes() {
    for language in Language::ALL {
        let mut waited = delayed(INTERIM, language);
        waited.cases[0].due = Some(due("2026-03-23", 21));
        read("interim", &waited);
        read("interim-overdue", &delayed(INTERIM, language));

        let mut waiting = delayed(INTERIM, language);
        waiting.cases[0].due = None;
        waiting.cases[0].questions = vec![question(PauseGround::Section25Documentation)];
        read("interim-waiting-by-email", &by_email(waiting));
    }
}

/// The one check that fails: which, what it says, and the field that mends it.
fn failure(input: &LetterInput) -> (CheckId, String, Option<String>) {
    let GateCheck { check, message, field, .. } = only_failure(input);
    (check, message.nb.into_owned(), field)
}

#[test]
fn there_is_a_delay_once_the_last_day_is_near() {
    // Monday 2 March is the last day; Tuesday 24 February is four working days before it.
    for (dated_on, near) in [("2026-02-24", false), ("2026-02-25", true), ("2026-03-02", true), ("2026-05-04", true)] {
        let mut input = delayed(DELAY, Language::Nb);
        input.dated_on = day(dated_on);
        input.fields.insert("expected_on".to_owned(), "2026-06-01".to_owned());
        let found = failing(&input, &composed(&input));
        assert_eq!(found.is_empty(), near, "{dated_on}: {found:?}");
    }
    let mut input = delayed(DELAY, Language::Nb);
    input.cases[0].due = None;
    let failing = failing(&input, &composed(&input));
    assert!(failing.contains(&CheckId::Occasion), "the clock stands still: {failing:?}");
}

#[test]
fn only_what_ends_in_a_decision_has_a_provisional_reply() {
    let (check, message, _) = failure(&access(delayed(INTERIM, Language::Nb)));
    assert_eq!(check, CheckId::Occasion);
    assert!(message.ends_with("så den har ikke frist for foreløpig svar."), "{message}");

    let mut extended = delayed(INTERIM, Language::Nb);
    extended.cases[0].extension = extension(ExtensionReason::Complexity, Language::Nb).cases.remove(0).extension;
    assert_eq!(failing(&extended, &composed(&extended)), [], "a proposal tells the person nothing");
    extended.cases[0].extension.as_mut().expect("an extension").notice_on = Some(day("2026-02-20"));
    let (_, message, _) = failure(&extended);
    assert_eq!(message, "Personen fikk melding om lengre frist 20. februar 2026.");
}

#[test]
fn the_day_of_the_answer_is_one_that_can_be_told() {
    let field = Some("expected_on".to_owned());
    for (kind, last_on, expected_on, wrong) in [
        (DELAY, "2026-03-02", "snart", Some("Dagen svaret kan ventes, er ikke skrevet som en dato.")),
        (DELAY, "2026-03-02", "2026-03-04", Some("Dagen svaret kan ventes, er ikke etter brevets dato.")),
        (DELAY, "2026-03-02", "05.03.2026", None),
        (
            DELAY,
            "2026-03-06",
            "2026-03-06",
            Some("Svaret er ventet innen fristen, og da er det ikke forsinket. Fristen går ut 6. mars 2026."),
        ),
        (DELAY, "2026-03-06", "2026-03-09", None),
        (INTERIM, "2026-03-20", "2026-03-20", None),
        (
            INTERIM,
            "2026-03-20",
            "2026-03-23",
            Some("Svaret er ventet etter fristen, som et foreløpig svar ikke flytter. Den går ut 20. mars 2026."),
        ),
        (INTERIM, "2026-03-02", "2026-03-23", None),
    ] {
        let mut input = delayed(kind, Language::Nb);
        input.cases[0].due = Some(due(last_on, 0));
        input.fields.insert("expected_on".to_owned(), expected_on.to_owned());
        match wrong {
            Some(message) => assert_eq!(failure(&input), (CheckId::Dates, message.to_owned(), field.clone())),
            None => assert_eq!(failing(&input, &composed(&input)), [], "{last_on} {expected_on}"),
        }
    }
    let mut input = delayed(DELAY, Language::Nb);
    input.fields.remove("expected_on");
    assert_eq!(failure(&input).0, CheckId::Fields);
}
