//! `personvernsak route`: which way a claim goes, who answers it, what is to be checked, and why. Reads no store, no
//! clock.

use std::borrow::Cow;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{GlobalOptions, Report};
use crate::adapter::load;
use crate::api::dates::{parse_date, unreadable};
use crate::api::route::{RouteAnswer, routing_failure};
use crate::api::session;
use crate::api::{Exit, Failure, FieldProblem};
use crate::law::organisation::DEFAULT_OFFICE;
use crate::law::rights::{Mode, Right, Track};
use crate::law::routing::{Facts, route};
use crate::wording::{Language, Trilingual};

/// What follows `route`.
#[derive(Args, Debug)]
pub(super) struct RouteArguments {
    /// Registeret, for eksempel «kpr»
    #[arg(long, value_name = "ID")]
    register: String,
    /// Rettigheten, for eksempel sletting
    #[arg(long, value_name = "R")]
    right: String,
    /// Dagen henvendelsen kom inn (ÅÅÅÅ-MM-DD). Uten den gjelder de nyeste reglene
    #[arg(long, value_name = "D")]
    received: Option<String>,
    /// En opplysning som avgjør, for eksempel yrke=dyrehelse
    #[arg(long, value_name = "KEY=VALUE")]
    fact: Vec<String>,
    /// En annen katalog enn programmets egen: mappen med registerfilene
    #[arg(long, value_name = "DIR")]
    from: Option<PathBuf>,
}

/// The catalogue in a folder, or the one that the program was built with.
///
/// # Errors
/// The faults of the files, each with file and line; those of the embedded ones are ruled out by a test.
pub(super) fn catalogue(folder: Option<&Path>) -> Result<Cow<'static, load::Loaded>, Failure> {
    match folder {
        Some(folder) => {
            let read = load::read_folder(folder).and_then(|files| load::load_files(&files));
            read.map(Cow::Owned).map_err(|problems| session::faulty_catalogue(Exit::NotWellFormed, &problems))
        }
        None => session::catalogue().map(Cow::Borrowed),
    }
}

/// Finds the route and tells why.
pub(super) fn run(arguments: &RouteArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let language = global.lang;
    let loaded = catalogue(arguments.from.as_deref())?;
    let catalogue = &loaded.catalogue;
    let mut problems = Vec::new();
    let mut note = |path: &str, code: &str, text: &Trilingual| {
        problems.push(FieldProblem {
            path: path.to_owned(),
            code: code.to_owned(),
            message: text.get(language).to_owned(),
        });
    };
    let office = loaded
        .offices
        .find(global.organisation.as_deref().unwrap_or(DEFAULT_OFFICE))
        .map_err(|unknown| note("organisation", "unknown-organisation", &unknown.text()));
    let register =
        catalogue.find(&arguments.register).map_err(|unknown| note("register", "unknown-register", &unknown.text()));
    let right =
        arguments.right.parse::<Right>().map_err(|_| note("right", "unknown-right", &unknown_right(&arguments.right)));
    let facts = read_facts(&arguments.fact, &mut note);
    let received_on = match arguments.received.as_deref().map(|text| parse_date("received", text, language)) {
        Some(Ok(date)) => Some(date),
        Some(Err(problem)) => {
            problems.push(problem);
            None
        }
        None => None,
    };
    let (Ok(office), Ok(register), Ok(right), true) = (office, register, right, problems.is_empty()) else {
        return Err(unreadable(problems, language));
    };
    let route = route(catalogue, office, &register.id, right, &facts, received_on)
        .map_err(|problem| routing_failure(&problem, "", language))?;
    let answer = RouteAnswer::of(&route, catalogue, language);
    let text = write(&answer, register.name(language), route.right, route.track, route.mode, language);
    Ok(Report::done(&answer, text))
}

fn unknown_right(given: &str) -> Trilingual {
    let given: String = given.chars().take(60).collect();
    let list = Right::ALL.map(Right::id).join(", ");
    Trilingual {
        nb: format!("Det finnes ingen rettighet «{given}». Velg en av disse: {list}.").into(),
        nn: format!("Det finst ingen rett «{given}». Vel ein av desse: {list}.").into(),
        en: format!("There is no right «{given}». Choose one of these: {list}.").into(),
    }
}

fn read_facts(given: &[String], note: &mut impl FnMut(&str, &str, &Trilingual)) -> Facts {
    let mut facts = Facts::none();
    for (index, text) in given.iter().enumerate() {
        let path = format!("fact[{index}]");
        match text.split_once('=') {
            Some((key, value)) if !key.trim().is_empty() && !value.trim().is_empty() => {
                if facts.insert(key.trim(), value.trim()).is_some() {
                    note(&path, "fact-twice", &TWICE);
                }
            }
            Some(_) | None => note(&path, "fact-not-written-right", &SHAPE),
        }
    }
    facts
}

const SHAPE: Trilingual = Trilingual::fixed(
    "Opplysningen kan ikke leses. Skriv den som navn=verdi, for eksempel yrke=dyrehelse.",
    "Opplysninga kan ikkje lesast. Skriv ho som namn=verdi, til dømes yrke=dyrehelse.",
    "The fact cannot be read. Write it as name=value, for example yrke=dyrehelse.",
);

const TWICE: Trilingual = Trilingual::fixed(
    "Opplysningen er gitt to ganger. Skriv den én gang.",
    "Opplysninga er gitt to gonger. Skriv ho éin gong.",
    "The fact is given twice. Write it once.",
);

fn write(
    answer: &RouteAnswer,
    register: &str,
    right: Right,
    track: Track,
    mode: Option<Mode>,
    language: Language,
) -> String {
    let [track_is, answered_by, rests_on, channel_is, checks_are, must, why] = words(language);
    let mut text = format!("{register}: {}\n\n", right.label(language).to_lowercase());
    let way = match mode {
        Some(mode @ (Mode::Refer | Mode::Assist)) => {
            format!("{} ({})", track.label(language), mode.label(language).to_lowercase())
        }
        Some(Mode::Transfer) | None => track.label(language),
    };
    let mut line = |label: &str, value: &str| {
        let gap = 14_usize.saturating_sub(label.chars().count());
        let _ = writeln!(text, "{label}:{:gap$}{value}", "");
    };
    line(track_is, &way);
    line(answered_by, &answer.handled_by.name);
    line(rests_on, &answer.legal_basis.join("; "));
    if let Some(channel) = &answer.channel {
        line(channel_is, channel);
    }
    let _ = writeln!(text, "\n{why}");
    for reason in &answer.reasons {
        let _ = writeln!(text, "  - {}\n    [{}]", reason.text, reason.source);
    }
    if !answer.checks.is_empty() {
        let _ = writeln!(text, "\n{checks_are} (* = {must})");
        for check in &answer.checks {
            let mark = if check.required { '*' } else { ' ' };
            let _ = writeln!(text, "  {mark} {}: {}\n    [{}]", check.id, check.text, check.source);
        }
    }
    text.truncate(text.trim_end().len());
    text
}

fn words(language: Language) -> [&'static str; 7] {
    match language {
        Language::Nb => {
            ["Spor", "Besvares av", "Rettsgrunnlag", "Kanal", "Kontrollpunkter", "bør besvares før vedtak", "Hvorfor"]
        }
        Language::Nn => {
            ["Spor", "Blir svart av", "Rettsgrunnlag", "Kanal", "Kontrollpunkt", "bør svarast på før vedtak", "Kvifor"]
        }
        Language::En => [
            "Track",
            "Answered by",
            "Legal basis",
            "Channel",
            "Checks",
            "should be answered before the decision",
            "Why",
        ],
    }
}
