//! All that a letter may know: plain data that the request, the catalogue and the office are mapped onto.

mod access;

use std::collections::BTreeMap;

use chrono::NaiveDate;

pub use access::{AccessLog, CaseAccess, LogColumn, LogEntry, OtherCase, OtherState, ReportFile};

pub use crate::casework::channel::{Channel, LetterCopy, Reach, Recipient, SendChannel};
pub use crate::casework::person::{IdentityStatus, OutOfAuthority, Protection, RepresentativeKind};
pub use crate::law::deadline::{ExtensionReason, PauseGround};
pub use crate::law::rights::Mode;
use crate::law::rights::{Outcome, Right, Track};
use crate::wording::{Language, Trilingual};

use super::field::Field;
use super::kind::{Addressee, LetterKind};
use super::letterhead::LetterheadLogo;

/// A letter to be composed: who writes to whom, about which cases, in which language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterInput {
    /// What the letter is for.
    pub kind: LetterKind,
    /// The language of the letter.
    pub language: Language,
    /// The language of the request, which the letter must follow (språklova § 15).
    pub request_language: Language,
    /// The number of the request, for example `2026/00012`.
    pub request_number: String,
    /// The number of the letter itself, once it has one, for example `2026/00012-1`.
    pub document_number: Option<String>,
    /// The cases that the letter is about; never none.
    pub cases: Vec<LetterCase>,
    /// The other cases of the request about access, which an answer on access names.
    pub other_cases: Vec<OtherCase>,
    /// The person whose data it is.
    pub person: LetterPerson,
    /// Who acts for the person; letters then go to them (forvaltningsloven § 12).
    pub representative: Option<LetterRepresentative>,
    /// Whether the letter goes to the person all the same: the person may demand that, and somebody may be barred.
    pub to_person: bool,
    /// Who gets the same letter beside whoever it is addressed to.
    pub copies: Vec<LetterCopy>,
    /// Whether the parents are to be told, where that was asked when the request was registered.
    pub inform_parents: Option<bool>,
    /// The day on which the request arrived, in Norwegian local time.
    pub received_on: NaiveDate,
    /// How the request arrived.
    pub channel: Channel,
    /// Titles of what came with the request.
    pub attachments: Vec<String>,
    /// The person's own reference.
    pub their_reference: Option<String>,
    /// Whether the office knows the person's e-mail address. That of whoever acts for the person is not kept.
    pub has_email: bool,
    /// Whether the office knows the person's identity number, which a digital mailbox needs. That of whoever acts for the
    /// person is not kept, and a digital mailbox is its owner's alone (eForvaltningsforskriften § 10).
    pub has_identity_number: bool,
    /// What is known about who sent the request.
    pub identity: IdentityStatus,
    /// The date of the letter.
    pub dated_on: NaiveDate,
    /// The day by which the person is asked to answer, unless the caseworker fills in another; see [`Self::reply_by`].
    pub reply_by_on: Option<NaiveDate>,
    /// How the letter goes out.
    pub send: SendChannel,
    /// Who handles the case.
    pub caseworker: Official,
    /// What a second person has said of it.
    pub second_person: SecondPerson,
    /// The letter that it corrects.
    pub corrects: Option<CorrectedLetter>,
    /// The office that writes.
    pub office: LetterOffice,
    /// The body that the letter goes to, where its kind says which one and not the case's route: the appeals body,
    /// Nasjonalarkivet, or the recipient that a measure names.
    pub addressee: Option<LetterBody>,
    /// What the caseworker has filled in: id of the field (with `.a`, `.b` after it where the letter has several cases)
    /// and its text.
    pub fields: BTreeMap<String, String>,
}

impl LetterInput {
    /// Whom the letter is addressed to.
    #[must_use]
    pub fn to(&self) -> Recipient {
        if self.kind.goes_to_body() {
            Recipient::Body
        } else if self.representative.is_some() && !self.to_person {
            Recipient::Representative
        } else {
            Recipient::Person
        }
    }

