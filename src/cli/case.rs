//! `personvernsak case`.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::attachments::{self, AttachArguments, AttachmentCommand, RedactArguments};
use super::case_after::{self, ComplaintArguments, DuplicateArguments, ReopenArguments, TogetherArguments};
use super::case_breach::{self, BreachArguments};
use super::people::{
    ChildArguments, IdentityArguments, LiftArguments, LinkArguments, OtherParentArguments, RepresentativeArguments,
    ReviewArguments, UnlinkArguments,
};
use super::views::FilterArguments;
use super::{GlobalOptions, Report, bulk, case_text, desk, document, files, identity, people, task};
use crate::api::case_show::CaseShow;
use crate::api::desk::{
    CaseApprove, CaseArchiveNumber, CaseAssign, CaseCheck, CaseClose, CaseDecide, CaseExtend, CaseForward, CaseList,
    CaseMeasureAdd, CaseMeasureSettle, CaseNote, CasePerson, CaseReportAdd, CaseReportRemove, CaseResume, CaseSendBack,
    CaseShowInput, CaseSuspend, CaseTake, CaseWithdraw,
};
use crate::api::{Failure, intake};
use crate::casework::request::ReportUse;

/// What follows `case`.
#[derive(Subcommand, Debug)]
pub(super) enum CaseCommand {
    /// Vis arbeidslisten
    List(ListArguments),
    /// Vis en sak
    Show {
        /// Saksnummeret
        case: String,
    },
    /// Sett en sak på vent etter et spørsmål som er sendt på annen måte
    Suspend(SuspendArguments),
    /// Registrer at svaret er kommet
    Resume(ResumeArguments),
    /// Svar på et punkt i sjekklisten
    Check(CheckArguments),
    /// Tildel saken til en bruker
    Assign(AssignArguments),
    /// Ta saken, også fra en kollega
    Take(PlainArguments),
    /// Be en enhet om noe saken trenger, purr, eller registrer svaret
    Task(task::TaskArguments),
    /// Rett et spørsmål til personen eller et forslag om lengre frist som ble registrert ved en feil
    Correct(task::CorrectArguments),
    /// Skriv et internt notat
    Note(NoteArguments),
    /// Legg til et tiltak, eller registrer at et tiltak er gjennomført eller ikke trengs
    Measure(MeasureArguments),
    /// Legg ved en rapport eller en logg til svaret på innsyn, eller ta den bort igjen
    Report(ReportArguments),
    /// Legg en fil til saken: noe personen har sendt, eller noe som er innhentet
    Attach(AttachArguments),
    /// Vis vedleggene i saken
    Attachments {
        /// Saksnummeret
        case: String,
    },
    /// Lagre et vedlegg, gi det ny tittel, ta det bort eller legg det ved svaret
    #[command(subcommand)]
    Attachment(AttachmentCommand),
    /// Lag en sladdet kopi av en PDF som ligger i saken
    Redact(RedactArguments),
    /// Registrer nummeret i vårt eget arkiv
    Archive(ArchiveArguments),
    /// Avgjør saken
    Decide(DecideArguments),
    /// Godkjenn brevet i saken som venter på en leder, eller send det tilbake
    Approve(ApproveArguments),
    /// Foreslå lengre frist; den gjelder når meldingen er sendt
    Extend(ExtendArguments),
    /// Send saken videre til den som er ansvarlig
    Forward(PlainArguments),
    /// Registrer at personen trekker kravet
    Withdraw(WithdrawArguments),
    /// Rett eller utfyll det som er kjent om personen
    Person(PersonArguments),
    /// Registrer hvordan identiteten ble bekreftet, eller at den ikke ble det; det tas ingen kopi av legitimasjon
    Identity(IdentityArguments),
    /// Koble et fødselsnummer eller D-nummer til som personen også har
    Link(LinkArguments),
    /// Ta bort en kobling mellom to numre
    Unlink(UnlinkArguments),
    /// Endre hvem som handler for personen, eller registrer at ingen gjør det lenger
    Representative(RepresentativeArguments),
    /// Registrer hvem andre som har foreldreansvar for et barn, eller at ingen andre har det
    OtherParent(OtherParentArguments),
    /// Registrer hva barnet selv vil
    Child(ChildArguments),
    /// Registrer at en begrensning eller reservasjon er vurdert og fortsatt gjelder
    Review(ReviewArguments),
    /// Opphev en begrensning eller reservasjon
    Lift(LiftArguments),
    /// Avslutt saken
    Close(PlainArguments),
    /// Gjør det samme med mange saker: hver sak for seg
    #[command(subcommand)]
    Bulk(bulk::BulkCommand),
    /// Lukk saken som dublett: samme henvendelse som en sak som kom først
    Duplicate(DuplicateArguments),
    /// Behandle saken sammen med en annen sak til samme person
    Together(TogetherArguments),
    /// Registrer en klage på svaret, og hva som skjer med den
    Complaint(ComplaintArguments),
    /// Registrer et avvik (brudd på personopplysningssikkerheten) som saken har vist, eller hva som er gjort med det
    Breach(BreachArguments),
    /// Gjenåpne en sak som er besvart eller avsluttet
    Reopen(ReopenArguments),
}

