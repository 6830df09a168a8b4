//! The words for complaints: in files, on the command line and on the screen.

use super::{ComplaintKind, ComplaintOutcome, ComplaintState, ComplaintStep, ComplaintView, LateGround};
use crate::wording::dates::short_date;
use crate::wording::{Language, Trilingual};

impl ComplaintKind {
    /// Every kind.
    pub const ALL: [Self; 2] = [Self::Appeal, Self::Authority];

    /// The word in files and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Appeal => "forvaltningsklage",
            Self::Authority => "datatilsynet",
        }
    }

    /// The kind with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// The words on the screen.
    #[must_use]
    pub const fn label(self) -> Trilingual {
        match self {
            Self::Appeal => Trilingual::fixed("Klage på vedtaket", "Klage på vedtaket", "Appeal against the decision"),
            Self::Authority => {
                Trilingual::fixed("Klage til Datatilsynet", "Klage til Datatilsynet", "Complaint to Datatilsynet")
            }
        }
    }

    /// Where the rule stands.
    #[must_use]
    pub const fn source(self) -> Trilingual {
        match self {
            Self::Appeal => Trilingual::fixed(
                "Forvaltningsloven §§ 28–33",
                "Forvaltningslova §§ 28–33",
                "Public Administration Act (Norway) ss. 28–33",
            ),
            Self::Authority => {
                Trilingual::fixed("Personvernforordningen art. 77", "Personvernforordninga art. 77", "GDPR Art. 77")
            }
        }
    }
}

impl ComplaintView {
    /// Every view, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Uphold, Self::Change, Self::Dismiss];

    /// The word in files and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Change => "omgjor",
            Self::Uphold => "opprettholder",
            Self::Dismiss => "avviser",
        }
    }

    /// The view with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.id() == id)
    }

    /// The words on the screen.
    #[must_use]
    pub const fn label(self) -> Trilingual {
        match self {
            Self::Change => Trilingual::fixed(
                "Vi gir medhold og endrer vedtaket",
                "Vi gir medhald og endrar vedtaket",
                "We agree and change the decision",
            ),
            Self::Uphold => Trilingual::fixed(
                "Vi endrer ikke vedtaket, og sender klagen til klageinstansen",
                "Vi endrar ikkje vedtaket, og sender klaga til klageinstansen",
                "We do not change the decision, and send the appeal to the appeals body",
            ),
            Self::Dismiss => Trilingual::fixed("Vi avviser klagen", "Vi avviser klaga", "We dismiss the appeal"),
        }
    }
}

impl LateGround {
    /// Both grounds.
    pub const ALL: [Self; 2] = [Self::NotToBlame, Self::SpecialReasons];

    /// The word in files and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotToBlame => "ikke-lastes",
            Self::SpecialReasons => "saerlige-grunner",
        }
    }

    /// The ground with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.id() == id)
    }

    /// The words on the screen.
    #[must_use]
    pub const fn label(self) -> Trilingual {
        match self {
            Self::NotToBlame => Trilingual::fixed(
                "Personen kan ikke lastes for at klagen kom sent",
                "Personen kan ikkje lastast for at klaga kom seint",
                "The person cannot be blamed for the delay",
            ),
            Self::SpecialReasons => Trilingual::fixed(
                "Særlige grunner gjør det rimelig å behandle klagen",
                "Særlege grunnar gjer det rimeleg å behandle klaga",
                "Special reasons make it reasonable to treat the appeal",
            ),
        }
    }
}

impl ComplaintOutcome {
    /// Every outcome, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Upheld, Self::Changed, Self::SetAside, Self::Dismissed, Self::NoAction, Self::Ordered];

    /// The word in files and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Upheld => "stadfestet",
            Self::Changed => "omgjort",
            Self::SetAside => "opphevet",
            Self::Dismissed => "avvist",
            Self::NoAction => "uten-tiltak",
            Self::Ordered => "palegg",
        }
    }

    /// The outcome with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.id() == id)
    }

    /// The words on the screen.
    #[must_use]
    pub const fn label(self) -> Trilingual {
        match self {
            Self::Upheld => Trilingual::fixed("Vedtaket er stadfestet", "Vedtaket er stadfesta", "Decision upheld"),
            Self::Changed => Trilingual::fixed("Vedtaket er omgjort", "Vedtaket er gjort om", "Decision changed"),
            Self::SetAside => Trilingual::fixed("Vedtaket er opphevet", "Vedtaket er oppheva", "Decision set aside"),
            Self::Dismissed => Trilingual::fixed("Klagen er avvist", "Klaga er avvist", "Appeal dismissed"),
            Self::NoAction => Trilingual::fixed(
                "Avsluttet uten at vi må gjøre noe",
                "Avslutta utan at vi må gjere noko",
                "Ended without anything for us to do",
            ),
            Self::Ordered => Trilingual::fixed(
                "Datatilsynet pålegger oss noe",
                "Datatilsynet pålegg oss noko",
                "Datatilsynet orders us to do something",
            ),
        }
    }
}

