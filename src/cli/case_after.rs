//! What follows `case reopen`, `case complaint`, `case duplicate` and `case together`: what comes after the answer of a case,
//! and what belongs together with it.

use clap::Args;

use super::case::{IfVersion, show};
use super::{GlobalOptions, Report, desk};
use crate::api::Failure;
use crate::api::desk::{CaseComplaint, CaseReopen, CaseTieInput, ComplaintNext};
use crate::api::earlier::EarlierAnswer;
use crate::api::similar::{CompareAnswer, SimilarAnswer};
use crate::casework::request::TieKind;

/// What follows `case reopen`.
#[derive(Args, Debug)]
pub(super) struct ReopenArguments {
    /// Saksnummeret
    case: String,
    /// Grunnen: klage-omgjort, ikke-staende, ny-opplysning, feil-hos-oss, retur eller kravet-star
    #[arg(long)]
    ground: String,
    /// Hvorfor saken må behandles på nytt
    #[arg(long, value_name = "T")]
    reason: String,
    #[command(flatten)]
    version: IfVersion,
}

pub(super) fn reopen(given: ReopenArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let ReopenArguments { case, ground, reason, version } = given;
    let if_version = version.if_version;
    show(desk::unlocked(global)?.case_reopen(&CaseReopen { case, ground, reason, if_version }))
}

/// What follows `case complaint`.
#[derive(Args, Debug)]
#[command(group = clap::ArgGroup::new("what").required(true).args(["received", "view", "replied", "outcome"]))]
pub(super) struct ComplaintArguments {
    /// Saksnummeret
    case: String,
    /// Registrer en klage som kom denne dagen
    #[arg(long, value_name = "D", requires_all = ["kind", "about"])]
    received: Option<String>,
    /// Hva slags klage: forvaltningsklage eller datatilsynet
    #[arg(long, value_name = "K", requires = "received")]
    kind: Option<String>,
    /// Hva klagen gjelder, med få ord
    #[arg(long, value_name = "T", requires = "received")]
    about: Option<String>,
    /// Dagen klagen på vedtaket ble postlagt
    #[arg(long, value_name = "D", requires = "received")]
    posted: Option<String>,
    /// Dagen Datatilsynet ber om svar innen
    #[arg(long, value_name = "D", requires = "received")]
    reply_by: Option<String>,
    /// Hvilken klage i saken, når det er flere
    #[arg(long, value_name = "N", default_value_t = 1)]
    number: u32,
    /// Det dere mener om klagen: opprettholder, omgjor eller avviser
    #[arg(long, value_name = "V", requires = "note")]
    view: Option<String>,
    /// Hvorfor en klage som kom for sent, blir behandlet: ikke-lastes eller saerlige-grunner
    #[arg(long, value_name = "G", requires = "view")]
    late: Option<String>,
    /// Dagen dere svarte Datatilsynet
    #[arg(long, value_name = "D", requires = "note")]
    replied: Option<String>,
    /// Hva klagen endte med: stadfestet, omgjort, opphevet, avvist, uten-tiltak eller palegg
    #[arg(long, value_name = "O", requires_all = ["note", "on"])]
    outcome: Option<String>,
    /// Dagen dere fikk vite hva klagen endte med
    #[arg(long, value_name = "D", requires = "outcome")]
    on: Option<String>,
    /// Begrunnelsen, eller hva som ble skrevet, med få ord
    #[arg(long, value_name = "T")]
    note: Option<String>,
    #[command(flatten)]
    version: IfVersion,
}

pub(super) fn complaint(given: ComplaintArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let (case, if_version) = (given.case, given.version.if_version);
    let mut desk = desk::unlocked(global)?;
    if let Some(received) = given.received {
        let (kind, about) = (given.kind.unwrap_or_default(), given.about.unwrap_or_default());
        let (posted, reply_by) = (given.posted, given.reply_by);
        return show(desk.case_complaint(&CaseComplaint { case, kind, received, posted, reply_by, about, if_version }));
    }
    let step = match (&given.view, &given.replied) {
        (Some(_), _) => "vurdert",
        (None, Some(_)) => "svart",
        (None, None) => "avgjort",
    };
    show(desk.complaint_next(&ComplaintNext {
        case,
        complaint: given.number,
        step: step.to_owned(),
        view: given.view,
        late: given.late,
        outcome: given.outcome,
        on: given.replied.or(given.on),
        note: given.note.unwrap_or_default(),
        if_version,
    }))
}

/// What follows `case duplicate`.
#[derive(Args, Debug)]
pub(super) struct DuplicateArguments {
    /// Saksnummeret; saken blir lukket
    case: String,
    /// Saken som kom først, og som blir besvart
    #[arg(long, value_name = "M")]
    of: String,
    /// Hvorfor det er samme henvendelse
    #[arg(long, value_name = "T")]
    reason: String,
    #[command(flatten)]
    version: IfVersion,
}

pub(super) fn duplicate(given: DuplicateArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let DuplicateArguments { case, of, reason, version } = given;
    tie(case, of, TieKind::Duplicate, reason, version, global)
}

/// What follows `case together`.
#[derive(Args, Debug)]
pub(super) struct TogetherArguments {
    /// Saksnummeret
    case: String,
    /// Saken som den behandles sammen med
    #[arg(long, value_name = "M")]
    with: String,
    /// Hvorfor
    #[arg(long, value_name = "T")]
    reason: String,
    #[command(flatten)]
    version: IfVersion,
}

pub(super) fn together(given: TogetherArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let TogetherArguments { case, with, reason, version } = given;
    tie(case, with, TieKind::Together, reason, version, global)
}

fn tie(
    case: String,
    of: String,
    how: TieKind,
    reason: String,
    version: IfVersion,
    global: &GlobalOptions,
) -> Result<Report, Failure> {
    let (how, if_version) = (how.id().to_owned(), version.if_version);
    show(desk::unlocked(global)?.case_tie(&CaseTieInput { case, of, how, reason, if_version }))
}

/// Other cases of the same person, each beside the one that was asked about.
pub(super) fn similar_text(similar: &SimilarAnswer) -> String {
    if !similar.searched {
        return "Personen har ikke noe identitetsnummer her, så andre henvendelser kan ikke kjennes igjen.".to_owned();
    }
    if similar.others.is_empty() {
        return format!("{}: ingen andre saker om samme register og rettighet.", similar.case);
    }
    let mut lines = vec![similar.case.clone()];
    for other in &similar.others {
        lines.push(format!("\n  {}  {}", other.case, other.kind_label));
        lines.extend(other.rows.iter().map(compared));
        lines.extend(other.against_duplicate.iter().map(|why| format!("    {why}")));
    }
    lines.join("\n")
}

/// What the person asked for before, each request beside the one that is not registered yet.
pub(super) fn earlier_text(earlier: &EarlierAnswer) -> String {
    if !earlier.searched {
        return "Henvendelsen har ikke noe identitetsnummer, så andre henvendelser kan ikke kjennes igjen.".to_owned();
    }
    if earlier.others.is_empty() {
        return "Personen har ingen andre henvendelser.".to_owned();
    }
    let mut lines = Vec::new();
    for other in &earlier.others {
        let alike = if other.alike { "  Samme register og rettighet" } else { "" };
        lines.push(format!("{}  {}{alike}", other.request, other.kind_label));
        lines.extend(other.rows.iter().map(compared));
    }
    lines.join("\n")
}

fn compared(row: &CompareAnswer) -> String {
    let mark = if row.differs { "≠" } else { "=" };
    format!("    {mark} {}: {} | {}", row.what, row.here, row.there)
}
