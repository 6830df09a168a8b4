//! The day of receipt, registered wrongly and corrected. The record keeps the day as it was first registered beside every correction; all
//! dates are computed as if the right day had stood there from the start, since GDPR Art. 12(3) counts from receipt and not from a stamp.

use chrono::NaiveDate;

use super::decide::Decision;
use super::event::{Content, Event};
use super::refusal::{OWN_RULE, Refusal, RefusalCode, refusal};
use super::state::{Case, Phase, Request};
use crate::casework::ids::{CaseLetter, CaseNumber, ContentId};
use crate::casework::person::IdentityStatus;
use crate::law::deadline::{DeadlineInput, receipt_in_future};
use crate::law::routing::Route;
use crate::wording::dates::date_in_words;
use crate::wording::{Language, Trilingual};

/// That the day of receipt was corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiptCorrection {
    /// The day that stood there.
    pub from_on: NaiveDate,
    /// The day on which the request came in.
    pub to_on: NaiveDate,
    /// Why, in words.
    pub reason: ContentId,
    /// By when data that are not kept for long have to be secured, in the cases where that follows from receipt.
    pub secure_by_on: Vec<(CaseLetter, NaiveDate)>,
}

/// Another day of receipt, and what is known of it outside the request's log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherReceipt {
    /// The day.
    pub on: NaiveDate,
    /// The routes of its cases by the rules of either day.
    pub routes: Vec<Rerouted>,
    /// The cases that were closed as the same request, with the day on which they came.
    pub duplicates: Vec<(CaseNumber, NaiveDate)>,
}

/// The route of a case, as the rules of its day of receipt give it and as those of another day would; `None` where the catalogue has none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rerouted {
    /// Which case.
    pub case: CaseLetter,
    /// By the day that stands there.
    pub now: Option<Route>,
    /// By the other day.
    pub then: Option<Route>,
}

/// Something that shows that a request had come in by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Happened {
    Registered,
    Letter,
    Asked,
    Withdrawn,
    TaskAsked,
    MeasureDone,
    Telephone,
    ChildHeard,
    IdentityConfirmed,
}

impl Request {
    /// The day of receipt as it was first registered, where another one counts now.
    #[must_use]
    pub fn receipt_corrected_from(&self) -> Option<NaiveDate> {
        Some(self.first_received_on).filter(|first| *first != self.registered.received_on)
    }

    /// Corrects the day of receipt, of all the cases of the request.
    ///
    /// # Errors
    /// [`RefusalCode::NothingToCorrect`] for the day that stands there; [`RefusalCode::FutureReceipt`]; [`RefusalCode::DateOrder`] for a day
    /// after something that has happened in the request, or one that is hardly meant; [`RefusalCode::RouteDiffers`] where a case would have
    /// gone another way; [`RefusalCode::Finished`] for a request with a closed case, and [`RefusalCode::IssuedAsLetter`] for one with a case
    /// whose answer rests on the day.
    pub fn correct_receipt(
        &self,
        other: &OtherReceipt,
        (reason, words): (ContentId, String),
        today: NaiveDate,
    ) -> Result<Decision, Vec<Refusal>> {
        let against = self.against_receipt(other, today);
        if !against.is_empty() {
            return Err(against);
        }
        let (from_on, to_on) = (self.registered.received_on, other.on);
        let correction = ReceiptCorrection { from_on, to_on, reason, secure_by_on: self.secured_then(other) };
        Ok(Decision::with(Event::ReceiptCorrected(correction), reason, Content::Text(words)))
    }

    /// Everything against another day of receipt.
    #[must_use]
    pub fn against_receipt(&self, other: &OtherReceipt, today: NaiveDate) -> Vec<Refusal> {
        let ended = self.cases.iter().find_map(|case| self.has_stated_receipt(case));
        let unchanged = (other.on == self.registered.received_on).then(|| unchanged(other.on));
        let day = || if other.on > today { future(other.on, today) } else { self.out_of_order(other.on) };
        let further = || day().or_else(|| came_before(other)).or_else(|| other.routes.iter().find_map(goes_otherwise));
        ended.into_iter().chain(unchanged.or_else(further)).collect()
    }

    /// By when data have to be secured, in the cases that have such a day and would have another.
    fn secured_then(&self, other: &OtherReceipt) -> Vec<(CaseLetter, NaiveDate)> {
        let moved = |rerouted: &Rerouted| {
            let known = self.case(rerouted.case)?.opened.route.secure_by_on?;
            let then = rerouted.then.as_ref()?.secure_by_on?;
            (then != known).then_some((rerouted.case, then))
        };
        other.routes.iter().filter_map(moved).collect()
    }

