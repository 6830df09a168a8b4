//! What the office is, who works there, and what it has decided for itself.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::adopted::{SourceAnswer, Sources};
use super::registers::days;
use super::route::BodyAnswer;
use super::session::{UserAnswer, instant};
use super::spoken::spoken;
use crate::casework::access::{Permission, Role, User};
use crate::law::deadline::InternalDays;
use crate::law::organisation::Answers;
use crate::usecase::Rules;
use crate::usecase::ports::{OfficeSettings, StoreStatus};

/// The settings of an office, as they are for whoever looks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct SettingsAnswer {
    /// Where the store lies.
    pub store: String,
    pub format: u32,
    pub test: bool,
    pub office: OfficeAnswer,
    pub users: Vec<UserAnswer>,
    /// How many days before the answer is due the office wants it out; none for no internal date.
    pub internal_days: Option<u8>,
    /// Whether a second person approves letters that refuse, tell of erasure or decide under helseregisterloven § 25.
    pub second_person: bool,
    /// The most that it can be.
    pub most_internal_days: u8,
    pub changed_at: Option<String>,
    pub changed_by: Option<String>,
    pub last_tested_restore_at: Option<String>,
    /// Where the catalogue of registers comes from.
    pub catalogue: SourceAnswer,
    /// Where the texts of letters come from.
    pub letter_texts: SourceAnswer,
    pub may: MayAnswer,
}

/// The office's profile. It stands in the catalogue, and which one it is was chosen when the store was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct OfficeAnswer {
    pub id: String,
    pub name: String,
    /// The registers that it answers for, by their names.
    pub answers: Vec<OfficeRegister>,
    /// The e-mail address of the ombudsman.
    pub ombudsman: Option<SourcedText>,
    /// The body that treats complaints about an enkeltvedtak.
    pub appeal: Option<SourcedText>,
}

/// A register that the office answers for, with the days of receipt for which it does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct OfficeRegister {
    pub register: BodyAnswer,
    pub valid_from: Option<String>,
    pub valid_to: Option<String>,
    pub in_force: bool,
    pub source: String,
}

/// A text with its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct SourcedText {
    pub text: String,
    pub source: String,
}

/// What whoever looks may do here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct MayAnswer {
    /// The roles that the user may let in.
    pub add_roles: Vec<&'static str>,
    /// Whether somebody may be let in as cleared for protected persons.
    pub add_cleared: bool,
    pub decide_for_office: bool,
    pub back_up: bool,
    /// Whether letter texts may be taken into use.
    pub replace_letter_texts: bool,
}

/// Who looks at the settings, when, and by what the office works.
pub struct Looking<'a> {
    /// The rules.
    pub rules: &'a Rules,
    /// Where they come from.
    pub sources: &'a Sources,
    /// Whoever looks.
    pub user: &'a User,
    /// The day.
    pub today: NaiveDate,
}

impl SettingsAnswer {
    /// The settings, as they are on a day for a user.
    #[must_use]
    pub fn of(
        store: String,
        status: &StoreStatus,
        settings: OfficeSettings,
        users: &[User],
        looking: &Looking<'_>,
    ) -> Self {
        let (changed_at, changed_by) = settings.changed.map(|(at, by)| (instant(at), by)).unzip();
        Self {
            store,
            format: status.format,
            test: status.test,
            office: OfficeAnswer::of(looking.rules, looking.today),
            users: users.iter().map(UserAnswer::of).collect(),
            internal_days: settings.internal_days.map(InternalDays::days),
            second_person: settings.second_person,
            most_internal_days: InternalDays::MOST,
            changed_at,
            changed_by,
            last_tested_restore_at: status.last_tested_restore_at.map(instant),
            catalogue: SourceAnswer::of(&looking.sources.catalogue),
            letter_texts: SourceAnswer::of(&looking.sources.letter_texts),
            may: MayAnswer::of(looking.user),
        }
    }
}

impl OfficeAnswer {
    fn of(rules: &Rules, today: NaiveDate) -> Self {
        let (office, catalogue) = (&rules.office, &rules.catalogue);
        let mut answers: Vec<OfficeRegister> =
            office.answers.iter().map(|answers| OfficeRegister::of(answers, rules, today)).collect();
        answers.sort_by(|one, other| one.register.name.cmp(&other.register.name));
        Self {
            id: office.id.to_string(),
            name: catalogue.body_name(&office.body, spoken()).to_owned(),
            answers,
            ombudsman: office.ombudsman.as_ref().map(|ombudsman| SourcedText {
                text: ombudsman.email.clone(),
                source: ombudsman.source.citation(spoken()),
            }),
            appeal: office.appeal.as_ref().map(|appeal| SourcedText {
                text: catalogue.body_name(&appeal.body, spoken()).to_owned(),
                source: appeal.source.citation(spoken()),
            }),
        }
    }
}

impl OfficeRegister {
    fn of(answers: &Answers, rules: &Rules, today: NaiveDate) -> Self {
        let (valid_from, valid_to) = days(answers.validity);
        let known = rules.catalogue.get(&answers.register);
        Self {
            register: BodyAnswer {
                id: answers.register.to_string(),
                name: known.map_or(answers.register.as_str(), |register| register.name(spoken())).to_owned(),
            },
            valid_from,
            valid_to,
            in_force: answers.validity.holds(Some(today)),
            source: answers.source.citation(spoken()),
        }
    }
}

impl MayAnswer {
    fn of(user: &User) -> Self {
        let adds = |role: &Role| user.require_to_add(*role, false).is_ok();
        Self {
            add_roles: Role::ALL.into_iter().filter(adds).map(Role::id).collect(),
            add_cleared: user.require_to_add(Role::Caseworker, true).is_ok(),
            decide_for_office: user.role.may(Permission::DecideForOffice),
            back_up: user.role.may(Permission::BackUp),
            replace_letter_texts: user.role.may(Permission::ReplaceCatalogue),
        }
    }
}
