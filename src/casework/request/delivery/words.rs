//! What became of a letter, in words that name nobody.

use super::{Delivery, DeliveryStep, Standing};
use crate::casework::channel::Recipient;
use crate::wording::dates::short_date;
use crate::wording::{Language, Trilingual};

impl Delivery {
    /// What happened, in a sentence; `letter` is what the letter is called in it, for example «Brev 2026/00012-3».
    #[must_use]
    pub fn told(&self, letter: &Trilingual) -> Trilingual {
        let day = short_date(self.on);
        let (nb, nn, en) = (&letter.nb, &letter.nn, &letter.en);
        let [to_nb, to_nn, to_en] = whom(self.to);
        match self.what {
            DeliveryStep::Returned(reason) => {
                let why = reason.label();
                Trilingual::made(
                    format!("{nb} til {to_nb} kom i retur {day}: {}.", lower_first(&why.nb)),
                    format!("{nn} til {to_nn} kom i retur {day}: {}.", lower_first(&why.nn)),
                    format!("{en} to {to_en} came back on {day}: {}.", lower_first(&why.en)),
                )
            }
            DeliveryStep::Unopened => Trilingual::made(
                format!("{nb} til {to_nb} lå uåpnet i den digitale postkassen {day}."),
                format!("{nn} til {to_nn} låg uopna i den digitale postkassa {day}."),
                format!("{en} to {to_en} lay unopened in the digital mailbox on {day}."),
            ),
            DeliveryStep::NoticedAgain => Trilingual::made(
                format!("Andre varsel om {} ble sendt til {to_nb} {day}.", lower_first(nb)),
                format!("Andre varsel om {} blei sendt til {to_nn} {day}.", lower_first(nn)),
                format!("A second notice of {} was sent to {to_en} on {day}.", lower_first(en)),
            ),
            DeliveryStep::SentAgain(channel) => {
                let by = channel.label();
                Trilingual::made(
                    format!("{nb} ble sendt på nytt til {to_nb} {day}: {}.", lower_first(&by.nb)),
                    format!("{nn} blei sendt på nytt til {to_nn} {day}: {}.", lower_first(&by.nn)),
                    format!("{en} was sent again to {to_en} on {day}: {}.", lower_first(&by.en)),
                )
            }
            DeliveryStep::Arrived(by) => {
                let shown = |language: Language| {
                    let identity = by.identity().map(|identity| identity.label());
                    let identity = identity.map(|identity| format!(" ({})", lower_first(identity.get(language))));
                    format!("{}{}", lower_first(by.label().get(language)), identity.unwrap_or_default())
                };
                Trilingual::made(
                    format!("{nb} kom frem til {to_nb} {day}: {}.", shown(Language::Nb)),
                    format!("{nn} kom fram til {to_nn} {day}: {}.", shown(Language::Nn)),
                    format!("{en} reached {to_en} on {day}: {}.", shown(Language::En)),
                )
            }
        }
    }
}

impl Standing {
    /// The word to branch on in documents.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Returned { .. } => "returned",
            Self::Unopened { .. } => "unopened",
            Self::NoticedAgain { .. } => "second-notice",
            Self::Arrived { .. } => "delivered",
        }
    }

    /// What it is called on the screen.
    #[must_use]
    pub fn label(self) -> Trilingual {
        match self {
            Self::Sent => Trilingual::fixed("Sendt", "Sendt", "Sent"),
            Self::Returned { .. } => Trilingual::fixed("Kom i retur", "Kom i retur", "Returned"),
            Self::Unopened { .. } => Trilingual::fixed("Ikke åpnet", "Ikkje opna", "Not opened"),
            Self::NoticedAgain { .. } => {
                Trilingual::fixed("Andre varsel sendt", "Andre varsel sendt", "Second notice sent")
            }
            Self::Arrived { .. } => Trilingual::fixed("Kommet frem", "Komen fram", "Arrived"),
        }
    }
}

/// A recipient inside a sentence, in bokmål, nynorsk and English.
fn whom(to: Recipient) -> [String; 3] {
    let label = to.label();
    [&label.nb, &label.nn, &label.en].map(|words| lower_first(words))
}

fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
}
