//! Letters as the desk shows them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::delivery::{self, ChoiceAnswer, DeliveryAnswer, LetterRecipient};
use super::labels;
use super::spoken::{say, spoken};
use crate::casework::access::{Permission, User};
use crate::casework::channel::{Recipient, SendChannel};
use crate::casework::letter::gate::barred;
use crate::casework::letter::input::SecondPerson;
use crate::casework::letter::words::{capacity, neutral_title};
use crate::casework::letter::{self, SectionView};
use crate::casework::request::{Approval, LetterIssued, Verdict};
use crate::usecase::ports::LetterDraft;
use crate::usecase::{Composition, Opened, Rules};

/// A letter that somebody wants.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct LetterInput {
    pub cases: Vec<String>,
    pub kind: String,
    pub fields: BTreeMap<String, String>,
    pub send: Option<String>,
    /// `person` or `representant`; None leaves it to the rules.
    pub to: Option<String>,
    /// Who gets the same letter as well: `person` or `representant`.
    #[ts(as = "Option<Vec<String>>", optional)]
    pub copies: Vec<String>,
    pub dated_on: Option<String>,
    pub if_version: Option<u32>,
    /// The number of the letter that it corrects.
    pub corrects: Option<String>,
}

/// An issued letter.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct LetterAnswer {
    pub letter: String,
    pub cases: Vec<String>,
    pub kind: String,
    pub kind_label: String,
    pub language: String,
    pub dated_on: String,
    pub channel: String,
    pub channel_label: String,
    pub pages: u32,
    /// `None` once the letter is erased.
    pub sha256: Option<String>,
    pub file: Option<String>,
    pub supersedes: Option<String>,
    /// Whether a letter of this kind is corrected by a new one.
    pub correctable: bool,
    /// What it is called outside itself, in a digital mailbox for instance. It names the office and the number alone.
    pub message_title: String,
    /// The name of its file.
    pub file_name: String,
    /// Everybody who gets it, its addressee first.
    pub recipients: Vec<LetterRecipient>,
    /// What became of it on its way, oldest first.
    pub deliveries: Vec<DeliveryAnswer>,
    /// How it is settled who it is handed to.
    pub identities: Vec<ChoiceAnswer>,
}

impl LetterAnswer {
    /// An issued letter of a request, as it is on a day. `file` is for whoever writes its bytes to fill in.
    #[must_use]
    pub fn of(opened: &Opened, issued: &LetterIssued, rules: &Rules, today: NaiveDate) -> Self {
        let request = opened.number;
        let number = request.document(issued.sequence).to_string();
        let office = rules.sender_names();
        Self {
            message_title: neutral_title(office.get(issued.language), &number, issued.language),
            file_name: format!("{}.pdf", number.replace('/', "-")),
            recipients: delivery::recipients(opened, issued, rules, today),
            deliveries: delivery::deliveries(opened, issued),
            identities: delivery::identities(),
            letter: number,
            cases: issued.cases.iter().map(|case| request.case(*case).to_string()).collect(),
            kind: issued.kind.id().to_owned(),
            kind_label: labels::letter_kind(issued.kind),
            language: issued.language.code().to_owned(),
            dated_on: issued.dated_on.to_string(),
            channel: issued.channel.id().to_owned(),
            channel_label: labels::send_channel(issued.channel),
            pages: issued.pages,
            sha256: opened.words(issued.digest).map(str::to_owned),
            file: None,
            supersedes: issued.supersedes.map(|sequence| request.document(sequence).to_string()),
            correctable: issued.kind.is_corrected(),
        }
    }
}

/// To whom a letter goes.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct RecipientAnswer {
    /// None where nobody is named.
    pub name: Option<String>,
    /// `person`, the representative's capacity, or `body` for the body that a claim is sent on to.
    pub role: String,
}

/// A check of the gate that fails.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct LetterProblem {
    pub check: String,
    pub message: String,
    pub todo: String,
}

/// A check of the gate with its verdict.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct GateAnswer {
    pub check: String,
    pub label: String,
    pub ok: bool,
    pub message: String,
    /// What to do, where it fails.
    pub todo: Option<String>,
    pub field: Option<String>,
}

/// A field that a person fills in.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct LetterFieldAnswer {
    pub id: String,
    pub label: String,
    pub value: String,
    pub required: bool,
    pub multiline: bool,
    pub missing: bool,
}

/// A section of the letter.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct SectionAnswer {
    pub id: String,
    pub label: String,
    pub fixed: bool,
    pub fields: Vec<LetterFieldAnswer>,
    pub text: String,
}

