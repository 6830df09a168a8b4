//! The request with its cases: the aggregate. Its state is what its log says; nothing else changes it.

mod acting;
mod apply;
mod approval;
mod attached;
mod breach;
mod complaint;
mod correct;
mod correction;
mod course;
mod decide;
mod delivery;
mod event;
mod extension;
mod identity;
mod in_force;
mod issue;
mod measure;
mod numbers;
mod other_rules;
mod proposal;
mod provision;
mod receipt;
mod redaction;
mod refusal;
mod register;
mod release;
mod reopen;
mod report;
mod review;
mod state;
mod task;
mod tie;

pub use acting::ChildHeard;
pub use approval::{Approval, Verdict};
pub use attached::{
    AttachedFile, FileContents, FileKind, FileOrigin, LARGEST_FILE, LARGEST_TOTAL, NewFile, files_need_a_case,
    no_room_for,
};
pub use breach::{
    Breach, BreachAspect, BreachEvent, BreachFound, BreachState, BreachStep, BreachVerdict, CorrectedBreach, NewBreach,
    NotNotified, NotToNotify, Notification, PersonsNews, PersonsWord,
};
pub use complaint::{
    Complaint, ComplaintEvent, ComplaintKind, ComplaintOutcome, ComplaintReceived, ComplaintState, ComplaintStep,
    ComplaintTiming, ComplaintView, Consideration, LateGround, NewComplaint,
};
pub use correct::Correction;
pub use correction::WrongEntry;
pub use decide::{Confirmation, Decision, usual_reply_by, usual_send_channel};
pub use delivery::{
    AppealStart, Arrival, Delivery, DeliveryReport, DeliveryState, DeliveryStep, IdentityShown, ReturnReason, Standing,
    UNOPENED_DAYS, needs_second_notice,
};
pub use event::{CheckPoint, CheckResult, Content, Event, LetterIssued, Opened, Recorded, Registered, RouteRecord};
pub use extension::{Extension, ExtensionBounds, ExtensionNotice};
pub use in_force::{InForce, InForceKind, Lifted, Review};
pub use issue::{CarriedOut, Issuing, LetterToIssue};
pub use measure::{AddedMeasure, MeasureFor, MeasureId, Settled, UnknownMeasure, measures_of};
pub use numbers::LinkedNumber;
pub use other_rules::OtherRules;
pub use proposal::{Proposal, ProposedAction, proposals};
pub use receipt::{OtherReceipt, ReceiptCorrection, Rerouted};
pub use redaction::{NewRedaction, RedactionBox};
pub(in crate::casework) use refusal::{OWN_RULE, refusal};
pub use refusal::{Refusal, RefusalCode};
pub use register::{NewDemand, NewRequest, intake_refusals, register};
pub use reopen::{ReopenGround, Reopening};
pub use report::{AddedReport, LARGEST_REPORT, NewReport, ReportKind, ReportUse};
pub use review::{
    DateReviewEvent, DateReviewStep, DateReviews, Draw, Entered, LARGEST_SAMPLE, REVIEW_DOUBT, REVIEW_SOURCE,
    ReviewOutcome, ReviewState, Reviewed, ReviewedDate, TakenUpAs, View, draw,
};
pub use state::{Case, CaseDecision, CheckState, IDENTITY, Note, Phase, Reminder, Request, Suspension, Suspensions};
pub use task::{NewTask, Task, TaskEnd, TaskEvent, TaskStep};
pub use tie::{CaseTie, OtherCase, TieKind};
