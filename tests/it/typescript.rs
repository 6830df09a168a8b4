//! The TypeScript declarations of what the window gives and gets: `ui/src/backend/contract.ts` says what the core says.

use std::fs;
use std::path::PathBuf;

use personvernsak::adapter::store::Theme;
use personvernsak::api::access_log::{AccessEntry, AccessLogAnswer, AccessLogInput};
use personvernsak::api::actions::ActionAnswer;
use personvernsak::api::adopted::{FaultAnswer, SourceAnswer};
use personvernsak::api::after;
use personvernsak::api::attachments;
use personvernsak::api::breach;
use personvernsak::api::calendar_files::{CalendarFileAnswer, CalendarFilesAnswer};
use personvernsak::api::case::{
    AddressAnswer, CaseAnswer, ComplaintSummary, PersonInFull, PersonSummary, QuestionAnswer, Section25Answer,
    StageCount, UndeliveredAnswer, WarningAnswer,
};
use personvernsak::api::case_show::{self, CaseShow};
use personvernsak::api::colleagues;
use personvernsak::api::deadline::{DeadlineAnswer, OpenSuspensionAnswer, StepAnswer};
use personvernsak::api::deadline_calendar::DeadlineCalendarInput;
use personvernsak::api::deadlines::{DeadlinesExport, FigureCount, FigureRow, FiguresAnswer};
use personvernsak::api::delivery;
use personvernsak::api::desk::{self, CASE_STATES};
use personvernsak::api::draft;
use personvernsak::api::due_days::{DueDay, DueDaysAnswer, DueDaysInput, DueWeek};
use personvernsak::api::earlier;
use personvernsak::api::enquiries;
use personvernsak::api::forecast;
use personvernsak::api::import;
use personvernsak::api::letter;
use personvernsak::api::letter_kinds::LetterKindAnswer;
use personvernsak::api::letter_texts;
use personvernsak::api::measures;
use personvernsak::api::next_step::{NextStepAnswer, ProposalAnswer};
use personvernsak::api::notices::NoticesAnswer;
use personvernsak::api::other_dates;
use personvernsak::api::people;
use personvernsak::api::period;
use personvernsak::api::protocol;
use personvernsak::api::register_show::{self, RegisterShow, RegisterShowInput};
use personvernsak::api::registers;
use personvernsak::api::reminders::{ReminderAnswer, RemindersAnswer};
use personvernsak::api::reports;
use personvernsak::api::request_show;
use personvernsak::api::review;
use personvernsak::api::route::{self, BodyAnswer, ReasonAnswer, RouteAnswer};
use personvernsak::api::session::{OrganisationAnswer, SessionState, StoreCreate, StoreUnlock, UserAnswer};
use personvernsak::api::settings::{MayAnswer, OfficeAnswer, OfficeRegister, SettingsAnswer, SourcedText};
use personvernsak::api::similar;
use personvernsak::api::tasks;
use personvernsak::api::timeline::TimelineEntry;
use personvernsak::api::what_if;
use personvernsak::api::{Failure, FieldProblem};
use personvernsak::casework::channel::Channel;
use personvernsak::casework::person::{IdentityMethod, Protection};
use personvernsak::casework::projection::Figure;
use personvernsak::casework::request::{CheckResult, InForceKind};
use personvernsak::law::deadline::{ExtensionReason, PauseGround};
use personvernsak::law::rights::{Outcome, Track};
use personvernsak::usecase::ports::ListOrder;
use personvernsak::wording::Language;
use ts_rs::{Config, TS};

const FILE: &str = "ui/src/backend/contract.ts";
/// The longest declaration that stands on one line.
const LINE: usize = 110;
const HEADING: &str = "\
// Generated from src/api by: cargo test --profile ci --test it -- --ignored typescript::write
// Do not edit. contract-check.ts holds types.ts against it. The closed lists come first; in the shapes they are strings.
";

#[test]
fn the_file_says_what_the_core_says() {
    let written = fs::read_to_string(path()).unwrap_or_default();
    let difference = contract().lines().zip(written.lines()).position(|(core, file)| core != file);
    assert!(
        written == contract(),
        "{FILE} is not what the core says{}. Write it anew with the command on its first line, then mend the page \
         until «npm --prefix ui run check» passes.",
        difference.map_or_else(String::new, |line| format!(", from line {}", line + 1)),
    );
}