    /// The ways in which somebody can be reached. A body has an address that the office knows or finds.
    #[must_use]
    pub fn reach(&self, to: Recipient) -> Reach {
        let open = self.person.protection == Protection::None;
        match to {
            Recipient::Person => Reach {
                post: open && !self.person.address_lines.is_empty(),
                mailbox: open && self.has_identity_number,
                email: open && self.has_email,
            },
            Recipient::Representative => {
                let lines = self.representative.iter().flat_map(|representative| &representative.address_lines);
                Reach { post: open && lines.count() > 0, mailbox: false, email: false }
            }
            Recipient::Body => Reach { post: true, mailbox: false, email: true },
        }
    }

    /// The day by which the person is asked to answer: the one that the caseworker filled in, else the usual one.
    #[must_use]
    pub fn reply_by(&self) -> Option<NaiveDate> {
        self.filled_date(Field::ReplyByOn).or(self.reply_by_on)
    }

    /// The first day on which our period stands still in a case: because of what this letter asks, or of what is not
    /// answered; `None` where nothing is asked.
    #[must_use]
    pub fn paused_from_on(&self, case: &LetterCase) -> Option<NaiveDate> {
        let asks = |ground| self.reply_by().map(|reply_by_on| paused_from_on(ground, self.dated_on, reply_by_on));
        match self.kind.asks_for(case.right) {
            Some(ground) => asks(ground),
            None => case.questions.iter().map(OpenQuestion::paused_from_on).min(),
        }
    }

    /// Whether our period stands still because of it: a pause that begins after the last day changes nothing.
    #[must_use]
    pub fn pause_counts(&self, case: &LetterCase) -> bool {
        match (self.paused_from_on(case), case.due) {
            (Some(from_on), Some(due)) => from_on <= due.due_on,
            (Some(_), None) => true,
            (None, _) => false,
        }
    }

    /// Whether some of the answers in the letter are enkeltvedtak and some are not.
    #[must_use]
    pub fn has_mixed_decisions(&self) -> bool {
        let decisions = self.cases.iter().filter(|case| case.individual_decision).count();
        decisions > 0 && decisions < self.cases.len()
    }

    /// The recipient that the letter goes to: the one that the caseworker filled in, else the one that a measure names.
    #[must_use]
    pub fn recipient(&self) -> Vec<String> {
        let typed = self.fields.get(Field::Recipient.id()).filter(|text| !text.trim().is_empty());
        match (typed, &self.addressee) {
            (Some(text), _) => lines_of(text),
            (None, Some(body)) => {
                std::iter::once(body.names.get(self.language).to_owned()).chain(body.address_lines.clone()).collect()
            }
            (None, None) => Vec::new(),
        }
    }

    /// The open measure of a case that the letter carries out: the one that was filled in, else the one that names the
    /// letter's recipient. `None` for letters that carry out none.
    #[must_use]
    pub fn carries_out<'a>(&self, case: &'a LetterCase) -> Option<&'a RecipientMeasure> {
        if self.kind.addressee() != Addressee::Recipient {
            return None;
        }
        let named = self.fields.get(Field::Measure.id()).map(|text| text.trim()).filter(|text| !text.is_empty());
        let to = self.recipient().into_iter().next();
        case.recipient_measures.iter().find(|measure| match named {
            Some(id) => measure.id.eq_ignore_ascii_case(id),
            None => measure.recipient.first().zip(to.as_ref()).is_some_and(|(one, other)| same_name(one, other)),
        })
    }

    /// Whether the caseworker has filled in on which day the person agreed to the claim being sent on.
    #[must_use]
    pub fn agreed(&self) -> bool {
        self.filled_date(Field::ConsentOn).is_some()
    }

    /// What the caseworker filled in for one case, or for all.
    #[must_use]
    pub fn filled_for(&self, field: Field, case: &LetterCase) -> Option<&str> {
        let own = self.fields.get(&format!("{}.{}", field.id(), case.letter()));
        own.or_else(|| self.fields.get(field.id())).map(|text| text.trim()).filter(|text| !text.is_empty())
    }

    /// A day that the caseworker filled in; `None` if there is none, or if it is not written as a date.
    #[must_use]
    pub fn filled_date(&self, field: Field) -> Option<NaiveDate> {
        date(self.fields.get(field.id())?)
    }
}

