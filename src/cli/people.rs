//! `personvernsak case identity`, `link`, `unlink`, `representative`, `other-parent`, `child`, `review` and `lift`.

use clap::Args;

use super::case::{IfVersion, show};
use super::{GlobalOptions, Report, desk, document, identity as numbers};
use crate::api::desk::{
    CaseHearChild, CaseLift, CaseLinkNumber, CaseOtherParent, CasePerson, CaseRepresentative, CaseReview,
    CaseUnlinkNumber,
};
use crate::api::draft::{AddressDraft, IdentityDraft, OtherParentDraft, PersonUpdate};
use crate::api::{Failure, intake};

/// What follows `case identity`.
#[derive(Args, Debug)]
pub(super) struct IdentityArguments {
    /// Saksnummeret
    case: String,
    /// Hvordan: «innlogget-hoyt», «brev», «oppmote», «rekommandert» eller «kontrollsporsmal»
    #[arg(long, value_name = "M", required_unless_present = "status")]
    method: Option<String>,
    /// Dagen identiteten ble bekreftet
    #[arg(long, value_name = "D", required_unless_present = "status")]
    on: Option<String>,
    /// Noe annet enn bekreftet: «unchecked», «asked» eller «failed»
    #[arg(long, value_name = "S", conflicts_with_all = ["method", "on"])]
    status: Option<String>,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `case link`.
#[derive(Args, Debug)]
pub(super) struct LinkArguments {
    /// Saksnummeret
    case: String,
    /// Alltid «-»: nummeret leses fra standard inn
    // Taken as free text, so that a number given here by mistake is refused in words that do not repeat it.
    #[arg(long, value_name = "-")]
    number: String,
    /// Hvorfor det er samme person
    #[arg(long, value_name = "T")]
    reason: String,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `case unlink`.
#[derive(Args, Debug)]
pub(super) struct UnlinkArguments {
    /// Saksnummeret
    case: String,
    /// Hvilket av numrene som er koblet, talt fra 1
    place: u32,
    /// Hvorfor det ikke er samme person
    #[arg(long, value_name = "T")]
    reason: String,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `case representative`.
#[derive(Args, Debug)]
#[command(group = clap::ArgGroup::new("who").required(true).args(["file", "none"]))]
pub(super) struct RepresentativeArguments {
    /// Saksnummeret
    case: String,
    /// JSON-filen med den som handler for personen fra nå av, eller «-» for standard inn
    #[arg(long, value_name = "FILE.json")]
    file: Option<String>,
    /// Ingen handler for personen lenger
    #[arg(long)]
    none: bool,
    /// Hvorfor
    #[arg(long, value_name = "T")]
    reason: String,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `case other-parent`.
#[derive(Args, Debug)]
#[command(group = clap::ArgGroup::new("whose").required(true).args(["name", "none"]))]
pub(super) struct OtherParentArguments {
    /// Saksnummeret
    case: String,
    /// Navnet på den andre med foreldreansvar
    #[arg(long, value_name = "N")]
    name: Option<String>,
    /// En linje av adressen; kan gis flere ganger
    #[arg(long, value_name = "L", requires = "name")]
    address: Vec<String>,
    /// Hva som viser foreldreansvaret
    #[arg(long, value_name = "T", requires = "name")]
    evidence: Option<String>,
    /// Ingen andre har foreldreansvar
    #[arg(long)]
    none: bool,
    /// Hvordan det ble kjent
    #[arg(long, value_name = "T")]
    reason: String,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `case child`.
#[derive(Args, Debug)]
pub(super) struct ChildArguments {
    /// Saksnummeret
    case: String,
    /// Dagen barnet ble hørt
    #[arg(long, value_name = "D")]
    on: String,
    /// Om barnet vil at foreldrene får vite om saken
    #[arg(long, value_name = "ja|nei", value_parser = ["ja", "nei"])]
    parents: Option<String>,
    /// Hvem som hørte barnet, og hva det sa
    #[arg(long, value_name = "T")]
    text: String,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `case review`.
#[derive(Args, Debug)]
pub(super) struct ReviewArguments {
    /// Saksnummeret
    case: String,
    /// Dagen den skal vurderes igjen
    #[arg(long, value_name = "D")]
    next: String,
    /// Dagen den ble vurdert; i dag om ikke annet er sagt
    #[arg(long, value_name = "D")]
    on: Option<String>,
    /// Hva vurderingen kom til
    #[arg(long, value_name = "T")]
    note: Option<String>,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `case lift`.
#[derive(Args, Debug)]
pub(super) struct LiftArguments {
    /// Saksnummeret
    case: String,
    /// Dagen den ble opphevet
    #[arg(long, value_name = "D")]
    on: String,
    /// Hvorfor
    #[arg(long, value_name = "T")]
    reason: String,
    #[command(flatten)]
    version: IfVersion,
}

pub(super) fn identity(given: IdentityArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let IdentityArguments { case, method, on, status, version } = given;
    let status = status.unwrap_or_else(|| "confirmed".to_owned());
    let update = PersonUpdate { person: None, identity: Some(IdentityDraft { status: Some(status), method, on }) };
    show(desk::unlocked(global)?.case_person(&CasePerson { case, update, if_version: version.if_version }))
}

pub(super) fn link(given: LinkArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let LinkArguments { case, number, reason, version } = given;
    numbers::require_standard_input(&number, global.lang)?;
    let mut desk = desk::unlocked(global)?;
    // After the passphrase, which may come on the line before.
    let number = numbers::one_number(global.lang)?;
    show(desk.case_link_number(&CaseLinkNumber { case, number, reason, if_version: version.if_version }))
}

pub(super) fn unlink(given: UnlinkArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let UnlinkArguments { case, place, reason, version } = given;
    let if_version = version.if_version;
    show(desk::unlocked(global)?.case_unlink_number(&CaseUnlinkNumber { case, place, reason, if_version }))
}

pub(super) fn representative(given: RepresentativeArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let RepresentativeArguments { case, file, none: _, reason, version } = given;
    let representative = file
        .map(|file| {
            document::one_from_standard_input(&file, global)?;
            document::read(&file, "{\"kind\": …, \"name\": …}", intake::unreadable_person)
        })
        .transpose()?;
    let if_version = version.if_version;
    show(desk::unlocked(global)?.case_representative(&CaseRepresentative { case, representative, reason, if_version }))
}

pub(super) fn other_parent(given: OtherParentArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let OtherParentArguments { case, name, address, evidence, none: _, reason, version } = given;
    let address = (!address.is_empty()).then_some(AddressDraft { lines: Some(address), country: None });
    let parent = name.map(|name| OtherParentDraft { name: Some(name), address, evidence });
    let if_version = version.if_version;
    show(desk::unlocked(global)?.case_other_parent(&CaseOtherParent { case, parent, reason, if_version }))
}

pub(super) fn child(given: ChildArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let ChildArguments { case, on, parents, text, version } = given;
    let tell_parents = parents.map(|answer| answer == "ja");
    let if_version = version.if_version;
    show(desk::unlocked(global)?.case_hear_child(&CaseHearChild { case, on, tell_parents, text, if_version }))
}

pub(super) fn review(given: ReviewArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let ReviewArguments { case, next, on, note, version } = given;
    let if_version = version.if_version;
    show(desk::unlocked(global)?.case_review(&CaseReview { case, next, on, note, if_version }))
}

pub(super) fn lift(given: LiftArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let LiftArguments { case, on, reason, version } = given;
    show(desk::unlocked(global)?.case_lift(&CaseLift { case, on, reason, if_version: version.if_version }))
}