/// Writes the file anew. Left out of an ordinary run, so that a test run changes nothing.
#[test]
#[ignore = "writes ui/src/backend/contract.ts"]
fn write() {
    fs::write(path(), contract()).expect("the file can be written");
}

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(FILE)
}

/// The whole file.
fn contract() -> String {
    let mut declarations: Vec<String> = [
        words("CaseState", CASE_STATES),
        words("Channel", Channel::ALL.map(Channel::id)),
        words("CheckResult", CheckResult::ALL.map(CheckResult::id)),
        words("Figure", Figure::ALL.map(Figure::id)),
        words("ExtensionReason", ExtensionReason::ALL.map(ExtensionReason::id)),
        words("IdentityMethod", IdentityMethod::ALL.map(IdentityMethod::id)),
        words("InForceKind", InForceKind::ALL.map(InForceKind::id)),
        words("ListColumn", desk::LIST_COLUMNS),
        words("ListOrder", ListOrder::ALL.map(ListOrder::id)),
        words("Outcome", Outcome::ALL.map(Outcome::id)),
        words("Language", Language::ALL.map(Language::code)),
        words("Protection", Protection::ALL.map(Protection::id)),
        words("SuspensionGround", PauseGround::ALL.map(PauseGround::id)),
        words("Theme", Theme::ALL.map(Theme::id)),
        words("Track", Track::ALL.map(Track::id)),
    ]
    .into();
    declarations.extend(inputs());
    declarations.extend(answers());
    let mut text = HEADING.to_owned();
    for declaration in declarations {
        text.push_str("\nexport ");
        text.push_str(&declaration);
        text.push('\n');
    }
    text
}

/// What the window gives.
fn inputs() -> Vec<String> {
    vec![
        shape::<StoreCreate>(),
        shape::<StoreUnlock>(),
        shape::<RegisterShowInput>(),
        shape::<desk::RequestInput>(),
        shape::<draft::RequestDraft>(),
        shape::<draft::PersonDraft>(),
        shape::<draft::AddressDraft>(),
        shape::<draft::IdentityDraft>(),
        shape::<draft::RepresentativeDraft>(),
        shape::<draft::AttachmentDraft>(),
        shape::<draft::RequestFile>(),
        shape::<desk::WaitingFileId>(),
        shape::<draft::DemandDraft>(),
        shape::<draft::OtherRulesDraft>(),
        shape::<desk::CaseList>(),
        shape::<desk::ViewSave>(),
        shape::<desk::ViewDelete>(),
        shape::<desk::ListChoose>(),
        shape::<desk::CaseShowInput>(),
        shape::<period::PeriodInput>(),
        shape::<period::PeriodExport>(),
        shape::<protocol::ProtocolInput>(),
        shape::<desk::CaseAssign>(),
        shape::<desk::CaseTake>(),
        shape::<desk::CaseTaskAsk>(),
        shape::<desk::CaseTaskChange>(),
        shape::<desk::CaseCorrect>(),
        shape::<desk::ReminderPutOff>(),
        shape::<desk::AbsenceEnter>(),
        shape::<desk::AbsenceEnd>(),
        shape::<desk::HandOver>(),
        shape::<desk::CaseCheck>(),
        shape::<desk::CaseSuspend>(),
        shape::<desk::CaseResume>(),
        shape::<desk::CaseNote>(),
        shape::<desk::CaseMeasureAdd>(),
        shape::<desk::CaseMeasureSettle>(),
        shape::<desk::CaseReportRemove>(),
        shape::<desk::CaseAttachment>(),
        shape::<desk::CaseAttachmentTitle>(),
        shape::<desk::CaseAttachmentRemove>(),
        shape::<desk::CaseAttachmentReport>(),
        shape::<desk::CaseRedact>(),
        shape::<desk::RedactBox>(),
        shape::<desk::RedactWords>(),
        shape::<desk::CaseArchiveNumber>(),
        shape::<desk::RequestShowInput>(),
        shape::<desk::CaseDecide>(),
        shape::<desk::CaseClose>(),
        shape::<desk::BulkInput>(),
        shape::<desk::CaseReopen>(),
        shape::<desk::CaseComplaint>(),
        shape::<desk::ComplaintNext>(),
        shape::<desk::CaseBreach>(),
        shape::<desk::BreachNext>(),
        shape::<enquiries::EnquiryDraft>(),
        shape::<desk::OmbudReceive>(),
        shape::<desk::OmbudShow>(),
        shape::<desk::OmbudNote>(),
        shape::<desk::OmbudClose>(),
        shape::<desk::OmbudToRequest>(),
        shape::<desk::OmbudErase>(),
        shape::<desk::OmbudRetention>(),
        shape::<desk::OmbudRecover>(),
        shape::<desk::ReviewDraw>(),
        shape::<desk::ReviewList>(),
        shape::<desk::ReviewFlag>(),
        shape::<desk::ReviewSay>(),
        shape::<desk::ReviewReply>(),
        shape::<desk::ReviewDecide>(),
        shape::<desk::CaseTieInput>(),
        shape::<desk::CaseExtend>(),
        shape::<desk::CaseForward>(),
        shape::<desk::CaseWithdraw>(),
        shape::<desk::CasePerson>(),
        shape::<draft::PersonUpdate>(),
        shape::<desk::CaseLinkNumber>(),
        shape::<desk::CaseUnlinkNumber>(),
        shape::<desk::CaseRepresentative>(),
        shape::<desk::CaseOtherParent>(),
        shape::<draft::OtherParentDraft>(),
        shape::<desk::CaseHearChild>(),
        shape::<desk::CaseReview>(),
        shape::<desk::CaseLift>(),
        shape::<letter::LetterInput>(),
        shape::<desk::CaseApprove>(),
        shape::<desk::CaseSendBack>(),
        shape::<desk::LettersInput>(),
        shape::<desk::LetterDelivery>(),
        shape::<desk::LetterNumber>(),
        shape::<desk::SettingsSet>(),
        shape::<desk::UserAdd>(),
        shape::<desk::UserRemove>(),
        shape::<desk::PreferencesSet>(),
        shape::<desk::UnsavedKeep>(),
        shape::<desk::UnsavedDiscard>(),
        shape::<AccessLogInput>(),
        shape::<DeadlinesExport>(),
        shape::<forecast::ForecastInput>(),
        shape::<forecast::ForecastProgress>(),
        shape::<what_if::WhatIfInput>(),
        shape::<what_if::WhatIfAccept>(),
        shape::<what_if::SupposedHoliday>(),
        shape::<what_if::SupposedReceipt>(),
    ]
}

