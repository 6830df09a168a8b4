//! A case as it lies open on the desk.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::actions::{ActionAnswer, actions};
use super::after::{ComplaintAnswer, ReopeningAnswer, TieAnswer, complaints, reopen_grounds, reopenings, ties};
use super::attachments::{FileAnswer, files};
use super::breach::BreachAnswer;
use super::case::{AddressAnswer, CaseAnswer, PersonInFull};
use super::colleagues;
use super::deadline::DeadlineAnswer;
use super::labels;
use super::letter::{LetterAnswer, PendingLetterAnswer};
use super::letter_kinds::{LetterKindAnswer, letter_kinds};
use super::measures::{MeasureAnswer, measures};
use super::next_step::{NextStepAnswer, ProposalAnswer, next_step, proposals};
use super::other_dates::{OtherDateAnswer, other_dates};
use super::people::{
    ChildHeardAnswer, ClaimAnswer, IdentityAnswer, LiftedAnswer, LinkedNumberAnswer, OtherParentAnswer,
    RepresentativeAnswer, child_heard, claims, lifted, linked_numbers, other_parent, representative,
};
use super::reports::{ReportAnswer, reports};
use super::request_show::{OtherRulesAnswer, archive_number, other_rules};
use super::review::ReviewAnswer;
use super::route::RouteAnswer;
use super::spoken::spoken;
use super::tasks::{self, TaskAnswer, UnitAnswer};
use super::timeline::{TimelineEntry, timeline};
use super::warnings::warnings;
use crate::casework::access::User;
use crate::casework::ids::CaseNumber;
use crate::casework::request::{Approval, Case, CheckState};
use crate::law::calendar::oslo_date;
use crate::law::deadline::derive;
use crate::law::register::Ground;
use crate::law::rights::Outcome;
use crate::law::routing::Route;
use crate::usecase::ports::{Absence, LetterDraft};
use crate::usecase::{Opened, Rules};

/// A point of the checklist.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct CheckAnswer {
    pub id: String,
    pub text: String,
    pub required: bool,
    pub doubtful: bool,
    pub source: Option<String>,
    pub result: Option<String>,
    pub note: Option<String>,
    pub by: Option<String>,
    pub on: Option<String>,
}

/// A question to the person, and its answer.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct SuspensionAnswer {
    /// Its place in the order of asking, from 1.
    pub number: u32,
    pub ground: String,
    pub ground_label: String,
    pub asked_on: String,
    pub reply_by_on: String,
    /// The last reminder, and by when it asked for the answer.
    pub reminded_on: Option<String>,
    pub reminder_reply_by_on: Option<String>,
    pub answered_on: Option<String>,
    /// When the case stopped waiting without an answer, since it was decided, sent on or withdrawn.
    pub ended_on: Option<String>,
    /// Whether it was recorded by mistake, and counts for nothing.
    pub corrected: bool,
    /// Whether it can be corrected: it was not sent in a letter.
    pub correctable: bool,
}

/// A longer deadline: only proposed while there is no notice of it.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ExtensionAnswer {
    pub notice_on: Option<String>,
    pub reason: String,
    pub reason_label: String,
    /// `None` once it is erased.
    pub text: Option<String>,
    pub expected_on: String,
}

/// Something that came with the request.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct AttachmentAnswer {
    pub title: String,
    pub pages: Option<u32>,
}

/// A note.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct NoteAnswer {
    pub at: String,
    pub by: String,
    pub text: String,
    /// The day of the telephone call that it is about.
    pub telephone_on: Option<String>,
}

/// An outcome that fits the case.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct OutcomeAnswer {
    pub id: String,
    pub label: String,
}

/// A ground of the catalogue that an outcome can rest on.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct GroundAnswer {
    pub id: String,
    pub label: String,
    /// The outcomes that can rest on it.
    pub outcomes: Vec<String>,
    /// What the reasons have to answer, where something is weighed.
    pub weigh: Option<String>,
    pub doubtful: bool,
    pub source: String,
}

