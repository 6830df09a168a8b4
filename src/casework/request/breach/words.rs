//! The words for breaches: in files, on the command line and on the screen.

use super::{BreachAspect, BreachState, BreachStep, BreachVerdict, NotNotified, Notification, PersonsWord};
use crate::law::calendar::oslo_time;
use crate::wording::dates::{clock, short_date};
use crate::wording::{Language, Trilingual};

impl BreachAspect {
    /// Every one, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Confidentiality, Self::Integrity, Self::Availability];

    /// The word in files and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Confidentiality => "konfidensialitet",
            Self::Integrity => "integritet",
            Self::Availability => "tilgjengelighet",
        }
    }

    /// The one with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|aspect| aspect.id() == id)
    }

    /// The words on the screen.
    #[must_use]
    pub const fn label(self) -> Trilingual {
        match self {
            Self::Confidentiality => Trilingual::fixed("Konfidensialitet", "Konfidensialitet", "Confidentiality"),
            Self::Integrity => Trilingual::fixed("Integritet", "Integritet", "Integrity"),
            Self::Availability => Trilingual::fixed("Tilgjengelighet", "Tilgjenge", "Availability"),
        }
    }
}

impl NotNotified {
    /// Every reason, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::NoRisk, Self::NoBreach];

    /// The word in files and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NoRisk => "ingen-risiko",
            Self::NoBreach => "ikke-avvik",
        }
    }

    /// The reason with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.id() == id)
    }

    /// The words on the screen.
    #[must_use]
    pub const fn label(self) -> Trilingual {
        match self {
            Self::NoRisk => Trilingual::fixed(
                "Det er lite trolig at avviket gir noen risiko for personer",
                "Det er lite truleg at avviket gir nokon risiko for personar",
                "It is unlikely to result in a risk to anybody",
            ),
            Self::NoBreach => Trilingual::fixed(
                "Det var ikke et avvik likevel",
                "Det var ikkje eit avvik likevel",
                "It was no breach after all",
            ),
        }
    }
}

impl BreachState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::ToAssess, Self::ToExplain, Self::ToTell, Self::Done];

    /// The word in documents and in the store.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::ToAssess => "skal-vurderes",
            Self::ToExplain => "mangler-begrunnelse",
            Self::ToTell => "berorte-gjenstar",
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
            Self::ToAssess => Trilingual::fixed("Avvik skal vurderes", "Avvik skal vurderast", "Breach to be assessed"),
            Self::ToExplain => Trilingual::fixed(
                "Avvik meldt for sent, uten grunn",
                "Avvik meldt for seint, utan grunn",
                "Breach notified late, with no reason",
            ),
            Self::ToTell => Trilingual::fixed(
                "Avvik meldt, varsling gjenstår",
                "Avvik meldt, varsling står att",
                "Breach notified, persons not told",
            ),
            Self::Done => Trilingual::fixed("Avvik ferdig behandlet", "Avvik ferdig behandla", "Breach dealt with"),
        }
    }

    /// What is done next; nothing once all is done.
    #[must_use]
    pub const fn to_do(self) -> Option<Trilingual> {
        match self {
            Self::ToAssess => Some(Trilingual::fixed(
                "Meld avviket, eller begrunn at det ikke meldes",
                "Meld avviket, eller grunngi at det ikkje blir meldt",
                "Notify the breach, or say why it is not notified",
            )),
            Self::ToExplain => Some(Trilingual::fixed(
                "Begrunn at avviket ble meldt for sent",
                "Grunngi at avviket blei meldt for seint",
                "Say why the breach was notified late",
            )),
            Self::ToTell => Some(Trilingual::fixed(
                "Varsle de berørte, eller begrunn at de ikke varsles",
                "Varsle dei det gjeld, eller grunngi at dei ikkje blir varsla",
                "Tell the persons concerned, or say why they are not told",
            )),
            Self::Done => None,
        }
    }
}

impl PersonsWord {
    /// Whether the persons concerned are told, in a sentence.
    #[must_use]
    pub fn told(self) -> Trilingual {
        let [risk_nb, risk_nn, risk_en] = if self.high_risk {
            ["Høy risiko er trolig.", "Høg risiko er truleg.", "A high risk is likely."]
        } else {
            ["Høy risiko er lite trolig.", "Høg risiko er lite truleg.", "A high risk is unlikely."]
        };
        let [nb, nn, en] = match self.told_on.map(short_date) {
            Some(day) => [
                format!("De berørte ble varslet {day}."),
                format!("Dei det gjeld, blei varsla {day}."),
                format!("The persons concerned were told on {day}."),
            ],
            None => {
                ["De berørte varsles ikke.", "Dei det gjeld, blir ikkje varsla.", "The persons concerned are not told."]
                    .map(str::to_owned)
            }
        };
        three(format!("{nb} {risk_nb}"), format!("{nn} {risk_nn}"), format!("{en} {risk_en}"))
    }
}