/// What a second person has said of a letter (totrinnskontroll).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecondPerson {
    /// The letter needs no approval, and has none.
    NotNeeded,
    /// It needs approval, and nobody has been asked.
    NotAsked,
    /// Somebody has been asked.
    Asked,
    /// It was sent back.
    SentBack,
    /// It says something else than what was approved.
    ChangedSince,
    /// It was approved.
    Approved(Official),
}

impl SecondPerson {
    /// Who has approved the letter as it is.
    #[must_use]
    pub fn approved_by(&self) -> Option<&Official> {
        match self {
            Self::Approved(official) => Some(official),
            Self::NotNeeded | Self::NotAsked | Self::Asked | Self::SentBack | Self::ChangedSince => None,
        }
    }
}

/// A letter that another one corrects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectedLetter {
    /// Its number.
    pub number: String,
    /// Its date.
    pub dated_on: NaiveDate,
}

/// A date as the screen or a file gives it: `2026-03-02` or 02.03.2026.
#[must_use]
pub fn date(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    NaiveDate::parse_from_str(text, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(text, "%d.%m.%Y")).ok()
}

/// The lines of a text that are not empty.
fn lines_of(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn same_name(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// Whom a measure for a recipient names, a line each: what was written, without «Si fra til» before it. `None` where it is a
/// sentence on what is to be done, which names nobody that a letter could be addressed to.
#[must_use]
pub fn recipient_named(text: &str) -> Option<Vec<String>> {
    const OPENINGS: [&str; 8] = [
        "si fra til ",
        "sei frå til ",
        "gi beskjed til ",
        "gje beskjed til ",
        "gi melding til ",
        "varsle ",
        "tell ",
        "notify ",
    ];
    const LONGEST_NAME: usize = 60;
    let mut lines = lines_of(text);
    let first = lines.first_mut()?;
    let lower = first.to_lowercase();
    if let Some(opening) = OPENINGS.iter().find(|opening| lower.starts_with(**opening)) {
        *first = first.chars().skip(opening.chars().count()).collect();
    }
    let is_name = first.chars().next().is_some_and(char::is_uppercase)
        && first.chars().count() <= LONGEST_NAME
        && !first.ends_with(['.', '!', '?', ':']);
    is_name.then_some(lines)
}

/// An open measure of a case for somebody who was given the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecipientMeasure {
    /// Its number, or `underretning` for the one that follows from the decision.
    pub id: String,
    /// Whom it names: the name, and the address as far as it is given, a line each.
    pub recipient: Vec<String>,
}

/// A letter that told the answer in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerLetter {
    /// Its number, for example `2026/00012-3`.
    pub number: String,
    /// Its date.
    pub dated_on: NaiveDate,
}

