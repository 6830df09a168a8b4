//! From a typed draft to a request that is well-formed: every problem at once, each at its field.

mod fields;
mod people;

use chrono::{NaiveDate, Utc};

use self::fields::Problems;
use super::draft::{DemandDraft, OtherParentDraft, PersonUpdate, RepresentativeDraft, RequestDraft, RequestFile};
use super::failure::{Exit, Failure, FieldProblem};
use crate::api::spoken::{say, spoken};
use crate::casework::channel::Channel;
use crate::casework::ids::CaseLetter;
use crate::casework::person::{Attachment, IdentityStatus, PERSON_FACTS, Person, Representative};
use crate::casework::request::{
    self, CheckPoint, Content, NewDemand, NewRequest, Opened, OtherRules, RefusalCode, Registered, RouteRecord,
};
use crate::law::calendar;
use crate::law::deadline::{DeadlineInput, RuleVersion};
use crate::law::identity::IdentityNumber;
use crate::law::register::RegisterId;
use crate::law::rights::Right;
use crate::law::routing::{Facts, Route, RoutingProblem};
use crate::usecase::Rules;
use crate::usecase::ports::Identifiers;
use crate::wording::Language;

/// The longest text that is taken in, in characters. A longer one belongs in an attachment.
pub const LONGEST_TEXT: usize = 100_000;
/// The longest title of a file, in characters.
pub const LONGEST_FILE_TITLE: usize = 200;

/// A demand as far as the draft says: its route, or what stops it.
#[derive(Clone, Debug)]
pub struct DraftedDemand {
    /// The register, where it is known.
    pub register: Option<RegisterId>,
    /// The right, where it is known.
    pub right: Option<Right>,
    /// The route, where nothing stops it.
    pub route: Option<Route>,
    /// The facts that were given.
    pub facts: Facts,
    /// The grounds that were given.
    pub grounds: Option<String>,
    /// What stops it.
    pub problem: Option<FieldProblem>,
}

/// Checks a draft and makes it a request, with fresh identifiers for its rows.
///
/// # Errors
/// One failure with every field that is wrong; its class is that of the gravest field.
pub fn check(
    draft: &RequestDraft,
    rules: &Rules,
    identifiers: &mut dyn Identifiers,
    today: NaiveDate,
) -> Result<NewRequest, Failure> {
    check_with_files(draft, &[], rules, identifiers, today)
}