/// What follows `case list`.
#[derive(Args, Debug)]
pub(super) struct ListArguments {
    #[command(flatten)]
    filters: FilterArguments,
    /// Sakene i denne lagrede visningen
    #[arg(long, value_name = "NAME")]
    view: Option<String>,
    /// Bare saker i dette tallet på fristskjermen: «forfalt», «innen-7», «innen-30», «pa-vent», «forlenget» eller «ubesvart»
    #[arg(long, value_name = "F", conflicts_with = "in_force")]
    figure: Option<String>,
    /// Bare § 25-saker på dette trinnet: mangler-grunnlag, venter, vurderes, ikke-sendt eller ferdig
    #[arg(long, value_name = "S")]
    stage: Option<String>,
    /// Bare sakene til én person, også avsluttede: alltid «-», for identitetsnummeret leses fra standard inn
    // Taken as free text, so that a number given here by mistake is refused in words that do not repeat it.
    #[arg(long, value_name = "-", conflicts_with = "in_force")]
    person: Option<String>,
    /// Bare saker der alle disse ordene står i samme tekst, de nyeste først, også avsluttede
    #[arg(long, value_name = "TEXT", conflicts_with = "in_force")]
    search: Option<String>,
    /// Bare sakene med dette saksnummeret, dokumentnummeret, arkivnummeret eller avsenderens referanse, også avsluttede
    #[arg(long, value_name = "TEXT", conflicts_with = "in_force")]
    reference: Option<String>,
    /// Så mange saker
    #[arg(long, default_value_t = 50)]
    limit: u32,
    /// Etter dette stedet i listen
    #[arg(long, value_name = "CURSOR")]
    after: Option<String>,
}

