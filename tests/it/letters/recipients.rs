//! Who may get a letter, by which channel, and what is on the outside of it: every kind, recipient, channel and protection.

use std::fmt::Write as _;

use personvernsak::casework::letter::gate::{CheckId, GateCheck, barred};
use personvernsak::casework::letter::input::{
    LetterCopy, LetterInput, Mode, OutOfAuthority, Protection, Recipient, RepresentativeKind, SendChannel,
};
use personvernsak::casework::letter::{LetterKind, gate};
use personvernsak::law::deadline::{ExtensionReason, PauseGround};
use personvernsak::law::rights::{Outcome, Right, Track};
use personvernsak::wording::Language;

use super::gate::{decision, failing, the_failure};
use super::samples::{composed, decided, erasure_in_kpr, rectification_in_npr, representative};
use super::situations::{
    agreed, appealed, application, bare_erasure, changed, delayed, elsewhere, extension, lifted, reminder,
    unclear_access,
};

/// A letter of each kind, such that nothing stops it but whom it goes to and how.
fn every_kind() -> Vec<LetterInput> {
    LetterKind::ALL.into_iter().map(ready).collect()
}

fn ready(kind: LetterKind) -> LetterInput {
    match kind {
        LetterKind::Acknowledgement => erasure_in_kpr(kind),
        LetterKind::IdentityRequest => rectification_in_npr(kind),
        LetterKind::ClarificationRequest => unclear_access(Language::Nb),
        LetterKind::Section25GroundsRequest => bare_erasure(Language::Nb),
        LetterKind::Reminder => reminder(PauseGround::Clarification, Language::Nb),
        LetterKind::ExtensionNotice => extension(ExtensionReason::Complexity, Language::Nb),
        LetterKind::DelayNotice | LetterKind::InterimReply => delayed(kind, Language::Nb),
        LetterKind::Forwarding => agreed(elsewhere(kind, Mode::Transfer, Language::Nb)),
        LetterKind::ForwardingNotice => elsewhere(kind, Mode::Transfer, Language::Nb),
        LetterKind::Referral => elsewhere(kind, Mode::Refer, Language::Nb),
        LetterKind::Section25Decision => decision(),
        LetterKind::Answer => decided(super::samples::access_to_hpr(kind, Language::Nb), Outcome::NoData),
        LetterKind::AccessAnswer => super::access::on_paper(Language::Nb),
        LetterKind::KassasjonOpinion => application(Language::Nb),
        LetterKind::RecipientsNotice => changed(Right::Rectification, Track::General, Outcome::Rectified, Language::Nb),
        LetterKind::RestrictionLiftNotice => lifted(Outcome::Granted, Language::Nb),
        LetterKind::ComplaintForwarding => appealed(Right::Erasure, Outcome::Refused, Language::Nb),
    }
}

/// What a channel and a recipient come to: nothing, or the checks that fail.
fn verdict(input: &LetterInput) -> String {
    let composed = composed(input);
    let failed: Vec<&str> = gate(input, &composed, &[])
        .into_iter()
        .filter(|check| !check.ok && [CheckId::Channel, CheckId::Recipients, CheckId::Address].contains(&check.check))
        .map(|check| check.check.id())
        .collect();
    if failed.is_empty() { "ja".to_owned() } else { failed.join("+") }
}

#[test]
fn every_channel_recipient_protection_and_kind() {
    let mut table = String::new();
    for input in every_kind() {
        for (who, acting) in [("personen", None), ("fullmektig", Some(RepresentativeKind::Authorised))] {
            for protection in Protection::ALL {
                let mut input = input.clone();
                input.representative = acting.map(representative);
                input.has_email = true;
                input.has_identity_number = true;
                input.person.address_lines = vec!["Kaivegen 12".to_owned(), "6700 Måløy".to_owned()];
                input.person.protection = protection;
                if protection.is_protected() {
                    input.person.address_lines.clear();
                }
                let verdicts: Vec<String> = SendChannel::ALL
                    .into_iter()
                    .map(|send| {
                        input.send = send;
                        format!("{} {}", send.id(), verdict(&input))
                    })
                    .collect();
                writeln!(table, "{:<26} {who:<10} {:<17} {}", input.kind.id(), protection.id(), verdicts.join(" · "))
                    .expect("written");
            }
        }
    }
    insta::assert_snapshot!("every_channel_recipient_protection_and_kind", table);
}