impl BreachStep {
    /// The word for the kind of event in the log.
    #[must_use]
    pub const fn event_kind(&self) -> &'static str {
        match self {
            Self::Found(_) => "breach-found",
            Self::Corrected { .. } => "breach-corrected",
            Self::Referred(_) => "breach-referred",
            Self::Assessed(BreachVerdict::Notified(_)) => "breach-notified",
            Self::Assessed(BreachVerdict::Not(_)) => "breach-not-notified",
            Self::Persons(_) => "breach-persons",
        }
    }

    /// What happened, in a sentence.
    #[must_use]
    pub fn told(&self, number: u32) -> Trilingual {
        let at = |instant, language| {
            let wall = oslo_time(instant);
            format!("{} {}", short_date(wall.date()), clock(wall, language))
        };
        let each = |instant| [Language::Nb, Language::Nn, Language::En].map(|language| at(instant, language));
        match self {
            Self::Found(found) => {
                let [nb, nn, en] = each(found.aware_at);
                three(
                    format!("Avvik {number} er registrert. Det ble kjent {nb}."),
                    format!("Avvik {number} er registrert. Det blei kjent {nn}."),
                    format!("Breach {number} is registered. It became known on {en}."),
                )
            }
            Self::Corrected { aware_at, aspects, notified_at, .. } => {
                let [nb, nn, en] = each(*aware_at);
                let listed = |language: Language| {
                    let labels = aspects.iter().map(|aspect| aspect.label().get(language).to_lowercase());
                    labels.collect::<Vec<_>>().join(", ")
                };
                let [of_nb, of_nn, of_en] = [Language::Nb, Language::Nn, Language::En].map(listed);
                let [then_nb, then_nn, then_en] = match notified_at.map(each) {
                    Some([nb, nn, en]) => {
                        [format!(", meldt {nb}"), format!(", meldt {nn}"), format!(", notified on {en}")]
                    }
                    None => [const { String::new() }; 3],
                };
                three(
                    format!("Avvik {number} er rettet: kjent {nb}, gjelder {of_nb}{then_nb}."),
                    format!("Avvik {number} er retta: kjent {nn}, gjeld {of_nn}{then_nn}."),
                    format!("Breach {number} is corrected: known on {en}, concerns {of_en}{then_en}."),
                )
            }
            Self::Referred(reference) => three(
                format!("Avvik {number} har nummer {reference} i avvikssystemet."),
                format!("Avvik {number} har nummer {reference} i avvikssystemet."),
                format!("Breach {number} has number {reference} in the system for breaches."),
            ),
            Self::Assessed(BreachVerdict::Notified(Notification { at: notified_at, .. })) => {
                let [nb, nn, en] = each(*notified_at);
                three(
                    format!("Avvik {number} er meldt til Datatilsynet {nb}."),
                    format!("Avvik {number} er meldt til Datatilsynet {nn}."),
                    format!("Breach {number} was notified to Datatilsynet on {en}."),
                )
            }
            Self::Assessed(BreachVerdict::Not(settled)) if settled.why == NotNotified::NoRisk => three(
                format!("Avvik {number} meldes ikke: lite trolig at det gir noen risiko."),
                format!("Avvik {number} blir ikkje meldt: lite truleg at det gir nokon risiko."),
                format!("Breach {number} is not notified: unlikely to result in a risk."),
            ),
            Self::Assessed(BreachVerdict::Not(_)) => three(
                format!("Avvik {number} var ikke et avvik likevel."),
                format!("Avvik {number} var ikkje eit avvik likevel."),
                format!("Breach {number} was no breach after all."),
            ),
            Self::Persons(word) => {
                let told = word.told();
                three(
                    format!("Avvik {number}: {}", told.nb),
                    format!("Avvik {number}: {}", told.nn),
                    format!("Breach {number}: {}", told.en),
                )
            }
        }
    }
}

fn three(nb: String, nn: String, en: String) -> Trilingual {
    Trilingual { nb: nb.into(), nn: nn.into(), en: en.into() }
}