/// What the window gets.
fn answers() -> Vec<String> {
    vec![
        shape::<period::PeriodAnswer>(),
        shape::<period::PeriodTableAnswer>(),
        shape::<period::PeriodLine>(),
        shape::<period::PeriodColumn>(),
        shape::<Failure>(),
        shape::<FieldProblem>(),
        shape::<WarningAnswer>(),
        shape::<BodyAnswer>(),
        shape::<SessionState>(),
        shape::<desk::PreferencesAnswer>(),
        shape::<desk::UnsavedAnswer>(),
        shape::<UserAnswer>(),
        shape::<OrganisationAnswer>(),
        shape::<registers::RegistersAnswer>(),
        shape::<registers::RegisterAnswer>(),
        shape::<registers::RightAnswer>(),
        shape::<registers::RoleAnswer>(),
        shape::<registers::NamesAnswer>(),
        shape::<registers::ControllerAnswer>(),
        shape::<registers::FactAnswer>(),
        shape::<registers::FactValueAnswer>(),
        shape::<registers::PointOfArticle15>(),
        shape::<registers::StatementAnswer>(),
        shape::<RegisterShow>(),
        shape::<register_show::BodyInForce>(),
        shape::<register_show::ShortRetentionAnswer>(),
        shape::<register_show::RightRoute>(),
        shape::<register_show::ProvisionAnswer>(),
        shape::<register_show::ContactAnswer>(),
        shape::<desk::PreviewAnswer>(),
        shape::<desk::PreviewCase>(),
        shape::<desk::RegisterAnswer>(),
        shape::<desk::WaitingFileAnswer>(),
        shape::<desk::WaitingFiles>(),
        shape::<RouteAnswer>(),
        shape::<route::CheckAnswer>(),
        shape::<import::ImportStep>(),
        shape::<import::ImportAnswer>(),
        shape::<import::RefusedRow>(),
        shape::<import::ImportProblem>(),
        shape::<import::ImportNotice>(),
        shape::<ReasonAnswer>(),
        shape::<DeadlineAnswer>(),
        shape::<OpenSuspensionAnswer>(),
        shape::<StepAnswer>(),
        shape::<desk::CaseListAnswer>(),
        shape::<desk::ViewsAnswer>(),
        shape::<desk::ViewAnswer>(),
        shape::<desk::ViewFilters>(),
        shape::<CaseAnswer>(),
        shape::<PersonSummary>(),
        shape::<Section25Answer>(),
        shape::<QuestionAnswer>(),
        shape::<StageCount>(),
        shape::<FiguresAnswer>(),
        shape::<DeadlineCalendarInput>(),
        shape::<CalendarFilesAnswer>(),
        shape::<CalendarFileAnswer>(),
        shape::<desk::CalendarFileStop>(),
        shape::<NoticesAnswer>(),
        shape::<desk::NoticesSet>(),
        shape::<DueDaysInput>(),
        shape::<DueDaysAnswer>(),
        shape::<DueWeek>(),
        shape::<DueDay>(),
        shape::<FigureCount>(),
        shape::<FigureRow>(),
        shape::<forecast::ForecastAnswer>(),
        shape::<forecast::ForecastWeekAnswer>(),
        shape::<forecast::BandAnswer>(),
        shape::<forecast::RegisterForecastAnswer>(),
        shape::<forecast::PooledRegister>(),
        shape::<forecast::BackTestAnswer>(),
        shape::<forecast::ForecastQuality>(),
        shape::<forecast::CheckedForecast>(),
        shape::<what_if::WhatIfAnswer>(),
        shape::<what_if::MovedCase>(),
        shape::<what_if::AcceptedAnswer>(),
        shape::<what_if::CorrectedReceiptAnswer>(),
        shape::<PersonInFull>(),
        shape::<AddressAnswer>(),
        shape::<CaseShow>(),
        shape::<case_show::CheckAnswer>(),
        shape::<case_show::SuspensionAnswer>(),
        shape::<case_show::ExtensionAnswer>(),
        shape::<people::IdentityAnswer>(),
        shape::<people::IdentityStep>(),
        shape::<people::RepresentativeAnswer>(),
        shape::<people::OtherParentAnswer>(),
        shape::<people::ClaimAnswer>(),
        shape::<people::ChildHeardAnswer>(),
        shape::<people::LinkedNumberAnswer>(),
        shape::<people::InForceAnswer>(),
        shape::<people::LiftedAnswer>(),
        shape::<case_show::AttachmentAnswer>(),
        shape::<case_show::NoteAnswer>(),
        shape::<other_dates::OtherDateAnswer>(),
        shape::<measures::MeasureAnswer>(),
        shape::<tasks::TaskAnswer>(),
        shape::<tasks::ChaserAnswer>(),
        shape::<tasks::UnitAnswer>(),
        shape::<tasks::TaskListAnswer>(),
        shape::<tasks::OpenTaskAnswer>(),
        shape::<RemindersAnswer>(),
        shape::<ReminderAnswer>(),
        shape::<colleagues::ColleaguesAnswer>(),
        shape::<colleagues::ColleagueAnswer>(),
        shape::<colleagues::AwayAnswer>(),
        shape::<colleagues::HandOverAnswer>(),
        shape::<colleagues::NotMoved>(),
        shape::<after::ReopeningAnswer>(),
        shape::<after::ComplaintAnswer>(),
        shape::<after::TieAnswer>(),
        shape::<enquiries::EnquiryAnswer>(),
        shape::<enquiries::EnquiryNoteAnswer>(),
        shape::<enquiries::InboxAnswer>(),
        shape::<enquiries::RetentionAnswer>(),
        shape::<enquiries::ErasedEnquiryAnswer>(),
        shape::<enquiries::RecoveryCodeAnswer>(),
        shape::<enquiries::EnquirySummary>(),
        shape::<enquiries::PassedOnAnswer>(),
        shape::<review::ReviewAnswer>(),
        shape::<review::ReviewTakenUp>(),
        shape::<review::ReviewedDateAnswer>(),
        shape::<review::ReviewedPauseAnswer>(),
        shape::<review::ReviewView>(),
        shape::<review::ReviewWords>(),
        shape::<review::ReviewDecision>(),
        shape::<review::SampleAnswer>(),
        shape::<review::ReviewListAnswer>(),
        shape::<review::ReviewedCase>(),
        shape::<review::ProposedReview>(),
        shape::<breach::BreachAnswer>(),
        shape::<breach::BreachClockAnswer>(),
        shape::<earlier::EarlierCount>(),
        shape::<earlier::EarlierAnswer>(),
        shape::<earlier::EarlierRequest>(),
        shape::<similar::SimilarAnswer>(),
        shape::<similar::SimilarCase>(),
        shape::<similar::CompareAnswer>(),
        shape::<reports::ReportAnswer>(),
        shape::<attachments::FileAnswer>(),
        shape::<attachments::FilePreviewAnswer>(),
        shape::<attachments::WordsAnswer>(),
        shape::<attachments::PageWordsAnswer>(),
        shape::<attachments::PageWordAnswer>(),
        shape::<attachments::RedactionGroundAnswer>(),
        shape::<attachments::RedactionCheckAnswer>(),
        shape::<attachments::RedactBoxAnswer>(),
        shape::<attachments::LeftWordAnswer>(),
        shape::<request_show::OtherRulesAnswer>(),
        shape::<request_show::RequestShow>(),
        shape::<case_show::OutcomeAnswer>(),
        shape::<case_show::GroundAnswer>(),
        shape::<case_show::DecisionAnswer>(),
        shape::<TimelineEntry>(),
        shape::<ActionAnswer>(),
        shape::<NextStepAnswer>(),
        shape::<ProposalAnswer>(),
        shape::<LetterKindAnswer>(),
        shape::<letter::LetterAnswer>(),
        shape::<desk::LettersAnswer>(),
        shape::<desk::LettersCheck>(),
        shape::<desk::BulkOpened>(),
        shape::<desk::BulkCases>(),
        shape::<desk::BulkStep>(),
        shape::<desk::StoppedCase>(),
        shape::<desk::StoppedLetter>(),
        shape::<letter::ApprovalAnswer>(),
        shape::<letter::PendingLetterAnswer>(),
        shape::<letter::ComposedAnswer>(),
        shape::<letter::RecipientAnswer>(),
        shape::<letter::LetterProblem>(),
        shape::<letter::SectionAnswer>(),
        shape::<letter::LetterFieldAnswer>(),
        shape::<letter::GateAnswer>(),
        shape::<letter::SendAnswer>(),
        shape::<letter::RecipientChoice>(),
        shape::<delivery::LetterRecipient>(),
        shape::<delivery::DeliveryAction>(),
        shape::<delivery::DeliveryAnswer>(),
        shape::<delivery::ChoiceAnswer>(),
        shape::<UndeliveredAnswer>(),
        shape::<ComplaintSummary>(),
        shape::<breach::BreachSummary>(),
        shape::<AccessLogAnswer>(),
        shape::<AccessEntry>(),
        shape::<SettingsAnswer>(),
        shape::<OfficeAnswer>(),
        shape::<OfficeRegister>(),
        shape::<SourcedText>(),
        shape::<MayAnswer>(),
        shape::<SourceAnswer>(),
        shape::<FaultAnswer>(),
        shape::<letter_texts::LetterTextsCheck>(),
        shape::<letter_texts::TextChanges>(),
        shape::<letter_texts::ChangedLetter>(),
        shape::<letter_texts::LetterTextsAnswer>(),
        shape::<letter_texts::LetterTextsExport>(),
        shape::<desk::BackupAnswer>(),
        shape::<desk::RecordProblemAnswer>(),
    ]
}

/// The declaration of a shape, without comments: what a field means is said in Rust alone.
///
/// Every number fits into a number of the page, since they are counts and versions.
fn shape<T: TS>() -> String {
    let declaration = without_comments(&T::decl(&Config::new().with_large_int("number")));
    let (name, fields) = declaration.split_once('{').expect("a shape has fields");
    let fields = fields.strip_suffix("};").expect("a shape ends with its fields");
    let fields: Vec<&str> = fields.split(',').map(str::trim).filter(|field| !field.is_empty()).collect();
    let short = format!("{name}{{ {} }};", fields.join("; "));
    if short.len() <= LINE {
        return short;
    }
    format!("{name}{{\n  {};\n}};", fields.join(";\n  "))
}

fn without_comments(declaration: &str) -> String {
    let mut parts = declaration.split("/**");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        text.push_str(part.split_once("*/").expect("a comment ends").1);
    }
    text
}

/// The declaration of a closed list.
fn words<const COUNT: usize>(name: &str, words: [&str; COUNT]) -> String {
    let words = words.map(|word| format!("'{word}'"));
    format!("type {name} = {};", words.join(" | "))
}