/// The same for a draft with files, which are held against what the draft becomes. Their content is looked into when they
/// are brought, and again when they are kept.
///
/// # Errors
/// As [`check`].
pub fn check_with_files(
    draft: &RequestDraft,
    files: &[RequestFile],
    rules: &Rules,
    identifiers: &mut dyn Identifiers,
    today: NaiveDate,
) -> Result<NewRequest, Failure> {
    let mut problems = Problems::default();
    let received = received(draft, &mut problems);
    let channel =
        problems.choice("channel", draft.channel.as_deref(), Channel::from_id, &Channel::ALL.map(Channel::id));
    let language = problems.choice(
        "language",
        draft.language.as_deref(),
        |id| id.parse::<Language>().ok(),
        &Language::ALL.map(Language::code),
    );
    let draft = &with_person_facts(draft);
    let person = people::person(draft.person.as_ref(), &mut problems);
    let identity = people::identity(draft.identity.as_ref(), &mut problems);
    let representative = draft.representative.as_ref().map(|given| people::representative(given, rules, &mut problems));
    let other_parent = draft.other_parent.as_ref().map(|given| people::other_parent(given, &mut problems));
    let text = problems.text("text", draft.text.as_deref(), LONGEST_TEXT);
    if text.is_none() && !problems.has("text") {
        problems.push(
            "text",
            "missing",
            say!(
                "Skriv hva henvendelsen sier, med personens egne ord.",
                "Skriv kva førespurnaden seier, med orda til personen sjølv.",
                "Write what the request says, in the person’s own words.",
            ),
        );
    }
    let attachments = attachments(draft, &mut problems);
    check_files(files, draft, &mut problems);
    let their_reference = problems.text("their_reference", draft.their_reference.as_deref(), 200);
    let idempotency_key = problems.text("idempotency_key", draft.idempotency_key.as_deref(), 200);
    let other_rules = other_rules(draft, &mut problems);
    let archive_number = problems.text("archive_number", draft.archive_number.as_deref(), 200);
    let drafted = demands(draft, rules, received.map(|(day, _)| day), &mut problems);
    let known: Vec<_> =
        drafted.iter().filter_map(|demand| Some((demand.register.as_ref()?, demand.right?, &demand.facts))).collect();
    let any = draft.demands.iter().flatten().next().is_some();
    for refusal in request::intake_refusals(
        received.map(|(day, _)| day),
        &person,
        (representative.as_ref().and_then(Option::as_ref), other_parent.as_ref().and_then(Option::as_ref)),
        &known,
        draft.other_rules.iter().flatten().next().is_some(),
        today,
    ) {
        if refusal.code != RefusalCode::NoDemands || !any {
            let path = refusal.field.as_deref().unwrap_or("demands");
            problems.refuse_by_law(path, refusal.code.id(), refusal.message.get(spoken()), refusal.source);
        }
    }

    let (Some((received_on, received_at)), Some(channel), Some(language), Some(text)) =
        (received, channel, language, text)
    else {
        return Err(problems.into_failure());
    };
    if !problems.is_empty() {
        return Err(problems.into_failure());
    }
    let (representative, other_parent) = (representative.flatten(), other_parent.flatten());
    let mut contents = Vec::new();
    let mut keep = |content: Content| {
        let id = identifiers.content_id();
        contents.push((id, content));
        id
    };
    let text = keep(Content::Text(text));
    let attachments = (!attachments.is_empty()).then(|| keep(Content::Attachments(attachments)));
    let their_reference = their_reference.map(|reference| keep(Content::Text(reference)));
    let registered = Registered {
        received_on,
        received_at,
        channel,
        language,
        organisation: rules.office.body.clone(),
        rule_version: RuleVersion::CURRENT,
        person: identifiers.content_id(),
        protection: person.protection,
        identity,
        representative: representative.as_ref().map(|_| identifiers.content_id()),
        other_parent: other_parent.as_ref().map(|_| identifiers.content_id()),
        inform_parents: draft.inform_parents,
        text,
        attachments,
        their_reference,
        delivery: None,
    };
    let demands = drafted
        .into_iter()
        .filter_map(|demand| {
            let route = demand.route?;
            let opened = Opened {
                case: CaseLetter::at(0),
                register: route.register.clone(),
                right: route.right,
                facts: demand.facts.without(&PERSON_FACTS),
                grounds: demand.grounds.as_ref().map(|_| identifiers.content_id()),
                route: record(&route),
            };
            Some(NewDemand { opened, grounds: demand.grounds })
        })
        .collect();
    let other_rules = other_rules.into_iter().map(|(rules, text)| (rules, (identifiers.content_id(), text))).collect();
    let archive_number = archive_number.map(|number| (identifiers.content_id(), number));
    let new = NewRequest {
        registered,
        idempotency_key,
        person,
        representative,
        other_parent,
        contents,
        demands,
        other_rules,
        archive_number,
        files: Vec::new(),
    };
    Ok(new)
}

/// Checks what is new about a person against what is known.
///
/// # Errors
/// One failure with every field that is not well-formed.
pub fn check_person(given: &PersonUpdate, before: &Person) -> Result<(Person, Option<IdentityStatus>), Failure> {
    let mut problems = Problems::default();
    let person = people::corrected(given.person.as_ref(), before, &mut problems);
    let identity = given.identity.as_ref().map(|identity| people::identity(Some(identity), &mut problems));
    if problems.is_empty() { Ok((person, identity)) } else { Err(problems.into_correction_failure()) }
}

