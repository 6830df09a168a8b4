//! The fields that a letter text may hold: a closed list, so that a misspelt one is found when the texts are loaded.

use crate::wording::Trilingual;

use super::kind::LetterKind;

/// Who gives a field its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filled {
    /// The program, from the request, the catalogue and the office.
    ByProgram,
    /// The program as far as it knows it; the caseworker may fill in another. The letter cannot be issued without it.
    Proposed,
    /// The caseworker; the letter cannot be issued without it.
    ByCaseworker,
    /// The caseworker, if there is something to say; a paragraph with an empty one is left out.
    IfNeeded,
}

/// A field of a letter text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The number of the request.
    RequestNumber,
    /// The number of the case.
    CaseNumber,
    /// «brevet ditt», «e-posten din» and so on.
    ReceivedWhat,
    /// The day of receipt in words.
    ReceivedOn,
    /// One sentence with what the person asks for, and where.
    Demand,
    /// The register's name with its abbreviation.
    Register,
    /// The claim as a noun, for example «sletting».
    RightNoun,
    /// The last day for the answer, in words.
    DueOn,
    /// Why it is that day.
    DueWhy,
    /// The day by which the person is asked to answer.
    ReplyByOn,
    /// The first day on which our period stands still because of what is asked for.
    PausedFromOn,
    /// The day on which the question was asked that is not answered.
    AskedOn,
    /// The day by which the person was asked to answer what is not answered: in a reminder, or else first.
    AskedReplyByOn,
    /// Why the deadline is extended, in the caseworker's words.
    ExtensionReason,
    /// The day on which the person can expect the answer.
    ExtensionExpectedOn,
    /// The last day of the extended deadline.
    ExtensionLastOn,
    /// Why the answer has not come, in the caseworker's words.
    DelayReason,
    /// The day on which the person can expect the answer, where no deadline is extended.
    ExpectedOn,
    /// How the request came: «i brev», «på e-post».
    ReceivedHow,
    /// The name of whoever acts for the person.
    RepresentativeName,
    /// The day on which the claim was sent to the body that is responsible.
    SentOn,
    /// How that body is reached.
    BodyContact,
    /// What the caseworker asks.
    Questions,
    /// The day on which the person agreed to the claim being sent on (forvaltningsloven § 13).
    ConsentOn,
    /// What the office has done with the claim itself.
    OwnSteps,
    /// The number of the letter that this one corrects.
    CorrectedNumber,
    /// The date of the letter that this one corrects.
    CorrectedOn,
    /// What was wrong in the letter that this one corrects.
    Correction,
    /// What came with the request.
    Attachments,
    /// The office's name.
    OfficeName,
    /// The office's postal address on one line.
    OfficeAddress,
    /// The office's telephone.
    OfficePhone,
    /// How the personvernombud is reached.
    OmbudContact,
    /// The body that decides an appeal.
    ComplaintBody,
    /// In which role the representative acts.
    RepresentativeRole,
    /// The name of the person whose data it is.
    PersonName,
    /// The body that is responsible.
    HandledBy,
    /// The rules that the decision rests on, one list item each.
    LegalBasis,
    /// Which data the claim is about.
    Subject,
    /// Why the decision is as it is.
    Reasons,
    /// What the person gets, or what has been done.
    Granted,
    /// The part that is refused.
    Refused,
    /// What the register says after rectification.
    NewContent,
    /// What the office thinks of a claim that another body decides.
    Opinion,
    /// To whom the claim was sent, where its route names nobody.
    SentTo,
    /// The day by which it is carried out.
    DoneOn,
    /// Advice beyond the fixed text.
    Guidance,
    /// Who else has been given the data.
    Recipients,
    /// Whoever was given the data: the name, and the address on the lines below.
    Recipient,
    /// The measure that the letter carries out: its number, or «underretning».
    Measure,
    /// What the recipient needs to know of the change, and no more.
    NoticeContent,
    /// The day on which the decision was carried out in the register.
    CarriedOutOn,
    /// The day from which a restriction no longer applies.
    LiftedOn,
    /// Why the restriction is lifted.
    LiftReason,
    /// What the office has found out about a claim that another body decides.
    Investigation,
    /// The day on which the appeal came.
    ComplaintOn,
    /// Whether the appeal came in time.
    ComplaintInTime,
    /// What the case and the appeal are about, in short.
    CaseAccount,
    /// The date of the letter that told the answer.
    DecidedOn,
    /// The number of that letter.
    DecisionLetter,
    /// The answers of the letter that are enkeltvedtak, by name.
    Decisions,
    /// What the answer gives, register by register, as a table.
    Overview,
    /// The registers where nothing was found.
    NothingFound,
    /// The registers that are answered later, each with its last day.
    Later,
    /// The answers that this one adds to.
    EarlierAnswer,
    /// The files that go with the answer in a case.
    Enclosed,
    /// The annex that tells of the register.
    AnnexOfRegister,
    /// The annex with the log.
    AnnexOfLog,
    /// How many entries the log has, and from when.
    LogSummary,
    /// What the register's own report leaves out.
    LeftOut,
    /// How the person gets what the report leaves out.
    LeftOutRemedy,
    /// Transfers to countries outside the EEA, with what protects the data there (GDPR Art. 15(2)).
    Transfers,
}