/// A case, as far as a letter tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterCase {
    /// Its number, for example `2026/00012-a`.
    pub number: String,
    /// The register.
    pub register: LetterRegister,
    /// What is claimed.
    pub right: Right,
    /// The set of rules it follows.
    pub track: Track,
    /// Who is responsible, where that is another body.
    pub handled_by: Option<LetterBody>,
    /// How the claim reaches that body, on the track `forward`.
    pub mode: Option<Mode>,
    /// The day on which the claim was sent to that body, once it was.
    pub sent_on: Option<NaiveDate>,
    /// How it ended, once decided.
    pub outcome: Option<Outcome>,
    /// Whether the answer is an enkeltvedtak (forvaltningsloven § 2), so that forvaltningsklage is open.
    pub individual_decision: bool,
    /// The reasons given with the decision.
    pub reasons: Option<String>,
    /// The legal basis of the decision, as it is to stand in the letter.
    pub legal_basis: Vec<LegalBasis>,
    /// What the person is told of each ground that the outcome rests on.
    pub decision_grounds: Vec<Trilingual>,
    /// Whether the person has said why: in the request, as an answer, or as the checklist has it.
    pub grounds_given: bool,
    /// Whether the person has given what shows it, in the same ways.
    pub documents_given: bool,
    /// The date of answer as computed now; none while the clock stands still.
    pub due: Option<DueDate>,
    /// Whether the office is the controller of this register on the letter's date.
    pub office_is_controller: bool,
    /// Why the office answers although it is not the controller.
    pub controller_note: Option<String>,
    /// The questions that are not answered, in the order in which they were asked.
    pub questions: Vec<OpenQuestion>,
    /// The longer deadline that is proposed or in force.
    pub extension: Option<LetterExtension>,
    /// The last letter that told the answer, once it was sent.
    pub answer: Option<AnswerLetter>,
    /// The day on which the decision was carried out in the register, once it was.
    pub carried_out_on: Option<NaiveDate>,
    /// The open measures for those who were given the data.
    pub recipient_measures: Vec<RecipientMeasure>,
    /// What an answer on access gives, and what it tells of the register; only in such an answer.
    pub access: Option<CaseAccess>,
    /// Whether the catalogue demands that the answer goes by registered post.
    pub answer_registered: bool,
    /// The appeal that a letter sends on, as it is registered.
    pub complaint: Option<LetterComplaint>,
}

/// An appeal, as far as a letter that sends it on tells of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LetterComplaint {
    /// The day on which it came.
    pub received_on: NaiveDate,
    /// Whether it came in time; `None` where nobody knows.
    pub in_time: Option<bool>,
}

/// A question that is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenQuestion {
    /// What was asked for.
    pub ground: PauseGround,
    /// When.
    pub asked_on: NaiveDate,
    /// By when an answer was asked for first; what the question does to the dates follows from it.
    pub reply_by_on: NaiveDate,
    /// By when an answer was asked for last: in a reminder, or else first.
    pub last_reply_by_on: NaiveDate,
}

impl OpenQuestion {
    /// The first day on which our period stands still because of it: the day of the question, or, for § 25 documentation,
    /// the day after the person was to have answered (forvaltningslovforskriften § 38).
    #[must_use]
    pub fn paused_from_on(&self) -> NaiveDate {
        paused_from_on(self.ground, self.asked_on, self.reply_by_on)
    }
}

/// The first day on which our period stands still because of a question, if it is not answered before.
#[must_use]
pub fn paused_from_on(ground: PauseGround, asked_on: NaiveDate, reply_by_on: NaiveDate) -> NaiveDate {
    match ground {
        PauseGround::Identity | PauseGround::Authority | PauseGround::Clarification => asked_on,
        PauseGround::Section25Documentation => reply_by_on.succ_opt().unwrap_or(reply_by_on),
    }
}

/// A longer deadline (GDPR Art. 12(3)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterExtension {
    /// Why, as the law knows it.
    pub reason: ExtensionReason,
    /// Why, in the caseworker's words to the person.
    pub text: Option<String>,
    /// When the person can expect the answer.
    pub expected_on: NaiveDate,
    /// The day on which the notice of it was sent, once it was.
    pub notice_on: Option<NaiveDate>,
    /// The last day on which the notice can be sent; none while the clock stands still.
    pub notice_due_on: Option<NaiveDate>,
    /// The last day for the answer without it.
    pub first_on: NaiveDate,
    /// The last day for the answer with it, where the notice goes on the letter's date.
    pub last_on: Option<NaiveDate>,
}

