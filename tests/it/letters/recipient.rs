//! The gate before issue: whom the letter goes to, that it can reach them, and what they may be asked for.

use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::letter::gate::CheckId;
use personvernsak::casework::letter::input::{
    IdentityStatus, LetterInput, Protection, RepresentativeKind, SendChannel,
};
use personvernsak::law::deadline::PauseGround;
use personvernsak::law::rights::Outcome;
use personvernsak::wording::Language;

use super::gate::{decision, failing, only_failure, the_failure};
use super::samples::{access_to_hpr, composed, day, decided, erasure_in_kpr, rectification_in_npr, representative};
use super::situations::question;

#[test]
fn a_protected_address_stops_the_letter() {
    let mut input = decision();
    let open = composed(&input);
    input.person.protection = Protection::Confidential;
    input.send = SendChannel::HandedOver;
    assert_eq!(the_failure(&input, &open).check, CheckId::Address);
}

/// What the address check says, and what to do.
fn address_failure(input: &LetterInput) -> (String, String) {
    let failure = only_failure(input);
    assert_eq!(failure.check, CheckId::Address);
    (failure.message.nb.into_owned(), failure.todo.expect("something to do").nb.into_owned())
}

#[test]
fn each_channel_needs_what_carries_the_letter() {
    let mut post = erasure_in_kpr(LetterKind::Acknowledgement);
    post.person.address_lines = Vec::new();
    for send in [SendChannel::Letter, SendChannel::RegisteredPost] {
        post.send = send;
        assert_eq!(address_failure(&post).0, "Brevet skal i posten, men vi har ingen adresse.");
    }
    post.send = SendChannel::DigitalMailbox;
    assert_eq!(failing(&post, &composed(&post)), []);
    post.has_identity_number = false;
    assert_eq!(
        address_failure(&post),
        (
            "Brevet skal til digital postkasse, men vi har ikke fødselsnummeret til mottakeren.".to_owned(),
            "Send brevet i posten, eller legg inn nummeret hvis det er kjent.".to_owned(),
        )
    );

    // Sample 03: the name and the e-mail address are all that is known, and the letters that it needs go out.
    for kind in [LetterKind::Acknowledgement, LetterKind::IdentityRequest] {
        let mut email = rectification_in_npr(kind);
        assert_eq!(failing(&email, &composed(&email)), []);
        email.has_email = false;
        assert_eq!(address_failure(&email).0, "Brevet skal på e-post, men vi har ingen e-postadresse.");
    }
}

#[test]
fn a_letter_to_nobody_is_stopped_and_says_what_to_do() {
    for name in ["", "  ", "Ukjent navn", "ukjent"] {
        for kind in [LetterKind::Acknowledgement, LetterKind::IdentityRequest] {
            let mut input = rectification_in_npr(kind);
            input.person.name = name.to_owned();
            assert_eq!(
                address_failure(&input),
                (
                    "Vi vet ikke hva mottakeren heter.".to_owned(),
                    "Finn ut hva mottakeren heter, og legg inn navnet før du sender brevet.".to_owned(),
                )
            );
        }
    }
    // Whoever acts for the person is the recipient, and has a name of their own.
    let mut represented = erasure_in_kpr(LetterKind::Acknowledgement);
    represented.representative = Some(representative(RepresentativeKind::Authorised));
    represented.person.name = "Ukjent".to_owned();
    assert_eq!(failing(&represented, &composed(&represented)), []);
}

#[test]
fn no_outcome_is_told_to_somebody_in_doubt() {
    // An e-mail, nobody has asked who sent it, and the decision is to go to a digital mailbox.
    let mut input = decided(rectification_in_npr(LetterKind::Section25Decision), Outcome::Rectified);
    input.dated_on = day("2026-03-20");
    input.send = SendChannel::DigitalMailbox;
    input.has_identity_number = true;
    let failure = only_failure(&input);
    assert_eq!(failure.check, CheckId::Identity);
    assert_eq!(failure.message.nb, "Det er tvil om hvem personen er. Da kan vi ikke sende utfallet.");
    assert_eq!(
        failure.todo.expect("something to do").nb,
        "Spør om identiteten først. Er den avklart, merk av for det i sjekklisten."
    );
    for identity in [IdentityStatus::Asked, IdentityStatus::Failed] {
        input.identity = identity;
        assert_eq!(only_failure(&input).check, CheckId::Identity, "{identity:?}");
    }
    input.identity = IdentityStatus::Confirmed { method: None, on: None };
    assert_eq!(failing(&input, &composed(&input)), []);

    // Whoever could not confirm who they are gets no outcome by any channel.
    let mut failed = decision();
    failed.identity = IdentityStatus::Failed;
    assert_eq!(only_failure(&failed).check, CheckId::Identity);

    // That a claim is dismissed says nothing about the data, and may be told.
    for outcome in Outcome::ALL {
        let mut answer = decided(access_to_hpr(LetterKind::Answer, Language::Nn), outcome);
        answer.identity = IdentityStatus::Failed;
        let expected = if outcome == Outcome::Dismissed { vec![] } else { vec![CheckId::Identity] };
        assert_eq!(failing(&answer, &composed(&answer)), expected, "{outcome}");
    }
}

#[test]
fn no_outcome_is_told_while_it_is_asked_who_may_have_it() {
    for (ground, words) in [
        (PauseGround::Identity, "Vi har spurt hvem personen er og ikke fått svar. Da kan vi ikke sende utfallet."),
        (PauseGround::Authority, "Vi har spurt om fullmakten og ikke fått svar. Da kan vi ikke sende utfallet."),
    ] {
        let mut input = decision();
        input.cases[0].questions = vec![question(ground)];
        let failure = only_failure(&input);
        assert_eq!((failure.check, failure.message.nb.as_ref()), (CheckId::Identity, words));
        input.cases[0].outcome = Some(Outcome::Dismissed);
        assert_eq!(failing(&input, &composed(&input)), []);
        let mut acknowledgement = erasure_in_kpr(LetterKind::Acknowledgement);
        acknowledgement.cases[0].questions = vec![question(ground)];
        assert_eq!(failing(&acknowledgement, &composed(&acknowledgement)), []);
    }
}

#[test]
fn nobody_is_asked_for_an_identity_document() {
    let mut input = decision();
    input.fields.insert("guidance".to_owned(), "Send oss kopi av pass eller førarkort.".to_owned());
    assert_eq!(only_failure(&input).check, CheckId::Identity);
}

#[test]
fn identity_is_asked_for_only_on_reasonable_doubt() {
    // A signed letter with an address, answered to that address, raises none: sample 02.
    let mut post = erasure_in_kpr(LetterKind::IdentityRequest);
    post.reply_by_on = Some(day("2026-02-23"));
    assert_eq!(only_failure(&post).check, CheckId::AlreadyGiven);
    // Without an address it does.
    post.person.address_lines = Vec::new();
    post.send = SendChannel::DigitalMailbox;
    assert_eq!(failing(&post, &composed(&post)), []);
    // An e-mail does, until it is settled who sent it: sample 03.
    let mut email = rectification_in_npr(LetterKind::IdentityRequest);
    assert_eq!(failing(&email, &composed(&email)), []);
    email.identity = IdentityStatus::Confirmed { method: None, on: None };
    assert_eq!(only_failure(&email).check, CheckId::AlreadyGiven);
}
