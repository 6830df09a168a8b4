//! Situations in which something is asked, put off or sent on, and the letters for them.

use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::letter::input::{
    Channel, ExtensionReason, LetterBody, LetterExtension, LetterInput, LetterRegister, Mode, OpenQuestion,
    PauseGround, SendChannel,
};
use personvernsak::law::rights::{Right, Track};
use personvernsak::wording::Language;

use super::samples::{
    access_to_hpr, case, day, erasure_in_kpr, hpr, in_language, name, names, npr, rectification_in_npr,
};

/// A question of 2 February 2026 that was to be answered by 16 February.
pub fn question(ground: PauseGround) -> OpenQuestion {
    OpenQuestion {
        ground,
        asked_on: day("2026-02-02"),
        reply_by_on: day("2026-02-16"),
        last_reply_by_on: day("2026-02-16"),
    }
}

/// A request by post for erasure in KPR without grounds or documentation.
pub fn bare_erasure(language: Language) -> LetterInput {
    let mut input = in_language(erasure_in_kpr(LetterKind::Section25GroundsRequest), language);
    input.cases[0].grounds_given = false;
    input.cases[0].documents_given = false;
    input.attachments = Vec::new();
    input.reply_by_on = Some(day("2026-02-16"));
    input
}

/// The rectification of sample 03 once the address is known, still without grounds.
pub fn bare_rectification(language: Language) -> LetterInput {
    let mut input = in_language(rectification_in_npr(LetterKind::Section25GroundsRequest), language);
    input.person.address_lines = vec!["Storgata 8".to_owned(), "2815 Gjøvik".to_owned()];
    input.send = SendChannel::Letter;
    input.reply_by_on = Some(day("2026-03-17"));
    input
}

/// A request for access that says too little, and what the caseworker asks.
pub fn unclear_access(language: Language) -> LetterInput {
    let mut input = access_to_hpr(LetterKind::ClarificationRequest, language);
    input.cases = vec![case("2026/00001-a", npr(), Right::Access, Track::RegisterAccess)];
    input.reply_by_on = Some(day("2026-02-16"));
    let questions = language.pick(
        "- Hvilke år gjelder det?\n- Hvilke opplysninger er du ute etter?",
        "- Kva år gjeld det?\n- Kva for opplysningar er du ute etter?",
        "- Which years is it about?\n- Which data are you looking for?",
    );
    input.fields.insert("questions".to_owned(), questions.to_owned());
    input
}

/// A reminder of a question on this ground, a few days after it was to be answered.
pub fn reminder(ground: PauseGround, language: Language) -> LetterInput {
    let mut input = match ground {
        PauseGround::Identity => rectification_in_npr(LetterKind::Reminder),
        PauseGround::Clarification => unclear_access(language),
        PauseGround::Authority | PauseGround::Section25Documentation => bare_erasure(language),
    };
    input.kind = LetterKind::Reminder;
    input.fields.clear();
    input.received_on = day("2026-01-31");
    input.cases[0].questions = vec![question(ground)];
    input.cases[0].due = None;
    input.dated_on = day("2026-02-18");
    input.reply_by_on = Some(day("2026-03-04"));
    in_language(input, language)
}

/// The notice that access to NPR takes longer.
pub fn extension(reason: ExtensionReason, language: Language) -> LetterInput {
    let mut input = access_to_hpr(LetterKind::ExtensionNotice, language);
    input.cases = vec![case("2026/00001-a", npr(), Right::Access, Track::RegisterAccess)];
    input.dated_on = day("2026-02-20");
    let text = language.pick(
        "Vi må hente opplysninger fra to arkiver som ikke er digitale.",
        "Vi må hente opplysningar frå to arkiv som ikkje er digitale.",
        "We need to get data from two archives that are not digital.",
    );
    input.cases[0].extension = Some(LetterExtension {
        reason,
        text: Some(text.to_owned()),
        expected_on: day("2026-04-10"),
        notice_on: None,
        notice_due_on: Some(day("2026-03-02")),
        first_on: day("2026-03-02"),
        last_on: Some(day("2026-04-30")),
    });
    input
}

/// A case on 4 March 2026, two days after its last day, and a letter of this kind that says why.
pub fn delayed(kind: LetterKind, language: Language) -> LetterInput {
    let mut input = in_language(erasure_in_kpr(kind), language);
    input.dated_on = day("2026-03-04");
    let reason = language.pick(
        "Vi venter på opplysninger fra kommunen.",
        "Vi ventar på opplysningar frå kommunen.",
        "We are waiting for data from the municipality.",
    );
    input.fields.insert("delay_reason".to_owned(), reason.to_owned());
    input.fields.insert("expected_on".to_owned(), "2026-03-20".to_owned());
    input
}

/// A body to send claims on to, of which nothing but the name is known.
pub fn body(called: &'static str) -> LetterBody {
    LetterBody::named(name(called))
}

/// A claim about data that another body answers for: of a veterinary surgeon in HPR (sample 04 with other people), in
/// HelseID, or in Fastlegeportalen. What goes on to the body has gone with a letter of the same day.
pub fn elsewhere(kind: LetterKind, mode: Mode, language: Language) -> LetterInput {
    let mut input = in_language(erasure_in_kpr(kind), language);
    let (register, right, handled_by) = match mode {
        Mode::Assist => (
            hpr(),
            Right::Rectification,
            LetterBody::named(names("Mattilsynet", "Mattilsynet", "Mattilsynet (Norwegian Food Safety Authority)")),
        ),
        Mode::Transfer => (
            named("helseid", "HelseID"),
            Right::Access,
            LetterBody::named(names(
                "Norsk helsenett",
                "Norsk helsenett",
                "Norsk helsenett (Norwegian Health Network)",
            )),
        ),
        Mode::Refer => (
            named("fastlegeportalen", "Fastlegeportalen"),
            Right::Erasure,
            LetterBody { web: Some("fastlegeportalen.no".to_owned()), ..body("Fastlegeportalen AS") },
        ),
    };
    input.cases = vec![case("2026/00001-a", register, right, Track::Forward)];
    input.cases[0].office_is_controller = false;
    input.cases[0].handled_by = Some(handled_by);
    input.cases[0].mode = Some(mode);
    input.attachments = Vec::new();
    input.channel = Channel::Letter;
    if kind == LetterKind::ForwardingNotice {
        input.cases[0].sent_on = Some(input.dated_on);
    }
    input
}

fn named(id: &str, called: &'static str) -> LetterRegister {
    LetterRegister { id: id.to_owned(), names: name(called), short: None }
}

/// The person's consent to the claim being sent on.
pub fn agreed(mut input: LetterInput) -> LetterInput {
    input.fields.insert("consent_on".to_owned(), "2026-02-01".to_owned());
    input
}

/// The same letter sent by e-mail, to an address that is known.
pub fn by_email(mut input: LetterInput) -> LetterInput {
    input.send = SendChannel::Email;
    input.has_email = true;
    input
}