/// A way to send it.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct SendAnswer {
    pub id: String,
    pub label: String,
}

/// What a second person has said of a letter.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ApprovalAnswer {
    /// `not-needed`, `not-asked`, `asked`, `sent-back`, `changed` or `approved`.
    pub state: String,
    /// Who asked.
    pub asked_by: Option<String>,
    /// Who approved it, or sent it back.
    pub by: Option<String>,
    /// What has to be mended, where it was sent back.
    pub reason: Option<String>,
    /// Whether nothing but the approval stops the letter, so that it can be asked for.
    pub can_ask: bool,
    /// Whether whoever looks may approve it or send it back.
    pub may_answer: bool,
}

impl ApprovalAnswer {
    fn of(composition: &Composition, user: &User) -> Self {
        let state = &composition.input.second_person;
        let approval = composition.approval();
        let (by, reason) = match approval.map(|approval| &approval.verdict) {
            Some(Verdict::Approved { by, .. }) => (Some(by.clone()), None),
            Some(Verdict::SentBack { by, reason }) => {
                (Some(by.clone()), composition.opened.words(*reason).map(str::to_owned))
            }
            Some(Verdict::Asked) | None => (None, None),
        };
        let asked = *state == SecondPerson::Asked;
        let missing = matches!(
            state,
            SecondPerson::NotAsked | SecondPerson::Asked | SecondPerson::SentBack | SecondPerson::ChangedSince
        );
        Self {
            state: match state {
                SecondPerson::NotNeeded => "not-needed",
                SecondPerson::NotAsked => "not-asked",
                SecondPerson::Asked => "asked",
                SecondPerson::SentBack => "sent-back",
                SecondPerson::ChangedSince => "changed",
                SecondPerson::Approved(_) => "approved",
            }
            .to_owned(),
            asked_by: approval.map(|approval| approval.asked_by.clone()),
            by,
            reason,
            can_ask: missing && composition.is_ready_but_for_approval(),
            may_answer: asked
                && user.role.may(Permission::Approve)
                && approval.is_some_and(|approval| approval.asked_by != user.name),
        }
    }
}

/// A letter that waits for a second person, or was sent back by one, with what was filled in.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct PendingLetterAnswer {
    pub kind: String,
    pub kind_label: String,
    pub cases: Vec<String>,
    pub fields: BTreeMap<String, String>,
    pub send: Option<String>,
    pub to: Option<String>,
    pub copies: Vec<String>,
    pub corrects: Option<String>,
    /// `asked`, `sent-back` or `approved`.
    pub state: String,
    pub asked_by: String,
    pub asked_on: String,
}

impl PendingLetterAnswer {
    /// A letter that was put before a second person.
    #[must_use]
    pub fn of(approval: &Approval, draft: &LetterDraft) -> Self {
        let request = draft.cases.first().map(|case| case.request);
        Self {
            kind: approval.kind.id().to_owned(),
            kind_label: labels::letter_kind(approval.kind),
            cases: draft.cases.iter().map(ToString::to_string).collect(),
            fields: draft.fields.clone(),
            send: draft.send.map(|send| send.id().to_owned()),
            to: draft.to.map(|to| to.id().to_owned()),
            copies: draft.copies.iter().map(|to| to.id().to_owned()).collect(),
            corrects: request.zip(draft.corrects).map(|(request, sequence)| request.document(sequence).to_string()),
            state: match approval.verdict {
                Verdict::Asked => "asked",
                Verdict::Approved { .. } => "approved",
                Verdict::SentBack { .. } => "sent-back",
            }
            .to_owned(),
            asked_by: approval.asked_by.clone(),
            asked_on: approval.asked_on.to_string(),
        }
    }
}

/// Somebody who can be chosen to get the letter.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct RecipientChoice {
    pub id: String,
    /// The capacity in words.
    pub label: String,
    /// Whether they get a copy.
    pub copy: bool,
    /// Why they may not have the letter.
    pub barred: Option<String>,
}

/// A composed letter.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ComposedAnswer {
    pub draft: Option<String>,
    pub kind: String,
    pub kind_label: String,
    pub language: String,
    pub recipient: RecipientAnswer,
    pub title: String,
    pub text: String,
    pub problems: Vec<LetterProblem>,
    pub sections: Vec<SectionAnswer>,
    /// What goes with the letter, as it is listed at its end.
    pub attachments: Vec<String>,
    pub checks: Vec<GateAnswer>,
    pub approval: ApprovalAnswer,
    /// The number of the letter that it corrects.
    pub corrects: Option<String>,
    pub send: String,
    pub sends: Vec<SendAnswer>,
    /// What it is called outside itself once it is issued.
    pub message_title: String,
    /// Whom it goes to: `person`, `representant` or `virksomhet`.
    pub to: String,
    /// Whom it could go to, or get a copy of, each with why not. Empty where there is nothing to choose.
    pub choices: Vec<RecipientChoice>,
    pub dated_on: String,
    pub version: u32,
}