    /// Why a case keeps the day that it has: it is closed, or its answer has told it.
    fn has_stated_receipt(&self, case: &Case) -> Option<Refusal> {
        let told = || {
            let mut letters = self.letters.iter().filter(|letter| letter.cases.contains(&case.opened.case));
            letters.rfind(|letter| Case::is_answer(letter.kind) || letter.kind.tells_who_answers())
        };
        if case.phase == Phase::Closed {
            return Some(refusal(
                RefusalCode::Finished,
                Some("received"),
                Trilingual::fixed(
                    "En sak i henvendelsen er avsluttet, og mottaksdatoen står i det som er arkivert. Skriv et notat om den riktige datoen.",
                    "Ei sak i førespurnaden er avslutta, og mottaksdatoen står i det som er arkivert. Skriv eit notat om den rette datoen.",
                    "A case of the request is closed, and the date of receipt stands in what is archived. Write a note about the right date.",
                ),
                OWN_RULE,
            ));
        }
        told().map(|letter| {
            let [nb, nn, en] = days(letter.dated_on);
            refusal(
                RefusalCode::IssuedAsLetter,
                Some("received"),
                Trilingual::made(
                    format!("Svaret ble sendt {nb}, og det bygger på mottaksdatoen. Derfor kan datoen ikke rettes her. Er den feil, send et rettet brev."),
                    format!("Svaret blei sendt {nn}, og det byggjer på mottaksdatoen. Derfor kan datoen ikkje rettast her. Er han feil, send eit retta brev."),
                    format!("The answer was sent on {en}, and it rests on the date of receipt, which can therefore not be corrected here. If the date is wrong, send a corrected letter."),
                ),
                OWN_RULE,
            )
        })
    }

    /// Why the request cannot have come in so late, or why the day is hardly meant.
    fn out_of_order(&self, to_on: NaiveDate) -> Option<Refusal> {
        if let Some(problem) = DeadlineInput::new(to_on, &[], None).err().and_then(|problems| problems.first().copied())
        {
            let message = Trilingual::each(|language| problem.message(language));
            return Some(refusal(RefusalCode::DateOrder, Some("received"), message, RECEIPT));
        }
        let (on, what) = self.happened().into_iter().min().filter(|(on, _)| *on < to_on)?;
        let ([nb, nn, en], what) = (days(on), what.told());
        Some(refusal(
            RefusalCode::DateOrder,
            Some("received"),
            Trilingual::made(
                format!("Henvendelsen var kommet inn {nb}: {} den dagen. Velg den dagen eller en tidligere.", what.nb),
                format!("Førespurnaden var komen inn {nn}: {} den dagen. Vel den dagen eller ein tidlegare.", what.nn),
                format!("The request had come in by {en}: {} that day. Choose that day or an earlier one.", what.en),
            ),
            RECEIPT,
        ))
    }

    /// What shows that the request had come in, and when. An entry that was made by mistake shows nothing.
    fn happened(&self) -> Vec<(NaiveDate, Happened)> {
        let mut known = vec![(self.registered_on, Happened::Registered)];
        known.extend(self.letters.iter().map(|letter| (letter.dated_on, Happened::Letter)));
        known.extend(self.child_heard.map(|heard| (heard.heard_on, Happened::ChildHeard)));
        if let IdentityStatus::Confirmed { on: Some(on), .. } = self.identity {
            known.push((on, Happened::IdentityConfirmed));
        }
        for case in &self.cases {
            known.extend(case.suspensions.standing().map(|asked| (asked.asked_on, Happened::Asked)));
            known.extend(case.withdrawn_on.map(|on| (on, Happened::Withdrawn)));
            known.extend(case.tasks.iter().map(|task| (task.asked.asked_on, Happened::TaskAsked)));
            known.extend(case.settled.values().filter_map(|settled| Some((settled.done_on?, Happened::MeasureDone))));
            known.extend(case.notes.iter().filter_map(|note| Some((note.telephone_on?, Happened::Telephone))));
        }
        known
    }

    /// What a correction does to the state.
    pub(super) fn receipt_corrected(&mut self, correction: &ReceiptCorrection) {
        self.registered.received_on = correction.to_on;
        for (letter, secure_by_on) in &correction.secure_by_on {
            if let Some(case) = self.cases.get_mut(letter.index()) {
                case.opened.route.secure_by_on = Some(*secure_by_on);
            }
        }
    }
}

