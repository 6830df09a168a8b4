//! One register in words: who answers and for what, what each right comes to, and what Article 15 asks for.

use std::fmt::Write;

use crate::api::register_show::{BodyInForce, RegisterShow, RightRoute};
use crate::api::registers::{ControllerAnswer, StatementAnswer};
use crate::wording::{Language, Trilingual};

/// The register in a language.
pub(super) fn write(register: &RegisterShow, language: Language) -> String {
    let names = &register.names;
    let name = language.pick(&names.nb, &names.nn, &names.en);
    let mut page = Page { text: format!("{name}\n"), language };
    page.part(&SHORT_RETENTION, register.short_retention.iter().map(|short| sourced(&short.text, &short.source)));
    page.statements(&DIFFERENCES, &register.differences);
    page.part(&CONTROLLER, register.controllers.iter().map(|controller| controller_line(controller, language)));
    page.part(&ANSWERS, register.answered_by.iter().map(|body| body_line(body, language)));
    page.statements(&ADMINISTRATOR, &register.administrators);
    page.statements(&PROCESSOR, &register.processors);
    page.part(&CHANNEL, register.channel.iter().map(|channel| sourced(&channel.text, &channel.source)));
    page.statements(&LEGAL_BASIS, &register.legal_basis);
    page.part(&RIGHTS, register.routes.iter().map(|right| right_line(right, language)));
    let facts = register.facts.iter().map(|fact| {
        let values = match fact.kind {
            "date" => DATE.get(language).to_owned(),
            _ => fact.values.iter().map(|value| value.value.as_str()).collect::<Vec<_>>().join("|"),
        };
        format!("{}={values}: {}", fact.key, fact.label)
    });
    page.part(&FACTS, facts);
    page.statements(&LEFT_OUT, &register.left_out);
    page.statements(&LEFT_OUT_REMEDY, &register.left_out_remedy);
    for point in &register.article_15 {
        page.statements_under(&format!("{} {}", point.point, point.label), &point.statements);
    }
    page.text.truncate(page.text.trim_end().len());
    page.text
}

const SHORT_RETENTION: Trilingual = Trilingual::fixed("Kort lagring", "Kort lagring", "Short retention");
const DIFFERENCES: Trilingual = Trilingual::fixed("Kildene er uenige", "Kjeldene er usamde", "The sources differ");
const CONTROLLER: Trilingual = Trilingual::fixed("Dataansvarlig", "Dataansvarleg", "Controller");
const ANSWERS: Trilingual = Trilingual::fixed("Svarer på henvendelser", "Svarar på førespurnader", "Answers requests");
const ADMINISTRATOR: Trilingual = Trilingual::fixed("Forvalter", "Forvaltar", "Administering body");
const PROCESSOR: Trilingual = Trilingual::fixed("Databehandlere", "Databehandlarar", "Processors");
const CHANNEL: Trilingual = Trilingual::fixed("Kanal", "Kanal", "Channel");
const LEGAL_BASIS: Trilingual = Trilingual::fixed("Behandlingsgrunnlag", "Behandlingsgrunnlag", "Legal basis");
const RIGHTS: Trilingual = Trilingual::fixed("Rettigheter", "Rettar", "Rights");
const FACTS: Trilingual = Trilingual::fixed("Opplysninger som avgjør", "Opplysningar som avgjer", "Facts that decide");
const DATE: Trilingual = Trilingual::fixed("ÅÅÅÅ-MM-DD", "ÅÅÅÅ-MM-DD", "YYYY-MM-DD");
const LEFT_OUT: Trilingual =
    Trilingual::fixed("Innsynsrapporten utelater", "Innsynsrapporten utelèt", "Left out of the access report");
const LEFT_OUT_REMEDY: Trilingual =
    Trilingual::fixed("Slik får personen resten", "Slik får personen resten", "How the person gets the rest");
const HARDLY: Trilingual = Trilingual::fixed("gjelder neppe", "gjeld neppe", "hardly applies");
const JOINT: Trilingual = Trilingual::fixed("felles", "felles", "joint");
const NOT_REPEATED: Trilingual = Trilingual::fixed("ikke gjentatt", "ikkje gjenteke", "not repeated");
const FROM: Trilingual = Trilingual::fixed("fra", "frå", "from");
const TO: Trilingual = Trilingual::fixed("til", "til", "to");

/// What is written so far, and in which language.
struct Page {
    text: String,
    language: Language,
}

impl Page {
    fn part(&mut self, heading: &Trilingual, lines: impl Iterator<Item = String>) {
        self.under(heading.get(self.language), lines);
    }

    fn statements(&mut self, heading: &Trilingual, statements: &[StatementAnswer]) {
        self.statements_under(heading.get(self.language), statements);
    }

    fn statements_under(&mut self, heading: &str, statements: &[StatementAnswer]) {
        let language = self.language;
        self.under(heading, statements.iter().map(|statement| statement_line(statement, language)));
    }

    fn under(&mut self, heading: &str, lines: impl Iterator<Item = String>) {
        let mut lines = lines.peekable();
        if lines.peek().is_some() {
            let _ = writeln!(self.text, "\n{heading}");
        }
        for line in lines {
            let _ = writeln!(self.text, "  - {line}");
        }
    }
}

fn sourced(text: &str, source: &str) -> String {
    format!("{text} [{source}]")
}

/// «, fra 2024-01-01», where a day is known.
pub(super) fn days(from: Option<&str>, to: Option<&str>, language: Language) -> String {
    let days = [(&FROM, from), (&TO, to)];
    days.into_iter().filter_map(|(word, day)| Some(format!(", {} {}", word.get(language), day?))).collect()
}

fn statement_line(statement: &StatementAnswer, language: Language) -> String {
    let mut line = sourced(&statement.text, &statement.source);
    line += &days(statement.valid_from.as_deref(), statement.valid_to.as_deref(), language);
    if statement.not_repeated {
        line += &format!(" ({})", NOT_REPEATED.get(language));
    }
    line
}

fn controller_line(controller: &ControllerAnswer, language: Language) -> String {
    let mut line = controller.name.clone();
    if let Some(when) = &controller.when {
        line += &format!(": {when}");
    }
    if controller.joint {
        line += &format!(" ({})", JOINT.get(language));
    }
    line += &days(controller.valid_from.as_deref(), controller.valid_to.as_deref(), language);
    sourced(&line, &controller.source)
}

fn body_line(body: &BodyInForce, language: Language) -> String {
    let days = days(body.valid_from.as_deref(), body.valid_to.as_deref(), language);
    sourced(&format!("{}{days}", body.name), &body.source)
}

/// «Sletting: § 25, Helsedirektoratet [personvernforordningen artikkel 17]».
fn right_line(right: &RightRoute, language: Language) -> String {
    let Some(route) = &right.route else {
        let problems = right.problems.iter().map(|problem| problem.message.as_str()).collect::<Vec<_>>().join(" ");
        return format!("{}: {problems}", right.label);
    };
    let way = right.mode_label.as_ref().or(right.track_label.as_ref()).map_or("", String::as_str);
    let hardly = if route.hardly { format!(" ({})", HARDLY.get(language)) } else { String::new() };
    sourced(&format!("{}: {way}, {}{hardly}", right.label, route.handled_by.name), &route.legal_basis.join("; "))
}
