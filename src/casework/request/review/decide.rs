//! What may happen in a review. It is recorded in any case, also in a closed one.

use chrono::NaiveDate;

use super::{
    DateReviewEvent, DateReviewStep, Draw, ReviewOutcome, ReviewState, Reviewed, ReviewedDate, TakenUpAs, View,
};
use crate::casework::ids::{CaseLetter, ContentId};
use crate::casework::request::decide::Decision;
use crate::casework::request::event::{Content, Event};
use crate::casework::request::refusal::{OWN_RULE, Refusal, RefusalCode, refusal};
use crate::casework::request::state::{Case, Request};
use crate::wording::Trilingual;

use super::words::REVIEW_SOURCE;

impl Request {
    /// Takes a case up that was drawn; nothing happens to one that was drawn so before.
    #[must_use]
    pub fn take_up_drawn(&self, case: CaseLetter, draw: Draw) -> Option<Event> {
        let known =
            |state: &Case| state.date_reviews.taken_up.iter().any(|entered| entered.what == TakenUpAs::Drawn(draw));
        let event = Event::DateReview(DateReviewEvent { case, what: DateReviewStep::Drawn(draw) });
        self.case(case).filter(|state| !known(state)).map(|_| event)
    }

    /// Flags a case whose dates may be wrong.
    ///
    /// # Errors
    /// None but for a case that is not there.
    pub fn flag_for_review(
        &self,
        case: CaseLetter,
        (reason, words): (ContentId, String),
    ) -> Result<Decision, Vec<Refusal>> {
        self.reviewed(case)?;
        Ok(decision(case, DateReviewStep::Flagged { reason }, Some((reason, words))))
    }

    /// Says what the officer thinks of a date. `on` is the day that the program computes now.
    ///
    /// # Errors
    /// [`RefusalCode::NoSuchDate`] where the case has none such now, [`RefusalCode::AlreadyRecorded`] for the same agreement once more.
    pub fn view_date(
        &self,
        case: CaseLetter,
        date: ReviewedDate,
        on: Option<NaiveDate>,
        against: Option<(ContentId, String)>,
    ) -> Result<Decision, Vec<Refusal>> {
        self.reviewed(case)?;
        let Some(on) = on else {
            return Err(vec![refusal(
                RefusalCode::NoSuchDate,
                Some("date"),
                Trilingual::fixed(
                    "Saken har ingen slik dato nå. Se datoene i saken. Mens klokken står, er svarfristen ikke regnet ut.",
                    "Saka har ingen slik dato no. Sjå datoane i saka. Medan klokka står, er svarfristen ikkje rekna ut.",
                    "The case has no such date now. See the dates of the case. While the clock stands still, the date of the answer is not computed.",
                ),
                OWN_RULE,
            )]);
        };
        self.view(case, Reviewed::Date { date, on }, against)
    }

    /// Says whether the ground of a pause holds.
    ///
    /// # Errors
    /// [`RefusalCode::NoSuchPause`] for one that is not there or was recorded by mistake, [`RefusalCode::AlreadyRecorded`] for the same
    /// agreement once more.
    pub fn view_pause(
        &self,
        case: CaseLetter,
        pause: u32,
        against: Option<(ContentId, String)>,
    ) -> Result<Decision, Vec<Refusal>> {
        let state = self.reviewed(case)?;
        let place = usize::try_from(pause).ok().and_then(|pause| pause.checked_sub(1));
        if place.and_then(|place| state.suspensions.0.get(place)).is_none_or(|asked| asked.corrected) {
            return Err(vec![refusal(
                RefusalCode::NoSuchPause,
                Some("pause"),
                Trilingual::fixed(
                    "Saken har ingen pause med dette nummeret. Se spørsmålene til personen i saken.",
                    "Saka har ingen pause med dette nummeret. Sjå spørsmåla til personen i saka.",
                    "The case has no pause with this number. See the questions to the person in the case.",
                ),
                OWN_RULE,
            )]);
        }
        self.view(case, Reviewed::Pause(pause), against)
    }