/// A body that a letter names or goes to, with how it is reached as far as a source gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterBody {
    /// Its name.
    pub names: Trilingual,
    /// Its postal address, a line each.
    pub address_lines: Vec<String>,
    /// Its telephone.
    pub telephone: Option<String>,
    /// Its web address.
    pub web: Option<String>,
}

impl LetterBody {
    /// A body of which nothing but the name is known.
    #[must_use]
    pub fn named(names: Trilingual) -> Self {
        Self { names, address_lines: Vec::new(), telephone: None, web: None }
    }
}

impl LetterCase {
    /// By when the person was asked to answer what is not answered: the latest day where there are several questions.
    #[must_use]
    pub fn reply_by_asked(&self) -> Option<NaiveDate> {
        self.questions.iter().map(|question| question.last_reply_by_on).max()
    }

    /// The last part of the number, which tells the cases of a request apart: `a`, `b` and so on.
    #[must_use]
    pub fn letter(&self) -> &str {
        self.number.rsplit('-').next().unwrap_or(&self.number)
    }
}

/// A register, as a letter names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterRegister {
    /// Its id in the catalogue.
    pub id: String,
    /// Its full name.
    pub names: Trilingual,
    /// Its abbreviation, for example `KPR`.
    pub short: Option<String>,
}

/// A rule that a decision rests on, with the time in which it is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalBasis {
    /// The rule, for example «helseregisterloven § 25».
    pub text: Trilingual,
    /// The first day on which it is in force, where that is known.
    pub valid_from: Option<NaiveDate>,
    /// The last day on which it is in force.
    pub valid_to: Option<NaiveDate>,
    /// Whether the person is told exactly this provision, also beside a wider one: it is what a refusal rests on
    /// (personopplysningsloven § 16 third paragraph).
    pub exact: bool,
}

/// The date of answer and what it is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueDate {
    /// The last day for the answer.
    pub due_on: NaiveDate,
    /// The same before it was moved to a working day.
    pub nominal_on: NaiveDate,
    /// Days in which the clock stood still.
    pub paused_days: u32,
    /// Whether two months have been added (GDPR Art. 12(3)).
    pub extended: bool,
}

/// The person whose data it is, as far as a letter shows it. Never an identity number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterPerson {
    /// The name.
    pub name: String,
    /// The postal address, a line each; empty if none was given or if it is protected.
    pub address_lines: Vec<String>,
    /// The country in English words, where it is not Norway.
    pub country: Option<String>,
    /// Protection of the address.
    pub protection: Protection,
    /// The age in full years on the letter's date, from the stated date of birth; `None` where none was stated.
    pub age: Option<u32>,
    /// Whether the person is dead.
    pub dead: bool,
}

/// Somebody who acts for the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterRepresentative {
    /// In which role.
    pub kind: RepresentativeKind,
    /// The name.
    pub name: String,
    /// The postal address, a line each.
    pub address_lines: Vec<String>,
    /// Why they may not act in all the cases of the letter on its date.
    pub against: Option<OutOfAuthority>,
}

/// Somebody who works at the office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Official {
    /// The name.
    pub name: String,
    /// The title, in the letter's language.
    pub title: String,
}

/// The office that writes, as it stands in the letterhead, the body and the footer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterOffice {
    /// Its name.
    pub names: Trilingual,
    /// Its postal address, a line each.
    pub address_lines: Vec<String>,
    /// Its organisation number.
    pub organisation_number: Option<String>,
    /// Its telephone.
    pub telephone: Option<String>,
    /// Its web address.
    pub web: Option<String>,
    /// Its e-mail address.
    pub email: Option<String>,
    /// How the personvernombud is reached.
    pub ombud_contact: String,
    /// The body that decides an appeal against an enkeltvedtak (forvaltningsloven § 28).
    pub complaint_body: Option<Trilingual>,
    /// Its logo.
    pub logo: Option<LetterheadLogo>,
}
