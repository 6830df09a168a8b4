//! What an answer says was done, for every right and every outcome that the right can end in.

use std::fmt::Write as _;

use insta::assert_snapshot;
use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::letter::gate::CheckId;
use personvernsak::casework::letter::input::LetterInput;
use personvernsak::casework::letter::tree::{Block, Inline};
use personvernsak::law::rights::{Outcome, Right, Track};
use personvernsak::wording::Language;

use super::gate::{failing, the_failure};
use super::samples::{access_to_hpr, composed, decided, kpr};

/// A claim on this right that ended so, before the caseworker has filled in anything.
pub fn answered(right: Right, track: Track, outcome: Outcome, language: Language) -> LetterInput {
    let mut input = decided(access_to_hpr(LetterKind::Answer, language), outcome);
    input.fields.clear();
    let case = &mut input.cases[0];
    case.register = kpr();
    case.right = right;
    case.track = track;
    if track != Track::Forward {
        case.handled_by = None;
        // Nasjonalarkivet has the application before the person is told so.
        case.sent_on = (right == Right::Kassasjon).then_some(input.dated_on);
    }
    input
}

/// Every right and outcome that an answer has to tell, with the track.
pub fn possible() -> impl Iterator<Item = (Right, Track, Outcome)> {
    Right::ALL.into_iter().flat_map(|right| {
        Track::ALL.into_iter().flat_map(move |track| {
            let told = move |outcome: &Outcome| LetterKind::Answer.can_tell(*outcome, track);
            Outcome::fitting(right, track).filter(told).map(move |outcome| (right, track, outcome))
        })
    })
}

/// The letter with everything filled in that it asks for, and the fields that it asked for.
pub fn filled(mut input: LetterInput) -> (LetterInput, Vec<String>) {
    let missing = composed(&input).missing;
    for id in &missing {
        let value = match id.as_str() {
            "done_on" => "2026-03-06",
            "sent_to" => "Datatilsynet",
            _ => "Tekst fra saksbehandleren.",
        };
        input.fields.insert(id.clone(), value.to_owned());
    }
    (input, missing)
}

/// The first words of the answer: those in bold.
fn opening(input: &LetterInput) -> String {
    let letter = composed(input).letter;
    let Some(Block::Paragraph(words)) = letter.blocks.first() else { panic!("{letter:?}") };
    let Some(Inline::Strong(words)) = words.first() else { panic!("no bold words: {words:?}") };
    words.replace('\u{a0}', " ")
}

#[test]
fn every_right_and_outcome_has_words_and_asks_for_what_they_need() {
    for language in Language::ALL {
        let mut table = String::new();
        let mut last = None;
        for (right, track, outcome) in possible().filter(|(_, track, _)| *track != Track::RegisterAccess) {
            if last != Some((right, track)) && (track == Track::General || right == Right::Access) {
                writeln!(table, "{right}, {track}").expect("written");
                last = Some((right, track));
            }
            let (input, asked) = filled(answered(right, track, outcome, language));
            let letter = composed(&input);
            assert_eq!(letter.missing, Vec::<String>::new(), "{right} {track} {outcome} {language}");
            assert_eq!(failing(&input, &letter), [], "{right} {track} {outcome} {language}");
            assert!(!letter.letter.to_text().contains('['), "{right} {track} {outcome} {language}: a field shows");
            if track != Track::General && right != Right::Access {
                continue;
            }
            writeln!(table, "  {:<18} {} [{}]", outcome.id(), opening(&input), asked.join(", ")).expect("written");
        }
        assert_snapshot!(format!("answers-{language}"), table);
    }
}

#[test]
fn access_by_a_register_s_own_arrangement_is_answered_in_the_same_words() {
    for (right, track, outcome) in possible().filter(|(_, track, _)| *track == Track::RegisterAccess) {
        let text = |track| composed(&answered(right, track, outcome, Language::Nb)).letter.to_text();
        assert_eq!(text(track), text(Track::General), "{right} {outcome}");
    }
}