/// The decision of a case.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct DecisionAnswer {
    pub outcome: String,
    pub label: String,
    pub reasons: Option<String>,
    pub legal_basis: Vec<String>,
    /// The grounds of the catalogue that it rests on.
    pub grounds: Vec<String>,
}

/// A case as it lies open on the desk.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct CaseShow {
    #[serde(flatten)]
    pub summary: CaseAnswer,
    pub version: u32,
    pub checks: Vec<CheckAnswer>,
    pub route: Option<RouteAnswer>,
    pub deadline: DeadlineAnswer,
    /// The dates beside those of the answer.
    pub other_dates: Vec<OtherDateAnswer>,
    pub suspensions: Vec<SuspensionAnswer>,
    pub extension: Option<ExtensionAnswer>,
    /// The last day to answer if the deadline were extended today; `None` once it cannot be.
    pub extended_due_on: Option<String>,
    pub timeline: Vec<TimelineEntry>,
    pub letters: Vec<LetterAnswer>,
    /// Letters that were put before a second person and are not issued.
    pub pending_letters: Vec<PendingLetterAnswer>,
    pub actions: Vec<ActionAnswer>,
    pub text: Option<String>,
    pub grounds: Option<String>,
    pub channel: String,
    pub channel_label: String,
    pub language: String,
    pub their_reference: Option<String>,
    pub attachments: Vec<AttachmentAnswer>,
    pub identity: IdentityAnswer,
    pub representative: Option<RepresentativeAnswer>,
    pub other_parent: Option<OtherParentAnswer>,
    pub child_heard: Option<ChildHeardAnswer>,
    /// Whether the parents are to be told, as far as it is known now.
    pub inform_parents: Option<bool>,
    pub linked_numbers: Vec<LinkedNumberAnswer>,
    /// When and why what was in force was lifted.
    pub lifted: Option<LiftedAnswer>,
    /// Whether the person was told that the restriction will be lifted (GDPR Art. 18(3)).
    pub lift_notice_on: Option<String>,
    pub notes: Vec<NoteAnswer>,
    pub measures: Vec<MeasureAnswer>,
    /// What units are asked for.
    pub tasks: Vec<TaskAnswer>,
    /// The units that can be asked, those that the catalogue proposes first.
    pub units: Vec<UnitAnswer>,
    /// The files that go with the answer.
    pub reports: Vec<ReportAnswer>,
    /// The files that lie with the request and belong to this case.
    pub files: Vec<FileAnswer>,
    /// The complaints about its answer, in the order in which they came.
    pub complaints: Vec<ComplaintAnswer>,
    /// The breaches of personal data security that it has shown, in the order in which they were registered.
    pub breaches: Vec<BreachAnswer>,
    /// The cases of other requests that it belongs together with.
    pub ties: Vec<TieAnswer>,
    /// The data protection officer's review of its dates.
    pub review: ReviewAnswer,
    /// The times that it was opened again, oldest first, and the grounds on which it can be now.
    pub reopenings: Vec<ReopeningAnswer>,
    pub reopen_grounds: Vec<OutcomeAnswer>,
    /// The number in the office's own archive.
    pub archive_number: Option<String>,
    pub other_rules: Vec<OtherRulesAnswer>,
    pub decision: Option<DecisionAnswer>,
    pub outcomes: Vec<OutcomeAnswer>,
    /// The grounds of the catalogue that its outcomes can rest on.
    pub grounds_to_choose: Vec<GroundAnswer>,
    pub next_step: Option<NextStepAnswer>,
    pub proposals: Vec<ProposalAnswer>,
    pub letter_kinds: Vec<LetterKindAnswer>,
    pub siblings: Vec<String>,
    /// What each case of the request claims.
    pub claims: Vec<ClaimAnswer>,
}

/// Checks that the route has because of what is known of the person.
const ABOUT_THE_PERSON: [&str; 2] = ["barn", "avdod"];

