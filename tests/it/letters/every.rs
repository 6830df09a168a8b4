//! Every letter that the program can write: each kind in each language, and each outcome and right where the words differ.

use std::collections::BTreeSet;

use personvernsak::casework::letter::input::{
    CorrectedLetter, ExtensionReason, IdentityStatus, LetterInput, Mode, PauseGround, RepresentativeKind, SendChannel,
};
use personvernsak::casework::letter::{Composed, LetterKind};
use personvernsak::law::rights::{Outcome, Right, Track};
use personvernsak::wording::Language;

use super::access;
use super::after::told_to_recipients;
use super::answers::{answered, filled, possible};
use super::gate::failing;
use super::samples::{
    access_to_hpr, case, composed, decided, erasure_in_kpr, hpr, in_language, kpr, rectification_in_npr, representative,
};
use super::situations::{
    agreed, appealed, application, bare_erasure, bare_rectification, changed, delayed, elsewhere, extension, lifted,
    mixed, reminder, unclear_access,
};

/// Every letter by a name of its own.
pub fn every_letter() -> Vec<(String, LetterInput)> {
    Language::ALL.into_iter().flat_map(in_one_language).collect()
}

/// What a kind says in one language. The match has no default, so that a new kind is not forgotten here.
fn in_one_language(language: Language) -> Vec<(String, LetterInput)> {
    let mut letters = Vec::new();
    for kind in LetterKind::ALL {
        let of_kind: Vec<(String, LetterInput)> = match kind {
            LetterKind::Acknowledgement => acknowledgements(language),
            LetterKind::IdentityRequest => vec![(String::new(), in_language(rectification_in_npr(kind), language))],
            LetterKind::ClarificationRequest => vec![(String::new(), unclear_access(language))],
            LetterKind::Section25GroundsRequest => vec![
                ("erasure".to_owned(), bare_erasure(language)),
                ("rectification".to_owned(), bare_rectification(language)),
            ],
            LetterKind::Reminder => {
                PauseGround::ALL.map(|ground| (ground.id().to_owned(), reminder(ground, language))).to_vec()
            }
            LetterKind::ExtensionNotice => {
                ExtensionReason::ALL.map(|reason| (reason.id().to_owned(), extension(reason, language))).to_vec()
            }
            LetterKind::DelayNotice => vec![(String::new(), delayed(kind, language))],
            LetterKind::InterimReply => {
                let mut input = delayed(kind, language);
                input.dated_on = super::samples::day("2026-02-26");
                input.fields.insert("expected_on".to_owned(), "2026-03-02".to_owned());
                vec![(String::new(), input)]
            }
            LetterKind::Forwarding => Mode::ALL
                .map(|mode| {
                    let input = elsewhere(kind, mode, language);
                    (mode.to_string(), if mode == Mode::Refer { agreed(input) } else { input })
                })
                .to_vec(),
            LetterKind::ForwardingNotice => {
                Mode::ALL.map(|mode| (mode.to_string(), elsewhere(kind, mode, language))).to_vec()
            }
            LetterKind::Referral => vec![(String::new(), elsewhere(kind, Mode::Refer, language))],
            LetterKind::Section25Decision => decisions(language),
            LetterKind::Answer => answers(language),
            LetterKind::AccessAnswer => {
                let [first, last] = access::in_parts(language);
                vec![
                    (String::new(), access::on_paper(language)),
                    ("first".to_owned(), first),
                    ("last".to_owned(), last),
                ]
            }
            LetterKind::KassasjonOpinion => {
                let mut confirmed = application(language);
                confirmed.identity = IdentityStatus::Confirmed { method: None, on: None };
                vec![(String::new(), application(language)), ("confirmed".to_owned(), confirmed)]
            }
            LetterKind::RecipientsNotice => told_to_recipients()
                .map(|(right, track, outcome)| {
                    (format!("{right}-{track}-{outcome}"), changed(right, track, outcome, language))
                })
                .collect(),
            LetterKind::RestrictionLiftNotice => [Outcome::Granted, Outcome::PartlyGranted, Outcome::Blocked]
                .map(|outcome| (outcome.id().to_owned(), lifted(outcome, language)))
                .to_vec(),
            LetterKind::ComplaintForwarding => section_25()
                .map(|(right, outcome)| (format!("{right}-{outcome}"), appealed(right, outcome, language)))
                .collect(),
        };
        if let Some((_, first)) = of_kind.first().filter(|_| kind.is_corrected()) {
            letters.push((format!("{}-{language}-corrected", kind.id()), corrected(first.clone())));
        }
        for (name, input) in of_kind {
            let name = if name.is_empty() { name } else { format!("-{name}") };
            // A representative is not written to by the person's e-mail.
            if input.send != SendChannel::Email {
                let mut represented = input.clone();
                represented.representative = Some(representative(RepresentativeKind::Authorised));
                represented.office.ombud_contact = String::new();
                represented.office.telephone = None;
                letters.push((format!("{}{name}-{language}-representative", kind.id()), represented));
            }
            letters.push((format!("{}{name}-{language}", kind.id()), input));
        }
    }
    letters
}

