//! What a letter may know, taken from the request, the catalogue and the office.

use chrono::NaiveDate;

use super::letters::LetterRequest;
use super::reports::Brought;
use super::show::Opened;
use super::workplace::Rules;
use crate::casework::access::{Role, User};
use crate::casework::channel::{LetterCopy, Recipient, SendChannel};
use crate::casework::letter::LetterKind;
use crate::casework::letter::disclosure::RegisterDisclosure;
use crate::casework::letter::field::Field;
use crate::casework::letter::gate::barred;
use crate::casework::letter::input::{
    AnswerLetter, CaseAccess, CorrectedLetter, DueDate, LegalBasis, LetterBody, LetterCase, LetterComplaint,
    LetterExtension, LetterInput, LetterOffice, LetterPerson, LetterRegister, LetterRepresentative, Official,
    OpenQuestion, OtherCase, OtherState, RecipientMeasure, SecondPerson, recipient_named,
};
use crate::casework::letter::kind::Addressee;
use crate::casework::person::Address;
use crate::casework::projection::Given;
use crate::casework::request::{
    Case, CheckResult, ComplaintTiming, ExtensionBounds, MeasureFor, MeasureId, Phase, Suspension, usual_reply_by,
    usual_send_channel,
};
use crate::law::deadline;
use crate::law::organisation::Body;
use crate::law::register::{Ground, RegisterId};
use crate::law::rights::{Right, Track};
use crate::wording::countries::country;
use crate::wording::{Language, Trilingual};

/// The point of the checklist that asks what the register's report leaves out; where it does not apply, the person gets
/// everything.
const LEAVES_OUT: &str = "rapport-utelater";

/// The language of a letter: the person's (språklova § 15), but between Norwegian bodies Norwegian.
fn language_of(kind: LetterKind, of_request: Language) -> Language {
    match of_request {
        Language::En if kind.goes_to_body() => Language::Nb,
        Language::Nb | Language::Nn | Language::En => of_request,
    }
}

/// The input of a letter; `None` once the person's row is erased.
pub(super) fn of(
    rules: &Rules,
    user: &User,
    opened: &Opened,
    wanted: &LetterRequest,
    mut brought: Brought,
    today: NaiveDate,
) -> Option<LetterInput> {
    let person = opened.person()?;
    let registered = &opened.request.registered;
    let dated_on = wanted.dated_on.unwrap_or(today);
    let language = language_of(wanted.kind, registered.language);
    let mut input = LetterInput {
        kind: wanted.kind,
        language,
        request_language: language,
        request_number: opened.number.to_string(),
        document_number: Some(opened.number.document(opened.request.next_document()).to_string()),
        cases: wanted
            .cases
            .iter()
            .filter_map(|number| opened.request.case(number.letter))
            .map(|case| LetterCase {
                access: (wanted.kind == LetterKind::AccessAnswer)
                    .then(|| access(rules, case, brought.remove(&case.opened.case), dated_on)),
                ..letter_case(rules, opened, case, dated_on)
            })
            .collect(),
        other_cases: other_cases(rules, opened, wanted, dated_on),
        person: LetterPerson {
            name: person.name.clone().unwrap_or_default(),
            address_lines: person.address.as_ref().map(|address| address.lines().to_vec()).unwrap_or_default(),
            country: person.address.as_ref().and_then(foreign_country),
            protection: person.protection,
            age: person.born_on.and_then(|born_on| dated_on.years_since(born_on)),
            dead: person.deceased_on.is_some(),
        },
        to_person: wanted.to == Some(Recipient::Person),
        copies: Vec::new(),
        inform_parents: opened.request.inform_parents,
        representative: opened.representative().map(|representative| LetterRepresentative {
            kind: representative.kind,
            name: representative.name.clone(),
            address_lines: representative.address.as_ref().map(|address| address.lines().to_vec()).unwrap_or_default(),
            against: representative.against(claims(opened, wanted), dated_on),
        }),
        received_on: registered.received_on,
        channel: registered.channel,
        attachments: opened.attachments().iter().map(|attachment| attachment.title.clone()).collect(),
        their_reference: registered.their_reference.and_then(|id| opened.words(id)).map(str::to_owned),
        has_email: opened.has_email(),
        has_identity_number: person.identity_number.is_some(),
        identity: opened.request.identity,
        dated_on,
        reply_by_on: wanted.kind.asks().then(|| usual_reply_by(dated_on)),
        send: SendChannel::Letter,
        caseworker: official(user, language),
        second_person: SecondPerson::NotNeeded,
        corrects: wanted.corrects.and_then(|sequence| opened.request.letter(sequence)).map(|letter| CorrectedLetter {
            number: opened.number.document(letter.sequence).to_string(),
            dated_on: letter.dated_on,
        }),
        office: office(rules),
        addressee: addressee(rules, opened, wanted),
        fields: wanted.fields.clone(),
    };
    input.reply_by_on = input.reply_by().filter(|_| wanted.kind.asks());
    if wanted.to.is_none() && input.to() == Recipient::Representative {
        // Whoever may not have it does not get it because nobody chose.
        input.to_person = barred(&input, Recipient::Representative).is_some();
    }
    input.send = wanted.send.unwrap_or_else(|| usual_channel(opened, &input));
    let copies = if wanted.kind.addressee() == Addressee::AppealBody && wanted.copies.is_empty() {
        vec![appellant(&input)]
    } else {
        wanted.copies.clone()
    };
    input.copies = copies.into_iter().map(|to| copy(&input, to)).collect();
    Some(input)
}

