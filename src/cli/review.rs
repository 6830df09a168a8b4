//! `personvernsak review`: the data protection officer's review of the dates of cases.

use clap::{ArgGroup, Args, Subcommand};

use super::case::{IfVersion, show};
use super::case_text::figures;
use super::{GlobalOptions, Report, desk};
use crate::api::Failure;
use crate::api::desk::{ReviewDecide, ReviewDraw, ReviewFlag, ReviewList, ReviewReply, ReviewSay};
use crate::api::review::{ReviewAnswer, ReviewListAnswer, ReviewView, SampleAnswer};

/// What follows `review`.
#[derive(Subcommand, Debug)]
pub(super) enum ReviewCommand {
    /// Trekk saker til gjennomgang blant dem som er mottatt i en periode
    Draw(DrawArguments),
    /// Be personvernombudet se på datoene i en sak
    Flag(FlagArguments),
    /// Vis sakene som er tatt opp, og saker det kan være verdt å se på
    List {
        /// Bare saker der noe gjenstår
        #[arg(long)]
        open: bool,
    },
    /// Si hva personvernombudet mener om en dato
    Date(DateArguments),
    /// Si om grunnlaget for en pause holder
    Pause(PauseArguments),
    /// Svar på det personvernombudet er uenig i
    Answer(AnswerArguments),
    /// Avgjør uenigheten som leder; det ombudet mener, blir stående
    Decide(DecideArguments),
}

/// What follows `review draw`.
#[derive(Args, Debug)]
pub(super) struct DrawArguments {
    /// Første dag sakene kom
    #[arg(long, value_name = "D")]
    from: String,
    /// Siste dag sakene kom
    #[arg(long, value_name = "D")]
    to: String,
    /// Hvor mange saker
    #[arg(long, value_name = "N")]
    count: u32,
    /// Startverdien: den samme gir det samme utvalget
    #[arg(long, value_name = "N")]
    seed: u32,
}

