//! The values of fields.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::casework::letter::condition::has_address;
use crate::casework::letter::field::{Field, Filled};
use crate::casework::letter::input::{LetterBody, LetterCase, LetterInput, Recipient, date};
use crate::casework::letter::kind::Addressee;
use crate::casework::letter::words;
use crate::law::calendar::next_working_day;
use crate::wording::Language;
use crate::wording::dates::{date_in_words, long_date};

use super::access;

/// Where a field's value is looked for: the letter, and the case at hand.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub input: &'a LetterInput,
    /// The case at hand; none in the parts that are about the whole letter.
    pub case: Option<&'a LetterCase>,
}

impl<'a> Scope<'a> {
    /// The case at hand, or every one.
    pub fn cases(self) -> impl Iterator<Item = &'a LetterCase> {
        let all = if self.case.is_some() { &[] } else { self.input.cases.as_slice() };
        self.case.into_iter().chain(all)
    }

    /// The case at hand, or the first one.
    fn some_case(self) -> Option<&'a LetterCase> {
        self.case.or_else(|| self.input.cases.first())
    }

    /// The key under which a caseworker's text is kept.
    pub fn key(self, field: Field) -> String {
        match self.case {
            Some(case) if self.input.cases.len() > 1 && !field.is_of_letter() => {
                format!("{}.{}", field.id(), case.letter())
            }
            Some(_) | None => field.id().to_owned(),
        }
    }

    /// Whether a field has a value.
    pub fn has(self, field: Field) -> bool {
        self.value(field).is_some()
    }

    /// The value of a field; none if it lacks one.
    pub fn value(self, field: Field) -> Option<String> {
        let value = match field.filled() {
            Filled::ByProgram => self.known(field),
            Filled::Proposed => self.typed(field).or_else(|| self.known(field)),
            Filled::ByCaseworker | Filled::IfNeeded => self.typed(field),
        };
        value.filter(|text| !text.trim().is_empty())
    }

    /// What the caseworker has filled in; reasons come from the decision unless the letter has its own.
    fn typed(self, field: Field) -> Option<String> {
        let typed = self
            .input
            .fields
            .get(&self.key(field))
            .or_else(|| self.input.fields.get(field.id()))
            .map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty());
        match (typed, field) {
            (None, Field::Reasons) => self.some_case()?.reasons.clone(),
            (Some(text), Field::DoneOn | Field::ConsentOn | Field::ComplaintOn) => {
                Some(date(&text).map_or(text, |date| date_in_words(date, self.input.language)))
            }
            (Some(text), Field::ReplyByOn | Field::ExpectedOn | Field::LiftedOn) => {
                Some(date(&text).map_or(text, |date| long_date(date, self.input.language)))
            }
            (typed, _) => typed,
        }
    }

    fn known(self, field: Field) -> Option<String> {
        let input = self.input;
        let language = input.language;
        let case = self.some_case()?;
        match field {
            Field::RequestNumber => Some(input.request_number.clone()),
            Field::CaseNumber => Some(case.number.clone()),
            Field::ReceivedWhat => Some(words::received_what(input.channel, language).to_owned()),
            Field::ReceivedOn => Some(long_date(input.received_on, language)),
            Field::Demand => Some(words::demand(case.right, &words::register_name(&case.register, language), language)),
            Field::Register => Some(words::register_name(&case.register, language)),
            Field::RightNoun => Some(words::right_noun(case.right, language).to_owned()),
            Field::DueOn => case.due.map(|due| long_date(due.due_on, language)),
            Field::DueWhy => case.due.map(|due| words::due_why(due, input.received_on, language)),
            Field::ReplyByOn => input.reply_by_on.map(|date| long_date(date, language)),
            Field::PausedFromOn => input.paused_from_on(case).map(|day| long_date(day, language)),
            Field::AskedOn => asked_on(case, language),
            Field::AskedReplyByOn => case.reply_by_asked().map(|day| long_date(day, language)),
            Field::ExtensionReason => case.extension.as_ref().and_then(|extension| extension.text.clone()),
            Field::ExtensionExpectedOn => {
                case.extension.as_ref().map(|extension| long_date(extension.expected_on, language))
            }
            Field::ExtensionLastOn => case.extension.as_ref()?.last_on.map(|last_on| date_in_words(last_on, language)),
            Field::ReceivedHow => Some(words::received_how(input.channel, language).to_owned()),
            Field::RepresentativeName => {
                input.representative.as_ref().map(|representative| representative.name.clone())
            }
            Field::SentOn => case.sent_on.map(|day| date_in_words(day, language)),
            Field::BodyContact => case.handled_by.as_ref().and_then(|body| body_contact(body, language)),
            Field::CorrectedNumber => input.corrects.as_ref().map(|corrected| corrected.number.clone()),
            Field::CorrectedOn => input.corrects.as_ref().map(|corrected| date_in_words(corrected.dated_on, language)),
            Field::Attachments => (!input.attachments.is_empty()).then(|| input.attachments.join(", ")),
            // It stands on an envelope that is sent in Norway or to it; the letterhead has the English name as well.
            Field::OfficeName => {
                Some(input.office.names.get(language.pick(language, language, Language::Nb)).to_owned())
            }
            Field::OfficeAddress => Some(words::postal_address(&input.office.address_lines, language)),
            Field::OfficePhone => input.office.telephone.as_ref().map(|number| words::telephone(number, language)),
            Field::OmbudContact => Some(input.office.ombud_contact.clone()),
            Field::ComplaintBody => input.office.complaint_body.as_ref().map(|body| body.get(language).to_owned()),
            Field::RepresentativeRole => input
                .representative
                .as_ref()
                .map(|representative| words::representative_role(representative.kind, language).to_owned()),
            Field::PersonName => Some(input.person.name.clone()),
            Field::HandledBy => case.handled_by.as_ref().map(|body| body.names.get(language).to_owned()),
            Field::LegalBasis => {
                let texts: Vec<&str> = legal_basis(self).into_iter().map(|(text, _)| text).collect();
                (!texts.is_empty()).then(|| texts.join("; "))
            }
            Field::DecisionGrounds => decision_grounds(case, language),
            Field::CarriedOutOn => case.carried_out_on.map(|day| date_in_words(day, language)),
            Field::DecidedOn => case.answer.as_ref().map(|answer| date_in_words(answer.dated_on, language)),
            Field::DecisionLetter => case.answer.as_ref().map(|answer| answer.number.clone()),
            Field::Decisions => decisions(input),
            Field::Recipient => Some(input.recipient().join("\n")),
            Field::ComplaintInTime => in_time(input, case),
            Field::ComplaintOn => case.complaint.map(|complaint| date_in_words(complaint.received_on, language)),
            Field::Overview
            | Field::NothingFound
            | Field::Later
            | Field::EarlierAnswer
            | Field::Enclosed
            | Field::AnnexOfRegister
            | Field::AnnexOfLog
            | Field::LogSummary
            | Field::LeftOut
            | Field::LeftOutRemedy => access::words(field, input, self.case),
            Field::Subject
            | Field::Reasons
            | Field::Granted
            | Field::Refused
            | Field::NewContent
            | Field::Opinion
            | Field::SentTo
            | Field::DoneOn
            | Field::Guidance
            | Field::Recipients
            | Field::Questions
            | Field::ConsentOn
            | Field::OwnSteps
            | Field::DelayReason
            | Field::Correction
            | Field::ExpectedOn
            | Field::Measure
            | Field::NoticeContent
            | Field::LiftedOn
            | Field::LiftReason
            | Field::Investigation
            | Field::CaseAccount
            | Field::Transfers => None,
        }
    }
}

