//! What bars whoever acts for the person from a letter: a paper that has run out, or that does not cover the claims.

use crate::casework::letter::input::{
    LetterInput, LetterRepresentative, OutOfAuthority, Recipient, RepresentativeKind,
};
use crate::wording::dates::long_date;
use crate::wording::{Language, Trilingual};

/// Why whoever acts may not have the letter. A guardian acts only within the mandate (vergemålsloven §§ 21 and 32), others
/// only as far as the authority goes (forvaltningsloven § 12).
pub(super) fn outside(acting: &LetterRepresentative) -> Option<Trilingual> {
    let guardian = match acting.kind {
        RepresentativeKind::Guardian => true,
        RepresentativeKind::Authorised | RepresentativeKind::Parent | RepresentativeKind::Estate => false,
    };
    Some(match (acting.against?, guardian) {
        (OutOfAuthority::OutOfScope, true) => Trilingual::fixed(
            "Mandatet til vergen omfatter ikke alt brevet gjelder.",
            "Mandatet til verja omfattar ikkje alt brevet gjeld.",
            "The guardian's mandate does not cover everything in the letter.",
        ),
        (OutOfAuthority::OutOfScope, false) => Trilingual::fixed(
            "Fullmakten omfatter ikke alt brevet gjelder.",
            "Fullmakta omfattar ikkje alt brevet gjeld.",
            "The authority does not cover everything in the letter.",
        ),
        (OutOfAuthority::Expired { valid_to }, guardian) => {
            let day = |language| long_date(valid_to, language);
            let (nb, nn, en) = if guardian {
                ("Mandatet til vergen gjaldt", "Mandatet til verja galdt", "The guardian's mandate ran out on")
            } else {
                ("Fullmakten gjaldt", "Fullmakta galdt", "The authority ran out on")
            };
            Trilingual {
                nb: format!("{nb} til {}.", day(Language::Nb)).into(),
                nn: format!("{nn} til {}.", day(Language::Nn)).into(),
                en: format!("{en} {}.", day(Language::En)).into(),
            }
        }
    })
}

/// What to do where the letter would go to them all the same.
pub(super) fn remedy() -> Trilingual {
    Trilingual::fixed(
        "Send brevet til den saken gjelder, be om en ny fullmakt, eller lag ett brev for hver sak.",
        "Send brevet til den saka gjeld, be om ei ny fullmakt, eller lag eitt brev for kvar sak.",
        "Send the letter to the person concerned, ask for a new authority, or write a letter for each case.",
    )
}

/// Why the letter goes to the person although somebody acts for them, where nobody chose that.
pub(super) fn passed_over(input: &LetterInput) -> Option<Trilingual> {
    let acting = input.representative.as_ref().filter(|_| input.to() == Recipient::Person)?;
    let why = outside(acting)?;
    Some(Trilingual {
        nb: format!("{} Brevet går derfor til den saken gjelder.", why.nb).into(),
        nn: format!("{} Brevet går derfor til den saka gjeld.", why.nn).into(),
        en: format!("{} The letter therefore goes to the person concerned.", why.en).into(),
    })
}
