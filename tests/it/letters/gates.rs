//! Every demand of the gate fails in some letter, and every failure says what to do, in three languages.

use std::collections::BTreeSet;

use personvernsak::casework::letter::gate::{CheckId, GateCheck};
use personvernsak::casework::letter::input::{
    IdentityStatus, LegalBasis, LetterInput, Mode, PauseGround, Protection, RepresentativeKind, SecondPerson,
    SendChannel,
};
use personvernsak::casework::letter::{Composed, LetterKind, gate};
use personvernsak::law::rights::{Outcome, Right, Track};
use personvernsak::wording::Language;

use super::access;
use super::gate::decision;
use super::samples::{
    access_to_hpr, composed, day, decided, erasure_in_kpr, name, rectification_in_npr, representative,
};
use super::situations::{
    appealed, application, bare_erasure, changed, delayed, elsewhere, extension, lifted, mixed, question, reminder,
};
use personvernsak::casework::letter::input::ExtensionReason;

/// A letter that the gate stops: what it is about, the demand that fails, the letter, and the field that mends it.
struct Stopped {
    why: &'static str,
    check: CheckId,
    input: LetterInput,
    composed: Option<Composed>,
    undrawable: &'static [char],
    field: Option<&'static str>,
}

fn row(why: &'static str, check: CheckId, mut input: LetterInput, change: impl FnOnce(&mut LetterInput)) -> Stopped {
    change(&mut input);
    Stopped { why, check, input, composed: None, undrawable: &[], field: None }
}

impl Stopped {
    fn at(mut self, field: &'static str) -> Self {
        self.field = Some(field);
        self
    }

    fn written(mut self, composed: Composed) -> Self {
        self.composed = Some(composed);
        self
    }

    fn lacking(mut self, characters: &'static [char]) -> Self {
        self.undrawable = characters;
        self
    }
}

fn set(input: &mut LetterInput, field: &str, text: &str) {
    input.fields.insert(field.to_owned(), text.to_owned());
}

fn answer(outcome: Outcome) -> LetterInput {
    decided(access_to_hpr(LetterKind::Answer, Language::Nb), outcome)
}

fn erased() -> LetterInput {
    changed(Right::Erasure, Track::Section25, Outcome::Erased, Language::Nb)
}

/// The decision under a title that says what it is.
fn revealing() -> Composed {
    let mut letter = composed(&decision());
    letter.letter.title = "Vedtak om sletting i KPR".to_owned();
    letter
}