/// The days on which the questions were asked that are not answered, each once.
fn asked_on(case: &LetterCase, language: Language) -> Option<String> {
    let days: BTreeSet<NaiveDate> = case.questions.iter().map(|question| question.asked_on).collect();
    let days: Vec<String> = days.into_iter().map(|day| date_in_words(day, language)).collect();
    (!days.is_empty()).then(|| days.join(language.pick(" og ", " og ", " and ")))
}

/// How a body is reached, as far as it is known.
fn body_contact(body: &LetterBody, language: Language) -> Option<String> {
    let mut ways = Vec::new();
    ways.extend(body.web.iter().cloned());
    ways.extend(body.telephone.iter().map(|number| words::by_telephone(number, language)));
    if !body.address_lines.is_empty() {
        ways.push(words::by_post(&body.address_lines, language));
    }
    (!ways.is_empty()).then(|| ways.join("; "))
}

/// The enkeltvedtak of the letter by the names of their cases, as they follow «uenig i».
fn decisions(input: &LetterInput) -> Option<String> {
    let language = input.language;
    let names: Vec<String> = input
        .cases
        .iter()
        .filter(|case| case.individual_decision)
        .map(|case| {
            let (right, register) =
                (words::right_noun(case.right, language), words::short_register_name(&case.register, language));
            let number = &case.number;
            language.pick(
                format!("vedtaket om {right} i {register} ({number})"),
                format!("vedtaket om {right} i {register} ({number})"),
                format!("the decision on {right} in {register} ({number})"),
            )
        })
        .collect();
    (!names.is_empty()).then(|| names.join(language.pick(" eller ", " eller ", " or ")))
}