/// The claims that a letter is about.
fn claims<'a>(opened: &'a Opened, wanted: &'a LetterRequest) -> impl Iterator<Item = (&'a RegisterId, Right)> {
    let cases = wanted.cases.iter().filter_map(|number| opened.request.case(number.letter));
    cases.map(|case| (&case.opened.register, case.opened.right))
}

/// How the letter goes out if nobody says otherwise.
fn usual_channel(opened: &Opened, input: &LetterInput) -> SendChannel {
    let protected = input.person.protection.is_protected();
    let registered = input.kind.tells_outcome() && input.cases.iter().any(|case| case.answer_registered);
    if registered && !protected {
        SendChannel::RegisteredPost
    } else if input.kind.goes_to_body() && !protected {
        SendChannel::Letter
    } else {
        usual_send_channel(&opened.request.registered, input.to(), input.reach(input.to()))
    }
}

/// Who gets a copy of what is written to the appeals body: whoever acts for the person if they may have it, or the person.
fn appellant(input: &LetterInput) -> Recipient {
    match barred(input, Recipient::Representative) {
        None => Recipient::Representative,
        Some(_) => Recipient::Person,
    }
}

/// A copy goes as the letter does where it can, else by post, else to the person's own digital mailbox.
fn copy(input: &LetterInput, to: Recipient) -> LetterCopy {
    let ways = [input.send, SendChannel::Letter, SendChannel::DigitalMailbox];
    let reach = input.reach(to);
    let channel = if input.person.protection.is_protected() {
        SendChannel::HandedOver
    } else {
        ways.into_iter().find(|channel| reach.by(*channel)).unwrap_or(SendChannel::Letter)
    };
    LetterCopy { to, channel }
}