/// Where a protected person lives is on no letter, no copy and no title, whatever was filled in and by whatever kind; nor is
/// anything on the outside that the office does not hold.
#[test]
fn a_protected_address_is_nowhere() {
    for mut input in every_kind() {
        for protection in [Protection::Confidential, Protection::StrictlyConfidential] {
            input.person.protection = protection;
            input.person.address_lines = vec!["Hemmelegvegen 4".to_owned(), "6700 Måløy".to_owned()];
            for acting in [None, Some(RepresentativeKind::Authorised), Some(RepresentativeKind::Parent)] {
                input.representative = acting.map(representative);
                for to_person in [false, true] {
                    input.to_person = to_person;
                    input.copies = [Recipient::Person, Recipient::Representative]
                        .into_iter()
                        .map(|to| LetterCopy { to, channel: SendChannel::HandedOver })
                        .collect();
                    for send in SendChannel::ALL {
                        input.send = send;
                        let letter = composed(&input).letter;
                        let all = format!("{}\n{}", letter.title, letter.to_text());
                        assert!(!all.contains("Hemmelegvegen") && !all.contains("6700"), "{:?}\n{all}", input.kind);
                        if !input.kind.goes_to_body() {
                            assert_eq!(letter.recipient, Vec::<String>::new(), "{:?}", input.kind);
                        }
                        let copies = letter.copies_to.join(" ");
                        assert!(input.kind.goes_to_body() || !copies.contains(&input.person.name), "{copies}");
                    }
                }
            }
        }
    }
}

fn recipients_check(input: &LetterInput) -> GateCheck {
    let checks = gate(input, &composed(input), &[]);
    checks.into_iter().find(|check| check.check == CheckId::Recipients).expect("the check")
}

/// Whoever acts for a person of some age, and whether the parents are to be told: who may have the letter.
#[test]
fn parents_and_guardians_get_it_only_where_they_may() {
    use RepresentativeKind::{Authorised, Estate, Guardian, Parent};
    let mut table = String::new();
    for kind in [Parent, Guardian, Authorised, Estate] {
        for age in [None, Some(11), Some(15), Some(16), Some(17), Some(18)] {
            for (inform, told) in [("ikke avklart", None), ("ja", Some(true)), ("nei", Some(false))] {
                let mut input = erasure_in_kpr(LetterKind::Acknowledgement);
                input.representative = Some(representative(kind));
                input.person.age = age;
                input.inform_parents = told;
                let said = |to| barred(&input, to).map_or("ja".to_owned(), |(message, _)| message.nb.into_owned());
                writeln!(
                    table,
                    "{:<10} {:<6} foreldrene skal vite: {inform:<12} | {} | personen selv: {}",
                    kind.id(),
                    age.map_or("ukjent".to_owned(), |age| format!("{age} år")),
                    said(Recipient::Representative),
                    said(Recipient::Person),
                )
                .expect("written");
                // As addressee, as a copy, and by the gate alike.
                for (to_person, copies) in [(false, Vec::new()), (true, vec![Recipient::Representative])] {
                    input.to_person = to_person;
                    input.copies =
                        copies.into_iter().map(|to| LetterCopy { to, channel: SendChannel::Letter }).collect();
                    let may = barred(&input, Recipient::Representative).is_none()
                        && (!to_person || barred(&input, Recipient::Person).is_none());
                    assert_eq!(recipients_check(&input).ok, may, "{kind:?} {age:?} {told:?} {to_person}");
                }
            }
        }
    }
    insta::assert_snapshot!("parents_and_guardians_get_it_only_where_they_may", table);
}

#[test]
fn a_barred_copy_is_named_with_what_to_do() {
    let mut input = erasure_in_kpr(LetterKind::Acknowledgement);
    input.representative = Some(representative(RepresentativeKind::Parent));
    input.inform_parents = Some(false);
    input.to_person = true;
    input.copies = vec![LetterCopy { to: Recipient::Representative, channel: SendChannel::Letter }];
    let failure = the_failure(&input, &composed(&input));
    assert_eq!(failure.check, CheckId::Recipients);
    assert_eq!(
        failure.message.nb,
        "Foreldrene skal ikke få vite om saken. Da kan verken foreldre eller verge få brevet eller kopi av det."
    );
    assert_eq!(failure.todo.expect("something to do").nb, "Ta bort kopien. Brevet går bare til den saken gjelder.");
    input.copies.clear();
    assert_eq!(failing(&input, &composed(&input)), []);
}

#[test]
fn a_copy_needs_a_way_and_goes_to_nobody_twice() {
    let mut input = erasure_in_kpr(LetterKind::Acknowledgement);
    input.representative = Some(representative(RepresentativeKind::Authorised));
    let copy = |to, channel| vec![LetterCopy { to, channel }];
    input.copies = copy(Recipient::Person, SendChannel::Letter);
    assert_eq!(failing(&input, &composed(&input)), []);
    assert_eq!(composed(&input).letter.copies_to, ["Torgeir Nesbø (den saka gjeld)"]);
    assert_eq!(composed(&input).letter.recipient.first().map(String::as_str), Some("Solveig Brekke"));

    input.person.address_lines.clear();
    assert_eq!(recipients_check(&input).message.nb, "Vi har ingen adresse som kopien kan sendes til.");
    input.copies = copy(Recipient::Person, SendChannel::DigitalMailbox);
    assert_eq!(failing(&input, &composed(&input)), []);

    input.copies = copy(Recipient::Representative, SendChannel::Letter);
    assert_eq!(recipients_check(&input).message.nb, "Kopien går til noen som alt får brevet.");
    input.representative = None;
    input.to_person = false;
    input.person.address_lines = vec!["Kaivegen 12".to_owned()];
    assert_eq!(recipients_check(&input).message.nb, "Ingen er registrert som handler for personen.");
}