fn rows() -> Vec<Stopped> {
    use CheckId::{
        Address, AlreadyGiven, Approval, Channel, Characters, Complaint, Controller, Dates, Disclosure, Fields, Given,
        Identity, IdentityNumber, Language as OtherLanguage, LegalReferences, NeutralTitle, Occasion, Recipients,
    };
    let told = access_to_hpr(LetterKind::Answer, Language::Nb);
    vec![
        row("a field is empty", Fields, decided(told, Outcome::Granted), |it| it.fields.clear()).at("granted"),
        row("access that gives nothing", Given, access::on_paper(Language::Nb), |it| {
            it.cases[0].access.as_mut().expect("access").files.clear();
        })
        .at("granted.a"),
        row("access that does not tell everything", Disclosure, access::on_paper(Language::Nb), |it| {
            it.cases[0].access.as_mut().expect("access").disclosure.points.clear();
        }),
        row("a parent who is not to know", Recipients, erasure_in_kpr(LetterKind::Acknowledgement), |it| {
            it.representative = Some(representative(RepresentativeKind::Parent));
            it.inform_parents = Some(false);
        }),
        row("a title that tells what it is about", NeutralTitle, decision(), |_| {}).written(revealing()),
        row("no appeals body is known", Complaint, decision(), |it| it.office.complaint_body = None),
        row("an enkeltvedtak without its appeal", Complaint, answer(Outcome::Refused), |it| {
            it.cases[0].individual_decision = true;
        })
        .written(composed(&answer(Outcome::Refused))),
        row("another language", OtherLanguage, decision(), |it| it.request_language = Language::En),
        row("a decision by e-mail", Channel, decision(), |it| (it.send, it.has_email) = (SendChannel::Email, true)),
        row("words that reveal", Channel, delayed(LetterKind::DelayNotice, Language::Nb), |it| {
            (it.send, it.has_email) = (SendChannel::Email, true);
            set(it, "delay_reason", "Vi venter på sykehuset.");
        })
        .at("delay_reason"),
        row("a protected person by post", Channel, decision(), |it| {
            (it.person.protection, it.person.address_lines) = (Protection::Confidential, Vec::new());
        }),
        row("a strictly protected person", Channel, decision(), |it| {
            (it.person.protection, it.person.address_lines) = (Protection::StrictlyConfidential, Vec::new());
            it.send = SendChannel::HandedOver;
        }),
        row("a body has no mailbox", Channel, erased(), |it| it.send = SendChannel::DigitalMailbox),
        row("a notice by e-mail", Channel, erased(), |it| it.send = SendChannel::Email),
        row("a lifted restriction by e-mail", Channel, lifted(Outcome::Granted, Language::Nb), |it| {
            (it.send, it.has_email) = (SendChannel::Email, true);
        }),
        row("an appeal by e-mail", Channel, appealed(Right::Erasure, Outcome::Refused, Language::Nb), |it| {
            it.send = SendChannel::Email;
        }),
        row("an application by e-mail", Channel, application(Language::Nb), |it| it.send = SendChannel::Email),
        row("nobody's name", Address, decision(), |it| it.person.name = "Ukjent".to_owned()),
        row("no address", Address, decision(), |it| it.person.address_lines.clear()),
        row("no e-mail address", Address, rectification_in_npr(LetterKind::IdentityRequest), |it| it.has_email = false),
        row("no number for a mailbox", Address, decision(), |it| {
            (it.send, it.has_identity_number) = (SendChannel::DigitalMailbox, false);
        }),
        row("no recipient", Address, erased(), |it| {
            it.fields.remove("recipient");
        })
        .at("recipient"),
        row("where the person lives", Address, erased(), |it| set(it, "notice_content", "Kaivegen 12"))
            .at("notice_content"),
        row("no appeals body to send to", Address, appealed(Right::Erasure, Outcome::Refused, Language::Nb), |it| {
            it.addressee = None;
        }),
        row("no Nasjonalarkivet", Address, application(Language::Nb), |it| it.addressee = None),
        row("not approved", Approval, decision(), |it| it.second_person = SecondPerson::NotAsked),
        row("not approved yet", Approval, decision(), |it| it.second_person = SecondPerson::Asked),
        row("sent back", Approval, decision(), |it| it.second_person = SecondPerson::SentBack),
        row("changed since", Approval, decision(), |it| it.second_person = SecondPerson::ChangedSince),
        row("approved by oneself", Approval, decision(), |it| {
            it.second_person = SecondPerson::Approved(it.caseworker.clone());
        }),
        row("a copy of a passport", Identity, answer(Outcome::Refused), |it| {
            set(it, "reasons", "Send en kopi av pass.")
        })
        .at("reasons"),
        row("an outcome to whoever asks", Identity, answer(Outcome::Refused), |it| {
            it.identity = IdentityStatus::Failed
        }),
        row("an outcome before the authority", Identity, answer(Outcome::Refused), |it| {
            it.cases[0].questions = vec![question(PauseGround::Authority)];
        }),
        row("an outcome before the identity", Identity, answer(Outcome::Refused), |it| {
            it.cases[0].questions = vec![question(PauseGround::Identity)];
        }),
        row("identity without doubt", AlreadyGiven, erasure_in_kpr(LetterKind::IdentityRequest), |it| {
            it.reply_by_on = Some(day("2026-02-16"));
        }),
        row("grounds that were given", AlreadyGiven, bare_erasure(Language::Nb), |it| {
            (it.cases[0].grounds_given, it.cases[0].documents_given) = (true, true);
        }),
        row("a reminder of what is settled", AlreadyGiven, reminder(PauseGround::Identity, Language::Nb), |it| {
            it.identity = IdentityStatus::Confirmed { method: None, on: None };
        }),
        row("grounds in a case that weighs none", Occasion, bare_erasure(Language::Nb), |it| {
            it.cases[0].track = Track::General;
        }),
        row("a question to another's case", Occasion, super::situations::unclear_access(Language::Nb), |it| {
            it.cases[0].track = Track::Forward;
        }),
        row("a reminder of nothing", Occasion, reminder(PauseGround::Clarification, Language::Nb), |it| {
            it.cases[0].questions.clear();
        }),
        row("a notice of no extension", Occasion, extension(ExtensionReason::Complexity, Language::Nb), |it| {
            it.cases[0].extension = None;
        }),
        row("a delay in time", Occasion, delayed(LetterKind::DelayNotice, Language::Nb), |it| {
            it.dated_on = day("2026-02-10");
        }),
        row("a claim of ours", Occasion, elsewhere(LetterKind::Forwarding, Mode::Transfer, Language::Nb), |it| {
            it.cases[0].track = Track::General;
        }),
        row("without consent", Occasion, elsewhere(LetterKind::Forwarding, Mode::Refer, Language::Nb), |_| {})
            .at("consent_on"),
        row("not sent on", Occasion, elsewhere(LetterKind::ForwardingNotice, Mode::Assist, Language::Nb), |it| {
            it.cases[0].sent_on = None;
        }),
        row("sent on after all", Occasion, elsewhere(LetterKind::Referral, Mode::Refer, Language::Nb), |it| {
            it.cases[0].sent_on = Some(it.dated_on);
        }),
        row("nothing was changed", Occasion, erased(), |it| it.cases[0].outcome = Some(Outcome::Refused)),
        row("no such measure", Occasion, erased(), |it| set(it, "measure", "3")).at("measure"),
        row("nothing is restricted", Occasion, lifted(Outcome::Refused, Language::Nb), |_| {}),
        row("no decision to appeal", Occasion, appealed(Right::Erasure, Outcome::Refused, Language::Nb), |it| {
            it.cases[0].individual_decision = false;
        }),
        row("no application", Occasion, application(Language::Nb), |it| it.cases[0].right = Right::Access),
        row("a rule that has ended", LegalReferences, decision(), |it| {
            it.cases[0].legal_basis = vec![LegalBasis {
                text: name("A § 1"),
                valid_from: None,
                valid_to: Some(day("2025-01-01")),
                exact: false,
            }];
        }),
        row("another's register", Controller, decision(), |it| {
            (it.cases[0].office_is_controller, it.cases[0].handled_by) = (false, None);
        }),
        row("dated before receipt", Dates, decision(), |it| it.dated_on = day("2026-01-02")),
        row("a reply today", Dates, bare_erasure(Language::Nb), |it| it.reply_by_on = Some(it.dated_on))
            .at("reply_by_on"),
        row("a reply some day", Dates, bare_erasure(Language::Nb), |it| set(it, "reply_by_on", "snart"))
            .at("reply_by_on"),
        row("expected yesterday", Dates, delayed(LetterKind::DelayNotice, Language::Nb), |it| {
            set(it, "expected_on", "2026-03-01");
        })
        .at("expected_on"),
        row("lifted before it is told", Dates, lifted(Outcome::Granted, Language::Nb), |it| {
            set(it, "lifted_on", "2026-03-18");
        })
        .at("lifted_on"),
        row("appealed before it was decided", Dates, appealed(Right::Erasure, Outcome::Refused, Language::Nb), |it| {
            set(it, "complaint_on", "2026-02-01");
        })
        .at("complaint_on"),
        row("another date than today's", Dates, erasure_in_kpr(LetterKind::Acknowledgement), |it| {
            it.dated_on = day("2026-02-04");
        })
        .written(composed(&erasure_in_kpr(LetterKind::Acknowledgement))),
        row("a number in a field", IdentityNumber, answer(Outcome::Refused), |it| set(it, "reasons", "138461 20100"))
            .at("reasons"),
        row("a letter that no font has", Characters, answer(Outcome::Refused), |it| set(it, "reasons", "漢"))
            .lacking(&['漢'])
            .at("reasons"),
    ]
}