fn letter_case(rules: &Rules, opened: &Opened, case: &Case, dated_on: NaiveDate) -> LetterCase {
    let registered = &opened.request.registered;
    let pauses = case.suspensions.pauses(dated_on);
    let deadline = deadline::compute(&case.deadline_input(registered, &pauses));
    let decision = case.decision.as_ref();
    let handled_here = case.opened.route.handled_by == rules.office.body;
    let (grounds_given, documents_given) = given(opened, case);
    LetterCase {
        number: opened.number.case(case.opened.case).to_string(),
        register: letter_register(rules, case),
        right: case.opened.right,
        track: case.opened.route.track,
        handled_by: (!handled_here)
            .then(|| rules.catalogue.body(&case.opened.route.handled_by).map(responsible))
            .flatten(),
        mode: case.opened.route.mode,
        sent_on: sent_on(opened, case),
        outcome: decision.map(|decision| decision.outcome),
        individual_decision: case.is_individual_decision(),
        reasons: decision.and_then(|decision| opened.words(decision.reasons)).map(str::to_owned),
        legal_basis: legal_basis(rules, opened, case),
        decision_grounds: grounds(rules, case).map(|ground| ground.letter.clone()).collect(),
        grounds_given,
        documents_given,
        due: deadline.due_on.map(|due_on| DueDate {
            due_on,
            nominal_on: deadline.nominal_on,
            paused_days: deadline.suspended_days,
            extended: deadline.extended,
        }),
        office_is_controller: handled_here,
        controller_note: None,
        questions: case.suspensions.open().map(question).collect(),
        extension: extension(opened, case, dated_on),
        answer: opened.request.answer(case.opened.case).map(|letter| AnswerLetter {
            number: opened.number.document(letter.sequence).to_string(),
            dated_on: letter.dated_on,
        }),
        carried_out_on: case.carried_out_on(),
        recipient_measures: recipient_measures(opened, case),
        access: None,
        answer_registered: case.answer_registered(),
        complaint: letter_complaint(opened, case),
    }
}

/// The appeal that is to be sent on, or was, as it is registered.
fn letter_complaint(opened: &Opened, case: &Case) -> Option<LetterComplaint> {
    let complaint = opened.request.appeal_in_letter(case.opened.case)?;
    let in_time = match opened.request.complaint_timing(complaint)? {
        ComplaintTiming::InTime => Some(true),
        ComplaintTiming::Late(_) => Some(false),
        ComplaintTiming::Unknown => None,
    };
    Some(LetterComplaint { received_on: complaint.received.received_on, in_time })
}

/// What an answer on access in a case gives, and what it tells of the register on the letter's date.
fn access(rules: &Rules, case: &Case, brought: Option<CaseAccess>, dated_on: NaiveDate) -> CaseAccess {
    let register = rules.catalogue.get(&case.opened.register);
    let facts = &case.opened.facts;
    let disclosure = register
        .map(|register| RegisterDisclosure::of(&rules.catalogue, &rules.office, register, facts, dated_on))
        .unwrap_or_default();
    let leaves_out = case.checks.get(LEAVES_OUT).map(|check| check.result);
    let complete = leaves_out == Some(CheckResult::NotApplicable);
    CaseAccess { disclosure, complete, ..brought.unwrap_or_default() }
}

/// The other cases of the request about access: those that come later, and those that were answered before.
fn other_cases(rules: &Rules, opened: &Opened, wanted: &LetterRequest, dated_on: NaiveDate) -> Vec<OtherCase> {
    let about_access = |case: &&Case| matches!(case.opened.right, Right::Access | Right::AccessLog);
    let elsewhere = |case: &&Case| wanted.cases.iter().all(|number| number.letter != case.opened.case);
    let ours = |case: &&Case| case.opened.route.track != Track::Forward;
    let others = opened.request.cases.iter().filter(about_access).filter(elsewhere).filter(ours);
    others
        .filter_map(|case| {
            let state = match case.phase {
                Phase::Open | Phase::Decided => {
                    OtherState::Later { due_on: opened.request.deadline(case, dated_on).due_on }
                }
                Phase::Answered | Phase::Closed => {
                    let answer = opened.request.answer(case.opened.case)?;
                    // A correction tells of what was sent before the letter that it corrects, as that letter did.
                    if wanted.corrects.is_some_and(|corrected| answer.sequence > corrected) {
                        return None;
                    }
                    let letter = opened.number.document(answer.sequence).to_string();
                    OtherState::Answered { letter, dated_on: answer.dated_on }
                }
                Phase::Forwarded { .. } | Phase::Withdrawn => return None,
            };
            Some(OtherCase { register: letter_register(rules, case), right: case.opened.right, state })
        })
        .collect()
}

fn letter_register(rules: &Rules, case: &Case) -> LetterRegister {
    let register = rules.catalogue.get(&case.opened.register);
    LetterRegister {
        id: case.opened.register.to_string(),
        names: register.map_or_else(|| plain(case.opened.register.as_str()), |register| register.names.clone()),
        short: register.map(|register| register.short.clone()),
    }
}

