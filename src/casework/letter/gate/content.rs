//! What the letter must say.

use crate::casework::letter::compose::Composed;
use crate::casework::letter::field::Field;
use crate::casework::letter::input::{LetterInput, SecondPerson};
use crate::casework::letter::text::blocks_to_text;
use crate::casework::letter::tree::Block;
use crate::wording::{Language, Trilingual, characters};

use super::{CheckId, GateCheck};

pub(super) fn fields(composed: &Composed) -> GateCheck {
    let Some(first) = composed.missing.first() else {
        return GateCheck::met(
            CheckId::Fields,
            Trilingual::fixed("Ingen felt mangler.", "Ingen felt manglar.", "No field is missing."),
        );
    };
    let labels = |language: Language| {
        let names: Vec<String> = composed.missing.iter().map(|id| label(id, language)).collect();
        names.join(", ")
    };
    let mut check = GateCheck::failed(
        CheckId::Fields,
        Trilingual::made(
            format!("Dette mangler: {}.", labels(Language::Nb)),
            format!("Dette manglar: {}.", labels(Language::Nn)),
            format!("Missing: {}.", labels(Language::En)),
        ),
        Trilingual::fixed("Fyll ut feltene.", "Fyll ut felta.", "Fill in the fields."),
    );
    check.field = Some(first.clone());
    check
}

fn label(id: &str, language: Language) -> String {
    let (field, case) = match id.split_once('.') {
        Some((field, case)) => (field, format!(" ({case})")),
        None => (id, String::new()),
    };
    let name = Field::from_id(field).map_or_else(|| field.to_owned(), |field| field.label().get(language).to_owned());
    format!("«{name}{case}»")
}

