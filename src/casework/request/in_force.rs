//! Restrictions and reservations that stand in force: from when, until when they are looked at again, and how they end.
//!
//! A claim that was granted and carried out goes on having effect after its case is closed. What the law says of the end
//! of it differs: a restriction is lifted only after the person was told (GDPR Art. 18(3)). No act says how often somebody
//! has to look whether the ground is still there, so the program proposes no date: the caseworker sets it.

use chrono::NaiveDate;

use super::decide::Decision;
use super::event::{Content, Event};
use super::refusal::{Refusal, RefusalCode, refusal};
use super::state::{Case, Request};
use crate::casework::ids::{CaseLetter, ContentId};
use crate::casework::letter::LetterKind;
use crate::law::rights::{Outcome, Right};
use crate::wording::Trilingual;
use crate::wording::dates::short_date;

/// What stands in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InForceKind {
    /// The use of the data is restricted (GDPR Art. 18).
    Restriction,
    /// The data are blocked (helseregisterloven § 25).
    Blocking,
    /// The person has reserved themselves against being in the register, where its rules give that right.
    Reservation,
    /// The data are kept for a limited time (KPR-forskriften § 4-3).
    LimitedStorage,
    /// The person has objected to direct marketing (GDPR Art. 21(2) and (3)).
    MarketingObjection,
}

impl InForceKind {
    /// Every kind.
    pub const ALL: [Self; 5] =
        [Self::Restriction, Self::Blocking, Self::Reservation, Self::LimitedStorage, Self::MarketingObjection];

    /// The word for it in documents and in the store.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Restriction => "begrensning",
            Self::Blocking => "sperring",
            Self::Reservation => "reservasjon",
            Self::LimitedStorage => "begrenset-lagring",
            Self::MarketingObjection => "protest-markedsforing",
        }
    }

    /// The kind with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// What it is called.
    #[must_use]
    pub const fn label(self) -> Trilingual {
        match self {
            Self::Restriction => Trilingual::fixed("Begrenset bruk", "Avgrensa bruk", "Restricted use"),
            Self::Blocking => Trilingual::fixed("Sperret", "Sperra", "Blocked"),
            Self::Reservation => Trilingual::fixed("Reservasjon", "Reservasjon", "Reservation"),
            Self::LimitedStorage => Trilingual::fixed("Begrenset lagring", "Avgrensa lagring", "Limited storage"),
            Self::MarketingObjection => {
                Trilingual::fixed("Ingen direkte markedsføring", "Inga direkte marknadsføring", "No direct marketing")
            }
        }
    }

    /// Where the right stands. A reservation rests on the rules of its register, which the decision names.
    #[must_use]
    pub const fn ground(self) -> Trilingual {
        match self {
            Self::Restriction => Trilingual::fixed(
                "Personvernforordningen artikkel 18",
                "Personvernforordninga artikkel 18",
                "GDPR Article 18",
            ),
            Self::Blocking => Trilingual::fixed(
                "Helseregisterloven § 25",
                "Helseregisterlova § 25",
                "The Health Registry Act section 25",
            ),
            Self::Reservation => {
                Trilingual::fixed("Reglene for registeret", "Reglane for registeret", "The rules of the register")
            }
            Self::LimitedStorage => {
                Trilingual::fixed("KPR-forskriften § 4-3", "KPR-forskrifta § 4-3", "The KPR Regulations section 4-3")
            }
            Self::MarketingObjection => Trilingual::fixed(
                "Personvernforordningen artikkel 21 nr. 3",
                "Personvernforordninga artikkel 21 nr. 3",
                "GDPR Article 21(3)",
            ),
        }
    }

    /// What a decision puts into force once it is carried out; `None` for what ends when it is done.
    #[must_use]
    pub fn of(right: Right, outcome: Outcome) -> Option<Self> {
        if outcome.restricts(right) {
            return Some(Self::Restriction);
        }
        match outcome {
            Outcome::Blocked => Some(Self::Blocking),
            Outcome::Granted | Outcome::PartlyGranted => match right {
                Right::Blocking => Some(Self::Blocking),
                Right::Reservation => Some(Self::Reservation),
                Right::LimitedStorage => Some(Self::LimitedStorage),
                Right::MarketingObjection => Some(Self::MarketingObjection),
                Right::Access
                | Right::AccessLog
                | Right::Rectification
                | Right::Erasure
                | Right::Restriction
                | Right::Objection
                | Right::Portability
                | Right::AutomatedDecision
                | Right::WithdrawConsent
                | Right::Kassasjon => None,
            },
            Outcome::Rectified
            | Outcome::Supplemented
            | Outcome::Erased
            | Outcome::Refused
            | Outcome::Dismissed
            | Outcome::NoData
            | Outcome::Forwarded
            | Outcome::Withdrawn => None,
        }
    }
}