/// The open measures of a case for those who were given the data.
fn recipient_measures(opened: &Opened, case: &Case) -> Vec<RecipientMeasure> {
    let of = |measure: MeasureId| {
        let recipient = match measure {
            MeasureId::CarryOut => return None,
            MeasureId::Recipients => None,
            MeasureId::Added(_) => {
                let added = case.added_measure(measure).filter(|added| added.to == MeasureFor::Recipient)?;
                opened.words(added.text).and_then(recipient_named)
            }
        };
        Some(RecipientMeasure { id: measure.to_string(), recipient: recipient.unwrap_or_default() })
    };
    case.open_measures().filter_map(of).collect()
}

/// The body that a letter goes to, where its kind says which one. A recipient is the one that the only open measure with a
/// name names, or the measure that was filled in; where several could be meant, the caseworker says which.
fn addressee(rules: &Rules, opened: &Opened, wanted: &LetterRequest) -> Option<LetterBody> {
    match wanted.kind.addressee() {
        Addressee::Person | Addressee::Responsible => None,
        Addressee::AppealBody => {
            rules.office.appeal.as_ref().and_then(|appeal| rules.catalogue.body(&appeal.body)).map(responsible)
        }
        Addressee::NationalArchives => {
            NATIONAL_ARCHIVES.parse().ok().and_then(|body| rules.catalogue.body(&body)).map(responsible)
        }
        Addressee::Recipient => {
            let cases = wanted.cases.iter().filter_map(|number| opened.request.case(number.letter));
            let mut open: Vec<RecipientMeasure> = cases.flat_map(|case| recipient_measures(opened, case)).collect();
            let named = wanted.fields.get(Field::Measure.id()).map(|text| text.trim()).filter(|text| !text.is_empty());
            open.retain(|measure| {
                !measure.recipient.is_empty() && named.is_none_or(|id| measure.id.eq_ignore_ascii_case(id))
            });
            open.dedup_by(|one, other| one.recipient == other.recipient);
            let [only] = open.as_slice() else { return None };
            let (name, address) = only.recipient.split_first()?;
            Some(LetterBody { address_lines: address.to_vec(), ..LetterBody::named(plain(name)) })
        }
    }
}

/// The body that decides applications for destruction (arkivforskrifta § 43).
const NATIONAL_ARCHIVES: &str = "nasjonalarkivet";

/// Whether the person has given grounds, and what shows them. In a § 25 case it is as the lists have it: what whoever
/// works on the case found wanting may be asked for again.
fn given(opened: &Opened, case: &Case) -> (bool, bool) {
    let row = opened.rows().into_iter().find(|row| row.case == case.opened.case).and_then(|row| row.section_25);
    match row {
        Some(row) => (row.grounds == Given::Received, row.documents == Given::Received),
        None => (case.opened.grounds.is_some(), !opened.attachments().is_empty()),
    }
}

fn extension(opened: &Opened, case: &Case, dated_on: NaiveDate) -> Option<LetterExtension> {
    let extension = case.extension?;
    let ExtensionBounds { notice_due_on, first_on, last_on } = opened.request.extension_bounds(case, dated_on);
    Some(LetterExtension {
        reason: extension.reason,
        text: opened.words(extension.text).map(str::to_owned),
        expected_on: extension.expected_on,
        notice_on: extension.notice.map(|notice| notice.notice_on),
        notice_due_on,
        first_on,
        last_on,
    })
}

fn question(asked: &Suspension) -> OpenQuestion {
    OpenQuestion {
        ground: asked.ground,
        asked_on: asked.asked_on,
        reply_by_on: asked.reply_by_on,
        last_reply_by_on: asked.last_reply_by_on(),
    }
}

/// The day on which the claim went to the body that is responsible, with a letter of ours.
fn sent_on(opened: &Opened, case: &Case) -> Option<NaiveDate> {
    let mut letters = opened.request.letters.iter().rev();
    let with = letters.find(|letter| letter.kind.sends_claim_on() && letter.cases.contains(&case.opened.case));
    with.map(|letter| letter.dated_on)
}

