//! That an answer on access gives what it says, and tells what GDPR Article 15 asks for.

use crate::casework::letter::compose::enclosure::gives;
use crate::casework::letter::field::Field;
use crate::casework::letter::input::{CaseAccess, LetterCase, LetterInput};
use crate::casework::letter::kind::LetterKind;
use crate::casework::letter::words::short_register_name;
use crate::law::rights::{Outcome, Right};
use crate::wording::{Language, Trilingual};

use super::{CheckId, GateCheck};

fn no_access(check: CheckId) -> GateCheck {
    GateCheck::met(
        check,
        Trilingual::fixed("Brevet gir ikke innsyn.", "Brevet gir ikkje innsyn.", "The letter gives no access."),
    )
}

/// Whoever gets access gets something: files, a log or words; and learns how to get what a report leaves out.
pub(super) fn given(input: &LetterInput) -> GateCheck {
    if input.kind != LetterKind::AccessAnswer {
        return no_access(CheckId::Given);
    }
    let giving = || input.cases.iter().filter(|case| gives(case));
    if let Some(case) = giving().find(|case| !gives_something(input, case)) {
        let number = &case.number;
        let mut check = GateCheck::failed(
            CheckId::Given,
            Trilingual::made(
                format!("Sak {number} gir innsyn, men ingenting er lagt ved."),
                format!("Sak {number} gir innsyn, men ingenting er lagt ved."),
                format!("Case {number} gives access, but nothing is enclosed."),
            ),
            Trilingual::fixed(
                "Legg ved rapporten eller loggen i saken, eller skriv i brevet hva personen får.",
                "Legg ved rapporten eller loggen i saka, eller skriv i brevet kva personen får.",
                "Add the report or the log to the case, or write in the letter what the person gets.",
            ),
        );
        check.field = Some(key(input, case, Field::Granted));
        return check;
    }
    if let Some(case) = giving().find(|case| refuses_the_rest(input, case)) {
        let register = |language| short_register_name(&case.register, language);
        let mut check = GateCheck::failed(
            CheckId::Given,
            Trilingual::made(
                format!(
                    "Rapporten fra {} utelater opplysninger, og brevet sier ikke hvordan personen får resten. Da er svaret et delvis avslag.",
                    register(Language::Nb)
                ),
                format!(
                    "Rapporten frå {} utelèt opplysningar, og brevet seier ikkje korleis personen får resten. Då er svaret eit delvis avslag.",
                    register(Language::Nn)
                ),
                format!(
                    "The report from {} leaves out data, and the letter does not say how to get the rest. That makes it a partial refusal.",
                    register(Language::En)
                ),
            ),
            Trilingual::fixed(
                "Skriv under veiledning hvordan personen får resten, eller avgjør saken som delvis.",
                "Skriv under rettleiing korleis personen får resten, eller avgjer saka som delvis.",
                "Write under guidance how to get the rest, or decide the case as partly granted.",
            ),
        );
        check.field = Some(key(input, case, Field::Guidance));
        return check;
    }
    GateCheck::met(
        CheckId::Given,
        Trilingual::fixed(
            "Hvert innsyn har noe ved seg.",
            "Kvart innsyn har noko ved seg.",
            "Something is enclosed for every access.",
        ),
    )
}

fn gives_something(input: &LetterInput, case: &LetterCase) -> bool {
    let enclosed = case.access.as_ref().is_some_and(|access| access.log.is_some() || !access.files.is_empty());
    enclosed || input.filled_for(Field::Granted, case).is_some()
}

fn refuses_the_rest(input: &LetterInput, case: &LetterCase) -> bool {
    let silent = |access: &CaseAccess| {
        !access.complete && !access.disclosure.left_out.is_empty() && access.disclosure.left_out_remedy.is_empty()
    };
    case.outcome == Some(Outcome::Granted)
        && case.right == Right::Access
        && case.access.as_ref().is_some_and(silent)
        && input.filled_for(Field::Guidance, case).is_none()
}

/// The key under which the caseworker's text for a case is kept.
fn key(input: &LetterInput, case: &LetterCase, field: Field) -> String {
    if input.cases.len() > 1 { format!("{}.{}", field.id(), case.letter()) } else { field.id().to_owned() }
}

/// Every point of Art. 15(1) is told of every register that gives data; what lacks is named.
pub(super) fn disclosure(input: &LetterInput) -> GateCheck {
    if input.kind != LetterKind::AccessAnswer {
        return no_access(CheckId::Disclosure);
    }
    let giving = input.cases.iter().filter(|case| gives(case) && case.right == Right::Access);
    let lacking = |language: Language| -> Vec<String> {
        let one = |case: &LetterCase| {
            let name = short_register_name(&case.register, language);
            let Some(access) = &case.access else { return Some(name) };
            let points = access.disclosure.lacking();
            let points: Vec<String> =
                points.map(|point| format!("{} ({})", point.letter(), point.label(language).to_lowercase())).collect();
            (!points.is_empty()).then(|| format!("{name}: {}", points.join(", ")))
        };
        giving.clone().filter_map(one).collect()
    };
    let [nb, nn, en] = Language::ALL.map(|language| lacking(language).join("; "));
    if nb.is_empty() {
        return GateCheck::met(
            CheckId::Disclosure,
            Trilingual::fixed(
                "Bokstav a til h er med for hvert register som gir opplysninger.",
                "Bokstav a til h er med for kvart register som gir opplysningar.",
                "Points a to h are there for every register that gives data.",
            ),
        );
    }
    GateCheck::failed(
        CheckId::Disclosure,
        Trilingual::made(
            format!("Katalogen sier ikke alt som skal med på brevets dato. {nb}."),
            format!("Katalogen seier ikkje alt som skal med på datoen i brevet. {nn}."),
            format!("The catalogue does not say everything that belongs in the letter on its date. {en}."),
        ),
        Trilingual::fixed(
            "Fyll ut registeret i katalogen. «registers --check» viser hva som mangler.",
            "Fyll ut registeret i katalogen. «registers --check» viser kva som manglar.",
            "Complete the register in the catalogue. “registers --check” shows what is missing.",
        ),
    )
}