#[test]
fn a_refusal_names_its_ground_datatilsynet_and_the_courts() {
    for language in Language::ALL {
        for (right, track, outcome) in possible() {
            let (input, _) = filled(answered(right, track, outcome, language));
            let text = composed(&input).letter.to_text();
            let refuses = matches!(outcome, Outcome::Refused | Outcome::PartlyGranted | Outcome::Dismissed);
            if refuses || outcome == Outcome::NoData {
                let reasons = input.cases[0].reasons.as_deref().expect("reasons");
                let ground = reasons.split("\n\n").next().expect("a ground");
                assert!(text.contains(ground), "{right} {outcome} {language}: {text}");
            }
            for remedy in ["Datatilsynet", language.pick("domstolene", "domstolane", "go to the courts")] {
                assert!(text.contains(remedy), "{right} {outcome} {language}");
            }
            let weeks = language.pick("tre uker", "tre veker", "three weeks");
            assert!(!text.contains(weeks), "{right} {outcome} {language}: no enkeltvedtak");
        }
    }
    let mut without = answered(Right::Objection, Track::General, Outcome::Refused, Language::Nb);
    without.cases[0].reasons = None;
    let letter = composed(&without);
    assert_eq!(the_failure(&without, &letter).check, CheckId::Fields);
    assert_eq!(letter.missing, ["reasons"]);
}

#[test]
fn an_enkeltvedtak_adds_the_appeal() {
    for (language, within) in [
        (Language::Nb, "innen tre uker fra du fikk dette brevet"),
        (Language::Nn, "innan tre veker frå du fekk dette brevet"),
        (Language::En, "within three weeks from the day you received this letter"),
    ] {
        let mut input = answered(Right::Reservation, Track::General, Outcome::Refused, language);
        input.cases[0].individual_decision = true;
        let letter = composed(&input);
        assert_eq!(failing(&input, &letter), []);
        assert!(letter.letter.to_text().contains(within), "{language}");
    }
}

#[test]
fn what_was_done_is_told_in_full() {
    use Outcome::{Blocked, Forwarded, Granted, Refused};
    for (right, outcome) in [
        (Right::WithdrawConsent, Granted),
        (Right::Restriction, Blocked),
        (Right::Objection, Refused),
        (Right::MarketingObjection, Granted),
        (Right::Portability, Refused),
        (Right::AutomatedDecision, Refused),
        (Right::Kassasjon, Forwarded),
        (Right::AccessLog, Granted),
    ] {
        for language in Language::ALL {
            let (mut input, _) = filled(answered(right, Track::General, outcome, language));
            let texts = [
                (
                    "reasons",
                    Refused,
                    [
                        "Vi må ha opplysningene for å kunne dokumentere hjelpen du fikk.",
                        "Vi må ha opplysningane for å kunne dokumentere hjelpa du fekk.",
                        "We need the data to be able to document the help that you were given.",
                    ],
                ),
                (
                    "granted",
                    Granted,
                    [
                        "- 3. mars 2025: Folkehelseinstituttet fikk opplysninger til statistikk.",
                        "- 3. mars 2025: Folkehelseinstituttet fekk opplysningar til statistikk.",
                        "- 3 March 2025: Folkehelseinstituttet was given data for statistics.",
                    ],
                ),
                (
                    "opinion",
                    Forwarded,
                    [
                        "Vi mener at opplysningene bør kasseres, siden de er en belastning for deg og ingen trenger dem.",
                        "Vi meiner at opplysningane bør kasserast, sidan dei er ei belastning for deg og ingen treng dei.",
                        "We think that the data should be destroyed, since they are a burden for you and nobody needs them.",
                    ],
                ),
            ];
            for (field, belongs, [nb, nn, en]) in texts {
                let logs = field != "granted" || right == Right::AccessLog;
                if belongs == outcome && logs {
                    input.fields.insert(field.to_owned(), language.pick(nb, nn, en).to_owned());
                }
            }
            let letter = composed(&input);
            assert_eq!(failing(&input, &letter), [], "{right} {outcome} {language}");
            assert_snapshot!(format!("answer-{right}-{outcome}-{language}"), letter.letter.to_text());
        }
    }
}