/// Checks who is to act for the person from now on.
///
/// # Errors
/// One failure with every field that is not well-formed.
pub fn check_representative(given: &RepresentativeDraft, rules: &Rules) -> Result<Representative, Failure> {
    let mut problems = Problems::default();
    match people::representative(given, rules, &mut problems) {
        Some(representative) if problems.is_empty() => Ok(representative),
        Some(_) | None => Err(problems.into_correction_failure()),
    }
}

/// Checks who has parental responsibility for a child beside whoever acts for it.
///
/// # Errors
/// One failure with every field that is not well-formed.
pub fn check_other_parent(given: &OtherParentDraft) -> Result<Representative, Failure> {
    let mut problems = Problems::default();
    match people::other_parent(given, &mut problems) {
        Some(parent) if problems.is_empty() => Ok(parent),
        Some(_) | None => Err(problems.into_correction_failure()),
    }
}

/// The demands of an unfinished draft, each with its route or what stops it.
#[must_use]
pub fn drafted_demands(draft: &RequestDraft, rules: &Rules) -> Vec<DraftedDemand> {
    let mut ignored = Problems::default();
    let received_on = received(draft, &mut ignored).map(|(day, _)| day);
    demands(draft, rules, received_on, &mut ignored)
}

/// The day of receipt of an unfinished draft, where it is a day at all.
#[must_use]
pub fn drafted_receipt(draft: &RequestDraft) -> Option<NaiveDate> {
    received(draft, &mut Problems::default()).map(|(day, _)| day)
}

/// What an unfinished draft says of who the person is.
#[must_use]
pub fn drafted_identity(draft: &RequestDraft) -> IdentityStatus {
    people::identity(draft.identity.as_ref(), &mut Problems::default())
}

/// The identity number of an unfinished draft, where it is one at all.
#[must_use]
pub fn drafted_number(draft: &RequestDraft) -> Option<IdentityNumber> {
    IdentityNumber::parse(draft.person.as_ref()?.identity_number.as_deref()?.trim()).ok()
}

/// What stays with a case of its route.
fn record(route: &Route) -> RouteRecord {
    RouteRecord {
        track: route.track,
        mode: route.mode,
        handled_by: route.handled_by.clone(),
        checks: route
            .checks
            .iter()
            .map(|check| CheckPoint { id: check.id.to_string(), required: check.required })
            .collect(),
        secure_by_on: route.secure_by_on,
    }
}

type Receipt = (NaiveDate, Option<chrono::DateTime<Utc>>);

/// The day of receipt: the stated day, or the day in Norway of the stated instant. The two may not differ.
fn received(draft: &RequestDraft, problems: &mut Problems) -> Option<Receipt> {
    let day = problems.date("received_on", draft.received_on.as_deref()).filter(|day| {
        match DeadlineInput::new(*day, &[], None) {
            Ok(_) => true,
            Err(found) => {
                for problem in found {
                    problems.push("received_on", problem.code(), problem.message(spoken()));
                }
                false
            }
        }
    });
    let instant = problems.instant("received_at", draft.received_at.as_deref());
    match (day, instant) {
        (Some(day), Some(instant)) if calendar::oslo_date(instant) != day => {
            problems.push(
                "received_on",
                "differs",
                say!(
                    "Datoen for mottak og klokkeslettet for mottak er ikke samme dag i Norge. Rett den ene.",
                    "Datoen for mottak og klokkeslettet for mottak er ikkje same dag i Noreg. Rett den eine.",
                    "The date and the time of receipt are not the same day in Norway. Correct one of them.",
                ),
            );
            None
        }
        (Some(day), instant) => Some((day, instant)),
        (None, Some(instant)) if draft.received_on.is_none() => Some((calendar::oslo_date(instant), Some(instant))),
        (None, Some(_) | None) => {
            if !problems.has("received_on") && !problems.has("received_at") {
                problems.push(
                    "received_on",
                    "missing",
                    say!(
                        "Skriv datoen henvendelsen kom til en av kanalene våre.",
                        "Skriv datoen førespurnaden kom til ein av kanalane våre.",
                        "Write the date the request came to one of our channels.",
                    ),
                );
            }
            None
        }
    }
}

