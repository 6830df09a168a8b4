//! `personvernsak identity -`: checks identity numbers, one a line on standard input.

use std::io::{self, BufRead, BufReader, Read};

use clap::Args;
use serde::Serialize;

use super::{GlobalOptions, Report};
use crate::api::{Exit, Failure, FieldProblem};
use crate::law::identity::{ControlRule, IdentityKind, IdentityNumber, IdentityProblem, mask_unchecked};
use crate::wording::{Language, Trilingual};

/// What follows `identity`.
#[derive(Args, Debug)]
pub(super) struct IdentityArguments {
    /// Alltid «-»: numrene leses fra standard inn, ett på hver linje
    // Taken as free text, so that a number given here by mistake is refused in words that do not repeat it.
    #[arg(value_name = "-", required = true, num_args = 1..)]
    source: Vec<String>,
}

#[derive(Serialize)]
struct Answer {
    numbers: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    masked: String,
    valid: bool,
    kind: Option<&'static str>,
    synthetic: Option<bool>,
    rule: Option<&'static str>,
    problem: Option<String>,
    problem_code: Option<&'static str>,
}

/// Checks every line of standard input.
pub(super) fn run(arguments: &IdentityArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    match arguments.source.as_slice() {
        [source] if source == "-" => {}
        _ => {
            let message = NOT_AS_ARGUMENT.get(global.lang);
            return Err(Failure::new(Exit::NotWellFormed, "usage", message));
        }
    }
    let lines = read_lines(io::stdin().lock())
        .map_err(|_| Failure::new(Exit::Other, "unreadable-input", UNREADABLE.get(global.lang)))?;
    Ok(report(&lines, global.lang))
}

/// Refuses anything but «-», where a number on standard input is meant.
///
/// # Errors
/// [`Exit::NotWellFormed`], without repeating what was given.
pub(super) fn require_standard_input(source: &str, language: Language) -> Result<(), Failure> {
    if source == "-" {
        return Ok(());
    }
    Err(Failure::new(Exit::NotWellFormed, "usage", PERSON_NOT_AS_ARGUMENT.get(language)))
}

/// The one number on standard input, as it was written.
///
/// # Errors
/// [`Exit::NotWellFormed`] for several lines; an empty one is left to whoever reads the number.
pub(super) fn one_number(language: Language) -> Result<String, Failure> {
    let mut lines = read_lines(io::stdin().lock())
        .map_err(|_| Failure::new(Exit::Other, "unreadable-input", UNREADABLE.get(language)))?;
    lines.retain(|line| !line.trim().is_empty());
    match lines.len() {
        0 | 1 => Ok(lines.pop().unwrap_or_default()),
        _ => Err(Failure::new(Exit::NotWellFormed, "usage", ONLY_ONE.get(language))),
    }
}

/// The lines of the input; a byte that is not UTF-8 becomes a character that no number has.
fn read_lines(input: impl Read) -> io::Result<Vec<String>> {
    let lines = BufReader::new(input).split(b'\n');
    let mut lines =
        lines.map(|line| Ok(String::from_utf8_lossy(&line?).into_owned())).collect::<io::Result<Vec<_>>>()?;
    if let Some(first) = lines.first_mut()
        && let Some(rest) = first.strip_prefix('\u{feff}')
    {
        *first = rest.to_owned();
    }
    Ok(lines)
}

fn report(lines: &[String], language: Language) -> Report {
    let mut numbers = Vec::new();
    let mut texts = Vec::new();
    let mut fields = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let parsed = IdentityNumber::parse(line);
        let masked = mask_unchecked(line);
        texts.push(format!("{masked}  {}", describe(&parsed, language)));
        let problem = parsed.as_ref().err().copied();
        if let Some(problem) = problem {
            fields.push(FieldProblem {
                path: format!("numbers[{index}]"),
                code: problem.code().to_owned(),
                message: problem.text().get(language).to_owned(),
            });
        }
        let number = parsed.ok();
        numbers.push(Line {
            masked,
            valid: number.is_some(),
            kind: number.as_ref().map(|number| number.kind().code()),
            synthetic: number.as_ref().map(IdentityNumber::synthetic),
            rule: number.as_ref().map(|number| number.rule().code()),
            problem: problem.map(|problem| problem.text().get(language).to_owned()),
            problem_code: problem.map(IdentityProblem::code),
        });
    }
    let total = numbers.len();
    if texts.is_empty() {
        texts.push(NOTHING.get(language).to_owned());
    }
    let report = Report::done(&Answer { numbers }, texts.join("\n"));
    if fields.is_empty() {
        return report;
    }
    let message = match language {
        Language::Nb => format!("{} av {total} numre kan ikke være riktige. Rett dem og prøv igjen.", fields.len()),
        Language::Nn => format!("{} av {total} nummer kan ikkje vere rette. Rett dei og prøv igjen.", fields.len()),
        Language::En => format!("{} of {total} numbers cannot be right. Correct them and try again.", fields.len()),
    };
    report.with_failure(Failure::new(Exit::NotWellFormed, "invalid-identity-number", message).with_fields(fields))
}

