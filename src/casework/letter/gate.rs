//! The gate before issue: every demand on a letter, met or not, with what to do. Nothing is issued past it.

mod access;
mod authority;
mod content;
mod copies;
mod dates;
mod occasion;
mod recipient;
mod safety;

pub use content::complaint_words;

use crate::wording::{Language, Trilingual};

use super::compose::Composed;
use super::input::LetterInput;

pub use copies::barred;

/// A demand on a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CheckId {
    /// Every field is filled.
    Fields,
    /// Complaint information is right for the case (GDPR Art. 12(4), forvaltningsloven § 27).
    Complaint,
    /// The language is that of the request (språklova § 15).
    Language,
    /// The channel is safe for what the letter says (eForvaltningsforskriften § 8, personopplysningsloven § 12).
    Channel,
    /// Everybody who gets the letter may have it, and everybody who must is among them (forvaltningsloven §§ 12 and 27,
    /// pasient- og brukerrettighetsloven § 3-4, helseregisterloven § 15).
    Recipients,
    /// The name is there, and the address if it is needed, but not if it is protected (folkeregisterloven § 10-4).
    Address,
    /// A second person has approved it, where the office has decided so.
    Approval,
    /// No outcome is told while it is in doubt who gets it (GDPR Art. 5(1)(f)), and no more proof of identity is
    /// demanded than is needed (GDPR Art. 5(1)(c) and 12(6)).
    Identity,
    /// It asks for nothing that was already given (GDPR Art. 12(6): only on reasonable doubt).
    AlreadyGiven,
    /// The case is such that there can be a letter of this kind: a question to remind of, an extension in time, another
    /// body that is responsible (GDPR Art. 12(3), forvaltningsloven §§ 11 and 13).
    Occasion,
    /// An answer that gives access gives something, and says how to get what it leaves out (GDPR Art. 15(3)).
    Given,
    /// An answer that gives access tells everything that GDPR Art. 15(1) a to h asks for, of each register.
    Disclosure,
    /// The references to statutes are in force on its date.
    LegalReferences,
    /// The office is the controller, or it says why it answers all the same.
    Controller,
    /// The dates are those that are computed now.
    Dates,
    /// There is no identity number in the text (personopplysningsloven § 12).
    IdentityNumber,
    /// What the letter is called outside itself reveals nothing: a digital mailbox shows it to whoever has not logged in
    /// (GDPR Art. 5(1)(f) and 32; eForvaltningsforskriften § 8 fourth paragraph).
    NeutralTitle,
    /// The fonts have every character.
    Characters,
}

impl CheckId {
    /// Every demand, in the order in which they are shown.
    pub const ALL: [Self; 18] = [
        Self::Fields,
        Self::Complaint,
        Self::Language,
        Self::Channel,
        Self::Recipients,
        Self::Address,
        Self::Approval,
        Self::Identity,
        Self::AlreadyGiven,
        Self::Occasion,
        Self::Given,
        Self::Disclosure,
        Self::LegalReferences,
        Self::Controller,
        Self::Dates,
        Self::IdentityNumber,
        Self::NeutralTitle,
        Self::Characters,
    ];

    /// The id in failures and documents.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Fields => "fields",
            Self::Complaint => "complaint",
            Self::Language => "language",
            Self::Channel => "channel",
            Self::Recipients => "recipients",
            Self::Address => "address",
            Self::Approval => "approval",
            Self::Identity => "identity",
            Self::AlreadyGiven => "already-given",
            Self::Occasion => "occasion",
            Self::Given => "given",
            Self::Disclosure => "disclosure",
            Self::LegalReferences => "legal-references",
            Self::Controller => "controller",
            Self::Dates => "dates",
            Self::IdentityNumber => "identity-number",
            Self::NeutralTitle => "neutral-title",
            Self::Characters => "characters",
        }
    }

    /// What the demand is called on the screen.
    #[must_use]
    pub fn label(self) -> Trilingual {
        let (nb, nn, en) = match self {
            Self::Fields => ("Alle felt er fylt ut", "Alle felt er fylte ut", "Every field is filled"),
            Self::Complaint => {
                ("Klageopplysninger er med", "Klageopplysningar er med", "Complaint information is there")
            }
            Self::Language => {
                ("Samme språk som henvendelsen", "Same språk som førespurnaden", "Same language as the request")
            }
            Self::Channel => ("Trygg kanal", "Trygg kanal", "Safe channel"),
            Self::Recipients => ("Rette mottakere", "Rette mottakarar", "The right recipients"),
            Self::NeutralTitle => ("Tittelen røper ingenting", "Tittelen røper ingenting", "The title reveals nothing"),
            Self::Address => ("Adressen kan brukes", "Adressa kan brukast", "The address can be used"),
            Self::Approval => ("Godkjent av en til", "Godkjend av ein til", "Approved by a second person"),
            Self::Identity => (
                "Identiteten er avklart på rett måte",
                "Identiteten er avklart på rett måte",
                "Identity is settled in the right way",
            ),
            Self::AlreadyGiven => {
                ("Ber ikke om noe vi alt har", "Ber ikkje om noko vi alt har", "Asks for nothing already given")
            }
            Self::Occasion => ("Brevet passer til saken", "Brevet passar til saka", "The letter fits the case"),
            Self::Given => ("Innsynet er lagt ved", "Innsynet er lagt ved", "What is given is enclosed"),
            Self::Disclosure => (
                "Alt artikkel 15 krever, er med",
                "Alt artikkel 15 krev, er med",
                "Everything that Article 15 asks for is there",
            ),
            Self::LegalReferences => {
                ("Reglene gjelder på brevets dato", "Reglane gjeld på datoen i brevet", "The rules are in force")
            }
            Self::Controller => ("Vi er dataansvarlig", "Vi er dataansvarleg", "We are the controller"),
            Self::Dates => ("Datoene er regnet ut på nytt", "Datoane er rekna ut på nytt", "The dates are up to date"),
            Self::Characters => ("Alle tegn kan skrives", "Alle teikn kan skrivast", "Every character can be printed"),
            Self::IdentityNumber => {
                ("Ingen fødselsnummer i teksten", "Ingen fødselsnummer i teksten", "No identity number in the text")
            }
        };
        Trilingual::fixed(nb, nn, en)
    }
}

