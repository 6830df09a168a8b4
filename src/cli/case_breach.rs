//! What follows `case breach`.

use clap::Args;

use super::case::{IfVersion, show};
use super::{GlobalOptions, Report, desk};
use crate::api::Failure;
use crate::api::desk::{BreachNext, CaseBreach};
use crate::casework::request::CheckResult;

/// What follows `case breach`.
#[derive(Args, Debug)]
#[command(group = clap::ArgGroup::new("what").required(true).args([
    "aware", "notified", "not_notified", "persons_told", "persons_not_told", "add_reference", "corrected_aware",
]))]
pub(super) struct BreachArguments {
    /// Saksnummeret
    case: String,
    /// Registrer et avvik som ble kjent på dette tidspunktet, for eksempel 2026-03-27T14:30 (norsk tid)
    #[arg(long, value_name = "TID", requires_all = ["concerns", "about"], conflicts_with_all = ["note", "number", "high_risk"])]
    aware: Option<String>,
    /// Hva avviket gjelder: konfidensialitet, integritet eller tilgjengelighet, flere med komma
    #[arg(long, value_name = "K", value_delimiter = ',')]
    concerns: Vec<String>,
    /// Hva som har skjedd, med få ord
    #[arg(long, value_name = "T", requires = "aware")]
    about: Option<String>,
    /// Nummeret i avvikssystemet, eller med --notified nummeret på meldingen
    #[arg(long, value_name = "R")]
    reference: Option<String>,
    /// Hvilket avvik i saken, når det er flere
    #[arg(long, value_name = "N", default_value_t = 1)]
    number: u32,
    /// Tidspunktet avviket ble meldt til Datatilsynet, eller mer ble sendt om et avvik som er meldt
    #[arg(long, value_name = "TID", conflicts_with_all = ["concerns", "high_risk"])]
    notified: Option<String>,
    /// Hvorfor avviket ikke meldes: ingen-risiko eller ikke-avvik
    #[arg(long, value_name = "G", requires = "note", conflicts_with_all = ["concerns", "reference", "high_risk"])]
    not_notified: Option<String>,
    /// Dagen de berørte ble varslet
    #[arg(long, value_name = "D", requires = "high_risk", conflicts_with_all = ["concerns", "reference"])]
    persons_told: Option<String>,
    /// De berørte varsles ikke
    #[arg(long, requires_all = ["high_risk", "note"], conflicts_with_all = ["concerns", "reference"])]
    persons_not_told: bool,
    /// Om det er trolig at avviket gir høy risiko for de berørte: ja eller nei
    #[arg(long, value_name = "R")]
    high_risk: Option<String>,
    /// Nummeret i avvikssystemet, når det kom senere
    #[arg(long, value_name = "R", conflicts_with_all = ["concerns", "reference", "high_risk", "note"])]
    add_reference: Option<String>,
    /// Rett når avviket ble kjent, og hva det gjelder
    #[arg(long, value_name = "TID", requires_all = ["concerns", "note"], conflicts_with_all = ["reference", "high_risk"])]
    corrected_aware: Option<String>,
    /// Sammen med --corrected-aware: når avviket ble meldt, hvis også det er feil
    #[arg(long, value_name = "TID", requires = "corrected_aware")]
    corrected_notified: Option<String>,
    /// Begrunnelsen. En melding etter 72 timer skal ha en
    #[arg(long, value_name = "T")]
    note: Option<String>,
    #[command(flatten)]
    version: IfVersion,
}

pub(super) fn breach(given: BreachArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let BreachArguments { case, concerns, reference, note, .. } = given;
    let if_version = given.version.if_version;
    let mut desk = desk::unlocked(global)?;
    if let Some(aware) = given.aware {
        let about = given.about.unwrap_or_default();
        return show(desk.case_breach(&CaseBreach { case, aware, concerns, about, reference, if_version }));
    }
    let step = match (&given.notified, &given.not_notified, &given.add_reference, &given.corrected_aware) {
        (Some(_), ..) => "meldt",
        (_, Some(_), ..) => "ikke-meldt",
        (_, _, Some(_), _) => "referanse",
        (.., Some(_)) => "rettet",
        (None, None, None, None) => "berorte",
    };
    // Another word than these two is refused as a missing answer is.
    let high_risk = match given.high_risk.as_deref().and_then(CheckResult::from_id) {
        Some(CheckResult::Yes) => Some(true),
        Some(CheckResult::No) => Some(false),
        Some(CheckResult::NotApplicable) | None => None,
    };
    show(desk.breach_next(&BreachNext {
        case,
        breach: given.number,
        step: step.to_owned(),
        at: given.notified.or(given.corrected_aware),
        notified_at: given.corrected_notified,
        concerns,
        reference: given.add_reference.or(reference),
        why: given.not_notified,
        told_on: given.persons_told,
        high_risk,
        note,
        if_version,
    }))
}