fn describe(parsed: &Result<IdentityNumber, IdentityProblem>, language: Language) -> String {
    match parsed {
        Err(problem) => problem.text().get(language).to_owned(),
        Ok(number) => {
            let mut parts = vec![kind_in_words(number.kind()).get(language).to_owned()];
            if number.synthetic() {
                parts.push(SYNTHETIC.get(language).to_owned());
            }
            if number.rule() == ControlRule::From2032 {
                parts.push(ONLY_FROM_2032.get(language).to_owned());
            }
            parts.join(", ")
        }
    }
}

fn kind_in_words(kind: IdentityKind) -> Trilingual {
    match kind {
        IdentityKind::Foedselsnummer => {
            Trilingual::fixed("fødselsnummer", "fødselsnummer", "national identity number (fødselsnummer)")
        }
        IdentityKind::DNummer => Trilingual::fixed("D-nummer", "D-nummer", "D number (D-nummer)"),
        IdentityKind::HNummer => Trilingual::fixed(
            "H-nummer (hjelpenummer, eller et testnummer av samme form)",
            "H-nummer (hjelpenummer, eller eit testnummer av same form)",
            "H number (an assistance number, or a test number of the same form)",
        ),
        IdentityKind::FhNummer => Trilingual::fixed(
            "FH-nummer (felles hjelpenummer)",
            "FH-nummer (felles hjelpenummer)",
            "FH number (shared assistance number)",
        ),
    }
}

static SYNTHETIC: Trilingual =
    Trilingual::fixed("syntetisk (oppdiktet person)", "syntetisk (oppdikta person)", "synthetic (an invented person)");
static ONLY_FROM_2032: Trilingual = Trilingual::fixed(
    "kontrollsifrene er riktige bare etter regelen fra 2032",
    "kontrollsifra er rette berre etter regelen frå 2032",
    "the control digits are right only by the rule from 2032",
);
static NOTHING: Trilingual = Trilingual::fixed(
    "Det kom ingen linjer på standard inn. Skriv ett nummer på hver linje.",
    "Det kom ingen linjer på standard inn. Skriv eitt nummer på kvar linje.",
    "No lines came on standard input. Write one number on each line.",
);
static NOT_AS_ARGUMENT: Trilingual = Trilingual::fixed(
    "Skriv «identity -» og gi numrene på standard inn, ett på hver linje. \
     De skal ikke stå i kommandoen, for der kan andre på maskinen lese dem.",
    "Skriv «identity -» og gi nummera på standard inn, eitt på kvar linje. \
     Dei skal ikkje stå i kommandoen, for der kan andre på maskina lese dei.",
    "Write “identity -” and give the numbers on standard input, one on each line. \
     Do not put them in the command, where others on the machine can read them.",
);
static PERSON_NOT_AS_ARGUMENT: Trilingual = Trilingual::fixed(
    "Skriv «--person -» og gi nummeret på standard inn. \
     Det skal ikke stå i kommandoen, for der kan andre på maskinen lese det.",
    "Skriv «--person -» og gi nummeret på standard inn. \
     Det skal ikkje stå i kommandoen, for der kan andre på maskina lese det.",
    "Write “--person -” and give the number on standard input. \
     Do not put it in the command, where others on the machine can read it.",
);
static ONLY_ONE: Trilingual = Trilingual::fixed(
    "Det kom flere linjer på standard inn. Søk etter én person om gangen, med ett nummer på én linje.",
    "Det kom fleire linjer på standard inn. Søk etter éin person om gongen, med eitt nummer på éi linje.",
    "Several lines came on standard input. Look for one person at a time, with one number on one line.",
);
static UNREADABLE: Trilingual = Trilingual::fixed(
    "Standard inn kan ikke leses. Prøv igjen, eller les fra en fil.",
    "Standard inn kan ikkje lesast. Prøv igjen, eller les frå ei fil.",
    "Standard input cannot be read. Try again, or read from a file.",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_and_windows_line_ends_are_no_part_of_a_number() {
        let lines = read_lines("\u{feff}138461 20100\r\n13846120100\n".as_bytes()).expect("reads");
        let report = report(&lines, Language::Nb);
        assert_eq!(lines.len(), 2);
        assert!(report.fault.is_none());
    }

    #[test]
    fn bytes_that_are_no_text_are_told_as_characters_that_are_no_digits() {
        let lines = read_lines(&b"1384612010\xff\n"[..]).expect("reads");
        let report = report(&lines, Language::Nb);
        assert_eq!(report.json["numbers"][0]["problem_code"], "not-digits");
        assert_eq!(report.json["numbers"][0]["masked"], "***********");
    }
}