/// The body that is responsible, as far as the catalogue knows how it is reached.
fn responsible(body: &Body) -> LetterBody {
    LetterBody {
        names: body.names.clone(),
        address_lines: body.address.clone(),
        telephone: body.telephone.clone(),
        web: body.web.clone(),
    }
}

/// What the case rests on: the provisions that the decision names, or those of its route where it names none.
fn legal_basis(rules: &Rules, opened: &Opened, case: &Case) -> Vec<LegalBasis> {
    let references = opened.route(case, rules).map(|route| route.legal_basis).unwrap_or_default();
    let chosen = case.decision.as_ref().map(|decision| decision.legal_basis.as_slice()).unwrap_or_default();
    let chosen = references.iter().filter(|reference| chosen.is_empty() || chosen.contains(&reference.id));
    let exact = grounds(rules, case).flat_map(|ground| ground.source.references());
    chosen
        .map(|reference| (reference, false))
        .chain(exact.map(|reference| (reference, true)))
        .map(|(reference, exact)| LegalBasis {
            text: reference.citation.clone(),
            valid_from: reference.validity.from(),
            valid_to: reference.validity.to(),
            exact,
        })
        .collect()
}

/// The grounds that the decision rests on, as far as the catalogue still has them.
fn grounds<'a>(rules: &'a Rules, case: &'a Case) -> impl Iterator<Item = &'a Ground> {
    let chosen = case.decision.as_ref().map(|decision| decision.grounds.as_slice()).unwrap_or_default();
    chosen.iter().filter_map(|id| rules.catalogue.ground(id))
}

fn office(rules: &Rules) -> LetterOffice {
    let body = rules.catalogue.body(&rules.office.body);
    LetterOffice {
        names: rules.sender_names(),
        logo: rules.templates.letterhead.logo.clone(),
        address_lines: body.map(|body| body.address.clone()).unwrap_or_default(),
        organisation_number: body.and_then(|body| body.organisation_number.clone()),
        telephone: body.and_then(|body| body.telephone.clone()),
        web: body.and_then(|body| body.web.clone()),
        email: body.and_then(|body| body.email.clone()),
        ombud_contact: rules.office.ombudsman.as_ref().map(|ombudsman| ombudsman.email.clone()).unwrap_or_default(),
        complaint_body: rules
            .office
            .appeal
            .as_ref()
            .and_then(|appeal| rules.catalogue.body(&appeal.body))
            .map(|body| body.names.clone()),
    }
}

/// A name that is the same in every language.
fn plain(text: &str) -> Trilingual {
    let text = text.to_owned();
    Trilingual { nb: text.clone().into(), nn: text.clone().into(), en: text.into() }
}

/// The country as it stands under an address abroad; Norway is left out.
fn foreign_country(address: &Address) -> Option<String> {
    let code = address.country();
    (code != "NO").then(|| country(code).unwrap_or(code).to_owned())
}

/// Somebody of the office, as they sign.
pub(super) fn official(user: &User, language: Language) -> Official {
    Official { name: user.name.clone(), title: title(user.role, language).to_owned() }
}

/// The title under a signature. Whoever administers the store signs letters as a caseworker.
fn title(role: Role, language: Language) -> &'static str {
    match (role, language) {
        (Role::Caseworker | Role::Administrator, Language::Nb) => "saksbehandler",
        (Role::Caseworker | Role::Administrator, Language::Nn) => "saksbehandlar",
        (Role::Caseworker | Role::Administrator, Language::En) => "case officer",
        (Role::Lead, Language::Nb) => "leder",
        (Role::Lead, Language::Nn) => "leiar",
        (Role::Lead, Language::En) => "head of section",
        (Role::Ombudsman, Language::Nb) => "personvernombud",
        (Role::Ombudsman, Language::Nn) => "personvernombod",
        (Role::Ombudsman, Language::En) => "data protection officer",
    }
}
