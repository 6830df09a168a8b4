//! What goes with an answer on access, numbered: what is told of each register, the logs, the files.

use crate::casework::letter::input::{CaseAccess, LetterCase, LetterInput, ReportFile, SendChannel};
use crate::casework::letter::kind::LetterKind;
use crate::casework::letter::words::{register_name, short_register_name};
use crate::law::rights::{Outcome, Right};
use crate::wording::Language;

/// Something that goes with the letter.
pub(super) struct Enclosure<'a> {
    /// Its number, from 1.
    pub number: usize,
    pub case: &'a LetterCase,
    pub what: What<'a>,
}

/// What it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum What<'a> {
    /// What is told of the register beside the data (GDPR Art. 15(1)).
    Register(&'a CaseAccess),
    /// Who has seen or been given the data.
    Log(&'a CaseAccess),
    /// A file.
    File(&'a ReportFile),
}

/// Everything that goes with the letter: annexes first, then files.
pub(super) fn enclosures(input: &LetterInput) -> Vec<Enclosure<'_>> {
    if input.kind != LetterKind::AccessAnswer {
        return Vec::new();
    }
    let giving =
        || input.cases.iter().filter(|case| gives(case)).filter_map(|case| Some((case, case.access.as_ref()?)));
    let registers =
        giving().filter(|(case, _)| case.right == Right::Access).map(|(case, access)| (case, What::Register(access)));
    let logs = giving().filter(|(_, access)| access.log.is_some()).map(|(case, access)| (case, What::Log(access)));
    let files = giving().flat_map(|(case, access)| access.files.iter().map(move |file| (case, What::File(file))));
    let all = registers.chain(logs).chain(files);
    all.enumerate().map(|(place, (case, what))| Enclosure { number: place + 1, case, what }).collect()
}

/// Whether the answer in a case gives the person something.
pub(in crate::casework::letter) fn gives(case: &LetterCase) -> bool {
    case.outcome.is_some_and(Outcome::grants)
}

/// Whether files lie inside the letter's own file. They do where the letter is delivered as a file itself; where it is
/// printed they go beside it, and by e-mail no answer goes.
pub(super) fn lie_inside(send: SendChannel) -> bool {
    match send {
        SendChannel::DigitalMailbox => true,
        SendChannel::Letter | SendChannel::RegisteredPost | SendChannel::Email | SendChannel::HandedOver => false,
    }
}

impl Enclosure<'_> {
    /// What it is called.
    pub fn title(&self, input: &LetterInput) -> String {
        let language = input.language;
        match self.what {
            What::Register(_) => {
                let name = register_name(&self.case.register, language);
                language.pick(
                    format!("Om behandlingen av opplysninger om deg i {name}"),
                    format!("Om behandlinga av opplysningar om deg i {name}"),
                    format!("About the processing of data about you in {name}"),
                )
            }
            What::Log(_) => {
                let name = register_name(&self.case.register, language);
                language.pick(
                    format!("Hvem som har sett eller fått opplysninger om deg i {name}"),
                    format!("Kven som har sett eller fått opplysningar om deg i {name}"),
                    format!("Who has seen or been given data about you in {name}"),
                )
            }
            What::File(file) => format!("{} ({})", file.title, file.kind),
        }
    }

    /// How it stands in the list at the end of the letter.
    pub fn listed(&self, input: &LetterInput) -> String {
        let title = format!("{}. {}", self.number, self.title(input));
        let language = input.language;
        match self.what {
            What::Register(_) | What::Log(_) => title,
            What::File(_) if lie_inside(input.send) => {
                title + language.pick(", ligger i denne PDF-filen", ", ligg i denne PDF-fila", ", inside this PDF file")
            }
            What::File(_) => {
                title
                    + language.pick(
                        ", følger ved siden av brevet",
                        ", følgjer ved sida av brevet",
                        ", sent beside this letter",
                    )
            }
        }
    }

    /// How the letter points to it, inside a sentence.
    pub fn pointed_to(&self, language: Language) -> String {
        format!("{} {}", language.pick("vedlegg", "vedlegg", "attachment"), self.number)
    }

    /// What it is, in a cell of the overview.
    pub fn short(&self, input: &LetterInput) -> String {
        let language = input.language;
        match self.what {
            What::Register(_) => language
                .pick(
                    "Hva opplysningene brukes til, og rettighetene dine",
                    "Kva opplysningane blir brukte til, og rettane dine",
                    "What the data are used for, and your rights",
                )
                .to_owned(),
            What::Log(_) => language
                .pick(
                    "Logg over hvem som har sett eller fått opplysninger",
                    "Logg over kven som har sett eller fått opplysningar",
                    "Log of who has seen or been given data",
                )
                .to_owned(),
            What::File(_) => self.title(input),
        }
    }

    /// The number with its heading, at the top of its pages.
    pub fn heading(&self, input: &LetterInput) -> String {
        let word = input.language.pick("Vedlegg", "Vedlegg", "Attachment");
        format!("{word} {}: {}", self.number, self.title(input))
    }
}

/// The register of a case where there is room for little, with the right where it is the log.
pub(super) fn row_name(
    register: &crate::casework::letter::input::LetterRegister,
    right: Right,
    language: Language,
) -> String {
    let short = short_register_name(register, language);
    if right == Right::AccessLog {
        format!("{short} ({})", language.pick("loggen", "loggen", "the log"))
    } else {
        short
    }
}