impl CaseShow {
    /// A case of an opened request, as it is on a day. `None` if the request has no such case.
    #[must_use]
    pub fn of(opened: &Opened, number: CaseNumber, rules: &Rules, today: NaiveDate) -> Option<Self> {
        let request = &opened.request;
        let case = request.case(number.letter)?;
        let row = opened.rows().into_iter().nth(number.letter.index())?;
        let mut summary = CaseAnswer::of(number, &row, rules, today);
        summary.warnings = warnings(opened, case, rules, today);
        let internal_on =
            row.due_on.zip(rules.internal_days).map(|(due_on, days)| days.before(due_on, row.received_on));
        summary.warnings.extend(tasks::warnings(case, row.due_on, internal_on, today));
        summary.person.in_full = in_full(opened);
        let registered = &request.registered;
        let route = opened.route(case, rules).ok();
        let pauses = case.suspensions.pauses(today);
        let input = case.deadline_input(registered, &pauses).corrected(request.receipt_corrected_from());
        let derivation = derive(&input.seen_on(today));
        let letters = request
            .letters
            .iter()
            .filter(|letter| letter.cases.contains(&number.letter))
            .map(|letter| LetterAnswer::of(opened, letter, rules, today))
            .collect();
        Some(Self {
            version: request.version,
            checks: checks(opened, case, rules),
            route: route.as_ref().map(|route| RouteAnswer::of(route, &rules.catalogue, spoken())),
            deadline: DeadlineAnswer::of(&derivation, spoken()),
            other_dates: other_dates(&row, rules.catalogue.get(&case.opened.register), spoken()),
            suspensions: suspensions(case),
            extension: extension(opened, case),
            extended_due_on: request.extended_due_on(case, today).map(|day| day.to_string()),
            timeline: timeline(opened, number.letter, rules),
            letters,
            pending_letters: Vec::new(),
            actions: actions(&opened.request, case, today),
            text: opened.words(registered.text).map(str::to_owned),
            grounds: case.opened.grounds.and_then(|id| opened.words(id)).map(str::to_owned),
            channel: registered.channel.id().to_owned(),
            channel_label: labels::channel(registered.channel).to_owned(),
            language: registered.language.code().to_owned(),
            their_reference: registered.their_reference.and_then(|id| opened.words(id)).map(str::to_owned),
            attachments: opened
                .attachments()
                .iter()
                .map(|attachment| AttachmentAnswer { title: attachment.title.clone(), pages: attachment.pages })
                .collect(),
            identity: IdentityAnswer::of(opened),
            representative: representative(opened, case, today),
            other_parent: other_parent(opened),
            child_heard: child_heard(opened),
            inform_parents: request.inform_parents,
            linked_numbers: linked_numbers(opened),
            lifted: lifted(opened, case),
            lift_notice_on: request.lift_notice_on(number.letter).map(|day| day.to_string()),
            notes: notes(opened, case),
            measures: measures(opened, case),
            tasks: tasks::tasks(opened, case, number, row.due_on, today),
            units: tasks::units(case, rules.catalogue.get(&case.opened.register)),
            reports: reports(opened, case),
            files: files(opened, number.letter, &rules.catalogue),
            complaints: complaints(opened, case),
            breaches: Vec::new(),
            ties: ties(opened, case),
            review: ReviewAnswer::of(opened, case, &row, today),
            reopenings: reopenings(opened, case),
            reopen_grounds: reopen_grounds(request, case),
            archive_number: archive_number(opened),
            other_rules: other_rules(opened),
            decision: decision(opened, case, rules, route.as_ref()),
            outcomes: Outcome::fitting(case.opened.right, case.opened.route.track)
                .map(|outcome| OutcomeAnswer { id: outcome.id().to_owned(), label: outcome.label(spoken()) })
                .collect(),
            grounds_to_choose: (rules.catalogue.grounds(case.opened.right, today)).map(ground).collect(),
            next_step: next_step(opened, case, rules, today),
            proposals: proposals(opened, case, today),
            letter_kinds: letter_kinds(opened, case, today),
            claims: claims(opened, rules),
            siblings: request.cases.iter().map(|case| opened.number.case(case.opened.case).to_string()).collect(),
            summary,
        })
    }