/// Somebody looked at what is in force, and it stays so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Review {
    /// When.
    pub reviewed_on: NaiveDate,
    /// When it is looked at again.
    pub next_on: NaiveDate,
    /// What was found.
    pub note: Option<ContentId>,
}

/// The end of what was in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifted {
    /// From when.
    pub lifted_on: NaiveDate,
    /// Why.
    pub reason: ContentId,
}

/// What stands in force in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InForce {
    /// What.
    pub kind: InForceKind,
    /// Since when: the day on which it was carried out.
    pub since_on: NaiveDate,
    /// When it is looked at again, once somebody has said so.
    pub review_on: Option<NaiveDate>,
}

impl Case {
    /// What was put into force in the case, lifted or not: granted, and carried out.
    fn put_into_force(&self) -> Option<InForce> {
        Some(InForce {
            kind: InForceKind::of(self.opened.right, self.outcome()?)?,
            since_on: self.carried_out_on()?,
            review_on: self.reviews.last().map(|review| review.next_on),
        })
    }

    /// What stands in force in the case.
    #[must_use]
    pub fn in_force(&self) -> Option<InForce> {
        self.put_into_force().filter(|_| self.lifted.is_none())
    }
}

impl Request {
    /// The day of the newest letter that told the person that the restriction of a case will be lifted (GDPR Art. 18(3)).
    #[must_use]
    pub fn lift_notice_on(&self, case: CaseLetter) -> Option<NaiveDate> {
        let notices = self.letters.iter().filter(|letter| letter.kind == LetterKind::RestrictionLiftNotice);
        notices.filter(|letter| letter.cases.contains(&case)).map(|letter| letter.dated_on).max()
    }

    /// Records that somebody looked at what is in force, that it stays, and when it is looked at again.
    ///
    /// # Errors
    /// [`RefusalCode::NotInForce`], or [`RefusalCode::DateOrder`].
    pub fn review_in_force(
        &self,
        case: CaseLetter,
        reviewed_on: NaiveDate,
        next_on: NaiveDate,
        note: Option<(ContentId, String)>,
        today: NaiveDate,
    ) -> Result<Decision, Vec<Refusal>> {
        let standing = self.standing(case)?;
        let mut refusals = Vec::new();
        if reviewed_on < standing.since_on || reviewed_on > today {
            refusals.push(refusal(
                RefusalCode::DateOrder,
                Some("on"),
                Trilingual::made(
                    format!("Dagen du vurderte saken, må ligge mellom {} og i dag.", short_date(standing.since_on)),
                    format!("Dagen du vurderte saka, må liggje mellom {} og i dag.", short_date(standing.since_on)),
                    format!(
                        "The day on which you reviewed the case must be between {} and today.",
                        short_date(standing.since_on)
                    ),
                ),
                REVIEW,
            ));
        }
        if next_on <= today || next_on <= reviewed_on {
            refusals.push(refusal(
                RefusalCode::DateOrder,
                Some("next"),
                Trilingual::fixed(
                    "Dagen saken skal vurderes igjen, må være etter i dag.",
                    "Dagen saka skal vurderast igjen, må vere etter i dag.",
                    "The day on which the case is to be reviewed next must be later than today.",
                ),
                REVIEW,
            ));
        }
        if !refusals.is_empty() {
            return Err(refusals);
        }
        let event = Event::InForceReviewed { case, reviewed_on, next_on, note: note.as_ref().map(|(id, _)| *id) };
        let contents = note.into_iter().map(|(id, text)| (id, Content::Text(text))).collect();
        Ok(Decision { events: vec![event], contents })
    }