/// Forvaltningsloven § 27 first paragraph: a minor over 15 whom a guardian represents is told as well.
#[test]
fn a_minor_over_15_gets_the_decision_as_well() {
    for (age, stopped) in [(14, false), (15, true), (17, true), (18, false)] {
        let mut input = decision();
        input.representative = Some(representative(RepresentativeKind::Guardian));
        input.person.age = Some(age);
        assert_eq!(!recipients_check(&input).ok, stopped, "{age}");
        input.copies = vec![LetterCopy { to: Recipient::Person, channel: SendChannel::Letter }];
        assert!(recipients_check(&input).ok, "{age}");
    }
    let mut acknowledgement = erasure_in_kpr(LetterKind::Acknowledgement);
    acknowledgement.representative = Some(representative(RepresentativeKind::Guardian));
    acknowledgement.person.age = Some(16);
    assert!(recipients_check(&acknowledgement).ok);
}

#[test]
fn the_dead_get_no_letter() {
    let mut input = erasure_in_kpr(LetterKind::Acknowledgement);
    input.person.dead = true;
    assert_eq!(the_failure(&input, &composed(&input)).message.nb, "Personen er død.");
    input.representative = Some(representative(RepresentativeKind::Estate));
    assert_eq!(failing(&input, &composed(&input)), []);
    input.copies = vec![LetterCopy { to: Recipient::Person, channel: SendChannel::Letter }];
    assert_eq!(the_failure(&input, &composed(&input)).check, CheckId::Recipients);
}

/// A digital mailbox and a mail program show the title to whoever looks over somebody's shoulder.
#[test]
fn the_title_says_whom_it_is_from_and_its_number() {
    for mut input in every_kind() {
        input.document_number = Some("2026/00012-3".to_owned());
        let title = composed(&input).letter.title;
        let office = input.office.names.get(input.language);
        assert!(title.ends_with(&format!("{office}, 2026/00012-3")), "{title}");
        assert!(title.starts_with("Brev fr"), "{title}");
    }
    let input = decision();
    for title in ["Vedtak om sletting, 2026/00012-3", "KPR, 2026/00012-3", "Til Torgeir Nesbø", "13846120100"] {
        let mut composed = composed(&input);
        composed.letter.title = title.to_owned();
        assert!(failing(&input, &composed).contains(&CheckId::NeutralTitle), "{title}");
    }
}

/// Fristbruddportalen: its notice says that answers go by registered post.
#[test]
fn an_answer_goes_by_registered_post_where_the_catalogue_says_so() {
    let mut input = decided(super::samples::access_to_hpr(LetterKind::Answer, Language::Nb), Outcome::NoData);
    input.cases[0].answer_registered = true;
    for (send, ok) in [
        (SendChannel::Letter, false),
        (SendChannel::DigitalMailbox, false),
        (SendChannel::RegisteredPost, true),
        (SendChannel::HandedOver, true),
    ] {
        input.send = send;
        assert_eq!(verdict(&input) == "ja", ok, "{send:?}");
    }
    let mut acknowledgement = erasure_in_kpr(LetterKind::Acknowledgement);
    acknowledgement.cases[0].answer_registered = true;
    assert_eq!(verdict(&acknowledgement), "ja");
}

/// An authority that has run out, or does not cover the claims, bars whoever has it; the person gets the letter, and why is
/// said.
#[test]
fn whoever_acts_beyond_their_authority_gets_no_letter() {
    let expired = OutOfAuthority::Expired { valid_to: "2026-01-31".parse().expect("a date") };
    let mut said = String::new();
    for kind in [RepresentativeKind::Authorised, RepresentativeKind::Guardian] {
        for against in [OutOfAuthority::OutOfScope, expired] {
            let mut input = erasure_in_kpr(LetterKind::Acknowledgement);
            let mut acting = representative(kind);
            acting.against = Some(against);
            input.representative = Some(acting);
            for to_person in [false, true] {
                input.to_person = to_person;
                let check = gate(&input, &composed(&input), &[])
                    .into_iter()
                    .find(|check| check.check == CheckId::Recipients)
                    .expect("the check of the recipients");
                assert_eq!(check.ok, to_person, "{check:?}");
                for language in [Language::Nb, Language::Nn, Language::En] {
                    writeln!(said, "{}", check.message.get(language)).expect("written");
                }
            }
        }
    }
    insta::assert_snapshot!("out_of_authority", said);
}