    /// The same case, with the letters that were put before a second person.
    #[must_use]
    pub fn with_pending(self, pending: &[(Approval, LetterDraft)]) -> Self {
        Self {
            pending_letters: pending.iter().map(|(approval, draft)| PendingLetterAnswer::of(approval, draft)).collect(),
            ..self
        }
    }

    /// The same case, with the breaches that it has shown.
    #[must_use]
    pub fn with_breaches(self, breaches: Vec<BreachAnswer>) -> Self {
        Self { breaches, ..self }
    }

    /// The same case, with a warning if whoever has it is away. Nobody is told that they are away themselves.
    #[must_use]
    pub fn with_absences(mut self, absences: &[Absence], user: &User, today: NaiveDate) -> Self {
        let assignee = self.summary.assignee.as_deref().filter(|assignee| *assignee != user.name);
        let away = assignee.and_then(|assignee| colleagues::assignee_away(assignee, absences, today));
        let open = self.summary.state != "closed";
        self.summary.warnings.extend(away.filter(|_| open));
        self
    }

    /// The same case, as it is for a user. Whoever is not cleared for a protected person sees its dates, its track and its
    /// course: when something happened, who did it and what kind of thing it was, but nothing of what was found or said.
    #[must_use]
    pub fn seen_by(mut self, user: &User) -> Self {
        if self.summary.is_closed_to(user) {
            // What is asked of a child or about a dead person tells who it is about.
            self.checks.retain(|check| !ABOUT_THE_PERSON.contains(&check.id.as_str()));
            if let Some(route) = &mut self.route {
                route.checks.retain(|check| !ABOUT_THE_PERSON.contains(&check.id.as_str()));
            }
            for check in &mut self.checks {
                (check.result, check.note, check.by, check.on) = (None, None, None, None);
            }
            for entry in &mut self.timeline {
                labels::needs_clearance().1.clone_into(&mut entry.text);
            }
            (self.decision, self.next_step) = (None, None);
            for measure in &mut self.measures {
                (measure.text, measure.note) = (None, None);
            }
            for task in &mut self.tasks {
                (task.text, task.note) = (None, None);
            }
            self.reports.clear();
            self.files.clear();
            (self.representative, self.other_parent, self.child_heard) = (None, None, None);
            (self.inform_parents, self.lifted) = (None, None);
            self.linked_numbers.clear();
            self.identity.history.clear();
            self.complaints.clear();
            self.breaches.clear();
            self.ties.clear();
            self.review.forget_words();
            self.reopenings.clear();
            self.reopen_grounds.clear();
            for letter in &mut self.letters {
                letter.deliveries.clear();
                letter.recipients.iter_mut().for_each(|recipient| recipient.actions.clear());
            }
            self.proposals.clear();
            self.summary.warnings.clear();
            self.other_rules.clear();
            (self.archive_number, self.their_reference) = (None, None);
            for action in &mut self.actions {
                action.available = false;
                action.why_not = Some(labels::needs_clearance().1.to_owned());
            }
        }
        self.summary = self.summary.seen_by(user);
        self
    }
}

/// The points of the checklist in the route's order, with the texts of the catalogue.
fn checks(opened: &Opened, case: &Case, rules: &Rules) -> Vec<CheckAnswer> {
    let register = rules.catalogue.get(&case.opened.register);
    case.opened
        .route
        .checks
        .iter()
        .map(|point| {
            let known =
                register.zip(point.id.parse().ok()).and_then(|(register, id)| rules.catalogue.check(register, &id));
            let state = case.checks.get(&point.id);
            let recorded = state.and_then(|state| opened.entry(state.event));
            CheckAnswer {
                id: point.id.clone(),
                text: known.map_or_else(|| point.id.clone(), |check| check.text.get(spoken()).to_owned()),
                required: point.required,
                doubtful: known.is_some_and(|check| check.doubtful),
                source: known.map(|check| check.source.citation(spoken())),
                result: state.map(|state| state.result.id().to_owned()),
                note: note(opened, state),
                by: recorded.map(|recorded| recorded.actor.clone()),
                on: recorded.map(|recorded| oslo_date(recorded.at).to_string()),
            }
        })
        .collect()
}

