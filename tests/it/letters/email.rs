//! What may stand in a letter that goes by e-mail, for every kind of letter and every register of the catalogue.

use std::collections::HashSet;
use std::sync::OnceLock;

use personvernsak::adapter::load::{Loaded, embedded};
use personvernsak::casework::letter::gate::CheckId;
use personvernsak::casework::letter::input::{
    Channel, ExtensionReason, LetterBody, LetterInput, LetterRegister, Mode, PauseGround, SendChannel,
};
use personvernsak::casework::letter::{LetterKind, compose, gate};
use personvernsak::law::rights::{Outcome, Right, Track};
use personvernsak::wording::{Language, Trilingual};

use super::samples::{decided, erasure_in_kpr, in_language, name, texts};
use super::situations::{extension, question};

fn loaded() -> &'static Loaded {
    embedded().unwrap_or_else(|problems| panic!("{problems}"))
}

/// What nobody may read in an e-mail, whatever the letter: written out, and not taken from the program.
const FORBIDDEN: [&str; 37] = [
    "fødselsnummer",
    "personnummer",
    "helseregister",
    "pasientregister",
    "helseopplysning",
    "diagnos",
    "journal",
    "sykehus",
    "sjukehus",
    "lege",
    "pasient",
    "sykdom",
    "sjukdom",
    "sterkt belast",
    "§ 25",
    "innsyn",
    "retting",
    "sletting",
    "sperring",
    "vedtak",
    "rette opplysn",
    "slette opplysn",
    "identity number",
    "personal number",
    "health data",
    "health register",
    "patient",
    "medical",
    "hospital",
    "doctor",
    "illness",
    "disease",
    "heavy burden",
    "access",
    "correct",
    "delet",
    "enkeltvedtak",
];

/// A letter of this kind by e-mail, in a case that is as the kind needs it.
fn letter(kind: LetterKind, register: LetterRegister, right: Right, track: Track, language: Language) -> LetterInput {
    let mut input = in_language(erasure_in_kpr(kind), language);
    input.send = SendChannel::Email;
    input.has_email = true;
    input.channel = Channel::Email;
    input.reply_by_on = Some(input.dated_on + chrono::Days::new(14));
    let extended = extension(ExtensionReason::Complexity, language).cases.remove(0).extension;
    let sent_on = input.dated_on;
    let case = &mut input.cases[0];
    case.register = register;
    case.right = right;
    case.track = track;
    case.grounds_given = false;
    case.questions = PauseGround::ALL.map(question).to_vec();
    case.extension = extended;
    case.extension.as_mut().expect("an extension").text = None;
    case.handled_by = Some(LetterBody { web: Some("nhn.no".to_owned()), ..LetterBody::named(name("Norsk helsenett")) });
    case.mode = (track == Track::Forward).then_some(Mode::Transfer);
    case.sent_on = Some(sent_on);
    if kind.tells_outcome() {
        input = decided(input, Outcome::Refused);
    }
    input
}

/// What every register of the catalogue is called, in small letters.
fn register_names() -> &'static [String] {
    static NAMES: OnceLock<Vec<String>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let registers = loaded().catalogue.registers();
        let names = registers.flat_map(|register| {
            let Trilingual { nb, nn, en } = &register.names;
            [nb.as_ref(), nn.as_ref(), en.as_ref(), &register.short].map(str::to_lowercase)
        });
        names.collect::<HashSet<String>>().into_iter().collect()
    })
}

/// Whether the letter may go, once it has been looked through; it says what to do if it may not.
fn may_go(input: &LetterInput, what: &str) -> Option<bool> {
    let composed = compose(texts(), input).ok()?;
    let verdict = gate(input, &composed, &[]).into_iter().find(|check| check.check == CheckId::Channel)?;
    if !verdict.ok {
        assert!(verdict.todo.is_some(), "{what}: refused without saying what to do");
        return Some(false);
    }
    let text = format!("{}\n{}", composed.letter.title, composed.letter.to_text()).to_lowercase();
    for word in FORBIDDEN {
        assert!(!text.contains(word), "{what} says «{word}» by e-mail:\n{text}");
    }
    let words: HashSet<&str> = text.split(|character: char| !character.is_alphanumeric()).collect();
    for name in register_names() {
        let said = if name.contains(' ') { text.contains(name) } else { words.contains(name.as_str()) };
        assert!(!said, "{what}: {name}");
    }
    Some(true)
}

#[test]
fn no_letter_reveals_by_email_what_the_case_is_about() {
    let neutral = [
        LetterKind::Acknowledgement,
        LetterKind::IdentityRequest,
        LetterKind::ClarificationRequest,
        LetterKind::Reminder,
        LetterKind::ExtensionNotice,
        LetterKind::DelayNotice,
        LetterKind::InterimReply,
        LetterKind::ForwardingNotice,
        LetterKind::Referral,
    ];
    let claims = [
        (Right::Access, Track::General),
        (Right::Access, Track::RegisterAccess),
        (Right::Access, Track::NotHeld),
        (Right::Rectification, Track::Section25),
        (Right::Erasure, Track::Section25),
        (Right::Blocking, Track::Section25),
        (Right::Erasure, Track::Forward),
        (Right::Reservation, Track::General),
    ];
    for register in loaded().catalogue.registers() {
        for kind in LetterKind::ALL {
            for language in Language::ALL {
                for (right, track) in claims {
                    let named = LetterRegister {
                        id: register.id.to_string(),
                        names: register.names.clone(),
                        short: Some(register.short.clone()),
                    };
                    let what = format!("{} {} {right} {track} {language}", kind.id(), register.id);
                    let input = letter(kind, named, right, track, language);
                    if let Some(goes) = may_go(&input, &what) {
                        assert_eq!(goes, neutral.contains(&kind), "{what}");
                    }
                }
            }
        }
    }
}

#[test]
fn what_a_caseworker_writes_is_looked_through_as_well() {
    let hpr =
        LetterRegister { id: "hpr".to_owned(), names: name("Helsepersonellregisteret"), short: Some("HPR".to_owned()) };
    let mut input = letter(LetterKind::ExtensionNotice, hpr.clone(), Right::Access, Track::General, Language::Nb);
    assert_eq!(may_go(&input, "the notice"), Some(true));
    input.cases[0].extension.as_mut().expect("an extension").text = Some("Vi må lese journalen din.".to_owned());
    assert_eq!(may_go(&input, "the notice"), Some(false));
    let mut input = letter(LetterKind::ClarificationRequest, hpr, Right::Access, Track::General, Language::Nb);
    input.fields.insert("questions".to_owned(), "Gjelder det HPR?".to_owned());
    assert_eq!(may_go(&input, "the question"), Some(false));
    let mut input = in_language(input, Language::En);
    for (question, goes) in [
        ("Which years is it about?", true),
        ("Is it about your treatment for addiction?", false),
        ("Were you a patient then?", false),
        ("Is the data in your health record?", false),
        ("Which hospitals?", false),
        ("Do you want them deleted?", false),
        ("What is your identity number?", false),
    ] {
        input.fields.insert("questions".to_owned(), question.to_owned());
        assert_eq!(may_go(&input, question), Some(goes), "{question}");
    }
}
