//! The rights that Art. 15(1) e asks for, as they apply in a register.

use crate::casework::letter::disclosure::{RightHere, RightWay};
use crate::casework::letter::text::bind;
use crate::casework::letter::tree::{Block, Inline};
use crate::law::rights::{Right, Track};
use crate::wording::{Language, Trilingual};

/// A list with a right each: what it is, in bold, and how it applies here.
pub(super) fn blocks(rights: &[RightHere], language: Language) -> Vec<Block> {
    let items: Vec<Vec<Block>> = rights.iter().filter_map(|right| item(right, language)).collect();
    if items.is_empty() { Vec::new() } else { vec![Block::List { numbered: false, items }] }
}

fn item(here: &RightHere, language: Language) -> Option<Vec<Block>> {
    let (name, text) = words(here.right, track(&here.way))?;
    let text = match &here.way {
        RightWay::Here(_) => {
            let text = text.get(language);
            let basis: Vec<&str> = here.basis.iter().map(|rule| rule.get(language)).collect();
            match (basis.as_slice(), text.strip_suffix('.')) {
                ([], _) | (_, None) => text.to_owned(),
                (_, Some(text)) => format!("{text} ({}).", basis.join("; ")),
            }
        }
        RightWay::Hardly(why) => {
            let opening = language.pick(
                "Denne retten gjelder neppe her.",
                "Denne retten gjeld neppe her.",
                "This right hardly applies here.",
            );
            let why: Vec<&str> = why.iter().map(|reason| reason.get(language)).collect();
            format!("{opening} {}", why.join(" ")).trim_end().to_owned()
        }
        RightWay::Elsewhere(body) => {
            let body = body.get(language);
            language.pick(
                format!("Det er {body} som svarer på krav om dette."),
                format!("Det er {body} som svarer på krav om dette."),
                format!("{body} answers requests about this."),
            )
        }
    };
    Some(vec![Block::Paragraph(vec![
        Inline::Strong(bind(&format!("{}:", name.get(language)))),
        Inline::Text(bind(&format!(" {text}"))),
    ])])
}

fn track(way: &RightWay) -> Track {
    match way {
        RightWay::Here(track) => *track,
        RightWay::Hardly(_) | RightWay::Elsewhere(_) => Track::General,
    }
}