fn note(opened: &Opened, state: Option<&CheckState>) -> Option<String> {
    state?.note.and_then(|id| opened.words(id)).map(str::to_owned)
}

fn suspensions(case: &Case) -> Vec<SuspensionAnswer> {
    (1_u32..)
        .zip(&case.suspensions.0)
        .map(|(number, suspension)| SuspensionAnswer {
            number,
            ground: suspension.ground.id().to_owned(),
            ground_label: suspension.ground.label().get(spoken()).to_owned(),
            asked_on: suspension.asked_on.to_string(),
            reply_by_on: suspension.reply_by_on.to_string(),
            reminded_on: suspension.reminder.map(|reminder| reminder.reminded_on.to_string()),
            reminder_reply_by_on: suspension.reminder.map(|reminder| reminder.reply_by_on.to_string()),
            answered_on: suspension.answered_on.map(|day| day.to_string()),
            ended_on: suspension.ended_on.map(|day| day.to_string()),
            corrected: suspension.corrected,
            correctable: !suspension.corrected && suspension.letter.is_none(),
        })
        .collect()
}

fn extension(opened: &Opened, case: &Case) -> Option<ExtensionAnswer> {
    let extension = case.extension?;
    Some(ExtensionAnswer {
        notice_on: extension.notice.map(|notice| notice.notice_on.to_string()),
        reason: extension.reason.id().to_owned(),
        reason_label: extension.reason.label().get(spoken()).to_owned(),
        text: opened.words(extension.text).map(str::to_owned),
        expected_on: extension.expected_on.to_string(),
    })
}

fn in_full(opened: &Opened) -> Option<PersonInFull> {
    let person = opened.person()?;
    Some(PersonInFull {
        name: person.name.clone(),
        born_on: person.born_on.map(|day| day.to_string()),
        address: person
            .address
            .as_ref()
            .map(|address| AddressAnswer { lines: address.lines().to_vec(), country: address.country().to_owned() }),
        email: person.email.clone(),
    })
}

fn notes(opened: &Opened, case: &Case) -> Vec<NoteAnswer> {
    case.notes
        .iter()
        .filter_map(|note| {
            let text = opened.words(note.text)?;
            let recorded = opened.entry(note.event)?;
            Some(NoteAnswer {
                at: recorded.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
                by: recorded.actor.clone(),
                text: text.to_owned(),
                telephone_on: note.telephone_on.map(|day| day.to_string()),
            })
        })
        .collect()
}

fn ground(ground: &Ground) -> GroundAnswer {
    GroundAnswer {
        id: ground.id.to_string(),
        label: ground.choice.get(spoken()).to_owned(),
        outcomes: ground.outcomes.iter().map(|outcome| outcome.id().to_owned()).collect(),
        weigh: ground.weigh.as_ref().map(|weigh| weigh.get(spoken()).to_owned()),
        doubtful: ground.doubtful,
        source: ground.source.citation(spoken()),
    }
}

fn decision(opened: &Opened, case: &Case, rules: &Rules, route: Option<&Route>) -> Option<DecisionAnswer> {
    let decision = case.decision.as_ref()?;
    let named = |id: &String| {
        rules.catalogue.ground(id).map_or_else(
            || id.clone(),
            |ground| format!("{} ({})", ground.choice.get(spoken()), ground.source.citation(spoken())),
        )
    };
    Some(DecisionAnswer {
        outcome: decision.outcome.id().to_owned(),
        label: decision.outcome.label(spoken()),
        reasons: opened.words(decision.reasons).map(str::to_owned),
        legal_basis: decision.legal_basis.iter().map(|id| cited(id, route)).collect(),
        grounds: decision.grounds.iter().map(named).collect(),
    })
}

/// A legal reference as it is cited; its identifier where the route names it no longer.
fn cited(id: &str, route: Option<&Route>) -> String {
    route
        .and_then(|route| route.legal_basis.iter().find(|reference| reference.id == id))
        .map_or_else(|| id.to_owned(), |reference| reference.citation.get(spoken()).to_owned())
}
