//! What each field is called.

use super::Field;
use crate::wording::Trilingual;

impl Field {
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
            Self::DecisionGrounds => {
                ("Grunnene utfallet bygger på", "Grunnane utfallet byggjer på", "Grounds of the outcome")
            }
            Self::LegalBasis => ("Hjemmel", "Heimel", "Legal basis"),
            Self::Subject => ("Opplysningene kravet gjelder", "Opplysningane kravet gjeld", "Data concerned"),
            Self::Reasons => ("Begrunnelse", "Grunngiving", "Reasons"),
            Self::Granted => ("Det du får medhold i", "Det du får medhald i", "What is granted"),
            Self::Refused => ("Det du ikke får medhold i", "Det du ikkje får medhald i", "What is refused"),
            Self::NewContent => ("Det som skal stå der", "Det som skal stå der", "What it is going to say"),
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