#[test]
fn every_demand_stops_some_letter_and_says_what_to_do() {
    let mut stopped = BTreeSet::new();
    let mut problems = Vec::new();
    for row in rows() {
        let letter = row.composed.unwrap_or_else(|| composed(&row.input));
        let failures: Vec<GateCheck> =
            gate(&row.input, &letter, row.undrawable).into_iter().filter(|check| !check.ok).collect();
        let failure = failures.iter().find(|failure| failure.check == row.check);
        if failure.is_none_or(|failure| failure.field.as_deref() != row.field) {
            let found: Vec<_> = failures.iter().map(|failure| (failure.check, failure.field.as_deref())).collect();
            problems.push(format!("{}: {:?} {:?}, but {found:?}", row.why, row.check, row.field));
        }
        for failure in &failures {
            let todo = failure.todo.as_ref().unwrap_or_else(|| panic!("{}: nothing to do", row.why));
            for language in Language::ALL {
                for words in [failure.message.get(language), todo.get(language), failure.label().get(language)] {
                    assert!(words.chars().count() > 8, "{}: «{words}»", row.why);
                }
                for sentence in [failure.message.get(language), todo.get(language)] {
                    assert!(sentence.ends_with('.'), "{}: «{sentence}»", row.why);
                }
            }
            assert_ne!(todo.nb, todo.en, "{}", row.why);
            stopped.insert(failure.check);
        }
    }
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(stopped, CheckId::ALL.into_iter().collect::<BTreeSet<_>>());
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let mut input = mixed(Language::Nb);
    let written = composed(&input);
    input.request_language = Language::Nn;
    input.send = SendChannel::Email;
    input.second_person = SecondPerson::NotAsked;
    input.identity = IdentityStatus::Failed;
    input.cases[0].office_is_controller = false;
    input.office.complaint_body = None;
    input.dated_on = day("2026-03-02");
    input.cases[1].legal_basis.clear();
    set(&mut input, "granted.b", "");
    let again = composed(&input);
    let failing = |letter: &Composed, undrawable: &[char]| -> Vec<CheckId> {
        gate(&input, letter, undrawable).into_iter().filter(|check| !check.ok).map(|check| check.check).collect()
    };
    use CheckId::{Address, Approval, Channel, Characters, Complaint, Controller, Dates, Fields, Identity};
    assert_eq!(
        failing(&again, &['漢']),
        [Fields, Complaint, CheckId::Language, Channel, Address, Approval, Identity, Controller, Characters]
    );
    assert!(failing(&written, &[]).contains(&Dates), "a letter composed on another day");
}
