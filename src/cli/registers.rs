//! `personvernsak registers`: what the catalogue says about the registers, and whether it says all that Article 15(1)
//! asks for. Reads no store, no clock.

use std::fmt::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::letters::adopted;
use super::register_text::write;
use super::route::catalogue;
use super::{GlobalOptions, Report, desk};
use crate::api::register_show::{RegisterShow, Viewpoint};
use crate::api::registers::{PointOfArticle15, RegistersAnswer, RightAnswer, RoleAnswer};
use crate::api::{Exit, Failure, FieldProblem};
use crate::law::organisation::DEFAULT_OFFICE;
use crate::law::register::{Register, Role, UnknownRole};
use crate::law::routing::Facts;
use crate::wording::Language;

/// What follows `registers`.
#[derive(Args, Debug)]
#[allow(clippy::option_option, reason = "«--install» names a folder, or takes «--built-in» beside it")]
pub(super) struct RegistersArguments {
    /// Ett register, for eksempel «kpr». Uten det vises alle
    #[arg(value_name = "ID")]
    id: Option<String>,
    /// Se om katalogen sier alt det artikkel 15 nr. 1 krever om hvert register
    #[arg(long)]
    check: bool,
    /// Bare registre der personen har denne rollen: pasient, helsepersonell, abonnent, bruker eller «ansatt-soker»
    #[arg(long, value_name = "R")]
    role: Vec<String>,
    /// En annen katalog enn programmets egen: mappen med registerfilene
    #[arg(long, value_name = "DIR")]
    from: Option<PathBuf>,
    /// Ta katalogen i en mappe i bruk. Åpne saker beholder spor, svarer og sjekkliste. Har den feil, er den gamle fortsatt i bruk
    #[arg(long, value_name = "DIR", num_args = 0..=1, conflicts_with_all = ["from", "check", "id", "role"])]
    install: Option<Option<PathBuf>>,
    /// Sammen med --install: ta programmets egen katalog i bruk igjen
    #[arg(long, requires = "install")]
    built_in: bool,
}

/// As [`RegistersAnswer`], with all that is said of the one register.
#[derive(Serialize)]
struct WholeAnswer {
    catalogue: String,
    registers: Vec<RegisterShow>,
    rights: Vec<RightAnswer>,
    roles: Vec<RoleAnswer>,
}

#[derive(Serialize)]
struct CheckAnswer<'a> {
    ok: bool,
    registers: Vec<CheckedRegister<'a>>,
}

#[derive(Serialize)]
struct CheckedRegister<'a> {
    id: &'a str,
    points: &'a [PointOfArticle15],
}

/// Tells about the registers.
pub(super) fn run(arguments: &RegistersArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    if let Some(folder) = adopted(&arguments.install, arguments.built_in)? {
        let mut desk = desk::unlocked(global)?;
        let installed = match folder {
            Some(folder) => desk.catalogue_install(folder)?,
            None => desk.catalogue_reset()?,
        };
        let text = format!("Katalogen {} med {} registre er tatt i bruk.", installed.catalogue, installed.registers);
        return Ok(Report::done(&installed, text));
    }
    let language = global.lang;
    let loaded = catalogue(arguments.from.as_deref())?;
    let catalogue = &loaded.catalogue;
    let chosen: Vec<&Register> = match arguments.id.as_deref() {
        Some(id) => vec![catalogue.find(id).map_err(|unknown| {
            let message = unknown.text().get(language).to_owned();
            let field =
                FieldProblem { path: "id".to_owned(), code: "unknown-register".to_owned(), message: message.clone() };
            Failure::new(Exit::NotWellFormed, "unknown-register", message).with_fields(vec![field])
        })?],
        None => catalogue.registers().collect(),
    };
    let roles = read_roles(&arguments.role)?;
    let with_role = |register: &&Register| roles.is_empty() || register.roles.iter().any(|role| roles.contains(role));
    let office = loaded
        .offices
        .find(global.organisation.as_deref().unwrap_or(DEFAULT_OFFICE))
        .map_err(|unknown| Failure::new(Exit::NotWellFormed, "unknown-organisation", unknown.to_string()))?;
    let shown = chosen.iter().copied().filter(with_role);
    let answer = RegistersAnswer::of(catalogue, shown, (office, None), language);
    if arguments.check {
        return Ok(check(&answer, language));
    }
    if arguments.id.is_none() {
        return Ok(Report::done(&answer, list(&answer)));
    }
    let from = Viewpoint { catalogue, office, on: None, language };
    let whole: Vec<RegisterShow> =
        chosen.iter().map(|register| RegisterShow::of(register, &Facts::none(), from)).collect();
    let text = whole.iter().map(|register| write(register, language)).collect::<String>();
    let RegistersAnswer { catalogue, rights, roles, .. } = answer;
    Ok(Report::done(&WholeAnswer { catalogue, registers: whole, rights, roles }, text))
}

fn read_roles(given: &[String]) -> Result<Vec<Role>, Failure> {
    given
        .iter()
        .map(|role| {
            role.parse()
                .map_err(|unknown: UnknownRole| Failure::new(Exit::NotWellFormed, "unknown-role", unknown.to_string()))
        })
        .collect()
}

fn check(answer: &RegistersAnswer, language: Language) -> Report {
    let registers: Vec<CheckedRegister<'_>> = answer
        .registers
        .iter()
        .map(|register| CheckedRegister { id: &register.id, points: &register.article_15 })
        .collect();
    let ok = answer.registers.iter().all(|register| register.missing().next().is_none());
    let report = Report::done(&CheckAnswer { ok, registers }, table(answer, language));
    if ok { report } else { report.with_fault(Exit::Other) }
}

fn table(answer: &RegistersAnswer, language: Language) -> String {
    let (filled, not_applicable, missing) = match language {
        Language::Nb => ("fylt ut", "gjelder ikke", "MANGLER"),
        Language::Nn => ("fylt ut", "gjeld ikkje", "MANGLAR"),
        Language::En => ("filled", "does not apply", "MISSING"),
    };
    let mut text = String::new();
    for register in &answer.registers {
        let _ = writeln!(text, "{}", register.id);
        for point in &register.article_15 {
            let label = format!("{} {}", point.point, point.label);
            let _ = match point.status {
                "filled" => writeln!(text, "  {label:<28} {filled}"),
                "missing" => writeln!(text, "  {label:<28} {missing}"),
                _ => {
                    let why = point.statements.iter().map(|reason| reason.text.as_str()).collect::<Vec<_>>().join(" ");
                    writeln!(text, "  {label:<28} {not_applicable}: {why}")
                }
            };
        }
    }
    text.truncate(text.trim_end().len());
    text
}

fn list(answer: &RegistersAnswer) -> String {
    let width = answer.registers.iter().map(|register| register.id.len()).max().unwrap_or_default();
    let lines = answer.registers.iter().map(|register| format!("{:width$}  {}", register.id, register.names.nb));
    lines.collect::<Vec<_>>().join("\n")
}