    /// Lifts what is in force. A restriction is lifted only after the person was told so.
    ///
    /// # Errors
    /// [`RefusalCode::NotInForce`], [`RefusalCode::NoticeFirst`], or [`RefusalCode::DateOrder`].
    pub fn lift(
        &self,
        case: CaseLetter,
        lifted_on: NaiveDate,
        (id, reason): (ContentId, String),
        today: NaiveDate,
    ) -> Result<Decision, Vec<Refusal>> {
        let standing = self.standing(case)?;
        let notice_on = self.lift_notice_on(case);
        if standing.kind == InForceKind::Restriction && notice_on.is_none() {
            return Err(vec![refusal(
                RefusalCode::NoticeFirst,
                None,
                Trilingual::fixed(
                    "Personen skal få beskjed før begrensningen blir opphevet. Send brevet «Melding om at en begrensning blir opphevet» først.",
                    "Personen skal få beskjed før avgrensinga blir oppheva. Send brevet «Melding om at ei avgrensing blir oppheva» først.",
                    "The person is to be told before the restriction is lifted. Send the letter “Notice that a restriction is lifted” first.",
                ),
                "Personvernforordningen art. 18 nr. 3",
            )]);
        }
        let first_on = notice_on.filter(|_| standing.kind == InForceKind::Restriction).unwrap_or(standing.since_on);
        if lifted_on < first_on.max(standing.since_on) || lifted_on > today {
            let from = short_date(first_on.max(standing.since_on));
            return Err(vec![refusal(
                RefusalCode::DateOrder,
                Some("on"),
                Trilingual::made(
                    format!("Dagen den ble opphevet, må ligge mellom {from} og i dag."),
                    format!("Dagen ho blei oppheva, må liggje mellom {from} og i dag."),
                    format!("The day on which it was lifted must be between {from} and today."),
                ),
                if standing.kind == InForceKind::Restriction { "Personvernforordningen art. 18 nr. 3" } else { REVIEW },
            )]);
        }
        let event = Event::InForceLifted { case, lifted_on, reason: id };
        Ok(Decision::with(event, id, Content::Text(reason)))
    }

    fn standing(&self, case: CaseLetter) -> Result<InForce, Vec<Refusal>> {
        self.case(case).and_then(Case::in_force).ok_or_else(|| {
            vec![refusal(
                RefusalCode::NotInForce,
                None,
                Trilingual::fixed(
                    "Ingen begrensning eller reservasjon gjelder i denne saken. Den gjelder fra dagen avgjørelsen ble gjennomført, til den blir opphevet.",
                    "Inga avgrensing eller reservasjon gjeld i denne saka. Ho gjeld frå dagen avgjerda blei gjennomført, til ho blir oppheva.",
                    "No restriction or reservation is in force in this case. One is in force from the day the decision was carried out until it is lifted.",
                ),
                REVIEW,
            )]
        })
    }
}

/// The controller can show that the principles are kept.
const REVIEW: &str = "Personvernforordningen art. 5 nr. 2";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::rights::Track;

    /// Each right whose effect lasts beyond its case has an outcome that puts it into force, and no refusal does.
    #[test]
    fn what_lasts_is_put_into_force_by_what_grants_it() {
        let mut kinds = Vec::new();
        for right in Right::ALL {
            for outcome in Track::ALL.into_iter().flat_map(|track| Outcome::fitting(right, track)) {
                let kind = InForceKind::of(right, outcome);
                kinds.extend(kind);
                let grants = matches!(outcome, Outcome::Granted | Outcome::PartlyGranted | Outcome::Blocked);
                assert!(grants || kind.is_none(), "{right} {}", outcome.id());
                assert_eq!(
                    kind == Some(InForceKind::Restriction),
                    outcome.restricts(right),
                    "{right} {}",
                    outcome.id()
                );
                let measures = super::super::measure::measures_of(right, outcome);
                let carried_out = measures.contains(&super::super::measure::MeasureId::CarryOut);
                assert!(kind.is_none() || carried_out, "{right} {} could never be carried out", outcome.id());
            }
        }
        kinds.sort_unstable();
        kinds.dedup();
        assert_eq!(kinds, InForceKind::ALL);
    }
}
