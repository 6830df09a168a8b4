//! What a request asks for that is no claim about the person's own data: it follows other rules, and leaves a trace.

use crate::wording::Trilingual;

/// Other rules that a request, or a part of it, falls under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OtherRules {
    /// A party who wants to see the documents of their case (forvaltningsloven § 18).
    Partsinnsyn,
    /// Anybody who wants to see documents of the administration (offentleglova § 3).
    Offentleglova,
    /// A patient who wants to see the records of a treatment (pasient- og brukerrettighetsloven § 5-1).
    Journalinnsyn,
    /// A complaint about health personnel or a service (pasient- og brukerrettighetsloven § 7-4).
    Tilsynssak,
    /// Anything else.
    Other,
}

impl OtherRules {
    /// Every one, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::Partsinnsyn, Self::Offentleglova, Self::Journalinnsyn, Self::Tilsynssak, Self::Other];

    /// The word for it in files and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Partsinnsyn => "partsinnsyn",
            Self::Offentleglova => "offentleglova",
            Self::Journalinnsyn => "journalinnsyn",
            Self::Tilsynssak => "tilsynssak",
            Self::Other => "annet",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rules| rules.id() == id)
    }

    /// What it is called.
    #[must_use]
    pub fn label(self) -> Trilingual {
        match self {
            Self::Partsinnsyn => Trilingual::fixed("Partsinnsyn", "Partsinnsyn", "Access as a party to a case"),
            Self::Offentleglova => Trilingual::fixed(
                "Innsyn etter offentleglova",
                "Innsyn etter offentleglova",
                "Access under the Freedom of Information Act",
            ),
            Self::Journalinnsyn => {
                Trilingual::fixed("Innsyn i pasientjournal", "Innsyn i pasientjournal", "Access to patient records")
            }
            Self::Tilsynssak => Trilingual::fixed(
                "Klage på helsehjelp eller helsepersonell",
                "Klage på helsehjelp eller helsepersonell",
                "Complaint about health care or personnel",
            ),
            Self::Other => Trilingual::fixed("Annet regelverk", "Anna regelverk", "Other rules"),
        }
    }

    /// What to do with it.
    #[must_use]
    pub fn what_to_do(self) -> Trilingual {
        match self {
            Self::Partsinnsyn => Trilingual::fixed(
                "Gi henvendelsen til den som behandler saken. Partens innsyn følger forvaltningsloven.",
                "Gi førespurnaden til den som behandlar saka. Innsynet til parten følgjer forvaltningslova.",
                "Give the request to whoever handles the case. A party's access follows the Public Administration Act.",
            ),
            Self::Offentleglova => Trilingual::fixed(
                "Gi henvendelsen til dem som svarer på innsynskrav. Kravet skal avgjøres uten ugrunnet opphold.",
                "Gi førespurnaden til dei som svarar på innsynskrav. Kravet skal avgjerast utan ugrunna opphald.",
                "Give the request to those who answer requests for access to documents. It is to be decided without undue delay.",
            ),
            Self::Journalinnsyn => Trilingual::fixed(
                "Vis personen til den som ga helsehjelpen. Journalen ligger der.",
                "Vis personen til den som gav helsehjelpa. Journalen ligg der.",
                "Direct the person to whoever gave the health care. The records are kept there.",
            ),
            Self::Tilsynssak => Trilingual::fixed(
                "Vis personen til statsforvalteren, eller send klagen dit. Statsforvalteren vurderer om plikter er brutt.",
                "Vis personen til statsforvaltaren, eller send klaga dit. Statsforvaltaren vurderer om plikter er brotne.",
                "Direct the person to the county governor (statsforvalteren), or send the complaint there.",
            ),
            Self::Other => Trilingual::fixed(
                "Skriv hvilket regelverk det gjelder, og hvem som har fått henvendelsen.",
                "Skriv kva regelverk det gjeld, og kven som har fått førespurnaden.",
                "Write which rules it falls under, and who has been given the request.",
            ),
        }
    }

    /// Where the rule stands; nothing for what is not named.
    #[must_use]
    pub fn source(self) -> Option<&'static str> {
        match self {
            Self::Partsinnsyn => Some("Forvaltningsloven § 18"),
            Self::Offentleglova => Some("Offentleglova §§ 3 og 29"),
            Self::Journalinnsyn => Some("Pasient- og brukerrettighetsloven § 5-1"),
            Self::Tilsynssak => Some("Pasient- og brukerrettighetsloven § 7-4"),
            Self::Other => None,
        }
    }
}