/// A demand with its verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GateCheck {
    /// The demand.
    pub check: CheckId,
    /// Whether the letter meets it.
    pub ok: bool,
    /// Why it does, or what is wrong.
    pub message: Trilingual,
    /// What to do; where it is met, what is better done all the same.
    pub todo: Option<Trilingual>,
    /// The field to go to, where one field mends it.
    pub field: Option<String>,
}

impl GateCheck {
    /// What the demand is called on the screen.
    #[must_use]
    pub fn label(&self) -> Trilingual {
        self.check.label()
    }

    fn met(check: CheckId, message: Trilingual) -> Self {
        Self { check, ok: true, message, todo: None, field: None }
    }

    /// Met, with something that is better done all the same: it warns and does not stop.
    fn warned(check: CheckId, message: Trilingual, todo: Trilingual) -> Self {
        Self { todo: Some(todo), ..Self::met(check, message) }
    }

    fn failed(check: CheckId, message: Trilingual, todo: Trilingual) -> Self {
        Self { check, ok: false, message, todo: Some(todo), field: None }
    }

    /// What is wrong and what to do, in one language.
    #[must_use]
    pub fn told(&self, language: Language) -> String {
        let texts = [Some(&self.message), self.todo.as_ref()].into_iter().flatten();
        texts.map(|text| text.get(language)).collect::<Vec<_>>().join(" ")
    }

    /// The same, pointing to the first field whose text is to blame, where one is.
    fn at(mut self, input: &LetterInput, is_to_blame: impl Fn(&str) -> bool) -> Self {
        self.field = input.fields.iter().find(|(_, text)| is_to_blame(text)).map(|(id, _)| id.clone());
        self
    }
}

/// Every demand with its verdict, in the order in which they are shown.
///
/// `input` is what is known now; the letter may have been composed earlier.
#[must_use]
pub fn gate(input: &LetterInput, composed: &Composed, undrawable: &[char]) -> Vec<GateCheck> {
    CheckId::ALL
        .into_iter()
        .map(|check| match check {
            CheckId::Fields => content::fields(composed),
            CheckId::Complaint => content::complaint(input, composed),
            CheckId::Language => content::language(input, composed),
            CheckId::Channel => safety::channel(input, composed),
            CheckId::Recipients => copies::recipients(input),
            CheckId::Address => recipient::address(input, composed),
            CheckId::Approval => content::approval(input),
            CheckId::Identity => recipient::identity(input, composed),
            CheckId::AlreadyGiven => recipient::already_given(input),
            CheckId::Occasion => occasion::occasion(input),
            CheckId::Given => access::given(input),
            CheckId::Disclosure => access::disclosure(input),
            CheckId::LegalReferences => content::legal_references(composed),
            CheckId::Controller => content::controller(input),
            CheckId::Dates => dates::dates(input, composed),
            CheckId::IdentityNumber => safety::identity_number(input, composed),
            CheckId::NeutralTitle => safety::neutral_title(input, composed),
            CheckId::Characters => content::characters(input, undrawable),
        })
        .collect()
}

/// What the letter says, as plain text.
fn text_of(composed: &Composed) -> String {
    composed.letter.to_text()
}