    /// Answers what the officer does not agree with. More can be answered until the lead has decided.
    ///
    /// # Errors
    /// [`RefusalCode::NothingOpen`] where the two do not differ.
    pub fn answer_review(
        &self,
        case: CaseLetter,
        (text, words): (ContentId, String),
    ) -> Result<Decision, Vec<Refusal>> {
        match self.reviewed(case)?.date_reviews.state() {
            Some(ReviewState::ToAnswer | ReviewState::ToDecide) => {
                Ok(decision(case, DateReviewStep::Answered { text }, Some((text, words))))
            }
            Some(ReviewState::ToView | ReviewState::Done) | None => Err(vec![no_difference()]),
        }
    }

    /// Decides where the officer and whoever answered differ. What the officer said stays as it was.
    ///
    /// # Errors
    /// [`RefusalCode::ReviewUnanswered`] before it is answered, [`RefusalCode::NothingOpen`] where the two do not differ.
    pub fn decide_review(
        &self,
        case: CaseLetter,
        outcome: ReviewOutcome,
        (text, words): (ContentId, String),
    ) -> Result<Decision, Vec<Refusal>> {
        match self.reviewed(case)?.date_reviews.state() {
            Some(ReviewState::ToDecide) => {
                Ok(decision(case, DateReviewStep::Decided { outcome, text }, Some((text, words))))
            }
            Some(ReviewState::ToAnswer) => Err(vec![refusal(
                RefusalCode::ReviewUnanswered,
                None,
                Trilingual::fixed(
                    "Den som har saken, har ikke svart personvernombudet. Avgjør når svaret er registrert.",
                    "Den som har saka, har ikkje svart personvernombodet. Avgjer når svaret er registrert.",
                    "Whoever has the case has not answered the data protection officer. Decide once the answer is recorded.",
                ),
                REVIEW_SOURCE,
            )]),
            Some(ReviewState::ToView | ReviewState::Done) | None => Err(vec![no_difference()]),
        }
    }

    fn view(
        &self,
        case: CaseLetter,
        of: Reviewed,
        against: Option<(ContentId, String)>,
    ) -> Result<Decision, Vec<Refusal>> {
        let reviews = &self.reviewed(case)?.date_reviews;
        let last = reviews.views_of(of).last();
        // Taken up once more, it may be agreed with once more.
        let since = reviews.taken_up.last().is_none_or(|taken| last.is_some_and(|last| last.event > taken.event));
        if against.is_none() && since && last.is_some_and(|last| last.what == (View { of, against: None })) {
            return Err(vec![refusal(
                RefusalCode::AlreadyRecorded,
                None,
                Trilingual::fixed(
                    "Dette er allerede vurdert slik. Se gjennomgangen i saken.",
                    "Dette er alt vurdert slik. Sjå gjennomgangen i saka.",
                    "This has already been reviewed so. See the review in the case.",
                ),
                OWN_RULE,
            )]);
        }
        let view = View { of, against: against.as_ref().map(|(id, _)| *id) };
        Ok(decision(case, DateReviewStep::Viewed(view), against))
    }

    fn reviewed(&self, case: CaseLetter) -> Result<&Case, Vec<Refusal>> {
        self.case(case).ok_or_else(|| vec![no_difference()])
    }
}

fn decision(case: CaseLetter, what: DateReviewStep, words: Option<(ContentId, String)>) -> Decision {
    Decision {
        events: vec![Event::DateReview(DateReviewEvent { case, what })],
        contents: words.into_iter().map(|(id, text)| (id, Content::Text(text))).collect(),
    }
}

fn no_difference() -> Refusal {
    refusal(
        RefusalCode::NothingOpen,
        None,
        Trilingual::fixed(
            "Personvernombudet er ikke uenig i noe i saken nå. Se gjennomgangen i saken.",
            "Personvernombodet er ikkje usamd i noko i saka no. Sjå gjennomgangen i saka.",
            "The data protection officer does not disagree with anything in the case now. See the review in the case.",
        ),
        REVIEW_SOURCE,
    )
}