impl Field {
    /// Every field.
    pub const ALL: [Self; 72] = [
        Self::RequestNumber,
        Self::CaseNumber,
        Self::ReceivedWhat,
        Self::ReceivedOn,
        Self::Demand,
        Self::Register,
        Self::RightNoun,
        Self::DueOn,
        Self::DueWhy,
        Self::ReplyByOn,
        Self::PausedFromOn,
        Self::AskedOn,
        Self::AskedReplyByOn,
        Self::ExtensionReason,
        Self::ExtensionExpectedOn,
        Self::ExtensionLastOn,
        Self::DelayReason,
        Self::ExpectedOn,
        Self::ReceivedHow,
        Self::RepresentativeName,
        Self::SentOn,
        Self::BodyContact,
        Self::Questions,
        Self::ConsentOn,
        Self::OwnSteps,
        Self::CorrectedNumber,
        Self::CorrectedOn,
        Self::Correction,
        Self::Attachments,
        Self::OfficeName,
        Self::OfficeAddress,
        Self::OfficePhone,
        Self::OmbudContact,
        Self::ComplaintBody,
        Self::RepresentativeRole,
        Self::PersonName,
        Self::HandledBy,
        Self::LegalBasis,
        Self::Subject,
        Self::Reasons,
        Self::Granted,
        Self::Refused,
        Self::NewContent,
        Self::Opinion,
        Self::SentTo,
        Self::DoneOn,
        Self::Guidance,
        Self::Recipients,
        Self::Recipient,
        Self::Measure,
        Self::NoticeContent,
        Self::CarriedOutOn,
        Self::LiftedOn,
        Self::LiftReason,
        Self::Investigation,
        Self::ComplaintOn,
        Self::ComplaintInTime,
        Self::CaseAccount,
        Self::DecidedOn,
        Self::DecisionLetter,
        Self::Decisions,
        Self::Overview,
        Self::NothingFound,
        Self::Later,
        Self::EarlierAnswer,
        Self::Enclosed,
        Self::AnnexOfRegister,
        Self::AnnexOfLog,
        Self::LogSummary,
        Self::LeftOut,
        Self::LeftOutRemedy,
        Self::Transfers,
    ];