/// What complaint information is recognised by in the letter, in bokmål, nynorsk and English.
struct Demand {
    marks: [&'static str; 3],
    name: (&'static str, &'static str, &'static str),
}

const DATATILSYNET: Demand = Demand {
    marks: [
        "klage til datatilsynet",
        "klage til datatilsynet",
        "complain to the norwegian data protection authority (datatilsynet)",
    ],
    name: ("retten til å klage til Datatilsynet", "retten til å klage til Datatilsynet", "complaint to Datatilsynet"),
};
const COURTS: Demand = Demand {
    marks: ["domstolene", "domstolane", "the courts"],
    name: ("retten til å gå til domstolene", "retten til å gå til domstolane", "judicial remedy"),
};
const THREE_WEEKS: Demand = Demand {
    marks: [
        "tre uker fra du fikk dette brevet",
        "tre veker frå du fekk dette brevet",
        "three weeks from the day you received this letter",
    ],
    name: ("klagefristen på tre uker", "klagefristen på tre veker", "the time limit of three weeks"),
};
const SENT_TO_US: Demand = Demand {
    marks: ["send klagen til oss", "send klaga til oss", "send the appeal to us"],
    name: ("at klagen sendes til oss", "at klaga skal sendast til oss", "where to send the appeal"),
};
const DOCUMENTS: Demand = Demand {
    marks: ["se sakens dokumenter", "sjå dokumenta i saka", "see the documents in the case"],
    name: ("retten til å se sakens dokumenter", "retten til å sjå dokumenta i saka", "the right to see the documents"),
};

/// How a letter names an ombudsman whose address is not known here.
const OMBUDSMAN: [&str; 2] = ["snakke med personvernomb", "talk to our data protection officer (personvernombud)"];

/// The words that complaint information is recognised by in a language; a letter says those that its case calls for.
#[must_use]
pub fn complaint_words(language: Language) -> [&'static str; 6] {
    let form = language.pick(0, 1, 2);
    let [authority, courts, weeks, sent, documents] =
        [DATATILSYNET, COURTS, THREE_WEEKS, SENT_TO_US, DOCUMENTS].map(|demand| demand.marks[form]);
    [authority, courts, weeks, sent, documents, language.pick(OMBUDSMAN[0], OMBUDSMAN[0], OMBUDSMAN[1])]
}

pub(super) fn complaint(input: &LetterInput, composed: &Composed) -> GateCheck {
    if !input.kind.tells_remedies() {
        return GateCheck::met(
            CheckId::Complaint,
            Trilingual::fixed(
                "Brevet avgjør ikke noe, så det er ikke noe å klage på.",
                "Brevet avgjer ikkje noko, så det er ikkje noko å klage på.",
                "The letter decides nothing.",
            ),
        );
    }
    // The list of statutes at the end names these rights as well; only running text tells a person about them.
    let paragraphs: Vec<Block> =
        composed.letter.blocks.iter().filter(|block| matches!(block, Block::Paragraph(_))).cloned().collect();
    let text = blocks_to_text(&paragraphs).to_lowercase();
    let form = composed.letter.language.pick(0, 1, 2);
    let says = |demand: &Demand| text.contains(demand.marks[form]);
    let individual = input.kind.tells_outcome() && input.cases.iter().any(|case| case.individual_decision);
    let mut demands = vec![DATATILSYNET, COURTS];
    if individual {
        demands.extend([THREE_WEEKS, SENT_TO_US, DOCUMENTS]);
    }
    let mut lacking: Vec<_> = demands.iter().filter(|demand| !says(demand)).map(|demand| demand.name).collect();
    let body = input.office.complaint_body.as_ref().map(|names| names.get(composed.letter.language).to_lowercase());
    if individual && !body.is_some_and(|body| text.contains(&body)) {
        lacking.push(("klageinstansen", "klageinstansen", "the appeal body"));
    }
    let says_ombud = match input.office.ombud_contact.to_lowercase() {
        contact if contact.is_empty() => OMBUDSMAN.iter().any(|words| text.contains(words)),
        contact => text.contains(&contact),
    };
    if !says_ombud {
        lacking.push(("personvernombudet", "personvernombodet", "the ombudsman"));
    }
    if !lacking.is_empty() {
        let list = |pick: fn(&(&'static str, &'static str, &'static str)) -> &'static str| {
            lacking.iter().map(pick).collect::<Vec<_>>().join(", ")
        };
        return GateCheck::failed(
            CheckId::Complaint,
            Trilingual::made(
                format!("Brevet mangler {}.", list(|name| name.0)),
                format!("Brevet manglar {}.", list(|name| name.1)),
                format!("The letter lacks {}.", list(|name| name.2)),
            ),
            Trilingual::fixed(
                "Hent klageteksten fra malen.",
                "Hent klageteksten frå malen.",
                "Take the complaint text from the template.",
            ),
        );
    }
    if individual && let Some((message, todo)) = appeal_is_not_of_its_cases(input, composed, form) {
        return GateCheck::failed(CheckId::Complaint, message, todo);
    }
    if !individual && says(&THREE_WEEKS) {
        return GateCheck::failed(
            CheckId::Complaint,
            Trilingual::fixed(
                "Brevet gir klagefrist på tre uker, men svaret er ikke et enkeltvedtak.",
                "Brevet gir klagefrist på tre veker, men svaret er ikkje eit enkeltvedtak.",
                "The letter gives a time limit of three weeks, but the answer is no enkeltvedtak.",
            ),
            Trilingual::fixed("Ta bort klagefristen.", "Ta bort klagefristen.", "Remove the time limit."),
        );
    }
    GateCheck::met(
        CheckId::Complaint,
        if individual {
            Trilingual::fixed(
                "Tre uker, klageinstans, Datatilsynet, domstolene og personvernombudet.",
                "Tre veker, klageinstans, Datatilsynet, domstolane og personvernombodet.",
                "Three weeks, appeal body, Datatilsynet, the courts and the ombudsman.",
            )
        } else {
            Trilingual::fixed(
                "Datatilsynet, domstolene og personvernombudet.",
                "Datatilsynet, domstolane og personvernombodet.",
                "Datatilsynet, the courts and the ombudsman.",
            )
        },
    )
}

/// Why the time limit for an appeal does not hold for just those cases that are enkeltvedtak, and what to do. In a letter with
/// other answers too, the paragraphs that tell the limit name each enkeltvedtak by its number, and no other case.
fn appeal_is_not_of_its_cases(
    input: &LetterInput,
    composed: &Composed,
    form: usize,
) -> Option<(Trilingual, Trilingual)> {
    if !input.has_mixed_decisions() {
        return None;
    }
    let limits: String = composed
        .letter
        .blocks
        .iter()
        .filter(|block| matches!(block, Block::Paragraph(_)))
        .map(|block| blocks_to_text(std::slice::from_ref(block)))
        .filter(|text| text.to_lowercase().contains(THREE_WEEKS.marks[form]))
        .collect();
    let case = input.cases.iter().find(|case| names_case(&limits, &case.number) != case.individual_decision)?;
    let number = &case.number;
    let message = if case.individual_decision {
        Trilingual::made(
            format!("Klagefristen på tre uker gjelder vedtaket i sak {number}, men det står ikke i brevet."),
            format!("Klagefristen på tre veker gjeld vedtaket i sak {number}, men det står ikkje i brevet."),
            format!(
                "The time limit of three weeks applies to the decision in case {number}, which the letter does not say."
            ),
        )
    } else {
        Trilingual::made(
            format!("Brevet gir klagefrist på tre uker i sak {number}, men svaret der er ikke et enkeltvedtak."),
            format!("Brevet gir klagefrist på tre veker i sak {number}, men svaret der er ikkje eit enkeltvedtak."),
            format!(
                "The letter gives a time limit of three weeks in case {number}, where the answer is no enkeltvedtak."
            ),
        )
    };
    Some((
        message,
        Trilingual::fixed(
            "Hent klageteksten fra malen.",
            "Hent klageteksten frå malen.",
            "Take the complaint text from the template.",
        ),
    ))
}

/// Whether a text has the number of a case: «2026/00001-a», but not in «2026/00001-ab».
fn names_case(text: &str, number: &str) -> bool {
    text.match_indices(number).any(|(at, _)| {
        text.get(at + number.len()..).is_none_or(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()))
    })
}

pub(super) fn language(input: &LetterInput, composed: &Composed) -> GateCheck {
    let written = composed.letter.language;
    let (letter, request) = (name(written), name(input.request_language));
    if written != input.request_language {
        return GateCheck::failed(
            CheckId::Language,
            Trilingual::made(
                format!("Brevet er på {}, henvendelsen på {}.", letter.nb, request.nb),
                format!("Brevet er på {}, førespurnaden på {}.", letter.nn, request.nn),
                format!("The letter is in {}, the request in {}.", letter.en, request.en),
            ),
            Trilingual::made(
                format!("Skriv brevet på {}.", request.nb),
                format!("Skriv brevet på {}.", request.nn),
                format!("Write the letter in {}.", request.en),
            ),
        );
    }
    GateCheck::met(
        CheckId::Language,
        Trilingual::made(
            format!("Begge er på {}.", letter.nb),
            format!("Begge er på {}.", letter.nn),
            format!("Both are in {}.", letter.en),
        ),
    )
}

/// What a language is called after «på» and "in".
fn name(language: Language) -> Trilingual {
    match language {
        Language::Nb => Trilingual::fixed("bokmål", "bokmål", "Norwegian (bokmål)"),
        Language::Nn => Trilingual::fixed("nynorsk", "nynorsk", "Norwegian (nynorsk)"),
        Language::En => Trilingual::fixed("engelsk", "engelsk", "English"),
    }
}

pub(super) fn approval(input: &LetterInput) -> GateCheck {
    let failed = |message, todo| GateCheck::failed(CheckId::Approval, message, todo);
    let ask = Trilingual::fixed(
        "Send brevet til godkjenning.",
        "Send brevet til godkjenning.",
        "Send the letter for approval.",
    );
    match &input.second_person {
        SecondPerson::NotNeeded => GateCheck::met(
            CheckId::Approval,
            Trilingual::fixed(
                "Dette brevet trenger ikke godkjenning.",
                "Dette brevet treng ikkje godkjenning.",
                "This letter needs no approval.",
            ),
        ),
        SecondPerson::Approved(approver) if approver.name == input.caseworker.name => failed(
            Trilingual::fixed(
                "Den som har skrevet brevet, har også godkjent det.",
                "Den som har skrive brevet, har òg godkjent det.",
                "The one who wrote the letter has also approved it.",
            ),
            Trilingual::fixed("Be en annen godkjenne.", "Be ein annan godkjenne.", "Ask somebody else to approve."),
        ),
        SecondPerson::Approved(_) => {
            GateCheck::met(CheckId::Approval, Trilingual::fixed("Godkjent.", "Godkjent.", "Approved."))
        }
        SecondPerson::NotAsked => failed(
            Trilingual::fixed(
                "En til må godkjenne brevet.",
                "Ein til må godkjenne brevet.",
                "A second person must approve the letter.",
            ),
            ask,
        ),
        SecondPerson::Asked => failed(
            Trilingual::fixed(
                "Brevet venter på godkjenning.",
                "Brevet ventar på godkjenning.",
                "The letter waits for approval.",
            ),
            Trilingual::fixed("Be en leder se på det.", "Be ein leiar sjå på det.", "Ask a lead to look at it."),
        ),
        SecondPerson::SentBack => failed(
            Trilingual::fixed(
                "Brevet er sendt tilbake og ikke godkjent.",
                "Brevet er sendt tilbake og ikkje godkjent.",
                "The letter was sent back and is not approved.",
            ),
            Trilingual::fixed(
                "Rett det som er påpekt, og send brevet til godkjenning på nytt.",
                "Rett det som er påpeikt, og send brevet til godkjenning på nytt.",
                "Mend what was pointed out, and send the letter for approval again.",
            ),
        ),
        SecondPerson::ChangedSince => failed(
            Trilingual::fixed(
                "Brevet er endret etter at det ble godkjent.",
                "Brevet er endra etter at det blei godkjent.",
                "The letter has been changed since it was approved.",
            ),
            Trilingual::fixed(
                "Send det til godkjenning på nytt.",
                "Send det til godkjenning på nytt.",
                "Send it for approval again.",
            ),
        ),
    }
}

pub(super) fn legal_references(composed: &Composed) -> GateCheck {
    let stale: Vec<&str> =
        composed.references.iter().filter(|cited| !cited.in_force).map(|cited| cited.id.as_str()).collect();
    if stale.is_empty() {
        return GateCheck::met(
            CheckId::LegalReferences,
            Trilingual::fixed(
                "Alle henvisninger gjelder på brevets dato.",
                "Alle tilvisingar gjeld på datoen i brevet.",
                "Every reference is in force on the letter's date.",
            ),
        );
    }
    let list = stale.join(", ");
    GateCheck::failed(
        CheckId::LegalReferences,
        Trilingual::made(
            format!("Gjelder ikke på brevets dato: {list}."),
            format!("Gjeld ikkje på datoen i brevet: {list}."),
            format!("Not in force on the letter's date: {list}."),
        ),
        Trilingual::fixed(
            "Velg regelen som gjelder nå, eller be administrator oppdatere henvisningene.",
            "Vel regelen som gjeld no, eller be administrator oppdatere tilvisingane.",
            "Choose the rule now in force, or ask the administrator to update the references.",
        ),
    )
}

pub(super) fn controller(input: &LetterInput) -> GateCheck {
    let noted = |note: &Option<String>| note.as_ref().is_some_and(|note| !note.trim().is_empty());
    let unexplained: Vec<&str> = input
        .cases
        .iter()
        .filter(|case| !case.office_is_controller && case.handled_by.is_none() && !noted(&case.controller_note))
        .map(|case| case.number.as_str())
        .collect();
    if unexplained.is_empty() {
        return GateCheck::met(
            CheckId::Controller,
            Trilingual::fixed(
                "Vi er dataansvarlig, eller grunnen til at vi svarer er notert.",
                "Vi er dataansvarleg, eller grunnen til at vi svarer er notert.",
                "We are the controller, or the reason why we answer is recorded.",
            ),
        );
    }
    let list = unexplained.join(", ");
    GateCheck::failed(
        CheckId::Controller,
        Trilingual::made(
            format!("Vi er ikke dataansvarlig for registeret i {list}."),
            format!("Vi er ikkje dataansvarleg for registeret i {list}."),
            format!("We are not the controller of the register in {list}."),
        ),
        Trilingual::fixed(
            "Noter hvorfor vi svarer, eller send saken til den som er dataansvarlig.",
            "Noter kvifor vi svarer, eller send saka til den som er dataansvarleg.",
            "Record why we answer, or send the case to the controller.",
        ),
    )
}

pub(super) fn characters(input: &LetterInput, undrawable: &[char]) -> GateCheck {
    if undrawable.is_empty() {
        return GateCheck::met(
            CheckId::Characters,
            Trilingual::fixed(
                "Skriften har alle tegnene i brevet.",
                "Skrifta har alle teikna i brevet.",
                "The font has every character of the letter.",
            ),
        );
    }
    let Trilingual { nb, nn, en } = characters::list(undrawable);
    GateCheck::failed(
        CheckId::Characters,
        Trilingual::made(
            format!("Skriften har ikke disse tegnene: {nb}."),
            format!("Skrifta har ikkje desse teikna: {nn}."),
            format!("The font lacks these characters: {en}."),
        ),
        Trilingual::fixed(
            "Fjern dem, eller skriv dem med andre tegn.",
            "Fjern dei, eller skriv dei med andre teikn.",
            "Remove them, or write them with other characters.",
        ),
    )
    .at(input, |text| text.contains(undrawable))
}