/// What falls under other rules. What was done with it is told, since that is the trace.
fn other_rules(draft: &RequestDraft, problems: &mut Problems) -> Vec<(OtherRules, String)> {
    let mut noted = Vec::new();
    for (place, given) in draft.other_rules.iter().flatten().enumerate() {
        let path = format!("other_rules[{place}].text");
        let rules = problems.choice(
            &format!("other_rules[{place}].rules"),
            given.rules.as_deref(),
            OtherRules::from_id,
            &OtherRules::ALL.map(OtherRules::id),
        );
        match problems.text(&path, given.text.as_deref(), LONGEST_TEXT) {
            Some(text) => noted.extend(rules.map(|rules| (rules, text))),
            None if problems.has(&path) => {}
            None => problems.push(
                &path,
                "missing",
                say!(
                    "Skriv hva som er gjort, og hvem som har fått henvendelsen.",
                    "Skriv kva som er gjort, og kven som har fått førespurnaden.",
                    "Write what was done, and who was given the request.",
                ),
            ),
        }
    }
    noted
}

fn attachments(draft: &RequestDraft, problems: &mut Problems) -> Vec<Attachment> {
    let mut attachments = Vec::new();
    for (place, given) in draft.attachments.iter().flatten().enumerate() {
        let path = format!("attachments[{place}].title");
        match problems.text(&path, given.title.as_deref(), 200) {
            Some(title) => attachments.push(Attachment { title, pages: given.pages }),
            None if problems.has(&path) => {}
            None => problems.push(
                &path,
                "missing",
                say!(
                    "Skriv hva vedlegget er, for eksempel «legeerklæring».",
                    "Skriv kva vedlegget er, til dømes «legeerklæring».",
                    "Write what the attachment is, for example “medical certificate”.",
                ),
            ),
        }
    }
    attachments
}

/// The files of a draft: each has a title, and there is a case that they can lie with.
fn check_files(files: &[RequestFile], draft: &RequestDraft, problems: &mut Problems) {
    for (place, file) in files.iter().enumerate() {
        let path = format!("files[{place}].title");
        if problems.text(&path, Some(&file.title), LONGEST_FILE_TITLE).is_none() && !problems.has(&path) {
            problems.push(
                &path,
                "missing",
                say!("Skriv hva filen er.", "Skriv kva fila er.", "Write what the file is."),
            );
        }
    }
    let (demands, others) = (draft.demands.iter().flatten().count(), draft.other_rules.iter().flatten().count());
    if !files.is_empty() && demands == 0 && others > 0 {
        let refusal = request::files_need_a_case();
        problems.refuse_by_law("files", refusal.code.id(), refusal.message.get(spoken()), refusal.source);
    }
}

fn demands(
    draft: &RequestDraft,
    rules: &Rules,
    received_on: Option<NaiveDate>,
    problems: &mut Problems,
) -> Vec<DraftedDemand> {
    let about = person_facts(draft);
    draft
        .demands
        .iter()
        .flatten()
        .enumerate()
        .map(|(place, given)| {
            let path = format!("demands[{place}]");
            let before = problems.len();
            let mut demand = demand(&path, given, &about, rules, received_on, problems);
            demand.problem = problems.get(before).cloned();
            demand
        })
        .collect()
}

/// The draft with dates of birth and death that were given as facts of a demand put where they belong: in the person.
fn with_person_facts(draft: &RequestDraft) -> RequestDraft {
    let mut draft = draft.clone();
    for key in PERSON_FACTS {
        let given = draft.demands.iter().flatten().find_map(|demand| demand.facts.as_ref()?.get(key).cloned());
        if given.is_some() {
            let person = draft.person.get_or_insert_default();
            let place = if key == "fodt" { &mut person.born_on } else { &mut person.deceased_on };
            if place.is_none() {
                *place = given;
            }
        }
    }
    draft
}