    /// The id between braces in the texts, and in the file of filled fields.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::RequestNumber => "request_number",
            Self::CaseNumber => "case_number",
            Self::ReceivedWhat => "received_what",
            Self::ReceivedOn => "received_on",
            Self::Demand => "demand",
            Self::Register => "register",
            Self::RightNoun => "right_noun",
            Self::DueOn => "due_on",
            Self::DueWhy => "due_why",
            Self::ReplyByOn => "reply_by_on",
            Self::PausedFromOn => "paused_from_on",
            Self::AskedOn => "asked_on",
            Self::AskedReplyByOn => "asked_reply_by_on",
            Self::ExtensionReason => "extension_reason",
            Self::ExtensionExpectedOn => "extension_expected_on",
            Self::ExtensionLastOn => "extension_last_on",
            Self::DelayReason => "delay_reason",
            Self::ExpectedOn => "expected_on",
            Self::ReceivedHow => "received_how",
            Self::RepresentativeName => "representative_name",
            Self::SentOn => "sent_on",
            Self::BodyContact => "body_contact",
            Self::Questions => "questions",
            Self::ConsentOn => "consent_on",
            Self::OwnSteps => "own_steps",
            Self::CorrectedNumber => "corrected_number",
            Self::CorrectedOn => "corrected_on",
            Self::Correction => "correction",
            Self::Attachments => "attachments",
            Self::OfficeName => "office_name",
            Self::OfficeAddress => "office_address",
            Self::OfficePhone => "office_phone",
            Self::OmbudContact => "ombud_contact",
            Self::ComplaintBody => "complaint_body",
            Self::RepresentativeRole => "representative_role",
            Self::PersonName => "person_name",
            Self::HandledBy => "handled_by",
            Self::LegalBasis => "legal_basis",
            Self::Subject => "subject",
            Self::Reasons => "reasons",
            Self::Granted => "granted",
            Self::Refused => "refused",
            Self::NewContent => "new_content",
            Self::Opinion => "opinion",
            Self::SentTo => "sent_to",
            Self::DoneOn => "done_on",
            Self::Guidance => "guidance",
            Self::Recipients => "recipients",
            Self::Recipient => "recipient",
            Self::Measure => "measure",
            Self::NoticeContent => "notice_content",
            Self::CarriedOutOn => "carried_out_on",
            Self::LiftedOn => "lifted_on",
            Self::LiftReason => "lift_reason",
            Self::Investigation => "investigation",
            Self::ComplaintOn => "complaint_on",
            Self::ComplaintInTime => "complaint_in_time",
            Self::CaseAccount => "case_account",
            Self::DecidedOn => "decided_on",
            Self::DecisionLetter => "decision_letter",
            Self::Decisions => "decisions",
            Self::Overview => "overview",
            Self::NothingFound => "nothing_found",
            Self::Later => "later",
            Self::EarlierAnswer => "earlier_answer",
            Self::Enclosed => "enclosed",
            Self::AnnexOfRegister => "annex_of_register",
            Self::AnnexOfLog => "annex_of_log",
            Self::LogSummary => "log_summary",
            Self::LeftOut => "left_out",
            Self::LeftOutRemedy => "left_out_remedy",
            Self::Transfers => "transfers",
        }
    }

    /// The field with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.id() == id)
    }

    /// Who gives it its value.
    #[must_use]
    pub fn filled(self) -> Filled {
        match self {
            Self::RequestNumber
            | Self::CaseNumber
            | Self::ReceivedWhat
            | Self::ReceivedOn
            | Self::Demand
            | Self::Register
            | Self::RightNoun
            | Self::DueOn
            | Self::DueWhy
            | Self::PausedFromOn
            | Self::AskedOn
            | Self::AskedReplyByOn
            | Self::ExtensionReason
            | Self::ExtensionExpectedOn
            | Self::ExtensionLastOn
            | Self::ReceivedHow
            | Self::RepresentativeName
            | Self::SentOn
            | Self::CorrectedNumber
            | Self::CorrectedOn
            | Self::Attachments
            | Self::OfficeName
            | Self::OfficeAddress
            | Self::OfficePhone
            | Self::OmbudContact
            | Self::ComplaintBody
            | Self::RepresentativeRole
            | Self::PersonName
            | Self::HandledBy
            | Self::LegalBasis
            | Self::CarriedOutOn
            | Self::DecidedOn
            | Self::DecisionLetter
            | Self::Decisions
            | Self::Overview
            | Self::NothingFound
            | Self::Later
            | Self::EarlierAnswer
            | Self::Enclosed
            | Self::AnnexOfRegister
            | Self::AnnexOfLog
            | Self::LogSummary
            | Self::LeftOut
            | Self::LeftOutRemedy => Filled::ByProgram,
            Self::ReplyByOn | Self::BodyContact | Self::Recipient | Self::ComplaintInTime => Filled::Proposed,
            Self::Reasons
            | Self::Granted
            | Self::Refused
            | Self::NewContent
            | Self::Opinion
            | Self::SentTo
            | Self::DoneOn
            | Self::Questions
            | Self::DelayReason
            | Self::Correction
            | Self::ExpectedOn
            | Self::NoticeContent
            | Self::LiftedOn
            | Self::LiftReason
            | Self::Investigation
            | Self::ComplaintOn
            | Self::CaseAccount => Filled::ByCaseworker,
            Self::Subject
            | Self::Guidance
            | Self::Recipients
            | Self::ConsentOn
            | Self::OwnSteps
            | Self::Measure
            | Self::Transfers => Filled::IfNeeded,
        }
    }

    /// Whether its text may have several paragraphs.
    #[must_use]
    pub fn is_multiline(self) -> bool {
        matches!(
            self,
            Self::Reasons
                | Self::Granted
                | Self::Refused
                | Self::NewContent
                | Self::Opinion
                | Self::Guidance
                | Self::Recipients
                | Self::ExtensionReason
                | Self::DelayReason
                | Self::Questions
                | Self::OwnSteps
                | Self::Correction
                | Self::Recipient
                | Self::NoticeContent
                | Self::LiftReason
                | Self::Investigation
                | Self::CaseAccount
                | Self::Transfers
        )
    }

    /// Whether a kind of letter may use it.
    #[must_use]
    pub fn belongs_to(self, kind: LetterKind) -> bool {
        match self {
            Self::ReplyByOn => kind.asks(),
            Self::Questions => kind == LetterKind::ClarificationRequest,
            Self::BodyContact => kind.tells_who_answers(),
            Self::DelayReason | Self::ExpectedOn => kind.tells_wait(),
            Self::ConsentOn => kind == LetterKind::Forwarding,
            Self::OwnSteps => kind == LetterKind::Forwarding || kind.tells_who_answers(),
            Self::SentTo => kind == LetterKind::Answer,
            Self::Opinion => {
                matches!(kind, LetterKind::Answer | LetterKind::KassasjonOpinion | LetterKind::ComplaintForwarding)
            }
            Self::Investigation => kind == LetterKind::KassasjonOpinion,
            Self::Recipient | Self::Measure | Self::NoticeContent => kind == LetterKind::RecipientsNotice,
            Self::LiftedOn | Self::LiftReason => kind == LetterKind::RestrictionLiftNotice,
            Self::ComplaintOn | Self::ComplaintInTime | Self::CaseAccount => kind == LetterKind::ComplaintForwarding,
            Self::Transfers
            | Self::Overview
            | Self::NothingFound
            | Self::Later
            | Self::EarlierAnswer
            | Self::Enclosed
            | Self::AnnexOfRegister
            | Self::AnnexOfLog
            | Self::LogSummary
            | Self::LeftOut
            | Self::LeftOutRemedy => kind == LetterKind::AccessAnswer,
            Self::Guidance => kind.tells_outcome() || kind == LetterKind::Section25GroundsRequest,
            Self::Subject => kind.tells_outcome() || kind == LetterKind::KassasjonOpinion,
            Self::Reasons | Self::Granted | Self::Refused | Self::NewContent | Self::DoneOn | Self::Recipients => {
                kind.tells_outcome()
            }
            Self::RequestNumber
            | Self::CaseNumber
            | Self::ReceivedWhat
            | Self::ReceivedHow
            | Self::ReceivedOn
            | Self::Demand
            | Self::Register
            | Self::RightNoun
            | Self::DueOn
            | Self::DueWhy
            | Self::PausedFromOn
            | Self::AskedOn
            | Self::AskedReplyByOn
            | Self::ExtensionReason
            | Self::ExtensionExpectedOn
            | Self::ExtensionLastOn
            | Self::CorrectedNumber
            | Self::CorrectedOn
            | Self::Correction
            | Self::Attachments
            | Self::OfficeName
            | Self::OfficeAddress
            | Self::OfficePhone
            | Self::OmbudContact
            | Self::ComplaintBody
            | Self::RepresentativeRole
            | Self::RepresentativeName
            | Self::PersonName
            | Self::HandledBy
            | Self::SentOn
            | Self::LegalBasis
            | Self::CarriedOutOn
            | Self::DecidedOn
            | Self::DecisionLetter
            | Self::Decisions => true,
        }
    }

    /// Whether it has one value for the whole letter, also where the letter has several cases.
    #[must_use]
    pub fn is_of_letter(self) -> bool {
        matches!(self, Self::ReplyByOn | Self::ConsentOn | Self::Correction | Self::Recipient | Self::Measure)
    }

    /// What the field is called on the screen, and between brackets in a letter that lacks it.
    #[must_use]
    pub fn label(self) -> Trilingual {
        let (nb, nn, en) = match self {
            Self::RequestNumber => ("Nummeret på henvendelsen", "Nummeret på førespurnaden", "Request number"),
            Self::CaseNumber => ("Saksnummer", "Saksnummer", "Case number"),
            Self::ReceivedWhat => ("Hva vi fikk", "Kva vi fekk", "What we received"),
            Self::ReceivedOn => ("Mottatt dato", "Motteken dato", "Date received"),
            Self::Demand => ("Hva personen ber om", "Kva personen ber om", "What the person asks for"),
            Self::Register => ("Register", "Register", "Register"),
            Self::RightNoun => ("Krav", "Krav", "Claim"),
            Self::DueOn => ("Dato for svar", "Dato for svar", "Date of answer"),
            Self::DueWhy => ("Hvorfor denne datoen", "Kvifor denne datoen", "Why this date"),
            Self::ReplyByOn => ("Svarfrist for mottakeren", "Svarfrist for mottakaren", "Reply by"),
            Self::PausedFromOn => ("Fristen står stille fra", "Fristen står stille frå", "Period stands still from"),
            Self::AskedOn => ("Dagen vi spurte", "Dagen vi spurde", "Day of the question"),
            Self::AskedReplyByOn => {
                ("Svarfristen mottakeren fikk", "Svarfristen mottakaren fekk", "Day the recipient was to reply by")
            }
            Self::ExtensionReason => ("Grunnen til lengre frist", "Grunnen til lengre frist", "Reason for extension"),
            Self::ExtensionExpectedOn => ("Dagen svaret kan ventes", "Dagen svaret kan ventast", "Answer expected on"),
            Self::ExtensionLastOn => ("Siste dag i den lengre fristen", "Siste dag i den lengre fristen", "Last day"),
            Self::DelayReason => {
                ("Hvorfor svaret ikke er kommet", "Kvifor svaret ikkje er kome", "Why the answer has not come")
            }
            Self::ExpectedOn => ("Dagen svaret kan ventes", "Dagen svaret kan ventast", "Answer expected on"),
            Self::ReceivedHow => ("Hvordan kravet kom", "Korleis kravet kom", "How the request came"),
            Self::RepresentativeName => {
                ("Navnet på representanten", "Namnet på representanten", "Representative's name")
            }
            Self::SentOn => ("Dagen kravet ble sendt videre", "Dagen kravet blei sendt vidare", "Sent on"),
            Self::BodyContact => {
                ("Slik når personen den ansvarlige", "Slik når personen den ansvarlege", "How to reach the body")
            }
            Self::Questions => ("Det vi spør om", "Det vi spør om", "What we ask"),
            Self::ConsentOn => {
                ("Dato for samtykke til å sende kravet", "Dato for samtykke til å sende kravet", "Consent given on")
            }
            Self::OwnSteps => ("Det vi selv har gjort", "Det vi sjølve har gjort", "What we have done ourselves"),
            Self::CorrectedNumber => ("Brevet som blir rettet", "Brevet som blir retta", "Letter that is corrected"),
            Self::CorrectedOn => ("Datoen på brevet som blir rettet", "Datoen på brevet som blir retta", "Its date"),
            Self::Correction => ("Det som var feil", "Det som var feil", "What was wrong"),
            Self::Attachments => ("Vedlegg vi fikk", "Vedlegg vi fekk", "Attachments received"),
            Self::OfficeName => ("Virksomheten", "Verksemda", "The office"),
            Self::OfficeAddress => ("Postadressen vår", "Postadressa vår", "Our postal address"),
            Self::OfficePhone => ("Telefonnummeret vårt", "Telefonnummeret vårt", "Our telephone number"),
            Self::OmbudContact => {
                ("Kontakt med personvernombudet", "Kontakt med personvernombodet", "How to reach the ombudsman")
            }
            Self::ComplaintBody => ("Klageinstans", "Klageinstans", "Appeal body"),
            Self::RepresentativeRole => {
                ("Rollen til representanten", "Rolla til representanten", "Representative's role")
            }
            Self::PersonName => ("Navnet på personen", "Namnet på personen", "The person's name"),
            Self::HandledBy => ("Ansvarlig virksomhet", "Ansvarleg verksemd", "Responsible body"),
            Self::LegalBasis => ("Hjemmel", "Heimel", "Legal basis"),
            Self::Subject => ("Opplysningene kravet gjelder", "Opplysningane kravet gjeld", "Data concerned"),
            Self::Reasons => ("Begrunnelse", "Grunngiving", "Reasons"),
            Self::Granted => ("Det du får medhold i", "Det du får medhald i", "What is granted"),
            Self::Refused => ("Det du ikke får medhold i", "Det du ikkje får medhald i", "What is refused"),
            Self::NewContent => ("Det som står nå", "Det som står no", "What it says now"),
            Self::Opinion => ("Det vi mener", "Det vi meiner", "Our opinion"),
            Self::SentTo => ("Hvem kravet er sendt til", "Kven kravet er sendt til", "Whom the request was sent to"),
            Self::DoneOn => ("Dato det er gjort innen", "Dato det er gjort innan", "Done by"),
            Self::Guidance => ("Veiledning", "Rettleiing", "Guidance"),
            Self::Recipients => ("Andre som har fått opplysningene", "Andre som har fått opplysningane", "Recipients"),
            Self::Recipient => (
                "Mottakeren: navn, og adressen under",
                "Mottakaren: namn, og adressa under",
                "Recipient: name, address below",
            ),
            Self::Measure => (
                "Tiltaket brevet gjennomfører (nummer eller «underretning»)",
                "Tiltaket brevet gjennomfører (nummer eller «underretning»)",
                "Measure that the letter carries out (number or «underretning»)",
            ),
            Self::NoticeContent => {
                ("Det mottakeren trenger å vite", "Det mottakaren treng å vite", "What the recipient needs to know")
            }
            Self::CarriedOutOn => ("Dagen det ble gjort", "Dagen det blei gjort", "Carried out on"),
            Self::LiftedOn => ("Dagen begrensningen opphører", "Dagen avgrensinga tek slutt", "Lifted from"),
            Self::LiftReason => (
                "Hvorfor begrensningen blir opphevet",
                "Kvifor avgrensinga blir oppheva",
                "Why the restriction is lifted",
            ),
            Self::Investigation => (
                "Det vi har undersøkt: belastning, behov, tap av annen informasjon, arbeid",
                "Det vi har undersøkt: belastning, behov, tap av annan informasjon, arbeid",
                "What we found: burden, need, loss of other information, work",
            ),
            Self::ComplaintOn => ("Dagen klagen kom", "Dagen klaga kom", "Appeal received on"),
            Self::ComplaintInTime => ("Om klagen kom i tide", "Om klaga kom i tide", "Whether the appeal came in time"),
            Self::CaseAccount => {
                ("Kort om saken og klagen", "Kort om saka og klaga", "The case and the appeal in short")
            }
            Self::DecidedOn => ("Dagen vi svarte", "Dagen vi svarte", "Day of our answer"),
            Self::DecisionLetter => ("Nummeret på svaret", "Nummeret på svaret", "Number of our answer"),
            Self::Decisions => ("Vedtakene i brevet", "Vedtaka i brevet", "Decisions in the letter"),
            Self::Overview => ("Oversikt", "Oversikt", "Overview"),
            Self::NothingFound => {
                ("Registre uten opplysninger", "Register utan opplysningar", "Registers without data")
            }
            Self::Later => ("Registre som kommer senere", "Register som kjem seinare", "Registers that come later"),
            Self::EarlierAnswer => ("Svar vi har sendt før", "Svar vi har sendt før", "Earlier answers"),
            Self::Enclosed => ("Filer som følger med", "Filer som følgjer med", "Files"),
            Self::AnnexOfRegister => ("Vedlegg om registeret", "Vedlegg om registeret", "Annex on the register"),
            Self::AnnexOfLog => ("Vedlegg med loggen", "Vedlegg med loggen", "Annex with the log"),
            Self::LogSummary => ("Oppføringer i loggen", "Oppføringar i loggen", "Entries of the log"),
            Self::LeftOut => ("Det rapporten ikke viser", "Det rapporten ikkje viser", "What the report leaves out"),
            Self::LeftOutRemedy => ("Slik får personen resten", "Slik får personen resten", "How to get the rest"),
            Self::Transfers => {
                ("Overføring til land utenfor EØS", "Overføring til land utanfor EØS", "Transfers outside the EEA")
            }
        };
        Trilingual::fixed(nb, nn, en)
    }
}