/// The same letter as one that corrects another.
fn corrected(mut input: LetterInput) -> LetterInput {
    input.corrects =
        Some(CorrectedLetter { number: "2026/00001-2".to_owned(), dated_on: super::samples::day("2026-02-02") });
    let wrong = input.language.pick("Navnet var feil.", "Namnet var feil.", "The name was wrong.");
    input.fields.insert("correction".to_owned(), wrong.to_owned());
    input
}

fn acknowledgements(language: Language) -> Vec<(String, LetterInput)> {
    let kind = LetterKind::Acknowledgement;
    let mut letters: Vec<(String, LetterInput)> = Right::ALL
        .into_iter()
        .flat_map(|right| [Track::General, Track::Section25].map(|track| (right, track)))
        .filter(|(right, track)| {
            *track == Track::General || matches!(right, Right::Rectification | Right::Erasure | Right::Blocking)
        })
        .map(|(right, track)| {
            let mut input = access_to_hpr(kind, language);
            let register = if track == Track::Section25 { kpr() } else { hpr() };
            input.cases = vec![case("2026/00001-a", register, right, track)];
            (format!("{right}-{track}"), input)
        })
        .collect();
    letters.push(("email".to_owned(), in_language(rectification_in_npr(kind), language)));
    letters
}

/// The rights and outcomes of § 25 decisions.
fn section_25() -> impl Iterator<Item = (Right, Outcome)> {
    [Right::Rectification, Right::Erasure, Right::Blocking].into_iter().flat_map(|right| {
        Outcome::fitting(right, Track::Section25)
            .filter(|outcome| LetterKind::Section25Decision.can_tell(*outcome, Track::Section25))
            .map(move |outcome| (right, outcome))
    })
}

fn decisions(language: Language) -> Vec<(String, LetterInput)> {
    section_25()
        .map(|(right, outcome)| {
            let mut input = decided(in_language(erasure_in_kpr(LetterKind::Section25Decision), language), outcome);
            input.cases[0].right = right;
            (format!("{right}-{outcome}"), input)
        })
        .collect()
}

fn answers(language: Language) -> Vec<(String, LetterInput)> {
    let mut letters: Vec<(String, LetterInput)> = possible()
        .map(|(right, track, outcome)| {
            let (input, _) = filled(answered(right, track, outcome, language));
            (format!("{right}-{track}-{outcome}"), input)
        })
        .collect();
    letters.push(("mixed".to_owned(), mixed(language)));
    let (mut decision, _) = filled(answered(Right::Reservation, Track::General, Outcome::Refused, language));
    decision.cases[0].individual_decision = true;
    letters.push(("decision".to_owned(), decision));
    letters
}

/// The letters to draw: every one to the person themselves, and the first of each kind to whoever acts for them, where the
/// words about the recipient are the same.
pub fn to_draw() -> Vec<(String, LetterInput)> {
    let mut represented = BTreeSet::new();
    let mut letters = every_letter();
    letters.retain(|(_, input)| input.representative.is_none() || represented.insert((input.kind, input.language)));
    letters
}

/// What is wrong with the words of a letter, whatever its kind.
fn faults(letter: &Composed) -> Vec<String> {
    // A cell of a table may be empty: nothing is known of a recipient's part, for instance.
    let text = letter.letter.to_text().replace(" |  | ", " | - | ");
    let mut faults: Vec<String> = letter.missing.iter().map(|id| format!("«{id}» is missing")).collect();
    for wrong in ["[", "]", "{", "}", "**", "  ", "..", " .", " ,", "()", "«»", "\u{a0}", "::", ", ,", "; ;"] {
        faults.extend(
            text.lines().filter(|line| line.trim_start().contains(wrong)).map(|line| format!("«{wrong}» in «{line}»")),
        );
    }
    for line in text.lines() {
        let words = line.trim_start_matches(['#', '-', ' ']).trim();
        if !line.is_empty() && words.is_empty() {
            faults.push(format!("an empty line «{line}»"));
        }
    }
    let sections = letter.sections.iter().flat_map(|section| &section.fields);
    faults.extend(sections.filter(|field| field.missing).map(|field| format!("«{}» is missing", field.id)));
    faults
}

#[test]
fn every_letter_is_whole_and_may_be_sent() {
    let letters = every_letter();
    let names: BTreeSet<&String> = letters.iter().map(|(name, _)| name).collect();
    assert_eq!(names.len(), letters.len(), "each has a name of its own");
    assert!(letters.len() > 900, "{} letters", letters.len());
    for (name, input) in &letters {
        let letter = composed(input);
        assert_eq!(faults(&letter), Vec::<String>::new(), "{name}:\n{}", letter.letter.to_text());
        assert_eq!(failing(input, &letter), [], "{name}");
        assert_eq!(letter.letter.language, input.language, "{name}");
        let by_email = input.send == SendChannel::Email;
        assert!(by_email || letter.letter.recipient.len() > 1 || input.kind.goes_to_body(), "{name} has no address");
    }
}
