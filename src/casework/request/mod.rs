//! The request with its cases: the aggregate. Its state is what its log says; nothing else changes it.

mod apply;
mod correct;
mod course;
mod decide;
mod event;
mod extension;
mod issue;
mod proposal;
mod refusal;
mod register;
mod state;

pub use correct::Correction;
pub use decide::{Decision, usual_reply_by, usual_send_channel};
pub use event::{CheckPoint, CheckResult, Content, Event, LetterIssued, Opened, Recorded, Registered, RouteRecord};
pub use extension::{Extension, ExtensionBounds, ExtensionNotice};
pub use issue::LetterToIssue;
pub use proposal::{Proposal, ProposedAction, proposals};
pub use refusal::{Refusal, RefusalCode};
pub use register::{NewDemand, NewRequest, intake_refusals, register};
pub use state::{Case, CaseDecision, CheckState, Phase, Reminder, Request, Suspension, Suspensions};