/// What follows `case suspend`.
#[derive(Args, Debug)]
pub(super) struct SuspendArguments {
    /// Saksnummeret
    case: String,
    /// Grunnen: identitet, fullmakt, presisering eller par25-dokumentasjon
    #[arg(long)]
    ground: String,
    /// Dagen det ble spurt
    #[arg(long, value_name = "D")]
    on: String,
    /// Dagen det er bedt om svar innen
    #[arg(long, value_name = "D")]
    reply_by: String,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `case resume`.
#[derive(Args, Debug)]
pub(super) struct ResumeArguments {
    /// Saksnummeret
    case: String,
    /// Dagen svaret kom
    #[arg(long, value_name = "D")]
    on: String,
    /// Grunnen svaret gjelder
    #[arg(long)]
    ground: Option<String>,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `case check`.
#[derive(Args, Debug)]
pub(super) struct CheckArguments {
    /// Saksnummeret
    case: String,
    /// Punktet i sjekklisten
    id: String,
    /// Svaret: ja, nei eller ikke-aktuelt
    #[arg(long)]
    result: String,
    /// Hvorfor
    #[arg(long)]
    note: Option<String>,
    /// For «identitet»: hvordan den ble bekreftet, som i «case identity»
    #[arg(long, value_name = "M")]
    method: Option<String>,
    /// For «identitet»: dagen den ble bekreftet
    #[arg(long, value_name = "D")]
    on: Option<String>,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `case assign`.
#[derive(Args, Debug)]
pub(super) struct AssignArguments {
    /// Saksnummeret
    case: String,
    /// Brukeren
    #[arg(long)]
    to: String,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `case note`.
#[derive(Args, Debug)]
pub(super) struct NoteArguments {
    /// Saksnummeret
    case: String,
    /// Filen med teksten, eller «-» for standard inn
    #[arg(long, value_name = "FILE")]
    text_file: String,
    /// Dagen for telefonsamtalen som notatet gjelder
    #[arg(long, value_name = "D")]
    telephone: Option<String>,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `case measure`.
#[derive(Args, Debug)]
#[command(group = clap::ArgGroup::new("what").required(true).args(["add", "done", "not_needed"]))]
pub(super) struct MeasureArguments {
    /// Saksnummeret
    case: String,
    /// Tiltaket: gjennomforing, underretning eller nummeret på et som er lagt til
    #[arg(required_unless_present = "add", conflicts_with = "add")]
    id: Option<String>,
    /// Hva som skal gjøres
    #[arg(long, value_name = "TEXT", requires = "to")]
    add: Option<String>,
    /// Hvem tiltaket gjelder: databehandler, mottaker eller annet
    #[arg(long)]
    to: Option<String>,
    /// Dagen tiltaket ble gjennomført
    #[arg(long, value_name = "D", requires = "note")]
    done: Option<String>,
    /// Tiltaket trengs ikke
    #[arg(long, requires = "note")]
    not_needed: bool,
    /// Hva som viser at det er gjort, eller hvorfor det ikke trengs
    #[arg(long)]
    note: Option<String>,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `case report`.
#[derive(Args, Debug)]
#[command(group = clap::ArgGroup::new("change").required(true).args(["add", "remove"]))]
pub(super) struct ReportArguments {
    /// Saksnummeret
    case: String,
    /// Filen som skal følge med svaret: PDF, CSV eller XLSX, høyst 20 MB
    #[arg(long, value_name = "FILE", requires = "title")]
    add: Option<PathBuf>,
    /// Hva filen heter i brevet
    #[arg(long, value_name = "T")]
    title: Option<String>,
    /// Filen er en logg (CSV) over hvem som har sett eller fått opplysninger; brevet viser den som en tabell
    #[arg(long, requires = "add")]
    log: bool,
    /// Nummeret på filen som skal tas bort og slettes
    #[arg(long, value_name = "K")]
    remove: Option<u32>,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `case archive`.
#[derive(Args, Debug)]
pub(super) struct ArchiveArguments {
    /// Saksnummeret
    case: String,
    /// Nummeret i arkivet
    #[arg(long)]
    number: String,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `case decide`.
#[derive(Args, Debug)]
pub(super) struct DecideArguments {
    /// Saksnummeret
    case: String,
    /// Utfallet
    #[arg(long)]
    outcome: String,
    /// Filen med begrunnelsen, eller «-» for standard inn
    #[arg(long, value_name = "FILE")]
    reasons_file: String,
    /// Rettsgrunnlaget
    #[arg(long, value_name = "ID")]
    legal_basis: Vec<String>,
    /// Grunnen i katalogen som utfallet bygger på; kan gjentas
    #[arg(long = "ground", value_name = "ID")]
    grounds: Vec<String>,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `case extend`.
#[derive(Args, Debug)]
pub(super) struct ExtendArguments {
    /// Saksnummeret
    case: String,
    /// Grunnen: kompleksitet eller antall
    #[arg(long)]
    reason: String,
    /// Begrunnelsen, slik den står i meldingen til personen
    #[arg(long)]
    text: String,
    /// Dagen svaret kan ventes
    #[arg(long, value_name = "D")]
    expected: String,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `case withdraw`.
#[derive(Args, Debug)]
pub(super) struct WithdrawArguments {
    /// Saksnummeret
    case: String,
    /// Dagen kravet ble trukket
    #[arg(long, value_name = "D")]
    on: String,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `case person`.
#[derive(Args, Debug)]
pub(super) struct PersonArguments {
    /// Saksnummeret
    case: String,
    /// JSON-filen med det som er nytt, eller «-» for standard inn
    #[arg(long, value_name = "FILE.json")]
    file: String,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `case approve`.
#[derive(Args, Debug)]
pub(super) struct ApproveArguments {
    /// Saksnummeret
    case: String,
    /// Send brevet tilbake i stedet, med det som må rettes
    #[arg(long, value_name = "T")]
    send_back: Option<String>,
    #[command(flatten)]
    version: IfVersion,
}

/// What follows `case forward` and `case close`.
#[derive(Args, Debug)]
pub(super) struct PlainArguments {
    /// Saksnummeret
    case: String,
    #[command(flatten)]
    version: IfVersion,
}

/// The version that a change was made on.
#[derive(Args, Debug)]
pub(super) struct IfVersion {
    /// Bare hvis saken fremdeles er i denne versjonen
    #[arg(long, value_name = "V")]
    pub(super) if_version: Option<u32>,
}

pub(super) fn run(command: CaseCommand, global: &GlobalOptions) -> Result<Report, Failure> {
    match command {
        CaseCommand::Bulk(command) => bulk::run(command, global),
        CaseCommand::List(arguments) => {
            let person = arguments.person;
            person.as_deref().map_or(Ok(()), |source| identity::require_standard_input(source, global.lang))?;
            let mut desk = desk::unlocked(global)?;
            // After the passphrase, which may come on the line before.
            let person = person.map(|_| identity::one_number(global.lang)).transpose()?;
            let narrowed = arguments.filters.list(arguments.view.as_deref(), &mut desk)?;
            let page = desk.case_list(&CaseList {
                person,
                stage: arguments.stage,
                figure: arguments.figure,
                search: arguments.search,
                reference: arguments.reference,
                limit: Some(arguments.limit),
                after: arguments.after,
                ..narrowed
            })?;
            Ok(Report::done(&page, case_text::list(&page)))
        }
        CaseCommand::Show { case } => show(desk::unlocked(global)?.case_show(&CaseShowInput { case })),
        CaseCommand::Suspend(SuspendArguments { case, ground, on, reply_by, version }) => {
            show(desk::unlocked(global)?.case_suspend(&CaseSuspend {
                case,
                ground,
                on,
                reply_by,
                if_version: version.if_version,
            }))
        }
        CaseCommand::Resume(ResumeArguments { case, on, ground, version }) => {
            show(desk::unlocked(global)?.case_resume(&CaseResume { case, on, ground, if_version: version.if_version }))
        }
        CaseCommand::Check(CheckArguments { case, id, result, note, method, on, version }) => {
            show(desk::unlocked(global)?.case_check(&CaseCheck {
                case,
                id,
                result,
                note,
                method,
                on,
                if_version: version.if_version,
            }))
        }
        CaseCommand::Assign(AssignArguments { case, to, version }) => {
            show(desk::unlocked(global)?.case_assign(&CaseAssign { case, to, if_version: version.if_version }))
        }
        CaseCommand::Take(PlainArguments { case, version }) => {
            show(desk::unlocked(global)?.case_take(&CaseTake { case, if_version: version.if_version }))
        }
        CaseCommand::Task(given) => task::change(given, global),
        CaseCommand::Correct(given) => task::correct(given, global),
        CaseCommand::Note(NoteArguments { case, text_file, telephone, version }) => {
            let text = files::read_text(&text_file)?;
            let if_version = version.if_version;
            show(desk::unlocked(global)?.case_note(&CaseNote { case, text, telephone_on: telephone, if_version }))
        }
        CaseCommand::Measure(given) => measure(given, global),
        CaseCommand::Report(given) => report(given, global),
        CaseCommand::Attach(given) => attachments::attach(given, global),
        CaseCommand::Attachments { case } => attachments::list(case, global),
        CaseCommand::Attachment(command) => attachments::run(command, global),
        CaseCommand::Redact(given) => attachments::redact(given, global),
        CaseCommand::Archive(ArchiveArguments { case, number, version }) => {
            let if_version = version.if_version;
            show(desk::unlocked(global)?.case_archive_number(&CaseArchiveNumber { case, number, if_version }))
        }
        CaseCommand::Decide(DecideArguments { case, outcome, reasons_file, legal_basis, grounds, version }) => {
            let reasons = files::read_text(&reasons_file)?;
            show(desk::unlocked(global)?.case_decide(&CaseDecide {
                case,
                outcome,
                reasons,
                legal_basis,
                grounds,
                if_version: version.if_version,
            }))
        }
        CaseCommand::Extend(ExtendArguments { case, reason, text, expected, version }) => {
            show(desk::unlocked(global)?.case_extend(&CaseExtend {
                case,
                reason,
                text,
                expected,
                if_version: version.if_version,
            }))
        }
        CaseCommand::Approve(ApproveArguments { case, send_back, version }) => {
            let (mut desk, if_version) = (desk::unlocked(global)?, version.if_version);
            show(match send_back {
                Some(reason) => desk.case_send_back(&CaseSendBack { case, reason, if_version }),
                None => desk.case_approve(&CaseApprove { case, if_version }),
            })
        }
        CaseCommand::Forward(PlainArguments { case, version }) => {
            show(desk::unlocked(global)?.case_forward(&CaseForward { case, if_version: version.if_version }))
        }
        CaseCommand::Withdraw(WithdrawArguments { case, on, version }) => {
            show(desk::unlocked(global)?.case_withdraw(&CaseWithdraw { case, on, if_version: version.if_version }))
        }
        CaseCommand::Person(PersonArguments { case, file, version }) => {
            document::one_from_standard_input(&file, global)?;
            let update = document::read(&file, "{\"person\": …}", intake::unreadable_person)?;
            show(desk::unlocked(global)?.case_person(&CasePerson { case, update, if_version: version.if_version }))
        }
        CaseCommand::Identity(given) => people::identity(given, global),
        CaseCommand::Link(given) => people::link(given, global),
        CaseCommand::Unlink(given) => people::unlink(given, global),
        CaseCommand::Representative(given) => people::representative(given, global),
        CaseCommand::OtherParent(given) => people::other_parent(given, global),
        CaseCommand::Child(given) => people::child(given, global),
        CaseCommand::Review(given) => people::review(given, global),
        CaseCommand::Lift(given) => people::lift(given, global),
        CaseCommand::Duplicate(given) => case_after::duplicate(given, global),
        CaseCommand::Together(given) => case_after::together(given, global),
        CaseCommand::Breach(given) => case_breach::breach(given, global),
        CaseCommand::Complaint(given) => case_after::complaint(given, global),
        CaseCommand::Reopen(given) => case_after::reopen(given, global),
        CaseCommand::Close(PlainArguments { case, version }) => {
            show(desk::unlocked(global)?.case_close(&CaseClose { case, if_version: version.if_version }))
        }
    }
}

fn measure(given: MeasureArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let (case, if_version) = (given.case, given.version.if_version);
    let mut desk = desk::unlocked(global)?;
    match (given.add, given.id) {
        (Some(text), _) => {
            let to = given.to.unwrap_or_default();
            show(desk.case_measure_add(&CaseMeasureAdd { case, to, text, if_version }))
        }
        (None, id) => show(desk.case_measure_settle(&CaseMeasureSettle {
            case,
            measure: id.unwrap_or_default(),
            done_on: given.done,
            note: given.note.unwrap_or_default(),
            if_version,
        })),
    }
}

fn report(given: ReportArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let (case, if_version) = (given.case, given.version.if_version);
    let mut desk = desk::unlocked(global)?;
    match given.add {
        Some(file) => {
            let used_as = if given.log { ReportUse::Log } else { ReportUse::Report };
            let title = given.title.unwrap_or_default();
            show(desk.case_report_add(&CaseReportAdd {
                case,
                file,
                title,
                used_as: used_as.id().to_owned(),
                if_version,
            }))
        }
        None => {
            let report = given.remove.unwrap_or_default();
            show(desk.case_report_remove(&CaseReportRemove { case, report, if_version }))
        }
    }
}

pub(super) fn show(case: Result<CaseShow, Failure>) -> Result<Report, Failure> {
    let case = case?;
    let text = case_text::case(&case);
    Ok(Report::done(&case, text))
}