/// That an appeal came in time, where that is certain: it came within three weeks of the day on which the decision was sent
/// (forvaltningsloven § 29), and a period that ends on a day off ends on the next working day. One that came later may be in
/// time as well, since the weeks run from when the letter arrived, and the appeal need only be posted within them.
fn in_time(input: &LetterInput, case: &LetterCase) -> Option<String> {
    const WEEKS: Days = Days::new(21);
    let language = input.language;
    if let Some(complaint) = case.complaint {
        let words = match complaint.in_time? {
            true => language.pick("Klagen er i tide.", "Klaga er i tide.", "The appeal is in time."),
            false => language.pick(
                "Klagen kom for sent, men vi har tatt den under behandling.",
                "Klaga kom for seint, men vi har teke henne under behandling.",
                "The appeal came too late, but we have treated it.",
            ),
        };
        return Some(words.to_owned());
    }
    let came_on = date(input.filled_for(Field::ComplaintOn, case)?)?;
    let ends_on = next_working_day(case.answer.as_ref()?.dated_on.checked_add_days(WEEKS)?);
    (came_on <= ends_on).then(|| {
        let words = input.language.pick(
            "Klagen kom innen tre uker fra dagen vi sendte vedtaket, og er i tide.",
            "Klaga kom innan tre veker frå dagen vi sende vedtaket, og er i tide.",
            "The appeal came within three weeks from the day on which we sent the decision, and is in time.",
        );
        words.to_owned()
    })
}

/// The body that a letter to a body goes to, by name and address.
fn body(input: &LetterInput) -> Vec<String> {
    let addressed = |body: &LetterBody| {
        let name = body.names.get(input.language).to_owned();
        std::iter::once(name).chain(body.address_lines.iter().cloned()).collect()
    };
    match input.kind.addressee() {
        Addressee::Responsible => input.cases.iter().find_map(|case| case.handled_by.as_ref()).map(addressed),
        Addressee::AppealBody | Addressee::NationalArchives => input.addressee.as_ref().map(addressed),
        Addressee::Recipient => Some(input.recipient()),
        Addressee::Person => None,
    }
    .unwrap_or_default()
}

/// The rules that the decisions of the case at hand rest on, or of every case, each once, and whether each is told exactly.
pub(super) fn legal_basis(scope: Scope<'_>) -> Vec<(&str, bool)> {
    let mut texts: Vec<(&str, bool)> = Vec::new();
    for basis in scope.cases().flat_map(|case| &case.legal_basis) {
        let text = basis.text.get(scope.input.language);
        match texts.iter_mut().find(|(known, _)| *known == text) {
            Some((_, exact)) => *exact |= basis.exact,
            None => texts.push((text, basis.exact)),
        }
    }
    texts
}

/// What the person is told of each ground, in paragraphs of their own.
fn decision_grounds(case: &LetterCase, language: Language) -> Option<String> {
    let told: Vec<&str> = case.decision_grounds.iter().map(|ground| ground.get(language)).collect();
    (!told.is_empty()).then(|| told.join("\n\n"))
}

/// Name and address of whom the letter goes to, and how it is delivered where that is said instead of an address.
pub(super) fn recipient(input: &LetterInput) -> Vec<String> {
    if input.kind.goes_to_body() {
        return body(input);
    }
    let acting = input.representative.as_ref().filter(|_| input.to() == Recipient::Representative);
    let (name, lines) = match acting {
        Some(representative) => (&representative.name, &representative.address_lines),
        None => (&input.person.name, &input.person.address_lines),
    };
    let mut recipient = vec![name.clone()];
    if has_address(input) {
        recipient.extend(lines.iter().cloned());
        if acting.is_none() {
            recipient.extend(input.person.country.iter().map(|country| country.to_uppercase()));
        }
    }
    recipient
}
