//! Situations in which something is asked, put off or sent on, and the letters for them.

use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::letter::input::{
    AnswerLetter, Channel, ExtensionReason, LegalBasis, LetterBody, LetterExtension, LetterInput, LetterRegister, Mode,
    OpenQuestion, PauseGround, SendChannel,
};
use personvernsak::law::rights::{Outcome, Right, Track};
use personvernsak::wording::Language;

use super::samples::{
    access_to_hpr, case, day, decided, erasure_in_kpr, hpr, in_language, kpr, name, names, npr, rectification_in_npr,
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

/// A case that was answered with a letter of 20 February 2026, and carried out a week later.
fn answered(mut input: LetterInput, right: Right, track: Track, outcome: Outcome) -> LetterInput {
    let register = if track == Track::Section25 { kpr() } else { hpr() };
    input.cases = vec![case("2026/00001-a", register, right, track)];
    let case = &mut input.cases[0];
    case.outcome = Some(outcome);
    case.answer = Some(AnswerLetter { number: "2026/00001-3".to_owned(), dated_on: day("2026-02-20") });
    case.carried_out_on = Some(day("2026-02-27"));
    input.dated_on = day("2026-03-18");
    input
}

/// The notice to a recipient of data that ended so.
pub fn changed(right: Right, track: Track, outcome: Outcome, language: Language) -> LetterInput {
    let kind = LetterKind::RecipientsNotice;
    let mut input = answered(in_language(erasure_in_kpr(kind), language), right, track, outcome);
    let told = language.pick(
        "- Opplysningene om kontrollen 4. mai 2018.",
        "- Opplysningane om kontrollen 4. mai 2018.",
        "- The data about the check-up on 4 May 2018.",
    );
    input.fields.insert("notice_content".to_owned(), told.to_owned());
    input.fields.insert("recipient".to_owned(), "Folkehelseinstituttet\nPostboks 222 Skøyen\n0213 Oslo".to_owned());
    input
}

/// The notice that a restriction of the use of data in HPR is lifted.
pub fn lifted(outcome: Outcome, language: Language) -> LetterInput {
    let kind = LetterKind::RestrictionLiftNotice;
    let mut input = answered(in_language(erasure_in_kpr(kind), language), Right::Restriction, Track::General, outcome);
    let reason = language.pick(
        "Vi har undersøkt opplysningene og kommet til at de er riktige.",
        "Vi har undersøkt opplysningane og kome til at dei er rette.",
        "We have checked the data and found that they are correct.",
    );
    input.fields.insert("lift_reason".to_owned(), reason.to_owned());
    input.fields.insert("lifted_on".to_owned(), "2026-04-01".to_owned());
    input
}

/// An appeal against a § 25 decision of 20 February 2026, sent on with what the office thinks.
pub fn appealed(right: Right, outcome: Outcome, language: Language) -> LetterInput {
    let kind = LetterKind::ComplaintForwarding;
    let mut input = answered(in_language(erasure_in_kpr(kind), language), right, Track::Section25, outcome);
    let account = language.pick(
        "Saken gjelder et legebesøk i 2018. I klagen står det at opplysningene fortsatt er en belastning.",
        "Saka gjeld eit legebesøk i 2018. I klaga står det at opplysningane framleis er ei belastning.",
        "The case is about a visit to a doctor in 2018. The appeal says that the data are still a burden.",
    );
    let opinion = language.pick(
        "Klagen har ikke noe nytt. Vi viser til grunnene i vedtaket.",
        "Klaga har ikkje noko nytt. Vi viser til grunnane i vedtaket.",
        "There is nothing new in the appeal. We refer to the reasons in the decision.",
    );
    input.fields.insert("case_account".to_owned(), account.to_owned());
    input.fields.insert("opinion".to_owned(), opinion.to_owned());
    input.fields.insert("complaint_on".to_owned(), "2026-03-06".to_owned());
    input.addressee = Some(LetterBody {
        address_lines: vec!["Postboks 8011 Dep".to_owned(), "0030 Oslo".to_owned()],
        ..LetterBody::named(name("Helse- og omsorgsdepartementet"))
    });
    input
}

/// An application for the destruction of archived data, with what was found and what the office thinks.
pub fn application(language: Language) -> LetterInput {
    let mut input = in_language(erasure_in_kpr(LetterKind::KassasjonOpinion), language);
    let archive =
        LetterRegister { id: "arkiv".to_owned(), names: names("Arkivet", "Arkivet", "The Archive"), short: None };
    input.cases = vec![case("2026/00001-a", archive, Right::Kassasjon, Track::General)];
    input.dated_on = day("2026-02-20");
    let opinion = language.pick(
        "Vi mener at opplysningene bør kasseres. De er en belastning for søkeren, og ingen trenger dem.",
        "Vi meiner at opplysningane bør kasserast. Dei er ei belastning for søkjaren, og ingen treng dei.",
        "We think that the data should be destroyed. They are a burden for the applicant, and nobody needs them.",
    );
    let investigation = language.pick(
        "- Søkeren skriver at det er vondt å vite at brevet finnes.\n- Verken vi eller andre bruker opplysningene.\n- Ingen annen viktig informasjon går tapt.\n- Det tar under en time å kassere dem.",
        "- Søkjaren skriv at det er vondt å vite at brevet finst.\n- Verken vi eller andre bruker opplysningane.\n- Ingen annan viktig informasjon går tapt.\n- Det tek under ein time å kassere dei.",
        "- The applicant writes that it hurts to know that the letter exists.\n- Neither we nor others use the data.\n- No other important information is lost.\n- It takes less than an hour to destroy them.",
    );
    let subject = language.pick(
        "et brev fra 1994 om en innleggelse",
        "eit brev frå 1994 om ei innlegging",
        "a letter from 1994 about a stay in hospital",
    );
    for (field, text) in [("opinion", opinion), ("investigation", investigation), ("subject", subject)] {
        input.fields.insert(field.to_owned(), text.to_owned());
    }
    input.addressee = Some(LetterBody::named(names(
        "Nasjonalarkivet",
        "Nasjonalarkivet",
        "Nasjonalarkivet (National Archives of Norway)",
    )));
    input
}

/// One letter with a refusal of erasure in KPR under § 25 and access to HPR that is granted.
pub fn mixed(language: Language) -> LetterInput {
    let mut input = decided(access_to_hpr(LetterKind::Answer, language), Outcome::Granted);
    let mut refused = decided(in_language(erasure_in_kpr(LetterKind::Section25Decision), language), Outcome::Refused);
    refused.cases[0].handled_by = None;
    refused.cases[0].legal_basis = vec![basis(
        "helseregisterloven § 25 første ledd",
        "helseregisterlova § 25 første ledd",
        "Health Registers Act section 25 first paragraph",
    )];
    input.cases[0].number = "2026/00001-b".to_owned();
    input.cases[0].handled_by = None;
    input.cases[0].legal_basis = vec![basis(
        "personvernforordningen artikkel 15 nr. 4",
        "personvernforordninga artikkel 15 nr. 4",
        "GDPR Article 15(4)",
    )];
    input.cases.insert(0, refused.cases.remove(0));
    let granted = input.fields.remove("granted").expect("what is granted");
    input.fields.insert("granted.b".to_owned(), granted);
    input
}

fn basis(nb: &'static str, nn: &'static str, en: &'static str) -> LegalBasis {
    LegalBasis { text: names(nb, nn, en), valid_from: None, valid_to: None, exact: false }
}