impl ComposedAnswer {
    /// A composition in words. `draft` is the identifier under which it is kept, where it is.
    #[must_use]
    pub fn of(composition: &Composition, draft: Option<String>, user: &User) -> Self {
        let refused = composition.refusals.iter().map(|refusal| GateAnswer {
            check: refusal.code.id().to_owned(),
            label: say!(
                "Brevet kan sendes i saken nå",
                "Brevet kan sendast i saka no",
                "The letter can be sent in the case now",
            )
            .to_owned(),
            ok: false,
            message: refusal.message.get(spoken()).to_owned(),
            todo: None,
            field: refusal.field.clone(),
        });
        let checks: Vec<GateAnswer> = refused
            .chain(composition.checks.iter().map(|check| GateAnswer {
                check: check.check.id().to_owned(),
                label: check.check.label().get(spoken()).to_owned(),
                ok: check.ok,
                message: check.message.get(spoken()).to_owned(),
                todo: check.todo.as_ref().map(|todo| todo.get(spoken()).to_owned()),
                field: check.field.clone(),
            }))
            .collect();
        let input = &composition.input;
        let (name, role) = match (input.to(), &input.representative) {
            (Recipient::Body, _) => (composition.composed.letter.recipient.first(), "body"),
            (Recipient::Representative, Some(representative)) => (Some(&representative.name), representative.kind.id()),
            (Recipient::Person | Recipient::Representative, _) => (Some(&input.person.name), "person"),
        };
        let recipient = RecipientAnswer { name: name.filter(|name| !name.is_empty()).cloned(), role: role.to_owned() };
        Self {
            draft,
            kind: input.kind.id().to_owned(),
            kind_label: labels::letter_kind(input.kind),
            language: input.language.code().to_owned(),
            recipient,
            title: composition.composed.letter.heading.clone(),
            text: composition.composed.letter.to_text(),
            problems: checks
                .iter()
                .filter(|check| !check.ok)
                .map(|check| LetterProblem {
                    check: check.check.clone(),
                    message: check.message.clone(),
                    todo: check.todo.clone().unwrap_or_default(),
                })
                .collect(),
            sections: composition.composed.sections.iter().map(section).collect(),
            attachments: composition.composed.letter.attachments.clone(),
            checks,
            approval: ApprovalAnswer::of(composition, user),
            corrects: input.corrects.as_ref().map(|corrected| corrected.number.clone()),
            send: input.send.id().to_owned(),
            message_title: composition.composed.letter.title.clone(),
            to: input.to().id().to_owned(),
            choices: choices(input),
            sends: SendChannel::ALL
                .into_iter()
                .map(|send| SendAnswer { id: send.id().to_owned(), label: labels::send_channel(send) })
                .collect(),
            dated_on: input.dated_on.to_string(),
            version: composition.opened.request.version,
        }
    }
}

/// Whom the letter can be addressed to, where somebody acts for the person.
fn choices(input: &letter::LetterInput) -> Vec<RecipientChoice> {
    let Some(acting) = input.representative.as_ref().filter(|_| !input.kind.goes_to_body()) else { return Vec::new() };
    [(Recipient::Representative, capacity(acting.kind)), (Recipient::Person, Recipient::Person.label())]
        .into_iter()
        .map(|(to, label)| RecipientChoice {
            id: to.id().to_owned(),
            label: label.get(spoken()).to_owned(),
            copy: input.copies.iter().any(|copy| copy.to == to),
            barred: barred(input, to).map(|(message, _)| message.get(spoken()).to_owned()),
        })
        .collect()
}

fn section(section: &SectionView) -> SectionAnswer {
    SectionAnswer {
        id: section.id.clone(),
        label: section.label.get(spoken()).to_owned(),
        fixed: section.fixed,
        fields: section
            .fields
            .iter()
            .map(|field| LetterFieldAnswer {
                id: field.id.clone(),
                label: field.label.get(spoken()).to_owned(),
                value: field.value.clone(),
                required: field.required,
                multiline: field.multiline,
                missing: field.missing,
            })
            .collect(),
        text: section.text.clone(),
    }
}