/// What is known of the person that routing may rest on. It stands in the person's row, which can be erased.
fn person_facts(draft: &RequestDraft) -> Facts {
    let mut facts = Facts::none();
    let mut ignored = Problems::default();
    for (key, given) in
        draft.person.iter().flat_map(|person| PERSON_FACTS.into_iter().zip([&person.born_on, &person.deceased_on]))
    {
        if let Some(day) = ignored.date(key, given.as_deref()) {
            facts.insert(key, day.to_string());
        }
    }
    facts
}

fn demand(
    path: &str,
    given: &DemandDraft,
    about: &Facts,
    rules: &Rules,
    received_on: Option<NaiveDate>,
    problems: &mut Problems,
) -> DraftedDemand {
    let register = match given.register.as_deref() {
        None | Some("") => {
            problems.push(
                &format!("{path}.register"),
                "missing",
                say!("Velg et register.", "Vel eit register.", "Choose a register."),
            );
            None
        }
        Some(id) => match rules.catalogue.find(id) {
            Ok(register) => Some(register.id.clone()),
            Err(unknown) => {
                problems.push(&format!("{path}.register"), "unknown-register", unknown.to_string());
                None
            }
        },
    };
    let right = problems.choice(
        &format!("{path}.right"),
        given.right.as_deref(),
        |id| id.parse::<Right>().ok(),
        &Right::ALL.map(Right::id),
    );
    let grounds = problems.text(&format!("{path}.grounds"), given.grounds.as_deref(), LONGEST_TEXT);
    let mut facts = Facts::none();
    for (key, value) in given.facts.iter().flatten() {
        facts.insert(key.as_str(), value.as_str());
    }
    let mut route = None;
    if let (Some(register), Some(right)) = (&register, right) {
        match rules.route(register, right, &facts.with(about), received_on) {
            Ok(found) => route = Some(found),
            Err(RoutingProblem::Facts(list)) => {
                for problem in list {
                    problems.push(
                        &format!("{path}.facts.{}", problem.key),
                        "unknown-fact",
                        problem.text().get(spoken()),
                    );
                }
            }
            Err(RoutingProblem::MissingFacts(list)) => {
                for problem in list {
                    problems.refuse(
                        &format!("{path}.facts.{}", problem.key),
                        "missing-fact",
                        problem.text().get(spoken()),
                    );
                }
            }
            Err(other @ (RoutingProblem::UnknownRegister(_) | RoutingProblem::NoRuleInForce { .. })) => {
                problems.refuse(path, "no-rule", other.text().get(spoken()));
            }
        }
    }
    DraftedDemand { register, right, route, facts, grounds, problem: None }
}

/// The failure for a document about a person that is not of the form at all.
#[must_use]
pub fn unreadable_person(path: &str, detail: &str) -> Failure {
    let message = say!(
        "Opplysningene om personen kan ikke leses. Rett filen og prøv igjen.",
        "Opplysningane om personen kan ikkje lesast. Rett fila og prøv igjen.",
        "The data about the person cannot be read. Correct the file and try again.",
    )
    .to_owned();
    Failure { code: "invalid-person", message, ..unreadable(path, detail) }
}

/// The failure for a document that is not of the form at all.
#[must_use]
pub fn unreadable(path: &str, detail: &str) -> Failure {
    let message = say!(
        "Henvendelsen kan ikke leses. Rett filen og prøv igjen.",
        "Førespurnaden kan ikkje lesast. Rett fila og prøv igjen.",
        "The request cannot be read. Correct the file and try again.",
    );
    Failure::new(Exit::NotWellFormed, "invalid-request", message).with_fields(vec![FieldProblem {
        path: path.to_owned(),
        code: "unreadable".to_owned(),
        message: detail.to_owned(),
    }])
}