/// What follows `review flag`.
#[derive(Args, Debug)]
pub(super) struct FlagArguments {
    /// Saksnummeret
    case: String,
    /// Hvorfor
    #[arg(long, value_name = "T")]
    reason: String,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `review date`.
#[derive(Args, Debug)]
#[command(group = ArgGroup::new("view").required(true).args(["agree", "disagree"]))]
pub(super) struct DateArguments {
    /// Saksnummeret
    case: String,
    /// Hvilken dato: ordet som står ved datoen i «case show»
    #[arg(long, value_name = "KIND")]
    date: String,
    /// Datoen er riktig
    #[arg(long)]
    agree: bool,
    /// Datoen er ikke riktig, og hvorfor
    #[arg(long, value_name = "T")]
    disagree: Option<String>,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `review pause`.
#[derive(Args, Debug)]
#[command(group = ArgGroup::new("view").required(true).args(["holds", "does_not"]))]
pub(super) struct PauseArguments {
    /// Saksnummeret
    case: String,
    /// Nummeret på pausen
    pause: u32,
    /// Grunnlaget holder
    #[arg(long)]
    holds: bool,
    /// Grunnlaget holder ikke, og hvorfor
    #[arg(long, value_name = "T")]
    does_not: Option<String>,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `review answer`.
#[derive(Args, Debug)]
pub(super) struct AnswerArguments {
    /// Saksnummeret
    case: String,
    /// Svaret
    #[arg(long, value_name = "T")]
    text: String,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `review decide`.
#[derive(Args, Debug)]
pub(super) struct DecideArguments {
    /// Saksnummeret
    case: String,
    /// Utfallet: blir-staende, rettes eller rettes-delvis
    #[arg(long, value_name = "U")]
    outcome: String,
    /// Begrunnelsen
    #[arg(long, value_name = "T")]
    text: String,
    #[command(flatten)]
    version: IfVersion,
}

pub(super) fn run(command: ReviewCommand, global: &GlobalOptions) -> Result<Report, Failure> {
    match command {
        ReviewCommand::Draw(DrawArguments { from, to, count, seed }) => {
            let sample = desk::unlocked(global)?.review_draw(&ReviewDraw { from, to, count, seed })?;
            Ok(Report::done(&sample, sample_text(&sample)))
        }
        ReviewCommand::List { open } => {
            let list = desk::unlocked(global)?.review_list(&ReviewList { open })?;
            Ok(Report::done(&list, list_text(&list)))
        }
        ReviewCommand::Flag(FlagArguments { case, reason, version: IfVersion { if_version } }) => {
            show(desk::unlocked(global)?.review_flag(&ReviewFlag { case, reason, if_version }))
        }
        ReviewCommand::Date(DateArguments { case, date, agree: _, disagree, version: IfVersion { if_version } }) => {
            let said = ReviewSay { case, date: Some(date), pause: None, against: disagree, if_version };
            show(desk::unlocked(global)?.review_say(&said))
        }
        ReviewCommand::Pause(PauseArguments { case, pause, holds: _, does_not, version: IfVersion { if_version } }) => {
            let said = ReviewSay { case, date: None, pause: Some(pause), against: does_not, if_version };
            show(desk::unlocked(global)?.review_say(&said))
        }
        ReviewCommand::Answer(AnswerArguments { case, text, version: IfVersion { if_version } }) => {
            show(desk::unlocked(global)?.review_reply(&ReviewReply { case, text, if_version }))
        }
        ReviewCommand::Decide(DecideArguments { case, outcome, text, version: IfVersion { if_version } }) => {
            show(desk::unlocked(global)?.review_decide(&ReviewDecide { case, outcome, text, if_version }))
        }
    }
}

fn sample_text(sample: &SampleAnswer) -> String {
    let SampleAnswer { seed, from_on, to_on, among, list_sha256, cases, .. } = sample;
    let heading = format!(
        "Trakk {} av {among} saker mottatt {}–{}, startverdi {seed}.\nListen det ble trukket blant (SHA-256): {list_sha256}",
        cases.len(),
        figures(from_on),
        figures(to_on)
    );
    [heading].into_iter().chain(cases.iter().map(|case| format!("  {case}"))).collect::<Vec<_>>().join("\n")
}

fn list_text(list: &ReviewListAnswer) -> String {
    let mut lines = Vec::new();
    if list.reviews.is_empty() {
        lines.push("Ingen saker er tatt opp.".to_owned());
    }
    lines.extend(
        list.reviews
            .iter()
            .map(|reviewed| format!("{:<14} {}. {}", reviewed.case.case, reviewed.state_label, reviewed.case.title)),
    );
    if !list.proposals.is_empty() {
        lines.push("\nKan være verdt å se på".to_owned());
        lines.extend(list.proposals.iter().map(|proposed| {
            let why = proposed.why.iter().map(|why| why.message.as_str()).collect::<Vec<_>>().join(" ");
            format!("{:<14} {why}", proposed.case.case)
        }));
    }
    lines.join("\n")
}

/// The review of a case, a line for each thing that was said; nothing for a case that was never taken up.
pub(super) fn in_case(review: &ReviewAnswer) -> Vec<String> {
    let Some(state) = &review.state_label else { return Vec::new() };
    let mut lines = vec![format!("\nGjennomgang av datoene: {state}")];
    lines.extend(
        review
            .taken_up
            .iter()
            .map(|taken| format!("  {}{} ({})", taken.text, quoted(taken.reason.as_deref()), taken.by)),
    );
    let unseen = review.dates.iter().filter(|date| date.views.is_empty());
    lines.extend(unseen.map(|date| {
        let on = date.on.as_deref().map(figures).unwrap_or_default();
        format!("  [{}] Ikke vurdert: {} {on}", date.date, date.label)
    }));
    for date in &review.dates {
        lines.extend(date.views.iter().map(|view| {
            let word = if view.agrees { "Enig" } else { "Uenig" };
            let on = view.on.as_deref().map(figures).unwrap_or_default();
            let moved = if view.moved { ". Datoen er en annen nå" } else { "" };
            said(&format!("[{}] {word}: {} {on}{moved}", date.date, date.label), view)
        }));
    }
    for pause in &review.pauses {
        lines.extend(pause.views.iter().map(|view| {
            let word = if view.agrees { "Holder" } else { "Holder ikke" };
            said(&format!("{word}: pause {} ({})", pause.pause, pause.label), view)
        }));
    }
    lines.extend(
        review.answers.iter().map(|answer| format!("  Svar{} ({})", quoted(answer.text.as_deref()), answer.by)),
    );
    let decided = review.decisions.iter();
    lines.extend(decided.map(|end| format!("  Avgjort: {}{} ({})", end.label, quoted(end.text.as_deref()), end.by)));
    lines.push(format!("  {} ({})", review.doubt, review.source));
    lines
}

fn said(what: &str, view: &ReviewView) -> String {
    format!("  {what}{} ({})", quoted(view.reason.as_deref()), view.by)
}

fn quoted(words: Option<&str>) -> String {
    words.map_or_else(String::new, |words| format!(" «{words}»"))
}