impl ComplaintState {
    /// Every state that something is left to do in, and the end.
    pub const ALL: [Self; 5] = [Self::Received, Self::ToSend, Self::Elsewhere, Self::ToReopen, Self::Done];

    /// The word in documents and in the store.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Received => "mottatt",
            Self::ToSend => "skal-oversendes",
            Self::Elsewhere => "oversendt",
            Self::ToReopen => "skal-gjenapnes",
            Self::Done => "ferdig",
        }
    }

    /// The state with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.id() == id)
    }

    /// The words on the screen.
    #[must_use]
    pub const fn label(self) -> Trilingual {
        match self {
            Self::Received => Trilingual::fixed("Klage mottatt", "Klage motteken", "Complaint received"),
            Self::ToSend => {
                Trilingual::fixed("Klage skal sendes over", "Klage skal sendast over", "Appeal to be sent on")
            }
            Self::Elsewhere => {
                Trilingual::fixed("Klage til avgjørelse", "Klage til avgjerd", "Complaint being decided")
            }
            Self::ToReopen => Trilingual::fixed(
                "Saken må gjenåpnes etter klage",
                "Saka må opnast igjen etter klage",
                "To be reopened after a complaint",
            ),
            Self::Done => {
                Trilingual::fixed("Klagen er ferdig behandlet", "Klaga er ferdig behandla", "Complaint done with")
            }
        }
    }
}

impl ComplaintStep {
    /// The word for the kind of event in the log.
    #[must_use]
    pub const fn event_kind(self) -> &'static str {
        match self {
            Self::Received(_) => "complaint-received",
            Self::Considered(_) => "complaint-considered",
            Self::Replied { .. } => "complaint-replied",
            Self::Decided { .. } => "complaint-decided",
        }
    }

    /// What happened, in a sentence.
    #[must_use]
    pub fn told(self) -> Trilingual {
        match self {
            Self::Received(received) => {
                let (what, day) = (received.kind.label(), short_date(received.received_on));
                Trilingual::made(
                    format!("{} kom {day}.", what.nb),
                    format!("{} kom {day}.", what.nn),
                    format!("{} arrived on {day}.", what.en),
                )
            }
            Self::Considered(considered) => {
                let view = considered.view.label();
                let late = considered.late.is_some();
                let treated = |language: Language| {
                    let words = language.pick(
                        " Den kom for sent, men blir behandlet.",
                        " Ho kom for seint, men blir behandla.",
                        " It came too late, but is treated.",
                    );
                    if late { words } else { "" }
                };
                Trilingual::made(
                    format!("Klagen er vurdert: {}.{}", lower_first(&view.nb), treated(Language::Nb)),
                    format!("Klaga er vurdert: {}.{}", lower_first(&view.nn), treated(Language::Nn)),
                    format!("The appeal was considered: {}.{}", lower_first(&view.en), treated(Language::En)),
                )
            }
            Self::Replied { on, .. } => {
                let day = short_date(on);
                Trilingual::made(
                    format!("Vi svarte Datatilsynet {day}."),
                    format!("Vi svara Datatilsynet {day}."),
                    format!("We answered Datatilsynet on {day}."),
                )
            }
            Self::Decided { outcome, on, .. } => {
                let (came_to, day) = (outcome.label(), short_date(on));
                Trilingual::made(
                    format!("Klagen er avgjort {day}: {}.", lower_first(&came_to.nb)),
                    format!("Klaga er avgjord {day}: {}.", lower_first(&came_to.nn)),
                    format!("The complaint was decided on {day}: {}.", lower_first(&came_to.en)),
                )
            }
        }
    }
}

/// A label inside a sentence; a name keeps its capital.
fn lower_first(text: &str) -> String {
    if text.starts_with("Datatilsynet") {
        return text.to_owned();
    }
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
