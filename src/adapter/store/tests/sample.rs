//! A request of a made-up person, as a use case would commit it.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::casework::channel::Channel;
use crate::casework::ids::{CaseLetter, ContentId, DeliveryMark};
use crate::casework::person::{Attachment, IdentityStatus, Person, Protection};
use crate::casework::projection;
use crate::casework::request::{CheckPoint, Content, Event, Opened, Registered, Request, RouteRecord};
use crate::law::deadline::RuleVersion;
use crate::law::identity::{IdentityNumber, IdentityProblem};
use crate::law::rights::{Right, Track};
use crate::law::routing::Facts;
use crate::usecase::ports::{Commit, Target};
use crate::wording::Language;

pub fn at(second: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_772_000_000 + second, 123_456_000).expect("an instant")
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub fn id(number: u128) -> ContentId {
    ContentId(Uuid::from_u128(number))
}

pub fn letter(place: u16) -> CaseLetter {
    CaseLetter::at(place)
}

/// A request with its cases, of a made-up person. `seed` tells the contents of one from those of another.
pub struct Sample {
    pub seed: u128,
    pub year: u16,
    pub received_on: NaiveDate,
    pub rights: Vec<Right>,
    pub protection: Protection,
    pub delivery: Option<DeliveryMark>,
}

impl Sample {
    pub fn new(seed: u128) -> Self {
        Self {
            seed,
            year: 2026,
            received_on: day("2026-02-02"),
            rights: vec![Right::Access, Right::Erasure],
            protection: Protection::None,
            delivery: None,
        }
    }

    pub fn id(&self, place: u128) -> ContentId {
        id(self.seed * 100 + place)
    }

    pub fn person(&self) -> Person {
        Person {
            name: Some("Odd Kvalheim".to_owned()),
            identity_number: Some(any_number().expect("a number")),
            born_on: Some(day("1961-04-13")),
            deceased_on: None,
            protection: self.protection,
            address: None,
            email: Some("odd@example.no".to_owned()),
        }
    }

    pub fn commit(&self) -> Commit {
        let mut contents = vec![
            (self.id(1), Content::Person(Box::new(self.person()))),
            (self.id(2), Content::Text("Eg ber om at de slettar opplysningane mine.".to_owned())),
            (self.id(3), Content::Attachments(vec![Attachment { title: "Vedlegg".to_owned(), pages: Some(2) }])),
        ];
        let registered = Registered {
            received_on: self.received_on,
            received_at: Some(at(0)),
            channel: Channel::Letter,
            language: Language::Nn,
            organisation: "helsedirektoratet".parse().expect("an id"),
            rule_version: RuleVersion::CURRENT,
            person: self.id(1),
            protection: self.protection,
            identity: IdentityStatus::Unchecked,
            representative: None,
            other_parent: None,
            inform_parents: None,
            text: self.id(2),
            attachments: Some(self.id(3)),
            their_reference: None,
            delivery: self.delivery,
        };
        let mut events = vec![Event::RequestRegistered(registered)];
        for (place, right) in (0_u16..).zip(&self.rights) {
            let section_25 = *right == Right::Erasure;
            let grounds = section_25.then(|| self.id(10 + u128::from(place)));
            contents.extend(grounds.map(|id| (id, Content::Text("Det er tungt at dette ligg lagra.".to_owned()))));
            let track = if section_25 { Track::Section25 } else { Track::RegisterAccess };
            events.push(Event::CaseOpened(Opened {
                case: letter(place),
                register: "kpr".parse().expect("an id"),
                right: *right,
                facts: [("tilgang", "privat")].into_iter().collect::<Facts>(),
                grounds,
                route: RouteRecord {
                    secure_by_on: None,
                    track,
                    mode: None,
                    handled_by: "helsedirektoratet".parse().expect("an id"),
                    checks: vec![CheckPoint { id: "identitet".to_owned(), required: true }],
                },
            }));
        }
        let state = Request::after(&events, crate::law::calendar::oslo_date(at(0))).expect("a registration");
        Commit {
            target: Target::NewRequest { year: self.year },
            at: at(0),
            actor: "Kari Myhre".to_owned(),
            rows: projection::rows(&state, Some(&self.person())),
            events,
            contents,
            draft: None,
        }
    }
}

/// Some synthetic number, whichever control digits the rules ask for.
fn any_number() -> Result<IdentityNumber, IdentityProblem> {
    let found = (0..100).find_map(|digits| IdentityNumber::parse(&format!("138461201{digits:02}")).ok());
    found.map_or_else(|| IdentityNumber::parse(""), Ok)
}