/// What a right is called, and what the person can do.
fn words(right: Right, track: Track) -> Option<(Trilingual, Trilingual)> {
    let section_25 = track == Track::Section25;
    let words = match right {
        Right::AccessLog => (
            Trilingual::fixed("Innsyn i loggen", "Innsyn i loggen", "Access to the log"),
            Trilingual::fixed(
                "Du kan få vite hvem som har sett eller fått opplysninger om deg.",
                "Du kan få vite kven som har sett eller fått opplysningar om deg.",
                "You can be told who has seen or been given data about you.",
            ),
        ),
        Right::Rectification if section_25 => (
            Trilingual::fixed("Retting", "Retting", "Correction"),
            Trilingual::fixed(
                "Du kan kreve at vi retter opplysninger som er feil. Skriv hva som er feil, og hvorfor.",
                "Du kan krevje at vi rettar opplysningar som er feil. Skriv kva som er feil, og kvifor.",
                "You can ask us to correct data that are wrong. Tell us what is wrong, and why.",
            ),
        ),
        Right::Rectification => (
            Trilingual::fixed("Retting", "Retting", "Correction"),
            Trilingual::fixed(
                "Du kan kreve at vi retter opplysninger som er feil, og legger til det som mangler.",
                "Du kan krevje at vi rettar opplysningar som er feil, og legg til det som manglar.",
                "You can ask us to correct data that are wrong and to add what is missing.",
            ),
        ),
        Right::Erasure if section_25 => (
            Trilingual::fixed("Sletting", "Sletting", "Deletion"),
            Trilingual::fixed(
                "Du kan kreve sletting når det er sterkt belastende for deg at opplysningene blir behandlet, og ingen sterke allmenne hensyn taler for det. Du kan også kreve sletting når vi ikke lenger har lov eller plikt til å ha opplysningene.",
                "Du kan krevje sletting når det er sterkt belastande for deg at opplysningane blir behandla, og ingen sterke allmenne omsyn taler for det. Du kan òg krevje sletting når vi ikkje lenger har lov eller plikt til å ha opplysningane.",
                "You can ask for deletion when it is a strong burden to you that the data are processed and no strong public interests call for it. You can also ask for deletion when we are no longer allowed or obliged to have the data.",
            ),
        ),
        Right::Erasure => (
            Trilingual::fixed("Sletting", "Sletting", "Deletion"),
            Trilingual::fixed(
                "Du kan kreve at vi sletter opplysninger om deg, for eksempel når de ikke lenger trengs. Det gjelder ikke det vi har plikt til å ta vare på.",
                "Du kan krevje at vi slettar opplysningar om deg, til dømes når det ikkje lenger er bruk for dei. Det gjeld ikkje det vi har plikt til å ta vare på.",
                "You can ask us to delete data about you, for example when they are no longer needed. That does not apply to what we have a duty to keep.",
            ),
        ),
        Right::Blocking => (
            Trilingual::fixed("Sperring", "Sperring", "Blocking"),
            Trilingual::fixed(
                "Du kan kreve at opplysninger blir sperret, på de samme vilkårene som for sletting når det er sterkt belastende for deg.",
                "Du kan krevje at opplysningar blir sperra, på dei same vilkåra som for sletting når det er sterkt belastande for deg.",
                "You can ask for data to be blocked, on the same conditions as for deletion when it is a strong burden to you.",
            ),
        ),
        Right::Restriction => (
            Trilingual::fixed("Begrensning", "Avgrensing", "Restriction"),
            Trilingual::fixed(
                "Du kan kreve at vi begrenser bruken av opplysningene, for eksempel mens vi undersøker om de er riktige.",
                "Du kan krevje at vi avgrensar bruken av opplysningane, til dømes medan vi undersøkjer om dei er rette.",
                "You can ask us to restrict the use of the data, for example while we find out whether they are right.",
            ),
        ),
        Right::Objection => (
            Trilingual::fixed("Protest", "Protest", "Objection"),
            Trilingual::fixed(
                "Du kan protestere mot behandlingen av grunner som gjelder din egen situasjon.",
                "Du kan protestere mot behandlinga av grunnar som gjeld din eigen situasjon.",
                "You can object to the processing on grounds of your own situation.",
            ),
        ),
        Right::MarketingObjection => (
            Trilingual::fixed("Markedsføring", "Marknadsføring", "Marketing"),
            Trilingual::fixed(
                "Du kan når som helst kreve at vi slutter å bruke opplysningene til direkte markedsføring.",
                "Du kan når som helst krevje at vi sluttar å bruke opplysningane til direkte marknadsføring.",
                "You can ask us at any time to stop using the data for direct marketing.",
            ),
        ),
        Right::Portability => (
            Trilingual::fixed("Å få med seg opplysninger", "Å få med seg opplysningar", "Taking data with you"),
            Trilingual::fixed(
                "Du kan få med deg opplysningene du har gitt oss, i et format som en datamaskin kan lese.",
                "Du kan få med deg opplysningane du har gitt oss, i eit format som ei datamaskin kan lese.",
                "You can take with you the data that you have given us, in a form that a computer can read.",
            ),
        ),
        Right::AutomatedDecision => (
            Trilingual::fixed("Ny vurdering", "Ny vurdering", "Review by a person"),
            Trilingual::fixed(
                "Du kan kreve at et menneske ser på en avgjørelse som bare er tatt automatisk.",
                "Du kan krevje at eit menneske ser på ei avgjerd som berre er teken automatisk.",
                "You can ask that a person look at a decision taken by automated means alone.",
            ),
        ),
        Right::WithdrawConsent => (
            Trilingual::fixed("Samtykke", "Samtykke", "Consent"),
            Trilingual::fixed(
                "Du kan trekke samtykket ditt når som helst.",
                "Du kan trekkje samtykket ditt når som helst.",
                "You can withdraw your consent at any time.",
            ),
        ),
        Right::Reservation => (
            Trilingual::fixed("Reservasjon", "Reservasjon", "Opting out"),
            Trilingual::fixed(
                "Du kan reservere deg mot at opplysninger blir registrert eller utlevert, så langt reglene for registeret gir deg rett til det.",
                "Du kan reservere deg mot at opplysningar blir registrerte eller utleverte, så langt reglane for registeret gir deg rett til det.",
                "You can opt out of registration or disclosure, so far as the rules of the register give you that right.",
            ),
        ),
        Right::LimitedStorage => (
            Trilingual::fixed("Begrenset lagring", "Avgrensa lagring", "Limited storage"),
            Trilingual::fixed(
                "Du kan kreve at opplysninger om deg blir slettet når de er 30 år gamle, og senest 10 år etter at du er død.",
                "Du kan krevje at opplysningar om deg blir sletta når dei er 30 år gamle, og seinast 10 år etter at du er død.",
                "You can ask that data about you be deleted when they are 30 years old, and at the latest 10 years after your death.",
            ),
        ),
        Right::Access | Right::Kassasjon => return None,
    };
    Some(words)
}