impl Happened {
    /// What happened, in a clause before «that day».
    fn told(self) -> Trilingual {
        match self {
            Self::Registered => Trilingual::fixed("den ble registrert", "han blei registrert", "it was registered"),
            Self::Letter => Trilingual::fixed("et brev ble sendt", "eit brev blei sendt", "a letter was sent"),
            Self::Asked => Trilingual::fixed(
                "personen ble spurt om noe",
                "personen blei spurd om noko",
                "the person was asked for something",
            ),
            Self::Withdrawn => Trilingual::fixed("kravet ble trukket", "kravet blei trekt", "the claim was withdrawn"),
            Self::TaskAsked => {
                Trilingual::fixed("en enhet fikk en oppgave", "ei eining fekk ei oppgåve", "a unit was given a task")
            }
            Self::MeasureDone => Trilingual::fixed(
                "et tiltak ble gjennomført",
                "eit tiltak blei gjennomført",
                "a measure was carried out",
            ),
            Self::Telephone => Trilingual::fixed(
                "personen og kontoret snakket på telefon",
                "personen og kontoret snakka på telefon",
                "the person and the office spoke on the phone",
            ),
            Self::ChildHeard => Trilingual::fixed("barnet ble hørt", "barnet blei høyrt", "the child was heard"),
            Self::IdentityConfirmed => Trilingual::fixed(
                "identiteten ble bekreftet",
                "identiteten blei stadfesta",
                "the identity was confirmed",
            ),
        }
    }
}

/// From which day the law counts.
pub(in crate::casework) const RECEIPT: &str = "Personvernforordningen art. 12 nr. 3; forvaltningslovforskriften § 36";

/// Why the request did not come in after one that it is answered for as well: the month runs from the first.
fn came_before(other: &OtherReceipt) -> Option<Refusal> {
    let (case, on) = other.duplicates.iter().copied().min_by_key(|(_, on)| *on).filter(|(_, on)| *on < other.on)?;
    let [nb, nn, en] = days(on);
    Some(refusal(
        RefusalCode::DateOrder,
        Some("received"),
        Trilingual::made(
            format!(
                "Sak {case} er lukket som dublett av denne og kom {nb}. Fristen regnes fra den som kom først. Velg den dagen eller en tidligere."
            ),
            format!(
                "Sak {case} er lukka som dublett av denne og kom {nn}. Fristen blir rekna frå den som kom først. Vel den dagen eller ein tidlegare."
            ),
            format!(
                "Case {case} is closed as a duplicate of this one and came on {en}. The deadline is counted from the first. Choose that day or an earlier one."
            ),
        ),
        RECEIPT,
    ))
}

/// Why a case cannot keep its route: by the rules of the other day it goes elsewhere, or nowhere.
fn goes_otherwise(rerouted: &Rerouted) -> Option<Refusal> {
    let way = |route: &Route| (route.track, route.mode, route.handled_by.clone());
    let now = rerouted.now.as_ref()?;
    (rerouted.then.as_ref().map(way) != Some(way(now))).then(|| {
        refusal(
            RefusalCode::RouteDiffers,
            Some("received"),
            Trilingual::fixed(
                "Andre regler gjaldt den dagen, og saken skulle gått en annen vei. Registrer henvendelsen på nytt med den riktige datoen.",
                "Andre reglar galdt den dagen, og saka skulle gått ein annan veg. Registrer førespurnaden på nytt med den rette datoen.",
                "Other rules applied that day, and the case should have gone another way. Register the request anew with the right date.",
            ),
            RECEIPT,
        )
    })
}

fn unchanged(on: NaiveDate) -> Refusal {
    let [nb, nn, en] = days(on);
    refusal(
        RefusalCode::NothingToCorrect,
        Some("received"),
        Trilingual::made(
            format!("Henvendelsen er registrert som mottatt {nb} fra før. Velg en annen dag."),
            format!("Førespurnaden er registrert som motteken {nn} frå før. Vel ein annan dag."),
            format!("The request is registered as received on {en} already. Choose another day."),
        ),
        OWN_RULE,
    )
}

fn future(to_on: NaiveDate, today: NaiveDate) -> Option<Refusal> {
    let problem = receipt_in_future(to_on, today)?;
    let message = Trilingual::each(|language| problem.message(language));
    Some(refusal(RefusalCode::FutureReceipt, Some("received"), message, RECEIPT))
}

fn days(on: NaiveDate) -> [String; 3] {
    Language::ALL.map(|language| date_in_words(on, language))
}
